import { describe, expect, test } from 'vitest'
import { dropRunningLines, linesOfPage, type Page, type PageLine, type TextPiece } from './page-lines.ts'
import { rebuildParagraphs } from './paragraphs.ts'

const WIDTH = 28
const SIZE = 16
const LEFT = 80
/** One line of body text; `indent` in characters. */
const line = (text: string, indent = 0, page = 1, y = 500): PageLine => ({ page, text, left: LEFT + indent * SIZE, right: LEFT + (indent + text.length) * SIZE, y, size: SIZE, gaps: 0 })
const full = (start: string, indent = 0) => line(start.padEnd(WIDTH - indent, '文'), indent)

const piece = (text: string, x: number, y: number, rotated = false): TextPiece => ({ text, x, y, width: text.length * 10, size: 10, rotated })

describe('lines of a page', () => {
  test('pieces on one baseline are one line, from left to right, a wide gap is a blank', () => {
    const lines = linesOfPage(1, [piece('乙', 130, 700), piece('甲', 100, 700.5), piece('丙', 100, 680)])
    expect(lines.map((each) => each.text)).toEqual(['甲　乙', '丙'])
  })

  test('a line torn apart to fill its width is closed up, the blank after a label stays', () => {
    expect(linesOfPage(1, [piece('修 改 、 废 止 前 ，', 100, 700), piece('第一条 为了加强管理', 100, 680)]).map((each) => each.text)).toEqual(['修改、废止前，', '第一条 为了加强管理'])
  })

  test('rotated words (watermarks) are no lines', () => {
    expect(linesOfPage(1, [piece('样', 100, 700, true), piece('甲', 100, 650)]).map((each) => each.text)).toEqual(['甲'])
  })
})

describe('running lines', () => {
  const page = (number: number, texts: readonly [string, number][]): Page => {
    const lines = texts.map(([text, y]) => ({ ...line(text), page: number, y }))
    return { number, height: 842, width: 595, lines, rotatedCount: 0, characterCount: 10 }
  }

  test('headers on most pages and page numbers are dropped and told', () => {
    const pages = [1, 2, 3, 4].map((number) => page(number, [['某市人民政府公报', 800], ['正文甲。', 400], [`— ${number} —`, 60]]))
    const { lines, dropped } = dropRunningLines(pages)
    expect(lines.map((each) => each.text)).toEqual(['正文甲。', '正文甲。', '正文甲。', '正文甲。'])
    expect(dropped).toEqual(['某市人民政府公报', '页码'])
  })

  test.each(['1', '- 12 -', '第 3 页', '第3页 共10页', '3 / 10', '－ 5 －'])('%j at the foot is a page number', (text) => {
    expect(dropRunningLines([page(1, [['正文', 400], [text, 60]])]).lines).toHaveLength(1)
  })

  test('a number in the middle of a page is text', () => {
    expect(dropRunningLines([page(1, [['正文', 600], ['12', 400], ['正文', 300]])]).lines).toHaveLength(3)
  })
})

describe('paragraphs', () => {
  test('a full line goes on, an indented line begins anew, over a page too', () => {
    const lines = [full('第一条　甲', 2), line('续。', 0), full('第二条　乙', 2), { ...full('页'), page: 2 }, { ...line('末。'), page: 2 }, full('第三条　丙', 2), line('完。')]
    expect(rebuildParagraphs(lines).map((paragraph) => paragraph.text.replace(/文+/, '…'))).toEqual(['第一条　甲…续。', '第二条　乙…页文文文文文文文文文文文文文文文文文文文文文文文文文文文末。', '第三条　丙…完。'])
  })

  test('a continuation that begins like an article is none', () => {
    const lines = [full('第一条　依照', 2), full('第三条规定的'), line('处罚。'), full('第二条　乙', 2), line('完。')]
    expect(rebuildParagraphs(lines)).toHaveLength(2)
  })

  test('without indents a label after a full stop begins anew', () => {
    const ended = line(`${'第一条　甲'.padEnd(WIDTH - 1, '文')}。`)
    const lines = [full('前言'), line('完。'), ended, full('第二条　乙'), line('完。')]
    expect(rebuildParagraphs(lines)).toHaveLength(3)
  })

  test('another size of type begins anew', () => {
    expect(rebuildParagraphs([{ ...full('题'), size: 22 }, full('正文'), line('完。')])).toHaveLength(2)
  })
})
