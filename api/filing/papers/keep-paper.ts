import { type PaperKind, paperRoutes } from '../../../law/procedure/index.ts'
import { storeGeneratedFile } from '../../file/index.ts'
import { type PaperContent, type SheetContent, toDocx, toDocxTable, toPdf, toPdfTable } from '../../typesetting/index.ts'
import { newId } from '../../platform/ids.ts'
import { toDateColumn, toDateColumnOrNull } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import type { Services } from '../../platform/services.ts'
import type { Transaction } from '../../platform/work/transaction.ts'

export const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const isSheet = (content: PaperContent | SheetContent): content is SheetContent => 'table' in content

/** A paper laid out both ways: editable and as it is printed. */
export async function layOut(content: PaperContent | SheetContent): Promise<{ docx: Uint8Array; pdf: Uint8Array }> {
  return isSheet(content) ? { docx: await toDocxTable(content), pdf: await toPdfTable(content) } : { docx: await toDocx(content), pdf: await toPdf(content) }
}

/**
 * Keep a paper that the program made from the record (route `generated` of law/procedure): issued at once, as docx and
 * PDF, in the transaction of the step that yields it.
 */
export async function keepPaper(options: {
  services: Services
  tx: Transaction
  actor: Actor
  filingId: string
  /** the organ that issues it; its people read the files */
  organId: string
  kind: PaperKind
  content: PaperContent | SheetContent
  number: string | null
  recipient: { id: string; name: string }
  replyDueOn?: string | null
}): Promise<string> {
  const { services, tx, actor, kind, content } = options
  const label = paperRoutes.find((r) => r.kind === kind)?.label ?? kind
  const { docx, pdf } = await layOut(content)
  const keep = (bytes: Uint8Array, ending: string, mediaType: string) =>
    storeGeneratedFile({ services, tx, bytes, name: `${label}${options.number ?? ''}.${ending}`, mediaType, organId: options.organId, by: actor.personId })
  const id = newId()
  const today = services.clock.today()
  await tx.paper.create({
    data: {
      id, organId: options.organId, filingId: options.filingId, kind, state: 'issued', title: content.title, recipient: options.recipient.name, recipientOrganId: options.recipient.id,
      content: JSON.parse(JSON.stringify(content)), number: options.number, issuedOn: toDateColumn(today), issuedBy: actor.personId, issuedByName: actor.name, replyDueOn: toDateColumnOrNull(options.replyDueOn),
      docxFileId: await keep(docx, 'docx', DOCX_TYPE), pdfFileId: await keep(pdf, 'pdf', 'application/pdf'), createdBy: actor.personId, createdByName: actor.name, createdAt: services.clock.now(), deliveredAt: services.clock.now(),
    },
  })
  return id
}

export const demoMark = (services: Services): { demo?: string } => (services.settings.demo ? { demo: '演示数据' } : {})
