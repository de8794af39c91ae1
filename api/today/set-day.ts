import { compareDates, remaining } from '../../law/deadline/index.ts'
import type { DeadlineView } from '../deadline/index.ts'
import type { TodayView } from './today-view.ts'

/** A day that was set, with what sets it. */
export type SetDay = { on: string; label: string; basis: string; standing: string }

/** A day that was set, as the clocks of cases are shown. */
export function shownDay(view: TodayView, key: string, day: SetDay, startOn: string): DeadlineView {
  const left = remaining({ due: day.on, today: view.today, unit: 'calendarDay', calendar: view.calendar })
  return {
    key, label: day.label, startOn, dueOn: day.on, state: 'running', amount: 0, unit: 'calendarDay', basis: day.basis, standing: day.standing, steps: '', calendarKnown: true, suspendedOn: null,
    remaining: { kind: left.kind, amount: left.amount, unit: left.unit, text: left.text },
  }
}

/** The first of several days; null where there is none. */
export const firstDay = <D extends SetDay>(days: readonly (D | null)[]): D | null => days.filter((d) => d !== null).toSorted((a, b) => compareDates(a.on, b.on))[0] ?? null
