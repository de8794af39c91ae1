import { describe, expect, test } from 'vitest'
import { type LegalText, parseText } from '../../law/text/index.ts'
import { legalTextBlocks, plainText, toDocx, toPdf } from './index.ts'
import { docxParts, pdfPages } from './testing/read-back.ts'

const text = parseText('本市养犬条例\n（2026年3月1日通过）\n第一章　总则\n第一条　为了规范养犬行为，制定本条例。\n第二条　养犬人应当：\n（一）登记；\n（二）免疫。')
const table = { rows: [['项目', '金额'], ['登记', '免费']].map((row) => row.map((words) => ({ text: words, columnSpan: 1, rowSpan: 1, header: false }))) }
const withTable: LegalText = { ...text, annexes: [{ id: 'annex_1', label: '附件', title: '收费标准', blocks: [{ kind: 'table', table }] }] }

describe('a regulation on paper', () => {
  const blocks = legalTextBlocks(withTable, { label: '草案（一次审议稿）' })

  test('says which text it is without brackets in brackets, with note and chapter in the middle of their lines', () => {
    expect(blocks.flatMap((block) => (block.kind === 'heading' && block.centred === true ? [block.text] : []))).toEqual(['（草案一次审议稿）', '（2026年3月1日通过）', '第一章　总则'])
  })

  test('has every article with its number apart, items below it, and its tables as tables', () => {
    expect(blocks.flatMap((block) => (block.kind === 'paragraph' ? [plainText(block.words)] : []))).toEqual(['第一条　为了规范养犬行为，制定本条例。', '第二条　养犬人应当：', '（一）登记；', '（二）免疫。'])
    expect(blocks.flatMap((block) => (block.kind === 'table' ? block.table.rows.map((row) => row.map((cell) => cell.words)) : []))).toEqual([['项目', '金额'], ['登记', '免费']])
  })

  test('stands so in the docx and in the PDF', async () => {
    const content = { title: withTable.title, body: blocks }
    const document = (await docxParts(await toDocx(content))).get('word/document.xml') ?? ''
    const chapter = document.split('<w:p>').find((paragraph) => paragraph.includes('第一章')) ?? ''
    expect(chapter).toContain('<w:jc w:val="center"/>')
    const [page] = await pdfPages(await toPdf(content))
    const line = page?.lines.find((one) => one.text.includes('第一章'))
    expect(Math.abs((line?.left ?? 0) - ((page?.widthPoints ?? 0) - (line?.right ?? 0)))).toBeLessThan(12)
  })
})
