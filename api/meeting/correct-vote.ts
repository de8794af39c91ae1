import { MAJORITY_BASIS, resultOf, voteResultLabels } from '../../law/procedure/index.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import type { Work } from '../platform/work/transaction.ts'
import type { MeetingRow } from './meeting-for.ts'
import { keepVoteResult } from './papers/keep-paper.ts'
import { countOf, type EnteredCount, sameCount, type VoteRow } from './votes.ts'

type VoteCorrecting = { services: Services; work: Work; actor: Actor; meeting: MeetingRow; vote: VoteRow; count: EnteredCount | null; reason: string; approvedBy: string }

/**
 * 更正: figures before and after, why, who approved; both stay to be read. Nobody approves their own correction, and what
 * was done on the result is not undone by it. A result that was announced otherwise is announced again (`reopened`);
 * where only figures change, the paper of the result is made anew. Throws `invalid-input`, `step-refused`.
 */
export async function correctVote(options: VoteCorrecting): Promise<{ reopened: boolean }> {
  const { services, work, actor, meeting, vote, count, reason, approvedBy } = options
  const before = countOf(vote)
  if (before === null || count === null) throw problem('invalid-input', { fields: [{ path: 'count', message: '请填写更正后的计票结果。' }] })
  if (approvedBy === actor.name) throw problem('invalid-input', { fields: [{ path: 'values.approvedBy', message: '更正须由他人批准，请填写批准人（一般为主持人或者秘书长）。' }] })
  if (sameCount(before, count)) throw problem('invalid-input', { fields: [{ path: 'count', message: '与现在的计票结果相同，没有改动。' }] })
  const [was, becomes] = [before, count].map((one) => resultOf(one, vote.membersTotal))
  const turns = was !== becomes
  if (turns && was !== undefined && becomes !== undefined) await refuseWhereActedOn(work, vote, `更正以后结果由“${voteResultLabels[was]}”变为“${voteResultLabels[becomes]}”`)
  await work.tx.voteCorrection.create({ data: { id: newId(), voteId: vote.id, before, after: count, reason, approvedBy, correctedBy: actor.personId, correctedByName: actor.name, correctedAt: services.clock.now() } })
  const announced = vote.state === 'announced'
  if (announced && !turns && vote.kind === 'whole') await keepVoteResult({ services, work, actor, meeting, agendaItemId: vote.agendaItemId, projectId: vote.projectId })
  return { reopened: announced && turns }
}

/** A result on which the item was decided, or the whole was voted, stands until it is decided anew. */
async function refuseWhereActedOn(work: Work, vote: VoteRow, turned: string): Promise<void> {
  const item = await work.tx.agendaItem.findUniqueOrThrow({ where: { id: vote.agendaItemId }, select: { result: true, votes: { where: { kind: 'whole', state: { in: ['open', 'closed', 'announced'] } }, select: { id: true } } } })
  if (item.result !== null) throw problem('step-refused', { detail: `${turned}，而议题已经按原来的结果登记。请报主任会议研究，重新列入议程表决。`, extra: { rule: 'decidedOnResult', basis: MAJORITY_BASIS } })
  if (item.votes.some(({ id }) => id !== vote.id)) throw problem('step-refused', { detail: `${turned}，而全案已经按原来的结果付表决。请报主任会议研究，重新列入议程表决。`, extra: { rule: 'decidedOnResult', basis: MAJORITY_BASIS } })
}
