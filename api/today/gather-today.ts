import { addDays, compareDates } from '../../law/deadline/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { caseToResume, givenCases } from './given-cases.ts'
import { approvalsToDecide } from './approval-items.ts'
import { consultationsToPublish, viewsToGive } from './consultation-items.ts'
import { hearingsToChoose } from './hearing-items.ts'
import { answersToGive, draftsToFile, filingsToReceive } from './intake-items.ts'
import { projectsToCarry, projectsToWatch, tasksToAnswer } from './legislation-items.ts'
import { meetingsToAttend, meetingsToPrepare } from './meeting-items.ts'
import { monthFigures } from './month-figures.ts'
import { opinionsToGive, papersToHandle, suggestionsToHandle } from './office-items.ts'
import { markReminded } from './remind-others.ts'
import { casesLed, casesToDistribute, casesUnderReview, extensionsToDecide, flagsToConfirm, plansToDecide } from './review-items.ts'
import type { Today, TodayItem } from './today-schema.ts'
import { openToday } from './today-view.ts'
import { waitingFor } from './waiting.ts'

/** 今日: what is asked of a person, what they wait for, what was given to them. Each part goes through the scope of its policy. */
export async function gatherToday(options: { services: Services; actor: Actor }): Promise<Today> {
  const view = await openToday(options)
  const { today } = view
  const found = await Promise.all([
    casesUnderReview(view), casesToDistribute(view), extensionsToDecide(view), plansToDecide(view), flagsToConfirm(view), filingsToReceive(view), draftsToFile(view), answersToGive(view), opinionsToGive(view), papersToHandle(view), suggestionsToHandle(view), casesLed(view), projectsToCarry(view), projectsToWatch(view), tasksToAnswer(view), approvalsToDecide(view), meetingsToPrepare(view), meetingsToAttend(view), consultationsToPublish(view), viewsToGive(view), hearingsToChoose(view),
  ])
  const [waiting, given, resume, month] = await Promise.all([waitingFor(view), givenCases(view), caseToResume(view), monthFigures(view)])
  return {
    today, groups: groupByDay(found.flat(), today), threeDaysTo: addDays(today, SOON_DAYS), sevenDaysTo: addDays(today, WEEK_DAYS), waiting: await markReminded(view, waiting), given, resume, month,
  }
}

const SOON_DAYS = 3
const WEEK_DAYS = 7

/** Overdue, due in three days, in seven; and what somebody waits for, whenever it is due. Nothing stands in two groups. */
export function groupByDay(items: readonly TodayItem[], today: string): Today['groups'] {
  const groups: Today['groups'] = { overdue: [], threeDays: [], sevenDays: [], asked: [] }
  const due = (item: TodayItem): string | null => item.deadline?.dueOn ?? null
  for (const item of items.toSorted((a, b) => (due(a) ?? '9999-12-31').localeCompare(due(b) ?? '9999-12-31'))) {
    const dueOn = due(item)
    if (dueOn !== null && compareDates(dueOn, today) < 0) groups.overdue.push(item)
    else if (dueOn !== null && compareDates(dueOn, addDays(today, SOON_DAYS)) <= 0) groups.threeDays.push(item)
    else if (dueOn !== null && compareDates(dueOn, addDays(today, WEEK_DAYS)) <= 0) groups.sevenDays.push(item)
    else if (item.asked) groups.asked.push(item)
  }
  return groups
}
