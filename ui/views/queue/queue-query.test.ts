import { describe, expect, test } from 'vitest'
import { addressOf, barValues, customDates, queueQuery, sameQuery, savedQuery, sortOf } from './queue-query.ts'

const TODAY = '2026-03-12'
const address = (text: string): URLSearchParams => new URLSearchParams(text)

describe('the address of the queue', () => {
  test('keeps view, order and search while the conditions change, and forgets a case that was only pointed at', () => {
    const next = addressOf(address('view=mine&sort=title&text=养犬&state=underReview&pick=1'), { kind: 'decision' }, TODAY)
    expect(Object.fromEntries(next)).toEqual({ view: 'mine', sort: 'title', text: '养犬', kind: 'decision' })
  })

  test.each([
    ['2026-03-01', '2026-03-01'],
    ['2025-12-12', '2025-12-12'],
    ['2026-02-07', 'custom'],
  ])('registered from %s is shown as %s', (from, shown) => {
    expect(barValues(address(`registeredFrom=${from}`), TODAY)['registered']).toBe(shown)
  })

  test('a span of days writes its first day; the two fields open with it and go with another span', () => {
    const month = addressOf(address(''), { registered: '2026-03-01' }, TODAY)
    expect(month.toString()).toBe('registeredFrom=2026-03-01')
    const own = addressOf(month, { registered: 'custom' }, TODAY)
    expect(customDates(own, TODAY)).toBe(true)
    expect(own.get('registeredFrom')).toBe('2026-03-01')
    const both = addressOf(own, { registered: 'custom', registeredFrom: '2026-01-05', registeredTo: '2026-02-01' }, TODAY)
    expect([both.get('registeredFrom'), both.get('registeredTo')]).toEqual(['2026-01-05', '2026-02-01'])
    expect(addressOf(both, { registered: '2026-01-01', registeredFrom: '2026-01-05', registeredTo: '2026-02-01' }, TODAY).toString()).toBe('registeredFrom=2026-01-01')
    expect(addressOf(both, {}, TODAY).toString()).toBe('')
  })

  test('asks the API only what it knows', () => {
    expect(queueQuery(address('view=overdue&dates=custom&pick=1&flags=serious&other=1&maker='))).toEqual({ view: 'overdue', flags: 'serious' })
    expect(sortOf(address('sort=nonsense'))).toEqual({ key: 'dueOn', direction: 'ascending' })
  })

  test('a saved view is recognised whatever the order of its conditions', () => {
    expect(sameQuery(savedQuery(address('state=a&kind=b&pick=1')), { kind: 'b', state: 'a' })).toBe(true)
    expect(sameQuery(savedQuery(address('state=a')), {})).toBe(false)
  })
})
