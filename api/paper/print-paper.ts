import { Readable } from 'node:stream'
import { DOCX } from '../file/index.ts'
import { toDocx, toPdf } from '../typesetting/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { contentOf } from './paper-content.ts'
import { filled } from './passages.ts'
import { beforeIssue } from './present-paper.ts'
import { paperFacts, paperFor } from './read-paper.ts'

export type PrintedPaper = { name: string; mediaType: string; body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> }

/** The paper as a file: what was kept at issue, byte for byte; a draft is laid out now and says on every page that it is one. */
export async function printPaper(options: { services: Services; actor: Actor; paperId: string; form: 'docx' | 'pdf' }): Promise<PrintedPaper> {
  const { services, actor, paperId, form } = options
  const tx = services.prisma
  const paper = await paperFor({ tx, actor, paperId, action: 'read' })
  const mediaType = form === 'docx' ? DOCX : 'application/pdf'
  if (paper.state === 'issued') {
    const fileId = form === 'docx' ? paper.docxFileId : paper.pdfFileId
    const file = fileId === null ? null : await tx.storedFile.findUnique({ where: { id: fileId } })
    if (file === null) throw problem('not-found', { detail: '这件文书没有保存文件。' })
    return { name: file.name, mediaType, body: Readable.toWeb(await services.files.open(file.sha256)) as ReadableStream<Uint8Array> }
  }
  const { passages } = await paperFacts({ tx, actor, paper })
  const content = beforeIssue(filled(contentOf(paper.content), passages), { today: services.clock.today(), demo: services.settings.demo })
  const bytes = form === 'docx' ? await toDocx(content) : await toPdf(content)
  return { name: `${paper.title}（草稿）.${form}`, mediaType, body: new Uint8Array(bytes) }
}
