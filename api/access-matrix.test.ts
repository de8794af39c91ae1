import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessMatrix } from './access-matrix.ts'
import { createTestApp, type TestApp } from './testing/create-test-app.ts'
import type { AccessRow } from './testing/access-row.ts'
import { testPeople } from './testing/test-organs.ts'
import { createTestWorld, type TestWorld } from './testing/test-world.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

const REFUSED = [401, 403, 404]
const everybody: (string | null)[] = [null, ...testPeople.map((p) => p.username)]

type RouteInDocument = { route: string; access: unknown }

async function documentedRoutes(): Promise<RouteInDocument[]> {
  const document = (await (await t.app.request('/openapi.json')).json()) as { paths: Record<string, Record<string, Record<string, unknown>>> }
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path}`, access: operation['x-access'] })),
  )
}

async function request(row: AccessRow, world: TestWorld, username: string | null): Promise<Response> {
  const client = await t.as(username)
  const path = row.path(world)
  const revision = row.revision?.(world)
  const method = row.route.slice(0, row.route.indexOf(' '))
  switch (method) {
    case 'GET':
      return client.get(path)
    case 'POST':
      if (row.upload !== undefined) return client.upload(path, row.upload)
      return client.post(path, row.body?.(world), revision === undefined ? {} : { revision })
    case 'PUT':
      return client.put(path, row.body?.(world), revision)
    case 'PATCH':
      return client.patch(path, row.body?.(world), revision)
    case 'DELETE':
      return client.delete(path, revision)
    default:
      throw new Error(`no such method in a row: ${row.route}`)
  }
}

/**
 * Who is refused changes nothing, and neither does reading: they share one set of rows for each state of the case. Where
 * it is looked who sees a row, that row is the newest, or a list would have it on a later page.
 */
const sharedWorlds = new Map<string, Promise<TestWorld>>()
function sharedWorld({ sees, state = 'underReview' }: AccessRow): Promise<TestWorld> {
  const world = (sees === undefined ? sharedWorlds.get(state) : undefined) ?? createTestWorld(t.services, state)
  sharedWorlds.set(state, world)
  return world
}

const mayAsk = (row: AccessRow, username: string | null): boolean =>
  row.allowed === 'public' || (username !== null && (row.allowed === 'everyone' || row.allowed.includes(username)))

describe('the access matrix', () => {
  test('every route says who may call it, and every route that is not public has a row', async () => {
    const routes = await documentedRoutes()
    const rows = new Set(accessMatrix.map((r) => r.route))
    expect(routes.filter((r) => typeof r.access !== 'string').map((r) => r.route)).toEqual([])
    expect(routes.filter((r) => r.access !== 'public' && !rows.has(r.route)).map((r) => r.route)).toEqual([])
  })

  test('every row is about a route that exists', async () => {
    const routes = new Set((await documentedRoutes()).map((r) => r.route))
    expect(accessMatrix.filter((r) => !routes.has(r.route)).map((r) => r.route)).toEqual([])
  })

  test('nothing answers under /api but what the document names', async () => {
    const documented = new Set((await documentedRoutes()).map((r) => r.route.replace(/\{(\w+)\}/g, ':$1')))
    const served = t.app.routes.filter((r) => r.method !== 'ALL' && r.path.startsWith('/api/') && !r.path.startsWith('/api/auth/')).map((r) => `${r.method} ${r.path.replace(/\{[^}]*\}/g, '')}`)
    expect([...new Set(served)].filter((r) => !documented.has(r))).toEqual([])
  })

  describe.each(accessMatrix)('$route', (row) => {
    test(`is open to ${String(row.allowed)} and to nobody else`, async () => {
      const wrong: string[] = []
      const shared = await sharedWorld(row)
      for (const username of everybody) {
        const changes = !row.route.startsWith('GET ') && mayAsk(row, username)
        const world = changes ? await createTestWorld(t.services, row.state) : shared
        const response = await request(row, world, username)
        const refused = REFUSED.includes(response.status)
        if (refused === mayAsk(row, username)) wrong.push(`${username ?? 'public'}: ${response.status} ${refused ? await response.text() : ''}`)
        if (response.status >= 500) wrong.push(`${username ?? 'public'}: ${response.status}`)
        if (row.sees !== undefined && response.status === 200) {
          const seen = (await response.text()).includes(row.sees.text(world))
          if (seen !== row.sees.by.includes(username ?? 'public')) wrong.push(`${username ?? 'public'} ${seen ? 'sees' : 'does not see'} it`)
        }
      }
      expect(wrong).toEqual([])
    })
  })
})
