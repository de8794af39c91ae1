import type { Prisma } from '../../prisma/generated/client.ts'
import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { worksOfOne } from './one-work.ts'

export type OrderedVersion = { id: string; dateKey: string; workKey: string; on: string; recordedAt: number }

/**
 * The versions of a work, its other names included, from the first to the last: by date of effect, where that is not known
 * by date of adoption; of two of one day the one recorded later (a correction) comes after.
 */
export async function versionsInOrder(options: { tx: Transaction; workId: string; where?: Prisma.VersionWhereInput }): Promise<OrderedVersion[]> {
  const { tx, workId, where } = options
  const rows = await tx.version.findMany({
    where: { workId: { in: await worksOfOne(tx, workId) }, ...(where === undefined ? {} : { AND: where }) },
    select: { id: true, dateKey: true, effectiveFrom: true, adopted: true, recordedAt: true, work: { select: { key: true } } },
  })
  return rows
    .map((v) => ({ id: v.id, dateKey: v.dateKey, workKey: v.work.key, on: fromDateColumnOrNull(v.effectiveFrom) ?? fromDateColumnOrNull(v.adopted) ?? '', recordedAt: v.recordedAt.getTime() }))
    .toSorted((a, b) => (a.on === b.on ? a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1))
}
