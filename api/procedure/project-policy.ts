import { type Actor, committeesServedAs, membershipsWithRole, organsWithRole } from '../platform/policy/actor.ts'
import type { Policy } from '../platform/policy/policy.ts'
import type { RoleKey } from '../platform/policy/roles.ts'
import { isLawCommittee, type ProcedureRole } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { CaseActor } from './roles-on-case.ts'

/**
 * Rights over a 立法项目 before publication (domain §7.4).
 * - `read`: the record, its history and timeline. `readInternal`: what the house keeps to itself (报请党委, 立项论证).
 * - `act`: take a step or add a document; which ones the tables judge. `manage`: members, planned dates, who carries it.
 */
export type ProjectAction = 'read' | 'readInternal' | 'act' | 'manage'

export const projectSubjectSelect = {
  organId: true, state: true, proposerOrganId: true, leadOrganId: true, committeeOrganId: true,
  members: { where: { to: null }, select: { organId: true, personId: true, part: true } },
  approvals: { select: { provinceOrganId: true } },
} satisfies Prisma.ProjectSelect
export type ProjectSubject = Prisma.ProjectGetPayload<{ select: typeof projectSubjectSelect }>

/** Before the bill was tabled it is the affair of those who prepare it. */
const beforeTabling: readonly string[] = [
  'proposalCollected', 'projectAppraised', 'planned', 'surveying', 'deferred', 'rejected', 'drafting', 'govReview', 'govExecutive', 'returnedToProposer',
]
const beforeAgenda: readonly string[] = [...beforeTabling, 'submitted', 'committeePreReview']

const staff: readonly RoleKey[] = ['legislationOfficer', 'legislationChief', 'meetingClerk', 'councilMember']
const preparing = ['drafting', 'commissioned'] as const
const invited = ['committee', 'earlyParticipant', 'invited'] as const

/** Organs for which a person proposes: their own, and the government whose office or justice bureau they work in. */
export const proposerOrgans = (actor: Actor): string[] => [
  ...new Set(membershipsWithRole(actor, 'proposerClerk').flatMap((m) => [m.organId, ...(['governmentOffice', 'governmentDepartment'].includes(m.organKind) && m.parentOrganId !== null ? [m.parentOrganId] : [])])),
]
/** Organs in which a person drafts. */
const draftingOrgans = (actor: Actor): string[] => organsWithRole(actor, 'drafter', 'proposerClerk', 'committeeMember', 'legislationOfficer', 'legislationChief')

/** One reason to be let in, as a judgement on a row and as a condition on the query: written side by side so that both say the same. */
type Ground = { holds: (subject: ProjectSubject) => boolean; where: Prisma.ProjectWhereInput }

const column = (name: 'organId' | 'proposerOrganId' | 'leadOrganId' | 'committeeOrganId', organs: readonly string[]): Ground => ({
  holds: (subject) => {
    const organ = subject[name]
    return organ !== null && organs.includes(organ)
  },
  where: { [name]: { in: [...organs] } },
})
const after = (ground: Ground, states: readonly string[]): Ground => ({
  holds: (subject) => !states.includes(subject.state) && ground.holds(subject), where: { AND: [ground.where, { state: { notIn: [...states] } }] },
})
/** Put on the project and not taken off it, as a person or through an organ in which they have one of the roles. */
const putOn = (actor: Actor, parts: readonly string[], organs: readonly string[]): Ground => ({
  holds: ({ members }) => members.some((m) => parts.includes(m.part) && (m.personId === actor.personId || (m.organId !== null && organs.includes(m.organId)))),
  where: { members: { some: { to: null, part: { in: [...parts] }, OR: [{ personId: actor.personId }, { organId: { in: [...organs] } }] } } },
})
const askedToApprove = (provinces: readonly string[]): Ground => ({
  holds: ({ approvals }) => approvals.some((a) => provinces.includes(a.provinceOrganId)), where: { approvals: { some: { provinceOrganId: { in: [...provinces] } } } },
})

/** Standing committees whose bills a person reviews as a member of the law committee (统一审议). */
const asLawCommittee = (actor: Actor): string[] =>
  membershipsWithRole(actor, 'committeeMember').flatMap((m) => (m.standingCommitteeId !== null && isLawCommittee({ kind: m.organKind, name: m.organName }) ? [m.standingCommitteeId] : []))

const house = (actor: Actor, ...roles: readonly RoleKey[]): Ground => column('organId', committeesServedAs(actor, ...roles))
const makers = (actor: Actor): Ground[] => [column('proposerOrganId', [...proposerOrgans(actor), ...organsWithRole(actor, 'committeeMember')]), column('leadOrganId', draftingOrgans(actor)), putOn(actor, preparing, draftingOrgans(actor))]
const committee = (actor: Actor): Ground => column('committeeOrganId', organsWithRole(actor, 'committeeMember'))
const province = (actor: Actor): Ground[] => [askedToApprove(committeesServedAs(actor, 'provinceOfficer')), putOn(actor, ['provinceConsulted'], committeesServedAs(actor, 'provinceOfficer'))]

function grounds(actor: Actor, action: ProjectAction): Ground[] {
  switch (action) {
    case 'read':
      return [
        house(actor, ...staff), after(house(actor, 'issuer', 'archivist', 'committeeMember'), beforeTabling), after(house(actor, 'standingMember'), beforeAgenda),
        ...makers(actor), committee(actor), putOn(actor, invited, organsWithRole(actor, 'committeeMember', 'standingMember', 'drafter')), ...province(actor),
      ]
    case 'readInternal':
      return [house(actor, ...staff)]
    case 'act':
      return [house(actor, ...staff), after(house(actor, 'issuer'), beforeTabling), after(column('organId', asLawCommittee(actor)), beforeTabling), ...makers(actor), committee(actor), putOn(actor, invited, organsWithRole(actor, 'committeeMember')), ...province(actor)]
    case 'manage':
      return [house(actor, 'legislationOfficer', 'legislationChief')]
    default: {
      const never: never = action
      return never
    }
  }
}

export const projectPolicy: Policy<ProjectAction, ProjectSubject, Prisma.ProjectWhereInput> = {
  can: (actor, action, subject) => grounds(actor, action).some((ground) => ground.holds(subject)),
  scope: (actor, action) => ({ OR: grounds(actor, action).map((ground) => ground.where) }),
}

/** Standing committees for which a person may open a project, as staff. */
export const housesToOpenIn = (actor: Actor): string[] => committeesServedAs(actor, 'legislationOfficer', 'legislationChief')

/** Who of the house sees what is given to the public in a consultation; who gives it is narrower (api/portal). */
export const mayReadConsultation = (actor: Actor, organId: string): boolean => committeesServedAs(actor, ...staff, 'issuer', 'archivist').includes(organId)

/**
 * The roles a person holds on this project: those of its own standing committee, of its proposer and drafters, of the
 * committee that has it, of the province that was asked. A role elsewhere is no role here.
 */
export function rolesOnProject(actor: CaseActor, subject: ProjectSubject): ProcedureRole[] {
  if (actor === 'system') return ['system']
  const inParts = (organId: string, parts: readonly string[]): boolean => subject.members.some((m) => parts.includes(m.part) && (m.organId === organId || m.personId === actor.personId))
  const held = actor.memberships.filter((m) => {
    switch (m.role) {
      case 'proposerClerk':
        return subject.proposerOrganId !== null && proposerOrgans(actor).includes(subject.proposerOrganId)
      case 'drafter':
        return m.organId === subject.leadOrganId || inParts(m.organId, preparing)
      case 'committeeMember':
        if (asLawCommittee(actor).includes(subject.organId) && !beforeTabling.includes(subject.state)) return true
        return [subject.committeeOrganId, subject.proposerOrganId, subject.leadOrganId].includes(m.organId) || inParts(m.organId, [...preparing, 'committee', 'earlyParticipant'])
      case 'provinceOfficer':
        return m.standingCommitteeId !== null && (subject.approvals.some((a) => a.provinceOrganId === m.standingCommitteeId) || inParts(m.standingCommitteeId, ['provinceConsulted']))
      default:
        return m.standingCommitteeId === subject.organId
    }
  })
  return [...new Set(held.map((m) => m.role))]
}
