import { emptyFilingFacts, filingGuards } from '../../law/procedure/index.ts'
import type { FlagFacts, ProcedureRole } from '../../law/procedure/index.ts'
import { audienceOf, filingFor, type FilingAction, type FilingRow } from '../filing/index.ts'
import { type CaseActor, makerOrgans, rolesOnCase } from '../procedure/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'

/** The fields of a case that say who may take part in its review. */
export type CaseParties = Pick<FilingRow, 'makerOrganId' | 'jointMakerIds' | 'filedByOrganId' | 'receiverOrganId' | 'drafterIds' | 'createdBy' | 'onPaper' | 'tasks'>

/**
 * The case for an act of the review. Throws `not-found` to those who may not know of it and `forbidden` to everybody of
 * the maker's side, whatever else they are: the review of one's own document is not read (domain §7.4).
 */
export async function reviewCase(options: { services: Services; actor: Actor; filingId: string; action?: FilingAction }): Promise<FilingRow> {
  const filing = await filingFor({ ...options, action: 'readInternal' })
  if (audienceOf(options.actor, filing) !== 'review') throw problem('forbidden')
  if (options.action !== undefined && options.action !== 'readInternal') await filingFor({ ...options, action: options.action })
  return filing
}

/** The roles of a person on this case. */
export const rolesOf = (actor: CaseActor, filing: CaseParties): ProcedureRole[] =>
  rolesOnCase(actor, {
    receiverOrganId: filing.receiverOrganId,
    makerOrganIds: makerOrgans(filing),
    taskOrganIds: filing.tasks.flatMap((t) => (t.assigneeOrganId === null ? [] : [t.assigneeOrganId])),
  })

/** What the guards of law/procedure/flag-procedure.ts read of the case and the person. */
export const partiesFacts = (actor: Actor, filing: CaseParties): Pick<FlagFacts, 'actorId' | 'actorOrganIds' | 'makerOrganIds' | 'documentDrafterIds'> => ({
  actorId: actor.personId,
  actorOrganIds: actor.memberships.map((m) => m.organId),
  makerOrganIds: makerOrgans(filing),
  // who sent the filing in is kept away like who drafted the document
  documentDrafterIds: filing.onPaper ? filing.drafterIds : [...filing.drafterIds, filing.createdBy],
})

/** Refuses with the rule's sentence when the document is the person's own (回避); for acts that are no step of a procedure. */
export function refuseOwnDocument(actor: Actor, filing: CaseParties): void {
  const guard = filingGuards.notOwnDocument
  const facts = { ...emptyFilingFacts, ...partiesFacts(actor, filing), submittedBy: filing.onPaper ? null : filing.createdBy }
  if (!guard.holds(facts, [])) throw problem('step-refused', { detail: guard.message, extra: { rule: 'notOwnDocument', basis: guard.basis } })
}
