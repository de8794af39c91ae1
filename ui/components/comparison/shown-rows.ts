import { amongRows, type AnnexRow, type Change, type ComparedHeading, type Comparison, type HeadingStep, linesOfChanges, type Mark, type PreambleRow, type RowKind, type ThreeComparison } from '../../../law/compare/index.ts'

/** What a reader may ask to see alone: 义务, 金额, 期限, 百分比, 引用, 新增, 删去, 移动, 仅编号变化. */
export const traits = ['duty', 'amount', 'period', 'percentage', 'reference', 'added', 'removed', 'moved', 'renumbered'] as const
export type Trait = (typeof traits)[number]

export type Place = { id: string; number: string; text: string }

/** What changed from one text to the next, in one row. */
export type ShownStep = { kind: RowKind; renumbered: boolean; moved: boolean; heading: readonly Change[]; changes: readonly Change[] }

/** One row of a comparison of two or three texts, whatever it is of: the title, words before the first article, a heading, an article, an annex. */
export type ShownRow = {
  id: string
  what: 'title' | 'preamble' | 'heading' | 'article' | 'annex'
  kind: RowKind
  /** of a heading, from 1 for the outermost; 0 for an annex, which stands below none; null for what stands below headings */
  level: number | null
  /** articles of each text, the oldest first; a text that lacks the provision has none. Of a heading `text` is its line */
  places: readonly (readonly Place[])[]
  /** `steps[n]`: from the text before to text n; null for the first, and where neither has the provision */
  steps: readonly (ShownStep | null)[]
  moved: boolean
  renumbered: boolean
  traits: ReadonlySet<Trait>
  /** all its changes, for the words in the margin */
  changes: readonly Change[]
  /** what happened to a heading, in words: 章名修改 */
  remarks: readonly string[]
}

const isMark = (mark: Mark): mark is Mark & Trait => (traits as readonly string[]).includes(mark)

function traitsOf(row: { kind: RowKind; moved: boolean; renumbered: boolean }, changes: readonly Change[]): Set<Trait> {
  const found = new Set<Trait>(changes.flatMap((change) => (change.op === 'equal' ? [] : (change.marks ?? []).filter(isMark))))
  if (row.kind === 'added' || row.kind === 'removed') found.add(row.kind)
  if (row.moved || changes.some(({ moveId }) => moveId !== undefined)) found.add('moved')
  if (row.kind === 'same' && row.renumbered && !row.moved) found.add('renumbered')
  return found
}

/** The address of a row on the page. */
export const rowId = (row: { old: readonly { id: string }[]; new: readonly { id: string }[] }): string => `c-${row.new[0]?.id ?? ''}-${row.old[0]?.id ?? ''}`

const isSame = (changes: readonly Change[]): boolean => changes.every(({ op }) => op === 'equal')

const still = (kind: RowKind, changes: readonly Change[], renumbered = false): ShownStep => ({ kind, renumbered, moved: false, heading: [], changes })
const listOf = <T>(one: T | null): T[] => (one === null ? [] : [one])

function titleRow(id: string, titles: readonly (readonly Change[])[]): ShownRow[] {
  if (titles.every(isSame)) return []
  const steps = titles.map((changes) => still(isSame(changes) ? 'same' : 'changed', changes))
  const places = [[], ...titles].map(() => [{ id, number: '', text: '' }])
  return [{ id, what: 'title', kind: 'changed', level: null, places, steps: [null, ...steps], moved: false, renumbered: false, traits: new Set(), changes: titles.flat(), remarks: [] }]
}

/** What happened from the first of several texts to the last. */
function whole(steps: readonly (ShownStep | null)[], places: readonly (readonly Place[])[]): Pick<ShownRow, 'kind' | 'moved' | 'renumbered'> {
  const told = steps.filter((step) => step !== null)
  const kind: RowKind = (places.at(-1)?.length ?? 0) === 0 ? 'removed' : (places[0]?.length ?? 0) === 0 ? 'added' : told.every((step) => step.kind === 'same') ? 'same' : 'changed'
  return { kind, moved: told.some((step) => step.moved), renumbered: told.some((step) => step.renumbered) }
}

/** Words before the first article: a row where a text has some. */
function preambleRow(preambles: readonly (PreambleRow | null)[]): ShownRow[] {
  if (preambles.every((one) => one === null)) return []
  const id = 'c-preamble'
  // a text has words there where the step to it has not taken them away, or the step from it has not brought them
  const has = (at: number): boolean => {
    const [to, from] = [preambles[at - 1] ?? null, preambles[at] ?? null]
    return at > 0 && to !== null ? to.kind !== 'removed' : from !== null && from.kind !== 'added'
  }
  const places = [null, ...preambles].map((_, at) => (has(at) ? [{ id, number: '', text: '' }] : []))
  const steps = [null, ...preambles.map((one) => (one === null ? null : still(one.kind, one.changes)))]
  const changes = preambles.flatMap((one) => one?.changes ?? [])
  const own = whole(steps, places)
  return [{ id, what: 'preamble', level: null, ...own, places, steps, changes, traits: traitsOf(own, changes), remarks: [] }]
}

/** A heading is no duty and no amount: it may be new, gone, or counted anew. */
function headingRow(headings: readonly (ComparedHeading | null)[], given: readonly (HeadingStep | null)[], place: { before: number; level: number }): ShownRow & { before: number } {
  const places = headings.map((one) => listOf(one).map(({ id, number, text }) => ({ id, number, text })))
  const steps = [null, ...given.map((step) => (step === null ? null : still(step.kind, step.changes, step.renumbered)))]
  const own = whole(steps, places)
  const id = `c-${[...headings].reverse().map((one) => one?.id ?? '').join('-')}`
  const remarks = [...new Set(given.flatMap((step) => (step === null || step.kind === 'added' || step.kind === 'removed' || step.remark === '' ? [] : step.remark.split('，'))))]
  return { id, what: 'heading', ...own, ...place, places, steps, changes: [], traits: traitsOf(own, []), remarks }
}

/** The rows of a comparison of two texts. */
export function shownRows(comparison: Comparison): ShownRow[] {
  const articles = comparison.rows.map((row): ShownRow => ({
    id: rowId(row), what: 'article', kind: row.kind, level: null, places: [row.old, row.new], moved: row.moved, renumbered: row.renumbered, traits: traitsOf(row, row.changes), changes: row.changes, remarks: [],
    steps: [null, { kind: row.kind, renumbered: row.renumbered, moved: row.moved, heading: row.heading ?? [], changes: row.changes }],
  }))
  const headings = comparison.headings.map((row) => headingRow([row.old, row.new], [row], row))
  const annexes = comparison.annexes.map((row, at) => annexRow(at, [row.old, row.new], [row], row.changes))
  return [...titleRow('c-title', [comparison.title]), ...preambleRow([comparison.preamble]), ...amongRows(articles, headings), ...annexes]
}

function annexRow(at: number, annexes: readonly (Place | null)[], given: readonly (AnnexRow | null)[], changes: readonly Change[]): ShownRow {
  const places = annexes.map(listOf)
  const steps = [null, ...given.map((step) => (step === null ? null : still(step.kind, step.changes)))]
  const own = whole(steps, places)
  return { id: `c-annex-${at + 1}`, what: 'annex', level: 0, ...own, places, steps, changes, traits: traitsOf(own, changes), remarks: [] }
}

/** The rows of a comparison of three texts: each text is told against the one before it that has the provision. */
export function shownThree(comparison: ThreeComparison): ShownRow[] {
  const stepOf = (step: (typeof comparison.rows)[number]['ab']): ShownStep | null => (step === null ? null : { kind: step.kind, renumbered: step.renumbered, moved: step.moved, heading: step.heading ?? [], changes: step.changes })
  const articles = comparison.rows.map((row): ShownRow => {
    const places = [row.a, row.b, row.c]
    const steps = [null, stepOf(row.ab), stepOf(row.b.length === 0 && row.a.length > 0 ? row.ac : row.bc)]
    const changes = [...(row.ab?.changes ?? []), ...(row.b.length === 0 && row.a.length > 0 ? [] : (row.bc?.changes ?? []))]
    const own = whole(steps, places)
    return { id: `c-${row.c[0]?.id ?? ''}-${row.b[0]?.id ?? ''}-${row.a[0]?.id ?? ''}`, what: 'article', level: null, ...own, places, steps, changes, traits: traitsOf(own, changes), remarks: [] }
  })
  const lastStep = <T>({ a, b, bc, ac }: { a: unknown; b: unknown; bc: T; ac: T }): T => (b === null && a !== null ? ac : bc)
  const headings = comparison.headings.map((row) => headingRow([row.a, row.b, row.c], [row.ab, lastStep(row)], row))
  const annexes = comparison.annexes.map((row, at) => annexRow(at, [row.a, row.b, row.c], [row.ab, lastStep(row)], [...(row.ab?.changes ?? []), ...(row.bc?.changes ?? [])]))
  const { titles, preambles } = comparison
  return [...titleRow('c-title', [titles.ab, titles.bc]), ...preambleRow([preambles.ab, preambles.bc]), ...amongRows(articles, headings), ...annexes]
}

/** Where a moved passage came from and went to, by its `moveId`: the printed number of the article on either side. */
export function movesOf(rows: readonly ShownRow[]): Map<string, { from: string; to: string }> {
  const moves = new Map<string, { from: string; to: string }>()
  for (const { places, changes } of rows) {
    const [before, after] = places
    if (places.length !== 2 || before === undefined || after === undefined || changes.every(({ moveId }) => moveId === undefined)) continue
    for (const side of ['old', 'new'] as const) {
      const articles = side === 'old' ? before : after
      let number = articles[0]?.number ?? ''
      for (const line of linesOfChanges(changes, side, { old: before, new: after })) {
        number = line.begins?.number ?? number
        for (const { op, moveId } of line.changes) {
          if (moveId !== undefined && op !== 'equal') moves.set(moveId, { from: '', to: '', ...moves.get(moveId), [side === 'old' ? 'from' : 'to']: number })
        }
      }
    }
  }
  return moves
}
