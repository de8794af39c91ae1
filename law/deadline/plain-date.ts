/**
 * Legal dates: `YYYY-MM-DD` strings with pure arithmetic in the proleptic Gregorian calendar.
 *
 * A legal date has no time and no zone, so no `Date` object takes part: what day it is today is asked
 * of the clock of the program, once, outside `law/`.
 */

/** `2026-03-12`. Compares as a string. */
export type PlainDate = string

export type DateParts = { year: number; month: number; day: number }

/** A text that should be a date is none; `value` is what was given. */
export class InvalidDateError extends Error {
  readonly value: string
  constructor(value: string) {
    super(`日期“${value}”不对，请写成 2026-03-12 这样的格式。`)
    this.name = 'InvalidDateError'
    this.value = value
  }
}

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Days of a month, `month` from 1 to 12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (monthLengths[month - 1] ?? 0)

const split = (text: string): DateParts | null => {
  const found = pattern.exec(text)
  if (!found) return null
  const parts = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) }
  const exists = parts.month >= 1 && parts.month <= 12 && parts.day >= 1 && parts.day <= daysInMonth(parts.year, parts.month)
  return exists ? parts : null
}

/** True for a `YYYY-MM-DD` that exists in the calendar (no 30 February). */
export const isValidDate = (text: string): boolean => split(text) !== null

/** Year, month and day of a date. Throws InvalidDateError. */
export const datePartsOf = (date: PlainDate): DateParts => {
  const parts = split(date)
  if (!parts) throw new InvalidDateError(date)
  return parts
}

export const yearOf = (date: PlainDate): number => datePartsOf(date).year

const two = (value: number): string => String(value).padStart(2, '0')
export const plainDate = ({ year, month, day }: DateParts): PlainDate => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`

/** Days since 1970-01-01. The year begins in March here, so that the leap day is its last day. */
export const dayNumberOf = (date: PlainDate): number => {
  const { year, month, day } = datePartsOf(date)
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The date that is `dayNumber` days after 1970-01-01. */
export const dateOfDayNumber = (dayNumber: number): PlainDate => {
  const shifted = dayNumber + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return plainDate({
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  })
}

/** `days` may be negative. */
export const addDays = (date: PlainDate, days: number): PlainDate => dateOfDayNumber(dayNumberOf(date) + days)

/** Same day number of the month that is `months` later, or the last day of that month (民法典第二百零二条). */
export const addMonths = (date: PlainDate, months: number): PlainDate => {
  const { year, month, day } = datePartsOf(date)
  const index = year * 12 + (month - 1) + months
  const targetYear = Math.floor(index / 12)
  const targetMonth = index - targetYear * 12 + 1
  return plainDate({ year: targetYear, month: targetMonth, day: Math.min(day, daysInMonth(targetYear, targetMonth)) })
}

export const addYears = (date: PlainDate, years: number): PlainDate => addMonths(date, years * 12)

/** Negative, zero or positive as `left` is before, the same as or after `right`. */
export const compareDates = (left: PlainDate, right: PlainDate): number => dayNumberOf(left) - dayNumberOf(right)

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayNumberOf(to) - dayNumberOf(from)

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (date: PlainDate): number => {
  const fromThursday = (((dayNumberOf(date) + 3) % 7) + 7) % 7
  return fromThursday + 1
}

/** `2026年3月12日`, as papers write a date. */
export const chineseDate = (date: PlainDate): string => {
  const { year, month, day } = datePartsOf(date)
  return `${year}年${month}月${day}日`
}
