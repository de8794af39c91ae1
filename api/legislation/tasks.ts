import { z } from '@hono/zod-openapi'
import { remaining, type WorkCalendar } from '../../law/deadline/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { workCalendar } from '../deadline/index.ts'
import { ownFiles } from '../file/index.ts'
import { newId } from '../platform/ids.ts'
import { fromDateColumn, fromDateColumnOrNull, toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { projectPolicy } from '../procedure/index.ts'
import { taskKindLabels, taskKinds, type TaskInput } from './project-input.ts'
import { type TaskAction, taskPolicy, taskSubjectSelect } from './task-policy.ts'

export const taskViews = ['open', 'mine', 'overdue', 'done'] as const
export type TaskView = (typeof taskViews)[number]

export const taskSchema = z
  .object({
    id: z.string(), revision: z.number().int(), kind: z.string(), kindLabel: z.string(), state: z.enum(['given', 'accepted', 'answered', 'closed']), stateLabel: z.string(), stateSign: z.string(), title: z.string(), request: z.string(), fromOrgan: z.string().nullable(),
    documentNo: z.string().nullable(), assignee: z.string().nullable(), project: z.object({ id: z.string(), title: z.string() }).nullable(), givenOn: z.string(), dueOn: z.string().nullable(), dueBasis: z.string().nullable(),
    left: z.object({ kind: z.enum(['left', 'today', 'overdue']), text: z.string() }).nullable(), answer: z.string().nullable(), answeredByName: z.string().nullable(), answeredOn: z.string().nullable(), closedOn: z.string().nullable(), closeNote: z.string().nullable(),
    files: z.array(z.object({ id: z.string(), name: z.string() })), answerFiles: z.array(z.object({ id: z.string(), name: z.string() })), may: z.object({ answer: z.boolean(), close: z.boolean() }),
  })
  .openapi('ProjectTask')
export type ProjectTaskView = z.infer<typeof taskSchema>

const states = { given: ['○', '已交办'], accepted: ['●', '办理中'], answered: ['✓', '已答复'], closed: ['✓', '办结'] } as const
const stateOf = (state: string): keyof typeof states => (Object.hasOwn(states, state) ? (Object.keys(states) as (keyof typeof states)[]).find((s) => s === state) ?? 'given' : 'given')
const OPEN = ['given', 'accepted']

type Row = Prisma.ProjectTaskGetPayload<{ include: { project: { select: { id: true; title: true } } } }>

async function presentTasks(options: { services: Services; actor: Actor; rows: Row[]; today: string; calendar: WorkCalendar }): Promise<ProjectTaskView[]> {
  const { services, actor, rows, today, calendar } = options
  const { prisma } = services
  const [files, organs, people, readable] = await Promise.all([
    prisma.storedFile.findMany({ where: { id: { in: rows.flatMap((r) => [...r.fileIds, ...r.answerFileIds]) } }, select: { id: true, name: true } }),
    prisma.organ.findMany({ where: { id: { in: rows.flatMap((r) => (r.assigneeOrganId === null ? [] : [r.assigneeOrganId])) } }, select: { id: true, shortName: true } }),
    prisma.person.findMany({ where: { id: { in: rows.flatMap((r) => (r.assigneeId === null ? [] : [r.assigneeId])) } }, select: { id: true, name: true } }),
    prisma.project.findMany({ where: { id: { in: rows.flatMap((r) => (r.projectId === null ? [] : [r.projectId])) }, AND: projectPolicy.scope(actor, 'read') }, select: { id: true } }),
  ])
  const named = (ids: string[]) => ids.flatMap((id) => files.filter((f) => f.id === id))
  return rows.map((r) => {
    const dueOn = fromDateColumnOrNull(r.dueOn)
    const state = stateOf(r.state)
    const left = dueOn === null || !OPEN.includes(state) ? null : remaining({ due: dueOn, today, unit: 'calendarDay', calendar })
    return {
      id: r.id, revision: r.revision, kind: r.kind, kindLabel: taskKindLabels[taskKinds.find((k) => k === r.kind) ?? 'other'], state, stateLabel: states[state][1], stateSign: left?.kind === 'overdue' ? '!' : states[state][0], title: r.title, request: r.request, fromOrgan: r.fromOrgan,
      documentNo: r.documentNo, assignee: people.find((p) => p.id === r.assigneeId)?.name ?? organs.find((o) => o.id === r.assigneeOrganId)?.shortName ?? null,
      project: r.project !== null && readable.some((p) => p.id === r.projectId) ? r.project : null, givenOn: fromDateColumn(r.givenOn), dueOn, dueBasis: r.dueBasis, left: left === null ? null : { kind: left.kind, text: left.text },
      answer: r.answer, answeredByName: r.answeredByName, answeredOn: fromDateColumnOrNull(r.answeredOn), closedOn: fromDateColumnOrNull(r.closedOn), closeNote: r.closeNote, files: named(r.fileIds), answerFiles: named(r.answerFileIds),
      may: { answer: state !== 'closed' && taskPolicy.can(actor, 'answer', r), close: state === 'answered' && taskPolicy.can(actor, 'close', r) },
    }
  })
}

const whereOf = (view: TaskView, { actor, today }: { actor: Actor; today: string }): Prisma.ProjectTaskWhereInput => {
  switch (view) {
    case 'open':
      return { state: { in: OPEN } }
    case 'mine':
      return { state: { in: OPEN }, OR: [{ assigneeId: actor.personId }, { assigneeId: null, assigneeOrganId: { in: actor.memberships.map((m) => m.organId) } }] }
    case 'overdue':
      return { state: { in: OPEN }, dueOn: { lt: toDateColumn(today) } }
    case 'done':
      return { state: { notIn: OPEN } }
    default: {
      const never: never = view
      return never
    }
  }
}

/** Tasks that this person may know of, what is due first in front. */
export async function listTasks(options: { services: Services; actor: Actor; view: TaskView; projectId: string | null }): Promise<{ items: ProjectTaskView[]; counts: Record<string, number> }> {
  const { services, actor, view, projectId } = options
  const { prisma } = services
  const today = services.clock.today()
  const scope: Prisma.ProjectTaskWhereInput = { AND: [taskPolicy.scope(actor, 'read'), ...(projectId === null ? [] : [{ projectId }])] }
  const rows = await prisma.projectTask.findMany({ where: { AND: [scope, whereOf(view, { actor, today })] }, orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }], take: 300, include: { project: { select: { id: true, title: true } } } })
  const counts = await Promise.all(taskViews.map((v) => prisma.projectTask.count({ where: { AND: [scope, whereOf(v, { actor, today })] } })))
  return { items: await presentTasks({ services, actor, rows, today, calendar: await workCalendar(prisma) }), counts: Object.fromEntries(taskViews.map((v, at) => [v, counts[at] ?? 0])) }
}

/** A task is entered by the legal affairs commission: given from above, or given to those who draft. Throws `forbidden`, `invalid-input`. */
export async function giveTask(options: { services: Services; actor: Actor; task: TaskInput }): Promise<string> {
  const { services, actor, task } = options
  const organId = actor.memberships.find((m) => ['legislationOfficer', 'legislationChief'].includes(m.role) && m.standingCommitteeId !== null)?.standingCommitteeId
  if (organId == null) throw problem('forbidden')
  if (task.dueOn !== null && task.dueOn < task.givenOn) throw problem('invalid-input', { fields: [{ path: 'dueOn', message: '完成期限早于交办日期。' }] })
  if (task.givenOn > services.clock.today()) throw problem('invalid-input', { fields: [{ path: 'givenOn', message: '交办日期不能晚于今天。' }] })
  return inTransaction(services, async (work) => {
    const { tx } = work
    const project = task.projectId === null ? null : await tx.project.findFirst({ where: { id: task.projectId, organId, AND: projectPolicy.scope(actor, 'manage') }, select: { id: true } })
    if (task.projectId !== null && project === null) throw problem('invalid-input', { fields: [{ path: 'projectId', message: '没有这个项目，请重新选择。' }] })
    const id = newId()
    await tx.projectTask.create({
      data: {
        ...task, id, organId, state: 'given', givenOn: toDateColumn(task.givenOn), dueOn: task.dueOn === null ? null : toDateColumn(task.dueOn), fileIds: await ownFiles(tx, actor, task.fileIds), createdBy: actor.personId, createdByName: actor.name, createdAt: services.clock.now(),
        assigneeId: task.assigneeId ?? (task.assigneeOrganId === null ? actor.personId : null),
      },
    })
    if (task.assigneeId !== null && task.assigneeId !== actor.personId) work.notify({ personId: task.assigneeId, kind: 'project', title: `交办任务：${task.title}`, body: task.request.slice(0, 200), link: '/app/projects/tasks', entity: 'ProjectTask', entityId: id })
    work.audit({ actor, action: 'task.give', entity: 'ProjectTask', entityId: id, organId, detail: { kind: task.kind, dueOn: task.dueOn } })
    return id
  })
}

async function taskFor(services: Services, actor: Actor, id: string, action: TaskAction) {
  const task = await services.prisma.projectTask.findUnique({ where: { id }, select: { id: true, revision: true, state: true, title: true, givenOn: true, answerFileIds: true, ...taskSubjectSelect } })
  if (task === null || !taskPolicy.can(actor, 'read', task)) throw problem('not-found')
  if (!taskPolicy.can(actor, action, task)) throw problem('forbidden')
  return task
}

type Answering = { services: Services; actor: Actor; taskId: string; revision: number; answer: { answer: string; fileIds: string[]; answeredOn: string | null } }

/** 答复: by the one to whom it was given. What was answered may be answered anew until the task is closed; the audit keeps both, and files that were handed in stay. */
export async function answerTask({ services, actor, taskId, revision, answer }: Answering): Promise<void> {
  const task = await taskFor(services, actor, taskId, 'answer')
  if (task.state === 'closed') throw problem('step-refused', { detail: '任务已经办结，不能再答复。' })
  const on = answer.answeredOn ?? services.clock.today()
  const wrongDay = (message: string) => problem('invalid-input', { fields: [{ path: 'answeredOn', message }] })
  if (on > services.clock.today()) throw wrongDay('答复日期不能晚于今天。')
  if (on < fromDateColumn(task.givenOn)) throw wrongDay('答复日期早于交办日期，请核对。')
  await inTransaction(services, async (work) => {
    const { tx } = work
    const fileIds = await ownFiles(tx, actor, answer.fileIds)
    const hit = await tx.projectTask.updateMany({
      where: { id: taskId, revision },
      data: { state: 'answered', answer: answer.answer, answerFileIds: [...task.answerFileIds, ...fileIds], answeredBy: actor.personId, answeredByName: actor.name, answeredOn: toDateColumn(on), revision: { increment: 1 } },
    })
    if (hit.count === 0) throw problem('stale-edit')
    if (task.createdBy !== actor.personId) work.notify({ personId: task.createdBy, kind: 'project', title: `任务已答复：${task.title}`, body: answer.answer.slice(0, 200), link: '/app/projects/tasks', entity: 'ProjectTask', entityId: taskId })
    work.audit({ actor, action: 'task.answer', entity: 'ProjectTask', entityId: taskId, organId: task.organId, detail: { answer: answer.answer, fileIds } })
  })
}

/** 办结 once it was answered. */
export async function closeTask({ services, actor, taskId, revision, note }: { services: Services; actor: Actor; taskId: string; revision: number; note: string | null }): Promise<void> {
  const task = await taskFor(services, actor, taskId, 'close')
  if (task.state !== 'answered') throw problem('step-refused', { detail: '任务还没有答复，答复以后再办结。' })
  await inTransaction(services, async ({ tx, audit }) => {
    const hit = await tx.projectTask.updateMany({ where: { id: taskId, revision, state: 'answered' }, data: { state: 'closed', closedOn: toDateColumn(services.clock.today()), closeNote: note, revision: { increment: 1 } } })
    if (hit.count === 0) throw problem('stale-edit')
    audit({ actor, action: 'task.close', entity: 'ProjectTask', entityId: taskId, organId: task.organId, detail: { note } })
  })
}
