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
const TITLE = `某某市廊桥${RUN}保护条例`
const LAW = `${TITLE}

（2015年3月1日某某市第四届人民代表大会常务委员会第二十次会议通过）

第一条　为了保护廊桥${RUN}，继承优秀历史文化遗产，制定本条例。

第二条　廊桥${RUN}的所有人、使用人负责日常维护，保持廊桥安全、整洁。

第三条　损坏廊桥${RUN}的，由文物主管部门责令改正，处五百元罚款。

第四条　本条例自2015年6月1日起施行。`
const DECISION = `某某市人民代表大会常务委员会关于修改《${TITLE}》的决定

（2026年1月10日某某市第五届人民代表大会常务委员会第三十次会议通过）

某某市第五届人民代表大会常务委员会第三十次会议决定对《${TITLE}》作如下修改：

一、增加一条，作为第二条：“廊桥保护应当遵循保护为主、合理利用的原则。”

二、将第三条改为第四条，其中的“六百元罚款”修改为“五百元以上二千元以下罚款”。

本决定自2026年3月1日起施行。

《${TITLE}》根据本决定作相应修改并对条文顺序作相应调整，重新公布。`

describe('a version from its amending decision', () => {
  test('shows what each instruction did, is mended by hand where one failed, kept over a reload, and accepted', async () => {
    const desk = await atDesk(browser, REVIEWER)
    const { page } = desk
    await desk.open('/app/library')
    await page.getByRole('button', { name: '导入', exact: true }).click()
    await page.locator('import-dialog input[type=file]').setInputFiles([{ name: '廊桥.txt', mimeType: 'text/plain', buffer: Buffer.from(LAW) }])
    await page.locator('import-dialog .uploads .stored').first().waitFor()
    await page.getByRole('button', { name: '开始导入' }).click()
    await page.locator('.import-run').getByText('导入完成').waitFor()
    await page.locator('.import-run').getByRole('link', { name: TITLE }).click()

    await page.getByRole('button', { name: '以修改决定形成新版本' }).click()
    await page.getByLabel('粘贴全文').check()
    await page.getByLabel('修改决定全文').fill(DECISION)
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('button', { name: '逐项执行' }).click()

    const steps = page.locator('amend-steps')
    // two files are read, each by a worker of its own
    await steps.locator('.failed').waitFor({ timeout: 90_000 })
    expect(await steps.locator('.amend-head').innerText()).toContain('1 处不能执行')
    expect(await steps.locator('.amend-row ins').first().innerText()).toContain('保护为主、合理利用')
    expect(await page.getByRole('button', { name: '采用，形成新版本' }).isDisabled()).toBe(true)
    expect(await findingsOf(page)).toEqual([])

    await steps.locator('.failed').getByRole('button', { name: '补正条文' }).click()
    const dialog = page.locator('amend-article-dialog')
    const source = await dialog.getByLabel('这一条修改后的文字').inputValue()
    await dialog.getByLabel('这一条修改后的文字').fill(source.replace('五百元罚款', '五百元以上二千元以下罚款'))
    await dialog.getByLabel('补正的理由').fill('决定所引文字有误，按原意补正')
    await page.reload()
    await page.getByText('没有保存的内容').waitFor()
    expect(await dialog.getByLabel('补正的理由').inputValue()).toBe('决定所引文字有误，按原意补正')
    expect(await findingsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: '保存补正' }).click()
    await steps.locator('.settled').waitFor()
    expect(await steps.innerText()).toContain('人工补正')

    // nothing is lost: the draft is as it was
    await page.reload()
    await steps.locator('.settled').waitFor()
    await page.getByRole('tab', { name: '没有点名的改动' }).click()
    expect(await page.locator('.amend-numbers').innerText()).toContain('原第二条，现第三条')
    expect(await findingsOf(page)).toEqual([])
    await page.getByLabel('加上这一次修改').check()
    // what is chosen and not saved is saved before it is accepted
    await page.getByRole('button', { name: '采用，形成新版本' }).click()
    await page.getByRole('button', { name: '采用', exact: true }).click()
    await page.locator('.version-line li').nth(1).waitFor()
    await page.locator('law-text .article').first().waitFor()
    expect(await page.locator('law-text').innerText()).toContain('处五百元以上二千元以下罚款')
    expect(await page.locator('law-text').innerText()).toContain('修正')
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('link', { name: '看每一处修改' }).click()
    await steps.locator('.settled').waitFor()
    expect(await steps.innerText()).toContain('决定所引文字有误，按原意补正')
    expect(await findingsOf(page)).toEqual([])
    expect(desk.complaints).toEqual([])
    await desk.close()
  })
})
