import { meetingDuties } from '../meeting/index.ts'
import { fromDateColumn, toDateColumn } from '../platform/legal-date.ts'
import { shownDay } from './set-day.ts'
import type { TodayItem } from './today-schema.ts'
import type { TodayView } from './today-view.ts'

/** What the meetings want that this person arranges: the call, materials, answers, results, the bulletin. */
export async function meetingsToPrepare(view: TodayView): Promise<TodayItem[]> {
  const duties = await meetingDuties(view)
  return duties.map(({ meetingId, title, act, link, lacking, due }) => ({
    kind: 'meeting', id: meetingId, filing: null, title, detail: '', note: lacking, deadline: due === null ? null : shownDay(view, 'meeting', due, view.today), act: { label: act, link, remind: null }, asked: true,
  }))
}

/** Meetings to come to which this person was called, with the files that were delivered. */
export async function meetingsToAttend(view: TodayView): Promise<TodayItem[]> {
  const { services, actor, today } = view
  const rows = await services.prisma.meetingAttendance.findMany({
    where: { personId: actor.personId, status: { in: ['expected', 'present'] }, meeting: { state: { in: ['notified', 'inSession'] }, endsOn: { gte: toDateColumn(today) } } }, orderBy: [{ meeting: { startsOn: 'asc' } }, { id: 'asc' }],
    select: { meeting: { select: { id: true, title: true, startsOn: true, startsAt: true, place: true, _count: { select: { files: { where: { replacedById: null, deliveredOn: { not: null } } } } } } } },
  })
  return rows.map(({ meeting }) => {
    const on = fromDateColumn(meeting.startsOn)
    return {
      kind: 'meeting', id: meeting.id, filing: null, title: meeting.title, detail: `${meeting.startsAt}　${meeting.place}`, note: meeting._count.files === 0 ? '会议文件还没有送达' : `会议文件 ${meeting._count.files} 份已送达`,
      deadline: shownDay(view, 'meeting', { on, label: '会议日期', basis: '会议通知', standing: '已确认' }, on), act: { label: meeting._count.files === 0 ? '看议程' : '看会议文件', link: `/meetings/${meeting.id}`, remind: null }, asked: true,
    }
  })
}
