import { describe, expect, test } from 'vitest'
import { emptyItem } from './item-form.ts'
import { type Change, changeWords, isBegun, lacking } from './plan-changes.ts'
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
