import { paperOfStep, type PaperStep } from '../papers-to-draft.ts'

/** Which form a step of 处理 has: a table, so that one page shows them all. */
export type PlainField = 'reason' | 'committeeMeeting' | 'vote' | 'haltedProvisions' | 'haltedOn' | 'repealDocument' | 'note' | 'notWaitingReason'
export type StepForm =
  | { kind: 'noProblem' }
  | { kind: 'contact' }
  | { kind: 'plan' }
  | { kind: 'close' }
  | { kind: 'answers' }
  | { kind: 'publication' }
  | { kind: 'paper'; paper: string; flags: 'reviewOpinion' | 'upwardReport' | 'any' | 'none'; questions?: boolean }
  | { kind: 'plain'; step: string; fields: readonly { name: PlainField; required: boolean }[]; repeals?: boolean; grave?: boolean }

const paper = (step: PaperStep, flags: 'reviewOpinion' | 'upwardReport' | 'any' | 'none', questions = false): StepForm => ({ kind: 'paper', paper: paperOfStep[step], flags, ...(questions ? { questions } : {}) })
const must = (...names: PlainField[]) => names.map((name) => ({ name, required: true }))
const may = (...names: PlainField[]) => names.map((name) => ({ name, required: false }))

export const stepForms: Readonly<Record<string, StepForm>> = {
  noProblem: { kind: 'noProblem' },
  contact: { kind: 'contact' },
  negotiate: { kind: 'contact' },
  hear: { kind: 'contact' },
  acceptPlan: { kind: 'plan' },
  close: { kind: 'close' },
  answerInquiry: { kind: 'answers' },
  makerAnswers: { kind: 'answers' },
  reportAnnulment: { kind: 'answers' },
  refile: { kind: 'answers' },
  publication: { kind: 'publication' },
  inquire: paper('inquire', 'reviewOpinion', true),
  remind: paper('remind', 'reviewOpinion'),
  study: paper('study', 'any'),
  issueOpinion: paper('issueOpinion', 'reviewOpinion'),
  reportUpward: paper('reportUpward', 'upwardReport'),
  proposeAnnulment: paper('proposeAnnulment', 'reviewOpinion'),
  annul: paper('annul', 'reviewOpinion'),
  annulAfterOrder: paper('annulAfterOrder', 'reviewOpinion'),
  orderToFix: paper('orderToFix', 'reviewOpinion'),
  circulate: paper('circulate', 'none'),
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
