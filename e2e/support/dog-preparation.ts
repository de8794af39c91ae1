/** The dog regulation from 申报立项 to the agenda of its first reading, each step by the person entitled, through the forms. */
import { expect } from 'vitest'
import { findingsOf } from './browser.ts'
import { cast, type Journey } from './journey.ts'
import { fillField, historyOf, openStep, takeStep } from './legislation-steps.ts'
import { addItem, decideItem, moveMeeting, planMeeting, recordAttendance } from './meeting-acts.ts'

/** 申报立项 by the legal affairs commission, and 立项论证 with the papers of the department that asked for it. */
export async function openAndAppraise(journey: Journey): Promise<void> {
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
export async function listInPlan(journey: Journey): Promise<void> {
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
  for (const [label, value] of Object.entries({ 决定的会议: '第66次主任会议', 项目名称: title, 类别: '审议项目', 计划月份: '2026-06', 调整理由: '群众反映集中，具备立法条件。' })) await fillField(form, label, value)
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
export async function holdCouncil(journey: Journey, { number, items }: { number: number; items: readonly { project?: string; decides?: string; title?: string; kind?: string; values?: Readonly<Record<string, string>>; decision?: string }[] }): Promise<string> {
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
