import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atDesk, type Desk, findingsOf, openBrowser } from './support/browser.ts'
import { caseOf, stateOf } from './support/cases.ts'
import { selectWords } from './support/office-files.ts'
import { OwnDemo } from './support/own-demo.ts'
import { shownWords } from './support/paper-acts.ts'

/**
 * The rarer ends of a review, each acted by the people who take it: a plan that lapses, a 提醒函, a report upward, an
 * extension, and what the standing committee makes of a motion to annul. On a demonstration of its own, because the
 * calendar is turned.
 */
const REVIEWER = 'wenzhixing'
const CHIEF = 'peiruogu'
const MAKER = 'boyizhou'
const COMMITTEE = 'lizhaoye'
const ISSUER = 'jianboheng'
const COUNCIL = 'cenyuanfan'

let browser: Browser
let demo: OwnDemo
const desks = new Map<string, Desk>()
const desk = async (username: string): Promise<Desk> => {
  const there = desks.get(username)
  if (there !== undefined) return there
  const opened = await atDesk(browser, username, { width: 1366, height: 768 }, demo.url)
  desks.set(username, opened)
  return opened
}
const idOfCase = async (title: string, registrationNo: string): Promise<string> => caseOf(await desk(REVIEWER), title, registrationNo)
const state = async (id: string): Promise<string> => stateOf(await desk(REVIEWER), id)

beforeAll(async () => {
  browser = await openBrowser()
  demo = await OwnDemo.start()
})
afterAll(async () => {
  await browser?.close()
  await demo?.stop()
})

/** The reviewer drafts the paper of a step and fills its passages; the address of the paper. */
async function drafted(id: string, step: string, passages: Readonly<Record<string, string>>): Promise<string> {
  const { page, ...reviewer } = await desk(REVIEWER)
  await reviewer.open(`/app/outcome/${id}/${step}`)
  await page.getByRole('button', { name: '拟稿' }).click()
  await page.locator('lf-paper .red-head').waitFor()
  for (const [label, value] of Object.entries(passages)) {
    const box = page.locator('.passages').getByLabel(label)
    const kept = page.waitForResponse((response) => response.request().method() === 'PATCH' && response.ok())
    if (await box.evaluate((element) => element instanceof HTMLSelectElement)) await box.selectOption({ label: value })
    else {
      await box.fill(value)
      await box.press('Tab')
    }
    await kept
  }
  await page.getByText('没有要填的').waitFor()
  await page.getByRole('button', { name: '送核稿' }).click()
  await page.getByText('已办理：送核稿').waitFor()
  return new URL(page.url()).pathname
}

/** 核稿, 会签 where the paper has it, 签发; returns the number. */
async function signed(paper: string, signer: string, countersigned: boolean): Promise<string> {
  const chief = await desk(CHIEF)
  await chief.open(paper)
  if (countersigned) {
    await chief.page.getByRole('button', { name: '核稿同意，送会签' }).click()
    await chief.page.getByLabel(/社会建设工作委员会/u).check()
    await chief.page.getByRole('button', { name: '送会签', exact: true }).click()
    await chief.page.getByText('已办理').waitFor()
    const member = await desk(COMMITTEE)
    await member.open(paper)
    await member.page.getByRole('button', { name: '同意会签' }).click()
    await member.page.getByText('已办理').waitFor()
  } else {
    await chief.page.getByRole('button', { name: '核稿同意，送签发' }).click()
    await chief.page.getByText('已办理').waitFor()
  }
  const { page, ...issuer } = await desk(signer)
  await issuer.open(paper)
  await page.getByRole('button', { name: '签发', exact: true }).click()
  await page.locator('lf-dialog').getByRole('button', { name: '签发' }).click()
  return (await page.getByText(/已签发，文号/u).innerText()).replace(/^已签发，文号 |。$/gu, '')
}

/** 办结归档 from the workbench. */
async function closed(id: string, outcome: string): Promise<void> {
  const { page, ...reviewer } = await desk(REVIEWER)
  await reviewer.open(`/app/review/${id}`)
  await page.locator('workbench-bar').getByRole('button', { name: '办结归档' }).click()
  await page.locator('view-outcome').getByRole('button', { name: '办结归档' }).click()
  await page.getByText('已办结归档').waitFor()
  await page.locator('lf-state', { hasText: `办结：${outcome}` }).waitFor()
}

/** What the queue of the done cases says of a case. */
async function inDoneQueue(registrationNo: string): Promise<string> {
  const { page, ...reviewer } = await desk(REVIEWER)
  await reviewer.open(`/app/queue?view=done&text=${registrationNo}`)
  return (await page.locator('lf-list-table tbody tr', { hasText: registrationNo }).innerText()).replaceAll(/\s+/gu, ' ')
}

describe('a written plan', () => {
  test('is offered by the maker, put before the chief, accepted, and suspends the review until its day', async () => {
    const id = await idOfCase('外卖', '备审-2025-0068')
    const maker = await desk(MAKER)
    await maker.open(`/app/answers/${id}`)
    await maker.page.getByText(/正在就这件文件同你单位沟通/u).waitFor()
    expect(await findingsOf(maker.page)).toEqual([])
    await maker.page.getByLabel('怎样处理').fill('修改第八条、第二十二条，重新报送。')
    await maker.page.getByLabel('完成日期').fill('2026-03-20')
    await maker.page.getByRole('button', { name: '提出处理计划' }).click()
    await maker.page.getByText('等答复').waitFor()
    expect(await maker.page.getByRole('button', { name: '提出处理计划' }).count()).toBe(0)

    const reviewer = await desk(REVIEWER)
    await reviewer.open(`/app/review/${id}`)
    await reviewer.page.locator('lf-notice-bar.pending', { hasText: '2026-03-20 前完成；等审查机构负责人决定' }).getByRole('link', { name: '看计划' }).click()
    await reviewer.page.getByText('由审查机构负责人决定是否接受').waitFor()
    expect(await reviewer.page.getByRole('button', { name: '接受计划，中止审查' }).count()).toBe(0)

    const chief = await desk(CHIEF)
    await chief.open('/app/')
    await chief.page.locator(`a[href$="/outcome/${id}/acceptPlan"]`, { hasText: '审批处理计划' }).first().click()
    await chief.page.getByText('2026-03-20 前完成', { exact: true }).waitFor()
    expect(await findingsOf(chief.page)).toEqual([])
    await chief.page.getByRole('button', { name: '接受计划，中止审查' }).click()
    await chief.page.getByText('已接受，审查中止').waitFor()
    await chief.page.locator('lf-case-bar', { hasText: '中止中' }).getByText('处理计划 2026-03-20 到期').waitFor()
    expect(await state(id)).toBe('已中止')
    await maker.open(`/app/answers/${id}`)
    await maker.page.getByText(/审查中止到 2026-03-20/u).waitFor()
  })
})

describe('a 提醒函', () => {
  test('goes from draft to number, is read by the maker without an answer, and closes the case', async () => {
    const id = await idOfCase('财政补助', '备审-2025-0067')
    const { page, ...reviewer } = await desk(REVIEWER)
    await reviewer.open(`/app/review/${id}`)
    await page.locator('review-standards button', { hasText: '适当性' }).click()
    await page.getByText('已审 4 项').waitFor()
    const paper = await drafted(id, 'remind', { 提醒的事项: '第九条的比例，执行中请同上位法的口径一致' })
    expect(await page.locator('.paper-side').innerText()).toContain('对方不用答复')
    const number = await signed(paper, CHIEF, false)
    expect(number).toMatch(/函〔2026〕\d+号$/u)
    expect(await state(id)).toBe('已函告提醒')

    const maker = await desk(MAKER)
    await maker.open('/app/answers')
    await maker.page.locator('lf-list-table tbody tr', { hasText: `提醒函 ${number}` }).getByRole('link').first().click()
    await maker.page.getByText('请在实施中予以注意，不用答复。').waitFor()
    expect(await findingsOf(maker.page)).toEqual([])
    await maker.page.getByRole('link', { name: `看提醒函 ${number}` }).click()
    await expect.poll(() => shownWords(maker.page)).toContain('第九条的比例，执行中请同上位法的口径一致。')
    await closed(id, '函告提醒')
  })
})

describe('a 合宪性 problem', () => {
  test('is not offered to an opinion, and is reported upward in a paper of its own that the maker never sees', async () => {
    const id = await idOfCase('养犬', '备审-2026-0002')
    const { page, ...reviewer } = await desk(REVIEWER)
    await reviewer.open(`/app/review/${id}`)
    await page.locator('law-outline a[href="#art_5"]').click()
    await page.locator('review-superior .source b').first().waitFor()
    await selectWords(page, 'art_5', '制定养犬公约')
    await page.keyboard.press('f')
    await page.locator('flag-form').getByLabel('合宪性').check()
    await page.getByText('合宪性问题不写进审查意见书').waitFor()
    await page.locator('flag-form select[name=code]').selectOption({ index: 1 })
    await page.locator('flag-form textarea[name=reason]').fill('涉及宪法关于基层群众性自治组织的规定。')
    await page.getByRole('button', { name: '提出标注' }).click()
    await page.locator('flag-list li', { hasText: '制定养犬公约' }).waitFor()
    await page.getByRole('button', { name: /提请确认/u }).click()
    await page.getByText(/已请审查机构负责人确认/u).waitFor()

    const chief = await desk(CHIEF)
    await chief.open(`/app/review/${id}`)
    await chief.page.getByRole('button', { name: /^确认 \d+ 处标注$/u }).click()
    await chief.page.getByText(/已确认 \d+ 处标注/u).waitFor()
    await chief.page.locator('workbench-bar').getByRole('button', { name: '认为有问题' }).click()
    await chief.page.locator('view-outcome').getByRole('button', { name: '认为有问题' }).click()
    await chief.page.locator('view-outcome lf-state', { hasText: '认为有问题' }).waitFor()

    await reviewer.open(`/app/outcome/${id}/issueOpinion`)
    await page.getByText('第五条：合宪性问题不能写进这件文书，另以书面报告上级').waitFor()
    expect(await page.locator('.pick-flags').innerText()).not.toContain('合宪性')
    const paper = await drafted(id, 'reportUpward', { 主任会议的日期和次数: '3月12日第32次主任会议' })
    expect(await page.locator('.paper-side').innerText()).not.toContain('送我答复')
    expect(await signed(paper, ISSUER, true)).toMatch(/报〔2026〕\d+号$/u)
    await reviewer.open(`/app/review/${id}`)
    await page.locator('flag-list li', { hasText: '制定养犬公约' }).getByText('已报上级').waitFor()
    const maker = await desk(MAKER)
    await maker.open(paper)
    await maker.page.getByRole('heading', { name: '没有找到' }).waitFor()
  })
})

describe('an extension', () => {
  const ask = async (id: string, reason: string): Promise<void> => {
    const { page, ...reviewer } = await desk(REVIEWER)
    await reviewer.open(`/app/review/${id}`)
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('button', { name: '申请延长' }).click()
    await page.locator('extension-request-dialog textarea').fill(reason)
    await page.getByRole('button', { name: '提交延长申请' }).click()
    await page.locator('lf-notice-bar.pending', { hasText: reason }).waitFor()
  }
  const decide = async (id: string): Promise<Desk> => {
    const chief = await desk(CHIEF)
    await chief.open(`/app/review/${id}`)
    await chief.page.locator('workbench-bar').getByRole('button', { name: '审批延长' }).click()
    return chief
  }

  test('is refused with a reason, and the day stays', async () => {
    const id = await idOfCase('集体资产', '备审-2025-0062')
    await ask(id, '需要实地调研。')
    const { page } = await decide(id)
    await page.locator('lf-dialog[open]', { hasText: '申请延长审查期限：需要实地调研。' }).getByText(/现在 2026-03-12 到期；批准的，延到 2026-06-12/u).waitFor()
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('button', { name: '不批准', exact: true }).click()
    await page.locator('lf-dialog[open] .field-error', { hasText: '请写明理由' }).waitFor()
    await page.locator('extension-decision-dialog textarea').fill('内容不多，请按期办结。')
    await page.getByRole('button', { name: '不批准', exact: true }).click()
    await page.getByText('没有批准延长，期限不变').waitFor()
    expect(await page.locator('lf-case-bar .clock').innerText()).toContain('2026-03-12 到期')
  })

  test('is approved, and the new day shows its rule, basis and counting', async () => {
    const id = await idOfCase('物业服务', '备审-2025-0064')
    await ask(id, '需要开一次论证会。')
    const { page } = await decide(id)
    await page.locator('extension-decision-dialog').getByRole('button', { name: '批准延长', exact: true }).click()
    await page.getByText('已批准延长').waitFor()
    await page.locator('lf-case-bar .clock', { hasText: '2026-06-16 到期' }).waitFor()
    await page.locator('lf-case-bar .clock .explained').focus()
    await page.getByText('自2026年3月16日的次日起算3个月，至2026年6月16日。').waitFor()
    const reviewer = await desk(REVIEWER)
    await reviewer.open('/app/notices')
    await reviewer.page.getByText('裴若谷批准。延长到 2026-06-16。').waitFor()
  })
})

describe('the standing committee decides on a motion', () => {
  const meeting = { 常委会会议的名称和日期: '第三十二次会议2026年3月12日', 表决结果: '赞成31人，反对0人，弃权2人' }
  const heard = async (id: string): Promise<void> => {
    const { page, ...reviewer } = await desk(REVIEWER)
    await reviewer.open(`/app/review/${id}`)
    await page.locator('workbench-bar').getByRole('button', { name: '登记制定机关到会说明' }).click()
    await page.getByLabel('参加的人').fill('制定机关负责人')
    await page.getByLabel('内容').fill('在第三十二次会议上说明了制定经过。')
    expect(await findingsOf(page)).toEqual([])
    await page.getByRole('button', { name: '登记到会说明' }).click()
    await page.getByText('制定机关到会说明已登记').waitFor()
  }
  const motion = async (id: string): Promise<void> => {
    const paper = await drafted(id, 'proposeAnnulment', { 撤销情形: '同法律、法规规定相抵触', 主任会议的日期和次数: '3月12日第32次主任会议' })
    await signed(paper, COUNCIL, true)
    expect(await state(id)).toBe('已提出撤销')
  }

  test('撤销: the maker is heard first, gets the decision, and the case closes with it', async () => {
    const id = await idOfCase('住房租赁', '备审-2025-0034')
    const reviewer = await desk(REVIEWER)
    await reviewer.open(`/app/outcome/${id}/annul`)
    await reviewer.page.getByText('还没有登记制定机关到会说明').waitFor()
    await heard(id)
    const number = await signed(await drafted(id, 'annul', meeting), ISSUER, true)
    const maker = await desk('caiyingxue')
    await maker.open(`/app/answers/${id}`)
    await maker.page.getByText('常委会已经决定撤销这件文件').waitFor()
    await maker.page.locator('aside', { hasText: number }).getByRole('link', { name: '撤销决定' }).waitFor()
    await maker.page.getByLabel('撤销以后的处理情况').fill('已停止执行。')
    await maker.page.getByRole('button', { name: '提交处理情况报告' }).click()
    await maker.page.locator('lf-dialog').getByRole('button', { name: '提交处理情况报告' }).click()
    await maker.page.getByText('处理情况报告已提交').waitFor()
    await closed(id, '撤销')
    expect(await inDoneQueue('备审-2025-0034')).toContain('结果：撤销')
  })

  test('限期改正: by the day that the committee set, which its deadline names as the basis', async () => {
    const id = await idOfCase('建筑垃圾', '备审-2025-0049')
    await motion(id)
    await heard(id)
    await signed(await drafted(id, 'orderToFix', { ...meeting, 改正期限: '2026-04-30' }), ISSUER, true)
    const maker = await desk(MAKER)
    await maker.open(`/app/answers/${id}`)
    await maker.page.getByText('常委会决定限期改正').waitFor()
    expect((await maker.page.locator('lf-case-bar .clock').innerText()).replaceAll(/\s+/gu, ' ')).toContain('2026-04-30 到期 常委会决定的改正期限49日，已确认')
    expect(await state(id)).toBe('限期改正')
  })

  test('议案未通过: recorded with its vote, and the case closes with that', async () => {
    const id = await idOfCase('农村建房', '备审-2025-0056')
    const maker = await desk('fuyanqing')
    await maker.open(`/app/answers/${id}`)
    await maker.page.getByLabel('我单位答复').first().waitFor()
    for (const box of await maker.page.getByLabel('我单位答复').all()) await box.fill('认为符合实际，不修改。')
    for (const position of await maker.page.getByLabel('处理意见').all()) await position.selectOption({ label: '不修改' })
    await maker.page.getByRole('button', { name: '提交答复' }).click()
    await maker.page.locator('lf-dialog').getByRole('button', { name: '提交答复' }).click()
    await maker.page.getByText('答复已提交').waitFor()
    await motion(id)

    const { page, ...council } = await desk(COUNCIL)
    await council.open(`/app/outcome/${id}/rejectMotion`)
    const send = page.locator('view-outcome').getByRole('button', { name: '登记议案未通过' })
    await send.click()
    await page.getByText('请填写表决结果。').waitFor()
    await page.getByLabel('常委会会议名称和日期').fill('第三十二次会议，2026年3月12日')
    await page.getByLabel('表决结果').fill('赞成12人，反对20人，弃权1人')
    await send.click()
    await page.locator('lf-dialog').getByRole('button', { name: '登记议案未通过' }).click()
    await page.locator('lf-state', { hasText: '议案未通过' }).waitFor()
    await maker.open(`/app/answers/${id}`)
    await maker.page.getByText('撤销的议案没有通过，文件没有撤销。').waitFor()
    await closed(id, '撤销议案未通过')
    expect(await inDoneQueue('备审-2025-0056')).toContain('结果：撤销议案未通过')
  })
})

describe('the day of the plan has passed', () => {
  test('the review reopens by itself, its days go on where they stopped, and both sides are told', async () => {
    await demo.turnTo('2026-03-21')
    const reviewer = await desk(REVIEWER)
    const { page } = reviewer
    const id = await idOfCase('外卖', '备审-2025-0068')
    await expect.poll(() => state(id), { timeout: 30_000 }).toBe('认为有问题')
    await reviewer.open(`/app/review/${id}`)
    await page.locator('lf-case-bar .clock', { hasText: '2026-03-27 到期' }).waitFor()
    await page.locator('lf-case-bar .clock .explained').focus()
    await page.getByText(/2026年3月12日中止、2026年3月21日恢复，剩余6日继续计算，至2026年3月27日。/u).waitFor()
    await reviewer.open('/app/notices')
    await page.getByText(/处理计划到期，恢复审查/u).first().waitFor()
    const maker = await desk(MAKER)
    await maker.open(`/app/answers/${id}`)
    await maker.page.getByText('处理计划 2026-03-20 已经到期').waitFor()
    await maker.page.getByRole('button', { name: '重新报送修改后的文本' }).waitFor()
  }, 120_000)

  test('nothing was complained of in the console of any desk', () => {
    expect(Object.fromEntries([...desks].map(([username, { complaints }]) => [username, complaints]))).toEqual(Object.fromEntries([...desks.keys()].map((username) => [username, []])))
  })
})
