/** The dog regulation from 申报立项 to the agenda of its first reading, each step by the person entitled, through the forms. */
import { expect } from 'vitest'
import { findingsOf } from './browser.ts'
import type { Phase } from './dog-deliberation.ts'
import { draftWords, keepText, openDraft, rewrite, saved, storyWords } from './draft-acts.ts'
import { cast, type Journey } from './journey.ts'
import { expectNotFound, fillField, historyOf, openStep, takeStep, uploadDocument } from './legislation-steps.ts'
import { addItem, decideItem, moveMeeting, planMeeting, recordAttendance } from './meeting-acts.ts'
import { issuePaper } from './paper-acts.ts'
import { addFile, nameOf } from './reading-phases.ts'

/** Quick enough that all of the way to publication lies in a year whose holidays are known. */
const days = { surveyed: '2026-03-20', tabled: '2026-03-26', onAgenda: '2026-04-01', firstReading: '2026-04-09', secondDay: '2026-04-10' } as const

/** 申报立项 by the legal affairs commission, and 立项论证 with the papers of the department that asked for it. */
async function openAndAppraise(journey: Journey): Promise<void> {
  const { story, title } = journey
  const { page, open } = await journey.desk(cast.officer)
  await open('/app/projects/new')
  const form = page.locator('view-new-project')
  await form.getByLabel('承办人').waitFor()
  for (const [label, value] of Object.entries({ 法规名称: title, 立法事项: '基层治理', 提案人: '市人民政府', 牵头起草单位: '市公安局', 有关专门委员会: '社会建设工作委员会' })) await fillField(form, label, value)
  await form.getByRole('button', { name: '申报立项' }).click()
  await page.getByRole('heading', { name: title, level: 1 }).waitFor()
  journey.projectId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  await expect.poll(() => page.locator('.case-state').first().textContent()).toContain('项目征集')
  expect(await findingsOf(page)).toEqual([])

  await takeStep(page, {
    button: '立项论证', state: '立项论证', values: { 备注: '登记、收容和执法分工是论证的重点。' },
    documents: { 立项建议书: await story.paper('projectProposal'), 可行性报告: await story.paper('feasibilityReport'), 立项论证报告: await story.paper('appraisalReport'), 草案建议稿: { reason: '草案建议稿由起草小组在立法调研后形成。' } },
  })
  for (const name of ['立项建议书', '可行性报告', '立项论证报告']) await page.locator('.pap li', { hasText: name }).first().waitFor()
  expect((await historyOf(page)).join('\n')).toContain('登记、收容和执法分工是论证的重点')
}

/** 报请党委, the 主任会议 that adjusts the plan of the year, and 列入规划、计划, which its guard refuses before. */
async function listInPlan(journey: Journey): Promise<void> {
  const { title } = journey
  const page = await journey.project(cast.officer)
  await takeStep(page, { button: '记录报请党委', values: { 报请的事项: '立项和列入计划', 答复: '市委同意增列为今年的审议项目。', 答复日期: journey.today } })

  const council = (await journey.desk(cast.council)).page
  await journey.project(cast.council)
  const refused = await openStep(council, '列入规划、计划')
  await refused.getByText('项目还不在主任会议通过的规划、计划里').waitFor()
  expect(await refused.locator('.btn.main').isDisabled()).toBe(true)
  await council.keyboard.press('Escape')

  const clerk = (await journey.desk(cast.meetingClerk)).page
  await holdCouncil(journey, { number: 66, items: [{ title: `今年立法计划增列${title}`, kind: '立法规划、计划' }] })
  await clerk.getByText('✓ 同意').first().waitFor()

  await council.goto('/app/plans')
  await council.getByRole('link', { name: '2026年度立法计划' }).first().click()
  await council.getByRole('button', { name: '登记计划调整' }).first().click()
  const form = council.locator('plan-dialog')
  await fillField(form, '怎样调整', '增列')
  for (const [label, value] of Object.entries({ 决定的会议: '第66次主任会议', 项目名称: title, 类别: '审议项目', 计划月份: '2026-05', 调整理由: '群众反映集中，具备立法条件。' })) await fillField(form, label, value)
  for (const [name, organ] of [['proposer', '市人民政府'], ['draftingOrgan', '市公安局']] as const) {
    await form.locator(`input[name=${name}]`).fill(organ)
    await form.getByRole('option', { name: organ }).first().click()
  }
  await form.getByRole('button', { name: '登记调整' }).click()
  await council.getByText('已保存').waitFor()
  await council.getByRole('button', { name: '目录' }).click()
  await council.locator('.items tr', { hasText: title }).waitFor()

  const again = await journey.project(cast.officer)
  await again.getByRole('button', { name: '项目资料' }).click()
  const settings = again.locator('settings-dialog')
  await fillField(settings, '所在计划项目', title)
  await settings.getByRole('button', { name: '保存资料' }).click()
  await again.getByText('已保存。').waitFor()

  await journey.project(cast.council)
  await takeStep(council, { button: '列入规划、计划', state: '列入规划、计划' })
  expect(await findingsOf(council)).toEqual([])
}

/** A 主任会议 of one day, from planning to its close; its items are agreed in their order. */
async function holdCouncil(journey: Journey, { number, items }: { number: number; items: readonly { project?: string; decides?: string; title?: string; kind?: string; values?: Readonly<Record<string, string>>; decision?: string }[] }): Promise<string> {
  const { page } = await journey.desk(cast.meetingClerk)
  const id = await planMeeting(page, { kind: '主任会议', term: '8', session: String(number), title: `${journey.story.city}第八届人大常委会第${number}次主任会议`, on: journey.today, place: '主任会议室' })
  for (const { project, decides, title, kind } of items) await addItem(page, { ...(project === undefined ? {} : { project }), ...(decides === undefined ? {} : { decides }), ...(title === undefined ? {} : { title }), ...(kind === undefined ? {} : { kind }) })
  await recordAttendance(page)
  await moveMeeting(page, '发会议通知')
  await moveMeeting(page, '宣布开会')
  for (const [at, { values, decision }] of items.entries()) {
    await page.locator('meeting-agenda li a').nth(at).click()
    await page.locator('meeting-agenda li[aria-current=true]').nth(0).waitFor()
    await decideItem(page, { result: '同意（通过）', ...(values === undefined ? {} : { values }), ...(decision === undefined ? {} : { decision }) })
  }
  await moveMeeting(page, '宣布闭会')
  return id
}

/** 立法调研: the research centre is put on the project, the plan and the report of the survey, what was found and the texts that were read. */
async function survey(journey: Journey): Promise<void> {
  const { story, title } = journey
  const page = await journey.project(cast.officer)
  await page.getByRole('button', { name: '项目资料' }).click()
  const settings = page.locator('settings-dialog')
  await fillField(settings, '单位', '地方立法研究中心')
  await settings.getByRole('button', { name: '增加' }).click()
  await page.getByText('已保存。').waitFor()
  await page.locator('.members li', { hasText: '受委托起草' }).first().waitFor()
  await takeStep(page, { button: '开始立法调研', state: '立法调研', values: { 调研地点和对象: '四区一市的社区、养犬人、动物诊疗机构' }, documents: { 调研方案: await story.paper('researchPlan') } })

  await page.getByRole('link', { name: '调研资料' }).click()
  await page.getByRole('button', { name: '登记调研情况' }).click()
  const finding = page.locator('view-research lf-dialog')
  for (const [label, value] of Object.entries({ 标题: '登记点少，群众跑路多', 内容: '四区只有五个登记点，多数养犬人不知道在哪里登记。', 来源: '社区座谈会' })) await fillField(finding, label, value)
  await finding.locator('.btn.main').click()
  await page.getByText('登记点少，群众跑路多').first().waitFor()
  await page.getByRole('searchbox', { name: '从法规库选法规' }).fill('养犬')
  await page.getByRole('button', { name: '查找' }).click()
  await page.getByRole('button', { name: '作为上位法' }).first().click()
  await page.getByText('已列入。').waitFor()
  expect(await findingsOf(page)).toEqual([])

  await journey.turnTo(days.surveyed)
  await journey.project(cast.officer)
  await uploadDocument(page, { kind: '外地立法比较', file: await story.paper('otherPlaces') })
  await takeStep(page, { button: '完成立法调研', state: '列入规划、计划', documents: { 调研报告: await story.paper('researchReport'), 上位法汇编: await story.paper('superiorLaws') } })
  await page.locator('.pap li', { hasText: '调研报告' }).first().waitFor()

  // who is commissioned sees what they are put on; a member of the standing committee does not see what is not tabled
  const centre = (await journey.desk(cast.centre)).page
  await centre.goto('/app/projects?view=all')
  await centre.getByRole('link', { name: title }).first().waitFor()
  expect(await centre.getByRole('link', { name: '扬尘污染防治条例' }).count()).toBe(0)
  await expectNotFound(journey, cast.member)
}

/** Words that the drafters still had in the text, and what they became before it went out. */
const lastTouches = [
  ['街道办事处应该做好', '街道办事处应当做好'], ['任何单位和个人不能在', '任何单位和个人不得在'], ['，但导盲犬', '，但是导盲犬'],
] as const

/** 起草: the draft begins with a file, two drafters mend it at once, and what they agreed on is kept as 送审稿. */
async function draft(journey: Journey): Promise<void> {
  const { story, projectId } = journey
  const officer = await journey.project(cast.officer)
  await takeStep(officer, { button: '开始起草', state: '起草', values: { 起草单位和起草组: '市公安局牵头，市司法局、市农业农村局、市城市管理局参加，地方立法研究中心受委托提供文本建议' } })

  const police = await journey.project(cast.policeDrafter)
  await police.getByRole('link', { name: '打开草案' }).click()
  const begun = lastTouches.reduce((text, [before, after]) => text.replace(after, before), story.text('first'))
  await police.locator('draft-start input[type=file]').setInputFiles(await story.textFile(begun))
  await police.locator('.draft-article').first().waitFor()
  journey.draftId = (await journey.read<{ id: string }>(cast.policeDrafter, `/api/projects/${projectId}/draft`)).id
  expect(await draftWords(journey, cast.policeDrafter, 'working')).toContain('街道办事处应该做好')
  const centre = await openDraft(journey, cast.centre)
  await police.locator('.company', { hasText: nameOf(cast.centre) }).waitFor()

  // the one takes what the linter proposes, the other types over what they selected
  const takeHint = async (): Promise<void> => {
    await police.locator('.draft-margin').getByRole('button', { name: '改为“应当”' }).click()
    await police.locator('.draft-article[data-label="第六条"]', { hasText: '街道办事处应当做好' }).waitFor()
  }
  const type = async (): Promise<void> => {
    await rewrite(centre, '第十三条', '不能', '不得')
    await rewrite(centre, '第二十五条', '但导', '但是导')
  }
  await Promise.all([takeHint(), type()])
  await Promise.all([saved(police), saved(centre)])
  // each has before them what the other wrote
  for (const page of [police, centre]) for (const [, after] of lastTouches) await expect.poll(() => page.evaluate(() => document.querySelector('law-editor')?.getView()?.state.doc.textContent ?? '')).toContain(after)
  expect(await draftWords(journey, cast.centre, 'working')).toBe(storyWords(journey, 'first'))
  expect(await findingsOf(police)).toEqual([])
  await keepText(police, '送审稿')
  await expectNotFound(journey, cast.member)
}

/** 政府审查 and 政府常务会议: the department sends the draft, the justice bureau reviews it, the executive meeting passes it. */
async function reviewByGovernment(journey: Journey): Promise<void> {
  const { story } = journey
  const police = await journey.project(cast.policeDrafter)
  await takeStep(police, {
    button: '送政府审查', state: '政府审查',
    documents: {
      关于草案的说明: await story.paper('draftingNote'), 意见采纳情况表: await story.paper('opinionTable'), 依据对照表: await story.paper('basisTable'), 公平竞争审查结论: await story.paper('fairCompetition'), '听证、论证材料': await story.paper('hearingRecord'),
    },
  })
  await journey.turnTo(days.tabled)
  // the bureau reviews for the government that proposes: it may write in the text as that government's own office may
  await (await openDraft(journey, cast.justiceBureau)).getByRole('switch', { name: '修订模式' }).waitFor()
  const justice = await journey.project(cast.justiceBureau)
  await takeStep(justice, {
    button: '政府常务会议通过', state: '政府常务会议通过', values: { 政府常务会议: `市人民政府第五十六次常务会议（${journey.today}）` },
    documents: { 政府审查报告: await story.paper('govReviewReport'), 政府常务会议纪要: await story.paper('executiveMinutes') },
  })
  expect(await findingsOf(justice)).toEqual([])
}

/** 提请审议: the government keeps its text, issues the bill that the product drafts, and tables it; 主任会议 sends it to a committee. */
async function tableBill(journey: Journey): Promise<void> {
  const { story, title } = journey
  await keepText(await openDraft(journey, cast.governmentClerk), '草案（一次审议稿）')
  await issuePaper(journey, { kind: '提请审议的议案', drafter: cast.governmentClerk, signer: cast.governmentClerk, passages: (label) => (label === '作说明的人' ? '市公安局局长' : undefined) })
  const clerk = await journey.project(cast.governmentClerk)
  await takeStep(clerk, { button: '提请审议', state: '提请审议', documents: { 关于草案的说明: await story.paper('explanatoryNote'), 参阅资料: await story.paper('referenceMaterial') } })
  expect(await findingsOf(clerk)).toEqual([])
  // from now on the committees read the texts that went out; members wait for the agenda
  await expectNotFound(journey, cast.member)

  await holdCouncil(journey, { number: 67, items: [{ project: title, decides: '交有关委员会审议', values: { 承担审议的专门委员会: '社会建设工作委员会' } }] })
  const member = await journey.project(cast.committee)
  await expect.poll(() => member.locator('.case-state').first().textContent()).toContain('专门委员会审议')
}

/** The committee's opinion, the session that is planned, and 主任会议: three readings, and the first on that session's agenda. */
async function prepareFirstReading(journey: Journey): Promise<void> {
  const { story, title } = journey
  await journey.turnTo(days.onAgenda)
  const { page } = await journey.desk(cast.meetingClerk)
  await planMeeting(page, { kind: '委员会会议', committee: '社会建设工作委员会', title: `${story.city}人大常委会社会建设工作委员会全体会议`, on: journey.today, place: '第三会议室' })
  await addItem(page, { project: title, title: `审议《${title}（草案）》`, kind: '专门委员会审议' })
  await recordAttendance(page)
  await moveMeeting(page, '发会议通知')
  await moveMeeting(page, '宣布开会')
  await page.getByRole('tab', { name: '议题和表决' }).click()
  await decideItem(page, { result: '同意（通过）', decision: '建议列入常委会会议议程。' })
  await moveMeeting(page, '宣布闭会')
  const remarks = (label: string): string | undefined => ({ '必要性、可行性和是否列入议程的意见': '制定条例是必要的、可行的，建议列入常委会会议议程。', 委员会的修改意见: '一、第十六条写明幼犬的处置方式。二、部门之间共享养犬信息。' })[label]
  await issuePaper(journey, { kind: '专门委员会审议意见', drafter: cast.committee, signer: cast.committee, passages: remarks })

  const session = `${story.city}第八届人民代表大会常务委员会第四十四次会议`
  journey.firstSessionId = await planMeeting(page, { kind: '常务委员会会议', term: '8', session: '44', title: session, on: days.firstReading, until: days.secondDay, place: '常委会会议厅' })
  expect(await findingsOf(page)).toEqual([])
  await holdCouncil(journey, {
    number: 68,
    items: [{ project: title, decides: '决定审议次数', values: { 审议次数: '三次审议' }, decision: '三次审议后提请表决。' }, { project: title, decides: '列入常委会会议议程', values: { 常委会会议: session } }],
  })
  const officer = await journey.project(cast.officer)
  await expect.poll(() => officer.locator('.case-state').first().textContent()).toContain('列入议程')
  await officer.locator('.case-what', { hasText: '三次审议' }).waitFor()

  await page.goto(`/app/meetings/${journey.firstSessionId}`)
  await addItem(page, { project: title, decides: '第一次审议' })
  for (const file of ['草案（一次审议稿）', '的审议意见']) await addFile(page, file)
  await moveMeeting(page, '发会议通知')
  await page.getByRole('button', { name: '登记送达' }).click()
  await page.locator('meeting-dialog lf-dialog[open] > .btn.main').click()
  // in time: at least seven days before the session
  for (const number of [1, 2]) await page.locator('meeting-files li', { hasText: `✓ 第 ${number} 号` }).waitFor()
  // the member who was told reads the project and the files now, and sees how long there is
  const member = await journey.project(cast.member)
  await expect.poll(() => member.locator('.case-state').first().textContent()).toContain('列入议程')
  await member.locator('.clock', { hasText: '第四十四次会议' }).waitFor()
  expect(await findingsOf(member)).toEqual([])
  await member.goto(`/app/meetings/${journey.firstSessionId}`)
  for (const file of ['草案（一次审议稿）', '的审议意见']) await member.locator('meeting-files li', { hasText: file }).first().waitFor()
}

/** From nothing to the day of the first reading, on which the project stands with the session on whose agenda it is. */
export const preparation: readonly Phase[] = [
  { says: 'is proposed and appraised with its papers', run: openAndAppraise },
  { says: 'is reported to the Party committee, put into the plan by 主任会议, and listed', run: listInPlan },
  { says: 'is surveyed, with a research centre that is put on it alone', run: survey },
  { says: 'is drafted by two people at once', run: draft },
  { says: 'is reviewed by the justice bureau and passed by the executive meeting', run: reviewByGovernment },
  { says: 'is tabled with its bill and sent to a committee', run: tableBill },
  {
    says: 'is put on the agenda of a session, for three readings',
    run: async (journey) => {
      await prepareFirstReading(journey)
      await journey.turnTo(days.firstReading)
    },
  },
]
