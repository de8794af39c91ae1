import { z } from '@hono/zod-openapi'
import { deadlineRule, latestBefore, ruleStanding } from '../../law/deadline/index.ts'
import { type Expected, lastDayOf, projectHalts, projectTimeline, type StatutoryDay } from '../../law/procedure/index.ts'
import { rulesInForce, workCalendar } from '../deadline/index.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { mayReadDocument, projectPolicy } from '../procedure/index.ts'
import { projectFor } from './project-for.ts'
import { meetingsToCome } from './project-next.ts'

const span = z.object({ from: z.string(), to: z.string() })
export const timelineSchema = z
  .object({
    today: z.string(),
    rows: z.array(z.object({
      id: z.string(), label: z.string(), kind: z.enum(['span', 'day']), planned: span.nullable(), actual: z.array(z.object({ from: z.string(), to: z.string().nullable() })), expected: span.extend({ label: z.string() }).nullable(),
      statutory: z.array(z.object({ on: z.string(), label: z.string(), basis: z.string() })), lateDays: z.number().int(), current: z.boolean(), ahead: z.boolean(),
    })),
    /** days on which the project stood still, or on which it ended without a regulation */
    halts: z.array(z.object({ label: z.string(), from: z.string(), to: z.string().nullable(), end: z.boolean() })),
    /** written explanations of what is late, and changes of the plan, oldest first; null for those who do not read them */
    explanations: z.array(z.object({ id: z.string(), on: z.string(), title: z.string(), text: z.string(), documentNo: z.string().nullable(), considered: z.string().nullable(), newMonth: z.string().nullable() })).nullable(),
  })
  .openapi('ProjectTimeline')
export type TimelineView = z.infer<typeof timelineSchema>

const plannedSchema = z.record(z.string(), z.object({ from: z.string().nullable(), to: z.string().nullable() }))
const valuesSchema = z.object({ values: z.object({ consultationTo: z.string().optional() }) })

/** The row of the picture in which a meeting to come stands. */
function stageOfMeeting(meeting: { decides: string | null; meetingKind: string }, next: { reading: string }): string | null {
  switch (meeting.decides) {
    case 'holdFirstReading':
      return 'firstReading'
    case 'holdSecondReading':
      return 'secondReading'
    case 'holdThirdReading':
      return 'thirdReading'
    case 'unifiedReview':
      return 'unifiedReview'
    case 'adopt':
      return next.reading
    default:
      return meeting.meetingKind === 'lawCommittee' ? 'unifiedReview' : meeting.meetingKind === 'standingCommittee' ? next.reading : meeting.meetingKind === 'committee' ? 'committeePreReview' : null
  }
}

/** What the newest item of a plan says of its project: a bill in its month, a survey's report by the end of its month. */
function plannedByPlan(items: readonly { class: string; dueMonth: string | null; endedById: string | null }[]): Record<string, { from: string | null; to: string | null }> {
  const item = items.findLast((i) => i.endedById === null && i.dueMonth !== null)
  if (item?.dueMonth == null) return {}
  const to = lastDayOf(item.dueMonth)
  return item.class === 'survey' ? { surveying: { from: null, to } } : { submitted: { from: null, to } }
}

const READINGS = ['firstReading', 'secondReading', 'thirdReading'] as const

/** The stages of a project: planned, actual, expected and statutory days, and what was said of delays. Throws `not-found`. */
export async function projectTimelineView(options: { services: Services; actor: Actor; projectId: string }): Promise<TimelineView> {
  const { services, actor, projectId } = options
  const seen = await projectFor({ ...options, action: 'read' })
  const { prisma } = services
  const today = services.clock.today()
  const [project, meetings, calendar, rules] = await Promise.all([
    prisma.project.findUniqueOrThrow({
      where: { id: projectId },
      include: { events: { orderBy: { id: 'asc' } }, clocks: { where: { state: { in: ['running', 'met'] } }, orderBy: { id: 'asc' } }, planItems: { orderBy: { id: 'asc' }, include: { plan: { select: { state: true } }, explanations: { orderBy: { id: 'asc' } } } } },
    }),
    meetingsToCome(prisma, [projectId]),
    workCalendar(prisma),
    rulesInForce(prisma, seen.organId),
  ])
  // who only receives what was sent to them is not told of meetings that are still being planned
  const told = projectPolicy.can(actor, 'act', seen) ? meetings : []
  const held = project.events.filter((e) => READINGS.some((r) => e.transition === `hold${r.charAt(0).toUpperCase()}${r.slice(1)}`)).length
  const next = { reading: READINGS[Math.min(held, (project.readingTrack ?? 3) - 1)] ?? 'firstReading' }
  const materials = deadlineRule('legislation.materials', rules)
  const statutory: StatutoryDay[] = []
  const expected: Expected[] = []
  for (const meeting of told) {
    const stage = stageOfMeeting(meeting, next)
    if (stage === null) continue
    expected.push({ stage, from: meeting.on, to: meeting.on, label: meeting.meetingTitle })
    if (meeting.meetingKind === 'standingCommittee') {
      statutory.push({ stage, on: latestBefore({ rule: materials, day: meeting.on, calendar }), label: `材料会前 ${materials.amount} 日送达`, basis: `${materials.basis}（${ruleStanding(materials)}）` })
    }
  }
  for (const event of project.events) {
    const to = event.transition === 'consult' ? valuesSchema.safeParse(event.data).data?.values.consultationTo : undefined
    if (to !== undefined) statutory.push({ stage: 'consultation', on: to, label: '公开征求意见截止', basis: '《中华人民共和国立法法》第四十条（参照）' })
  }
  for (const clock of project.clocks) {
    const stage = clock.key === 'legislation.approval' ? 'provincialReview' : ['legislation.handOver', 'legislation.nationalFiling'].includes(clock.key) ? 'promulgated' : null
    const on = fromDateColumnOrNull(clock.dueOn)
    if (stage === null || on === null) continue
    statutory.push({ stage, on, label: clock.label, basis: clock.basis })
    if (clock.key === 'legislation.approval' && clock.state === 'running') expected.push({ stage, from: fromDateColumn(clock.startOn), to: on, label: '批准期限届满' })
  }
  const adjustments = await prisma.planAdjustment.findMany({ where: { planId: { in: project.planItems.map((i) => i.planId) } }, orderBy: { id: 'asc' } })
  const itemIds = project.planItems.map((i) => i.id)
  const changed = z.array(z.object({ itemId: z.string().nullish() })).catch([])
  const events = project.events.map((e) => ({ transition: e.transition, toState: e.toState, on: fromDateColumn(e.on) }))
  return {
    today,
    halts: projectHalts(events),
    rows: projectTimeline({
      state: project.state, readingTrack: project.readingTrack, events, planned: { ...plannedByPlan(project.planItems), ...plannedSchema.catch({}).parse(project.planned) }, expected, statutory, today,
    }).map((row) => ({ ...row, actual: row.actual.map((a) => ({ ...a })), statutory: row.statutory.map((s) => ({ ...s })) })),
    explanations: !mayReadDocument(actor, seen, 'lateExplanation') ? null : [
      ...project.planItems.flatMap((item) => item.explanations.map((e) => ({
        id: e.id, on: fromDateColumn(e.receivedOn), title: '书面说明', text: e.text, documentNo: e.documentNo, considered: e.consideredOn === null ? null : `${fromDateColumn(e.consideredOn)}　${e.consideredNote ?? ''}`, newMonth: e.newMonth,
      }))),
      ...adjustments.filter((a) => changed.parse(a.changes).some((c) => c.itemId != null && itemIds.includes(c.itemId))).map((a) => ({ id: a.id, on: fromDateColumn(a.decidedOn), title: '计划调整', text: a.reason, documentNo: null, considered: a.decidedBy, newMonth: null })),
    ].toSorted((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1)),
  }
}
