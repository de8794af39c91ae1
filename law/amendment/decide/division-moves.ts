/** Which 编 分编 章 节 became which. */
import { type Division, type LegalText, walkBody } from '../../text/index.ts'
import type { ArticleMove } from './article-moves.ts'
import { likeness, pairInOrder } from './pair-blocks.ts'

/** A division with the articles in it, by their places. `parent` is the place of the division around it, -1 for none. */
export type DivisionSpan = { division: Division; place: number; parent: number; articles: number[]; /** divisions around it, outermost first */ around: Division[] }

export type DivisionMoves = {
  olds: DivisionSpan[]
  news: DivisionSpan[]
  /** old place → new place */
  kept: Map<number, number>
}

const ALIKE = 0.5
const WORTH_OF_HEADING = 0.6
const MOSTLY = 0.6

/** Divisions in the order of the text with what stands in them, at every depth. */
export function divisionSpans(text: LegalText): DivisionSpan[] {
  const spans: DivisionSpan[] = []
  const byDivision = new Map<Division, DivisionSpan>()
  walkBody(text, {
    division(division, around) {
      const parent = around.at(-1)
      const span = { division, place: spans.length, parent: parent === undefined ? -1 : (byDivision.get(parent)?.place ?? -1), articles: [], around: [...around] }
      spans.push(span)
      byDivision.set(division, span)
    },
    article(_, around, index) {
      for (const division of around) byDivision.get(division)?.articles.push(index)
    },
  })
  return spans
}

/** Pairs divisions of one kind by heading and by the articles that they share, in an order that both texts keep. */
export function divisionMoves(oldText: LegalText, newText: LegalText, moves: readonly ArticleMove[]): DivisionMoves {
  const [olds, news] = [divisionSpans(oldText), divisionSpans(newText)]
  const target = new Map<number, number[]>()
  for (const move of moves) {
    if (move.kind === 'kept') target.set(move.old, [move.new])
    if (move.kind === 'split') target.set(move.old, move.new)
    if (move.kind === 'merged') for (const old of move.old) target.set(old, [move.new])
  }
  const worth = (old: DivisionSpan, next: DivisionSpan): number => {
    if (old.division.kind !== next.division.kind) return 0
    const inside = new Set(next.articles)
    const shared = old.articles.filter((place) => target.get(place)?.some((one) => inside.has(one))).length
    const fewer = Math.min(old.articles.length, next.articles.length)
    const more = Math.max(old.articles.length, next.articles.length)
    const heading = likeness(old.division.heading, next.division.heading)
    const value = WORTH_OF_HEADING * heading + (fewer === 0 ? 0 : shared / fewer) * (1 - WORTH_OF_HEADING) + (heading === 1 ? 0.2 : 0)
    // the same articles under another name
    if (shared >= more * MOSTLY && shared > 0) return Math.max(value, ALIKE)
    return value >= ALIKE ? value : 0
  }
  const kept = new Map<number, number>()
  // level by level: a 节 is looked for inside the 章 that its own 章 became
  pairWithin(-1, -1)
  return { olds, news, kept }

  function pairWithin(oldParent: number, newParent: number): void {
    const [before, after] = [olds.filter(({ parent }) => parent === oldParent), news.filter(({ parent }) => parent === newParent)]
    for (const pair of pairInOrder(before.length, after.length, (i, j) => {
      const [old, next] = [before[i], after[j]]
      return old === undefined || next === undefined ? 0 : worth(old, next)
    })) {
      const [old, next] = [before[pair.old], after[pair.new]]
      if (old === undefined || next === undefined) continue
      kept.set(old.place, next.place)
      pairWithin(old.place, next.place)
    }
  }
}
