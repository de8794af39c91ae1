import { plainText, type LegalText } from '../text/index.ts'
import { gatherEvidence } from './evidence.ts'
import { exactPairs } from './exact-pairs.ts'
import { numberGrams } from './grams.ts'
import { matchArticles, type Edge } from './match-articles.ts'
import { packKeys, packWords } from './normalise.ts'
import { alignmentRows } from './rows.ts'
import { corpusOf } from './similarity.ts'
import { numberUnits } from './units.ts'

export type RowKind = 'same' | 'changed' | 'added' | 'removed'

export type AlignmentRow = {
  kind: RowKind
  /** ids of articles of the old text: several where they were merged, none where the article is new */
  old: string[]
  /** ids of articles of the new text: several where one was split, none where the article is gone */
  new: string[]
  /** which became which, where several of both stand in one row */
  edges?: [string, string][]
  /** the labels differ */
  renumbered: boolean
  /** outside the longest run of rows that keeps its order */
  moved: boolean
  /** how sure the pairing is, 1 for articles that are equal; 0 where there is none */
  score: number
}

export type Alignment = { rows: AlignmentRow[] }

/** Goes with every stored comparison: a better algorithm never rewrites what is stored (design §4a). */
export const ALIGNMENT_VERSION = 'align-4'

/**
 * Which article of the old text became which of the new one.
 *
 * Every article of both texts stands in exactly one row. Rows follow the new text; a removed article
 * stands behind the row of the article that it followed. Cost grows as n log n.
 */
export function alignArticles(oldText: LegalText, newText: LegalText): Alignment {
  return alignPrinted(oldText, newText, oldText.articles.map(plainText), newText.articles.map(plainText))
}

/** `alignArticles` where the words of all articles are at hand, as `plainText` prints them. */
export function alignPrinted(oldText: LegalText, newText: LegalText, oldTexts: readonly string[], newTexts: readonly string[]): Alignment {
  const texts = [...oldTexts, ...newTexts]
  const keys = numberUnits(packKeys(texts))
  const oldCount = oldTexts.length
  return alignmentRows(oldText, newText, findEdges(texts, oldCount, keys), (oldPlace, newPlace) => keys[oldPlace] === keys[oldCount + newPlace])
}

/** `keys` is one number for all texts that are equal. */
function findEdges(texts: readonly string[], oldCount: number, keys: Int32Array): Edge[] {
  const newCount = texts.length - oldCount
  const words = packWords(texts)
  const equal = exactPairs(keys.subarray(0, oldCount), keys.subarray(oldCount))
  // equal but for the numbers of references and for punctuation
  const wordKeys = numberUnits(words).map((key, unit) => (words.to[unit] === words.from[unit] ? -1 : key))
  for (const pair of [...equal.fixed, ...equal.open]) {
    wordKeys[pair.old] = -1
    wordKeys[oldCount + pair.new] = -1
  }
  const alike = exactPairs(wordKeys.subarray(0, oldCount), wordKeys.subarray(oldCount))
  const fixed = [...equal.fixed, ...alike.fixed]
  const fixedOld = new Set(fixed.map((pair) => pair.old))
  const fixedNew = new Set(fixed.map((pair) => pair.new))

  const oldPlaces = places(oldCount).filter((place) => !fixedOld.has(place))
  const newPlaces = places(newCount).filter((place) => !fixedNew.has(place))
  // nobody is left to look for a partner, or nobody to be found
  if (oldPlaces.length === 0 || newPlaces.length === 0) return fixed.map((pair) => ({ ...pair, kind: 'main', strength: 1 }))

  const grams = numberGrams(words)
  const corpus = corpusOf(words, oldCount, grams)
  const evidence = gatherEvidence({ texts, words, grams, corpus, oldPlaces, newPlaces, always: [...equal.open, ...alike.open] })
  return matchArticles({ oldCount, newCount, fixed, equal: equal.open, evidence, corpus })
}

const places = (count: number): number[] => Array.from({ length: count }, (_, place) => place)
