import { planKindLabels } from '../../law/procedure/index.ts'
import { newId } from '../platform/ids.ts'
import { type Actor, committeesServedAs } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import type { NewPlan } from './plan-input.ts'

/** The title as it is printed: `2026年度立法计划`, `2022年至2026年立法规划`. */
const titleOf = (plan: NewPlan): string => (plan.kind === 'annual' ? `${plan.year}年度立法计划` : `${plan.year}年至${plan.untilYear ?? plan.year + 4}年${planKindLabels.fiveYear.slice(2)}`)

/**
 * Begin a plan. By the legal affairs commission of the standing committee (立法法 56 as model). One plan a year, one
 * five-year plan from a year: a second is refused with the sentence that says which exists.
 */
export async function createPlan(options: { services: Services; actor: Actor; plan: NewPlan }): Promise<string> {
  const { services, actor, plan } = options
  const houses = committeesServedAs(actor, 'legislationOfficer', 'legislationChief')
  const organId = plan.organId ?? houses[0]
  if (organId === undefined || !houses.includes(organId)) throw problem('forbidden')
  if (plan.kind === 'fiveYear' && plan.untilYear !== null && plan.untilYear < plan.year) throw problem('invalid-input', { fields: [{ path: 'untilYear', message: '规划结束的年份不能早于开始的年份。' }] })
  const title = titleOf(plan)
  const existing = await services.prisma.legislationPlan.findUnique({ where: { organId_kind_year: { organId, kind: plan.kind, year: plan.year } }, select: { id: true } })
  if (existing !== null) throw problem('already-done', { detail: `《${title}》已经建立，请打开它继续编制。`, extra: { id: existing.id } })
  const id = newId()
  await inTransaction(services, async ({ tx, audit }) => {
    await tx.legislationPlan.create({
      data: { id, organId, kind: plan.kind, year: plan.year, untilYear: plan.kind === 'fiveYear' ? (plan.untilYear ?? plan.year + 4) : null, title, createdBy: actor.personId, createdByName: actor.name },
    })
    audit({ actor, action: 'plan.create', entity: 'LegislationPlan', entityId: id, organId, detail: { kind: plan.kind, year: plan.year } })
  })
  return id
}
