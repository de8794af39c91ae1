import { type Actor, membershipsWithRole } from '../platform/policy/actor.ts'

/** Standing committees whose rules an administrator keeps: those of the own region. */
export const administeredCommittees = (actor: Actor): string[] => [
  ...new Set(membershipsWithRole(actor, 'administrator').flatMap((m) => (m.standingCommitteeId === null ? [] : [m.standingCommitteeId]))),
]

/** Who may read the audit trail, and of which committees (domain §7.4): administrators, archivists and reviewers of their own. */
export const auditedCommittees = (actor: Actor): string[] => [
  ...new Set(
    membershipsWithRole(actor, 'administrator', 'archivist', 'reviewChief').flatMap((m) => (m.standingCommitteeId === null ? [] : [m.standingCommitteeId])),
  ),
]
