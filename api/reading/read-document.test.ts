import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDocument, readInWorker } from './index.ts'
import { makeDocx, p } from './testing/make-docx.ts'

const compound = (name: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le'), Buffer.alloc(100)])
const text = (words: string) => Buffer.from(words)

describe('a file is told by its content', () => {
  test.each([
    ['办法.doc', compound('WordDocument'), { status: 'stored', format: 'doc' }],
    ['办法.wps', compound('WordDocument'), { status: 'stored', format: 'wps' }],
    ['办法.docx', compound('EncryptedPackage'), { status: 'refused', code: 'password' }],
    ['办法.doc', compound('Workbook'), { status: 'refused', code: 'not-a-document' }],
    ['办法.docx', Buffer.alloc(0), { status: 'refused', code: 'empty-file' }],
    ['办法.docx', Buffer.from('89504e470d0a1a0a0000', 'hex'), { status: 'refused', code: 'not-a-document' }],
    ['办法.txt', Buffer.from(Array.from({ length: 300 }, (_, index) => index % 8)), { status: 'refused', code: 'not-a-document' }],
    ['办法.pdf', text('%PDF-1.7\nbroken'), { status: 'refused', code: 'damaged' }],
    ['办法.docx', Buffer.from('504b0304ffff', 'hex'), { status: 'refused', code: 'damaged' }],
    ['办法.txt', text('第一条　甲。'), { status: 'read', format: 'text' }],
    ['办法.txt', Buffer.from(`\u5b09\u5104\u7a01\u9e05${'第一条　为加强管理，制定本办法。\r\n'.repeat(9)}`, 'utf16le'), { status: 'read', format: 'text', metadata: { encoding: 'utf-16le' } }],
    ['办法.txt', Buffer.from('\u5b09\u5104\u7a01\u9e05\u5b09\u5104\u7a01\u9e05办法\r\n', 'utf16le'), { status: 'read', format: 'text', metadata: { encoding: 'utf-16le' } }],
    ['办法.doc', text('{\\rtf1 a\\par}'), { status: 'read', format: 'rtf' }],
    ['办法.doc', text('<html><body>a</body></html>'), { status: 'read', format: 'html' }],
    ['办法.txt', makeDocx({ body: p('正文') }), { status: 'read', format: 'docx' }],
  ])('%s #%#', async (fileName, source, expected) => {
    const result = await readDocument({ source, fileName })
    expect(result).toMatchObject(expected)
    if (result.status === 'refused') expect(result.message).toMatch(/请.*。$/)
    if (result.status === 'stored') expect(result.reason).toMatch(/docx.*上传|上传.*docx/)
  })

  test.each([
    ['GBK', Buffer.concat([Buffer.from([0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5, 0x20, 0xbc, 0xd7, 0xa1, 0xa3])]), ['guessed-encoding']],
    ['UTF-16 without a mark', Buffer.from('第一条　为加强管理，制定本办法。\n', 'utf16le'), ['guessed-encoding']],
    ['UTF-16 with its mark', Buffer.from('\ufeff第一条　为加强管理，制定本办法。\n', 'utf16le'), []],
    ['UTF-8', text('第一条　甲。\n'), []],
    ['UTF-8 with a byte order mark', text('\ufeff第一条　甲。\n'), ['byte-marks']],
    ['UTF-8 with CRLF', text('第一条　甲。\r\n'), ['byte-marks']],
    ['UTF-8 with lines of zero-width characters', text('第一条　甲。\n\u200b\n'), ['invisible-lines']],
  ])('what the bytes of a file show is a remark: %s', async (_, source, expected) => {
    const result = await readDocument({ source, fileName: 'a.txt' })
    expect(result.status === 'read' && [result.problems, result.remarks.map(({ code }) => code)]).toEqual([[], expected])
  })

  test('a name that lies is told', async () => {
    const result = await readDocument({ source: makeDocx({ body: p('正文') }), fileName: '正文.txt' })
    expect(result).toMatchObject({ problems: [{ message: expect.stringContaining('内容是Word 文档') }] })
  })

  test('a file without words is told to be empty', async () => {
    expect(await readDocument({ source: makeDocx({ body: p('　') }), fileName: 'a.docx' })).toMatchObject({ status: 'read', problems: [{ code: 'empty' }] })
  })
})

test('more lines than any law has are refused', async () => {
  expect(await readDocument({ source: text('甲\n'.repeat(50_001)), fileName: 'a.txt' })).toMatchObject({ status: 'refused', code: 'too-large', message: expect.stringContaining('50001') })
})

test('of thousands of problems the first are listed and the others counted', async () => {
  const result = await readDocument({ source: text('坏\ufffd\n'.repeat(2_000)), fileName: 'a.txt' })
  if (result.status !== 'read') throw new Error(result.status)
  expect(result.problems).toHaveLength(501)
  expect(result.problems.at(-1)?.message).toContain('1500')
})

describe('files on a disk', () => {
  const withFile = async <T>(sizeBytes: number, use: (path: string) => Promise<T>): Promise<T> => {
    const folder = await mkdtemp(join(tmpdir(), 'lifa-reading-'))
    try {
      const path = join(folder, 'file')
      const file = await open(path, 'w')
      await file.truncate(sizeBytes)
      await file.close()
      return await use(path)
    } finally {
      await rm(folder, { recursive: true })
    }
  }

  test('200 MB are refused by their size, unread', async () => {
    const before = process.memoryUsage().rss
    const result = await withFile(200 * 1024 * 1024, (source) => readDocument({ source, fileName: '大文件.docx' }))
    expect(result).toEqual({ status: 'refused', code: 'too-large', message: expect.stringMatching(/200 MB.*60 MB.*请/) })
    expect(process.memoryUsage().rss - before).toBeLessThan(50 * 1024 * 1024)
  })

  test('the limit can be set', async () => {
    expect(await withFile(3_000, (source) => readDocument({ source, fileName: 'a.txt', sizeLimitBytes: 2_000 }))).toMatchObject({ code: 'too-large' })
  })

  test('a path that leads nowhere is a refusal, not an exception', async () => {
    expect(await readDocument({ source: '/nowhere/at/all', fileName: 'a.docx' })).toMatchObject({ status: 'refused', code: 'unreadable' })
  })
})

describe('reading in a thread of its own', () => {
  const source = makeDocx({ body: p('第一条　甲。').repeat(3_000) })

  test('gives what reading here gives', async () => {
    expect(await readInWorker({ source, fileName: 'a.docx' })).toEqual(await readDocument({ source, fileName: 'a.docx' }))
  })

  test('lets the server serve others meanwhile', async () => {
    let turns = 0
    const ticker = setInterval(() => (turns += 1), 2)
    await readInWorker({ source, fileName: 'a.docx' })
    clearInterval(ticker)
    expect(turns).toBeGreaterThan(5)
  })

  test('is stopped when it takes too long', async () => {
    expect(await readInWorker({ source, fileName: 'a.docx' }, { timeoutMilliseconds: 1, memoryMegabytes: 256 })).toMatchObject({ status: 'refused', code: 'too-slow', message: expect.stringMatching(/请/) })
  })

  test('is stopped when it wants too much memory, and the program lives on', async () => {
    const large = makeDocx({ body: Array.from({ length: 60_000 }, (_, index) => p(`第${index}段各不相同的文字${Math.sqrt(index)}`)).join('') })
    expect(await readInWorker({ source: large, fileName: 'a.docx' }, { timeoutMilliseconds: 60_000, memoryMegabytes: 16 })).toMatchObject({ status: 'refused', code: 'too-much-memory' })
  })

  test('is stopped when it wants too much memory outside the heap, bytes of its file included', async () => {
    const large = Buffer.alloc(30 * 1024 * 1024, 32)
    large.write('%PDF-1.7\n')
    expect(await readInWorker({ source: large, fileName: 'a.pdf' }, { timeoutMilliseconds: 60_000, memoryMegabytes: 20 })).toMatchObject({ status: 'refused', code: expect.stringMatching(/too-much-memory|damaged/) })
  })

  test('many at once all get their answer', async () => {
    const results = await Promise.all(Array.from({ length: 5 }, () => readInWorker({ source: text('第一条　甲。'), fileName: 'a.txt' })))
    expect(results.map((result) => result.status)).toEqual(['read', 'read', 'read', 'read', 'read'])
  })
})
