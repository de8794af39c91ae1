import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { DEMO_PASSWORD, insertPerson } from '../api/identity/index.ts'
import { importText } from '../api/library/index.ts'
import { type RunningServer, startServer } from '../api/main.ts'
import { readConfig } from '../api/platform/config/index.ts'
import { newId } from '../api/platform/ids.ts'
import type { Services } from '../api/platform/services.ts'
import { corpusFiles, corpusFolder } from './corpus.ts'
import { percentile, print, time } from './measure.ts'

const REQUESTS = 200
const TEXTS = 60

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))))
    })
  })

/** The queue page at two sizes, an API read against the bare framework, the import rate and the memory, on one server. */
export async function benchServer(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lifa-bench-'))
  const port = await freePort()
  const config = readConfig({ mode: 'demo', env: { DATA_DIR: folder, HOST: '127.0.0.1', PORT: String(port), LOG_LEVEL: 'error', DEMO_TODAY: '2026-03-12' } })
  const server = await startServer(config)
  try {
    const { committeeId, reviewerId, makerId } = await insertOffice(server.services)
    const cookie = await signIn(server)
    await insertCases(server.services, { committeeId, reviewerId, makerId, count: 10_000 })
    const small = await queuePage(server, cookie)
    await insertCases(server.services, { committeeId, reviewerId, makerId, count: 90_000 })
    const large = await queuePage(server, cookie)
    print({ name: 'queue.10000', value: small.p50, unit: 'ms p50', detail: { p99: Math.round(small.p99 * 10) / 10 } })
    print({ name: 'queue.100000', value: large.p50, unit: 'ms p50', detail: { p99: Math.round(large.p99 * 10) / 10 } })
    print({ name: 'queue.growth', value: large.p50 / small.p50, unit: 'x', to: 'the page at a tenth of the cases' })
    await benchRead(server, cookie)
    if (corpusFolder !== null) await benchImport(server.services, corpusFolder)
    const memory = process.memoryUsage()
    print({ name: 'memory', value: memory.rss / 1_048_576, unit: 'MB resident', detail: { heap: Math.round(memory.heapUsed / 1_048_576) } })
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function insertOffice(services: Services): Promise<{ committeeId: string; reviewerId: string; makerId: string }> {
  const [committeeId, makerId] = [newId(), newId()]
  const organ = { level: 'city', regionCode: '990100' }
  await services.prisma.organ.createMany({
    data: [
      { id: committeeId, key: 'committee', name: '甲市人大常委会', shortName: '常委会', kind: 'standingCommittee', ...organ },
      { id: makerId, key: 'maker', name: '甲市人民政府办公室', shortName: '政府办', kind: 'governmentOffice', ...organ },
    ],
  })
  const reviewerId = await services.prisma.$transaction((tx) =>
    insertPerson(tx, { name: '审查甲', username: 'reviewer', password: DEMO_PASSWORD, mustChangePassword: false, memberships: [{ organId: committeeId, role: 'reviewer', from: '2020-01-01' }] }),
  )
  return { committeeId, reviewerId, makerId }
}

async function insertCases(services: Services, of: { committeeId: string; reviewerId: string; makerId: string; count: number }): Promise<void> {
  const offset = await services.prisma.filing.count()
  await services.pool.query(
    `INSERT INTO "Filing" (id, "procedureVersion", state, "registrationNo", "makerOrganId", "filedByOrganId", "receiverOrganId", "documentKind", title, "documentNo", "createdBy", "updatedAt", "registeredOn", "submittedOn", "dueOn", "dueKey", "reviewerId", "jointMakerIds", "drafterIds", keywords, "flagsOnRecord")
     SELECT gen_random_uuid(), '1', (ARRAY['underReview','registered','questioning','closed','closed','closed'])[1 + i % 6], '备审-' || ($1::int + i), $2, $2, $3, 'normativeDocument',
       '关于第' || i || '项事务的管理办法', '甲政办发〔2026〕' || ($1::int + i) || '号', $4, now(), date '2025-06-01' + i % 270, date '2025-06-01' + i % 270, date '2025-09-01' + i % 270, 'proactiveReview', $4, '{}', '{}', '{}', '{}'
     FROM generate_series(1, $5::int) i`,
    [offset, of.makerId, of.committeeId, of.reviewerId, of.count],
  )
  await services.pool.query('ANALYZE "Filing"')
}

async function signIn(server: RunningServer): Promise<string> {
  const response = await fetch(`${server.url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url },
    body: JSON.stringify({ username: 'reviewer', password: DEMO_PASSWORD }),
  })
  return response.headers.getSetCookie().map((c) => c.split(';')[0]).join('; ')
}

async function latencies(url: string, headers: Record<string, string>): Promise<number[]> {
  const times: number[] = []
  for (let i = 0; i < REQUESTS + 10; i += 1) {
    const took = await time(async () => {
      const response = await fetch(url, { headers })
      if (response.status !== 200) throw new Error(`${url}: ${response.status}`)
      await response.arrayBuffer()
    })
    if (i >= 10) times.push(took)
  }
  return times
}

async function queuePage(server: RunningServer, cookie: string): Promise<{ p50: number; p99: number }> {
  const times = await latencies(`${server.url}/api/queue?limit=50`, { cookie })
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
}

/** The same query in a route without session, rights, schema or presenter. */
async function benchRead(server: RunningServer, cookie: string): Promise<void> {
  const { prisma } = server.services
  const person = await prisma.person.findFirstOrThrow({ select: { id: true } })
  const bare = new Hono().get('/notices', async (c) => {
    const where = { personId: person.id }
    const rows = await prisma.notice.findMany({ where, include: { deliveries: true }, orderBy: { id: 'desc' }, take: 51 })
    return c.json({ items: rows, total: await prisma.notice.count({ where }) })
  })
  await prisma.notice.createMany({ data: Array.from({ length: 60 }, (_, i) => ({ id: newId(), personId: person.id, kind: 'bench', title: `第 ${i} 条`, body: '', dedupeKey: newId() })) })
  const port = await freePort()
  const listening = serve({ fetch: bare.fetch, port, hostname: '127.0.0.1' })
  try {
    const theirs = percentile(await latencies(`http://127.0.0.1:${port}/notices`, {}), 0.5)
    const ours = percentile(await latencies(`${server.url}/api/notices?limit=50`, { cookie }), 0.5)
    print({ name: 'api.read', value: ours / theirs, unit: 'x', to: 'bare Hono with the same query', detail: { milliseconds: Math.round(ours * 100) / 100, bare: Math.round(theirs * 100) / 100 } })
  } finally {
    listening.close()
  }
}

async function benchImport(services: Services, folder: string): Promise<void> {
  const files = (await corpusFiles()).slice(0, TEXTS)
  const works = new Map<string, string>()
  const took = await time(async () => {
    for (const name of files) await importText({ services, by: null, publish: true, works, file: { path: path.join(folder, name), name } })
  })
  print({ name: 'import', value: files.length / (took / 1000), unit: 'texts a second', detail: { texts: files.length } })
}
