import { filingFor, filingPolicy, filingSubject } from '../filing/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { Problem, problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { asPartOfSubmission } from '../platform/work/submission.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { transition } from '../procedure/index.ts'
import { peopleServing } from '../notice/index.ts'
import { refuseWrongReviewer } from '../review/index.ts'

export type BatchCase = { id: string; revision: number }
export type BatchResult = { id: string; done: boolean; message: string | null }

/** Run an act over several cases: each stands for itself, and what was refused says why. */
export async function forEachCase(cases: BatchCase[], act: (one: BatchCase) => Promise<unknown>): Promise<BatchResult[]> {
  const results: BatchResult[] = []
  for (const one of cases) {
    try {
      await asPartOfSubmission(one.id, () => act(one))
      results.push({ id: one.id, done: true, message: null })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      results.push({ id: one.id, done: false, message: error.message })
    }
  }
  return results
}

/** 指定承办人. The chief of the review body does; the one who is given the case is told. */
export async function assignCase(options: { services: Services; actor: Actor; filingId: string; revision: number; reviewerId: string }): Promise<void> {
  const { services, actor, filingId, revision, reviewerId } = options
  const filing = await filingFor({ services, actor, filingId, action: 'decide' })
  await refuseWrongReviewer({ services, filing, reviewerId })
  await inTransaction(services, async (work) => {
    await transition({ services, work, actor, filingId, key: 'assign', revision, values: { reviewer: reviewerId }, changes: { reviewerId }, data: { reviewerId } })
    if (reviewerId !== actor.personId) {
      work.notify({ personId: reviewerId, kind: 'assigned', title: `交您承办：${filing.title}`, body: `${filing.maker.name}，${filing.documentNo}。`, link: `/app/review/${filingId}`, entity: 'Filing', entityId: filingId })
    }
  })
}

/** Set a member of 主任会议 who leads the case (a demand of practice, domain §2.9), or take the name off. */
export async function setLeader(options: { services: Services; actor: Actor; filingId: string; revision: number; leaderId: string | null }): Promise<void> {
  const { services, actor, filingId, revision, leaderId } = options
  const filing = await filingFor({ services, actor, filingId, action: 'read' })
  if (!filingPolicy.can(actor, 'decide', filingSubject(filing)) && !filingPolicy.can(actor, 'lead', filingSubject(filing))) throw problem('forbidden')
  if (leaderId !== null && !(await peopleServing(services, filing.receiverOrganId, 'councilMember')).includes(leaderId)) {
    throw problem('invalid-input', { fields: [{ path: 'leaderId', message: '牵头人须是本级主任会议成员，请另选。' }] })
  }
  await inTransaction(services, async (work) => {
    const changed = await work.tx.filing.updateMany({ where: { id: filingId, revision }, data: { leaderId, revision: { increment: 1 } } })
    if (changed.count === 0) throw problem('stale-edit')
    work.audit({ actor, action: 'filing.setLeader', entity: 'Filing', entityId: filingId, organId: filing.receiverOrganId, detail: { leaderId } })
    if (leaderId !== null && leaderId !== actor.personId) {
      work.notify({ personId: leaderId, kind: 'leading', title: `请您牵头：${filing.title}`, body: `${filing.maker.name}，${filing.documentNo}。`, link: `/app/review/${filingId}`, entity: 'Filing', entityId: filingId })
    }
  })
}
