import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { filingToEdit } from '../draft/filing-to-edit.ts'
import { currentCheck, explanationsOf, methodOf, storedOf } from './sameness-record.ts'

/** Say why the two texts differ at one place; empty words take the explanation back. */
export async function explainDifference(options: { services: Services; actor: Actor; filingId: string; index: number; text: string }): Promise<void> {
  const { services, actor, filingId, index } = options
  const filing = await filingToEdit({ services, actor, filingId })
  const check = currentCheck(filing)
  if (check === null) throw problem('step-refused', { detail: '这两份文本还没有比对，请先上传盖章本和电子本。' })
  if (storedOf(check).differences[index] === undefined) throw problem('not-found')
  const explanations = explanationsOf(check)
  if (options.text.trim() === '') delete explanations[String(index)]
  else explanations[String(index)] = { text: options.text.trim(), byName: actor.name, at: services.clock.now().toISOString() }
  await inTransaction(services, async (work) => {
    await work.tx.samenessCheck.update({ where: { id: check.id }, data: { explanations } })
    work.audit({ actor, action: 'filing.explainDifference', entity: 'Filing', entityId: filingId, organId: filing.filedByOrganId, detail: { index } })
  })
}

/** A person has compared by eye what the program cannot read, and says so under their name. */
export async function confirmByEye(options: { services: Services; actor: Actor; filingId: string }): Promise<void> {
  const { services, actor, filingId } = options
  const filing = await filingToEdit({ services, actor, filingId })
  const check = currentCheck(filing)
  if (check === null || methodOf(check) !== 'awaitingEye') throw problem('step-refused', { detail: '这两份文本不需要人工核对，请刷新后查看结果。' })
  await inTransaction(services, async (work) => {
    await work.tx.samenessCheck.update({ where: { id: check.id }, data: { method: 'byEye', checkedBy: actor.personId, checkedAt: services.clock.now() } })
    work.audit({ actor, action: 'filing.compareByEye', entity: 'Filing', entityId: filingId, organId: filing.filedByOrganId, detail: { sealedFileId: check.sealedFileId, wordFileId: check.wordFileId } })
  })
}
