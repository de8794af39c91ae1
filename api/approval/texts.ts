import { createHash } from 'node:crypto'
import { z } from 'zod'
import { amendedDocument, applyAmendments, differsByExactly, type RecordedAmendment } from '../../law/drafting/amendments/index.ts'
import { type EditorNode, type LegalText, printLegalText } from '../../law/text/index.ts'
import { legalTextSchema } from '../library/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { APPROVAL_BASIS } from './approval-for.ts'

export const amendmentSchema = z.object({
  articleId: z.string().min(1, '请选择条文。').max(200), articleKey: z.string().max(200).default(''), articleLabel: z.string().min(1).max(200),
  before: z.string().trim().min(1, '请填写原文。').max(20_000), after: z.string().trim().max(20_000), reason: z.string().trim().min(1, '请填写理由。').max(4000),
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

/** Whether every amendment can be carried out; each fault stands at its field. Throws `invalid-input`. */
export function checkAmendments(voted: LegalText, amendments: readonly RecordedAmendment[]): LegalText {
  const { text, faults } = applyAmendments(voted, amendments)
  if (faults.length > 0) throw problem('invalid-input', { fields: faults.map((f) => ({ path: `amendments.${f.index}.${f.code === 'unreadable' ? 'after' : 'before'}`, message: f.message })) })
  return text
}

/**
 * 批准稿: the voted text with the recorded amendments, made by the program. Refuses to keep a text that differs from the
 * voted one by anything else.
 */
export async function keepApprovedText(tx: Transaction, options: { snapshotId: string; amendments: readonly StoredAmendment[]; actor: Actor; on: string; reason: string; /** who amends, as 为何这样写 names them */ province: string }): Promise<string> {
  const { row: voted, text } = await textOfSnapshot(tx, options.snapshotId)
  const approved = checkAmendments(text, options.amendments)
  if (!differsByExactly(text, approved, options.amendments)) {
    throw problem('step-refused', { detail: '批准稿同通过稿的差异不只是记录的修改意见，没有保存。请核对修改意见后再试。', extra: { rule: 'exactAmendments', basis: APPROVAL_BASIS } })
  }
  const last = await tx.draftSnapshot.findFirst({ where: { draftId: voted.draftId }, orderBy: { seq: 'desc' }, select: { seq: true } })
  const unchanged = options.amendments.length === 0
  const tree = unchanged ? text : approved
  const doc = unchanged ? voted.doc : amendedDocument(approved, nodeSchema.parse(voted.doc)).toJSON()
  const printed = unchanged ? voted.text : printLegalText(tree)
  const id = newId()
  await tx.draftSnapshot.create({
    data: {
      id, draftId: voted.draftId, seq: (last?.seq ?? voted.seq) + 1, kind: 'approved', label: '批准稿', basedOnId: voted.id, reason: options.reason, version: voted.version, doc: JSON.parse(JSON.stringify(doc)), tree: JSON.parse(JSON.stringify(tree)), text: printed,
      textDigest: createHash('sha256').update(printed).digest('hex'), amendments: JSON.parse(JSON.stringify(options.amendments)), madeOn: toDateColumn(options.on), madeBy: options.actor.personId, madeByName: options.actor.name,
    },
  })
  // 为何这样写: the words that the province changed answer with its reason
  await tx.changeReason.createMany({
    data: options.amendments.filter((a) => a.articleKey !== '').map((a) => ({
      id: newId(), draftId: voted.draftId, articleKey: a.articleKey, snapshotId: id, text: a.reason, opinion: { from: options.province, on: options.on, words: a.after === '' ? `删去“${a.before}”` : `将“${a.before}”修改为“${a.after}”` }, by: options.actor.personId, byName: options.actor.name,
    })),
  })
  return id
}
