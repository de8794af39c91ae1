/**
 * Search in the database that is there anyway: for one machine or a closed network without a search server.
 */
import type { Pool } from 'pg'
import { QUERY_TOO_LONG, SearchUnavailable } from '../engine.ts'
import type { EngineHealth, SearchAnswer, SearchDocument, SearchEngine, SearchHit, SearchQuery } from '../engine.ts'
import { forceStatus } from '../force-status.ts'
import { cursorAt, pageOf } from '../page.ts'
import { parseQuery } from '../query/index.ts'
import type { UnderstoodQuery } from '../query/index.ts'
import { loadSpeller } from '../pinyin.ts'
import { loadSimplifier } from '../simplified.ts'
import { markTerms, snippet } from '../snippet.ts'
import { loadCutter } from '../words.ts'
import type { Cutter } from '../words.ts'
import { browse, byArticle, byDocumentNumber, byPinyin, byTitle, byWords, holdingPhrases, titlesAsked, weigh, wordsOfPhrases } from './candidates.ts'
import { rebuildIndex } from './rebuild.ts'
import { INDEX_NAME, INSERT_DOCUMENTS, rowOf } from './rows.ts'
import type { CandidateRow, Tools } from './rows.ts'
import { rank, titleLikeness } from './score.ts'
import type { Scored } from './score.ts'
import { termsOf } from './terms.ts'

const BATCH = 200
/** A title this like what was asked is the one whose article is meant. */
const MEANT = 0.6

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
    const { offset, limit } = pageOf(query)
    const understood = parseQuery(query.text, await loadSimplifier())
    const cutter = await loadCutter()
    const answer = await reached(asksNothing(understood) ? this.#browse(query, offset, limit) : this.#find(query, understood, cutter, offset, limit))
    const next = offset + answer.hits.length
    return {
      hits: answer.hits,
      estimatedTotal: answer.total,
      nextCursor: answer.hits.length > 0 && next < answer.total ? cursorAt(next) : null,
      understood,
      engine: this.name,
      tookMs: Math.round(performance.now() - began),
      ...(understood.truncated ? { degraded: QUERY_TOO_LONG } : {}),
    }
  }

  async #browse(query: SearchQuery, offset: number, limit: number): Promise<Found> {
    const { rows, total } = await browse(this.#pool, query, offset, limit)
    return { hits: rows.map((row) => hitOf({ row, score: 0 }, [], query.onDate)), total }
  }

  async #find(query: SearchQuery, understood: UnderstoodQuery, cutter: Cutter, offset: number, limit: number): Promise<Found> {
    const terms = await weigh(this.#pool, termsOf(understood, cutter))
    const titles = titlesAsked(understood)
    const worksAllowed = query.kinds === undefined || query.kinds.length === 0 || query.kinds.includes('work')
    const [words, titled, numbered, spelled] = await Promise.all([
      byWords(this.#pool, query, terms, wordsOfPhrases(understood.phrases, cutter)),
      byTitle(this.#pool, query, titles),
      understood.documentNumber === null ? [] : byDocumentNumber(this.#pool, query, understood.documentNumber.key),
      understood.pinyin === null ? [] : byPinyin(this.#pool, query, understood.pinyin),
    ])
    const articles = understood.article === null ? [] : await this.#articles(query, understood.article.label, titles, titled)
    const all = [...words, ...(worksAllowed ? [...titled, ...spelled] : []), ...numbered, ...articles]
    const rows = holdingPhrases([...new Map(all.map((row) => [row.id, row])).values()], understood.phrases)
    const ranked = sorted(
      rank(rows, {
        terms,
        titles,
        wordings: wordingsOf(understood),
        pinyin: understood.pinyin,
        documentNumberKey: understood.documentNumber?.key ?? null,
        articleLabel: understood.article?.label ?? null,
        onDate: query.onDate,
      }),
      query,
    )
    const marks = [...terms.map((term) => term.word), ...understood.phrases]
    return { hits: ranked.slice(offset, offset + limit).map((scored) => hitOf(scored, marks, query.onDate)), total: ranked.length }
  }

  /** The article in the works that were named; in every work where none was. */
  async #articles(query: SearchQuery, label: string, titles: string[], titled: CandidateRow[]): Promise<CandidateRow[]> {
    const meant = titled.filter((row) => titles.some((asked) => titleLikeness(row.titleKey, asked) >= MEANT))
    if (titles.length > 0 && meant.length === 0) return []
    return byArticle(this.#pool, query, label, titles.length === 0 ? null : [...new Set(meant.map((row) => row.versionId))])
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

type Found = { hits: SearchHit[]; total: number }

/** The words as typed, and with each everyday word as the law says it. */
function wordingsOf({ words, alsoSearched }: UnderstoodQuery): string[] {
  return [words, ...alsoSearched.flatMap(({ from, to }) => to.map((legal) => words.replaceAll(from, legal)))]
}

function asksNothing(understood: UnderstoodQuery): boolean {
  return understood.words === '' && understood.titles.length === 0 && understood.phrases.length === 0 && understood.article === null && understood.documentNumber === null
}

function sorted(scored: Scored[], query: SearchQuery): Scored[] {
  if (query.sort === undefined || query.sort === 'relevance') return scored
  const direction = query.sort === 'newest' ? -1 : 1
  const dateOf = ({ row }: Scored): string => row.validFrom ?? row.dateKey
  return [...scored].sort((a, b) => (dateOf(a) < dateOf(b) ? -direction : dateOf(a) > dateOf(b) ? direction : b.score - a.score))
}

function hitOf({ row, score }: Scored, marks: string[], onDate: string): SearchHit {
  return {
    id: row.id,
    kind: row.kind,
    workKey: row.workKey,
    workTitle: row.workTitle,
    versionId: row.versionId,
    dateKey: row.dateKey,
    title: row.title,
    number: row.number,
    anchor: row.anchor,
    issuer: row.issuer,
    documentKind: row.documentKind,
    documentNumber: row.documentNumber,
    regionCode: row.regionCode,
    validFrom: row.validFrom,
    validTo: row.validTo,
    status: forceStatus(row.validFrom, row.validTo, onDate),
    titleSegments: markTerms(row.workTitle, marks),
    snippet: snippet(row.text, marks),
    score: Math.round(score * 1000) / 1000,
  }
}
