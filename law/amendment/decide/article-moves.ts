/** Which article becomes which, in the few ways for which a decision has a formula. */
import type { AlignmentRow } from '../../compare/index.ts'
import type { Article, LegalText } from '../../text/index.ts'
import { articleWords } from './lines.ts'
import { likeness } from './pair-blocks.ts'

/** Places count in `articles` of the old and of the new text. */
export type ArticleMove =
  | { kind: 'kept'; old: number; new: number; /** out of the order of those around it */ moved: boolean }
  | { kind: 'merged'; old: number[]; new: number }
  | { kind: 'split'; old: number; new: number[] }
  /** the 款 at this place of the old article, counted from 0, is an article of its own now */
  | { kind: 'set-apart'; old: number; paragraph: number; new: number }
  | { kind: 'added'; new: number }
  | { kind: 'removed'; old: number }

/** Below this an article has so little of the other that 修改为 would name the wrong origin. */
const LEAST_LIKENESS = 0.2
const MAINLY = 0.6
const HARDLY = 0.3

const placesOf = (articles: readonly Article[]): ReadonlyMap<string, number> => new Map(articles.map(({ id }, at) => [id, at]))

/**
 * Reads the rows of an alignment as moves. An article that came of several is a merger, one that became several
 * neighbours a division; a net of several with several is taken apart into its strongest pairs.
 */
export function articleMoves(oldText: LegalText, newText: LegalText, rows: readonly AlignmentRow[]): ArticleMove[] {
  const [oldPlaces, newPlaces] = [placesOf(oldText.articles), placesOf(newText.articles)]
  const moves = rows.flatMap((row): ArticleMove[] => {
    const olds = row.old.flatMap((id) => oldPlaces.get(id) ?? []).sort((a, b) => a - b)
    const news = row.new.flatMap((id) => newPlaces.get(id) ?? []).sort((a, b) => a - b)
    return readRow(olds, news, (old, next) => likenessAt(oldText, newText, old, next))
  })
  return withOrder(moves)
}

function likenessAt(oldText: LegalText, newText: LegalText, old: number, next: number): number {
  const [before, after] = [oldText.articles[old], newText.articles[next]]
  return before === undefined || after === undefined ? 0 : likeness(articleWords(before), articleWords(after))
}

function readRow(olds: readonly number[], news: readonly number[], alike: (old: number, next: number) => number): ArticleMove[] {
  const [old, next] = [olds[0], news[0]]
  if (old === undefined) return news.map((place) => ({ kind: 'added', new: place }))
  if (next === undefined) return olds.map((place) => ({ kind: 'removed', old: place }))
  if (olds.length === 1 && news.length === 1) return [{ kind: 'kept', old, new: next, moved: false }]
  if (news.length === 1) return readMerger(olds, next, alike)
  const neighbours = news.every((place, at) => place === next + at)
  if (olds.length === 1 && neighbours) return [{ kind: 'split', old, new: [...news] }]
  return takeApart(olds, news, alike)
}

/** One old article that goes on nearly as it was has not been joined with another of which hardly a word is left. */
function readMerger(olds: readonly number[], next: number, alike: (old: number, next: number) => number): ArticleMove[] {
  const shares = olds.map((old) => ({ old, share: alike(old, next) }))
  const main = shares.reduce((best, one) => (one.share > best.share ? one : best))
  const joined = shares.filter(({ old, share }) => old === main.old || main.share < MAINLY || share > HARDLY)
  const gone = olds.filter((old) => !joined.some((one) => one.old === old))
  const removed = gone.map((old): ArticleMove => ({ kind: 'removed', old }))
  if (joined.length === 1) return [{ kind: 'kept', old: main.old, new: next, moved: false }, ...removed]
  return [{ kind: 'merged', old: joined.map(({ old }) => old), new: next }, ...removed]
}

function takeApart(olds: readonly number[], news: readonly number[], alike: (old: number, next: number) => number): ArticleMove[] {
  const pairs = olds.flatMap((old) => news.map((next) => ({ old, new: next, worth: alike(old, next) })))
  pairs.sort((a, b) => b.worth - a.worth || a.old - b.old || a.new - b.new)
  const [takenOld, takenNew] = [new Set<number>(), new Set<number>()]
  const moves: ArticleMove[] = []
  for (const pair of pairs) {
    if (pair.worth < LEAST_LIKENESS || takenOld.has(pair.old) || takenNew.has(pair.new)) continue
    takenOld.add(pair.old)
    takenNew.add(pair.new)
    moves.push({ kind: 'kept', old: pair.old, new: pair.new, moved: false })
  }
  for (const next of news) if (!takenNew.has(next)) moves.push({ kind: 'added', new: next })
  for (const old of olds) if (!takenOld.has(old)) moves.push({ kind: 'removed', old })
  return moves
}

/** Marks what stands outside the longest run in which old and new places both rise. */
function withOrder(moves: readonly ArticleMove[]): ArticleMove[] {
  const kept = moves.flatMap((move) => (move.kind === 'kept' ? [move] : [])).sort((a, b) => a.old - b.old)
  const inOrder = longestRise(kept.map((move) => move.new))
  const steady = new Set(kept.filter((_, at) => inOrder.has(at)))
  return moves.map((move) => (move.kind === 'kept' && !steady.has(move) ? { ...move, moved: true } : move))
}

/** Indices of a longest rising subsequence. */
function longestRise(values: readonly number[]): Set<number> {
  const ends: number[] = []
  const before: number[] = []
  values.forEach((value, at) => {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    before[at] = low > 0 ? (ends[low - 1] ?? -1) : -1
    ends[low] = at
  })
  const run = new Set<number>()
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) run.add(at)
  return run
}

const ARTICLE_LABEL = /第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)*/g

/** New label of every old article that goes on under another number, as references to it follow. */
export function renumberings(oldText: LegalText, newText: LegalText, moves: readonly ArticleMove[]): Map<string, string> {
  const labels = new Map<string, string>()
  const put = (old: number, next: number | undefined): void => {
    const [before, after] = [oldText.articles[old]?.number, newText.articles[next ?? -1]?.number]
    if (before !== undefined && after !== undefined && before !== after) labels.set(before, after)
  }
  for (const move of moves) {
    if (move.kind === 'kept') put(move.old, move.new)
    if (move.kind === 'merged') for (const old of move.old) put(old, move.new)
    if (move.kind === 'split') put(move.old, move.new[0])
  }
  return labels
}

/** The words with every article label as it is called after renumbering. */
export function followLabels(words: string, labels: ReadonlyMap<string, string>): string {
  return labels.size === 0 ? words : words.replace(ARTICLE_LABEL, (label) => labels.get(label) ?? label)
}
