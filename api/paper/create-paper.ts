import { type PaperKind, type PaperFacts, paperProcedure, paperRoute, partByOutlet } from '../../law/procedure/index.ts'
import { ruleInForce } from '../deadline/index.ts'
import { toChineseNumber } from '../../law/text/index.ts'
import type { PaperContent } from '../typesetting/index.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Transaction, type Work } from '../platform/work/transaction.ts'
import { refuseOwnDocument, reviewCase, rolesOf } from '../review/index.ts'
import { composePaper } from './compose/compose-paper.ts'
import { issuingOrgans, type PaperCase, paperCase, type PaperFlag, paperFlags } from './paper-case.ts'
import { numberBeforeIssue } from './paper-number.ts'
import { stepsCarriedBy } from './passages.ts'

/** Papers of a case that are composed here; those about a suggestion are composed where suggestions are handled. */
export const casePaperKinds = ['inquiryLetter', 'reminderLetter', 'reviewStudy', 'reviewOpinion', 'annulmentMotion', 'annulmentDecision', 'orderToFix', 'upwardReport', 'circularNotice'] as const
export type CasePaperKind = (typeof casePaperKinds)[number]

export type PaperDraft = { kind: CasePaperKind; flagIds?: string[] | undefined; questions?: string[] | undefined; values?: Record<string, string> | undefined }

/**
 * 拟稿: a paper composed from the record. An opinion takes the confirmed flags (all, or those chosen); a 合宪性 flag is
 * refused there with the rule that sends it upward. Throws `step-refused`, `forbidden`, `already-done` where a draft of
 * this kind is under way.
 */
export async function draftPaper(options: { services: Services; actor: Actor; filingId: string; draft: PaperDraft }): Promise<string> {
  const { services, actor, filingId, draft } = options
  const row = await reviewCase({ services, actor, filingId })
  refuseOwnDocument(actor, row)
  const roles = rolesOf(actor, row)
  const guard = paperProcedure.guards.mayDraftThisPaper
  if (!guard.holds({ ...noFacts, kind: draft.kind }, roles)) throw problem('forbidden', { detail: guard.message })
  return inTransaction(services, async (work) => {
    const { tx } = work
    await tx.$queryRaw`SELECT id FROM "Filing" WHERE id = ${filingId}::uuid FOR UPDATE`
    const open = await tx.paper.findFirst({ where: { filingId, kind: draft.kind, state: { notIn: ['issued', 'withdrawn'] } }, select: { id: true } })
    if (open !== null) throw problem('already-done', { detail: `《${paperRoute(draft.kind).label}》已经有一份在办，请打开它修改。`, extra: { paperId: open.id } })
    const filing = await paperCase(tx, filingId)
    const flags = await chosenFlags(tx, filing, draft)
    refuseEmpty(draft, flags)
    const composed = composePaper({ kind: draft.kind, filing, flags, questions: draft.questions ?? [], inquiryPeriod: await inquiryPeriod(tx, row.receiverOrganId) })
    const questions = (draft.questions ?? []).map((q) => q.trim()).filter((q) => q !== '')
    return createPaper({
      services, work, actor, organId: row.receiverOrganId, filingId, kind: draft.kind, title: composed.title, recipient: composed.recipient, content: composed.content, flagIds: flags.map((f) => f.id),
      values: { ...draft.values, ...(questions.length === 0 ? {} : { questions: questions.join('\n') }) },
    })
  })
}

const noFacts: PaperFacts = {
  fields: [], issuedPapers: [], kind: 'reviewOpinion', actorId: '', drafterId: '', openPassages: 0, countersignsOutstanding: 0, countersignersAsked: 0, containsConstitutionality: false, decisionRecorded: false,
}

/** Flags that may be written into a paper of this kind: 合宪性 goes upward and nowhere else; an inner study tells them all. */
async function chosenFlags(tx: Transaction, filing: PaperCase, draft: PaperDraft): Promise<PaperFlag[]> {
  const all = await paperFlags(tx, filing.id, draft.flagIds ?? 'all')
  const standing = all.filter((f) => ['confirmed', 'putToMaker', 'answered'].includes(f.state))
  const parted = partByOutlet(all)
  switch (draft.kind) {
    case 'reviewStudy':
      return standing
    case 'upwardReport':
      if (draft.flagIds !== undefined && parted.reviewOpinion.length > 0) throw problem('step-refused', { detail: '只有合宪性问题列入书面报告；其他问题请写进审查意见书。', extra: { rule: 'onlyConstitutionality' } })
      return parted.upwardReport.filter((f) => f.state === 'confirmed')
    case 'circularNotice':
      return []
    default: {
      const rule = paperProcedure.guards.noConstitutionalityInOpinion
      if (draft.flagIds !== undefined && parted.upwardReport.length > 0) throw problem('step-refused', { detail: rule.message, extra: { rule: 'noConstitutionalityInOpinion', basis: rule.basis } })
      const usable = parted.reviewOpinion.filter((f) => (draft.kind === 'reviewOpinion' ? f.state === 'confirmed' : standing.includes(f)))
      return draft.kind === 'inquiryLetter' && draft.flagIds === undefined ? [] : usable
    }
  }
}

function refuseEmpty(draft: PaperDraft, flags: readonly PaperFlag[]): void {
  if (draft.kind === 'inquiryLetter' && (draft.questions ?? []).every((q) => q.trim() === '')) throw problem('invalid-input', { fields: [{ path: 'questions', message: '请写明要问的问题。' }] })
  const needs: PaperKind[] = ['reviewOpinion', 'annulmentMotion', 'annulmentDecision', 'orderToFix', 'upwardReport']
  if (flags.length > 0 || !needs.includes(draft.kind)) return
  const detail = draft.kind === 'upwardReport' ? '没有已确认的合宪性标注，不用书面报告。' : '没有已确认的标注，不能形成这件文书；请先在审查页确认问题。'
  throw problem('step-refused', { detail, extra: { rule: 'hasConfirmedFlag' } })
}

async function inquiryPeriod(tx: Transaction, organId: string): Promise<string> {
  const rule = await ruleInForce(tx, { organId, key: 'inquiryReply' })
  const units: Record<string, string> = { calendarDay: '日', workDay: '个工作日', month: '个月', year: '年' }
  return `${toChineseNumber(rule.amount)}${units[rule.unit] ?? ''}`
}

/** A draft of any paper that goes through signing, in the caller's transaction; it begins at 拟稿. */
export async function createPaper(options: {
  services: Services
  work: Work
  actor: Actor
  organId: string
  filingId?: string | null
  suggestionId?: string | null
  projectId?: string | null
  meetingId?: string | null
  planId?: string | null
  kind: PaperKind
  title: string
  recipient: { id: string | null; name: string } | null
  content: PaperContent
  flagIds?: string[]
  values?: Record<string, string>
}): Promise<string> {
  const { services, work, actor, organId, kind } = options
  const { tx } = work
  const organs = await issuingOrgans(tx, organId)
  const content: PaperContent = {
    ...options.content,
    ...(paperRoute(kind).numbered ? { documentNo: numberBeforeIssue(organs, kind, services.clock.today()) } : {}),
  }
  const id = newId()
  await tx.paper.create({
    data: {
      id, organId, filingId: options.filingId ?? null, suggestionId: options.suggestionId ?? null, projectId: options.projectId ?? null, meetingId: options.meetingId ?? null, planId: options.planId ?? null, kind, state: paperProcedure.start, title: options.title,
      recipient: options.recipient?.name ?? null, recipientOrganId: options.recipient?.id ?? null, content: JSON.parse(JSON.stringify(content)), values: options.values ?? {}, flagIds: options.flagIds ?? [],
      createdBy: actor.personId, createdByName: actor.name, createdAt: services.clock.now(),
    },
  })
  await tx.paperStep.create({ data: { id: newId(), paperId: id, step: 'drafted', by: actor.personId, byName: actor.name, role: 'drafter', at: services.clock.now() } })
  work.audit({ actor, action: 'paper.draft', entity: 'Paper', entityId: id, organId, detail: { kind, filingId: options.filingId ?? null, projectId: options.projectId ?? null, meetingId: options.meetingId ?? null } })
  return id
}

/** The steps of the case that wait for a paper of this kind, in this state. */
export const stepCarried = (kind: PaperKind, state: string) => stepsCarriedBy(kind).find((t) => t.from.some((s) => s === state)) ?? stepsCarriedBy(kind)[0] ?? null
