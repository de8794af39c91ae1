/** What takes a bill off its way: 暂缓 and its resumption, a meeting that is moved, 搁置 and 撤回 while a meeting is held, its return to the agenda, 延期 two years later and 终止 when that is over. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { findingsOf } from './browser.ts'
import { cast, type Journey } from './journey.ts'
import { fillField, historyOf, openStep, takeStep, uploadDocument } from './legislation-steps.ts'
import { addItem, chooseItem, decideItem, moveMeeting, planMeeting, recordAttendance } from './meeting-acts.ts'
import { COUNCIL, giveToVote, openSession, placeOnAgenda, plainPaper, type Session } from './quick-start.ts'
import { nameOf } from './reading-phases.ts'

const SECOND_CLERK = 'yingnange'
const CARRIER_OF_SURVEYS = 'shengyining'
/** A project of the plan that nobody has begun to draft. */
const HERITAGE = '石刻和古窑址保护条例'
const VOTE_ITEM = '表决法规草案'
const SHELVED = '搁置审议、暂不付表决'
const NEXT_SESSION = '第四十三次会议'

const main = (page: Page): Locator => page.locator('lf-dialog[open] > .btn.main')
const head = (page: Page): Locator => page.locator('lf-case-bar')

/** Lets the journey carry a project of the demonstration. */
export async function carry(journey: Journey, title: string): Promise<void> {
  const { items } = await journey.read<{ items: { id: string; title: string }[] }>(cast.chief, `/api/projects?view=all&q=${encodeURIComponent(title)}`)
  const found = items.find((project) => project.title === title)
  if (found === undefined) throw new Error(`the demonstration has no ${title}`)
  journey.projectId = found.id
}

/** The newest notice of a person, with what it says. */
async function newestNotice(journey: Journey, username: string): Promise<string> {
  const { items } = await journey.read<{ items: { title: string; body: string }[] }>(username, '/api/notices?limit=1')
  return items.map(({ title, body }) => `${title} ${body}`).join('')
}

/** What the public plan of the year says of the project. */
async function toldInPublic(journey: Journey): Promise<string> {
  const { page, open, close } = await journey.visitor()
  await open('/plans')
  await page.getByRole('link', { name: '2026年度立法计划' }).click()
  const said = await page.getByRole('row', { name: journey.title }).innerText()
  await close()
  return said
}

/** Why the project stands where it stands, on its page. */
const halted = (page: Page, words: string): Promise<void> => page.locator('lf-notice-bar', { hasText: words }).waitFor()

// --- 暂缓 -----------------------------------------------------------------------------------------

export const heritageTitle = (city: string): string => `${city}${HERITAGE}`

/** 暂缓: refused without what it asks for, then shown on the page, in its picture, in the lists and to who carries it; 恢复 takes it back. */
export async function suspendPreparation(journey: Journey): Promise<void> {
  const page = await journey.project(cast.council)
  const form = await openStep(page, '暂缓')
  await form.locator('.btn.main').click()
  for (const asked of ['请填写“原因”。', '请填写“主任会议”。']) await form.getByText(asked).first().waitFor()
  await page.keyboard.press('Escape')
  const reason = '省里正在制定同一事项的法规，待省条例出台以后再研究。'
  await takeStep(page, { button: '暂缓', state: '暂缓', values: { 原因: reason, 主任会议: COUNCIL } })
  await halted(page, reason.replace(/。$/u, ''))
  await page.locator('.project-picture .chart .halt').waitFor({ state: 'attached' })
  expect(await findingsOf(page)).toEqual([])
  expect((await historyOf(page))[0]).toContain(`原因：${reason.replace(/。$/u, '')}；主任会议：${COUNCIL}`)
  expect(await newestNotice(journey, CARRIER_OF_SURVEYS)).toContain(`暂缓：${journey.title} ${nameOf(cast.council)}办理。${reason}`)
  const plans = await journey.read<{ items: { id: string; kind: string; year: number }[] }>(cast.chief, '/api/plans')
  const plan = plans.items.find(({ kind, year }) => kind === 'annual' && year === 2026)
  const chief = await journey.desk(cast.chief)
  await chief.open(`/app/plans/${plan?.id}`)
  await chief.page.locator('article.card', { hasText: journey.title }).getByText('◐ 暂缓').waitFor()
  expect(await toldInPublic(journey)).toContain('准备中')

  await takeStep(page, { button: '恢复立项论证', state: '立项论证', values: { 原因: '省条例已经通过，需要配套。' } })
  expect(await page.locator('lf-notice-bar', { hasText: reason }).count()).toBe(0)
  expect(await newestNotice(journey, CARRIER_OF_SURVEYS)).toContain(`恢复立项论证：${journey.title}`)
}

/** The page of the session to come. */
async function nextSession(journey: Journey): Promise<string> {
  const { items } = await journey.read<{ items: { id: string }[] }>(cast.meetingClerk, `/api/meetings?view=upcoming&q=${encodeURIComponent(NEXT_SESSION)}`)
  return `/app/meetings/${items[0]?.id}`
}

// --- 改期 -----------------------------------------------------------------------------------------

/** 改期 of the session that has the bill on its agenda: the materials' day moves with it, a member whose page is open sees it, whoever prepares the bill is told. */
export async function moveSession(journey: Journey): Promise<void> {
  const path = await nextSession(journey)
  const [clerk, member] = [await journey.desk(cast.meetingClerk), await journey.desk(cast.member)]
  await Promise.all([clerk.open(path), member.open(path)])
  await member.page.getByText('2026-03-19 前送达').waitFor()
  const form = clerk.page.locator('meeting-dialog')
  await head(clerk.page).getByRole('button', { name: '改期' }).click()
  await fillField(form, '开始日期', '2026-03-02')
  await main(clerk.page).click()
  await form.getByText('请填写“原因”。').first().waitFor()
  await fillField(form, '原因', '与全市重要会议时间冲突')
  await main(clerk.page).click()
  await form.getByText('改期的日期已经过去，请核对。').first().waitFor()
  expect(await form.locator('[name=reason]').inputValue()).toBe('与全市重要会议时间冲突')
  await fillField(form, '开始日期', '2026-04-02')
  await main(clerk.page).click()
  await clerk.page.getByText('已改期。已经通知的人会收到改期的通知。').waitFor()
  const moved = '原定2026年3月26日 09:00，改为2026年4月2日 09:00。会议材料应于2026年3月26日前送达。原因：与全市重要会议时间冲突。'
  for (const { page } of [clerk, member]) {
    await page.getByText(moved).waitFor()
    await page.getByText('2026-03-26 前送达').waitFor()
    await head(page).getByText('2026年4月2日 09:00至2026年4月3日').waitFor()
  }
  expect(await findingsOf(member.page)).toEqual([])
  expect(await newestNotice(journey, cast.member)).toContain('原定2026年3月26日 09:00，改为2026年4月2日 09:00')
  for (const who of [cast.officer, cast.governmentClerk, cast.policeDrafter]) expect(await newestNotice(journey, who)).toContain(`《${journey.title}》：会议改期`)
  const officer = await journey.project(cast.officer)
  await head(officer).getByText(`2026-04-02 ${NEXT_SESSION}`).waitFor()
  expect((await historyOf(officer)).find((line) => line.includes('会议改期'))).toContain(moved)
}

// --- 搁置 -----------------------------------------------------------------------------------------

/** A bill of a committee under its first reading, in a session that is to vote on it as well. */
export async function beginReading(journey: Journey): Promise<Session> {
  await placeOnAgenda(journey)
  return openSession(journey, { title: '审议和表决的会议' })
}

async function fillCount(page: Page, figures: readonly [present: number, agreed: number, against: number, abstain: number]): Promise<void> {
  for (const [at, name] of (['present', 'for', 'against', 'abstain'] as const).entries()) await page.locator(`vote-count input[name=${name}]`).fill(String(figures[at]))
}

/** Two clerks press 结束表决 in the same moment with other figures: one holds, the other is told which, and its own is not lost from sight. */
export async function closeAtOnce(journey: Journey, session: Session): Promise<void> {
  const desks = [await journey.desk(cast.meetingClerk), await journey.desk(SECOND_CLERK)]
  const [clerk, second] = desks.map(({ page }) => page)
  if (clerk === undefined || second === undefined) throw new Error('two clerks are needed')
  await desks[0]?.open(`/app/meetings/${session.id}?item=${session.readingItem}`)
  await clerk.getByRole('button', { name: '准备表决' }).click()
  await fillField(clerk.locator('meeting-dialog'), '表决事项', '关于会后公开征求意见的决定')
  await main(clerk).click()
  await clerk.getByRole('button', { name: '开始表决' }).click()
  await desks[1]?.open(`/app/meetings/${session.id}?item=${session.readingItem}`)
  for (const page of [clerk, second]) await page.locator('vote-count').waitFor()
  await fillCount(clerk, [39, 30, 5, 4])
  await fillCount(second, [39, 31, 5, 3])
  await Promise.all([clerk, second].map((page) => page.locator('vote-count .btn.main').click()))
  for (const page of [clerk, second]) await page.getByText('通过，待主持人宣布').waitFor()
  const { votes } = await journey.read<{ votes: { count: { for: number } | null }[] }>(cast.meetingClerk, `/api/meetings/${session.id}`)
  const [kept, late, mine] = votes[0]?.count?.for === 30 ? [clerk, second, 31] : [second, clerk, 30]
  await late.getByText(new RegExp(`您填写的没有保存（出席 39，赞成 ${mine}，`, 'u')).waitFor()
  expect(await kept.getByText('填写的没有保存').count()).toBe(0)
  for (const page of [clerk, second]) expect(await page.locator('vote-bar').last().innerText()).toContain(String(votes[0]?.count?.for))
  await head(clerk).getByRole('button', { name: '宣布表决结果' }).click()
  await main(clerk).click()
  await head(clerk).getByRole('button', { name: '宣布表决结果' }).waitFor({ state: 'detached' })
  await decideItem(clerk, { decision: '意见分歧较大。' })
}

/** 主任会议 decides at noon not to put the draft to the vote: the running session shows it to everybody who has it open, and nothing is voted. */
export async function shelveInSession(journey: Journey, session: Session): Promise<void> {
  const { page: clerk, open } = await journey.desk(cast.meetingClerk)
  await chooseItem(clerk, VOTE_ITEM)
  await clerk.getByRole('button', { name: '准备表决' }).click()
  await main(clerk).click()
  await clerk.getByText('待表决').first().waitFor()
  const [second, member] = [await journey.desk(SECOND_CLERK), await journey.desk(cast.member)]
  for (const desk of [second, member]) {
    await desk.open(`/app/meetings/${session.id}?item=${session.voteItem}`)
    await desk.page.locator('section.vote', { hasText: '全案' }).waitFor()
  }
  const reason = '各方面对收容经费的负担分歧较大'
  const noon = await planMeeting(clerk, { kind: '主任会议', title: '第七十一次主任会议', on: journey.today, place: '主任会议室', presiding: nameOf(cast.issuer) })
  await addItem(clerk, { project: journey.title, decides: SHELVED })
  await moveMeeting(clerk, '发会议通知')
  await recordAttendance(clerk)
  await moveMeeting(clerk, '宣布开会')
  await clerk.getByRole('tab', { name: '议题和表决' }).click()
  await clerk.getByRole('button', { name: '登记结果' }).click()
  const form = clerk.locator('meeting-dialog')
  await fillField(form, '原因', reason)
  await main(clerk).click()
  await form.getByText('还缺：搁置审议、暂不付表决的说明。').waitFor()
  await clerk.keyboard.press('Escape')
  await uploadDocument(await journey.project(cast.officer), { kind: '搁置审议、暂不付表决的说明', file: plainPaper('搁置审议的说明') })
  await open(`/app/meetings/${noon}`)
  await decideItem(clerk, { values: { 原因: reason } })

  for (const { page } of [second, member]) {
    await page.locator('.meeting-body').getByText(`已撤下：搁置审议：${reason}`).waitFor()
    await page.locator('section.vote', { hasText: '全案' }).getByText('不再表决').waitFor()
  }
  expect(await second.page.getByRole('button', { name: /^(?:开始表决|登记结果|准备表决)$/u }).count()).toBe(0)
  expect(await findingsOf(second.page)).toEqual([])
  expect(await newestNotice(journey, cast.committee)).toContain(`${SHELVED}：${journey.title} 第七十一次主任会议。${reason}`)
  const page = await journey.project(cast.chief)
  await expect.poll(() => page.locator('.case-state').first().textContent()).toContain(SHELVED)
  await halted(page, `${reason}；主任会议：第七十一次主任会议`)
  expect((await historyOf(page)).filter((line) => line.includes(reason))).toHaveLength(2)
  expect(await toldInPublic(journey)).toContain('搁置审议')
  for (const step of ['终止审议', '延期审议']) {
    const refused = await openStep(page, step)
    await refused.getByText('还没有满两年，不能终止审议或者延期').waitFor()
    await refused.getByText('第四十五条').first().waitFor()
    await page.keyboard.press('Escape')
  }
}

// --- 再次列入议程 -----------------------------------------------------------------------------------

/** 主任会议 takes the suspended bill up again: it stands still no more, its two years have ended, the session that it comes to is told and offered its next reading, and it goes on to the vote. */
export async function relist(journey: Journey): Promise<void> {
  const page = await journey.project(cast.chief)
  await head(page).getByText('2028-03-13 到期').waitFor()
  const form = await openStep(page, '再次列入议程')
  await form.locator('.btn.main').click()
  for (const asked of ['请填写“主任会议”。', '请填写“常委会会议”。']) await form.getByText(asked).first().waitFor()
  await page.keyboard.press('Escape')
  await takeStep(page, { button: '再次列入议程', state: '列入议程', values: { 主任会议: '第七十二次主任会议', 常委会会议: NEXT_SESSION } })
  await head(page).getByText('到期').waitFor({ state: 'detached' })
  await page.locator('lf-notice-bar', { hasText: SHELVED }).waitFor({ state: 'detached' })
  expect(await page.locator('.project-picture .chart .halt').count()).toBe(1)
  expect(await findingsOf(page)).toEqual([])
  expect((await historyOf(page))[0]).toMatch(/再次列入议程 → 列入议程 .*主任会议：第七十二次主任会议；常委会会议：.*第四十三次会议（2026-04-02）/u)
  for (const who of [cast.committee, cast.meetingClerk]) expect(await newestNotice(journey, who)).toMatch(new RegExp(`再次列入议程：${journey.title} .*列入.*${NEXT_SESSION}（2026-04-02）议程。`, 'u'))
  expect(await toldInPublic(journey)).toContain('一审和征求意见')
  const { page: desk, open } = await journey.desk(cast.chief)
  await open('/app/today')
  await desk.getByRole('listitem').filter({ hasText: journey.title }).getByRole('link', { name: '送法制委员会统一审议' }).waitFor()

  const clerk = await journey.desk(cast.meetingClerk)
  await clerk.open(await nextSession(journey))
  await addItem(clerk.page, { project: journey.title })
  // the first reading was held: what is offered first is the next one
  await clerk.page.locator('meeting-agenda').getByRole('link', { name: `第二次审议：${journey.title}` }).waitFor()
  await head(await journey.project(cast.chief)).getByText(`2026-04-02 ${NEXT_SESSION}`).waitFor()
  await takeStep(page, { button: '送法制委员会统一审议', state: '统一审议' })
  await giveToVote(journey)
}

/** 暂不付表决, decided by the plenary to whose vote the bill was given, on the proposal of 主任会议: two years begin anew, and it falls from the session to come. */
export async function shelveInPlenary(journey: Journey): Promise<void> {
  const { page: clerk } = await journey.desk(cast.meetingClerk)
  await planMeeting(clerk, { kind: '常务委员会会议', title: '决定暂不付表决的会议', on: journey.today, place: '常委会会议厅', presiding: nameOf(cast.issuer) })
  await addItem(clerk, { project: journey.title, decides: SHELVED })
  await moveMeeting(clerk, '发会议通知')
  await recordAttendance(clerk)
  await moveMeeting(clerk, '宣布开会')
  await clerk.getByRole('tab', { name: '议题和表决' }).click()
  await clerk.getByRole('button', { name: '登记结果' }).click()
  const form = clerk.locator('meeting-dialog')
  const reason = '收容经费的来源还没有落实'
  await fillField(form, '原因', reason)
  await main(clerk).click()
  await form.getByText('请填写“主任会议”。').first().waitFor()
  // one that is not in the program is typed
  await fillField(form, '主任会议', '第七十三次主任会议')
  await main(clerk).click()
  // the paper of the first suspension belongs to its own round
  await form.getByText(`还缺：${SHELVED}的说明（上一轮的不算`).waitFor()
  await clerk.keyboard.press('Escape')
  await uploadDocument(await journey.project(cast.officer), { kind: `${SHELVED}的说明`, file: plainPaper('暂不付表决的说明') })
  await decideItem(clerk, { values: { 原因: reason, 主任会议: '第七十三次主任会议' } })
  expect(await findingsOf(clerk)).toEqual([])
  const page = await journey.project(cast.chief)
  await halted(page, `原因：${reason}；主任会议：第七十三次主任会议`)
  await head(page).getByText('2028-03-13 到期').waitFor()
  await (await journey.desk(cast.meetingClerk)).open(await nextSession(journey))
  await clerk.locator('meeting-agenda li.gone', { hasText: `第二次审议：${journey.title}` }).waitFor()
}

// --- 撤回 -----------------------------------------------------------------------------------------

/** The proposer takes the bill back while the session that reads it is held: no clerk can record a reading any more, not even one whose form is open. */
export async function withdrawInSession(journey: Journey): Promise<void> {
  const session = await openSession(journey, { title: '审议期间撤回的会议' })
  const [clerk, member] = [await journey.desk(cast.meetingClerk), await journey.desk(cast.member)]
  for (const desk of [clerk, member]) await desk.open(`/app/meetings/${session.id}?item=${session.readingItem}`)
  await clerk.page.getByRole('button', { name: '登记结果' }).click()
  await member.page.locator('.item-title').waitFor()

  const reason = '有关收费标准需要重新论证'
  const page = await journey.project(cast.governmentClerk)
  const form = await openStep(page, '撤回')
  await fillField(form, '原因', reason)
  await form.locator('.btn.grave').last().click()
  for (const asked of ['请填写“主任会议”。', '请填写“报告的常委会会议”。', '请上传《撤回的书面说明》']) await form.getByText(asked).first().waitFor()
  await page.keyboard.press('Escape')
  // what was typed before stays
  await takeStep(page, { button: '撤回', state: '撤回', values: { 主任会议: COUNCIL, 报告的常委会会议: '审议期间撤回的会议' }, documents: { 撤回的书面说明: plainPaper('撤回的书面说明') } })
  await halted(page, `原因：${reason}；主任会议：${COUNCIL}；报告的常委会会议：审议期间撤回的会议`)
  await page.locator('.project-picture .chart .halt-end').waitFor({ state: 'attached' })

  const fallen = `已撤下：提案人撤回：${reason}`
  await member.page.locator('.meeting-body').getByText(fallen).waitFor()
  await main(clerk.page).click()
  await clerk.page.locator('meeting-dialog').getByText(`这个议题已经撤下：提案人撤回：${reason}`).waitFor()
  await clerk.page.keyboard.press('Escape')
  await clerk.page.locator('.meeting-body').getByText(fallen).waitFor()
  expect(await clerk.page.locator('meeting-agenda li.gone').count()).toBe(2)
  expect(await clerk.page.getByRole('button', { name: '登记结果' }).count()).toBe(0)
  await moveMeeting(clerk.page, '宣布闭会')
  for (const who of [cast.officer, cast.policeDrafter]) expect(await newestNotice(journey, who)).toContain(`撤回：${journey.title}`)
  expect(await toldInPublic(journey)).toContain('已撤回')
  const ended = await journey.read<{ items: { title: string }[] }>(cast.officer, '/api/projects?view=closed')
  expect(ended.items.map(({ title }) => title)).toContain(journey.title)
}

// --- 延期和终止 ------------------------------------------------------------------------------------

/** Two years after it was suspended 主任会议 puts the decision off, to a day that is to come; the page counts to that day, and nothing ends before it. */
export async function extendAfterTwoYears(journey: Journey): Promise<void> {
  await journey.turnTo('2028-03-14')
  const page = await journey.project(cast.chief)
  const reason = '省里的规定即将出台'
  const form = await openStep(page, '延期审议')
  for (const [label, value] of Object.entries({ 原因: reason, 主任会议: '第九十次主任会议', 延期至: '2028-03-14' })) await fillField(form, label, value)
  await form.locator('.btn.main').click()
  await form.getByText('“延期至”要填写今天以后的日期。').first().waitFor()
  await page.keyboard.press('Escape')
  // what was typed before stays
  await takeStep(page, { button: '延期审议', state: '延期审议', values: { 延期至: '2028-09-14' } })
  await halted(page, `2028-03-14 延期审议。原因：${reason}；主任会议：第九十次主任会议；延期至：2028-09-14`)
  await head(page).getByText('2028-09-14 到期').waitFor()
  await head(page).getByText('延期审议到期').waitFor()
  expect(await toldInPublic(journey)).toContain('搁置审议')
  const refused = await openStep(page, '终止审议')
  await refused.getByText('已经延期的，到期以后才能终止审议').waitFor()
  await page.keyboard.press('Escape')
}

/** When the extension is over, 主任会议 ends the deliberation: with its report, for good. */
export async function endAfterExtension(journey: Journey): Promise<void> {
  await journey.turnTo('2028-09-14')
  const page = await journey.project(cast.chief)
  const form = await openStep(page, '终止审议')
  await form.locator('.btn.grave').last().click()
  await form.getByText('请上传《终止审议的报告》').first().waitFor()
  await page.keyboard.press('Escape')
  const reason = '两年内没有形成一致意见'
  await takeStep(page, { button: '终止审议', state: '终止审议', values: { 原因: reason, 主任会议: '第九十五次主任会议', 报告的常委会会议: '第六十五次会议' }, documents: { 终止审议的报告: plainPaper('终止审议的报告') } })
  await halted(page, `2028-09-14 终止审议。原因：${reason}`)
  // days of another year say so
  expect((await page.locator('.hist li time').allInnerTexts()).map((day) => day.trim()).slice(0, 4)).toEqual(['09-14', '09-14', '03-14', '2026-04-02'])
  // suspended twice, then put off
  expect(await page.locator('.project-picture .chart .halt').count()).toBe(3)
  expect(await findingsOf(page)).toEqual([])
  expect(await head(page).getByRole('button', { name: '其他步骤' }).count()).toBe(0)
  expect(await newestNotice(journey, cast.committee)).toContain(`终止审议：${journey.title}`)
  expect(await toldInPublic(journey)).toContain('终止审议')
}
