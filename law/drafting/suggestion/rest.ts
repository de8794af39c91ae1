/** What a container holds that has no key: compared and settled as one thing. */
import type { Node } from 'prosemirror-model'
import { keyOf } from '../document/index.ts'
import type { Outline } from './outline.ts'

/** A block without a key, and the keyed sibling that it follows (null: it stands before all of them). */
export type Loose = { node: Node; after: string | null }
export type Rest = {
  blocks: readonly Loose[]
  /** of an article, which may have one: its words are compared by themselves where both sides have it */
  heading: Node | null
  words: string
  from: number | null
  to: number | null
  same(other: Rest): boolean
}

/** Headings are compared by their words, not here. */
const OWN_WORDS: ReadonlySet<string> = new Set(['heading', 'annex_title', 'article_heading'])

/** The blocks without keys of a container, `''` for the document. A heading of an article belongs to them: it may come and go. */
export function restOf(outline: Outline, key: string): Rest {
  const container = key === '' ? outline.doc : outline.byKey.get(key)?.node
  const start = key === '' ? 0 : (outline.byKey.get(key)?.pos ?? 0) + 1
  const blocks: Loose[] = []
  let heading: Node | null = null
  let after: string | null = null
  let from: number | null = null
  let to: number | null = null
  container?.forEach((node, offset) => {
    const own = keyOf(node)
    if (node.type.name === 'article_heading') heading = node
    if (own !== '') after = own
    else if (!OWN_WORDS.has(node.type.name)) {
      blocks.push({ node, after })
      from ??= start + offset
      to = start + offset + node.nodeSize
    }
  })
  const words = blocks.map(({ node }) => node.textContent).join('\n')
  const hasHeading = heading !== null
  return { blocks, heading, words, from, to, same: (other) => (other.heading !== null) === hasHeading && other.blocks.length === blocks.length && blocks.every((block, at) => other.blocks[at]?.node.eq(block.node) === true) }
}
