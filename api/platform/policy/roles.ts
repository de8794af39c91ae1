import { type ProcedureRole, procedureRoleLabels } from '../../../law/procedure/index.ts'

/** Roles that a membership can carry (domain §7; a person may hold several, in several organs). `system` is nobody's. */
export type RoleKey = Exclude<ProcedureRole, 'system'>

/** Whose room a role is in: the maker's, the receiving committee's, or the administration's. */
export type RoleSide = 'maker' | 'committee' | 'administration'

const sides: Record<RoleKey, RoleSide> = {
  filingClerk: 'maker',
  drafter: 'maker',
  receptionClerk: 'committee',
  reviewer: 'committee',
  reviewChief: 'committee',
  committeeMember: 'committee',
  councilMember: 'committee',
  issuer: 'committee',
  archivist: 'committee',
  provinceOfficer: 'committee',
  legislationOfficer: 'committee',
  legislationChief: 'committee',
  meetingClerk: 'committee',
  standingMember: 'committee',
  proposerClerk: 'maker',
  administrator: 'administration',
}

export const isRole = (value: string): value is RoleKey => Object.hasOwn(sides, value)
export const roleKeys = Object.keys(sides).filter(isRole)
export const roleSide = (role: RoleKey): RoleSide => sides[role]
export const roleLabel = (role: RoleKey): string => procedureRoleLabels[role]
