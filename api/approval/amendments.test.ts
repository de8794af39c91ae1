import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createProjectWorld, type ProjectWorld } from '../testing/project-world.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { keysOfDocument } from '../legislation-papers/index.ts'
import { legalTextSchema } from '../library/index.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp({ today: '2026-03-12' })
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
    const { world, id } = await received()
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

  test('recorded before there were kinds still change words', async () => {
    const { id } = await received()
    await read(await record(id, [{ articleId: 'art_3', articleLabel: '第三条', before: '三十日内', after: '十五日内', reason: '一致' }]))
    expect((await seen(id)).amendments[0]).toMatchObject({ kind: 'words', articleLabel: '第三条' })
  })
})
