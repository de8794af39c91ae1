import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Transaction } from '../platform/work/transaction.ts'

/**
 * 通过稿: what was adopted is what was voted, character for character. The voting text is kept once more as the adopted
 * one, unless somebody has kept it after that text already (amendments written into it). A voting text that came as a file
 * is the adopted one as a file.
 */
export async function fixAdoptedText(tx: Transaction, options: { projectId: string; actor: Actor; on: string; meetingId: string | null }): Promise<void> {
  await fixAdoptedFile(tx, options)
  const draft = await tx.draft.findUnique({ where: { projectId: options.projectId }, select: { id: true, snapshots: { orderBy: { seq: 'desc' } } } })
  const voted = draft?.snapshots.find((s) => s.kind === 'voting')
  const adopted = draft?.snapshots.find((s) => s.kind === 'adopted')
  if (draft == null || voted === undefined || (adopted !== undefined && adopted.seq > voted.seq)) return
  const { id: basedOnId, doc, tree, text, textDigest, version } = voted
  await tx.draftSnapshot.create({
    data: {
      id: newId(), draftId: draft.id, seq: (draft.snapshots[0]?.seq ?? 0) + 1, kind: 'adopted', label: '通过稿', basedOnId, reason: '常委会会议表决通过', version, doc: doc ?? {}, tree: tree ?? {}, text, textDigest,
      meetingId: options.meetingId, madeOn: toDateColumn(options.on), madeBy: options.actor.personId, madeByName: options.actor.name,
    },
  })
}

async function fixAdoptedFile(tx: Transaction, { projectId, actor }: { projectId: string; actor: Actor }): Promise<void> {
  const voted = await tx.projectDocument.findFirst({ where: { projectId, kind: 'votingText', fileId: { not: null }, replacedById: null }, orderBy: { id: 'desc' } })
  if (voted === null) return
  // one that is older is the adopted text of an earlier round
  const there = await tx.projectDocument.count({ where: { projectId, kind: 'adoptedText', replacedById: null, id: { gt: voted.id } } })
  if (there > 0) return
  const id = newId()
  await tx.projectDocument.create({ data: { id, projectId, kind: 'adoptedText', title: '通过稿', fileId: voted.fileId, step: 'adopt', addedBy: actor.personId, addedByName: actor.name } })
  await tx.projectDocument.updateMany({ where: { projectId, kind: 'adoptedText', replacedById: null, id: { lt: id } }, data: { replacedById: id } })
}
