import { describe, expect, test } from 'vitest'
import { readHtml } from './read-html.ts'

const read = (html: string) => {
  const result = readHtml(Buffer.from(html))
  if (result.status !== 'read') throw new Error(result.status)
  return result
}
const lines = (html: string) => read(html).blocks.map((block) => (block.kind === 'line' ? block.text : '[表]'))

test('blocks are lines, inline marks are not, references are characters', () => {
  expect(lines('<html><head><title>题</title><style>p{}</style></head><body><h1>某<b>办</b>法</h1><p>&nbsp;第一条&#12288;甲&lt;乙&#x4E19;<br>（一）子；</p><div>第二条</div><script>alert(1)</script></body></html>')).toEqual([
    '某办法',
    ' 第一条　甲<乙丙',
    '（一）子；',
    '第二条',
  ])
})

test('line ends of the source inside Chinese are no spaces', () => {
  expect(lines('<p>第一条　为了加强\n  管理，制定\r\n本办法。</p><p>GB/T\n9704</p>')).toEqual(['第一条　为了加强管理，制定本办法。', 'GB/T 9704'])
})

test('the blank after the label of an article is kept where the source breaks there', () => {
  expect(lines('<p>第七十六条\n规定重大事项的</p>')).toEqual(['第七十六条 规定重大事项的'])
})

test('headers and footers of an office program are left out and told', () => {
  const result = read('<div title="header"><p>公报</p></div><p>正文</p><div title="footer"><p>— 3 —</p></div>')
  expect(result.blocks).toMatchObject([{ text: '正文' }])
  expect(result.problems).toMatchObject([{ code: 'unplaced', message: expect.stringContaining('公报 — 3 —') }])
})

test('the title of the page is metadata', () => {
  expect(read('<title>某市\n某办法</title><p>正文</p>').metadata).toMatchObject({ title: '某市 某办法' })
})

test('words that the page does not show are left out and told', () => {
  const result = read('<p>明<span style="display:none">暗<b>x</b></span>处</p>')
  expect(result.blocks).toMatchObject([{ text: '明处' }])
  expect(result.revisions?.hiddenText).toEqual(['暗', 'x'])
  expect(result.problems).toMatchObject([{ code: 'hidden-text' }])
})

test('a comment is left out, a tag that never ends is shown rather than lost', () => {
  expect(lines('<p>甲<!-- 乙 -->丙</p><p title="a>b">丁</p><p unfinished')).toEqual(['甲丙', '丁', '<p unfinished'])
})

describe('tables', () => {
  test('merged cells have their spans', () => {
    const { blocks } = read('<table><thead><tr><th colspan=2>题</th></tr></thead><tr><td rowspan="2">甲</td><td>b</td></tr><tr><td>c<br>d</td></tr></table>')
    expect(blocks).toMatchObject([
      {
        kind: 'table',
        table: {
          rows: [
            [{ text: '题', columnSpan: 2, header: true }],
            [{ text: '甲', rowSpan: 2, header: false }, { text: 'b' }],
            [{ text: 'c\nd', rowSpan: 1 }],
          ],
        },
      },
    ])
  })

  test('a frame of one cell is text', () => {
    expect(lines('<table><tr><td><p>第一条</p><p>第二条</p></td></tr></table>')).toEqual(['第一条', '第二条'])
  })
})

test('a page of one file (mht) is stored and a docx asked for', () => {
  expect(readHtml(Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related'))).toMatchObject({ status: 'stored', reason: expect.stringContaining('docx') })
})
