import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Amended, amendedDocument, type AmendmentKind, amendmentKinds, applyAmendments, differsByExactly, type RecordedAmendment, sayAmendment, wordsOfArticle } from '../../law/drafting/amendments/index.ts'
import { type EditorNode, type LegalText, printLegalText } from '../../law/text/index.ts'
import { keysOfDocument } from '../legislation-papers/index.ts'
import { legalTextSchema } from '../library/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { APPROVAL_BASIS } from './approval-for.ts'

const kinds = Object.keys(amendmentKinds).filter((kind): kind is AmendmentKind => Object.hasOwn(amendmentKinds, kind))
export const amendmentSchema = z.object({
  /** those recorded before there were others changed words */
  kind: z.enum(kinds).default('words'),
  articleId: z.string().min(1, '请选择条文。').max(200), articleKey: z.string().max(200).default(''), articleLabel: z.string().min(1).max(200),
  before: z.string().trim().max(20_000), after: z.string().trim().max(20_000), reason: z.string().trim().min(1, '请填写理由。').max(4000),
})
export type StoredAmendment = z.infer<typeof amendmentSchema>
export const amendmentsOf = (stored: unknown): StoredAmendment[] => z.array(amendmentSchema).catch([]).parse(stored)

const nodeSchema = z.custom<EditorNode>((value) => typeof value === 'object' && value !== null && 'type' in value)

/** A snapshot's text. Throws `not-found`. */
export async function textOfSnapshot(tx: Transaction, snapshotId: string): Promise<{ row: Awaited<ReturnType<Transaction['draftSnapshot']['findUniqueOrThrow']>>; text: LegalText }> {
  const row = await tx.draftSnapshot.findUnique({ where: { id: snapshotId } })
  if (row === null) throw problem('not-found', { detail: '没有找到报批的文本。' })
  return { row, text: legalTextSchema.parse(row.tree) }
}

/** Kinds whose words as they stand are not typed: a fault of theirs stands at what is typed. */
const typedAfterOnly: readonly AmendmentKind[] = ['addAfter', 'addBefore', 'heading', 'title']

/** Whether every amendment can be carried out; each fault stands at its field. Throws `invalid-input`. */
export function checkAmendments(voted: LegalText, amendments: readonly RecordedAmendment[]): Amended {
  const amended = applyAmendments(voted, amendments)
  const fieldOf = ({ index, code }: Amended['faults'][number]): string => (code === 'unreadable' || typedAfterOnly.includes(amendments[index]?.kind ?? 'words') ? 'after' : 'before')
  if (amended.faults.length > 0) throw problem('invalid-input', { fields: amended.faults.map((f) => ({ path: `amendments.${f.index}.${fieldOf(f)}`, message: f.message })) })
  return amended
}

/** The place of an amendment as the voted text has it: its label, what stands there where the whole of it is meant, and its key in the draft. */
export function placeAmendment(voted: { text: LegalText; doc: unknown }, amendment: StoredAmendment): StoredAmendment {
  const { text, doc } = voted
  const { kind, articleId } = amendment
  const at = text.articles.findIndex((a) => a.id === articleId)
  const article = text.articles[at]
  if (article !== undefined) {
    const before = kind === 'remove' ? wordsOfArticle(article) : kind === 'heading' ? (article.heading ?? '') : kind === 'addAfter' || kind === 'addBefore' ? '' : amendment.before
    return { ...amendment, before, articleLabel: article.number, articleKey: kind === 'addAfter' || kind === 'addBefore' ? '' : (keysOfDocument(doc)[at] ?? '') }
  }
  const annex = text.annexes.findIndex((a) => a.id === articleId)
  if (kind === 'annex' && annex >= 0) return { ...amendment, articleLabel: text.annexes[annex]?.label ?? '附件', articleKey: keysOfDocument(doc, 'annex')[annex] ?? '' }
  const division = text.divisions.findIndex((d) => d.id === articleId)
  if (kind === 'heading' && division >= 0) return { ...amendment, before: text.divisions[division]?.heading ?? '', articleLabel: text.divisions[division]?.number ?? '', articleKey: keysOfDocument(doc, 'chapter')[division] ?? '' }
  return kind === 'title' ? { ...amendment, before: text.title, articleLabel: '名称', articleKey: '' } : amendment
}

/**
 * 批准稿: the voted text with the recorded amendments, made by the program. Refuses to keep a text that differs from the
 * voted one by anything else.
 */
export async function keepApprovedText(tx: Transaction, options: { snapshotId: string; amendments: readonly StoredAmendment[]; actor: Actor; on: string; reason: string; /** who amends, as 为何这样写 names them */ province: string }): Promise<string> {
  const { row: voted, text } = await textOfSnapshot(tx, options.snapshotId)
  const approved = checkAmendments(text, options.amendments)
  if (!differsByExactly(text, approved.text, options.amendments)) {
    throw problem('step-refused', { detail: '批准稿同通过稿的差异不只是记录的修改意见，没有保存。请核对修改意见后再试。', extra: { rule: 'exactAmendments', basis: APPROVAL_BASIS } })
  }
  const last = await tx.draftSnapshot.findFirst({ where: { draftId: voted.draftId }, orderBy: { seq: 'desc' }, select: { seq: true } })
  const unchanged = options.amendments.length === 0
  const tree = unchanged ? text : approved.text
  const doc: unknown = unchanged ? voted.doc : amendedDocument(approved, nodeSchema.parse(voted.doc)).toJSON()
  const printed = unchanged ? voted.text : printLegalText(tree)
  const id = newId()
  await tx.draftSnapshot.create({
    data: {
      id, draftId: voted.draftId, seq: (last?.seq ?? voted.seq) + 1, kind: 'approved', label: '批准稿', basedOnId: voted.id, reason: options.reason, version: voted.version, doc: JSON.parse(JSON.stringify(doc)), tree: JSON.parse(JSON.stringify(tree)), text: printed,
      textDigest: createHash('sha256').update(printed).digest('hex'), amendments: JSON.parse(JSON.stringify(options.amendments)), madeOn: toDateColumn(options.on), madeBy: options.actor.personId, madeByName: options.actor.name,
    },
  })
  // 为何这样写: the words that the province changed answer with its reason
  const keys = keysOfDocument(doc)
  await tx.changeReason.createMany({
    data: options.amendments.flatMap((a, index) => {
      const added = approved.added[index] ?? null
      const articleKey = added === null ? a.articleKey : (keys[added] ?? '')
      return articleKey === '' ? [] : [{ id: newId(), draftId: voted.draftId, articleKey, snapshotId: id, text: a.reason, opinion: { from: options.province, on: options.on, words: (approved.effects[index] ?? sayAmendment(a)).replace(/。$/u, '') }, by: options.actor.personId, byName: options.actor.name }]
    }),
  })
  return id
}
