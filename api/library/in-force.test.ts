import { describe, expect, test } from 'vitest'
import { inForceOn, nearestTo, standingOn, type VersionDates } from './in-force.ts'

const text = (id: string, adopted: string | null, effectiveFrom: string | null, effectiveTo: string | null = null): VersionDates => ({ id, dateKey: id, adopted, effectiveFrom, effectiveTo, recordedAt: 0 })

describe('a law whose amended text does not say when it began', () => {
  const versions = [text('2007', '2007-08-30', '2008-08-01'), text('2022', '2022-06-24', null)]
  const at = (on: string) => ({ standing: versions.map((v) => standingOn(v, versions, on)), inForce: inForceOn(versions, on)?.id ?? null, shown: nearestTo(versions, on)?.id })

  test.each([
    ['2020-01-01', { standing: ['inForce', 'unknown'], inForce: '2007', shown: '2007' }],
    // it may have begun or not: neither is told as 现行有效
    ['2022-07-01', { standing: ['unknown', 'unknown'], inForce: null, shown: '2007' }],
    ['2026-03-12', { standing: ['ended', 'unknown'], inForce: null, shown: '2022' }],
  ])('on %s', (on, expected) => expect(at(on)).toEqual(expected))

  test('once somebody has entered its date it is in force', () => {
    const known = [versions[0] ?? expect.fail(), text('2022', '2022-06-24', '2022-08-01')]
    expect(known.map((v) => standingOn(v, known, '2026-03-12'))).toEqual(['ended', 'inForce'])
  })
})

test('of two texts that begin on one day the one recorded later is in force; one that ended is not', () => {
  const [first, corrected] = [text('first', null, '2020-01-01'), { ...text('corrected', null, '2020-01-01'), recordedAt: 1 }]
  expect(inForceOn([corrected, first], '2021-01-01')?.id).toBe('corrected')
  expect(inForceOn([text('repealed', null, '2020-01-01', '2024-01-01')], '2024-01-01')).toBeNull()
})
