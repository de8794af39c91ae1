import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { planFor } from './plan-for.ts'
import { presentPlan } from './present-plan.ts'

/**
 * 催交书面说明: tell the proposers and drafting units of the items that are late and have no written explanation. Each
 * person is told once a day of an item. Returns how many items, how many persons, and the units nobody of which has an account.
 */
export async function remindLate(options: { services: Services; actor: Actor; planId: string }): Promise<{ items: number; told: number; notReached: string[] }> {
  const { services, actor, planId } = options
  const plan = await planFor({ services, actor, planId, action: 'write' })
  const view = await presentPlan({ services, actor, planId })
  const late = view.items.filter((i) => !i.ended && i.standing.owesExplanation)
  if (late.length === 0) throw problem('step-refused', { detail: '没有逾期而未作书面说明的项目，不用催交。', extra: { rule: 'nothingLate', basis: '外省市条例参考·待确认' } })
  const organIds = [...new Set(late.flatMap((i) => [i.proposerOrganId, i.draftingOrganId].filter((id) => id !== null)))]
  const members = await services.prisma.membership.findMany({ where: { organId: { in: organIds }, role: { in: ['proposerClerk', 'drafter'] }, to: null, person: { disabledAt: null } }, select: { organId: true, personId: true } })
  const told = new Set<string>()
  const notReached: string[] = []
  await inTransaction(services, async ({ notify, audit }) => {
    for (const item of late) {
      const people = new Set(members.filter((m) => m.organId === item.proposerOrganId || m.organId === item.draftingOrganId).map((m) => m.personId))
      if (people.size === 0) notReached.push(item.title)
      for (const personId of people) {
        told.add(personId)
        notify({
          personId, kind: 'plan', title: `请提交书面说明：${item.title}`, body: `《${plan.title}》所列这一项目逾期 ${item.standing.days} 天，请向主任会议作出书面说明。`, link: `/plans/${planId}`, entity: 'LegislationPlan', entityId: planId,
          dedupeKey: `plan-late:${item.id}:${personId}:${services.clock.today()}`,
        })
      }
    }
    audit({ actor, action: 'plan.remindLate', entity: 'LegislationPlan', entityId: planId, organId: plan.organId, detail: { items: late.map((i) => i.title), told: told.size } })
  })
  return { items: late.length, told: told.size, notReached }
}
