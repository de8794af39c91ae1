import { type PaperKind, paperRoute, suggestionProcedure, transferTargets } from '../../law/procedure/index.ts'
import { createPaper, type IssueCarrier } from '../paper/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { noticeCase } from './keep-notice.ts'
import { moveSuggestion } from './move-suggestion.ts'
import { noticeContent } from './notice-content.ts'
import { suggestionFor } from './read-suggestion.ts'

/** One step of the procedure by a person. Steps whose paper is signed are taken when it is issued. */
export async function takeStep(options: { services: Services; actor: Actor; suggestionId: string; key: string; values: Record<string, string>; revision: number }): Promise<void> {
  const { services, actor, suggestionId, key } = options
  await suggestionFor({ tx: services.prisma, actor, suggestionId, action: 'handle' })
  const row = suggestionProcedure.transitions.find((t) => t.key === key)
  if (row === undefined) throw problem('not-found')
  const target = transferTargets.find((t) => t.key === options.values['targetBody'])
  const values = target === undefined ? options.values : { ...options.values, targetBody: target.target }
  await inTransaction(services, (work) => moveSuggestion({ services, work, actor, suggestionId, key, values, revision: options.revision }))
}

/** Link a suggestion to the case of its document, which must have been filed with the same committee. */
export async function linkSuggestion(options: { services: Services; actor: Actor; suggestionId: string; filingId: string; revision: number }): Promise<void> {
  const { services, actor, suggestionId, filingId } = options
  const { row } = await suggestionFor({ tx: services.prisma, actor, suggestionId, action: 'link' })
  const filing = await services.prisma.filing.findFirst({ where: { id: filingId, receiverOrganId: row.organId, state: { not: 'draft' } }, select: { id: true, title: true, documentNo: true, registrationNo: true, maker: { select: { name: true } } } })
  if (filing === null) throw problem('invalid-input', { fields: [{ path: 'filingId', message: '没有找到这件备案文件，请核对登记号。' }] })
  await inTransaction(services, async (work) => {
    const updated = await work.tx.suggestion.updateMany({
      where: { id: suggestionId, revision: options.revision },
      data: { filingId, documentTitle: filing.title, documentNo: filing.documentNo === '' ? null : filing.documentNo, documentMaker: filing.maker.name, revision: { increment: 1 } },
    })
    if (updated.count === 0) throw problem('stale-edit')
    work.audit({ actor, action: 'suggestion.link', entity: 'Suggestion', entityId: suggestionId, organId: row.organId, detail: { filingId } })
  })
}

/** Papers of a suggestion that go through signing, by the step they carry. */
export const signedSteps = { suggestionNotStartedNotice: 'notifyNotStarted', transferLetter: 'transfer', suggestionAnswer: 'answer', requestAnswer: 'answerOrgan' } as const satisfies Partial<Record<PaperKind, string>>
export type SignedNotice = keyof typeof signedSteps
export const isSignedNotice = (kind: string): kind is SignedNotice => Object.hasOwn(signedSteps, kind)

/** Whether the actor may draft that notice for the committee (domain §7.3). */
export const draftsNotice = (actor: Actor, organId: string, kind: SignedNotice): boolean =>
  actor.memberships.some((m) => m.standingCommitteeId === organId && paperRoute(kind).drafts.includes(m.role))

export const NOT_DRAFTER = '由审查人员拟稿。'

/** 拟稿 of a notice; what was recorded is written into it, the rest is typed. Throws `step-refused`, `already-done`. */
export async function draftNotice(options: { services: Services; actor: Actor; suggestionId: string; kind: SignedNotice }): Promise<string> {
  const { services, actor, suggestionId, kind } = options
  const { row } = await suggestionFor({ tx: services.prisma, actor, suggestionId, action: 'handle' })
  if (!draftsNotice(actor, row.organId, kind)) throw problem('forbidden', { detail: NOT_DRAFTER })
  const step = suggestionProcedure.transitions.find((t) => t.key === signedSteps[kind])
  if (step === undefined || !step.from.some((state) => state === row.state)) throw problem('step-refused', { detail: '按现在的办理情况还不能拟这件文书。', extra: { rule: 'wrongState', basis: step?.basis ?? '' } })
  const wants = row.kind === 'suggestion' ? 'requestAnswer' : 'suggestionAnswer'
  if (kind === wants) throw problem('step-refused', { detail: row.kind === 'suggestion' ? '审查建议请拟“审查建议答复”。' : '审查要求请拟“审查要求答复”。' })
  if ((kind === 'suggestionAnswer' || kind === 'requestAnswer') && (row.result ?? '') === '') throw problem('step-refused', { detail: '请先登记审查结果，再拟答复。' })
  if (kind === 'transferLetter' && (row.transferTo ?? '') === '') throw problem('step-refused', { detail: '请先认定不属于本级范围、选定有权机关，再拟移送函。' })
  return inTransaction(services, async (work) => {
    const { tx } = work
    await tx.$queryRaw`SELECT id FROM "Suggestion" WHERE id = ${suggestionId}::uuid FOR UPDATE`
    const open = await tx.paper.findFirst({ where: { suggestionId, kind, state: { notIn: ['issued', 'withdrawn'] } }, select: { id: true } })
    if (open !== null) throw problem('already-done', { detail: '这件文书已经有一份在办，请打开它修改。', extra: { paperId: open.id } })
    const fresh = await tx.suggestion.findUniqueOrThrow({ where: { id: suggestionId } })
    const values = { result: fresh.result ?? '', targetBody: fresh.transferTo ?? '' }
    const content = noticeContent(kind, await noticeCase({ services, tx, suggestion: fresh }), values)
    return createPaper({ services, work, actor, organId: fresh.organId, suggestionId, kind, title: content.title, recipient: content.recipient === undefined ? null : { id: null, name: content.recipient }, content, values })
  })
}

/** At the issue of a notice the suggestion takes the step that the notice carries, in the same transaction. */
export const suggestionCarrier: IssueCarrier = async ({ services, work, actor, paper }) => {
  if (paper.suggestionId === null || !isSignedNotice(paper.kind)) return
  await moveSuggestion({ services, work, actor, suggestionId: paper.suggestionId, key: signedSteps[paper.kind], values: paper.values })
}
