import { z } from '@hono/zod-openapi'
import { agendaDecision, agendaResultLabels, agendaResults, hasQuorum, majorityOf, meetingKind, stepOfResult } from '../../law/procedure/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Transaction } from '../platform/work/transaction.ts'
import { lockMeeting, recordAct, refuseUnless } from './meeting-for.ts'
import { takeProjectStep } from './project-steps.ts'
import { membersPresent, outcomeOf } from './votes.ts'

export const itemDecisionSchema = z
  .object({ result: z.enum(agendaResults), decision: z.string().trim().max(2000).default(''), /** fields of the project's step */ values: z.record(z.string().max(60), z.string().max(4000)).default({}) })
  .openapi('ItemDecision')

/**
 * 登记议题结果, once. What the item decides is taken as a step of its project in the same transaction, with the meeting as
 * its fact: where the project's rules refuse the step, nothing of the result is kept. Throws `step-refused` (rule, basis).
 */
export async function decideItem(options: { services: Services; actor: Actor; meetingId: string; itemId: string; input: z.output<typeof itemDecisionSchema> }): Promise<void> {
  const { services, actor, meetingId, itemId, input } = options
  const { result, decision } = input
  await inTransaction(services, async (work) => {
    const { tx } = work
    const meeting = await lockMeeting({ work, actor, meetingId, action: 'arrange' })
    refuseUnless(meeting, ['inSession', 'closed'], '会议还没有开始或者已经取消，不能登记议题的结果。')
    const item = await tx.agendaItem.findFirst({ where: { id: itemId, meetingId } })
    if (item === null) throw problem('not-found')
    if (item.withdrawnReason !== null) throw problem('step-refused', { detail: `这个议题已经撤下：${item.withdrawnReason}` })
    if (item.result !== null) throw problem('already-done', { detail: `这个议题已经登记结果：${agendaResultLabels[agendaResults.find((r) => r === item.result) ?? 'heard']}。` })
    if (meeting.state === 'inSession' && held.some((r) => r === result)) await refuseWithoutQuorum(tx, meeting, itemId)
    const row = agendaDecision(item.decides)
    if (row?.byVote === true) await refuseOtherThanVoted(tx, itemId, result)
    const step = row === null ? null : stepOfResult(row, result)
    if (step !== null && item.projectId !== null) await takeProjectStep({ services, work, actor, meeting, projectId: item.projectId, key: step, values: input.values, note: decision === '' ? null : decision })
    await tx.agendaItem.update({ where: { id: itemId }, data: { result, decision: decision === '' ? null : decision, decidedAt: services.clock.now(), decidedBy: actor.personId, revision: { increment: 1 } } })
    await recordAct({ services, work, actor, meeting, act: 'decide', note: `${item.title}：${agendaResultLabels[result]}${decision === '' ? '' : `。${decision}`}`, data: { itemId, projectId: item.projectId, step, result } })
  })
}

/** Results that a meeting has only with more than half of its members there; without them it can put an item off. */
const held: readonly string[] = ['agreed', 'refused', 'heard', 'returned']

/** 中途退场: a quorum that was lost between items is not there for the next one (地方组织法 51). What was voted while it was there stands. */
async function refuseWithoutQuorum(tx: Transaction, meeting: { id: string; kind: string; membersTotal: number }, itemId: string): Promise<void> {
  if ((await tx.vote.count({ where: { agendaItemId: itemId, kind: { in: ['whole', 'decision'] }, state: { in: ['closed', 'announced'] } } })) > 0) return
  const present = await membersPresent(tx, meeting.id)
  if (hasQuorum(present, meeting.membersTotal)) return
  throw problem('step-refused', { detail: `全体组成人员 ${meeting.membersTotal} 人，登记出席 ${present} 人，没有过半数（${majorityOf(meeting.membersTotal)} 人），不能继续审议；没有审议的，请登记为“改期审议”。`, extra: { rule: 'quorum', basis: meetingKind(meeting.kind).quorumBasis } })
}

/** A text is adopted by its vote and not by what a clerk chooses. */
async function refuseOtherThanVoted(tx: Transaction, itemId: string, result: string): Promise<void> {
  if (result === 'postponed' || result === 'returned') return
  const whole = await tx.vote.findFirst({ where: { agendaItemId: itemId, kind: 'whole', state: { not: 'dropped' } }, include: { corrections: true } })
  if (whole === null || whole.state !== 'announced') throw problem('step-refused', { detail: '全案表决还没有宣布结果，请先宣布，再登记议题的结果。', extra: { rule: 'voteAnnounced' } })
  const passed = outcomeOf(whole) === 'passed'
  if ((result === 'agreed') !== passed) throw problem('step-refused', { detail: `表决结果是“${passed ? '通过' : '未通过'}”，请按表决结果登记。`, extra: { rule: 'asVoted' } })
}
