import { type Standard, standardLabels, type tickedStandards } from '../../law/procedure/index.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { refuseOwnDocument, reviewCase } from './review-case.ts'

export type TickedStandard = (typeof tickedStandards)[number]

/** States in which a standard may be ticked: the review has begun and has no conclusion. */
const tickedIn = new Set(['distributed', 'underReview', 'questioning', 'concern', 'negotiating', 'suspended'])

/**
 * Tick one of the four standards by name (工作办法 arts 36–39): 没有问题 or 有问题, with who and when. `null` takes the tick
 * back. Reviewers of the committee only, never on their own document. 没有问题 is refused while a flag of the standard stands.
 */
export async function tickStandard(options: { services: Services; actor: Actor; filingId: string; standard: TickedStandard; result: 'noProblem' | 'problem' | null; note?: string | undefined }): Promise<void> {
  const { services, actor, filingId, standard, result } = options
  const filing = await reviewCase({ services, actor, filingId, action: 'review' })
  refuseOwnDocument(actor, filing)
  if (!tickedIn.has(filing.state)) throw problem('step-refused', { detail: '审查还没有开始或者已经有结论，不能勾选标准。' })
  await inTransaction(services, async ({ tx, audit }) => {
    if (result === 'noProblem') await refuseWhileFlagged(tx, filingId, standard)
    const filled = { result, note: options.note ?? null, by: actor.personId, byName: actor.name, at: services.clock.now() }
    const where = { filingId_standard: { filingId, standard } }
    if (result === null) await tx.standardTick.deleteMany({ where: { filingId, standard } })
    else await tx.standardTick.upsert({ where, create: { id: newId(), filingId, standard, ...filled, result }, update: { ...filled, result } })
    audit({ actor, action: result === null ? 'standard.untick' : 'standard.tick', entity: 'Filing', entityId: filingId, organId: filing.receiverOrganId, detail: { standard, result } })
  })
}

async function refuseWhileFlagged(tx: Parameters<Parameters<typeof inTransaction>[1]>[0]['tx'], filingId: string, standard: Standard): Promise<void> {
  const standing = await tx.reviewFlag.count({ where: { filingId, standard, state: { notIn: ['withdrawn', 'resolved'] } } })
  if (standing > 0) throw problem('step-refused', { detail: `${standardLabels[standard]}还有 ${standing} 处标注没有处理，不能勾选为没有问题；请先撤回或者处理。` })
}
