export { keysOfDocument } from './article-keys.ts'
export { effectDateOf } from './effect-date.ts'
export { type FixedText, legislationCase, type LegislationCase, sittingName } from './legislation-case.ts'
export { legislationPaperRoutes } from './routes.ts'
