import { afterAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase } from '../../api/platform/database/test-database.ts'
import type { TestDatabase } from '../../api/platform/database/test-database.ts'
import { documentsOfVersion } from '../document.ts'
import type { SearchDocument } from '../engine.ts'
import { EmbeddedEngine } from './embedded-engine.ts'

const databases: TestDatabase[] = []
let database: TestDatabase
let engine: EmbeddedEngine

beforeEach(async () => {
  database = await createTestDatabase()
  databases.push(database)
  engine = new EmbeddedEngine(database.pool)
})
afterAll(async () => {
  for (const each of databases) await each.drop()
})

function documents(count: number, text: string): SearchDocument[] {
  return documentsOfVersion({
    work: { key: 'k', title: '养犬管理条例', issuer: '', documentKind: '地方性法规', rank: 5, regionCode: '' },
    version: { id: 'v', dateKey: '2020-07-01', documentNumber: null, validFrom: '2020-07-01', validTo: null, audience: 'public', opening: '' },
    provisions: Array.from({ length: count }, (_, index) => ({ eId: `art_${index + 1}`, number: `第${index + 1}条`, heading: '', text })),
  })
}

async function* once(batch: SearchDocument[]): AsyncGenerator<SearchDocument[]> {
  yield batch
}

const ask = (text: string, more: { limit?: number; offset?: number } = {}) => engine.search({ text, asker: { audience: 'public' }, onDate: '2026-03-01', ...more })

test('an index that was not set up takes nothing in silence', async () => {
  await expect(engine.index(documents(1, '犬'))).rejects.toMatchObject({ name: 'SearchUnavailable', code: 'not_set_up' })
  await expect(engine.rebuild(once(documents(1, '犬')))).rejects.toMatchObject({ name: 'SearchUnavailable', code: 'not_set_up' })
})

test('what a killed rebuild left behind is never found, and goes with the next one', async () => {
  await engine.setUp()
  await engine.index(documents(1, '烈性犬'))
  await database.pool.query(`INSERT INTO "SearchDocument" SELECT (jsonb_populate_record(d, '{"generation": 9, "id": "left"}')).* FROM "SearchDocument" d WHERE "kind" = 'provision'`)
  expect((await ask('烈性犬')).hits.map(({ id }) => id)).not.toContain('left')
  await engine.rebuild(once(documents(2, '烈性犬')))
  const { rows } = await database.pool.query<{ generation: number; rows: number }>(`SELECT "generation", count(*)::int AS rows FROM "SearchDocument" GROUP BY 1`)
  expect(rows).toEqual([{ generation: 2, rows: 3 }])
})

test('two rebuilds at once wait for each other', async () => {
  await engine.setUp()
  await Promise.all([engine.rebuild(once(documents(3, '犬'))), engine.rebuild(once(documents(3, '犬')))])
  expect(await engine.health()).toEqual({ available: true, documents: 4 })
})

test('at most 500 rows are ranked, and pages end there', async () => {
  await engine.setUp()
  await engine.index(documents(700, '携带烈性犬外出'))
  const first = await ask('烈性犬', { limit: 100 })
  expect(first.estimatedTotal).toBe(500)
  expect(first.hits).toHaveLength(100)
  const last = await ask('烈性犬', { limit: 100, offset: 450 })
  expect(last.hits).toHaveLength(50)
  expect(last.nextCursor).toBeNull()
})

test('a database that is gone is said to be gone', async () => {
  await engine.setUp()
  await database.pool.query('DROP TABLE "SearchDocument"')
  await expect(ask('犬')).rejects.toMatchObject({ name: 'SearchUnavailable', code: '42P01' })
  expect(await engine.health()).toMatchObject({ available: false })
})
