/** From the vote to the public: the package, the province with its amendments, 公告, publication, and what a citizen finds. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { compareTexts } from '../../law/compare/index.ts'
import { type LegalText, printLegalText } from '../../law/text/index.ts'
import { findingsOf } from './browser.ts'
import { draftWords, keptText, openDraft, storyWords } from './draft-acts.ts'
import { cast, type Journey } from './journey.ts'
import { fillField } from './legislation-steps.ts'
import { selectWords } from './office-files.ts'
import { issuePaper, paperWords } from './paper-acts.ts'

const SENDER = 'peiruogu'
const main = (page: Page) => page.locator('lf-dialog[open] > .btn.main')

/** 报批和公布 of the regulation at somebody's desk. */
async function openWay(journey: Journey, username: string): Promise<Page> {
  const { page, open } = await journey.desk(username)
  await open(`/app/approvals?project=${journey.projectId}`)
  await page.locator('regulation-way ol.way').waitFor()
  return page
}

/** 报请批准: the report drafted, checked, signed and numbered; the package is whole and goes. Nobody can publish yet, and the page says why. */
export async function sendForApproval(journey: Journey): Promise<void> {
  const early = await openWay(journey, SENDER)
  await early.getByText('报批材料还缺：报请批准的报告').waitFor()
  await early.locator('.conditions li', { hasText: '还没有批准；设区的市的地方性法规报省、自治区人大常委会批准后才能公布。' }).waitFor()
  expect(await early.getByRole('button', { name: '公布', exact: true }).count()).toBe(0)
  const asked = await (await journey.desk(SENDER)).context.request.post(`/api/projects/${journey.projectId}/publication`, {
    headers: { origin: journey.demo.url, 'idempotency-key': crypto.randomUUID(), 'if-match': `"${(await journey.read<{ revision: number }>(SENDER, `/api/projects/${journey.projectId}`)).revision}"` },
    data: { gazetteIssue: '第1号', website: '', newspaper: '', promulgatedOn: journey.today, effectiveFrom: '2027-03-01', gazetteFileId: null },
  })
  expect([asked.status(), await asked.text()]).toEqual([409, expect.stringContaining('批准')])
  expect(await findingsOf(early)).toEqual([])
  const request = await issuePaper(journey, {
    kind: '报请批准的报告', drafter: cast.officer, checker: cast.chief, signer: cast.issuer, from: `/app/approvals?project=${journey.projectId}`,
    passages: (label) => (label.includes('主要内容') ? '规定了犬只免疫、登记、养犬行为、收容领养和法律责任。' : label.includes('联系人') ? '法规科某甲，12345678' : '审议中主要讨论了限养数量和收容费用，意见已经统一。'),
  })
  // a reading that was put off is none
  expect(await paperWords(journey, request, cast.officer)).toContain('常委会对草案进行了3次审议')
  const page = await openWay(journey, SENDER)
  await page.getByText('材料齐全，可以报送。').waitFor()
  await page.getByRole('button', { name: '报请批准' }).click()
  await main(page).click()
  await page.getByText('已报请批准。').waitFor()
}

/** The request as somebody opens it from the list of those that were sent. */
async function openRequest(journey: Journey, username: string): Promise<Page> {
  const { page, open } = await journey.desk(username)
  await open('/app/approvals')
  await page.getByRole('link', { name: journey.title }).click()
  await page.locator('.approval-desk').waitFor()
  return page
}

/** The province receives what was sent and gives an opinion on each article that it doubts; the city answers. */
export async function reviewInProvince(journey: Journey): Promise<void> {
  const province = await openRequest(journey, cast.province)
  await province.getByRole('button', { name: '接收齐全的材料' }).click()
  await province.getByText('已接收，批准期限开始计算。').waitFor()
  for (const { article, reason } of journey.story.chain.approvalAmendments) {
    const part = province.locator('section.part').filter({ has: province.getByRole('heading', { name: '审查意见' }) })
    if (!(await part.locator('details').evaluate((element) => element instanceof HTMLDetailsElement && element.open))) await part.locator('summary').click()
    await fillField(part, '条文', article)
    await fillField(part, '意见', reason)
    await part.locator('details').getByRole('button', { name: '提出审查意见' }).click()
    await part.locator('ul.opinions li', { hasText: reason }).waitFor()
  }
  expect(await findingsOf(province)).toEqual([])
  const city = await openRequest(journey, cast.officer)
  const waiting = city.locator('ul.opinions li').filter({ has: city.getByRole('button', { name: '答复' }) })
  for (let left = await waiting.count(); left > 0; left -= 1) {
    await waiting.first().locator('textarea').fill('同意省里的意见，按修改意见修改。')
    await waiting.first().getByRole('button', { name: '答复' }).click()
    await expect.poll(() => waiting.count()).toBe(left - 1)
  }
  expect(await city.locator('ul.opinions li').count()).toBe(journey.story.chain.approvalAmendments.length)
}

/** 附修改意见批准: each amendment taken from the words of the text, the report and the decision, the result. */
export async function approveWithAmendments(journey: Journey): Promise<void> {
  const page = await openRequest(journey, cast.province)
  await page.getByRole('button', { name: '登记列入议程' }).click()
  await page.getByText('已登记。此后撤回要经同意。').waitFor()
  const part = page.locator('amendments-part')
  for (const [at, { article, before, after, reason }] of journey.story.chain.approvalAmendments.entries()) {
    await part.getByRole('button', { name: '加一条修改意见' }).click()
    const row = part.locator('li.amendment').nth(at)
    await fillField(row, '条文', article)
    await selectWords(page, await articleId(page, article), before)
    await row.getByRole('button', { name: '用选中的文字' }).click()
    await expect.poll(() => row.locator('textarea').first().inputValue()).toBe(before)
    await fillField(row, '修改后', after)
    await fillField(row, '理由', reason)
    expect(await row.locator('.warn').count()).toBe(0)
  }
  await part.getByRole('button', { name: '保存修改意见' }).click()
  await page.getByText('修改意见已保存').waitFor()
  await page.getByRole('tab', { name: /通过稿和修改意见/u }).click()
  await page.locator('law-compare ins', { hasText: '必要的' }).first().waitFor()
  expect(await findingsOf(page)).toEqual([])
  const from = new URL(page.url()).pathname
  await issuePaper(journey, { kind: '法规审查报告', drafter: cast.province, signer: 'xiaojiming', from, passages: () => '除上列意见外，没有发现同上位法相抵触的规定' })
  await issuePaper(journey, { kind: '批准法规的决定', drafter: cast.province, signer: 'xiaojiming', from, passages: () => '省人民代表大会常务委员会第二十五次会议' })
  await openRequest(journey, cast.province)
  const decide = page.locator('section.part').filter({ has: page.getByRole('heading', { name: '登记决定' }) })
  await fillField(decide, '决定', '附修改意见批准')
  await fillField(decide, '作出决定的会议', '省人民代表大会常务委员会第二十五次会议')
  await decide.getByRole('button', { name: '登记决定' }).click()
  if (await main(page).isVisible()) await main(page).click()
  await page.getByText('已登记决定。').waitFor()
  const [approved, adopted] = [await keptText(journey, cast.officer, 'approved'), await keptText(journey, cast.officer, 'adopted')]
  expect(await draftWords(journey, cast.officer, approved)).toBe(storyWords(journey, 'approved'))
  expect(await draftWords(journey, cast.officer, adopted)).toBe(storyWords(journey, 'adopted'))
}

const articleId = (page: Page, label: string): Promise<string> =>
  page.locator('law-text').getByText(label, { exact: true }).first().evaluate((element) => element.closest('[id^="art_"]')?.id ?? '')

/** 公告, the gazette, 公布. Returns the address at which the public reads it. */
export async function publish(journey: Journey): Promise<string> {
  await issuePaper(journey, { kind: '公布法规的公告', drafter: cast.officer, checker: cast.chief, signer: cast.issuer, from: `/app/approvals?project=${journey.projectId}` })
  const page = await openWay(journey, SENDER)
  await page.locator('.conditions').waitFor()
  expect(await page.locator('.conditions li:not(.met)').allInnerTexts()).toEqual([])
  await fillField(page.locator('regulation-way'), '刊登的常委会公报期号', '常委会公报2026年第6号')
  await fillField(page.locator('regulation-way'), '公布的网站', '常委会门户网站')
  await fillField(page.locator('regulation-way'), '刊登的报纸', '市报')
  expect(await findingsOf(page)).toEqual([])
  await page.getByRole('button', { name: '公布', exact: true }).click()
  await main(page).click()
  await page.getByText('已公布，文本已经进入法规库。').waitFor()
  return (await page.getByRole('link', { name: '看公布的文本' }).getAttribute('href')) ?? ''
}

/** A published text is not edited: not in the workspace, not past it, and no new text is kept of it. */
export async function tryToEdit(journey: Journey): Promise<void> {
  const page = await openDraft(journey, cast.officer)
  await page.locator('law-editor .draft[contenteditable=false]').waitFor()
  await page.getByText('文本已经通过，不能再改。').waitFor()
  expect(await page.getByRole('switch', { name: '修订模式' }).count()).toBe(0)
  await page.getByRole('button', { name: '各稿' }).click()
  await page.locator('draft-versions').getByRole('row', { name: '批准稿' }).waitFor()
  expect(await page.locator('draft-versions').getByRole('button', { name: '留存一稿' }).count()).toBe(0)
  await page.keyboard.press('Escape')
  const { context } = await journey.desk(cast.officer)
  const headers = { origin: journey.demo.url, 'idempotency-key': crypto.randomUUID() }
  const kept = await context.request.post(`/api/drafts/${journey.draftId}/snapshots`, { headers, data: { kind: 'voting' } })
  expect([kept.status(), await kept.text()]).toEqual([409, expect.stringContaining('不能')])
}

/** What somebody without an account reads: the approved text, character for character; what differs from the voted one are the recorded amendments and nothing else. */
export async function readAsThePublic(journey: Journey, address: string): Promise<void> {
  const reader = await journey.visitor()
  await reader.open('/search')
  await reader.page.fill('#q', journey.title)
  await reader.page.press('#q', 'Enter')
  await reader.page.locator('article.res', { hasText: journey.title }).first().waitFor()
  await reader.open(address)
  await reader.page.getByRole('heading', { name: journey.title, level: 1 }).waitFor()
  const shown = await linesOf(reader.page)
  const expected = linesOfText(storyWords(journey, 'approved'))
  expect(shown).toEqual(expected)
  const voted = await journey.read<{ text: LegalText }>(cast.officer, `/api/drafts/${journey.draftId}/texts/${await keptText(journey, cast.officer, 'adopted')}`)
  const approved = await journey.read<{ text: LegalText }>(cast.officer, `/api/drafts/${journey.draftId}/texts/${await keptText(journey, cast.officer, 'approved')}`)
  const amendments = journey.story.chain.approvalAmendments
  const amended = amendments.reduce((words, { before, after }) => words.replace(before, after), printLegalText(voted.text))
  expect(amended).toBe(printLegalText(approved.text))
  expect(shown).toEqual(linesOfText(amended))
  expect(compareTexts(voted.text, approved.text).rows.filter(({ kind }) => kind !== 'same').map(({ new: now }) => now[0]?.number)).toEqual(amendments.map(({ article }) => article))
  expect(await findingsOf(reader.page)).toEqual([])
  expect(reader.complaints).toEqual([])
  await reader.close()
}

/** Lines of a printed text without its name, white space at their ends aside. */
const linesOfText = (words: string): string[] => words.split('\n').map((line) => line.trim()).filter((line) => line !== '').slice(1)

/** The same as a page of the portal shows them: headings, articles with their numbers, 款, 项; not what it counts beside them. */
const linesOf = (page: Page): Promise<string[]> =>
  page.locator('div.law').evaluate((law) => {
    const words = (element: Element): string => {
      const copy = element.cloneNode(true)
      if (!(copy instanceof Element)) return ''
      for (const beside of copy.querySelectorAll('small, a.ku')) beside.remove()
      return (copy.textContent ?? '').trim()
    }
    return [...law.querySelectorAll('h2, article.art .tx > p')].map((line) => {
      const article = line.closest('article')
      const number = article !== null && line === article.querySelector('.tx > p') ? `${words(article.querySelector('h3') ?? line)}　` : ''
      return `${number}${words(line)}`
    })
  })
