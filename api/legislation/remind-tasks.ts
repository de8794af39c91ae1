import { addDays, compareDates, remaining } from '../../law/deadline/index.ts'
import { workCalendar } from '../deadline/index.ts'
import { peopleIn } from '../notice/index.ts'
import type { RecurringJob } from '../platform/jobs/index.ts'
import { fromDateColumnOrNull, toDateColumn } from '../platform/legal-date.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type NoticeDraft } from '../platform/work/transaction.ts'

const DAYS_BEFORE = 3
/** Who answers for an organ that was given a task. */
const answering = ['drafter', 'proposerClerk', 'committeeMember', 'legislationOfficer', 'legislationChief'] as const

/** People who answer a task: the one who was asked, or those of the organ. */
export async function peopleAsked(services: Pick<Services, 'prisma' | 'clock'>, task: { assigneeId: string | null; assigneeOrganId: string | null }): Promise<string[]> {
  if (task.assigneeId !== null) return [task.assigneeId]
  const { assigneeOrganId } = task
  return assigneeOrganId === null ? [] : [...new Set((await Promise.all(answering.map((role) => peopleIn(services, [assigneeOrganId], role)))).flat())]
}

/** Whoever was given a task is reminded three days before it is due, on the day and on the first day late, once each. Returns how many notices went out. */
export async function remindTasks(services: Services): Promise<number> {
  const { prisma, clock } = services
  const today = clock.today()
  const rows = await prisma.projectTask.findMany({ where: { state: { in: ['given', 'accepted'] }, dueOn: { not: null, lte: toDateColumn(addDays(today, DAYS_BEFORE)) } } })
  const calendar = await workCalendar(prisma)
  const notices: NoticeDraft[] = []
  for (const row of rows) {
    const due = fromDateColumnOrNull(row.dueOn)
    if (due === null) continue
    const latest = [addDays(due, -DAYS_BEFORE), due, addDays(due, 1)].filter((day) => compareDates(day, today) <= 0).at(-1)
    if (latest === undefined) continue
    const left = remaining({ due, today, unit: 'calendarDay', calendar })
    for (const personId of await peopleAsked(services, row)) {
      notices.push({
        personId, kind: left.kind === 'overdue' ? 'overdue' : 'deadline', title: `任务${left.text}：${row.title}`, body: `${[row.fromOrgan ?? '', row.documentNo ?? ''].filter((part) => part !== '').join('　')}请于 ${due} 前答复。`, link: '/projects/tasks?view=mine', entity: 'ProjectTask', entityId: row.id,
        dedupeKey: `project-task:${row.id}:${personId}:${due}:${latest}`,
      })
    }
  }
  if (notices.length > 0) await inTransaction(services, async (work) => notices.forEach((n) => work.notify(n)))
  return notices.length
}

/** Shortly after midnight in China. */
export const taskReminderJob: RecurringJob = { name: 'remindTasks', cron: '20 16 * * *', run: (services) => remindTasks(services).then(() => undefined) }
