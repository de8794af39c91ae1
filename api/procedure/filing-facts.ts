import { emptyFilingFacts, type FilingFacts, tickedStandards } from '../../law/procedure/index.ts'
import { fromDateColumn } from '../platform/legal-date.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import type { CaseActor } from './roles-on-case.ts'

/** What the guards of the filing procedure read, gathered from the rows as they are in this transaction. */
export async function gatherFilingFacts(options: { tx: Transaction; filingId: string; actor: CaseActor; today: string }): Promise<FilingFacts> {
  const { tx, filingId, actor, today } = options
  const filing = await tx.filing.findUniqueOrThrow({
    where: { id: filingId },
    include: {
      flags: { select: { state: true, standard: true } },
      ticks: { select: { standard: true } },
      tasks: { select: { kind: true, state: true } },
      plans: { where: { state: 'accepted' }, orderBy: { offeredAt: 'desc' }, take: 1 },
      replies: { orderBy: { id: 'desc' }, take: 1 },
      extensions: { select: { state: true, requestedBy: true } },
      clocks: { where: { state: 'running' }, select: { key: true, dueOn: true } },
      contacts: { where: { method: 'heardAtMeeting' }, select: { id: true } },
      supersededBy: { where: { state: { not: 'draft' } }, select: { id: true } },
      papers: { where: { state: 'issued' }, select: { id: true, kind: true } },
      events: { select: { data: true } },
    },
  })
  const spent = new Set(filing.events.map((e) => paperOf(e.data)))
  const overdue = (keys: string[]) => filing.clocks.some((c) => keys.includes(c.key) && c.dueOn !== null && fromDateColumn(c.dueOn) < today)
  const plan = filing.plans[0]
  const planDue = plan === undefined ? null : fromDateColumn(plan.dueOn)
  const opinionTasks = filing.tasks.filter((t) => t.kind === 'committeeOpinion')
  const open = filing.flags.filter((f) => ['confirmed', 'putToMaker', 'answered'].includes(f.state))
  return {
    ...emptyFilingFacts,
    issuedPapers: filing.papers.filter((p) => !spent.has(p.id)).map((p) => p.kind),
    actorId: actor === 'system' ? '' : actor.personId,
    actorOrganIds: actor === 'system' ? [] : actor.memberships.map((m) => m.organId),
    makerOrganIds: makerOrgans(filing),
    documentDrafterIds: filing.drafterIds,
    submittedBy: filing.onPaper ? null : filing.createdBy,
    wrongLineConfirmed: filing.wrongLineConfirmed,
    committeesChosen: opinionTasks.length,
    committeesOutstanding: opinionTasks.filter((t) => t.state === 'open').length,
    standardsTicked: tickedStandards.filter((s) => filing.ticks.some((t) => t.standard === s)),
    flags: {
      raised: filing.flags.filter((f) => f.state === 'raised').length,
      open: open.filter((f) => f.standard !== 'constitutionality').length,
      constitutionality: filing.flags.filter((f) => f.standard === 'constitutionality' && ['raised', 'confirmed'].includes(f.state)).length,
    },
    plan: { dueOn: planDue, inFuture: planDue !== null && planDue > today, lapsed: planDue !== null && planDue < today },
    opinion: {
      issued: filing.papers.some((p) => p.kind === 'reviewOpinion'),
      replyOverdue: overdue(['makerReply', 'makerReply.twoMonths', 'makerCorrection']),
      refused: filing.replies[0]?.position === 'refused',
    },
    fixOverdue: overdue(['orderedFix']),
    refiledOrRepealed: filing.supersededBy.length > 0,
    upwardReportIssued: filing.papers.some((p) => p.kind === 'upwardReport'),
    makerHeard: filing.contacts.length > 0,
    extension: {
      requestedBy: filing.extensions.find((e) => e.state === 'requested')?.requestedBy ?? null,
      granted: filing.extensions.filter((e) => e.state === 'approved').length,
    },
  }
}

/** Makers and the office that filed for them: their people take no part in the review. */
export const makerOrgans = (filing: { makerOrganId: string; jointMakerIds: string[]; filedByOrganId: string; receiverOrganId: string }): string[] =>
  [...new Set([filing.makerOrganId, ...filing.jointMakerIds, filing.filedByOrganId])].filter((id) => id !== filing.receiverOrganId)

/** The paper that an event has used, so that one letter carries one step. */
const paperOf = (data: unknown): string | null =>
  typeof data === 'object' && data !== null && 'paperId' in data && typeof data.paperId === 'string' ? data.paperId : null
