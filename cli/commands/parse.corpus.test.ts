import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const corpus = path.resolve(process.env['LIFA_CORPUS'] ?? '../shared/corpus')
const formats = path.resolve(corpus, '..', 'formats')
const program = path.resolve(import.meta.dirname, '..', 'lifa.mjs')

const problem = z.strictObject({ line: z.int().min(1), code: z.string(), message: z.string().regex(/[\u4e00-\u9fff]/) })
/** The contract of `parse`; what else a line holds is there for `print`. */
const parsed = z.object({
  file: z.string(),
  title: z.string(),
  note: z.string(),
  form: z.enum(['articles', 'outline']),
  preamble: z.array(z.string()),
  contents: z.array(z.string()),
  notice: z.array(z.string()),
  divisions: z.array(
    z.object({
      kind: z.enum(['part', 'subpart', 'chapter', 'section']),
      level: z.int().min(1),
      number: z.string(),
      heading: z.string(),
      id: z.string().min(1),
      from: z.string().nullable(),
      to: z.string().nullable(),
    }),
  ),
  articles: z.array(
    z.object({
      number: z.string(),
      id: z.string().min(1),
      heading: z.string().nullable(),
      paragraphs: z.array(
        z.object({
          text: z.string(),
          items: z.array(z.object({ number: z.string(), text: z.string(), subitems: z.array(z.object({ number: z.string(), text: z.string() })) })),
        }),
      ),
    }),
  ),
  annexes: z.array(z.object({ label: z.string(), title: z.string() })),
  closing: z.array(z.string()),
  problems: z.array(problem),
  remarks: z.array(problem),
})
const failed = z.strictObject({ file: z.string(), error: z.string().regex(/[\u4e00-\u9fff]/) })

const manifest = z
  .object({ texts: z.array(z.object({ file: z.string() })) })
  .parse(JSON.parse(readFileSync(path.join(corpus, 'manifest.json'), 'utf8')))
const files = manifest.texts.map(({ file }) => path.join(corpus, file))
const lines = (output: string): unknown[] => output.trimEnd().split('\n').map((line): unknown => JSON.parse(line))

test('251 texts through a pipe that is read slowly come out whole, one line each, in the order of the arguments', async () => {
  const child = spawn(process.execPath, [program, 'parse', ...files], { stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const chunks: Buffer[] = []
  for await (const chunk of child.stdout) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('no bytes')
    chunks.push(chunk)
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(await ended).toBe(0)
  const texts = lines(Buffer.concat(chunks).toString('utf8')).map((line) => parsed.parse(line))
  expect(texts.map(({ file }) => file)).toEqual(files)
  for (const { file, form, articles, title } of texts) {
    expect(title, file).not.toBe('')
    if (form === 'articles') for (const { number } of articles) expect(number, file).toMatch(/^$|^第[零一二三四五六七八九十百千]+条(之[一二三四五六七八九十]+)?$/)
  }
})

test('a reader that closes the pipe early is no failure', async () => {
  const child = spawn(process.execPath, [program, 'parse', ...files.slice(0, 40)], { stdio: ['ignore', 'pipe', 'pipe'] })
  let words = ''
  child.stderr.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  child.stdout.once('data', () => child.stdout.destroy())
  expect(await ended).toBe(0)
  expect(words).not.toMatch(/EPIPE|Error/)
})

const entries = existsSync(path.join(formats, 'manifest.json'))
  ? z
      .array(
        z.object({
          file: z.string(),
          title: z.string().nullish(),
          articles: z.array(z.object({ number: z.string(), text: z.string() })).default([]),
          expect: z.string().optional(),
        }),
      )
      .parse(JSON.parse(readFileSync(path.join(formats, 'manifest.json'), 'utf8')))
  : []

describe('files of every format', () => {
  const paths = entries.map(({ file }) => path.join(formats, file))
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, 'parse', ...paths], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  const answers = lines(stdout)
  const dense = (text: string): string => text.replace(/\s+/g, '').replace(/[（(]([一二三四五六七八九十]+)[)）]/g, '（$1）')

  test('have one line each, and the exit code says that some were refused', () => {
    expect(answers.length).toBe(entries.length)
    expect(entries.length).toBeGreaterThan(15)
    expect(status).toBe(1)
  })

  test.each(entries.map((entry, i) => ({ ...entry, i })))('$file is read as a person sees it, or refused in words', ({ file, title, articles, i }) => {
    const answer = answers[i]
    if (articles.length === 0) {
      const { error } = failed.parse(answer)
      expect(stderr).toContain(`${file}: ${error}`)
      return
    }
    const text = parsed.parse(answer)
    expect(text.title).toBe(title)
    const words = text.articles.map(({ number, paragraphs }) => ({
      number,
      text: dense(paragraphs.flatMap((p) => [p.text, ...p.items.flatMap((one) => [one.number, one.text, ...one.subitems.flatMap((sub) => [sub.number, sub.text])])]).join('')),
    }))
    expect(words).toEqual(articles.map((article) => ({ number: article.number, text: dense(article.text) })))
  })
})
