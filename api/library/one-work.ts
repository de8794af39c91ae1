import type { Transaction } from '../platform/work/transaction.ts'

/**
 * The works that are one by a person's word: a renamed law stays one work only so (design §4a). Each keeps its key and
 * its addresses; they are read as one line of versions.
 */
export async function worksOfOne(tx: Transaction, workId: string): Promise<string[]> {
  return (await worksOfEach(tx, [workId])).get(workId) ?? [workId]
}

/** For each of some works those that are one with it, itself among them. The first one is the same whichever of them is asked. */
export async function worksOfEach(tx: Transaction, workIds: readonly string[]): Promise<Map<string, string[]>> {
  const works = await tx.work.findMany({ where: { id: { in: [...workIds] } }, select: { id: true, sameAsId: true } })
  const roots = new Map(works.map((w) => [w.id, w.sameAsId ?? w.id]))
  const others = await tx.work.findMany({ where: { sameAsId: { in: [...roots.values()] } }, select: { id: true, sameAsId: true }, orderBy: { id: 'asc' } })
  return new Map(
    workIds.map((id): [string, string[]] => {
      const root = roots.get(id)
      return [id, root === undefined ? [id] : [root, ...others.filter((o) => o.sameAsId === root).map((o) => o.id)]]
    }),
  )
}
