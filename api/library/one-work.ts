import type { Transaction } from '../platform/work/transaction.ts'

/**
 * The works that are one by a person's word: a renamed law stays one work only so (design §4a). Each keeps its key and
 * its addresses; they are read as one line of versions.
 */
export async function worksOfOne(tx: Transaction, workId: string): Promise<string[]> {
  const work = await tx.work.findUnique({ where: { id: workId }, select: { id: true, sameAsId: true } })
  if (work === null) return [workId]
  const root = work.sameAsId ?? work.id
  const others = await tx.work.findMany({ where: { sameAsId: root }, select: { id: true } })
  return [root, ...others.map((o) => o.id)]
}
