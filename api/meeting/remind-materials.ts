import { addDays, compareDates, reminderDates, remaining } from '../../law/deadline/index.ts'
import { ruleInForce, workCalendar } from '../deadline/index.ts'
import type { RecurringJob } from '../platform/jobs/index.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type NoticeDraft } from '../platform/work/transaction.ts'

/**
 * Materials that are not with the members yet: whoever planned the meeting is reminded on the days that the rule names and
 * on the first day late, once each. A meeting without a file counts as well. Returns how many were due.
 */
export async function remindMaterials(services: Services): Promise<number> {
  const { prisma, clock } = services
  const today = clock.today()
  const meetings = await prisma.meeting.findMany({
    where: { state: { in: ['planned', 'notified'] }, materialsDueOn: { not: null } }, include: { files: { where: { replacedById: null, deliveredOn: null }, select: { number: true } }, _count: { select: { files: true } } },
  })
  const calendar = await workCalendar(prisma)
  const notices: NoticeDraft[] = []
  for (const meeting of meetings) {
    const due = fromDateColumnOrNull(meeting.materialsDueOn)
    if (due === null || (meeting._count.files > 0 && meeting.files.length === 0)) continue
    const rule = await ruleInForce(prisma, { organId: meeting.organId, key: 'legislation.materials' })
    const days = [...reminderDates({ rule, due, from: fromDateColumn(meeting.createdAt) }), addDays(due, 1)]
    const latest = days.filter((day) => compareDates(day, today) <= 0).at(-1)
    if (latest === undefined) continue
    const left = remaining({ due, today, unit: rule.unit, calendar })
    notices.push({
      personId: meeting.createdBy, kind: left.kind === 'overdue' ? 'overdue' : 'deadline', title: `会议材料送达${left.text}：${meeting.title}`,
      body: `${meeting._count.files === 0 ? '还没有编入文件' : `${meeting.files.length} 份文件没有登记送达`}，应于 ${due} 前送达组成人员。${rule.basis}。`, link: `/meetings/${meeting.id}`, entity: 'Meeting', entityId: meeting.id,
      dedupeKey: `meeting-materials:${meeting.id}:${due}:${latest}`,
    })
  }
  if (notices.length > 0) await inTransaction(services, async (work) => notices.forEach((n) => work.notify(n)))
  return notices.length
}

/** Shortly after midnight in China. */
export const materialsReminderJob: RecurringJob = { name: 'remindMaterials', cron: '10 16 * * *', run: (services) => remindMaterials(services).then(() => undefined) }
