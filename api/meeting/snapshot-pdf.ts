import { Node } from 'prosemirror-model'
import { textOf } from '../../law/drafting/index.ts'
import { editorSchema } from '../../law/text/index.ts'
import { legalTextBlocks, toPdf } from '../typesetting/index.ts'
import type { Services } from '../platform/services.ts'

/** A text of a draft as members have it before them: title, which text it is, chapters, articles and tables; null where there is no such text. */
export async function snapshotPdf(services: Services, options: { snapshotId: string; title: string }): Promise<{ label: string; bytes: Uint8Array } | null> {
  const snapshot = await services.prisma.draftSnapshot.findUnique({ where: { id: options.snapshotId }, select: { doc: true, label: true } })
  if (snapshot === null) return null
  const text = textOf(Node.fromJSON(editorSchema, snapshot.doc))
  const bytes = await toPdf({ title: text.title === '' ? options.title : text.title, body: legalTextBlocks(text, { label: snapshot.label }), ...(services.settings.demo ? { demo: '演示数据' } : {}) })
  return { label: snapshot.label, bytes }
}
