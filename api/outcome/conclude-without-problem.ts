import { type tickedStandards, filingProcedure, stateOf } from '../../law/procedure/index.ts'
import { keepRecord, paperCase } from '../paper/index.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Work } from '../platform/work/transaction.ts'
import { transition } from '../procedure/index.ts'
import { conclusionOf, reviewRecord } from './closing-papers.ts'
import { handledCase, tellMaker } from './outcome-case.ts'

export type Ticks = Partial<Record<(typeof tickedStandards)[number], string | undefined>>
export type Conclusion = { paperId: string; revision: number; outcome: string }

/**
 * 没有问题, the commonest end: four ticks by name, the record, the maker told, in one act. Begins the review where it has
 * not begun. Throws `step-refused` with the rule: ticks missing, a flag left, a committee that has not answered.
 */
export async function concludeWithoutProblem(options: { services: Services; actor: Actor; filingId: string; revision: number; ticks: Ticks; note: string; notWaitingReason: string }): Promise<Conclusion> {
  const { services, actor, filingId, ticks } = options
  const filing = await handledCase({ services, actor, filingId, action: 'review' })
  const reviewerId = filing.reviewerId ?? actor.personId
  return inTransaction(services, async (work) => {
    let revision = options.revision
    if (filing.state === 'registered' || filing.state === 'distributed') revision = (await transition({ services, work, actor, filingId, key: 'startReview', revision, values: { reviewer: reviewerId }, changes: { reviewerId } })).revision
    await keepTicks({ services, work, actor, filingId, ticks })
    const values = { notWaitingReason: options.notWaitingReason }
    const taken = await transition({ services, work, actor, filingId, key: 'noProblem', revision, values, audience: 'maker', ...(options.note === '' ? {} : { data: { note: options.note } }) })
    const paperId = await keepReviewRecord({ services, work, actor, filing, conclusion: taken.to, note: options.note, notWaitingReason: options.notWaitingReason })
    await tellMaker({ services, work, filing, kind: 'noProblem', title: `《${filing.title}》审查结束，未发现问题`, body: '审查结果已登记。', about: filingId, link: `/app/filing/${filingId}` })
    return { paperId, revision: taken.revision, outcome: stateOf(filingProcedure, taken.to).label }
  })
}

/** What was ticked in this form over what was ticked before; each with who and when. */
async function keepTicks(options: { services: Services; work: Work; actor: Actor; filingId: string; ticks: Ticks }): Promise<void> {
  const { services, work, actor, filingId } = options
  for (const [standard, note] of Object.entries(options.ticks)) {
    const filled = { result: 'noProblem', note: note === undefined || note.trim() === '' ? null : note.trim(), by: actor.personId, byName: actor.name, at: services.clock.now() }
    await work.tx.standardTick.upsert({ where: { filingId_standard: { filingId, standard } }, create: { id: newId(), filingId, standard, ...filled }, update: filled })
  }
}

/** 审查情况记录 as docx and PDF; an inner paper that the maker does not read. */
export async function keepReviewRecord(options: { services: Services; work: Work; actor: Actor; filing: { id: string; receiverOrganId: string }; conclusion: string; note: string; notWaitingReason: string }): Promise<string> {
  const { services, work, actor, filing, note, notWaitingReason } = options
  const content = reviewRecord({ filing: await paperCase(work.tx, filing.id), today: services.clock.today(), by: actor.name, conclusion: conclusionOf(options.conclusion), note, notWaitingReason })
  return keepRecord({ services, work, actor, filingId: filing.id, organId: filing.receiverOrganId, kind: 'reviewRecord', content })
}
