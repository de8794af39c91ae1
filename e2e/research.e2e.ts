import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { atDesk, choose, type Desk, findingsOf, openBrowser } from './support/browser.ts'
import { shownWords } from './support/paper-acts.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** A project of the demonstration by a word of its title. */
async function projectId(desk: Desk, word: string): Promise<string> {
  const { items } = (await (await desk.context.request.get('/api/projects?view=all&limit=100')).json()) as { items: { id: string; title: string }[] }
  const found = items.find((p) => p.title.includes(word))
  if (found === undefined) throw new Error(`no project ${word}`)
  return found.id
}

test('one person is put on a project and taken off it: they see it for as long, their colleagues never, and both acts are told', async () => {
  const officer = await atDesk(browser, 'zuqingyan')
  const [drafter, colleague] = [await atDesk(browser, 'guxiangwan'), await atDesk(browser, 'wenruochu')]
  const { page } = officer
  const id = await projectId(officer, '烟花爆竹')
  const seen = async (desk: Desk): Promise<number> => (await desk.context.request.get(`/api/projects/${id}`)).status()
  await officer.open(`/app/projects/${id}`)
  await page.getByRole('button', { name: '项目资料' }).click()
  const dialog = page.locator('settings-dialog')
  await choose(dialog.getByLabel('人员'), /^谷向晚（/u)
  await dialog.locator('[name=memberNote]').fill('起草燃放管理一章')
  expect(await findingsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: '增加' }).click()
  await page.locator('.hist li', { hasText: '参加项目：谷向晚' }).waitFor()
  expect([await seen(drafter), await seen(colleague)]).toEqual([200, 404])
  await page.getByRole('button', { name: '项目资料' }).click()
  await dialog.locator('.members li', { hasText: '谷向晚' }).getByRole('button', { name: '不再参加' }).click()
  await dialog.getByLabel('不再参加的原因').fill('课题结束')
  await dialog.getByRole('button', { name: '登记谷向晚不再参加' }).click()
  await page.locator('.hist li', { hasText: '不再参加：谷向晚' }).waitFor()
  expect(await seen(drafter)).toBe(404)
  expect(officer.complaints).toEqual([])
  for (const desk of [officer, drafter, colleague]) await desk.close()
})

test('a finding is corrected beside what it said, and a text of the library stands beside the draft article by article', async () => {
  const officer = await atDesk(browser, 'zuqingyan')
  const { page } = officer
  const id = await projectId(officer, '养犬')
  await officer.open(`/app/projects/${id}/research`)
  const finding = page.locator('.findings li', { hasText: '犬吠扰民警情' })
  await finding.getByRole('button', { name: '更正' }).click()
  const dialog = page.locator('view-research lf-dialog')
  await dialog.getByRole('button', { name: '登记更正' }).click()
  await dialog.getByText('请写明更正的原因').first().waitFor()
  await dialog.locator('textarea[name=text]').fill('2024年涉犬警情六千三百余起。')
  await dialog.locator('[name=reason]').fill('按年度公报核对')
  expect(await findingsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: '登记更正' }).click()
  await page.getByText('已更正，原来的留在更正记录里。').waitFor()
  await finding.locator('summary').click()
  await finding.getByText('更正原因：按年度公报核对').first().waitFor()
  await finding.getByText('2024年涉犬警情六千余起').first().waitFor()

  await page.getByRole('searchbox', { name: '从法规库选法规' }).fill('条例')
  await page.getByRole('button', { name: '查找' }).click()
  const found = page.locator('.research-found li').first()
  const title = (await found.locator('span').first().innerText()).split('\n')[0] ?? ''
  await found.getByRole('button', { name: '作为外地法规' }).click()
  await page.getByLabel(`选中${title}`).check()
  const listed = page.locator('.research-texts li', { hasText: title })
  await found.getByRole('button', { name: '作为上位法' }).click()
  await expect.poll(() => listed.count()).toBe(2)
  // one of them was listed by mistake: it is taken off with the reason, which stays
  await listed.filter({ hasText: '上位法' }).getByRole('button', { name: `移出：${title}` }).click()
  await page.locator('[name=removalReason]').fill('不是上位法')
  await page.locator('view-research lf-dialog').getByRole('button', { name: '移出', exact: true }).click()
  await page.getByText('已移出，记录留在历史里。').waitFor()
  await expect.poll(() => listed.count()).toBe(1)
  await page.getByText(/^已移出（\d+）$/u).click()
  await page.getByText('移出：不是上位法').first().waitFor()
  await page.getByLabel('选中工作稿').check()
  await page.getByRole('link', { name: '对照选中的文本' }).click()
  await page.locator('law-compare').getByText('本项目草案').first().waitFor()
  expect(new URL(page.url()).pathname).toBe(`/app/projects/${id}/research/compare`)
  expect(await findingsOf(page)).toEqual([])
  expect(officer.complaints.filter((said) => !said.includes('422'))).toEqual([])
  await officer.close()
})

test('an adjustment takes several changes, and the plan is put on paper with what it changed', async () => {
  const chief = await atDesk(browser, 'xinhuaisu')
  const { items } = (await (await chief.context.request.get('/api/plans')).json()) as { items: { id: string; year: number; kind: string }[] }
  const plan = items.find((p) => p.year === 2025 && p.kind === 'annual')?.id ?? ''
  await chief.open(`/app/plans/${plan}`)
  await chief.page.getByRole('button', { name: '登记计划调整' }).click()
  const dialog = chief.page.locator('plan-dialog')
  await dialog.getByRole('button', { name: '再加一处调整' }).click()
  await dialog.getByText('请选择项目。').first().waitFor()
  await choose(dialog.locator('[name=itemId]'), /养老服务条例$/u)
  await dialog.locator('[name=dueMonth]').fill('2025-12')
  await dialog.getByRole('button', { name: '再加一处调整' }).click()
  await dialog.getByText('养老服务条例：改月份　未定 → 2025-12').waitFor()
  // Esc closes the form, and the list is there when it is opened again
  await chief.page.keyboard.press('Escape')
  await dialog.locator('lf-dialog').waitFor({ state: 'detached' })
  await chief.page.getByRole('button', { name: '登记计划调整' }).click()
  await dialog.getByText('养老服务条例：改月份　未定 → 2025-12').waitFor()
  await dialog.locator('[name=change]').selectOption('end')
  await choose(dialog.locator('[name=itemId]'), /大数据发展应用条例$/u)
  // the meeting is chosen among those that were held, and brings its day; words are for one that is not in the list
  await dialog.getByRole('button', { name: '登记调整', exact: true }).click()
  await dialog.getByText('请选择作出决定的会议').first().waitFor()
  await dialog.locator('[name=meetingId]').selectOption({ label: '（不在清单里，写明会议）' })
  await dialog.locator('[name=decidedBy]').waitFor()
  await choose(dialog.locator('[name=meetingId]'), /第八届人大常委会第58次主任会议（2025-10-29）$/u)
  await expect.poll(() => dialog.locator('[name=decidedOn]').inputValue()).toBe('2025-10-29')
  await dialog.locator('[name=reason]').fill('国家正在制定有关规定。')
  expect(await findingsOf(chief.page)).toEqual([])
  await dialog.getByRole('button', { name: '登记调整', exact: true }).click()
  await chief.page.getByText('已保存').waitFor()
  await chief.page.getByText('调整 2 次').waitFor()
  await chief.page.getByRole('button', { name: '目录' }).click()
  await chief.page.locator('.points a', { hasText: '第58次主任会议' }).first().waitFor()
  expect(chief.complaints).toEqual([])
  await chief.close()

  const officer = await atDesk(browser, 'zuqingyan')
  await officer.open(`/app/plans/${plan}`)
  await officer.page.getByRole('button', { name: '拟计划文书' }).click()
  await expect.poll(() => shownWords(officer.page)).toContain('第58次主任会议调整')
  expect(await shownWords(officer.page)).not.toContain('大数据发展应用条例')
  expect(await findingsOf(officer.page)).toEqual([])
  expect(officer.complaints).toEqual([])
  await officer.close()
})
