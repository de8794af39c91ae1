import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { SearchDocument } from '../engine.ts'
import { SearchUnavailable } from '../engine.ts'
import { MeilisearchEngine } from './meilisearch-engine.ts'
import { RECORDED_URL, recordedExchanges, replay } from './recorded-server.ts'
import type { Asked, Exchange } from './recorded-server.ts'
import { INDEX_SETTINGS } from './settings.ts'

const server = setupServer()
let asked: Asked[] = []
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => {
  server.resetHandlers()
  asked = []
})
afterAll(() => server.close())

/** An engine on a server that answers these exchanges and no others. */
function engineOn(exchanges: Exchange[], indexUid = 'provisions', apiKey = 'MASTER_KEY'): MeilisearchEngine {
  server.use(replay(exchanges, asked))
  return new MeilisearchEngine({ url: RECORDED_URL, apiKey, indexUid, taskTimeoutMs: 2000 })
}

function sentTo(exchange: Exchange, method: string, path: string): boolean {
  return exchange.request.method === method && exchange.request.path === path
}

/** The exchanges about one task: the request that began it is the first that was answered with its number. */
function aboutTask(exchanges: Exchange[], taskUid: number): Exchange[] {
  const numbered = z.object({ taskUid: z.literal(taskUid) })
  return exchanges.filter((exchange) => sentTo(exchange, 'GET', `/tasks/${taskUid}`) || numbered.safeParse(exchange.response.body).success)
}

const DOCUMENT: SearchDocument = {
  id: 'v1_art_1', kind: 'provision', workKey: 'dogs', workTitle: '养犬管理条例', versionId: 'v1', dateKey: '2020-07-01', title: '', number: '第一条', anchor: 'art_1',
  text: '养犬人应当文明养犬。', issuer: '', documentKind: '地方性法规', rank: 5, regionCode: '', documentNumber: null, validFrom: '2020-07-01', validTo: null, audience: 'public',
}
const QUERY = { text: '养犬', asker: { audience: 'public' }, onDate: '2026-11-22' } as const

async function* one(): AsyncGenerator<SearchDocument[]> {
  yield [DOCUMENT]
}

describe('setting up', () => {
  const indexes = recordedExchanges('indexes')
  const settings = recordedExchanges('settings')

  test('creates the index, waits, and gives it its settings', async () => {
    await engineOn([...aboutTask(indexes, 1), ...aboutTask(settings, 4)]).setUp()
    expect(asked).toEqual([
      { method: 'POST', path: '/indexes', body: { uid: 'provisions', primaryKey: 'id' } },
      { method: 'PATCH', path: '/indexes/provisions/settings', body: JSON.parse(JSON.stringify(INDEX_SETTINGS)) },
    ])
  })

  test('goes on where the index is there already, which the server tells by a failed task', async () => {
    await engineOn([...aboutTask(indexes, 2), ...aboutTask(settings, 3)], 'works').setUp()
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /indexes', 'PATCH /indexes/works/settings'])
  })

  test('says which setting is refused', async () => {
    const refused = settings.filter((exchange) => sentTo(exchange, 'PATCH', '/indexes/provisions/settings') && exchange.response.status === 400)
    const engine = engineOn([...aboutTask(indexes, 1), ...refused])
    await expect(engine.setUp()).rejects.toMatchObject({ name: 'SearchUnavailable', code: 'invalid_settings_ranking_rules' })
  })
})

describe('writing', () => {
  const documents = recordedExchanges('documents')

  test('is done when the task is done', async () => {
    await engineOn(aboutTask(documents, 6)).index([DOCUMENT])
    expect(asked).toHaveLength(1)
    expect(asked[0]?.body).toEqual([expect.objectContaining({ id: 'v1_art_1', validFromDay: 20200701, validToDay: null, organIds: [], documentNumberKey: null })])
  })

  test.each([
    [11, 'missing_document_id'],
    [12, 'invalid_document_id'],
  ])('fails with the code of the failed task %i', async (taskUid, code) => {
    const engine = engineOn(aboutTask(documents, taskUid))
    await expect(engine.index([DOCUMENT])).rejects.toMatchObject({ name: 'SearchUnavailable', engine: 'meilisearch', code })
  })

  test('removes the documents of a version by a filter', async () => {
    await engineOn(aboutTask(documents, 9)).removeVersion('v1')
    expect(asked).toEqual([{ method: 'POST', path: '/indexes/provisions/documents/delete', body: { filter: 'versionId = "v1"' } }])
  })

  test('with a key that may only search is refused as such', async () => {
    const engine = engineOn(recordedExchanges('keys'), 'provisions', 'SEARCH_KEY')
    await expect(engine.index([DOCUMENT])).rejects.toMatchObject({ name: 'SearchUnavailable', code: 'invalid_api_key' })
  })
})

describe('rebuilding', () => {
  const swap = recordedExchanges('swap')
  const good = [15, 16, 17, 18, 19].flatMap((taskUid) => aboutTask(swap, taskUid))

  test('fills a fresh index, swaps it in and deletes the old one', async () => {
    await engineOn(good).rebuild(one())
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /indexes',
      'PATCH /indexes/provisions_next/settings',
      'POST /indexes/provisions_next/documents',
      'POST /swap-indexes',
      'DELETE /indexes/provisions_next',
    ])
    expect(asked[3]?.body).toEqual([{ indexes: ['provisions', 'provisions_next'], rename: false }])
  })

  test('swaps nothing when the source fails, and deletes what was begun', async () => {
    async function* failing(): AsyncGenerator<SearchDocument[]> {
      yield [DOCUMENT]
      throw new Error('the rows could not be read')
    }
    await expect(engineOn(good).rebuild(failing())).rejects.toThrow('the rows could not be read')
    expect(asked.map(({ path }) => path)).not.toContain('/swap-indexes')
    expect(asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/indexes/provisions_next' })
  })

  test('fails when the swap fails', async () => {
    const failed = [...[15, 16, 17, 19].flatMap((taskUid) => aboutTask(swap, taskUid)), ...aboutTask(swap, 20)]
    await expect(engineOn(failed).rebuild(one())).rejects.toMatchObject({ name: 'SearchUnavailable', code: 'index_not_found' })
  })
})

describe('asking', () => {
  test('an index that is not there', async () => {
    const missing = recordedExchanges('multi-search').filter(({ response }) => response.status === 400)
    await expect(engineOn(missing, 'missing').search(QUERY)).rejects.toMatchObject({ name: 'SearchUnavailable', code: 'index_not_found' })
  })

  test('an index that is not ours is not taken for ours', async () => {
    const foreign = recordedExchanges('multi-search').slice(0, 1)
    await expect(engineOn(foreign).search(QUERY)).rejects.toMatchObject({ name: 'SearchUnavailable', code: 'unexpected_answer' })
  })

  test('with a token that has run out', async () => {
    const expired = recordedExchanges('keys').filter(({ request }) => request.authorization === 'Bearer EXPIRED_TOKEN')
    const engine = engineOn(expired, 'provisions', 'EXPIRED_TOKEN')
    await expect(engine.search({ ...QUERY, text: '' })).rejects.toMatchObject({ code: 'invalid_api_key' })
  })
})

describe('health', () => {
  test('counts the documents', async () => {
    const engine = engineOn([...recordedExchanges('system'), ...recordedExchanges('tasks')])
    expect(await engine.health()).toEqual({ available: true, documents: 8 })
  })

  test('says why it is not well', async () => {
    server.use(replay([], asked))
    const engine = new MeilisearchEngine({ url: RECORDED_URL, apiKey: 'MASTER_KEY' })
    expect(await engine.health()).toEqual({ available: false, reason: 'unreachable' })
    await expect(engine.search(QUERY)).rejects.toThrow(SearchUnavailable)
  })
})
