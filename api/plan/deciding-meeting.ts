import { fromDateColumn, toDateColumn } from '../platform/legal-date.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Transaction } from '../platform/work/transaction.ts'

/** 主任会议 that have begun: the ones that can have decided something. */
const held = (organId: string) => ({ organId, kind: 'council', state: { in: ['inSession', 'closed'] } })
const MOST = 60

/** Meetings of 主任会议 that a decision on the plan may name, the newest first; `decided`: the plan stood on the agenda and was agreed to. */
export async function councilMeetings(tx: Pick<Transaction, 'meeting'>, plan: { id: string; organId: string }): Promise<{ id: string; title: string; startsOn: string; decided: boolean }[]> {
  const rows = await tx.meeting.findMany({
    where: held(plan.organId), orderBy: [{ startsOn: 'desc' }, { id: 'desc' }], take: MOST, select: { id: true, title: true, startsOn: true, agenda: { where: { planId: plan.id, result: 'agreed', withdrawnReason: null }, select: { id: true } } },
  })
  return rows.map((row) => ({ id: row.id, title: row.title, startsOn: fromDateColumn(row.startsOn), decided: row.agenda.length > 0 }))
}

/**
 * The meeting that took a decision on a plan: chosen among those that were held, on one of its days; or in words, where it
 * is not in the product. Throws `invalid-input` by field.
 */
export async function decidingMeeting(tx: Transaction, options: { organId: string; meetingId: string | null; typed: string; on: string; fields: { meeting: string; on: string; typed: string } }): Promise<{ meetingId: string | null; decidedBy: string }> {
  const { organId, meetingId, typed, on, fields } = options
  const refuse = (path: string, message: string) => problem('invalid-input', { fields: [{ path, message }] })
  if (meetingId === null) {
    if ((await tx.meeting.count({ where: { ...held(organId), title: typed } })) > 0) throw refuse(fields.typed, `“${typed}”已经登记在会议里，请从清单中选择。`)
    return { meetingId: null, decidedBy: typed }
  }
  const meeting = await tx.meeting.findFirst({ where: { ...held(organId), id: meetingId }, select: { id: true, title: true, startsOn: true, endsOn: true } })
  if (meeting === null) throw refuse(fields.meeting, '没有这次主任会议，或者它还没有举行，请重新选择。')
  const day = toDateColumn(on)
  if (day < meeting.startsOn || day > meeting.endsOn) throw refuse(fields.on, `${meeting.title}于 ${fromDateColumn(meeting.startsOn)} 举行，决定日期应当是会议期间。`)
  return { meetingId: meeting.id, decidedBy: meeting.title }
}
