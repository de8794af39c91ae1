import type { Node, NodeType, ResolvedPos, Schema } from 'prosemirror-model'

/** A node around a place. `index`: which child of its parent it is. */
export type Around = { node: Node; pos: number; end: number; depth: number; index: number; parent: Node }

/** The innermost node of these types around a place, null where there is none. */
export function around($pos: ResolvedPos, ...types: string[]): Around | null {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    const node = $pos.node(depth)
    if (types.includes(node.type.name)) return { node, pos: $pos.before(depth), end: $pos.after(depth), depth, index: $pos.index(depth - 1), parent: $pos.node(depth - 1) }
  }
  return null
}

/** A node type that the schema has for certain. */
export function typeOf(schema: Schema, name: string): NodeType {
  const type = schema.nodes[name]
  if (type === undefined) throw new RangeError(`The schema has no ${name}`)
  return type
}

export const attribute = (node: Node, name: string): string => {
  const value: unknown = node.attrs[name]
  return typeof value === 'string' ? value : ''
}
