import { remaining } from '../../law/deadline/index.ts'
import { legislationProcedure, stateOf } from '../../law/procedure/index.ts'
import type { DeadlineView } from '../deadline/index.ts'
import { actionsOn, nextOf, taskPolicy } from '../legislation/index.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../platform/legal-date.ts'
import { gatherProjectFacts, projectPolicy, projectState, projectSubjectSelect, rolesOnProject } from '../procedure/index.ts'
import type { TodayItem } from './today-schema.ts'
import type { TodayView } from './today-view.ts'

const MOST = 200
/** each is judged by its facts; who carries more sees the rest in the list of projects */
const MOST_PROJECTS = 40
/** Roles whose next step is their own affair; the house's office sees its projects in their list. */
const askedOutside = ['proposerClerk', 'drafter', 'committeeMember', 'provinceOfficer'] as const

const inApproval: readonly string[] = ['submittedForApproval', 'provincialReview']

/** A day that was set, as the clocks of cases are shown. */
function setDay(view: TodayView, day: { key: string; label: string; startOn: string; dueOn: string; basis: string; standing: string }): DeadlineView {
  const left = remaining({ due: day.dueOn, today: view.today, unit: 'calendarDay', calendar: view.calendar })
  return {
    key: day.key, label: day.label, startOn: day.startOn, dueOn: day.dueOn, state: 'running', amount: 0, unit: 'calendarDay', basis: day.basis, standing: day.standing, steps: '', calendarKnown: true, suspendedOn: null,
    remaining: { kind: left.kind, amount: left.amount, unit: left.unit, text: left.text },
  }
}

/** Projects that this person carries, and those whose next step is theirs as proposer, drafter, committee or province. */
export async function projectsToCarry(view: TodayView): Promise<TodayItem[]> {
  const { services, actor } = view
  const { prisma } = services
  const rows = await prisma.project.findMany({
    where: { AND: [projectPolicy.scope(actor, 'act'), { closedOn: null, state: { notIn: ['inForce', 'deferred'] } }] }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], take: MOST,
    select: { id: true, title: true, stateSince: true, responsibleId: true, proposer: true, leadOrgan: true, ...projectSubjectSelect },
  })
  const own = rows.filter((row) => row.responsibleId === actor.personId || rolesOnProject(actor, row).some((role) => askedOutside.some((asked) => asked === role))).slice(0, MOST_PROJECTS)
  const next = await nextOf(prisma, own.map((r) => r.id), view)
  const items = own.map(async (row): Promise<TodayItem[]> => {
    const facts = await gatherProjectFacts({ tx: prisma, projectId: row.id, today: view.today, key: '' })
    // the province works on a request where it was sent to it (approval-items.ts)
    if (inApproval.includes(row.state) && row.responsibleId !== actor.personId && rolesOnProject(actor, row).every((role) => role === 'provinceOfficer')) return []
    // what the rules refuse now is not asked of anybody
    const step = actionsOn({ actor, project: row, facts }).find((action) => action.main && action.refused === null)
    if (row.responsibleId !== actor.personId && step === undefined) return []
    const due = next.get(row.id)
    const link = step?.place === 'meeting' && due?.meetingId != null ? `/meetings/${due.meetingId}` : `/projects/${row.id}`
    return [{
      kind: 'project', id: row.id, filing: null, title: row.title, detail: [stateOf(legislationProcedure, projectState(row.state)).label, row.leadOrgan ?? row.proposer].join('　'), note: due?.kind === 'meeting' ? `${due.dueOn} ${due.label}` : null,
      deadline: due === undefined ? null : setDay(view, { key: due.kind, label: due.label, startOn: fromDateColumn(row.stateSince), dueOn: due.dueOn, basis: due.basis, standing: due.standing === '' ? '已确认' : due.standing }),
      act: { label: step?.label ?? '打开', link, remind: null }, asked: step !== undefined,
    }]
  })
  return (await Promise.all(items)).flat()
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
      deadline: dueOn === null ? null : setDay(view, { key: 'task', label: row.title, startOn: fromDateColumn(row.givenOn), dueOn, basis: row.dueBasis ?? row.request, standing: '已确认' }),
      act: { label: '答复', link: '/projects/tasks?view=mine', remind: null }, asked: true,
    }
  })
}
