import type { LegislationPaperKind } from '../../../law/procedure/index.ts'
import type { LegislationCase } from '../legislation-case.ts'
import type { Composed } from '../words.ts'
import { adoptionDecision } from './adoption-decision.ts'
import { announcement } from './announcement.ts'
import { approvalRequest } from './approval-request.ts'
import { bill } from './bill.ts'
import { committeeDeliberationOpinion } from './committee-deliberation-opinion.ts'
import { consultationNotice } from './consultation-notice.ts'
import { deliberationResultReport } from './deliberation-result-report.ts'
import { explanatoryNote } from './explanatory-note.ts'
import { handOverLetter } from './hand-over-letter.ts'
import { hearingNotice, lateExplanation, supportingRuleNotice } from './other-notices.ts'
import { approvalDecision, nationalFilingReport, provincialReviewReport, refusalDecision } from './province-papers.ts'
import { researchPlan, researchReport } from './research-papers.ts'
import { revisionReport } from './revision-report.ts'
import { shelvingNote } from './shelving-note.ts'
import { terminationReport } from './termination-report.ts'
import { votingTextNote } from './voting-text-note.ts'

/** Papers of a project that are composed from its record. Those of a meeting and of a plan are made where these are. */
export const projectPaperKinds = [
  'researchPlan', 'researchReport', 'bill', 'explanatoryNote', 'committeeDeliberationOpinion', 'consultationNotice', 'hearingNotice', 'revisionReport', 'deliberationResultReport', 'votingTextNote', 'adoptionDecision',
  'approvalRequest', 'announcement', 'provincialReviewReport', 'approvalDecision', 'refusalDecision', 'lateExplanation', 'shelvingNote', 'terminationReport', 'handOverLetter', 'nationalFilingReport', 'supportingRuleNotice',
] as const satisfies readonly LegislationPaperKind[]
export type ProjectPaperKind = (typeof projectPaperKinds)[number]

const composers: Readonly<Record<ProjectPaperKind, (c: LegislationCase) => Composed>> = {
  researchPlan, researchReport, bill, explanatoryNote, committeeDeliberationOpinion, consultationNotice, hearingNotice, revisionReport, deliberationResultReport, votingTextNote, adoptionDecision, approvalRequest,
  announcement, provincialReviewReport, approvalDecision, refusalDecision, lateExplanation, shelvingNote, terminationReport, handOverLetter, nationalFilingReport, supportingRuleNotice,
}

/** The paper as the record tells it; what no record holds is a place that a person fills. */
export const composeProjectPaper = (kind: ProjectPaperKind, c: LegislationCase): Composed => composers[kind](c)
