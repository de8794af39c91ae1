import { daysBetween } from '../format.ts'

/** Places on the line of a period, as shares of its width (0 to 1). */
export type PeriodLine = { day: number; today: number; end: number; overDays: number; reminders: number[] }

/** The line reaches to the end of the period, or to today where that is later. The day it begins is day 0. */
export function periodLine({ from, end, today, reminders = [] }: { from: string; end: string; today: string; reminders?: readonly string[] }): PeriodLine {
  const length = Math.max(1, daysBetween(from, end), daysBetween(from, today))
  const share = (date: string): number => Math.min(1, Math.max(0, daysBetween(from, date) / length))
  return { day: Math.max(0, daysBetween(from, today)), today: share(today), end: share(end), overDays: Math.max(0, daysBetween(end, today)), reminders: reminders.map(share) }
}
