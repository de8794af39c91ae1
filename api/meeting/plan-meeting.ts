import { z } from '@hono/zod-openapi'
import { meetingKind, meetingKinds, meetingProcedure } from '../../law/procedure/index.ts'
import { newId } from '../platform/ids.ts'
import { legalDate } from '../platform/http/index.ts'
import { fromDateColumn, toDateColumn } from '../platform/legal-date.ts'
import { type Actor, committeesServedAs } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Transaction } from '../platform/work/transaction.ts'
import { materialsDue } from './materials.ts'
import { lockMeeting, recordAct, refuseUnless } from './meeting-for.ts'
import { membersOn } from './members.ts'
import { mayCall } from './policy.ts'

const words = (max: number) => z.string().trim().max(max)
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, '时间应写作 09:00 这样的形式')
const whole = z.number('请填写整数').int('请填写整数').min(1, '请填写大于 0 的整数').max(9999, '数字太大，请核对')

export const meetingInputSchema = z
  .object({
    kind: z.enum(meetingKinds), committeeOrganId: z.uuid().nullable().default(null), term: whole.nullable().default(null), session: whole.nullable().default(null), title: words(200).min(1, '请填写会议名称'),
    startsOn: legalDate, startsAt: clockTime.default('09:00'), endsOn: legalDate, place: words(200).min(1, '请填写会议地点'), presiding: words(60).nullable().default(null), membersTotal: whole,
  })
  .openapi('MeetingInput')
export type MeetingInput = z.output<typeof meetingInputSchema>

export const meetingEditSchema = z
  .object({ title: words(200).min(1), startsAt: clockTime, endsOn: legalDate, place: words(200).min(1), presiding: words(60).nullable(), membersTotal: whole })
  .partial()
  .openapi('MeetingEdit')

/** The house for which a person plans: the first of those they arrange meetings for. */
const houseOf = (actor: Actor): string | undefined => committeesServedAs(actor, 'meetingClerk', 'legislationOfficer', 'committeeMember')[0]

const endBeforeStart = () => problem('invalid-input', { fields: [{ path: 'endsOn', message: '结束日期早于开始日期，请核对。' }] })

async function committeeOf(tx: Transaction, input: { kind: string; committeeOrganId: string | null }, organId: string): Promise<string | null> {
  if (!meetingKind(input.kind).ofCommittee) return null
  const house = await tx.organ.findUniqueOrThrow({ where: { id: organId }, select: { regionCode: true } })
  const committee = input.committeeOrganId === null ? null : await tx.organ.findFirst({ where: { id: input.committeeOrganId, regionCode: house.regionCode, kind: { in: ['specialCommittee', 'workingCommittee'] }, active: true }, select: { id: true } })
  if (committee === null) throw problem('invalid-input', { fields: [{ path: 'committeeOrganId', message: '请选择召开会议的委员会。' }] })
  return committee.id
}

/** One session has one number in its term: a second meeting under it is told which one has it. */
async function refuseTaken(tx: Transaction, input: MeetingInput, organId: string): Promise<void> {
  const { kind, term, session } = input
  if (term === null || session === null || meetingKind(kind).ofCommittee) return
  const taken = await tx.meeting.findFirst({ where: { organId, kind, term, session, state: { not: 'cancelled' } }, select: { title: true, startsOn: true } })
  if (taken !== null) throw problem('invalid-input', { fields: [{ path: 'session', message: `${taken.title}（${fromDateColumn(taken.startsOn)}）已经是这一届的第 ${session} 次，请核对。` }] })
}

/** What the form of a new meeting is filled with: who belongs to the body, how many they are, when materials are due. */
export async function planningOf(options: { services: Services; actor: Actor; kind: MeetingInput['kind']; committeeOrganId: string | null; startsOn: string }) {
  const { services, actor, kind, committeeOrganId, startsOn } = options
  const { prisma } = services
  const organId = houseOf(actor)
  if (organId === undefined) throw problem('forbidden')
  const house = await prisma.organ.findUniqueOrThrow({ where: { id: organId }, select: { name: true, regionCode: true } })
  const committees = await prisma.organ.findMany({ where: { regionCode: house.regionCode, kind: { in: ['specialCommittee', 'workingCommittee'] }, active: true }, orderBy: { id: 'asc' }, select: { id: true, name: true, kind: true } })
  const members = await membersOn(prisma, { organId, kind, committeeOrganId }, startsOn)
  return {
    house: house.name, committees, members: members.map(({ name, title }) => ({ name, title })), materials: await materialsDue(prisma, { organId, startsOn }),
    kinds: meetingKinds.filter((k) => committees.some((c) => mayCall(actor, { organId, kind: k, committeeOrganId: c.id })) || mayCall(actor, { organId, kind: k, committeeOrganId: null })),
  }
}

/** A new meeting, with its members of that day on the list of those expected. Throws `forbidden`, `invalid-input`. */
export async function planMeeting(options: { services: Services; actor: Actor; input: MeetingInput }): Promise<string> {
  const { services, actor, input } = options
  const organId = houseOf(actor)
  if (organId === undefined) throw problem('forbidden')
  if (input.endsOn < input.startsOn) throw endBeforeStart()
  return inTransaction(services, async (work) => {
    const { tx } = work
    const committeeOrganId = await committeeOf(tx, input, organId)
    if (!mayCall(actor, { organId, kind: input.kind, committeeOrganId })) throw problem('forbidden')
    await refuseTaken(tx, input, organId)
    const { dueOn } = await materialsDue(tx, { organId, startsOn: input.startsOn })
    const members = await membersOn(tx, { organId, kind: input.kind, committeeOrganId }, input.startsOn)
    const id = newId()
    await tx.meeting.create({
      data: {
        id, organId, kind: input.kind, committeeOrganId, term: input.term, session: input.session, title: input.title, state: meetingProcedure.start, startsOn: toDateColumn(input.startsOn), startsAt: input.startsAt,
        endsOn: toDateColumn(input.endsOn), place: input.place, presiding: input.presiding, membersTotal: input.membersTotal, materialsDueOn: toDateColumn(dueOn), createdBy: actor.personId, createdByName: actor.name, createdAt: services.clock.now(),
      },
    })
    await tx.meetingAttendance.createMany({ data: members.map((m, order) => ({ id: newId(), meetingId: id, personId: m.personId, name: m.name, title: m.title, capacity: 'member', order, status: 'expected' })) })
    await recordAct({ services, work, actor, meeting: { id, organId }, act: 'plan', data: { startsOn: input.startsOn, materialsDueOn: dueOn } })
    return id
  })
}

/** Title, place, who presides, how many members: until it opens. Another day is another act (`move`). Throws `stale-edit`, `step-refused`. */
export async function editMeeting(options: { services: Services; actor: Actor; meetingId: string; revision: number; change: z.output<typeof meetingEditSchema> }): Promise<void> {
  const { services, actor, meetingId, revision, change } = options
  await inTransaction(services, async (work) => {
    const meeting = await lockMeeting({ work, actor, meetingId, action: 'arrange' })
    if (meeting.revision !== revision) throw problem('stale-edit')
    refuseUnless(meeting, ['planned', 'notified'], '会议已经开始或者已经结束，不能再改会议的基本情况。')
    const { endsOn, ...columns } = change
    if (endsOn !== undefined && endsOn < fromDateColumn(meeting.startsOn)) throw endBeforeStart()
    await recordAct({ services, work, actor, meeting, act: 'edit', data: change, changes: { ...columns, ...(endsOn === undefined ? {} : { endsOn: toDateColumn(endsOn) }) } })
  })
}
