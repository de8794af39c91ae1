import { deadlineRule, ruleStanding } from '../../law/deadline/index.ts'
import { rulesInForce, workCalendar } from '../deadline/index.ts'
import type { Services } from '../platform/services.ts'
import { deliveries, meetingsOfMonths } from './item-progress.ts'
import { standingOf } from './present-plan.ts'

/** A day that a plan sets for a project: its bill, or the report of its survey. */
export type PlanDue = { on: string; label: string; basis: string; standing: string }

/** By project, what the plans in force still wait for, what is due first; what was delivered or has ended is not named. */
export async function planDues(options: { services: Services; organIds: readonly string[]; projectIds: readonly string[] }): Promise<Map<string, PlanDue>> {
  const { prisma, clock } = options.services
  const today = clock.today()
  const calendar = await workCalendar(prisma)
  const found = new Map<string, PlanDue>()
  for (const organId of new Set(options.organIds)) {
    const rows = await prisma.planItem.findMany({
      where: { projectId: { in: [...options.projectIds] }, endedById: null, dueMonth: { not: null }, plan: { organId, state: { in: ['adopted', 'published'] } } },
      include: { project: true, explanations: { orderBy: { id: 'asc' } }, plan: { select: { title: true } } }, orderBy: { id: 'asc' },
    })
    const [rules, delivered, meetings] = await Promise.all([rulesInForce(prisma, organId), deliveries(prisma, rows), meetingsOfMonths(prisma, organId, rows)])
    const billLead = deadlineRule('legislation.billLead', rules)
    for (const row of rows) {
      const standing = standingOf(row, { today, billLead, calendar, delivered, meetings })
      if (row.projectId === null || standing.dueOn === null || (standing.kind !== 'running' && standing.kind !== 'late')) continue
      const known = found.get(row.projectId)
      if (known !== undefined && known.on <= standing.dueOn) continue
      const survey = row.class === 'survey'
      found.set(row.projectId, { on: standing.dueOn, label: survey ? '提交调研报告' : '提请审议', basis: `《${row.plan.title}》：${standing.counted}${survey ? '' : `；${billLead.basis}`}`, standing: survey ? '已确认' : ruleStanding(billLead) })
    }
  }
  return found
}
