import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atDesk, findingsOf, openBrowser } from './support/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

test('a clerk plans a meeting, opens it with its quorum, takes a vote by keyboard and announces it; a member reads the result', async () => {
  const clerk = await atDesk(browser, 'xingzhiqiu')
  const { page } = clerk
  const form = page.locator('meeting-dialog')
  const field = (name: string) => form.locator(`[name=${name}]`)
  /** the button that a question or a form is answered with */
  const main = page.locator('lf-dialog[open] > .btn.main')
  await clerk.open('/app/meetings/new')
  await page.getByLabel('会议名称').fill('常委会临时会议')
  await page.getByLabel('地点').fill('会议厅')
  await page.getByLabel('主持人').fill('某主任')
  await page.getByLabel('全体组成人员人数').fill('')
  await page.getByText('会议材料应于').waitFor()
  await page.getByLabel('全体组成人员人数').fill('99')
  expect(await findingsOf(page)).toEqual([])
  await page.getByRole('button', { name: '安排会议' }).click()
  await page.getByRole('heading', { name: '常委会临时会议' }).waitFor()
  await page.getByRole('button', { name: '列入议题' }).click()
  await field('title').fill('关于某事项的决定')
  await main.click()
  await page.getByText('议程已更新').waitFor()
  await page.getByRole('tab', { name: /出席/u }).click()
  const listed = await page.locator('.people li').count()
  await page.getByRole('button', { name: '列入名单' }).click()
  await field('names').fill(Array.from({ length: 99 - listed }, (_, n) => `委员${n + 1}`).join('\n'))
  await main.click()
  await page.getByText('名单已更新').waitFor()
  await page.getByRole('button', { name: '未登记的都记为出席' }).click()
  await page.getByText('99 人出席').waitFor()
  expect(await findingsOf(page)).toEqual([])
  await page.getByRole('button', { name: '发会议通知' }).click()
  await main.click()
  await page.getByRole('button', { name: '宣布开会' }).click()
  await main.click()
  await page.getByRole('button', { name: '宣布闭会' }).waitFor()

  await page.getByRole('tab', { name: '议题和表决' }).click()
  await page.getByRole('button', { name: '准备表决' }).click()
  await field('subject').fill('关于某事项的决定（草案）')
  await main.click()
  await page.getByRole('button', { name: '开始表决' }).click()
  // by keyboard: present is there, for, against, abstain; who pressed nothing is the rest
  const first = page.locator('vote-count input[name=present]')
  await first.focus()
  for (const typed of ['99', '49', '48', '2']) {
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Enter')
  await page.getByText('赞成 49 票，未过全体组成人员（99 人）之半，未通过。').first().waitFor()
  expect(await page.locator('vote-bar').last().locator('i').count()).toBe(99)
  expect(await findingsOf(page)).toEqual([])

  const member = await atDesk(browser, 'jianboheng')
  await member.open(page.url().replace(/^https?:\/\/[^/]+/u, ''))
  await member.page.getByText('待宣布').waitFor()
  expect(await member.page.getByText('赞成 49 票').count()).toBe(0)
  await page.locator('lf-case-bar').getByRole('button', { name: '宣布表决结果' }).click()
  await main.click()
  await page.getByText('某主任宣布').waitFor()
  await member.page.reload()
  await member.page.getByText('× 未通过，还差 1 票').waitFor()
  expect([...clerk.complaints, ...member.complaints]).toEqual([])
  await member.close()
  await clerk.close()
})
