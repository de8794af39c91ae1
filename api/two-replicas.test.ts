import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { z } from 'zod'
import { hashPassword } from './identity/index.ts'
import { type RunningServer, startServer } from './main.ts'
import { drainOutbox } from './platform/jobs/index.ts'
import { remindDeadlines } from './notice/index.ts'
import { type Config, readConfig, shanghaiDate } from './platform/config/index.ts'
import { createTestDatabase, type TestDatabase } from './platform/database/test-database.ts'
import { newId } from './platform/ids.ts'
import { toDateColumn } from './platform/legal-date.ts'
import { verifyAudit } from './platform/audit/verify-audit.ts'
import { inTransaction } from './platform/work/transaction.ts'
import { openSession, seedTestPeople } from './testing/create-test-app.ts'
import { arrivedRow } from './testing/arrived-row.ts'
import { personId } from './testing/test-organs.ts'

const PASSWORD = 'correct-horse-9'
const SESSION_SECRET = 's'.repeat(40)
const AUDIT_KEY = 'a'.repeat(40)
const gateway = { told: new Array<string>() }
let sms: Server
let folder: string
let database: TestDatabase
let replicas: RunningServer[]
let cookie: string

/** The second of two processes differs in nothing but its port; both are given what REPLICAS=2 asks for, but the folder. */
async function configuration(): Promise<Config> {
  const { admin } = inject('testServer')
  const smsPort = z.object({ port: z.number() }).parse(sms.address()).port
  const config = readConfig({
    mode: 'production',
    env: { DATA_DIR: folder, SESSION_SECRET, AUDIT_KEY, LOG_LEVEL: 'silent', SMS_GATEWAY_URL: `http://127.0.0.1:${smsPort}`, DATABASE_POOL: '6' },
  })
  const host = encodeURIComponent(admin.host ?? '')
  const name = database.connection.database ?? ''
  return { ...config, port: 0, databaseUrl: `postgresql://${admin.user}:${String(admin.password)}@/${name}?host=${host}&port=${admin.port}` }
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lifa-replicas-'))
  sms = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      gateway.told.push(body)
      response.end('{}')
    })
  })
  await new Promise<void>((resolve) => sms.listen(0, '127.0.0.1', resolve))
  database = await createTestDatabase()
  await seedTestPeople(database.prisma, await hashPassword(PASSWORD))
  const config = await configuration()
  replicas = [await startServer(config), await startServer(config)]
  const signedIn = await call(0, 'POST', '/api/auth/sign-in/username', { body: { username: 'reception', password: PASSWORD } })
  cookie = signedIn.headers.getSetCookie().map((c) => c.split(';')[0]).join('; ')
})
afterAll(async () => {
  for (const replica of replicas) await replica.stop()
  sms.closeAllConnections()
  await new Promise((resolve) => sms.close(resolve))
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

function call(replica: number, method: string, address: string, options: { body?: unknown; key?: string; revision?: number; cookie?: string } = {}): Promise<Response> {
  const { port } = replicas[replica] ?? { port: 0 }
  return fetch(`http://127.0.0.1:${port}${address}`, {
    method,
    headers: {
      origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json', cookie: options.cookie ?? cookie ?? '', 'idempotency-key': options.key ?? newId(),
      ...(options.revision === undefined ? {} : { 'if-match': `"${options.revision}"` }),
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  })
}

const settled = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 15_000 })
const today = (): string => shanghaiDate(new Date())
const cookieOf = (username: string): Promise<string> => openSession({ prisma: database.prisma, sessionSecret: SESSION_SECRET, username })

describe('two replicas on one database', () => {
  test('know each other’s sessions, and a sign-out on one holds on the other', async () => {
    expect(await (await call(1, 'GET', '/api/session')).json()).toMatchObject({ person: { username: 'reception' } })
    const other = await cookieOf('reviewer')
    expect((await call(0, 'GET', '/api/session', { cookie: other })).status).toBe(200)
    expect((await call(0, 'POST', '/api/auth/sign-out', { body: {}, cookie: other })).status).toBe(200)
    expect((await call(1, 'GET', '/api/session', { cookie: other })).status).toBe(401)
  })

  test('give a repeated submit the same answer', async () => {
    const clerk = await cookieOf('city-clerk')
    const key = newId()
    const body = { title: '两处提交的办法' }
    const first = await call(0, 'POST', '/api/filings', { body, key, cookie: clerk })
    const second = await call(1, 'POST', '/api/filings', { body, key, cookie: clerk })
    expect([first.status, second.status, second.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true'])
    expect(await second.json()).toEqual(await first.json())
    const both = newId()
    const statuses = (await Promise.all([0, 1, 0, 1].map((replica) => call(replica, 'POST', '/api/filings', { body: { title: '同时提交的办法' }, key: both, cookie: clerk })))).map((r) => r.status)
    expect(statuses).toContain(201)
    expect(await database.prisma.filing.count({ where: { title: '同时提交的办法' } })).toBe(1)
  })

  test('register at once without a gap, and one case once', async () => {
    const filings = await Promise.all(Array.from({ length: 6 }, (_, n) => arrivedRow(database.prisma, { title: `同时登记的办法${n}`, documentNo: `甲政办发〔2026〕${n}号`, on: today() })))
    const answers = await Promise.all(filings.flatMap((filing, n) => [n % 2, 1 - (n % 2)].map((replica) => call(replica, 'POST', `/api/filings/${filing.id}/register`, { body: {}, revision: filing.revision }))))
    const statuses = answers.map((a) => a.status)
    const told = await Promise.all(answers.map((a) => a.text()))
    expect(statuses.filter((s) => s === 200), told.find((text) => text.includes('problems/un')) ?? '').toHaveLength(6)
    expect(new Set(statuses.filter((s) => s !== 200))).toEqual(new Set([412]))
    const numbers = await database.prisma.filing.findMany({ where: { id: { in: filings.map((f) => f.id) } }, select: { registrationNo: true } })
    expect(numbers.map((f) => Number(f.registrationNo?.slice(-4))).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 6 }, (_, n) => n + 1))
    expect(await verifyAudit({ prisma: database.prisma, auditKey: AUDIT_KEY })).toMatchObject({ ok: true })
  }, 60_000)

  test('tell a notice once, whoever drains the outbox, and are woken by it', async () => {
    const person = personId('chief')
    await database.prisma.person.update({ where: { id: person }, data: { noticePhone: '00000000116' } })
    const [first, second] = replicas
    if (first === undefined || second === undefined) throw new Error('no replica')
    for (let n = 1; n <= 6; n += 1) {
      const services = n % 2 === 0 ? first.services : second.services
      await inTransaction(services, async (work) => {
        work.notify({ personId: person, kind: 'test', title: `第${n}号提醒`, body: '', dedupeKey: `proof:${n}` })
        work.outbox({ topic: 'search', entity: 'Version', entityId: newId() })
      })
    }
    await settled(async () => expect(await database.prisma.outboxEntry.count({ where: { doneAt: null } })).toBe(0))
    expect(gateway.told.filter((body) => body.includes('号提醒')).toSorted()).toEqual(Array.from({ length: 6 }, (_, n) => expect.stringContaining(`第${n + 1}号提醒`)))
    expect(await database.prisma.noticeDelivery.count({ where: { channel: 'sms', outcome: 'delivered', notice: { dedupeKey: { startsWith: 'proof:' } } } })).toBe(6)
  })

  test('remind once, though both run the reminders', async () => {
    const filing = await arrivedRow(database.prisma, { title: '快到期的办法', documentNo: '甲政办发〔2026〕99号', on: today() })
    await database.prisma.filing.update({ where: { id: filing.id }, data: { state: 'underReview', reviewerId: personId('reviewer'), dueOn: toDateColumn(today()), dueKey: 'proactiveReview' } })
    const clockId = newId()
    await database.prisma.caseClock.create({
      data: {
        id: clockId, filingId: filing.id, key: 'proactiveReview', label: '审查期限', amount: 1, unit: 'calendarDay', basis: '测试', confirmed: false, place: 'reference', steps: '', startOn: toDateColumn(today()), dueOn: toDateColumn(today()),
        state: 'running', effects: { onSuspend: 'stop', onCorrection: 'stop', onInquiry: 'stop', reminderDaysBefore: [7, 3, 0] },
      },
    })
    await Promise.all(replicas.flatMap(({ services }) => [remindDeadlines(services), remindDeadlines(services)]))
    const notices = await database.prisma.notice.findMany({ where: { entityId: clockId }, select: { personId: true } })
    expect(notices).toEqual([{ personId: personId('reviewer') }])
  })

  test('run a job once', async () => {
    const before = await database.prisma.auditEntry.count()
    await database.pool.query(`SELECT graphile_worker.add_job('signAuditHead', job_key => 'proof')`)
    await settled(async () => expect((await database.pool.query(`SELECT 1 FROM graphile_worker.jobs WHERE key = 'proof'`)).rowCount).toBe(0))
    expect(await database.prisma.auditHead.count()).toBe(1)
    expect(await database.prisma.auditEntry.count()).toBe(before)
    const verdict = await verifyAudit({ prisma: database.prisma, auditKey: AUDIT_KEY })
    expect(verdict).toMatchObject({ ok: true, signedHeads: 1 })
  })

  test('draw each outbox entry once when both drain at the same moment', async () => {
    const handled: string[] = []
    const consumer = { topic: 'proof', handle: async (_services: unknown, entries: { entityId: string }[]) => void handled.push(...entries.map((e) => e.entityId)) }
    const ids = Array.from({ length: 120 }, (_, n) => String(n))
    await database.prisma.outboxEntry.createMany({ data: ids.map((entityId) => ({ topic: 'proof', entity: 'Proof', entityId })) })
    await Promise.all(replicas.flatMap(({ services }) => [drainOutbox(services, [consumer]), drainOutbox(services, [consumer])]))
    expect(handled.toSorted()).toEqual(ids.toSorted())
  })
})
