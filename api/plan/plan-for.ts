import type { Prisma } from '../../prisma/generated/client.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { type PlanAction, planPolicy } from './policy.ts'

const whole = {
  items: { orderBy: { order: 'asc' }, include: { project: true, explanations: { orderBy: { id: 'asc' } } } },
  adjustments: { orderBy: { id: 'asc' } },
} satisfies Prisma.LegislationPlanInclude

export type PlanRow = Prisma.LegislationPlanGetPayload<{ include: typeof whole }>
export type PlanItemRow = PlanRow['items'][number]

/** The plan for who may do this to it. Throws `not-found` to who may not even know of it, `forbidden` to who may only read. */
export async function planFor(options: { services: { prisma: Pick<Services['prisma'], 'legislationPlan'> }; actor: Actor; planId: string; action: PlanAction }): Promise<PlanRow> {
  const { services, actor, planId, action } = options
  const plan = await services.prisma.legislationPlan.findUnique({ where: { id: planId }, include: whole })
  if (plan === null || !planPolicy.can(actor, 'read', plan)) throw problem('not-found')
  if (!planPolicy.can(actor, action, plan)) throw problem('forbidden')
  return plan
}

/** The plan of an item, for who may do this to it. */
export async function planOfItem(options: { services: Pick<Services, 'prisma'>; actor: Actor; itemId: string; action: PlanAction }): Promise<{ plan: PlanRow; item: PlanItemRow }> {
  const found = await options.services.prisma.planItem.findUnique({ where: { id: options.itemId }, select: { planId: true } })
  if (found === null) throw problem('not-found')
  const plan = await planFor({ ...options, planId: found.planId })
  const item = plan.items.find((i) => i.id === options.itemId)
  if (item === undefined) throw problem('not-found')
  return { plan, item }
}
