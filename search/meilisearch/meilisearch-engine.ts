/** Search in a Meilisearch server, through its official client. */
import { Meilisearch } from 'meilisearch'
import type { MultiSearchQuery } from 'meilisearch'
import type { EngineHealth, SearchAnswer, SearchDocument, SearchEngine, SearchQuery } from '../engine.ts'
import { pageOf } from '../page.ts'
import { loadSpeller } from '../pinyin.ts'
import { parseQuery } from '../query/index.ts'
import type { UnderstoodQuery } from '../query/index.ts'
import { answerOf, listFound, rankFound } from '../ranking/answer.ts'
import type { Found, Page } from '../ranking/answer.ts'
import { asksNothing, titlesAsked, versionsMeant } from '../ranking/candidate.ts'
import type { Candidate } from '../ranking/candidate.ts'
import { weighed } from '../ranking/score.ts'
import type { WeighedTerm } from '../ranking/score.ts'
import { termsOf } from '../ranking/terms.ts'
import type { Term } from '../ranking/terms.ts'
import { loadSimplifier } from '../simplified.ts'
import { loadCutter } from '../words.ts'
import { finished, MEILISEARCH, unavailable } from './errors.ts'
import { articleQuestion, candidateQuestions, frequencyQuestions, listQuestion, MAX_RANKED } from './questions.ts'
import { INDEX_SETTINGS } from './settings.ts'
import { countedPages, storedDocument, storedPage, storedPages } from './stored-document.ts'

/** In a small index every word is rare; its worth is reckoned as in a larger one. */
const SMALLEST_INDEX = 10_000
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
      let waiting: SearchDocument[] = []
      for await (const documents of source) {
        waiting.push(...documents)
        if (waiting.length < BATCH) continue
        await this.#add(next, waiting)
        waiting = []
      }
      await this.#add(next, waiting)
      await finished(this.#client.swapIndexes([{ indexes: [this.#indexUid, next], rename: false }]), this.#taskTimeoutMs)
    } finally {
      // after the swap the name `next` holds the old documents; after a failure the unfinished ones
      await finished(this.#client.deleteIndex(next), this.#taskTimeoutMs, 'index_not_found')
    }
  }

  async search(query: SearchQuery): Promise<SearchAnswer> {
    const began = performance.now()
    const page = pageOf(query)
    const understood = parseQuery(query.text, await loadSimplifier())
    try {
      const found = asksNothing(understood) ? await this.#browse(query, page) : await this.#find(query, understood, page)
      return answerOf(found, { engine: this.name, began, understood, page })
    } catch (error) {
      throw unavailable(error)
    }
  }

  async #browse(query: SearchQuery, page: Page): Promise<Found> {
    const { q, ...options } = listQuestion(query, page)
    const { hits, estimatedTotalHits } = storedPage.parse(await this.#client.index(this.#indexUid).search(q, options))
    return listFound(hits, estimatedTotalHits, query.onDate)
  }

  async #find(query: SearchQuery, understood: UnderstoodQuery, page: Page): Promise<Found> {
    const terms = await this.#weigh(termsOf(understood, await loadCutter()))
    const titles = titlesAsked(understood)
    const rows = await this.#candidates(candidateQuestions({ indexUid: this.#indexUid, query, understood, terms, titles }))
    const { article } = understood
    const titled = rows.filter(({ kind }) => kind === 'work')
    const articles = article === null ? [] : await this.#candidates([articleQuestion(this.#indexUid, query, article.label, versionsMeant(titles, titled))])
    // works that were only asked for to find their article are no hits of a search for provisions
    const worksAllowed = query.kinds === undefined || query.kinds.length === 0 || query.kinds.includes('work')
    // pages end where those of the embedded engine do
    const limit = Math.max(0, Math.min(page.limit, MAX_RANKED - page.offset))
    const found = rankFound({ rows: [...rows.filter(({ kind }) => worksAllowed || kind !== 'work'), ...articles], terms, understood, query, page: { ...page, limit } })
    return { ...found, total: Math.min(found.total, MAX_RANKED) }
  }

  async #weigh(terms: Term[]): Promise<WeighedTerm[]> {
    if (terms.length === 0) return []
    const { results } = countedPages.parse(await this.#client.multiSearch({ queries: frequencyQuestions(this.#indexUid, terms) }))
    const [total, ...held] = results.map(({ estimatedTotalHits }) => estimatedTotalHits)
    return terms.map((term, at) => weighed(term, held[at] ?? 0, Math.max(total ?? 0, SMALLEST_INDEX)))
  }

  async #candidates(queries: MultiSearchQuery[]): Promise<Candidate[]> {
    if (queries.length === 0) return []
    return storedPages.parse(await this.#client.multiSearch({ queries })).results.flatMap(({ hits }) => hits)
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
