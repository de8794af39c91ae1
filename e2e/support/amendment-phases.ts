/** 修改意见 of every kind as the province writes them in its form, and what the approved text is to the city and to the public. */
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Comparison } from '../../law/compare/index.ts'
import { findingsOf } from './browser.ts'
import { draftWords, keptText, storyWords } from './draft-acts.ts'
import { cast, type Journey } from './journey.ts'
import { fillField } from './legislation-steps.ts'
import { selectWords } from './office-files.ts'
import { issuePaper, paperWords } from './paper-acts.ts'

const PROVINCE_MEETING = '省人民代表大会常务委员会第二十五次会议'
const main = (page: Page): Locator => page.locator('lf-dialog[open] > .btn.main')

export type SaidAmendment = {
  kind: string
  /** what is chosen in its lists, by their labels */
  chosen?: Readonly<Record<string, string>>
  /** what is typed, by its labels */
  typed?: Readonly<Record<string, string>>
  /** words that are selected in the text and taken over */
  selected?: { at: string; words: string }
  /** what the form says it does; absent where it cannot be carried out */
  effect?: string
}

/** Adds an amendment to the form and waits until the form says what it does. */
export async function sayInForm(page: Page, { kind, chosen = {}, typed = {}, selected, effect }: SaidAmendment): Promise<Locator> {
  const part = page.locator('amendments-part')
  const rows = part.locator('li.amendment')
  const at = await rows.count()
  await part.getByRole('button', { name: '加一条修改意见' }).click()
  const row = rows.nth(at)
  await row.getByLabel('怎样修改').selectOption(kind)
  for (const [label, option] of Object.entries(chosen)) await row.getByLabel(label, { exact: true }).selectOption(option)
  if (selected !== undefined) {
    await selectWords(page, selected.at, selected.words)
    await row.getByRole('button', { name: '用选中的文字' }).click()
  }
  for (const [label, words] of Object.entries(typed)) await row.locator('lf-field', { hasText: label }).locator('input, textarea').first().fill(words)
  if (effect !== undefined) await row.locator('.effect', { hasText: effect }).waitFor()
  return row
}

const REASON = '同省条例的规定一致'
const CITES_ANNEX = { at: 'art_9', words: '，在入口处设置附件2规定的公示牌' }
/** What makes the approved text of the parking story out of the voted one, but the annex that goes and the words that cite it. */
const AMENDMENTS: readonly SaidAmendment[] = [
  { kind: 'addClause', chosen: { 条文: 'art_3', 加在哪里: 'art_3__para_1' }, typed: { 增加的款: '乡镇人民政府、街道办事处协助做好公共停车场的管理工作。' }, effect: '在第三条第一款后增加一款，作为第二款' },
  { kind: 'addItem', chosen: { 条文: 'art_4', 加在哪里: 'art_4__para_1__item_1' }, typed: { 增加的项: '公布停车泊位的位置和数量' }, effect: '在第四条第一项后增加一项，作为第二项' },
  { kind: 'moveArticle', chosen: { 移动哪一条: 'art_7', 移到哪里: 'art_5' }, effect: '将第七条移至第五条之后，作为第六条。' },
  { kind: 'removeClause', chosen: { 条文: 'art_10', '款、项': 'art_10__para_2' }, effect: '删去第十条第二款。' },
  { kind: 'splitChapter', chosen: { 从哪一条起: 'art_11' }, typed: { 章名: '道路停车泊位' }, effect: '从第十一条起另立一章，作为第四章，章名为“道路停车泊位”' },
  { kind: 'addDivision', chosen: { '在哪一章、节之后': 'chp_3' }, typed: { 章名: '充电设施', 条文: '公共停车场应当按照附件2规定的比例设置充电设施。\n\n充电设施的经营者应当定期检查充电设施，保证安全。' }, effect: '在第三章后增加一章，作为第五章，章名为“充电设施”' },
  { kind: 'mergeDivision', chosen: { '章、节': 'chp_4', 并入: 'chp_5' }, effect: '删去第四章“监督检查”的章名，其条文并入第五章' },
  { kind: 'heading', chosen: { '章、节、条': 'chp_5' }, typed: { 修改后: '监督检查和法律责任' }, effect: '第五章标题“法律责任”修改为“监督检查和法律责任”。' },
  { kind: 'addAnnex', chosen: { 在哪个附件之后: 'annex_1' }, typed: { 附件名称: '充电设施的比例', 附件内容: '新建的公共停车场不低于百分之二十。' }, effect: '增加一个附件，作为附件2，名称为“充电设施的比例”' },
]
const COUNT = AMENDMENTS.length + 2

async function openRequest(journey: Journey, username: string, requestId: string): Promise<Page> {
  const { page, open } = await journey.desk(username)
  await open(`/app/approvals/${requestId}`)
  await page.locator('amendments-part, .approval-desk').first().waitFor()
  return page
}

/** The annex that goes is cited: said so until the words go too. Nothing is kept without its reason; what was kept is there again. */
export async function writeAmendments(journey: Journey, requestId: string): Promise<void> {
  const page = await openRequest(journey, cast.province, requestId)
  const part = page.locator('amendments-part')
  const rows = part.locator('li.amendment')
  const annex = await sayInForm(page, { kind: 'removeAnnex', chosen: { 附件: 'annex_2' }, typed: { 理由: REASON } })
  await annex.getByText('第九条中的“附件2”引用的附件2已经删去，请同时修改引用它的条文').waitFor()
  await sayInForm(page, { kind: 'words', selected: CITES_ANNEX, typed: { 理由: REASON }, effect: '第九条中删去“，在入口处设置附件2规定的公示牌”' })
  await annex.locator('.effect', { hasText: '删去附件2“公示牌式样”。' }).waitFor()
  for (const amendment of AMENDMENTS.slice(0, -1)) await sayInForm(page, { ...amendment, typed: { ...amendment.typed, 理由: REASON } })
  // a new article may cite an annex that is still to be said
  const [last] = AMENDMENTS.slice(-1)
  if (last !== undefined) await sayInForm(page, last)
  await part.getByRole('button', { name: '保存修改意见' }).click()
  await rows.last().getByText('请填写理由').waitFor()
  await rows.last().locator('lf-field', { hasText: '理由' }).locator('textarea').fill(REASON)
  expect(await findingsOf(page)).toEqual([])
  await part.getByRole('button', { name: '保存修改意见' }).click()
  await page.getByText('修改意见已保存').waitFor()
  await page.reload()
  await rows.nth(COUNT - 1).waitFor()
  expect(await rows.count()).toBe(COUNT)
  expect(await part.locator('.warn').count()).toBe(0)
  expect((await part.locator('.effect').allInnerTexts())[0]).toBe('删去附件2“公示牌式样”。')
  // nothing is decided over what somebody typed and did not save
  const decide = page.getByRole('button', { name: '登记决定' })
  expect(await decide.isEnabled()).toBe(true)
  await rows.first().locator('lf-field', { hasText: '理由' }).locator('textarea').fill('省条例没有这个式样')
  await page.getByText('请先保存，再登记决定').waitFor()
  expect(await decide.isEnabled()).toBe(false)
  await page.reload()
  await part.getByText('有改动还没有保存').waitFor()
  expect(await rows.first().locator('lf-field', { hasText: '理由' }).locator('textarea').inputValue()).toBe('省条例没有这个式样')
  await part.getByRole('button', { name: '保存修改意见' }).click()
  await page.getByText('修改意见已保存').waitFor()
  await expect.poll(() => decide.isEnabled()).toBe(true)
}

/** Two write at once: who saves later is told, sees what the other one saved, and overwrites nothing unseen. */
export async function beOvertaken(journey: Journey, requestId: string): Promise<void> {
  const { page } = await journey.desk(cast.province)
  const reasonOn = (of: Page): Locator => of.locator('amendments-part li.amendment').first().locator('lf-field', { hasText: '理由' }).locator('textarea')
  const save = (of: Page): Promise<void> => of.getByRole('button', { name: '保存修改意见' }).click()
  const colleague = await openRequest(journey, 'xiaojiming', requestId)
  await reasonOn(colleague).fill('公示牌由省里统一规定')
  await save(colleague)
  await colleague.getByText('修改意见已保存').waitFor()
  await reasonOn(page).fill('没有必要')
  await save(page)
  await page.getByText(`同事已经保存了 ${COUNT} 条修改意见`).waitFor()
  expect(await reasonOn(page).inputValue()).toBe('没有必要')
  expect(await findingsOf(page)).toEqual([])
  await page.getByRole('button', { name: '不要这些改动' }).click()
  await page.locator('lf-dialog[open] > .btn.grave').click()
  await expect.poll(() => reasonOn(page).inputValue()).toBe('公示牌由省里统一规定')
}

/** 批准决定 with the amendments in its words, and the result in the form. */
export async function decideWithAmendments(journey: Journey, requestId: string): Promise<void> {
  const from = `/app/approvals/${requestId}`
  const decision = await issuePaper(journey, { kind: '批准法规的决定', drafter: cast.province, signer: 'xiaojiming', from, passages: () => PROVINCE_MEETING })
  const said = await paperWords(journey, decision, cast.province)
  for (const words of ['十一、删去附件2“公示牌式样”。', '删去第四章“监督检查”的章名，其条文并入第五章', '增加一个附件，作为附件2，名称为“充电设施的比例”', '此外，对条文、章节的序号和引用的序号作相应调整。']) expect(said).toContain(words)
  const page = await openRequest(journey, cast.province, requestId)
  const decide = page.locator('section.part').filter({ has: page.getByRole('heading', { name: '登记决定' }) })
  await expect.poll(() => decide.locator('select[name=result]').inputValue()).toBe('approvedWithChange')
  await fillField(decide, '作出决定的会议', PROVINCE_MEETING)
  await decide.getByRole('button', { name: '登记决定' }).click()
  await main(page).click()
  await page.getByText('已登记决定。').waitFor()
}

/** Rows of a comparison that say something, as 第七条→第六条 移动. */
const rowsOf = ({ rows, annexes }: Pick<Comparison, 'rows' | 'annexes'>): string[] => [
  ...rows.filter(({ kind, moved }) => kind !== 'same' || moved).map(({ kind, moved, old, new: now }) => `${moved ? 'moved' : kind} ${old.map((a) => a.number).join('、')}→${now.map((a) => a.number).join('、')}`),
  ...annexes.filter(({ kind }) => kind !== 'same').map(({ kind, old, new: now }) => `${kind} ${old?.number ?? ''}→${now?.number ?? ''}`),
]
/** The recorded amendments and the one reference that follows the moved article; nothing else. */
const CHANGED = ['changed 第三条→第三条', 'changed 第四条→第四条', 'moved 第七条→第六条', 'changed 第九条→第九条', 'changed 第十条→第十条', 'added →第十三条', 'added →第十四条', 'changed 第十五条→第十七条', 'added →附件2', 'removed 附件2→']

/** What the city is told: each amendment in the order of the text, the approved text, and in the comparison what is deleted, moved and new. */
export async function seeAmended(journey: Journey, requestId: string): Promise<void> {
  const page = await openRequest(journey, cast.officer, requestId)
  const said = page.locator('amendments-part ol.amendments li')
  await said.nth(COUNT - 1).waitFor()
  expect(await said.first().innerText()).toContain('一、在第三条第一款后增加一款')
  expect(await said.last().innerText()).toContain('十一、删去附件2“公示牌式样”。')
  await page.locator('law-compare').getByText('删去这个附件').waitFor()
  expect(await findingsOf(page)).toEqual([])
  await page.getByRole('tab', { name: '批准稿', exact: true }).click()
  await page.locator('law-text').getByText('充电设施的比例').waitFor()
  expect(await page.locator('law-text').getByText('公示牌式样').count()).toBe(0)
  const [voted, approved] = [await keptText(journey, cast.officer, 'adopted'), await keptText(journey, cast.officer, 'approved')]
  expect(await draftWords(journey, cast.officer, voted)).toBe(storyWords(journey, 'voting'))
  expect(await draftWords(journey, cast.officer, approved)).toBe(storyWords(journey, 'approved'))
  const { comparison } = await journey.read<{ comparison: Comparison }>(cast.officer, `/api/drafts/${journey.draftId}/comparison?from=${voted}&to=${approved}`)
  expect(rowsOf(comparison)).toEqual(CHANGED)
}

/** The public reads the approved text with its annexes, character for character. */
export async function readAmended(journey: Journey, address: string): Promise<void> {
  const { page, open, complaints, close } = await journey.visitor()
  await open('/search')
  await page.fill('#q', journey.title)
  await page.press('#q', 'Enter')
  await page.locator('article.res', { hasText: journey.title }).first().waitFor()
  await open(address)
  await page.getByRole('heading', { name: journey.title, level: 1 }).waitFor()
  expect(await charactersOf(page)).toBe(storyWords(journey, 'approved').replace(journey.title, '').replaceAll(/\s/gu, ''))
  expect(await page.locator('nav[aria-label=目录] a').last().innerText()).toContain('充电设施的比例')
  expect(await findingsOf(page)).toEqual([])
  expect(complaints).toEqual([])
  await close()
}

/** Everything that stands in the text of a page of the portal but what it counts and marks beside it, white space aside. */
const charactersOf = (page: Page): Promise<string> =>
  page.locator('div.law').evaluate((law) => {
    const copy = law.cloneNode(true)
    if (!(copy instanceof Element)) return ''
    for (const beside of copy.querySelectorAll('small, a.ku, a.lk, .mg')) beside.remove()
    return (copy.textContent ?? '').replaceAll(/\s/gu, '')
  })
