import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { editorSchema } from '../../law/text/index.ts'
import { hashPassword } from '../identity/index.ts'
import { type RunningServer, startServer } from '../main.ts'
import { readConfig } from '../platform/config/index.ts'
import { createTestDatabase, type TestDatabase } from '../platform/database/test-database.ts'
import { newId } from '../platform/ids.ts'
import { openSession, seedTestPeople } from '../testing/create-test-app.ts'
import { createTestDraft, type TestDraft } from '../testing/test-draft.ts'

const SESSION_SECRET = 's'.repeat(40)
let folder: string
let database: TestDatabase
let replicas: RunningServer[]
const cookies = { officer: '', chief: '' }

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lifa-drafting-'))
  database = await createTestDatabase()
  await seedTestPeople(database.prisma, await hashPassword('correct-horse-9'))
  const { admin } = inject('testServer')
  const base = readConfig({ mode: 'production', env: { DATA_DIR: folder, SESSION_SECRET, AUDIT_KEY: 'a'.repeat(40), LOG_LEVEL: 'silent', DATABASE_POOL: '6' } })
  const config = { ...base, port: 0, databaseUrl: `postgresql://${admin.user}:${String(admin.password)}@/${database.connection.database ?? ''}?host=${encodeURIComponent(admin.host ?? '')}&port=${admin.port}` }
  replicas = [await startServer(config), await startServer(config)]
  cookies.officer = await openSession({ prisma: database.prisma, sessionSecret: SESSION_SECRET, username: 'legislation' })
  cookies.chief = await openSession({ prisma: database.prisma, sessionSecret: SESSION_SECRET, username: 'legislation-chief' })
}, 60_000)
afterAll(async () => {
  for (const replica of replicas) await replica.stop()
  await database.drop()
  await rm(folder, { recursive: true, force: true })
})

type Caller = { replica: number; who?: keyof typeof cookies }
function call({ replica, who = 'officer' }: Caller, method: string, address: string, body?: unknown): Promise<Response> {
  const { port } = replicas[replica] ?? { port: 0 }
  return fetch(`http://127.0.0.1:${port}${address}`, {
    method, headers: { origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json', cookie: cookies[who], 'idempotency-key': newId() }, ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}
const newDraft = (): Promise<TestDraft> => createTestDraft(database.prisma, { marker: newId().slice(-6), state: 'unifiedReview' })
const read = async (caller: Caller, draft: TestDraft) => (await (await call(caller, 'GET', `/api/drafts/${draft.draftId}`)).json()) as { version: number; doc: unknown }
const write = async (caller: Caller, draft: TestDraft, words: string): Promise<Response> => {
  const { version, doc } = await read(caller, draft)
  const step = new Transform(Node.fromJSON(editorSchema, doc)).insert(1, editorSchema.text(words)).steps[0]?.toJSON() as object
  return call(caller, 'POST', `/api/drafts/${draft.draftId}/steps`, { version, clientId: `client-${caller.replica}000`, batch: newId(), steps: [{ step }] })
}

/** Everything that a stream has told so far. */
async function listen(caller: Caller, draft: TestDraft): Promise<{ heard: Record<string, unknown>[]; over: Promise<void>; close(): void }> {
  const { port } = replicas[caller.replica] ?? { port: 0 }
  const abort = new AbortController()
  const response = await fetch(`http://127.0.0.1:${port}/api/drafts/${draft.draftId}/stream`, { headers: { cookie: cookies[caller.who ?? 'officer'] }, signal: abort.signal })
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  const heard: Record<string, unknown>[] = []
  const over = (async () => {
    if (response.body === null) return
    let rest = ''
    for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
      const parts = (rest + piece).split('\n\n')
      rest = parts.pop() ?? ''
      for (const part of parts) if (part.startsWith('data: ')) heard.push(JSON.parse(part.slice(6)) as Record<string, unknown>)
    }
  })().catch(() => undefined)
  return { heard, over, close: () => abort.abort() }
}
const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 10_000 })

test('who writes on one replica is heard on the other, with presence and holds', async () => {
  const draft = await newDraft()
  const [here, there] = [await listen({ replica: 0 }, draft), await listen({ replica: 1, who: 'chief' }, draft)]
  await until(() => expect([here.heard, there.heard]).toEqual([[{ kind: 'steps', version: 0 }], [{ kind: 'steps', version: 0 }]]))
  await write({ replica: 0 }, draft, '甲')
  await write({ replica: 1, who: 'chief' }, draft, '乙')
  await call({ replica: 1, who: 'chief' }, 'PUT', `/api/drafts/${draft.draftId}/presence`, { clientId: 'client-1000', articleKey: draft.keys[2], anchor: 4, head: 4, version: 2 })
  await call({ replica: 0 }, 'PUT', `/api/drafts/${draft.draftId}/leases/${draft.keys[2] ?? ''}`, { clientId: 'client-0000' })
  const expected = [{ kind: 'steps', version: 1 }, { kind: 'steps', version: 2 }, { kind: 'presence', presence: expect.objectContaining({ personName: '法规主任', articleKey: draft.keys[2] }) as object }, { kind: 'changed', what: 'leases' }]
  for (const { heard } of [here, there]) await until(() => expect(heard.slice(1)).toEqual(expected))
  here.close()
  there.close()
})

test('a document that one replica has kept is not taken for the newest', async () => {
  const draft = await newDraft()
  for (const [at, words] of ['一', '二', '三', '四'].entries()) expect((await write({ replica: at % 2 }, draft, words)).status).toBe(200)
  const { version, doc } = await read({ replica: 0 }, draft)
  expect([version, Node.fromJSON(editorSchema, doc).firstChild?.textContent.slice(0, 4)]).toEqual([4, '四三二一'])
})

test('both may be written to at the same moment, and nothing is lost', async () => {
  const draft = await newDraft()
  await Promise.all(Array.from({ length: 10 }, async (_, n) => {
    for (;;) {
      const response = await write({ replica: n % 2, who: n % 3 === 0 ? 'chief' : 'officer' }, draft, `字${n}。`)
      if (response.status === 200) return
      expect(await response.json()).toMatchObject({ status: 409, reason: 'moved' })
    }
  }))
  const { version, doc } = await read({ replica: 1 }, draft)
  const title = Node.fromJSON(editorSchema, doc).firstChild?.textContent ?? ''
  expect(version).toBe(10)
  for (let n = 0; n < 10; n += 1) expect(title).toContain(`字${n}。`)
}, 30_000)

test('a listener that was cut off is opened again, and whoever listens is told to ask', async () => {
  const draft = await newDraft()
  const { heard, close } = await listen({ replica: 0 }, draft)
  await until(() => expect(heard).toHaveLength(1))
  await database.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN lifa_draft' AND datname = current_database()`)
  await until(() => expect(heard).toContainEqual({ kind: 'missed' }))
  await write({ replica: 1 }, draft, '之后')
  await until(() => expect(heard).toContainEqual({ kind: 'steps', version: 1 }))
  close()
})

test('who may not open a draft hears nothing of it, and a server that stops ends its streams', async () => {
  const draft = await newDraft()
  const stranger = await openSession({ prisma: database.prisma, sessionSecret: SESSION_SECRET, username: 'county-reviewer' })
  expect((await fetch(`http://127.0.0.1:${replicas[0]?.port}/api/drafts/${draft.draftId}/stream`, { headers: { cookie: stranger } })).status).toBe(404)
  const { heard, over } = await listen({ replica: 1 }, draft)
  await until(() => expect(heard).toHaveLength(1))
  await replicas.pop()?.stop()
  await over
  expect(heard).toHaveLength(1)
})
