import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atDesk, findingsOf, openBrowser } from './support/browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const REVIEWER = 'wenzhixing'
// of this run only: the journey may be made again on the same data
const RUN = String(Date.now()).slice(-6)
const TITLE = `某某市河埠${RUN}管理办法`
const text = (year: number, lines: readonly string[]): Buffer => Buffer.from([TITLE, `（${year}年3月1日某某市人民政府常务会议通过）`, ...lines, `第${'一二三四五六七八九'.charAt(lines.filter((line) => line.includes('条　')).length)}条　本办法自${year}年6月1日起施行。`].join('\n'))
const before = text(2015, [
  '第一章　总则',
  `第一条　为了保护河埠${RUN}，保障通行安全，根据有关法律、法规，制定本办法。`,
  '第二章　管理',
  '第二条　水行政主管部门可以组织修缮河埠，修缮费用列入年度预算。',
  '第三条　在河埠停泊船只的，应当自停泊之日起三十日内向水行政主管部门登记。',
  '第三章　罚则',
  '第四条　损坏河埠的，由水行政主管部门责令修复，处五百元以上二千元以下罚款。',
])
const after = text(2021, [
  '第一章　总则',
  `第一条　为了保护河埠${RUN}，保障通行安全，根据有关法律、法规，制定本办法。`,
  '第二章　管理',
  '第二条　沿河单位发现河埠损坏的，及时告知水行政主管部门。',
  '第三条　水行政主管部门应当组织修缮河埠，修缮费用列入年度预算。',
  '第四条　在河埠停泊船只的，应当自停泊之日起十五日内向水行政主管部门登记。',
  '第三章　法律责任',
  '第五条　损坏河埠的，由水行政主管部门责令修复，处一千元以上五千元以下罚款。',
])

describe('comparison of two texts', () => {
  test('is walked change by change, filtered, printed, and set right by a person', async () => {
    const desk = await atDesk(browser, REVIEWER)
    const { page } = desk
    await desk.open('/app/library')
    await page.getByRole('button', { name: '导入', exact: true }).click()
    await page.locator('import-dialog input[type=file]').setInputFiles([{ name: '河埠 2015.txt', mimeType: 'text/plain', buffer: before }, { name: '河埠 2021.txt', mimeType: 'text/plain', buffer: after }])
    await page.locator('import-dialog .uploads .stored').nth(1).waitFor()
    await page.getByRole('button', { name: '开始导入' }).click()
    await page.locator('.import-run').getByText('导入完成').waitFor()
    await page.locator('.import-run').getByRole('link', { name: TITLE }).first().click()
    await page.getByRole('link', { name: /的文本对照$/u }).click()

    const rows = page.locator('law-compare .compare-row')
    await rows.first().waitFor()
    expect(await page.locator('.compare-fold').first().innerText()).toContain('显示未变化的 1 条')
    expect(await findingsOf(page)).toEqual([])
    await page.keyboard.press('n')
    await page.locator('.compare-bar').getByText(/^第 1 处　共 \d+ 处$/u).waitFor()
    await page.keyboard.press('j')
    await page.locator('.compare-bar').getByText(/^第 2 处/u).waitFor()
    await page.getByRole('button', { name: '上一处' }).click()
    await page.locator('.compare-bar').getByText(/^第 1 处/u).waitFor()
    expect(new URL(page.url()).hash).toMatch(/^#c-/u)

    // a heading that stayed stands over what changed below it, one that changed is a change
    const outline = page.locator('compare-outline')
    expect(await outline.locator('.over').allInnerTexts()).toEqual(['第二章　管理'])
    await outline.getByText('第三章　法律责任').click()
    await page.locator('.compare-bar .of').getByText('第三章　法律责任').waitFor()
    expect(await page.locator('.compare-row.heading.changed').innerText()).toMatch(/章名修改[\s\S]*罚则[\s\S]*法律责任/u)
    expect(await page.locator('.compare-row.heading.same').allInnerTexts()).toEqual(['第二章　管理'])

    await page.getByRole('button', { name: /^金额/u }).click()
    const articles = page.locator('law-compare .compare-row:not(.heading)')
    await expect.poll(() => articles.count()).toBe(1)
    expect(await articles.innerText()).toContain('五千元')
    expect(await page.locator('.compare-row.heading').count()).toBe(1)
    expect(new URL(page.url()).searchParams.get('show')).toBe('amount')
    await page.getByRole('button', { name: /^全部变化/u }).click()
    await page.getByRole('button', { name: '单栏' }).click()
    await page.locator('.compare-row.one').first().waitFor()
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('button', { name: '并列' }).click()

    await page.getByRole('button', { name: '打印条文对照表' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载 Word' }).click()
    expect((await download).suggestedFilename()).toContain('条文对照表.docx')
    await page.keyboard.press('Escape')

    await page.getByRole('button', { name: /^校正对应：.*第四条/u }).first().click()
    const dialog = page.locator('alignment-dialog lf-dialog')
    await dialog.getByRole('button', { name: '这是新增' }).click()
    await dialog.getByText('第四条是新增的').waitFor()
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('button', { name: '校正', exact: true }).click()
    await page.getByText('对应已校正。').waitFor()
    await page.locator('.compare-marks').getByText('人工校正').first().waitFor()
    expect(await page.locator('.compare-how').innerText()).toMatch(/比对算法 align-\d+.*其中 1 处经人工校正/u)
    await page.getByRole('button', { name: '校正记录' }).click()
    await page.getByRole('button', { name: '撤销', exact: true }).click()
    await page.getByText('校正已撤销。').waitFor()
    await page.getByText('人工校正都已撤销').waitFor()
    expect(await page.locator('.compare-marks').getByText('人工校正').count()).toBe(0)
    expect(desk.complaints).toEqual([])
    await desk.close()
  })

  test('on a telephone it is one column that needs no scrolling sideways', async () => {
    const desk = await atDesk(browser, REVIEWER, { width: 390, height: 844 })
    const { page } = desk
    await desk.open(`/app/library?text=${encodeURIComponent(TITLE)}`)
    await page.getByRole('link', { name: TITLE }).first().click()
    await page.getByRole('link', { name: /的文本对照$/u }).click()
    await page.locator('.compare-row.one').first().waitFor()
    expect(await findingsOf(page)).toEqual([])
    expect(desk.complaints).toEqual([])
    await desk.close()
  })
})
