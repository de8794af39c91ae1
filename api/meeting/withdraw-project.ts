import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import type { Work } from '../platform/work/transaction.ts'
import { markWithdrawn } from './agenda.ts'
import { recordAct } from './meeting-for.ts'
import { tellAttendees } from './tell-people.ts'

/**
 * A project was withdrawn, suspended, ended or given back, in the middle of a reading or before: what is not yet decided
 * of it in meetings that are still to be held or are being held is marked as withdrawn, its open votes are dropped, those
 * who were told are told. What was said, voted and decided stays, and so does the item of the meetings that decide on it
 * (`decidingIds`). `happened`: what those who were invited are told. In the transaction of the step. Returns how many items it touched.
 */
export async function withdrawFromMeetings(options: { services: Services; work: Work; actor: Actor; projectId: string; projectTitle: string; reason: string; happened?: string; decidingIds?: readonly string[] }): Promise<number> {
  const { services, work, actor, projectId, projectTitle, reason, happened = '已撤回，不再审议', decidingIds = [] } = options
  const items = await work.tx.agendaItem.findMany({
    where: { projectId, meetingId: { notIn: [...decidingIds] }, result: null, withdrawnReason: null, meeting: { state: { in: ['planned', 'notified', 'inSession'] } } }, include: { meeting: true }, orderBy: { id: 'asc' },
  })
  for (const item of items) {
    await work.tx.$queryRaw`SELECT id FROM "Meeting" WHERE id = ${item.meetingId}::uuid FOR UPDATE`
    const dropped = await markWithdrawn(work.tx, item.id, reason)
    const told = item.meeting.state === 'planned' ? null : await tellAttendees({ work, meeting: item.meeting, kind: 'filesReplaced', title: `议题撤下：${item.title}`, body: `《${projectTitle}》${happened}。${reason}` })
    await recordAct({ services, work, actor, meeting: item.meeting, act: 'projectWithdrawn', note: reason, data: { itemId: item.id, projectId, droppedVotes: dropped, ...(told === null ? {} : told) } })
  }
  return items.length
}
