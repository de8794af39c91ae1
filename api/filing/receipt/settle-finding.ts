import type { Prisma } from '../../../prisma/generated/client.ts'
import { newId } from '../../platform/ids.ts'
import { toDateColumn } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { checkFiling, filesOf, settlementsOf } from '../check-filing.ts'
import { filingFor } from '../filing-for.ts'

/** The clerk says how a finding that must be dealt with was dealt with; the reason stays with the record. */
export async function settleFinding(options: { services: Services; actor: Actor; filingId: string; revision: number; key: string; reason: string }): Promise<void> {
  const { services, actor, filingId, revision, key } = options
  const filing = await filingFor({ services, actor, filingId, action: 'receive' })
  if (filing.state !== 'submitted' && filing.state !== 'receiving') throw problem('step-refused', { detail: '形式审查已经结束，请刷新查看结果。' })
  const reason = options.reason.trim()
  if (reason === '') throw problem('invalid-input', { fields: [{ path: 'reason', message: '请写明怎样核对、为什么可以登记。' }] })
  await inTransaction(services, async (work) => {
    const { tx } = work
    const check = await checkFiling({ tx, filing, files: await filesOf(tx, filing), today: services.clock.today() })
    const finding = check.findings.find((f) => f.key === key && f.severity !== 'ok')
    if (finding === undefined) throw problem('not-found', { detail: '这个问题已经没有了，请刷新查看。' })
    const settled = [...settlementsOf(filing).filter((s) => s.key !== key), { key, reason, by: actor.personId, byName: actor.name, at: services.clock.now().toISOString() }]
    const saved = await tx.filing.updateMany({ where: { id: filingId, revision }, data: { formalSettlements: settled satisfies Prisma.InputJsonArray, revision: { increment: 1 } } })
    if (saved.count === 0) throw problem('stale-edit')
    await tx.caseEvent.create({
      data: {
        id: newId(), filingId, at: services.clock.now(), on: toDateColumn(services.clock.today()), actorId: actor.personId, actorName: actor.name, organId: filing.receiverOrganId,
        transition: 'settleFinding', fromState: filing.state, toState: filing.state, note: `${finding.message}${reason}`, audience: 'internal', data: { key },
      },
    })
    work.audit({ actor, action: 'filing.settleFinding', entity: 'Filing', entityId: filingId, organId: filing.receiverOrganId, detail: { key } })
  })
}
