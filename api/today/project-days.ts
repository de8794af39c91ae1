import { compareDates, latestBefore } from '../../law/deadline/index.ts'
import { plannedDay, type StepAhead } from '../../law/procedure/index.ts'
import { z } from 'zod'
import { ruleInForce } from '../deadline/index.ts'
import { fromDateColumn } from '../platform/legal-date.ts'
import type { SetDay } from './set-day.ts'
import type { TodayView } from './today-view.ts'

const plannedSchema = z.record(z.string(), z.object({ from: z.string().nullable(), to: z.string().nullable() })).catch({})
type Planned = { state: string; readingTrack: number | null; planned: unknown }

/** The day that was planned for a step of the project, as a day that is set. */
export function plannedSetDay(project: Planned, step: StepAhead | undefined): SetDay | null {
  const day = step === undefined ? null : plannedDay(step, { state: project.state, readingTrack: project.readingTrack, planned: plannedSchema.parse(project.planned) })
  return day === null ? null : { on: day.on, label: `${day.stage}的计划日期`, basis: '项目资料里填的各阶段计划日期', standing: '已确认' }
}

/** The last day for what a rule of the house wants done before a day. */
export async function dayAhead(view: TodayView, { organId, key, of }: { organId: string; key: string; of: string }): Promise<SetDay> {
  const rule = await ruleInForce(view.services.prisma, { organId, key })
  return { on: latestBefore({ rule, day: of, calendar: view.calendar }), label: rule.label, basis: rule.basis, standing: rule.confirmed ? '已确认' : '待确认' }
}

/** The day by which the papers of a meeting are with its members, with the rule. */
export const materialsDay = (view: TodayView, organId: string, meetingOn: string): Promise<SetDay> => dayAhead(view, { organId, key: 'legislation.materials', of: meetingOn })

/** A meeting to come that has a project on its agenda, with what was put among its files for it. */
export type SetMeeting = { id: string; title: string; kind: string; on: string; decides: string | null; item: string; files: number; delivered: number }

/** By project, the next meeting that takes it. */
export async function nextMeetings(view: TodayView, projectIds: readonly string[]): Promise<Map<string, SetMeeting>> {
  const items = await view.services.prisma.agendaItem.findMany({
    where: { projectId: { in: [...projectIds] }, withdrawnReason: null, result: null, meeting: { state: { in: ['planned', 'notified', 'inSession'] } } },
    include: { meeting: { select: { id: true, title: true, kind: true, startsOn: true } }, files: { where: { replacedById: null }, select: { deliveredOn: true } } }, orderBy: [{ meeting: { startsOn: 'asc' } }, { id: 'asc' }],
  })
  const found = new Map<string, SetMeeting>()
  for (const item of items) {
    if (item.projectId === null || found.has(item.projectId)) continue
    found.set(item.projectId, {
      id: item.meeting.id, title: item.meeting.title, kind: item.meeting.kind, on: fromDateColumn(item.meeting.startsOn), decides: item.decides, item: item.title, files: item.files.length, delivered: item.files.filter((f) => f.deliveredOn !== null).length,
    })
  }
  return found
}

/** Whether a day is near enough to be told, or past. */
export const isNear = (day: SetDay | null, until: string): boolean => day !== null && compareDates(day.on, until) <= 0
