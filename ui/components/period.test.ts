import { expect, test } from 'vitest'
import { periodLine } from './period.ts'

test('a period under way', () => {
  expect(periodLine({ from: '2026-02-24', end: '2026-03-26', today: '2026-03-12', reminders: ['2026-03-19'] })).toEqual({ day: 16, today: 16 / 30, end: 1, overDays: 0, reminders: [23 / 30] })
})
test('overdue: the line reaches to today and the end lies inside it', () => {
  expect(periodLine({ from: '2026-03-01', end: '2026-03-11', today: '2026-03-21' })).toEqual({ day: 20, today: 1, end: 0.5, overDays: 10, reminders: [] })
})
test('a day before it begins is day 0', () => {
  expect(periodLine({ from: '2026-03-10', end: '2026-04-09', today: '2026-03-01' })).toMatchObject({ day: 0, today: 0, overDays: 0 })
})
test('a period of one day has a length', () => {
  expect(periodLine({ from: '2026-03-10', end: '2026-03-10', today: '2026-03-10' })).toMatchObject({ today: 0, end: 0 })
})
