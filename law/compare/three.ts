import type { LegalText } from '../text/index.ts'
import { alignArticles, type Alignment, type AlignmentRow } from './align.ts'
import { compareTexts, type AnnexRow, type ComparedArticle, type Comparison, type ComparisonRow } from './compare.ts'
import { threeHeadingRows, type ThreeHeadingRow } from './heading-rows.ts'
import { alignmentFromPairs, pairsOf, type AlignedPair } from './said-alignment.ts'

/** What happened from one of three texts to another, in one row. */
export type ThreeStep = Pick<ComparisonRow, 'kind' | 'edges' | 'renumbered' | 'moved' | 'heading' | 'paragraphs' | 'changes'>

/** One rule in three texts. A text that does not have it has no articles here; a step between two such texts is null. */
export type ThreeRow = {
  a: ComparedArticle[]
  b: ComparedArticle[]
  c: ComparedArticle[]
  ab: ThreeStep | null
  bc: ThreeStep | null
  ac: ThreeStep | null
}

export type ThreeAnnexRow = {
  a: ComparedArticle | null
  b: ComparedArticle | null
  c: ComparedArticle | null
  ab: AnnexRow | null
  bc: AnnexRow | null
  ac: AnnexRow | null
}

export type ThreeComparison = {
  titles: { ab: Comparison['title']; bc: Comparison['title']; ac: Comparison['title'] }
  /** what stands before the first article; null where neither of the two texts has anything there */
  preambles: { ab: Comparison['preamble']; bc: Comparison['preamble']; ac: Comparison['preamble'] }
  /** headings of 编, 章 and 节, in the order of the rows before which they stand */
  headings: ThreeHeadingRow[]
  rows: ThreeRow[]
  annexes: ThreeAnnexRow[]
  summary: { ab: Comparison['summary']; bc: Comparison['summary']; ac: Comparison['summary'] }
}

/** Alignments to use instead of those that are found: of the first text with the second, of the second with the third. */
export type ThreeAlignments = { ab: Alignment; bc: Alignment }

/**
 * Compares three states of a text (in force, first draft, second draft): articles hang together through the
 * second text; where it lacks an article that the first and the third have, they are held against each other.
 * Every article of each text stands in exactly one row. Rows follow the third text.
 */
export function compareThree(a: LegalText, b: LegalText, c: LegalText, alignments: ThreeAlignments = { ab: alignArticles(a, b), bc: alignArticles(b, c) }): ThreeComparison {
  const texts = { a, b, c }
  const direct = alignRest(a, c, alignments.ab, alignments.bc)
  const pairs = { ab: pairsOf(alignments.ab), bc: pairsOf(alignments.bc), ac: pairsOf(direct) }
  const homes = connect(texts, [
    { from: 'a', to: 'b', pairs: pairs.ab },
    { from: 'b', to: 'c', pairs: pairs.bc },
    { from: 'a', to: 'c', pairs: pairs.ac },
  ])
  const groups = inOrder(homes, texts)
  const ab = stepOf(a, b, groups, homes, alignments.ab, 'a', 'b')
  const bc = stepOf(b, c, groups, homes, alignments.bc, 'b', 'c')
  const ac = stepOf(a, c, groups, homes, alignThrough(a, c, pairs.ab, pairs.bc, pairs.ac), 'a', 'c')
  const articles = { a: articlesOf(ab.comparison.rows, 'old'), b: articlesOf(ab.comparison.rows, 'new'), c: articlesOf(bc.comparison.rows, 'new') }
  const pick = (group: Group, column: Column) => group[column].flatMap((id) => articles[column].get(id) ?? [])
  const rows = groups.map((group): ThreeRow => ({
    a: pick(group, 'a'),
    b: pick(group, 'b'),
    c: pick(group, 'c'),
    ab: ab.byGroup.get(group) ?? null,
    bc: bc.byGroup.get(group) ?? null,
    ac: ac.byGroup.get(group) ?? null,
  }))
  return {
    titles: { ab: ab.comparison.title, bc: bc.comparison.title, ac: ac.comparison.title },
    preambles: { ab: ab.comparison.preamble, bc: bc.comparison.preamble, ac: ac.comparison.preamble },
    headings: threeHeadingRows([a, b, c], rows),
    rows,
    annexes: threeAnnexes(ab.comparison.annexes, bc.comparison.annexes, ac.comparison.annexes),
    summary: { ab: ab.comparison.summary, bc: bc.comparison.summary, ac: ac.comparison.summary },
  }
}

type Column = 'a' | 'b' | 'c'
const COLUMNS: readonly Column[] = ['a', 'b', 'c']

/** Ids of the articles of one row. */
type Group = Record<Column, string[]>
type Link = { from: Column; to: Column; pairs: readonly { old: string; new: string }[] }

/** Articles of the first and the third text that the second one has no counterpart for. */
function alignRest(a: LegalText, c: LegalText, ab: Alignment, bc: Alignment): Alignment {
  const gone = new Set(ab.rows.flatMap((row) => (row.new.length === 0 ? row.old : [])))
  const come = new Set(bc.rows.flatMap((row) => (row.old.length === 0 ? row.new : [])))
  const rest = (text: LegalText, ids: ReadonlySet<string>): LegalText => ({ ...text, articles: text.articles.filter((one) => ids.has(one.id)) })
  return gone.size > 0 && come.size > 0 ? alignArticles(rest(a, gone), rest(c, come)) : { rows: [] }
}

/** From the first text to the third: through the second, or directly where it lacks an article. */
function alignThrough(a: LegalText, c: LegalText, ab: readonly AlignedPair[], bc: readonly AlignedPair[], direct: readonly AlignedPair[]): Alignment {
  const onward = new Map<string, AlignedPair[]>()
  for (const pair of bc) onward.set(pair.old, [...(onward.get(pair.old) ?? []), pair])
  const through = ab.flatMap((first) => (onward.get(first.new) ?? []).map((second) => ({ old: first.old, new: second.new, score: first.score * second.score })))
  const known = new Map([...through, ...direct].map((pair) => [`${pair.old} ${pair.new}`, pair]))
  return alignmentFromPairs(a, c, [...known.values()])
}

type Homes = Record<Column, Map<string, Group>>

/** Articles that hang together stand in one group. */
function connect(texts: Record<Column, LegalText>, links: readonly Link[]): Homes {
  const homes: Homes = { a: new Map(), b: new Map(), c: new Map() }
  for (const column of COLUMNS) {
    for (const { id } of texts[column].articles) homes[column].set(id, { a: [], b: [], c: [], [column]: [id] })
  }
  for (const { from, to, pairs } of links) {
    for (const pair of pairs) {
      const [left, right] = [homes[from].get(pair.old), homes[to].get(pair.new)]
      if (!left || !right || left === right) continue
      for (const column of COLUMNS) {
        left[column].push(...right[column])
        for (const id of right[column]) homes[column].set(id, left)
      }
    }
  }
  for (const column of COLUMNS) {
    const places = new Map(texts[column].articles.map(({ id }, at) => [id, at]))
    for (const group of new Set(homes[column].values())) group[column].sort((left, right) => (places.get(left) ?? 0) - (places.get(right) ?? 0))
  }
  return homes
}

/** By the third text; what it lacks stands behind what goes before it in the second text, else in the first. */
function inOrder(homes: Homes, texts: Record<Column, LegalText>): Group[] {
  let order: Group[] = []
  for (const column of ['c', 'b', 'a'] as const) {
    const known = new Set(order)
    const placed = new Set(order)
    const behind = new Map<Group | null, Group[]>()
    let last: Group | null = null
    for (const { id } of texts[column].articles) {
      const group = homes[column].get(id)
      if (!group) continue
      if (known.has(group)) last = group
      else if (!placed.has(group)) {
        placed.add(group)
        const followers = behind.get(last)
        if (followers) followers.push(group)
        else behind.set(last, [group])
      }
    }
    order = [...(behind.get(null) ?? []), ...order.flatMap((group) => [group, ...(behind.get(group) ?? [])])]
  }
  return order
}

type Step = { comparison: Comparison; byGroup: Map<Group, ThreeStep> }

/** Compares two of the texts row by row of all three. */
function stepOf(oldText: LegalText, newText: LegalText, groups: readonly Group[], homes: Homes, alignment: Alignment, from: Column, to: Column): Step {
  const rows = new Map<Group, AlignmentRow[]>()
  for (const row of alignment.rows) {
    const group = row.old[0] === undefined ? homes[to].get(row.new[0] ?? '') : homes[from].get(row.old[0])
    if (!group) continue
    const list = rows.get(group)
    if (list) list.push(row)
    else rows.set(group, [row])
  }
  const present = groups.filter((group) => rows.has(group))
  const comparison = compareTexts(oldText, newText, { rows: present.map((group) => combined(rows.get(group) ?? [], group[from], group[to])) })
  return { comparison, byGroup: new Map(comparison.rows.flatMap((row, at) => (present[at] ? [[present[at], row] as const] : []))) }
}

/** Rows that the third text holds together are one. */
function combined(rows: readonly AlignmentRow[], before: string[], after: string[]): AlignmentRow {
  const [only] = rows
  if (rows.length === 1 && only) return only
  const edges = pairsOf({ rows: [...rows] }).map((pair): [string, string] => [pair.old, pair.new])
  return {
    kind: before.length === 0 ? 'added' : after.length === 0 ? 'removed' : rows.every((row) => row.kind === 'same') ? 'same' : 'changed',
    old: before,
    new: after,
    ...(before.length > 1 && after.length > 1 ? { edges } : {}),
    renumbered: rows.some((row) => row.renumbered),
    moved: rows.some((row) => row.moved),
    score: Math.min(...rows.map((row) => row.score)),
  }
}

function articlesOf(rows: readonly ComparisonRow[], side: 'old' | 'new'): Map<string, ComparedArticle> {
  return new Map(rows.flatMap((row) => row[side]).map((article) => [article.id, article]))
}

/** Annexes hang together as articles do. */
function threeAnnexes(ab: readonly AnnexRow[], bc: readonly AnnexRow[], ac: readonly AnnexRow[]): ThreeAnnexRow[] {
  const fromSecond = new Map(ab.flatMap((row) => (row.new ? [[row.new.id, row] as const] : [])))
  const used = new Set<AnnexRow>()
  const rows = bc.map((second): ThreeAnnexRow => {
    const first = second.old ? (fromSecond.get(second.old.id) ?? null) : null
    if (first) used.add(first)
    return { a: first?.old ?? null, b: second.old, c: second.new, ab: first, bc: second, ac: null }
  })
  for (const first of ab) if (!used.has(first)) rows.push({ a: first.old, b: first.new, c: null, ab: first, bc: null, ac: null })
  const direct = new Map(ac.flatMap((row) => (row.old && row.new ? [[row.old.id, row] as const] : [])))
  for (const row of rows.filter((one) => one.a && !one.b)) {
    const step = direct.get(row.a?.id ?? '')
    const other = rows.find((one) => one.c && !one.b && !one.a && one.c.id === step?.new?.id)
    if (!other) continue
    other.a = row.a
    other.ab = row.ab
    rows.splice(rows.indexOf(row), 1)
  }
  for (const row of rows) row.ac = ac.find((step) => (step.old?.id ?? null) === (row.a?.id ?? null) && (step.new?.id ?? null) === (row.c?.id ?? null)) ?? null
  return rows
}
