import { channelOf, organKinds, type SuggestionChannel } from '../../law/procedure/index.ts'
import { z } from 'zod'
import { type Actor, committeesServedAs } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { receiveSuggestion, type SuggestionContent } from './receive-suggestion.ts'

export type EnteredSuggestion = {
  kind: SuggestionChannel
  channel: 'letter' | 'platform'
  content: SuggestionContent
  /** the organ that demands or transfers */
  proposerOrganId: string | null
  filingId: string | null
  fileIds: string[]
  receivedOn: string
  /** the committee that received it, where the person serves several */
  organId?: string | null
}

/**
 * A letter, a 审查要求 of an organ or a transfer, entered by reception or review. A proposal of a named state organ is a
 * 审查要求 and must be handled (立法法 art 110 as model): it cannot be entered as a mere suggestion. Throws `forbidden`,
 * `invalid-input`.
 */
export async function enterSuggestion(options: { services: Services; actor: Actor; entered: EnteredSuggestion }) {
  const { services, actor, entered } = options
  const committees = committeesServedAs(actor, 'receptionClerk', 'reviewer')
  const organId = entered.organId ?? committees[0]
  if (organId === undefined || !committees.includes(organId)) throw problem('forbidden')
  if (entered.receivedOn > services.clock.today()) throw problem('invalid-input', { fields: [{ path: 'receivedOn', message: '收到日期不能晚于今天。' }] })
  await checkProposer(services, entered)
  if (entered.filingId !== null) {
    const filing = await services.prisma.filing.findFirst({ where: { id: entered.filingId, receiverOrganId: organId, state: { not: 'draft' } }, select: { id: true } })
    if (filing === null) throw problem('invalid-input', { fields: [{ path: 'filingId', message: '没有找到这件备案文件，请重新选择。' }] })
  }
  const own = await services.prisma.storedFile.count({ where: { id: { in: entered.fileIds }, uploadedBy: actor.personId } })
  if (own !== new Set(entered.fileIds).size) throw problem('invalid-input', { fields: [{ path: 'fileIds', message: '附件没有上传成功，请重新上传。' }] })
  return inTransaction(services, (work) =>
    receiveSuggestion({ services, work, actor, organId, kind: entered.kind, channel: entered.channel, content: entered.content, proposerOrganId: entered.proposerOrganId, filingId: entered.filingId, fileIds: entered.fileIds, receivedOn: entered.receivedOn }),
  )
}

async function checkProposer(services: Services, entered: EnteredSuggestion): Promise<void> {
  const refuse = (message: string): never => {
    throw problem('invalid-input', { fields: [{ path: 'proposerOrganId', message }] })
  }
  if (entered.proposerOrganId === null) {
    if (entered.kind === 'demand') refuse('审查要求由机关提出，请选择提出机关。')
    return
  }
  const organ = await services.prisma.organ.findUnique({ where: { id: entered.proposerOrganId }, select: { kind: true } })
  if (organ === null) return void refuse('没有找到提出机关，请重新选择。')
  const kind = z.enum(organKinds).safeParse(organ.kind)
  const channel = channelOf(kind.success ? kind.data : null)
  if (entered.kind === 'demand' && channel !== 'demand') refuse('这个机关提出的是审查建议，不是审查要求。')
  if (entered.kind === 'suggestion' && channel === 'demand') refuse('这个机关提出的是审查要求，应当办理，请登记为审查要求。')
}
