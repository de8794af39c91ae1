import { type PaperKind, paperRoute } from '../../law/procedure/index.ts'
import { storeGeneratedFile } from '../file/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { type PaperContent, toDocx, toPdf } from '../papers/layout/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import type { Work } from '../platform/work/transaction.ts'
import { takeNumber } from '../procedure/index.ts'

/** The register of outgoing papers of an organ (one number series a year). */
const OUTGOING = 'outgoingPaper'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** What a paper that the program makes from the record is about. */
export type GeneratedPaper = {
  kind: PaperKind
  filing: { id: string; receiverOrganId: string }
  taskId: string
  title: string
  recipient: { organId: string; name: string } | null
  content: Omit<PaperContent, 'documentNo' | 'demo'>
}

/** Keep a generated paper: its number where its kind has one, its content as it stands, .docx and PDF. Issued at once. */
export async function keepGeneratedPaper(options: { services: Services; work: Work; actor: Actor; paper: GeneratedPaper }): Promise<string> {
  const { services, work, actor, paper } = options
  const { tx } = work
  const today = services.clock.today()
  const organId = paper.filing.receiverOrganId
  const organ = await tx.organ.findUniqueOrThrow({ where: { id: organId }, select: { documentCode: true, shortName: true } })
  const number = paperRoute(paper.kind).numbered
    ? `${organ.documentCode ?? organ.shortName}函〔${today.slice(0, 4)}〕${await takeNumber(tx, { organId, kind: OUTGOING, year: Number(today.slice(0, 4)) })}号`
    : null
  const content: PaperContent = { ...paper.content, ...(number === null ? {} : { documentNo: number }), ...(services.settings.demo ? { demo: '演示数据' } : {}) }
  const [docx, pdf] = await Promise.all([toDocx(content), toPdf(content)])
  const file = (bytes: Uint8Array, extension: string, mediaType: string) => storeGeneratedFile({ services, tx, bytes, name: `${paper.title}.${extension}`, mediaType, organId, by: actor.personId })
  const id = newId()
  await tx.paper.create({
    data: {
      id, organId, filingId: paper.filing.id, taskId: paper.taskId, kind: paper.kind, state: 'issued', title: paper.title, recipient: paper.recipient?.name ?? null, recipientOrganId: paper.recipient?.organId ?? null,
      content: JSON.parse(JSON.stringify(content)), number, issuedOn: toDateColumn(today), issuedBy: actor.personId, issuedByName: actor.name,
      docxFileId: await file(docx, 'docx', DOCX), pdfFileId: await file(pdf, 'pdf', 'application/pdf'), createdBy: actor.personId, createdByName: actor.name,
    },
  })
  return id
}
