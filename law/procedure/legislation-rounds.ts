/**
 * Rounds of a legislative project: when it goes back and comes again, its papers are made anew.
 *
 * A bill that was returned is tabled by a new 议案 (立法法 29, 60 by analogy), what the province refused is drafted,
 * read and reported on again. What belongs to the round before stays in the record and satisfies no later step,
 * unless somebody takes it over with a reason (沿用).
 */
import type { LegislationDocumentKind } from './legislation-documents.ts'

export type DocumentRound = {
  /** the step with which the new round begins; documents given with that step belong to the round before */
  begins: string
  /** what is made anew from then on */
  anew: readonly LegislationDocumentKind[]
  basis: string
  /** an act with a paper of its own each time: nothing of the bill comes again, and its papers stand side by side */
  ownPaper?: true
}

const REFERENCE = '外省市条例参考'
const model = (article: string): string => `《中华人民共和国立法法》${article}（参照）`

const forGovernment: readonly LegislationDocumentKind[] = ['submissionText', 'govReviewReport', 'executiveMinutes']
const ofTheBill: readonly LegislationDocumentKind[] = ['bill', 'explanatoryNote', 'referenceMaterial', 'comparisonTable', 'conflictNote', 'returnNote', 'committeeDeliberationOpinion', 'firstReadingText']
const ofTheVote: readonly LegislationDocumentKind[] = ['votingText', 'votingTextNote', 'clauseTexts', 'preVoteEvaluation', 'voteResult']
const ofTheReadings: readonly LegislationDocumentKind[] = [
  'consultationNotice', 'consultationText', 'deliberationOpinions', 'bulletin', 'revisionReport', 'secondReadingText', 'thirdReadingText', 'deliberationResultReport', 'shelvingNote', ...ofTheVote,
]
const ofTheApproval: readonly LegislationDocumentKind[] = ['adoptionDecision', 'adoptedText', 'approvalRequest', 'provincialReviewReport', 'approvalDecision', 'refusalDecision', 'approvedText', 'announcement', 'gazette']

/** Which step begins a new round for which documents. */
export const documentRounds: readonly DocumentRound[] = [
  { begins: 'returnToDrafting', anew: forGovernment, basis: '《规章制定程序条例》（参照）' },
  { begins: 'returnToProposer', anew: ofTheBill, basis: model('第二十九条') },
  { begins: 'fail', anew: [...ofTheBill, ...ofTheReadings], basis: model('第六十条') },
  { begins: 'relist', anew: ['shelvingNote', ...ofTheVote], basis: model('第四十五条') },
  { begins: 'recall', anew: ['approvalRequest', 'recallNote', 'provincialReviewReport'], basis: REFERENCE },
  { begins: 'reworkAfterApproval', anew: ['revisionReport', 'deliberationResultReport', ...ofTheVote, ...ofTheApproval], basis: REFERENCE },
  {
    begins: 'redraftAfterRefusal', anew: [...forGovernment, 'opinionTable', 'basisTable', 'fairCompetition', 'hearingRecord', ...ofTheBill, ...ofTheReadings, ...ofTheApproval], basis: `${model('第五十八条')}；${REFERENCE}`,
  },
  { begins: 'explainDelay', anew: ['lateExplanation'], basis: REFERENCE, ownPaper: true },
  // the decision that approved the regulation does not approve its repeal
  { begins: 'takeEffect', anew: ['approvalDecision', 'provincialReviewReport'], basis: '《中华人民共和国立法法》第六十三条' },
  // each correction has its own notice
  { begins: 'correctPublished', anew: ['correctionNotice'], basis: '《中华人民共和国立法法》第八十九条', ownPaper: true },
  { begins: 'keepInForce', anew: ['evaluationReport'], basis: model('第六十七条') },
]

/**
 * Where the round of a kind of document began: the id of the last event that has it made anew; null in the first round.
 * A document counts when its own id, ordered as the events are, is greater. `events`: oldest first.
 */
export function roundOf(kind: string, events: readonly { id: string; transition: string }[]): string | null {
  const beginners = documentRounds.flatMap((round) => (round.anew.some((made) => made === kind) ? [round.begins] : []))
  return events.findLast((event) => beginners.includes(event.transition))?.id ?? null
}

/** Whether a document of this kind, by its id, belongs to the round that runs. */
export const inThisRound = (document: { id: string; kind: string }, events: readonly { id: string; transition: string }[]): boolean => document.id > (roundOf(document.kind, events) ?? '')

/** Whether a document is left from a round that is over. The paper of an act that is done each time by itself is not. */
export const ofEarlierRound = (document: { id: string; kind: string }, events: readonly { id: string; transition: string }[]): boolean =>
  !inThisRound(document, events) && !documentRounds.some((round) => round.ownPaper === true && round.anew.some((kind) => kind === document.kind))
