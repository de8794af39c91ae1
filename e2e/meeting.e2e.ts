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
  // what the next meeting wants stands on the first page, with its day
  await clerk.open('/app/today')
  const wanted = page.locator('.today-due li', { hasText: '第四十三次会议' }).filter({ has: page.getByRole('link', { name: '登记是否出席' }) })
  await wanted.getByText(/名组成人员没有登记是否出席/u).waitFor()
  await wanted.getByText(/依据：.*第五十一条/u).waitFor()
  expect(await findingsOf(page)).toEqual([])
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
  await page.getByRole('button', { name: '列入名单' }).waitFor()
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

test('a count beyond those who signed in, a second clerk, a quorum that was lost and a meeting that is moved: each is told where it happens', async () => {
  const clerk = await atDesk(browser, 'xingzhiqiu')
  const other = await atDesk(browser, 'yingnange')
  const { page } = clerk
  const main = page.locator('lf-dialog[open] > .btn.main')
  /** what leads to the moment, over the API */
  const send = async (method: 'POST' | 'PUT', path: string, data: object, revision?: number): Promise<{ id: string; revision: number }> => {
    const answer = await clerk.context.request.fetch(path, { method, data, headers: { origin: new URL(page.url()).origin, 'idempotency-key': crypto.randomUUID(), ...(revision === undefined ? {} : { 'if-match': `"${revision}"` }) } })
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`)
    return answer.json()
  }
  await clerk.open('/app/meetings')
  const revision = async (id: string): Promise<number> => ((await (await clerk.context.request.get(`/api/meetings/${id}`)).json()) as { revision: number }).revision
  const { today } = (await (await clerk.context.request.get('/api/today')).json()) as { today: string }
  const planned = { kind: 'council', startsOn: today, endsOn: today, place: '会议室', membersTotal: 20 }
  const { id } = await send('POST', '/api/meetings', { ...planned, title: '两人登记的主任会议' })
  const item = await send('POST', `/api/meetings/${id}/agenda`, { title: '关于某事项的建议', kind: 'decision' })
  await send('POST', `/api/meetings/${id}/agenda`, { title: '另一事项', kind: 'decision' })
  await send('POST', `/api/meetings/${id}/steps/notify`, { values: {} }, await revision(id))
  const names = ((await (await clerk.context.request.get(`/api/meetings/${id}`)).json()) as { attendance: { name: string }[] }).attendance.map((a) => a.name)
  const members = [...names, ...Array.from({ length: 20 - names.length }, (_, n) => `委员${n + 1}`)]
  const attend = (who: readonly string[], status: string) => send('PUT', `/api/meetings/${id}/attendance`, { entries: who.map((name) => ({ name, capacity: 'member', status })) })
  await attend(members, 'leave')

  // nobody is there yet: the question before the opening says so
  await clerk.open(`/app/meetings/${id}`)
  await page.getByRole('button', { name: '宣布开会' }).click()
  await page.getByText('登记出席 0 人；11 人出席才能开会').waitFor()
  await page.keyboard.press('Escape')
  await attend(members.slice(0, 12), 'present')
  await send('POST', `/api/meetings/${id}/steps/open`, { values: {} }, await revision(id))
  const vote = await send('POST', `/api/meetings/${id}/votes`, { agendaItemId: item.id, kind: 'decision', subject: '某建议' })
  await send('POST', `/api/meetings/${id}/votes/${vote.id}/steps/open`, { values: {}, count: null })

  const fill = async (desk: typeof clerk, figures: readonly string[]): Promise<void> => {
    const names = ['present', 'for', 'against', 'abstain']
    for (const [at, name] of names.entries()) await desk.page.locator(`vote-count input[name=${name}]`).fill(figures[at] ?? '')
  }
  const enter = async (desk: typeof clerk, figures: readonly string[]): Promise<void> => {
    await fill(desk, figures)
    await desk.page.locator('vote-count button.main').click()
  }
  for (const desk of [clerk, other]) {
    await desk.open(`/app/meetings/${id}`)
    await desk.page.locator('vote-count form').waitFor()
  }
  await enter(clerk, ['20', '20', '0', '0'])
  await page.getByText('多于签到的组成人员 12 人').waitFor()
  // a count that is being typed stays; one that nobody touched would follow what the other clerk records
  await fill(other, ['12', '12', '0', '0'])
  await enter(clerk, ['12', '11', '1', '0'])
  await page.getByText('通过，待主持人宣布').waitFor()
  await other.page.locator('vote-count button.main').click()
  await other.page.getByText('赞成 11，反对 1').waitFor()
  await other.page.getByText('您填写的没有保存（出席 12，赞成 12，').waitFor()
  await other.page.getByText('通过，待主持人宣布').waitFor()

  // two leave: the second item cannot be decided any more
  await attend(members.slice(0, 2), 'leave')
  await clerk.open(`/app/meetings/${id}`)
  await page.getByText('另一事项').first().click()
  await page.getByRole('button', { name: '登记结果' }).click()
  await main.click()
  await page.getByText('没有审议的，请登记为“改期审议”').waitFor()
  await page.keyboard.press('Escape')

  // a notified meeting is moved: its materials are due on another day, and who was told is told again
  const later = await send('POST', '/api/meetings', { ...planned, title: '要改期的主任会议', startsOn: '2026-04-20', endsOn: '2026-04-20' })
  await send('POST', `/api/meetings/${later.id}/agenda`, { title: '某事项', kind: 'decision' })
  await send('POST', `/api/meetings/${later.id}/steps/notify`, { values: {} }, await revision(later.id))
  await clerk.open(`/app/meetings/${later.id}`)
  await page.getByRole('button', { name: '改期' }).click()
  await page.locator('meeting-dialog [name=startsOn]').fill('2026-04-27')
  await page.locator('meeting-dialog [name=reason]').fill('场地')
  // Esc closes the form, and what was typed is there when it is opened again
  await page.keyboard.press('Escape')
  await page.locator('meeting-dialog lf-dialog').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '改期' }).click()
  await expect.poll(() => page.locator('meeting-dialog [name=startsOn]').inputValue()).toBe('2026-04-27')
  expect(await page.locator('meeting-dialog [name=reason]').inputValue()).toBe('场地')
  await main.click()
  await page.getByText('2026年4月27日').first().waitFor()
  await page.getByText('2026-04-20 前送达').waitFor()
  expect([...clerk.complaints, ...other.complaints]).toEqual([])
  await Promise.all([clerk.close(), other.close()])
})
