import type { LegalText } from '../text/index.ts'
import type { Alignment } from './align.ts'
import type { Edge } from './match-articles.ts'
import { alignmentRows } from './rows.ts'

/** One article that became another, as it was stored: ids of both texts and how sure the program was. */
export type AlignedPair = { old: string; new: string; score: number }

/** What a person says: these articles became those. No new ones: they are gone; no old ones: they are new. */
export type SaidOfArticles = { old: readonly string[]; new: readonly string[] }

/** The pairs of an alignment, as they are stored. */
export const pairsOf = (alignment: Alignment): AlignedPair[] =>
  alignment.rows.flatMap((row) => (row.edges ?? row.old.flatMap((from) => row.new.map((to): [string, string] => [from, to]))).map(([from, to]) => ({ old: from, new: to, score: row.score })))

/** Pairs after what persons said, one after the other: who speaks of an article speaks of all that hung on it. */
export function withSaid(pairs: readonly AlignedPair[], said: readonly SaidOfArticles[]): AlignedPair[] {
  return said.reduce<AlignedPair[]>(
    (before, one) => [
      ...before.filter((pair) => !one.old.includes(pair.old) && !one.new.includes(pair.new)),
      ...one.old.flatMap((from) => one.new.map((to): AlignedPair => ({ old: from, new: to, score: 1 }))),
    ],
    [...pairs],
  )
}

/** The alignment that pairs give: for one that was stored, or that a person corrected. Pairs of articles that a text does not have are left out. */
export function alignmentFromPairs(oldText: LegalText, newText: LegalText, pairs: readonly AlignedPair[]): Alignment {
  const places = (text: LegalText) => new Map(text.articles.map(({ id }, at) => [id, at]))
  const [from, to] = [places(oldText), places(newText)]
  const edges = pairs.flatMap((pair): Edge[] => {
    const [before, after] = [from.get(pair.old), to.get(pair.new)]
    return before === undefined || after === undefined ? [] : [{ old: before, new: after, kind: 'part', strength: pair.score }]
  })
  return alignmentRows(oldText, newText, edges)
}
