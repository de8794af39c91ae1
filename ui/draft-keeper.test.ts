import { describe, expect, test } from 'vitest'
import { DraftKeeper, sweepDrafts, type DraftStorage } from './draft-keeper.ts'

class MemoryStorage implements DraftStorage {
  readonly kept = new Map<string, string>()
  full = false
  get length(): number {
    return this.kept.size
  }
  key(at: number): string | null {
    return [...this.kept.keys()][at] ?? null
  }
  getItem(key: string): string | null {
    return this.kept.get(key) ?? null
  }
  setItem(key: string, value: string): void {
    if (this.full) throw new DOMException('full', 'QuotaExceededError')
    this.kept.set(key, value)
  }
  removeItem(key: string): void {
    this.kept.delete(key)
  }
}

type Form = { title: string }
function readForm(stored: unknown): Form {
  if (typeof stored === 'object' && stored !== null && 'title' in stored && typeof stored.title === 'string') return { title: stored.title }
  throw new TypeError('another shape')
}
const at = (day: string): (() => Date) => () => new Date(`${day}T01:00:00Z`)
const keeper = (storage: DraftStorage, day = '2026-03-12', owner = 'p1'): DraftKeeper<Form> => new DraftKeeper({ key: 'filing:1', read: readForm, owner, storage, now: at(day) })

describe('a draft', () => {
  test('is found again after a reload', () => {
    const storage = new MemoryStorage()
    keeper(storage).keep({ title: '养犬管理办法' })
    const after = keeper(storage, '2026-03-13')
    expect(after.restore()).toEqual({ value: { title: '养犬管理办法' }, keptAt: '2026-03-12T01:00:00.000Z' })
    expect(after.dirty).toBe(true)
  })

  test('is gone when the server has acknowledged it', () => {
    const storage = new MemoryStorage()
    const one = keeper(storage)
    one.keep({ title: '甲' })
    expect(one.dirty).toBe(true)
    one.acknowledge()
    expect(one.dirty).toBe(false)
    expect(keeper(storage).restore()).toBeNull()
  })

  test('is not shown to another person at the same desk', () => {
    const storage = new MemoryStorage()
    keeper(storage).keep({ title: '甲' })
    expect(keeper(storage, '2026-03-12', 'p2').restore()).toBeNull()
  })

  test('is dropped after thirty days', () => {
    const storage = new MemoryStorage()
    keeper(storage).keep({ title: '甲' })
    expect(keeper(storage, '2026-04-11').restore()).not.toBeNull()
    expect(keeper(storage, '2026-04-12').restore()).toBeNull()
    expect(storage.length).toBe(0)
  })

  test('says when the browser has no room, and stays dirty', () => {
    const storage = new MemoryStorage()
    storage.full = true
    const one = keeper(storage)
    expect(one.keep({ title: '甲' })).toBe(false)
    expect(one.dirty).toBe(true)
  })

  test.each(['{', '7', 'null', '{"value":{"title":"x"}}', '{"keptAt":"never","value":{}}', '{"keptAt":"2026-03-12T00:00:00Z","value":{"name":"x"}}'])('of another shape is left out: %s', (text) => {
    const storage = new MemoryStorage()
    storage.setItem('lifa.draft.p1.filing:1', text)
    expect(keeper(storage).restore()).toBeNull()
  })
})

test('sweeping drops what is old or unreadable and nothing of others', () => {
  const storage = new MemoryStorage()
  keeper(storage, '2026-01-01').keep({ title: '旧' })
  new DraftKeeper({ key: 'filing:2', read: readForm, storage, now: at('2026-03-11') }).keep({ title: '新' })
  storage.setItem('lifa.draft..broken', '{')
  storage.setItem('lifa.size', 'large')
  sweepDrafts(storage, new Date('2026-03-12T00:00:00Z'))
  expect([...storage.kept.keys()].sort()).toEqual(['lifa.draft..filing:2', 'lifa.size'])
})
