export { endDraftStreams } from './draft-bell.ts'
export { draftingRoutes } from './routes.ts'
export { latestSnapshot, readSnapshot, snapshotDraft, type TakenSnapshot } from './snapshot-draft.ts'
export { type SnapshotKind, snapshotKindLabel, snapshotKinds } from './snapshot-kind.ts'
