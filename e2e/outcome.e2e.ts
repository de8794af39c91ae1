import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atDesk, findingsOf, openBrowser } from './support/browser.ts'
import { caseOf, stateOf } from './support/cases.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const MINUTE_MS = 60_000

describe('no problem', () => {
  test('four ticks, the record, the maker told and the case closed, well under a minute', async () => {
    const desk = await atDesk(browser, 'taocheng')
    const { page } = desk
    const id = await caseOf(desk, '财产保全')
    const began = performance.now()
    await desk.open(`/app/outcome/${id}/noProblem`)
    await page.getByLabel('四项都没有发现问题').check()
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('button', { name: '登记未发现问题' }).click()
    await page.getByText('已登记未发现问题').waitFor()
    expect(performance.now() - began).toBeLessThan(MINUTE_MS)
    const printed = await desk.context.request.get((await page.getByRole('link', { name: /审查情况记录.*PDF/u }).getAttribute('href')) ?? '')
    expect((await printed.body()).subarray(0, 5).toString('latin1')).toBe('%PDF-')
    await page.getByRole('link', { name: '办结归档' }).click()
    await page.getByRole('button', { name: '办结归档' }).click()
    await page.getByText('已办结归档').waitFor()
    expect(await stateOf(desk, id)).toBe('办结')
    expect(desk.complaints).toEqual([])
    await desk.close()
  })
})

describe('an opinion', () => {
  test('is composed from the flags, checked, countersigned, issued, answered, and leads to a corrected text', async () => {
    const reviewer = await atDesk(browser, 'wenzhixing')
    const id = await caseOf(reviewer, '外卖')
    await reviewer.open(`/app/outcome/${id}/issueOpinion`)
    await reviewer.page.getByRole('button', { name: '拟稿' }).waitFor()
    expect(await findingsOf(reviewer.page)).toEqual([])
    await reviewer.page.getByRole('button', { name: '拟稿' }).click()
    await reviewer.page.locator('lf-paper .red-head').waitFor()
    expect(await reviewer.page.locator('lf-paper .sheet-caption').textContent()).toContain('签发前不生效，不编号')
    expect(await findingsOf(reviewer.page)).toEqual([])
    const paper = new URL(reviewer.page.url()).pathname
    await reviewer.page.getByLabel('主任会议的日期和次数').fill('3月13日第32次主任会议')
    await reviewer.page.getByLabel('主任会议的日期和次数').press('Tab')
    await reviewer.page.getByText('已保存').waitFor()
    await reviewer.page.getByRole('button', { name: '送核稿' }).click()
    await reviewer.page.getByText('已办理：送核稿').waitFor()

    const chief = await atDesk(browser, 'sujianshan')
    await chief.open('/app/papers')
    await chief.page.getByText('核稿', { exact: true }).first().waitFor()
    expect(await findingsOf(chief.page)).toEqual([])
    await chief.open(paper)
    await chief.page.getByRole('button', { name: '核稿同意，送会签' }).click()
    await chief.page.getByLabel(/社会建设工作委员会/u).check()
    await chief.page.getByRole('button', { name: '送会签', exact: true }).click()
    await chief.page.getByText('已办理').waitFor()

    const member = await atDesk(browser, 'lizhaoye')
    await member.open(paper)
    await member.page.getByLabel('意见').fill('同意。')
    await member.page.getByRole('button', { name: '同意会签' }).click()
    await member.page.getByText('已办理').waitFor()

    const issuer = await atDesk(browser, 'cenyuanfan')
    await issuer.open(paper)
    await issuer.page.getByLabel('反馈期限').selectOption('makerReply')
    await issuer.page.getByText('已保存').waitFor()
    await issuer.page.getByRole('button', { name: '签发', exact: true }).click()
    await issuer.page.locator('lf-dialog').getByRole('button', { name: '签发' }).click()
    await issuer.page.getByText(/已签发，文号 云常审〔2026〕\d+号/u).waitFor()
    expect(await stateOf(reviewer, id)).toBe('待反馈意见')

    const maker = await atDesk(browser, 'boyizhou')
    await maker.open('/app/answers')
    await maker.page.getByRole('link', { name: /外卖/u }).waitFor()
    expect(await findingsOf(maker.page)).toEqual([])
    await maker.open(`/app/answers/${id}`)
    await maker.page.getByRole('heading', { name: '提出的问题' }).waitFor()
    expect(await findingsOf(maker.page)).toEqual([])
    for (const box of await maker.page.getByLabel('我单位答复').all()) await box.fill('同意，将修改这一条。')
    await maker.page.reload()
    await maker.page.getByText(/已恢复/u).waitFor()
    await maker.page.getByRole('button', { name: '提交答复' }).click()
    await maker.page.locator('lf-dialog').getByRole('button', { name: '提交答复' }).click()
    await maker.page.getByText('答复已提交').waitFor()
    await maker.page.getByRole('button', { name: '重新报送修改后的文本' }).click()
    await maker.page.waitForURL(/\/app\/filing\/[0-9a-f-]+/u)
    for (const desk of [reviewer, chief, member, issuer, maker]) {
      expect(desk.complaints).toEqual([])
      await desk.close()
    }
  })
})

describe('a corrected text', () => {
  test('opens flag by flag beside the flagged one; when every flag is judged the case is resolved and closed', async () => {
    const desk = await atDesk(browser, 'wenzhixing')
    const { page } = desk
    const id = await caseOf(desk, '建筑垃圾', '备审-2026-0015')
    await desk.open(`/app/refile/${id}`)
    await page.locator('.refiled').first().waitFor()
    expect(await findingsOf(page)).toEqual([])
    expect(await page.locator('.refiled').count()).toBe(5)
    expect(new Set(await page.locator('.refiled h3 .finding').allTextContents())).toEqual(new Set(['已改', '已删']))
    await page.getByRole('button', { name: '登记复核结果' }).waitFor()
    for (let at = 0; at < 5; at += 1) {
      const button = page.locator('.refiled').nth(at).getByRole('button', { name: '已解决', exact: true })
      if ((await button.getAttribute('aria-pressed')) === 'true') continue
      await button.click()
      await page.locator('.refiled').nth(at).locator('button[aria-pressed=true]', { hasText: /^已解决$/u }).waitFor()
    }
    await page.getByText('已逐处判断').waitFor()
    await page.getByRole('button', { name: '登记复核结果' }).click()
    await page.locator('lf-dialog').getByRole('button', { name: '登记复核结果' }).click()
    await page.getByText('已登记，问题都已解决').waitFor()
    await page.getByRole('link', { name: '办结归档' }).click()
    await page.getByRole('button', { name: '办结归档' }).click()
    await page.getByText('已办结归档').waitFor()
    expect(desk.complaints).toEqual([])
    await desk.close()
  })
})
