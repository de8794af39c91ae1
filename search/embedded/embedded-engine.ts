/**
 * Search in the database that is there anyway: for one machine or a closed network without a search server.
 */
import type { Pool } from 'pg'
import { SearchUnavailable } from '../engine.ts'
import type { EngineHealth, SearchAnswer, SearchDocument, SearchEngine, SearchQuery } from '../engine.ts'
import { pageOf } from '../page.ts'
import { loadSpeller } from '../pinyin.ts'
import { parseQuery } from '../query/index.ts'
import type { UnderstoodQuery } from '../query/index.ts'
import { answerOf, listFound, rankFound } from '../ranking/answer.ts'
import type { Found, Page } from '../ranking/answer.ts'
import { asksNothing, titlesAsked, versionsMeant, wordsOfPhrases } from '../ranking/candidate.ts'
import { termsOf } from '../ranking/terms.ts'
import { loadSimplifier } from '../simplified.ts'
import { loadCutter } from '../words.ts'
import { browse, byArticle, byDocumentNumber, byPinyin, byTitle, byWords, weigh } from './candidates.ts'
import { rebuildIndex } from './rebuild.ts'
import { INDEX_NAME, INSERT_DOCUMENTS, rowOf } from './rows.ts'
import type { Tools } from './rows.ts'

const BATCH = 200

export class EmbeddedEngine implements SearchEngine {
  readonly name = 'embedded'
  readonly #pool: Pool

  constructor(pool: Pool) {
    this.#pool = pool
  }

  async setUp(): Promise<void> {
    await reached(this.#pool.query(`INSERT INTO "SearchIndex" ("name", "generation") VALUES ('${INDEX_NAME}', 1) ON CONFLICT DO NOTHING`))
    await loadCutter()
  }

  async index(documents: SearchDocument[]): Promise<void> {
    const tools = await loadTools()
    for (let from = 0; from < documents.length; from += BATCH) {
      const rows = documents.slice(from, from + BATCH).map((document) => rowOf(document, tools))
      const written = await reached(this.#pool.query(INSERT_DOCUMENTS, [JSON.stringify(rows), null]))
      if (written.rowCount !== rows.length) throw new SearchUnavailable(this.name, 'not_set_up')
    }
  }

  async remove(ids: string[]): Promise<void> {
    await reached(this.#pool.query(`DELETE FROM "SearchDocument" WHERE "id" = ANY($1::text[])`, [ids]))
  }

  async removeVersion(versionId: string): Promise<void> {
    await reached(this.#pool.query(`DELETE FROM "SearchDocument" WHERE "versionId" = $1`, [versionId]))
  }

  async health(): Promise<EngineHealth> {
    try {
      const { rows } = await this.#pool.query<{ documents: number }>(
        `SELECT count(*)::int AS documents FROM "SearchDocument" d JOIN "SearchIndex" i USING ("generation") WHERE i."name" = '${INDEX_NAME}'`,
      )
      return { available: true, documents: rows[0]?.documents ?? 0 }
    } catch (error) {
      return { available: false, reason: error instanceof Error ? error.message : String(error) }
    }
  }

  async rebuild(source: AsyncIterable<SearchDocument[]>): Promise<void> {
    await rebuildIndex(this.#pool, await loadTools(), source)
  }

  async search(query: SearchQuery): Promise<SearchAnswer> {
    const began = performance.now()
    const page = pageOf(query)
    const understood = parseQuery(query.text, await loadSimplifier())
    const found = await reached(asksNothing(understood) ? this.#browse(query, page) : this.#find(query, understood, page))
    return answerOf(found, { engine: this.name, began, understood, page })
  }

  async #browse(query: SearchQuery, { offset, limit }: Page): Promise<Found> {
    const { rows, total } = await browse(this.#pool, query, offset, limit)
    return listFound(rows, total, query.onDate)
  }

  async #find(query: SearchQuery, understood: UnderstoodQuery, page: Page): Promise<Found> {
    const cutter = await loadCutter()
    const terms = await weigh(this.#pool, termsOf(understood, cutter))
    const titles = titlesAsked(understood)
    const worksAllowed = query.kinds === undefined || query.kinds.length === 0 || query.kinds.includes('work')
    const [words, titled, numbered, spelled] = await Promise.all([
      byWords(this.#pool, query, terms, wordsOfPhrases(understood.phrases, cutter)),
      byTitle(this.#pool, query, titles),
      understood.documentNumber === null ? [] : byDocumentNumber(this.#pool, query, understood.documentNumber.key),
      understood.pinyin === null ? [] : byPinyin(this.#pool, query, understood.pinyin),
    ])
    const articles = understood.article === null ? [] : await byArticle(this.#pool, query, understood.article.label, versionsMeant(titles, titled))
    return rankFound({ rows: [...words, ...(worksAllowed ? [...titled, ...spelled] : []), ...numbered, ...articles], terms, understood, query, page })
  }
}

/** A failure of the database is one of the engine, with the database's own code. */
async function reached<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unexpected_error'
    throw new SearchUnavailable('embedded', code, { cause: error })
  }
}

async function loadTools(): Promise<Tools> {
  const [cutter, speller] = await Promise.all([loadCutter(), loadSpeller()])
  return { cutter, speller }
}
