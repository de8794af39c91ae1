/**
 * Applies prisma/migrations/<name>/migration.sql at start-up without Prisma's schema engine. It keeps the same
 * `_prisma_migrations` table, checksums and advisory lock as `prisma migrate deploy`, so that both can be used on the
 * same database in any order.
 */
import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Client } from 'pg'
import { z } from 'zod'
import { DatabaseError } from './database-error.ts'

export const migrationsFolder = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url))

export interface Migration {
  name: string
  sql: string
  /** sha256 of the file's bytes, as Prisma counts it. */
  checksum: string
}

/** The key that Prisma's schema engine locks. */
const LOCK_KEY = 72707369
/** A script that cannot run in a transaction (`CREATE INDEX CONCURRENTLY`) says so in its first line. */
const OUTSIDE_TRANSACTION = '-- no-transaction'

const createTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

const recordedRow = z.object({
  migration_name: z.string(),
  checksum: z.string(),
  finished_at: z.date().nullable(),
})

/** Reads the migrations in Prisma's order, which is that of the folders' names. */
export async function readMigrations(folder: string = migrationsFolder): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort()
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(path.join(folder, name, 'migration.sql'))
      return { name, sql: bytes.toString('utf8'), checksum: createHash('sha256').update(bytes).digest('hex') }
    }),
  )
}

/** One name for a set of migrations: it changes when any of them does. */
export function digestOfMigrations(migrations: Migration[]): string {
  const hash = createHash('sha256')
  for (const { name, checksum } of migrations) hash.update(`${name} ${checksum}\n`)
  return hash.digest('hex')
}

async function applyInTransaction(client: Client, migration: Migration): Promise<void> {
  // Script and row together: after a crash there is all of it or nothing. (Prisma would record a failed row.)
  await client.query('BEGIN')
  try {
    await client.query(migration.sql)
    await client.query(
      'INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, clock_timestamp(), 1)',
      [randomUUID(), migration.checksum, migration.name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

async function applyOutsideTransaction(client: Client, migration: Migration): Promise<void> {
  const id = randomUUID()
  await client.query('INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)', [
    id, migration.checksum, migration.name,
  ])
  await client.query(migration.sql)
  await client.query('UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1 WHERE id = $1', [id])
}

/** Leaves only what has still to be applied. */
async function pendingMigrations(client: Client, migrations: Migration[]): Promise<Migration[]> {
  const recorded = z.array(recordedRow).parse(
    (await client.query('SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL')).rows,
  )
  const interrupted = recorded.find((row) => row.finished_at === null)
  if (interrupted) {
    throw new DatabaseError(
      'migration-interrupted',
      `数据库升级 ${interrupted.migration_name} 上次没有完成。请先修复，再用 prisma migrate resolve 标记，然后重新启动。`,
    )
  }
  const unknown = recorded.filter((row) => !migrations.some(({ name }) => name === row.migration_name))
  if (unknown.length > 0) {
    throw new DatabaseError(
      'database-newer',
      `数据库比本程序新（${unknown.map((row) => row.migration_name).join('、')}）。请改用新版本的程序。`,
    )
  }
  const checksums = new Map(recorded.map((row) => [row.migration_name, row.checksum]))
  return migrations.filter(({ name, checksum }) => {
    const applied = checksums.get(name)
    if (applied !== undefined && applied !== checksum) {
      throw new DatabaseError('migration-edited', `${name}/migration.sql 在执行后被改动过。升级脚本只能增加，不能修改：请恢复原文件。`)
    }
    return applied === undefined
  })
}

/**
 * Brings a database up to the last migration; replicas that start together wait for each other.
 *
 * @param client one connection, not a pool: the lock and the transaction belong to the session
 * @returns the names of the migrations that were applied now
 * @throws DatabaseError when one fails, was edited or interrupted, or the database is newer than the program
 */
export async function applyMigrations(client: Client, migrations: Migration[]): Promise<string[]> {
  await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY])
  try {
    await client.query(createTable)
    const pending = await pendingMigrations(client, migrations)
    for (const migration of pending) {
      try {
        if (migration.sql.startsWith(OUTSIDE_TRANSACTION)) await applyOutsideTransaction(client, migration)
        else await applyInTransaction(client, migration)
      } catch (cause) {
        const reason = cause instanceof Error ? cause.message : String(cause)
        throw new DatabaseError('migration-failed', `数据库升级 ${migration.name} 失败：${reason}`, { cause })
      }
    }
    return pending.map(({ name }) => name)
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK_KEY]).catch(() => {})
  }
}
