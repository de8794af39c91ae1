import { parseLegalText, type LegalText } from '../../../law/text/index.ts'
import { readStoredFile } from '../../file/index.ts'
import { libraryRank, type StoredVersion, storeVersion } from '../../library/index.ts'
import { fromDateColumnOrNull } from '../../platform/legal-date.ts'
import type { Services } from '../../platform/services.ts'
import type { Work } from '../../platform/work/transaction.ts'
import type { FilingRow } from '../filing-row.ts'

export type FiledText = { fileId: string; text: LegalText; problems: { line: number; code: string; message: string }[] }

/** The text of the package: the electronic file, or where it cannot be read the sealed one. Null when neither has words. */
export async function readFiledText(services: Services, filing: FilingRow): Promise<FiledText | null> {
  for (const kind of ['electronicText', 'sealedText']) {
    const fileId = filing.materials.findLast((m) => m.kind === kind && m.fileId !== null)?.fileId
    if (fileId == null) continue
    const file = await services.prisma.storedFile.findUnique({ where: { id: fileId } })
    if (file === null) continue
    const result = await readStoredFile({ services, file })
    if (result.status !== 'read') continue
    const text = parseLegalText(result.blocks, { title: filing.title, remarks: result.remarks })
    // the title of the form is the one the office answers for
    return { fileId, text: { ...text, title: text.title === '' ? filing.title : text.title }, problems: [...result.problems, ...text.problems].sort((a, b) => a.line - b.line) }
  }
  return null
}

/**
 * Put a filed text into the library, internal until it is published by an act of its own. A corrected text is a version of
 * the same work that corrects the earlier one. Returns the version and the one before it.
 */
export async function keepFiledText(options: { work: Work; filing: FilingRow; filed: FiledText; by: string; corrects: string | null }): Promise<{ versionId: string; previousVersionId: string | null }> {
  const { work, filing, filed, corrects } = options
  const { tx } = work
  const store = (correctionOfId: string | null, workId: string | undefined): Promise<StoredVersion> =>
    storeVersion({
      work,
      identity: { title: filing.title, issuer: filing.maker.name, organId: filing.makerOrganId, documentKind: filing.documentKind, rank: libraryRank(filing.documentKind), regionCode: filing.maker.regionCode },
      ...(workId === undefined ? {} : { workId }),
      version: {
        text: filed.text, documentNo: filing.documentNo, adopted: fromDateColumnOrNull(filing.meetingDate), promulgated: fromDateColumnOrNull(filing.promulgated), effectiveFrom: fromDateColumnOrNull(filing.effectiveFrom),
        effectiveBasis: filing.effectiveFrom === null ? 'unknown' : 'stated', correctionOfId, published: null,
      },
      source: { fileId: filed.fileId, problems: filed.problems, addedBy: options.by },
    })
  const corrected = corrects === null ? null : await tx.version.findUnique({ where: { id: corrects }, select: { workId: true } })
  const first = await store(corrected === null ? null : corrects, corrected?.workId)
  // a text of the same dates that reads differently is not what was filed: the filed one is kept beside it
  const stored = first.status === 'otherText' ? await store(first.versionId, first.workId) : first
  const own = fromDateColumnOrNull(filing.effectiveFrom) ?? fromDateColumnOrNull(filing.promulgated)
  const earlier = own === null ? null : await tx.version.findFirst({
    where: { workId: stored.workId, id: { notIn: [stored.versionId, ...(corrects === null ? [] : [corrects])] }, effectiveFrom: { lt: new Date(`${own}T00:00:00Z`) } }, orderBy: { effectiveFrom: 'desc' }, select: { id: true },
  })
  return { versionId: stored.versionId, previousVersionId: earlier?.id ?? null }
}
