import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseLegalText, parseText } from '../text/index.ts'
import { recogniseCitations } from './recognise.ts'
import { locateCitations, sourceLines } from './source-positions.ts'

function located(source: string) {
  const text = parseText(source)
  const citations = recogniseCitations(text)
  const positions = locateCitations(text, citations, sourceLines(source))
  return citations.map((one) => ({ text: one.text, ...positions.get(one) }))
}

/** The words of a file at a place that `cite` names. */
const wordsAt = (source: string, at: { line?: number; col?: number; text: string }): string | undefined =>
  source.split('\n')[(at.line ?? 0) - 1]?.slice(at.col ?? 0, (at.col ?? 0) + at.text.length)

const HEAD = '# 养犬管理条例\n\n第一条 养犬适用本条例。\n'

describe('locateCitations', () => {
  test.each<[string, string, [string, number, number][]]>([
    ['after the label, which the tree keeps apart', `${HEAD}第二条　违反第一条的，处罚款。`, [['第一条', 4, 6]]],
    ['behind Markdown signs and indents', `${HEAD}\n**第二条** 依照第一条处理。\n\n　　前款规定不适用。`, [['第一条', 5, 10], ['前款', 7, 2]]],
    ['in items, of which two stand on one line', `${HEAD}第二条 下列行为：\n（一）违反第一条；（二）违反本条例第一条。`, [['第一条', 5, 5], ['本条例第一条', 5, 14]]],
    ['behind a tag and an entity', `${HEAD}第二条 甲。<br>&nbsp;&nbsp;违反第一条的，<b>依照第一条</b>处理。`, [['第一条', 4, 24], ['第一条', 4, 34]]],
    ['in words that a link holds', `${HEAD}第二条 [依照第一条](./a.md)处理。`, [['第一条', 4, 7]]],
    ['the same words twice in one article', `${HEAD}第二条 依照第一条。\n依照第一条。`, [['第一条', 4, 6], ['第一条', 5, 2]]],
    ['under the heading of an article', `${HEAD}第二条 【第一条的适用】依照第一条。`, [['第一条', 4, 14]]],
    ['in the notice before the text', '关于印发《养犬管理办法》的通知\n各单位：\n根据《动物防疫法》第三条，现印发给你们。\n养犬管理办法\n第一条 制定本办法。', [['《动物防疫法》第三条', 3, 2]]],
    ['in a table', `${HEAD}第二条 见表：\n| 违法行为 | 依据 |\n| --- | --- |\n| 未登记 | 本条例第一条 |`, [['本条例第一条', 7, 8]]],
  ])('finds citations %s', (_, source, expected) => {
    expect(located(source).map(({ text, line, col }) => [text, line, col])).toEqual(expected)
    for (const one of located(source)) expect(wordsAt(source, one)).toBe(one.text)
  })

  test('lines are LF lines, also where the file ends them with CR or CRLF', () => {
    expect(located('养犬办法\r\n第一条 甲。\r\n第二条 依照第一条。')).toEqual([{ text: '第一条', line: 3, col: 6 }])
    expect(located('养犬办法\r第一条 甲。\r第二条 依照第一条。')).toEqual([{ text: '第一条', line: 1, col: 18 }])
  })

  test('a mark of the container inside the citation does not hide where it begins', () => {
    expect(located(`${HEAD}第二条 依照**第一**条处理。`)).toEqual([{ text: '第一条', line: 4, col: 8 }])
  })

  test('counts paragraphs and cells where the source has no lines', () => {
    const blocks = ['养犬办法', '第一条 甲。', '第二条 依照第一条。'].map((text, at) => ({ kind: 'line' as const, text, line: at + 1 }))
    const text = parseLegalText(blocks)
    const citations = recogniseCitations(text)
    const lines = blocks.map((block) => ({ number: block.line, line: block.line, col: 0, text: block.text }))
    expect([...locateCitations(text, citations, lines).values()]).toEqual([{ line: 3, col: 6 }])
  })

  test('whatever the text, a citation stands where it is said to stand', () => {
    const piece = fc.constantFrom(
      '第一条', '第二条 ', '第十七条之一', '\n', '\n\n', '\r\n', '\r', '　　', '（一）', '（二）', '1.', '一、', '本条例', '前款', '前条', '第二款', '第（三）项', '至', '、', '《安全法》',
      '依照', '规定。', '；', '：', '# ', '## 第一章 总则\n', '附件\n', '目录\n', '“', '”', '\u200b', '\ufeff', '\t', '| a | b |\n|---|---|\n', '<b>', '</p>', '&nbsp;', '各单位：\n', '养犬办法', '---\n', '作为第三条', '将第四条修改为：“', '关于修改《安全法》的决定\n',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof({ arbitrary: piece, weight: 9 }, { arbitrary: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), weight: 1 }), { maxLength: 60 }), (pieces) => {
        const source = pieces.join('')
        for (const one of located(source)) {
          expect(one.line).toBeDefined()
          // a mark inside the words is no part of the text
          if (wordsAt(source, one) !== one.text) expect(source.split('\n')[(one.line ?? 0) - 1]).toMatch(/[\u200b-\u200d\u2060\ufeff<>&*\]]/u)
        }
      }),
      { numRuns: 300 },
    )
  })
})
