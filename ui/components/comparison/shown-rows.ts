import { type Change, type Comparison, linesOfChanges, type Mark, type RowKind, type ThreeComparison } from '../../../law/compare/index.ts'

/** What a reader may ask to see alone: 义务, 金额, 期限, 百分比, 引用, 新增, 删去, 移动, 仅条号变化. */
export const traits = ['duty', 'amount', 'period', 'percentage', 'reference', 'added', 'removed', 'moved', 'renumbered'] as const
export type Trait = (typeof traits)[number]

export type Place = { id: string; number: string; text: string }

/** What changed from one text to the next, in one row. */
export type ShownStep = { kind: RowKind; renumbered: boolean; moved: boolean; heading: readonly Change[]; changes: readonly Change[] }

/** One row of a comparison of two or three texts, whatever it is of: the title, an article, an annex. */
export type ShownRow = {
  id: string
  what: 'title' | 'article' | 'annex'
  kind: RowKind
  /** articles of each text, the oldest first; a text that lacks the provision has none */
  places: readonly (readonly Place[])[]
  /** `steps[n]`: from the text before to text n; null for the first, and where neither has the provision */
  steps: readonly (ShownStep | null)[]
  moved: boolean
  renumbered: boolean
  traits: ReadonlySet<Trait>
  /** all its changes, for the words in the margin */
  changes: readonly Change[]
}

/** Rows that are folded away, by what is in them. */
export type Fold = { fold: string; rows: readonly ShownRow[]; unchanged: number; renumbered: number; changed: number }

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

function titleRow(id: string, titles: readonly (readonly Change[])[]): ShownRow[] {
  if (titles.every(isSame)) return []
  const steps = titles.map((changes): ShownStep => ({ kind: isSame(changes) ? 'same' : 'changed', renumbered: false, moved: false, heading: [], changes }))
  const places = [[], ...titles].map(() => [{ id, number: '', text: '' }])
  return [{ id, what: 'title', kind: 'changed', places, steps: [null, ...steps], moved: false, renumbered: false, traits: new Set(), changes: titles.flat() }]
}

/** The rows of a comparison of two texts. */
export function shownRows(comparison: Comparison): ShownRow[] {
  const articles = comparison.rows.map((row): ShownRow => ({
    id: rowId(row), what: 'article', kind: row.kind, places: [row.old, row.new], moved: row.moved, renumbered: row.renumbered, traits: traitsOf(row, row.changes), changes: row.changes,
    steps: [null, { kind: row.kind, renumbered: row.renumbered, moved: row.moved, heading: row.heading ?? [], changes: row.changes }],
  }))
  const annexes = comparison.annexes.map((row, at): ShownRow => ({
    id: `c-annex-${at + 1}`, what: 'annex', kind: row.kind, places: [row.old === null ? [] : [row.old], row.new === null ? [] : [row.new]], moved: false, renumbered: false,
    traits: traitsOf({ kind: row.kind, moved: false, renumbered: false }, row.changes), changes: row.changes, steps: [null, { kind: row.kind, renumbered: false, moved: false, heading: [], changes: row.changes }],
  }))
  return [...titleRow('c-title', [comparison.title]), ...articles, ...annexes]
}

/** The rows of a comparison of three texts: each text is told against the one before it that has the provision. */
export function shownThree(comparison: ThreeComparison): ShownRow[] {
  const stepOf = (step: (typeof comparison.rows)[number]['ab']): ShownStep | null => (step === null ? null : { kind: step.kind, renumbered: step.renumbered, moved: step.moved, heading: step.heading ?? [], changes: step.changes })
  const whole = (steps: readonly (ShownStep | null)[], places: readonly (readonly Place[])[]): Pick<ShownRow, 'kind' | 'moved' | 'renumbered'> => {
    const told = steps.filter((step) => step !== null)
    const kind: RowKind = (places.at(-1)?.length ?? 0) === 0 ? 'removed' : (places[0]?.length ?? 0) === 0 ? 'added' : told.every((step) => step.kind === 'same') ? 'same' : 'changed'
    return { kind, moved: told.some((step) => step.moved), renumbered: told.some((step) => step.renumbered) }
  }
  const articles = comparison.rows.map((row): ShownRow => {
    const places = [row.a, row.b, row.c]
    const steps = [null, stepOf(row.ab), stepOf(row.b.length === 0 && row.a.length > 0 ? row.ac : row.bc)]
    const changes = [...(row.ab?.changes ?? []), ...(row.b.length === 0 && row.a.length > 0 ? [] : (row.bc?.changes ?? []))]
    const own = whole(steps, places)
    return { id: `c-${row.c[0]?.id ?? ''}-${row.b[0]?.id ?? ''}-${row.a[0]?.id ?? ''}`, what: 'article', ...own, places, steps, changes, traits: traitsOf(own, changes) }
  })
  const annexes = comparison.annexes.map((row, at): ShownRow => {
    const places = [row.a, row.b, row.c].map((one) => (one === null ? [] : [one]))
    const annexStep = (step: (typeof row)['ab']): ShownStep | null => (step === null ? null : { kind: step.kind, renumbered: false, moved: false, heading: [], changes: step.changes })
    const steps = [null, annexStep(row.ab), annexStep(row.b === null && row.a !== null ? row.ac : row.bc)]
    const changes = [...(row.ab?.changes ?? []), ...(row.bc?.changes ?? [])]
    const own = whole(steps, places)
    return { id: `c-annex-${at + 1}`, what: 'annex', ...own, places, steps, changes, traits: traitsOf(own, changes) }
  })
  return [...titleRow('c-title', [comparison.titles.ab, comparison.titles.bc]), ...articles, ...annexes]
}

/** What a reader goes through: every change but a number alone, or what they asked for. */
export const isStop = (row: ShownRow, chosen: ReadonlySet<Trait>): boolean =>
  chosen.size === 0 ? row.kind !== 'same' || row.moved || row.traits.has('moved') : [...row.traits].some((trait) => chosen.has(trait))

/** How many rows have each trait. */
export const countTraits = (rows: readonly ShownRow[]): Record<Trait, number> => {
  const counts: Record<Trait, number> = { duty: 0, amount: 0, period: 0, percentage: 0, reference: 0, added: 0, removed: 0, moved: 0, renumbered: 0 }
  for (const row of rows) for (const trait of row.traits) counts[trait] += 1
  return counts
}

/** Rows as they are shown: stops in full, and what lies between them folded; `opened` folds stay open. */
export function foldedRows(rows: readonly ShownRow[], chosen: ReadonlySet<Trait>, opened: ReadonlySet<string>): (ShownRow | Fold)[] {
  const shown: (ShownRow | Fold)[] = []
  let quiet: ShownRow[] = []
  const close = (): void => {
    const [first] = quiet
    if (first === undefined) return
    const fold = `f-${first.id}`
    if (opened.has(fold)) shown.push(...quiet)
    else {
      const changed = quiet.filter((row) => isStop(row, new Set())).length
      const renumbered = quiet.filter((row) => row.traits.has('renumbered')).length
      shown.push({ fold, rows: quiet, changed, renumbered, unchanged: quiet.length - changed - renumbered })
    }
    quiet = []
  }
  for (const row of rows) {
    if (isStop(row, chosen)) {
      close()
      shown.push(row)
    } else quiet.push(row)
  }
  close()
  return shown
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
