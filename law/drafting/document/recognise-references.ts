/** Typed references as nodes that follow their targets. Nothing a drafter typed changes: the words stay the same. */
import { Fragment, type Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { type Citation, isAmending, recogniseCitations } from '../../citation/index.ts'
import type { LegalText, ReferencePart } from '../../text/index.ts'
import { renderedReferences } from './each-reference.ts'
import { type DocumentNumbers, numberDocument, type Numbered } from './number-document.ts'
import { referenceParts } from './reference-parts.ts'
import { renderReference } from './render-reference.ts'
import { textOf } from './text-of.ts'

export type FoundReference = { from: number; to: number; words: string; parts: ReferencePart[] }

/** The 款, 项 and 目 of a document by the ids that its text gives them. */
function byNodeId(text: LegalText, numbers: DocumentNumbers): Map<string, Numbered> {
  const inOrder = numbers.nodes.filter(({ kind }) => kind === 'paragraph' || kind === 'item' || kind === 'subitem')
  const ids = text.articles.flatMap((article) =>
    article.paragraphs.flatMap((paragraph) => [paragraph.id, ...paragraph.items.flatMap((item) => [item.id, ...item.subitems.map(({ id }) => id)])]),
  )
  return new Map(ids.flatMap((id, index) => { const one = inOrder[index]; return one === undefined ? [] : [[id, one]] }))
}

/** Where offsets in the printed words of a textblock stand in the document; null inside a reference that is there. */
function positionsIn(block: Node, base: number, rendered: ReadonlyMap<number, { text: string }>): (start: number, end: number) => { from: number; to: number } | null {
  const stretches: { start: number; end: number; pos: number }[] = []
  let offset = 0
  block.forEach((child, at) => {
    const pos = base + 1 + at
    if (child.isText) {
      stretches.push({ start: offset, end: offset + child.nodeSize, pos })
      offset += child.nodeSize
    } else offset += rendered.get(pos)?.text.length ?? String(child.attrs['words'] ?? '').length
  })
  return (start, end) => {
    const inside = stretches.find((one) => start >= one.start && end <= one.end)
    return inside === undefined ? null : { from: inside.pos + start - inside.start, to: inside.pos + end - inside.start }
  }
}

/**
 * References of a draft to itself that are still typed words, as nodes could stand for them: only where every target
 * is there and the node would print the very same words.
 * @param within positions to look at; the whole document where none are given
 */
export function findReferences(doc: Node, within: { from: number; to: number } = { from: 0, to: doc.content.size }): FoundReference[] {
  if (doc.attrs['form'] !== 'articles') return []
  const numbers = numberDocument(doc)
  const text = textOf(doc, numbers)
  if (isAmending(text)) return []
  const rendered = renderedReferences(doc, numbers)
  const homes = byNodeId(text, numbers)
  const found: FoundReference[] = []
  for (const citation of recogniseCitations(text)) {
    if (citation.target.law !== 'self') continue
    const home = homes.get(citation.in.nodeId)
    if (home === undefined || home.pos < within.from || home.pos >= within.to) continue
    const block = doc.nodeAt(home.pos)
    const place = block === null ? null : positionsIn(block, home.pos, rendered)(citation.start, citation.end)
    const parts = place === null ? null : partsThatPrint(citation, numbers, home)
    if (place !== null && parts !== null) found.push({ ...place, words: citation.text, parts })
  }
  return found.toSorted((a, b) => a.from - b.from)
}

function partsThatPrint(citation: Citation, numbers: DocumentNumbers, home: Numbered): ReferencePart[] | null {
  const parts = referenceParts(citation, numbers, home)
  return parts !== null && renderReference(parts, numbers, home).text === citation.text ? parts : null
}

/** Puts nodes in the place of typed words; the last first, so that positions hold. */
export function linkReferences<Change extends Transform>(change: Change, found: readonly FoundReference[]): Change {
  const type = change.doc.type.schema.nodes['reference']
  if (type === undefined) return change
  for (const { from, to, words, parts } of found.toReversed()) change.replaceWith(from, to, Fragment.from(type.create({ parts, words })))
  return change
}

/** The document with its typed references as nodes. What cannot be resolved stays text. */
export const recogniseReferences = (doc: Node): Node => linkReferences(new Transform(doc), findReferences(doc)).doc
