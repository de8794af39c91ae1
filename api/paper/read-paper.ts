import { type PaperFacts, type PaperKind, paperKinds, paperProcedure, paperRoute, partByOutlet, type ProcedureRole, standards } from '../../law/procedure/index.ts'
import { z } from 'zod'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { makerOrgans, rolesOnCase } from '../procedure/index.ts'
import { isLegislationPaper, rolesOnLegislationPaper } from './legislation-rights.ts'
import { contentOf } from './paper-content.ts'
import { type Countersigner, countersignersOf, paperInclude, paperPolicy, type PaperAction, type PaperRow, paperSubject } from './paper-policy.ts'
import { openPassages, type Passage, passagesOf, type PaperValues, valuesOf } from './passages.ts'

/** The paper with its rows for an act of this person. Throws `not-found`, and `forbidden` where only the act is not theirs. */
export async function paperFor(options: { tx: Transaction; actor: Actor; paperId: string; action: PaperAction }): Promise<PaperRow> {
  const paper = await options.tx.paper.findUnique({ where: { id: options.paperId }, include: paperInclude })
  if (paper === null || !paperPolicy.can(options.actor, 'read', paperSubject(paper))) throw problem('not-found')
  if (!paperPolicy.can(options.actor, options.action, paperSubject(paper))) throw problem('forbidden')
  return paper
}

export const kindOf = (paper: { kind: string }): PaperKind => z.enum(paperKinds).parse(paper.kind)

/** Roles of this person on the paper: those on its case, and a committee's part where theirs was asked to countersign. */
export function rolesOnPaper(actor: Actor, paper: PaperRow): ProcedureRole[] {
  const { filing } = paper
  if (isLegislationPaper(paper.kind)) return rolesOnLegislationPaper(actor, paperSubject(paper))
  return rolesOnCase(actor, {
    receiverOrganId: paper.organId,
    makerOrganIds: filing === null ? [] : makerOrgans(filing),
    taskOrganIds: countersignersOf(paper.countersigners).map((c) => c.organId),
  })
}

/** Those asked who have not agreed, for whom this person can speak. */
export const ownCountersign = (actor: Actor, asked: readonly Countersigner[]): Countersigner | undefined =>
  asked.find((c) => c.by === null && actor.memberships.some((m) => m.organId === c.organId && m.role === 'committeeMember'))

/** The passage in which the deciding meeting is written. */
const decisionKey: Readonly<Record<string, string>> = {
  主任会议: 'councilMeeting', 常委会会议: 'committeeMeeting', 法制委员会会议: 'lawCommitteeMeeting', 委员会会议: 'specialCommitteeMeeting', 提案机关: 'proposerMeeting',
}

/** What the guards of law/procedure/paper-procedure.ts read. */
export async function paperFacts(options: { tx: Transaction; actor: Actor; paper: PaperRow; values?: PaperValues; asked?: readonly Countersigner[]; fields?: readonly string[] }): Promise<{ facts: PaperFacts; passages: Passage[] }> {
  const { tx, actor, paper } = options
  const values = options.values ?? valuesOf(paper.values)
  const asked = options.asked ?? countersignersOf(paper.countersigners)
  const own = ownCountersign(actor, asked)
  const kind = kindOf(paper)
  const passages = await passagesOf(tx, { kind, organId: paper.organId, content: contentOf(paper.content), values })
  const flags = await tx.reviewFlag.findMany({ where: { id: { in: paper.flagIds } }, select: { standard: true } })
  const decision = values[decisionKey[paperRoute(kind).decidedBy ?? ''] ?? '']
  return {
    passages,
    facts: {
      fields: [...(options.fields ?? [])],
      issuedPapers: [],
      kind,
      actorId: actor.personId,
      drafterId: paper.createdBy,
      openPassages: openPassages(passages),
      countersignersAsked: asked.length,
      countersignsOutstanding: asked.filter((c) => c.by === null && c !== own).length,
      containsConstitutionality: partByOutlet(flags.map((f) => ({ standard: z.enum(standards).parse(f.standard) }))).upwardReport.length > 0,
      decisionRecorded: (decision ?? '').trim() !== '',
    },
  }
}

export const paperState = (paper: { state: string }) => {
  const found = paperProcedure.states.find((s) => s.id === paper.state)
  if (found === undefined) throw new RangeError(`no paper state ${paper.state}`)
  return found
}
