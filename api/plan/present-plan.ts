import { z } from '@hono/zod-openapi'
import { deadlineRule, remaining, type WorkCalendar } from '../../law/deadline/index.ts'
import {
  classProgress, itemStanding, type ItemStanding, legislationProcedure, planItemClasses, planItemClassLabels, planKindLabels, planProcedure, projectPhases, publicStage, transitionsFrom,
} from '../../law/procedure/index.ts'
import { rulesInForce, workCalendar } from '../deadline/index.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../platform/legal-date.ts'
import { type Actor, committeesServedAs } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { meetingPolicy } from '../meeting/index.ts'
import { councilMeetings } from './deciding-meeting.ts'
import { deliveries, type Delivery, meetingsOfMonths, meetingsOfYears } from './item-progress.ts'
import { type PlanItemRow, planFor } from './plan-for.ts'
import { mayDraftPlanPaper } from './plan-paper.ts'
import { proposingOrgans, servesPlan } from './policy.ts'
import { incompleteItems, rolesOnPlan } from './take-plan-step.ts'

const standingSchema = z.object({
  kind: z.enum(['done', 'dropped', 'paused', 'delivered', 'deliveredLate', 'running', 'late', 'none']), dueOn: z.string().nullable(), counted: z.string(), deliveredOn: z.string().nullable(), days: z.number().int(),
  explained: z.boolean(), owesExplanation: z.boolean(), basis: z.string(), confirmed: z.boolean(),
})
const cardDueSchema = z.object({ label: z.string(), on: z.string(), text: z.string(), kind: z.enum(['left', 'today', 'overdue']), basis: z.string() })
export const planItemViewSchema = z
  .object({
    id: z.string(), order: z.number().int(), title: z.string(), class: z.enum(planItemClasses), classLabel: z.string(), proposer: z.string(), proposerOrganId: z.string().nullable(), draftingOrgan: z.string(),
    draftingOrganId: z.string().nullable(), committee: z.string().nullable(), committeeOrganId: z.string().nullable(),
    /** who is named on a card: the committee of a survey, the drafting unit of a bill, by its short name where the register has one */
    short: z.string(), dueMonth: z.string().nullable(), note: z.string().nullable(), carriedFromId: z.string().nullable(), ended: z.boolean(), added: z.boolean(),
    /** `id` is null for who does not work on it: the stage is then told as far as the public is told */
    project: z.object({ id: z.string().nullable(), title: z.string(), stateLabel: z.string(), stateSign: z.string(), phase: z.string() }).nullable(),
    standing: standingSchema, due: cardDueSchema.nullable(),
    explanations: z.array(z.object({ id: z.string(), text: z.string(), documentNo: z.string().nullable(), receivedOn: z.string(), recordedBy: z.string(), consideredOn: z.string().nullable(), consideredNote: z.string().nullable(), newMonth: z.string().nullable() })),
    mayExplain: z.boolean(),
  })
  .openapi('PlanItem')
export const planSchema = z
  .object({
    id: z.string(), revision: z.number().int(), kind: z.string(), kindLabel: z.string(), year: z.number().int(), untilYear: z.number().int().nullable(), title: z.string(), organ: z.string(), state: z.string(), stateLabel: z.string(), stateSign: z.string(),
    partyGate: z.boolean(), partyConsultedOn: z.string().nullable(), partyNote: z.string().nullable(), provinceAskedOn: z.string().nullable(), provinceRepliedOn: z.string().nullable(), provinceOpinion: z.string().nullable(), adoptedOn: z.string().nullable(), adoptedBy: z.string().nullable(),
    publishedOn: z.string().nullable(), today: z.string(),
    /** the person sees only the items that name the own organ */
    partial: z.boolean(),
    /** the person is not of the house: what is internal to it (explanations, the Party's and the province's word, how projects stand) is left out */
    outside: z.boolean(),
    items: z.array(planItemViewSchema),
    progress: z.array(z.object({ class: z.string(), label: z.string(), listed: z.number().int(), finished: z.number().int(), underWay: z.number().int(), late: z.number().int(), paused: z.number().int(), /** withdrawn, ended, not taken up */ dropped: z.number().int() })),
    columns: z.array(z.string()), billLead: z.object({ amount: z.number().int(), basis: z.string(), confirmed: z.boolean() }),
    /** of the standing committee in the years of the plan; for those of the house */
    meetings: z.array(z.object({ id: z.string(), title: z.string(), startsOn: z.string() }).openapi('PlanMeeting')),
    /** 主任会议 that may have decided on it, for those who record decisions; `decided`: it was on the agenda and agreed to */
    councilMeetings: z.array(z.object({ id: z.string(), title: z.string(), startsOn: z.string(), decided: z.boolean() })),
    /** the meeting that adopted it, for those who may open it */
    adoptedMeetingId: z.string().nullable(),
    adjustments: z.array(z.object({ id: z.string(), decidedOn: z.string(), decidedBy: z.string(), /** for those who may open it */ meetingId: z.string().nullable(), reason: z.string(), recordedBy: z.string(), changes: z.array(z.object({ kind: z.string(), itemId: z.string(), title: z.string(), before: z.string().nullable(), after: z.string().nullable() })) })),
    actions: z.array(z.object({ key: z.string(), label: z.string(), requires: z.array(z.object({ field: z.string(), label: z.string() })), basis: z.string(), dangerous: z.boolean() })),
    mayWrite: z.boolean(), mayDecide: z.boolean(), /** drafts the plan on paper */ mayDraftPaper: z.boolean(), incomplete: z.array(z.string()),
  })
  .openapi('LegislationPlan')
export type PlanView = z.infer<typeof planSchema>

const changesSchema = z.array(z.object({ kind: z.string(), itemId: z.string(), title: z.string(), before: z.string().nullable(), after: z.string().nullable() }))

/** Project states that end an item, with or without the regulation it was for. */
const done = new Set(['promulgated', 'inForce', 'postEvaluated', 'amending', 'repealed'])
const dropped = new Set(['rejected', 'terminated', 'withdrawn'])
const paused = new Set(['deferred', 'shelved', 'extended'])

/** A plan with its items and how each stands today, for who may see it; makers see the items that name them. */
export async function presentPlan(options: { services: Services; actor: Actor; planId: string }): Promise<PlanView> {
  const { services, actor } = options
  const { prisma } = services
  const plan = await planFor({ ...options, action: 'read' })
  const today = services.clock.today()
  const own = proposingOrgans(actor)
  const inside = servesPlan(actor, plan.organId)
  const asked = plan.provinceOrganId !== null && committeesServedAs(actor, 'provinceOfficer').includes(plan.provinceOrganId)
  const partial = plan.state !== 'published' && !inside && !asked
  const names = (item: PlanItemRow): boolean => [item.proposerOrganId, item.draftingOrganId].some((organ) => organ !== null && own.includes(organ))
  const rows = partial ? plan.items.filter(names) : plan.items
  const projectIds = rows.flatMap((i) => (i.projectId === null ? [] : [i.projectId]))
  const named = rows.flatMap((i) => [i.committeeOrganId, i.draftingOrganId].filter((id) => id !== null))
  const roles = rolesOnPlan(actor, plan.organId)
  const mayDecide = roles.some((r) => r === 'legislationChief' || r === 'councilMember')
  const deciders = [plan.meetingId, ...plan.adjustments.map((a) => a.meetingId)].filter((id) => id !== null)
  const [organ, rules, calendar, delivered, meetings, clocks, held, shortNames, councils, open] = await Promise.all([
    prisma.organ.findUniqueOrThrow({ where: { id: plan.organId }, select: { name: true } }), rulesInForce(prisma, plan.organId), workCalendar(prisma), deliveries(prisma, rows), meetingsOfMonths(prisma, plan.organId, rows),
    prisma.caseClock.findMany({ where: { projectId: { in: projectIds }, state: 'running', dueOn: { not: null } }, orderBy: { dueOn: 'asc' } }),
    inside ? meetingsOfYears(prisma, plan) : [],
    prisma.organ.findMany({ where: { id: { in: named } }, select: { id: true, shortName: true } }),
    mayDecide ? councilMeetings(prisma, plan) : [],
    prisma.meeting.findMany({ where: { AND: [meetingPolicy.scope(actor, 'read'), { id: { in: deciders } }] }, select: { id: true } }),
  ])
  const opened = (id: string | null): string | null => open.find((m) => m.id === id)?.id ?? null
  const billLead = deadlineRule('legislation.billLead', rules)
  const standings = new Map(rows.map((row) => [row.id, standingOf(row, { today, billLead, calendar, delivered, meetings })]))
  const items = rows.map((row) => {
    const standing = standings.get(row.id)
    if (standing === undefined) throw new RangeError(`no standing of item ${row.id}`)
    const clock = clocks.find((c) => c.projectId === row.projectId)
    const shown = inside || names(row)
    const told = shown ? standing : UNTOLD
    return {
      id: row.id, order: row.order, title: row.title, class: classOf(row.class), classLabel: planItemClassLabels[classOf(row.class)], proposer: row.proposer, proposerOrganId: row.proposerOrganId, draftingOrgan: row.draftingOrgan, draftingOrganId: row.draftingOrganId,
      committee: row.committee, committeeOrganId: row.committeeOrganId, short: shortOf(row, shortNames), dueMonth: row.dueMonth, note: row.note, carriedFromId: row.carriedFromId, ended: row.endedById !== null, added: row.addedById !== null,
      project: row.project === null ? null : shown ? projectOf(row.project) : { id: null, title: row.title, ...stageOf(row.project.state) },
      standing: { ...told, basis: billLead.basis, confirmed: billLead.confirmed },
      due: shown ? cardDue({ clock, standing, class: row.class, basis: billLead.basis, today, calendar }) : null,
      explanations: (shown ? row.explanations : []).map((e) => ({ id: e.id, text: e.text, documentNo: e.documentNo, receivedOn: fromDateColumn(e.receivedOn), recordedBy: e.recordedByName, consideredOn: fromDateColumnOrNull(e.consideredOn), consideredNote: e.consideredNote, newMonth: e.newMonth })),
      mayExplain: plan.adoptedOn !== null && row.endedById === null && (names(row) || roles.some((r) => r === 'legislationOfficer' || r === 'legislationChief')),
    }
  })
  const listed = items.filter((i) => !i.ended)
  const steps = planProcedure.states.find((s) => s.id === plan.state)
  return {
    id: plan.id, revision: plan.revision, kind: plan.kind, kindLabel: plan.kind === 'annual' ? planKindLabels.annual : planKindLabels.fiveYear, year: plan.year, untilYear: plan.untilYear, title: plan.title, organ: organ.name, state: plan.state,
    stateLabel: steps?.label ?? plan.state, stateSign: steps?.sign ?? '●', partyGate: plan.partyGate, partyConsultedOn: inside ? fromDateColumnOrNull(plan.partyConsultedOn) : null, partyNote: inside ? plan.partyNote : null, provinceAskedOn: fromDateColumnOrNull(plan.provinceAskedOn),
    provinceRepliedOn: fromDateColumnOrNull(plan.provinceRepliedOn), provinceOpinion: inside || asked ? plan.provinceOpinion : null, adoptedOn: fromDateColumnOrNull(plan.adoptedOn), adoptedBy: plan.adoptedBy, publishedOn: fromDateColumnOrNull(plan.publishedOn), today, partial, outside: !inside, items,
    progress: planItemClasses.map((c) => ({ class: c, label: planItemClassLabels[c], ...classProgress(listed.filter((i) => i.class === c).map((i) => i.standing)) })),
    meetings: held, councilMeetings: councils, adoptedMeetingId: opened(plan.meetingId), billLead: { amount: billLead.amount, basis: billLead.basis, confirmed: billLead.confirmed },
    columns: projectPhases.filter((p) => p !== '已结束' || listed.some((i) => i.project?.phase === p)),
    adjustments: plan.adjustments.map((a) => ({ id: a.id, decidedOn: fromDateColumn(a.decidedOn), decidedBy: a.decidedBy, meetingId: opened(a.meetingId), reason: a.reason, recordedBy: a.recordedByName, changes: changesSchema.parse(a.changes) })),
    actions: steps === undefined ? [] : transitionsFrom(planProcedure, steps.id, { roles }).map((t) => ({ key: t.key, label: t.label, requires: t.requires.map((field) => ({ field, label: planProcedure.fieldLabels[field] ?? field })), basis: t.basis, dangerous: t.dangerous === true })),
    mayWrite: roles.some((r) => r === 'legislationOfficer' || r === 'legislationChief') && (plan.state === 'drafting' || plan.state === 'consulting'), mayDecide, mayDraftPaper: mayDraftPlanPaper(actor, plan.organId) && listed.length > 0, incomplete: inside ? incompleteItems(plan).map((i) => i.title) : [],
  }
}

/** Of an item that is not the person's: how it stands is the house's to know. */
const UNTOLD: ItemStanding = { kind: 'none', dueOn: null, counted: '', deliveredOn: null, days: 0, explained: false, owesExplanation: false }

function projectOf(project: { id: string; title: string; state: string }) {
  const state = legislationProcedure.states.find((s) => s.id === project.state)
  return { id: project.id, title: project.title, stateLabel: state?.label ?? project.state, stateSign: state?.sign ?? '●', phase: state?.phase ?? projectPhases[0] }
}

function stageOf(state: string) {
  const { label, sign, phase } = publicStage(state)
  return { stateLabel: label, stateSign: sign, phase }
}

function shortOf(row: PlanItemRow, organs: readonly { id: string; shortName: string }[]): string {
  const [id, name] = row.class === 'survey' && row.committee !== null ? [row.committeeOrganId, row.committee] : [row.draftingOrganId, row.draftingOrgan]
  const short = organs.find((o) => o.id === id)?.shortName ?? ''
  return short === '' ? name : short
}

const classOf = (value: string): (typeof planItemClasses)[number] => planItemClasses.find((c) => c === value) ?? 'survey'

type Counted = { today: string; billLead: ReturnType<typeof deadlineRule>; calendar: WorkCalendar; delivered: ReadonlyMap<string, Delivery>; meetings: ReadonlyMap<string, string> }

/** How one item of a plan stands. */
export function standingOf(row: PlanItemRow, { today, billLead, calendar, delivered, meetings }: Counted): ItemStanding {
  const state = row.project?.state ?? ''
  const deliveredOn = row.projectId === null ? null : ((row.class === 'survey' ? delivered.get(row.projectId)?.reportOn : delivered.get(row.projectId)?.billOn) ?? null)
  const ended = row.endedById !== null || dropped.has(state) ? 'dropped' : done.has(state) || (row.class === 'survey' && deliveredOn !== null) ? 'done' : null
  const explainedOn = row.explanations.at(-1)
  return itemStanding(
    { class: classOf(row.class), dueMonth: row.dueMonth, meetingOn: row.dueMonth === null ? null : (meetings.get(row.dueMonth) ?? null), deliveredOn, ended, paused: paused.has(state), explainedOn: explainedOn === undefined ? null : fromDateColumn(explainedOn.receivedOn) },
    { today, billLead, calendar },
  )
}

/** What is due next of an item: the project's running clock, else the date of the plan. */
function cardDue(options: { clock: { label: string; dueOn: Date | null; unit: string; basis: string } | undefined; standing: ItemStanding; class: string; basis: string; today: string; calendar: WorkCalendar }): z.infer<typeof cardDueSchema> | null {
  const { clock, standing, today, calendar } = options
  if (clock !== undefined && clock.dueOn !== null) {
    const on = fromDateColumn(clock.dueOn)
    const left = remaining({ due: on, today, unit: clock.unit === 'workDay' ? 'workDay' : 'calendarDay', calendar })
    return { label: clock.label, on, text: left.text, kind: left.kind, basis: clock.basis }
  }
  if (standing.dueOn === null || (standing.kind !== 'running' && standing.kind !== 'late')) return null
  const left = remaining({ due: standing.dueOn, today, unit: 'calendarDay', calendar })
  return { label: options.class === 'survey' ? '报告' : '提请', on: standing.dueOn, text: left.text, kind: left.kind, basis: options.basis }
}
