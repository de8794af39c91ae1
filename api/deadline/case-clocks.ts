import { z } from 'zod'
import { daysBetween, type DeadlineRule, dueDate, type DeadlineUnit, type PauseCause, pauseEffect, resumeDue } from '../../law/deadline/index.ts'
import type { ClockChange, DecidedEnd } from '../../law/procedure/index.ts'
import { newId } from '../platform/ids.ts'
import { fromDateColumn, toDateColumn } from '../platform/legal-date.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { ruleInForce } from './rules-in-force.ts'
import { workCalendar } from './work-calendar.ts'

/** What a clock belongs to. */
export type ClockOwner = { filingId: string } | { suggestionId: string } | { projectId: string }

const effectsSchema = z.object({
  onSuspend: z.enum(['stop', 'continue', 'restart']),
  onCorrection: z.enum(['stop', 'continue', 'restart']),
  onInquiry: z.enum(['stop', 'continue', 'restart']),
  reminderDaysBefore: z.array(z.number()),
})

type ClockRow = Awaited<ReturnType<Transaction['caseClock']['findMany']>>[number]

/** Start a clock by the rule that holds for the organ today; the rule is kept with the clock as it stood. `until`: somebody decided its last day. Returns the due date. */
export async function startClock(tx: Transaction, options: { owner: ClockOwner; organId: string; key: string; startOn: string; until?: DecidedEnd; taskId?: string; paperId?: string }): Promise<string> {
  const rule = await ruleInForce(tx, options)
  const { until } = options
  if (until !== undefined) {
    const decided = { ...rule, label: until.label, basis: until.basis, confirmed: true, amount: daysBetween(options.startOn, until.on), unit: 'calendarDay' as const }
    await tx.caseClock.create({ data: clockRow({ ...options, rule: decided, due: until.on, known: true, steps: `${until.basis}：${until.on}。` }) })
    return until.on
  }
  const counted = dueDate({ rule, start: options.startOn, calendar: await workCalendar(tx) })
  await tx.caseClock.create({ data: clockRow({ ...options, rule, due: counted.due, known: !counted.unknownCalendar, steps: counted.steps }) })
  return counted.due
}

function clockRow(options: { owner: ClockOwner; rule: DeadlineRule; startOn: string; due: string; known: boolean; steps: string; taskId?: string; paperId?: string }) {
  const { rule } = options
  return {
    id: newId(),
    ...options.owner,
    taskId: options.taskId ?? null,
    paperId: options.paperId ?? null,
    key: rule.key,
    label: rule.label,
    amount: rule.amount,
    unit: rule.unit,
    basis: rule.basis,
    confirmed: rule.confirmed,
    place: rule.place,
    effects: { onSuspend: rule.onSuspend, onCorrection: rule.onCorrection, onInquiry: rule.onInquiry, reminderDaysBefore: [...rule.reminderDaysBefore] },
    steps: options.steps,
    startOn: toDateColumn(options.startOn),
    dueOn: toDateColumn(options.due),
    calendarKnown: options.known,
    state: 'running',
  }
}

/** End the running and suspended clocks of these keys, or those of one task or paper: the act was done. */
export async function stopClocks(tx: Transaction, options: { owner: ClockOwner; keys: readonly string[]; on: string; taskId?: string; paperId?: string; outcome?: 'met' | 'cancelled' }): Promise<void> {
  await tx.caseClock.updateMany({
    where: { ...options.owner, ...(options.taskId === undefined ? {} : { taskId: options.taskId }), ...(options.paperId === undefined ? {} : { paperId: options.paperId }), key: { in: [...options.keys] }, state: { in: ['running', 'suspended'] } },
    data: { state: options.outcome ?? 'met', endedOn: toDateColumn(options.on), suspendedOn: null },
  })
}

/** The row's rule, as it stood when the clock started. */
export function ruleOfClock(clock: ClockRow): DeadlineRule {
  const effects = effectsSchema.parse(clock.effects)
  const unit = z.enum(['calendarDay', 'workDay', 'month', 'year']).parse(clock.unit) satisfies DeadlineUnit
  return { key: clock.key, label: clock.label, amount: clock.amount, unit, basis: clock.basis, confirmed: clock.confirmed, place: clock.place, startEvent: 'registered', ...effects }
}

/** Suspend the running clocks of these keys whose rule does not go on through this kind of pause. */
async function suspendClocks(tx: Transaction, options: { owner: ClockOwner; keys: readonly string[]; on: string; cause: PauseCause }): Promise<void> {
  const clocks = await tx.caseClock.findMany({ where: { ...options.owner, key: { in: [...options.keys] }, state: 'running' } })
  const paused = clocks.filter((c) => pauseEffect(ruleOfClock(c), options.cause) !== 'continue')
  await tx.caseClock.updateMany({ where: { id: { in: paused.map((c) => c.id) } }, data: { state: 'suspended', suspendedOn: toDateColumn(options.on) } })
}

/** Let suspended clocks of these keys go on, or begin again, as their rule says for this kind of pause. */
async function resumeClocks(tx: Transaction, options: { owner: ClockOwner; keys: readonly string[]; on: string; cause: PauseCause }): Promise<void> {
  const clocks = await tx.caseClock.findMany({ where: { ...options.owner, key: { in: [...options.keys] }, state: 'suspended' } })
  const calendar = await workCalendar(tx)
  for (const clock of clocks) {
    if (clock.dueOn === null || clock.suspendedOn === null) continue
    const rule = ruleOfClock(clock)
    const resumed = resumeDue({ due: fromDateColumn(clock.dueOn), suspendedOn: fromDateColumn(clock.suspendedOn), resumedOn: options.on, rule, effect: pauseEffect(rule, options.cause), calendar })
    await tx.caseClock.update({
      where: { id: clock.id },
      data: { state: 'running', suspendedOn: null, dueOn: toDateColumn(resumed.due), calendarKnown: !resumed.unknownCalendar, steps: `${clock.steps}${resumed.steps}` },
    })
  }
}

/** The running clock that runs out first: what the queue shows and sorts by; null when none runs. */
export async function nextDue(tx: Transaction, owner: ClockOwner): Promise<{ dueOn: Date | null; dueKey: string | null }> {
  const clock = await tx.caseClock.findFirst({ where: { ...owner, taskId: null, paperId: null, state: 'running' }, orderBy: { dueOn: 'asc' }, select: { dueOn: true, key: true } })
  return { dueOn: clock?.dueOn ?? null, dueKey: clock?.key ?? null }
}

/** Move the clocks of a case as a step of its procedure says. Reading the changes as data keeps every procedure to one way. */
export async function applyClockChanges(tx: Transaction, options: { owner: ClockOwner; organId: string; on: string; changes: readonly ClockChange[]; startOn?: Readonly<Record<string, string>> }): Promise<void> {
  const { owner, organId, on } = options
  for (const change of options.changes) {
    switch (change.change) {
      case 'stop':
        await stopClocks(tx, { owner, keys: [change.clock], on })
        break
      case 'pause':
        await suspendClocks(tx, { owner, keys: [change.clock], on, cause: change.cause })
        break
      case 'resume':
        await resumeClocks(tx, { owner, keys: [change.clock], on, cause: change.cause })
        break
      case 'start':
        await startClock(tx, { owner, organId, key: change.clock, startOn: options.startOn?.[change.clock] ?? on, ...(change.until === undefined ? {} : { until: change.until }) })
        break
      default: {
        const never: never = change
        return never
      }
    }
  }
}
