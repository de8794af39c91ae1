import { z } from '@hono/zod-openapi'
import { attendanceStatuses, speechCapacities } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { lockMeeting, recordAct, refuseUnless } from './meeting-for.ts'
import { whenAndWhere } from './tell-people.ts'

const optional = (max: number) => z.string().trim().max(max).nullable().optional()
export const attendanceInputSchema = z
  .object({
    entries: z
      .array(z.object({
        name: z.string().trim().min(1, '请填写姓名').max(60), capacity: z.enum(speechCapacities), status: z.enum(attendanceStatuses).optional(), title: optional(100), group: optional(60), note: optional(300),
        /** account of the person, where they have one */
        username: z.string().trim().max(60).nullable().optional(),
      }))
      .min(1).max(500),
  })
  .openapi('AttendanceInput')
type Entry = z.output<typeof attendanceInputSchema>['entries'][number]

/**
 * 签到、请假、列席: each entry is written by its name and capacity; whom it does not name stays as they are, so that two
 * clerks at two doors do not undo each other. Of the members no more than there are. Throws `invalid-input`, `step-refused`.
 */
export async function recordAttendance(options: { services: Services; actor: Actor; meetingId: string; entries: readonly Entry[] }): Promise<void> {
  const { services, actor, meetingId, entries } = options
  await inTransaction(services, async (work) => {
    const { tx } = work
    const meeting = await lockMeeting({ work, actor, meetingId, action: 'arrange' })
    refuseUnless(meeting, ['planned', 'notified', 'inSession'], '会议已经结束，出席情况不能再改。')
    const known = await tx.meetingAttendance.findMany({ where: { meetingId } })
    const open = await tx.vote.findFirst({ where: { meetingId, state: 'open' }, select: { subject: true } })
    const people = await tx.person.findMany({ where: { username: { in: entries.flatMap((e) => (e.username == null ? [] : [e.username])) }, disabledAt: null }, select: { id: true, username: true } })
    const members = new Set(known.filter((k) => k.capacity === 'member').map((k) => k.name))
    let order = Math.max(-1, ...known.map((k) => k.order))
    const now = services.clock.now()
    const added: Prisma.MeetingAttendanceCreateManyInput[] = []
    /** the same change for many is one statement */
    const changes = new Map<string, { data: Prisma.MeetingAttendanceUncheckedUpdateManyInput; ids: string[] }>()
    for (const [at, entry] of entries.entries()) {
      const before = known.find((k) => k.name === entry.name && k.capacity === entry.capacity)
      if (entry.capacity === 'member') members.add(entry.name)
      if (members.size > meeting.membersTotal) throw problem('invalid-input', { fields: [{ path: `entries.${at}.name`, message: `全体组成人员 ${meeting.membersTotal} 人，名单已满，不能再加“${entry.name}”。` }] })
      if (open !== null && entry.capacity === 'member' && entry.status !== undefined && entry.status !== 'present' && entry.status !== before?.status) throw problem('step-refused', { detail: `“${open.subject}”正在表决，只能登记后到的组成人员出席；其他的，结束以后再改。`, extra: { rule: 'voteOpen' } })
      const person = entry.username == null ? null : people.find((p) => p.username === entry.username)
      if (person === undefined) throw problem('invalid-input', { fields: [{ path: `entries.${at}.username`, message: `没有账号“${entry.username ?? ''}”，请核对；没有账号的可以不填。` }] })
      const given = {
        ...(entry.title === undefined ? {} : { title: entry.title }), ...(entry.group === undefined ? {} : { group: entry.group }), ...(entry.note === undefined ? {} : { note: entry.note }), ...(person === null ? {} : { personId: person.id }),
        ...(entry.status === undefined ? {} : { status: entry.status, recordedBy: actor.personId, recordedAt: now }),
      }
      if (before === undefined) {
        if (added.some((a) => a.name === entry.name && a.capacity === entry.capacity)) throw problem('invalid-input', { fields: [{ path: `entries.${at}.name`, message: `“${entry.name}”写了两次；同名的两个人，请在姓名后注明区别。` }] })
        order += 1
        added.push({ id: newId(), meetingId, name: entry.name, capacity: entry.capacity, order, ...given })
        if (person !== null && meeting.state === 'notified') work.notify({ personId: person.id, kind: 'meeting.called', title: `会议通知：${meeting.title}`, body: `${whenAndWhere(meeting)}。`, link: `/meetings/${meetingId}`, entity: 'Meeting', entityId: meetingId })
      } else {
        const key = JSON.stringify(given)
        changes.set(key, { data: given, ids: [...(changes.get(key)?.ids ?? []), before.id] })
      }
    }
    if (added.length > 0) await tx.meetingAttendance.createMany({ data: added })
    for (const { data, ids } of changes.values()) await tx.meetingAttendance.updateMany({ where: { id: { in: ids } }, data })
    await recordAct({ services, work, actor, meeting, act: 'attendance', data: { entries: entries.map((e) => ({ name: e.name, capacity: e.capacity, status: e.status ?? null })), added: added.map((a) => a.name) } })
  })
}

/** Takes somebody off the list before the meeting opens, who was put on it by mistake. */
export async function removeAttendee(options: { services: Services; actor: Actor; meetingId: string; attendeeId: string }): Promise<void> {
  const { services, actor, meetingId, attendeeId } = options
  await inTransaction(services, async (work) => {
    const meeting = await lockMeeting({ work, actor, meetingId, action: 'arrange' })
    refuseUnless(meeting, ['planned', 'notified'], '会议已经开始，名单不能再删；没有到会的请登记为请假或者缺席。')
    const row = await work.tx.meetingAttendance.findFirst({ where: { id: attendeeId, meetingId } })
    if (row === null) throw problem('not-found')
    await work.tx.meetingAttendance.delete({ where: { id: row.id } })
    await recordAct({ services, work, actor, meeting, act: 'removeAttendee', data: { name: row.name, capacity: row.capacity } })
  })
}
