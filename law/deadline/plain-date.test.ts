import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays, addMonths, addYears, chineseDate, compareDates, dateOfDayNumber, dayNumberOf, daysBetween, daysInMonth, InvalidDateError,
  isValidDate, weekdayOf,
} from './plain-date.ts'

/** 1900-01-01 to 2199-12-31 */
const anyDate = fc.integer({ min: -25_567, max: 84_005 }).map(dateOfDayNumber)

describe('a plain date', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '20260101', '', '1900-02-29'])('%s is none', (text) => {
    expect(isValidDate(text)).toBe(false)
    expect(() => addDays(text, 1)).toThrow(InvalidDateError)
  })

  test.each(['2024-02-29', '2000-02-29', '2026-12-31'])('%s is one', (text) => expect(isValidDate(text)).toBe(true))

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2026-01-15', -13, '2024-12-15'],
    ['2026-12-31', 2, '2027-02-28'],
  ])('%s and %i months is %s', (date, months, expected) => expect(addMonths(date, months)).toBe(expected))

  test('29 February and a year is 28 February', () => expect(addYears('2024-02-29', 1)).toBe('2025-02-28'))

  test.each([['2026-11-22', 7], ['2026-10-01', 4], ['1970-01-01', 4], ['1969-12-29', 1], ['2024-02-29', 4]])(
    '%s falls on weekday %i', (date, weekday) => expect(weekdayOf(date)).toBe(weekday),
  )

  test('is written in Chinese without leading zeros', () => expect(chineseDate('2026-03-02')).toBe('2026年3月2日'))

  test('day numbers and dates agree with the engine of the language', () => {
    fc.assert(fc.property(anyDate, (date) => {
      const engine = new Date(`${date}T00:00:00Z`)
      expect(engine.getTime()).toBe(dayNumberOf(date) * 86_400_000)
      expect(weekdayOf(date) % 7).toBe(engine.getUTCDay())
      expect(dateOfDayNumber(dayNumberOf(date))).toBe(date)
    }))
  })

  test('order of dates is order of their texts', () => {
    fc.assert(fc.property(anyDate, anyDate, (left, right) => {
      expect(Math.sign(compareDates(left, right))).toBe(left < right ? -1 : left > right ? 1 : 0)
      expect(addDays(left, daysBetween(left, right))).toBe(right)
    }))
  })

  test('a month later is in the next month, on the same day or its last', () => {
    fc.assert(fc.property(anyDate, fc.integer({ min: -60, max: 60 }), (date, months) => {
      const moved = addMonths(date, months)
      const [year = 0, month = 0, day = 0] = moved.split('-').map(Number)
      const [startYear = 0, startMonth = 0, startDay = 0] = date.split('-').map(Number)
      expect(year * 12 + month - (startYear * 12 + startMonth)).toBe(months)
      expect(day).toBe(Math.min(startDay, daysInMonth(year, month)))
    }))
  })
})
