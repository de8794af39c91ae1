/** A publication that lacks something, a published text that is to be changed, and what the province refuses: each refusal under its article, in the forms. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { tryToEdit } from './approval-phases.ts'
import { findingsOf } from './browser.ts'
import { cast, type Journey } from './journey.ts'
import { fillField, historyOf, openStep, takeStep, uploadDocument } from './legislation-steps.ts'
import { word } from './office-files.ts'
import { issuePaper } from './paper-acts.ts'
import { approve, closeSession, COUNCIL, makeReadyToVote, openSession, placeOnAgenda, placeOnAgendaAgain, plainPaper, sendToProvince, takeBackDocument, voteOnWhole } from './quick-start.ts'
import { nameOf } from './reading-phases.ts'

const SENDER = cast.chief
const PROVINCE_MEETING = '省人民代表大会常务委员会第二十五次会议'
const main = (page: Page): Locator => page.locator('lf-dialog[open] > .btn.main')

/** From the agenda to the province over the API: read, reviewed, adopted, sent and received. Returns the request. */
async function adopt(journey: Journey, meeting: string): Promise<string> {
  const session = await openSession(journey, { title: meeting })
  await makeReadyToVote(journey, session)
  await voteOnWhole(journey, session, { present: 38, for: 30, against: 5, abstain: 3, notVoting: 0 })
  await closeSession(journey, session.id)
  return sendToProvince(journey)
}

/** Another bill, adopted and at the province. Returns the request. */
export async function beginAtProvince(journey: Journey, meeting = '通过遛犬条例的会议'): Promise<string> {
  await placeOnAgenda(journey)
  return adopt(journey, meeting)
}

/** 不予批准: its meeting, its reason and the decision itself are asked for, and what was typed stays. */
export async function refuseApproval(journey: Journey, requestId: string): Promise<void> {
  const { page, open } = await journey.desk(cast.province)
  await open(`/app/approvals/${requestId}`)
  const part = page.locator('section.part').filter({ has: page.getByRole('heading', { name: '登记决定' }) })
  const decide = async (): Promise<void> => {
    await part.getByRole('button', { name: '登记决定' }).click()
    await main(page).click()
    await main(page).waitFor({ state: 'detached' })
  }
  await fillField(part, '决定', '不予批准')
  await decide()
  await part.getByText('请填写作出决定的会议').waitFor()
  await fillField(part, '作出决定的会议', PROVINCE_MEETING)
  await decide()
  await page.getByText(/还缺：不予批准决定。.*依据：《中华人民共和国立法法》第八十一条/u).waitFor()
  expect(await part.locator('[name=decisionMeeting]').inputValue()).toBe(PROVINCE_MEETING)
  await part.locator('input[type=file]').setInputFiles(await word('不予批准的决定', ['第二十条同省条例相抵触，不予批准。']))
  await part.locator('li.stored').waitFor()
  await decide()
  await page.getByText('“登记不予批准”还要填写：原因').waitFor()
  await fillField(part, '不予批准的理由', '第二十条同省条例相抵触')
  expect(await findingsOf(page)).toEqual([])
  await decide()
  await page.getByText('已登记决定。').waitFor()
}

/** 不予批准 where the project is shown and to whom it matters; drafted again by a decision, with papers of its own. */
export async function redraftAfterRefusal(journey: Journey, requestId: string): Promise<void> {
  const { page, open } = await journey.desk(cast.chief)
  await open('/app')
  await page.locator('li, tr').filter({ hasText: journey.title }).filter({ hasText: '不予批准' }).getByText('重新起草').first().waitFor()
  const committee = await journey.desk(cast.committee)
  await committee.open('/app/notices')
  await committee.page.getByText(`登记不予批准：${journey.title}`).waitFor()
  await open(`/app/approvals/${requestId}`)
  await page.getByText('第二十条同省条例相抵触').first().waitFor()
  await open(`/app/approvals?project=${journey.projectId}`)
  await page.getByText('上级没有批准，不能公布。').waitFor()
  expect(await page.getByRole('button', { name: '公布', exact: true }).count()).toBe(0)
  await page.getByRole('link', { name: '到项目页重新起草' }).click()
  await page.getByRole('heading', { name: journey.title, level: 1 }).waitFor()
  await expect.poll(() => page.locator('.case-state').first().textContent()).toContain('不予批准')
  expect(await findingsOf(page)).toEqual([])
  await takeStep(page, { button: '重新起草', state: '起草', values: { 原因: '删去同省条例相抵触的规定', 主任会议: COUNCIL } })
  const form = await openStep(page, '提请审议')
  await form.getByText('上一轮的不算：请提交新的').first().waitFor()
  await page.keyboard.press('Escape')
  expect((await historyOf(page)).join('\n')).toContain('登记不予批准')
}

/** The bill that was tabled again, adopted this time and approved as it was voted. */
export async function approveSecondRound(journey: Journey): Promise<void> {
  await placeOnAgendaAgain(journey)
  const requestId = await adopt(journey, '再次审议并通过犬只条例的会议')
  await approve(journey, requestId)
  for (const kind of ['explanatoryNote', 'deliberationResultReport']) await takeBackDocument(journey, cast.officer, kind)
}

async function openWay(journey: Journey): Promise<Page> {
  const { page, open } = await journey.desk(SENDER)
  await open(`/app/approvals?project=${journey.projectId}`)
  await page.locator('.conditions').waitFor()
  return page
}

/** 公告, 说明, 审议结果的报告 and the issue of the gazette, one after the other: each is missed under its own article (立法法 88, 89). */
export async function publishWithEverything(journey: Journey): Promise<string> {
  const refused = async (words: string, article: string): Promise<Page> => {
    const page = await openWay(journey)
    const form = page.locator('regulation-way')
    await fillField(form, '公布的网站', '常委会门户网站')
    await form.getByRole('button', { name: '公布', exact: true }).click()
    await page.getByText(new RegExp(`${words}.*依据：《中华人民共和国立法法》${article}`, 'u')).waitFor()
    expect(await form.locator('[name=website]').inputValue()).toBe('常委会门户网站')
    return page
  }
  await refused('公告还没有签发', '第八十八条')
  await issuePaper(journey, { kind: '公布法规的公告', drafter: cast.officer, checker: cast.chief, signer: cast.issuer, from: `/app/approvals?project=${journey.projectId}` })
  await refused('没有草案的说明', '第八十九条')
  await uploadDocument(await journey.project(SENDER), { kind: '关于草案的说明', file: plainPaper('关于草案的说明') })
  await refused('没有审议结果的报告', '第八十九条')
  await uploadDocument(await journey.project(SENDER), { kind: '审议结果的报告', file: plainPaper('审议结果的报告') })
  const page = await refused('请填写刊登的常委会公报期号', '第八十九条')
  const form = page.locator('regulation-way')
  await form.locator('lf-field', { hasText: '刊登的常委会公报期号' }).locator('.field-error').waitFor()
  expect(await findingsOf(page)).toEqual([])
  await fillField(form, '刊登的常委会公报期号', '常委会公报2026年第7号')
  await form.getByRole('button', { name: '公布', exact: true }).click()
  await main(page).click()
  await page.getByText('已公布，文本已经进入法规库。').waitFor()
  return (await page.getByRole('link', { name: '看公布的文本' }).getAttribute('href')) ?? ''
}

/** A published text is not edited; where its words are not the gazette's, a correction stands beside it, and the old one says so. */
export async function correctPublished(journey: Journey, address: string): Promise<void> {
  await tryToEdit(journey)
  const page = await journey.project(SENDER)
  const form = await openStep(page, '登记更正')
  await form.getByText('在常务委员会公报上刊登的文本为标准文本').first().waitFor()
  const values = { 条文: '第三条', 公布的文字: '基层组织参加', 更正为: '基层组织协同', 原因: '同公报刊登的文本不一致', 批准人: nameOf(SENDER) }
  for (const [label, value] of Object.entries(values)) await fillField(form, label, value)
  await form.locator('.btn.grave').click()
  await form.getByText('请上传《更正公告》').first().waitFor()
  await form.locator('input[type=file]').setInputFiles(plainPaper('更正公告'))
  await form.getByLabel('文号').waitFor()
  const send = async (): Promise<void> => {
    await form.locator('.btn.grave').click()
    await page.locator('body > div > lf-dialog[open] > .btn.grave').click()
  }
  await send()
  await form.getByText('更正须由他人批准').first().waitFor()
  await fillField(form, '批准人', nameOf(cast.issuer))
  await send()
  await form.locator('lf-field', { hasText: '公布的文字' }).locator('.field-error').waitFor()
  expect(await form.locator('[name="values.wordsAfter"]').inputValue()).toBe('基层组织协同')
  expect(await findingsOf(page)).toEqual([])
  await fillField(form, '公布的文字', '基层组织参与')
  await send()
  await page.getByText('已办理：登记更正。').waitFor()
  expect((await historyOf(page)).join('\n')).toContain('条文：第三条；公布的文字：基层组织参与；更正为：基层组织协同')

  const reader = await journey.visitor()
  await reader.open(address)
  await reader.page.getByText('这份文本的文字已经更正').waitFor()
  await reader.page.locator('div.law').getByText('基层组织参与').first().waitFor()
  expect(await findingsOf(reader.page)).toEqual([])
  await reader.page.getByRole('link', { name: '看更正后的文本' }).click()
  await reader.page.locator('div.law').getByText('基层组织协同').first().waitFor()
  await reader.page.getByRole('link', { name: '审议结果的报告' }).waitFor()
  expect(await findingsOf(reader.page)).toEqual([])
  expect(reader.complaints).toEqual([])
  await reader.close()
}
