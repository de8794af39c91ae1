import { chineseWorkCalendar, type DayKind, type WorkCalendar, withOverrides } from '../../law/deadline/index.ts'
import { fromDateColumn } from '../platform/legal-date.ts'
import type { Transaction } from '../platform/work/transaction.ts'

const dayKind = (kind: string): DayKind => (kind === 'rest' ? 'rest' : 'work')

/** How many days of a year an administrator enters at least before the year counts as covered. */
const ENTERED_IN_FULL = 20

/** The published calendar with the administrators' days over it; a year they have entered in full becomes covered. */
export async function workCalendar(tx: Transaction): Promise<WorkCalendar> {
  const days = await tx.calendarDay.findMany()
  const count = new Map<number, number>()
  for (const d of days) count.set(d.date.getUTCFullYear(), (count.get(d.date.getUTCFullYear()) ?? 0) + 1)
  return withOverrides(chineseWorkCalendar(), {
    overrides: days.map((d) => [fromDateColumn(d.date), dayKind(d.kind)] as const),
    coverYears: [...count].filter(([, n]) => n >= ENTERED_IN_FULL).map(([year]) => year),
  })
}
