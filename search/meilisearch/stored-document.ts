/** A search document as Meilisearch keeps it, and as it comes back for ranking. */
import { z } from 'zod'
import type { SearchDocument } from '../engine.ts'
import { titleKey, documentNumberKey } from '../query/index.ts'
import type { Speller } from '../pinyin.ts'
import { characterPairs } from '../words.ts'

/** `2024-01-31` as 20240131, which can be compared in a filter. */
export function dayNumber(date: string): number {
  return Number(date.replaceAll('-', ''))
}

/** Pairs of characters as words of letters: the server would cut Chinese ones again. */
export function pairWords(pairs: readonly string[]): string {
  return pairs.map((pair) => [...pair].map((character) => `x${(character.codePointAt(0) ?? 0).toString(16)}`).join('')).join(' ')
}

export type StoredDocument = Omit<SearchDocument, 'organIds'> & {
  organIds: string[]
  documentNumberKey: string | null
  titleKey: string
  titlePairs: string
  /** from every syllable on, because the server finds the beginnings of words: `yangquan` in `chengshiyangquanguanli` */
  titlePinyin: string[]
  validFromDay: number | null
  validToDay: number | null
}

export function storedDocument(document: SearchDocument, speller: Speller): StoredDocument {
  const isWork = document.kind === 'work'
  const key = isWork ? titleKey(document.workTitle) : ''
  return {
    ...document,
    organIds: document.organIds ?? [],
    documentNumberKey: document.documentNumber === null ? null : documentNumberKey(document.documentNumber),
    titleKey: key,
    titlePairs: pairWords(characterPairs(key)),
    titlePinyin: isWork ? speller.titleEndings(document.workTitle) : [],
    validFromDay: document.validFrom === null ? null : dayNumber(document.validFrom),
    validToDay: document.validTo === null ? null : dayNumber(document.validTo),
  }
}

/** What is asked back of a hit. */
export const RETRIEVED = [
  'id', 'kind', 'workKey', 'workTitle', 'titleKey', 'titlePinyin', 'versionId', 'dateKey', 'title', 'number', 'anchor', 'text', 'issuer', 'documentKind', 'rank', 'documentNumber', 'documentNumberKey', 'regionCode', 'validFrom', 'validTo',
]

/** A hit as a candidate for ranking: the whole spelling of a title is its first ending. */
export const storedCandidate = z.object({
  id: z.string(),
  kind: z.enum(['work', 'provision']),
  workKey: z.string(),
  workTitle: z.string(),
  titleKey: z.string(),
  titlePinyin: z.array(z.string()).transform((endings) => endings[0] ?? ''),
  versionId: z.string(),
  dateKey: z.string(),
  title: z.string(),
  number: z.string(),
  anchor: z.string().nullable(),
  text: z.string(),
  issuer: z.string(),
  documentKind: z.string(),
  rank: z.number(),
  documentNumber: z.string().nullable(),
  documentNumberKey: z.string().nullable(),
  regionCode: z.string(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
})

export const storedPage = z.object({ hits: z.array(storedCandidate), estimatedTotalHits: z.number() })
export const storedPages = z.object({ results: z.array(storedPage) })
export const countedPages = z.object({ results: z.array(z.object({ estimatedTotalHits: z.number() })) })
