import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { filingFor } from '../filing-for.ts'

/** Delete a draft with what hangs on it. What was sent is never deleted. */
export async function deleteDraft(options: { services: Services; actor: Actor; filingId: string; revision: number }): Promise<void> {
  const { services, actor, filingId, revision } = options
  const filing = await filingFor({ services, actor, filingId, action: 'draft' })
  if (filing.state !== 'draft') throw problem('step-refused', { detail: '已经报送的文件不能删除。报错了的，请联系接收单位退回。' })
  await inTransaction(services, async (work) => {
    const { tx } = work
    const locked = await tx.filing.updateMany({ where: { id: filingId, revision, state: 'draft' }, data: { revision: { increment: 1 } } })
    if (locked.count === 0) throw problem('stale-edit')
    await tx.samenessCheck.deleteMany({ where: { filingId } })
    await tx.filingMaterial.deleteMany({ where: { filingId } })
    await tx.caseEvent.deleteMany({ where: { filingId } })
    await tx.filing.delete({ where: { id: filingId } })
    work.audit({ actor, action: 'filing.deleteDraft', entity: 'Filing', entityId: filingId, organId: filing.filedByOrganId })
  })
}
