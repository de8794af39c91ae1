import { standingOver } from '../../../law/compare/index.ts'
import type { ShownRow, Trait } from './shown-rows.ts'

/** Rows that are folded away, by what is in them; headings and words before the first article are not counted. */
export type Fold = { fold: string; rows: readonly ShownRow[]; counted: number; unchanged: number; renumbered: number; changed: number }

/** What a reader goes through: every change but a number alone, or what they asked for. */
export const isStop = (row: ShownRow, chosen: ReadonlySet<Trait>): boolean =>
  chosen.size === 0 ? row.kind !== 'same' || row.moved || row.traits.has('moved') : [...row.traits].some((trait) => chosen.has(trait))

/** How many rows have each trait. */
export const countTraits = (rows: readonly ShownRow[]): Record<Trait, number> => {
  const counts: Record<Trait, number> = { duty: 0, amount: 0, period: 0, percentage: 0, reference: 0, added: 0, removed: 0, moved: 0, renumbered: 0 }
  for (const row of rows) for (const trait of row.traits) counts[trait] += 1
  return counts
}

/** A row that is shown unfolded: because the reader goes through it, or as the heading over one of those. */
export type Unfolded = { row: ShownRow; stop: boolean }

/** Stops, and the headings that they stand below; null for what is folded away. */
function unfolded(rows: readonly ShownRow[], chosen: ReadonlySet<Trait>): (Unfolded | null)[] {
  const stops = rows.map((row) => isStop(row, chosen))
  const over = standingOver(rows.map(({ level }, at) => ({ wanted: stops[at] === true, level })))
  return rows.map((row, at) => (stops[at] || over[at] ? { row, stop: stops[at] === true } : null))
}

/** What a reader walks along: the stops, each below its headings. */
export const walkedRows = (rows: readonly ShownRow[], chosen: ReadonlySet<Trait>): Unfolded[] => unfolded(rows, chosen).filter((one) => one !== null)

/** Rows as they are shown: stops and their headings in full, and what lies between them folded; `opened` folds stay open. */
export function foldedRows(rows: readonly ShownRow[], chosen: ReadonlySet<Trait>, opened: ReadonlySet<string>): (ShownRow | Fold)[] {
  const shown: (ShownRow | Fold)[] = []
  let quiet: ShownRow[] = []
  const close = (): void => {
    const [first] = quiet
    if (first === undefined) return
    const fold = `f-${first.id}`
    if (opened.has(fold)) shown.push(...quiet)
    else {
      const counted = quiet.filter(({ what }) => what === 'article' || what === 'annex')
      const changed = counted.filter((row) => isStop(row, new Set())).length
      const renumbered = counted.filter((row) => row.traits.has('renumbered')).length
      shown.push({ fold, rows: quiet, counted: counted.length, changed, renumbered, unchanged: counted.length - changed - renumbered })
    }
    quiet = []
  }
  unfolded(rows, chosen).forEach((one, at) => {
    const row = rows[at]
    if (one !== null) {
      close()
      shown.push(one.row)
    } else if (row !== undefined) quiet.push(row)
  })
  close()
  return shown
}
