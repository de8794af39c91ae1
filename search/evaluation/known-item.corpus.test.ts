import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase } from '../../api/platform/database/test-database.ts'
import type { TestDatabase } from '../../api/platform/database/test-database.ts'
import { EmbeddedEngine } from '../embedded/embedded-engine.ts'
import { corpusDocuments } from './corpus-documents.ts'
import { evaluate, readKnownItems, recallAt } from './known-item.ts'
import type { Placed } from './known-item.ts'

const corpus = path.resolve(process.env.LIFA_CORPUS ?? '../shared/corpus')
/** The day on which the corpus was closed. */
const ON_DATE = '2026-11-22'

let database: TestDatabase
let placed: Placed[]

beforeAll(async () => {
  database = await createTestDatabase()
  const engine = new EmbeddedEngine(database.pool)
  await engine.setUp()
  await engine.rebuild(corpusDocuments(corpus))
  placed = await evaluate(engine, readKnownItems(readFileSync(path.join(corpus, 'queries.jsonl'), 'utf8')), ON_DATE)
  console.log(report(placed))
})
afterAll(() => database.drop())

function report(results: Placed[]): string {
  const missed = results.filter(({ article }) => article !== 1).map(({ item, work, article }) => `  ${item.id} ${item.query}: work ${work ?? '–'}, article ${article ?? '–'}`)
  const shares = (['work', 'version', 'article'] as const).map((what) => {
    const places = results.map((result) => result[what])
    return `${what} @1 ${recallAt(places, 1).toFixed(2)} @5 ${recallAt(places, 5).toFixed(2)} @10 ${recallAt(places, 10).toFixed(2)}`
  })
  return [`known items, ${results.length} searches: ${shares.join('; ')}`, ...missed].join('\n')
}

test.each([
  ['work', 10, 0.96],
  ['work', 5, 0.96],
  ['work', 1, 0.86],
  ['article', 10, 0.93],
] as const)('the right %s is among the first %i in %d of the searches', (what, depth, floor) => {
  expect(recallAt(placed.map((result) => result[what]), depth)).toBeGreaterThanOrEqual(floor)
})
