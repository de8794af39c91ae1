import { createHash } from 'node:crypto'
import { Node } from 'prosemirror-model'
import { textOf } from '../../law/drafting/index.ts'
import { editorSchema, type LegalText, printLegalText } from '../../law/text/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Work } from '../platform/work/transaction.ts'
import { ring } from './draft-bell.ts'
import { draftFor, guardText, lockDraft } from './draft-for.ts'
import { documentAt } from './kept-document.ts'
import { type SnapshotKind, snapshotKindLabel } from './snapshot-kind.ts'
import { json } from './write-steps.ts'

export type TakenSnapshot = { id: string; draftId: string; seq: number; kind: SnapshotKind; label: string; version: number; madeOn: string; textDigest: string; text: LegalText }

type SnapshotOptions = {
  services: Services
  work: Work
  actor: Actor
  projectId: string
  kind: SnapshotKind
  /** what it is called; else by its kind: 草案（一次审议稿） */
  label?: string | undefined
  reason?: string | undefined
  meetingId?: string | null | undefined
  /** a text that is not the working copy: an editor document with the recorded amendments in it (批准稿) */
  doc?: unknown
  /** recorded technical corrections, or the province's amendments, that made it of the one before */
  amendments?: Prisma.InputJsonValue | undefined
}

/**
 * Keep the text as it goes out; it can never change. For steps of the procedure, which have judged the right to take them;
 * persons take one through `takeSnapshot`.
 *
 * @throws Problem `step-refused` where the project has no draft yet
 */
export async function snapshotDraft(options: SnapshotOptions): Promise<TakenSnapshot> {
  const { services, work, actor, projectId, kind, reason, meetingId } = options
  const { tx } = work
  const draft = await tx.draft.findUnique({ where: { projectId }, select: { id: true } })
  if (draft === null) throw problem('step-refused', { detail: '这个项目还没有草案文本，请先在起草页面建立草案。' })
  const { version } = await lockDraft(tx, draft.id)
  const doc = options.doc === undefined ? await documentAt({ prisma: services.prisma, tx, draftId: draft.id, version }) : checked(options.doc)
  const last = await tx.draftSnapshot.findFirst({ where: { draftId: draft.id }, orderBy: { seq: 'desc' }, select: { id: true, seq: true } })
  const tree = textOf(doc)
  const text = printLegalText(tree)
  const label = options.label ?? snapshotKindLabel(kind)
  const taken = { id: newId(), draftId: draft.id, seq: (last?.seq ?? 0) + 1, kind, label, version, textDigest: digestOf(text) }
  const madeOn = services.clock.today()
  await tx.draftSnapshot.create({
    data: {
      ...taken, basedOnId: last?.id ?? null, reason: reason ?? null, doc: json(doc.toJSON()), tree: json(tree), text, meetingId: meetingId ?? null, ...(options.amendments === undefined ? {} : { amendments: options.amendments }),
      madeOn: toDateColumn(madeOn), madeBy: actor.personId, madeByName: actor.name, madeAt: services.clock.now(),
    },
  })
  work.audit({ actor, action: 'draft.snapshot', entity: 'DraftSnapshot', entityId: taken.id, detail: { kind, seq: taken.seq, textDigest: taken.textDigest } })
  await ring(tx, draft.id, { kind: 'changed', what: 'snapshots' })
  return { ...taken, madeOn, text: tree }
}

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

function checked(json: unknown): Node {
  try {
    const doc = Node.fromJSON(editorSchema, json)
    doc.check()
    return doc
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) throw problem('invalid-input', { detail: '文本的结构不完整，没有保存。' })
    throw error
  }
}

/** A person's own mark on the way, or a text that went out without a step of its own. */
export async function takeSnapshot(options: { services: Services; actor: Actor; draftId: string; kind: SnapshotKind; label?: string | undefined; reason?: string | undefined; meetingId?: string | null | undefined }): Promise<TakenSnapshot> {
  const { services, actor, draftId } = options
  const draft = await draftFor({ services, actor, draftId, action: 'keep' })
  if (options.kind === 'adopted' || options.kind === 'approved') throw problem('step-refused', { detail: '通过稿、批准稿由表决、批准的步骤生成，不能手工建立。' })
  // what goes out is fixed by the vote: no other voting text stands beside it afterwards
  if (options.kind !== 'working') guardText(draft.project.state)
  return inTransaction(services, (work) => snapshotDraft({ ...options, work, projectId: draft.projectId }))
}
