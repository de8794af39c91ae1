import { legislationProcedure, type LegislationPaperKind, paperProcedure, paperRoute, type ProcedureRole, stepDocuments } from '../../law/procedure/index.ts'
import { createPaper, rolesOnLegislationPaper } from '../paper/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Transaction } from '../platform/work/transaction.ts'
import { projectPolicy, projectSubjectSelect, rolesOnProject } from '../procedure/index.ts'
import { composeProjectPaper, type ProjectPaperKind, projectPaperKinds } from './compose/index.ts'
import { legislationCase } from './legislation-case.ts'

const ofProposer: readonly LegislationPaperKind[] = ['bill', 'explanatoryNote', 'lateExplanation']
const ofProvince: readonly LegislationPaperKind[] = ['provincialReviewReport', 'approvalDecision', 'refusalDecision', 'nationalFilingReport']

const projectSelect = { ...projectSubjectSelect, id: true, proposerKind: true } as const

async function projectFor(tx: Transaction, actor: Actor, projectId: string) {
  const project = await tx.project.findUnique({ where: { id: projectId }, select: projectSelect })
  if (project === null || !projectPolicy.can(actor, 'read', project)) throw problem('not-found')
  return project
}
type DraftedProject = Awaited<ReturnType<typeof projectFor>>

/** The organ in whose name a paper goes out: the proposer for its own papers, the province for what it decides, else the standing committee. */
function houseOf(project: DraftedProject, kind: LegislationPaperKind): string | null {
  if (ofProvince.includes(kind)) return project.approvals.at(-1)?.provinceOrganId ?? null
  if (ofProposer.includes(kind) && project.proposerKind === 'government') return project.proposerOrganId ?? project.organId
  return project.organId
}

/** The part that a person has in a paper of this kind before there is one: on the project and in the house that issues it. */
function partIn(actor: Actor, project: DraftedProject, kind: LegislationPaperKind, organId: string): ProcedureRole[] {
  const onPaper = rolesOnLegislationPaper(actor, { kind, organId, createdBy: actor.personId, state: 'drafting', recipientOrganId: null, committeeOrganIds: project.committeeOrganId === null ? [] : [project.committeeOrganId] })
  const onProject = rolesOnProject(actor, project)
  return onPaper.filter((role) => role === 'committeeMember' || onProject.includes(role))
}

/** Kinds that this person may draft for the project as it stands. */
function kindsToDraft(actor: Actor, project: DraftedProject): ProjectPaperKind[] {
  return projectPaperKinds.filter((kind) => {
    const organId = houseOf(project, kind)
    return organId !== null && partIn(actor, project, kind, organId).some((role) => paperRoute(kind).drafts.includes(role))
  })
}

/**
 * 拟稿: a paper of a project, composed from its record. Throws `not-found`, `forbidden` where the kind is drafted by others,
 * `already-done` while one of the kind is under way, `step-refused` where the record does not bear it yet.
 */
export async function draftProjectPaper(options: { services: Services; actor: Actor; projectId: string; kind: ProjectPaperKind }): Promise<string> {
  const { services, actor, projectId, kind } = options
  return inTransaction(services, async (work) => {
    const { tx } = work
    await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${projectId}::uuid FOR UPDATE`
    const project = await projectFor(tx, actor, projectId)
    if (!kindsToDraft(actor, project).includes(kind)) throw problem('forbidden', { detail: paperProcedure.guards.mayDraftThisPaper.message })
    const open = await tx.paper.findFirst({ where: { projectId, kind, state: { notIn: ['issued', 'withdrawn'] } }, select: { id: true } })
    if (open !== null) throw problem('already-done', { detail: `《${paperRoute(kind).label}》已经有一份在办，请打开它修改。`, extra: { paperId: open.id } })
    const composed = composeProjectPaper(kind, await legislationCase(tx, projectId))
    return createPaper({ services, work, actor, organId: houseOf(project, kind) ?? project.organId, projectId, kind, title: composed.title, recipient: composed.recipient, content: composed.content, values: composed.values ?? {} })
  })
}

/** Kinds that the next steps from a state ask for. */
function askedFrom(state: string): ReadonlySet<string> {
  const next = legislationProcedure.transitions.filter(({ from, to }) => to !== null && from.some((id) => id === state))
  return new Set(next.flatMap(({ key }) => (stepDocuments[key] ?? []).flatMap((need) => (need.optional === true ? [] : [need.kind]))))
}

/** What may be drafted, for the page of a project: what the next step asks for and the project lacks stands first. */
export async function papersToDraft(options: { services: Services; actor: Actor; projectId: string }): Promise<{ kind: string; label: string; signs: string[] }[]> {
  const { prisma } = options.services
  const project = await projectFor(prisma, options.actor, options.projectId)
  const [documents, issued] = await Promise.all([
    prisma.projectDocument.findMany({ where: { projectId: project.id, replacedById: null }, select: { kind: true } }), prisma.paper.findMany({ where: { projectId: project.id, state: 'issued' }, select: { kind: true } }),
  ])
  const there = new Set([...documents, ...issued].map(({ kind }) => kind))
  const asked = askedFrom(project.state)
  const due = (kind: string): boolean => asked.has(kind) && !there.has(kind)
  return kindsToDraft(options.actor, project).toSorted((a, b) => Number(due(b)) - Number(due(a))).map((kind) => ({ kind, label: paperRoute(kind).label, signs: [...paperRoute(kind).signs] }))
}
