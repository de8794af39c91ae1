import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atDesk, type Desk, openBrowser } from './support/browser.ts'
import { stateOf } from './support/cases.ts'
import { fill, give, idOf, sealed, selectWords, word } from './support/office-files.ts'

/**
 * One document from the clerk who files it to the public who reads it, through every desk in between: what each
 * step leaves is what the next one finds. The other journeys look at each screen; this one at the job.
 */
const RUN = String(Date.now()).slice(-6)
const TITLE = `共享电梯${RUN}养犬乘梯管理办法`
const lines = (fine: string): string[] => [
  '第一条　为了规范携犬乘坐电梯的行为，根据养犬管理的有关规定，制定本办法。',
  '第二条　携犬乘坐电梯的，应当避让老年人、残疾人、孕妇和儿童。',
  `第三条　违反本办法第二条规定的，${fine}。`,
  '第四条　本办法自2026年4月1日起施行。',
]
const FLAWED = lines('由城市管理部门处五百元以上三千元以下罚款')
const CORRECTED = lines('由城市管理部门依照有关法律、法规的规定处理')

const entries = (documentNo: string): Record<string, string> => ({
  title: TITLE, documentNo, unifiedNo: `YJGF-${RUN}`, draftingOrgan: '市城市管理局', deliberationMeeting: '市政府第53次常务会议', meetingDate: '2026-02-11',
  promulgated: '2026-02-24', effectiveFrom: '2026-04-01', validityNote: '五年', validUntil: '2031-03-31', contactName: '柏一舟', contactPhone: '0000-000 0116',
})

let browser: Browser
const desks = new Map<string, Desk>()
const desk = async (username: string): Promise<Desk> => {
  const there = desks.get(username)
  if (there !== undefined) return there
  const opened = await atDesk(browser, username)
  desks.set(username, opened)
  return opened
}

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
})

async function fileDocument(text: readonly string[], documentNo: string): Promise<void> {
  const { page } = await desk('boyizhou')
  await fill(page, entries(documentNo))
  await give(page, 'sealedText', await sealed(TITLE, text))
  await give(page, 'electronicText', await word(TITLE, text))
  await give(page, 'explanation', await word('制定说明', ['必要性和主要内容。']))
  await give(page, 'legalityReview', await word('合法性审核意见', ['经审核，没有发现违法内容。']))
  await page.locator('#sameness').getByText('逐字比对，没有不同。').waitFor()
  await page.locator('#material-basis button').click()
  await page.locator('material-dialog textarea').fill('《中华人民共和国民法典》第二百七十二条')
  await page.getByRole('button', { name: '保存' }).click()
  await page.locator('#material-basis').getByText('已填 1 项').waitFor()
  await page.getByRole('button', { name: '提交报备' }).click()
  await page.getByText('已经提交报备').waitFor()
}

async function register(): Promise<string> {
  const reception = await desk('shaowenxi')
  const { page } = reception
  await reception.open('/app/receipt')
  await page.getByRole('link', { name: TITLE }).click()
  await page.getByText('报送对象正确').waitFor()
  await page.getByRole('button', { name: '接收登记' }).click()
  await page.getByText(/已登记，登记号 备审-2026-\d{4}/u).waitFor()
  return idOf(page)
}

describe('one document', () => {
  let id = ''
  let suggestion = ''
  let follow = { receiptNo: '', followCode: '' }

  test('is filed and registered', async () => {
    const maker = await desk('boyizhou')
    await maker.open('/app/filing')
    await maker.page.getByRole('button', { name: '新建报备' }).click()
    await maker.page.locator('lf-case-bar').waitFor()
    await fileDocument(FLAWED, `甲政办发〔2026〕${RUN}号`)
    id = await register()
  }, 120_000)

  test('is given to a reviewer and a committee from the queue', async () => {
    const chief = await desk('peiruogu')
    const { page } = chief
    await chief.open('/app/queue?view=toDistribute')
    const row = page.locator('lf-list-table tbody tr').filter({ hasText: TITLE })
    await row.locator('input[type=checkbox]').check()
    await page.locator('.action-bar .btn.main', { hasText: '分送 1 件' }).click()
    await page.locator('.committee-list').getByLabel(/社会建设/u).check()
    await page.locator('batch-distribution select[name=reviewerId]').selectOption((await page.locator('batch-distribution select[name=reviewerId] option', { hasText: '闻知行' }).getAttribute('value')) ?? '')
    await page.locator('lf-dialog[open] .btn.main').click()
    await page.locator('lf-notice-bar', { hasText: '已分送 1 件。' }).waitFor()
  }, 60_000)

  test('is complained of by a citizen, whose suggestion is taken up', async () => {
    const { page, ...citizen } = await atDesk(browser, null)
    await citizen.open('/suggest')
    await page.fill('[name=documentTitle]', TITLE)
    await page.fill('[name=matters]', '第三条')
    await page.fill('[name=reasons]', '规范性文件不能设定罚款。')
    await page.fill('[name=proposerName]', '试提建议人')
    await page.fill('[name=proposerContact]', '0000-000 0177')
    await page.click('text=提交审查建议')
    await page.waitForSelector('#follow-code')
    follow = { receiptNo: (await page.textContent('.code b')) ?? '', followCode: (await page.textContent('#follow-code')) ?? '' }
    await citizen.close()

    const reviewer = await desk('wenzhixing')
    await reviewer.open('/app/suggestions')
    await reviewer.page.getByRole('link', { name: new RegExp(TITLE, 'u') }).first().click()
    await reviewer.page.locator('view-suggestion lf-case-bar').waitFor()
    await reviewer.page.getByRole('button', { name: '受理', exact: true }).click()
    await reviewer.page.getByText('已办理：受理').waitFor()
    await reviewer.page.locator('view-suggestion aside').getByRole('button', { name: '关联备案件' }).click()
    await reviewer.page.getByRole('button', { name: `关联这一件：${TITLE}` }).click()
    await reviewer.page.locator('view-suggestion aside').getByRole('link', { name: /备审-2026/u }).waitFor()
    await reviewer.page.getByRole('button', { name: '开始审查' }).click()
    await reviewer.page.getByText('已办理：开始审查').waitFor()
    suggestion = new URL(reviewer.page.url()).pathname
  }, 120_000)

  test('is flagged by the reviewer, and the committee gives its opinion', async () => {
    const reviewer = await desk('wenzhixing')
    const { page } = reviewer
    await reviewer.open(`/app/review/${id}`)
    await page.getByRole('heading', { level: 1 }).filter({ hasText: TITLE }).waitFor()
    await page.getByRole('button', { name: '开始审查' }).click()
    await page.locator('law-outline a[href="#art_3"]').click()
    await page.locator('review-superior .source b').first().waitFor()
    await selectWords(page, 'art_3', '处五百元以上三千元以下罚款')
    await page.keyboard.press('f')
    await page.locator('flag-form select[name=code]').selectOption({ label: '违法设定行政处罚' })
    await page.locator('flag-form textarea[name=reason]').fill('规范性文件不得设定行政处罚。')
    await page.getByRole('button', { name: '提出标注' }).click()
    await page.locator('flag-list li').first().waitFor()
    await page.getByRole('button', { name: /提请确认 1 处标注/u }).click()
    await page.getByText(/已请审查机构负责人确认/u).waitFor()

    const member = await desk('lizhaoye')
    await member.open('/app/committee')
    await member.page.getByRole('link', { name: new RegExp(TITLE, 'u') }).first().click()
    await member.page.locator('textarea[name=opinion]').fill('第三条的罚款没有依据，建议删去。')
    await member.page.getByRole('button', { name: '提出审查意见' }).click()
    await member.page.locator('lf-dialog').getByRole('button', { name: '提出审查意见' }).click()
    await member.page.getByText('审查意见已提出。').waitFor()
  }, 120_000)

  test('the chief confirms the flag and finds a problem', async () => {
    const chief = await desk('peiruogu')
    await chief.open(`/app/review/${id}`)
    await chief.page.getByRole('button', { name: /^确认 1 处标注$/u }).click()
    await chief.page.getByText(/已确认 1 处标注/u).waitFor()
    await chief.page.locator('workbench-bar').getByRole('button', { name: '认为有问题' }).click()
    await chief.page.getByLabel('说明').fill('第三条设定了罚款。')
    await chief.page.locator('view-outcome').getByRole('button', { name: '认为有问题' }).click()
    await chief.page.locator('view-outcome lf-state', { hasText: '认为有问题' }).waitFor()
    expect(await stateOf(chief, id)).toBe('认为有问题')
  }, 60_000)

  test('an opinion is drafted, checked, countersigned and issued', async () => {
    const chief = await desk('peiruogu')
    const reviewer = await desk('wenzhixing')
    await reviewer.open(`/app/review/${id}`)
    await reviewer.page.locator('workbench-bar').getByRole('button', { name: '起草审查意见书' }).click()
    await reviewer.page.getByRole('button', { name: '拟稿' }).click()
    await reviewer.page.locator('lf-paper .red-head').waitFor()
    const paper = new URL(reviewer.page.url()).pathname
    await reviewer.page.getByLabel('主任会议的日期和次数').fill('3月11日第31次主任会议')
    await reviewer.page.getByLabel('主任会议的日期和次数').press('Tab')
    await reviewer.page.getByText('已保存').waitFor()
    await reviewer.page.getByRole('button', { name: '送核稿' }).click()
    await reviewer.page.getByText('已办理：送核稿').waitFor()

    await chief.open(paper)
    await chief.page.getByRole('button', { name: '核稿同意，送会签' }).click()
    await chief.page.getByLabel(/社会建设工作委员会/u).check()
    await chief.page.getByRole('button', { name: '送会签', exact: true }).click()
    await chief.page.getByText('已办理').waitFor()

    const member = await desk('lizhaoye')
    await member.open(paper)
    await member.page.getByLabel('意见').fill('同意。')
    await member.page.getByRole('button', { name: '同意会签' }).click()
    await member.page.getByText('已办理').waitFor()

    const issuer = await desk('jianboheng')
    await issuer.open(paper)
    await issuer.page.getByLabel('反馈期限').selectOption('makerReply')
    await issuer.page.getByText('已保存').waitFor()
    await issuer.page.getByRole('button', { name: '签发', exact: true }).click()
    await issuer.page.locator('lf-dialog').getByRole('button', { name: '签发' }).click()
    await issuer.page.getByText(/已签发，文号 云常审〔2026〕\d+号/u).waitFor()
    expect(await stateOf(reviewer, id)).toBe('待反馈意见')
  }, 180_000)

  test('is answered by its maker and filed anew', async () => {
    const maker = await desk('boyizhou')
    const { page } = maker
    await maker.open('/app/answers')
    await page.getByRole('link', { name: new RegExp(TITLE, 'u') }).first().click()
    await page.getByLabel('我单位答复').fill('同意，将修改这一条。')
    await page.getByRole('button', { name: '提交答复' }).click()
    await page.locator('lf-dialog').getByRole('button', { name: '提交答复' }).click()
    await page.getByText('答复已提交').waitFor()
    await page.getByRole('button', { name: '重新报送修改后的文本' }).click()
    await page.waitForURL(/\/app\/filing\/[0-9a-f-]+/u)
    await page.locator('lf-case-bar').waitFor()
    await fileDocument(CORRECTED, `甲政办发〔2026〕${RUN}0号`)
    await register()
  }, 180_000)

  test('is judged flag by flag against the corrected text, and closed', async () => {
    const { page, ...reviewer } = await desk('wenzhixing')
    await reviewer.open(`/app/refile/${id}`)
    await page.locator('.refiled').first().waitFor()
    await page.locator('.refiled').getByRole('button', { name: '已解决', exact: true }).click()
    await page.getByText('已逐处判断').waitFor()
    await page.getByRole('button', { name: '登记复核结果' }).click()
    await page.locator('lf-dialog').getByRole('button', { name: '登记复核结果' }).click()
    await page.getByText('已登记，问题都已解决').waitFor()
    await page.getByRole('link', { name: '办结归档' }).click()
    await page.getByRole('button', { name: '办结归档' }).click()
    await page.getByText('已办结归档').waitFor()
  }, 120_000)

  test('its citizen is answered and finds the answer by number and code', async () => {
    const reviewer = await desk('wenzhixing')
    await reviewer.open(suggestion)
    await reviewer.page.getByRole('button', { name: '登记审查结果' }).click()
    await reviewer.page.locator('lf-dialog textarea').fill('你反映的第三条已经由制定机关修改。')
    await reviewer.page.locator('lf-dialog').getByRole('button', { name: '登记审查结果' }).click()
    await reviewer.page.getByText('已办理：登记审查结果').waitFor()
    await reviewer.page.getByRole('button', { name: '拟《审查建议答复》' }).click()
    await reviewer.page.waitForURL(/\/app\/papers\//u)
    const paper = new URL(reviewer.page.url()).pathname
    await reviewer.page.getByRole('button', { name: '送核稿' }).waitFor()
    await reviewer.page.getByRole('button', { name: '送核稿' }).click()
    await reviewer.page.getByText('已办理：送核稿').waitFor()
    const chief = await desk('peiruogu')
    await chief.open(paper)
    await chief.page.getByRole('button', { name: '核稿同意，送签发' }).click()
    await chief.page.getByText('已办理').waitFor()
    await chief.page.getByRole('button', { name: '签发', exact: true }).click()
    await chief.page.locator('lf-dialog').getByRole('button', { name: '签发' }).click()
    await chief.page.getByText(/已签发，文号/u).waitFor()

    const { page, ...citizen } = await atDesk(browser, null)
    await citizen.open('/suggest/follow')
    await page.fill('[name=receiptNo]', follow.receiptNo)
    await page.fill('[name=followCode]', follow.followCode)
    await page.click('button:has-text("查询")')
    await page.waitForSelector('.now')
    expect(await page.textContent('.now .st')).toContain('已答复')
    await citizen.close()
  }, 120_000)

  test('is published by an explicit act and read by the public', async () => {
    const archivist = await desk('xiangyunzhou')
    await archivist.open('/app/queue?view=done')
    await archivist.page.getByRole('link', { name: TITLE }).first().click()
    await archivist.page.getByRole('button', { name: '更多' }).click()
    await archivist.page.getByRole('link', { name: '公开', exact: true }).click()
    await archivist.page.locator('publication-part button').waitFor()
    await archivist.page.getByRole('button', { name: '公开到备案目录' }).click()
    await archivist.page.getByText('已在公开平台公开').waitFor()

    const { page, ...citizen } = await atDesk(browser, null)
    await citizen.open(`/filings?q=${encodeURIComponent(RUN)}`)
    await page.getByRole('link', { name: new RegExp(TITLE, 'u') }).first().click()
    await citizen.close()
  }, 120_000)

  test('nothing was complained of in the console of any desk', () => {
    expect(Object.fromEntries([...desks].map(([username, { complaints }]) => [username, complaints]))).toEqual(Object.fromEntries([...desks.keys()].map((username) => [username, []])))
  })
})
