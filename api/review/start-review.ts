import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { transition } from '../procedure/index.ts'
import { reviewCase } from './review-case.ts'

/** 开始审查: the reviewer who takes up a case that has none becomes its reviewer. */
export async function startReview(options: { services: Services; actor: Actor; filingId: string; revision: number }): Promise<{ revision: number }> {
  const { services, actor, filingId, revision } = options
  const filing = await reviewCase({ services, actor, filingId, action: 'review' })
  const reviewerId = filing.reviewerId ?? actor.personId
  const taken = await inTransaction(services, (work) => transition({ services, work, actor, filingId, key: 'startReview', revision, values: { reviewer: reviewerId }, changes: { reviewerId } }))
  return { revision: taken.revision }
}
