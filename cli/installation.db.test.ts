import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPassword } from '../api/identity/index.ts'
import { openServices } from '../api/main.ts'
import { signDailyHead } from '../api/platform/audit/verify-audit.ts'
import { manifestSchema } from '../api/platform/backup/manifest.ts'
import { claimInstallation } from '../api/platform/claim-installation.ts'
import { type Config, readConfig } from '../api/platform/config/index.ts'
import { openDatabase } from '../api/platform/database/index.ts'
import { openFileStore } from '../api/platform/files/index.ts'
import { newId } from '../api/platform/ids.ts'
import { inTransaction } from '../api/platform/work/transaction.ts'
import { seedTestPeople } from '../api/testing/create-test-app.ts'
import { createTestWorld } from '../api/testing/test-world.ts'

const root = mkdtempSync(path.join(os.tmpdir(), 'lifa-installation-'))
const first = path.join(root, 'first')
const second = path.join(root, 'second')
const backup = path.join(root, 'backup')
afterAll(() => rmSync(root, { recursive: true }))

const configOf = (dataDir: string): Config => readConfig({ mode: 'production', env: { DATA_DIR: dataDir, LOG_LEVEL: 'silent' } })
const sealedText = Buffer.from('正式文本（盖章本）')

function run(script: string, dataDir: string, args: string[] = [], env: Record<string, string> = {}): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(import.meta.dirname, script), ...args], {
    encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', DATA_DIR: dataDir, ...env },
  })
  return { status, stdout, stderr }
}
const lifa = (dataDir: string, ...args: string[]) => run('lifa.mjs', dataDir, args)

/** A loaded installation: people, cases, flags, papers, texts, files, a chain with its signed head, an index. */
beforeAll(async () => {
  const { services, close } = await openServices(configOf(first))
  try {
    await seedTestPeople(services.prisma, await hashPassword('correct-horse-9'))
    for (let n = 0; n < 3; n += 1) await createTestWorld(services)
    const kept = await services.files.put(sealedText)
    for (let n = 0; n < 5; n += 1) {
      await inTransaction(services, async (work) => {
        const id = newId()
        await work.tx.storedFile.create({ data: { id, sha256: kept.sha256, sizeBytes: BigInt(kept.sizeBytes), name: '正式文本\t「盖章」\\.txt', mediaType: 'text/plain' } })
        work.audit({ actor: null, action: 'file.upload', entity: 'StoredFile', entityId: id })
        work.outbox({ topic: 'search', entity: 'Version', entityId: id })
      })
    }
    await signDailyHead({ prisma: services.prisma, auditKey: configOf(first).auditKey, day: '2026-03-12' })
  } finally {
    await close()
  }
}, 60_000)

const manifestOf = (folder: string) => manifestSchema.parse(JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')))

describe('backup and restore', () => {
  test('give every row, number and file of a loaded installation to an empty one', async () => {
    const taken = lifa(first, 'backup', backup)
    expect(taken.status, taken.stderr).toBe(0)
    mkdirSync(second)
    copyFileSync(path.join(first, 'secrets.json'), path.join(second, 'secrets.json'))
    const restored = lifa(second, 'restore', backup)
    expect(restored.status, restored.stderr).toBe(0)
    expect(JSON.parse(restored.stdout)).toMatchObject({ rows: JSON.parse(taken.stdout).rows, files: JSON.parse(taken.stdout).files })

    // what the second one would back up is what the first one did
    const again = path.join(root, 'again')
    expect(lifa(second, 'backup', again).status).toBe(0)
    const [one, other] = [manifestOf(backup), manifestOf(again)]
    const contents = (m: typeof one) => m.tables.map(({ name, rows, contentDigest }) => ({ name, rows, contentDigest }))
    expect(contents(other)).toEqual(contents(one))
    expect(other.sequences).toEqual(one.sequences)
    expect(other.files.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1))).toEqual(one.files.toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1)))
    expect(contents(one).filter((t) => ['Filing', 'CaseEvent', 'AuditEntry', 'Version', 'Paper', 'StoredFile', 'Person'].includes(t.name) && t.rows === 0).map((t) => t.name)).toEqual(['CaseEvent'])
  }, 120_000)

  test('leave the files open to read, and the chain proved by its key', async () => {
    expect(JSON.parse(lifa(second, 'files', 'verify').stdout)).toMatchObject({ missing: 0, damaged: 0 })
    const database = await openDatabase({ dataDir: second, databaseUrl: undefined })
    try {
      const row = await database.prisma.storedFile.findFirstOrThrow({ where: { name: { startsWith: '正式文本' } } })
      const parts: Uint8Array[] = []
      for await (const part of await (await openFileStore(configOf(second).files)).open(row.sha256)) parts.push(part)
      expect(Buffer.concat(parts)).toEqual(sealedText)
      // what is evidence stays evidence after a restore
      await expect(database.pool.query('DELETE FROM "AuditEntry"')).rejects.toThrow('only ever added to')
      await expect(database.pool.query(`UPDATE "Version" SET text = 'x'`)).rejects.toThrow('cannot be changed')
    } finally {
      await database.close()
    }
  }, 60_000)

  test('are refused over an installation in use', () => {
    const refused = lifa(first, 'restore', backup)
    expect(refused.status).toBe(1)
    expect(refused.stderr).toContain('目标数据库不是空的')
  }, 60_000)
})

describe('lifa audit verify', () => {
  test('proves a whole chain, says how long it is, and ends with 0', () => {
    const { status, stdout, stderr } = lifa(second, 'audit', 'verify')
    expect([status, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, entries: 5, signedHeads: 1 })
  }, 60_000)

  test('finds what was changed behind the program, names the place, and ends with 1', async () => {
    const database = await openDatabase({ dataDir: second, databaseUrl: undefined })
    await database.pool.query(`ALTER TABLE "AuditEntry" DISABLE TRIGGER USER; UPDATE "AuditEntry" SET action = 'nothing happened' WHERE sequence = 3`)
    await database.close()
    const { status, stdout, stderr } = lifa(second, 'audit', 'verify')
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, brokenAt: '3', reason: 'digest' })
    expect(stderr).toContain('审计链在第 3 条断开')
  }, 60_000)
})

describe('npm start', () => {
  test('names every wrong setting in both languages and does not start', () => {
    const { status, stderr } = run('start.ts', path.join(root, 'none'), [], { PORT: 'eighty', LOG_LEVEL: 'loud', DEMO_TODAY: '2026-03-02', SESSION_SECRET: 'too short' })
    expect(status).toBe(1)
    for (const words of ['设置有误，程序没有启动', 'the program did not start', 'PORT：应为1 至 65535 的整数', 'must be a whole number from 1 to 65535', 'LOG_LEVEL', 'SESSION_SECRET']) expect(stderr).toContain(words)
    expect(stderr).not.toContain('too short')
  })

  test('does not start on the data of a demonstration', async () => {
    const demo = path.join(root, 'demo')
    const { prisma, close } = await openDatabase({ dataDir: demo, databaseUrl: undefined })
    await claimInstallation(prisma, 'demo')
    await close()
    await expect(openServices(configOf(demo))).rejects.toThrow('这个数据库是演示库，不能作为正式系统启动')
    await expect(openServices(readConfig({ mode: 'demo', env: { DATA_DIR: first, LOG_LEVEL: 'silent' } }))).rejects.toThrow('这个数据库是正式系统的，不能作为演示启动')
  }, 60_000)

  test('keeps its secrets from everybody else', () => {
    expect(statSync(path.join(first, 'secrets.json')).mode & 0o777).toBe(0o600)
    expect(readFileSync(path.join(first, 'secrets.json'), 'utf8')).not.toBe('')
  })
})
