import type { Transaction } from '../platform/work/transaction.ts'

export type VersionDates = { effectiveFrom: string | null; adopted: string | null }

/**
 * The date in a version's address (design §4a): that of effect; where it is not known, `adopted-…` or `undated`, so that
 * an unknown date of effect is never shown as one.
 */
export const dateKeyBase = (dates: VersionDates): string =>
  dates.effectiveFrom ?? (dates.adopted === null ? 'undated' : `adopted-${dates.adopted}`)

/** The first free address of that date in the work: `2026-01-01`, `2026-01-01~2` … */
export async function freeDateKey(tx: Transaction, options: { workId: string; dates: VersionDates }): Promise<string> {
  const base = dateKeyBase(options.dates)
  const taken = new Set((await tx.version.findMany({ where: { workId: options.workId, dateKey: { startsWith: base } }, select: { dateKey: true } })).map((v) => v.dateKey))
  for (let n = 1; ; n += 1) {
    const key = n === 1 ? base : `${base}~${n}`
    if (!taken.has(key)) return key
  }
}
