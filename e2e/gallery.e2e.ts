import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { build, preview, type PreviewServer } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** The elements as a screen uses them, under the content security policy of the product. */
const root = path.resolve(import.meta.dirname, '../ui')
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const policy = "default-src 'self'; script-src 'self'; style-src 'self'; frame-ancestors 'none'"
const parts = ['queue', 'workbench', 'filing', 'states', 'compare', 'compare&mode=one', 'paper', 'editor']

let server: PreviewServer
let browser: Browser
let address = ''

beforeAll(async () => {
  await build({ root, configFile: path.join(root, 'vite.config.ts'), mode: 'gallery', logLevel: 'error' })
  server = await preview({ root, configFile: path.join(root, 'vite.config.ts'), mode: 'gallery', logLevel: 'error', preview: { host: '127.0.0.1', headers: { 'content-security-policy': policy } } })
  address = server.resolvedUrls?.local[0] ?? ''
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=zh-CN'] })
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

type Opened = { page: Page; complaints: string[] }
async function open(part: string, { width = 1366, height = 768, large = false } = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  if (large) await context.addInitScript(() => localStorage.setItem('lifa.size', 'large'))
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/favicon|404/.test(message.text())) complaints.push(message.text())
  })
  await page.goto(`${address}gallery.html?part=${part}`)
  await page.waitForSelector('view-gallery > *')
  return { page, complaints }
}

describe.each([
  ['an office screen', { width: 1366, height: 768 }],
  ['a telephone', { width: 390, height: 844 }],
  ['large type', { width: 1366, height: 768, large: true }],
  ['a zoom of 200 %', { width: 683, height: 384 }],
])('on %s', (_name, size) => {
  test.each(parts)('%s shows without complaint, without scrolling sideways and without a finding of axe', async (part) => {
    const { page, complaints } = await open(part, size)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    const findings: unknown = await page.evaluate(`${axeSource}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html.slice(0, 200)))`)
    expect(findings).toEqual([])
    expect(complaints).toEqual([])
    await page.context().close()
  })
})

describe('by keyboard', () => {
  test('a list is walked, ticked and left for the search', async () => {
    const { page } = await open('queue')
    for (const key of ['j', 'j', 'x']) await page.keyboard.press(key)
    expect(await page.locator('tr.current td').nth(1).textContent()).toBe('备审-2026-0002')
    expect(await page.locator('.action-bar b').textContent()).toBe('3')
    await page.keyboard.press('f')
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('select')
    await page.keyboard.press('j')
    expect(await page.locator('tr.current td').nth(1).textContent()).toBe('备审-2026-0002')
    await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined))
    await page.keyboard.press('/')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('q')
    await page.context().close()
  })

  test('a deadline explains itself on focus and Esc takes it away; ? shows all keys', async () => {
    const { page } = await open('queue')
    await page.locator('.days-left').first().focus()
    expect(await page.locator('.float').textContent()).toContain('外省市参考·待确认')
    await page.keyboard.press('Escape')
    expect(await page.locator('.float').count()).toBe(0)
    await page.keyboard.press('?')
    await page.locator('lf-shortcuts lf-dialog').waitFor({ state: 'attached' })
    await page.keyboard.press('Escape')
    await page.locator('lf-shortcuts lf-dialog').waitFor({ state: 'detached' })
    await page.context().close()
  })

  test('a new place puts the focus on its heading, and back finds the old one', async () => {
    const { page } = await open('queue')
    await page.getByRole('link', { name: '接收登记' }).click()
    await page.waitForFunction(() => document.activeElement?.localName === 'h1')
    expect(page.url()).toMatch(/\/receipt$/)
    await page.goBack()
    await page.waitForFunction(() => location.search === '?part=queue' && document.querySelector('.list') !== null)
    await page.context().close()
  })
})

test('selected words come with their place, numbers and signs of flags not counted', async () => {
  const { page } = await open('workbench')
  const mark = await page.locator('mark.flag').first().boundingBox()
  if (!mark) throw new Error('no passage is shown')
  const middle = mark.y + mark.height / 2
  await page.mouse.move(mark.x + 1, middle)
  await page.mouse.down()
  await page.mouse.move(mark.x + mark.width + 18, middle, { steps: 8 })
  await page.mouse.up()
  await expect.poll(() => page.locator('output').textContent()).toBe('art_3__para_2__item_1 0–7 具有本市户籍；')
  await page.context().close()
})

test.each([1366, 390])('a long table of a paper breaks between rows at %i wide, with its head on every page, and no sheet grows', async (width) => {
  const { page } = await open('paper', { width })
  await expect.poll(() => page.locator('.sheet').count()).toBeGreaterThan(3)
  const sheets = await page.locator('.sheet').evaluateAll((all) => all.map((sheet) => ({ shape: sheet.clientHeight / sheet.clientWidth, first: [...sheet.querySelectorAll('tr:first-child > *')].map((cell) => cell.textContent), rows: [...sheet.querySelectorAll('tr:not(:first-child)')].map((row) => row.firstElementChild?.textContent) })))
  for (const { shape } of sheets) expect(shape).toBeCloseTo(297 / 210, 1)
  const tables = sheets.filter(({ first }) => first.length > 0)
  expect(tables.length).toBeGreaterThan(1)
  for (const { first } of tables) expect(first).toEqual(['序号', '规定', '上位法'])
  expect(tables.flatMap(({ rows }) => rows)).toEqual(Array.from({ length: 40 }, (_, at) => `${at + 1}`))
  // what had no room to be measured is measured when it has
  await page.setViewportSize({ width: 20, height: 768 })
  await expect.poll(() => page.locator('.sheet').count()).toBe(1)
  await page.setViewportSize({ width, height: 768 })
  await expect.poll(() => page.locator('.sheet').count()).toBe(sheets.length)
  await page.context().close()
})

describe('a file', () => {
  test('that breaks off says so, is sent again with the same key, and shows its digest', async () => {
    const { page } = await open('filing')
    const keys: (string | undefined)[] = []
    await page.route('**/api/files', async (route) => {
      keys.push(route.request().headers()['idempotency-key'])
      if (keys.length === 1) await route.abort('connectionreset')
      else await route.fulfill({ status: 201, json: { id: 'f2', name: '审查结论.pdf', sha256: `ab12${'0'.repeat(56)}cd34`, sizeBytes: 5, format: 'pdf', status: 'stored', reason: null, problems: [], remarks: [], insertions: 0, deletions: 0, hiddenPassages: 0 } })
    })
    await page.setInputFiles('lf-upload input', { name: '审查结论.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-') })
    await page.getByText('网络断了').waitFor()
    await page.getByRole('button', { name: '再传一次' }).click()
    await page.getByText('sha256 ab12…cd34').waitFor()
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
    await page.context().close()
  })

  test('of another kind is not sent', async () => {
    const { page } = await open('filing')
    let sent = 0
    await page.route('**/api/files', (route) => {
      sent += 1
      return route.abort()
    })
    await page.setInputFiles('lf-upload input', { name: '结论.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') })
    await page.getByText('这里只收 docx、pdf 文件。').waitFor()
    expect(sent).toBe(0)
    await page.context().close()
  })
})
