import { conclusions, type SuggestionFacts } from '../../law/procedure/index.ts'
import { type CaseActor, makerOrgans } from '../procedure/index.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { channelOfRow, type LinkedFiling, type SuggestionRow } from './read-suggestion.ts'

const filledIn = (words: string | null): boolean => words !== null && words.trim() !== ''

/** States in which the review has told its finding, though the maker's part may still go on. */
const FOUND = new Set(['opinionIssued', 'annulmentProposed', 'orderedToFix', 'closed', ...Object.keys(conclusions)])

/** Whether the review of the document has come to a result that the proposer can be told. */
export const reviewHasEnded = (filing: LinkedFiling): boolean => filing !== null && (filing.outcome !== null || FOUND.has(filing.state))

/**
 * What the guards of the suggestion procedure read. Whether the content is complete is seen from the fields; a person who
 * names what is missing has judged that it is not.
 */
export async function gatherSuggestionFacts(options: { tx: Transaction; row: SuggestionRow; filing: LinkedFiling; actor: CaseActor; values: Readonly<Record<string, string>> }): Promise<SuggestionFacts> {
  const { tx, row, filing, actor, values } = options
  const named = row.documentMaker === null ? [] : await tx.organ.findMany({ where: { name: row.documentMaker }, select: { id: true } })
  const [papers, events] = await Promise.all([
    tx.paper.findMany({ where: { suggestionId: row.id, state: 'issued' }, select: { id: true, kind: true } }),
    tx.caseEvent.findMany({ where: { suggestionId: row.id }, select: { data: true } }),
  ])
  const spent = new Set(events.flatMap(({ data }) => (typeof data === 'object' && data !== null && 'paperId' in data && typeof data.paperId === 'string' ? [data.paperId] : [])))
  return {
    fields: Object.entries(values).flatMap(([field, value]) => (value.trim() === '' ? [] : [field])),
    issuedPapers: papers.filter((p) => !spent.has(p.id)).map((p) => p.kind),
    channel: channelOfRow(row),
    actorId: actor === 'system' ? '' : actor.personId,
    actorOrganIds: actor === 'system' ? [] : actor.memberships.map((m) => m.organId),
    makerOrganIds: [...(filing === null ? [] : makerOrgans(filing)), ...named.map((o) => o.id).filter((id) => id !== row.organId)],
    documentDrafterIds: filing?.drafterIds ?? [],
    complete: [row.documentTitle, row.matters, row.reasons, row.proposerName, row.proposerContact].every(filledIn) && !filledIn(values['missingContent'] ?? null),
    caseLinked: filing !== null,
    reviewEnded: reviewHasEnded(filing),
  }
}
