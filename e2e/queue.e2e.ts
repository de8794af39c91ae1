import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atDesk, findingsOf, openBrowser } from './support/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** 科长 of the review office: reviewer and chief in one person. */
const CHIEF = 'sujianshan'

test('a chief begins with what comes first today', async () => {
  const desk = await atDesk(browser, CHIEF)
  await desk.open('/app/')
  await desk.page.locator('.today-sum').waitFor()
  expect(await desk.page.locator('h1').innerText()).toContain('2026年3月12日　星期四')
  expect(await desk.page.locator('.today-head p').innerText()).toMatch(/。$/u)
  expect(await desk.page.locator('.today-head .btn.main').count()).toBe(1)
  expect(await findingsOf(desk.page)).toEqual([])
  expect(desk.complaints).toEqual([])
  await desk.close()
})

test('filters stand in the address, become a view of the own, and are exported', async () => {
  const desk = await atDesk(browser, CHIEF)
  const { page } = desk
  await desk.open('/app/queue')
  await page.locator('lf-list-table tbody tr').first().waitFor()
  await page.getByLabel('状态', { exact: true }).selectOption({ label: '审查中' })
  await page.waitForURL(/state=underReview/u)
  await page.waitForFunction(() => [...document.querySelectorAll('lf-list-table lf-state')].every((state) => state.textContent?.includes('审查中')))
  expect(await page.locator('lf-list-table lf-state').count()).toBeGreaterThan(0)
  await page.getByRole('columnheader', { name: /登记日期/u }).getByRole('button').click()
  await page.waitForURL(/sort=registeredOn/u)

  await page.getByRole('button', { name: '存为视图' }).click()
  await page.getByLabel(/视图名称/u).fill('审查中的')
  await page.locator('lf-dialog[open] .btn.main').click()
  const own = page.getByRole('link', { name: '审查中的' })
  await own.waitFor()
  await desk.open('/app/queue')
  await own.click()
  await page.waitForURL(/state=underReview/u)

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '导出清单' }).click()])
  expect(download.suggestedFilename()).toBe('审查队列-2026-03-12.xlsx')
  await page.getByRole('button', { name: '删除这个视图' }).click()
  await page.locator('lf-dialog[open] .btn.grave').click()
  await own.waitFor({ state: 'detached' })
  expect(await findingsOf(page)).toEqual([])
  expect(desk.complaints).toEqual([])
  await desk.close()
})

test('the keys walk, tick and find', async () => {
  const desk = await atDesk(browser, CHIEF)
  const { page } = desk
  await desk.open('/app/queue')
  await page.locator('lf-list-table tbody tr').first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.locator('lf-list-table tbody tr:nth-child(2).ticked.current').waitFor()
  expect(await page.locator('.action-bar').innerText()).toContain('已勾选 1 件')
  await page.keyboard.press('f')
  expect(await page.evaluate(() => document.activeElement?.closest('lf-filter-bar') !== null)).toBe(true)
  await desk.close()
})

test('two cases are distributed at once with a reviewer, then given to another', async () => {
  const desk = await atDesk(browser, CHIEF)
  const { page } = desk
  await desk.open('/app/queue?view=toDistribute')
  const rows = page.locator('lf-list-table tbody tr')
  await rows.nth(1).waitFor()
  const titles = [await rows.nth(0).locator('td.title a').innerText(), await rows.nth(1).locator('td.title a').innerText()]
  for (const at of [0, 1]) await rows.nth(at).locator('input[type=checkbox]').check()
  expect(await page.locator('.action-bar').innerText()).toContain('已勾选 2 件，均为待分送')
  await page.locator('.action-bar .btn.main', { hasText: '分送 2 件' }).click()
  await page.locator('.committee-list input').first().check()
  await page.locator('batch-distribution select[name=reviewerId]').selectOption({ index: 1 })
  expect(await findingsOf(page)).toEqual([])
  await page.locator('lf-dialog[open] .btn.main').click()
  await page.locator('lf-notice-bar', { hasText: '已分送 2 件。' }).waitFor()

  await desk.open('/app/queue?state=distributed')
  for (const title of titles) await rows.filter({ hasText: title }).locator('input[type=checkbox]').check()
  await page.getByRole('button', { name: '指定承办人' }).click()
  await page.locator('batch-assignment select').selectOption({ index: 2 })
  await page.locator('lf-dialog[open] .btn.main').click()
  await page.locator('lf-notice-bar', { hasText: '已指定承办人 2 件。' }).waitFor()
  expect(desk.complaints).toEqual([])
  await desk.close()
})

test('notices stand unread first and are read; a leader has a page of the cases led', async () => {
  const desk = await atDesk(browser, CHIEF)
  await desk.open('/app/notices')
  await desk.page.locator('.inbox > li').first().waitFor()
  expect(await findingsOf(desk.page)).toEqual([])
  await desk.close()

  const leader = await atDesk(browser, 'cenyuanfan')
  await leader.open('/app/led')
  await leader.page.locator('h1', { hasText: '牵头事项' }).waitFor()
  expect(await findingsOf(leader.page)).toEqual([])
  expect(leader.complaints).toEqual([])
  await leader.close()
})

test.each(['/app/', '/app/queue', '/app/notices'])('%s fits a telephone', async (path) => {
  const desk = await atDesk(browser, CHIEF, { width: 390, height: 844 })
  await desk.open(path)
  await desk.page.locator('.today-sum, lf-list-table tbody tr, .inbox > li').first().waitFor()
  expect(await findingsOf(desk.page)).toEqual([])
  await desk.close()
})
