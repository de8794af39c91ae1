import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Transaction } from '../platform/work/transaction.ts'

/** The files that a person attaches, in their order: only what they uploaded, so that nobody gives on what they may not read. Throws `invalid-input`. */
export async function ownFiles(tx: Transaction, actor: Actor, fileIds: readonly string[]): Promise<string[]> {
  const ids = [...new Set(fileIds)]
  const own = await tx.storedFile.count({ where: { id: { in: ids }, uploadedBy: actor.personId } })
  if (own !== ids.length) throw problem('invalid-input', { fields: [{ path: 'fileIds', message: '有附件没有找到，请重新上传。' }] })
  return ids
}
