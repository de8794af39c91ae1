import { createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import type { PrismaClient } from '../../prisma/generated/client.ts'
import { createSearchEngine } from '../../search/index.ts'
import { createApp, type App } from '../app.ts'
import { hashPassword } from '../identity/password.ts'
import { clockOn } from '../platform/config/clock.ts'
import { createTestDatabase } from '../platform/database/test-database.ts'
import { openFileStore } from '../platform/files/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Services } from '../platform/services.ts'
import { testOrgans, testPeople } from './test-organs.ts'

export const TEST_PASSWORD = 'correct-horse-9'
const ORIGIN = 'http://localhost'

/** A signed-in (or anonymous) caller: sends Origin, cookie, Idempotency-Key and If-Match as the interface does. */
export type TestClient = {
  get(path: string): Promise<Response>
  post(path: string, body?: unknown, options?: { key?: string; revision?: number }): Promise<Response>
  put(path: string, body: unknown, revision?: number): Promise<Response>
  patch(path: string, body: unknown, revision?: number): Promise<Response>
  delete(path: string, revision?: number): Promise<Response>
  upload(path: string, file: { name: string; bytes: Uint8Array<ArrayBuffer> | string }): Promise<Response>
}

export type TestApp = {
  app: App
  services: Services
  /** by username (those of test-organs.ts); null is the public */
  as(username: string | null): Promise<TestClient>
  setToday(date: string): void
  close(): Promise<void>
}

let passwordHash: Promise<string> | undefined

/** The whole API on a database of its own, with the organs and people of test-organs.ts. `today` is the legal date. */
export async function createTestApp(options: { today?: string; demo?: boolean; /** false: an installation that was never started */ people?: boolean } = {}): Promise<TestApp> {
  const database = await createTestDatabase()
  const directory = await mkdtemp(path.join(tmpdir(), 'lifa-test-'))
  let today = options.today ?? '2026-03-12'
  const services: Services = {
    prisma: database.prisma,
    pool: database.pool,
    files: await openFileStore({ kind: 'local', folder: directory }),
    clock: { today: () => today, now: () => clockOn(today).now() },
    search: createSearchEngine({ pool: database.pool }),
    noticeChannels: [],
    log: pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }),
    settings: {
      demo: options.demo ?? false,
      publicUrl: ORIGIN,
      uploadLimitBytes: 20 * 1024 * 1024,
      sessionSecret: 'test-secret-test-secret-test-secret',
      auditKey: 'test-audit-key',
      trustedProxies: [],
    },
  }
  await services.search.setUp()
  if (options.people !== false) await seed(services)
  const app = createApp(services)
  const cookies = new Map<string, string>()
  return {
    app,
    services,
    async as(username) {
      if (username === null) return client(app, null)
      const cookie = cookies.get(username) ?? (await signIn(services, username))
      cookies.set(username, cookie)
      return client(app, cookie)
    },
    setToday: (date) => void (today = date),
    async close() {
      await database.drop()
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function seed(services: Services): Promise<void> {
  passwordHash ??= hashPassword(TEST_PASSWORD)
  await seedTestPeople(services.prisma, await passwordHash)
}

/** The organs and people of test-organs.ts, with one password for all. */
export async function seedTestPeople(prisma: PrismaClient, password: string): Promise<void> {
  await prisma.organ.createMany({
    data: testOrgans.map((o) => ({
      id: o.id,
      key: o.key,
      name: o.name,
      shortName: o.name,
      kind: o.kind,
      level: o.level,
      regionCode: o.regionCode,
      documentCode: o.code ?? null,
      parentId: testOrgans.find((p) => p.key === o.parent)?.id ?? null,
    })),
  })
  await prisma.person.createMany({
    data: testPeople.map((p) => ({ id: p.id, name: p.name, username: p.username, displayUsername: p.username, email: `${p.username}@account.invalid`, mustChangePassword: false })),
  })
  await prisma.account.createMany({ data: testPeople.map((p) => ({ id: newId(), accountId: p.id, providerId: 'credential', personId: p.id, password })) })
  await prisma.membership.createMany({
    data: testPeople.flatMap((p) =>
      p.memberships.map(([organ, role]) => ({ id: newId(), personId: p.id, organId: testOrgans.find((o) => o.key === organ)?.id ?? '', role, from: toDateColumn('2018-01-01') })),
    ),
  })
}

const signIn = (services: Services, username: string): Promise<string> => openSession({ prisma: services.prisma, sessionSecret: services.settings.sessionSecret, username })

/** A session as better-auth makes one, without its limit on sign-ins: the token in the database, signed in the cookie. */
export async function openSession({ prisma, sessionSecret, username }: { prisma: PrismaClient; sessionSecret: string; username: string }): Promise<string> {
  const token = `${newId()}${newId()}`
  const now = new Date()
  const person = await prisma.person.findUniqueOrThrow({ where: { username }, select: { id: true } })
  await prisma.session.create({ data: { id: newId(), personId: person.id, token, expiresAt: new Date(now.getTime() + 3_600_000), createdAt: now, updatedAt: now } })
  const signature = createHmac('sha256', sessionSecret).update(token).digest('base64')
  return `better-auth.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

function client(app: App, cookie: string | null): TestClient {
  const send = (method: string, url: string, init: { body?: string | Uint8Array<ArrayBuffer>; headers?: Record<string, string> } = {}) =>
    Promise.resolve(
      app.request(url, {
        method,
        headers: { origin: ORIGIN, host: 'localhost', ...(cookie === null ? {} : { cookie }), ...init.headers },
        ...(init.body === undefined ? {} : { body: init.body }),
      }),
    )
  const sendJson = (method: string, url: string, body: unknown, headers: Record<string, string>) =>
    send(method, url, { body: JSON.stringify(body ?? {}), headers: { 'content-type': 'application/json', ...headers } })
  const match = (revision: number | undefined): Record<string, string> => (revision === undefined ? {} : { 'if-match': `"${revision}"` })
  return {
    get: (url) => send('GET', url),
    post: (url, body, options = {}) => sendJson('POST', url, body, { 'idempotency-key': options.key ?? newId(), ...match(options.revision) }),
    put: (url, body, revision) => sendJson('PUT', url, body, match(revision)),
    patch: (url, body, revision) => sendJson('PATCH', url, body, match(revision)),
    delete: (url, revision) => send('DELETE', url, { headers: match(revision) }),
    upload: (url, file) =>
      send('POST', url, { body: file.bytes, headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name), 'idempotency-key': newId() } }),
  }
}
