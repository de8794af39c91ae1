import { describe, expect, test } from 'vitest'
import { points } from '../../law/paper/index.ts'
import { charactersWithoutGlyph, toComparisonTablePdf, toPdf, toPdfTable, type SheetContent } from './index.ts'
import { pdfPages, wordsOf } from './testing/read-back.ts'
import { gridPaper, opinion, OPINION_ORDER, registrationForm } from './testing/sample-papers.ts'

const dense = (text: string) => text.replace(/[\s　]/g, '')

describe('an opinion as PDF, read back', () => {
  test('has its words in the order of the standard, and they can be copied', async () => {
    const pages = await pdfPages(await toPdf(opinion))
    const words = dense(pages.flatMap((page) => page.lines.map((line) => line.text)).join(''))
    let at = 0
    for (const each of OPINION_ORDER) {
      const found = words.indexOf(dense(each), at)
      expect(found, each).toBeGreaterThanOrEqual(at)
      at = found
    }
  })

  test('lies within 28 mm left and 26 mm right on A4', async () => {
    for (const page of await pdfPages(await toPdf(opinion))) {
      expect(page.widthPoints).toBeCloseTo(points(210), 0)
      expect(page.heightPoints).toBeCloseTo(points(297), 0)
      for (const line of page.lines) {
        expect(line.left).toBeGreaterThan(points(28) - 0.5)
        // the blank half of a closing mark may hang over the edge, its ink does not
        const hanging = /[。，、；：》）]$/.test(line.text) ? 8 : 0
        expect(line.right, line.text).toBeLessThan(points(210 - 26) + 0.5 + hanging)
      }
    }
  })

  test('has the mark at the head and the number at the foot of every page, odd right, even left', async () => {
    const pages = await pdfPages(await toPdf(opinion))
    pages.forEach((page, index) => {
      expect(dense(page.lines[0]?.text ?? '')).toBe('演示数据签发前不生效，不编号')
      const number = page.lines.at(-1)
      expect(number?.text).toBe(`— ${index + 1} —`)
      if (index % 2 === 0) expect(number?.right).toBeCloseTo(points(210 - 26) - 14, 0)
      else expect(number?.left).toBeCloseTo(points(28) + 14, 0)
    })
  })

  test('the imprint stands at the foot of the text of the last page', async () => {
    const last = (await pdfPages(await toPdf(opinion))).at(-1)
    const imprint = last?.lines.find((line) => line.text.includes('印发'))
    expect(imprint?.y).toBeGreaterThan(points(35))
    expect(imprint?.y).toBeLessThan(points(45))
  })

  test('the signature never stands alone under a table either: its last row is above it', async () => {
    for (let rows = 14; rows <= 26; rows += 1) {
      const table = { columnShares: [1], headerRowCount: 1, rows: [[{ words: '名称', header: true }], ...Array.from({ length: rows }, (_, at) => [{ words: `第${at + 1}行` }])] }
      const page = (await pdfPages(await toPdf({ title: '目录', body: [{ kind: 'table', table }], signature: { organ: '某市人大常委会', date: '2026-03-13' } }))).at(-1)
      expect(page?.lines.some((line) => line.text.includes(`第${rows}行`)), `${rows}`).toBe(true)
    }
  })

  test('the signature never stands alone: words of the body are above it', async () => {
    for (let length = 300; length < 700; length += 40) {
      const pages = await pdfPages(await toPdf({ title: '函', body: [{ kind: 'paragraph', words: '字'.repeat(length) }], signature: { organ: '某局', date: '2026-03-13' } }))
      const page = pages.find((each) => each.lines.some((line) => line.text.includes('某局')))
      expect(page?.lines.some((line) => /字{2}/.test(line.text)), `${length}`).toBe(true)
    }
  })
})

test('a page has 22 lines of 28 characters', async () => {
  const pages = await pdfPages(await toPdf(gridPaper))
  const bodyLines = pages.map((page) => page.lines.filter((line) => /^字+$/.test(line.text)))
  expect(bodyLines[1]).toHaveLength(22)
  for (const line of bodyLines[1] ?? []) {
    expect(line.text).toHaveLength(28)
    expect(line.right - line.left).toBeCloseTo(points(156), 0)
  }
  expect(bodyLines.flat().map((line) => line.text).join('')).toHaveLength(28 * 22 * 2)
})

test('a form fits one sheet', async () => {
  const bytes = await toPdfTable(registrationForm)
  expect(await pdfPages(bytes)).toHaveLength(1)
  expect(dense(await wordsOf(bytes, 'form.pdf'))).toContain('某政发〔2026〕8号')
})

test('a long list goes on, its head again on every page, no row lost', async () => {
  const list: SheetContent = {
    title: '备案目录',
    orientation: 'landscape',
    table: {
      columnShares: [1, 8],
      headerRowCount: 1,
      rows: [[{ words: '序号', header: true }, { words: '名称', header: true }], ...Array.from({ length: 60 }, (_, index) => [{ words: `${index + 1}` }, { words: `第${index + 1}号规定` }])],
    },
  }
  const pages = await pdfPages(await toPdfTable(list))
  expect(pages.length).toBeGreaterThan(2)
  expect(pages[0]?.widthPoints).toBeCloseTo(points(297), 0)
  for (const page of pages) expect(page.lines.some((line) => /序号.*名称/.test(line.text))).toBe(true)
  const words = pages.flatMap((page) => page.lines.map((line) => line.text)).join('\n')
  for (let number = 1; number <= 60; number += 1) expect(words).toContain(`第${number}号规定`)
})

test('a cell longer than a page is cut by lines and nothing of it is lost', async () => {
  const pages = await pdfPages(await toPdfTable({ title: '表', orientation: 'portrait', table: { columnShares: [1], rows: [[{ words: '长'.repeat(3_000) }]] } }))
  expect(pages.length).toBeGreaterThan(1)
  expect(pages.flatMap((page) => page.lines.map((line) => line.text)).join('').match(/长/g)).toHaveLength(3_000)
})

test('characters that no font has are printed as 〓 and can be asked for beforehand', async () => {
  expect(await charactersWithoutGlyph('某市𠮷某“〔2026〕”')).toEqual(['𠮷'])
  const words = await wordsOf(await toPdf({ title: '关于𠮷某的函', body: [{ kind: 'paragraph', words: '正文正文正文。' }] }), 'a.pdf')
  expect(words).toContain('关于〓某的函')
})

test('a comparison has both sides, its marks explained, and the mark of the demonstration', async () => {
  const bytes = await toComparisonTablePdf(
    [{ before: [{ text: '第一条　处', change: 'same' }, { text: '五百元。', change: 'gone' }], after: [], note: '删去' }],
    { title: '条文对照表', demo: '演示数据' },
  )
  const words = dense((await pdfPages(bytes)).flatMap((page) => page.lines.map((line) => line.text)).join(''))
  for (const each of ['演示数据', '条文对照表', '删除线为删去文字', '现行修改后说明', '第一条处五百元。', '（无）', '删去']) expect(words).toContain(each)
})
