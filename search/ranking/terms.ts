/** The words that are looked for, with what each is worth. */
import type { UnderstoodQuery } from '../query/index.ts'
import type { Cutter } from '../words.ts'

export type Term = {
  word: string
  /** what the word is worth beside others: less for a single character and for a word searched beside the typed ones */
  share: number
  typed: boolean
}

/** More words than this are not looked for. */
export const MAX_TERMS = 32
const SHARE_OF_EXPANSION = 0.6
/** One character alone is in most texts by chance (城, 款). */
const SHARE_OF_CHARACTER = 0.35

/** Words of the query as the index has them; typed ones first. */
export function termsOf(understood: UnderstoodQuery, cutter: Cutter): Term[] {
  const typed = cutter.distinctWords([understood.words, ...understood.titles, ...understood.phrases].join('\n'))
  const terms = new Map<string, Term>(typed.map((word) => [word, { word, share: shareOf(word), typed: true }]))
  for (const { to } of understood.alsoSearched) {
    for (const word of cutter.distinctWords(to.join('\n'))) {
      if (!terms.has(word)) terms.set(word, { word, share: SHARE_OF_EXPANSION * shareOf(word), typed: false })
    }
  }
  return [...terms.values()].slice(0, MAX_TERMS)
}

function shareOf(word: string): number {
  return word.length === 1 ? SHARE_OF_CHARACTER : 1
}
