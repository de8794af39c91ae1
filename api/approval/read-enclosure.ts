import { Readable } from 'node:stream'
import { DOCX } from '../file/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { approvalFor } from './approval-for.ts'
import { enclosuresOf } from './enclosures.ts'

export type ReadEnclosure = { name: string; mediaType: string; body: ReadableStream<Uint8Array> }

/** One of the papers that went up, byte for byte as it was sent. Throws `not-found`. */
export async function readEnclosure(options: { services: Services; actor: Actor; requestId: string; index: number; form: 'docx' | 'pdf' }): Promise<ReadEnclosure> {
  const { services, actor, requestId, index, form } = options
  const { prisma } = services
  const { row } = await approvalFor({ tx: prisma, actor, requestId })
  const enclosure = enclosuresOf(row.enclosures)[index]
  if (enclosure === undefined) throw problem('not-found')
  const paper = enclosure.paperId === null ? null : await prisma.paper.findUnique({ where: { id: enclosure.paperId }, select: { docxFileId: true, pdfFileId: true } })
  const fileId = paper === null ? enclosure.fileId : form === 'docx' ? paper.docxFileId : paper.pdfFileId
  const file = fileId === null ? null : await prisma.storedFile.findUnique({ where: { id: fileId } })
  if (file === null) throw problem('not-found', { detail: '这件材料没有文件。' })
  return { name: file.name, mediaType: paper === null ? file.mediaType : form === 'docx' ? DOCX : 'application/pdf', body: Readable.toWeb(await services.files.open(file.sha256)) as ReadableStream<Uint8Array> }
}
