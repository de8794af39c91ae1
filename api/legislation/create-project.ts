import { LEGISLATION_PROCEDURE_VERSION, legislationProcedure } from '../../law/procedure/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Work } from '../platform/work/transaction.ts'
import { housesToOpenIn, proposerOrgans } from '../procedure/index.ts'
import type { NewProject } from './project-input.ts'

/**
 * 项目征集: a project is opened, by the legal affairs commission or by an organ that proposes one of its own. Its title is
 * what the regulation will be called. Throws `forbidden`, `invalid-input`.
 */
export async function createProject(options: { services: Services; actor: Actor; input: NewProject }): Promise<string> {
  const { services, actor, input } = options
  const organId = await houseOf(options)
  return inTransaction(services, (work) => openProject({ services, work, actor, organId, input, predecessorId: null }))
}

/** The standing committee that the project is for: one's own as staff, that of one's place as proposer. Throws as above. */
async function houseOf({ services, actor, input }: { services: Services; actor: Actor; input: NewProject }): Promise<string> {
  const houses = housesToOpenIn(actor)
  const asked = input.organId
  if (asked !== null && houses.includes(asked)) return asked
  if (asked === null && houses[0] !== undefined) return houses[0]
  const own = proposerOrgans(actor)
  if (own.length === 0) throw problem('forbidden')
  if (input.proposerOrganId === null || !own.includes(input.proposerOrganId)) throw problem('forbidden', { detail: '只能以本机关的名义申报项目。' })
  const proposer = await services.prisma.organ.findUniqueOrThrow({ where: { id: input.proposerOrganId }, select: { regionCode: true } })
  const house = await services.prisma.organ.findFirst({ where: { kind: 'standingCommittee', regionCode: proposer.regionCode, active: true, ...(asked === null ? {} : { id: asked }) }, select: { id: true } })
  if (house === null) throw problem('invalid-input', { fields: [{ path: 'organId', message: '没有找到本级人大常委会，请联系管理员。' }] })
  return house.id
}

type Opening = { services: Services; work: Work; actor: Actor; organId: string; input: NewProject; predecessorId: string | null }

/** The row, its first event and its place in a plan. In the caller's transaction. */
export async function openProject({ services, work, actor, organId, input, predecessorId }: Opening): Promise<string> {
  const { tx } = work
  const today = toDateColumn(services.clock.today())
  const id = newId()
  const { planItemId, organId: _asked, planned, ...columns } = input
  const named = await namesOf(work, input)
  const base = input.baseVersionId === null ? null : await tx.version.findUnique({ where: { id: input.baseVersionId }, select: { workId: true } })
  await tx.project.create({
    data: {
      ...columns, ...named, id, organId, planned, predecessorId, procedureVersion: LEGISLATION_PROCEDURE_VERSION, state: legislationProcedure.start, stateSince: today, baseWorkId: base?.workId ?? null,
      responsibleId: input.responsibleId ?? (housesToOpenIn(actor).includes(organId) ? actor.personId : null), createdBy: actor.personId, createdByName: actor.name,
    },
  })
  if (planItemId !== null) {
    const linked = await tx.planItem.updateMany({ where: { id: planItemId, projectId: null, plan: { organId } }, data: { projectId: id, revision: { increment: 1 } } })
    if (linked.count === 0) throw problem('invalid-input', { fields: [{ path: 'planItemId', message: '这一项已经关联了别的项目，或者不在本机关的计划里。' }] })
  }
  await tx.caseEvent.create({
    data: { id: newId(), projectId: id, at: services.clock.now(), on: today, actorId: actor.personId, actorName: actor.name, organId: actor.memberships[0]?.organId ?? null, transition: 'open', fromState: null, toState: legislationProcedure.start, note: null, audience: 'maker', data: {} },
  })
  work.audit({ actor, action: 'project.open', entity: 'Project', entityId: id, organId, detail: { title: input.title } })
  return id
}

/** Names of the organs that were chosen, as they are called on the day. */
async function namesOf({ tx }: Work, input: Pick<NewProject, 'proposerOrganId' | 'proposer' | 'leadOrganId' | 'leadOrgan' | 'committeeOrganId' | 'committee'>) {
  const ids = [input.proposerOrganId, input.leadOrganId, input.committeeOrganId].flatMap((id) => (id === null ? [] : [id]))
  const organs = await tx.organ.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const nameOf = (id: string | null, typed: string | null, path: string): string | null => {
    if (id === null) return typed
    const found = organs.find((o) => o.id === id)
    if (found === undefined) throw problem('invalid-input', { fields: [{ path, message: '没有这个单位，请重新选择。' }] })
    return found.name
  }
  return {
    proposer: nameOf(input.proposerOrganId, input.proposer, 'proposerOrganId') ?? input.proposer,
    leadOrgan: nameOf(input.leadOrganId, input.leadOrgan, 'leadOrganId'),
    committee: nameOf(input.committeeOrganId, input.committee, 'committeeOrganId'),
  }
}
