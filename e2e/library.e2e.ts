import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeDocx, p } from '../api/reading/testing/make-docx.ts'
import { atDesk, demoUrl, findingsOf, openBrowser } from './support/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const REVIEWER = 'wenzhixing'
const CHIEF = 'sujianshan'
const ADMINISTRATOR = 'ningshukai'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const docx = (lines: readonly string[]): Buffer => Buffer.from(makeDocx({ body: lines.map((line) => p(line)).join('') }))

// of this run only: the journey may be made again on the same data
const RUN = String(Date.now()).slice(-6)
const TITLE = `某某市古井${RUN}保护办法`
const BRIDGES = `某某市古桥${RUN}巡查规定`
const dated = (year: number, fine: string) =>
  docx([TITLE, `（${year}年3月1日某某市人民政府常务会议通过）`, `第一条　为了保护古井${RUN}，制定本办法。`, `第二条　填埋古井${RUN}的，处${fine}元罚款。`, `第三条　本办法自${year}年6月1日起施行。`])
const undated = docx([BRIDGES, '第一条　古桥每月巡查一次。', '第二条　巡查记录保存三年。'])

describe('the library', () => {
  test('a docx is imported by upload, what was not found is told, and two versions are laid beside each other', async () => {
    const desk = await atDesk(browser, REVIEWER)
    const { page } = desk
    await desk.open('/app/library')
    await page.locator('lf-list-table tbody tr').first().waitFor()
    expect(await findingsOf(page)).toEqual([])

    await page.getByRole('button', { name: '导入', exact: true }).click()
    await page.locator('import-dialog input[type=file]').setInputFiles([
      { name: '古井 2015.docx', mimeType: DOCX, buffer: dated(2015, '五百') },
      { name: '古井 2021.docx', mimeType: DOCX, buffer: dated(2021, '一千') },
      { name: '古桥.docx', mimeType: DOCX, buffer: undated },
    ])
    await page.locator('import-dialog .uploads .stored').nth(2).waitFor()
    await page.getByRole('button', { name: '开始导入' }).click()
    const run = page.locator('.import-run')
    await run.getByText('导入完成').waitFor()
    expect(await run.innerText()).toContain('入库 3 个')
    expect(await run.getByText(/没有找到：.*施行日期/u).count()).toBeGreaterThan(0)
    expect(await findingsOf(page)).toEqual([])

    await run.getByRole('link', { name: TITLE }).last().click()
    await page.locator('law-text .article').first().waitFor()
    expect(await page.locator('.version-line li').count()).toBe(2)
    expect(await page.locator('.sources .digest').innerText()).toMatch(/^[0-9a-f]{64}$/u)
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('link', { name: /的文本对照$/u }).click()
    await page.locator('law-compare .compare-row.changed').first().waitFor()
    expect(await page.locator('.compare-row del').first().innerText()).toContain('五百')
    expect(await page.locator('.compare-row ins').first().innerText()).toContain('一千')
    expect(await findingsOf(page)).toEqual([])
    expect(desk.complaints).toEqual([])
    await desk.close()
  })

  test('an unknown date of effect says so and is recorded with its basis', async () => {
    const desk = await atDesk(browser, REVIEWER)
    const { page } = desk
    await desk.open(`/app/library?text=${encodeURIComponent(`古桥${RUN}`)}`)
    await page.locator('lf-list-table tbody tr').getByText('未知', { exact: true }).first().waitFor()
    await page.getByRole('link', { name: BRIDGES }).click()
    await page.locator('aside').getByRole('button', { name: '补录' }).first().click()
    await page.getByLabel('施行日期').fill('2016-01-01')
    await page.getByLabel(/依据的文件/u).fill('某某市人民政府公报 2015 年第 12 号')
    await page.getByRole('button', { name: '记录日期' }).click()
    await page.getByText('日期已记录。').waitFor()
    await page.locator('aside .facts').getByText('2016-01-01').waitFor()
    await desk.close()
  })

  test('the head’s search finds the article and leads to it', async () => {
    const desk = await atDesk(browser, REVIEWER)
    const { page } = desk
    await desk.open('/app/library')
    await page.locator('.find input').fill(`填埋古井${RUN}`)
    await page.keyboard.press('Enter')
    const hit = page.locator('.hits li').filter({ hasText: TITLE }).first()
    await hit.waitFor()
    expect(await hit.locator('mark').count()).toBeGreaterThan(0)
    expect(await findingsOf(page)).toEqual([])
    await hit.getByRole('link', { name: '第二条' }).click()
    await page.locator('law-text .article').first().waitFor()
    expect(desk.complaints).toEqual([])
    await desk.close()
  })
})

describe('administration', () => {
  test('an account is created, its first password shown once, and must be changed at first login', async () => {
    const desk = await atDesk(browser, ADMINISTRATOR)
    const { page } = desk
    await desk.open('/app/administration')
    await page.locator('lf-list-table tbody tr').first().waitFor()
    expect(await findingsOf(page)).toEqual([])
    const username = `new${Date.now()}`
    await page.getByRole('button', { name: '建账号' }).first().click()
    const form = page.locator('#account-form')
    await form.locator('[name=name]').fill('新同事')
    await form.locator('[name=username]').fill(username)
    await form.getByLabel('单位').selectOption({ index: 1 })
    await form.getByLabel('岗位').selectOption({ label: '审查人员' })
    await page.locator('account-dialog button.main').click()
    const password = await page.locator('.first-password code').innerText()
    expect(password).toHaveLength(14)
    await page.getByRole('button', { name: '已经记下' }).click()
    expect(await page.getByText(password).count()).toBe(0)

    const context = await browser.newContext({ locale: 'zh-CN', baseURL: demoUrl() })
    const first = await context.newPage()
    await first.goto('/app/login')
    await first.getByLabel('用户名').fill(username)
    await first.getByLabel('密码').fill(password)
    await first.getByRole('button', { name: '登录', exact: true }).first().click()
    await first.waitForURL(/\/app\/password/u)
    await first.goto('/app/library')
    await first.waitForURL(/\/app\/password/u)
    await context.close()
    await desk.close()
  })

  test.each([
    ['/app/administration/rules', '外省市参考·待确认'],
    ['/app/administration/calendar?year=2027', '没有录入'],
    ['/app/administration/audit', '摘要'],
  ])('%s says %s', async (path, words) => {
    const desk = await atDesk(browser, ADMINISTRATOR)
    await desk.open(path)
    await desk.page.locator('main').getByText(words).first().waitFor()
    expect(await findingsOf(desk.page)).toEqual([])
    expect(desk.complaints).toEqual([])
    await desk.close()
  })
})

describe('figures', () => {
  test('2019 is 31 = 1 + 14 + 16, with the numbers behind every bar, on a desk and on a telephone', async () => {
    for (const size of [{ width: 1366, height: 768 }, { width: 390, height: 844 }]) {
      const desk = await atDesk(browser, CHIEF, size)
      await desk.open('/app/statistics?year=2019')
      const formula = desk.page.locator('.formula')
      await formula.waitFor()
      expect((await formula.innerText()).replaceAll(/（[^）]*）/gu, '')).toBe('31 = 1 + 14 + 16')
      expect(await desk.page.locator('svg.bars').first().isVisible()).toBe(size.width > 640)
      expect(await findingsOf(desk.page)).toEqual([])
      expect(desk.complaints).toEqual([])
      await desk.close()
    }
  })
})
