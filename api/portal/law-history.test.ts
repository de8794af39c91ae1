import { describe, expect, test } from 'vitest'
import { inForceOn, type PublicVersion, shownToday, standingOn } from './law-history.ts'

const text = (dateKey: string, adopted: string, effectiveFrom: string | null): PublicVersion => ({
  id: dateKey, workKey: 'k', dateKey, title: '某法', documentNo: null, adopted, approved: null, promulgated: null, effectiveFrom, effectiveBasis: 'stated', effectiveTo: null, endReason: null, articleCount: 1, sourceNote: null, recordedAt: 0,
})

describe('what the public is told of a law whose amended text does not say when it began', () => {
  const versions = [text('2008-08-01', '2007-08-30', '2008-08-01'), text('unknown', '2022-06-24', null)]
  test.each([
    ['2020-01-01', ['inForce', 'unknown'], '2008-08-01', '2008-08-01'],
    ['2022-07-01', ['unknown', 'unknown'], null, 'unknown'],
    ['2026-03-12', ['replaced', 'unknown'], null, 'unknown'],
  ])('on %s', (on, standing, inForce, shown) => {
    expect(versions.map((v) => standingOn(v, versions, on))).toEqual(standing)
    expect([inForceOn(versions, on)?.dateKey ?? null, shownToday(versions, on)?.dateKey]).toEqual([inForce, shown])
  })

  test('the old text is never 现行有效 while the new one may be', () => {
    for (const on of ['2022-06-24', '2022-12-01', '2023-06-24', '2030-01-01']) expect(versions.map((v) => standingOn(v, versions, on))).not.toContain('inForce')
  })
})
