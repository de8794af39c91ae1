import { clockChanges, legislationProcedure, type ProjectFacts, type ProjectState, stateOf } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { applyClockChanges, nextDue } from '../deadline/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import type { Work } from '../platform/work/transaction.ts'
import { fixAdoptedText } from './fix-adopted-text.ts'
import { judgeStep, stepOf } from './judge-step.ts'
import { columnsOfStep, type ProjectChanges } from './project-columns.ts'
import { gatherProjectFacts } from './project-facts.ts'
import { projectSubjectSelect, rolesOnProject } from './project-policy.ts'
import type { CaseActor } from './roles-on-case.ts'
import { tellDraftOfStep } from './tell-draft.ts'

export type ProjectStep = {
  services: Services
  work: Work
  actor: CaseActor
  projectId: string
  /** key of the row in law/procedure/legislation-procedure.ts */
  key: string
  /** the form's fields by their names (law/procedure/legislation-forms.ts); empty ones count as not filled */
  values?: Readonly<Record<string, string>>
  /** what the caller knows beside the rows */
  facts?: Partial<ProjectFacts>
  /** the revision the person saw (If-Match); null for acts that do not edit what was shown */
  revision: number | null
  /** columns that change with the step, beside those that `columnsOfStep` writes */
  changes?: ProjectChanges
  note?: string
  /** kept with the event: documents, papers, the meeting */
  data?: Prisma.InputJsonObject
  /** who may read the event in the project's history: the house alone, those who prepare it as well, the province too */
  audience?: 'internal' | 'maker' | 'province'
  /** the day of the act where it is not today */
  on?: string
  /** the meeting in which it was done */
  meetingId?: string
  /** days from which clocks start that do not start with the act */
  clockStarts?: Readonly<Record<string, string>>
}

export type ProjectMoved = { from: ProjectState; to: ProjectState; revision: number }

/** Events that stay in the house. */
const internalSteps: readonly string[] = ['partyConsult', 'appraise', 'requestProvinceView', 'recordProvinceView']
/** Events that the province reads: from the request for approval on. */
const provinceSteps: readonly string[] = [
  'adopt', 'submitForApproval', 'receiveForApproval', 'approve', 'approveWithChange', 'refuse', 'recall', 'promulgate', 'handOver', 'fileUp', 'takeEffect', 'correctPublished', 'requestProvinceView', 'recordProvinceView',
]
const audienceOf = (key: string): 'internal' | 'maker' | 'province' => (provinceSteps.includes(key) ? 'province' : internalSteps.includes(key) ? 'internal' : 'maker')

/**
 * The only writer of a project's state (design §1.3): judges the step by the tables, writes the row under its revision,
 * moves the clocks, records the event and the audit entry. Everything in the caller's transaction.
 * Throws `step-refused` (with rule and basis), `forbidden`, `stale-edit`, `not-found`.
 */
export async function moveProject(step: ProjectStep): Promise<ProjectMoved> {
  const { services, work, actor, projectId, key } = step
  const { tx } = work
  const today = services.clock.today()
  const on = step.on ?? today
  const values = step.values ?? {}
  // one step of a project at a time: whoever comes second judges by what the first has written
  await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${projectId}::uuid FOR UPDATE`
  const project = await tx.project.findUnique({ where: { id: projectId }, select: { id: true, revision: true, title: true, ...projectSubjectSelect } })
  if (project === null) throw problem('not-found')
  if (step.revision !== null && step.revision !== project.revision) throw problem('stale-edit')

  const facts = { ...(await gatherProjectFacts({ tx, projectId, today, key, values })), ...step.facts }
  const to = judgeStep({ procedure: legislationProcedure, state: project.state, key, roles: rolesOnProject(actor, project), facts })
  const row = stepOf(legislationProcedure, key)
  const from = projectState(project.state)

  const owner = { projectId }
  await applyClockChanges(tx, { owner, startOn: step.clockStarts ?? {}, organId: project.organId, on, changes: clockChanges(row, values) })
  const revision = project.revision + 1
  await tx.project.update({
    where: { id: projectId },
    data: { ...columnsOfStep({ key, to, on, values }), ...step.changes, state: to, revision, ...(to === from ? {} : { stateSince: toDateColumn(on) }), ...(await nextDue(tx, owner)) },
  })
  if (to !== from) await tellDraftOfStep(tx, projectId)
  if (key === 'adopt' && actor !== 'system') await fixAdoptedText(tx, { projectId, actor, on, meetingId: step.meetingId ?? null })
  await tx.caseEvent.create({
    data: {
      id: newId(), projectId, at: services.clock.now(), on: toDateColumn(on), actorId: actor === 'system' ? null : actor.personId, actorName: actor === 'system' ? '系统' : actor.name,
      organId: actor === 'system' ? null : (actor.memberships[0]?.organId ?? null), transition: key, fromState: from, toState: to, note: step.note ?? values['reason'] ?? values['note'] ?? null,
      audience: step.audience ?? audienceOf(key), data: { ...step.data, values: { ...values }, ...(step.meetingId === undefined ? {} : { meetingId: step.meetingId }) },
    },
  })
  work.audit({ actor: actor === 'system' ? null : actor, action: `project.${key}`, entity: 'Project', entityId: projectId, organId: project.organId, detail: { from, to, on } })
  return { from, to, revision }
}

/** The state of a row; one that this version does not know is a fault of the data. */
export const projectState = (state: string): ProjectState => {
  const found = legislationProcedure.states.find((s) => s.id === state)
  if (found === undefined) throw new RangeError(`no project state ${state}`)
  return stateOf(legislationProcedure, found.id).id
}
