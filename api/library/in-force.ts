import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { worksOfOne } from './one-work.ts'

export type VersionDates = { id: string; dateKey: string; effectiveFrom: string | null; effectiveTo: string | null; recordedAt: number }

/** The dates of a version's row. */
export const versionDates = (v: { id: string; dateKey: string; effectiveFrom: Date | null; effectiveTo: Date | null; recordedAt: Date }): VersionDates => ({
  id: v.id, dateKey: v.dateKey, effectiveFrom: fromDateColumnOrNull(v.effectiveFrom), effectiveTo: fromDateColumnOrNull(v.effectiveTo), recordedAt: v.recordedAt.getTime(),
})

/** How a version stands to a date: 判断日有效, 已失效, 尚未施行, or not known. */
export type Standing = 'inForce' | 'ended' | 'notYet' | 'unknown'

const byDate = (a: VersionDates, b: VersionDates): number => {
  const [x, y] = [a.effectiveFrom ?? '', b.effectiveFrom ?? '']
  return x === y ? a.recordedAt - b.recordedAt : x < y ? -1 : 1
}

/** The version of a work that was in force on a date; of two of the same date the one recorded later (a correction). Null where there is none. */
export function inForceOn(versions: readonly VersionDates[], on: string): VersionDates | null {
  const begun = versions.filter((v) => v.effectiveFrom !== null && v.effectiveFrom <= on).toSorted(byDate).at(-1)
  return begun === undefined || (begun.effectiveTo !== null && begun.effectiveTo <= on) ? null : begun
}

/** The version to show for a date: that in force, else the last one before it, else the first one after it, else any. */
export function nearestTo(versions: readonly VersionDates[], on: string): VersionDates | null {
  const sorted = versions.toSorted(byDate)
  return inForceOn(versions, on) ?? sorted.findLast((v) => v.effectiveFrom !== null && v.effectiveFrom <= on) ?? sorted.find((v) => v.effectiveFrom !== null) ?? sorted[0] ?? null
}

/** How one version of a work stands to a date, given all of them. */
export function standingOn(version: VersionDates, versions: readonly VersionDates[], on: string): Standing {
  if (version.effectiveFrom === null) return 'unknown'
  if (version.effectiveFrom > on) return 'notYet'
  return inForceOn(versions, on)?.id === version.id ? 'inForce' : 'ended'
}

/** The version of a work that was in force on a date, its renamed selves included; null where none was, or no date of effect is known. */
export async function versionInForce(options: { tx: Transaction; workId: string; on: string }): Promise<VersionDates | null> {
  const { tx, workId, on } = options
  const versions = await tx.version.findMany({
    where: { workId: { in: await worksOfOne(tx, workId) } }, select: { id: true, dateKey: true, effectiveFrom: true, effectiveTo: true, recordedAt: true },
  })
  return inForceOn(versions.map(versionDates), on)
}
