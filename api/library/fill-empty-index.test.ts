import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SearchEngine } from '../../search/index.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { createTestWorld } from '../testing/test-world.ts'
import { emptyIndexJob } from './fill-empty-index.ts'
import { rebuildIndex } from './index-versions.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

const documents = async (): Promise<number> => {
  const health = await t.services.search.health()
  return health.available ? health.documents : -1
}

test('an empty index of a full library is filled; one that holds something is left alone', async () => {
  await emptyIndexJob.run(t.services)
  expect(await documents()).toBe(0)

  await createTestWorld(t.services)
  await emptyIndexJob.run(t.services)
  const whole = await documents()
  expect(whole).toBeGreaterThan(0)

  await createTestWorld(t.services)
  await emptyIndexJob.run(t.services)
  expect(await documents()).toBe(whole)
  await rebuildIndex(t.services)
  expect(await documents()).toBeGreaterThan(whole)
})

test('an engine that is down fails no job, and is set up and filled when it is back', async () => {
  await createTestWorld(t.services)
  const { search } = t.services
  await t.services.pool.query('DELETE FROM "SearchDocument"')
  const away: SearchEngine = { ...bound(search), health: async () => ({ available: false, reason: 'unreachable' }), setUp: () => Promise.reject(new Error('unreachable')) }
  await emptyIndexJob.run({ ...t.services, search: away })
  expect(await documents()).toBe(0)
  let ready = false
  const back: SearchEngine = { ...bound(search), health: async () => (ready ? search.health() : { available: false, reason: 'index_not_found' }), setUp: async () => { ready = true } }
  await emptyIndexJob.run({ ...t.services, search: back })
  expect(await documents()).toBeGreaterThan(0)
})

/** The engine's acts as a plain object, so that one of them can be another. */
const bound = (engine: SearchEngine): SearchEngine => ({
  name: engine.name, setUp: () => engine.setUp(), index: (given) => engine.index(given), remove: (ids) => engine.remove(ids), removeVersion: (id) => engine.removeVersion(id),
  search: (query) => engine.search(query), health: () => engine.health(), rebuild: (source) => engine.rebuild(source),
})
