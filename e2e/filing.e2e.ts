import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atDesk, type Desk, findingsOf, openBrowser } from './support/browser.ts'
import { fill, give, idOf, sealed, word } from './support/office-files.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

const TITLE = `共享雨伞管理办法${Date.now().toString(36)}`
const NUMBER = `甲政办发〔2026〕${String(Date.now()).slice(-6)}号`
const lines = (period: string) => ['第一条　为了规范共享雨伞的投放和使用，制定本办法。', `第二条　雨伞损坏的，投放单位应当自收到报告之日起${period}内修复或者更换。`, '第三条　本办法自2026年4月1日起施行。']

const entries: Record<string, string> = {
  title: TITLE, documentNo: NUMBER, unifiedNo: 'YJGF-2026-088', draftingOrgan: '市城市管理局', deliberationMeeting: '市政府第53次常务会议', meetingDate: '2026-02-11', promulgated: '2026-02-24', effectiveFrom: '2026-04-01', validityNote: '五年',
  validUntil: '2031-03-31', contactName: '柏一舟', contactPhone: '0000-000 0116',
}

describe('报备 to 接收登记', () => {
  let maker: Desk
  let reception: Desk
  beforeAll(async () => {
    maker = await atDesk(browser, 'boyizhou')
    reception = await atDesk(browser, 'luzhiyao')
  })
  afterAll(async () => {
    await maker?.close()
    await reception?.close()
  })

  test('a clerk files a document with its package; what was typed is kept, differences are explained, a wrong addressee is warned of', async () => {
    const { page } = maker
    await maker.open('/app/filing')
    await page.getByRole('button', { name: '新建报备' }).click()
    await page.locator('lf-case-bar').waitFor()
    await fill(page, entries)
    await page.reload()
    await page.locator('[name="title"]').waitFor()
    expect(await page.locator('[name="title"]').inputValue()).toBe(TITLE)
    await page.locator('lf-case-bar .days', { hasText: '14' }).waitFor()

    await give(page, 'sealedText', await sealed(TITLE, lines('十五日')))
    await give(page, 'electronicText', await word(TITLE, lines('十日')))
    await give(page, 'explanation', await word('制定说明', ['必要性和主要内容。']))
    await give(page, 'legalityReview', await word('合法性审核意见', ['经审核，没有发现违法内容。']))
    await page.locator('#sameness mark').first().waitFor()
    expect(await page.locator('#sameness mark').allTextContents()).toEqual(['十五日', '十日'])
    await give(page, 'electronicText', await word(TITLE, lines('十五日')))
    await page.locator('#sameness').getByText('逐字比对，没有不同。').waitFor()

    await page.locator('#material-basis button').click()
    await page.locator('material-dialog textarea').fill('《中华人民共和国民法典》第二百七十二条')
    await page.getByRole('button', { name: '保存' }).click()
    await page.locator('#material-basis').getByText('已填 1 项').waitFor()
    expect(await findingsOf(page)).toEqual([])

    const other = await page.locator('[name="receiverOrganId"] option', { hasText: '临溪' }).first().getAttribute('value')
    await page.locator('[name="receiverOrganId"]').selectOption(other ?? '')
    await page.locator('aside').getByText('应当报送').waitFor()
    await page.getByRole('button', { name: '提交报备' }).click()
    await page.getByText('报送对象和规定不一致').waitFor()
    await page.getByRole('button', { name: /^改报/u }).click()
    await page.locator('aside').getByText('报送对象正确').waitFor()
    await page.getByRole('button', { name: '提交报备' }).click()
    await page.getByText('已经提交报备').waitFor()
    expect(await page.locator('lf-state').first().textContent()).toContain('已报送')
  })

  test('the receiving clerk sees what the program found, asks for a correction, and the maker corrects it', async () => {
    const { page } = reception
    await reception.open('/app/receipt')
    await page.getByRole('link', { name: TITLE }).waitFor()
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('link', { name: TITLE }).click()
    await page.getByText('报送对象正确').waitFor()
    await page.getByText('没有重复报送').waitFor()
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('button', { name: '退回补正' }).click()
    await page.locator('lf-dialog textarea').fill('请补充征求意见情况')
    await page.getByRole('button', { name: '发出补正通知' }).click()
    await page.getByText('已退回补正').waitFor()

    const clerk = maker.page
    await maker.open(`/app/filing/${idOf(page)}`)
    await clerk.getByText('请补充征求意见情况').first().waitFor()
    await give(clerk, 'explanation', await word('制定说明（补充）', ['征求意见情况。']))
    await clerk.getByRole('button', { name: '提交补正' }).click()
    await clerk.getByText('已经提交补正').waitFor()
  })

  test('it is registered under the next number, and both sides print the receipt', async () => {
    const { page } = reception
    await page.reload()
    await page.getByRole('button', { name: '接收登记' }).click()
    await page.getByText(/已登记，登记号 备审-2026-\d{4}/u).waitFor()
    const receipt = await page.getByRole('link', { name: '打印回执' }).getAttribute('href')
    const printed = await reception.context.request.get(receipt ?? '')
    expect([printed.status(), printed.headers()['content-type'], (await printed.body()).subarray(0, 5).toString()]).toEqual([200, 'application/pdf', '%PDF-'])

    await maker.open('/app/ledger')
    const row = maker.page.getByRole('row', { name: new RegExp(TITLE, 'u') })
    await row.waitFor()
    expect(await row.textContent()).toMatch(/备审-2026-\d{4}.*已登记.*按期/su)
    expect(await findingsOf(maker.page)).toEqual([])
    const own = await maker.context.request.get(receipt ?? '')
    expect(own.status()).toBe(200)
  })

  test('a filing that came on paper is entered for its maker', async () => {
    const { page } = reception
    await reception.open('/app/receipt/paper')
    const maker = page.locator('[name="makerOrganId"]')
    await maker.selectOption((await maker.locator('option', { hasText: '市中级人民法院' }).first().getAttribute('value')) ?? '')
    await page.locator('[name="documentKind"]').selectOption('courtGuidance')
    await page.locator('[name="title"]').fill(`关于共享雨伞纠纷的审判指引${Date.now().toString(36)}`)
    await page.locator('[name="documentNo"]').fill(`甲中法发〔2026〕${String(Date.now()).slice(-6)}号`)
    await page.locator('[name="promulgated"]').fill('2026-03-02')
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('button', { name: '代录并进入形式审查' }).click()
    await page.locator('lf-state', { hasText: '接收中' }).waitFor()
    await page.getByText('代录纸质报备').waitFor()
  })

  test('nothing was complained of in the console of either desk', () => {
    expect([...maker.complaints, ...reception.complaints]).toEqual([])
  })

  test('the form stays within a telephone', async () => {
    const phone = await atDesk(browser, 'boyizhou', { width: 390, height: 844 })
    await phone.open('/app/filing')
    await phone.page.getByRole('button', { name: '新建报备' }).waitFor()
    expect(await findingsOf(phone.page)).toEqual([])
    await phone.close()
  })
})
