import type { Pool } from 'pg'
import { SearchUnavailable } from '../engine.ts'
import type { SearchDocument } from '../engine.ts'
import { INDEX_NAME, INSERT_DOCUMENTS, rowOf } from './rows.ts'
import type { Tools } from './rows.ts'

/**
 * Fills the next generation beside the one that answers, then changes over in one transaction. When the source fails
 * the next generation is dropped and the old one goes on answering. One rebuild at a time, in the whole database.
 */
export async function rebuildIndex(pool: Pool, tools: Tools, source: AsyncIterable<SearchDocument[]>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(`SELECT pg_advisory_lock(hashtext('lifa search rebuild'))`)
    const { rows } = await client.query<{ generation: number }>(`SELECT "generation" FROM "SearchIndex" WHERE "name" = $1`, [INDEX_NAME])
    const current = rows[0]?.generation
    if (current === undefined) throw new SearchUnavailable('embedded', 'not_set_up')
    const next = current + 1
    try {
      // what a rebuild that was killed left behind
      await client.query(`DELETE FROM "SearchDocument" WHERE "generation" <> $1`, [current])
      for await (const documents of source) {
        await client.query(INSERT_DOCUMENTS, [JSON.stringify(documents.map((document) => rowOf(document, tools))), next])
      }
      await client.query('BEGIN')
      await client.query(`UPDATE "SearchIndex" SET "generation" = $2 WHERE "name" = $1`, [INDEX_NAME, next])
      await client.query(`DELETE FROM "SearchDocument" WHERE "generation" = $1`, [current])
      await client.query('COMMIT')
      await client.query('ANALYZE "SearchDocument"')
    } catch (error) {
      await client.query('ROLLBACK')
      await client.query(`DELETE FROM "SearchDocument" WHERE "generation" = $1`, [next])
      throw error
    } finally {
      await client.query(`SELECT pg_advisory_unlock(hashtext('lifa search rebuild'))`)
    }
  } finally {
    client.release()
  }
}
