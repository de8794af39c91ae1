import { describe, expect, test } from 'vitest'
import { chineseWorkCalendar } from '../deadline/index.ts'
import { classProgress, type ItemProgress, itemStanding, placeInMonths, planMonths } from './plan-progress.ts'

const options = { today: '2026-10-16', billLead: { amount: 30, unit: 'calendarDay' as const }, calendar: chineseWorkCalendar() }
const item = (over: Partial<ItemProgress>): ItemProgress => ({
  class: 'deliberation', dueMonth: '2026-06', meetingOn: '2026-06-24', deliveredOn: null, ended: null, paused: false, explainedOn: null, ...over,
})

describe('how an item of a plan stands', () => {
  test.each([
    { name: 'a bill tabled in time', given: item({ deliveredOn: '2026-05-25' }), kind: 'delivered', dueOn: '2026-05-25', days: 0, owes: false },
    { name: 'a bill tabled 53 days late, explained', given: item({ deliveredOn: '2026-07-17', explainedOn: '2026-06-09' }), kind: 'deliveredLate', dueOn: '2026-05-25', days: 53, owes: false },
    { name: 'a bill tabled late and never explained', given: item({ deliveredOn: '2026-07-17' }), kind: 'deliveredLate', dueOn: '2026-05-25', days: 53, owes: true },
    { name: 'a bill not tabled, no explanation', given: item({ dueMonth: '2026-10', meetingOn: '2026-10-27' }), kind: 'late', dueOn: '2026-09-27', days: 19, owes: true },
    { name: 'a bill not tabled, explained', given: item({ dueMonth: '2026-10', meetingOn: '2026-10-27', explainedOn: '2026-09-20' }), kind: 'late', dueOn: '2026-09-27', days: 19, owes: false },
    { name: 'a bill due later', given: item({ dueMonth: '2026-12', meetingOn: '2026-12-22' }), kind: 'running', dueOn: '2026-11-22', days: 37, owes: false },
    { name: 'a month whose meeting is not known is taken to its end', given: item({ dueMonth: '2026-12', meetingOn: null }), kind: 'running', dueOn: '2026-12-31', days: 76, owes: false },
    { name: 'a survey owes its report by the end of the month', given: item({ class: 'survey', dueMonth: '2026-11', meetingOn: '2026-11-05' }), kind: 'running', dueOn: '2026-11-30', days: 45, owes: false },
    { name: 'a leap February ends on the 29th', given: item({ class: 'survey', dueMonth: '2028-02' }), kind: 'running', dueOn: '2028-02-29', days: 501, owes: false },
    { name: 'a paused project is not late', given: item({ paused: true }), kind: 'paused', dueOn: '2026-05-25', days: 0, owes: false },
    { name: 'a plan without a month sets no date', given: item({ class: 'reserve', dueMonth: null, meetingOn: null }), kind: 'none', dueOn: null, days: 0, owes: false },
    { name: 'a published regulation that was tabled late without a word still owes it', given: item({ ended: 'done', deliveredOn: '2026-07-17' }), kind: 'done', dueOn: '2026-05-25', days: 53, owes: true },
    { name: 'a project that was not listed owes nothing', given: item({ ended: 'dropped' }), kind: 'dropped', dueOn: '2026-05-25', days: 0, owes: false },
  ])('$name', ({ given, kind, dueOn, days, owes }) => {
    expect(itemStanding(given, options)).toMatchObject({ kind, dueOn, days, owesExplanation: owes })
  })

  test('a bill that was tabled late and then suspended stands still, and owes its explanation all the same', () => {
    expect(itemStanding(item({ deliveredOn: '2026-06-20', paused: true }), options)).toMatchObject({ kind: 'paused', owesExplanation: true })
    expect(itemStanding(item({ deliveredOn: '2026-05-20', paused: true }), options)).toMatchObject({ kind: 'paused', owesExplanation: false })
  })

  test('the table of a class counts each item once as finished, under way or paused, and late ones besides', () => {
    const standings = [item({ ended: 'done', deliveredOn: '2026-05-20' }), item({}), item({ dueMonth: '2026-12', meetingOn: null }), item({ paused: true })].map((one) => itemStanding(one, options))
    expect(classProgress(standings)).toEqual({ listed: 4, finished: 1, underWay: 2, late: 1, paused: 1, dropped: 0 })
    expect(classProgress([...standings, itemStanding(item({ ended: 'dropped', deliveredOn: '2026-05-20' }), options)])).toMatchObject({ listed: 5, finished: 1, dropped: 1 })
  })
})

test('the picture of a plan reaches from its first January to its last December', () => {
  const months = planMonths(2026, 2026)
  expect([months[0], months.at(-1), months.length]).toEqual(['2026-01', '2026-12', 12])
  expect(planMonths(2026, 2030)).toHaveLength(60)
  expect([placeInMonths(months, '2026-01-01'), placeInMonths(months, '2025-08-01'), placeInMonths(months, '2027-01-01')]).toEqual([0, 0, 1])
  expect(placeInMonths(months, '2026-07-02')).toBeCloseTo(182 / 365, 6)
})
