/** Which form a step of 处理 has: a table, so that one page shows them all. */
export type PlainField = 'reason' | 'committeeMeeting' | 'vote' | 'haltedProvisions' | 'haltedOn' | 'repealDocument' | 'note' | 'notWaitingReason'
export type StepForm =
  | { kind: 'noProblem' }
  | { kind: 'contact' }
  | { kind: 'plan' }
  | { kind: 'close' }
  | { kind: 'answers' }
  | { kind: 'paper'; paper: string; flags: 'reviewOpinion' | 'upwardReport' | 'any' | 'none'; questions?: boolean }
  | { kind: 'plain'; step: string; fields: readonly { name: PlainField; required: boolean }[]; repeals?: boolean; grave?: boolean }

const paper = (kind: string, flags: 'reviewOpinion' | 'upwardReport' | 'any' | 'none', questions = false): StepForm => ({ kind: 'paper', paper: kind, flags, ...(questions ? { questions } : {}) })
const must = (...names: PlainField[]) => names.map((name) => ({ name, required: true }))
const may = (...names: PlainField[]) => names.map((name) => ({ name, required: false }))

export const stepForms: Readonly<Record<string, StepForm>> = {
  noProblem: { kind: 'noProblem' },
  contact: { kind: 'contact' },
  negotiate: { kind: 'contact' },
  acceptPlan: { kind: 'plan' },
  close: { kind: 'close' },
  answerInquiry: { kind: 'answers' },
  makerAnswers: { kind: 'answers' },
  refile: { kind: 'answers' },
  inquire: paper('inquiryLetter', 'reviewOpinion', true),
  remind: paper('reminderLetter', 'reviewOpinion'),
  study: paper('reviewStudy', 'any'),
  issueOpinion: paper('reviewOpinion', 'reviewOpinion'),
  reportUpward: paper('upwardReport', 'upwardReport'),
  proposeAnnulment: paper('annulmentMotion', 'reviewOpinion'),
  annul: paper('annulmentDecision', 'reviewOpinion'),
  annulAfterOrder: paper('annulmentDecision', 'reviewOpinion'),
  orderToFix: paper('orderToFix', 'reviewOpinion'),
  circulate: paper('circularNotice', 'none'),
  raiseConcern: { kind: 'plain', step: 'raiseConcern', fields: may('note') },
  dropConcern: { kind: 'plain', step: 'dropConcern', fields: must('reason') },
  endInquiry: { kind: 'plain', step: 'endInquiry', fields: must('reason') },
  planLapsed: { kind: 'plain', step: 'planLapsed', fields: [] },
  resolve: { kind: 'plain', step: 'resolve', fields: must('repealDocument'), repeals: true },
  planFulfilled: { kind: 'plain', step: 'planFulfilled', fields: must('repealDocument'), repeals: true },
  endWithReport: { kind: 'plain', step: 'endWithReport', fields: may('note', 'notWaitingReason') },
  rejectMotion: { kind: 'plain', step: 'rejectMotion', fields: must('committeeMeeting', 'vote'), grave: true },
  haltClause: { kind: 'plain', step: 'haltClause', fields: must('haltedProvisions', 'haltedOn') },
}

/** Papers that may be drafted in a state, with the step that each carries: links at the side. */
export const draftsIn: Readonly<Record<string, readonly string[]>> = {
  underReview: ['inquire', 'remind', 'study', 'reportUpward'],
  questioning: ['study', 'reportUpward'],
  concern: ['inquire', 'issueOpinion', 'remind', 'study', 'reportUpward'],
  negotiating: ['issueOpinion', 'remind', 'study', 'reportUpward'],
  suspended: ['study', 'reportUpward'],
  opinionIssued: ['proposeAnnulment', 'study', 'reportUpward'],
  annulmentProposed: ['annul', 'orderToFix', 'study'],
  orderedToFix: ['annulAfterOrder', 'proposeAnnulment'],
  overdueCorrection: ['circulate'],
}
