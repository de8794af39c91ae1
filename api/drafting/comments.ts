import { Node } from 'prosemirror-model'
import { findKey, numberDocument } from '../../law/drafting/index.ts'
import type { QuoteAnchor } from '../../law/compare/index.ts'
import { editorSchema } from '../../law/text/index.ts'
import { Prisma } from '../../prisma/generated/client.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { ring } from './draft-bell.ts'
import { draftFor } from './draft-for.ts'

type Asked = { services: Services; actor: Actor; draftId: string }

/** All comments of a draft, oldest first; replies name their parent. */
export async function listComments(options: Asked) {
  await draftFor({ ...options, action: 'open' })
  const rows = await options.services.prisma.draftComment.findMany({ where: { draftId: options.draftId }, orderBy: { id: 'asc' } })
  return {
    items: rows.map(({ id, revision, parentId, articleKey, articleLabel, quote, version, text, state, by, byName, at, resolvedByName, resolvedAt }) => ({
      id, revision, parentId, articleKey, articleLabel, quote, version, text, resolved: state === 'resolved', by, byName, at: at.toISOString(), resolvedByName, resolvedAt: resolvedAt?.toISOString() ?? null, own: by === options.actor.personId,
    })),
  }
}

/** Comment on a passage (its article's key and the words with what stands around them), on an article, or on the whole. */
export async function addComment(options: Asked & { text: string; articleKey: string | null; quote: QuoteAnchor | null; version: number }): Promise<{ id: string }> {
  const { services, actor, draftId, text, articleKey, quote, version } = options
  await draftFor({ ...options, action: 'open' })
  const id = newId()
  await inTransaction(services, async ({ tx }) => {
    const label = articleKey === null ? null : await labelNow({ tx, draftId, articleKey })
    await tx.draftComment.create({ data: { id, draftId, text, articleKey, articleLabel: label, quote: quote ?? Prisma.DbNull, version, by: actor.personId, byName: actor.name, at: services.clock.now() } })
    await ring(tx, draftId, { kind: 'changed', what: 'comments' })
  })
  return { id }
}

async function labelNow({ tx, draftId, articleKey }: { tx: Pick<Prisma.TransactionClient, 'draft'>; draftId: string; articleKey: string }): Promise<string> {
  const { doc: json } = await tx.draft.findUniqueOrThrow({ where: { id: draftId }, select: { doc: true } })
  const doc = Node.fromJSON(editorSchema, json)
  if (findKey(doc, articleKey) === null) throw problem('invalid-input', { fields: [{ path: 'articleKey', message: '这一条已经不在草案里，批注没有保存。请复制文字后批在别处。' }] })
  return numberDocument(doc).byKey.get(articleKey)?.label ?? ''
}

/** Answer a comment; the answer stands where the comment does, and its author is told. */
export async function replyToComment(options: Asked & { commentId: string; text: string }): Promise<{ id: string }> {
  const { services, actor, draftId, commentId, text } = options
  const draft = await draftFor({ ...options, action: 'open' })
  const parent = await services.prisma.draftComment.findFirst({ where: { id: commentId, draftId } })
  if (parent === null) throw problem('not-found')
  const id = newId()
  await inTransaction(services, async (work) => {
    const { articleKey, articleLabel, version } = parent
    await work.tx.draftComment.create({ data: { id, draftId, parentId: parent.parentId ?? parent.id, articleKey, articleLabel, version, text, by: actor.personId, byName: actor.name, at: services.clock.now() } })
    await ring(work.tx, draftId, { kind: 'changed', what: 'comments' })
    if (parent.by !== actor.personId) work.notify({ personId: parent.by, kind: 'draft.reply', title: `${actor.name}回复了您在《${draft.project.title}》草案的批注`, body: text.slice(0, 200), entity: 'Draft', entityId: draftId })
  })
  return { id }
}

/** Settle a comment, or take it up again. */
export async function resolveComment(options: Asked & { commentId: string; resolved: boolean; revision: number }): Promise<void> {
  const { services, actor, draftId, commentId, resolved, revision } = options
  await draftFor({ ...options, action: 'open' })
  const comment = await services.prisma.draftComment.findFirst({ where: { id: commentId, draftId, parentId: null }, select: { id: true } })
  if (comment === null) throw problem('not-found')
  await inTransaction(services, async ({ tx }) => {
    const { count } = await tx.draftComment.updateMany({
      where: { id: commentId, revision },
      data: { revision: { increment: 1 }, state: resolved ? 'resolved' : 'open', resolvedBy: resolved ? actor.personId : null, resolvedByName: resolved ? actor.name : null, resolvedAt: resolved ? services.clock.now() : null },
    })
    if (count === 0) throw problem('stale-edit')
    await ring(tx, draftId, { kind: 'changed', what: 'comments' })
  })
}
