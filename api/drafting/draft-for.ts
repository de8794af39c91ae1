import { mayEditText } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import type { TextsSeen } from './snapshot-kind.ts'
import { type DraftAction, draftScope, draftSubjectSelect, mayOnDraft } from './policy.ts'

const select = {
  id: true, projectId: true, version: true, tracking: true, baseVersion: true, createdAt: true,
  project: { select: { id: true, title: true, kind: true, baseVersionId: true, ...draftSubjectSelect } },
} satisfies Prisma.DraftSelect
export type DraftRow = Prisma.DraftGetPayload<{ select: typeof select }>

type Asked = { services: Pick<Services, 'prisma' | 'clock'>; actor: Actor; action: DraftAction }

/**
 * The draft, without its document, for an act of this person. Throws `not-found` when they may not know of it, `forbidden`
 * when only this act is not theirs.
 */
export async function draftFor({ services, actor, action, draftId }: Asked & { draftId: string }): Promise<DraftRow> {
  const draft = await services.prisma.draft.findUnique({ where: { id: draftId }, select })
  const today = services.clock.today()
  if (draft === null || !mayOnDraft(actor, 'read', draft.project, today)) throw problem('not-found')
  if (!mayOnDraft(actor, action, draft.project, today)) throw problem('forbidden')
  return draft
}

/** Which texts of a draft that a person may read they see. */
export function textsSeen({ services, actor, draft }: { services: Pick<Services, 'clock'>; actor: Actor; draft: DraftRow }): TextsSeen {
  const may = (action: DraftAction): boolean => mayOnDraft(actor, action, draft.project, services.clock.today())
  return may('open') ? 'all' : may('review') ? 'sent' : 'adopted'
}

/** The project for which a draft is opened. Throws as `draftFor`. */
export async function projectFor({ services, actor, action, projectId }: Asked & { projectId: string }) {
  const today = services.clock.today()
  const project = await services.prisma.project.findFirst({ where: { id: projectId, AND: draftScope(actor, 'read', today) }, select: { id: true, title: true, kind: true, draft: { select: { id: true } }, ...draftSubjectSelect } })
  if (project === null) throw problem('not-found')
  if (!mayOnDraft(actor, action, project, today)) throw problem('forbidden')
  return project
}

export type RefusalReason = 'closed' | 'moved' | 'held' | 'unfit' | 'too-large'

/** Why the authority did not take something; `reason` is for the editor, the sentence for the person. */
export const refusal = (reason: RefusalReason, detail: string, extra: Record<string, unknown> = {}) => problem(reason === 'too-large' ? 'file-too-large' : 'step-refused', { detail, extra: { reason, ...extra } })

/** Throws where the text may no longer be edited: what was voted or published is corrected by a recorded act only. */
export function guardText(state: string): void {
  const answer = mayEditText(state)
  if (!answer.ok) throw refusal('closed', answer.message, { basis: answer.basis })
}

export const textIsOpen = (state: string): boolean => mayEditText(state).ok

/**
 * Locks project and draft, in this order, so that two writers come one after the other and the state does not change in
 * between; an act on the project locks it the same way.
 */
export async function lockDraft(tx: Transaction, draftId: string): Promise<{ version: number; state: string }> {
  const [project] = await tx.$queryRaw<{ state: string }[]>`SELECT p.state FROM "Project" p JOIN "Draft" d ON d."projectId" = p.id WHERE d.id = ${draftId}::uuid FOR SHARE OF p`
  const [draft] = await tx.$queryRaw<{ version: number }[]>`SELECT version FROM "Draft" WHERE id = ${draftId}::uuid FOR UPDATE`
  if (project === undefined || draft === undefined) throw problem('not-found')
  return { version: draft.version, state: project.state }
}

