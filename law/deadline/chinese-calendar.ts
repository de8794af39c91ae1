/**
 * The published holiday arrangements, from the package `chinese-days` behind a guard.
 *
 * The package answers for any year, also where it has no data: it calls 1 October of an unpublished year
 * a working day. So the years it really covers stand here, a test compares them with its data, and
 * nothing outside them is asked of it.
 */
import chineseDays from 'chinese-days'
import { type DayKind, type WorkCalendar } from './calendar.ts'
import { addDays, compareDates, type PlainDate, weekdayOf } from './plain-date.ts'

export const FIRST_COVERED_YEAR = 2004
export const LAST_COVERED_YEAR = 2026

const exceptionsOf = (year: number): [PlainDate, DayKind][] => {
  const found: [PlainDate, DayKind][] = []
  const last = `${year}-12-31`
  for (let date = `${year}-01-01`; compareDates(date, last) <= 0; date = addDays(date, 1)) {
    const work = chineseDays.isWorkday(date)
    if (work !== weekdayOf(date) <= 5) found.push([date, work ? 'work' : 'rest'])
  }
  return found
}

let kept: WorkCalendar | null = null

/** The calendar of the published years without any override. Built once. */
export const chineseWorkCalendar = (): WorkCalendar => {
  if (kept) return kept
  const years = Array.from({ length: LAST_COVERED_YEAR - FIRST_COVERED_YEAR + 1 }, (_, index) => FIRST_COVERED_YEAR + index)
  kept = {
    coveredYears: new Set(years),
    exceptions: new Map(years.flatMap(exceptionsOf)),
    overrides: new Map(),
    source: `国务院办公厅历年放假安排（${FIRST_COVERED_YEAR}—${LAST_COVERED_YEAR} 年）`,
  }
  return kept
}
