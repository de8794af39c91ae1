/**
 * Due dates and what is left of them.
 *
 * Counting follows 民法典第二百零一条至第二百零三条 by analogy: the first day is not counted, months end
 * on the same day number (or the last day of the month), and a last day that is a day of rest moves to
 * the next working day.
 */
import { provisionalDay, type WorkCalendar } from './calendar.ts'
import { addDays, addMonths, addYears, chineseDate, compareDates, daysBetween, type PlainDate } from './plain-date.ts'
import type { DeadlineRule, DeadlineUnit } from './types.ts'

export const ROLL_BASIS = '参照《中华人民共和国民法典》第二百零三条'

export type DueDate = {
  /** the last day on which the act is in time */
  due: PlainDate
  /** the last day before it was moved off a day of rest; an extension counts from it */
  nominal: PlainDate
  rolled: boolean
  /** true when a year took part whose arrangement is not known: the date is provisional */
  unknownCalendar: boolean
  /** how it was counted, in Chinese */
  steps: string
}

/** Guards against a calendar that knows no working day; the longest rest ever published is under two weeks. */
const LONGEST_REST_DAYS = 60

const nextWorkDay = (date: PlainDate, calendar: WorkCalendar): { date: PlainDate; known: boolean } => {
  let current = date
  let known = true
  for (let passed = 0; passed <= LONGEST_REST_DAYS; passed += 1) {
    const day = provisionalDay(calendar, current)
    known = known && day.known
    if (day.work) return { date: current, known }
    current = addDays(current, 1)
  }
  throw new RangeError(`日历从${chineseDate(date)}起连续${LONGEST_REST_DAYS}天没有工作日，请管理员检查日历。`)
}

/** The day that is `count` working days after `date` (the day itself does not count). */
export const addWorkDays = (date: PlainDate, count: number, calendar: WorkCalendar): { date: PlainDate; known: boolean } => {
  let current = { date, known: true }
  for (let counted = 0; counted < count; counted += 1) {
    const next = nextWorkDay(addDays(current.date, 1), calendar)
    current = { date: next.date, known: current.known && next.known }
  }
  return current
}

/** Working days after `from` up to and with `to`; 0 when `to` is not later. */
export const workDaysBetween = (from: PlainDate, to: PlainDate, calendar: WorkCalendar): { count: number; known: boolean } => {
  let count = 0
  let known = true
  for (let date = addDays(from, 1); compareDates(date, to) <= 0; date = addDays(date, 1)) {
    const day = provisionalDay(calendar, date)
    known = known && day.known
    if (day.work) count += 1
  }
  return { count, known }
}

const unitName: Record<DeadlineUnit, string> = { calendarDay: '日', workDay: '个工作日', month: '个月', year: '年' }

const lastDay = (rule: Pick<DeadlineRule, 'amount' | 'unit'>, start: PlainDate, calendar: WorkCalendar): { date: PlainDate; known: boolean } => {
  switch (rule.unit) {
    case 'calendarDay': return { date: addDays(start, rule.amount), known: true }
    case 'workDay': return addWorkDays(start, rule.amount, calendar)
    case 'month': return { date: addMonths(start, rule.amount), known: true }
    case 'year': return { date: addYears(start, rule.amount), known: true }
    default: {
      const never: never = rule.unit
      throw new RangeError(`unknown unit: ${String(never)}`)
    }
  }
}

const settle = (
  { counted, known, counting, calendar }: { counted: PlainDate; known: boolean; counting: string; calendar: WorkCalendar },
): DueDate => {
  const moved = nextWorkDay(counted, calendar)
  const rolled = moved.date !== counted
  const unknownCalendar = !(known && moved.known)
  const sentences = [`${counting}，至${chineseDate(counted)}`]
  if (rolled) sentences.push(`该日为休息日，顺延至${chineseDate(moved.date)}（${ROLL_BASIS}）`)
  if (unknownCalendar) sentences.push('该期间有年份的放假安排尚未录入日历，暂按周一至周五为工作日计算')
  return { due: moved.date, nominal: counted, rolled, unknownCalendar, steps: `${sentences.join('；')}。` }
}

export type DueDateQuestion = {
  rule: Pick<DeadlineRule, 'amount' | 'unit'>
  /** the day of the start event; the count begins on the day after */
  start: PlainDate
  calendar: WorkCalendar
}

/**
 * The last day of a period. Throws InvalidDateError on a wrong date and RangeError on an amount that is
 * no whole number of at least 1.
 */
export const dueDate = ({ rule, start, calendar }: DueDateQuestion): DueDate => {
  if (!Number.isInteger(rule.amount) || rule.amount < 1) throw new RangeError(`期限应当是不小于 1 的整数，现在是“${rule.amount}”。`)
  const { date, known } = lastDay(rule, start, calendar)
  return settle({ counted: date, known, counting: `自${chineseDate(start)}的次日起算${rule.amount}${unitName[rule.unit]}`, calendar })
}

/**
 * The last day on which something is in time that has to come so long before `day` (materials before a meeting): counted
 * back from the day itself, and never moved to a later day. Throws RangeError on an amount that is no whole number of at least 1.
 */
export const latestBefore = ({ rule, day, calendar }: { rule: Pick<DeadlineRule, 'amount' | 'unit'>; day: PlainDate; calendar: WorkCalendar }): PlainDate => {
  if (!Number.isInteger(rule.amount) || rule.amount < 1) throw new RangeError(`期限应当是不小于 1 的整数，现在是“${rule.amount}”。`)
  switch (rule.unit) {
    case 'calendarDay': return addDays(day, -rule.amount)
    case 'month': return addMonths(day, -rule.amount)
    case 'year': return addYears(day, -rule.amount)
    case 'workDay': {
      let current = day
      for (let counted = 0; counted < rule.amount; ) {
        current = addDays(current, -1)
        if (provisionalDay(calendar, current).work) counted += 1
      }
      return current
    }
    default: {
      const never: never = rule.unit
      throw new RangeError(`unknown unit: ${String(never)}`)
    }
  }
}

export type Remaining = {
  kind: 'left' | 'today' | 'overdue'
  amount: number
  unit: '天' | '个工作日'
  /** `还有 3 个工作日`, `今天到期`, `逾期 2 天` */
  text: string
  unknownCalendar: boolean
}

export type RemainingQuestion = { due: PlainDate; today: PlainDate; unit: DeadlineUnit; calendar: WorkCalendar }

/** What is left until a due date. Time overdue is counted in days, whatever the unit of the period. */
export const remaining = ({ due, today, unit, calendar }: RemainingQuestion): Remaining => {
  const days = daysBetween(today, due)
  if (days === 0) return { kind: 'today', amount: 0, unit: unit === 'workDay' ? '个工作日' : '天', text: '今天到期', unknownCalendar: false }
  if (days < 0) return { kind: 'overdue', amount: -days, unit: '天', text: `逾期 ${-days} 天`, unknownCalendar: false }
  if (unit === 'workDay') {
    const { count, known } = workDaysBetween(today, due, calendar)
    // an override made after the date was set can leave no working day before it: then days are told
    if (count > 0) return { kind: 'left', amount: count, unit: '个工作日', text: `还有 ${count} 个工作日`, unknownCalendar: !known }
  }
  return { kind: 'left', amount: days, unit: '天', text: `还有 ${days} 天`, unknownCalendar: false }
}

export type ResumeQuestion = {
  /** the due date that ran when the case was suspended */
  due: PlainDate
  suspendedOn: PlainDate
  resumedOn: PlainDate
  rule: Pick<DeadlineRule, 'amount' | 'unit'>
  effect: 'stop' | 'continue' | 'restart'
  calendar: WorkCalendar
}

/**
 * The due date after a pause. `stop`: the days that were left go on from the day after `resumedOn`;
 * `restart`: the whole period begins again; `continue`: the date stands. A period that had already run
 * out when the case was suspended stays run out. Throws RangeError when the pause ends before it began.
 */
export const resumeDue = ({ due, suspendedOn, resumedOn, rule, effect, calendar }: ResumeQuestion): DueDate => {
  if (compareDates(resumedOn, suspendedOn) < 0) throw new RangeError('恢复日期早于中止日期，请检查。')
  const unchanged = (reason: string): DueDate => ({ due, nominal: due, rolled: false, unknownCalendar: false, steps: reason })
  switch (effect) {
    case 'continue': return unchanged('中止期间期限照常计算，到期日不变。')
    case 'restart': return dueDate({ rule, start: resumedOn, calendar })
    case 'stop': break
    default: {
      const never: never = effect
      throw new RangeError(`unknown effect of a pause: ${String(never)}`)
    }
  }
  if (compareDates(due, suspendedOn) < 0) return unchanged('中止时期限已经届满，到期日不变。')
  const pause = `${chineseDate(suspendedOn)}中止、${chineseDate(resumedOn)}恢复`
  if (rule.unit === 'workDay') {
    const left = workDaysBetween(suspendedOn, due, calendar)
    const counted = addWorkDays(resumedOn, left.count, calendar)
    return settle({ counted: counted.date, known: left.known && counted.known, counting: `${pause}，剩余${left.count}个工作日继续计算`, calendar })
  }
  const left = daysBetween(suspendedOn, due)
  return settle({ counted: addDays(resumedOn, left), known: true, counting: `${pause}，剩余${left}日继续计算`, calendar })
}

/** The days on which the rule wants a reminder, latest reminder last, none of them before `from`. */
export const reminderDates = (
  { rule, due, from }: { rule: Pick<DeadlineRule, 'reminderDaysBefore'>; due: PlainDate; from: PlainDate },
): PlainDate[] =>
  [...new Set(rule.reminderDaysBefore)]
    .sort((left, right) => right - left)
    .map((days) => addDays(due, -days))
    .filter((date) => compareDates(date, from) >= 0)
