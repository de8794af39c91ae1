export { endDraftStreams } from './draft-bell.ts'
export { draftingRoutes } from './routes.ts'
export { snapshotDraft, type TakenSnapshot } from './snapshot-draft.ts'
export type { SnapshotKind } from './snapshot-kind.ts'
