import { ALIGNMENT_VERSION } from '../../../law/compare/index.ts'
import { readStoredFile } from '../../file/index.ts'
import { newId } from '../../platform/ids.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import type { ReadResult } from '../../reading/index.ts'
import { filingInclude } from '../filing-row.ts'
import { currentCheck, type SamenessMethod, type StoredSameness, textsOf } from './sameness-record.ts'
import { textDifferences } from './text-differences.ts'

/**
 * Compare the sealed text with the electronic one and keep the result with both digests. A scan has no text layer: then
 * the record says so and waits for a person's eye. Does nothing while one of the two is missing or when these very files
 * were compared before. A new file gives a new record; the old one stays as history.
 */
export async function compareSealedAndWord(options: { services: Services; actor: Actor; filingId: string }): Promise<void> {
  const { services, actor, filingId } = options
  const filing = await services.prisma.filing.findUniqueOrThrow({ where: { id: filingId }, include: filingInclude })
  const texts = textsOf(filing)
  if (texts === null || currentCheck(filing) !== null) return
  const [sealedFile, wordFile] = await Promise.all([
    services.prisma.storedFile.findUniqueOrThrow({ where: { id: texts.sealedFileId } }),
    services.prisma.storedFile.findUniqueOrThrow({ where: { id: texts.wordFileId } }),
  ])
  const [sealed, word] = [await readStoredFile({ services, file: sealedFile }), await readStoredFile({ services, file: wordFile })]
  const { method, ...result } = judge(sealed, word)
  const stored: StoredSameness = { ...result, sealedSha256: sealedFile.sha256, wordSha256: wordFile.sha256, algorithm: method === 'words' ? ALIGNMENT_VERSION : null }
  await inTransaction(services, async (work) => {
    await work.tx.samenessCheck.create({ data: { id: newId(), filingId, ...texts, method, differences: stored, checkedBy: actor.personId, checkedAt: services.clock.now() } })
    work.audit({ actor, action: 'filing.compareTexts', entity: 'Filing', entityId: filingId, organId: filing.filedByOrganId, detail: { method, differences: stored.differences.length, sealed: stored.sealedSha256, word: stored.wordSha256 } })
  })
}

function judge(sealed: ReadResult, word: ReadResult): { method: SamenessMethod; differences: StoredSameness['differences']; characters: number; note: string | null } {
  if (sealed.status !== 'read') return { method: 'awaitingEye', differences: [], characters: 0, note: `盖章本：${reasonOf(sealed)}请逐页对照后确认。` }
  if (word.status !== 'read') return { method: 'awaitingEye', differences: [], characters: 0, note: `电子本：${reasonOf(word)}请逐页对照后确认。` }
  // a born-digital paper may hold scanned pages: what has no text layer is told and left to the eye
  const blind = sealed.problems.filter((p) => p.message.includes('没有文字层'))
  const compared = textDifferences(sealed.blocks, word.blocks)
  if (blind.length > 0) return { method: 'awaitingEye', ...compared, note: `盖章本：${blind.map((p) => p.message).join('')}` }
  return { method: 'words', ...compared, note: null }
}

const reasonOf = (result: Exclude<ReadResult, { status: 'read' }>): string => (result.status === 'stored' ? result.reason : result.message)

