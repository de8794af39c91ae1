import { describe, expect, test } from 'vitest'
import type { Clause } from './clause.ts'
import { inQuotation, sayClause } from './formulae.ts'

const chapter = (number: string, heading: string): { kind: 'chapter'; number: string; heading: string; within: string[] } => ({ kind: 'chapter', number, heading, within: [] })

describe('each clause is said in its formula', () => {
  test.each<[Clause, string[]]>([
    [{ kind: 'title', title: '某市停车条例' }, ['将名称修改为“某市停车条例”。']],
    [{ kind: 'article', from: '第三条', to: '第三条', parts: [{ kind: 'whole', lines: ['甲。', '乙。'] }] }, ['将第三条修改为：“甲。\n“乙。”']],
    [{ kind: 'article', from: '第三条', to: '第四条', parts: [{ kind: 'whole', lines: ['甲。'] }] }, ['将第三条改为第四条，修改为：“甲。”']],
    [{ kind: 'article', from: '第三条', to: '第四条', parts: [] }, ['将第三条改为第四条。']],
    [
      { kind: 'article', from: '第九条', to: '第九条', parts: [{ kind: 'words', paragraph: 1, item: null, edits: [{ kind: 'replace', from: '甲', to: '乙' }] }] },
      ['将第九条第一款中的“甲”修改为“乙”。'],
    ],
    [
      {
        kind: 'article',
        from: '第九条',
        to: '第十条',
        parts: [{ kind: 'words', paragraph: null, item: null, edits: [{ kind: 'replace', from: '甲', to: '乙' }, { kind: 'replace', from: '丙', to: '丁' }, { kind: 'delete', words: '戊' }] }],
      },
      ['将第九条改为第十条，其中的“甲”修改为“乙”，“丙”修改为“丁”，删去其中的“戊”。'],
    ],
    [
      { kind: 'article', from: '第一条', to: '第一条', parts: [{ kind: 'words', paragraph: null, item: null, edits: [{ kind: 'insert', after: '甲', words: '乙' }] }] },
      ['在第一条中的“甲”后增加“乙”。'],
    ],
    [
      { kind: 'article', from: '第八条', to: '第九条', parts: [{ kind: 'words', paragraph: 2, item: 3, edits: [{ kind: 'append', words: '甲。' }] }] },
      ['将第八条改为第九条，在第二款第三项最后增加“甲。”。'],
    ],
    [
      {
        kind: 'article',
        from: '第六条',
        to: '第七条',
        parts: [
          { kind: 'replace-paragraph', paragraph: 1, lines: ['甲：', '（一）乙；', '（二）丙。'] },
          { kind: 'words', paragraph: 2, item: null, edits: [{ kind: 'replace', from: '丁', to: '戊' }] },
          { kind: 'delete-paragraphs', paragraphs: [3] },
        ],
      },
      ['将第六条改为第七条，第一款修改为：“甲：\n“（一）乙；\n“（二）丙。”', '将第二款中的“丁”修改为“戊”，删去第三款。'],
    ],
    [
      { kind: 'article', from: '第五条', to: '第五条', parts: [{ kind: 'add-paragraphs', paragraphs: [{ number: 2, lines: ['甲。'] }, { number: 3, lines: ['乙。'] }] }] },
      ['第五条增加二款，作为第二款、第三款：“甲。\n“乙。”'],
    ],
    [
      { kind: 'article', from: '第五条', to: '第六条', parts: [{ kind: 'add-items', paragraph: null, items: [{ number: 5, lines: ['（五）甲。'] }] }] },
      ['将第五条改为第六条，增加一项，作为第五项：“（五）甲。”'],
    ],
    [{ kind: 'article', from: '第五条', to: '第五条', parts: [{ kind: 'delete-items', paragraph: 2, items: [1, 4] }] }, ['删去第五条第二款第一项、第四项。']],
    [{ kind: 'article', from: '第五条', to: '第五条', parts: [{ kind: 'replace-lead', paragraph: 1, line: '甲：' }] }, ['将第五条第一款第一自然段修改为：“甲：”']],
    [{ kind: 'article', from: '第五条', to: '第五条', parts: [{ kind: 'replace-item', paragraph: null, item: 2, lines: ['（二）甲；'] }] }, ['将第五条第二项修改为：“（二）甲；”']],
    [{ kind: 'merge', from: ['第五条', '第八条'], to: '第六条', lines: ['甲。'] }, ['将第五条、第八条合并，作为第六条，修改为：“甲。”']],
    [
      { kind: 'split', from: '第五条', into: [{ label: '第六条', lines: ['甲。'] }, { label: '第七条', lines: ['乙。', '丙。'] }] },
      ['将第五条分为两条，分别作为第六条、第七条，修改为：“第六条　甲。\n“第七条　乙。\n“丙。”'],
    ],
    [{ kind: 'add-articles', articles: [{ label: '第五条', lines: ['甲。'] }], division: null, after: null }, ['增加一条，作为第五条：“甲。”']],
    [
      { kind: 'add-articles', articles: ['第五条', '第六条', '第七条'].map((label) => ({ label, lines: ['甲。'] })), division: chapter('第二章', '乙'), after: null },
      ['在第二章增加三条，分别作为第五条至第七条：“第五条　甲。\n“第六条　甲。\n“第七条　甲。”'],
    ],
    [{ kind: 'add-articles', articles: [{ label: '第五条之一', lines: ['甲。'] }], division: null, after: '第五条' }, ['在第五条后增加一条，作为第五条之一：“甲。”']],
    [{ kind: 'set-apart', from: '第八条', paragraph: 3, to: '第四十九条', lines: null }, ['将第八条第三款单列一条，作为第四十九条。']],
    [{ kind: 'set-apart', from: '第八条', paragraph: 3, to: '第四十九条', lines: ['甲。'] }, ['将第八条第三款单列一条，作为第四十九条，修改为：“甲。”']],
    [{ kind: 'delete-articles', articles: ['第九条'] }, ['删去第九条。']],
    [{ kind: 'delete-articles', articles: ['第九条', '第十条', '第十一条'] }, ['删去第九条至第十一条。']],
    [
      {
        kind: 'words-in',
        places: [{ article: '第五条', paragraph: 1, item: null }, { article: '第五条', paragraph: 2, item: null }, { article: '第六条', paragraph: null, item: null }],
        edits: [{ kind: 'replace', from: '甲', to: '乙' }],
      },
      ['将第五条第一款、第二款、第六条中的“甲”修改为“乙”。'],
    ],
    [{ kind: 'words-everywhere', from: '甲', to: '乙' }, ['将相关条文中的“甲”修改为“乙”。']],
    [{ kind: 'rename-division', division: chapter('第二章', '甲'), heading: '乙' }, ['将第二章章名修改为“乙”。']],
    [
      { kind: 'rename-division', division: { kind: 'section', number: '第一节', heading: '甲', within: ['第二章'] }, heading: '乙' },
      ['将第二章第一节节名修改为“乙”。'],
    ],
    [
      { kind: 'add-division', division: chapter('第三章', '甲'), into: null, lines: ['第三章　甲', '第九条　乙。'], from: '第九条', to: '第九条' },
      ['增加一章，作为第三章：“第三章　甲\n“第九条　乙。”'],
    ],
    [{ kind: 'add-division', division: chapter('第三章', '甲'), into: null, lines: null, from: '第九条', to: '第十二条' }, ['增加一章，作为第三章，章名为“甲”，内容为第九条至第十二条。']],
    [{ kind: 'division-range', division: chapter('第三章', '甲'), number: null, from: '第九条', to: '第十二条' }, ['第三章内容为第九条至第十二条。']],
    [{ kind: 'division-range', division: chapter('第三章', '甲'), number: '第四章', from: '第九条', to: '第十二条' }, ['将第三章改为第四章，内容为第九条至第十二条。']],
    [{ kind: 'number-division', heading: '甲', number: '第二章', newHeading: '乙' }, ['将“甲”修改为“第二章　乙”。']],
    [{ kind: 'renumber-division', division: chapter('第三章', '甲'), to: '第二章' }, ['将第三章改为第二章。']],
    [{ kind: 'delete-division', division: chapter('第三章', '甲'), articles: true }, ['删去第三章。']],
    [{ kind: 'merge-division', division: chapter('第三章', '甲'), into: chapter('第二章', '乙') }, ['将第三章并入第二章。']],
    [
      { kind: 'some-articles', clauses: [{ kind: 'delete-articles', articles: ['第九条'] }, { kind: 'words-everywhere', from: '甲', to: '乙' }] },
      ['对部分条文作以下修改：', '（一）删去第九条。', '（二）将相关条文中的“甲”修改为“乙”。'],
    ],
  ])('%j', (clause, expected) => {
    expect(sayClause(clause)).toEqual(expected)
  })

  test('marks of quotation go down one level inside a quotation, and up again when read', () => {
    expect(inQuotation('所称“停车场”')).toBe('所称‘停车场’')
    expect(inQuotation('所称“甲‘乙’”')).toBe('所称‘甲“乙”’')
    expect(inQuotation(inQuotation('所称“甲‘乙’”'))).toBe('所称“甲‘乙’”')
  })
})
