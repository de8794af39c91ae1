import { z } from 'zod'
import { type SuggestionChannel, SUGGESTION_PROCEDURE_VERSION, suggestionProcedure } from '../../law/procedure/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Services } from '../platform/services.ts'
import type { Work } from '../platform/work/transaction.ts'
import { type CaseActor, takeNumber } from '../procedure/index.ts'
import { newFollowCode } from './follow-code.ts'
import { moveSuggestion } from './move-suggestion.ts'

const words = (most: number, missing: string) => z.string().trim().min(1, missing).max(most, `最多 ${most} 个字。`)

/** What every proposal tells, whoever writes it down. */
export const suggestionContentSchema = z.object({
  proposerName: words(60, '请填写姓名或者单位名称。'),
  proposerContact: words(120, '请填写电话、邮箱或者通信地址，以便答复。'),
  proposerAddress: z.string().trim().max(200).default(''),
  documentTitle: words(200, '请填写文件名称。'),
  documentNo: z.string().trim().max(60).default(''),
  documentMaker: z.string().trim().max(100).default(''),
  matters: words(4000, '请写明哪一条、有什么问题。'),
  reasons: words(20_000, '请写明理由。'),
})
export type SuggestionContent = z.infer<typeof suggestionContentSchema>

const registers: Record<SuggestionChannel, string> = { suggestion: '建议', demand: '要求', transferredIn: '移送' }
const orNull = (value: string): string | null => (value === '' ? null : value)

/**
 * Put a proposal on record: its receipt number without gaps, the code with which it is followed (told once, its digest is
 * kept), and at once the step 发接收回执 with its clocks. In the caller's transaction.
 */
export async function receiveSuggestion(options: {
  services: Services
  work: Work
  actor: CaseActor
  organId: string
  kind: SuggestionChannel
  channel: 'portal' | 'letter' | 'platform'
  content: SuggestionContent
  proposerOrganId: string | null
  filingId: string | null
  fileIds: string[]
  receivedOn: string
}): Promise<{ suggestionId: string; receiptNo: string; followCode: string }> {
  const { services, work, actor, organId, kind, content, receivedOn } = options
  const { tx } = work
  const year = Number(receivedOn.slice(0, 4))
  const serial = await takeNumber(tx, { organId, kind: `suggestion.${kind}`, year })
  const receiptNo = `${registers[kind]}-${year}-${String(serial).padStart(4, '0')}`
  const suggestionId = newId()
  const { code, digest } = newFollowCode(suggestionId)
  await tx.suggestion.create({
    data: {
      id: suggestionId, procedureVersion: SUGGESTION_PROCEDURE_VERSION, kind, channel: options.channel, receiptNo, accessCodeDigest: digest, organId, state: suggestionProcedure.start,
      proposerName: content.proposerName, proposerContact: content.proposerContact, proposerAddress: orNull(content.proposerAddress), proposerOrganId: options.proposerOrganId,
      documentTitle: content.documentTitle, documentNo: orNull(content.documentNo), documentMaker: orNull(content.documentMaker), matters: content.matters, reasons: content.reasons,
      fileIds: options.fileIds, filingId: options.filingId, receivedOn: toDateColumn(receivedOn), createdBy: actor === 'system' ? null : actor.personId, createdAt: services.clock.now(),
    },
  })
  await moveSuggestion({ services, work, actor, suggestionId, key: 'acknowledge', on: services.clock.today(), receivedOn })
  return { suggestionId, receiptNo, followCode: code }
}
