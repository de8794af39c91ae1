import { expect, test } from 'vitest'
import type { LegalText } from '../law/text/tree.ts'
import { documentsOfVersion, openingOfText, provisionsOfText } from './document.ts'

const text: LegalText = {
  form: 'articles',
  title: '甲市养犬管理条例',
  note: '（2020年6月1日通过）',
  preamble: ['前言'],
  contents: [],
  notice: [],
  divisions: [],
  articles: [
    {
      id: 'art_17-1',
      number: '第十七条之一',
      heading: null,
      line: 3,
      paragraphs: [
        { id: 'art_17-1__para_1', text: '禁止下列行为：', items: [{ id: 'art_17-1__para_1__item_1', number: '（一）', text: '遗弃犬只；', subitems: [{ id: 'x', number: '1.', text: '在公园；' }] }] },
        { id: 'art_17-1__para_2', text: '', items: [], table: { rows: [[{ text: '犬种', columnSpan: 1, rowSpan: 1, header: true }, { text: '肩高', columnSpan: 1, rowSpan: 1, header: true }]] } },
      ],
    },
  ],
  annexes: [{ id: 'annex_1', label: '附件', title: '烈性犬目录', blocks: [{ kind: 'line', text: '藏獒' }] }],
  closing: [],
  problems: [],
  remarks: [],
}

test('a version becomes the work and each of its articles and annexes', () => {
  const documents = documentsOfVersion({
    work: { key: 'jia-yangquan', title: '甲市养犬管理条例', issuer: '甲市人大常委会', documentKind: '地方性法规', rank: 5, regionCode: '990100' },
    version: { id: '0190', dateKey: '2020-07-01', documentNumber: null, validFrom: '2020-07-01', validTo: null, audience: 'public', opening: openingOfText(text) },
    provisions: provisionsOfText(text),
  })
  expect(documents.map(({ id, kind, anchor, number, title }) => [id, kind, anchor, number, title])).toEqual([
    ['0190', 'work', null, '', '甲市养犬管理条例'],
    ['0190_art_17-1', 'provision', 'art_17-1', '第十七条之一', ''],
    ['0190_annex_1', 'provision', 'annex_1', '附件', '烈性犬目录'],
  ])
  expect(documents[0]?.text).toBe('（2020年6月1日通过）\n前言')
  expect(documents[1]?.text).toBe('禁止下列行为：\n（一）遗弃犬只；\n1.在公园；\n\n犬种 肩高')
})

test('a provision with an effect date of its own keeps it, an unknown one too', () => {
  const dates = documentsOfVersion({
    work: { key: 'k', title: 't', issuer: '', documentKind: '', rank: 9, regionCode: '' },
    version: { id: 'v', dateKey: 'd', documentNumber: null, validFrom: '2020-07-01', validTo: null, audience: 'internal', organIds: ['o'], opening: '' },
    provisions: [
      { eId: 'art_1', number: '第一条', heading: '', text: '' },
      { eId: 'art_2', number: '第二条', heading: '', text: '', validFrom: '2021-01-01' },
      { eId: 'art_3', number: '第三条', heading: '', text: '', validFrom: null },
    ],
  })
  expect(dates.map(({ validFrom }) => validFrom)).toEqual(['2020-07-01', '2020-07-01', '2021-01-01', null])
  expect(dates.every(({ organIds }) => organIds?.[0] === 'o')).toBe(true)
})
