import { createHash } from 'node:crypto'
import { z } from 'zod'
import { type Amended, amendedDocument, type AmendmentKind, amendmentKindNames, applyAmendments, differsByExactly, labelled, type RecordedAmendment, sayAmendment } from '../../law/drafting/amendments/index.ts'
import { type EditorNode, type LegalText, printLegalText } from '../../law/text/index.ts'
import { keysOfDocument } from '../legislation-papers/index.ts'
import { legalTextSchema } from '../library/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { APPROVAL_BASIS } from './approval-for.ts'

export const amendmentSchema = z.object({
  /** those recorded before there were others changed words */
  kind: z.enum(amendmentKindNames).default('words'),
  articleId: z.string().min(1, '请选择条文。').max(200), articleKey: z.string().max(200).default(''), articleLabel: z.string().min(1).max(200),
  before: z.string().trim().max(20_000), after: z.string().trim().max(20_000), reason: z.string().trim().min(1, '请填写理由。').max(4000),
  /** the second place of a kind that has one; the name of a chapter or annex that is added */
  targetId: z.string().max(200).default(''), targetLabel: z.string().max(200).default(''), heading: z.string().trim().max(300).default(''),
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

/** The field at which a fault stands: what is typed, or the places that are chosen. */
function fieldOf({ kind }: RecordedAmendment, code: Amended['faults'][number]['code']): string {
  if (code === 'noHeading') return 'heading'
  if (code === 'noTarget') return 'targetId'
  switch (kind) {
    case 'words':
    case 'annex':
      return code === 'unreadable' ? 'after' : 'before'
    case 'remove':
      return 'before'
    case 'addAfter':
    case 'addBefore':
    case 'addClause':
    case 'addItem':
    case 'heading':
    case 'title':
    case 'addDivision':
    case 'addAnnex':
      return 'after'
    case 'moveArticle':
    case 'removeClause':
    case 'mergeDivision':
      return 'targetId'
    case 'splitChapter':
    case 'splitSection':
    case 'removeDivision':
    case 'removeAnnex':
      return 'articleId'
    default: {
      const never: never = kind
      return never
    }
  }
}

/** Whether every amendment can be carried out; each fault stands at its field. Throws `invalid-input`. */
export function checkAmendments(voted: LegalText, amendments: readonly RecordedAmendment[]): Amended {
  const amended = applyAmendments(voted, amendments)
  const fieldAt = ({ index, code }: Amended['faults'][number]): string => { const at = amendments[index]; return at === undefined ? 'before' : fieldOf(at, code) }
  if (amended.faults.length > 0) throw problem('invalid-input', { fields: amended.faults.map((f) => ({ path: `amendments.${f.index}.${fieldAt(f)}`, message: f.message })) })
  return amended
}

/** What an amendment is about goes on under its key in the draft; what it brings has none yet. */
const brings: readonly AmendmentKind[] = ['addAfter', 'addBefore', 'addDivision', 'splitChapter', 'splitSection', 'addAnnex']

/** An amendment as the voted text has its places: their labels, what stands there where the whole of it is meant, and its key in the draft. */
export function placeAmendment(voted: { text: LegalText; doc: unknown }, amendment: StoredAmendment): StoredAmendment {
  const { text, doc } = voted
  const { kind, articleId } = amendment
  const keyOf = (type: 'article' | 'chapter' | 'annex', row: readonly { id: string }[]): string => { const at = row.findIndex(({ id }) => id === articleId); return at < 0 ? '' : (keysOfDocument(doc, type)[at] ?? '') }
  const articleKey = brings.includes(kind) ? '' : [keyOf('article', text.articles), keyOf('chapter', text.divisions), keyOf('annex', text.annexes)].find((key) => key !== '') ?? ''
  return { ...labelled(text, amendment), articleKey }
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
  const keys = { article: keysOfDocument(doc), chapter: keysOfDocument(doc, 'chapter'), annex: keysOfDocument(doc, 'annex') }
  await tx.changeReason.createMany({
    data: options.amendments.flatMap((a, index) => {
      const own = [a.articleKey, ...(approved.made[index] ?? []).map(({ of, at }) => keys[of][at] ?? '')].filter((key) => key !== '')
      const words = (approved.effects[index] ?? sayAmendment(a)).replace(/。$/u, '')
      return own.map((articleKey) => ({ id: newId(), draftId: voted.draftId, articleKey, snapshotId: id, text: a.reason, opinion: { from: options.province, on: options.on, words }, by: options.actor.personId, byName: options.actor.name }))
    }),
  })
  return id
}
