/**
 * Working days.
 *
 * Which days are worked is published by the State Council year by year. A year whose arrangement is not
 * known has no working days to count: the answer is `unknown`, never a guess from the day of the week.
 */
import { type PlainDate, weekdayOf, yearOf } from './plain-date.ts'

export type DayKind = 'work' | 'rest'

export type WorkCalendar = {
  /** years whose holiday arrangement is published and entered */
  coveredYears: ReadonlySet<number>
  /** days that differ from Monday-to-Friday by the published arrangement */
  exceptions: ReadonlyMap<PlainDate, DayKind>
  /** what an administrator entered; stands above everything else, also outside covered years */
  overrides: ReadonlyMap<PlainDate, DayKind>
  /** where the arrangement comes from, shown to people */
  source: string
}

const byWeekday = (date: PlainDate): DayKind => (weekdayOf(date) <= 5 ? 'work' : 'rest')

/** True, false, or `unknown` outside the covered years. Throws InvalidDateError. */
export const isWorkDay = (calendar: WorkCalendar, date: PlainDate): boolean | 'unknown' => {
  const override = calendar.overrides.get(date)
  if (override) return override === 'work'
  if (!calendar.coveredYears.has(yearOf(date))) return 'unknown'
  return (calendar.exceptions.get(date) ?? byWeekday(date)) === 'work'
}

/** For a provisional date only: where the calendar does not know, Monday to Friday. Says whether it knew. */
export const provisionalDay = (calendar: WorkCalendar, date: PlainDate): { work: boolean; known: boolean } => {
  const known = isWorkDay(calendar, date)
  return known === 'unknown' ? { work: byWeekday(date) === 'work', known: false } : { work: known, known: true }
}

export type CalendarChange = {
  /** single days that an administrator sets */
  overrides?: Iterable<readonly [PlainDate, DayKind]>
  /** years that an administrator has entered in full as overrides */
  coverYears?: Iterable<number>
}

/** The calendar with an administrator's table laid over it; the given calendar is not changed. */
export const withOverrides = (calendar: WorkCalendar, { overrides = [], coverYears = [] }: CalendarChange): WorkCalendar => ({
  ...calendar,
  coveredYears: new Set([...calendar.coveredYears, ...coverYears]),
  overrides: new Map([...calendar.overrides, ...overrides]),
})
