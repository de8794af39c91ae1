import { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Authored, authorOf, findKey, suggestionsBetween, textOf } from '../../law/drafting/index.ts'
import { editorSchema, type LegalText, parseLegalText } from '../../law/text/index.ts'
import { readDocument, type RevisionView } from '../reading/index.ts'
import { createTestApp, type TestApp, type TestClient } from '../testing/create-test-app.ts'
import { createTestDraft, type TestDraft } from '../testing/test-draft.ts'

let t: TestApp
let officer: TestClient
let chief: TestClient
let drafts = 0
beforeAll(async () => {
  t = await createTestApp()
  officer = await t.as('legislation')
  chief = await t.as('legislation-chief')
})
afterAll(() => t.close())

const TEXT = [
  '甲市养犬管理条例', '第一章　总则', '第一条　为了规范养犬行为，制定本条例。', '第二条　本条例适用于本市行政区域。', '第二章　登记', '第三条　养犬应当登记，并提交下列材料：', '（一）身份证明；', '（二）免疫证明。',
  '第四条　登记每年审验。', '违反第三条规定的，处二百元罚款。', '第五条　养犬人携犬外出，应当使用牵引绳。', '第三章　附则', '第六条　本条例自公布之日起施行。',
].join('\n')
const newDraft = (): Promise<TestDraft> => createTestDraft(t.services.prisma, { marker: `甲市第${(drafts += 1)}号`, state: 'unifiedReview', text: TEXT })
type Opened = { version: number; doc: unknown; baseDoc: unknown; tracking: boolean }
const open = async ({ draftId }: TestDraft): Promise<Opened & { node: Node; base: Node }> => {
  const opened = (await (await officer.get(`/api/drafts/${draftId}`)).json()) as Opened
  const node = Node.fromJSON(editorSchema, opened.doc)
  return { ...opened, node, base: opened.baseDoc === null ? node : Node.fromJSON(editorSchema, opened.baseDoc) }
}
let batches = 0
const send = async (draft: TestDraft, client: TestClient, steps: readonly object[]): Promise<void> => {
  const { version } = await open(draft)
  const response = await client.post(`/api/drafts/${draft.draftId}/steps`, { version, clientId: 'client-aaaa', batch: `t${(batches += 1)}`, steps })
  expect(response.status).toBe(200)
}
const track = (draft: TestDraft) => send(draft, officer, [{ kind: 'track', step: { stepType: 'replace', from: 0, to: 0 }, data: { tracking: true } }])
const edit = async (draft: TestDraft, client: TestClient, change: (tr: Transform) => void): Promise<void> => {
  const { node } = await open(draft)
  const tr = new Transform(node)
  change(tr)
  await send(draft, client, tr.steps.map((step) => ({ step: step.toJSON() as object })))
}
const at = (doc: Node, words: string): number => {
  let found = -1
  doc.descendants((node, pos) => {
    const place = node.isText ? (node.text ?? '').indexOf(words) : -1
    if (found < 0 && place >= 0) found = pos + place
  })
  if (found < 0) throw new Error(`no ${words}`)
  return found
}
const replace = (tr: Transform, old: string, words: string) => tr.replaceWith(at(tr.doc, old), at(tr.doc, old) + old.length, words === '' ? [] : editorSchema.text(words))
const moveArticle = (tr: Transform, key: string, before: string) => {
  const one = findKey(tr.doc, key) ?? expect.fail()
  tr.delete(one.pos, one.pos + one.node.nodeSize)
  tr.insert((findKey(tr.doc, before) ?? expect.fail()).pos, one.node)
}
const words = (text: LegalText) => ({ title: text.title, divisions: text.divisions.map(({ number, heading }) => `${number} ${heading}`), articles: text.articles.map(({ number, heading, paragraphs }) => ({ number, heading, paragraphs: paragraphs.map((one) => ({ text: one.text, items: one.items.map((item) => `${item.number}${item.text}`) })) })) })
const exported = async (draft: TestDraft, client = officer): Promise<Uint8Array<ArrayBuffer>> => {
  const response = await client.get(`/api/drafts/${draft.draftId}/texts/working/tracked.docx`)
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}
const readBack = async (bytes: Uint8Array, view: RevisionView) => {
  const read = await readDocument({ source: bytes, fileName: '修订稿.docx', view })
  if (read.status !== 'read') throw new Error(JSON.stringify(read))
  return { text: parseLegalText(read.blocks), revisions: read.revisions ?? expect.fail() }
}

describe('a draft as a Word file with its revisions', () => {
  test('is the working copy when all are accepted and the base when all are rejected', async () => {
    const draft = await newDraft()
    await track(draft)
    await edit(draft, officer, (tr) => { replace(tr, '应当使用', '必须使用'); replace(tr, '身份证明；', '有效的身份证明；') })
    await edit(draft, chief, (tr) => {
      const second = findKey(tr.doc, draft.keys[1] ?? '') ?? expect.fail()
      tr.insert(second.pos, second.node.type.create({ key: 'newarticle' }, editorSchema.nodes['clause']?.create({ key: 'newclause' }, editorSchema.text('市人民政府负责养犬管理工作。'))))
      moveArticle(tr, draft.keys[4] ?? '', draft.keys[2] ?? '')
      const last = findKey(tr.doc, draft.keys[1] ?? '') ?? expect.fail()
      tr.delete(last.pos, last.pos + last.node.nodeSize)
    })
    const { node, base } = await open(draft)
    const bytes = await exported(draft)
    const [accepted, rejected] = [await readBack(bytes, 'accepted'), await readBack(bytes, 'rejected')]
    expect(words(accepted.text)).toEqual(words(textOf(node)))
    expect(words(rejected.text)).toEqual(words(textOf(base)))
    expect(words(textOf(node))).not.toEqual(words(textOf(base)))
    const { insertions, deletions } = accepted.revisions
    expect(insertions).toContainEqual(expect.objectContaining({ author: '法规甲', text: '有效的' }))
    expect(insertions).toContainEqual(expect.objectContaining({ author: '自动编号', text: '第四条' }))
    expect(insertions.find(({ text }) => text.includes('市人民政府负责'))?.author).toBe('法规主任')
    expect(deletions.find(({ text }) => text.includes('适用于本市'))?.author).toBe('法规主任')
    expect(insertions.every(({ date }) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date))).toBe(true)
  })

  test('keeps what a colleague changed in an article that somebody else moved: in the list, after a reload and in the file', async () => {
    const draft = await newDraft()
    await track(draft)
    await edit(draft, officer, (tr) => { replace(tr, '二百元', '五百元'); replace(tr, '每年', '') })
    await edit(draft, chief, (tr) => moveArticle(tr, draft.keys[3] ?? '', draft.keys[1] ?? ''))
    expect(await suggestions(draft)).toEqual([['moved', '', '', '法规主任'], ['words', '每年', '', '法规甲'], ['words', '二百元', '五百元', '法规甲']])
    const { insertions, deletions } = (await readBack(await exported(draft), 'accepted')).revisions
    const whose = (words: string) => [...insertions, ...deletions].filter(({ text }) => text === words).map(({ author }) => author)
    expect([whose('五百元'), whose('二百元'), whose('每年'), whose('罚款。')]).toEqual([['法规甲'], ['法规甲'], ['法规甲'], ['法规主任', '法规主任']])
    // what the file says comes in again under the same names
    const other = await newDraft()
    expect((await bringIn(other, await exported(draft))).answer.authors).toEqual([{ name: '法规主任', changes: 1, named: true }, { name: '法规甲', changes: 2, named: true }])
    expect(await suggestions(other)).toEqual(await suggestions(draft))
  })

  test('without 修订模式 has no revisions, and every export is recorded', async () => {
    const draft = await newDraft()
    const { text, revisions } = await readBack(await exported(draft, chief), 'accepted')
    expect(words(text)).toEqual(words(textOf((await open(draft)).node)))
    expect([revisions.insertions, revisions.deletions]).toEqual([[], []])
    const row = await t.services.prisma.auditEntry.findFirst({ where: { action: 'draft.export', entityId: draft.draftId } })
    expect(row).toMatchObject({ detail: { what: 'tracked.docx' } })
  })
})

type Imported = { written: boolean; version: number; taken: number; notTaken: { article: string; why: string; changed: boolean }[]; authors: { name: string; changes: number; named: boolean }[]; detail?: string }
const bringIn = async (draft: TestDraft, bytes: Uint8Array<ArrayBuffer>, extra: object = {}, client = officer) => {
  const { id: fileId } = (await (await client.upload('/api/files', { name: '修订稿.docx', bytes })).json()) as { id: string }
  const { version } = await open(draft)
  const response = await client.post(`/api/drafts/${draft.draftId}/tracked`, { fileId, version, ...extra })
  return { status: response.status, answer: (await response.json()) as Imported }
}
/** The file of a draft that two persons changed, and the text that it has with their changes. */
const makeFile = async () => {
  const other = await newDraft()
  await track(other)
  await edit(other, officer, (tr) => { replace(tr, '应当使用', '必须使用'); replace(tr, '每年审验', '每两年审验') })
  await edit(other, chief, (tr) => {
    const second = findKey(tr.doc, other.keys[1] ?? '') ?? expect.fail()
    tr.insert(second.pos, second.node.type.create({ key: 'newarticle' }, editorSchema.nodes['clause']?.create({ key: 'newclause' }, editorSchema.text('市人民政府负责养犬管理工作。'))))
    replace(tr, '二百元', '五百元')
  })
  return { bytes: await exported(other), text: words(textOf((await open(other)).node)) }
}
let made: ReturnType<typeof makeFile> | null = null
const fileOfTwo = () => (made ??= makeFile())
const suggestions = async (draft: TestDraft) => {
  const { node, base } = await open(draft)
  const { authored } = (await (await officer.get(`/api/drafts/${draft.draftId}/authorship`)).json()) as { authored: Authored[] }
  return suggestionsBetween(base, node).map((one) => [one.kind, one.deleted, one.inserted, authorOf(authored, one)?.by])
}

describe('the changes of a Word file', () => {
  test('come in as suggestions with their authors, and go out again the same', async () => {
    const { bytes, text } = await fileOfTwo()
    const draft = await newDraft()
    const before = words(textOf((await open(draft)).node))
    const { status, answer } = await bringIn(draft, bytes)
    expect([status, answer.written, answer.taken, answer.notTaken]).toEqual([200, true, 4, []])
    expect(answer.authors).toEqual([{ name: '法规主任', changes: 2, named: true }, { name: '法规甲', changes: 2, named: true }])
    const { node, base, tracking } = await open(draft)
    expect([tracking, words(textOf(base)), words(textOf(node))]).toEqual([true, before, text])
    expect(await suggestions(draft)).toEqual([
      ['added', '', '市人民政府负责养犬管理工作。', '法规主任'], ['words', '每年', '每两年', '法规甲'], ['words', '二百元', '五百元', '法规主任'], ['words', '应当', '必须', '法规甲'],
    ])
    const again = await readBack(await exported(draft), 'accepted')
    expect(words(again.text)).toEqual(text)
    expect(again.revisions.insertions.find((one) => one.text === '五百元')?.author).toBe('法规主任')
    // the same file once more changes nothing
    expect((await bringIn(draft, bytes)).answer).toMatchObject({ written: false, taken: 0, notTaken: [] })
  })

  test('of articles that say something else by now are named first, and left out when the rest is taken', async () => {
    const { bytes } = await fileOfTwo()
    const draft = await newDraft()
    await edit(draft, officer, (tr) => replace(tr, '牵引绳', '束犬链'))
    const { version } = await open(draft)
    const named = [{ article: '第五条', why: '文件修订前的文字与工作稿不同，文件里对它的改动没有并入。', changed: true }]
    expect((await bringIn(draft, bytes)).answer).toMatchObject({ written: false, taken: 3, notTaken: named })
    expect((await open(draft)).version).toBe(version)
    expect((await bringIn(draft, bytes, { confirm: true })).answer).toMatchObject({ written: true, taken: 3, notTaken: named })
    expect((await open(draft)).node.textContent).toContain('应当使用束犬链')
    expect((await suggestions(draft)).map(([, , inserted]) => inserted)).toEqual(['市人民政府负责养犬管理工作。', '每两年', '五百元'])
  })

  test('are refused with what to do: without any, with another text before, on another version, of another person', async () => {
    const { bytes } = await fileOfTwo()
    const draft = await newDraft()
    expect(await bringIn(draft, await exported(draft))).toMatchObject({ status: 422, answer: { detail: expect.stringContaining('没有修订痕迹') as string } })
    const other = await createTestDraft(t.services.prisma, { marker: '他文', state: 'unifiedReview' })
    expect(await bringIn(other, bytes)).toMatchObject({ status: 422, answer: { detail: expect.stringContaining('章节') as string } })
    expect(await bringIn(draft, bytes, { version: 7 })).toMatchObject({ status: 409, answer: { reason: 'moved' } })
    expect((await bringIn(draft, bytes, {}, await t.as('member'))).status).toBe(403)
    expect((await open(draft)).version).toBe(0)
  })
})
