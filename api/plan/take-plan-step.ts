import { planProcedure } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { type Actor, membershipsWithRole } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Transaction } from '../platform/work/transaction.ts'
import { judgeStep } from '../procedure/index.ts'
import { decidingMeeting } from './deciding-meeting.ts'
import { listProjects } from './list-projects.ts'
import { type PlanRow, planFor } from './plan-for.ts'

export type PlanStepKey = 'askProvince' | 'recordProvinceReply' | 'consultParty' | 'skipParty' | 'adopt' | 'publish'
type Values = Readonly<Record<string, string>>

/** Items that name no proposer or no drafting unit, or are to be tabled and name no month. */
export const incompleteItems = (plan: Pick<PlanRow, 'items'>): PlanRow['items'] =>
  plan.items.filter((i) => i.endedById === null && (i.proposer === '' || i.draftingOrgan === '' || (i.class === 'deliberation' && i.dueMonth === null)))

/** The facts on which the steps of a plan are judged. */
export const planFacts = (plan: PlanRow, values: Values, today: string) => ({
  fields: Object.entries(values).flatMap(([field, value]) => (value.trim() === '' ? [] : [field])),
  issuedPapers: [],
  items: plan.items.filter((i) => i.endedById === null).length,
  itemsIncomplete: incompleteItems(plan).length,
  partyGate: plan.partyGate,
  partyConsulted: plan.partyConsultedOn !== null,
  adoptedInFuture: (values['adoptedOn'] ?? '') > today,
})

/** Roles that a person holds in the house of the plan. */
export const rolesOnPlan = (actor: Actor, organId: string) => [
  ...new Set(membershipsWithRole(actor, 'legislationOfficer', 'legislationChief', 'councilMember').filter((m) => m.standingCommitteeId === organId).map((m) => m.role)),
]

/**
 * One step of a plan: ask the province, record its reply, the Party checkpoint, adoption by 主任会议, publication. Judged by
 * the tables of law/procedure; refused with rule and basis. Adoption lists the projects of its items (立法法 56 as model).
 */
export async function takePlanStep(options: { services: Services; actor: Actor; planId: string; key: PlanStepKey; values: Values; revision: number }): Promise<void> {
  const { services, actor, planId, key, values } = options
  const plan = await planFor({ services, actor, planId, action: key === 'askProvince' || key === 'recordProvinceReply' ? 'write' : 'decide' })
  const today = services.clock.today()
  const to = judgeStep({ procedure: planProcedure, state: plan.state, key, roles: rolesOnPlan(actor, plan.organId), facts: planFacts(plan, values, today) })
  await inTransaction(services, async (work) => {
    const { tx } = work
    const columns = await columnsOf(tx, plan, { key, values, today })
    const changed = await tx.legislationPlan.updateMany({
      where: { id: planId, revision: options.revision },
      data: { state: to, revision: { increment: 1 }, ...columns },
    })
    if (changed.count === 0) throw problem('stale-edit')
    if (key === 'adopt') await listProjects({ services, work, actor, plan, adoptedOn: day(values, 'adoptedOn'), adoptedBy: typeof columns.adoptedBy === 'string' ? columns.adoptedBy : text(values, 'adoptedBy') })
    if (key === 'askProvince') await tellProvince(work, tx, planId)
    work.audit({ actor, action: `plan.${key}`, entity: 'LegislationPlan', entityId: planId, organId: plan.organId, detail: { from: plan.state, to, ...values } })
  })
}

const text = (values: Values, key: string): string => (values[key] ?? '').trim()
function day(values: Values, key: string): string {
  const value = text(values, key)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value))) throw problem('invalid-input', { fields: [{ path: key, message: '日期应写作 2026-03-05 这样的形式。' }] })
  return value
}

async function columnsOf(tx: Transaction, plan: PlanRow, step: { key: PlanStepKey; values: Values; today: string }): Promise<Prisma.LegislationPlanUncheckedUpdateManyInput> {
  const { key, values, today } = step
  switch (key) {
    case 'askProvince': {
      const organ = await tx.organ.findUniqueOrThrow({ where: { id: plan.organId }, select: { regionCode: true } })
      const above = await tx.organ.findFirst({ where: { kind: 'standingCommittee', level: 'province', regionCode: { startsWith: organ.regionCode.slice(0, 2) }, active: true }, select: { id: true } })
      return { provinceAskedOn: toDateColumn(today), provinceOrganId: above?.id ?? null }
    }
    case 'recordProvinceReply':
      return { provinceOpinion: text(values, 'opinion'), provinceRepliedOn: toDateColumn(day(values, 'repliedOn')) }
    case 'consultParty':
      return { partyConsultedOn: toDateColumn(day(values, 'consultedOn')), partyNote: text(values, 'note') }
    case 'skipParty':
      return { partyGate: false, partyNote: text(values, 'reason') }
    case 'adopt': {
      const on = day(values, 'adoptedOn')
      const { meetingId, decidedBy } = await decidingMeeting(tx, { organId: plan.organId, meetingId: text(values, 'meetingId') || null, typed: text(values, 'adoptedBy'), on, fields: { meeting: 'meetingId', on: 'adoptedOn', typed: 'adoptedBy' } })
      return { adoptedOn: toDateColumn(on), adoptedBy: decidedBy, meetingId }
    }
    case 'publish':
      return { publishedOn: toDateColumn(today) }
    default: {
      const never: never = key
      throw new RangeError(`no step ${String(never)}`)
    }
  }
}

async function tellProvince(work: Parameters<Parameters<typeof inTransaction>[1]>[0], tx: Transaction, planId: string): Promise<void> {
  const plan = await tx.legislationPlan.findUniqueOrThrow({ where: { id: planId }, select: { title: true, provinceOrganId: true } })
  if (plan.provinceOrganId === null) return
  const officers = await tx.membership.findMany({ where: { organId: plan.provinceOrganId, role: 'provinceOfficer', to: null }, select: { personId: true } })
  for (const { personId } of officers) work.notify({ personId, kind: 'plan', title: `征求意见：${plan.title}`, body: '下级人大常委会请你们对立法计划草案提出意见。', link: `/plans/${planId}`, entity: 'LegislationPlan', entityId: planId })
}

