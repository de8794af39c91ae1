import { request as httpRequest, type Server } from 'node:http'
import { connect } from 'node:net'
import { serve } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from './platform/ids.ts'
import { answerUnreadable } from './platform/http/answer-unreadable.ts'
import { problemCatalogue } from './platform/problem/problems.ts'
import { createTestApp, type TestApp, TEST_PASSWORD } from './testing/create-test-app.ts'
import { personId } from './testing/test-organs.ts'
import { createTestWorld, type TestWorld } from './testing/test-world.ts'

let t: TestApp
let world: TestWorld
let server: Server
let port: number
let cookie: string
const MEGABYTE = 1024 * 1024

beforeAll(async () => {
  t = await createTestApp()
  world = await createTestWorld(t.services)
  await new Promise<void>((resolve) => {
    server = serve({ fetch: t.app.fetch, hostname: '127.0.0.1', port: 0 }, (info) => {
      port = info.port
      resolve()
    }) as Server
    server.on('clientError', answerUnreadable)
  })
  const signedIn = await fetch(`http://127.0.0.1:${port}/api/auth/sign-in/username`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` }, body: JSON.stringify({ username: 'city-clerk', password: TEST_PASSWORD }),
  })
  cookie = signedIn.headers.getSetCookie().map((c) => c.split(';')[0]).join('; ')
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await t.close()
})

const send = (method: string, path: string, init: { headers?: Record<string, string>; body?: string } = {}) =>
  Promise.resolve(t.app.request(path, { method, headers: { host: 'localhost', ...init.headers }, ...(init.body === undefined ? {} : { body: init.body }) }))
const json = { 'content-type': 'application/json', origin: 'http://localhost' }

async function expectProblem(response: Response, status: number, code: string): Promise<Record<string, unknown>> {
  const text = await response.text()
  expect([response.status, response.headers.get('content-type')], text).toEqual([status, 'application/problem+json; charset=utf-8'])
  const body: Record<string, unknown> = JSON.parse(text)
  expect(body).toMatchObject({ type: `/problems/${code}`, status, title: expect.stringMatching(/\p{Script=Han}/u) })
  return body
}

describe('every failure is a problem with a Chinese sentence', () => {
  test.each([
    ['an address of the API that does not exist', 'GET', '/api/nothing', {}, undefined, 404, 'not-found'],
    ['a method that an address does not have', 'DELETE', '/api/session', { origin: 'http://localhost' }, undefined, 404, 'not-found'],
    ['nobody signed in', 'GET', '/api/filings/0199aaaa-0000-7000-8000-000000000000', {}, undefined, 401, 'not-signed-in'],
    ['a POST without a key', 'POST', '/api/filings', json, '{}', 428, 'idempotency-key-required'],
    ['another site’s page', 'POST', '/api/filings', { ...json, origin: 'https://elsewhere.example' }, '{}', 403, 'wrong-origin'],
    ['a page of no address', 'POST', '/api/filings', { ...json, origin: 'null' }, '{}', 403, 'wrong-origin'],
    ['another site’s sign-in form', 'POST', '/api/auth/sign-in/username', { ...json, origin: 'https://elsewhere.example' }, '{}', 403, 'wrong-origin'],
    ['a wrong password', 'POST', '/api/auth/sign-in/username', json, '{"username":"reviewer","password":"wrong-horse-9"}', 401, 'not-signed-in'],
    ['a person who does not exist', 'POST', '/api/auth/sign-in/username', json, '{"username":"somebody","password":"wrong-horse-9"}', 401, 'not-signed-in'],
    ['a broken sign-in', 'POST', '/api/auth/sign-in/username', json, '{"username":', 400, 'unreadable-request'],
    ['a way to sign up that is closed', 'POST', '/api/auth/sign-up/email', json, '{"email":"a@b.invalid","password":"correct-horse-9","name":"a"}', 404, 'not-found'],
  ])('%s', async (_what, method, path, headers, body, status, code) => {
    await expectProblem(await send(method, path, { headers, ...(body === undefined ? {} : { body }) }), status, code)
  })

  test.each([
    ['JSON that is none', '{"title": ', 400, 'unreadable-request'],
    ['JSON of another kind', '[1, 2]', 422, 'invalid-input'],
    ['a number for a title', '{"title": 7}', 422, 'invalid-input'],
    ['a day that does not exist', '{"title":"办法","promulgated":"2026-02-30"}', 422, 'invalid-input'],
    ['a character that no text has', '{"title":"办\\u0000法"}', 422, 'invalid-input'],
  ])('%s', async (_what, body, status, code) => {
    const before = await t.services.prisma.filing.count()
    const clerk = await t.as('city-clerk')
    const response = await fetch(`http://127.0.0.1:${port}/api/filings`, { method: 'POST', headers: { ...json, origin: `http://127.0.0.1:${port}`, cookie, 'idempotency-key': newId() }, body })
    await expectProblem(response, status, code)
    expect(await t.services.prisma.filing.count()).toBe(before)
    expect((await clerk.get('/api/session')).status).toBe(200)
  })

  test('a character that no text has, in an address', async () => {
    const clerk = await t.as('city-clerk')
    expect((await clerk.get('/api/ledger?q=%00')).status).toBeLessThan(500)
    expect((await clerk.get('/app/%E0%A4%A')).status).toBe(404)
  })

  test('a failure inside is answered without its inside, and logged', async () => {
    const { prisma } = t.services
    const whole = prisma.filing.findUnique
    Object.defineProperty(prisma.filing, 'findUnique', { configurable: true, writable: true, value: () => Promise.reject(new Error('secret inside')) })
    try {
      const response = await (await t.as('reviewer')).get(`/api/filings/${world.filingId}`)
      const body = await expectProblem(response, 500, 'unexpected')
      expect(JSON.stringify(body)).not.toContain('secret inside')
      expect(body['requestId']).toEqual(expect.stringMatching(/^[0-9a-f-]{36}$/))
    } finally {
      Object.defineProperty(prisma.filing, 'findUnique', { configurable: true, writable: true, value: whole })
    }
  })

  test.each([
    ['an address that is too long', `GET /api/ledger?q=${'a'.repeat(20_000)} HTTP/1.1\r\nhost: localhost\r\n\r\n`, 431],
    ['what is no request', 'this is no request\r\n\r\n', 400],
  ])('%s', async (_what, bytes, status) => {
    const answer = await new Promise<string>((resolve, reject) => {
      let said = ''
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
      socket.on('data', (chunk) => (said += chunk.toString()))
      socket.on('end', () => resolve(said))
      socket.on('error', reject)
    })
    const [head = '', body = ''] = answer.split('\r\n\r\n')
    expect(head).toContain(`HTTP/1.1 ${status} `)
    expect(head).toContain('application/problem+json')
    expect(JSON.parse(body)).toMatchObject({ status, title: expect.stringMatching(/\p{Script=Han}/u) })
  })

  test('every code of the catalogue has a status of failure and a sentence', () => {
    for (const [code, { status, title }] of Object.entries(problemCatalogue)) {
      expect(status, code).toBeGreaterThanOrEqual(400)
      expect(title, code).toMatch(/\p{Script=Han}.*。$/u)
    }
  })
})

describe('headers of security', () => {
  test.each([
    ['a page', null, '/docs'],
    ['a page of the public', null, '/'],
    ['a page that is not there', null, '/nothing'],
    ['an answer', 'reviewer', '/api/session'],
    ['a failure', 'reviewer', '/api/nothing'],
    ['a refusal', null, '/api/session'],
    ['a document of the API', null, '/openapi.json'],
    ['health', null, '/healthz'],
    ['a sign-in that failed', null, '/api/auth/nothing'],
  ])('stand on %s', async (_what, username, path) => {
    const { headers } = await (await t.as(username)).get(path)
    expect(headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*'unsafe/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
    if (path.startsWith('/api/')) expect(headers.get('cache-control')).toBe('no-store')
  })

  test('let nothing run that was uploaded', async () => {
    const { headers } = await (await t.as('city-clerk')).get(`/api/files/${world.fileId}/content`)
    expect(headers.get('content-disposition')).toMatch(/^attachment/)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})

describe('a repeated submit', () => {
  test('gives the answer of the first one and does nothing twice', async () => {
    const clerk = await t.as('city-clerk')
    const key = newId()
    const before = await t.services.prisma.filing.count()
    const first = await clerk.post('/api/filings', { title: '只报一次的办法' }, { key })
    const second = await clerk.post('/api/filings', { title: '只报一次的办法' }, { key })
    expect([first.status, second.status, second.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true'])
    expect(await second.json()).toEqual(await first.json())
    expect(await t.services.prisma.filing.count()).toBe(before + 1)
  })

  test('at the same moment is done once', async () => {
    const clerk = await t.as('city-clerk')
    const key = newId()
    const before = await t.services.prisma.filing.count()
    const answers = await Promise.all([1, 2, 3, 4].map(() => clerk.post('/api/filings', { title: '同时报送的办法' }, { key })))
    for (const { status } of answers) expect([201, 409]).toContain(status)
    expect(answers.map((a) => a.status)).toContain(201)
    expect(await t.services.prisma.filing.count()).toBe(before + 1)
  })

  test('with other content is refused', async () => {
    const clerk = await t.as('city-clerk')
    const key = newId()
    expect((await clerk.post('/api/filings', { title: '甲办法' }, { key })).status).toBe(201)
    await expectProblem(await clerk.post('/api/filings', { title: '乙办法' }, { key }), 422, 'idempotency-key-reused')
  })

  test('of another person is a request of its own', async () => {
    const key = newId()
    const first = await (await t.as('city-clerk')).post('/api/filings', { title: '同一标记的办法' }, { key })
    const other = await (await t.as('court-clerk')).post('/api/filings', { title: '同一标记的办法' }, { key })
    expect(other.headers.get('idempotency-replayed')).toBeNull()
    expect((await other.json()).id).not.toBe((await first.json()).id)
  })

  describe('whose process died between the commit and the answer', () => {
    const cutOff = async (send: () => Promise<Response>): Promise<void> => {
      const { prisma } = t.services
      await prisma.$executeRawUnsafe(`CREATE FUNCTION "dieBeforeTheAnswer"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'killed'; END $$`)
      await prisma.$executeRawUnsafe(`CREATE TRIGGER "Dies" BEFORE UPDATE ON "IdempotencyRecord" FOR EACH ROW WHEN (NEW.status IS NOT NULL) EXECUTE FUNCTION "dieBeforeTheAnswer"()`)
      try {
        expect((await send()).status).toBe(500)
      } finally {
        await prisma.$executeRawUnsafe(`DROP FUNCTION "dieBeforeTheAnswer" CASCADE`)
      }
      await prisma.idempotencyRecord.updateMany({ where: { status: null }, data: { createdAt: new Date(0) } })
    }

    test('is answered when it is sent again, and does nothing twice', async () => {
      const clerk = await t.as('city-clerk')
      const key = newId()
      const send = () => clerk.post('/api/filings', { title: '途中断掉的办法' }, { key })
      await cutOff(send)
      const [made] = await t.services.prisma.filing.findMany({ where: { title: '途中断掉的办法' } })
      const again = await send()
      expect([again.status, (await again.json()).id]).toEqual([201, made?.id])
      expect(await t.services.prisma.filing.count({ where: { title: '途中断掉的办法' } })).toBe(1)
      expect((await send()).headers.get('idempotency-replayed')).toBe('true')
      expect(await t.services.prisma.idempotencyStep.count({ where: { key: { endsWith: key } } })).toBe(0)
    })

    test('says of several cases which were done, and does the rest', async () => {
      const worlds = [await createTestWorld(t.services), await createTestWorld(t.services)]
      const chief = await t.as('chief')
      const key = newId()
      const cases = worlds.map((w) => ({ id: w.filingId, revision: 1 }))
      const send = () => chief.post('/api/queue/assign', { cases, reviewerId: personId('second-reviewer') }, { key })
      await cutOff(send)
      // as if it had died after the first of the two
      const second = cases[1]?.id ?? ''
      await t.services.prisma.idempotencyStep.deleteMany({ where: { part: second } })
      await t.services.prisma.filing.update({ where: { id: second }, data: { revision: 1, reviewerId: personId('reviewer') } })
      expect(await (await send()).json()).toMatchObject({ results: [{ done: true }, { done: true }] })
      const rows = await t.services.prisma.filing.findMany({ where: { id: { in: cases.map((c) => c.id) } }, select: { reviewerId: true, revision: true } })
      expect(rows).toEqual([{ reviewerId: personId('second-reviewer'), revision: 2 }, { reviewerId: personId('second-reviewer'), revision: 2 }])
    })

    test('and cannot be answered any more is told that it was done', async () => {
      const clerk = await t.as('city-clerk')
      const key = newId()
      const send = () => clerk.post('/api/filings', { title: '断掉又改了的办法' }, { key })
      await cutOff(send)
      await t.services.prisma.idempotencyStep.updateMany({ where: { key: { endsWith: key } }, data: { label: 'of another program' } })
      await expectProblem(await send(), 409, 'already-done')
      expect(await t.services.prisma.filing.count({ where: { title: '断掉又改了的办法' } })).toBe(1)
    })
  })

  test('after a refusal may be tried again with the same key', async () => {
    const clerk = await t.as('city-clerk')
    const key = newId()
    expect((await clerk.post('/api/filings', { title: '改过再报的办法', promulgated: '2026-13-01' }, { key })).status).toBe(422)
    expect((await clerk.post('/api/filings', { title: '改过再报的办法', promulgated: '2026-03-01' }, { key })).status).toBe(201)
  })
})

describe('a stale edit', () => {
  test('is refused and leaves what the other has written', async () => {
    const clerk = await t.as('city-clerk')
    const { id, revision } = await (await clerk.post('/api/filings', { title: '两人修改的办法' })).json()
    const saved = await clerk.patch(`/api/filings/${id}`, { title: '先改的题目' }, revision)
    expect(saved.status, await saved.clone().text()).toBe(200)
    await expectProblem(await clerk.patch(`/api/filings/${id}`, { title: '后改的题目' }, revision), 412, 'stale-edit')
    await expectProblem(await clerk.patch(`/api/filings/${id}`, { title: '没有标记的题目' }), 428, 'revision-required')
    expect(await t.services.prisma.filing.findUnique({ where: { id }, select: { title: true } })).toEqual({ title: '先改的题目' })
  })
})

test('somebody else’s case is not there, as one that never was', async () => {
  const stranger = await t.as('other-county-reviewer')
  const theirs = await expectProblem(await stranger.get(`/api/filings/${world.filingId}`), 404, 'not-found')
  const never = await expectProblem(await stranger.get('/api/filings/0199aaaa-0000-7000-8000-000000000000'), 404, 'not-found')
  expect({ ...theirs, instance: '' }).toEqual({ ...never, instance: '' })
})

/** Sends `bytes` zeroes as a browser does and stops when the server has answered. */
function pour(options: { bytes: number; declared: boolean; type: string; path: string }): Promise<{ status: number; body: string; sent: number }> {
  const chunk = Buffer.alloc(256 * 1024)
  return new Promise((resolve, reject) => {
    let sent = 0
    let answered = false
    const sending = httpRequest({
      port, host: '127.0.0.1', method: 'POST', path: options.path,
      headers: {
        cookie, origin: `http://127.0.0.1:${port}`, 'content-type': options.type, 'x-file-name': 'big.pdf', 'idempotency-key': newId(),
        ...(options.declared ? { 'content-length': String(options.bytes) } : { 'transfer-encoding': 'chunked' }),
      },
    })
    const pump = () => {
      while (!answered && sent < options.bytes) {
        sent += chunk.length
        if (!sending.write(chunk)) return void sending.once('drain', pump)
      }
      if (!answered) sending.end()
    }
    sending.on('response', (response) => {
      answered = true
      let body = ''
      response.on('data', (part: Buffer) => (body += part.toString()))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body, sent })
        sending.destroy()
      })
    })
    // the server hangs up on what goes on sending after it was answered
    sending.on('error', (error) => (answered ? undefined : reject(error)))
    pump()
  })
}

describe('200 MB', () => {
  test.each([
    ['a file that says its length', true, 'application/octet-stream', '/api/files', 8],
    ['a file that does not', false, 'application/octet-stream', '/api/files', 80],
    ['a form that says its length', true, 'application/json', '/api/filings', 8],
    ['a form that does not', false, 'application/json', '/api/filings', 80],
    ['a form of the sign-in', false, 'application/json', '/api/auth/sign-in/username', 80],
    ['something of no kind', false, 'text/plain', '/api/filings', 80],
  ])('as %s: refused early with a sentence, while another is served, and nothing is kept', async (_what, declared, type, path, mostMegabytes) => {
    const before = process.memoryUsage()
    const poured = pour({ bytes: 200 * MEGABYTE, declared, type, path })
    const meanwhile = await fetch(`http://127.0.0.1:${port}/healthz`)
    expect(meanwhile.status).toBe(200)
    const { status, body, sent } = await poured
    expect(status).toBe(413)
    expect(JSON.parse(body)).toMatchObject({ type: '/problems/file-too-large', detail: expect.stringMatching(/MB 的上限，没有保存。请|MB 的上限，没有保存。文字/) })
    expect(sent / MEGABYTE).toBeLessThan(mostMegabytes)
    const after = process.memoryUsage()
    expect((after.arrayBuffers - before.arrayBuffers) / MEGABYTE).toBeLessThan(100)
    expect(await t.services.prisma.storedFile.count({ where: { name: 'big.pdf' } })).toBe(0)
  })
})
