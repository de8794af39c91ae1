import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { firstRun } from './first-run.ts'
import { DEMO_PASSWORD } from './password.ts'

let t: TestApp
let folder: string
beforeAll(async () => {
  t = await createTestApp({ people: false })
  folder = await mkdtemp(path.join(tmpdir(), 'lifa-first-'))
})
afterAll(async () => {
  await t.close()
  await rm(folder, { recursive: true, force: true })
})

const signIn = (username: string, password: string) =>
  t.app.request('/api/auth/sign-in/username', { method: 'POST', headers: { 'content-type': 'application/json', origin: 'http://localhost', host: 'localhost' }, body: JSON.stringify({ username, password }) })

test('the first run makes one administrator, tells the password once and keeps it from others', async () => {
  const first = await firstRun({ services: t.services, dataDir: folder })
  expect(first?.username).toBe('admin')
  expect((await stat(first?.keptIn ?? '')).mode & 0o777).toBe(0o600)
  expect(await readFile(first?.keptIn ?? '', 'utf8')).toContain(first?.password)
  expect(await firstRun({ services: t.services, dataDir: folder })).toBeNull()

  const response = await signIn('admin', first?.password ?? '')
  expect(response.status).toBe(200)
  const cookie = response.headers.getSetCookie().map((c) => c.split(';')[0]).join('; ')
  const refused = await t.app.request('/api/organs', { headers: { cookie } })
  expect(await refused.json()).toMatchObject({ type: '/problems/password-change-required' })
  const changed = await t.app.request('/api/session/password', {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', origin: 'http://localhost', host: 'localhost', 'idempotency-key': 'first-change' },
    body: JSON.stringify({ currentPassword: first?.password, newPassword: 'another-horse-battery' }),
  })
  expect(changed.status).toBe(200)
  expect((await t.app.request('/api/organs', { headers: { cookie } })).status).toBe(200)
})

test.each([
  ['短', 'kurz-1', '密码至少'],
  ['演示密码', DEMO_PASSWORD, '演示系统的密码'],
  ['含用户名', 'admin-admin-1', '不能包含用户名'],
])('a new password that is %s is refused', async (_what, newPassword, message) => {
  const response = await signIn('admin', 'another-horse-battery')
  const cookie = response.headers.getSetCookie().map((c) => c.split(';')[0]).join('; ')
  const refused = await t.app.request('/api/session/password', {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', origin: 'http://localhost', host: 'localhost', 'idempotency-key': `change-${newPassword}` },
    body: JSON.stringify({ currentPassword: 'another-horse-battery', newPassword }),
  })
  expect(refused.status).toBe(422)
  expect(JSON.stringify(await refused.json())).toContain(message)
})

test('the password of the demonstration never signs anybody in outside it', async () => {
  const { hashPassword } = await import('./password.ts')
  await t.services.prisma.account.updateMany({ data: { password: await hashPassword(DEMO_PASSWORD) } })
  expect((await signIn('admin', DEMO_PASSWORD)).status).toBe(401)
})

test('sign-ins are counted by caller, and nobody can say to be another', async () => {
  const attempt = (address: string) =>
    t.app.request('/api/auth/sign-in/username', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://localhost', host: 'localhost', 'x-lifa-caller': address },
      body: JSON.stringify({ username: 'admin', password: 'wrong-horse-battery' }),
    })
  const statuses: number[] = []
  for (let n = 0; n < 40; n += 1) statuses.push((await attempt(`203.0.113.${n}`)).status)
  expect(statuses).toContain(429)
})
