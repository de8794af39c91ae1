import { Node } from 'prosemirror-model'
import { stepsBetween } from '../../law/drafting/index.ts'
import { editorSchema } from '../../law/text/index.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { draftFor, lockDraft } from './draft-for.ts'
import { documentAt } from './kept-document.ts'
import { snapshotDraft } from './snapshot-draft.ts'
import { writeSteps } from './write-steps.ts'

/** The server's own acts among the clients of a draft. */
const SERVER = 'server'

/**
 * Make the working copy what a snapshot shows, by new steps: nothing that happened is rewritten. What stood there before
 * is kept as a snapshot first. Throws `step-refused` where an article that would change is held by somebody else.
 */
export async function restoreSnapshot(options: { services: Services; actor: Actor; draftId: string; snapshotId: string; reason: string }): Promise<{ version: number; steps: number }> {
  const { services, actor, draftId, snapshotId, reason } = options
  const draft = await draftFor({ services, actor, draftId, action: 'keep' })
  return inTransaction(services, async (work) => {
    const { tx } = work
    const { version } = await lockDraft(tx, draftId)
    const snapshot = await tx.draftSnapshot.findFirst({ where: { id: snapshotId, draftId }, select: { doc: true, label: true, seq: true } })
    if (snapshot === null) throw problem('not-found')
    const steps = stepsBetween(await documentAt({ prisma: services.prisma, tx, draftId, version }), Node.fromJSON(editorSchema, snapshot.doc))
    if (steps.length === 0) throw problem('already-done', { detail: `工作稿和“${snapshot.label}”一字不差，不用恢复。` })
    await snapshotDraft({ services, work, actor, projectId: draft.projectId, kind: 'working', label: '恢复前', reason: `恢复为“${snapshot.label}”之前：${reason}` })
    const written = await writeSteps({
      services, work, actor, draftId, version: null, clientId: SERVER, batch: newId(),
      steps: steps.map((step) => ({ kind: 'edit', step: step.toJSON(), data: { restoredFrom: snapshotId, reason } })),
    })
    work.audit({ actor, action: 'draft.restore', entity: 'Draft', entityId: draftId, organId: draft.project.organId, detail: { snapshotId, seq: snapshot.seq } })
    return { version: written.version, steps: steps.length }
  })
}
