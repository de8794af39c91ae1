import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWorkDay, withOverrides } from './calendar.ts'
import { chineseWorkCalendar } from './chinese-calendar.ts'
import { addWorkDays, dueDate, latestBefore, remaining, reminderDates, resumeDue, workDaysBetween } from './compute.ts'
import { addDays, compareDates, dateOfDayNumber, dayNumberOf, InvalidDateError } from './plain-date.ts'
import type { DeadlineUnit } from './types.ts'

const calendar = chineseWorkCalendar()

/** [start, amount, unit, due, moved off a day of rest, calendar not known]; read off the published arrangements by hand. */
const golden: [string, number, DeadlineUnit, string, boolean, boolean][] = [
  // Spring Festival 2026: rest 15 to 23 February, worked Saturdays 14 and 28 February
  ['2026-01-05', 30, 'calendarDay', '2026-02-04', false, false],
  ['2026-01-15', 30, 'calendarDay', '2026-02-14', false, false],
  ['2026-01-16', 30, 'calendarDay', '2026-02-24', true, false],
  ['2026-01-24', 30, 'calendarDay', '2026-02-24', true, false],
  ['2026-01-29', 30, 'calendarDay', '2026-02-28', false, false],
  ['2026-02-11', 5, 'workDay', '2026-02-25', false, false],
  ['2026-02-25', 5, 'workDay', '2026-03-03', false, false],
  // Spring Festival 2025: rest 28 January to 4 February, worked 26 January and 8 February
  ['2025-01-22', 10, 'workDay', '2025-02-11', false, false],
  ['2024-12-29', 30, 'calendarDay', '2025-02-05', true, false],
  ['2025-01-09', 30, 'calendarDay', '2025-02-08', false, false],
  // Spring Festival 2024: rest 10 to 17 February, worked Sundays 4 and 18 February
  ['2024-02-01', 10, 'calendarDay', '2024-02-18', true, false],
  ['2024-02-02', 5, 'workDay', '2024-02-08', false, false],
  ['2024-02-02', 10, 'workDay', '2024-02-21', false, false],
  // Spring Festival 2020 was lengthened to 2 February
  ['2020-01-02', 30, 'calendarDay', '2020-02-03', true, false],
  ['2019-11-15', 3, 'month', '2020-02-17', true, false],
  // National Day 2026: rest 1 to 7 October, worked 20 September and 10 October
  ['2026-09-01', 30, 'calendarDay', '2026-10-08', true, false],
  ['2026-09-07', 30, 'calendarDay', '2026-10-08', true, false],
  ['2026-09-10', 30, 'calendarDay', '2026-10-10', false, false],
  ['2026-08-21', 30, 'calendarDay', '2026-09-20', false, false],
  ['2026-09-28', 5, 'workDay', '2026-10-10', false, false],
  ['2026-09-18', 5, 'workDay', '2026-09-24', false, false],
  ['2026-10-09', 1, 'workDay', '2026-10-10', false, false],
  ['2026-09-30', 1, 'workDay', '2026-10-08', false, false],
  ['2026-07-01', 3, 'month', '2026-10-08', true, false],
  ['2026-09-10', 15, 'calendarDay', '2026-09-28', true, false],
  // National Day 2025: rest 1 to 8 October, worked 28 September and 11 October
  ['2025-09-25', 5, 'workDay', '2025-10-09', false, false],
  ['2025-09-18', 15, 'calendarDay', '2025-10-09', true, false],
  ['2025-09-26', 15, 'calendarDay', '2025-10-11', false, false],
  // National Day 2019: rest 1 to 7 October
  ['2019-09-05', 30, 'calendarDay', '2019-10-08', true, false],
  // Labour Day, Tomb Sweeping, Dragon Boat
  ['2025-04-25', 10, 'calendarDay', '2025-05-06', true, false],
  ['2025-04-25', 5, 'workDay', '2025-05-06', false, false],
  ['2026-03-20', 15, 'calendarDay', '2026-04-07', true, false],
  ['2026-04-01', 30, 'calendarDay', '2026-05-06', true, false],
  ['2026-04-09', 30, 'calendarDay', '2026-05-09', false, false],
  ['2026-06-09', 10, 'calendarDay', '2026-06-22', true, false],
  // ends of months, leap years
  ['2026-01-31', 1, 'month', '2026-02-28', false, false],
  ['2024-01-31', 1, 'month', '2024-02-29', false, false],
  ['2025-11-30', 3, 'month', '2026-02-28', false, false],
  ['2023-11-30', 3, 'month', '2024-02-29', false, false],
  ['2025-12-31', 2, 'month', '2026-02-28', false, false],
  ['2026-03-12', 3, 'month', '2026-06-12', false, false],
  ['2024-02-29', 1, 'year', '2025-02-28', false, false],
  ['2020-02-29', 4, 'year', '2024-02-29', false, false],
  // ends of years
  ['2025-12-31', 1, 'month', '2026-02-02', true, false],
  ['2024-12-31', 1, 'month', '2025-02-05', true, false],
  ['2025-12-02', 30, 'calendarDay', '2026-01-04', true, false],
  ['2025-12-29', 5, 'workDay', '2026-01-06', false, false],
  // ordinary weekend
  ['2026-10-15', 30, 'calendarDay', '2026-11-16', true, false],
  ['2026-11-22', 30, 'calendarDay', '2026-12-22', false, false],
  // a year whose arrangement is not published: provisional, and said so
  ['2026-12-10', 30, 'calendarDay', '2027-01-11', true, true],
  ['2026-12-29', 5, 'workDay', '2027-01-05', false, true],
  ['2026-11-16', 3, 'month', '2027-02-16', false, true],
]

describe('a due date', () => {
  test.each(golden)('from %s, %i %s, is %s', (start, amount, unit, due, rolled, unknownCalendar) => {
    expect(dueDate({ rule: { amount, unit }, start, calendar })).toMatchObject({ due, rolled, unknownCalendar })
  })

  test('tells how it was counted', () => {
    expect(dueDate({ rule: { amount: 30, unit: 'calendarDay' }, start: '2026-09-01', calendar }).steps).toBe(
      '自2026年9月1日的次日起算30日，至2026年10月1日；该日为休息日，顺延至2026年10月8日（参照《中华人民共和国民法典》第二百零三条）。',
    )
    expect(dueDate({ rule: { amount: 5, unit: 'workDay' }, start: '2026-12-29', calendar }).steps).toContain('放假安排尚未录入')
  })

  test('follows the table of an administrator', () => {
    const changed = withOverrides(calendar, { overrides: [['2026-12-22', 'rest']] })
    expect(dueDate({ rule: { amount: 30, unit: 'calendarDay' }, start: '2026-11-22', calendar: changed })).toMatchObject({
      due: '2026-12-23', nominal: '2026-12-22', rolled: true,
    })
  })

  test('is refused for a wrong date or an amount that is no period', () => {
    expect(() => dueDate({ rule: { amount: 30, unit: 'calendarDay' }, start: '2026-02-30', calendar })).toThrow(InvalidDateError)
    for (const amount of [0, -1, 1.5]) expect(() => dueDate({ rule: { amount, unit: 'workDay' }, start: '2026-03-02', calendar })).toThrow(RangeError)
  })

  test('is refused when the calendar has no working day left', () => {
    const overrides = Array.from({ length: 200 }, (_, index) => [addDays('2026-03-01', index), 'rest'] as const)
    expect(() => dueDate({ rule: { amount: 1, unit: 'workDay' }, start: '2026-03-01', calendar: withOverrides(calendar, { overrides }) })).toThrow('没有工作日')
  })
})

const coveredDate = fc.integer({ min: dayNumberOf('2005-01-01'), max: dayNumberOf('2026-06-30') }).map(dateOfDayNumber)
const anyRule = fc.record({
  amount: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom<DeadlineUnit>('calendarDay', 'workDay', 'month', 'year'),
})

describe('whatever the rule', () => {
  test('a due date is after its start and on a day that is not known to be a day of rest', () => {
    fc.assert(fc.property(coveredDate, anyRule, (start, rule) => {
      const { due, nominal } = dueDate({ rule, start, calendar })
      expect(compareDates(due, start)).toBeGreaterThan(0)
      expect(compareDates(due, nominal)).toBeGreaterThanOrEqual(0)
      expect(isWorkDay(calendar, due)).not.toBe(false)
    }))
  })

  test('a later start and a longer period never fall due earlier', () => {
    fc.assert(fc.property(coveredDate, anyRule, fc.nat(40), fc.nat(10), (start, rule, days, more) => {
      const first = dueDate({ rule, start, calendar }).due
      const later = dueDate({ rule, start: addDays(start, days), calendar }).due
      const longer = dueDate({ rule: { ...rule, amount: rule.amount + more }, start, calendar }).due
      expect(compareDates(later, first)).toBeGreaterThanOrEqual(0)
      expect(compareDates(longer, first)).toBeGreaterThanOrEqual(0)
    }))
  })

  test('working days are those that counting one by one finds', () => {
    fc.assert(fc.property(coveredDate, fc.integer({ min: 1, max: 40 }), (start, count) => {
      const worked: string[] = []
      for (let number = dayNumberOf(start) + 1; worked.length < count; number += 1) {
        const date = dateOfDayNumber(number)
        const known = isWorkDay(calendar, date)
        if (known === true || (known === 'unknown' && new Date(`${date}T00:00:00Z`).getUTCDay() % 6 !== 0)) worked.push(date)
      }
      expect(addWorkDays(start, count, calendar).date).toBe(worked.at(-1))
      expect(workDaysBetween(start, worked.at(-1) ?? '', calendar).count).toBe(count)
    }))
  })

  test('a pause that stops the clock never shortens what was left', () => {
    fc.assert(fc.property(coveredDate, anyRule, fc.nat(60), fc.nat(60), (start, rule, before, paused) => {
      const { due } = dueDate({ rule, start, calendar })
      const suspendedOn = addDays(start, before)
      const resumedOn = addDays(suspendedOn, paused)
      const resumed = resumeDue({ due, suspendedOn, resumedOn, rule, effect: 'stop', calendar }).due
      expect(compareDates(resumed, due)).toBeGreaterThanOrEqual(0)
    }))
  })
})

describe('what is left', () => {
  test.each([
    ['2026-03-12', '2026-03-09', 'calendarDay', '还有 3 天'],
    ['2026-10-10', '2026-09-30', 'workDay', '还有 3 个工作日'],
    ['2026-03-12', '2026-03-12', 'month', '今天到期'],
    ['2026-03-12', '2026-03-14', 'calendarDay', '逾期 2 天'],
    ['2026-03-13', '2026-03-16', 'workDay', '逾期 3 天'],
  ] as const)('until %s on %s in %s: %4$s', (due, today, unit, text) => {
    expect(remaining({ due, today, unit, calendar }).text).toBe(text)
  })

  test('says when it was counted over days that are not known', () => {
    expect(remaining({ due: '2027-01-05', today: '2026-12-30', unit: 'workDay', calendar })).toMatchObject({ amount: 4, unknownCalendar: true })
    expect(remaining({ due: '2026-12-31', today: '2026-12-30', unit: 'workDay', calendar })).toMatchObject({ amount: 1, unknownCalendar: false })
  })

  test('is told in days when no working day is left before a day that was made a day of rest', () => {
    expect(remaining({ due: '2026-11-22', today: '2026-11-21', unit: 'workDay', calendar }).text).toBe('还有 1 天')
  })
})

describe('after a pause', () => {
  const days = { amount: 30, unit: 'calendarDay' } as const
  const due = '2026-06-10'

  test.each([
    ['stop', '2026-06-24', '剩余9日继续计算'],
    ['continue', '2026-06-10', '到期日不变'],
    ['restart', '2026-07-15', '次日起算30日'],
  ] as const)('%s gives %s', (effect, expected, words) => {
    const resumed = resumeDue({ due, suspendedOn: '2026-06-01', resumedOn: '2026-06-15', rule: days, effect, calendar })
    expect(resumed.due).toBe(expected)
    expect(resumed.steps).toContain(words)
  })

  test('working days go on as working days', () => {
    const rule = { amount: 5, unit: 'workDay' } as const
    // two of five were used on 28 and 29 September; three are left after National Day
    expect(resumeDue({ due: '2026-10-09', suspendedOn: '2026-09-29', resumedOn: '2026-10-12', rule, effect: 'stop', calendar }).due).toBe('2026-10-15')
  })

  test('a period that had run out stays run out', () => {
    expect(resumeDue({ due, suspendedOn: '2026-06-11', resumedOn: '2026-07-01', rule: days, effect: 'stop', calendar })).toMatchObject({ due, rolled: false })
  })

  test('a pause cannot end before it began', () => {
    expect(() => resumeDue({ due, suspendedOn: '2026-06-02', resumedOn: '2026-06-01', rule: days, effect: 'stop', calendar })).toThrow(RangeError)
  })
})

describe('reminders', () => {
  test('come in order, each once, none in the past', () => {
    expect(reminderDates({ rule: { reminderDaysBefore: [0, 3, 7, 3] }, due: '2026-06-10', from: '2026-06-05' })).toEqual(['2026-06-07', '2026-06-10'])
  })
})

describe('what has to come before a day', () => {
  test.each([
    [{ amount: 7, unit: 'calendarDay' }, '2026-10-27', '2026-10-20'],
    [{ amount: 30, unit: 'calendarDay' }, '2026-03-10', '2026-02-08'],
    [{ amount: 1, unit: 'month' }, '2026-03-31', '2026-02-28'],
    [{ amount: 1, unit: 'year' }, '2024-02-29', '2023-02-28'],
    // Spring Festival 2026: rest 15 to 23 February, worked Saturday 14 February
    [{ amount: 2, unit: 'workDay' }, '2026-02-25', '2026-02-14'],
  ] as const)('%j before %s: %s at the latest', (rule, day, latest) => expect(latestBefore({ rule, day, calendar })).toBe(latest))

  test('is a whole number of at least one', () => expect(() => latestBefore({ rule: { amount: 0, unit: 'workDay' }, day: '2026-02-25', calendar })).toThrow(RangeError))
})
