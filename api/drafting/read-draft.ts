import { stateOf, legislationProcedure, projectStateIds } from '../../law/procedure/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { draftFor, type DraftRow, textIsOpen } from './draft-for.ts'
import { leasesOf } from './leases.ts'
import { draftScope, mayOnDraft } from './policy.ts'
import { peopleIn } from './presence.ts'

const MOST_STEPS = 1_000

type Asked = { services: Services; actor: Actor; draftId: string }

const stateLabel = (state: string): string => {
  const id = projectStateIds.find((one) => one === state)
  return id === undefined ? state : stateOf(legislationProcedure, id).label
}

/** Whether a project has a draft that the person may know of, and its id. Throws `not-found` otherwise. */
export async function draftOfProject(options: { services: Services; actor: Actor; projectId: string }): Promise<{ id: string | null; may: { create: boolean } }> {
  const { services, actor, projectId } = options
  const today = services.clock.today()
  const project = await services.prisma.project.findFirst({
    where: { id: projectId, AND: draftScope(actor, 'read', today) },
    select: { state: true, organId: true, leadOrganId: true, proposerOrganId: true, committeeOrganId: true, draft: { select: { id: true } }, members: true, approvals: { select: { provinceOrganId: true } } },
  })
  if (project === null) throw problem('not-found')
  return { id: project.draft?.id ?? null, may: { create: project.draft === null && textIsOpen(project.state) && mayOnDraft(actor, 'write', project, today) } }
}

/** Who is there, what is held and what this person may do now: asked again whenever the stream says that it changed. */
export async function draftCompany(options: Asked) {
  const draft = await draftFor({ ...options, action: 'open' })
  const [leases, people] = await Promise.all([leasesOf(options.services.prisma, draft.id), peopleIn(options.services.prisma, draft.id)])
  return { ...whatMay({ ...options, draft }), leases, people }
}

function whatMay({ services, actor, draft }: Asked & { draft: DraftRow }) {
  const today = services.clock.today()
  const open = textIsOpen(draft.project.state)
  return {
    open, state: draft.project.state, stateLabel: stateLabel(draft.project.state),
    may: {
      write: open && mayOnDraft(actor, 'write', draft.project, today), keep: mayOnDraft(actor, 'keep', draft.project, today), restore: open && mayOnDraft(actor, 'keep', draft.project, today),
      release: mayOnDraft(actor, 'release', draft.project, today), comment: true,
    },
  }
}

/** The working copy as it is now, with who is there and what is held. */
export async function readDraft(options: Asked) {
  const { services, actor, draftId } = options
  const draft = await draftFor({ ...options, action: 'open' })
  const { prisma } = services
  const [row, leases, people] = await Promise.all([
    // document and version of one moment
    prisma.draft.findUniqueOrThrow({ where: { id: draftId }, select: { version: true, schemaVersion: true, doc: true, tracking: true, baseDoc: true, baseVersion: true } }),
    leasesOf(prisma, draftId),
    peopleIn(prisma, draftId),
  ])
  return { id: draftId, projectId: draft.projectId, title: draft.project.title, ...row, leases, people, person: { id: actor.personId, name: actor.name }, ...whatMay({ ...options, draft }) }
}

/** Steps behind a version, in their order. `gone`: the caller knows of a version that the server has not (it was restored from a backup). */
export async function stepsSince(options: Asked & { since: number }) {
  const { services, draftId, since } = options
  await draftFor({ ...options, action: 'open' })
  const [{ version }, rows] = await services.prisma.$transaction([
    services.prisma.draft.findUniqueOrThrow({ where: { id: draftId }, select: { version: true } }),
    services.prisma.draftStep.findMany({ where: { draftId, version: { gt: since } }, orderBy: { version: 'asc' }, take: MOST_STEPS }),
  ])
  return {
    version, gone: since > version,
    steps: rows.map((row) => ({ version: row.version, kind: row.kind, step: row.step, data: row.data, clientId: row.clientId, batch: row.batch, personId: row.personId, personName: row.personName, authorName: row.authorName, at: row.at.toISOString() })),
  }
}
