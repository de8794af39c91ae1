import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atDesk, type Desk, findingsOf, openBrowser } from './support/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const phone = { width: 390, height: 844 }

describe('a citizen without an account', () => {
  test('finds a law, reads an article at its permanent link, compares two texts', async () => {
    const desk = await atDesk(browser, null)
    const { page } = desk
    await desk.open('/')
    expect(await findingsOf(page)).toEqual([])
    await page.fill('#q', '犬')
    await page.press('#q', 'Enter')
    await page.waitForSelector('article.res mark')
    expect(await findingsOf(page)).toEqual([])

    await page.click('article.res .best a.no')
    await page.waitForSelector('article.art.show')
    const permanent = page.url().split('#')[0] ?? ''
    expect(permanent).toMatch(/\/law\/\w+\/[^/]+\/(?:art|annex|chp|text)\w*/u)
    expect(await page.locator('article.art.show').evaluate((article) => { const box = article.getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight })).toBe(true)
    expect(await findingsOf(page)).toEqual([])

    await desk.open('/search')
    const several = await page.locator('article.res', { hasText: '个文本' }).locator('h2 a').first().getAttribute('href')
    await desk.open(several ?? '/')
    await page.locator('.line .cmp').first().click()
    await page.waitForSelector('.sumline')
    expect(await page.locator('.cell ins:visible, .cell del:visible').count()).toBeGreaterThan(0)
    await page.uncheck('#only')
    expect(await page.locator('.row.same:visible').count() + await page.locator('.row:not(.same):visible').count()).toBe(await page.locator('.row:not(.ref)').count())
    expect(await findingsOf(page)).toEqual([])
    expect(desk.complaints).toEqual([])
    await desk.close()
  })

  test('reads the portal on a telephone, in large type and on paper', async () => {
    const desk = await atDesk(browser, null, phone)
    const { page } = desk
    for (const path of ['/', '/search', '/search?q=罚款', '/filings', '/suggest', '/suggest/follow', '/nowhere']) {
      await desk.open(path)
      expect(await findingsOf(page), path).toEqual([])
    }
    await page.goto('/search')
    await page.locator('article.res h2 a').first().click()
    expect(await findingsOf(page)).toEqual([])
    await page.click('a.size')
    expect(await page.locator('html').getAttribute('data-size')).toBe('large')
    expect(await findingsOf(page)).toEqual([])
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.top').isVisible()).toBe(false)
    expect(await page.locator('.printhead').isVisible()).toBe(true)
    await desk.close()
  })

  test('reads a draft that was published for opinions, by article, and what became of the opinions', async () => {
    const desk = await atDesk(browser, null, phone)
    const { page } = desk
    await desk.open('/plans')
    await page.getByRole('main').getByRole('link', { name: '公开征求意见的草案' }).click()
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('link', { name: /草案征求意见稿/u }).first().click()
    await page.getByRole('heading', { name: '意见采纳情况' }).waitFor()
    await page.getByText('不是已经公布的法规').waitFor()
    expect(await findingsOf(page)).toEqual([])
    expect((await desk.context.request.get(`${new URL(page.url()).pathname}/with/notice`)).status()).toBe(200)
    await page.getByRole('link', { name: '第二条', exact: true }).click()
    await page.waitForSelector('article.art.show')
    expect(desk.complaints).toEqual([])
    await desk.close()
  })

  test('finds a meeting that was announced, applies to speak, reads how it was corrected; the office alone reads who applied', async () => {
    const chief = await atDesk(browser, 'peiruogu')
    const { items } = (await (await chief.context.request.get('/api/projects?view=all&limit=100')).json()) as { items: { id: string; title: string }[] }
    const project = items.find((p) => p.title.includes('养犬'))
    const at = `/app/projects/${project?.id ?? ''}/hearings`
    const sure = (name: string) => chief.page.locator('lf-dialog[open]').getByRole('button', { name, exact: true }).click()
    const fill = async (said: Record<string, string>): Promise<void> => { for (const [name, words] of Object.entries(said)) await chief.page.fill(`view-hearings form [name=${name}]`, words) }
    await chief.open(at)
    await chief.page.locator('[name=kind]').selectOption('seminar')
    await fill({ heldOn: '2026-04-20', hours: '9:00至11:30', applyTo: '2026-04-08', place: '第一会议厅', matter: '养犬登记的期限', participants: '12', observers: '20', conditions: '赞成和反对的各六人' })
    await chief.page.getByRole('button', { name: '公布公告' }).click()
    await sure('公布公告')
    await chief.page.getByText('公告已经公布。').waitFor()
    expect(await findingsOf(chief.page)).toEqual([])

    const desk = await atDesk(browser, null, phone)
    const { page } = desk
    await desk.open('/consultations')
    await page.getByRole('link', { name: /养犬管理条例（草案）》立法座谈会/u }).first().click()
    await page.getByText('正在报名').waitFor()
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('link', { name: '网上报名' }).click()
    await page.getByLabel('姓名').fill('试报名人')
    await page.getByRole('button', { name: '提交报名' }).click()
    await page.locator('.errors').waitFor()
    expect(await page.getByLabel('姓名').inputValue()).toBe('试报名人')
    expect(await findingsOf(page)).toEqual([])
    await page.getByLabel('陈述意见').check()
    await page.getByLabel('电话').fill('0000-000 0118')
    await page.getByLabel('反对').check()
    await page.getByLabel('主要观点和理由').fill('登记期限太短。')
    await page.getByRole('button', { name: '提交报名' }).click()
    await page.locator('#applied-number').waitFor()

    await chief.page.getByRole('button', { name: '更正公告' }).first().click()
    await fill({ place: '第二会议厅', reason: '会场维修' })
    await chief.page.locator('view-hearings form .btn.main').click()
    await sure('更正公告')
    await chief.page.getByText('公告已经更正').waitFor()
    await page.getByRole('link', { name: '回到公告' }).click()
    await page.getByText('原为“第一会议厅”，现为“第二会议厅”').waitFor()
    expect(await page.textContent('main')).not.toContain('试报名人')

    const officer = await atDesk(browser, 'zuqingyan')
    await officer.open(at)
    await officer.page.getByRole('button', { name: '看报名人' }).first().click()
    await officer.page.locator('.applicants td', { hasText: '试报名人' }).first().waitFor()
    expect(await findingsOf(officer.page)).toEqual([])
    for (const one of [chief, desk, officer]) {
      expect(one.complaints).toEqual([])
      await one.close()
    }
  }, 120_000)

  test('reads that the participants of a hearing were chosen, as soon as the office has told those who applied', async () => {
    const officer = await atDesk(browser, 'zuqingyan')
    const { items } = (await (await officer.context.request.get('/api/projects?view=all&limit=100')).json()) as { items: { id: string; title: string }[] }
    await officer.open(`/app/projects/${items.find((p) => p.title.includes('养犬'))?.id ?? ''}/hearings`)
    const hearing = officer.page.locator('.announced-hearing', { hasText: '报名已截止' }).filter({ hasText: '立法听证会' })
    await hearing.getByRole('button', { name: '看报名人' }).click()
    await hearing.getByRole('button', { name: '确定参加人' }).click()
    // six may speak: of the four in favour the eighth is not taken, nor is the fifth, who gets a seat
    await hearing.getByLabel(/^8 号 .*的结果$/u).selectOption('notChosen')
    await hearing.getByLabel(/^8 号 .*的理由$/u).selectOption('sameView')
    await hearing.getByLabel(/^5 号 .*的结果$/u).selectOption('observe')
    await hearing.getByRole('button', { name: '其余按报名安排' }).click()
    await hearing.getByText('陈述人 6/6（赞成 3、反对 2、其他 1），旁听 2/10，没有选定 1').waitFor()
    await hearing.getByRole('button', { name: '确定参加人' }).click()
    // who gets a seat in the place of a turn to speak is told why
    await hearing.locator('.field-error', { hasText: '改为旁听的理由' }).first().waitFor()
    expect(await findingsOf(officer.page)).toEqual([])
    await hearing.getByLabel(/^5 号 .*的理由$/u).selectOption('seatsFull')
    await hearing.getByRole('button', { name: '确定参加人' }).click()
    await hearing.getByText('参加人已经确定，还没有告知。').waitFor()
    await hearing.getByLabel('怎样告知的').fill('逐一电话通知，陈述人另送草案文本')
    await hearing.getByRole('button', { name: '记录已告知' }).click()
    await officer.page.locator('lf-dialog[open]').getByRole('button', { name: '记录已告知', exact: true }).click()
    await hearing.getByText('已记录告知，报名人可以查询结果。').waitFor()
    expect(await findingsOf(officer.page)).toEqual([])

    const desk = await atDesk(browser, null, phone)
    const { page } = desk
    await desk.open((await hearing.getByRole('link', { name: '看公众网页' }).getAttribute('href')) ?? '')
    await page.getByText('2026年3月12日告知：陈述人 6 人，旁听 2 人').waitFor()
    await page.getByRole('link', { name: '查询我的报名结果' }).click()
    await page.getByLabel('报名序号').fill('8')
    await page.getByLabel('查询码').fill('0000-0000-0000')
    await page.getByRole('button', { name: '查询' }).click()
    await page.getByText('报名序号和查询码对不上').waitFor()
    expect(await findingsOf(page)).toEqual([])
    for (const one of [officer, desk]) {
      expect(one.complaints).toEqual([])
      await one.close()
    }
  }, 120_000)

  test('writes a suggestion, corrects what is missing without losing it, and follows it by number and code', async () => {
    const desk = await atDesk(browser, null)
    const { page } = desk
    await followAfterSuggesting(desk, { title: '某小区停车收费管理办法', reasons: '没有依据设定收费。' })
    expect(await findingsOf(page)).toEqual([])
    expect(await page.textContent('.now .st')).toContain('已收到')
    await desk.close()
  }, 120_000)
})

async function followAfterSuggesting({ page, open }: Desk, said: { title: string; reasons: string }): Promise<void> {
  await open('/suggest')
  await page.fill('[name=documentTitle]', said.title)
  await page.fill('[name=matters]', '第五条')
  await page.fill('[name=reasons]', said.reasons)
  await page.fill('[name=proposerName]', '试提建议人')
  await page.click('text=提交审查建议')
  await page.waitForSelector('.errors')
  expect(await page.inputValue('[name=reasons]')).toBe(said.reasons)
  expect(await findingsOf(page)).toEqual([])
  await page.fill('[name=proposerContact]', '0000-000 0177')
  await page.click('text=提交审查建议')
  await page.waitForSelector('#follow-code')
  expect(await findingsOf(page)).toEqual([])
  const [number, code] = [await page.textContent('.code b'), await page.textContent('#follow-code')]
  await open('/suggest/follow')
  await page.fill('[name=receiptNo]', number ?? '')
  await page.fill('[name=followCode]', code ?? '')
  await page.click('button:has-text("查询")')
  await page.waitForSelector('.now')
}
