import { outletOf, standards } from '../../law/procedure/index.ts'
import { z } from 'zod'
import type { FilingRow } from '../filing/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Work } from '../platform/work/transaction.ts'
import { transition } from '../procedure/index.ts'
import { moveFlag } from '../review/index.ts'
import { type Judgement, judgeable, judgementOf } from './judge-flag.ts'
import { handledCase, tellMaker } from './outcome-case.ts'

/** What becomes of flags that are not settled: put to the maker once more, or kept for an opinion. */
export type Unsettled = 'putAgain' | 'keepForOpinion'
export type Settled = { resolved: boolean; open: number; revision: number }

const settles = (verdict: Judgement['verdict']): boolean => verdict === 'resolved' || verdict === 'justified'

/**
 * 登记复核结果: every flag was judged by a person; each moves as judged. When all are settled the case is resolved (立法法
 * art 112 by analogy), else it stays where it is and the rest goes on. Throws `step-refused` while one is not judged.
 */
export async function settleFlags(options: { services: Services; actor: Actor; filingId: string; revision: number; unsettled: Unsettled; outcome: string }): Promise<Settled> {
  const { services, actor, filingId, revision, unsettled } = options
  const filing = await handledCase({ services, actor, filingId, action: 'review' })
  return inTransaction(services, async (work) => {
    const { tx } = work
    await tx.$queryRaw`SELECT id FROM "Filing" WHERE id = ${filingId}::uuid FOR UPDATE`
    const now = await tx.filing.findUniqueOrThrow({ where: { id: filingId }, select: { revision: true, state: true } })
    if (now.revision !== revision) throw problem('stale-edit')
    const flags = (await tx.reviewFlag.findMany({ where: { filingId, state: { in: judgeable } }, orderBy: { number: 'asc' } })).filter((f) => outletOf(z.enum(standards).parse(f.standard)) === 'reviewOpinion')
    const judged = flags.map((flag) => ({ flag, judgement: judgementOf(flag.judgement) }))
    const missing = judged.filter((j) => j.judgement === null).length
    if (missing > 0) throw problem('step-refused', { detail: `还有 ${missing} 处问题没有判断，逐处判断以后再登记结果。`, extra: { rule: 'flagsJudged' } })
    let open = 0
    for (const { flag, judgement } of judged) {
      if (judgement === null) continue
      await settleOne({ services, work, actor, flag, judgement, unsettled })
      if (!settles(judgement.verdict)) open += 1
    }
    if (open > 0) return leaveOpen({ services, work, actor, filing, open, unsettled, revision })
    const key = now.state === 'suspended' ? 'planFulfilled' : 'resolve'
    const taken = await transition({ services, work, actor, filingId, key, revision, values: { outcome: options.outcome }, audience: 'maker' })
    if (now.state === 'suspended') await tx.correctionPlan.updateMany({ where: { filingId, state: 'accepted' }, data: { state: 'fulfilled' } })
    await tellMaker({ services, work, filing, kind: 'resolved', title: `《${filing.title}》的问题已经解决`, body: '审查终止。', about: filingId })
    return { resolved: true, open: 0, revision: taken.revision }
  })
}

/** One flag on its way through the table of flags: put and answered first, because only what was answered is judged. */
async function settleOne(options: { services: Services; work: Work; actor: Actor; flag: { id: string; state: string }; judgement: Judgement; unsettled: Unsettled }): Promise<void> {
  const { services, work, actor, flag, judgement, unsettled } = options
  const move = (key: string, values: Record<string, string> = {}) => moveFlag({ services, work, actor, flagId: flag.id, key, values, note: judgement.note === '' ? (values['reason'] ?? '') : judgement.note })
  if (flag.state === 'confirmed') await move('putToMaker')
  if (flag.state !== 'answered') await move('judgeWithoutAnswer', { reason: '按重新报送的文本判断' })
  await move(settles(judgement.verdict) ? 'resolve' : unsettled, { resolution: judgement.verdict })
}

async function leaveOpen(options: { services: Services; work: Work; actor: Actor; filing: FilingRow; open: number; unsettled: Unsettled; revision: number }): Promise<Settled> {
  const { services, work, actor, filing, open, unsettled, revision } = options
  work.audit({ actor, action: 'filing.settleFlags', entity: 'Filing', entityId: filing.id, organId: filing.receiverOrganId, detail: { open, unsettled } })
  if (unsettled === 'putAgain') await tellMaker({ services, work, filing, kind: 'putAgain', title: `《${filing.title}》还有 ${open} 处问题没有解决`, body: '请继续研究处理并答复。', about: `${filing.id}:${String(revision)}` })
  return { resolved: false, open, revision }
}
