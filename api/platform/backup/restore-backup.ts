import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { z } from 'zod'
import { applyMigrations, type Migration, readMigrations } from '../database/index.ts'
import { type FileStore, openFileStore } from '../files/index.ts'
import { BackupError, MANIFEST_FILE, type Manifest, manifestSchema, tableFile } from './manifest.ts'
import { digestFile } from './take-backup.ts'
import { digestTable, fixSession, listTables, quoted } from './table-content.ts'

const constraintRow = z.object({ table: z.string(), name: z.string(), definition: z.string() })

async function readManifest(source: string): Promise<Manifest> {
  let text: string
  try {
    text = await readFile(path.join(source, MANIFEST_FILE), 'utf8')
  } catch (cause) {
    throw new BackupError(`${source} 不是完整的备份：没有 ${MANIFEST_FILE}。`, { cause })
  }
  const manifest = manifestSchema.safeParse(JSON.parse(text))
  if (!manifest.success) throw new BackupError(`${source} 的 ${MANIFEST_FILE} 无法识别：${z.prettifyError(manifest.error)}`)
  return manifest.data
}

/** The migrations that the backup was made under: the same files, at the beginning of ours. */
function migrationsOf(manifest: Manifest, ours: Migration[]): Migration[] {
  return manifest.migrations.map(({ name, checksum }) => {
    const found = ours.find((migration) => migration.name === name)
    if (!found) throw new BackupError(`备份来自更新的程序（${name}）。请用新版本的程序恢复。`)
    if (found.checksum !== checksum) throw new BackupError(`备份的数据库结构与本程序不同（${name}）。请用原来的程序恢复。`)
    return found
  })
}

async function checkTableFiles(manifest: Manifest, source: string): Promise<void> {
  for (const { name, sha256 } of manifest.tables) {
    if ((await digestFile(path.join(source, tableFile(name)))) !== sha256) {
      throw new BackupError(`备份中的 ${tableFile(name)} 已损坏，没有恢复任何数据。`)
    }
  }
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  for (const { name } of await listTables(client)) {
    const found = await client.query(`SELECT 1 FROM ${quoted(name)} LIMIT 1`)
    if (found.rowCount !== 0) throw new BackupError(`目标数据库不是空的（${name} 中有数据）。请恢复到新的 DATA_DIR 或新的数据库。`)
  }
}

async function loadTable(client: pg.Client, table: Manifest['tables'][number], source: string): Promise<void> {
  const columns = table.columns.map(quoted).join(', ')
  await client.query(`ALTER TABLE ${quoted(table.name)} DISABLE TRIGGER USER`)
  await pipeline(
    createReadStream(path.join(source, tableFile(table.name))),
    createGunzip(),
    client.query(copyFrom(`COPY ${quoted(table.name)} (${columns}) FROM STDIN`)),
  )
  await client.query(`ALTER TABLE ${quoted(table.name)} ENABLE TRIGGER USER`)
  const loaded = await digestTable(client, table)
  if (loaded.rows !== table.rows || loaded.digest !== table.contentDigest) {
    throw new BackupError(`${table.name} 恢复后与备份不一致（${loaded.rows} 行，应为 ${table.rows} 行），没有恢复任何数据。`)
  }
}

/**
 * Loads all tables in one transaction. Foreign keys are taken away and put back, which checks every row; turning them
 * off instead would need a superuser, which a managed server does not give.
 */
async function loadTables(client: pg.Client, manifest: Manifest, source: string): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(fixSession)
    await refuseUnlessEmpty(client)
    const found = await client.query(`
      SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
      FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`)
    const foreignKeys = z.array(constraintRow).parse(found.rows)
    for (const { table, name } of foreignKeys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quoted(name)}`)
    for (const table of manifest.tables) await loadTable(client, table, source)
    for (const { name, last } of manifest.sequences) {
      if (last !== null) await client.query('SELECT setval($1::regclass, $2::bigint)', [quoted(name), last])
    }
    for (const { table, name, definition } of foreignKeys) {
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${quoted(name)} ${definition}`)
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {})
    throw error
  }
}

/**
 * Restores a backup into an empty installation, then brings its database up to this program's migrations. Files come
 * first and rows last, in one transaction: when anything fails there are no rows.
 *
 * @throws BackupError when the backup is incomplete or damaged, or the installation is not empty
 */
export async function restoreBackup(options: { connection: pg.ClientConfig; files: FileStore; source: string }): Promise<Manifest> {
  const { connection, files, source } = options
  const manifest = await readManifest(source)
  const ours = await readMigrations()
  const theirs = migrationsOf(manifest, ours)
  await checkTableFiles(manifest, source)

  const client = new pg.Client(connection)
  await client.connect()
  try {
    const history = await client.query<{ present: boolean }>(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS present`)
    if (history.rows[0]?.present) await refuseUnlessEmpty(client)
    // A database that this program has opened already has all of ours; the backup's rows must fit them then.
    await applyMigrations(client, history.rows[0]?.present ? ours : theirs)
    const kept = await openFileStore({ kind: 'local', folder: path.join(source, 'files') })
    for (const { sha256 } of manifest.files) {
      const copied = await files.put(await kept.open(sha256))
      if (copied.sha256 !== sha256) throw new BackupError(`备份中的文件 ${sha256} 已损坏，没有恢复任何数据。`)
    }
    await loadTables(client, manifest, source)
    await applyMigrations(client, ours)
    return manifest
  } finally {
    await client.end()
  }
}
