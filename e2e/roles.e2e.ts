import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listAccounts } from '../cli/demo/list-accounts.ts'
import { DEMO_TODAY } from '../fixtures/load/index.ts'
import { DEMO_PASSWORD } from '../api/identity/index.ts'
import { atDesk, findingsOf, openBrowser } from './support/browser.ts'

/** What `npm run demo` prints is all that a newcomer has: each of these people comes in, and every place of their head opens. */
const accounts = (await listAccounts(DEMO_TODAY)).split('\n').flatMap((line) => {
  const [, username, role] = /^ {2}(\S+)\s+(\S+)/u.exec(line) ?? []
  return username === undefined || role === undefined ? [] : [{ username, role }]
})

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

describe('the accounts that the demonstration prints', () => {
  test('are one for each role that somebody holds', () => {
    expect(accounts.map(({ role }) => role)).toEqual(expect.arrayContaining(['报备员', '审查人员', '签发人', '系统管理员', '法规工作人员', '提案机关工作人员', '常委会组成人员']))
    expect(new Set(accounts.map(({ username }) => username)).size).toBe(accounts.length)
  })

  test.each(accounts)('$role ($username) signs in by the form and opens every place of the head', async ({ username }) => {
    const desk = await atDesk(browser, null)
    const { page } = desk
    await desk.open('/app/login')
    await page.getByLabel('用户名').fill(username)
    await page.getByLabel('密码').fill(DEMO_PASSWORD)
    await page.locator('form').getByRole('button', { name: '登录', exact: true }).click()
    await page.waitForURL(/\/app\/today/u)
    const addresses = (selector: string) => page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
    await page.locator('header nav a').first().waitFor()
    const places = await addresses('header nav a')
    expect(places).toContain('/app/today')
    for (let at = 0; at < places.length; at++) {
      const place = places[at] ?? ''
      await page.goto(place)
      await page.locator('main h1').first().waitFor({ state: 'attached' })
      await expect.poll(() => page.locator('main lf-loading').count(), { message: place }).toBe(0)
      expect(await page.locator('main lf-error').count(), place).toBe(0)
      expect(await findingsOf(page), place).toEqual([])
      for (const part of await addresses('nav.second-row a[href^="/app/"]')) if (!part.includes('?') && !places.includes(part)) places.push(part)
    }
    expect(desk.complaints).toEqual([])
    await desk.close()
  })
})
