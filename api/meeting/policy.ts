import type { MeetingKind, MeetingState, ProcedureRole } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { type Actor, committeesServedAs, organsWithRole } from '../platform/policy/actor.ts'
import { NOTHING, type Policy } from '../platform/policy/policy.ts'
import type { RoleKey } from '../platform/policy/roles.ts'

/** `read`: the meeting and what was delivered to its members. `readSpeeches`: who said what. `record`: speeches and what became of them. `arrange`: everything else. */
export type MeetingAction = 'read' | 'readSpeeches' | 'record' | 'arrange'

export type MeetingSubject = { organId: string; kind: string; committeeOrganId: string | null; state: string; /** people with an account on the list of those who attend */ attendeeIds: readonly string[] }

type Right = {
  roles: readonly RoleKey[]
  /** `house`: of the standing committee in whose house it is held; `committee`: of the committee that holds it */
  of: 'house' | 'committee'
  actions: readonly MeetingAction[]
  kinds?: readonly MeetingKind[]
  states?: readonly MeetingState[]
}

/** A plan of the office is nobody's business until the meeting is called. */
const called: readonly MeetingState[] = ['notified', 'inSession', 'closed', 'cancelled']

/** Domain §7.4: speeches are written by the legislative office, read by 主任会议 and members; members read what was sent to them. */
const rights: readonly Right[] = [
  { roles: ['meetingClerk'], of: 'house', actions: ['read', 'readSpeeches', 'record', 'arrange'] },
  { roles: ['legislationOfficer', 'legislationChief'], of: 'house', actions: ['read', 'readSpeeches', 'record'] },
  { roles: ['legislationOfficer'], of: 'house', kinds: ['lawCommittee', 'committee'], actions: ['arrange'] },
  { roles: ['councilMember'], of: 'house', actions: ['read', 'readSpeeches'] },
  { roles: ['standingMember'], of: 'house', kinds: ['standingCommittee'], states: called, actions: ['read', 'readSpeeches'] },
  { roles: ['committeeMember'], of: 'committee', kinds: ['lawCommittee', 'committee'], actions: ['read', 'readSpeeches', 'record', 'arrange'] },
  { roles: ['archivist'], of: 'house', states: ['closed', 'cancelled'], actions: ['read', 'readSpeeches'] },
]

const includes = (list: readonly string[] | undefined, value: string): boolean => list === undefined || list.includes(value)

/** Deny by default; whoever is on the list of a called meeting reads it as a member does, but not what others said. */
export const meetingPolicy: Policy<MeetingAction, MeetingSubject, Prisma.MeetingWhereInput> = {
  can(actor, action, subject) {
    if (action === 'read' && includes(called, subject.state) && subject.attendeeIds.includes(actor.personId)) return true
    return rights.some((right) => {
      if (!right.actions.includes(action) || !includes(right.kinds, subject.kind) || !includes(right.states, subject.state)) return false
      return right.of === 'house' ? committeesServedAs(actor, ...right.roles).includes(subject.organId) : subject.committeeOrganId !== null && organsWithRole(actor, ...right.roles).includes(subject.committeeOrganId)
    })
  },
  scope(actor, action) {
    const either: Prisma.MeetingWhereInput[] = rights.filter((right) => right.actions.includes(action)).map((right) => ({
      ...(right.of === 'house' ? { organId: { in: committeesServedAs(actor, ...right.roles) } } : { committeeOrganId: { in: organsWithRole(actor, ...right.roles) } }),
      ...(right.kinds === undefined ? {} : { kind: { in: [...right.kinds] } }),
      ...(right.states === undefined ? {} : { state: { in: [...right.states] } }),
    }))
    if (action === 'read') either.push({ state: { in: [...called] }, attendance: { some: { personId: actor.personId } } })
    return either.length === 0 ? NOTHING : { OR: either }
  },
}

/** Where a person may call meetings: as clerk of a house for any kind, else for what their role arranges. */
export function mayCall(actor: Actor, meeting: { organId: string; kind: string; committeeOrganId: string | null }): boolean {
  return meetingPolicy.can(actor, 'arrange', { ...meeting, state: 'planned', attendeeIds: [] })
}

/** The roles a person holds on this meeting: a committee's part only where the committee holds it. */
export function rolesOnMeeting(actor: Actor, meeting: { organId: string; committeeOrganId: string | null }): ProcedureRole[] {
  const held = actor.memberships.filter((m) => (m.role === 'committeeMember' ? m.organId === meeting.committeeOrganId : m.standingCommitteeId === meeting.organId))
  return [...new Set(held.map((m) => m.role))]
}
