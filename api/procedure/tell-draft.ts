import type { Transaction } from '../platform/work/transaction.ts'

/** Where everybody who has a draft open hears what happens to it; api/drafting listens. */
export const DRAFT_CHANNEL = 'lifa_draft'

/** Whether a text may be edited follows from the project's state: open editors hear of a step when it commits, not with their own next word. */
export async function tellDraftOfStep(tx: Transaction, projectId: string): Promise<void> {
  const draft = await tx.draft.findUnique({ where: { projectId }, select: { id: true } })
  if (draft === null) return
  await tx.$executeRaw`SELECT pg_notify(${DRAFT_CHANNEL}, ${JSON.stringify({ draftId: draft.id, event: { kind: 'changed', what: 'snapshots' } })})`
}
