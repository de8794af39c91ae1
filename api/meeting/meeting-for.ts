import type { Prisma } from '../../prisma/generated/client.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import type { Transaction, Work } from '../platform/work/transaction.ts'
import { type MeetingAction, meetingPolicy, type MeetingSubject } from './policy.ts'

type SubjectRow = { organId: string; kind: string; committeeOrganId: string | null; state: string; attendance: { personId: string | null }[] }

export const meetingSubject = (row: SubjectRow): MeetingSubject => ({
  organId: row.organId, kind: row.kind, committeeOrganId: row.committeeOrganId, state: row.state, attendeeIds: row.attendance.flatMap((a) => (a.personId === null ? [] : [a.personId])),
})

export const attendees = { attendance: { select: { personId: true } } } as const

/** A meeting for an act. `not-found` for who may not know of it, `forbidden` for who may read it and not do this. */
export async function meetingFor(options: { tx: Transaction; actor: Actor; meetingId: string; action: MeetingAction }) {
  const { tx, actor, meetingId, action } = options
  const meeting = await tx.meeting.findUnique({ where: { id: meetingId }, include: attendees })
  if (meeting === null || !meetingPolicy.can(actor, 'read', meetingSubject(meeting))) throw problem('not-found')
  if (action !== 'read' && !meetingPolicy.can(actor, action, meetingSubject(meeting))) throw problem('forbidden')
  return meeting
}

export type MeetingRow = Awaited<ReturnType<typeof meetingFor>>

/** The same, with the row locked: one act on a meeting at a time, so that whoever comes second judges by what the first has written. */
export async function lockMeeting(options: { work: Work; actor: Actor; meetingId: string; action: MeetingAction }): Promise<MeetingRow> {
  const { work, actor, meetingId, action } = options
  await work.tx.$queryRaw`SELECT id FROM "Meeting" WHERE id = ${meetingId}::uuid FOR UPDATE`
  return meetingFor({ tx: work.tx, actor, meetingId, action })
}

/** What happened to a meeting, for its history, and the audit entry. The row gets a new revision with every act. */
export async function recordAct(options: {
  services: Services
  work: Work
  actor: Actor
  meeting: { id: string; organId: string }
  act: string
  note?: string | null
  data?: Prisma.InputJsonObject
  /** columns of the meeting that change with it */
  changes?: Prisma.MeetingUncheckedUpdateInput
}): Promise<void> {
  const { services, work, actor, meeting, act } = options
  await work.tx.meeting.update({ where: { id: meeting.id }, data: { ...options.changes, revision: { increment: 1 } } })
  await work.tx.meetingEvent.create({
    data: { id: newId(), meetingId: meeting.id, at: services.clock.now(), on: toDateColumn(services.clock.today()), actorId: actor.personId, actorName: actor.name, act, note: options.note ?? null, data: options.data ?? {} },
  })
  work.audit({ actor, action: `meeting.${act}`, entity: 'Meeting', entityId: meeting.id, organId: meeting.organId, detail: options.data ?? {} })
}

/** Refuses where the meeting has gone past what may be changed. */
export function refuseUnless(meeting: { state: string }, states: readonly string[], sentence: string): void {
  if (!states.includes(meeting.state)) throw problem('step-refused', { detail: sentence, extra: { rule: 'wrongState' } })
}
