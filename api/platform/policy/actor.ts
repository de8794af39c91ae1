import type { RoleKey } from './roles.ts'

/**
 * Who asks. `organId` is the organ a person works in; `standingCommitteeId` the standing committee that organ belongs
 * to (itself, or the nearest one above: 法工委 and committees work for theirs), null for filing organs.
 */
export type ActorMembership = {
  organId: string
  organKind: string
  organName: string
  organShortName: string
  regionCode: string
  level: string
  parentOrganId: string | null
  standingCommitteeId: string | null
  role: RoleKey
}

export type Actor = {
  personId: string
  name: string
  username: string
  mustChangePassword: boolean
  memberships: ActorMembership[]
}

/** Memberships that carry one of the roles. */
export const membershipsWithRole = (actor: Actor, ...roles: RoleKey[]): ActorMembership[] =>
  actor.memberships.filter((m) => roles.includes(m.role))

/** Standing committees for which the actor holds one of the roles. */
export const committeesServedAs = (actor: Actor, ...roles: RoleKey[]): string[] => [
  ...new Set(membershipsWithRole(actor, ...roles).flatMap((m) => (m.standingCommitteeId === null ? [] : [m.standingCommitteeId]))),
]

/** Organs in which the actor holds one of the roles. */
export const organsWithRole = (actor: Actor, ...roles: RoleKey[]): string[] => [
  ...new Set(membershipsWithRole(actor, ...roles).map((m) => m.organId)),
]

export const hasRole = (actor: Actor, ...roles: RoleKey[]): boolean => membershipsWithRole(actor, ...roles).length > 0
