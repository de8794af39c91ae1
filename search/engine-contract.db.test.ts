import { afterAll } from 'vitest'
import { createTestDatabase } from '../api/platform/database/test-database.ts'
import { EmbeddedEngine } from './embedded/embedded-engine.ts'
import { describeEngine } from './engine-contract.ts'
import { MeilisearchEngine } from './meilisearch/meilisearch-engine.ts'

const drops: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const drop of drops) await drop()
})

describeEngine('the embedded engine', async () => {
  const database = await createTestDatabase()
  drops.push(() => database.drop())
  return new EmbeddedEngine(database.pool)
})

const { MEILI_URL: url, MEILI_KEY: apiKey } = process.env
if (url !== undefined) {
  describeEngine('Meilisearch', async () => new MeilisearchEngine({ url, ...(apiKey === undefined ? {} : { apiKey }), indexUid: `contract_${process.pid}` }))
}
