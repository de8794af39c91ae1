/** From one document to another by steps: how a snapshot is restored without rewriting what happened. */
import { Fragment, type Node, Slice } from 'prosemirror-model'
import { ReplaceStep, type Step } from 'prosemirror-transform'
import { keyOf } from '../document/index.ts'

/** Whether two nodes are the same thing with other content. Blocks of words are replaced whole. */
const goesOn = (a: Node, b: Node): boolean => a.sameMarkup(b) && !a.isTextblock && !a.isLeaf && (keyOf(a) !== '' || a.type.name === 'doc')

/** Steps that make `to` of `from`, to be applied in their order; articles that are equal are not touched. */
export function stepsBetween(from: Node, to: Node): Step[] {
  // from the back, so that no step moves the place of the next one
  return inside(from, to, 0).toReversed()
}

function inside(from: Node, to: Node, start: number): Step[] {
  const shortest = Math.min(from.childCount, to.childCount)
  let before = 0
  while (before < shortest && from.child(before).eq(to.child(before))) before += 1
  let after = 0
  while (after < shortest - before && from.child(from.childCount - 1 - after).eq(to.child(to.childCount - 1 - after))) after += 1
  const gone = from.children.slice(before, from.childCount - after)
  const come = to.children.slice(before, to.childCount - after)
  if (gone.length === 0 && come.length === 0) return []
  const offset = start + from.children.slice(0, before).reduce((sum, node) => sum + node.nodeSize, 0)
  if (gone.length !== come.length || !gone.every((node, at) => come[at] !== undefined && (node.eq(come[at]) || goesOn(node, come[at])))) {
    const end = offset + gone.reduce((sum, node) => sum + node.nodeSize, 0)
    return [new ReplaceStep(offset, end, new Slice(Fragment.from(come), 0, 0))]
  }
  let at = offset
  return gone.flatMap((node, index) => {
    const other = come[index]
    const steps = other === undefined || node.eq(other) ? [] : inside(node, other, at + 1)
    at += node.nodeSize
    return steps
  })
}
