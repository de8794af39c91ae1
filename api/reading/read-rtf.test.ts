import { describe, expect, test } from 'vitest'
import { readRtf } from './read-rtf.ts'

const read = (rtf: string) => {
  const result = readRtf(Buffer.from(rtf, 'latin1'))
  if (result.status !== 'read') throw new Error(result.status)
  return result
}
const lines = (rtf: string) => read(rtf).blocks.map((block) => (block.kind === 'line' ? block.text : '[表]'))
const GBK_FIRST = "\\'b5\\'da\\'d2\\'bb\\'cc\\'f5"

describe('the words of an RTF file', () => {
  test.each([
    ['bytes of the code page', `{\\rtf1\\ansi\\ansicpg936 ${GBK_FIRST} A.\\par}`, ['第一条 A.']],
    ['bytes of a Chinese font in a western file', `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 T;}{\\f1\\fcharset134 S;}}\\f1 ${GBK_FIRST}\\f0 \\'e9\\par}`, ['第一条é']],
    ['Unicode with a substitute', "{\\rtf1\\ansi\\uc1 \\u31532?\\u-27616\\'3f\\par}", ['第\u9420']],
    ['Unicode with two substitutes', "{\\rtf1\\ansi\\uc2 \\u31532\\'b5\\'da\\u19968??\\par}", ['第一']],
    ['tabs, line breaks and quotes', '{\\rtf1 a\\tab b\\line \\ldblquote c\\rdblquote\\par}', ['a\tb', '“c”']],
    ['automatic numbers', '{\\rtf1 {\\listtext 1.\\tab}{\\*\\pn x}a\\par}', ['1.\ta']],
    ['escaped signs', '{\\rtf1 \\{a\\}\\\\\\~b\\par}', ['{a}\\ b']],
    ['no last paragraph mark', '{\\rtf1 a}', ['a']],
  ])('%s', (_name, rtf, expected) => {
    expect(lines(rtf)).toEqual(expected)
  })

  test('fonts, styles, headers, pictures and unknown groups are not text', () => {
    expect(lines('{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\stylesheet{\\s0 Normal;}}{\\info{\\title t}}{\\header 页眉}{\\footer x}{\\pict 00ff}{\\*\\unknown y}a\\par}')).toEqual(['a'])
  })
})

test('hidden and deleted words are left out and told', () => {
  const result = read('{\\rtf1 a{\\v b}{\\deleted c}{\\revised d}\\par}')
  expect(result.blocks).toMatchObject([{ text: 'ad' }])
  expect(result.revisions).toMatchObject({ hiddenText: ['b'], deletions: [{ text: 'c' }], insertions: [{ text: 'd' }] })
  expect(result.problems.map((problem) => problem.code)).toEqual(['tracked-change', 'hidden-text'])
})

test('footnotes are told', () => {
  expect(read('{\\rtf1 a{\\footnote note}\\par}')).toMatchObject({ blocks: [{ text: 'a' }], problems: [{ code: 'unplaced', message: expect.stringContaining('note') }] })
})

test('tables keep merged cells', () => {
  const rtf =
    '{\\rtf1 a\\par\\trowd\\clvmgf\\cellx100\\cellx200\\cellx300\\intbl x\\cell y\\cell z\\cell\\row' +
    '\\trowd\\clvmrg\\cellx100\\cellx300\\intbl \\cell w\\cell\\row\\pard b\\par}'
  expect(read(rtf).blocks).toMatchObject([
    { text: 'a' },
    { kind: 'table', table: { rows: [[{ text: 'x', rowSpan: 2 }, { text: 'y' }, { text: 'z' }], [{ text: 'w', columnSpan: 2 }]] } },
    { text: 'b' },
  ])
})

test('groups without end are refused', () => {
  expect(() => readRtf(Buffer.from('{\\rtf1' + '{'.repeat(3_000)))).toThrow(/嵌套/)
})
