export { createSearchEngine } from './create-engine.ts'
export { documentsOfVersion, openingOfText, provisionsOfText } from './document.ts'
export type { IndexedProvision, IndexedVersion, IndexedWork } from './document.ts'
export { SearchRefused, SearchUnavailable } from './engine.ts'
export type {
  Asker,
  Audience,
  Degraded,
  DocumentKind,
  EngineHealth,
  SearchAnswer,
  SearchDocument,
  SearchEngine,
  SearchHit,
  SearchQuery,
  SearchSort,
} from './engine.ts'
export { FORCE_STATUS_LABEL } from './force-status.ts'
export type { ForceStatus } from './force-status.ts'
export type { UnderstoodQuery } from './query/index.ts'
export type { Segment } from './snippet.ts'
