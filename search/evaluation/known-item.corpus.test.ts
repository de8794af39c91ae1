import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase } from '../../api/platform/database/test-database.ts'
import type { TestDatabase } from '../../api/platform/database/test-database.ts'
import { EmbeddedEngine } from '../embedded/embedded-engine.ts'
import type { SearchEngine } from '../engine.ts'
import { MeilisearchEngine } from '../meilisearch/meilisearch-engine.ts'
import { corpusDocuments } from './corpus-documents.ts'
import { evaluate, readKnownItems, recallAt } from './known-item.ts'
import type { Placed } from './known-item.ts'

const corpus = path.resolve(process.env.LIFA_CORPUS ?? '../shared/corpus')
/** The day on which the corpus was closed. */
const ON_DATE = '2026-11-22'

const { MEILI_URL: url, MEILI_KEY: apiKey } = process.env
const engines: [string, (database: TestDatabase) => SearchEngine][] = [['the embedded engine', (database) => new EmbeddedEngine(database.pool)]]
if (url !== undefined) engines.push(['Meilisearch', () => new MeilisearchEngine({ url, ...(apiKey === undefined ? {} : { apiKey }), indexUid: `evaluation_${process.pid}` })])

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

function report(name: string, results: Placed[]): string {
  const missed = results.filter(({ article }) => article !== 1).map(({ item, work, article }) => `  ${item.id} ${item.query}: work ${work ?? '–'}, article ${article ?? '–'}`)
  const shares = (['work', 'version', 'article'] as const).map((what) => {
    const places = results.map((result) => result[what])
    return `${what} @1 ${recallAt(places, 1).toFixed(2)} @5 ${recallAt(places, 5).toFixed(2)} @10 ${recallAt(places, 10).toFixed(2)}`
  })
  return [`${name}: known items, ${results.length} searches: ${shares.join('; ')}`, ...missed].join('\n')
}

describe.each(engines)('known items in %s', (name, make) => {
  let placed: Placed[]
  beforeAll(async () => {
    const engine = make(database)
    await engine.setUp()
    await engine.rebuild(corpusDocuments(corpus))
    placed = await evaluate(engine, readKnownItems(readFileSync(path.join(corpus, 'queries.jsonl'), 'utf8')), ON_DATE)
    console.log(report(name, placed))
    // a server on a busy machine indexes some hundred provisions a second
  }, 900_000)

  test.each([
    ['work', 10, 0.96],
    ['work', 5, 0.96],
    ['work', 1, 0.86],
    ['article', 10, 0.93],
  ] as const)('the right %s is among the first %i in %d of the searches', (what, depth, floor) => {
    expect(recallAt(placed.map((result) => result[what]), depth)).toBeGreaterThanOrEqual(floor)
  })
})
