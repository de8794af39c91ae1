/** `npm run bench:editor`: opening and typing in the drafting screen with suggestions, comments, hints and a second person on, in Chromium. */
import path from 'node:path'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build, preview } from 'vite'
import { findChromium } from '../../cli/find-chromium.ts'
import { toArticleLabel, toChineseNumber } from '../../law/text/index.ts'
import { corpusFolder, readCorpusText } from '../corpus.ts'
import { percentile, print } from '../measure.ts'

/** `npm run bench:editor -- open` only opens the page: whether the bench still fits the screen. */
const BLOCKS = process.argv[2] === 'open' ? 0 : 4
const KEYS = 50
const ARTICLES = 1260
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=zh-CN']
/** A quick hand, and rests in which suggestions, outline and hints are counted anew and then met by the next key. */
const GAPS_MS = [40, 90, 60, 120, 30, 70, 150, 50, 100, 320, 60, 90, 40, 650, 80, 110, 45, 75, 130, 1_050]

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

/** Milliseconds from key to paint of one block of keys. */
async function typed(page: Page): Promise<number[]> {
  await page.bringToFront()
  await page.evaluate(() => { window.bench.latencies.length = 0 })
  for (let i = 0; i < KEYS; i += 1) {
    await page.keyboard.press('abcdefghij'.charAt(i % 10))
    await page.waitForFunction((count) => window.bench.latencies.length >= count, i + 1)
    await pause(GAPS_MS[i % GAPS_MS.length] ?? 0)
  }
  return page.evaluate(() => [...window.bench.latencies])
}

async function newPage(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(address)
  await page.waitForFunction(() => 'bench' in window)
  return page
}

const folder = await mkdtemp(path.join(tmpdir(), 'lifa-bench-editor-'))
const root = path.resolve(import.meta.dirname, 'page')
await build({ root, configFile: false, logLevel: 'error', build: { outDir: folder, emptyOutDir: true, target: 'es2022' } })
const server = await preview({ root, configFile: false, logLevel: 'error', build: { outDir: folder }, preview: { host: '127.0.0.1' } })
const browser = await chromium.launch({ executablePath: findChromium() ?? '/usr/bin/chromium', args: FLAGS })
try {
  const address = server.resolvedUrls?.local[0] ?? ''
  const text = corpusFolder === null ? writtenText() : await readCorpusText('minfadian__2020-05-28.md')
  const name = corpusFolder === null ? 'a written text' : 'the Civil Code'
  const [ours, plain, area] = [await newPage(browser, address), await newPage(browser, address), await newPage(browser, address)]
  await plain.evaluate((source) => window.bench.openPlain(source, 'contenteditable'), text)
  await area.evaluate((source) => window.bench.openPlain(source, 'textarea'), text)
  await ours.bringToFront()
  const { openMs, ...found } = await ours.evaluate((source) => window.bench.open(source), text)
  print({ name: 'editor.open', value: openMs, unit: 'ms', to: `address to paint, ${name}`, detail: found })
  const latencies: Record<'ours' | 'plain' | 'area', number[]> = { ours: [], plain: [], area: [] }
  // in turns, so that a machine with other work has it for all of them
  for (let block = 0; block < BLOCKS; block += 1) {
    latencies.ours.push(...await typed(ours))
    latencies.plain.push(...await typed(plain))
    latencies.area.push(...await typed(area))
  }
  for (const p of BLOCKS === 0 ? [] : [0.5, 0.99]) {
    const [us, them, textarea] = [percentile(latencies.ours, p), percentile(latencies.plain, p), percentile(latencies.area, p)]
    print({ name: `editor.key.p${p * 100}`, value: us, unit: 'ms', to: 'key to paint', detail: { textarea: Math.round(textarea), contenteditable: Math.round(them) } })
    print({ name: `editor.key.p${p * 100}.ratio`, value: us / them, unit: 'x', to: 'a plain contenteditable with the same text, same run' })
  }
  await ours.bringToFront()
  const { peer, own } = await ours.evaluate(() => window.bench.arrived())
  print({ name: 'editor.together', value: peer, unit: 'words', to: 'written by a second person meanwhile', detail: { own } })
} finally {
  await browser.close()
  await server.close()
  await rm(folder, { recursive: true, force: true })
}
