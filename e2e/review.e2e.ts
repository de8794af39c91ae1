import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atDesk, type Desk, findingsOf, openBrowser } from './support/browser.ts'
import { selectWords } from './support/office-files.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** Address of the workbench of the demonstration's document on dogs, as the queue links to it. */
async function workbenchPath(desk: Desk): Promise<string> {
  const answer = await desk.context.request.get('/api/queue?text=' + encodeURIComponent('城市养犬管理办法'))
  const { items } = (await answer.json()) as { items: { id: string; title: string }[] }
  const found = items.find(({ title }) => title.endsWith('城市养犬管理办法'))
  if (found === undefined) throw new Error('the demonstration has no document on dogs in the queue')
  return `/app/review/${found.id}`
}

const ART = 'art_14'
const QUOTE = '处三百元以上一千元以下罚款'

describe('the workbench', () => {
  test('a reviewer reads an article beside superior law, flags words of it, loses nothing at a reload, and asks for confirmation', async () => {
    const desk = await atDesk(browser, 'wenzhixing')
    const { page } = desk
    const path = await workbenchPath(desk)
    await desk.open(path)
    await page.getByRole('heading', { level: 1 }).filter({ hasText: '城市养犬管理办法' }).waitFor()

    // superior law stands there unasked, in the version of the date that is judged
    await page.locator(`law-outline a[href="#${ART}"]`).click()
    await page.locator('review-superior .source b', { hasText: '养犬管理条例' }).first().waitFor()
    expect(await page.locator('review-superior .version b').first().textContent()).toContain('判断日有效')
    expect(await page.locator('review-superior .sanctions tbody tr').count()).toBeGreaterThan(0)

    await selectWords(page, ART, QUOTE)
    await page.keyboard.press('f')
    await page.locator('flag-form select[name=code]').selectOption({ label: '违法设定行政处罚' })
    await page.locator('flag-form textarea[name=reason]').fill('规范性文件无权设定行政处罚，本条提高了罚款数额。')
    await page.reload()
    await page.locator('flag-form .restored').waitFor()
    expect(await page.locator('flag-form textarea[name=reason]').inputValue()).toContain('规范性文件无权设定')
    expect(await page.locator('flag-form q').textContent()).toBe(QUOTE)
    expect(await page.locator('flag-form .quoted-law').textContent()).toContain('养犬管理条例')
    expect(await findingsOf(page)).toEqual([])

    const before = await page.locator('flag-list li').count()
    await page.getByRole('button', { name: '提出标注' }).click()
    await page.locator('flag-list li').nth(before).waitFor()
    await page.locator('law-text mark', { hasText: QUOTE }).first().waitFor()

    await page.getByRole('button', { name: /提请确认 \d+ 处标注/u }).click()
    await page.getByText(/已请审查机构负责人确认/u).waitFor()
    expect(desk.complaints).toEqual([])
    await desk.close()
  })

  test('the previous version stands beside it article by article; standards are ticked by key', async () => {
    const desk = await atDesk(browser, 'wenzhixing')
    const { page } = desk
    await desk.open(`${await workbenchPath(desk)}?tab=previous`)
    await page.locator('law-compare .compare-row').first().waitFor()
    expect(await page.locator('.compare-row del').count()).toBeGreaterThan(0)
    const propriety = page.locator('review-standards button', { hasText: '适当性' })
    const before = await propriety.getAttribute('aria-pressed')
    await page.locator('h1').first().focus()
    await page.keyboard.press('4')
    await page.locator(`review-standards button[aria-pressed=${before === 'true' ? 'false' : 'true'}]`, { hasText: '适当性' }).waitFor()
    expect(await findingsOf(page)).toEqual([])
    expect(desk.complaints).toEqual([])
    await desk.close()
  })

  test('the chief confirms what waits in one act', async () => {
    const desk = await atDesk(browser, 'sujianshan')
    const { page } = desk
    await desk.open(await workbenchPath(desk))
    await page.getByRole('button', { name: /^确认 \d+ 处标注$/u }).click()
    await page.getByText(/已确认 \d+ 处标注/u).waitFor()
    await desk.close()
  })

  test.each([
    ['a telephone', { width: 390, height: 844 }],
    ['a zoom of 200 %', { width: 683, height: 384 }],
  ])('does not break on %s', async (_name, size) => {
    const desk = await atDesk(browser, 'wenzhixing', size)
    await desk.open(await workbenchPath(desk))
    await desk.page.locator('flag-list li').first().waitFor()
    expect(await findingsOf(desk.page)).toEqual([])
    await desk.close()
  })

  test('the maker cannot open it', async () => {
    const reviewing = await atDesk(browser, 'wenzhixing')
    const path = await workbenchPath(reviewing)
    await reviewing.close()
    const desk = await atDesk(browser, 'boyizhou')
    expect((await desk.context.request.get(path.replace('/app/review/', '/api/review/'))).status()).toBe(403)
    await desk.close()
  })
})

test('a committee reads what it was asked, writes its opinion, keeps it through a reload, and sends it', async () => {
  const desk = await atDesk(browser, 'lizhaoye')
  const { page } = desk
  await desk.open('/app/committee')
  await page.getByRole('link', { name: /城市养犬管理办法/u }).first().click()
  await page.locator('law-text article').first().waitFor()
  const opinion = page.locator('textarea[name=opinion]')
  await opinion.fill('第十六条对近亲属连带惩戒，涉及公民基本权利，建议删去。')
  await page.reload()
  await opinion.waitFor()
  expect(await opinion.inputValue()).toContain('近亲属连带惩戒')
  expect(await findingsOf(page)).toEqual([])
  await page.getByRole('button', { name: '提出审查意见' }).click()
  await page.locator('lf-dialog').getByRole('button', { name: '提出审查意见' }).click()
  await page.getByText('审查意见已提出。').waitFor()
  expect(await page.locator('textarea[name=opinion]').count()).toBe(0)
  expect(desk.complaints).toEqual([])
  await desk.close()
})
