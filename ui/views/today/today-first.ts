import type { components } from '../../api/schema.d.ts'
import { messages } from '../../messages/zh.ts'
import { shortTitle } from '../short-title.ts'

export type Today = components['schemas']['Today']
export type TodayItem = components['schemas']['TodayItem']
export type TodayGiven = components['schemas']['TodayGiven']
export type TodayWaiting = components['schemas']['TodayWaiting']
export type First = { sentence: string; item: TodayItem | null; given: TodayGiven | null; /** whom to remind */ waiting: TodayWaiting | null }

const words = messages.today.first

/** What comes first today, in one sentence, with the thing that the main button does. */
export function firstThing(today: Today): First {
  const { overdue, threeDays, sevenDays, asked } = today.groups
  const of = (item: TodayItem, sentence: string): First => ({ sentence: `${sentence}${item.note === null ? '' : words.note(item.note)}${words.end}`, item, given: null, waiting: null })
  if (overdue[0] !== undefined) return of(overdue[0], words.overdue(overdue.length, shortTitle(overdue[0].title)))
  const [next] = [...threeDays, ...sevenDays]
  if (threeDays[0] !== undefined) return of(threeDays[0], dueSentence(threeDays[0]))
  const late = today.waiting.find((w) => w.mayRemind && !w.remindedToday && (w.deadline?.dueOn ?? w.until ?? today.today) < today.today)
  if (late !== undefined) return { sentence: `${words.late(late.who, shortTitle(late.title))}${words.end}`, item: null, given: null, waiting: late }
  const [given] = today.given
  if (given !== undefined) return { sentence: `${words.given(today.given.length, shortTitle(given.title))}${words.end}`, item: null, given, waiting: null }
  if (asked[0] !== undefined) return of(asked[0], words.asked(asked.length, shortTitle(asked[0].title)))
  if (next !== undefined) return of(next, dueSentence(next))
  return { sentence: `${today.waiting.length > 0 ? words.waiting(today.waiting.length) : words.nothing}${words.end}`, item: null, given: null, waiting: null }
}

function dueSentence({ kind, deadline, title, act }: TodayItem): string {
  const left = deadline?.remaining
  // a meeting does not run out
  if (kind === 'meeting') return left == null || left.kind === 'today' ? words.meetingToday(title, act.label) : words.meetingSoon(left.text, title, act.label)
  return left == null || left.kind === 'today' ? words.today(shortTitle(title), act.label) : words.soon(left.text, shortTitle(title), act.label)
}
