import { z } from '@hono/zod-openapi'
import { legislationProcedure, singleReadingGrounds, stateOf } from '../../law/procedure/index.ts'
import { workCalendar } from '../deadline/index.ts'
import { shanghaiDate } from '../platform/config/clock.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { gatherProjectFacts, mayReadConsultation, mayReadDocument, projectPolicy, projectState, projectSubjectSelect } from '../procedure/index.ts'
import { actionsOn, projectActionSchema } from './project-actions.ts'
import { projectFor } from './project-for.ts'
import { partLabels } from './project-input.ts'
import { nextDueSchema, nextOf } from './project-next.ts'

const plannedSchema = z.record(z.string(), z.object({ from: z.string().nullable(), to: z.string().nullable() }))
const organSchema = z.object({ id: z.string().nullable(), name: z.string().nullable() })

export const stateViewSchema = z.object({ id: z.string(), label: z.string(), sign: z.string(), phase: z.string(), final: z.boolean() })
export const presentState = (state: string): z.infer<typeof stateViewSchema> => {
  const found = stateOf(legislationProcedure, projectState(state))
  return { id: found.id, label: found.label, sign: found.sign, phase: found.phase, final: found.final === true }
}

export const projectSchema = z
  .object({
    id: z.string(),
    revision: z.number().int(),
    title: z.string(),
    kind: z.string(),
    subject: z.string().nullable(),
    source: z.string(),
    state: stateViewSchema,
    stateSince: z.string(),
    proposerKind: z.string(),
    proposer: organSchema,
    leadOrgan: organSchema,
    committee: organSchema,
    responsible: z.object({ id: z.string(), name: z.string() }).nullable(),
    readingTrack: z.object({ readings: z.number().int(), decidedBy: z.string().nullable(), decidedOn: z.string().nullable(), ground: z.string().nullable() }).nullable(),
    readingsHeld: z.number().int(),
    partyGate: z.boolean(),
    planItems: z.array(z.object({ planId: z.string(), plan: z.string(), class: z.string(), dueMonth: z.string().nullable() })),
    planned: plannedSchema,
    adoptedOn: z.string().nullable(),
    approvedOn: z.string().nullable(),
    promulgatedOn: z.string().nullable(),
    effectiveFrom: z.string().nullable(),
    closedOn: z.string().nullable(),
    versionId: z.string().nullable(),
    draftId: z.string().nullable(),
    predecessor: z.object({ id: z.string(), title: z.string() }).nullable(),
    successors: z.array(z.object({ id: z.string(), title: z.string() })),
    members: z.array(z.object({ id: z.string(), name: z.string(), part: z.string(), partLabel: z.string(), from: z.string(), to: z.string().nullable(), note: z.string().nullable(), /** a person, with the organs they serve in */ person: z.boolean(), endedByName: z.string().nullable(), endReason: z.string().nullable() })),
    next: nextDueSchema.nullable(),
    actions: z.array(projectActionSchema),
    may: z.object({ manage: z.boolean(), act: z.boolean(), readInternal: z.boolean(), research: z.boolean(), draft: z.boolean(), /** the page of its public consultation */ consultation: z.boolean() }),
    createdByName: z.string(),
    createdOn: z.string(),
  })
  .openapi('Project')
export type ProjectView = z.infer<typeof projectSchema>

const isGround = (value: string | null): value is keyof typeof singleReadingGrounds => value !== null && Object.hasOwn(singleReadingGrounds, value)

/** The record of a project with what this person may do now. Throws `not-found`. */
export async function presentProject(options: { services: Services; actor: Actor; projectId: string }): Promise<ProjectView> {
  const { services, actor, projectId } = options
  await projectFor({ ...options, action: 'read' })
  const { prisma } = services
  const today = services.clock.today()
  const row = await prisma.project.findUniqueOrThrow({
    where: { id: projectId },
    include: { planItems: { where: { endedById: null }, orderBy: { id: 'desc' }, include: { plan: { select: { id: true, title: true, state: true } } } }, draft: { select: { id: true } } },
  })
  const [subject, members, facts, next, responsible, predecessor, successors] = await Promise.all([
    prisma.project.findUniqueOrThrow({ where: { id: projectId }, select: projectSubjectSelect }),
    prisma.projectMember.findMany({ where: { projectId }, orderBy: { id: 'asc' } }),
    gatherProjectFacts({ tx: prisma, projectId, today, key: '' }),
    nextOf(prisma, [projectId], { today, calendar: await workCalendar(prisma) }),
    row.responsibleId === null ? null : prisma.person.findUnique({ where: { id: row.responsibleId }, select: { id: true, name: true } }),
    row.predecessorId === null ? null : prisma.project.findFirst({ where: { id: row.predecessorId, AND: projectPolicy.scope(actor, 'read') }, select: { id: true, title: true } }),
    prisma.project.findMany({ where: { predecessorId: projectId, AND: projectPolicy.scope(actor, 'read') }, select: { id: true, title: true }, orderBy: { id: 'asc' } }),
  ])
  const inHouse = projectPolicy.can(actor, 'readInternal', subject)
  return {
    id: row.id, revision: row.revision, title: row.title, kind: row.kind, subject: row.subject, source: row.source, state: presentState(row.state), stateSince: fromDateColumn(row.stateSince), proposerKind: row.proposerKind,
    proposer: { id: row.proposerOrganId, name: row.proposer }, leadOrgan: { id: row.leadOrganId, name: row.leadOrgan }, committee: { id: row.committeeOrganId, name: row.committee }, responsible,
    readingTrack: row.readingTrack === null ? null : { readings: row.readingTrack, decidedBy: row.trackDecidedBy, decidedOn: fromDateColumnOrNull(row.trackDecidedOn), ground: isGround(row.singleReadingGround) ? singleReadingGrounds[row.singleReadingGround] : null },
    readingsHeld: facts.readingsHeld, partyGate: row.partyGate, planItems: row.planItems.filter((i) => inHouse || i.plan.state === 'published').map((i) => ({ planId: i.plan.id, plan: i.plan.title, class: i.class, dueMonth: i.dueMonth })),
    planned: plannedSchema.catch({}).parse(row.planned), adoptedOn: fromDateColumnOrNull(row.adoptedOn), approvedOn: fromDateColumnOrNull(row.approvedOn), promulgatedOn: fromDateColumnOrNull(row.promulgatedOn), effectiveFrom: fromDateColumnOrNull(row.effectiveFrom),
    closedOn: fromDateColumnOrNull(row.closedOn), versionId: row.versionId, draftId: row.draft?.id ?? null, predecessor, successors,
    members: members.map((m) => ({ id: m.id, name: m.name, part: m.part, partLabel: partLabels[m.part] ?? m.part, from: fromDateColumn(m.from), to: fromDateColumnOrNull(m.to), note: inHouse ? m.note : null, person: m.personId !== null, endedByName: m.endedByName, endReason: inHouse ? m.endReason : null })),
    next: next.get(projectId) ?? null, actions: actionsOn({ actor, project: subject, facts }),
    may: { manage: projectPolicy.can(actor, 'manage', subject), act: projectPolicy.can(actor, 'act', subject), readInternal: inHouse, research: mayReadDocument(actor, subject, 'researchReport'), draft: mayReadDocument(actor, subject, 'submissionText'), consultation: mayReadConsultation(actor, subject.organId) }, createdByName: row.createdByName, createdOn: shanghaiDate(row.createdAt),
  }
}
