import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { inject } from 'vitest'
import { DEMO_PASSWORD } from '../../api/identity/index.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--lang=zh-CN']

export const demoUrl = (): string => inject('demoUrl')
export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium', args: flags })

/** A person of the demonstration at their desk: 1366 × 768 unless said otherwise. `complaints` collects what the page reports as wrong. */
export type Desk = { page: Page; context: BrowserContext; complaints: string[]; open(path: string): Promise<void>; close(): Promise<void> }

/** Sign a person of the demonstration in. `null` is the public; `base` another server than the shared one. */
export async function atDesk(browser: Browser, username: string | null, size: { width: number; height: number } = { width: 1366, height: 768 }, base: string = demoUrl()): Promise<Desk> {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', baseURL: base, reducedMotion: 'reduce' })
  if (username !== null) {
    const answer = await context.request.post('/api/auth/sign-in/username', { data: { username, password: DEMO_PASSWORD }, headers: { origin: new URL(base).origin } })
    if (!answer.ok()) throw new Error(`${username} cannot sign in: ${answer.status()} ${await answer.text()}`)
  }
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/favicon|status of (?:4\d\d)/u.test(message.text())) complaints.push(message.text())
  })
  return {
    page, context, complaints,
    open: async (path) => void (await page.goto(path)),
    close: () => context.close(),
  }
}

/** What axe finds on the page as it stands, and whether it has to be scrolled sideways; empty when all is well. */
export async function findingsOf(page: Page): Promise<string[]> {
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  const found = await page.evaluate<string[]>(`${axeSource}; axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html.slice(0, 200)))`)
  return sideways > 0 ? [`scrolls sideways by ${sideways}`, ...found] : found
}

/** Chooses what is named so in a list; the names of the demonstration's places stand in its fixtures alone. */
export async function choose(list: Locator, label: RegExp): Promise<void> {
  const option = list.locator('option').filter({ hasText: label })
  await option.waitFor({ state: 'attached' })
  await list.selectOption(await option.evaluate((one: HTMLOptionElement) => one.value))
}
