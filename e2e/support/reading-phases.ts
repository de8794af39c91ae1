/** The readings of a draft as the office, the commission and the law committee carry them, each in the browser. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { readPeople } from '../../fixtures/load/cast.ts'
import { findingsOf } from './browser.ts'
import { cast, type Journey } from './journey.ts'
import { addArticleBehind, draftWords, keepText, keptText, openDraft, removeArticle, rewrite, saved, settleAll, storyWords, takeInTrackedFile, track, writeBehind } from './draft-acts.ts'
import { openStep, takeStep } from './legislation-steps.ts'
import { decideItem, moveMeeting, recordAttendance } from './meeting-acts.ts'
import { issuePaper } from './paper-acts.ts'

const people = await readPeople()
const nameOf = (key: string): string => people.find((person) => person.key === key)?.name ?? key

/** 审议发言 of one reading, each typed and kept with Ctrl+Enter. */
async function recordSpeeches(page: Page, journey: Journey, text: 'dogs-first' | 'dogs-second' | 'dogs-third'): Promise<number> {
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
  await issuePaper(journey, { kind: '公开征求意见的公告', drafter: cast.officer, checker: cast.chief, signer: 'peiruogu', passages: { 提出意见的方式: '信函、电子邮件、常委会门户网站留言', 征求意见截止日期: until } })
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
  // who wrote what is known on both sides, and the numbers are counted anew
  for (const page of [mine, theirs]) {
    await page.locator('.draft-article[data-label="第五十一条"]', { hasText: '补办登记' }).waitFor()
    expect(await page.locator('.draft-article').last().getAttribute('data-label')).toBe('第五十一条')
    for (const name of ['祖清晏', '盛以宁']) await page.locator('.note.suggestion', { hasText: name }).first().waitFor()
  }
  expect(await findingsOf(mine)).toEqual([])
  await settleAll(mine, '全部接受')
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
  await rewrite(page, '第二十三条', '或为', '或者为')
}
