import { describe, expect, test } from 'vitest'
import { chineseWorkCalendar } from './chinese-calendar.ts'
import { dueDate } from './compute.ts'
import { deadlineRule, defaultDeadlineRules, pauseEffect, ruleStanding } from './rules.ts'

describe('the default rules', () => {
  test('have each a key of their own', () => {
    const keys = defaultDeadlineRules.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test.each(defaultDeadlineRules.map((rule) => [rule.key, rule] as const))('%s has an amount, a basis and reminders, and names no place', (_key, rule) => {
    expect(Number.isInteger(rule.amount) && rule.amount > 0).toBe(true)
    expect(rule.basis).toMatch(/《.+》第.+条|外省市条例参考|本机关工作规则/)
    expect(rule.reminderDaysBefore.length).toBeGreaterThan(0)
    expect(`${rule.label}${rule.basis}`.replaceAll('外省市条例参考', '')).not.toMatch(/[省市县州]/)
  })

  test('are confirmed only where national law fixes the value', () => {
    expect(defaultDeadlineRules.filter(({ confirmed }) => confirmed).map(({ key }) => key)).toEqual(['filing.rule', 'legislation.approval', 'legislation.nationalFiling', 'legislation.supportingRules'])
    for (const rule of defaultDeadlineRules) expect(rule.confirmed).toBe(rule.place === 'national')
  })

  test('say where they stand', () => {
    expect(ruleStanding(deadlineRule('filing.rule'))).toBe('已确认')
    expect(ruleStanding(deadlineRule('proactiveReview'))).toBe('外省市参考·待确认')
    expect(ruleStanding({ confirmed: true, place: 'reference' })).toBe('已确认')
    expect(ruleStanding({ confirmed: false, place: '430000' })).toBe('待确认')
  })

  test('the catalogue of a year is due by the end of January', () => {
    expect(dueDate({ rule: deadlineRule('filing.catalogue'), start: '2023-12-31', calendar: chineseWorkCalendar() }).due).toBe('2024-01-31')
  })

  test('an unknown key is a fault that is told', () => expect(() => deadlineRule('nothing')).toThrow('nothing'))

  test.each([
    ['formalCheck', 'correction', 'restart'],
    ['proactiveReview', 'suspend', 'stop'],
    ['proactiveReview', 'inquiry', 'continue'],
    ['correction', 'suspend', 'continue'],
  ] as const)('%s on %s: %s', (key, cause, effect) => expect(pauseEffect(deadlineRule(key), cause)).toBe(effect))
})
