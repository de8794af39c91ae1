import { fromDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { textFor } from './compare-texts.ts'
import { draftFor, textsSeen } from './draft-for.ts'
import { isSnapshotKind, kindsSeen, snapshotKindLabel } from './snapshot-kind.ts'

type Asked = { services: Services; actor: Actor; draftId: string }

/** The texts that a person may read, oldest first; who may not open the working copy sees what went out only. */
export async function listSnapshots(options: Asked) {
  const { services, actor, draftId } = options
  const draft = await draftFor({ ...options, action: 'read' })
  const seen = textsSeen({ services, actor, draft })
  const rows = await services.prisma.draftSnapshot.findMany({
    where: { draftId, kind: kindsSeen(seen) ?? {} }, orderBy: { seq: 'asc' },
    select: { id: true, seq: true, kind: true, label: true, reason: true, version: true, textDigest: true, meetingId: true, madeOn: true, madeByName: true, madeAt: true, basedOnId: true, amendments: true },
  })
  return {
    projectId: draft.projectId, title: draft.project.title, mayOpen: seen === 'all',
    items: rows.map(({ madeOn, madeAt, ...row }) => ({ ...row, kindLabel: isSnapshotKind(row.kind) ? snapshotKindLabel(row.kind) : row.kind, madeOn: fromDateColumn(madeOn), madeAt: madeAt.toISOString() })),
  }
}

/** One text as a tree and as the editor's document, whose keys speeches and opinions point at. */
export async function showSnapshot(options: Asked & { which: string }) {
  const draft = await draftFor({ ...options, action: 'read' })
  const { side, doc, text } = await textFor({ ...options, draft })
  return { ...side, text, doc: doc.toJSON() as unknown }
}
