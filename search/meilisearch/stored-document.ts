/** A search document as Meilisearch keeps it, and a hit as it comes back. */
import { z } from 'zod'
import type { SearchDocument, SearchHit } from '../engine.ts'
import { forceStatus } from '../force-status.ts'
import type { Speller } from '../pinyin.ts'
import { documentNumberKey } from '../query/index.ts'
import { snippet } from '../snippet.ts'
import type { Segment } from '../snippet.ts'

/** Between these two characters, which no text has, stands what was found. */
export const MARK_BEGIN = '\u0002'
export const MARK_END = '\u0003'

/** `2024-01-31` as 20240131, which can be compared in a filter. */
export function dayNumber(date: string): number {
  return Number(date.replaceAll('-', ''))
}

export type StoredDocument = Omit<SearchDocument, 'organIds'> & {
  organIds: string[]
  documentNumberKey: string | null
  titlePinyin: string
  validFromDay: number | null
  validToDay: number | null
}

export function storedDocument(document: SearchDocument, speller: Speller): StoredDocument {
  return {
    ...document,
    organIds: document.organIds ?? [],
    documentNumberKey: document.documentNumber === null ? null : documentNumberKey(document.documentNumber),
    titlePinyin: document.kind === 'work' ? speller.titlePinyin(document.workTitle) : '',
    validFromDay: document.validFrom === null ? null : dayNumber(document.validFrom),
    validToDay: document.validTo === null ? null : dayNumber(document.validTo),
  }
}

/** What is asked back of a hit. */
export const RETRIEVED = [
  'id', 'kind', 'workKey', 'workTitle', 'versionId', 'dateKey', 'title', 'number', 'anchor', 'text', 'issuer', 'documentKind', 'documentNumber', 'regionCode', 'validFrom', 'validTo',
]

const storedHit = z.object({
  id: z.string(),
  kind: z.enum(['work', 'provision']),
  workKey: z.string(),
  workTitle: z.string(),
  versionId: z.string(),
  dateKey: z.string(),
  title: z.string(),
  number: z.string(),
  anchor: z.string().nullable(),
  text: z.string(),
  issuer: z.string(),
  documentKind: z.string(),
  documentNumber: z.string().nullable(),
  regionCode: z.string(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  _formatted: z.object({ text: z.string(), workTitle: z.string() }).optional(),
  _rankingScore: z.number().optional(),
  _federation: z.object({ weightedRankingScore: z.number() }).optional(),
})

export const storedAnswer = z.object({ hits: z.array(storedHit), estimatedTotalHits: z.number() })

export function hitOf(stored: z.infer<typeof storedHit>, onDate: string): SearchHit {
  const { text, _formatted, _rankingScore, _federation, ...fields } = stored
  return {
    ...fields,
    status: forceStatus(stored.validFrom, stored.validTo, onDate),
    titleSegments: segmentsOf(_formatted?.workTitle ?? stored.workTitle, MARK_BEGIN, MARK_END),
    snippet: _formatted === undefined ? snippet(text, []) : segmentsOf(_formatted.text, MARK_BEGIN, MARK_END),
    score: _federation?.weightedRankingScore ?? _rankingScore ?? 0,
  }
}

/** A text with marks in it as pieces; neighbouring marks become one. */
export function segmentsOf(marked: string, begin: string, end: string): Segment[] {
  const segments: Segment[] = []
  const push = (text: string, isMarked: boolean): void => {
    const before = segments.at(-1)
    if (text === '') return
    if (before !== undefined && before.marked === isMarked) before.text += text
    else segments.push({ text, marked: isMarked })
  }
  for (const [index, piece] of marked.split(begin).entries()) {
    const closing = index === 0 ? -1 : piece.indexOf(end)
    if (closing < 0) push(piece, false)
    else {
      push(piece.slice(0, closing), true)
      push(piece.slice(closing + end.length), false)
    }
  }
  return segments
}
