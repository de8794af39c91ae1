/** The readings of a draft as the office, the commission and the law committee carry them, each in the browser. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readPeople } from '../../fixtures/load/cast.ts'
import { toChineseNumber } from '../../law/text/index.ts'
import { findingsOf } from './browser.ts'
import { cast, type Journey } from './journey.ts'
import { addArticleBehind, draftWords, giveReason, keepText, keptText, openDraft, removeArticle, rewrite, saved, settleAll, storyWords, takeInTrackedFile, track, writeBehind } from './draft-acts.ts'
import { fillField, openStep, takeStep } from './legislation-steps.ts'
import { addItem, chooseItem, decideItem, moveMeeting, planMeeting, recordAttendance } from './meeting-acts.ts'
import { issuePaper } from './paper-acts.ts'

const people = await readPeople()
/** The name of a person of the story. */
export const nameOf = (key: string): string => people.find((person) => person.key === key)?.name ?? key

/** 审议发言 of one reading, each typed and kept with Ctrl+Enter. */
export async function recordSpeeches(page: Page, journey: Journey, text: 'dogs-first' | 'dogs-second' | 'dogs-third'): Promise<number> {
  await page.getByRole('tab', { name: /审议发言/u }).click()
  const form = page.locator('.speech-form')
  const speeches = journey.story.speeches.filter((speech) => speech.text === text)
  for (const { speakerKey, group, article, words } of speeches) {
    await form.locator('[name=speaker]').fill(nameOf(speakerKey))
    await form.locator('[name=group]').fill(group)
    await form.locator('[name=article]').fill(article ?? '')
    // the article that is meant is shown before it is kept
    if (article !== null && article !== undefined) await form.locator('.article-words', { hasText: article }).waitFor()
    await form.locator('[name=text]').fill(words)
    await form.locator('[name=text]').press('Control+Enter')
    await page.getByText(`已登记${nameOf(speakerKey)}的发言。`).waitFor()
    await page.locator('.speeches .said', { hasText: words }).waitFor()
  }
  expect(await page.locator('ul.speeches > li').count()).toBe(speeches.length)
  return speeches.length
}

/** A meeting's paper that is made of its record, drafted at its page, signed in the same office. */
async function issueMeetingPaper(journey: Journey, options: { meetingId: string; label: string; drafter: string; checker?: string; signer: string }): Promise<void> {
  const { page, open } = await journey.desk(options.drafter)
  await open(`/app/meetings/${options.meetingId}`)
  await page.getByRole('button', { name: `${options.label} 拟稿`, exact: true }).click()
  await page.waitForURL(/\/papers\/[0-9a-f-]+$/u)
  await page.locator('view-paper lf-paper').waitFor()
  const path = new URL(page.url()).pathname
  const act = async (username: string, button: string): Promise<void> => {
    const desk = await journey.desk(username)
    await desk.open(path)
    await desk.page.locator('lf-case-bar').getByRole('button', { name: button, exact: true }).click()
    if (button === '签发') await desk.page.locator('lf-dialog[open] > .btn.main').click()
    await desk.page.getByText(button === '签发' ? /^已签发/u : `已办理：${button}。`).first().waitFor()
  }
  await act(options.drafter, options.checker === undefined ? '送签发' : '送核稿')
  if (options.checker !== undefined) await act(options.checker, '核稿同意，送签发')
  await act(options.signer, '签发')
}

/** 一审: attendance with its quorum, every speech by article, 简报 and 审议意见, the result. */
export async function holdFirstReading(journey: Journey): Promise<void> {
  const { page, open } = await journey.desk(cast.meetingClerk)
  await open(`/app/meetings/${journey.firstSessionId}`)
  // nobody is there yet: the meeting cannot begin
  await page.locator('lf-case-bar').getByRole('button', { name: '宣布开会' }).click()
  await page.locator('lf-dialog[open] > .btn.main').click()
  await page.getByText(/过半数/u).first().waitFor()
  await page.locator('lf-case-bar').getByRole('button', { name: '宣布开会' }).waitFor()
  await recordAttendance(page, { leave: [nameOf('yanruoshui'), nameOf('kenanqiao')] })
  await moveMeeting(page, '宣布开会')
  await page.locator('meeting-agenda').getByRole('link', { name: journey.title }).click()
  await recordSpeeches(page, journey, 'dogs-first')
  expect(await findingsOf(page)).toEqual([])
  await page.getByRole('tab', { name: '议题和表决' }).click()
  await decideItem(page, { decision: '会后公开征求意见，由法制委员会统一审议。' })
  await issueMeetingPaper(journey, { meetingId: journey.firstSessionId, label: '全部简报', drafter: cast.meetingClerk, signer: 'yingnange' })
  await issueMeetingPaper(journey, { meetingId: journey.firstSessionId, label: '审议意见整理', drafter: cast.officer, checker: cast.chief, signer: 'peiruogu' })
}

/** 公开征求意见 for thirty days and more; before it the law committee cannot take the draft up. */
export async function consultThePublic(journey: Journey, until: string): Promise<void> {
  const page = await journey.project(cast.officer)
  const refused = await openStep(page, '送法制委员会统一审议')
  await refused.locator('.btn.main').click()
  await refused.getByText('一审以后应当公开征求意见').waitFor()
  await page.keyboard.press('Escape')
  await issuePaper(journey, { kind: '公开征求意见的公告', drafter: cast.officer, checker: cast.chief, signer: 'peiruogu', passages: (label) => ({ 提出意见的方式: '信函、电子邮件、常委会门户网站留言', 征求意见截止日期: until })[label] })
  await journey.project(cast.officer)
  await takeStep(page, { button: '公开征求意见', state: '公开征求意见', values: { 征求意见截止日期: until, 公布的地方: '常委会门户网站、市报' } })
  expect(await findingsOf(page)).toEqual([])
}

/**
 * The second draft: two officers write it at once with 修订模式 on, one accepts; what an expert wrote comes as a Word file
 * with tracked changes. In the end it is the second draft of the story, character for character, and kept as that.
 */
export async function writeSecondDraft(journey: Journey): Promise<void> {
  const [mine, theirs] = [await openDraft(journey, cast.officer), await openDraft(journey, cast.secondOfficer)]
  await settleAll(mine, '全部不接受')
  expect(await draftWords(journey, cast.officer, 'working')).toBe(storyWords(journey, 'first'))
  await track(mine, true)
  await Promise.all([writeAtOneDesk(mine), writeAtTheOther(theirs)])
  await Promise.all([saved(mine), saved(theirs)])
  // each has everything that the other wrote
  const written = (page: Page): Promise<string> => page.evaluate(() => document.querySelector('law-editor')?.getView()?.state.doc.textContent ?? '')
  await expect.poll(async () => (await written(mine)) === (await written(theirs))).toBe(true)
  for (const page of [mine, theirs]) await page.locator('.draft-article[data-label="第二十三条"]', { hasText: '或者' }).waitFor({ state: 'attached' })
  // who wrote what is known on both sides, and the numbers are counted anew
  for (const page of [mine, theirs]) {
    await page.locator('.draft-article[data-label="第五十一条"]', { hasText: '补办登记' }).waitFor()
    expect(await page.locator('.draft-article').last().getAttribute('data-label')).toBe('第五十二条')
    for (const name of ['祖清晏', '盛以宁']) await page.locator('.note.suggestion', { hasText: name }).first().waitFor()
  }
  expect(await findingsOf(mine)).toEqual([])
  await settleAll(mine, '全部接受', '人民政府确定的其他人口密集区域')
  await theirs.locator('.draft-foot', { hasText: '未决修订 0 处' }).waitFor()
  await takeInTrackedFile(journey, { page: mine, username: cast.officer, stage: 'second', author: nameOf('chengwangshu') })
  await mine.locator('.note.suggestion', { hasText: nameOf('chengwangshu') }).first().waitFor()
  await settleAll(mine, '全部接受')
  expect(await draftWords(journey, cast.officer, 'working')).toBe(storyWords(journey, 'second'))
  await keepText(mine, '草案（二次审议稿）')
  expect(await draftWords(journey, cast.officer, await keptText(journey, cast.officer, 'secondReading'))).toBe(storyWords(journey, 'second'))
}

async function writeAtOneDesk(page: Page): Promise<void> {
  await rewrite(page, '第三条', '实行政府部门监管、养犬人自律、基层组织参与、社会公众监督相结合', '遵循政府监管、养犬人自律、基层组织参与、社会监督')
  await rewrite(page, '第六条', '做好辖区内的养犬管理工作', '做好辖区内养犬管理的宣传教育、巡查和纠纷调解工作，协助有关部门查处违法养犬行为')
  await writeBehind(page, '第六条', '制定养犬公约', '，并组织监督实施')
  await writeBehind(page, '第七条', '所在地的城市建成区', '，以及市、县（市、区）人民政府确定的其他人口密集区域')
}

async function writeAtTheOther(page: Page): Promise<void> {
  await rewrite(page, '第二十四条', '养犬人', '携犬人')
  await rewrite(page, '第二十五条', '宾馆、餐饮场所、', '')
  await removeArticle(page, '第四十九条')
  await addArticleBehind(page, '第五十条', '本条例施行前已经在重点管理区内饲养的犬只，未办理养犬登记的，养犬人应当自本条例施行之日起六个月内补办登记。')
  await rewrite(page, '第二十三条', '或为', '或者为')
}

/** What became of members' words, and why an article reads now as it does: the reports say it from here. */
export async function recordWhy(journey: Journey): Promise<void> {
  const { page, open } = await journey.desk(cast.officer)
  await open(`/app/meetings/${journey.firstSessionId}?part=speeches`)
  for (const words of ['乡镇、街道做什么，写得过于原则，应当细化。', '城乡结合部、集镇犬只多']) {
    const speech = page.locator('ul.speeches > li', { hasText: words })
    await speech.getByRole('button', { name: '采纳情况' }).click()
    await page.locator('meeting-dialog lf-dialog[open] > .btn.main').click()
    await speech.locator('b', { hasText: '采纳' }).waitFor()
  }
  await openDraft(journey, cast.officer)
  await giveReason(page, '第三条', '法制委员会提出，表述应当简明，并与省条例衔接。')
}

/** Why each article was changed between two texts, as the story has it, by the label of the passage that asks for it. */
export function reasonsBetween(journey: Journey, from: string, to: string): (label: string) => string | undefined {
  const { changes = [] } = journey.story.chain.steps.find((step) => step.from === from && step.to === to) ?? {}
  return (label) => {
    const names = (articles: readonly string[]): boolean => articles.some((article) => label.startsWith(article))
    const change = changes.find((one) => names(label.includes('删去') ? one.from : one.to))
    if (change !== undefined) return `${change.source ?? ''}提出，${change.reason}`.replace(/。$/u, '')
    return /的理由$/u.test(label) ? '根据常委会组成人员的审议意见，作文字修改' : undefined
  }
}

/** 法制委员会 deals with the draft at a meeting of its own and reports: sent by the commission, decided there, its report signed by its member. */
export async function reviewByLawCommittee(journey: Journey, review: { session: number; report: '修改情况的汇报' | '审议结果的报告'; from: string; to: string; decision: string }): Promise<string> {
  const page = await journey.project(cast.officer)
  await takeStep(page, { button: '送法制委员会统一审议', state: '统一审议' })
  const clerk = await journey.desk(cast.meetingClerk)
  await planMeeting(clerk.page, { kind: '法制委员会会议', committee: '法制委员会', title: `市人民代表大会法制委员会第${toChineseNumber(review.session)}次会议`, on: journey.today, place: '市人大常委会第二会议室', presiding: nameOf(cast.lawCommittee) })
  await addItem(clerk.page, { project: journey.title, decides: '统一审议' })
  await moveMeeting(clerk.page, '发会议通知')
  await recordAttendance(clerk.page)
  await moveMeeting(clerk.page, '宣布开会')
  await clerk.page.getByRole('tab', { name: '议题和表决' }).click()
  await decideItem(clerk.page, { decision: review.decision })
  await moveMeeting(clerk.page, '宣布闭会')
  const paper = await issuePaper(journey, { kind: review.report, drafter: cast.officer, checker: cast.chief, signer: cast.lawCommittee, passages: passagesOf(journey, review) })
  return paper
}

function passagesOf(journey: Journey, { from, to }: { from: string; to: string }): (label: string) => string | undefined {
  const reasons = reasonsBetween(journey, from, to)
  return (label) => (label === '会后开展的工作' ? '法制工作委员会到三个县（市、区）调研，召开座谈会四次，听取了有关部门和养犬人、居民代表的意见。' : reasons(label))
}

/** A plenary session with the draft on its agenda, called, opened with its quorum, its page left open. Returns its id. */
export async function openSession(journey: Journey, options: { session: number; decides: readonly string[]; files?: readonly string[] }): Promise<string> {
  const { page } = await journey.desk(cast.meetingClerk)
  const id = await planMeeting(page, {
    kind: '常务委员会会议', term: '8', session: String(options.session), title: `${journey.story.city}第八届人民代表大会常务委员会第${toChineseNumber(options.session)}次会议`, on: journey.today, place: '市人大常委会会议厅', presiding: nameOf(cast.issuer),
  })
  for (const decides of options.decides) await addItem(page, { project: journey.title, decides })
  for (const file of options.files ?? []) await addFile(page, file)
  await moveMeeting(page, '发会议通知')
  await recordAttendance(page, { leave: [nameOf('yanruoshui'), nameOf('leizhenlu'), nameOf('houwenzhou')] })
  await moveMeeting(page, '宣布开会')
  return id
}

/** 编入文件: a text that was kept or a paper that was signed, delivered today. */
export async function addFile(page: Page, source: string): Promise<void> {
  const files = page.locator('meeting-files > ul').first().locator('li')
  const before = await page.locator('meeting-files').getByText('还没有会议文件').count() === 1 ? 0 : await files.count()
  await page.locator('meeting-files').getByRole('button', { name: '编入文件', exact: true }).first().click()
  const form = page.locator('meeting-dialog')
  await fillField(form, '草案文本、签发的文书', source)
  await expect.poll(() => form.locator('[name=title]').inputValue()).toContain(source)
  await form.locator('lf-dialog[open] > .btn.main').click()
  await page.getByText(`已编为第 ${before + 1} 号文件。`).waitFor()
  await page.locator('meeting-files li', { hasText: source }).first().waitFor()
}

/** What the rules say where a clerk would go ahead of them; the item is put off. */
async function refusedItem(page: Page, item: string, rule: string): Promise<void> {
  await chooseItem(page, item)
  await page.getByRole('button', { name: '登记结果' }).click()
  const form = page.locator('meeting-dialog')
  await form.locator('lf-dialog[open] > .btn.main').click()
  await form.getByText(rule).waitFor()
  await fillField(form, '结果', '改期审议')
  await form.locator('lf-dialog[open] > .btn.main').click()
  await page.locator('.item-result', { hasText: '改期审议' }).waitFor()
}

/** 二审, and what cannot be done yet: a third reading before the law committee, the vote before the third reading. */
export async function holdSecondReading(journey: Journey): Promise<void> {
  await openSession(journey, { session: 45, decides: ['第二次审议', '第三次审议'], files: ['草案（二次审议稿）', '修改情况的汇报'] })
  const { page } = await journey.desk(cast.meetingClerk)
  await chooseItem(page, '第二次审议')
  await recordSpeeches(page, journey, 'dogs-second')
  await page.getByRole('tab', { name: '议题和表决' }).click()
  await decideItem(page, { decision: '由法制委员会根据审议意见修改，提请下一次会议继续审议。' })
  await refusedItem(page, '第三次审议', '上一次审议以后，法制委员会还没有统一审议，不能再次审议')
  await moveMeeting(page, '宣布闭会')
  const { title } = journey
  await planMeeting(page, { kind: '主任会议', title: '常委会主任会议（表决安排）', on: journey.today, place: '主任会议室', presiding: nameOf(cast.issuer) })
  await addItem(page, { project: title, decides: '交付表决' })
  await moveMeeting(page, '发会议通知')
  await recordAttendance(page)
  await moveMeeting(page, '宣布开会')
  await page.getByRole('tab', { name: '议题和表决' }).click()
  await refusedItem(page, '交付表决', '主任会议决定审议3次，现在只审议了2次，不能付表决')
  await moveMeeting(page, '宣布闭会')
}
