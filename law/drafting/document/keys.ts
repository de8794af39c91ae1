/** Keys: what chapters, articles, 款 项 目 and annexes are called inside one draft, whatever their numbers become. */
import type { Node } from 'prosemirror-model'
import { rewrite } from './rewrite.ts'

const KEYED: ReadonlySet<string> = new Set(['chapter', 'article', 'clause', 'annex'])
const CHARACTERS = 'abcdefghijkmnpqrstuvwxyz23456789'
const KEY_LENGTH = 10

/** A key that no other provision has: 50 random bits. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(KEY_LENGTH)), (byte) => CHARACTERS.charAt(byte % CHARACTERS.length)).join('')
}

export const isKeyed = (node: Node): boolean => KEYED.has(node.type.name)

/** The key of a node, '' where it has none. */
export function keyOf(node: Node): string {
  const key: unknown = node.attrs['key']
  return typeof key === 'string' ? key : ''
}

/** Where a key is missing or repeated; of two nodes with one key the one outside `changed` keeps it, else the first. */
export function keysToGive(doc: Node, changed: readonly { from: number; to: number }[] = []): number[] {
  const isNew = (pos: number): boolean => changed.some(({ from, to }) => pos >= from && pos < to)
  const holders = new Map<string, number>()
  const give: number[] = []
  doc.descendants((node, pos) => {
    if (!isKeyed(node)) return !node.isTextblock
    const key = keyOf(node)
    const holder = holders.get(key)
    if (key === '') give.push(pos)
    else if (holder === undefined) holders.set(key, pos)
    else if (isNew(holder) && !isNew(pos)) {
      give.push(holder)
      holders.set(key, pos)
    } else give.push(pos)
    return !node.isTextblock
  })
  return give.toSorted((a, b) => a - b)
}

/** The document with a key for every provision; those that are there and unique stay. */
export function giveKeys(doc: Node, create: () => string = newKey): Node {
  const give = new Set(keysToGive(doc))
  return rewrite(doc, (node, pos) => (give.has(pos) ? node.type.create({ ...node.attrs, key: create() }, node.content) : node))
}

/** Where the provision with this key begins, null where the document has none. */
export function findKey(doc: Node, key: string): { node: Node; pos: number } | null {
  let found: { node: Node; pos: number } | null = null
  doc.descendants((node, pos) => {
    if (found === null && isKeyed(node) && keyOf(node) === key) found = { node, pos }
    return found === null && !node.isTextblock
  })
  return found
}
