import { z } from '@hono/zod-openapi'
import { remaining, ruleStanding, type WorkCalendar } from '../../law/deadline/index.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../platform/legal-date.ts'
import { ruleOfClock } from './case-clocks.ts'

/** A due date as people see it: with its rule, its basis and whether it was confirmed for this place (invariant 5). */
export const deadlineSchema = z
  .object({
    key: z.string(),
    label: z.string(),
    startOn: z.string(),
    dueOn: z.string().nullable(),
    state: z.string(),
    amount: z.number().int(),
    unit: z.string(),
    basis: z.string(),
    standing: z.string(),
    steps: z.string(),
    calendarKnown: z.boolean(),
    suspendedOn: z.string().nullable(),
    remaining: z.object({ kind: z.enum(['left', 'today', 'overdue']), amount: z.number().int(), unit: z.string(), text: z.string() }).nullable(),
  })
  .openapi('Deadline')

export type DeadlineView = z.infer<typeof deadlineSchema>

type ClockRow = Parameters<typeof ruleOfClock>[0]

export function presentDeadline(clock: ClockRow, options: { today: string; calendar: WorkCalendar }): DeadlineView {
  const rule = ruleOfClock(clock)
  const dueOn = fromDateColumnOrNull(clock.dueOn)
  const left = dueOn === null || clock.state !== 'running' ? null : remaining({ due: dueOn, today: options.today, unit: rule.unit, calendar: options.calendar })
  return {
    key: clock.key,
    label: clock.label,
    startOn: fromDateColumn(clock.startOn),
    dueOn,
    state: clock.state,
    amount: clock.amount,
    unit: clock.unit,
    basis: clock.basis,
    standing: ruleStanding(rule),
    steps: clock.steps,
    calendarKnown: clock.calendarKnown,
    suspendedOn: fromDateColumnOrNull(clock.suspendedOn),
    remaining: left === null ? null : { kind: left.kind, amount: left.amount, unit: left.unit, text: left.text },
  }
}
