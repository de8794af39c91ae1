import { z } from '@hono/zod-openapi'
import { compareDates, remaining, type WorkCalendar } from '../../law/deadline/index.ts'
import { presentDeadline } from '../deadline/index.ts'
import { fromDateColumn } from '../platform/legal-date.ts'
import type { Transaction } from '../platform/work/transaction.ts'

/** What comes next of a project: a period that runs out, or a meeting that has it on its agenda. */
export const nextDueSchema = z
  .object({
    kind: z.enum(['period', 'meeting']), dueOn: z.string(), label: z.string(), left: z.object({ kind: z.enum(['left', 'today', 'overdue']), amount: z.number().int(), unit: z.string(), text: z.string() }), basis: z.string(), standing: z.string(), meetingId: z.string().nullable(),
  })
  .openapi('ProjectNextDue')
export type NextDue = z.infer<typeof nextDueSchema>

type Reading = Pick<Transaction, 'agendaItem' | 'caseClock'>

/** Meetings to come that have one of the projects on their agenda, the first one first. */
export async function meetingsToCome(tx: Reading, projectIds: readonly string[]) {
  const items = await tx.agendaItem.findMany({
    where: { projectId: { in: [...projectIds] }, withdrawnReason: null, result: null, meeting: { state: { in: ['planned', 'notified', 'inSession'] } } },
    include: { meeting: { select: { id: true, title: true, kind: true, startsOn: true } } }, orderBy: [{ meeting: { startsOn: 'asc' } }, { id: 'asc' }],
  })
  return items.flatMap((i) => (i.projectId === null ? [] : [{ projectId: i.projectId, title: i.title, kind: i.kind, decides: i.decides, meetingId: i.meeting.id, meetingTitle: i.meeting.title, meetingKind: i.meeting.kind, on: fromDateColumn(i.meeting.startsOn) }]))
}

/** By project, what is due first. */
export async function nextOf(tx: Reading, projectIds: readonly string[], options: { today: string; calendar: WorkCalendar }): Promise<Map<string, NextDue>> {
  const [clocks, meetings] = await Promise.all([
    tx.caseClock.findMany({ where: { projectId: { in: [...projectIds] }, state: 'running', dueOn: { not: null } }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }] }),
    meetingsToCome(tx, projectIds),
  ])
  const found = new Map<string, NextDue>()
  const offer = (projectId: string | null, next: NextDue): void => {
    if (projectId === null) return
    const known = found.get(projectId)
    if (known === undefined || compareDates(next.dueOn, known.dueOn) < 0) found.set(projectId, next)
  }
  for (const clock of clocks) {
    const view = presentDeadline(clock, options)
    if (view.dueOn !== null && view.remaining !== null) offer(clock.projectId, { kind: 'period', dueOn: view.dueOn, label: view.label, left: view.remaining, basis: view.basis, standing: view.standing, meetingId: null })
  }
  for (const meeting of meetings) {
    const left = remaining({ due: meeting.on, today: options.today, unit: 'workDay', calendar: options.calendar })
    offer(meeting.projectId, { kind: 'meeting', dueOn: meeting.on, label: meeting.meetingTitle, left: { kind: left.kind, amount: left.amount, unit: left.unit, text: left.text }, basis: meeting.title, standing: '', meetingId: meeting.meetingId })
  }
  return found
}
