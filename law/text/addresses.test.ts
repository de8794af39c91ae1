import { describe, expect, test } from 'vitest'
import { describeAddress, findProvision, labelOrdinal, provisions } from './addresses.ts'
import { parseText } from './parse.ts'

const text = parseText(
  ['某条例', '第一章 总则', '第一节 一般规定', '第一条 甲：', '（一）乙；', '（二）丙：', '1.丁。', '戊。', '第一条之一 己。', '附件：', '指标', '| 庚 | 辛 |', '|---|---|', '| 1 | 2 |'].join('\n'),
)

describe('provisions', () => {
  test('every level in the order of the text', () => {
    expect(provisions(text).map(({ eId, kind, parentEId, ordinal, label }) => [eId, kind, parentEId, ordinal, label])).toEqual([
      ['art_1', 'article', 'chp_1__sec_1', 1, '第一条'],
      ['art_1__para_1', 'paragraph', 'art_1', 1, ''],
      ['art_1__para_1__item_1', 'item', 'art_1__para_1', 1, '（一）'],
      ['art_1__para_1__item_2', 'item', 'art_1__para_1', 2, '（二）'],
      ['art_1__para_1__item_2__subitem_1', 'subitem', 'art_1__para_1__item_2', 1, '1.'],
      ['art_1__para_2', 'paragraph', 'art_1', 2, ''],
      ['art_1-1', 'article', 'chp_1__sec_1', 2, '第一条之一'],
      ['art_1-1__para_1', 'paragraph', 'art_1-1', 1, ''],
      ['annex_1', 'annex', null, 1, '附件：'],
    ])
  })

  test('an article carries all its words, a paragraph its own', () => {
    expect(findProvision(text, 'art_1')).toMatchObject({ text: '甲：\n（一）乙；\n（二）丙：\n1.丁。\n戊。', divisionPath: ['chp_1', 'chp_1__sec_1'], articleEId: 'art_1' })
    expect(findProvision(text, 'art_1__para_1')).toMatchObject({ text: '甲：', articleEId: 'art_1' })
    expect(findProvision(text, 'annex_1')).toMatchObject({ heading: '指标', text: '庚\t辛\n1\t2', articleEId: null, divisionPath: [] })
    expect(findProvision(text, 'art_9')).toBeNull()
  })

  test('repeated numbers get addresses of their own', () => {
    const repeated = parseText('第一条 甲：\n（一）乙；\n（一）丙。\n第一条 丁。\n第一条 戊。')
    expect(repeated.articles.map(({ id }) => id)).toEqual(['art_1', 'art_1~2', 'art_1~3'])
    expect(repeated.articles[0]?.paragraphs[0]?.items.map(({ id }) => id)).toEqual(['art_1__para_1__item_1', 'art_1__para_1__item_1~2'])
  })
})

describe('describeAddress', () => {
  test.each([
    ['art_12', undefined, '第十二条'],
    ['art_17-1__para_2__item_3', undefined, '第十七条之一第二款第三项'],
    ['art_17-1__para_2__item_3__subitem_1', undefined, '第十七条之一第二款第三项第一目'],
    ['chp_2__sec_1', undefined, '第二章第一节'],
    ['part_1__subpart_2', undefined, '第一编第二分编'],
    ['chp_u1', undefined, '第一个无编号的章'],
    ['annex_2', undefined, '附件二'],
    ['annex_1', '附表3', '附表3'],
    ['art_5~2', undefined, '第五条（第二处）'],
    ['chp_3__art_8__item_2', '（八）', '（八）第二项'],
    ['chp_3__text_2', undefined, '第二段'],
  ])('%s (%s) is %s', (eId, label, words) => expect(describeAddress(eId, label)).toBe(words))

  test.each(['', 'art', 'art_', 'art_1__x_2', 'art_1 '])('refuses %j', (eId) => expect(() => describeAddress(eId)).toThrow(RangeError))
})

test.each([
  ['（三）', 3],
  ['１２．', 12],
  ['③', 3],
  ['b)', 2],
  ['第十章', 10],
  ['', null],
  ['附则', null],
])('%s carries the number %s', (label, n) => expect(labelOrdinal(label)).toBe(n))
