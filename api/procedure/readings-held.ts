import type { Transaction } from '../platform/work/transaction.ts'

/** The steps that hold a reading. */
export const readingSteps: readonly string[] = ['holdFirstReading', 'holdSecondReading', 'holdThirdReading']

/** How often each of these projects was read since its bill was submitted last. */
export async function readingsHeldOf(tx: Pick<Transaction, 'caseEvent'>, projectIds: readonly string[]): Promise<Map<string, number>> {
  const events = await tx.caseEvent.findMany({ where: { projectId: { in: [...projectIds] }, OR: [{ transition: { in: [...readingSteps] } }, { toState: 'submitted' }] }, orderBy: { id: 'asc' }, select: { projectId: true, toState: true } })
  const held = new Map<string, number>()
  for (const { projectId, toState } of events) if (projectId !== null) held.set(projectId, toState === 'submitted' ? 0 : (held.get(projectId) ?? 0) + 1)
  return held
}
