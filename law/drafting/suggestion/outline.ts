/** Where everything of a draft stands, by key: what two documents are compared by. */
import type { Node } from 'prosemirror-model'
import { keyOf } from '../document/index.ts'

/** Blocks that hold keyed ones; everything else is kept whole. */
const CONTAINERS: ReadonlySet<string> = new Set(['doc', 'chapter', 'article', 'annex'])
export const isContainer = (node: Node): boolean => CONTAINERS.has(node.type.name)

/** One keyed provision. */
export type Placed = {
  node: Node
  pos: number
  /** key of the container, '' for the document itself */
  parent: string
  /** keyed siblings before it, the nearest last */
  before: readonly string[]
  /** the article, annex or chapter that a person would name */
  article: string
}

/** A block of words: a 款 项 目, or the one heading that a container has. */
export type Words = { node: Node; pos: number; article: string }

export type Outline = {
  doc: Node
  byKey: ReadonlyMap<string, Placed>
  /** keys of the keyed children of a container, in their order */
  children: ReadonlyMap<string, readonly string[]>
  words: ReadonlyMap<string, Words>
}

const HEADINGS: ReadonlySet<string> = new Set(['heading', 'article_heading', 'annex_title'])
const outlines = new WeakMap<Node, Outline>()

/** The name of a block of words in `Outline.words`. */
export const headingOf = (key: string): string => `${key}/heading`

/** The outline of a document; counted once for each. */
export function outlineOf(doc: Node): Outline {
  const known = outlines.get(doc)
  if (known !== undefined) return known
  const byKey = new Map<string, Placed>()
  const children = new Map<string, string[]>()
  const words = new Map<string, Words>()
  const inside = (container: Node, start: number, key: string, article: string): void => {
    const own: string[] = []
    children.set(key, own)
    container.forEach((node, offset) => {
      const pos = start + offset
      if (HEADINGS.has(node.type.name)) words.set(headingOf(key), { node, pos, article })
      const childKey = keyOf(node)
      if (childKey === '') return
      const named = node.type.name === 'clause' ? article : childKey
      byKey.set(childKey, { node, pos, parent: key, before: own.slice(-1), article: named })
      own.push(childKey)
      if (node.isTextblock) words.set(childKey, { node, pos, article: named })
      if (isContainer(node)) inside(node, pos + 1, childKey, named)
    })
  }
  inside(doc, 0, '', '')
  const outline = { doc, byKey, children, words }
  outlines.set(doc, outline)
  return outline
}

/** Whether both documents have the provision. */
export const inBoth = (a: Outline, b: Outline, key: string): boolean => a.byKey.has(key) && b.byKey.has(key)
