import { z } from '@hono/zod-openapi'
import { agendaDecision, agendaItemKinds, decisionsAt, emptyProjectFacts, leadsForward, legislationProcedure, projectGuards } from '../../law/procedure/index.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Transaction } from '../platform/work/transaction.ts'
import { readingsHeldOf } from '../procedure/index.ts'
import { lockMeeting, type MeetingRow, recordAct, refuseUnless } from './meeting-for.ts'
import { tellAttendees } from './tell-people.ts'

export const agendaItemInputSchema = z
  .object({ title: z.string().trim().min(1, '请填写议题').max(300), kind: z.enum(agendaItemKinds), projectId: z.uuid().nullable().default(null), planId: z.uuid().nullable().default(null), decides: z.string().max(60).nullable().default(null) })
  .openapi('AgendaItemInput')
type AgendaItemInput = z.output<typeof agendaItemInputSchema>

const beforeOpening = '会议已经开始，议程不能再改；增加议题须在开会前列入，或者另行开会。'

/** Projects of the house that may stand on the agenda of such a meeting. A bill is the plenary's only once it was tabled. */
const openStates: Record<string, readonly string[] | null> = {
  council: null,
  standingCommittee: ['submitted', 'committeePreReview', 'onAgenda', 'firstReading', 'consultation', 'unifiedReview', 'secondReading', 'thirdReading', 'preVoteEvaluation', 'voteReady', 'clauseVote', 'voting', 'shelved', 'extended'],
  lawCommittee: ['onAgenda', 'firstReading', 'consultation', 'unifiedReview', 'secondReading', 'thirdReading', 'preVoteEvaluation', 'voteReady'],
  committee: ['submitted', 'committeePreReview', 'onAgenda', 'firstReading', 'consultation'],
}

/** Which reading of a draft comes next; what else a decision wants can be there by the day of the meeting. */
const ofReadings: readonly string[] = ['firstReadingIsNext', 'secondReadingIsNext', 'thirdReadingIsNext']

/** What may be put on the agenda of a meeting: its projects, with the decisions that such a meeting can take, and which of them are open to each project as it stands. */
export async function projectsForAgenda(options: { services: Services; meeting: { organId: string; kind: string } }) {
  const { services, meeting } = options
  const states = openStates[meeting.kind]
  const rows = await services.prisma.project.findMany({
    where: { organId: meeting.organId, closedOn: null, ...(states == null ? {} : { state: { in: [...states] } }) }, orderBy: [{ stateSince: 'desc' }, { id: 'desc' }], take: 200, select: { id: true, title: true, state: true },
  })
  const decisions = decisionsAt(meeting.kind)
  const held = await readingsHeldOf(services.prisma, rows.map((row) => row.id))
  const stepOf = (key: string) => legislationProcedure.transitions.find((t) => t.key === (key === 'adopt' ? 'openVote' : key))
  // nobody is offered a way out before the way on
  const aside = (key: string): boolean => stepOf(key)?.to !== null && !leadsForward({ key, to: stepOf(key)?.to ?? null })
  const open = (row: { id: string; state: string }, key: string): boolean => {
    const step = stepOf(key)
    const facts = { ...emptyProjectFacts, readingsHeld: held.get(row.id) ?? 0 }
    return step !== undefined && step.from.some((state) => state === row.state) && !step.guards.some((guard) => ofReadings.includes(guard) && !projectGuards[guard].holds(facts, step.actorRoles))
  }
  return {
    projects: rows.map((row) => ({ ...row, possible: decisions.map((d) => d.step).filter((key) => open(row, key)).toSorted((a, b) => Number(aside(a)) - Number(aside(b))) })),
    decisions: decisions.map(({ step, label, itemKind, basis }) => ({ step, label, itemKind, basis })),
  }
}

async function checkItem(tx: Transaction, meeting: MeetingRow, input: AgendaItemInput, itemId: string | null): Promise<void> {
  if (input.decides !== null) {
    if (!decisionsAt(meeting.kind).some((row) => row.step === input.decides)) throw problem('invalid-input', { fields: [{ path: 'decides', message: '这种会议不作出这样的决定，请另选。' }] })
    if (input.projectId === null) throw problem('invalid-input', { fields: [{ path: 'projectId', message: `“${agendaDecision(input.decides)?.label ?? ''}”针对一个立法项目，请选择项目。` }] })
  }
  if (input.projectId === null) return
  const states = openStates[meeting.kind]
  const project = await tx.project.findFirst({ where: { id: input.projectId, organId: meeting.organId, closedOn: null, ...(states == null ? {} : { state: { in: [...states] } }) }, select: { id: true } })
  if (project === null) throw problem('invalid-input', { fields: [{ path: 'projectId', message: '没有找到这个项目，或者它现在不能列入这个会议的议程。' }] })
  const twin = input.decides === null ? null : await tx.agendaItem.findFirst({ where: { meetingId: meeting.id, projectId: input.projectId, decides: input.decides, withdrawnReason: null, ...(itemId === null ? {} : { id: { not: itemId } }) }, select: { order: true, title: true } })
  if (twin !== null) throw problem('invalid-input', { fields: [{ path: 'decides', message: `议程第 ${twin.order} 项“${twin.title}”已经是这个决定，不用再列。` }] })
}

/** 列入议程, at the end. Who was told of the meeting sees it on its page. Throws `invalid-input`, `step-refused`. */
export async function addAgendaItem(options: { services: Services; actor: Actor; meetingId: string; input: AgendaItemInput }): Promise<string> {
  const { services, actor, meetingId, input } = options
  return inTransaction(services, async (work) => {
    const { tx } = work
    const meeting = await lockMeeting({ work, actor, meetingId, action: 'arrange' })
    refuseUnless(meeting, ['planned', 'notified'], beforeOpening)
    await checkItem(tx, meeting, input, null)
    const last = await tx.agendaItem.findFirst({ where: { meetingId }, orderBy: { order: 'desc' }, select: { order: true } })
    const id = newId()
    await tx.agendaItem.create({ data: { id, meetingId, order: (last?.order ?? 0) + 1, ...input } })
    await recordAct({ services, work, actor, meeting, act: 'addItem', note: input.title, data: { itemId: id, projectId: input.projectId, decides: input.decides } })
    return id
  })
}

/** The title and what an item decides, before the meeting opens. */
export async function editAgendaItem(options: { services: Services; actor: Actor; meetingId: string; itemId: string; input: AgendaItemInput }): Promise<void> {
  const { services, actor, meetingId, itemId, input } = options
  await inTransaction(services, async (work) => {
    const meeting = await lockMeeting({ work, actor, meetingId, action: 'arrange' })
    refuseUnless(meeting, ['planned', 'notified'], beforeOpening)
    await checkItem(work.tx, meeting, input, itemId)
    const hit = await work.tx.agendaItem.updateMany({ where: { id: itemId, meetingId, withdrawnReason: null }, data: { ...input, revision: { increment: 1 } } })
    if (hit.count === 0) throw problem('not-found')
    await recordAct({ services, work, actor, meeting, act: 'editItem', note: input.title, data: { itemId } })
  })
}

/** The order of the agenda, before the meeting opens: every item once. Throws `invalid-input` where the list is another one. */
export async function orderAgenda(options: { services: Services; actor: Actor; meetingId: string; itemIds: readonly string[] }): Promise<void> {
  const { services, actor, meetingId, itemIds } = options
  await inTransaction(services, async (work) => {
    const { tx } = work
    const meeting = await lockMeeting({ work, actor, meetingId, action: 'arrange' })
    refuseUnless(meeting, ['planned', 'notified'], beforeOpening)
    const items = await tx.agendaItem.findMany({ where: { meetingId }, select: { id: true } })
    const same = items.length === itemIds.length && new Set(itemIds).size === itemIds.length && items.every((item) => itemIds.includes(item.id))
    if (!same) throw problem('stale-edit', { detail: '议程已被他人修改，请刷新后再调整顺序。' })
    await renumber(tx, meetingId, itemIds)
    await recordAct({ services, work, actor, meeting, act: 'orderAgenda', data: { itemIds: [...itemIds] } })
  })
}

/** Two passes: no two items may have one number, not even between. */
async function renumber(tx: Transaction, meetingId: string, itemIds: readonly string[]): Promise<void> {
  const far = await tx.agendaItem.aggregate({ where: { meetingId }, _max: { order: true } })
  const above = (far._max.order ?? 0) + itemIds.length
  for (const [at, id] of itemIds.entries()) await tx.agendaItem.update({ where: { id }, data: { order: above + at + 1 } })
  for (const [at, id] of itemIds.entries()) await tx.agendaItem.update({ where: { id }, data: { order: at + 1 } })
}

/**
 * An item that was put on the agenda by mistake goes while nobody was told of it and nothing hangs on it; afterwards it
 * stays, marked as withdrawn with the reason.
 */
export async function withdrawAgendaItem(options: { services: Services; actor: Actor; meetingId: string; itemId: string; reason: string }): Promise<void> {
  const { services, actor, meetingId, itemId, reason } = options
  await inTransaction(services, async (work) => {
    const { tx } = work
    const meeting = await lockMeeting({ work, actor, meetingId, action: 'arrange' })
    refuseUnless(meeting, ['planned', 'notified', 'inSession'], '会议已经结束，议程不能再改。')
    const item = await tx.agendaItem.findFirst({ where: { id: itemId, meetingId }, include: { _count: { select: { files: true, votes: true, speeches: true } } } })
    if (item === null || item.withdrawnReason !== null) throw problem('not-found')
    if (item.result !== null) throw problem('step-refused', { detail: '这个议题已经登记结果，不能撤下。' })
    let told: { personIds: string[]; withoutAccount: string[] } | null = null
    const untouched = meeting.state === 'planned' && item._count.files + item._count.votes + item._count.speeches === 0
    if (untouched) {
      await tx.agendaItem.delete({ where: { id: itemId } })
      const rest = await tx.agendaItem.findMany({ where: { meetingId }, orderBy: { order: 'asc' }, select: { id: true } })
      await renumber(tx, meetingId, rest.map((r) => r.id))
    } else {
      if (reason === '') throw problem('invalid-input', { fields: [{ path: 'reason', message: '议程已经发出或者已有文件，请写明撤下的原因。' }] })
      await markWithdrawn(tx, item.id, reason)
      if (meeting.state !== 'planned') told = await tellAttendees({ work, meeting, kind: 'filesReplaced', title: `议题撤下：${item.title}`, body: `${meeting.title}：${reason}` })
    }
    await recordAct({ services, work, actor, meeting, act: 'withdrawItem', note: reason === '' ? item.title : `${item.title}：${reason}`, data: { itemId, deleted: untouched, ...(told === null ? {} : told) } })
  })
}

/** A withdrawn item keeps its history; votes on it that were not closed are dropped. */
export async function markWithdrawn(tx: Transaction, itemId: string, reason: string): Promise<number> {
  await tx.agendaItem.update({ where: { id: itemId }, data: { withdrawnReason: reason, revision: { increment: 1 } } })
  const dropped = await tx.vote.updateMany({ where: { agendaItemId: itemId, state: { in: ['prepared', 'open'] } }, data: { state: 'dropped', revision: { increment: 1 } } })
  return dropped.count
}
