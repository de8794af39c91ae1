import { hasBegun, overtaken } from '../../law/citation/index.ts'
import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { worksOfOne } from './one-work.ts'

export type VersionDates = { id: string; dateKey: string; adopted: string | null; effectiveFrom: string | null; effectiveTo: string | null; recordedAt: number }

/** What a query selects for `versionDates`. */
export const versionDatesSelect = { id: true, dateKey: true, adopted: true, effectiveFrom: true, effectiveTo: true, recordedAt: true } as const

/** The dates of a version's row. */
export const versionDates = (v: { id: string; dateKey: string; adopted: Date | null; effectiveFrom: Date | null; effectiveTo: Date | null; recordedAt: Date }): VersionDates => ({
  id: v.id, dateKey: v.dateKey, adopted: fromDateColumnOrNull(v.adopted), effectiveFrom: fromDateColumnOrNull(v.effectiveFrom), effectiveTo: fromDateColumnOrNull(v.effectiveTo), recordedAt: v.recordedAt.getTime(),
})

/** How a version stands to a date: 判断日有效, 已失效, 尚未施行, or not known. */
export type Standing = 'inForce' | 'ended' | 'notYet' | 'unknown'

const begins = (v: VersionDates): string => v.effectiveFrom ?? v.adopted ?? ''
const byDate = (a: VersionDates, b: VersionDates): number => (begins(a) === begins(b) ? a.recordedAt - b.recordedAt : begins(a) < begins(b) ? -1 : 1)

/** The last text that is known to have begun by a date; of two of the same date the one recorded later (a correction). */
const lastBegun = (versions: readonly VersionDates[], on: string): VersionDates | undefined =>
  versions.filter((v) => v.effectiveFrom !== null && v.effectiveFrom <= on).toSorted(byDate).at(-1)

const over = (v: VersionDates, on: string): boolean => v.effectiveTo !== null && v.effectiveTo <= on

/** The version of a work that was in force on a date. Null where there is none, or a later text of unknown date may have taken its place. */
export function inForceOn(versions: readonly VersionDates[], on: string): VersionDates | null {
  const begun = lastBegun(versions, on)
  return begun === undefined || over(begun, on) || overtaken(begun, versions, on) !== 'no' ? null : begun
}

/** The version to show for a date: that in force, else the last one that has begun, else the first one after it, else any. */
export function nearestTo(versions: readonly VersionDates[], on: string): VersionDates | null {
  const sorted = versions.toSorted(byDate)
  const first = sorted.find((v) => v.effectiveFrom !== null)
  // of two that begin on that day the one recorded later, as everywhere
  const ahead = first === undefined ? undefined : sorted.findLast((v) => v.effectiveFrom === first.effectiveFrom)
  return inForceOn(versions, on) ?? sorted.findLast((v) => hasBegun(v, on)) ?? ahead ?? sorted[0] ?? null
}

const UNLESS_OVERTAKEN = { no: 'inForce', maybe: 'unknown', surely: 'ended' } as const

/** How one version of a work stands to a date, given all of them. */
export function standingOn(version: VersionDates, versions: readonly VersionDates[], on: string): Standing {
  if (version.effectiveFrom === null) return 'unknown'
  if (version.effectiveFrom > on) return 'notYet'
  if (lastBegun(versions, on)?.id !== version.id || over(version, on)) return 'ended'
  return UNLESS_OVERTAKEN[overtaken(version, versions, on)]
}

/** The version of a work that was in force on a date, its renamed selves included; null where none was, or no date of effect is known. */
export async function versionInForce(options: { tx: Transaction; workId: string; on: string }): Promise<VersionDates | null> {
  const { tx, workId, on } = options
  const versions = await tx.version.findMany({ where: { workId: { in: await worksOfOne(tx, workId) } }, select: versionDatesSelect })
  return inForceOn(versions.map(versionDates), on)
}
