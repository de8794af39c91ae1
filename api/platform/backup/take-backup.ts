/**
 * A backup without pg_dump, which the embedded database does not bring along and which refuses servers newer than
 * itself: one consistent snapshot, COPY text of every table, the files, and a manifest with their digests. The schema
 * is that of the migrations, so that it restores into any PostgreSQL from 15 on.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { z } from 'zod'
import { type FileStore, openFileStore } from '../files/index.ts'
import { BackupError, MANIFEST_FILE, type Manifest, type TableEntry, tableFile } from './manifest.ts'
import { digestTable, fixSession, listAppliedMigrations, listSequences, listTables, quoted } from './table-content.ts'

const storedFiles = z.array(z.object({ sha256: z.string(), sizeBytes: z.coerce.number().int() }))

export async function digestFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

async function copyTable(client: pg.Client, table: Pick<TableEntry, 'name' | 'columns'>, target: string): Promise<TableEntry> {
  const file = path.join(target, tableFile(table.name))
  const source = client.query(copyTo(`COPY ${quoted(table.name)} (${table.columns.map(quoted).join(', ')}) TO STDOUT`))
  await pipeline(source, createGzip({ level: 1 }), createWriteStream(file, { flush: true }))
  const { rows, digest } = await digestTable(client, table)
  return { ...table, rows, contentDigest: digest, sha256: await digestFile(file) }
}

async function copyFiles(wanted: Manifest['files'], source: FileStore, target: FileStore): Promise<void> {
  for (const { sha256 } of wanted) {
    const copied = await target.put(await source.open(sha256))
    if (copied.sha256 !== sha256) throw new BackupError(`文件 ${sha256} 已损坏，备份没有完成。请先从以前的备份恢复这个文件。`)
  }
}

/**
 * Takes a backup while the program runs. Files are copied after the snapshot: bytes are stored before their row and
 * never change, so that every row of the snapshot finds its file.
 *
 * The secrets are not in it; the audit chain needs its AUDIT_KEY to be verified after a restore.
 *
 * @param target a new or empty folder
 * @throws BackupError when the folder is not empty or a file is damaged; FileMissing when one is gone
 */
export async function takeBackup(options: {
  connection: pg.ClientConfig
  files: FileStore
  target: string
  now?: Date
}): Promise<Manifest> {
  const { connection, files, target, now = new Date() } = options
  await mkdir(path.join(target, 'tables'), { recursive: true, mode: 0o700 })
  const [unexpected] = (await readdir(target, { recursive: true })).filter((name) => name !== 'tables')
  if (unexpected !== undefined) throw new BackupError(`备份文件夹不是空的：${target}（其中有 ${unexpected}）。请换一个新的文件夹。`)

  const client = new pg.Client(connection)
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query(fixSession)
    const tables: TableEntry[] = []
    for (const table of await listTables(client)) tables.push(await copyTable(client, table, target))
    const found = await client.query('SELECT DISTINCT sha256, "sizeBytes" FROM "StoredFile" ORDER BY 1')
    const manifest: Manifest = {
      format: 1,
      program: 'lifa',
      takenAt: now.toISOString(),
      migrations: await listAppliedMigrations(client),
      tables,
      sequences: await listSequences(client),
      files: storedFiles.parse(found.rows),
    }
    await copyFiles(manifest.files, files, await openFileStore({ kind: 'local', folder: path.join(target, 'files') }))
    await writeFile(path.join(target, MANIFEST_FILE), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flush: true })
    const folder = await open(target, 'r')
    await folder.sync().finally(() => folder.close())
    return manifest
  } finally {
    await client.query('ROLLBACK').catch(() => {})
    await client.end()
  }
}
