/** Headings of 编 章 节 in a comparison: which became which, and before which row of articles each stands. */
import { type Division, type DivisionKind, type LegalText, walkBody } from '../text/index.ts'
import { identityKey } from './normalise.ts'

/** The articles of one row, by their ids, a column for each text. */
export type ColumnsOfRow = readonly (readonly string[])[]

/** One heading through all texts; a text that does not have it has null. */
export type HeadingGroup = {
  columns: (Division | null)[]
  /** it stands before the row of this index; the number of rows where it stands behind them all */
  before: number
}

type Placed = { division: Division; parent: Placed | null; articles: Set<string> }
type Node = { columns: (Placed | null)[] }
type Pair = { from: Placed; to: Placed; worth: number }

const KINDS: readonly DivisionKind[] = ['part', 'subpart', 'chapter', 'section']
/** Two headings with half of their articles in common are one, whatever they are called. */
const LEAST_WORTH = 0.5
const SAME_WORDS = 0.6
const SIMILAR = 0.8
const SAME_NUMBER = 0.05

/** Headings of two or more texts of which the articles were compared; each heading stands in exactly one group. */
export function headingGroups(texts: readonly LegalText[], rows: readonly ColumnsOfRow[]): HeadingGroup[] {
  const columns = texts.map(placedHeadings)
  const homes = new Map<Placed, Node>()
  for (const [at, headings] of columns.entries()) {
    for (const heading of headings) homes.set(heading, { columns: texts.map((_, column) => (column === at ? heading : null)) })
  }
  // neighbours first: the first and the third text are held together where the second lacks the heading
  for (let distance = 1; distance < texts.length; distance += 1) {
    for (let from = 0; from + distance < texts.length; from += 1) {
      const to = from + distance
      const free = (column: number, other: number): Placed[] => (columns[column] ?? []).filter((one) => distance === 1 || homes.get(one)?.columns[other] === null)
      for (const pair of pairHeadings(free(from, to), free(to, from), rows, from, to)) join(homes, pair)
    }
  }
  const placer = new RowPlaces(texts, rows)
  return keepLastOrder(inOrder(columns, homes).map((node) => ({ columns: node.columns.map((one) => one?.division ?? null), before: placer.before(node) }))).sort((a, b) => a.before - b.before)
}

/** The headings of the last text follow each other as they do there: none stands behind the one that comes after it. */
function keepLastOrder(groups: readonly HeadingGroup[]): HeadingGroup[] {
  let limit = Number.POSITIVE_INFINITY
  return groups
    .toReversed()
    .map((group) => {
      if (group.columns.at(-1) === null) return group
      limit = Math.min(limit, group.before)
      return { ...group, before: limit }
    })
    .toReversed()
}

function join(homes: Map<Placed, Node>, { from, to }: Pair): void {
  const [left, right] = [homes.get(from), homes.get(to)]
  if (left === undefined || right === undefined || left === right) return
  if (left.columns.some((one, at) => one !== null && right.columns[at] !== null)) return
  left.columns = left.columns.map((one, at) => one ?? right.columns[at] ?? null)
  for (const one of right.columns) if (one !== null) homes.set(one, left)
}

function placedHeadings(text: LegalText): Placed[] {
  const list: Placed[] = []
  const known = new Map<Division, Placed>()
  walkBody(text, {
    division(division, around) {
      const outer = around.at(-1)
      const placed: Placed = { division, parent: (outer === undefined ? null : known.get(outer)) ?? null, articles: new Set() }
      known.set(division, placed)
      list.push(placed)
    },
    article(article, around) {
      for (const division of around) known.get(division)?.articles.add(article.id)
    },
  })
  return list
}

/** Each heading with at most one of the other text: the most articles in common, then the same words. */
function pairHeadings(before: readonly Placed[], after: readonly Placed[], rows: readonly ColumnsOfRow[], from: number, to: number): Pair[] {
  const shared = sharedArticles(before, after, rows, from, to)
  const place = new Map([...before, ...after].map((one, at) => [one, at]))
  const placeOf = (one: Placed): number => place.get(one) ?? 0
  const grams = new Map([...before, ...after].map((one) => [one, gramsOf(identityKey(one.division.heading))]))
  const taken = new Map<Placed, Placed>()
  const found: Pair[] = []
  for (const kind of KINDS) {
    const pairs: Pair[] = []
    // 第一节 一般规定 stands in many chapters: without an article in common it is the same only within the same chapter
    const byHome = Map.groupBy(after.filter(({ division }) => division.kind === kind), ({ parent }) => parent)
    for (const one of before) {
      if (one.division.kind !== kind) continue
      const ofOne = shared.get(one)
      const home = one.parent === null ? null : taken.get(one.parent)
      const others = new Set([...(ofOne?.keys() ?? []), ...(home === undefined ? [] : (byHome.get(home) ?? []))])
      for (const other of others) {
        if (other.division.kind !== kind) continue
        const worth = worthOf(one, other, ofOne?.get(other) ?? 0, likenessOf(grams.get(one), grams.get(other)))
        if (worth >= LEAST_WORTH) pairs.push({ from: one, to: other, worth })
      }
    }
    pairs.sort((a, b) => b.worth - a.worth || placeOf(a.from) - placeOf(b.from) || placeOf(a.to) - placeOf(b.to))
    for (const pair of pairs) {
      if (taken.has(pair.from) || taken.has(pair.to)) continue
      taken.set(pair.from, pair.to)
      taken.set(pair.to, pair.from)
      found.push(pair)
    }
  }
  return found
}

/** How many articles below a heading became articles below another, for all that have one. */
function sharedArticles(before: readonly Placed[], after: readonly Placed[], rows: readonly ColumnsOfRow[], from: number, to: number): Map<Placed, Map<Placed, number>> {
  const partners = new Map<string, Set<string>>()
  for (const row of rows) for (const id of row[from] ?? []) partners.set(id, new Set([...(partners.get(id) ?? []), ...(row[to] ?? [])]))
  const above = new Map<string, Placed[]>()
  for (const one of after) for (const id of one.articles) above.set(id, [...(above.get(id) ?? []), one])
  const shared = new Map<Placed, Map<Placed, number>>()
  for (const one of before) {
    const counts = new Map<Placed, number>()
    for (const id of one.articles) for (const partner of partners.get(id) ?? []) for (const other of above.get(partner) ?? []) counts.set(other, (counts.get(other) ?? 0) + 1)
    shared.set(one, counts)
  }
  return shared
}

function worthOf(one: Placed, other: Placed, shared: number, likeness: number): number {
  const size = one.articles.size + other.articles.size
  const common = size === 0 ? 0 : Math.min(1, (2 * shared) / size)
  return common + (likeness >= SIMILAR ? SAME_WORDS * likeness : 0) + (one.division.number === other.division.number ? SAME_NUMBER : 0)
}

/** A heading and its pairs of neighbouring characters. */
type Grams = { text: string; pairs: ReadonlySet<string> }
const gramsOf = (text: string): Grams => ({ text, pairs: new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))) })

/** 1 for the same words, else the share of neighbouring characters that both have; 0 where that is less than `SIMILAR`. */
function likenessOf(one: Grams | undefined, other: Grams | undefined): number {
  if (one === undefined || other === undefined) return 0
  if (one.text === other.text) return 1
  const size = one.pairs.size + other.pairs.size
  if (2 * Math.min(one.pairs.size, other.pairs.size) < SIMILAR * size) return 0
  return size === 0 ? 0 : (2 * [...one.pairs].filter((pair) => other.pairs.has(pair)).length) / size
}

/** By the last text; a heading that it lacks stands behind what goes before it in the text before. */
function inOrder(columns: readonly (readonly Placed[])[], homes: ReadonlyMap<Placed, Node>): Node[] {
  let order: Node[] = []
  for (const headings of [...columns].reverse()) {
    const known = new Set(order)
    const behind = new Map<Node | null, Node[]>()
    let last: Node | null = null
    for (const heading of headings) {
      const node = homes.get(heading)
      if (node === undefined) continue
      if (known.has(node)) last = node
      else behind.set(last, [...(behind.get(last) ?? []), node])
    }
    order = [...(behind.get(null) ?? []), ...order.flatMap((node) => [node, ...(behind.get(node) ?? [])])]
  }
  return order
}

/** Where rows of articles stand, and so the headings above them. */
class RowPlaces {
  readonly #rows: readonly ColumnsOfRow[]
  /** for each text and row: the place in that text of the first article of the row; -1 where it has none */
  readonly #firsts: readonly (readonly number[])[]

  constructor(texts: readonly LegalText[], rows: readonly ColumnsOfRow[]) {
    this.#rows = rows
    this.#firsts = texts.map(({ articles }, column) => {
      const places = new Map(articles.map(({ id }, at) => [id, at]))
      return rows.map((row) => Math.min(...(row[column] ?? []).map((id) => places.get(id) ?? -1), Number.POSITIVE_INFINITY)).map((at) => (Number.isFinite(at) ? at : -1))
    })
  }

  before({ columns }: Node): number {
    const column = columns.findLastIndex((one) => one !== null)
    const at = columns[column]?.division.at ?? 0
    if (column === columns.length - 1) return this.#overRemoved(columns, this.#fromArticle(column, at))
    // rows follow the last text: a heading of an earlier one stands before its first article, or behind what was above it
    const row = this.#rowOf(column, at)
    const above = at === 0 ? -1 : this.#rowOf(column, at - 1)
    return row > above ? row : above + 1
  }

  /** The first row that begins with article `at` of the last text or a later one; behind all rows where there is none. */
  #fromArticle(column: number, at: number): number {
    const row = (this.#firsts[column] ?? []).findIndex((first) => first >= at)
    return row < 0 ? this.#rows.length : row
  }

  /** The row that begins with article `at`, or the next one that begins a row; behind all rows where there is none. */
  #rowOf(column: number, at: number): number {
    const firsts = this.#firsts[column] ?? []
    let best = -1
    for (const [row, first] of firsts.entries()) if (first >= at && (best < 0 || first < (firsts[best] ?? 0))) best = row
    return best < 0 ? this.#rows.length : best
  }

  /** Articles that are gone and stood below this heading stay below it. */
  #overRemoved(columns: readonly (Placed | null)[], row: number): number {
    let place = row
    for (; place > 0; place -= 1) {
      if ((this.#firsts.at(-1)?.[place - 1] ?? -1) >= 0 || !this.#stoodBelow(columns, place - 1)) break
    }
    return place
  }

  #stoodBelow(columns: readonly (Placed | null)[], row: number): boolean {
    for (let column = columns.length - 2; column >= 0; column -= 1) {
      const first = this.#firsts[column]?.[row] ?? -1
      const heading = columns[column] ?? null
      if (first >= 0) return heading !== null && first >= heading.division.at
    }
    return false
  }
}
