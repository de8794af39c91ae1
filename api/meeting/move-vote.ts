import { voteProcedure } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Work } from '../platform/work/transaction.ts'
import { judgeStep } from '../procedure/index.ts'
import { correctVote } from './correct-vote.ts'
import { lockMeeting, type MeetingRow, recordAct } from './meeting-for.ts'
import { keepVoteResult } from './papers/keep-paper.ts'
import { putProjectToVote } from './project-steps.ts'
import { rolesOnMeeting } from './policy.ts'
import { countOf, type EnteredCount, membersPresent, outcomeOf, sameCount, voteFacts, type VoteRow } from './votes.ts'

export type VoteMove = { services: Services; actor: Actor; meetingId: string; voteId: string; key: string; values: Readonly<Record<string, string>>; count: EnteredCount | null }

const atOClock = (at: Date): string => at.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false })
const figures = (count: EnteredCount): string => `出席 ${count.present}，赞成 ${count.for}，反对 ${count.against}，弃权 ${count.abstain}，未按 ${count.notVoting}`

/**
 * The only writer of a vote's state: judges the step by the tables, in the order of the meeting's acts. Two clerks who
 * close the same vote: the second is told what the first wrote, and nothing is overwritten. What was closed is only
 * corrected, by a record of its own. Throws `step-refused` (rule, basis), `already-done`, `forbidden`, `not-found`.
 */
export async function moveVote(move: VoteMove): Promise<void> {
  const { services, actor, meetingId, voteId, key, values } = move
  await inTransaction(services, async (work) => {
    const { tx } = work
    const meeting = await lockMeeting({ work, actor, meetingId, action: 'arrange' })
    const vote = await tx.vote.findFirst({ where: { id: voteId, meetingId }, include: { corrections: true, agendaItem: { select: { withdrawnReason: true } } } })
    if (vote === null) throw problem('not-found')
    refuseTakenDown(vote)
    refuseSecondClosing(vote, key, move.count)
    const present = move.count?.present ?? (vote.state === 'prepared' ? await membersPresent(tx, meetingId) : vote.present)
    const fields = Object.entries(values).flatMap(([field, value]) => (value.trim() === '' ? [] : [field]))
    const facts = await voteFacts(tx, vote, meeting, { fields, count: move.count, present })
    const to = judgeStep({ procedure: voteProcedure, state: vote.state, key, roles: rolesOnMeeting(actor, meeting), facts })
    const columns = await effectOf({ ...move, work, meeting, vote, present })
    await tx.vote.update({ where: { id: voteId }, data: { state: to, ...columns, revision: { increment: 1 } } })
    await recordAct({
      services, work, actor, meeting, act: `vote.${key}`, note: values['reason']?.trim() || vote.subject,
      data: { voteId, subject: vote.subject, ...(move.count === null ? {} : move.count), ...Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value.trim()])) },
    })
  })
}

/** Its item was taken down: the vote fell with it, and whoever still has it open is told why. */
function refuseTakenDown({ state, agendaItem }: VoteRow & { agendaItem: { withdrawnReason: string | null } }): void {
  if (state === 'dropped' && agendaItem.withdrawnReason !== null) throw problem('step-refused', { detail: `这个议题已经撤下，不再表决。${agendaItem.withdrawnReason}。`, extra: { rule: 'withdrawn' } })
}

function refuseSecondClosing(vote: VoteRow, key: string, mine: EnteredCount | null): void {
  if (key !== 'close' || vote.closedAt === null) return
  const kept = countOf(vote)
  if (kept === null) return
  const same = mine !== null && sameCount(mine, kept)
  throw problem('already-done', {
    detail: `${vote.closedByName ?? '他人'}已于 ${atOClock(vote.closedAt)} 登记这项表决：${figures(kept)}。${same ? '与您填写的一致，不用再登记。' : `与您填写的不一致，您填写的没有保存${mine === null ? '' : `（${figures(mine)}）`}；请与对方核对，确有错误的，登记更正。`}`,
    extra: { kept, closedBy: vote.closedByName, same },
  })
}

async function effectOf(options: VoteMove & { work: Work; meeting: MeetingRow; vote: VoteRow; present: number }): Promise<Prisma.VoteUncheckedUpdateInput> {
  const { services, work, actor, meeting, vote, present, key, values, count } = options
  const now = services.clock.now()
  const given = (field: string): string => values[field]?.trim() ?? ''
  switch (key) {
    case 'open':
      if (vote.kind === 'whole' && vote.projectId !== null) await putProjectToVote({ services, work, actor, meeting, projectId: vote.projectId })
      return { openedAt: now, present, membersTotal: meeting.membersTotal, ...(await votingText(work, vote)) }
    case 'close': {
      if (count === null) throw problem('invalid-input', { fields: [{ path: 'count', message: '请填写计票结果。' }] })
      const { for: agreed, against, abstain, notVoting } = count
      return { present, for: agreed, against, abstain, notVoting, result: outcomeOf({ ...vote, for: agreed, present }), closedAt: now, closedBy: actor.personId, closedByName: actor.name }
    }
    case 'announce':
      if (vote.kind === 'whole') await keepVoteResult({ services, work, actor, meeting, agendaItemId: vote.agendaItemId, projectId: vote.projectId })
      return { announcedAt: now, announcedBy: given('announcedBy') }
    case 'writeIn':
      await refuseOldText(work, vote)
      return {}
    case 'correct': {
      const { reopened } = await correctVote({ services, work, actor, meeting, vote, count, reason: given('reason'), approvedBy: given('approvedBy') })
      // announced otherwise: it waits for its announcement again
      return reopened ? { state: 'closed', announcedAt: null, announcedBy: null } : {}
    }
    default:
      return {}
  }
}

const newestVotingText = (work: Work, projectId: string) => work.tx.draftSnapshot.findFirst({ where: { kind: 'voting', draft: { projectId } }, orderBy: { seq: 'desc' }, select: { id: true, label: true } })

/** The whole is voted on the voting text as it stands when the vote is opened. */
async function votingText(work: Work, vote: VoteRow): Promise<{ snapshotId?: string }> {
  const newest = vote.kind === 'whole' && vote.projectId !== null ? await newestVotingText(work, vote.projectId) : null
  return newest === null ? {} : { snapshotId: newest.id }
}

/** An amendment is in the voting text only when that was fixed anew after the amendment was voted; one that came as a file is the clerk's word. */
async function refuseOldText(work: Work, vote: VoteRow): Promise<void> {
  const newest = vote.projectId === null ? null : await newestVotingText(work, vote.projectId)
  if (newest === null) return
  const closed = await work.tx.meetingEvent.findFirst({ where: { meetingId: vote.meetingId, act: 'vote.close', data: { path: ['voteId'], equals: vote.id } }, orderBy: { id: 'desc' }, select: { id: true } })
  if (closed !== null && newest.id < closed.id) throw problem('step-refused', { detail: `“${newest.label}”是表决修正案以前定的稿。请把修正案写进草案，重新定稿为表决稿，再登记。`, extra: { rule: 'amendmentsWritten' } })
}
