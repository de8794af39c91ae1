import { mkdir, mkdtemp, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atDesk, findingsOf, openBrowser } from './support/browser.ts'
import { goTo, saved, writeBehind } from './support/draft-acts.ts'

/** `npm run pictures` writes them to docs/pictures; a plain test run looks at the same pages and leaves the tree as it is. */
const inDocs = path.resolve(import.meta.dirname, '../docs/pictures')
const SMALLEST_BYTES = 20_000

let browser: Browser
let folder: string
beforeAll(async () => {
  browser = await openBrowser()
  folder = process.env.LIFA_PICTURES === 'write' ? inDocs : await mkdtemp(path.join(tmpdir(), 'lifa-pictures-'))
  await mkdir(folder, { recursive: true })
})
afterAll(() => browser?.close())

const openProject = async (page: Page, title: string): Promise<void> => {
  await page.goto('/app/projects?view=all')
  await page.locator('lf-list-table tbody a', { hasText: title }).last().click()
  await page.locator('lf-case-bar h1').waitFor()
}

type Picture = { name: string; who: string | null; show(page: Page): Promise<void> }

const openCase = async (page: Page, title: string): Promise<void> => {
  await page.goto('/app/queue')
  await page.locator('lf-list-table tbody a', { hasText: title }).first().click()
}

const pictures: Picture[] = [
  {
    name: 'queue', who: 'sujianshan',
    show: async (page) => {
      await page.goto('/app/queue')
      await page.locator('lf-list-table tbody tr').first().waitFor()
    },
  },
  {
    name: 'workbench', who: 'wenzhixing',
    show: async (page) => {
      await openCase(page, '城市养犬管理办法')
      await page.locator('law-outline a, law-outline button', { hasText: '十四' }).first().click()
      await page.locator('.candidates button', { hasText: '养犬' }).first().waitFor()
    },
  },
  {
    name: 'comparison', who: 'wenzhixing',
    show: async (page) => {
      await openCase(page, '建筑垃圾运输管理办法')
      await page.locator('workbench-bar h1').waitFor()
      const id = /\/review\/([0-9a-f-]+)/u.exec(page.url())?.[1] ?? ''
      await page.goto(`/app/refile/${id}`)
      await page.locator('ins, del').first().waitFor()
    },
  },
  {
    name: 'opinion', who: 'wenzhixing',
    show: async (page) => {
      await page.goto('/app/papers?view=underWay')
      await page.locator('main a', { hasText: '审查意见' }).first().click()
      await page.locator('lf-paper').waitFor()
    },
  },
  {
    name: 'meeting', who: 'xingzhiqiu',
    show: async (page) => {
      await page.goto('/app/meetings?view=past')
      await page.locator('lf-list-table tbody a', { hasText: '第三十八次会议' }).first().click()
      await page.locator('vote-bar').last().waitFor()
    },
  },
  {
    name: 'plan', who: 'xinhuaisu',
    show: async (page) => {
      await page.goto('/app/plans')
      await page.locator('lf-list-table tbody a', { hasText: '2026年度立法计划' }).first().click()
      await page.locator('.board .card').first().waitFor()
    },
  },
  {
    name: 'timeline', who: 'xinhuaisu',
    show: async (page) => {
      await openProject(page, '畜禽养殖污染防治条例')
      await page.locator('.chart svg').first().waitFor()
    },
  },
  {
    name: 'report', who: 'zuqingyan',
    show: async (page) => {
      await openProject(page, '畜禽养殖污染防治条例')
      const papers = page.locator('project-papers')
      await papers.locator('select').selectOption({ label: '审议结果的报告' })
      await papers.getByRole('button', { name: '拟稿' }).click()
      await page.locator('lf-paper').waitFor()
    },
  },
  {
    name: 'editor', who: 'zuqingyan',
    show: async (page) => {
      await openProject(page, '养犬管理条例')
      await page.getByRole('link', { name: '打开草案' }).click()
      await page.locator('.draft-article').nth(4).waitFor()
      await page.getByRole('switch', { name: '修订模式' }).check()
      await writeBehind(page, '第二条', '适用本条例。', '驻军所属犬只除外。')
      await goTo(page, '第四条')
      await page.keyboard.press('Alt+ArrowUp')
      await page.locator('.draft-outline [aria-current]', { hasText: '第三条' }).waitFor()
      await page.locator('.draft-margin .suggestion', { hasText: '驻军' }).waitFor()
      await page.locator('.draft-margin .suggestion em', { hasText: '移动' }).waitFor()
      await saved(page)
      await goTo(page, '第二条')
    },
  },
  {
    name: 'public', who: null,
    show: async (page) => {
      await page.goto('/search?q=' + encodeURIComponent('养犬'))
      await page.locator('main a[href^="/law/"]', { hasText: '养犬' }).first().click()
      await page.locator('h1').waitFor()
    },
  },
]

test.each(pictures)('the page in the picture “$name” is shown whole, and axe finds nothing on it', async ({ name, who, show }) => {
  const desk = await atDesk(browser, who)
  await show(desk.page)
  await desk.page.evaluate(() => document.fonts.ready)
  const file = path.join(folder, `${name}.png`)
  await desk.page.screenshot({ path: file })
  expect((await stat(file)).size).toBeGreaterThan(SMALLEST_BYTES)
  expect(await findingsOf(desk.page)).toEqual([])
  expect(desk.complaints).toEqual([])
  await desk.close()
})
