import { addDays, compareDates } from '../../law/deadline/index.ts'
import { meetingKind } from '../../law/procedure/index.ts'
import { fromDateColumn, fromDateColumnOrNull, toDateColumn } from '../platform/legal-date.ts'
import { type Actor, committeesServedAs } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { materialsDue } from './materials.ts'
import { meetingPolicy } from './policy.ts'

const PRACTICE = '议事惯例（法律没有规定，可由本机关调整）'
const MOST_NAMED = 3
/** a bulletin that was not issued by then is not asked for any more */
const BULLETIN_DAYS = 60
const MOST = 100

/** Something that a meeting still wants of those who arrange it. `due` is null where neither law nor rule sets a day. */
export type MeetingDuty = {
  kind: 'call' | 'materials' | 'attendance' | 'open' | 'close' | 'bulletin'
  meetingId: string
  title: string
  /** the words on the button that does it */
  act: string
  link: string
  /** what is lacking */
  lacking: string
  due: { on: string; label: string; basis: string; standing: string } | null
}

export type MeetingStanding = {
  id: string
  title: string
  kind: string
  state: string
  startsOn: string
  endsOn: string
  materialsDueOn: string | null
  /** items that stand; `files`: in force */
  items: readonly { title: string; decided: boolean; files: number }[]
  /** files in force that were not delivered to the members */
  undelivered: number
  /** members of whom nobody said whether they come */
  unanswered: number
  speeches: number
  bulletin: { id: string; issued: boolean } | null
}

const named = (titles: readonly string[]): string => `${titles.slice(0, MOST_NAMED).join('、')}${titles.length > MOST_NAMED ? ' 等' : ''}`

/** What one meeting wants today, what is due first in front. */
export function dutiesOf(meeting: MeetingStanding, { today, materials }: { today: string; materials: { label: string; basis: string; standing: string } }): MeetingDuty[] {
  const link = `/meetings/${meeting.id}`
  const duty = (kind: MeetingDuty['kind'], act: string, lacking: string, due: MeetingDuty['due'], to = link): MeetingDuty => ({ kind, meetingId: meeting.id, title: meeting.title, act, link: to, lacking, due })
  const meetingDay = { on: meeting.startsOn, label: '会议日期', basis: meetingKind(meeting.kind).quorumBasis, standing: '已确认' }
  const bare = meeting.items.filter((i) => i.files === 0).map((i) => i.title)
  const unanswered = meeting.unanswered === 0 ? [] : [`${meeting.unanswered} 名组成人员没有登记是否出席`]
  const materialsDay = meeting.materialsDueOn === null ? null : { on: meeting.materialsDueOn, ...materials }
  switch (meeting.state) {
    case 'planned':
    case 'notified': {
      const called = meeting.state === 'notified'
      if (compareDates(meeting.startsOn, today) <= 0) return [duty('open', called ? '宣布开会' : '发会议通知', [...(called ? ['会议日期已到，没有宣布开会，也没有改期'] : ['会议日期已到，还没有发会议通知']), ...unanswered].join('；'), meetingDay)]
      // 主任会议 takes many matters without papers: only what was put among its files is asked after there
      const withoutFiles = meeting.kind === 'council' ? [] : bare
      const lacking = [...(withoutFiles.length === 0 ? [] : [`${withoutFiles.length} 个议题没有文件：${named(withoutFiles)}`]), ...(meeting.undelivered === 0 ? [] : [`${meeting.undelivered} 份文件没有登记送达`])]
      return [
        ...(called ? [] : [duty('call', '发会议通知', meeting.items.length === 0 ? '还没有议程' : `${meeting.items.length} 个议题，还没有通知组成人员`, materialsDay === null ? meetingDay : { ...materialsDay, label: '会议通知，连同材料', basis: `${PRACTICE}；材料：${materials.basis}` })]),
        ...(lacking.length === 0 ? [] : [duty('materials', '送达会议材料', lacking.join('；'), materialsDay ?? meetingDay)]),
        ...(called && unanswered.length > 0 ? [duty('attendance', '登记是否出席', unanswered.join(''), meetingDay)] : []),
      ]
    }
    case 'inSession': {
      const open = meeting.items.filter((i) => !i.decided).map((i) => i.title)
      if (compareDates(meeting.endsOn, today) > 0) return []
      return [duty('close', open.length === 0 ? '宣布闭会' : '登记议题结果', open.length === 0 ? '议题都已登记结果' : `${open.length} 个议题没有登记结果：${named(open)}`, { ...meetingDay, on: meeting.endsOn, label: '会议结束日期', basis: PRACTICE })]
    }
    case 'closed':
      if (meeting.speeches === 0 || meeting.bulletin?.issued === true || compareDates(addDays(meeting.endsOn, BULLETIN_DAYS), today) < 0) return []
      return [duty('bulletin', '印发简报', `${meeting.speeches} 条发言，简报${meeting.bulletin === null ? '还没有拟稿' : '已拟稿，没有签发'}`, null, meeting.bulletin === null ? link : `/papers/${meeting.bulletin.id}`)]
    default:
      return []
  }
}

/** What the meetings want that this person arranges: a clerk those of the house, others the ones that they called. */
export async function meetingDuties(options: { services: Services; actor: Actor }): Promise<MeetingDuty[]> {
  const { services, actor } = options
  const { prisma } = services
  // whoever neither keeps the house's meetings nor may call one arranges none
  if (!actor.memberships.some((m) => ['meetingClerk', 'legislationOfficer', 'committeeMember'].includes(m.role))) return []
  const today = services.clock.today()
  const rows = await prisma.meeting.findMany({
    where: {
      AND: [
        meetingPolicy.scope(actor, 'arrange'), { OR: [{ organId: { in: committeesServedAs(actor, 'meetingClerk') } }, { createdBy: actor.personId }] },
        { OR: [{ state: { in: ['planned', 'notified', 'inSession'] } }, { state: 'closed', endsOn: { gte: toDateColumn(addDays(today, -BULLETIN_DAYS)) }, speeches: { some: { replacedById: null } } }] },
      ],
    },
    orderBy: [{ startsOn: 'asc' }, { id: 'desc' }], take: MOST,
    include: {
      agenda: { where: { withdrawnReason: null }, orderBy: { order: 'asc' }, select: { title: true, result: true, _count: { select: { files: { where: { replacedById: null } } } } } },
      papers: { where: { kind: 'bulletin', state: { not: 'withdrawn' } }, orderBy: { id: 'asc' }, select: { id: true, state: true } },
      _count: { select: { files: { where: { replacedById: null, deliveredOn: null } }, attendance: { where: { capacity: 'member', status: 'expected' } }, speeches: { where: { replacedById: null } } } },
    },
  })
  const found = rows.map(async (row) => {
    const startsOn = fromDateColumn(row.startsOn)
    const rule = await materialsDue(prisma, { organId: row.organId, startsOn })
    const bulletin = row.papers.find((p) => p.state === 'issued') ?? row.papers.at(-1)
    return dutiesOf({
      id: row.id, title: row.title, kind: row.kind, state: row.state, startsOn, endsOn: fromDateColumn(row.endsOn), materialsDueOn: fromDateColumnOrNull(row.materialsDueOn), items: row.agenda.map((i) => ({ title: i.title, decided: i.result !== null, files: i._count.files })),
      undelivered: row._count.files, unanswered: row._count.attendance, speeches: row._count.speeches, bulletin: bulletin === undefined ? null : { id: bulletin.id, issued: bulletin.state === 'issued' },
    }, { today, materials: { label: rule.label, basis: rule.basis, standing: rule.confirmed ? '已确认' : '待确认' } })
  })
  return (await Promise.all(found)).flat()
}
