import type { Prisma } from '../../prisma/generated/client.ts'
import { type Actor, committeesServedAs, organsWithRole } from '../platform/policy/actor.ts'
import type { Policy } from '../platform/policy/policy.ts'
import type { RoleKey } from '../platform/policy/roles.ts'

/** `read`: the plan; `write`: its items and explanations; `decide`: adopt, publish, adjust. The procedure then judges the step. */
export type PlanAction = 'read' | 'write' | 'decide'

export type PlanSubject = {
  organId: string
  state: string
  provinceOrganId: string | null
  items: { proposerOrganId: string | null; draftingOrganId: string | null }[]
}

const roles: Record<PlanAction, readonly RoleKey[]> = {
  read: ['legislationOfficer', 'legislationChief', 'reviewer', 'reviewChief', 'committeeMember', 'councilMember', 'issuer', 'archivist', 'standingMember', 'meetingClerk'],
  write: ['legislationOfficer', 'legislationChief'],
  decide: ['legislationChief', 'councilMember'],
}

/** Organs for which a person proposes or drafts. */
export const proposingOrgans = (actor: Actor): string[] => organsWithRole(actor, 'proposerClerk', 'drafter')

/** Whether a person works in the house whose plan it is: only they see it whole before it is published. */
export const servesPlan = (actor: Actor, organId: string): boolean => committeesServedAs(actor, ...roles.read).includes(organId)

/**
 * Plans before they are published (domain §7.4, 立法计划 draft): the house of the standing committee reads, the legal
 * affairs commission writes, 主任会议 decides; proposers and drafting units know the plans that name them (and see their
 * own items), the province those on which it was asked. A published plan is for everybody.
 */
export const planPolicy: Policy<PlanAction, PlanSubject, Prisma.LegislationPlanWhereInput> = {
  can: (actor, action, plan) => {
    if (committeesServedAs(actor, ...roles[action]).includes(plan.organId)) return true
    if (action !== 'read') return false
    if (plan.state === 'published') return true
    const own = proposingOrgans(actor)
    const named = plan.items.some((i) => (i.proposerOrganId !== null && own.includes(i.proposerOrganId)) || (i.draftingOrganId !== null && own.includes(i.draftingOrganId)))
    return named || (plan.provinceOrganId !== null && committeesServedAs(actor, 'provinceOfficer').includes(plan.provinceOrganId))
  },
  scope: (actor, action) => {
    const serving = { organId: { in: committeesServedAs(actor, ...roles[action]) } }
    if (action !== 'read') return serving
    const own = proposingOrgans(actor)
    return {
      OR: [
        serving, { state: 'published' }, { items: { some: { OR: [{ proposerOrganId: { in: own } }, { draftingOrganId: { in: own } }] } } },
        { provinceOrganId: { in: committeesServedAs(actor, 'provinceOfficer') } },
      ],
    }
  },
}
