import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { hashPassword } from '../api/identity/index.ts'
import { openServices } from '../api/main.ts'
import { verifyAudit } from '../api/platform/audit/verify-audit.ts'
import { type Config, readConfig, shanghaiDate } from '../api/platform/config/index.ts'
import { connectDatabase, locateDatabase } from '../api/platform/database/open-database.ts'
import { openFileStore } from '../api/platform/files/index.ts'
import { newId } from '../api/platform/ids.ts'
import { arrivedRow } from '../api/testing/arrived-row.ts'
import { openSession, seedTestPeople } from '../api/testing/create-test-app.ts'
import { freePort, ServerProcess } from './support/server-process.ts'

const TIMES_KILLED = 8
const today = shanghaiDate(new Date())

let dataDir: string
let config: Config
let port: number
let running: ServerProcess
const cookies = { clerk: '', reception: '' }
const waiting: { id: string; revision: number }[] = []
/** What the server has said yes to. */
const acknowledged = { files: new Map<string, string>(), drafts: new Set<string>(), sent: new Set<string>(), registered: new Map<string, string>() }

const start = () => ServerProcess.start({ env: { DATA_DIR: dataDir, LOG_LEVEL: 'warn' }, port })

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'lifa-reliability-'))
  port = await freePort()
  config = readConfig({ mode: 'production', env: { DATA_DIR: dataDir, LOG_LEVEL: 'silent' } })
  const { services, close } = await openServices(config)
  const { prisma } = services
  await seedTestPeople(prisma, await hashPassword('correct-horse-9'))
  for (let n = 1; n <= 120; n += 1) waiting.push(await arrivedRow(prisma, { title: `已到的办法${n}`, documentNo: `甲政办发〔2026〕${n}号`, on: today }))
  cookies.clerk = await openSession({ prisma, sessionSecret: config.sessionSecret, username: 'city-clerk' })
  cookies.reception = await openSession({ prisma, sessionSecret: config.sessionSecret, username: 'reception' })
  await close()
  running = await start()
})
afterAll(async () => {
  await running.stop()
  await rm(dataDir, { recursive: true, force: true })
})

async function send(who: keyof typeof cookies, address: string, body: unknown, revision?: number): Promise<unknown> {
  const isFile = typeof body === 'string'
  const response = await fetch(`${running.url}${address}`, {
    method: 'POST',
    headers: {
      origin: running.url, cookie: cookies[who], 'idempotency-key': newId(), 'content-type': isFile ? 'application/octet-stream' : 'application/json', ...(isFile ? { 'x-file-name': 'text.txt' } : {}),
      ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }),
    },
    body: isFile ? body : JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${address}: ${response.status} ${text}`)
  return JSON.parse(text)
}

const row = z.object({ id: z.string(), revision: z.number() })
const upload = async (text: string): Promise<string> => {
  const { id, sha256 } = z.object({ id: z.string(), sha256: z.string() }).parse(await send('clerk', '/api/files', text))
  acknowledged.files.set(id, sha256)
  return id
}

let documents = 0
/** A filing from the first word of the draft to the receipt of the sending. */
async function file(): Promise<void> {
  documents += 1
  const title = `途中的办法${documents}`
  const entries = { title, documentNo: `甲政办发〔2026〕9${documents}号`, documentKind: 'normativeDocument', promulgated: today, effectiveFrom: today, contactName: '报备甲', contactPhone: '0000-000 0116', missingReason: '其余材料另行寄送' }
  const draft = row.parse(await send('clerk', '/api/filings', entries))
  acknowledged.drafts.add(draft.id)
  const fileId = await upload(`${title}\n第一条　为了加强管理，制定本办法。\n第二条　违反本办法的，责令改正；${randomBytes(8).toString('hex')}。\n第三条　本办法自公布之日起施行。\n`)
  const { revision } = row.parse(await send('clerk', `/api/filings/${draft.id}/materials`, { kind: 'electronicText', fileId }))
  await send('clerk', `/api/filings/${draft.id}/submit`, { wrongLineConfirmed: true }, revision)
  acknowledged.sent.add(draft.id)
}

async function register(): Promise<void> {
  const next = waiting.shift()
  if (next === undefined) throw new Error('nothing left to register')
  const { registrationNo } = z.object({ registrationNo: z.string() }).parse(await send('reception', `/api/filings/${next.id}/register`, {}, next.revision))
  acknowledged.registered.set(next.id, registrationNo)
}

/** Works until the server is gone; anything but its going is a failure. */
async function untilItIsGone(act: () => Promise<unknown>, isGone: () => boolean): Promise<void> {
  for (;;) {
    try {
      await act()
    } catch (error) {
      if (isGone()) return
      throw error
    }
  }
}

async function installation() {
  const { connection } = await locateDatabase({ dataDir, databaseUrl: undefined })
  return { ...connectDatabase(connection, { poolSize: 3 }), files: await openFileStore(config.files) }
}

/** Everything that was said yes to is there, and nothing is there by half. */
async function expectWhole(): Promise<void> {
  const { prisma, files, close } = await installation()
  try {
    await expectPapersLaidOut(prisma)
    const kept = new Map((await prisma.storedFile.findMany({ select: { id: true, sha256: true } })).map((f) => [f.id, f.sha256]))
    for (const [id, sha256] of acknowledged.files) expect(kept.get(id)).toBe(sha256)
    for (const sha256 of new Set(kept.values())) expect(await files.verify(sha256)).toBe('intact')

    const filings = new Map((await prisma.filing.findMany({ include: { events: true, papers: true, clocks: true } })).map((f) => [f.id, f]))
    for (const id of acknowledged.drafts) expect(filings.has(id)).toBe(true)
    for (const id of acknowledged.sent) expect(filings.get(id)?.state).toBe('submitted')
    for (const [id, registrationNo] of acknowledged.registered) expect(filings.get(id)).toMatchObject({ state: 'registered', registrationNo })
    for (const filing of filings.values()) {
      const done = filing.events.map((e) => e.transition)
      const arrivedByRow = filing.title.startsWith('已到')
      expect(done.includes('register'), filing.title).toBe(filing.state === 'registered')
      expect(filing.registrationNo !== null).toBe(filing.state === 'registered')
      expect(filing.papers.some((p) => p.kind === 'receipt')).toBe(filing.state === 'registered')
      expect(filing.clocks.some((c) => c.key === 'proactiveReview')).toBe(filing.state === 'registered')
      if (!arrivedByRow) expect([done.includes('submit'), filing.versionId !== null, filing.filingReportNo !== null]).toEqual(Array(3).fill(filing.state === 'submitted'))
      for (const paper of filing.papers) expect([paper.docxFileId, paper.pdfFileId].every((id) => id === null || kept.has(id))).toBe(true)
    }
    for (const version of await prisma.version.findMany({ include: { provisions: { where: { kind: 'article' } }, sources: true } })) {
      expect(version.provisions).toHaveLength(version.articleCount)
      expect(version.sources.length).toBeGreaterThan(0)
    }
    await expectNoGaps([...filings.values()].flatMap((f) => f.registrationNo ?? []), prisma.registerCounter.findFirst({ where: { kind: 'registration' } }))
    expect(await verifyAudit({ prisma, auditKey: config.auditKey })).toMatchObject({ ok: true })
  } finally {
    await close()
  }
}

/** A paper has its number at once and its files a moment later: what the killed server left undone the next one ends. */
async function expectPapersLaidOut(prisma: Awaited<ReturnType<typeof installation>>['prisma']): Promise<void> {
  await vi.waitFor(async () => {
    const wanted = (await prisma.paper.findMany({ select: { docxFileId: true, pdfFileId: true } })).flatMap(({ docxFileId, pdfFileId }) => [docxFileId, pdfFileId]).filter((id) => id !== null)
    expect(await prisma.storedFile.count({ where: { id: { in: wanted } } })).toBe(wanted.length)
  }, { timeout: 30_000, interval: 200 })
}

async function expectNoGaps(numbers: string[], counter: Promise<{ next: number } | null>): Promise<void> {
  expect(numbers.map((n) => Number(n.slice(-4))).toSorted((a, b) => a - b)).toEqual(Array.from({ length: numbers.length }, (_, n) => n + 1))
  expect((await counter)?.next ?? 1).toBe(numbers.length + 1)
}

describe('a server that is killed in the middle of its work', () => {
  test.each(Array.from({ length: TIMES_KILLED }, (_, n) => [n + 1]))('for the %dth time has lost nothing that it said yes to, and nothing is half written', async (time) => {
    let gone = false
    const work = Promise.all([file, file, register, register, () => upload(randomBytes(3000).toString('base64'))].map((act) => untilItIsGone(act, () => gone)))
    // now while the first papers are printed, now while others were sent and registered already
    const watched = time % 3 === 0 ? acknowledged.sent : time % 3 === 1 ? acknowledged.registered : acknowledged.files
    const before = watched.size
    await vi.waitFor(() => expect(watched.size).toBeGreaterThan(before), { timeout: 60_000, interval: 10 })
    const moment = Date.now() + Math.floor(Math.random() * 900)
    await vi.waitFor(() => expect(Date.now()).toBeGreaterThanOrEqual(moment), { timeout: 5_000, interval: 1 })
    gone = true
    await running.kill()
    await work
    // at once, as a service manager does
    running = await start()
    await expectWhole()
  })

  test('goes on with what lay in the outbox and with its jobs', async () => {
    expect(acknowledged.registered.size).toBeGreaterThan(0)
    expect(acknowledged.sent.size).toBeGreaterThan(0)
    const { prisma, pool, close } = await installation()
    try {
      await vi.waitFor(async () => expect(await prisma.outboxEntry.count({ where: { doneAt: null } })).toBe(0), { timeout: 60_000, interval: 200 })
      await pool.query(`SELECT graphile_worker.add_job('signAuditHead', job_key => 'proof')`)
      await vi.waitFor(async () => expect(await prisma.auditHead.count()).toBe(1), { timeout: 60_000, interval: 200 })
      expect(await (await fetch(`${running.url}/readyz`)).json()).toMatchObject({ status: 'ready', database: true, search: true })
    } finally {
      await close()
    }
  })
})

describe('a server whose search cannot be reached', () => {
  test('starts, says so, and files', async () => {
    await running.stop()
    running = await ServerProcess.start({ env: { DATA_DIR: dataDir, LOG_LEVEL: 'warn', MEILI_URL: `http://127.0.0.1:${await freePort()}` }, port })
    expect(await (await fetch(`${running.url}/readyz`)).json()).toEqual({ status: 'ready', database: true, search: false })
    const sent = acknowledged.sent.size
    await file()
    await register()
    expect(acknowledged.sent.size).toBe(sent + 1)
    await expectWhole()
  })
})
