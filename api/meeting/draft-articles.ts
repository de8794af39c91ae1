import { z } from 'zod'
import type { Transaction } from '../platform/work/transaction.ts'

export type DraftArticle = { /** its key in the draft; null where the text has none */ key: string | null; label: string; text: string }
export type DraftText = { snapshotId: string; label: string; kind: string; articles: DraftArticle[] }

const treeSchema = z.object({ articles: z.array(z.object({ number: z.string(), paragraphs: z.array(z.object({ text: z.string() })).default([]) })) })
type Node = { type?: unknown; attrs?: { key?: unknown } | null | undefined; content?: Node[] | undefined }
const nodeSchema: z.ZodType<Node> = z.lazy(() => z.object({ type: z.unknown(), attrs: z.object({ key: z.unknown().optional() }).nullish(), content: z.array(nodeSchema).optional() }))

const articleKeys = (node: Node): string[] => (node.type === 'article' ? [typeof node.attrs?.key === 'string' ? node.attrs.key : ''] : (node.content ?? []).flatMap(articleKeys))

/** Articles of a text as it went out: label and first words from its tree, keys from the editor's document, in the same order. */
export function articlesOf(snapshot: { tree: unknown; doc: unknown }): DraftArticle[] {
  const tree = treeSchema.safeParse(snapshot.tree)
  if (!tree.success) return []
  const doc = nodeSchema.safeParse(snapshot.doc)
  const keys = doc.success ? articleKeys(doc.data) : []
  // a key is only told where both say the same articles
  const aligned = keys.length === tree.data.articles.length
  return tree.data.articles.map((article, at) => ({ key: aligned && keys[at] !== '' ? (keys[at] ?? null) : null, label: article.number, text: article.paragraphs[0]?.text ?? '' }))
}

/** What is made of a text after its vote is not what the meeting had before it. */
const afterVote = ['adopted', 'approved']

/** The text on which a meeting speaks and votes: the one among its files, else the newest of the project on its last day. Null where there is none. */
export async function textOfItem(tx: Transaction, item: { id: string; projectId: string | null }): Promise<DraftText | null> {
  const file = await tx.meetingFile.findFirst({ where: { agendaItemId: item.id, snapshotId: { not: null }, replacedById: null }, orderBy: { number: 'desc' }, select: { snapshotId: true } })
  const snapshot = file?.snapshotId != null ? await tx.draftSnapshot.findUnique({ where: { id: file.snapshotId } }) : await newestBefore(tx, item)
  return snapshot === null ? null : { snapshotId: snapshot.id, label: snapshot.label, kind: snapshot.kind, articles: articlesOf(snapshot) }
}

async function newestBefore(tx: Transaction, item: { id: string; projectId: string | null }) {
  if (item.projectId === null) return null
  const held = await tx.agendaItem.findUnique({ where: { id: item.id }, select: { meeting: { select: { endsOn: true } } } })
  if (held === null) return null
  return tx.draftSnapshot.findFirst({ where: { draft: { projectId: item.projectId }, madeOn: { lte: held.meeting.endsOn }, kind: { notIn: afterVote } }, orderBy: { seq: 'desc' } })
}
