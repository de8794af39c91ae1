import type { ProcedureRole } from '../../law/procedure/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { roleSide } from '../platform/policy/roles.ts'

/** The organs of a case that give a person a part in it. */
export type CaseOrgans = { receiverOrganId: string; makerOrganIds: string[]; taskOrganIds: string[] }

/** The machine acts when a date has passed. */
export type CaseActor = Actor | 'system'

/**
 * The roles a person holds on this case: committee roles only for the receiving committee, maker's roles only for the
 * maker, a committee's part only where the case was given to it. A role elsewhere is no role here.
 */
export function rolesOnCase(actor: CaseActor, organs: CaseOrgans): ProcedureRole[] {
  if (actor === 'system') return ['system']
  const held = actor.memberships.filter((m) => {
    if (m.role === 'committeeMember') return organs.taskOrganIds.includes(m.organId)
    switch (roleSide(m.role)) {
      case 'maker':
        return organs.makerOrganIds.includes(m.organId)
      case 'committee':
        return m.standingCommitteeId === organs.receiverOrganId
      case 'administration':
        return false
    }
  })
  return [...new Set(held.map((m) => m.role))]
}
