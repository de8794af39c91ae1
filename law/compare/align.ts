import { plainText, type LegalText } from '../text/index.ts'
import { gatherEvidence } from './evidence.ts'
import { exactPairs } from './exact-pairs.ts'
import { matchArticles, type Edge } from './match-articles.ts'
import { comparableText, identityKey } from './normalise.ts'
import { alignmentRows } from './rows.ts'
import { buildCorpus } from './similarity.ts'

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
export const ALIGNMENT_VERSION = 'align-2'

/**
 * Which article of the old text became which of the new one.
 *
 * Every article of both texts stands in exactly one row. Rows follow the new text; a removed article
 * stands behind the row of the article that it followed. Cost grows as n log n.
 */
export function alignArticles(oldText: LegalText, newText: LegalText): Alignment {
  return alignmentRows(oldText, newText, findEdges(oldText, newText))
}

function findEdges(oldText: LegalText, newText: LegalText): Edge[] {
  const oldTexts = oldText.articles.map(plainText)
  const newTexts = newText.articles.map(plainText)
  const oldWords = oldTexts.map(comparableText)
  const newWords = newTexts.map(comparableText)

  const equal = exactPairs(oldTexts.map(identityKey), newTexts.map(identityKey))
  const settledOld = new Set([...equal.fixed, ...equal.open].map((pair) => pair.old))
  const settledNew = new Set([...equal.fixed, ...equal.open].map((pair) => pair.new))
  // equal but for the numbers of references and for punctuation
  const alike = exactPairs(
    oldWords.map((words, place) => (settledOld.has(place) || words === '' ? null : words)),
    newWords.map((words, place) => (settledNew.has(place) || words === '' ? null : words)),
  )
  const fixed = [...equal.fixed, ...alike.fixed]
  const fixedOld = new Set(fixed.map((pair) => pair.old))
  const fixedNew = new Set(fixed.map((pair) => pair.new))

  const oldPlaces = [...oldTexts.keys()].filter((place) => !fixedOld.has(place))
  const newPlaces = [...newTexts.keys()].filter((place) => !fixedNew.has(place))
  // nobody is left to look for a partner, or nobody to be found
  if (oldPlaces.length === 0 || newPlaces.length === 0) return fixed.map((pair) => ({ ...pair, kind: 'main', strength: 1 }))

  const corpus = buildCorpus(oldWords, newWords)
  const evidence = gatherEvidence({
    oldTexts,
    newTexts,
    corpus,
    oldPlaces,
    newPlaces,
    always: [...equal.open, ...alike.open],
  })
  return matchArticles({ oldCount: oldTexts.length, newCount: newTexts.length, fixed, equal: equal.open, evidence, corpus })
}
