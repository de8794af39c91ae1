import { describe, expect, test } from 'vitest'
import { emptyItem } from './item-form.ts'
import { type Change, changeWords, isBegun, lacking, monthFaults } from './plan-changes.ts'
import type { PlanItem } from './plan-words.ts'

const item = { id: 'a', title: '养犬管理条例', dueMonth: '2026-06', classLabel: '审议项目' } as PlanItem

describe('changes of a plan that wait on the list', () => {
  test.each<[string, Change, string]>([
    ['another month', { kind: 'month', itemId: 'a', dueMonth: '2026-12' }, '养犬管理条例：改月份　2026-06 → 2026-12'],
    ['another class', { kind: 'class', itemId: 'a', class: 'reserve' }, '养犬管理条例：改类别　审议项目 → 预备项目'],
    ['taken out', { kind: 'end', itemId: 'a' }, '养犬管理条例：调出'],
    ['added', { kind: 'add', item: { ...emptyItem, title: '城市停车管理', class: 'survey' } }, '城市停车管理：增列（调研项目）'],
  ])('are told in a line: %s', (_name, change, words) => {
    expect(changeWords(change, [item])).toBe(words)
    expect([isBegun(change), lacking(change)]).toEqual([true, ''])
  })

  test.each<[Change, string]>([
    [{ kind: 'month', itemId: '', dueMonth: '2026-12' }, '请选择项目。'], [{ kind: 'month', itemId: 'a', dueMonth: '' }, '请填写新的月份。'], [{ kind: 'add', item: emptyItem }, '请填写项目名称。'],
  ])('are not put there half filled in: %j', (change, words) => {
    expect(lacking(change)).toBe(words)
  })
})

test('a month outside the years of the plan is told where it was typed', () => {
  const changes: Change[] = [{ kind: 'month', itemId: 'a', dueMonth: '2025-12' }, { kind: 'month', itemId: 'b', dueMonth: '2026-12' }, { kind: 'add', item: { ...emptyItem, title: '城市停车管理', dueMonth: '2027-01' } }, { kind: 'end', itemId: 'c' }]
  expect(monthFaults(changes, { year: 2026, untilYear: null })).toEqual([{ path: 'changes.0.dueMonth', message: '计划月份应当在2026年以内。' }, { path: 'changes.2.item.dueMonth', message: '计划月份应当在2026年以内。' }])
  expect(monthFaults(changes, { year: 2022, untilYear: 2026 })).toEqual([{ path: 'changes.2.item.dueMonth', message: '计划月份应当在2022年至2026年以内。' }])
})
