/** The third reading and the vote: the last changes, the voting text, an amendment by five members, the whole by keyboard, what was adopted. */
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { findingsOf } from './browser.ts'
import { draftWords, keepText, keptText, openDraft, rewrite, settleAll, storyWords, takeInTrackedFile, writeBehind } from './draft-acts.ts'
import { cast, type Journey } from './journey.ts'
import { fillField, takeStep } from './legislation-steps.ts'
import { addItem, chooseItem, decideItem, moveMeeting, planMeeting, recordAttendance } from './meeting-acts.ts'
import { issuePaper } from './paper-acts.ts'
import { nameOf, openSession, reasonsBetween, recordSpeeches } from './reading-phases.ts'

const SECOND_CLERK = 'yingnange'
const VOTE = '表决法规草案'
const main = (page: Page) => page.locator('lf-dialog[open] > .btn.main')

/** The third draft comes as a Word file with tracked changes; what is kept is the third draft of the story, character for character. */
export async function writeThirdDraft(journey: Journey): Promise<void> {
  const page = await openDraft(journey, cast.officer)
  await takeInTrackedFile(journey, { page, username: cast.officer, stage: 'third', author: nameOf('buchengxi') })
  await settleAll(page, '全部接受')
  expect(await draftWords(journey, cast.officer, 'working')).toBe(storyWords(journey, 'third'))
  await keepText(page, '草案（三次审议稿）')
}

/** 三审 at a session that also votes: the members' words of the morning go into the voting text of the afternoon. Returns the session. */
export async function holdThirdReading(journey: Journey): Promise<string> {
  const session = await openSession(journey, { session: 46, decides: ['第三次审议', VOTE] })
  const { page } = await journey.desk(cast.meetingClerk)
  await chooseItem(page, '第三次审议')
  await recordSpeeches(page, journey, 'dogs-third')
  await page.getByRole('tab', { name: '议题和表决' }).click()
  await decideItem(page, { decision: '由法制委员会根据审议意见提出表决稿，提请本次会议表决。' })
  return session
}

/** 表决稿: the last changes typed by hand, its note by the law committee, 主任会议 that gives it to the vote. */
export async function prepareVotingText(journey: Journey): Promise<void> {
  const page = await openDraft(journey, cast.officer)
  await rewrite(page, '第四条', '加强对养犬管理工作的领导', '加强养犬管理工作的组织领导')
  await rewrite(page, '第十条', '公布免疫点的地址和联系方式', '并公布免疫点的地址、联系方式和疫苗价格')
  await rewrite(page, '第十九条', '应当自发生之日', '应当自情形发生之日')
  await rewrite(page, '第三十一条', '建立犬只的来源', '如实建立犬只的来源')
  await writeBehind(page, '第三十七条', '和必要的防疫条件', '，并自开展救助之日起十五日内向所在地公安派出所报告')
  await writeBehind(page, '第五十三条', '六个月内补办登记', '；超过限定数量的，可以继续饲养至犬只自然死亡，但是不得繁殖')
  await settleAll(page, '全部接受', '但是不得繁殖')
  expect(await draftWords(journey, cast.officer, 'working')).toBe(storyWords(journey, 'voting'))
  await keepText(page, '草案（表决稿）')
  const reasons = reasonsBetween(journey, 'dogs-third', 'dogs-voting')
  await issuePaper(journey, { kind: '修改情况说明', drafter: cast.officer, checker: cast.chief, signer: cast.lawCommittee, passages: (label) => (label.startsWith('法制委员会会议') ? `${Number(journey.today.slice(5, 7))}月${Number(journey.today.slice(8))}日会议` : reasons(label)) })
  const clerk = (await journey.desk(cast.meetingClerk)).page
  await planMeeting(clerk, { kind: '主任会议', title: '常委会主任会议（交付表决）', on: journey.today, place: '主任会议室', presiding: nameOf(cast.issuer) })
  await addItem(clerk, { project: journey.title, decides: '交付表决' })
  await moveMeeting(clerk, '发会议通知')
  await recordAttendance(clerk)
  await moveMeeting(clerk, '宣布开会')
  await clerk.getByRole('tab', { name: '议题和表决' }).click()
  await decideItem(clerk)
  await moveMeeting(clerk, '宣布闭会')
}

const voteOn = (page: Page, kind: '修正案' | '全案') => page.locator('section.vote').filter({ has: page.locator('h3', { hasText: kind }) })

/** 登记计票 by keyboard: present is there, for, against, abstain; who pressed nothing is the rest. */
async function count(page: Page, figures: readonly [present: number, agreed: number, against: number, abstain: number]): Promise<void> {
  await page.locator('vote-count input[name=present]').focus()
  for (const figure of figures) {
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(String(figure))
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Enter')
}

async function announce(page: Page): Promise<void> {
  await page.locator('lf-case-bar').getByRole('button', { name: '宣布表决结果' }).click()
  await main(page).click()
  await page.locator('lf-case-bar').getByRole('button', { name: '宣布表决结果' }).waitFor({ state: 'detached' })
}

/** The amendment first, into the text, then the whole; what the rules refuse on the way is said with the rule. */
export async function vote(journey: Journey, session: string): Promise<void> {
  const { page, open } = await journey.desk(cast.meetingClerk)
  const [change] = journey.story.chain.votingAmendments
  if (change === undefined) throw new Error('the story has no amendment to vote on')
  await open(`/app/meetings/${session}`)
  await chooseItem(page, VOTE)
  const form = page.locator('meeting-dialog')
  const prepare = async (kind: '修正案' | '全案', values: Readonly<Record<string, string>>): Promise<void> => {
    await page.getByRole('button', { name: '准备表决' }).click()
    await fillField(form, '种类', kind)
    for (const [label, value] of Object.entries(values)) await fillField(form, label, value)
    await main(page).click()
    await voteOn(page, kind).waitFor()
  }
  const start = (kind: '修正案' | '全案') => voteOn(page, kind).getByRole('button', { name: '开始表决' }).click()
  const proposers = ['chengwangshu', 'buchengxi', 'feimingyuan', 'jiangzhiwei', 'kenanqiao'].map(nameOf)
  await prepare('修正案', { 条文: change.article, 表决事项: `关于表决稿${change.article}第四项的修正案`, 条文或者内容: change.after, 联名的组成人员: proposers.join('\n') })
  await prepare('全案', {})
  await start('全案')
  await page.getByText('先表决：修正案').waitFor()
  await start('修正案')
  await count(page, [38, 33, 2, 3])
  await announce(page)
  await start('全案')
  await page.getByText('请先写进表决稿').first().waitFor()

  const draft = await openDraft(journey, cast.officer)
  await rewrite(draft, change.article, '避开高峰时间，或者为犬只戴嘴套、收紧犬绳', '主动避让他人，并为犬只戴嘴套或者收紧犬绳')
  await settleAll(draft, '全部接受', '主动')
  await keepText(draft, '草案（表决稿）')
  await voteOn(page, '修正案').getByRole('button', { name: '已写进表决稿' }).click()
  await voteOn(page, '修正案').getByText('✓ 已写进表决稿。').waitFor()

  await start('全案')
  await page.getByText('付表决前还没有记录报请党委').waitFor()
  const officer = await journey.project(cast.officer)
  await takeStep(officer, { button: '记录报请党委', values: { 报请的事项: '法规案的重大问题（付表决前）', 答复: '市委同意按程序提请表决。', 答复日期: journey.today } })
  await start('全案')
  await page.locator('vote-count').waitFor()

  // a second clerk has the same vote open and closes it with other figures a moment later
  const second = await journey.desk(SECOND_CLERK)
  await second.open(new URL(page.url()).pathname + new URL(page.url()).search)
  // typed before the first one closes it: a form that nobody touched follows what the other clerk records
  for (const [name, figure] of [['for', '35'], ['against', '2'], ['abstain', '1']] as const) await second.page.locator(`vote-count input[name=${name}]`).fill(figure)
  await count(page, [38, 36, 1, 1])
  await voteOn(page, '全案').getByText('通过，待主持人宣布').waitFor()
  expect(await findingsOf(page)).toEqual([])
  await second.page.locator('vote-count button.main').click()
  await second.page.getByText(`${nameOf(cast.meetingClerk)}已于`).waitFor()
  await second.page.getByText('您填写的没有保存').waitFor()
  await announce(page)
  await decideItem(page, { decision: '通过。' })
  await moveMeeting(page, '宣布闭会')
}

/** What was adopted is the voted text, and nobody writes in it any more. */
export async function seeAdopted(journey: Journey): Promise<void> {
  const page = await journey.project(cast.officer)
  await expect.poll(() => page.locator('.case-state').first().textContent()).toContain('通过（待批准）')
  const adopted = await keptText(journey, cast.officer, 'adopted')
  expect(await draftWords(journey, cast.officer, adopted)).toBe(storyWords(journey, 'adopted'))
  await openDraft(journey, cast.officer)
  await page.locator('law-editor .draft[contenteditable=false]').waitFor()
  expect(await page.getByRole('switch', { name: '修订模式' }).count()).toBe(0)
}
