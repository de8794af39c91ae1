import { describe, expect, test } from 'vitest'
import { type LegalText, parseLegalText, parseText, printLegalText, type SourceBlock } from '../../../law/text/index.ts'
import { withHandWritten } from './hand-written.ts'

const lines = ['甲市停车条例', '（2015年3月1日通过）', '第一章　总则', '第一条　为了加强停车管理，制定本条例。', '第二条　本条例适用于本市。', '第二章　管理', '第三条　收费标准见下表：', '第四条　本条例自公布之日起施行。']
const cell = (text: string) => ({ text, columnSpan: 1, rowSpan: 1, header: false })
const table = { rows: [[cell('小型车'), cell('五元')], [cell('大型车'), cell('十元')]] }
const blocks: SourceBlock[] = [
  ...lines.slice(0, 7).map((text, at): SourceBlock => ({ kind: 'line', text, line: at + 1 })), { kind: 'table', table, line: 8 }, { kind: 'line', text: lines[7] ?? '', line: 9 },
  { kind: 'line', text: '附件', line: 10 }, { kind: 'line', text: '停车场名录', line: 11 }, { kind: 'table', table, line: 12 },
]
const text = parseLegalText(blocks)
const written = (articleId: string, words: string | null, intoNext = false) => [{ articleId, text: words, intoNext }]
const numbers = (of: LegalText) => of.articles.map((a) => a.number)

describe('an article that a person wrote', () => {
  test('stands in its place; tables, annexes, note and headings stay as they were', () => {
    const mended = withHandWritten(text, written('art_2', '第二条　本条例适用于本市城区。\n其他区域参照执行。'))
    expect(mended.articles[1]?.paragraphs.map((p) => p.text)).toEqual(['本条例适用于本市城区。', '其他区域参照执行。'])
    expect(mended).toEqual({ ...text, articles: text.articles.map((a, at) => (at === 1 ? mended.articles[1] : a)), divisions: mended.divisions })
    expect(mended.divisions.map((d) => [d.heading, d.from, d.to])).toEqual(text.divisions.map((d) => [d.heading, d.from, d.to]))
  })

  test.each([
    ['taken away', 'art_2', '', ['第一条', '第三条', '第四条']],
    ['written as two', 'art_4', '第四条　违反规定的，处五十元罚款。\n第五条　本条例自公布之日起施行。', ['第一条', '第二条', '第三条', '第四条', '第五条']],
    ['the first one', 'art_1', '第一条　为了停车。', ['第一条', '第二条', '第三条', '第四条']],
  ])('is %s', (_, id, words, left) => {
    expect(numbers(withHandWritten(text, written(id, words)))).toEqual(left)
  })

  test('opens the next chapter where a person says so, in its own words', () => {
    expect(withHandWritten(text, written('art_2', null, true)).divisions.map((d) => [d.heading, d.from, d.to])).toEqual([['总则', '第一条', '第一条'], ['管理', '第二条', '第四条']])
  })

  test('that the text does not have changes nothing', () => {
    expect(withHandWritten(text, written('art_9', '第九条　某。'))).toBe(text)
    const plain = parseText('甲市条例\n第一条　某。\n第二条　某某。')
    expect(printLegalText(withHandWritten(plain, written('art_2', '第二条　另一某。')))).toBe('甲市条例\n第一条　某。\n第二条　另一某。\n')
  })
})
