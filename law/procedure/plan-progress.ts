/**
 * How an item of a plan stands against the month in which it was due.
 *
 * An item to be deliberated is due thirty days before the meeting of its month (the rule `legislation.billLead`, from
 * other places until confirmed); where no meeting of that month is known yet, the last day of the month is taken and
 * said so. A survey owes its report by the end of its month. An item that is late owes a written explanation to
 * 主任会议.
 */
import { type DeadlineRule, addDays, daysBetween, daysInMonth, latestBefore, type PlainDate, type WorkCalendar } from '../deadline/index.ts'
import type { PlanItemClass } from './plan-procedure.ts'

export type ItemProgress = {
  class: PlanItemClass
  /** YYYY-MM, null where the plan sets none */
  dueMonth: string | null
  /** the first meeting of the standing committee in that month, when one is set */
  meetingOn: PlainDate | null
  /** day on which the bill was tabled, or the survey's report given */
  deliveredOn: PlainDate | null
  /** the project has ended: published, or without a result */
  ended: 'done' | 'dropped' | null
  paused: boolean
  /** day of the latest written explanation */
  explainedOn: PlainDate | null
}

export type ItemStanding = {
  /** `none`: the plan sets no month */
  kind: 'done' | 'dropped' | 'paused' | 'delivered' | 'deliveredLate' | 'running' | 'late' | 'none'
  dueOn: PlainDate | null
  /** how `dueOn` was counted, in Chinese */
  counted: string
  deliveredOn: PlainDate | null
  /** days late, or days left; 0 where neither has a meaning */
  days: number
  explained: boolean
  /** the written explanation is owed and not there */
  owesExplanation: boolean
}

/** The last day of a month `YYYY-MM`. */
export const lastDayOf = (month: string): PlainDate => {
  const year = Number(month.slice(0, 4))
  const number = Number(month.slice(5, 7))
  return `${month}-${String(daysInMonth(year, number)).padStart(2, '0')}`
}

/** The day by which an item is due, with the way it was counted; null where the plan sets no month. */
export const itemDueOn = (
  item: Pick<ItemProgress, 'class' | 'dueMonth' | 'meetingOn'>,
  { billLead, calendar }: { billLead: Pick<DeadlineRule, 'amount' | 'unit'>; calendar: WorkCalendar },
): { dueOn: PlainDate; counted: string } | null => {
  if (item.dueMonth === null) return null
  if (item.class === 'survey') return { dueOn: lastDayOf(item.dueMonth), counted: '调研报告在计划月份月末以前提交' }
  if (item.meetingOn === null) return { dueOn: lastDayOf(item.dueMonth), counted: '计划月份的会议日期还没有定，暂按月末计算' }
  return { dueOn: latestBefore({ rule: billLead, day: item.meetingOn, calendar }), counted: `计划月份的会议（${item.meetingOn}）之前 ${billLead.amount} 日` }
}

/** Where an item stands today. */
export const itemStanding = (item: ItemProgress, options: { today: PlainDate; billLead: Pick<DeadlineRule, 'amount' | 'unit'>; calendar: WorkCalendar }): ItemStanding => {
  const due = itemDueOn(item, options)
  const explained = item.explainedOn !== null
  const standing = (kind: ItemStanding['kind'], days = 0, owesExplanation = false): ItemStanding => ({
    kind, dueOn: due?.dueOn ?? null, counted: due?.counted ?? '计划没有写明月份', deliveredOn: item.deliveredOn, days, explained, owesExplanation,
  })
  const lateBy = due === null || item.deliveredOn === null ? 0 : Math.max(0, daysBetween(due.dueOn, item.deliveredOn))
  if (item.ended === 'dropped') return standing('dropped')
  if (item.ended === 'done') return standing('done', lateBy, lateBy > 0 && !explained)
  // a bill that was tabled and then suspended stands still, and owes what it owed
  if (item.paused) return standing('paused', lateBy, lateBy > 0 && !explained)
  if (item.deliveredOn !== null) return lateBy > 0 ? standing('deliveredLate', lateBy, !explained) : standing('delivered')
  if (due === null) return standing('none')
  const left = daysBetween(options.today, due.dueOn)
  return left < 0 ? standing('late', -left, !explained) : standing('running', left)
}

/** What a plan's table counts of the items of one class. */
export type ClassProgress = { listed: number; finished: number; underWay: number; late: number; paused: number; dropped: number }

/** One line of the table of progress: late items are under way as well; those that ended without a result are not finished. */
export const classProgress = (standings: readonly ItemStanding[]): ClassProgress => {
  const count = (...kinds: ItemStanding['kind'][]): number => standings.filter(({ kind }) => kinds.includes(kind)).length
  return { listed: standings.length, finished: count('done'), underWay: count('delivered', 'deliveredLate', 'running', 'late', 'none'), late: count('late'), paused: count('paused'), dropped: count('dropped') }
}

/** The months of a plan's picture, `YYYY-MM` from January of `year` to December of `untilYear`. */
export const planMonths = (year: number, untilYear: number): string[] =>
  Array.from({ length: (untilYear - year + 1) * 12 }, (_, i) => `${year + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`)

/** The place of a day in a picture that begins on the first of `months[0]`: 0 at its beginning, 1 at the end of the last month. */
export const placeInMonths = (months: readonly string[], day: PlainDate): number => {
  const [first] = months
  const last = months.at(-1)
  if (first === undefined || last === undefined) return 0
  const start = `${first}-01`
  const whole = daysBetween(start, addDays(lastDayOf(last), 1))
  return Math.min(1, Math.max(0, daysBetween(start, day) / whole))
}
