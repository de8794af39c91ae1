/** Several people at one draft: what a step touches, how steps are applied, moved and made. Pure. */
export { applySteps, StepRefusedError, type AppliedSteps } from './apply-steps.ts'
export { rebaseSteps, type RebasedSteps } from './rebase-steps.ts'
export { stepsBetween } from './steps-between.ts'
export { keysInRange, touchedKeys, wordsByKey, wordsOf } from './touched-keys.ts'
