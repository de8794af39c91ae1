import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createProjectWorld, type ProjectWorld } from '../testing/project-world.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { keysOfDocument } from '../legislation-papers/index.ts'
import { differsByExactly } from '../../law/drafting/amendments/index.ts'
import { legalTextSchema } from '../library/index.ts'
import { amendmentsOf } from './texts.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp({ today: '2026-03-12' })
})
// the first request of a server is slow: everybody signs in, the texts are read
let first: { world: ProjectWorld; id: string }
beforeAll(async () => {
  first = await received()
})
afterAll(() => t.close())

const read = async (response: Response) => {
  const given = JSON.parse(await response.text())
  if (response.status >= 300) throw new Error(JSON.stringify(given))
  return given
}
const meeting = '甲省第十四届人民代表大会常务委员会第二十五次会议'
const seen = async (id: string) => read(await (await t.as('province')).get(`/api/approvals/${id}`))

/** A request that the province has received. */
async function received(): Promise<{ world: ProjectWorld; id: string }> {
  const world = await createProjectWorld(t.services, { state: 'adopted', adopted: true })
  const { revision } = await t.services.prisma.project.findUniqueOrThrow({ where: { id: world.projectId }, select: { revision: true } })
  const { id } = await read(await (await t.as('legislation-chief')).post(`/api/projects/${world.projectId}/approval`, {}, { revision }))
  await read(await (await t.as('province')).post(`/api/approvals/${id}/receipt`, { receivedOn: '2026-03-12' }, { revision: (await seen(id)).revision }))
  return { world, id }
}
const record = async (id: string, amendments: object[]) => (await t.as('province')).put(`/api/approvals/${id}/amendments`, { amendments }, (await seen(id)).revision)

/** The decision as a file given with the registration. */
async function decide(id: string, projectId: string): Promise<Response> {
  const client = await t.as('province')
  const paper = await read(await client.post(`/api/projects/${projectId}/papers`, { kind: 'approvalDecision' }))
  const own = async () => (await read(await client.get(`/api/papers/${paper.id}`))).revision
  await read(await client.patch(`/api/papers/${paper.id}`, { values: { committeeMeeting: meeting } }, await own()))
  const printed = JSON.stringify((await read(await client.get(`/api/papers/${paper.id}`))).content)
  for (const step of ['sendToSignInHouse', 'issue']) await read(await client.post(`/api/papers/${paper.id}/steps/${step}`, {}, { revision: await own() }))
  const decided = await client.post(`/api/approvals/${id}/decision`, { result: 'approvedWithChange', decidedOn: '2026-03-12', decisionMeeting: meeting }, { revision: (await seen(id)).revision })
  expect(printed).toContain('在第二条后增加一条，作为第三条')
  return decided
}

const structural = [
  { kind: 'addAfter', articleId: 'art_2', articleLabel: '第二条', before: '', after: '养犬人应当遵守社会公德。', reason: '省条例有此规定' },
  { kind: 'title', articleId: 'title', articleLabel: '名称', before: '', after: '甲市文明养犬条例', reason: '同内容一致' },
]

describe('amendments that add, delete and rename', () => {
  test('make the approved text with its numbers, and old articles keep what they are called', async () => {
    const { world, id } = first
    await read(await record(id, structural))
    await read(await decide(id, world.projectId))
    const [voted, approved] = await Promise.all(['adopted', 'approved'].map((kind) => t.services.prisma.draftSnapshot.findFirstOrThrow({ where: { kind, draft: { projectId: world.projectId } } })))
    const [before, after] = [legalTextSchema.parse(voted?.tree), legalTextSchema.parse(approved?.tree)]
    expect([after.articles.length, after.articles[2]?.number, after.articles[2]?.paragraphs[0]?.text]).toEqual([before.articles.length + 1, '第三条', '养犬人应当遵守社会公德。'])
    expect(after.title).toBe('甲市文明养犬条例')
    const [old, now] = [keysOfDocument(voted?.doc), keysOfDocument(approved?.doc)]
    expect(now.filter((_, at) => at !== 2)).toEqual(old)
    const reasons = await t.services.prisma.changeReason.findMany({ where: { snapshotId: approved?.id ?? '' } })
    expect(reasons.map((r) => [r.articleKey, r.text])).toEqual([[now[2], '省条例有此规定']])
    expect((await t.services.prisma.project.findUniqueOrThrow({ where: { id: world.projectId } })).title).toBe('甲市文明养犬条例')
  })

  test.each<[string, object, string]>([
    ['an article that the text still refers to is taken away', { kind: 'remove', articleId: 'art_3', before: '', after: '' }, 'amendments.0.before'],
    ['two articles are added as one', { kind: 'addBefore', articleId: 'art_3', before: '', after: '甲。\n第四条　乙。' }, 'amendments.0.after'],
    ['a heading is looked for that is not there', { kind: 'heading', articleId: 'chp_9', before: '', after: '甲' }, 'amendments.0.after'],
    ['nothing is written for words', { kind: 'words', articleId: 'art_3', before: '', after: '甲' }, 'amendments.0.before'],
    ['the kind is none', { kind: 'merge', articleId: 'art_3', before: '', after: '甲' }, 'amendments.0.kind'],
  ])('are refused at their field when %s', async (_name, amendment, path) => {
    const { id } = await received()
    const refused = await record(id, [{ articleLabel: '第三条', reason: '同上位法一致', ...amendment }])
    const told = JSON.parse(await refused.text())
    expect([refused.status, told.errors[0].path]).toEqual([422, path])
  })

  test('of whole provisions are recorded with the labels of the voted text and carried out in the approved one; the difference is exactly they', async () => {
    const { world, id } = await received()
    const place = (kind: string, articleId: string, rest: object = {}) => ({ kind, articleId, articleLabel: '待定', before: '', after: '', reason: '同上位法一致', ...rest })
    const said = [
      ...structural.slice(0, 1), place('addDivision', 'chp_2', { heading: '免疫', after: '犬只应当接种疫苗。\n\n接种的费用由养犬人承担。' }), place('moveArticle', 'art_4', { targetId: 'art_2' }),
      place('addItem', 'art_4', { targetId: 'art_4__para_1__item_2', after: '犬只的照片' }), place('addClause', 'art_3', { targetId: 'art_3__para_1', after: '登记不收费。' }), place('addAnnex', 'annexes', { heading: '禁养犬只名录', after: '獒犬。' }),
    ]
    await read(await record(id, said))
    expect((await seen(id)).amendments.map((a: Record<string, string>) => [a['articleLabel'], a['targetLabel']])).toEqual([['第二条', ''], ['第二章', ''], ['第四条', '第二条之后'], ['第四条', '第二项后'], ['第三条', '第一款后'], ['正文', '']])
    await read(await decide(id, world.projectId))
    const [voted, approved] = await Promise.all(['adopted', 'approved'].map((kind) => t.services.prisma.draftSnapshot.findFirstOrThrow({ where: { kind, draft: { projectId: world.projectId } } })))
    const [before, after] = [legalTextSchema.parse(voted?.tree), legalTextSchema.parse(approved?.tree)]
    expect(differsByExactly(before, after, amendmentsOf(approved?.amendments))).toBe(true)
    expect(after.divisions.map(({ number, heading, from, to }) => `${number}${heading} ${from ?? ''}-${to ?? ''}`)).toEqual(['第一章总则 第一条-第四条', '第二章登记 第五条-第七条', '第三章免疫 第八条-第九条', '第四章附则 第十条-第十条'])
    expect([after.articles[3]?.paragraphs[0]?.items.map(({ number }) => number), after.articles[4]?.paragraphs.length, after.annexes[0]?.title]).toEqual([['（一）', '（二）', '（三）'], 2, '禁养犬只名录'])
    const [old, now] = [keysOfDocument(voted?.doc), keysOfDocument(approved?.doc)]
    expect([now[3], now[0], now[9]]).toEqual([old[3], old[0], old[6]])
    const told = await t.services.prisma.changeReason.findMany({ where: { snapshotId: approved?.id ?? '' } })
    const [chapters, annexes] = [keysOfDocument(approved?.doc, 'chapter'), keysOfDocument(approved?.doc, 'annex')]
    expect([told.some(({ articleKey }) => articleKey === chapters[2]), told.some(({ articleKey }) => articleKey === annexes[0]), told.filter(({ articleKey }) => articleKey === now[3]).length]).toEqual([true, true, 2])
  })

  test('of whole provisions are refused at the field that is wrong', async () => {
    const { id } = await received()
    const paths = []
    for (const wrong of [{ kind: 'addDivision', articleId: 'chp_2', after: '甲。' }, { kind: 'moveArticle', articleId: 'art_3' }, { kind: 'removeClause', articleId: 'art_1', targetId: 'art_1__para_1' }, { kind: 'removeDivision', articleId: 'chp_2' }, { kind: 'addAnnex', articleId: 'annexes', heading: '名录' }]) {
      const refused = await record(id, [{ articleLabel: '待定', reason: '同上位法一致', before: '', after: '', ...wrong }])
      const told = JSON.parse(await refused.text())
      paths.push(refused.status === 422 ? told.errors[0].path : refused.status)
    }
    expect(paths).toEqual(['amendments.0.heading', 'amendments.0.targetId', 'amendments.0.targetId', 200, 'amendments.0.after'])
  })

  test('recorded before there were kinds still change words', async () => {
    const { id } = await received()
    await read(await record(id, [{ articleId: 'art_3', articleLabel: '第三条', before: '三十日内', after: '十五日内', reason: '一致' }]))
    expect((await seen(id)).amendments[0]).toMatchObject({ kind: 'words', articleLabel: '第三条' })
  })
})
