import type { Prisma } from '../../prisma/generated/client.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { type Actor, committeesServedAs, organsWithRole } from '../platform/policy/actor.ts'
import type { RoleKey } from '../platform/policy/roles.ts'
import { proposerOrgans } from '../procedure/index.ts'

/**
 * `open`: the working copy with everything around it. `write`: its words. `read`: some text of it. `review`: every text that
 * went out (送审稿, 一审稿 …); who may only `read` has the adopted and the approved one.
 * `keep`: snapshots, restoring, reasons. `release`: end another's hold of an article.
 */
export type DraftAction = 'open' | 'write' | 'read' | 'review' | 'keep' | 'release'

/** What the policy looks at: a project and who was put on it, from a day to a day. */
export const draftSubjectSelect = {
  organId: true, state: true, leadOrganId: true, proposerOrganId: true, committeeOrganId: true,
  members: { select: { organId: true, personId: true, part: true, from: true, to: true } },
  approvals: { select: { provinceOrganId: true } },
} satisfies Prisma.ProjectSelect
export type DraftSubject = Prisma.ProjectGetPayload<{ select: typeof draftSubjectSelect }>

/** Before the bill is before the standing committee the text is its drafters'. */
const BEFORE_SUBMISSION = ['proposalCollected', 'projectAppraised', 'planned', 'surveying', 'deferred', 'rejected', 'drafting', 'govReview', 'govExecutive', 'returnedToProposer']

/** Members get the draft with the agenda: until then it is with 主任会议 and the committee that has the bill. */
const BEFORE_AGENDA = [...BEFORE_SUBMISSION, 'submitted', 'committeePreReview']

const LEGISLATION: RoleKey[] = ['legislationOfficer', 'legislationChief']
/** Who writes for the organ that drafts: a bill may be drafted in the house of the standing committee as well. */
const DRAFTERS: RoleKey[] = ['drafter', 'proposerClerk', 'committeeMember', ...LEGISLATION]
const DRAFTING_PARTS = ['drafting', 'commissioned']
const INVITED_PARTS = ['committee', 'earlyParticipant', 'invited']

/** One reason to be let in, as a judgement and as a condition on the query: the two are written side by side. */
type Ground = { holds(subject: DraftSubject): boolean; where: Prisma.ProjectWhereInput }

const either = (...grounds: Ground[]): Ground => ({ holds: (s) => grounds.some((g) => g.holds(s)), where: { OR: grounds.map((g) => g.where) } })
const both = (...grounds: Ground[]): Ground => ({ holds: (s) => grounds.every((g) => g.holds(s)), where: { AND: grounds.map((g) => g.where) } })
const inState = (states: string[], wanted = true): Ground => ({
  holds: ({ state }) => states.includes(state) === wanted,
  where: { state: wanted ? { in: states } : { notIn: states } },
})
const ofOrgan = (column: 'organId' | 'leadOrganId' | 'proposerOrganId' | 'committeeOrganId', organIds: string[]): Ground => ({
  holds: (subject) => {
    const organ = subject[column]
    return organ !== null && organIds.includes(organ)
  },
  where: { [column]: { in: organIds } },
})

/** Put on the project today, with one of these parts: as a person, or through an organ in which they have one of the roles. */
function putOn(actor: Actor, parts: string[], roles: RoleKey[], today: string): Ground {
  const day = toDateColumn(today)
  const organs = organsWithRole(actor, ...roles)
  return {
    holds: ({ members }) => members.some((m) => parts.includes(m.part) && m.from <= day && (m.to === null || m.to >= day) && (m.personId === actor.personId || (m.organId !== null && organs.includes(m.organId)))),
    where: { members: { some: { part: { in: parts }, from: { lte: day }, AND: [{ OR: [{ to: null }, { to: { gte: day } }] }, { OR: [{ personId: actor.personId }, { organId: { in: organs } }] }] } } },
  }
}

const askedToApprove = (provinces: string[]): Ground => ({
  holds: ({ approvals }) => approvals.some((a) => provinces.includes(a.provinceOrganId)),
  where: { approvals: { some: { provinceOrganId: { in: provinces } } } },
})

/**
 * Rights before publication (domain §7.4): until it is submitted a draft is written by its drafting unit and read by the
 * legal affairs commission, 主任会议 and invited committees; afterwards it is written by the commission, and committees,
 * the office and archives read the texts that went out, members of the standing committee from the agenda on; drafters
 * their own. The province from the day it is asked to approve, or where it was consulted.
 */
function groundOf(actor: Actor, action: DraftAction, today: string): Ground {
  const early = inState(BEFORE_SUBMISSION)
  const late = inState(BEFORE_SUBMISSION, false)
  const served = (...roles: RoleKey[]): Ground => ofOrgan('organId', committeesServedAs(actor, ...roles))
  const drafting = either(
    ofOrgan('leadOrganId', organsWithRole(actor, ...DRAFTERS)),
    ofOrgan('proposerOrganId', proposerOrgans(actor)),
    putOn(actor, DRAFTING_PARTS, DRAFTERS, today),
  )
  const committee = either(ofOrgan('committeeOrganId', organsWithRole(actor, 'committeeMember')), putOn(actor, INVITED_PARTS, ['committeeMember', 'drafter', 'standingMember'], today))
  switch (action) {
    case 'write':
    case 'keep':
      return either(both(early, drafting), both(late, served(...LEGISLATION)))
    case 'release':
      return served('legislationChief')
    case 'open':
      return either(served(...LEGISLATION, 'councilMember'), both(early, drafting), putOn(actor, INVITED_PARTS, ['committeeMember', 'drafter', 'standingMember'], today))
    case 'review':
      return either(
        served(...LEGISLATION, 'councilMember'), drafting, committee,
        both(late, served('committeeMember', 'meetingClerk', 'archivist', 'issuer')),
        both(inState(BEFORE_AGENDA, false), served('standingMember')),
        putOn(actor, ['provinceConsulted'], ['provinceOfficer'], today),
      )
    case 'read':
      return either(groundOf(actor, 'review', today), askedToApprove(committeesServedAs(actor, 'provinceOfficer')))
    default: {
      const never: never = action
      return never
    }
  }
}

export const mayOnDraft = (actor: Actor, action: DraftAction, subject: DraftSubject, today: string): boolean => groundOf(actor, action, today).holds(subject)

/** The same as a condition on projects. */
export const draftScope = (actor: Actor, action: DraftAction, today: string): Prisma.ProjectWhereInput => groundOf(actor, action, today).where
