import { describe, expect, test } from 'vitest'
import { byArticle, typedArticle } from './meeting-speeches.ts'

const labels = ['第一条', '第十二条', '第十二条之一', '第二十四条', '第一百二十条']

describe('an article typed in haste', () => {
  test.each([
    ['12', '第十二条'], ['十二', '第十二条'], ['第12条', '第十二条'], ['第十二条', '第十二条'], ['12-1', '第十二条之一'], ['12之1', '第十二条之一'], ['第十二条之一', '第十二条之一'],
    [' 24 ', '第二十四条'], ['120', '第一百二十条'], ['13', null], ['', null], ['全文', null], ['12-2', null],
  ])('“%s” is %s', (typed, label) => expect(typedArticle(typed, labels)).toBe(label))
})

test('speeches are put together by article in the order of the draft, those on the whole first and unknown articles last', () => {
  const said = [
    { articleLabel: '第二十四条', order: 1, text: 'a' }, { articleLabel: null, order: 2, text: 'b' }, { articleLabel: '第九十九条', order: 3, text: 'c' },
    { articleLabel: '第十二条', order: 4, text: 'd' }, { articleLabel: '第二十四条', order: 5, text: 'e' },
  ]
  expect(byArticle(said, labels).map((g) => [g.articleLabel, g.speeches.map((s) => s.text).join('')])).toEqual([[null, 'b'], ['第十二条', 'd'], ['第二十四条', 'ae'], ['第九十九条', 'c']])
})
