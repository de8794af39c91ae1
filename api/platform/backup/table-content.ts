import pg from 'pg'
import { z } from 'zod'
import type { TableEntry } from './manifest.ts'

export const quoted = pg.escapeIdentifier

const tableRow = z.object({ name: z.string(), columns: z.array(z.string()) })
const digestRow = z.object({ rows: z.int(), digest: z.string() })
const named = z.object({ name: z.string() })

/** Every table of ours with the columns that can be written; generated ones make themselves. */
export async function listTables(client: pg.Client): Promise<z.infer<typeof tableRow>[]> {
  const found = await client.query(`
    SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace
    JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    GROUP BY 1 ORDER BY 1`)
  return z.array(tableRow).parse(found.rows)
}

/** Counts the rows and digests what is in them, whatever order they lie in: the sum of a hash of each. */
export async function digestTable(client: pg.Client, table: Pick<TableEntry, 'name' | 'columns'>): Promise<z.infer<typeof digestRow>> {
  const columns = table.columns.map(quoted).join(', ')
  const found = await client.query(`
    SELECT count(*)::int AS rows, coalesce(sum(hashtextextended(row(${columns})::text, 0)::numeric), 0)::text AS digest
    FROM ${quoted(table.name)}`)
  return digestRow.parse(found.rows[0])
}

export async function listAppliedMigrations(client: pg.Client): Promise<{ name: string; checksum: string }[]> {
  const found = await client.query(`
    SELECT migration_name AS name, checksum FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1`)
  return z.array(named.extend({ checksum: z.string() })).parse(found.rows)
}

export async function listSequences(client: pg.Client): Promise<{ name: string; last: string | null }[]> {
  const found = await client.query(`SELECT sequencename AS name, last_value::text AS last FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`)
  return z.array(named.extend({ last: z.string().nullable() })).parse(found.rows)
}

/** Times and numbers are written alike whatever the server's settings are. */
export const fixSession = `SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = 3; SET LOCAL datestyle = 'ISO'; SET LOCAL bytea_output = 'hex'; SET LOCAL intervalstyle = 'postgres'`
