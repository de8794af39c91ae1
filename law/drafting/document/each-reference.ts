/** The cross-references of a draft, with the place in which each stands. */
import type { Node } from 'prosemirror-model'
import { keyOf } from './keys.ts'
import type { DocumentNumbers, Numbered } from './number-document.ts'
import { partsOf, type RenderedReference, renderReference } from './render-reference.ts'

export type PlacedReference = { node: Node; pos: number; /** the 款, 项 or 目 around it; null outside the articles */ home: Numbered | null }

/** Every `reference` node in the order of the text. */
export function eachReference(doc: Node, numbers: DocumentNumbers): PlacedReference[] {
  const found: PlacedReference[] = []
  let home: Numbered | null = null
  doc.descendants((node, pos) => {
    if (node.type.name === 'reference') found.push({ node, pos, home })
    else if (node.isTextblock) home = node.type.name === 'clause' ? (numbers.byKey.get(keyOf(node)) ?? null) : null
    return true
  })
  return found
}

export type DanglingReference = {
  pos: number
  /** the 款, 项 or 目 in which it stands */
  home: Numbered | null
  /** the words as they were typed */
  words: string
  missing: string[]
}

/** References whose target is no longer in the document. */
export function danglingReferences(doc: Node, numbers: DocumentNumbers): DanglingReference[] {
  return eachReference(doc, numbers).flatMap(({ node, pos, home }) => {
    const missing = partsOf(node).flatMap((part) => (typeof part === 'string' ? [] : part.keys.filter((key) => !numbers.byKey.has(key))))
    return missing.length === 0 ? [] : [{ pos, home, words: String(node.attrs['words']), missing }]
  })
}

/** The words of every reference, by its position. */
export function renderedReferences(doc: Node, numbers: DocumentNumbers): Map<number, RenderedReference> {
  return new Map(eachReference(doc, numbers).map(({ node, pos, home }) => [pos, renderReference(partsOf(node), numbers, home)]))
}
