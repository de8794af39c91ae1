import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { draftFor, refusal } from './draft-for.ts'
import { LARGEST_BATCH_BYTES, type StepInput, writeSteps } from './write-steps.ts'

/**
 * A batch of an editor, ordered behind what is there. Sent again after a lost answer it is answered again and applied once.
 * On another version it is refused with `reason: moved` and nothing else: the editor fetches, moves its steps and sends anew.
 */
export async function sendSteps(options: { services: Services; actor: Actor; draftId: string; version: number; clientId: string; batch: string; steps: readonly StepInput[] }): Promise<{ version: number; repeated: boolean; at: string | null }> {
  const { services, actor, draftId, steps } = options
  await draftFor({ services, actor, draftId, action: 'write' })
  if (Buffer.byteLength(JSON.stringify(steps)) > LARGEST_BATCH_BYTES) throw refusal('too-large', `一次修改的内容超过 ${LARGEST_BATCH_BYTES / 1024 / 1024} MB，没有保存到服务器，文字仍在本机。请分几次粘贴，或者作为文件导入。`)
  return inTransaction(services, (work) => writeSteps({ ...options, work }))
}
