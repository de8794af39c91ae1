import { toPdf } from '../typesetting/index.ts'
import type { Services } from '../platform/services.ts'

/** A text of a draft laid out from its own words, line by line; null where there is no such text. */
export async function snapshotPdf(services: Services, options: { snapshotId: string; title: string }): Promise<{ label: string; bytes: Uint8Array } | null> {
  const snapshot = await services.prisma.draftSnapshot.findUnique({ where: { id: options.snapshotId }, select: { text: true, label: true } })
  if (snapshot === null) return null
  const [first = options.title, ...lines] = snapshot.text.split('\n').filter((line) => line.trim() !== '')
  const bytes = await toPdf({ title: first, body: [{ kind: 'paragraph', words: `（${snapshot.label}）` }, ...lines.map((words) => ({ kind: 'paragraph' as const, words }))], ...(services.settings.demo ? { demo: '演示数据' } : {}) })
  return { label: snapshot.label, bytes }
}
