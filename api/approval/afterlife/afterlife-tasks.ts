import { addDays, dueDate } from '../../../law/deadline/index.ts'
import { type SupportingRule, supportingRulesIn } from '../../../law/drafting/supporting-rules.ts'
import { ruleInForce, workCalendar } from '../../deadline/index.ts'
import { legalTextSchema } from '../../library/index.ts'
import { peopleIn } from '../../notice/index.ts'
import { newId } from '../../platform/ids.ts'
import { fromDateColumn, fromDateColumnOrNull, toDateColumn } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction, type Transaction } from '../../platform/work/transaction.ts'
import { sideOf, worksOnText } from '../approval-for.ts'

/** What follows the publication of a regulation (domain §1.8). */
export const afterlifeKinds = ['implementation', 'supportingRule', 'implementationReport', 'postEvaluation'] as const
export type AfterlifeKind = (typeof afterlifeKinds)[number]
export const afterlifeKindLabels: Record<AfterlifeKind, string> = { implementation: '贯彻实施', supportingRule: '制定配套规定', implementationReport: '报告实施情况', postEvaluation: '立法后评估' }

export type AfterlifeTask = { id: string; kind: AfterlifeKind; label: string; state: string; title: string; request: string; assignee: string | null; eId: string | null; dueOn: string | null; dueBasis: string | null; overdue: boolean; answer: string | null; answeredOn: string | null; closedOn: string | null }
export type Proposal = SupportingRule & { dueOn: string; dueBasis: string }

const REFERENCE = '外省市条例参考·待确认'

async function projectFor(tx: Transaction, actor: Actor, projectId: string) {
  const project = await tx.project.findUnique({ where: { id: projectId }, select: { id: true, organId: true, title: true, state: true, versionId: true, effectiveFrom: true, promulgatedOn: true } })
  if (project === null || sideOf(actor, { organId: project.organId, provinceOrganId: null }) === null) throw problem('not-found')
  return project
}
type Published = Awaited<ReturnType<typeof projectFor>>

/** One year from the day it takes effect (立法法 66). */
async function supportingDue(tx: Transaction, project: Published): Promise<{ dueOn: string; dueBasis: string }> {
  const from = fromDateColumnOrNull(project.effectiveFrom)
  if (from === null) throw problem('step-refused', { detail: '还没有公布，没有施行日期。', extra: { rule: 'notPublished' } })
  const rule = await ruleInForce(tx, { organId: project.organId, key: 'legislation.supportingRules' })
  return { dueOn: dueDate({ rule, start: from, calendar: await workCalendar(tx) }).due, dueBasis: rule.basis }
}

async function textOf(tx: Transaction, versionId: string) {
  const version = await tx.version.findUniqueOrThrow({ where: { id: versionId }, select: { tree: true } })
  return legalTextSchema.parse(version.tree)
}

/** The tasks that follow a published regulation, and the rules its text leaves to be made that nobody has given out or set aside. */
export async function readAfterlife(options: { services: Services; actor: Actor; projectId: string }): Promise<{ tasks: AfterlifeTask[]; proposals: Proposal[]; mayGive: boolean }> {
  const { services, actor, projectId } = options
  const tx = services.prisma
  const project = await projectFor(tx, actor, projectId)
  const rows = await tx.projectTask.findMany({ where: { projectId, kind: { in: [...afterlifeKinds] } }, orderBy: { id: 'asc' } })
  const organs = await tx.organ.findMany({ where: { id: { in: rows.flatMap((r) => (r.assigneeOrganId === null ? [] : [r.assigneeOrganId])) } }, select: { id: true, name: true } })
  const today = services.clock.today()
  const tasks = rows.flatMap((r): AfterlifeTask[] => {
    const kind = afterlifeKinds.find((k) => k === r.kind)
    if (kind === undefined) return []
    const dueOn = fromDateColumnOrNull(r.dueOn)
    return [{
      id: r.id, kind, label: afterlifeKindLabels[kind], state: r.state, title: r.title, request: r.request, assignee: organs.find((o) => o.id === r.assigneeOrganId)?.name ?? null, eId: r.eId, dueOn, dueBasis: r.dueBasis,
      overdue: dueOn !== null && dueOn < today && ['given', 'accepted'].includes(r.state), answer: r.answer, answeredOn: fromDateColumnOrNull(r.answeredOn), closedOn: fromDateColumnOrNull(r.closedOn),
    }]
  })
  const found = project.versionId === null ? [] : supportingRulesIn(await textOf(tx, project.versionId))
  const due = found.length === 0 ? null : await supportingDue(tx, project)
  const open = found.filter((rule) => !rows.some((r) => r.kind === 'supportingRule' && r.eId === rule.articleId))
  return { tasks, proposals: due === null ? [] : open.map((rule) => ({ ...rule, ...due })), mayGive: project.versionId !== null && worksOnText(actor, project.organId) }
}

export type AfterlifeInput = { kind: AfterlifeKind; title: string; request: string; assigneeOrganId: string | null; eId: string | null; dueOn: string | null }

/** Give a task out. A person confirms each rule that the text asks for; the period comes from the law, other dates are typed. */
export async function giveAfterlifeTask(options: { services: Services; actor: Actor; projectId: string; task: AfterlifeInput }): Promise<string> {
  const { services, actor, projectId, task } = options
  if (task.dueOn !== null && task.dueOn < services.clock.today()) throw problem('invalid-input', { fields: [{ path: 'dueOn', message: '完成期限不能早于今天。' }] })
  return inTransaction(services, async (work) => {
    const { tx } = work
    await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${projectId}::uuid FOR UPDATE`
    const project = await projectFor(tx, actor, projectId)
    if (!worksOnText(actor, project.organId)) throw problem('forbidden', { detail: '贯彻实施的任务由法制工作委员会交办。' })
    if (project.versionId === null) throw problem('step-refused', { detail: '还没有公布，不能交办贯彻实施的任务。', extra: { rule: 'notPublished' } })
    if (task.kind === 'supportingRule' && task.eId !== null) {
      const text = await textOf(tx, project.versionId)
      if (!text.articles.some((a) => a.id === task.eId)) throw problem('invalid-input', { fields: [{ path: 'eId', message: '没有这一条，请重新选择。' }] })
      if ((await tx.projectTask.findFirst({ where: { projectId, kind: 'supportingRule', eId: task.eId }, select: { id: true } })) !== null) throw problem('already-done', { detail: '这一条的配套规定已经交办。' })
    }
    if (task.assigneeOrganId !== null && (await tx.organ.findFirst({ where: { id: task.assigneeOrganId, active: true }, select: { id: true } })) === null) throw problem('invalid-input', { fields: [{ path: 'assigneeOrganId', message: '没有这个单位，请重新选择。' }] })
    const due = task.kind === 'supportingRule' ? await supportingDue(tx, project) : await otherDue(project, task)
    const id = newId()
    await tx.projectTask.create({
      data: {
        id, organId: project.organId, projectId, kind: task.kind, title: task.title, request: task.request, assigneeOrganId: task.assigneeOrganId, assigneeId: task.assigneeOrganId === null ? actor.personId : null, eId: task.eId, givenOn: toDateColumn(services.clock.today()),
        dueOn: due.dueOn === null ? null : toDateColumn(due.dueOn), dueBasis: due.dueBasis, createdBy: actor.personId, createdByName: actor.name, createdAt: services.clock.now(),
      },
    })
    work.audit({ actor, action: 'task.give', entity: 'ProjectTask', entityId: id, organId: project.organId, detail: { kind: task.kind, eId: task.eId, dueOn: due.dueOn } })
    const people = task.assigneeOrganId === null ? [] : [...(await peopleIn(services, [task.assigneeOrganId], 'drafter')), ...(await peopleIn(services, [task.assigneeOrganId], 'proposerClerk'))]
    for (const personId of new Set(people)) work.notify({ personId, kind: 'project', title: `${afterlifeKindLabels[task.kind]}：《${project.title}》`, body: task.request.slice(0, 200), link: '/app/projects/tasks', entity: 'ProjectTask', entityId: id })
    return id
  })
}

/** A report of the first year is due within thirty days after it (other places); the rest is agreed. */
async function otherDue(project: Published, task: AfterlifeInput): Promise<{ dueOn: string | null; dueBasis: string | null }> {
  if (task.dueOn !== null) return { dueOn: task.dueOn, dueBasis: null }
  if (task.kind !== 'implementationReport' || project.effectiveFrom === null) return { dueOn: null, dueBasis: null }
  const from = fromDateColumn(project.effectiveFrom)
  const firstYear = `${Number(from.slice(0, 4)) + 1}${from.slice(4)}`
  return { dueOn: addDays(firstYear, 30), dueBasis: `施行满一年后三十日内（${REFERENCE}）` }
}
