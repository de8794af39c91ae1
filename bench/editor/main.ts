/** `npm run bench:editor`: opening and typing in the drafting editor with suggestions and hints on, in Chromium. */
import path from 'node:path'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { chromium, type Page } from 'playwright-core'
import { build, preview } from 'vite'
import { findChromium } from '../../cli/find-chromium.ts'
import { toArticleLabel, toChineseNumber } from '../../law/text/index.ts'
import { corpusFolder, readCorpusText } from '../corpus.ts'
import { percentile, print } from '../measure.ts'

const KEYS = 200
const ARTICLES = 1260
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=zh-CN']

const SENTENCE = '有关单位应当依照本条例规定履行职责，及时处理群众反映的问题，并将处理结果告知当事人。'

/** As many articles as the Civil Code has, with 项 and references, for a machine without the corpus. */
function writtenText(): string {
  const lines = ['某市综合管理条例']
  for (let i = 1; i <= ARTICLES; i += 1) {
    if (i % 40 === 1) lines.push(`第${toChineseNumber(Math.ceil(i / 40))}章　有关规定`)
    lines.push(`${toArticleLabel(i)}　${SENTENCE}${i > 2 ? `本条例${toArticleLabel(i - 2)}第一款另有规定的，从其规定。` : ''}`, SENTENCE)
    if (i % 3 === 0) lines.push('有下列情形之一的，不适用前款规定：', '（一）情况紧急的；', '（二）法律、法规另有规定的；')
  }
  return lines.join('\n')
}

async function typed(page: Page): Promise<{ p50: number; p99: number }> {
  await page.evaluate(() => { window.bench.latencies.length = 0 })
  for (let i = 0; i < KEYS; i += 1) {
    await page.keyboard.press('abcdefghij'.charAt(i % 10))
    await page.waitForFunction((count) => window.bench.latencies.length >= count, i + 1)
  }
  const latencies = await page.evaluate(() => window.bench.latencies)
  return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) }
}

const folder = await mkdtemp(path.join(tmpdir(), 'lifa-bench-editor-'))
const root = path.resolve(import.meta.dirname, 'page')
await build({ root, configFile: false, logLevel: 'error', build: { outDir: folder, emptyOutDir: true, target: 'es2022' } })
const server = await preview({ root, configFile: false, logLevel: 'error', build: { outDir: folder }, preview: { host: '127.0.0.1' } })
const browser = await chromium.launch({ executablePath: findChromium() ?? '/usr/bin/chromium', args: FLAGS })
try {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  const text = corpusFolder === null ? writtenText() : await readCorpusText('minfadian__2020-05-28.md')
  const name = corpusFolder === null ? 'a written text' : 'the Civil Code'
  await page.goto(server.resolvedUrls?.local[0] ?? '')
  await page.waitForFunction(() => 'bench' in window)
  await page.evaluate((source) => window.bench.prepare(source), text)
  const { openMs, ...found } = await page.evaluate(() => window.bench.open())
  print({ name: 'editor.open', value: openMs, unit: 'ms', to: `document to paint, ${name}`, detail: found })
  const ours = await typed(page)
  await page.evaluate(() => window.bench.openPlain('textarea'))
  const area = await typed(page)
  await page.evaluate(() => window.bench.openPlain('contenteditable'))
  const plain = await typed(page)
  print({ name: 'editor.key.p50', value: ours.p50, unit: 'ms', to: 'key to paint', detail: { textarea: Math.round(area.p50), contenteditable: Math.round(plain.p50) } })
  print({ name: 'editor.key.p99', value: ours.p99, unit: 'ms', to: 'key to paint', detail: { textarea: Math.round(area.p99), contenteditable: Math.round(plain.p99) } })
  print({ name: 'editor.key.p50.ratio', value: ours.p50 / plain.p50, unit: 'x', to: 'a plain contenteditable with the same text, same run' })
  print({ name: 'editor.key.p99.ratio', value: ours.p99 / plain.p99, unit: 'x', to: 'a plain contenteditable with the same text, same run', detail: { textarea: ours.p99 / area.p99 } })
} finally {
  await browser.close()
  await server.close()
  await rm(folder, { recursive: true, force: true })
}
