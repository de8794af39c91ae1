import { Node, Slice } from 'prosemirror-model'
import { ReplaceStep, Transform } from 'prosemirror-transform'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { textOf } from '../../law/drafting/index.ts'
import { editorSchema, parseText } from '../../law/text/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { storeVersion } from '../library/index.ts'
import { createTestApp, type TestApp, type TestClient } from '../testing/create-test-app.ts'
import { createTestDraft } from '../testing/test-draft.ts'
import { organId, personId } from '../testing/test-organs.ts'

let t: TestApp
let drafter: TestClient
beforeAll(async () => {
  t = await createTestApp()
  drafter = await t.as('drafter')
})
afterAll(() => t.close())

const newProject = async (state = 'drafting'): Promise<string> => {
  const id = newId()
  await t.services.prisma.project.create({
    data: { id, procedureVersion: '1', organId: organId('cityCommittee'), state, stateSince: toDateColumn('2026-03-01'), title: '甲市养犬管理条例', proposer: '甲市人民政府', leadOrganId: organId('cityBureau'), createdBy: personId('legislation'), createdByName: '法规甲' },
  })
  return id
}
const begin = async (projectId: string, source: object, client = drafter) => {
  const response = await client.post(`/api/projects/${projectId}/draft`, { source })
  return { status: response.status, answer: (await response.json()) as { id: string; articleCount: number; problems: unknown[]; detail?: string; errors?: { path: string }[] } }
}
const textIn = async (draftId: string) => {
  const { doc } = (await (await drafter.get(`/api/drafts/${draftId}`)).json()) as { doc: unknown }
  return textOf(Node.fromJSON(editorSchema, doc))
}

describe('a draft begins', () => {
  test('empty, as a skeleton with purpose and commencement', async () => {
    const projectId = await newProject()
    expect(await (await drafter.get(`/api/projects/${projectId}/draft`)).json()).toEqual({ id: null, may: { create: true } })
    const { status, answer } = await begin(projectId, { kind: 'empty' })
    expect([status, answer.articleCount]).toEqual([201, 2])
    const text = await textIn(answer.id)
    expect([text.title, text.divisions.map(({ number, heading }) => `${number} ${heading}`), text.articles.map(({ number }) => number)]).toEqual(['甲市养犬管理条例', ['第一章 总则', '第二章 附则'], ['第一条', '第二条']])
    expect(await (await drafter.get(`/api/projects/${projectId}/draft`)).json()).toEqual({ id: answer.id, may: { create: false } })
  })

  test('from a file that was uploaded, with what could not be read named', async () => {
    const uploaded = (await (await drafter.upload('/api/files', { name: '送审稿.txt', bytes: '甲市养犬管理条例（送审稿）\r\n\u200b\r\n第一条　为了规范养犬行为,制定本条例。\r\n第三条　养犬应当登记。\n' })).json()) as { id: string }
    const { status, answer } = await begin(await newProject(), { kind: 'file', fileId: uploaded.id })
    expect([status, answer.articleCount]).toEqual([201, 2])
    expect(answer.problems).toMatchObject([{ message: expect.stringContaining('第三条') as string }])
    const text = await textIn(answer.id)
    expect([text.articles.map(({ number }) => number), text.remarks]).toEqual([['第一条', '第三条'], []])
    const { items } = (await (await drafter.get(`/api/drafts/${answer.id}/snapshots`)).json()) as { items: { label: string; reason: string }[] }
    expect(items).toMatchObject([{ label: '初稿', reason: '来自文件“送审稿.txt”' }])
  })

  test('from a version of the library and from a text of another project that one may read', async () => {
    const { versionId } = await inTransaction(t.services, (work) =>
      storeVersion({ work, identity: { title: '甲市旧条例', issuer: '甲市人民代表大会常务委员会', documentKind: 'municipalRegulation', rank: 5 }, source: null, version: { text: parseText('甲市旧条例\n第一条　旧的。\n第二条　本条例自公布之日起施行。'), effectiveFrom: '2012-01-01', effectiveBasis: 'stated', published: { by: null, at: new Date() } } }))
    expect(await begin(await newProject(), { kind: 'version', versionId })).toMatchObject({ status: 201, answer: { articleCount: 2 } })
    const other = await createTestDraft(t.services.prisma, { marker: '他项', state: 'unifiedReview' })
    expect(await begin(await newProject(), { kind: 'snapshot', snapshotId: other.sentSnapshotId })).toMatchObject({ status: 201, answer: { articleCount: 5 } })
  })

  test.each<[string, object, number]>([
    ['a version that is not there', { kind: 'version', versionId: newId() }, 404],
    ['a text that is not there', { kind: 'snapshot', snapshotId: newId() }, 404],
    ['a file that somebody else uploaded', { kind: 'file', fileId: newId() }, 422],
  ])('not from %s', async (_, source, status) => {
    const projectId = await newProject()
    expect((await begin(projectId, source)).status).toBe(status)
    expect(await t.services.prisma.draft.count({ where: { projectId } })).toBe(0)
  })

  test('not from a file without articles', async () => {
    const { id } = (await (await drafter.upload('/api/files', { name: '封面.txt', bytes: '甲市养犬管理条例' })).json()) as { id: string }
    expect(await begin(await newProject(), { kind: 'file', fileId: id })).toMatchObject({ status: 422, answer: { detail: expect.stringContaining('没有找到条文') as string } })
  })

  test('once, however often and by however many it is asked for', async () => {
    const projectId = await newProject()
    const answers = await Promise.all([begin(projectId, { kind: 'empty' }), begin(projectId, { kind: 'empty' })])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect(await t.services.prisma.draft.count({ where: { projectId } })).toBe(1)
    expect(await t.services.prisma.draftSnapshot.count({ where: { draft: { projectId } } })).toBe(1)
  })

  test('not where the text is voted already', async () => {
    expect((await begin(await newProject('adopted'), { kind: 'empty' }, await t.as('legislation'))).status).toBe(409)
  })
})

test('a commissioned drafter has their own project only, while the commission lasts', async () => {
  const [own, other] = [await createTestDraft(t.services.prisma, { marker: '受托', state: 'drafting' }), await createTestDraft(t.services.prisma, { marker: '别项', state: 'drafting' })]
  const member = await t.services.prisma.projectMember.create({ data: { id: newId(), projectId: own.projectId, personId: personId('nobody'), name: '无岗位', part: 'commissioned', from: toDateColumn('2026-01-01'), addedBy: personId('legislation'), addedByName: '法规甲' } })
  const commissioned = await t.as('nobody')
  expect([(await commissioned.get(`/api/drafts/${own.draftId}`)).status, (await commissioned.get(`/api/drafts/${other.draftId}`)).status]).toEqual([200, 404])
  await t.services.prisma.projectMember.update({ where: { id: member.id }, data: { to: toDateColumn('2026-03-11') } })
  expect((await commissioned.get(`/api/drafts/${own.draftId}`)).status).toBe(404)
})

describe('修订模式 in the order of steps', () => {
  const nothing = new ReplaceStep(0, 0, Slice.empty).toJSON() as object
  test('begins with the text that is there, is moved by accepting, ends', async () => {
    const { draftId } = await createTestDraft(t.services.prisma, { marker: '修订', state: 'unifiedReview' })
    const officer = await t.as('legislation')
    type Opened = { version: number; doc: unknown; tracking: boolean; baseDoc: unknown; baseVersion: number }
    const read = async (): Promise<Opened> => (await (await officer.get(`/api/drafts/${draftId}`)).json()) as Opened
    const send = async (version: number, steps: object[]) => (await officer.post(`/api/drafts/${draftId}/steps`, { version, clientId: 'client-aaaa', batch: `t${version}`, steps })).status
    const start = await read()
    const doc = Node.fromJSON(editorSchema, start.doc)
    const edit = new Transform(doc).insert(1, editorSchema.text('新')).steps[0]?.toJSON() as object
    expect(await send(0, [{ kind: 'accept', step: nothing, data: { baseStep: edit } }])).toBe(409)
    expect(await send(0, [{ kind: 'track', step: nothing, data: { tracking: true } }])).toBe(200)
    expect(await send(1, [{ step: edit, authorName: '某审稿人' }])).toBe(200)
    expect(await read()).toMatchObject({ version: 2, tracking: true, baseVersion: 1, baseDoc: start.doc })
    expect(await send(2, [{ kind: 'accept', step: nothing, data: { baseStep: edit } }])).toBe(200)
    const accepted = await read()
    expect(accepted.baseDoc).toEqual(accepted.doc)
    expect(await send(3, [{ kind: 'accept', step: nothing, data: { baseStep: { stepType: 'no' } } }])).toBe(409)
    expect(await send(3, [{ kind: 'track', step: nothing, data: { tracking: false } }])).toBe(200)
    expect(await read()).toMatchObject({ version: 4, tracking: false, baseDoc: null })
  })
})

test('the province reads the text that it is asked to approve, and none of those before', async () => {
  const draft = await createTestDraft(t.services.prisma, { marker: '报批', state: 'submittedForApproval' })
  const adoptedId = newId()
  const sent = await t.services.prisma.draftSnapshot.findUniqueOrThrow({ where: { id: draft.sentSnapshotId } })
  await t.services.prisma.draftSnapshot.create({ data: { ...sent, id: adoptedId, seq: 3, kind: 'adopted', label: '通过稿', doc: sent.doc ?? {}, tree: sent.tree ?? {}, amendments: undefined } })
  const province = await t.as('province')
  const snapshots = `/api/drafts/${draft.draftId}/snapshots`
  expect((await province.get(snapshots)).status).toBe(404)
  await t.services.prisma.approvalRequest.create({ data: { id: newId(), projectId: draft.projectId, provinceOrganId: organId('provinceCommittee'), snapshotId: adoptedId, sentOn: toDateColumn('2026-03-10'), createdBy: personId('legislation'), createdByName: '法规甲' } })
  expect(await (await province.get(snapshots)).json()).toMatchObject({ mayOpen: false, items: [{ id: adoptedId }] })
  for (const [which, status] of [[adoptedId, 200], [draft.sentSnapshotId, 404], ['working', 404]] as const) expect((await province.get(`/api/drafts/${draft.draftId}/texts/${which}`)).status).toBe(status)
})
