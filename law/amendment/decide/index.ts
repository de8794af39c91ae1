export { type Clause } from './clause.ts'
export type { DecisionForm } from './print-decision.ts'
export { DecisionNotWritten, writeDecision, type WrittenDecision } from './write-decision.ts'
