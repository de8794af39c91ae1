import { z } from '@hono/zod-openapi'
import { amendmentProposers, resultOf, type VoteCount, type VoteFacts, type VoteKind, voteKinds, type VoteResult } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Transaction } from '../platform/work/transaction.ts'
import { lockMeeting, recordAct, refuseUnless } from './meeting-for.ts'
import { textOfItem } from './draft-articles.ts'

export const votePreparationSchema = z
  .object({
    agendaItemId: z.uuid(), kind: z.enum(voteKinds), subject: z.string().trim().min(1, '请填写表决事项').max(300), text: z.string().trim().max(4000).nullable().default(null),
    articleKey: z.string().max(80).nullable().default(null), articleLabel: z.string().max(40).nullable().default(null), proposers: z.array(z.string().trim().min(1).max(60)).max(100).default([]),
  })
  .openapi('VotePreparation')
type VotePreparation = z.output<typeof votePreparationSchema>

const seats = z.number().int().min(0).max(9999)
export const voteCountSchema = z.object({ present: seats, for: seats, against: seats, abstain: seats, notVoting: seats }).openapi('VoteCount')
export type EnteredCount = z.output<typeof voteCountSchema>

export type VoteRow = Prisma.VoteGetPayload<{ include: { corrections: true } }>
const correctedSchema = voteCountSchema

export const sameCount = (one: EnteredCount, other: EnteredCount): boolean => (['present', 'for', 'against', 'abstain', 'notVoting'] as const).every((figure) => one[figure] === other[figure])

/** The figures that hold: those of the newest correction, else those that were closed. Null while it is open. */
export function countOf(vote: VoteRow): EnteredCount | null {
  const newest = vote.corrections.toSorted((a, b) => (a.id < b.id ? 1 : -1))[0]
  if (newest !== undefined) return correctedSchema.parse(newest.after)
  return vote.for === null ? null : { present: vote.present, for: vote.for, against: vote.against ?? 0, abstain: vote.abstain ?? 0, notVoting: vote.notVoting ?? 0 }
}

/** Whether it passed, by the figures that hold and of ALL members. Null while it is open. */
export function outcomeOf(vote: VoteRow): VoteResult | null {
  const count = countOf(vote)
  return count === null ? null : resultOf(count, vote.membersTotal)
}

/** Adopted amendments that a recorded act has written into the voting text. */
export async function writtenIn(tx: Transaction, meetingId: string): Promise<string[]> {
  const events = await tx.meetingEvent.findMany({ where: { meetingId, act: 'vote.writeIn' }, select: { data: true } })
  return events.flatMap((e) => z.object({ voteId: z.string() }).safeParse(e.data).data?.voteId ?? [])
}

export const membersPresent = (tx: Transaction, meetingId: string): Promise<number> => tx.meetingAttendance.count({ where: { meetingId, capacity: 'member', status: 'present' } })

/**
 * A vote is made ready. Amendments to the voting text need five proposers (a reference rule); a proposer is on the list of
 * members. Throws `invalid-input`, `step-refused`.
 */
export async function prepareVote(options: { services: Services; actor: Actor; meetingId: string; input: VotePreparation }): Promise<string> {
  const { services, actor, meetingId, input } = options
  return inTransaction(services, async (work) => {
    const { tx } = work
    const meeting = await lockMeeting({ work, actor, meetingId, action: 'arrange' })
    refuseUnless(meeting, ['planned', 'notified', 'inSession'], '会议已经结束，不能再准备表决。')
    const item = await tx.agendaItem.findFirst({ where: { id: input.agendaItemId, meetingId, withdrawnReason: null }, include: { votes: true } })
    if (item === null) throw problem('invalid-input', { fields: [{ path: 'agendaItemId', message: '议程里没有这个议题，或者已经撤下。' }] })
    const whole = item.votes.find((v) => v.kind === 'whole' && v.state !== 'dropped')
    if (input.kind === 'whole' && whole !== undefined) throw problem('already-done', { detail: '这个议题已经准备了全案表决。' })
    if (whole !== undefined && whole.state !== 'prepared' && input.kind !== 'decision') throw problem('step-refused', { detail: '全案已经付表决，不能再提修正案和单独表决的条款。', extra: { rule: 'inOrder' } })
    await checkProposers(tx, meetingId, input)
    const text = await textOfItem(tx, item)
    const id = newId()
    await tx.vote.create({
      data: {
        id, meetingId, agendaItemId: item.id, projectId: item.projectId, order: Math.max(0, ...item.votes.map((v) => v.order)) + 1, kind: input.kind, subject: input.subject, text: input.text, articleKey: input.articleKey,
        articleLabel: input.articleLabel, snapshotId: text?.snapshotId ?? null, proposers: input.proposers, membersTotal: meeting.membersTotal, present: await membersPresent(tx, meetingId),
      },
    })
    await recordAct({ services, work, actor, meeting, act: 'vote.prepare', note: input.subject, data: { voteId: id, kind: input.kind } })
    return id
  })
}

async function checkProposers(tx: Transaction, meetingId: string, input: VotePreparation): Promise<void> {
  if (input.kind !== 'amendment') return
  const names = [...new Set(input.proposers)]
  if (names.length < amendmentProposers.amount) throw problem('invalid-input', { detail: amendmentProposers.basis, fields: [{ path: 'proposers', message: `修正案须有 ${amendmentProposers.amount} 名以上组成人员联名，现在是 ${names.length} 名（${amendmentProposers.basis.split('：')[0] ?? ''}）。` }] })
  const members = await tx.meetingAttendance.findMany({ where: { meetingId, capacity: 'member', name: { in: names } }, select: { name: true } })
  const stranger = names.find((name) => !members.some((m) => m.name === name))
  if (stranger !== undefined) throw problem('invalid-input', { fields: [{ path: 'proposers', message: `“${stranger}”不在组成人员名单里，请核对。` }] })
}

const kindOf = (kind: string): VoteKind => voteKinds.find((k) => k === kind) ?? 'decision'

/** What a step of a vote is judged on. */
export async function voteFacts(tx: Transaction, vote: VoteRow, meeting: { id: string; state: string; membersTotal: number }, given: { fields: string[]; count: EnteredCount | null; present: number }): Promise<VoteFacts> {
  const others = await tx.vote.findMany({ where: { meetingId: meeting.id, id: { not: vote.id } }, include: { corrections: true } })
  const written = await writtenIn(tx, meeting.id)
  const same = others.filter((o) => o.agendaItemId === vote.agendaItemId)
  const adopted = (v: VoteRow): boolean => v.kind === 'amendment' && (v.state === 'closed' || v.state === 'announced') && outcomeOf(v) === 'passed'
  const count: VoteCount | null = given.count
  return {
    fields: given.fields, issuedPapers: [], kind: kindOf(vote.kind), meetingState: meeting.state, membersTotal: vote.state === 'prepared' ? meeting.membersTotal : vote.membersTotal, present: given.present, count,
    registered: vote.state === 'open' ? await membersPresent(tx, meeting.id) : null,
    openElsewhere: others.find((o) => o.state === 'open')?.subject ?? null,
    outstanding: same.filter((o) => o.state === 'prepared' || o.state === 'open').map((o) => ({ kind: kindOf(o.kind), subject: o.subject })),
    unwritten: same.filter((o) => adopted(o) && !written.includes(o.id)).map((o) => o.subject),
    adoptedAmendment: adopted(vote),
  }
}

