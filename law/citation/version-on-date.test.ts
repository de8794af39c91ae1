import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overtaken, possiblyInForce } from './version-on-date.ts'

const version = (name: string, adopted: string | null, effectiveFrom: string | null = null) => ({ name, adopted, effectiveFrom })
const names = (versions: { name: string }[]): string[] => versions.map(({ name }) => name)

describe('possiblyInForce', () => {
  const first = version('first', '2010-05-01', '2010-10-01')
  const amended = version('amended', '2018-03-11')
  const revised = version('revised', '2023-12-29', '2024-07-01')
  test.each<[string, string[]]>([
    ['2010-09-30', []],
    ['2010-10-01', ['first']],
    ['2018-03-10', ['first']],
    ['2018-03-11', ['first', 'amended']],
    ['2019-03-11', ['amended']],
    ['2024-06-30', ['amended']],
    ['2024-07-01', ['revised']],
  ])('on %s: %j', (on, expected) => {
    expect(names(possiblyInForce([revised, first, amended], on))).toEqual(expected)
  })

  test('two sources of one version are both looked at', () => {
    expect(names(possiblyInForce([revised, { ...revised, name: 'other source' }, first], '2025-01-01'))).toEqual(['revised', 'other source'])
  })

  test('a version without any date is never ruled out by itself, and rules nothing out', () => {
    expect(names(possiblyInForce([version('undated', null), first], '2011-01-01'))).toEqual(['first'])
    expect(names(possiblyInForce([version('undated', null)], '2011-01-01'))).toEqual(['undated'])
  })

  test('the order of the versions does not matter, and later days never bring back an earlier version', () => {
    const day = fc.integer({ min: 2000, max: 2030 }).map((year) => `${year}-06-01`)
    fc.assert(
      fc.property(fc.uniqueArray(day, { maxLength: 5 }), day, day, (days, one, two) => {
        const versions = days.map((adopted, at) => version(String(at), adopted, at % 2 === 0 ? adopted : null))
        const [early = '', late = ''] = [one, two].toSorted()
        expect(possiblyInForce(versions.toReversed(), early)).toEqual(possiblyInForce(versions, early))
        const newest = possiblyInForce(versions, early).at(-1)?.adopted ?? ''
        expect((possiblyInForce(versions, late).at(-1)?.adopted ?? '') >= newest).toBe(true)
      }),
    )
  })
})

describe('overtaken', () => {
  const first = version('first', '2007-08-30', '2008-08-01')
  const amended = version('amended', '2022-06-24')
  test.each([
    ['before the amendment', '2022-06-23', 'no'],
    ['on the day of the amendment, whose effect is not known', '2022-06-24', 'maybe'],
    ['a year after it', '2023-06-24', 'surely'],
  ])('%s', (_name, on, expected) => expect(overtaken(first, [amended, first], on)).toBe(expected))

  test('a text is not overtaken by an older one, by one that says when it begins, or by one without any date', () => {
    const revised = version('revised', '2023-12-29', '2024-07-01')
    expect(overtaken(revised, [first, amended, revised, version('undated', null)], '2026-01-01')).toBe('no')
    expect(overtaken(first, [first, revised], '2026-01-01')).toBe('no')
  })
})
