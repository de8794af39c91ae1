import type { RecurringJob } from '../../platform/jobs/index.ts'
import { toDateColumn } from '../../platform/legal-date.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { moveProject } from '../../procedure/index.ts'

/** On the day that the text names, its project comes into force. Returns how many. */
export async function takeEffect(services: Services): Promise<number> {
  const today = services.clock.today()
  const due = await services.prisma.project.findMany({ where: { state: 'promulgated', effectiveFrom: { lte: toDateColumn(today) } }, select: { id: true, effectiveFrom: true } })
  for (const project of due) {
    const on = project.effectiveFrom?.toISOString().slice(0, 10) ?? today
    await inTransaction(services, (work) => moveProject({ services, work, actor: 'system', projectId: project.id, key: 'takeEffect', revision: null, on }))
  }
  return due.length
}

export const takeEffectJob: RecurringJob = { name: 'takeEffect', cron: '10 * * * *', atStart: true, run: (services) => takeEffect(services).then(() => undefined) }
