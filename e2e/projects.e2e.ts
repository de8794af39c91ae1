import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atDesk, findingsOf, openBrowser } from './support/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(`${name}：为了规范管理，建议立项。`) })

test('the first page tells who carries a regulation what is due before its reading and after, each with what sets its day; a decision is told once', async () => {
  const officer = await atDesk(browser, 'zuqingyan')
  const { page } = officer
  await officer.open('/app/today')
  const tasks = page.locator('.today-due li', { hasText: '养犬管理条例' })
  const reading = tasks.filter({ has: page.getByRole('link', { name: '看会议' }) })
  await reading.getByText(/会议文件 \d+ 份/u).waitFor()
  await reading.getByText('依据：会议议程').waitFor()
  const next = tasks.filter({ has: page.getByRole('link', { name: '准备公开征求意见' }) })
  await next.getByText('缺：公开征求意见公告').waitFor()
  await next.getByText('依据：项目资料里填的各阶段计划日期').waitFor()
  await page.locator('.today-wait li', { hasText: '反馈意见' }).getByText('养犬管理条例').waitFor()
  const notes = await page.locator('.today-notes li').allInnerTexts()
  expect(new Set(notes).size).toBe(notes.length)
  expect(await findingsOf(page)).toEqual([])
  await reading.getByRole('link', { name: '看会议' }).click()
  await page.getByRole('heading', { name: /第四十三次会议/u }).waitFor()
  expect(officer.complaints).toEqual([])
  await officer.close()
})

test('a project is opened and appraised by forms that say what is lacking and keep what was typed; who is not on it does not find it', async () => {
  const chief = await atDesk(browser, 'xinhuaisu')
  const { page } = chief
  const title = `停车管理条例${Date.now() % 10_000}`
  await chief.open('/app/projects/new')
  await page.getByLabel('承办人').waitFor()
  expect(await findingsOf(page)).toEqual([])
  await page.getByLabel('提案主体').selectOption('committee')
  await page.getByRole('button', { name: '申报立项' }).click()
  await page.getByText('请填写法规名称').waitFor()
  expect(await page.getByLabel('提案主体').inputValue()).toBe('committee')
  await page.getByLabel('法规名称').fill(title)
  await page.locator('select[name=proposerOrganId]').selectOption({ index: 1 })
  await page.getByRole('button', { name: '申报立项' }).click()
  await page.getByRole('heading', { name: title, level: 1 }).waitFor()
  const address = page.url()
  expect(await findingsOf(page)).toEqual([])

  await page.getByRole('button', { name: '立项论证', exact: true }).click()
  const dialog = page.locator('step-dialog')
  await dialog.locator('textarea[name="values.note"]').fill('部门申报时间较晚')
  await dialog.locator('.btn.main').click()
  await dialog.getByText('请上传《立项建议书》').first().waitFor()
  expect(await findingsOf(page)).toEqual([])
  await dialog.locator('li', { hasText: '立项建议书' }).locator('input[type=file]').setInputFiles(file('立项建议书.txt'))
  for (const kind of ['可行性报告', '草案建议稿']) await dialog.locator('li', { hasText: kind }).getByLabel('不需要的，写明原因').fill('与建议书合并')
  // number and date are asked for when the file has arrived
  await dialog.getByLabel('文号').waitFor()
  expect(await dialog.locator('textarea[name="values.note"]').inputValue()).toBe('部门申报时间较晚')
  await dialog.locator('.btn.main').click()
  await page.getByText('已办理：立项论证。').waitFor()
  await page.locator('.case-state', { hasText: '立项论证' }).waitFor()
  await page.locator('.hist li', { hasText: '部门申报时间较晚' }).first().waitFor()
  await page.locator('.pap li', { hasText: '立项建议书' }).waitFor()

  // the next step is named with the rule that holds it back
  await page.getByRole('button', { name: '列入规划、计划' }).click()
  await dialog.getByText('项目还不在主任会议通过的规划、计划里').waitFor()
  await page.keyboard.press('Escape')
  const id = address.slice(address.lastIndexOf('/') + 1)
  for (const form of ['xlsx', 'docx']) expect((await chief.context.request.get(`/api/projects/${id}/history/export?form=${form}`)).status()).toBe(200)
  await chief.open(`/app/projects?view=all&q=${encodeURIComponent(title)}`)
  await page.getByRole('link', { name: title }).waitFor()
  expect(await findingsOf(page)).toEqual([])
  expect(chief.complaints).toEqual([])
  await chief.close()

  const member = await atDesk(browser, 'anzhiyuan')
  await member.open(`/app/projects/${id}`)
  await member.page.getByText('没有找到').first().waitFor()
  await member.open(`/app/projects?view=all&q=${encodeURIComponent(title)}`)
  await member.page.getByText('没有这一类的项目').waitFor()
  await member.close()
})

test('a task from above is entered, answered and closed', async () => {
  const officer = await atDesk(browser, 'zuqingyan')
  const { page } = officer
  const title = `上级委托调研${Date.now() % 10_000}`
  await officer.open('/app/projects/tasks')
  await page.getByRole('button', { name: '登记任务' }).click()
  const main = page.locator('lf-dialog[open] > .btn.main')
  await main.click()
  await page.getByText('请填写事项').first().waitFor()
  await page.locator('input[name=title]').fill(title)
  await page.locator('textarea[name=request]').fill('请报送调研报告。')
  await page.locator('input[name=dueOn]').fill('2026-12-01')
  await main.click()
  const row = page.locator('.tasks li', { hasText: title })
  await row.getByRole('button', { name: '答复' }).click()
  await page.locator('textarea[name=answer]').fill('报告已送。')
  await main.click()
  await page.getByRole('button', { name: /已答复/u }).click()
  await page.locator('.tasks li', { hasText: title }).getByRole('button', { name: '办结' }).click()
  await page.getByText('已办结。').waitFor()
  expect(await findingsOf(page)).toEqual([])
  expect(officer.complaints).toEqual([])
  await officer.close()
})
