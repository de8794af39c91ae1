import { addDays, daysBetween } from '../../law/deadline/index.ts'
import { peopleServing } from '../notice/index.ts'
import { peopleAsked, taskPolicy } from '../legislation/index.ts'
import { fromDateColumn, fromDateColumnOrNull, toDateColumn } from '../platform/legal-date.ts'
import { committeesServedAs } from '../platform/policy/actor.ts'
import { viewsAwaited } from './consultation-items.ts'
import { shownDay } from './set-day.ts'
import type { TodayView } from './today-view.ts'
import type { Waiting } from './waiting.ts'

const MOST = 100
const WEEK_DAYS = 7

/** Tasks that this person gave to others; for the chief of the commission also what others of the house gave and is overdue or due within the week. */
export async function tasksOfOthers(view: TodayView): Promise<Waiting[]> {
  const { services, actor, today } = view
  const chiefOf = committeesServedAs(actor, 'legislationChief')
  const rows = await services.prisma.projectTask.findMany({
    where: {
      AND: [
        taskPolicy.scope(actor, 'close'), { state: { in: ['given', 'accepted'] } }, { OR: [{ assigneeId: { not: null } }, { assigneeOrganId: { not: null } }] }, { OR: [{ assigneeId: null }, { assigneeId: { not: actor.personId } }] },
        { OR: [{ createdBy: actor.personId }, { organId: { in: chiefOf }, dueOn: { lte: toDateColumn(addDays(today, WEEK_DAYS)) } }] },
      ],
    },
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }], take: MOST,
  })
  if (rows.length === 0) return []
  const [people, organs] = await Promise.all([
    services.prisma.person.findMany({ where: { id: { in: rows.flatMap((r) => (r.assigneeId === null ? [] : [r.assigneeId])) }, }, select: { id: true, name: true } }),
    services.prisma.organ.findMany({ where: { id: { in: rows.flatMap((r) => (r.assigneeOrganId === null ? [] : [r.assigneeOrganId])) } }, select: { id: true, shortName: true } }),
  ])
  const found = rows.map(async (row): Promise<Waiting[]> => {
    const person = people.find((p) => p.id === row.assigneeId)
    const organ = organs.find((o) => o.id === row.assigneeOrganId)
    const recipients = await peopleAsked(services, row)
    // what was given to one's own organ is one's own task
    if (recipients.includes(actor.personId)) return []
    const [givenOn, dueOn] = [fromDateColumn(row.givenOn), fromDateColumnOrNull(row.dueOn)]
    return [{
      key: `projectTask:${row.id}`, filingId: '', about: { entity: 'ProjectTask', id: row.id }, title: row.title, who: person?.name ?? organ?.shortName ?? '', what: '答复', since: givenOn, waitedDays: Math.max(0, daysBetween(givenOn, today)),
      deadline: dueOn === null ? null : shownDay(view, 'task', { on: dueOn, label: '完成期限', basis: row.dueBasis ?? '交办时定的期限', standing: '已确认' }, givenOn), until: null,
      link: '/projects/tasks', linkFor: '/projects/tasks?view=mine', recipients,
    }]
  })
  return (await Promise.all(found)).flat()
}

/** Views that the commission above was asked for on projects of this person. */
export async function viewsOfProvince(view: TodayView): Promise<Waiting[]> {
  const found = (await viewsAwaited(view)).flatMap((row) => row.organs.map(async (organ): Promise<Waiting> => ({
    key: `view:${row.id}:${organ.id}`, filingId: '', about: { entity: 'Project', id: row.id }, title: row.title, who: organ.name, what: '反馈意见', since: row.askedOn, waitedDays: Math.max(0, daysBetween(row.askedOn, view.today)), deadline: null, until: null,
    link: `/projects/${row.id}`, linkFor: `/projects/${row.id}`, recipients: await peopleServing(view.services, organ.id, 'provinceOfficer'),
  })))
  return Promise.all(found)
}
