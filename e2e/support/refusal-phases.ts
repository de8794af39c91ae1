/** A bill that its vote refuses: a clause by itself, a count that is corrected, no majority of all members, and the round after it. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { findingsOf } from './browser.ts'
import { openDraft } from './draft-acts.ts'
import { cast, type Journey } from './journey.ts'
import { fillField, historyOf, openStep, takeStep } from './legislation-steps.ts'
import { chooseItem } from './meeting-acts.ts'
import { COUNCIL, makeReadyToVote, openSession, placeOnAgenda, plainPaper, type Session } from './quick-start.ts'
import { nameOf } from './reading-phases.ts'

const VOTE_ITEM = '表决法规草案'
const CLAUSE = '第二十条'
type VoteKind = '单独表决' | '全案'

const main = (page: Page): Locator => page.locator('lf-dialog[open] > .btn.main')
const voteOn = (page: Page, kind: VoteKind): Locator => page.locator('section.vote').filter({ has: page.locator('h3', { hasText: kind }) })
const start = (page: Page, kind: VoteKind): Promise<void> => voteOn(page, kind).getByRole('button', { name: '开始表决' }).click()
/** What the page or its form says is wrong. */
const told = (page: Page, words: string | RegExp): Locator => page.getByText(words).first()

/** A bill in session, its voting text before the members. */
export async function beginVote(journey: Journey): Promise<Session> {
  await placeOnAgenda(journey)
  const session = await openSession(journey, { title: '审议并表决犬只条例的会议' })
  await makeReadyToVote(journey, session)
  return session
}

/** 重要条款单独表决: the form says what is lacking and keeps what was typed. */
export async function decideOnClause(journey: Journey): Promise<void> {
  const page = await journey.project(cast.chief)
  const form = await openStep(page, '重要条款单独表决')
  await form.getByText('《中华人民共和国立法法》第四十四条（参照）').waitFor()
  await fillField(form, '单独表决的条款', CLAUSE)
  await form.locator('.btn.main').click()
  await form.getByText('请填写“主任会议”。').first().waitFor()
  await form.getByText('请上传《单独表决条款文本》').first().waitFor()
  expect(await form.locator('[name="values.clauses"]').inputValue()).toBe(CLAUSE)
  expect(await findingsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await takeStep(page, { button: '重要条款单独表决', state: '重要条款单独表决', values: { 主任会议: COUNCIL, 单独表决的条款: CLAUSE }, documents: { 单独表决条款文本: plainPaper('单独表决条款文本') } })
  expect((await historyOf(page)).join('\n')).toContain(`主任会议：${COUNCIL}；单独表决的条款：${CLAUSE}`)
}

async function prepare(page: Page, kind: VoteKind, values: Readonly<Record<string, string>> = {}): Promise<void> {
  await page.getByRole('button', { name: '准备表决' }).click()
  const form = page.locator('meeting-dialog')
  await fillField(form, '种类', kind)
  for (const [label, value] of Object.entries(values)) await fillField(form, label, value)
  await main(page).click()
  await voteOn(page, kind).waitFor()
}

async function count(page: Page, kind: VoteKind, figures: readonly [present: number, agreed: number, against: number, abstain: number]): Promise<void> {
  const form = voteOn(page, kind).locator('vote-count')
  await form.waitFor()
  for (const [at, name] of (['present', 'for', 'against', 'abstain'] as const).entries()) await form.locator(`input[name=${name}]`).fill(String(figures[at]))
  await form.locator('button.main').click()
}

async function announce(page: Page): Promise<void> {
  const button = page.locator('lf-case-bar').getByRole('button', { name: '宣布表决结果' })
  await button.click()
  await main(page).click()
  await button.waitFor({ state: 'detached' })
}

/** 单独表决 before the whole, which is refused until then, in the order of 立法法 44. */
export async function voteClauseFirst(journey: Journey, session: Session): Promise<void> {
  const { page, open } = await journey.desk(cast.meetingClerk)
  await open(`/app/meetings/${session.id}`)
  await chooseItem(page, VOTE_ITEM)
  await told(page, '单独表决的条款还没有表决').waitFor()
  await prepare(page, '全案')
  await start(page, '全案')
  await told(page, /主任会议决定单独表决的条款还没有表决.*依据：《中华人民共和国立法法》第四十四条/u).waitFor()
  await prepare(page, '单独表决', { 条文: CLAUSE, 表决事项: CLAUSE, 条文或者内容: '养犬人应当为犬只佩戴标识。' })
  await start(page, '全案')
  await told(page, '先表决：单独表决').waitFor()
  await start(page, '单独表决')
  await count(page, '单独表决', [41, 30, 5, 9])
  await told(page, '合计 44，与出席 41 人不一致，多 3').waitFor()
  expect(await voteOn(page, '单独表决').locator('input[name=for]').inputValue()).toBe('30')
  await count(page, '单独表决', [41, 30, 5, 6])
  await voteOn(page, '单独表决').getByText('通过，待主持人宣布').waitFor()
  await announce(page)
}

/** A count that was closed is corrected beside itself, by somebody else's approval; what was typed wrong stays readable. */
export async function correctCount(journey: Journey): Promise<void> {
  const { page } = await journey.desk(cast.meetingClerk)
  const whole = voteOn(page, '全案')
  // whoever has the draft open while the vote begins sees it close, and why
  const draft = await openDraft(journey, cast.secondOfficer)
  await draft.locator('law-editor .draft[contenteditable=true]').waitFor()
  await start(page, '全案')
  await count(page, '全案', [38, 21, 10, 7])
  await draft.locator('law-editor .draft[contenteditable=false]').waitFor()
  await draft.getByText('草案正在付表决，文本不能再改').first().waitFor()
  await whole.getByText('通过，待主持人宣布').waitFor()
  await whole.getByRole('button', { name: '更正计票' }).click()
  const form = page.locator('meeting-dialog')
  await fillField(form, '赞成', '20')
  await fillField(form, '原因', '监票人复核，一张反对票误计为赞成')
  await fillField(form, '批准人', nameOf(cast.meetingClerk))
  await main(page).click()
  await form.getByText('合计 37，与出席 38 人不一致，少 1').first().waitFor()
  await fillField(form, '反对', '11')
  await main(page).click()
  await form.getByText('更正须由他人批准').first().waitFor()
  expect(await form.locator('[name=reason]').inputValue()).toContain('监票人复核')
  await fillField(form, '批准人', nameOf(cast.issuer))
  await main(page).click()
  await whole.getByText('原登记：出席 38，赞成 21，反对 10，弃权 7，未按 0').waitFor()
  await whole.getByText(`${nameOf(cast.meetingClerk)}登记，${nameOf(cast.issuer)}批准`).waitFor()
}

/** More than half of those present and not of all members: 未通过, and nothing else can be recorded. */
export async function failByMajorityOfAll(journey: Journey, session: Session): Promise<void> {
  const { page } = await journey.desk(cast.meetingClerk)
  await told(page, '赞成 20 票，虽过出席人数之半，未过全体组成人员（41 人）之半，未通过。').waitFor()
  await announce(page)
  await page.getByRole('button', { name: '登记结果' }).click()
  const form = page.locator('meeting-dialog')
  await form.getByText('项目记为“未获通过”').waitFor()
  await fillField(form, '结果', '同意')
  await fillField(form, '决定内容', '未获全体组成人员过半数赞成。')
  await main(page).click()
  await form.getByText('表决结果是“未通过”，请按表决结果登记。').first().waitFor()
  await fillField(form, '结果', '不同意')
  await main(page).click()
  await page.locator('.item-result', { hasText: '× 未通过' }).waitFor()
  expect(await findingsOf(page)).toEqual([])
  // the item is decided: figures may still be put right, the result may not be turned
  await voteOn(page, '全案').getByRole('button', { name: '更正计票' }).click()
  for (const [label, value] of Object.entries({ 赞成: '21', 反对: '10', 原因: '再次复核', 批准人: nameOf(cast.issuer) })) await fillField(form, label, value)
  await main(page).click()
  await form.getByText('更正以后结果由“未通过”变为“通过”，而议题已经按原来的结果登记').first().waitFor()
  await page.keyboard.press('Escape')
  const member = await journey.desk(cast.member)
  await member.open(`/app/meetings/${session.id}`)
  await member.page.getByText('× 未通过，还差 1 票').waitFor()
}

/** 未获通过 where the project is shown, and whoever may table it again is asked to. */
export async function seeNotAdopted(journey: Journey): Promise<void> {
  const page = await journey.project(cast.chief)
  await expect.poll(() => page.locator('.case-state').first().textContent()).toContain('未获通过')
  await page.locator('.project-picture').getByText('未获通过').first().waitFor({ state: 'attached' })
  const history = (await historyOf(page)).join('\n')
  expect(history).toContain('登记未获通过')
  expect(history).toContain('赞成 20，反对 11')
  expect(history).toContain('更正前：出席 38 人，赞成 21，反对 10')
  await page.locator('.pap li', { hasText: '表决结果单' }).first().waitFor()
  expect(await findingsOf(page)).toEqual([])
  await page.goto(`/app/projects?view=all&q=${encodeURIComponent(journey.title)}`)
  await page.getByRole('row', { name: new RegExp(`${journey.title}.*未获通过`, 'u') }).or(page.locator('li, tr', { hasText: journey.title }).filter({ hasText: '未获通过' })).first().waitFor()
  const committee = await journey.desk(cast.committee)
  await committee.open('/app')
  await committee.page.locator('li, tr').filter({ hasText: journey.title }).filter({ hasText: '未获通过' }).getByText('再次提请审议').first().waitFor()
  await committee.open('/app/notices')
  await committee.page.getByText(`登记未获通过：${journey.title}`).waitFor()
}

/** 再次提请审议: its papers anew; what still holds is taken over with a reason, and the first round stays as it was. */
export async function tableAgain(journey: Journey): Promise<void> {
  const page = await journey.project(cast.committee)
  const form = await openStep(page, '再次提请审议')
  await form.getByText('上一轮的不算：请提交新的').first().waitFor()
  await form.locator('[name="values.note"]').fill('按审议意见修改了收容和限养的规定')
  await form.locator('.btn.main').click()
  for (const name of ['提请审议的议案', '关于草案的说明', '参阅资料']) await form.getByText(`请上传《${name}》`).first().waitFor()
  expect(await form.locator('[name="values.note"]').inputValue()).toContain('按审议意见修改')
  expect(await findingsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await takeStep(page, {
    button: '再次提请审议', state: '提请审议', values: { 备注: '按审议意见修改了收容和限养的规定' },
    documents: { 提请审议的议案: plainPaper('再次提请审议的议案'), 关于草案的说明: plainPaper('修改后的草案说明'), 参阅资料: { carried: '资料没有变化' } },
  })
  const papers = page.locator('.pap')
  await papers.getByRole('button', { name: /^全部/u }).click()
  await papers.locator('li', { hasText: '沿用上一轮的：资料没有变化' }).waitFor()
  await papers.locator('li.earlier', { hasText: '提请审议的议案' }).getByText('上一轮').waitFor()
  expect((await historyOf(page)).join('\n')).toContain('沿用：参阅资料')
}
