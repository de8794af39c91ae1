/**
 * Which rows are worth ranking. Every question to the database is bounded, because ranking whatever holds an ordinary
 * word reads the whole table: at most `MAX_CANDIDATES` rows are scored, chosen by the rarest words.
 */
import type { Pool } from 'pg'
import type { SearchQuery } from '../engine.ts'
import type { Candidate } from '../ranking/candidate.ts'
import { weighed } from '../ranking/score.ts'
import type { WeighedTerm } from '../ranking/score.ts'
import type { Term } from '../ranking/terms.ts'
import { characterPairs } from '../words.ts'
import { conditionsOf, Parameters } from './conditions.ts'
import { CANDIDATE_COLUMNS, INDEX_NAME, lexeme } from './rows.ts'


export const MAX_CANDIDATES = 500
/** Rows that are looked at to choose among. */
const MAX_MATCHED = 8_000
/** Frequencies are counted up to here: what is in more rows is common in any case. */
const COUNTED = 10_000
const MAX_TITLES = 60

/**
 * How many rows hold each word, and what the word is therefore worth. Of common words the database's own statistics
 * tell it; counting them would read a tenth of the table. The others are counted.
 */
export async function weigh(pool: Pool, terms: Term[]): Promise<WeighedTerm[]> {
  if (terms.length === 0) return []
  const { rows } = await pool.query<{ word: number; rows: number; total: number }>(
    `WITH i AS MATERIALIZED (SELECT "generation" FROM "SearchIndex" WHERE "name" = '${INDEX_NAME}'),
     t AS MATERIALIZED (SELECT greatest(reltuples, 0)::int AS total FROM pg_class WHERE oid = '"SearchDocument"'::regclass),
     common AS MATERIALIZED (
       SELECT m.word, m.share FROM pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) AS m(word, share)
       WHERE s.schemaname = current_schema() AND s.tablename = 'SearchDocument' AND s.attname = 'words' AND m.word = ANY($2::text[]))
     SELECT w.ordinality::int - 1 AS word, t.total, coalesce(
       (SELECT greatest(1, c.share * t.total)::int FROM common c WHERE c.word = w.word),
       (SELECT count(*)::int FROM (SELECT 1 FROM "SearchDocument" d, i WHERE d."generation" = i."generation" AND d."words" @@ w.q::tsquery LIMIT ${COUNTED}) c)) AS rows
     FROM t, unnest($1::text[], $2::text[]) WITH ORDINALITY AS w(q, word, ordinality)`,
    [terms.map((term) => lexeme(term.word)), terms.map((term) => term.word)],
  )
  return rows.flatMap((row) => {
    const term = terms[row.word]
    if (term === undefined) return []
    return [weighed(term, row.rows, Math.max(row.total, COUNTED))]
  })
}

/** Rows that hold the rarest of the words, most weight first. With `all`, only rows that hold every one of those words. */
export async function byWords(pool: Pool, query: SearchQuery, terms: WeighedTerm[], all: string[]): Promise<Candidate[]> {
  const known = terms.filter((term) => term.rows > 0).sort((a, b) => a.rows - b.rows)
  const choosing: WeighedTerm[] = []
  let matched = 0
  for (const term of known) {
    if (choosing.length > 0 && matched + term.rows > MAX_MATCHED) break
    choosing.push(term)
    matched += term.rows
  }
  if (choosing.length === 0) return []
  const parameters = new Parameters()
  // where even the rarest word is common, only rows that hold all of them are worth reading
  const required = all.length > 0 ? all : matched > MAX_MATCHED ? known.filter((term) => term.typed).map((term) => term.word) : []
  const asked = required.length > 0 ? required.map(lexeme).join(' & ') : choosing.map((term) => lexeme(term.word)).join(' | ')
  const matches = parameters.add(asked)
  const weight = known.map((term) => `${parameters.add(term.weight)}::float8 * (d."words" @@ ${parameters.add(lexeme(term.word))}::tsquery)::int`).join(' + ')
  const { rows } = await pool.query<Candidate>(
    `SELECT ${CANDIDATE_COLUMNS} FROM "SearchDocument" d
     JOIN (SELECT d."generation", d."id", ${weight} AS weight
           FROM (SELECT d.* FROM "SearchDocument" d WHERE d."words" @@ ${matches}::tsquery AND ${conditionsOf(query, parameters)} LIMIT ${MAX_MATCHED}) d
           ORDER BY weight DESC, d."rank", d."id" LIMIT ${MAX_CANDIDATES}) best USING ("generation", "id")`,
    parameters.values,
  )
  return rows
}

/** Works whose title is like one that was asked for, a wrong character or two included. */
export async function byTitle(pool: Pool, query: SearchQuery, titles: string[]): Promise<Candidate[]> {
  const found: Candidate[] = []
  for (const title of titles.slice(0, 6)) {
    const pairs = characterPairs(title).slice(0, 40)
    if (pairs.length === 0) continue
    const parameters = new Parameters()
    const anyOf = parameters.add(pairs.map(lexeme).join(' | '))
    const exact = parameters.add(title)
    const count = pairs.map((pair) => `(d."titlePairs" @@ ${parameters.add(lexeme(pair))}::tsquery)::int`).join(' + ')
    const conditions = conditionsOf({ ...query, kinds: ['work'] }, parameters)
    const { rows } = await pool.query<Candidate>(
      `SELECT ${CANDIDATE_COLUMNS} FROM "SearchDocument" d
       JOIN (SELECT d."generation", d."id", (d."titleKey" = ${exact}) AS same, (${count})::float8 / (${pairs.length} + greatest(length(d."titleKey") - 1, 1)) AS likeness
             FROM "SearchDocument" d WHERE d."titlePairs" @@ ${anyOf}::tsquery AND ${conditions}
             ORDER BY same DESC, likeness DESC, d."rank", d."id" LIMIT ${MAX_TITLES}) best USING ("generation", "id")`,
      parameters.values,
    )
    found.push(...rows)
  }
  return found
}

/** Works whose title is spelled so; the title that the letters cover most comes first. */
export async function byPinyin(pool: Pool, query: SearchQuery, letters: string): Promise<Candidate[]> {
  const parameters = new Parameters()
  const { rows } = await pool.query<Candidate>(
    `SELECT ${CANDIDATE_COLUMNS} FROM "SearchDocument" d WHERE position(${parameters.add(letters)} in d."titlePinyin") > 0
     AND ${conditionsOf({ ...query, kinds: ['work'] }, parameters)} ORDER BY length(d."titlePinyin"), d."id" LIMIT ${MAX_TITLES}`,
    parameters.values,
  )
  return rows
}

export async function byDocumentNumber(pool: Pool, query: SearchQuery, key: string): Promise<Candidate[]> {
  const parameters = new Parameters()
  const { rows } = await pool.query<Candidate>(
    `SELECT ${CANDIDATE_COLUMNS} FROM "SearchDocument" d WHERE d."documentNumberKey" = ${parameters.add(key)} AND ${conditionsOf(query, parameters)}
     ORDER BY d."kind" DESC, d."id" LIMIT ${MAX_CANDIDATES}`,
    parameters.values,
  )
  return rows
}

/** The article of one label in some versions; in every version where `versionIds` is null. */
export async function byArticle(pool: Pool, query: SearchQuery, label: string, versionIds: string[] | null): Promise<Candidate[]> {
  const parameters = new Parameters()
  const inVersions = versionIds === null ? 'true' : `d."versionId" = ANY(${parameters.add(versionIds)}::text[])`
  const { rows } = await pool.query<Candidate>(
    `SELECT ${CANDIDATE_COLUMNS} FROM "SearchDocument" d WHERE d."number" = ${parameters.add(label)} AND ${inVersions} AND ${conditionsOf(query, parameters)}
     ORDER BY d."rank", d."dateKey" DESC, d."id" LIMIT ${MAX_CANDIDATES}`,
    parameters.values,
  )
  return rows
}

/** Nothing was asked: the newest first (or oldest), with the exact count. */
export async function browse(pool: Pool, query: SearchQuery, offset: number, limit: number): Promise<{ rows: Candidate[]; total: number }> {
  const parameters = new Parameters()
  const conditions = conditionsOf(query.kinds === undefined ? { ...query, kinds: ['work'] } : query, parameters)
  const counting = await pool.query<{ total: number }>(`SELECT count(*)::int AS total FROM "SearchDocument" d WHERE ${conditions}`, parameters.values)
  const order = query.sort === 'oldest' ? 'ASC' : 'DESC'
  const page = await pool.query<Candidate>(
    `SELECT ${CANDIDATE_COLUMNS} FROM "SearchDocument" d WHERE ${conditions}
     ORDER BY coalesce(d."validFrom", '0001-01-01'::date) ${order}, d."rank", d."id" LIMIT ${limit} OFFSET ${offset}`,
    parameters.values,
  )
  return { rows: page.rows, total: counting.rows[0]?.total ?? 0 }
}
