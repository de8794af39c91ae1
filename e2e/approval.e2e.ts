import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atDesk, findingsOf, openBrowser } from './support/browser.ts'

/** 报批和公布: the regulation of the demonstration that was approved and published, as the province, the city and the public see it. */
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const livestock = '畜禽养殖污染防治条例'

describe('a regulation that was approved', () => {
  test('the province opens what was sent to it: the voted text, the material, its decision', async () => {
    const desk = await atDesk(browser, 'xiaojiming')
    await desk.open('/app/approvals')
    await desk.page.getByRole('link', { name: livestock }).click()
    await desk.page.getByRole('heading', { name: livestock, level: 1 }).waitFor()
    for (const part of ['报请批准的报告', '关于草案的说明', '审议结果的报告', '依据对照表']) expect(await desk.page.locator('.enclosures').getByText(part).count()).toBe(1)
    await desk.page.locator('law-text').getByText('第一条', { exact: true }).first().waitFor()
    const [paper] = await Promise.all([desk.page.waitForEvent('download'), desk.page.locator('.enclosures').getByRole('link').first().click()])
    expect(paper.suggestedFilename()).not.toBe('')
    expect(await findingsOf(desk.page)).toEqual([])
    expect(desk.complaints).toEqual([])
    await desk.close()
  })

  test('the city follows it to the library, the national filing and the tasks', async () => {
    const desk = await atDesk(browser, 'zuqingyan')
    await desk.open('/app/approvals')
    await desk.page.getByRole('link', { name: livestock }).click()
    await desk.page.getByRole('link', { name: '报批和公布' }).click()
    await desk.page.getByRole('heading', { name: '公布以后' }).waitFor()
    expect(await desk.page.getByText('已报全国人大常委会和国务院备案').count()).toBe(1)
    await desk.page.locator('afterlife-part').getByText('制定配套规定').first().waitFor()
    expect(await findingsOf(desk.page)).toEqual([])
    await desk.page.setViewportSize({ width: 390, height: 844 })
    expect(await findingsOf(desk.page)).toEqual([])
    expect(desk.complaints).toEqual([])
    await desk.close()
  })

  test('the public reads it with the papers that were published with it', async () => {
    const [city, reader] = await Promise.all([atDesk(browser, 'zuqingyan'), atDesk(browser, null)])
    await city.open('/app/approvals')
    await city.page.getByRole('link', { name: livestock }).click()
    await city.page.getByRole('link', { name: '报批和公布' }).click()
    const address = await city.page.getByRole('link', { name: '看公布的文本' }).getAttribute('href')
    await reader.open(address ?? '')
    await reader.page.getByRole('heading', { name: livestock, level: 1 }).waitFor()
    for (const name of ['公告', '关于草案的说明', '审议结果的报告']) {
      const href = await reader.page.locator('.with').getByRole('link', { name }).getAttribute('href')
      expect((await reader.context.request.get(href ?? '')).status()).toBe(200)
    }
    expect(await findingsOf(reader.page)).toEqual([])
    await Promise.all([city.close(), reader.close()])
  })
})
