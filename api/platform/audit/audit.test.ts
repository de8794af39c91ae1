import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../database/test-database.ts'
import { newId } from '../ids.ts'
import { toDateColumn } from '../legal-date.ts'
import { realClock } from '../config/index.ts'
import { inTransaction, type Transaction } from '../work/transaction.ts'
import { entryDigest } from './append-audit.ts'
import { type AuditVerdict, signDailyHead, verifyAudit } from './verify-audit.ts'

const KEY = 'the-key-of-this-installation'
const person = { personId: newId(), name: '审查甲' }

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  for (let n = 1; n <= 5; n += 1) await act(n)
  await signDailyHead({ prisma: database.prisma, auditKey: KEY, day: '2026-03-12' })
  await act(6)
})
afterAll(() => database.drop())

const act = (n: number) => inTransaction({ prisma: database.prisma, clock: realClock }, async (work) => work.audit({ actor: person, action: 'filing.register', entity: 'Filing', entityId: `case-${n}`, detail: { n } }))
const verify = (auditKey = KEY) => verifyAudit({ prisma: database.prisma, auditKey })

class TakenBack extends Error {}

/** What somebody could do who rules over the database itself, and what the proof says then; it is taken back afterwards. */
async function tampered(change: (tx: Transaction) => Promise<unknown>): Promise<AuditVerdict> {
  let verdict: AuditVerdict | undefined
  await database.prisma
    .$transaction(async (tx) => {
      await tx.$executeRaw`ALTER TABLE "AuditEntry" DISABLE TRIGGER USER`
      await tx.$executeRaw`ALTER TABLE "AuditHead" DISABLE TRIGGER USER`
      await change(tx)
      verdict = await verifyAudit({ prisma: tx, auditKey: KEY })
      throw new TakenBack()
    })
    .catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error
    })
  if (verdict === undefined) throw new Error('no verdict')
  return verdict
}

describe('the audit chain', () => {
  test('is whole, with its signed head', async () => {
    expect(await verify()).toMatchObject({ ok: true, entries: 6, signedHeads: 1 })
  })

  test('has no entry of work that was rolled back', async () => {
    await expect(inTransaction({ prisma: database.prisma, clock: realClock }, async (work) => {
      work.audit({ actor: person, action: 'filing.register', entity: 'Filing', entityId: 'never' })
      await work.tx.$executeRaw`SELECT 1 / 0`
    })).rejects.toThrow()
    expect(await verify()).toMatchObject({ ok: true, entries: 6 })
  })

  test.each([
    ['a changed fact', `UPDATE "AuditEntry" SET detail = '{"n": 9}' WHERE sequence = 3`, '3', 'digest'],
    ['a changed time', `UPDATE "AuditEntry" SET at = at - interval '1 day' WHERE sequence = 2`, '2', 'digest'],
    ['a changed person', `UPDATE "AuditEntry" SET "actorDigest" = 'somebody else' WHERE sequence = 4`, '4', 'digest'],
    ['a removed entry', 'DELETE FROM "AuditEntry" WHERE sequence = 3', '4', 'sequence'],
    ['a removed first entry', 'DELETE FROM "AuditEntry" WHERE sequence = 1', '2', 'sequence'],
    ['an end that was cut off behind the head', 'DELETE FROM "AuditEntry" WHERE sequence >= 5', '4', 'missing-head'],
    ['a head with another signature', `UPDATE "AuditHead" SET signature = repeat('0', 64)`, '5', 'signature'],
    ['a head of another day', `UPDATE "AuditHead" SET day = day - 1`, '5', 'signature'],
  ])('%s is found', async (_what, sql, brokenAt, reason) => {
    expect(await tampered((tx) => tx.$executeRawUnsafe(sql))).toMatchObject({ ok: false, brokenAt, reason })
  })

  test('an entry put in between, with a digest of its own, is found', async () => {
    const third = await database.prisma.auditEntry.findUniqueOrThrow({ where: { sequence: 3n } })
    const { digest: _given, ...fields } = { ...third, entityId: 'put in' }
    const digest = entryDigest(fields)
    const verdict = await tampered((tx) => tx.$executeRaw`UPDATE "AuditEntry" SET "entityId" = 'put in', digest = ${digest} WHERE sequence = 3`)
    expect(verdict).toMatchObject({ ok: false, brokenAt: '4', reason: 'link' })
  })

  test('a chain that was made anew from the change on is found by its head, which only the key can sign', async () => {
    const entries = await database.prisma.auditEntry.findMany({ where: { sequence: { gte: 3n } }, orderBy: { sequence: 'asc' } })
    const verdict = await tampered(async (tx) => {
      let previousDigest = entries[0]?.previousDigest ?? ''
      for (const { digest: _old, ...entry } of entries) {
        const fields = { ...entry, previousDigest, ...(entry.sequence === 3n ? { entityId: 'another case' } : {}) }
        const digest = entryDigest(fields)
        await tx.auditEntry.update({ where: { sequence: entry.sequence }, data: { entityId: fields.entityId, previousDigest, digest } })
        previousDigest = digest
      }
    })
    expect(verdict).toMatchObject({ ok: false, brokenAt: '5', reason: 'signature' })
  })

  test('is not proved by another key', async () => {
    expect(await verify('another key')).toMatchObject({ ok: false, reason: 'signature' })
  })
})

describe('the database itself', () => {
  test.each([
    ['change an entry of the chain', `UPDATE "AuditEntry" SET action = 'x' WHERE sequence = 1`],
    ['remove an entry of the chain', 'DELETE FROM "AuditEntry" WHERE sequence = 6'],
    ['empty the chain', 'TRUNCATE "AuditEntry"'],
    ['change a signed head', `UPDATE "AuditHead" SET signature = ''`],
    ['remove a signed head', 'DELETE FROM "AuditHead"'],
  ])('refuses to %s', async (_what, sql) => {
    await expect(database.pool.query(sql)).rejects.toThrow('only ever added to')
    expect(await verify()).toMatchObject({ ok: true, entries: 6 })
  })

  test('refuses to change or remove what happened to a case, but lets a draft go with its history', async () => {
    const { prisma } = database
    const organ = { shortName: '甲', kind: 'government', level: 'city', regionCode: '990100' }
    const organId = newId()
    await prisma.organ.create({ data: { id: organId, key: 'a', name: '甲', ...organ } })
    const filed = async (state: string) => {
      const id = newId()
      await prisma.filing.create({
        data: {
          id, procedureVersion: '1', state, title: '办法', documentKind: 'normativeDocument', makerOrganId: organId, filedByOrganId: organId, receiverOrganId: organId, createdBy: newId(),
          events: { create: [{ id: newId(), on: toDateColumn('2026-03-12'), actorName: '甲', transition: 'submit' }] },
        },
      })
      return id
    }
    const sent = await filed('submitted')
    const draft = await filed('draft')
    await expect(prisma.caseEvent.updateMany({ where: { filingId: sent }, data: { note: '改' } })).rejects.toThrow()
    await expect(prisma.caseEvent.deleteMany({ where: { filingId: sent } })).rejects.toThrow()
    await expect(prisma.caseEvent.updateMany({ where: { filingId: draft }, data: { note: '改' } })).rejects.toThrow()
    await expect(prisma.caseEvent.deleteMany({ where: { filingId: draft } })).resolves.toEqual({ count: 1 })
  })

  test('keeps the text of a version as it was stored; dates and publication can be put right', async () => {
    const { prisma } = database
    const workId = newId()
    const versionId = newId()
    await prisma.work.create({ data: { id: workId, key: 'w', title: '办法', issuer: '甲', documentKind: 'normativeDocument', rank: 9 } })
    await prisma.version.create({ data: { id: versionId, workId, dateKey: '2026-01-01', title: '办法', effectiveBasis: 'stated', tree: { articles: [] }, text: '第一条', textDigest: 'a', articleCount: 1 } })
    const change = (data: Parameters<typeof prisma.version.update>[0]['data']) => prisma.version.update({ where: { id: versionId }, data })
    await expect(change({ text: '第二条' })).rejects.toThrow()
    await expect(change({ tree: {} })).rejects.toThrow()
    await expect(change({ textDigest: 'b' })).rejects.toThrow()
    await expect(prisma.version.delete({ where: { id: versionId } })).rejects.toThrow()
    await expect(change({ effectiveTo: toDateColumn('2027-01-01'), publishedAt: new Date() })).resolves.toMatchObject({ text: '第一条' })
  })
})

describe('the audit chain, written on', () => {
  test('stays one line when many write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => act(100 + n)))
    expect(await verify()).toMatchObject({ ok: true, entries: 26 })
  })

  test('stays whole when a person is erased, names nobody then, and goes on', async () => {
    await database.prisma.auditSubject.delete({ where: { personId: person.personId } })
    const { rows } = await database.pool.query(`SELECT row_to_json(e)::text AS row FROM "AuditEntry" e`)
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${person.personId}|${person.name}`))
    await act(7)
    expect(await verify()).toMatchObject({ ok: true, entries: 27 })
  })
})
