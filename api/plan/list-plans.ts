import { z } from '@hono/zod-openapi'
import { deadlineRule, type WorkCalendar } from '../../law/deadline/index.ts'
import { planProcedure } from '../../law/procedure/index.ts'
import { rulesInForce, workCalendar } from '../deadline/index.ts'
import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import { type Actor, committeesServedAs } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { deliveries, meetingsOfMonths } from './item-progress.ts'
import type { PlanItemRow } from './plan-for.ts'
import { planPolicy, servesPlan } from './policy.ts'
import { standingOf } from './present-plan.ts'

export const planRowSchema = z
  .object({
    id: z.string(), title: z.string(), kind: z.string(), year: z.number().int(), organ: z.string(), state: z.string(), stateLabel: z.string(), stateSign: z.string(), adoptedOn: z.string().nullable(), publishedOn: z.string().nullable(),
    /** null for who does not see the whole plan */
    items: z.number().int().nullable(), late: z.number().int().nullable(), owing: z.number().int().nullable(),
  })
  .openapi('PlanRow')

/** The plans that a person may see, newest year first. `mayCreate`: works in a legal affairs commission. */
export async function listPlans(options: { services: Services; actor: Actor }): Promise<{ items: z.infer<typeof planRowSchema>[]; mayCreate: boolean }> {
  const { services, actor } = options
  const { prisma } = services
  const [plans, calendar] = await Promise.all([
    prisma.legislationPlan.findMany({ where: planPolicy.scope(actor, 'read'), orderBy: [{ year: 'desc' }, { kind: 'asc' }, { id: 'desc' }], include: { items: { include: { project: true, explanations: { orderBy: { id: 'asc' } } } } }, take: 200 }),
    workCalendar(prisma),
  ])
  const organs = await prisma.organ.findMany({ where: { id: { in: plans.map((p) => p.organId) } }, select: { id: true, name: true } })
  // asked once for all plans of a house, whose numbers they are; of other plans nothing is counted
  const houses = [...new Set(plans.flatMap((p) => (servesPlan(actor, p.organId) ? [p.organId] : [])))]
  const countedOf = new Map(await Promise.all(houses.map(async (organId) => [organId, await countedFor({ services, organId, calendar, items: plans.flatMap((p) => (p.organId === organId ? p.items : [])) })] as const)))
  const items = plans.map((plan) => {
    const counted = countedOf.get(plan.organId)
    const standings = counted === undefined ? null : plan.items.filter((i) => i.endedById === null).map((i) => standingOf(i, counted))
    const state = planProcedure.states.find((s) => s.id === plan.state)
    return {
      id: plan.id, title: plan.title, kind: plan.kind, year: plan.year, organ: organs.find((o) => o.id === plan.organId)?.name ?? '', state: plan.state, stateLabel: state?.label ?? plan.state, stateSign: state?.sign ?? '●',
      adoptedOn: fromDateColumnOrNull(plan.adoptedOn), publishedOn: fromDateColumnOrNull(plan.publishedOn), items: standings?.length ?? null, late: standings?.filter((s) => s.kind === 'late').length ?? null, owing: standings?.filter((s) => s.owesExplanation).length ?? null,
    }
  })
  return { items, mayCreate: committeesServedAs(actor, 'legislationOfficer', 'legislationChief').length > 0 }
}

/** What the items of a house's plans are counted by. */
async function countedFor({ services, organId, calendar, items }: { services: Services; organId: string; calendar: WorkCalendar; items: readonly PlanItemRow[] }): Promise<Parameters<typeof standingOf>[1]> {
  const { prisma } = services
  const [rules, delivered, meetings] = await Promise.all([rulesInForce(prisma, organId), deliveries(prisma, items), meetingsOfMonths(prisma, organId, items)])
  return { today: services.clock.today(), calendar, billLead: deadlineRule('legislation.billLead', rules), delivered, meetings }
}
