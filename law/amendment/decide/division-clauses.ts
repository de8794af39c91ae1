/** What a decision says of 编 分编 章 节. */
import type { Division, LegalText } from '../../text/index.ts'
import type { ArticleMove } from './article-moves.ts'
import type { Clause, DivisionName } from './clause.ts'
import { type DivisionMoves, divisionMoves, type DivisionSpan } from './division-moves.ts'
import { articleLines } from './lines.ts'
import type { PlacedClause } from './plan.ts'

/** A division as an instruction names it: a 节 in its 章, a 章 in its 编 where there are several of its number. */
function nameOf({ division, around }: DivisionSpan, spans: readonly DivisionSpan[]): DivisionName {
  const { kind, number, heading } = division
  let outer = kind === 'section' || kind === 'subpart' ? 1 : 0
  const within = (): Division[] => (outer === 0 ? [] : around.slice(-outer))
  // the outermost that is named must be the only one of its number
  const isAlone = ({ kind: outmost, number: its }: Division): boolean => spans.filter(({ division: one }) => one.kind === outmost && one.number === its).length === 1
  while (outer < around.length && !isAlone(within()[0] ?? division)) outer += 1
  return { kind, number, heading, within: within().map((one) => one.number) }
}

/** Which divisions come and go, and which articles come and go with them. */
export class DivisionPlan {
  readonly oldText: LegalText
  readonly newText: LegalText
  readonly moves: DivisionMoves
  /** places of new articles that are quoted with their division */
  readonly quoted = new Set<number>()
  /** places of old articles that go with their division */
  readonly dropped = new Set<number>()
  /** divisions that come with all they hold, and divisions that go so; those inside of them need no word */
  readonly wholeNew: DivisionSpan[] = []
  readonly wholeOld: DivisionSpan[] = []
  readonly #innermost = new Map<number, DivisionSpan>()
  readonly #oldOfNew = new Map<number, number>()

  constructor(oldText: LegalText, newText: LegalText, moves: readonly ArticleMove[]) {
    this.oldText = oldText
    this.newText = newText
    this.moves = divisionMoves(oldText, newText, moves)
    for (const [old, next] of this.moves.kept) this.#oldOfNew.set(next, old)
    for (const span of this.moves.news) for (const place of span.articles) this.#innermost.set(place, span)
    const added = new Set(moves.flatMap((move) => (move.kind === 'added' ? [move.new] : [])))
    const removed = new Set(moves.flatMap((move) => (move.kind === 'removed' ? [move.old] : [])))
    const keptOld = (span: DivisionSpan): boolean => this.moves.kept.has(span.place)
    const keptNew = (span: DivisionSpan): boolean => this.#oldOfNew.has(span.place)
    this.#collect(this.moves.news, added, keptNew, this.wholeNew, this.quoted)
    this.#collect(this.moves.olds, removed, keptOld, this.wholeOld, this.dropped)
  }

  #collect(spans: readonly DivisionSpan[], articles: ReadonlySet<number>, kept: (span: DivisionSpan) => boolean, whole: DivisionSpan[], into: Set<number>): void {
    for (const span of spans) {
      if (kept(span) || span.articles.length === 0 || this.inside(span, whole)) continue
      if (!span.articles.every((place) => articles.has(place))) continue
      whole.push(span)
      for (const place of span.articles) into.add(place)
    }
  }

  inside(span: DivisionSpan, whole: readonly DivisionSpan[]): boolean {
    return whole.some(({ division }) => span.around.includes(division))
  }

  isNew(span: DivisionSpan): boolean {
    return !this.#oldOfNew.has(span.place)
  }

  oldOf(span: DivisionSpan): DivisionSpan | undefined {
    return this.moves.olds[this.#oldOfNew.get(span.place) ?? -1]
  }

  /** A new division by its new number, in one that stays by the old number of that. */
  newName(span: DivisionSpan): { division: DivisionName; into: DivisionName | null } {
    const parent = this.moves.news[span.parent]
    const old = parent === undefined ? undefined : this.oldOf(parent)
    return old === undefined ? { division: nameOf(span, this.moves.news), into: null } : { division: { ...nameOf(span, this.moves.news), within: [] }, into: nameOf(old, this.moves.olds) }
  }

  /** The innermost division of an article of the new text. */
  innermost(place: number): DivisionSpan | undefined {
    return this.#innermost.get(place)
  }

  /** The division to name where a run of new articles stands at its edge, so that the number alone leaves open which side it is on. */
  ambiguous(run: readonly number[]): DivisionName | null {
    const [first, last] = [run[0] ?? 0, run.at(-1) ?? 0]
    const own = this.#innermost.get(first)
    if (own === undefined || this.isNew(own)) return null
    const before = first === 0 ? own : this.#innermost.get(first - 1)
    const after = last + 1 >= this.newText.articles.length ? own : this.#innermost.get(last + 1)
    if (before === own && after === own) return null
    // 第六章 would be taken for the one that is added under that number
    const number = this.oldOf(own)?.division.number
    if (this.moves.news.some((span) => this.isNew(span) && span.division.kind === own.division.kind && span.division.number === number)) return null
    const old = this.oldOf(own)
    return old === undefined ? null : nameOf(old, this.moves.olds)
  }
}

export type DivisionWording = {
  /** places of new divisions whose first and last article are said */
  ranges: ReadonlySet<number>
  /** new numbers of divisions are said too, where they do not follow from what comes and goes */
  divisionNumbers: boolean
}

/** Clauses on divisions. */
export function divisionClauses(plan: DivisionPlan, { ranges, divisionNumbers }: DivisionWording): PlacedClause[] {
  const { olds, news, kept } = plan.moves
  const placed: PlacedClause[] = []
  const put = (span: DivisionSpan, clause: Clause): void => {
    placed.push({ at: span.division.at - 0.3 + span.place * 0.0001, clause })
  }
  for (const [old, next] of kept) {
    const [before, after] = [olds[old], news[next]]
    if (before === undefined || after === undefined) continue
    if (before.division.number === '' && after.division.number !== '') {
      put(after, { kind: 'number-division', heading: before.division.heading, number: after.division.number, newHeading: after.division.heading })
      continue
    }
    if (divisionNumbers && !ranges.has(next) && before.division.number !== after.division.number) put(after, { kind: 'renumber-division', division: nameOf(before, olds), to: after.division.number })
    if (before.division.heading !== after.division.heading) put(after, { kind: 'rename-division', division: nameOf(before, olds), heading: after.division.heading })
  }
  for (const span of news) {
    const { from, to } = span.division
    if (plan.isNew(span)) {
      if (plan.inside(span, plan.wholeNew)) continue
      const lines = plan.wholeNew.includes(span) ? quotedDivision(plan.newText, span, news) : null
      put(span, { kind: 'add-division', ...plan.newName(span), lines, from, to })
    } else if (ranges.has(span.place) && from !== null && to !== null) {
      const old = plan.oldOf(span)
      if (old !== undefined) {
        const number = old.division.number === span.division.number ? null : span.division.number
        put(span, { kind: 'division-range', division: nameOf(old, olds), number, from, to })
      }
    }
  }
  for (const span of olds) {
    if (kept.has(span.place) || plan.inside(span, plan.wholeOld)) continue
    const before = olds.slice(0, span.place).findLast(({ parent }) => parent === span.parent)
    // a 节 before the 章 around it, which it is named by
    placed.push({ at: placeOfOld(plan, span) - span.division.level * 0.001, clause: removal(plan, span, before) })
  }
  return placed
}

function removal(plan: DivisionPlan, span: DivisionSpan, before: DivisionSpan | undefined): Clause {
  const division = nameOf(span, plan.moves.olds)
  if (plan.wholeOld.includes(span)) return { kind: 'delete-division', division, articles: true }
  if (before !== undefined && plan.moves.kept.has(before.place)) return { kind: 'merge-division', division, into: nameOf(before, plan.moves.olds) }
  return { kind: 'delete-division', division, articles: false }
}

/** Where in the new text a division that goes stood: behind the division before it that stays. */
function placeOfOld(plan: DivisionPlan, span: DivisionSpan): number {
  const { olds, news, kept } = plan.moves
  const before = olds.slice(0, span.place).findLast(({ place }) => kept.has(place))
  const next = before === undefined ? undefined : news[kept.get(before.place) ?? -1]
  return next === undefined ? -0.4 : (next.articles.at(-1) ?? next.division.at) + 0.6
}

const headingLine = ({ number, heading }: Division): string => (number === '' ? heading : `${number}　${heading}`)

/** Heading and articles of a new division, the headings inside of it at their places. */
function quotedDivision(text: LegalText, span: DivisionSpan, spans: readonly DivisionSpan[]): string[] {
  const inside = spans.filter(({ around }) => around.includes(span.division))
  const lines = [headingLine(span.division)]
  for (const place of span.articles) {
    for (const { division } of inside) if (division.at === place) lines.push(headingLine(division))
    const article = text.articles[place]
    if (article === undefined) continue
    const [first = '', ...rest] = articleLines(article)
    lines.push(`${article.number}　${first}`, ...rest)
  }
  return lines
}
