import { addDays } from '../../law/deadline/index.ts'
import { legislationProcedure, shortMeeting, stateOf, type StepAhead, stepsAhead } from '../../law/procedure/index.ts'
import { actionsOn, nextOf, taskPolicy } from '../legislation/index.ts'
import { planDues } from '../plan/index.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../platform/legal-date.ts'
import { committeesServedAs } from '../platform/policy/actor.ts'
import { gatherProjectFacts, projectPolicy, projectState, type ProjectSubject, projectSubjectSelect, rolesOnProject } from '../procedure/index.ts'
import { isNear, materialsDay, nextMeetings, plannedSetDay, type SetMeeting } from './project-days.ts'
import { firstDay, type SetDay, shownDay } from './set-day.ts'
import type { TodayItem } from './today-schema.ts'
import type { TodayView } from './today-view.ts'

const MOST = 200
/** each is judged by its facts; who carries more sees the rest in the list of projects */
const MOST_PROJECTS = 40
/** what is set for later is not told yet: a bill is tabled thirty days before its meeting, its papers are made in the same time */
const AHEAD_DAYS = 30
/** Roles whose next step is their own affair; the house's office sees its projects in their list. */
const askedOutside = ['proposerClerk', 'drafter', 'committeeMember', 'provinceOfficer'] as const
/** 搁置审议: nothing is asked before its two years run out */
const PAUSED: readonly string[] = ['shelved', 'extended']
const atRest = { closedOn: null, state: { notIn: ['inForce', 'deferred'] } }
const select = { id: true, title: true, stateSince: true, responsibleId: true, proposer: true, leadOrgan: true, readingTrack: true, planned: true, ...projectSubjectSelect }

const inApproval: readonly string[] = ['submittedForApproval', 'provincialReview']

type Row = ProjectSubject & { id: string; title: string; stateSince: Date; responsibleId: string | null; proposer: string; leadOrgan: string | null; readingTrack: number | null; planned: unknown }
type Days = { next: Awaited<ReturnType<typeof nextOf>>; plans: Awaited<ReturnType<typeof planDues>>; meetings: Map<string, SetMeeting> }

async function daysOf(view: TodayView, rows: readonly Row[]): Promise<Days> {
  const ids = rows.map((r) => r.id)
  const [next, plans, meetings] = await Promise.all([nextOf(view.services.prisma, ids, view), planDues({ services: view.services, organIds: rows.map((r) => r.organId), projectIds: ids }), nextMeetings(view, ids)])
  return { next, plans, meetings }
}

const detailOf = (row: Row): string => [stateOf(legislationProcedure, projectState(row.state)).label, row.leadOrgan ?? row.proposer].join('　')

/** Projects that this person carries, and those whose next step is theirs as proposer, drafter, committee or province; with what is due before it. */
export async function projectsToCarry(view: TodayView): Promise<TodayItem[]> {
  const { services, actor } = view
  const rows = await services.prisma.project.findMany({ where: { AND: [projectPolicy.scope(actor, 'act'), atRest] }, orderBy: [{ dueOn: 'asc' }, { stateSince: 'desc' }, { id: 'desc' }], take: MOST, select })
  const own = rows.filter((row) => row.responsibleId === actor.personId || rolesOnProject(actor, row).some((role) => askedOutside.some((asked) => asked === role))).slice(0, MOST_PROJECTS)
  if (own.length === 0) return []
  const days = await daysOf(view, own)
  return (await Promise.all(own.map((row) => itemsOf(view, row, days)))).flat()
}

async function itemsOf(view: TodayView, row: Row, days: Days): Promise<TodayItem[]> {
  const { services, actor, today } = view
  const facts = await gatherProjectFacts({ tx: services.prisma, projectId: row.id, today, key: '' })
  const roles = rolesOnProject(actor, row)
  const carries = row.responsibleId === actor.personId
  // the province works on a request where it was sent to it (approval-items.ts)
  if (inApproval.includes(row.state) && !carries && roles.every((role) => role === 'provinceOfficer')) return []
  // what the rules refuse now is not asked of anybody
  const step = actionsOn({ actor, project: row, facts }).find((action) => action.main && action.refused === null)
  const ahead = stepsAhead(projectState(row.state), facts)
  const meeting = days.meetings.get(row.id) ?? null
  // whoever proposed the bill explains it at its first reading (立法法 32 as a model)
  const explains = meeting?.decides === 'holdFirstReading' && roles.includes('proposerClerk')
  if (!carries && step === undefined && !explains) return []
  const near = addDays(today, AHEAD_DAYS)
  if (PAUSED.includes(row.state) && !isNear(nextDay(days, row), near)) return []
  const due = firstDay([nextDay(days, row), days.plans.get(row.id) ?? null, plannedSetDay(row, ahead[0])])
  const item = ({ day, label, link, note, asked, detail }: { day: SetDay | null; label: string; link: string; note: string | null; asked: boolean; detail: string }): TodayItem => ({
    kind: 'project', id: row.id, filing: null, title: row.title, detail, note, deadline: day === null ? null : shownDay(view, 'project', day, fromDateColumn(row.stateSince)), act: { label, link, remind: null }, asked,
  })
  const page = `/projects/${row.id}`
  const [first] = ahead
  // without a meeting the next step waits for nothing but its papers
  const lacks = meeting === null && first !== undefined && first.missing.length > 0 && isNear(due, near) ? `缺：${first.missing.join('、')}` : null
  const main = explains && !carries
    ? item({ day: { on: meeting.on, label: '到会说明草案', basis: '《中华人民共和国立法法》第三十二条（参照）', standing: '已确认' }, label: '准备说明', link: page, note: `${shortMeeting(meeting.title)}审议，向会议说明草案`, asked: isNear({ on: meeting.on, label: '', basis: '', standing: '' }, near), detail: detailOf(row) })
    : item({
      day: due, label: step?.label ?? (meeting !== null ? '看会议' : lacks !== null ? `准备${first?.label ?? ''}` : '打开'), link: meeting !== null && (step === undefined || step.place === 'meeting') ? `/meetings/${meeting.id}` : page,
      note: meeting === null ? lacks : meetingNote(meeting), asked: step !== undefined || isNear(due, near), detail: detailOf(row),
    })
  return carries ? [main, ...(await preparing(view, { row, ahead, meeting, near, item }))] : [main]
}

const meetingNote = (meeting: SetMeeting): string => `${shortMeeting(meeting.title)}：${meeting.item}；${meeting.files === 0 ? '还没有会议文件' : `会议文件 ${meeting.files} 份，${meeting.delivered === meeting.files ? '都已送达' : `${meeting.files - meeting.delivered} 份没有送达`}`}`

type Preparing = { row: Row; ahead: readonly StepAhead[]; meeting: SetMeeting | null; near: string; item: (given: { day: SetDay | null; label: string; link: string; note: string | null; asked: boolean; detail: string }) => TodayItem }

/** What has to be ready before a meeting that is set, and before the step that comes after it. */
async function preparing(view: TodayView, { row, ahead, meeting, near, item }: Preparing): Promise<TodayItem[]> {
  const page = `/projects/${row.id}`
  const [next, after] = ahead
  const found: TodayItem[] = []
  if (meeting !== null && next !== undefined) {
    const day = await materialsDay(view, row.organId, meeting.on)
    const lacking = [...(meeting.decides === next.key ? next.missing.map((m) => `缺：${m}`) : []), ...(meeting.files === 0 ? ['议题还没有会议文件'] : meeting.delivered < meeting.files ? [`${meeting.files - meeting.delivered} 份会议文件没有送达`] : [])]
    if (lacking.length > 0) found.push(item({ day, label: '备齐会议材料', link: meeting.decides === next.key && next.missing.length > 0 ? page : `/meetings/${meeting.id}`, note: lacking.join('；'), asked: isNear(day, near), detail: `${next.label}的材料` }))
  }
  const coming = meeting !== null && meeting.decides === next?.key ? after : undefined
  const planned = plannedSetDay(row, coming)
  if (coming !== undefined && coming.missing.length > 0 && isNear(planned, near)) found.push(item({ day: planned, label: `准备${coming.label}`, link: page, note: `缺：${coming.missing.join('、')}`, asked: true, detail: `${coming.label}的文件` }))
  return found
}

/** The clock or the meeting of a project that comes first. */
function nextDay(days: Days, row: Row): SetDay | null {
  const next = days.next.get(row.id)
  return next === undefined ? null : { on: next.dueOn, label: next.kind === 'meeting' ? '会议日期' : next.label, basis: next.kind === 'meeting' ? '会议议程' : next.basis, standing: next.standing === '' ? '已确认' : next.standing }
}

/** What runs out on projects that others carry, for the chief of the commission: overdue and due within the week. */
export async function projectsToWatch(view: TodayView): Promise<TodayItem[]> {
  const { services, actor } = view
  const houses = committeesServedAs(actor, 'legislationChief')
  if (houses.length === 0) return []
  const rows = await services.prisma.project.findMany({ where: { organId: { in: houses }, ...atRest, OR: [{ responsibleId: null }, { responsibleId: { not: actor.personId } }] }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], take: MOST, select })
  if (rows.length === 0) return []
  const days = await daysOf(view, rows)
  const people = await services.prisma.person.findMany({ where: { id: { in: rows.flatMap((r) => (r.responsibleId === null ? [] : [r.responsibleId])) } }, select: { id: true, name: true } })
  return rows.flatMap((row): TodayItem[] => {
    const day = firstDay([nextDay(days, row), days.plans.get(row.id) ?? null])
    if (day === null) return []
    const carrier = people.find((p) => p.id === row.responsibleId)?.name
    const meeting = days.meetings.get(row.id)
    return [{
      kind: 'project', id: row.id, filing: null, title: row.title, detail: [detailOf(row), ...(carrier === undefined ? [] : [`承办：${carrier}`])].join('　'), note: meeting === undefined ? null : meetingNote(meeting),
      deadline: shownDay(view, 'project', day, fromDateColumn(row.stateSince)), act: { label: '看进展', link: `/projects/${row.id}`, remind: null }, asked: false,
    }]
  })
}

/** Tasks that were given to this person, or to an organ in which they answer. */
export async function tasksToAnswer(view: TodayView): Promise<TodayItem[]> {
  const { services, actor } = view
  const rows = await services.prisma.projectTask.findMany({
    where: { AND: [taskPolicy.scope(actor, 'answer'), { state: { in: ['given', 'accepted'] } }, { OR: [{ assigneeId: actor.personId }, { assigneeId: null, assigneeOrganId: { in: actor.memberships.map((m) => m.organId) } }] }] },
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }], take: MOST,
  })
  return rows.map((row) => {
    const dueOn = fromDateColumnOrNull(row.dueOn)
    return {
      kind: 'task', id: row.id, filing: null, title: row.title, detail: [row.fromOrgan ?? '', row.documentNo ?? ''].filter((part) => part !== '').join('　'), note: null,
      deadline: dueOn === null ? null : shownDay(view, 'task', { on: dueOn, label: '完成期限', basis: row.dueBasis ?? '交办时定的期限', standing: '已确认' }, fromDateColumn(row.givenOn)),
      act: { label: '答复', link: '/projects/tasks?view=mine', remind: null }, asked: true,
    }
  })
}
