import { describe, expect, test } from 'vitest'
import { blocksFromText, readFrontMatter } from './lines.ts'
import type { SourceBlock } from './tree.ts'

const shown = (blocks: SourceBlock[]) =>
  blocks.map((block) =>
    block.kind === 'line'
      ? [block.line, block.text]
      : [block.line, block.table.rows.map((row) => row.map((c) => c.text))],
  )

describe('blocksFromText', () => {
  test.each([
    ['LF', '第一条\n\n第二条'],
    ['CRLF', '第一条\r\n\r\n第二条'],
    ['CR', '第一条\r\r第二条'],
    ['a BOM and zero-width characters', '\uFEFF第一条\n\u200B\n第二\u200B条'],
    ['indents of any width', '　　第一条\n\u2003\n\u00A0第二条 '],
    ['HTML paragraphs and comments', '<br>　　第一条\n<!-- INFO END -->\n<p class="x">第二条</p>'],
    ['Markdown signs', '# 第一条\n\n> **第二条**'],
    ['Markdown lists of links', '- [第一条](#第一条)\n\n  - [第二条](https://example.org/a_(b))'],
  ])('reads %s with lines counted from 1', (_, text) => {
    expect(shown(blocksFromText(text))).toEqual([
      [1, '第一条'],
      [3, '第二条'],
    ])
  })

  test('keeps angle brackets that stand for book-title marks', () => {
    const text = '《关于修改<某某条例>第三十条的决定》＜x＞'
    expect(shown(blocksFromText(text))).toEqual([[1, text]])
  })

  test('splits a line at <br>, both pieces with the line of the file', () => {
    expect(shown(blocksFromText('a\n制定机关：甲<br/>施行时间：乙</br>'))).toEqual([
      [1, 'a'],
      [2, '制定机关：甲'],
      [2, '施行时间：乙'],
    ])
  })

  test.each([
    ['a standard in such signs', '符合<GB 3095-2012>和<乙>的规定', '符合<GB 3095-2012>和<乙>的规定'],
    ['brackets that are no link', '国发[2004](十二号)', '国发[2004](十二号)'],
    ['the heading of a box', '::: warning 注意事项', '注意事项'],
    ['a line that only begins like a box', ':::GB 3095的要求', 'GB 3095的要求'],
    ['a number after such colons', ':::1.甲', '1.甲'],
    ['a line in italics', '***目 录***', '目 录'],
    ['a link', '[第一章 总则](#第一章-总则)和[附件](files/a.md){target="_blank"}', '第一章 总则和附件'],
    ['tags', '<p class="甲">乙<o:p></o:p><B>丙</B></p>', '乙丙'],
  ])('keeps the words of %s', (_, source, words) => expect(shown(blocksFromText(source))).toEqual([[1, words]]))

  test('takes a pipe table as one block', () => {
    const blocks = blocksFromText('上\n| 甲 | 乙 |\n|---|:--:|\n| 1 | |\n下')
    expect(shown(blocks)).toEqual([
      [1, '上'],
      [
        2,
        [
          ['甲', '乙'],
          ['1', ''],
        ],
      ],
      [5, '下'],
    ])
    const table = blocks[1]
    if (table?.kind !== 'table') throw new Error('no table')
    expect(table.table.rows[0]?.[0]?.header).toBe(true)
    expect(table.table.rows[1]?.[0]?.header).toBe(false)
  })

  test('a lone line with pipes stays a line', () => {
    expect(shown(blocksFromText('| 甲 | 乙 |'))).toEqual([[1, '| 甲 | 乙 |']])
  })

  test('takes neighbouring tabbed lines as a table, a tab in one line as white space', () => {
    expect(shown(blocksFromText('序号\t指标\n\n1\t年龄\n完\n第二章\t市容'))).toEqual([
      [
        1,
        [
          ['序号', '指标'],
          ['1', '年龄'],
        ],
      ],
      [4, '完'],
      [5, '第二章\t市容'],
    ])
  })

  test('leaves front matter out and reads its title', () => {
    const text = '---\ntitle: "某某关于"\ntags:\n  - 法律\n---\n\n修改某法的决定'
    expect(shown(blocksFromText(text))).toEqual([[7, '修改某法的决定']])
    expect(readFrontMatter(text)).toEqual({ lineCount: 5, title: '某某关于' })
  })

  test('a rule between paragraphs is no front matter', () => {
    const text = '---\n第一条 甲。\n---\n第二条 乙。'
    expect(readFrontMatter(text)).toBeNull()
    expect(shown(blocksFromText(text)).length).toBe(2)
  })

  test('an empty text has no blocks', () => expect(blocksFromText('\uFEFF \n\r\n　')).toEqual([]))
})

test('labels and numbers with a tab before their words are lines, no table', () => {
  const lines = ['第一章\t总则', '第一条\t甲：', '（一）\t乙；', '（二）\t丙。', '第二条\t丁。']
  expect(shown(blocksFromText(lines.join('\n')))).toEqual(lines.map((text, at) => [at + 1, text]))
  expect(shown(blocksFromText('序号\t分值\n1.\t5\n2.\t10'))).toEqual([[1, [['序号', '分值'], ['1.', '5'], ['2.', '10']]]])
})

test('lines under a heading and signs around it are no words', () => {
  expect(shown(blocksFromText('第一章　总则\n============\n第一节　甲\n------\n=====第二节　乙===\n甲 = 乙\n= 丙'))).toEqual([[1, '第一章　总则'], [3, '第一节　甲'], [5, '第二节　乙'], [6, '甲 = 乙'], [7, '= 丙']])
})
