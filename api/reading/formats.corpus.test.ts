import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { parseLegalText } from '../../law/text/parse.ts'
import { plainText, printLegalText } from '../../law/text/print.ts'
import { readDocument, readInWorker, type ReadResult } from './index.ts'

const corpus = process.env['LIFA_CORPUS'] ?? '../shared/corpus'
const folder = resolve(corpus, '..', 'formats')

const entrySchema = z.object({
  file: z.string(),
  title: z.string().nullish(),
  articles: z.array(z.object({ number: z.string(), text: z.string() })).default([]),
  expect: z.string().optional(),
  insertions: z.number().optional(),
  deletions: z.number().optional(),
})
const manifestFile = resolve(folder, 'manifest.json')
const entries = existsSync(manifestFile) ? z.array(entrySchema).parse(JSON.parse(readFileSync(manifestFile, 'utf8'))) : []

const dense = (text: string) => text.replace(/[\s\u3000]/g, '')
const read = (file: string) => readDocument({ source: resolve(folder, file), fileName: file })
const wordsOf = (result: ReadResult) =>
  result.status === 'read' ? result.blocks.map((block) => (block.kind === 'line' ? block.text : '')).join('\n') : ''

/** Kept, and a docx is asked for. */
const STORED = new Map([['scan.pdf', 'pdf']])
const readable = entries.filter((entry) => entry.articles.length > 0 && !STORED.has(entry.file))
const hostile = entries.filter((entry) => entry.expect?.startsWith('refused'))

test('the folder of formats is there', () => {
  expect(entries.length).toBeGreaterThan(15)
})

describe.each(readable)('$file', ({ file, title, articles, insertions, deletions }) => {
  test('gives every article as a reader sees it, in order and with nothing between', async () => {
    const result = await read(file)
    const words = dense(wordsOf(result))
    let at = words.indexOf(dense((articles[0]?.number ?? '') + (articles[0]?.text ?? '')))
    expect(at, '第一条').toBeGreaterThanOrEqual(0)
    for (const article of articles) {
      const expected = dense(article.number + article.text)
      const found = words.indexOf(expected, at)
      expect(found, `${file} ${article.number}`).toBeGreaterThanOrEqual(at)
      const between = words.slice(at, found)
      expect(between, `before ${article.number}`).toMatch(/^(第[一二三四五六七八九十百]+[编章节].{0,40})*$/)
      at = found + expected.length
    }
  })

  test('is parsed into the same articles with the same words', async () => {
    const result = await read(file)
    if (result.status !== 'read') throw new Error(result.status)
    const parsed = parseLegalText(result.blocks)
    // labels of items are compared in one form: the tree writes （一） where the file has (一)
    const labels = (text: string) => dense(text).replace(/[（(]([一二三四五六七八九十]+)[)）]/g, '（$1）')
    expect(parsed.articles.map((article) => ({ number: article.number, text: labels(plainText(article)) }))).toEqual(articles.map(({ number, text }) => ({ number, text: labels(text) })))
    for (const article of articles) expect(dense(printLegalText(parsed))).toContain(dense(article.number + article.text))
  })

  test('begins with its title', async () => {
    expect(dense(wordsOf(await read(file)))).toMatch(new RegExp(`^${dense(title ?? '')}`))
  })

  test('tells tracked insertions and deletions with author and date', async () => {
    const result = await read(file)
    const revisions = result.status === 'read' ? result.revisions : undefined
    expect(revisions?.insertions.length ?? 0).toBe(insertions ?? 0)
    expect(revisions?.deletions.length ?? 0).toBe(deletions ?? 0)
    for (const revision of [...(revisions?.insertions ?? []), ...(revisions?.deletions ?? [])]) {
      expect(revision).toMatchObject({ author: expect.stringMatching(/./), date: expect.stringMatching(/^\d{4}-\d\d-\d\d/), text: expect.stringMatching(/./) })
    }
  })
})

test.each([...STORED])('%s is stored and a docx is asked for', async (file, format) => {
  expect(await read(file)).toEqual({ status: 'stored', format, reason: expect.stringMatching(/请.*docx/) })
})

test('hidden words are left out and told', async () => {
  const result = await read('messy.docx')
  if (result.status !== 'read') throw new Error(result.status)
  expect(new Set(result.revisions?.hiddenText)).toEqual(new Set(['（内部批注：请核）']))
  expect(wordsOf(result)).not.toContain('内部批注')
  expect(result.problems.map((problem) => problem.code)).toContain('hidden-text')
})

test('the annex keeps its table with merged cells', async () => {
  const result = await read('annex-table.docx')
  if (result.status !== 'read') throw new Error(result.status)
  const tables = result.blocks.filter((block) => block.kind === 'table')
  expect(tables).toHaveLength(1)
  const rows = tables[0]?.table.rows ?? []
  expect(rows.map((row) => row.map((cell) => [cell.text, cell.rowSpan]))).toMatchObject([
    [['序号', 1], ['违法行为', 1], ['情节', 1], ['罚款幅度', 1]],
    [['1', 2], ['未按照规定设置围挡', 2], ['轻微', 1], ['五千元以下', 1]],
    [['一般', 1], ['五千元以上一万元以下', 1]],
    [['2', 1], ['未及时清运建筑垃圾', 1], ['严重', 1], ['一万元以上三万元以下', 1]],
  ])
})

test('lines of a PDF are joined to the paragraphs of the Word file it came from', async () => {
  const entry = entries.find((each) => each.file === 'born.pdf')
  const result = await read('born.pdf')
  if (result.status !== 'read') throw new Error(result.status)
  const starts = result.blocks.filter((block) => block.kind === 'line' && /^\s*第[一二三四五六七八九十百]+条/.test(block.text))
  expect(starts).toHaveLength(entry?.articles.length ?? 0)
  for (const block of result.blocks.slice(3)) {
    if (block.kind === 'line') expect(block.text, '每段以标点结束').toMatch(/[。：；）]$|^\s*第[一二三四五六七八九十]+章/)
  }
})

describe.each(hostile)('$file', ({ file }) => {
  test('is refused in a thread of its own with a sentence that says what to do', async () => {
    const result = await readInWorker({ source: resolve(folder, file), fileName: file })
    if (result.status === 'read') throw new Error('read')
    expect(result).toMatchObject({ status: 'refused', message: expect.stringMatching(/请/) })
  })
})
