/** 立法技术规范: rules of drafting technique as data, and what they find in a text. Pure. */
export { basisInWords, draftingRules, lintText } from './lint-text.ts'
export type { DraftingBasis, DraftingFinding } from './rule.ts'
export * from './document/index.ts'
export * from './collaboration/index.ts'
export * from './suggestion/index.ts'
