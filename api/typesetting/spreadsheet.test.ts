import { expect, test } from 'vitest'
import { toXlsx } from './index.ts'
import { docxParts } from './testing/read-back.ts'

const unescape = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
const stringsOf = (xml: string) => [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((match) => unescape(match[1] ?? ''))

test('a list has its mark, its head row and its values; a formula is text', async () => {
  const parts = await docxParts(await toXlsx({ sheetName: '备案:目录', columns: [{ title: '序号', width: 6 }, { title: '名称' }], rows: [[1, '=1+1'], [2, 'a<b\u0001'], [3, null]], demo: '演示数据' }))
  const strings = stringsOf(parts.get('xl/sharedStrings.xml') ?? '')
  expect(strings).toEqual(['演示数据', '序号', '名称', '=1+1', 'a<b'])
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
  expect(sheet).not.toContain('<f>')
  expect(sheet).toMatch(/<v>3<\/v>/)
  expect(parts.get('xl/workbook.xml')).toContain('备案_目录')
})

test('outside the demonstration there is no mark', async () => {
  const parts = await docxParts(await toXlsx({ sheetName: '目录', columns: [{ title: '名称' }], rows: [] }))
  expect(stringsOf(parts.get('xl/sharedStrings.xml') ?? '')).toEqual(['名称'])
})

test('a text longer than a cell may hold is cut and says so', async () => {
  const parts = await docxParts(await toXlsx({ sheetName: '目录', columns: [{ title: '名称' }], rows: [['长'.repeat(40_000)]] }))
  const long = stringsOf(parts.get('xl/sharedStrings.xml') ?? '')[1] ?? ''
  expect(long.length).toBeLessThanOrEqual(32_767)
  expect(long.endsWith('（文字过长已截断）')).toBe(true)
})

test('a column is as wide as what stands in it, up to a width that still prints; a note below the list widens nothing', async () => {
  const parts = await docxParts(await toXlsx({ sheetName: '目录', columns: [{ title: '序号' }, { title: '日期' }, { title: '内容' }], rows: [['1', '2026-03-12', '长'.repeat(400)], ['', '2026-03-12　某人 导出的一份很长的说明']] }))
  const widths = [...(parts.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<col [^>]*width="(\d+)"/gu)].map((match) => Number(match[1]))
  expect(widths).toEqual([8, 12, 56])
})
