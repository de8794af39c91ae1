import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { searchConsumer } from '../../library/index.ts'
import { arrived, body } from '../../filing/testing/filing-steps.ts'
import { createTestApp, type TestApp } from '../../testing/create-test-app.ts'
import { createTestWorld } from '../../testing/test-world.ts'
import type { SearchEngine } from '../../../search/index.ts'
import { inTransaction } from '../work/transaction.ts'
import { drainOutbox, type OutboxConsumer } from './index.ts'

let t: TestApp
beforeEach(async () => {
  t = await createTestApp()
})
afterEach(() => t.close())

const tell = (...ids: string[]) => inTransaction(t.services, async (work) => ids.forEach((entityId) => work.outbox({ topic: 'search', entity: 'Version', entityId })))
const open = () => t.services.prisma.outboxEntry.findMany({ where: { doneAt: null }, orderBy: { id: 'asc' } })

/** An engine that answers every call with the same failure until it is mended. */
function breakSearch(): { mend(): void } {
  const whole = t.services.search
  const down = async (): Promise<never> => {
    throw new Error('connect ECONNREFUSED 127.0.0.1:7700')
  }
  const broken: SearchEngine = { name: 'broken', setUp: down, index: down, remove: down, removeVersion: down, search: down, rebuild: down, health: async () => ({ available: false, reason: 'unreachable' }) }
  t.services.search = broken
  return { mend: () => void (t.services.search = whole) }
}

describe('while search is down', () => {
  test('filing and registering go on, the outbox keeps what it has to tell with the error, and after recovery the index has all of it', async () => {
    const world = await createTestWorld(t.services)
    await t.services.prisma.version.update({ where: { id: world.versionId }, data: { publishedAt: new Date() } })
    const search = breakSearch()
    const reception = await t.as('reception')
    const others = [await createTestWorld(t.services), await createTestWorld(t.services)]
    await tell(world.versionId, ...others.map((w) => w.versionId))
    // more failures than anybody would count: each act wakes the consumer
    for (let n = 1; n <= 8; n += 1) {
      const filing = await arrived(t, { title: `断开时的办法${n}`, documentNo: `甲政办发〔2026〕${n}号` })
      const registered = await reception.post(`/api/filings/${filing.id}/register`, {}, { revision: filing.revision })
      expect([registered.status, (await body(registered)).registrationNo]).toEqual([200, `备审-2026-${String(n).padStart(4, '0')}`])
      for (let woken = 0; woken < 4; woken += 1) await drainOutbox(t.services, [searchConsumer])
    }
    const waiting = (await open()).filter((e) => e.topic === 'search')
    expect(waiting.map((e) => e.entityId)).toEqual([world.versionId, ...others.map((w) => w.versionId)])
    for (const entry of waiting) expect(entry).toMatchObject({ lastError: 'connect ECONNREFUSED 127.0.0.1:7700' })
    expect(await body(await t.app.request('/readyz'))).toEqual({ status: 'ready', database: true, search: false })

    search.mend()
    await drainOutbox(t.services, [searchConsumer])
    expect((await open()).filter((e) => e.topic === 'search')).toEqual([])
    const found = await t.services.search.search({ text: world.marker, asker: { audience: 'public' }, onDate: '2026-03-12' })
    expect(found.hits.map((h) => h.versionId)).toContain(world.versionId)
  }, 60_000)
})

describe('the outbox', () => {
  test('hands one entry that cannot be done to nobody’s loss: the others are done, and it is tried again', async () => {
    const handled: string[] = []
    let poisoned = true
    const consumer: OutboxConsumer = {
      topic: 'search',
      handle: async (_services, entries) => {
        if (poisoned && entries.some((e) => e.entityId === 'b')) throw new Error('cannot be read')
        handled.push(...entries.map((e) => e.entityId))
      },
    }
    await tell('a', 'b', 'c')
    for (let n = 0; n < 30; n += 1) await drainOutbox(t.services, [consumer])
    expect(handled.toSorted()).toEqual(['a', 'c'])
    await tell('d')
    await drainOutbox(t.services, [consumer])
    expect(handled).toContain('d')
    expect(await open()).toMatchObject([{ entityId: 'b', lastError: 'cannot be read' }])
    poisoned = false
    await drainOutbox(t.services, [consumer])
    expect(handled.toSorted()).toEqual(['a', 'b', 'c', 'd'])
  })

  test('hands each entry to one of several who draw at once', async () => {
    const handled: string[] = []
    const consumer: OutboxConsumer = { topic: 'search', handle: async (_services, entries) => void handled.push(...entries.map((e) => e.entityId)) }
    const ids = Array.from({ length: 250 }, (_, n) => `v${n}`)
    await tell(...ids)
    await Promise.all([1, 2, 3].map(() => drainOutbox(t.services, [consumer])))
    expect(handled.toSorted()).toEqual(ids.toSorted())
  })

  test('has nothing of work that was rolled back', async () => {
    await expect(inTransaction(t.services, async (work) => {
      work.outbox({ topic: 'search', entity: 'Version', entityId: 'never' })
      throw new Error('rolled back')
    })).rejects.toThrow('rolled back')
    expect(await open()).toEqual([])
  })
})
