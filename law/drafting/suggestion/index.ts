/** 修订模式: suggestions as what lies between a base and the document; accept moves the base, reject changes the document. Pure. */
export { acceptInto, rejectSteps } from './settle.ts'
export { type Suggestion, type SuggestionKind, suggestionsBetween } from './suggestions.ts'
export { type Authored, authorOf, type Authorship, authorshipAfter, NO_AUTHORSHIP, taken, withStep } from './authorship.ts'
export { type Hand, type TrackedLine, trackedLines, type TrackedPiece } from './tracked-lines.ts'
export { carryKeys } from './carry-keys.ts'
export type { Difference } from './plan-import.ts'
export { type MarkedChange, stepsByHand } from './steps-by-hand.ts'
