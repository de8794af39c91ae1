import type { Pool } from 'pg'
import { EmbeddedEngine } from './embedded/embedded-engine.ts'
import type { SearchEngine } from './engine.ts'
import { MeilisearchEngine } from './meilisearch/meilisearch-engine.ts'

/** Meilisearch where one is configured, the embedded engine otherwise. Call `setUp()` on it at start. */
export function createSearchEngine(options: { meiliUrl?: string; meiliKey?: string; pool: Pool }): SearchEngine {
  const { meiliUrl, meiliKey, pool } = options
  if (meiliUrl === undefined) return new EmbeddedEngine(pool)
  return new MeilisearchEngine({ url: meiliUrl, ...(meiliKey === undefined ? {} : { apiKey: meiliKey }) })
}
