import { Fragment, type Node } from 'prosemirror-model'

/**
 * The document with every node replaced by what `change` makes of it, from the inside out; positions are those of
 * the document that is given. What does not change is shared.
 */
export function rewrite(doc: Node, change: (node: Node, pos: number) => Node): Node {
  const below = (node: Node, base: number): Node => {
    let changed = false
    const children: Node[] = []
    node.forEach((child, offset) => {
      const pos = base + offset
      const next = change(child.isLeaf ? child : below(child, pos + 1), pos)
      if (next !== child) changed = true
      children.push(next)
    })
    return changed ? node.copy(Fragment.fromArray(children)) : node
  }
  return below(doc, 0)
}
