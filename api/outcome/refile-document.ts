import { createDraft } from '../filing/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { filingProcedure } from '../../law/procedure/index.ts'
import { makerCase } from './outcome-case.ts'

/**
 * 重新报送修改后的文本 (备案条例 art 21 by analogy): a draft with what the old filing said, linked to it; one that was begun is
 * opened again. Sending it is an ordinary filing. Throws `step-refused` where nothing asks for a corrected text.
 */
export async function refileDocument(options: { services: Services; actor: Actor; filingId: string }): Promise<string> {
  const { services, actor, filingId } = options
  const { filing, side } = await makerCase({ services, actor, filingId })
  if (side !== 'maker') throw problem('forbidden', { detail: '由制定机关的报备员重新报送；纸质报送的，请在接收登记中代录。' })
  const row = filingProcedure.transitions.find((t) => t.key === 'refile')
  if (row?.from.some((s) => s === filing.state) !== true) throw problem('step-refused', { detail: '这件文件现在不用重新报送。', extra: { rule: 'wrongState', basis: row?.basis } })
  const begun = await services.prisma.filing.findFirst({ where: { supersedesId: filingId, state: 'draft' }, select: { id: true } })
  return begun?.id ?? createDraft({ services, actor, fields: {}, supersedesId: filingId })
}
