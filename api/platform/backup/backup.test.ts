import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../database/test-database.ts'
import { type FileStore, openFileStore, sweepStoredFiles } from '../files/index.ts'
import { newId } from '../ids.ts'
import { restoreBackup, takeBackup } from './index.ts'

let folder: string
let database: TestDatabase
let fresh: TestDatabase
let files: FileStore

const storeIn = (name: string) => openFileStore({ kind: 'local', folder: path.join(folder, name) })
const target = () => path.join(folder, 'backup')

async function storeFile(text: string): Promise<string> {
  const { sha256, sizeBytes } = await files.put(Buffer.from(text))
  await database.prisma.storedFile.create({ data: { id: newId(), sha256, sizeBytes, name: '正式文本.txt', mediaType: 'text/plain' } })
  return sha256
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'lifa-backup-'))
  database = await createTestDatabase()
  fresh = await createTestDatabase()
  files = await storeIn('files')
})
afterEach(async () => {
  await database.drop()
  await fresh.drop()
  rmSync(folder, { recursive: true })
})

describe('a backup', () => {
  test('restores every row and every file into an empty installation', async () => {
    const sha256 = await storeFile('第一条 为了规范备案审查\t工作\\制定本办法。\n')
    const rows = await database.prisma.storedFile.findMany()
    const taken = await takeBackup({ connection: database.connection, files, target: target() })
    expect(taken.files).toEqual([{ sha256, sizeBytes: rows[0] && Number(rows[0].sizeBytes) }])

    const restored = await storeIn('restored')
    await restoreBackup({ connection: fresh.connection, files: restored, source: target() })
    expect(await fresh.prisma.storedFile.findMany()).toEqual(rows)
    expect(await restored.verify(sha256)).toBe('intact')
  })

  test('keeps the rules between tables after a restore', async () => {
    await takeBackup({ connection: database.connection, files, target: target() })
    await restoreBackup({ connection: fresh.connection, files, source: target() })
    const foreignKeys = `SELECT conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE contype = 'f' ORDER BY 1, 2`
    const expected = await database.pool.query(foreignKeys)
    expect(expected.rowCount).toBeGreaterThan(0)
    expect((await fresh.pool.query(foreignKeys)).rows).toEqual(expected.rows)
  })

  test('is not taken over another', async () => {
    await takeBackup({ connection: database.connection, files, target: target() })
    await expect(takeBackup({ connection: database.connection, files, target: target() })).rejects.toThrow('不是空的')
  })

  test('is not called done when a file is missing or damaged', async () => {
    const sha256 = await storeFile('原文')
    writeFileSync(files.path?.(sha256) ?? '', '改文')
    await expect(takeBackup({ connection: database.connection, files, target: target() })).rejects.toThrow('已损坏')
    await expect(restoreBackup({ connection: fresh.connection, files, source: target() })).rejects.toThrow('不是完整的备份')
  })

  test('is not restored over rows', async () => {
    await storeFile('已有')
    await takeBackup({ connection: database.connection, files, target: target() })
    await expect(restoreBackup({ connection: database.connection, files, source: target() })).rejects.toThrow('目标数据库不是空的')
  })

  test('is not restored when a table of it is damaged, and leaves no rows', async () => {
    await storeFile('原文')
    await takeBackup({ connection: database.connection, files, target: target() })
    const table = path.join(target(), 'tables', 'StoredFile.copy.gz')
    const bytes = readFileSync(table)
    bytes[bytes.length - 9] = (bytes.at(-9) ?? 0) ^ 1
    writeFileSync(table, bytes)
    await expect(restoreBackup({ connection: fresh.connection, files, source: target() })).rejects.toThrow('已损坏')
    expect(await fresh.prisma.storedFile.count()).toBe(0)
  })

  test('of a newer program is refused', async () => {
    await takeBackup({ connection: database.connection, files, target: target() })
    const file = path.join(target(), 'manifest.json')
    const manifest = JSON.parse(readFileSync(file, 'utf8'))
    manifest.migrations.push({ name: '20990101000000_future', checksum: '0' })
    writeFileSync(file, JSON.stringify(manifest))
    await expect(restoreBackup({ connection: fresh.connection, files, source: target() })).rejects.toThrow('更新的程序')
  })
})

test('the sweep removes bytes without a row and keeps those with one', async () => {
  const kept = await storeFile('有记录')
  const orphan = await files.put(Buffer.from('没有记录'))
  const report = await sweepStoredFiles({ prisma: database.prisma, files, olderThanMs: -60_000 })
  expect(report).toEqual({ removed: [orphan], unfinished: 0, kept: 1 })
  expect(await files.verify(kept)).toBe('intact')
})
