import { z } from 'zod'
import { type MeetingFacts, meetingProcedure } from '../../law/procedure/index.ts'
import { addDays, daysBetween } from '../../law/deadline/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { printedDate } from '../typesetting/index.ts'
import { legalDate } from '../platform/http/index.ts'
import { fromDateColumn, fromDateColumnOrNull, toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Transaction, type Work } from '../platform/work/transaction.ts'
import { judgeStep, peopleOutside } from '../procedure/index.ts'
import { materialsDue } from './materials.ts'
import { lockMeeting, type MeetingRow, recordAct } from './meeting-for.ts'
import { clockTime } from './plan-meeting.ts'
import { rolesOnMeeting } from './policy.ts'
import { tellAttendees, whenAndWhere } from './tell-people.ts'

/** What a step of a meeting is judged on. */
async function meetingFacts(tx: Transaction, meeting: { id: string; membersTotal: number; startsOn: Date }, today: string): Promise<MeetingFacts> {
  const members = await tx.meetingAttendance.findMany({ where: { meetingId: meeting.id, capacity: 'member' }, select: { status: true } })
  const agenda = await tx.agendaItem.findMany({ where: { meetingId: meeting.id }, orderBy: { order: 'asc' }, select: { title: true, result: true, withdrawnReason: true } })
  const votes = await tx.vote.findMany({ where: { meetingId: meeting.id, state: { in: ['open', 'closed'] } }, select: { subject: true } })
  return {
    fields: [], issuedPapers: [], membersTotal: meeting.membersTotal, membersListed: members.length, membersPresent: members.filter((m) => m.status === 'present').length,
    agendaItems: agenda.filter((item) => item.withdrawnReason === null).length, openItems: agenda.filter((item) => item.result === null && item.withdrawnReason === null).map((item) => item.title),
    openVotes: votes.map((vote) => vote.subject), today, startsOn: fromDateColumn(meeting.startsOn),
  }
}

type Effect = { changes: Prisma.MeetingUncheckedUpdateInput; data: Prisma.InputJsonObject; note: string | null }

/**
 * The only writer of a meeting's state: judges the step by the tables, counts the day of the materials anew, tells whoever
 * must be told. Throws `step-refused` (with rule and basis), `stale-edit`, `forbidden`, `not-found`, `invalid-input`.
 */
export async function moveMeeting(options: { services: Services; actor: Actor; meetingId: string; key: string; values: Readonly<Record<string, string>>; revision: number }): Promise<void> {
  const { services, actor, meetingId, key, values } = options
  const { clock } = services
  await inTransaction(services, async (work) => {
    const { tx } = work
    const meeting = await lockMeeting({ work, actor, meetingId, action: 'arrange' })
    if (meeting.revision !== options.revision) throw problem('stale-edit')
    const facts = { ...(await meetingFacts(tx, meeting, clock.today())), fields: Object.entries(values).flatMap(([field, value]) => (value.trim() === '' ? [] : [field])) }
    const to = judgeStep({ procedure: meetingProcedure, state: meeting.state, key, roles: rolesOnMeeting(actor, meeting), facts })
    const effect = await effectOf({ tx, meeting, key, values, clock })
    const after = { ...meeting, ...(effect.data['startsOn'] === undefined ? {} : { startsOn: toDateColumn(String(effect.data['startsOn'])), startsAt: String(effect.data['startsAt']), place: String(effect.data['place']) }) }
    const told = await tellOfStep({ work, meeting, after, key, reason: effect.note ?? '' })
    if (told !== null && key !== 'notify') await tellProjects({ services, work, actor, meeting, told: told.personIds, key, when: whenAndWhere(after), reason: effect.note ?? '' })
    if (key === 'cancel') await tx.vote.updateMany({ where: { meetingId, state: 'prepared' }, data: { state: 'dropped', revision: { increment: 1 } } })
    await recordAct({ services, work, actor, meeting, act: key, note: effect.note, data: { ...effect.data, ...(told === null ? {} : told) }, changes: { ...effect.changes, state: to } })
  })
}

async function effectOf({ tx, meeting, key, values, clock }: { tx: Transaction; meeting: MeetingRow; key: string; values: Readonly<Record<string, string>>; clock: Services['clock'] }): Promise<Effect> {
  const given = (field: string): string => values[field]?.trim() ?? ''
  switch (key) {
    case 'move':
      return moved({ tx, meeting, given, today: clock.today() })
    case 'cancel':
      return { changes: { cancelReason: given('reason') }, data: {}, note: given('reason') }
    case 'open':
      return { changes: { openedAt: clock.now(), ...(given('presiding') === '' ? {} : { presiding: given('presiding') }) }, data: {}, note: null }
    case 'close':
      return { changes: { closedAt: clock.now() }, data: {}, note: null }
    default:
      return { changes: {}, data: {}, note: null }
  }
}

/** Whoever carries or prepares a project on the agenda and does not attend: its reading is on another day, or on none. */
async function tellProjects(options: { services: Services; work: Work; actor: Actor; meeting: MeetingRow; told: readonly string[]; key: string; when: string; reason: string }): Promise<void> {
  const { services, work, actor, meeting, told, key, when, reason } = options
  const select = { id: true, title: true, organId: true, responsibleId: true, proposerOrganId: true, leadOrganId: true, committeeOrganId: true } as const
  const items = await work.tx.agendaItem.findMany({ where: { meetingId: meeting.id, withdrawnReason: null, projectId: { not: null } }, select: { project: { select } }, orderBy: { order: 'asc' } })
  const projects = new Map(items.flatMap(({ project }) => (project === null ? [] : [[project.id, project] as const])))
  const words = key === 'move' ? `改为${when}。${reason}` : `会议取消。原因：${reason}`
  for (const project of projects.values()) {
    const people = new Set([...(project.responsibleId === null ? [] : [project.responsibleId]), ...(await peopleOutside(services, project))])
    for (const personId of people) {
      if (personId === actor.personId || told.includes(personId)) continue
      work.notify({ personId, kind: 'project.meeting', title: `《${project.title}》：${key === 'move' ? '会议改期' : '会议取消'}`, body: `${meeting.title}${words}`, link: `/projects/${project.id}`, entity: 'Project', entityId: project.id })
    }
  }
}

const movedSchema = z.object({ startsOn: legalDate, endsOn: legalDate, startsAt: clockTime, place: z.string().min(1).max(200) })

/** 改期: the new day, and with it the day its materials are due; its length stays unless another end is given. */
async function moved({ tx, meeting, given, today }: { tx: Transaction; meeting: MeetingRow; given: (field: string) => string; today: string }): Promise<Effect> {
  const before = fromDateColumn(meeting.startsOn)
  const startsOn = given('startsOn')
  const length = daysBetween(before, fromDateColumn(meeting.endsOn))
  const read = movedSchema.safeParse({ startsOn, endsOn: given('endsOn') || (legalDate.safeParse(startsOn).success ? addDays(startsOn, length) : ''), startsAt: given('startsAt') || meeting.startsAt, place: given('place') || meeting.place })
  if (!read.success) throw problem('invalid-input', { fields: read.error.issues.map((i) => ({ path: `values.${String(i.path[0])}`, message: i.message })) })
  const to = read.data
  if (to.endsOn < to.startsOn) throw problem('invalid-input', { fields: [{ path: 'values.endsOn', message: '结束日期早于开始日期，请核对。' }] })
  // nobody can be called to a day that is over
  if (meeting.state === 'notified' && to.startsOn !== before && to.startsOn < today) throw problem('invalid-input', { fields: [{ path: 'values.startsOn', message: '改期的日期已经过去，请核对。' }] })
  if (to.startsOn === before && to.startsAt === meeting.startsAt && to.place === meeting.place) throw problem('invalid-input', { fields: [{ path: 'values.startsOn', message: '与原定的时间、地点相同，没有改动。' }] })
  const { dueOn } = await materialsDue(tx, { organId: meeting.organId, startsOn: to.startsOn })
  return {
    changes: { startsOn: toDateColumn(to.startsOn), endsOn: toDateColumn(to.endsOn), startsAt: to.startsAt, place: to.place, materialsDueOn: toDateColumn(dueOn) },
    data: { from: before, fromAt: meeting.startsAt, fromPlace: meeting.place, materialsBefore: fromDateColumnOrNull(meeting.materialsDueOn), ...to, materialsDueOn: dueOn },
    note: given('reason'),
  }
}

/** Who was told of a meeting is told again when it is moved or cancelled; of a plan nobody was told. */
async function tellOfStep(options: { work: Parameters<typeof tellAttendees>[0]['work']; meeting: MeetingRow; after: MeetingRow; key: string; reason: string }): Promise<{ personIds: string[]; withoutAccount: string[] } | null> {
  const { work, meeting, after, key, reason } = options
  switch (key) {
    case 'notify':
      return tellAttendees({ work, meeting: after, kind: 'called', title: `会议通知：${meeting.title}`, body: `${whenAndWhere(after)}。议程和文件请在会议页查看。` })
    case 'move':
      if (meeting.state !== 'notified') return null
      return tellAttendees({ work, meeting: after, kind: 'moved', title: `会议改期：${meeting.title}`, body: `原定${printedDate(fromDateColumn(meeting.startsOn))} ${meeting.startsAt}，改为${whenAndWhere(after)}。${reason}` })
    case 'cancel':
      if (meeting.state !== 'notified') return null
      return tellAttendees({ work, meeting: after, kind: 'cancelled', title: `会议取消：${meeting.title}`, body: `原定${whenAndWhere(meeting)}。原因：${reason}` })
    default:
      return null
  }
}
