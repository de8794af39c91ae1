import { isLawCommittee, isLegislationPaper, legislationPaperKinds, type ProcedureRole } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { type Actor, type ActorMembership, committeesServedAs, membershipsWithRole, organsWithRole } from '../platform/policy/actor.ts'
import type { RoleKey } from '../platform/policy/roles.ts'
import { proposerOrgans, rolesOnCase } from '../procedure/index.ts'

/** What the rights over a paper of legislation are judged on. */
export type LegislationPaperSubject = {
  kind: string
  state: string
  organId: string
  recipientOrganId: string | null
  createdBy: string
  /** the committee of its project, the committee whose meeting it belongs to, and those asked to countersign */
  committeeOrganIds: string[]
}

const ISSUED = 'issued'
const houseRoles = ['legislationOfficer', 'legislationChief', 'meetingClerk', 'councilMember', 'issuer', 'archivist', 'provinceOfficer'] as const satisfies readonly RoleKey[]
/** Papers that the law committee decides and nobody else. */
export const lawCommitteePapers: readonly string[] = ['revisionReport', 'deliberationResultReport', 'votingTextNote']

const inLawCommittee = (m: ActorMembership): boolean => isLawCommittee({ kind: m.organKind, name: m.organName })

/** Organs for which a person drafts and proposes: their own, and the government whose office or justice bureau they work in. */
export const proposingOrgans = (actor: Actor): string[] => [
  ...new Set([...proposerOrgans(actor), ...organsWithRole(actor, 'drafter')]),
]
const receivingOrgans = (actor: Actor): string[] => [...new Set([...proposingOrgans(actor), ...committeesServedAs(actor, ...houseRoles, 'standingMember')])]
const draftsFor = (actor: Actor): boolean => membershipsWithRole(actor, 'drafter').length > 0

/**
 * Who handles a paper of legislation before and after issue (domain §7.4): the house that drafts it, the committees whose
 * matter it is, the proposer for its own. A commissioned drafter has what they wrote. What was issued is read besides by
 * the members of its house and by the organ that it goes to. The province's papers are the province's, and a city's are
 * never read there but through the request for approval.
 */
export function mayOnLegislationPaper(actor: Actor, action: 'read' | 'handle', paper: LegislationPaperSubject): boolean {
  if (committeesServedAs(actor, ...houseRoles).includes(paper.organId)) return true
  if (proposingOrgans(actor).includes(paper.organId)) return true
  if (paper.createdBy === actor.personId && draftsFor(actor)) return true
  const members = membershipsWithRole(actor, 'committeeMember').filter((m) => m.standingCommitteeId === paper.organId)
  if (members.some((m) => inLawCommittee(m) || paper.committeeOrganIds.includes(m.organId))) return true
  if (action === 'handle' || paper.state !== ISSUED) return false
  return committeesServedAs(actor, 'standingMember').includes(paper.organId) || (paper.recipientOrganId !== null && receivingOrgans(actor).includes(paper.recipientOrganId))
}

/** The same as a condition on rows; the kind is asked by the caller. */
export function legislationPaperScope(actor: Actor, action: 'read' | 'handle'): Prisma.PaperWhereInput[] {
  const any: Prisma.PaperWhereInput[] = []
  const organs = [...committeesServedAs(actor, ...houseRoles), ...proposingOrgans(actor)]
  if (organs.length > 0) any.push({ organId: { in: organs } })
  if (draftsFor(actor)) any.push({ createdBy: actor.personId })
  for (const m of membershipsWithRole(actor, 'committeeMember')) {
    if (m.standingCommitteeId === null) continue
    const own: Prisma.PaperWhereInput[] = [{ project: { committeeOrganId: m.organId } }, { meeting: { committeeOrganId: m.organId } }, { countersigners: { array_contains: [{ organId: m.organId }] } }]
    any.push({ organId: m.standingCommitteeId, ...(inLawCommittee(m) ? {} : { OR: own }) })
  }
  if (action === 'read') {
    any.push({ state: ISSUED, organId: { in: committeesServedAs(actor, 'standingMember') } }, { state: ISSUED, recipientOrganId: { in: receivingOrgans(actor) } })
  }
  return any
}

export const ofLegislation: Prisma.PaperWhereInput = { kind: { in: [...legislationPaperKinds] } }
export const notOfLegislation: Prisma.PaperWhereInput = { kind: { notIn: [...legislationPaperKinds] } }
export { isLegislationPaper }

/** The part of a person in a paper of legislation; reports of the law committee are in its members' hands alone. */
export function rolesOnLegislationPaper(actor: Actor, paper: LegislationPaperSubject): ProcedureRole[] {
  const members = membershipsWithRole(actor, 'committeeMember').filter((m) => m.standingCommitteeId === paper.organId)
  const own = members.filter((m) => (lawCommitteePapers.includes(paper.kind) ? inLawCommittee(m) : paper.committeeOrganIds.includes(m.organId) || (paper.committeeOrganIds.length === 0 && inLawCommittee(m))))
  const proposing = proposingOrgans(actor).includes(paper.organId) || paper.createdBy === actor.personId
  return rolesOnCase(actor, {
    receiverOrganId: paper.organId,
    makerOrganIds: proposing ? membershipsWithRole(actor, 'proposerClerk', 'drafter').map((m) => m.organId) : [],
    taskOrganIds: own.map((m) => m.organId),
  })
}
