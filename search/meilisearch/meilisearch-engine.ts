/** Search in a Meilisearch server, through its official client. */
import { Meilisearch } from 'meilisearch'
import { QUERY_TOO_LONG } from '../engine.ts'
import type { EngineHealth, SearchAnswer, SearchDocument, SearchEngine, SearchQuery } from '../engine.ts'
import { cursorAt, pageOf } from '../page.ts'
import { loadSpeller } from '../pinyin.ts'
import { parseQuery } from '../query/index.ts'
import { finished, MEILISEARCH, unavailable } from './errors.ts'
import { mergedRequest, plainRequest } from './request.ts'
import { INDEX_SETTINGS } from './settings.ts'
import { hitOf, storedAnswer, storedDocument } from './stored-document.ts'

const BATCH = 1000

export type MeilisearchOptions = {
  url: string
  apiKey?: string
  indexUid?: string
  requestTimeoutMs?: number
  taskTimeoutMs?: number
}

export class MeilisearchEngine implements SearchEngine {
  readonly name = MEILISEARCH
  readonly #client: Meilisearch
  readonly #indexUid: string
  readonly #taskTimeoutMs: number

  constructor(options: MeilisearchOptions) {
    this.#client = new Meilisearch({
      host: options.url,
      ...(options.apiKey === undefined ? {} : { apiKey: options.apiKey }),
      timeout: options.requestTimeoutMs ?? 10_000,
    })
    this.#indexUid = options.indexUid ?? 'lifa'
    this.#taskTimeoutMs = options.taskTimeoutMs ?? 120_000
  }

  async setUp(): Promise<void> {
    await finished(this.#client.createIndex(this.#indexUid, { primaryKey: 'id' }), this.#taskTimeoutMs, 'index_already_exists')
    await this.#configure(this.#indexUid)
  }

  async index(documents: SearchDocument[]): Promise<void> {
    await this.#add(this.#indexUid, documents)
  }

  async remove(ids: string[]): Promise<void> {
    if (ids.length > 0) await finished(this.#client.index(this.#indexUid).deleteDocuments(ids), this.#taskTimeoutMs)
  }

  async removeVersion(versionId: string): Promise<void> {
    const filter = `versionId = ${JSON.stringify(versionId)}`
    await finished(this.#client.index(this.#indexUid).deleteDocuments({ filter }), this.#taskTimeoutMs)
  }

  async health(): Promise<EngineHealth> {
    try {
      await this.#client.health()
      const { numberOfDocuments } = await this.#client.index(this.#indexUid).getStats()
      return { available: true, documents: numberOfDocuments }
    } catch (error) {
      return { available: false, reason: unavailable(error).code }
    }
  }

  async rebuild(source: AsyncIterable<SearchDocument[]>): Promise<void> {
    const next = `${this.#indexUid}_next`
    await this.#createAnew(next)
    try {
      await this.#configure(next)
      for await (const documents of source) await this.#add(next, documents)
      await finished(this.#client.swapIndexes([{ indexes: [this.#indexUid, next], rename: false }]), this.#taskTimeoutMs)
    } finally {
      // after the swap the name `next` holds the old documents; after a failure the unfinished ones
      await finished(this.#client.deleteIndex(next), this.#taskTimeoutMs, 'index_not_found')
    }
  }

  async search(query: SearchQuery): Promise<SearchAnswer> {
    const began = performance.now()
    const page = pageOf(query)
    const understood = parseQuery(query.text)
    try {
      const request = mergedRequest(this.#indexUid, query, understood, page)
      const byRelevance = (query.sort ?? 'relevance') === 'relevance' && request.queries.length > 0
      const { hits, estimatedTotalHits } = storedAnswer.parse(
        byRelevance ? await this.#client.multiSearch(request) : await this.#client.index(this.#indexUid).search(null, plainRequest(query, understood, page)),
      )
      const unique = [...new Map(hits.map((hit) => [hit.id, hitOf(hit, query.onDate)])).values()]
      const next = page.offset + hits.length
      return {
        hits: unique,
        estimatedTotal: estimatedTotalHits,
        nextCursor: hits.length > 0 && next < estimatedTotalHits ? cursorAt(next) : null,
        understood,
        engine: this.name,
        tookMs: Math.round(performance.now() - began),
        ...(understood.truncated ? { degraded: QUERY_TOO_LONG } : {}),
      }
    } catch (error) {
      throw unavailable(error)
    }
  }

  /** A fresh index of that name; what a rebuild that was killed left behind goes. */
  async #createAnew(uid: string): Promise<void> {
    const create = (allowed?: string): Promise<'done' | 'allowed'> => finished(this.#client.createIndex(uid, { primaryKey: 'id' }), this.#taskTimeoutMs, allowed)
    if ((await create('index_already_exists')) === 'done') return
    await finished(this.#client.deleteIndex(uid), this.#taskTimeoutMs, 'index_not_found')
    await create()
  }

  async #configure(uid: string): Promise<void> {
    await finished(this.#client.index(uid).updateSettings(INDEX_SETTINGS), this.#taskTimeoutMs)
  }

  async #add(uid: string, documents: SearchDocument[]): Promise<void> {
    const speller = await loadSpeller()
    for (let from = 0; from < documents.length; from += BATCH) {
      const stored = documents.slice(from, from + BATCH).map((document) => storedDocument(document, speller))
      await finished(this.#client.index(uid).addDocuments(stored), this.#taskTimeoutMs)
    }
  }
}
