import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { blocksFromText, type SourceBlock } from '../../../law/text/index.ts'
import { readDocument } from '../../reading/index.ts'
import { type PaperContent, type PaperTable, type SheetContent, toDocx, toDocxTable, toPdf, toPdfTable } from '../../typesetting/index.ts'
import { textDifferences } from './text-differences.ts'

const read = async (source: Uint8Array, fileName: string): Promise<SourceBlock[]> => {
  const result = await readDocument({ source, fileName })
  if (result.status !== 'read') throw new Error(`${fileName}: ${result.status}`)
  return result.blocks
}
const printed = async (content: PaperContent) => read(await toPdf(content), 'sealed.pdf')
const typed = async (content: PaperContent) => read(await toDocx(content), 'text.docx')
const wordsOf = (differences: ReturnType<typeof textDifferences>['differences']) => differences.map(({ place, sealed, word }) => [place, sealed, word])

const paperOfMarkdown = (markdown: string): PaperContent => {
  const [title, ...rest] = blocksFromText(markdown)
  return {
    title: title?.kind === 'line' ? title.text : '',
    body: rest.map((block) =>
      block.kind === 'line'
        ? { kind: 'paragraph', words: block.text }
        : { kind: 'table', table: { columnShares: (block.table.rows[0] ?? []).map(() => 1), headerRowCount: 1, rows: block.table.rows.map((row) => row.map(({ text, header }) => ({ words: text, header }))) } },
    ),
  }
}

const HEAD = ['序号', '违法情形', '处罚幅度', '备注']
/** Long enough for two pages, with cells that wrap and cells that are all alike. */
const rowsOf = (count: number): string[][] =>
  Array.from({ length: count }, (_, at) => [`${at + 1}`, `第${at + 1}类情形，占用道路或者绿地堆放物料未及时清理`, `处${(at + 1) * 100}元以上${(at + 1) * 300}元以下罚款`, at % 2 === 0 ? '' : '可以并处'])
const tableOf = (rows: readonly string[][]): PaperTable => ({
  columnShares: [1, 4, 4, 2], headerRowCount: 1,
  rows: [HEAD.map((words) => ({ words, header: true })), ...rows.map((row) => row.map((words) => ({ words })))],
})
const paper = (rows: readonly string[][]): PaperContent => ({
  title: '处罚裁量办法',
  body: [
    ...['第一条　为了规范裁量，制定本办法。', '第二条　裁量按照附件1执行。', '第三条　本办法自2026年4月1日起施行。', '附件1', '裁量基准表'].map((words) => ({ kind: 'paragraph' as const, words })),
    { kind: 'table', table: tableOf(rows) },
    { kind: 'paragraph', words: '上表所称以上、以下包括本数。' },
  ],
})
const changed = (rows: readonly string[][], from: string, to: string) => rows.map((row) => row.map((words) => (words === from || from.length > 2 ? words.replace(from, to) : words)))
const ROWS = rowsOf(24)

describe('a table over two pages, sealed PDF beside Word', () => {
  test('the same words are no difference, whatever order the cells are printed in', async () => {
    const sealed = await printed(paper(ROWS))
    const heads = sealed.filter((b) => b.kind === 'line' && b.text.replace(/\s/gu, '') === HEAD.join(''))
    expect(heads.length).toBeGreaterThan(1)
    expect(textDifferences(sealed, await typed(paper(ROWS))).differences).toEqual([])
  })

  test.each([
    ['an amount', '处1000元以上3000元以下罚款', '处1000元以上5000元以下罚款', true],
    ['one more digit', '处1000元以上3000元以下罚款', '处1000元以上30000元以下罚款', true],
    ['a word', '第7类情形，占用道路', '第7类情形，占用街道', false],
    ['a number that stands alone', '24', '25', false],
  ])('%s that was changed is exactly one difference with the words of both sides', async (_name, from, to, grave) => {
    const { differences } = textDifferences(await printed(paper(ROWS)), await typed(paper(changed(ROWS, from, to))))
    expect(differences).toHaveLength(1)
    expect(differences[0]).toMatchObject({ place: '附件1', grave })
    expect(differences[0]?.sealed).toContain(from)
    expect(differences[0]?.word).toContain(to)
  })

  test.each([
    ['Word', (rows: readonly string[][]) => [rows, rows.filter((_, at) => at !== 9)] as const, 'sealed' as const],
    ['the sealed text', (rows: readonly string[][]) => [rows.filter((_, at) => at !== 9), rows] as const, 'word' as const],
  ])('a row that %s leaves out is said, and grave', async (_name, sides, has) => {
    const [left, right] = sides(ROWS)
    const { differences } = textDifferences(await printed(paper(left)), await typed(paper(right)))
    expect(wordsOf(differences)).toHaveLength(1)
    expect(differences[0]).toMatchObject({ place: '附件1', grave: true, [has === 'sealed' ? 'word' : 'sealed']: null })
    expect(differences[0]?.[has]).toContain('1000元')
    expect(differences[0]?.[has]).toContain('第10类')
  })

  test('running text beside the table is compared word by word as before', async () => {
    const words = (content: PaperContent): PaperContent => ({ ...content, body: content.body.map((b) => (b.kind === 'paragraph' ? { ...b, words: `${String(b.words)}`.replace('4月1日', '5月1日').replace('包括本数', '不包括本数') } : b)) })
    expect(wordsOf(textDifferences(await printed(paper(ROWS)), await typed(words(paper(ROWS)))).differences)).toEqual([
      ['第三条', '第三条　本办法自2026年4月1日起施行。', '第三条　本办法自2026年5月1日起施行。'],
      ['附件1', '上表所称以上、以下包括本数。', '上表所称以上、以下不包括本数。'],
    ])
  })
})

test('tables with nothing in common are one difference that tells both', () => {
  const printedRows = Array.from({ length: 300 }, (_, at): SourceBlock => ({ kind: 'line', text: `甲${at} 处${at}元`, line: at }))
  const table: SourceBlock = { kind: 'table', line: 1, table: { rows: Array.from({ length: 300 }, (_, at) => [`乙${at}号`, `罚${at}角`].map((text) => ({ text, columnSpan: 1, rowSpan: 1, header: false }))) } }
  const { differences } = textDifferences(printedRows, [table])
  expect(differences).toHaveLength(1)
  expect(differences[0]).toMatchObject({ grave: true })
  expect([differences[0]?.sealed, differences[0]?.word].map((words) => [words?.includes('处299元'), words?.includes('罚299角')])).toEqual([[true, false], [false, true]])
})

test('a sheet that is all table has no difference from its own print', async () => {
  const sheet: SheetContent = { title: '收费项目清单', orientation: 'portrait', table: tableOf(ROWS) }
  expect(textDifferences(await read(await toPdfTable(sheet), 'sealed.pdf'), await read(await toDocxTable(sheet), 'text.docx')).differences).toEqual([])
})

describe('a text with six annexes and tables in them', () => {
  const text = readFileSync(new URL('../../../fixtures/documents/current/signs-city.md', import.meta.url), 'utf8').replace(/^---\n[\s\S]*?\n---\n/u, '')
  const planted: [string, string, string][] = [
    ['第十四条', '自收到通知之日起十五日内修复或者更换', '自收到通知之日起十日内修复或者更换'],
    ['附件2', '宽度不超过1.5米', '宽度不超过1.5m'],
    ['附件3', '螺栓无松动、锈蚀', '螺栓无松动、裂纹'],
  ]

  test('differs nowhere from its own print', async () => {
    expect(textDifferences(await printed(paperOfMarkdown(text)), await typed(paperOfMarkdown(text))).differences).toEqual([])
  })

  test('differs only where a difference was planted', async () => {
    const other = planted.reduce((words, [, from, to]) => words.replace(from, to), text)
    const { differences } = textDifferences(await printed(paperOfMarkdown(text)), await typed(paperOfMarkdown(other)))
    expect(differences.map(({ place }) => place)).toEqual(planted.map(([place]) => place))
    planted.forEach(([, from, to], at) => {
      expect(differences[at]?.sealed).toContain(from)
      expect(differences[at]?.word).toContain(to)
    })
  })
})
