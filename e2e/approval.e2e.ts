import type { Browser, Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { beOvertaken, decideWithAmendments, readAmended, sayInForm, seeAmended, writeAmendments } from './support/amendment-phases.ts'
import { publish } from './support/approval-phases.ts'
import { atDesk, findingsOf, openBrowser } from './support/browser.ts'
import { readDogStory } from './support/dog-story.ts'
import { Journey, sharedDemo } from './support/journey.ts'
import { parkingStory } from './support/parking-story.ts'
import { beginAtProvince } from './support/publication-phases.ts'

/** 报批和公布: the regulation of the demonstration that was approved and published, as the province, the city and the public see it. */
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const livestock = '畜禽养殖污染防治条例'

describe('a regulation that was approved', () => {
  test('the province opens what was sent to it: the voted text, the material, its decision', async () => {
    const desk = await atDesk(browser, 'xiaojiming')
    await desk.open('/app/approvals')
    await desk.page.getByRole('link', { name: livestock }).click()
    await desk.page.getByRole('heading', { name: livestock, level: 1 }).waitFor()
    for (const part of ['报请批准的报告', '关于草案的说明', '审议结果的报告', '依据对照表']) expect(await desk.page.locator('.enclosures').getByText(part).count()).toBe(1)
    await desk.page.locator('law-text').getByText('第一条', { exact: true }).first().waitFor()
    const [paper] = await Promise.all([desk.page.waitForEvent('download'), desk.page.locator('.enclosures').getByRole('link').first().click()])
    expect(paper.suggestedFilename()).not.toBe('')
    expect(await findingsOf(desk.page)).toEqual([])
    expect(desk.complaints).toEqual([])
    await desk.close()
  })

  test('the city follows it to the library, the national filing and the tasks', async () => {
    const desk = await atDesk(browser, 'zuqingyan')
    await desk.open('/app/approvals')
    await desk.page.getByRole('link', { name: livestock }).click()
    await desk.page.getByRole('link', { name: '报批和公布' }).click()
    await desk.page.getByRole('heading', { name: '公布以后' }).waitFor()
    expect(await desk.page.getByText('已报全国人大常委会和国务院备案').count()).toBe(1)
    await desk.page.locator('afterlife-part').getByText('制定配套规定').first().waitFor()
    expect(await findingsOf(desk.page)).toEqual([])
    await desk.page.setViewportSize({ width: 390, height: 844 })
    expect(await findingsOf(desk.page)).toEqual([])
    expect(desk.complaints).toEqual([])
    await desk.close()
  })

  test('the public reads it with the papers that were published with it', async () => {
    const [city, reader] = await Promise.all([atDesk(browser, 'zuqingyan'), atDesk(browser, null)])
    await city.open('/app/approvals')
    await city.page.getByRole('link', { name: livestock }).click()
    await city.page.getByRole('link', { name: '报批和公布' }).click()
    const address = await city.page.getByRole('link', { name: '看公布的文本' }).getAttribute('href')
    await reader.open(address ?? '')
    await reader.page.getByRole('heading', { name: livestock, level: 1 }).waitFor()
    for (const name of ['公告', '关于草案的说明', '审议结果的报告']) {
      const href = await reader.page.locator('.with').getByRole('link', { name }).getAttribute('href')
      expect((await reader.context.request.get(href ?? '')).status()).toBe(200)
    }
    expect(await findingsOf(reader.page)).toEqual([])
    await Promise.all([city.close(), reader.close()])
  })

  test('the province says each kind of amendment in its form, and sees what it does to the text before anything is kept', async () => {
    const desk = await atDesk(browser, 'xiaojiming')
    const { page } = desk
    // the request as it was before the decision; nothing is kept of what is typed
    await page.route(/\/api\/approvals\/[0-9a-f-]{36}$/u, async (route) => {
      const response = await route.fetch()
      const stored = z.looseObject({ may: z.looseObject({}) }).parse(await response.json())
      await route.fulfill({ response, json: { ...stored, state: { id: 'received', label: '审查中', sign: '●' }, result: null, resultLabel: null, approved: null, amendments: [], may: { ...stored.may, amend: true } } })
    })
    await desk.open('/app/approvals')
    await page.getByRole('link', { name: livestock }).click()
    const part = page.locator('amendments-part')
    const rows = part.locator('li.amendment')
    const say = (kind: string, chosen: Readonly<Record<string, string>>, typed: Readonly<Record<string, string>>, effect: string): Promise<Locator> => sayInForm(page, { kind, chosen, typed, effect })
    await say('splitChapter', { 从哪一条起: 'art_13' }, { 章名: '预防' }, '从第十三条起另立一章，作为第三章')
    await say('splitSection', { 从哪一条起: 'art_19' }, { 章名: '综合利用' }, '从第十九条起另立一节，作为第一节')
    await say('mergeDivision', { '章、节': 'chp_5', 并入: 'chp_4' }, {}, '的章名，其条文并入第四章')
    await say('removeDivision', { '章、节': 'chp_6' }, {}, '删去第六章及其条文（第三十五条至第四十一条）。')
    await say('addDivision', { '在哪一章、节之后': 'chp_1' }, { 章名: '信息公开', 条文: '公布养殖场所的名单。\n\n名单每年更新。' }, '在第一章后增加一章，作为第二章')
    await say('moveArticle', { 移动哪一条: 'art_9', 移到哪里: 'art_2' }, {}, '将第九条移至第二条之后，作为第三条。')
    await say('addClause', { 条文: 'art_3', 加在哪里: 'first' }, { 增加的款: '乡镇人民政府应当配合。' }, '在第三条第一款前增加一款，作为第一款')
    await say('addItem', { 条文: 'art_15', 加在哪里: 'art_15__para_1__item_1' }, { 增加的项: '学校周边五百米以内' }, '在第十五条第一款第一项后增加一项，作为第二项')
    await say('removeClause', { 条文: 'art_2', '款、项': 'art_2__para_2' }, {}, '删去第二条第二款。')
    await say('addAnnex', {}, { 附件名称: '规模标准', 附件内容: '生猪五百头。' }, '增加一个附件，名称为“规模标准”')
    const follows = part.locator('.consequences')
    for (const line of ['第二章“规划和预防”改为第三章', '第二章　信息公开（第十条至第十一条）', '第四章　预防']) await follows.locator('li', { hasText: line }).first().waitFor()
    await follows.locator('summary').click()
    await follows.locator('.articles-now li', { hasText: '名单每年更新。' }).getByText('新增').waitFor()
    expect(await findingsOf(page)).toEqual([])
    // what cannot be carried out says why, and changes nothing
    await part.getByRole('button', { name: '加一条修改意见' }).click()
    await rows.last().getByLabel('怎样修改').selectOption('remove')
    await rows.last().getByLabel('条文', { exact: true }).selectOption('art_36')
    await rows.last().getByText('同别的修改意见重叠').waitFor()
    await rows.last().getByRole('button', { name: '不要这条意见' }).click()
    await page.getByRole('tab', { name: /通过稿和修改意见/u }).click()
    await page.locator('law-compare ins', { hasText: '乡镇人民政府应当配合' }).first().waitFor()
    expect(desk.complaints).toEqual([])
    await desk.close()
  })
})

describe('a regulation with annexes that the province amends in its structure', () => {
  let journey: Journey
  let requestId = ''
  beforeAll(async () => {
    journey = new Journey({ browser, demo: sharedDemo(), story: parkingStory(await readDogStory('公共停车场管理条例')) })
    requestId = await beginAtProvince(journey, '通过停车场条例的会议')
  })
  afterAll(() => journey?.close())

  test('has its amendments written in the form, an annex taken out among them, and kept', () => writeAmendments(journey, requestId))
  test('has them written by two at once, and nothing is overwritten unseen', () => beOvertaken(journey, requestId))
  test('is approved with them by the form, in the words of the decision', () => decideWithAmendments(journey, requestId))
  test('is shown to the city with what they did, and with nothing else', () => seeAmended(journey, requestId))
  test('is published, and the public reads the approved text character for character', async () => {
    await readAmended(journey, await publish(journey))
  })
  test('and no page complained', () => expect(journey.complaints).toEqual([]))
})
