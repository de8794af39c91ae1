/**
 * What a search engine is for the rest of the program. Two engines answer it (`embedded/`, `meilisearch/`) and
 * one contract test (`engine-contract.ts`) holds both to it.
 */
import type { ForceStatus } from './force-status.ts'
import type { Segment } from './snippet.ts'
import type { UnderstoodQuery } from './query/index.ts'

export type DocumentKind = 'work' | 'provision'
export type Audience = 'public' | 'internal'

/** One thing that can be found: a work in one version, or one provision of it. */
export type SearchDocument = {
  /** unique; letters, digits, `-` and `_` only */
  id: string
  kind: DocumentKind
  workKey: string
  workTitle: string
  versionId: string
  /** the date part of the version's address, `2024-01-01` or `2024-01-01~2` */
  dateKey: string
  /** of a work its title, of a provision its heading or '' */
  title: string
  /** `第十二条` as printed; '' for a work */
  number: string
  /** the part of the address after the date (`art_17-1`), null for a work */
  anchor: string | null
  text: string
  issuer: string
  documentKind: string
  /** legal rank, 1 the highest; among equal hits the higher rank comes first */
  rank: number
  regionCode: string
  /** 发文字号 as printed, null where there is none */
  documentNumber: string | null
  /** first day in force, null where it is unknown */
  validFrom: string | null
  /** first day on which it is no longer in force, null while there is none */
  validTo: string | null
  audience: Audience
  /** an internal document is for these organs; absent or empty: for every organ of the database */
  organIds?: string[]
}

/** Who asks. An internal asker sees what is public as well. `organIds: 'all'` is for administrators of the index only. */
export type Asker = { audience: 'public' } | { audience: 'internal'; organIds: string[] | 'all' }

export type SearchSort = 'relevance' | 'newest' | 'oldest'

export type SearchQuery = {
  text: string
  asker: Asker
  kinds?: DocumentKind[]
  documentKinds?: string[]
  issuer?: string
  regionCode?: string
  /** the legal date that statuses are computed for, `YYYY-MM-DD`; the caller takes it from its clock */
  onDate: string
  status?: ForceStatus
  sort?: SearchSort
  /** `nextCursor` of the answer before; wins over `offset` */
  cursor?: string
  offset?: number
  /** 1 to 100, 20 when absent */
  limit?: number
}

export type SearchHit = {
  id: string
  kind: DocumentKind
  workKey: string
  workTitle: string
  versionId: string
  dateKey: string
  title: string
  number: string
  anchor: string | null
  issuer: string
  documentKind: string
  documentNumber: string | null
  regionCode: string
  validFrom: string | null
  validTo: string | null
  status: ForceStatus
  /** the work's title in marked and unmarked pieces: text, never html */
  titleSegments: Segment[]
  snippet: Segment[]
  /** comparable inside one answer only */
  score: number
}

/** Why an answer is less than what was asked for; shown to the person who asked. */
export type Degraded = { reason: 'query-too-long'; message: string }

export const QUERY_TOO_LONG: Degraded = { reason: 'query-too-long', message: '检索内容过长，只按前200个字检索。' }

export type SearchAnswer = {
  hits: SearchHit[]
  estimatedTotal: number
  /** null on the last page */
  nextCursor: string | null
  understood: UnderstoodQuery
  engine: string
  tookMs: number
  degraded?: Degraded
}

export type EngineHealth = { available: true; documents: number } | { available: false; reason: string }

export type SearchEngine = {
  readonly name: string
  /** Makes the index ready; may be called at every start. */
  setUp(): Promise<void>
  /** Adds or replaces; when it returns the documents can be found. */
  index(documents: SearchDocument[]): Promise<void>
  remove(ids: string[]): Promise<void>
  /** Removes every document of one version: what the indexer calls before it indexes the version anew. */
  removeVersion(versionId: string): Promise<void>
  search(query: SearchQuery): Promise<SearchAnswer>
  health(): Promise<EngineHealth>
  /**
   * Fills a fresh index from `source` and puts it in the place of the old one in one step; the old one answers until
   * then, and for good when the source fails. Writes that arrive in between go to the old index: the caller notes the
   * outbox sequence before it begins and replays from there afterwards.
   */
  rebuild(source: AsyncIterable<SearchDocument[]>): Promise<void>
}

/** The engine could not be reached, refused its key, or failed: the caller says so and carries on without it. */
export class SearchUnavailable extends Error {
  override readonly name = 'SearchUnavailable'
  readonly engine: string
  /** the engine's own code (`invalid_api_key`), or `unreachable`, `timeout`, `unexpected_answer` */
  readonly code: string
  constructor(engine: string, code: string, options?: { cause?: unknown }) {
    super(`${engine}: ${code}`, options)
    this.engine = engine
    this.code = code
  }
}

/** The caller asked for something that no engine can do (a broken cursor, an impossible date). */
export class SearchRefused extends Error {
  override readonly name = 'SearchRefused'
}

export const DEFAULT_LIMIT = 20
export const MAX_LIMIT = 100
