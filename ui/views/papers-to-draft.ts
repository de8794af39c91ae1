import { messages } from '../messages/zh.ts'

/** The paper that each of these steps is taken by. */
export const paperOfStep = {
  inquire: 'inquiryLetter',
  remind: 'reminderLetter',
  study: 'reviewStudy',
  issueOpinion: 'reviewOpinion',
  reportUpward: 'upwardReport',
  proposeAnnulment: 'annulmentMotion',
  annul: 'annulmentDecision',
  annulAfterOrder: 'annulmentDecision',
  orderToFix: 'orderToFix',
  circulate: 'circularNotice',
} as const
export type PaperStep = keyof typeof paperOfStep

/** In the order in which they are offered; the first of a state is the usual next one. */
const steps: Readonly<Record<string, readonly PaperStep[]>> = {
  underReview: ['inquire', 'remind', 'study', 'reportUpward'],
  questioning: ['study', 'reportUpward'],
  concern: ['issueOpinion', 'inquire', 'remind', 'study', 'reportUpward'],
  negotiating: ['issueOpinion', 'remind', 'study', 'reportUpward'],
  suspended: ['study', 'reportUpward'],
  opinionIssued: ['proposeAnnulment', 'study', 'reportUpward'],
  annulmentProposed: ['annul', 'orderToFix', 'study'],
  orderedToFix: ['annulAfterOrder', 'proposeAnnulment'],
  overdueCorrection: ['circulate'],
}

/**
 * Papers that a reviewer may draft in a state. Who drafts is not who issues (domain §7.3), so these steps are not among the
 * `actions` of a case: the workbench and the pages of the outcome offer them from here.
 */
export const papersToDraft = (state: string): { step: PaperStep; label: string }[] =>
  (steps[state] ?? []).map((step) => ({ step, label: messages.outcome.step.paper.labels[paperOfStep[step]] ?? step }))
