import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { isWorkDay, withOverrides } from './calendar.ts'
import { chineseWorkCalendar, FIRST_COVERED_YEAR, LAST_COVERED_YEAR } from './chinese-calendar.ts'

const calendar = chineseWorkCalendar()

describe('the calendar of published arrangements', () => {
  test('covers exactly the years for which the package has data', () => {
    const main = createRequire(import.meta.url).resolve('chinese-days')
    const data = z.object({ holidays: z.record(z.string(), z.unknown()), workdays: z.record(z.string(), z.unknown()) })
      .parse(JSON.parse(readFileSync(join(dirname(main), 'chinese-days.json'), 'utf8')))
    const years = [...new Set([...Object.keys(data.holidays), ...Object.keys(data.workdays)].map((date) => Number(date.slice(0, 4))))].sort()
    expect([...calendar.coveredYears]).toEqual(years.filter((year) => year >= FIRST_COVERED_YEAR))
    expect(years.at(-1)).toBe(LAST_COVERED_YEAR)
  })

  test.each([
    ['2026-10-01', false], ['2026-10-10', true], ['2026-10-08', true], ['2026-09-20', true], ['2026-02-28', true], ['2026-02-23', false],
    ['2025-01-26', true], ['2025-10-08', false], ['2024-02-18', true], ['2024-02-09', true], ['2020-01-31', false], ['2019-10-12', true],
    ['2026-11-21', false], ['2026-11-23', true], ['2004-10-01', false],
  ])('%s is worked: %s', (date, worked) => expect(isWorkDay(calendar, date)).toBe(worked))

  test.each(['2027-10-01', '2027-01-04', '2003-12-31', '2027-01-02'])('%s is not known', (date) => expect(isWorkDay(calendar, date)).toBe('unknown'))
})

describe('an override of an administrator', () => {
  test('stands above the arrangement and leaves the first calendar alone', () => {
    const changed = withOverrides(calendar, { overrides: [['2026-11-23', 'rest'], ['2026-10-01', 'work']] })
    expect(isWorkDay(changed, '2026-11-23')).toBe(false)
    expect(isWorkDay(changed, '2026-10-01')).toBe(true)
    expect(isWorkDay(calendar, '2026-11-23')).toBe(true)
  })

  test('makes a single day of an uncovered year known, and only that day', () => {
    const changed = withOverrides(calendar, { overrides: [['2027-01-01', 'rest']] })
    expect(isWorkDay(changed, '2027-01-01')).toBe(false)
    expect(isWorkDay(changed, '2027-01-04')).toBe('unknown')
  })

  test('can cover a year', () => {
    const changed = withOverrides(calendar, { overrides: [['2027-01-01', 'rest']], coverYears: [2027] })
    expect(isWorkDay(changed, '2027-01-01')).toBe(false)
    expect(isWorkDay(changed, '2027-01-04')).toBe(true)
    expect(isWorkDay(changed, '2027-01-09')).toBe(false)
  })
})
