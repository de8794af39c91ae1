/** What a clerk does for a meeting, through its forms: each waits until the page says that it was done. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { fillField } from './legislation-steps.ts'

/** The button that a question or a form is answered with. */
const main = (page: Page): Locator => page.locator('lf-dialog[open] > .btn.main')
const form = (page: Page): Locator => page.locator('meeting-dialog')

export type PlannedMeeting = {
  kind: '常务委员会会议' | '主任会议' | '法制委员会会议' | '委员会会议'
  title: string
  on: string
  until?: string
  place: string
  presiding?: string
  /** 召开的委员会 */
  committee?: string
  term?: string
  session?: string
}

/** 安排会议, with the members that the product knows. Leaves the page of the meeting open and returns its id. */
export async function planMeeting(page: Page, meeting: PlannedMeeting): Promise<string> {
  await page.goto('/app/meetings/new')
  const sheet = page.locator('view-new-meeting')
  await sheet.getByLabel('会议种类').selectOption({ label: meeting.kind })
  if (meeting.committee !== undefined) await fillField(sheet, '召开的委员会', meeting.committee)
  const texts = { 届: meeting.term, 次: meeting.session, 会议名称: meeting.title, 开始日期: meeting.on, 结束日期: meeting.until ?? meeting.on, 地点: meeting.place, 主持人: meeting.presiding }
  for (const [label, value] of Object.entries(texts)) if (value !== undefined) await fillField(sheet, label, value)
  // the number of members follows from kind, committee and day
  await expect.poll(() => sheet.locator('input[name=membersTotal]').inputValue()).not.toBe('')
  await sheet.locator('.btn.main').click()
  await page.getByRole('heading', { name: meeting.title, level: 1 }).waitFor()
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** 列入议题 on the page of the meeting: the project and what is decided about it; without a title the one that the form offers. */
export async function addItem(page: Page, item: { project?: string; decides?: string; title?: string; kind?: string }): Promise<void> {
  const items = page.locator('meeting-agenda nav.agenda li')
  const before = await items.count()
  await page.getByRole('button', { name: '列入议题' }).click()
  if (item.project !== undefined) await fillField(form(page), '立法项目', item.project)
  if (item.decides !== undefined) await fillField(form(page), '作出的决定', item.decides)
  if (item.title !== undefined) await fillField(form(page), '议题', item.title)
  if (item.kind !== undefined) await fillField(form(page), '种类', item.kind)
  await main(page).click()
  await items.nth(before).waitFor()
  await page.getByText('议程已更新').waitFor()
  await page.locator('meeting-dialog lf-dialog').waitFor({ state: 'detached' })
}

/** 出席: everybody is there but who is named as on leave. */
export async function recordAttendance(page: Page, { leave = [] }: { leave?: readonly string[] } = {}): Promise<void> {
  await page.getByRole('tab', { name: /出席/u }).click()
  for (const name of leave) {
    const row = page.getByLabel(`${name}的出席情况`)
    await row.selectOption({ label: '请假' })
    await page.locator('.status-choice.leave').filter({ has: row }).waitFor()
  }
  await page.getByRole('button', { name: '未登记的都记为出席' }).click()
  await page.getByRole('button', { name: '未登记的都记为出席' }).waitFor({ state: 'detached' })
}

/** 发会议通知, 宣布开会, 宣布闭会: the main button of the head, and the question that it asks. */
export async function moveMeeting(page: Page, button: '发会议通知' | '宣布开会' | '宣布闭会'): Promise<void> {
  const at = page.locator('lf-case-bar').getByRole('button', { name: button })
  await at.click()
  await main(page).click()
  await at.waitFor({ state: 'detached' })
}

/** Chooses an item of the agenda at the left. */
export async function chooseItem(page: Page, title: string): Promise<void> {
  await page.locator('meeting-agenda').getByRole('link', { name: title }).click()
  await page.locator('.item-title', { hasText: title }).waitFor()
}

/** 登记结果 of the item that is chosen, with the fields of the step that it takes. */
export async function decideItem(page: Page, decided: { result?: string; values?: Readonly<Record<string, string>>; decision?: string } = {}): Promise<void> {
  await page.getByRole('button', { name: '登记结果' }).click()
  if (decided.result !== undefined) await fillField(form(page), '结果', decided.result)
  for (const [label, value] of Object.entries(decided.values ?? {})) await fillField(form(page), label, value)
  if (decided.decision !== undefined) await fillField(form(page), '决定内容', decided.decision)
  await main(page).click()
  // what was said of the item before may still stand there: this one's own result is waited for
  await page.locator('.item-result').waitFor()
}
