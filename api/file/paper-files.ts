import { z } from 'zod'
import { paperRoutes } from '../../law/procedure/index.ts'
import { newId } from '../platform/ids.ts'
import type { RecurringJob } from '../platform/jobs/index.ts'
import type { Services } from '../platform/services.ts'
import type { Work } from '../platform/work/transaction.ts'
import { layOut, type PaperContent, type SheetContent } from '../typesetting/index.ts'

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type PaperFiles = { docxFileId: string; pdfFileId: string }
type Kept = { content: PaperContent | SheetContent; name: string; organId: string; by: string | null }

/**
 * The two files of an issued paper. Their ids are fixed in the transaction that issues it; they are laid out when it has
 * been committed, with the number in them, so that nobody waits at the register for the typesetting of somebody else. What
 * a kill or a full disk leaves undone `paperFilesJob` lays out from the paper's content, which does not change any more.
 */
export function filesAfterCommit(options: Kept & { services: Services; work: Work }): PaperFiles {
  const { services, work } = options
  const ids = { docxFileId: newId(), pdfFileId: newId() }
  work.afterCommit(async () => {
    try {
      await keepFiles({ ...options, ids })
    } catch (error) {
      services.log.error({ error }, 'a paper could not be laid out; it is tried again')
    }
  })
  return ids
}

async function keepFiles(options: Kept & { services: Services; ids: PaperFiles }): Promise<void> {
  const { services, content, name, organId, by, ids } = options
  const { docx, pdf } = await layOut(content)
  const keep = async (id: string, bytes: Uint8Array, ending: string, mediaType: string) => {
    const { sha256, sizeBytes } = await services.files.put(bytes)
    return { id, sha256, sizeBytes: BigInt(sizeBytes), name: `${name}.${ending}`, mediaType, uploadedBy: by, organId }
  }
  // whoever else was at it has kept the same paper
  await services.prisma.storedFile.createMany({ data: [await keep(ids.docxFileId, docx, 'docx', DOCX), await keep(ids.pdfFileId, pdf, 'pdf', 'application/pdf')], skipDuplicates: true })
}

const storedContent = z.custom<PaperContent | SheetContent>((value) => typeof value === 'object' && value !== null && 'title' in value)

/** Lay out issued papers whose files are not there. Returns how many. */
export async function layOutMissingPapers(services: Services): Promise<number> {
  const missing = await services.prisma.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM "Paper" p WHERE p.state = 'issued' AND p."docxFileId" IS NOT NULL AND p."pdfFileId" IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM "StoredFile" f WHERE f.id = p."pdfFileId") LIMIT 100`
  const papers = await services.prisma.paper.findMany({ where: { id: { in: missing.map((m) => m.id) } } })
  let laidOut = 0
  for (const { docxFileId, pdfFileId, ...paper } of papers) {
    if (docxFileId === null || pdfFileId === null) continue
    const label = paperRoutes.find((r) => r.kind === paper.kind)?.label ?? paper.title
    try {
      await keepFiles({ services, ids: { docxFileId, pdfFileId }, content: storedContent.parse(paper.content), name: `${label}${paper.number ?? ''}`, organId: paper.organId, by: paper.issuedBy })
      laidOut += 1
    } catch (error) {
      // one that cannot be laid out keeps no other from it
      services.log.error({ error, paperId: paper.id }, 'a paper could not be laid out; it is tried again')
    }
  }
  return laidOut
}

export const paperFilesJob: RecurringJob = { name: 'layOutMissingPapers', cron: '* * * * *', atStart: true, run: (services) => layOutMissingPapers(services).then(() => undefined) }
