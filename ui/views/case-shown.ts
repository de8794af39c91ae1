import type { components } from '../api/schema.d.ts'
import type { ShownDeadline } from '../components/lf-deadline.ts'
import type { StateKind } from '../components/lf-state.ts'

type Deadline = components['schemas']['Deadline']

const unitNames: Record<string, string> = { calendarDay: '日', workDay: '个工作日', month: '个月', year: '年' }

/** A deadline of the API as `lf-deadline` shows it; null where none runs. */
export function shownDeadline(deadline: Deadline | null, dueWord?: string): ShownDeadline | null {
  if (deadline === null || deadline.dueOn === null) return null
  const { remaining } = deadline
  return {
    due: deadline.dueOn,
    remaining: remaining === null ? { kind: 'left', amount: 0, unit: '天' } : { kind: remaining.kind, amount: remaining.amount, unit: remaining.unit === '个工作日' ? '个工作日' : '天', unknownCalendar: !deadline.calendarKnown },
    // a day that was set has no length
    rule: deadline.amount === 0 ? deadline.label : `${deadline.label}${deadline.amount}${unitNames[deadline.unit] ?? ''}`,
    basis: deadline.basis,
    confirmed: deadline.standing === '已确认',
    steps: deadline.steps,
    paused: deadline.state === 'suspended',
    ...(dueWord === undefined ? {} : { dueWord }),
  }
}

/** The clock of a case: what runs, or what a plan has stopped and until when. */
export function caseDeadline(filing: Pick<components['schemas']['Filing'], 'deadline' | 'clocks' | 'suspendedUntil'>): ShownDeadline | null {
  if (filing.suspendedUntil === null) return shownDeadline(filing.deadline)
  const stopped = shownDeadline(filing.clocks.find((clock) => clock?.state === 'suspended' && clock.dueOn !== null) ?? null)
  return stopped === null ? null : { ...stopped, paused: true, pausedUntil: filing.suspendedUntil }
}

/** The state in words; of a closed case also how it ended. */
export const stateWord = ({ state, outcome }: Pick<components['schemas']['Filing'], 'state' | 'outcome'>): string => (state.id === 'closed' && outcome !== null ? `${state.label}：${outcome.label}` : state.label)

/** The sign of a state of the procedure as `lf-state` knows it. */
export function stateKind(sign: string): StateKind {
  switch (sign) {
    case '○':
      return 'waiting'
    case '◐':
      return 'paused'
    case '✓':
      return 'done'
    case '!':
      return 'attention'
    default:
      return 'active'
  }
}
