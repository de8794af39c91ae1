/** Amending decisions: read, applied to the text that they change, with a report on every instruction. */
export { amendText, type AmendResult } from './amend-text.ts'
export type { AddressChange, AmendProblem, FailureReason, InstructionReport, Operation, Place } from './instruction.ts'
export { type ChangedProvisions, changeProvisions, type Made } from './change-provisions.ts'
export type { MoveTarget, ProvisionChange } from './provision-change.ts'
