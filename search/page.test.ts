import { describe, expect, test } from 'vitest'
import { SearchRefused } from './engine.ts'
import { cursorAt, pageOf } from './page.ts'

const onDate = '2026-03-01'

test.each([
  [{}, { offset: 0, limit: 20 }],
  [{ offset: 40, limit: 10 }, { offset: 40, limit: 10 }],
  [{ offset: -5, limit: 0 }, { offset: 0, limit: 1 }],
  [{ limit: 1000 }, { offset: 0, limit: 100 }],
  [{ offset: 3, cursor: cursorAt(60) }, { offset: 60, limit: 20 }],
])('%j is the page %j', (query, page) => {
  expect(pageOf({ onDate, ...query })).toEqual(page)
})

describe('refused', () => {
  test.each([{ cursor: 'o' }, { cursor: '20' }, { cursor: 'o9999999' }, { limit: Number.NaN }, { offset: Number.POSITIVE_INFINITY }, { onDate: '1 March' }])('%j', (query) => {
    expect(() => pageOf({ onDate, ...query })).toThrow(SearchRefused)
  })
})
