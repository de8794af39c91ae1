/** What an engine brings to be ranked, and which of it was meant. Pure. */
import type { SearchDocument } from '../engine.ts'
import { normalise, titleKey } from '../query/index.ts'
import type { UnderstoodQuery } from '../query/index.ts'
import type { Cutter } from '../words.ts'
import { titleLikeness } from './score.ts'

/** A document as ranking reads it, with its keys. `titleKey` and `titlePinyin` are '' for a provision. */
export type Candidate = Omit<SearchDocument, 'audience' | 'organIds'> & { titleKey: string; titlePinyin: string; documentNumberKey: string | null }

/** A title this like what was asked is the one whose article is meant. */
const MEANT = 0.6

/** Titles that a query may mean: names between 《》, the whole of the words, each word between spaces. */
export function titlesAsked(understood: UnderstoodQuery): string[] {
  const asked = [...understood.titles, understood.words, ...understood.words.split(' ')].map(titleKey)
  return [...new Set(asked)].filter((title) => title.length >= 2)
}

/** Versions of the works that were named; null where none was, so that every work is meant. */
export function versionsMeant(titles: readonly string[], titled: readonly Candidate[]): string[] | null {
  if (titles.length === 0) return null
  const meant = titled.filter((row) => titles.some((asked) => titleLikeness(row.titleKey, asked) >= MEANT))
  return [...new Set(meant.map((row) => row.versionId))]
}

/** Rows that hold every phrase as it was quoted. */
export function holdingPhrases(rows: Candidate[], phrases: readonly string[]): Candidate[] {
  if (phrases.length === 0) return rows
  return rows.filter((row) => {
    const plain = normalise(`${row.workTitle}\n${row.title}\n${row.text}`).replace(/\s+/gu, '')
    return phrases.every((phrase) => plain.includes(phrase.replace(/\s+/gu, '')))
  })
}

/** Words that a row has to hold because a phrase holds them. */
export function wordsOfPhrases(phrases: readonly string[], cutter: Cutter): string[] {
  return [...new Set(phrases.flatMap((phrase) => cutter.distinctWords(phrase)))]
}

/** The words as typed, and with each everyday word as the law says it. */
export function wordingsOf({ words, alsoSearched }: UnderstoodQuery): string[] {
  return [words, ...alsoSearched.flatMap(({ from, to }) => to.map((legal) => words.replaceAll(from, legal)))]
}

/** Nothing to look for: the works are listed. */
export function asksNothing(understood: UnderstoodQuery): boolean {
  return understood.words === '' && understood.titles.length === 0 && understood.phrases.length === 0 && understood.article === null && understood.documentNumber === null
}
