import { collab, getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import { Node } from 'prosemirror-model'
import { EditorState } from 'prosemirror-state'
import { Step, Transform } from 'prosemirror-transform'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findKey } from '../../law/drafting/index.ts'
import { editorSchema } from '../../law/text/index.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { createTestApp, type TestApp, type TestClient } from '../testing/create-test-app.ts'
import { createTestDraft, type TestDraft } from '../testing/test-draft.ts'
import { personId } from '../testing/test-organs.ts'
import { loadActor } from '../identity/index.ts'
import { snapshotDraft } from './index.ts'

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

const newDraft = (state = 'unifiedReview', text?: string): Promise<TestDraft> => createTestDraft(t.services.prisma, { marker: `甲市第${(drafts += 1)}号`, state, ...(text === undefined ? {} : { text }) })
type Answer = { version: number; repeated?: boolean; reason?: string; detail?: string; held?: { articleKey: string; personName: string }[] }
type Opened = { version: number; doc: unknown; leases: { articleKey: string; personName: string }[]; people: { personName: string }[]; open: boolean; may: Record<string, boolean>; tracking: boolean; baseDoc: unknown; baseVersion: number }
const open = async (draft: TestDraft, client = officer): Promise<Opened> => (await (await client.get(`/api/drafts/${draft.draftId}`)).json()) as Opened
const docOf = async (draft: TestDraft): Promise<Node> => Node.fromJSON(editorSchema, (await open(draft)).doc)
const placeIn = (doc: Node, key: string): number => {
  const found = findKey(doc, key)
  if (found === null) throw new Error(`no ${key}`)
  return found.pos
}
/** Words typed at the head of an article. */
const typed = (doc: Node, key: string, words: string): Step => new Transform(doc).insert(placeIn(doc, key) + 2, editorSchema.text(words)).steps[0] ?? expect.fail()
let batches = 0
type Sent = { version: number; steps: readonly Step[]; clientId?: string; batch?: string; extra?: object }
const body = ({ version, steps, clientId = 'client-aaaa', batch, extra }: Sent) => ({ version, clientId, batch: batch ?? `b${(batches += 1)}`, steps: steps.map((step) => ({ step: step.toJSON() as object, ...extra })) })
const send = async (draft: TestDraft, sent: Sent, client = officer): Promise<{ status: number; answer: Answer }> => {
  const response = await client.post(`/api/drafts/${draft.draftId}/steps`, body(sent))
  return { status: response.status, answer: (await response.json()) as Answer }
}
const write = async (draft: TestDraft, at: number, words: string, client = officer) => {
  const { version, doc } = await open(draft, client)
  return send(draft, { version, steps: [typed(Node.fromJSON(editorSchema, doc), draft.keys[at] ?? '', words)] }, client)
}

describe('steps', () => {
  test('go behind what is there, with who made them', async () => {
    const draft = await newDraft()
    expect(await write(draft, 1, '全面')).toMatchObject({ status: 200, answer: { version: 1, repeated: false } })
    const since = (await (await chief.get(`/api/drafts/${draft.draftId}/steps?since=0`)).json()) as { version: number; steps: { version: number; personName: string }[] }
    expect(since).toMatchObject({ version: 1, gone: false, steps: [{ version: 1, personName: '法规甲' }] })
    expect((await docOf(draft)).textContent).toContain('全面本条例适用于')
  })

  test('made on another version are refused with nothing but that', async () => {
    const draft = await newDraft()
    const doc = await docOf(draft)
    await write(draft, 0, '一')
    expect(await send(draft, { version: 0, steps: [typed(doc, draft.keys[1] ?? '', '二')] }, chief)).toMatchObject({ status: 409, answer: { reason: 'moved' } })
    expect((await open(draft)).version).toBe(1)
  })

  test('that begin 修订模式 in the middle of a batch make suggestions of what stands behind it, and of nothing before', async () => {
    const draft = await newDraft()
    const start = await docOf(draft)
    const [before, behind] = [typed(start, draft.keys[0] ?? '', '先'), typed(start, draft.keys[4] ?? '', '后')]
    const steps = [{ kind: 'edit', step: behind.toJSON() as object }, { kind: 'track', step: { stepType: 'replace', from: 0, to: 0 }, data: { tracking: true } }, { kind: 'edit', step: before.toJSON() as object }]
    expect((await officer.post(`/api/drafts/${draft.draftId}/steps`, { version: 0, clientId: 'client-aaaa', batch: 'at-once', steps })).status).toBe(200)
    const { baseDoc, baseVersion, tracking } = await open(draft)
    expect({ baseVersion, tracking, base: Node.fromJSON(editorSchema, baseDoc).eq(behind.apply(start).doc ?? start) }).toEqual({ baseVersion: 2, tracking: true, base: true })
  })

  test('sent again after a lost answer are applied once', async () => {
    const draft = await newDraft()
    const once = { version: 0, steps: [typed(await docOf(draft), draft.keys[0] ?? '', '又')], batch: 'lost' }
    const answers = await Promise.all([1, 2, 3].map(() => send(draft, once)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(answers.map(({ answer }) => answer.version)).toEqual([1, 1, 1])
    await write(draft, 0, '再')
    expect(await send(draft, once)).toMatchObject({ status: 200, answer: { version: 1, repeated: true } })
    expect(await t.services.prisma.draftStep.count({ where: { draftId: draft.draftId } })).toBe(2)
  })

  test('of two that come at once one is taken and the other told to move', async () => {
    const draft = await newDraft()
    const doc = await docOf(draft)
    const answers = await Promise.all([officer, chief].map((client, at) => send(draft, { version: 0, clientId: `client-${at}000`, steps: [typed(doc, draft.keys[at] ?? '', '同时')] }, client)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await open(draft)).version).toBe(1)
  })

  test('that are none, or would break the text, are refused and change nothing', async () => {
    const draft = await newDraft()
    const steps = [{ stepType: 'replace', from: 0, to: 0, slice: { content: [{ type: 'annex_line' }] } }, { stepType: 'no' }, { stepType: 'replace', from: 9_999, to: 9_999 }]
    for (const step of steps) {
      const response = await officer.post(`/api/drafts/${draft.draftId}/steps`, { version: 0, clientId: 'client-aaaa', batch: `w${steps.indexOf(step)}`, steps: [{ step }] })
      expect([response.status, ((await response.json()) as Answer).reason]).toEqual([409, 'unfit'])
    }
    expect((await open(draft)).version).toBe(0)
  })

  test('of five megabytes are refused with what to do', async () => {
    const draft = await newDraft()
    const step = { stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: '长'.repeat(1_700_000) }] } }
    const response = await officer.post(`/api/drafts/${draft.draftId}/steps`, { version: 0, clientId: 'client-aaaa', batch: 'long', steps: [{ step }] })
    expect([response.status, await response.json()]).toMatchObject([413, { detail: expect.stringContaining('作为文件导入') as string, reason: 'too-large' }])
  })

  test('a batch is all or nothing when its second step does not fit', async () => {
    const draft = await newDraft()
    const good = typed(await docOf(draft), draft.keys[0] ?? '', '好')
    const response = await officer.post(`/api/drafts/${draft.draftId}/steps`, { version: 0, clientId: 'client-aaaa', batch: 'half', steps: [{ step: good.toJSON() as object }, { step: { stepType: 'replace', from: 9_999, to: 9_999 } }] })
    expect(response.status).toBe(409)
    expect((await docOf(draft)).textContent).not.toContain('好')
    expect(await t.services.prisma.draftStep.count({ where: { draftId: draft.draftId } })).toBe(0)
  })

  test.each(['voting', 'adopted', 'promulgated'])('a text that is %s is closed, with the reason', async (state) => {
    const draft = await newDraft(state)
    expect((await open(draft)).may).toMatchObject({ write: false, restore: false })
    expect(await write(draft, 0, '改')).toMatchObject({ status: 409, answer: { reason: 'closed', detail: expect.stringContaining('不能再改') as string } })
  })

  test('a document of 3,000 articles is written like any other', async () => {
    const draft = await newDraft('unifiedReview', ['某市大条例', ...Array.from({ length: 3_000 }, (_, at) => `第${at + 1}条　${'条文的内容，'.repeat(8)}。`)].join('\n'))
    expect(draft.keys).toHaveLength(3_000)
    expect(await write(draft, 2_999, '末')).toMatchObject({ status: 200 })
    const { version, doc } = await open(draft)
    const last = Node.fromJSON(editorSchema, doc).lastChild
    const more = new Transform(Node.fromJSON(editorSchema, doc)).insert(0 + Node.fromJSON(editorSchema, doc).content.size, last?.type.create({ ...last.attrs, key: 'onemore' }, last.content) ?? []).steps
    expect(await send(draft, { version, steps: more })).toMatchObject({ status: 413, answer: { detail: expect.stringContaining('3000') as string } })
  })
})

/** An editor with prosemirror-collab, against the API. */
class Writer {
  state: EditorState
  readonly id: string
  readonly client: TestClient
  readonly draft: TestDraft
  constructor(options: { id: string; client: TestClient; draft: TestDraft; doc: Node }) {
    const { id, client, draft, doc } = options
    this.id = id
    this.client = client
    this.draft = draft
    this.state = EditorState.create({ doc, plugins: [collab({ version: 0, clientID: id })] })
  }

  type(at: number, words: string): void {
    const key = this.draft.keys[at % this.draft.keys.length] ?? ''
    this.state = this.state.apply(this.state.tr.insert(placeIn(this.state.doc, key) + 2, editorSchema.text(words)))
  }

  async pull(): Promise<void> {
    const { steps } = (await (await this.client.get(`/api/drafts/${this.draft.draftId}/steps?since=${getVersion(this.state)}`)).json()) as { steps: { step: unknown; clientId: string }[] }
    if (steps.length > 0) this.state = this.state.apply(receiveTransaction(this.state, steps.map(({ step }) => Step.fromJSON(editorSchema, step)), steps.map(({ clientId }) => clientId)))
  }

  async push(): Promise<void> {
    for (;;) {
      const sendable = sendableSteps(this.state)
      if (sendable === null) return
      await send(this.draft, { version: sendable.version, steps: sendable.steps, clientId: this.id }, this.client)
      await this.pull()
    }
  }
}

test('120 edits of three people at once end in one text', async () => {
  const draft = await newDraft()
  const doc = await docOf(draft)
  const writers = [officer, chief, officer].map((client, at) => new Writer({ id: `writer-000${at}`, client, draft, doc }))
  await Promise.all(writers.map(async (writer, at) => {
    for (let n = 0; n < 40; n += 1) {
      writer.type(n + at, `${'甲乙丙'.charAt(at)}${n}`)
      if (n % 4 === 3) await writer.push()
    }
    await writer.push()
  }))
  for (const writer of writers) await writer.pull()
  const stored = await docOf(draft)
  for (const { state } of writers) expect(state.doc.eq(stored)).toBe(true)
  for (const [at, name] of ['甲', '乙', '丙'].entries()) for (let n = 0; n < 40; n += 1) expect(stored.textContent, `${at} ${n}`).toContain(`${name}${n}`)
  expect(await t.services.prisma.draftStep.count({ where: { draftId: draft.draftId } })).toBe(120)
}, 60_000)

describe('an article that is held', () => {
  const lease = (draft: TestDraft, at: number, rest = '') => `/api/drafts/${draft.draftId}/leases/${draft.keys[at] ?? ''}${rest}`
  const take = (draft: TestDraft, at: number, client = officer, clientId = 'client-aaaa') => client.put(lease(draft, at), { clientId })

  test('is its holder’s to write, the others keep what they typed', async () => {
    const draft = await newDraft()
    expect((await take(draft, 1)).status).toBe(200)
    expect(await write(draft, 1, '他人', chief)).toMatchObject({ status: 409, answer: { reason: 'held', held: [{ articleKey: draft.keys[1], personName: '法规甲' }], detail: expect.stringContaining('第二条正由法规甲修改') as string } })
    expect(await write(draft, 2, '另一条', chief)).toMatchObject({ status: 200 })
    expect(await write(draft, 1, '本人')).toMatchObject({ status: 200 })
    expect((await open(draft, chief)).leases).toMatchObject([{ articleKey: draft.keys[1], personName: '法规甲' }])
  })

  test('cannot be taken out, joined or moved by another', async () => {
    const draft = await newDraft()
    await take(draft, 1)
    const doc = await docOf(draft)
    const place = placeIn(doc, draft.keys[1] ?? '')
    for (const change of [new Transform(doc).delete(place, place + (doc.nodeAt(place)?.nodeSize ?? 0)), new Transform(doc).join(place)]) {
      expect(await send(draft, { version: 0, steps: change.steps }, chief)).toMatchObject({ status: 409, answer: { reason: 'held' } })
    }
  })

  test('cannot be taken by another, is renewed by its holder, and runs out', async () => {
    const draft = await newDraft()
    await take(draft, 0)
    expect([(await take(draft, 0, chief)).status, (await take(draft, 0)).status]).toEqual([409, 200])
    await t.services.prisma.articleLease.updateMany({ where: { draftId: draft.draftId }, data: { expiresAt: new Date(Date.now() - 1_000) } })
    expect(await write(draft, 0, '过期后', chief)).toMatchObject({ status: 200 })
    expect((await take(draft, 0, chief)).status).toBe(200)
    expect((await open(draft)).leases).toMatchObject([{ personName: '法规主任' }])
  })

  test('is given back by its holder, or when their page closes', async () => {
    const draft = await newDraft()
    await take(draft, 0)
    expect((await chief.delete(lease(draft, 0))).status).toBe(200)
    expect((await open(draft)).leases).toHaveLength(1)
    await officer.delete(lease(draft, 0))
    expect((await open(draft)).leases).toEqual([])
    await take(draft, 0)
    await officer.put(`/api/drafts/${draft.draftId}/presence`, { clientId: 'client-aaaa', articleKey: draft.keys[0], anchor: 3, head: 3, version: 0 })
    expect((await open(draft)).people).toMatchObject([{ personName: '法规甲' }])
    await officer.delete(`/api/drafts/${draft.draftId}/presence/client-aaaa`)
    expect(await open(draft)).toMatchObject({ leases: [], people: [] })
  })

  test('is asked for: its holder is told', async () => {
    const draft = await newDraft()
    expect((await chief.post(lease(draft, 1, '/ask'))).status).toBe(409)
    await take(draft, 1)
    expect((await chief.post(lease(draft, 1, '/ask'))).status).toBe(200)
    const [notice] = await t.services.prisma.notice.findMany({ where: { entityId: draft.draftId } })
    expect(notice).toMatchObject({ personId: personId('legislation'), title: expect.stringContaining('法规主任请您释放') as string })
  })

  test('is set free by the head of the commission, on record', async () => {
    const draft = await newDraft()
    await take(draft, 1)
    expect((await officer.post(lease(draft, 1, '/break'), { reason: '不在' })).status).toBe(403)
    expect((await chief.post(lease(draft, 1, '/break'), { reason: '出差在外' })).status).toBe(200)
    expect(await write(draft, 1, '接着改', chief)).toMatchObject({ status: 200 })
    expect(await t.services.prisma.caseEvent.findFirst({ where: { projectId: draft.projectId, transition: 'breakLease' } })).toMatchObject({ note: '解除法规甲对草案第二条的占用：出差在外', actorName: '法规主任' })
  })
})

describe('a text that went out', () => {
  const take = async (draft: TestDraft, input: object = {}) => (await (await officer.post(`/api/drafts/${draft.draftId}/snapshots`, input)).json()) as { id: string; seq: number; label: string }

  test('never changes, whatever is written afterwards', async () => {
    const draft = await newDraft()
    await write(draft, 0, '先')
    const { id } = await take(draft, { kind: 'secondReading' })
    await write(draft, 0, '后')
    const shown = (await (await officer.get(`/api/drafts/${draft.draftId}/texts/${id}`)).json()) as { text: { articles: { number: string; paragraphs: { text: string }[] }[] } }
    expect(shown.text.articles[0]).toMatchObject({ number: '第一条', paragraphs: [{ text: '先为了规范养犬行为，制定本条例。' }] })
    await expect(t.services.prisma.draftSnapshot.update({ where: { id }, data: { text: '改' } })).rejects.toThrow()
    await expect(t.services.prisma.draftStep.deleteMany({ where: { draftId: draft.draftId } })).rejects.toThrow()
  })

  test('of the vote and of approval is made by their steps only', async () => {
    const draft = await newDraft()
    expect((await officer.post(`/api/drafts/${draft.draftId}/snapshots`, { kind: 'adopted' })).status).toBe(409)
    const actor = await loadActor({ prisma: t.services.prisma, personId: personId('legislation'), today: t.services.clock.today() })
    if (actor === null) throw new Error('nobody')
    const taken = await inTransaction(t.services, (work) => snapshotDraft({ services: t.services, work, actor, projectId: draft.projectId, kind: 'adopted' }))
    expect(taken).toMatchObject({ kind: 'adopted', label: '通过稿', seq: 3 })
    expect(taken.text.articles).toHaveLength(5)
    expect(taken.textDigest).toMatch(/^[0-9a-f]{64}$/u)
  })

  test('stands beside another article by article, by keys though every word and number changed', async () => {
    const draft = await newDraft()
    const first = draft.sentSnapshotId
    const { version, doc: json } = await open(draft)
    const doc = Node.fromJSON(editorSchema, json)
    const [one, two] = [placeIn(doc, draft.keys[0] ?? ''), placeIn(doc, draft.keys[1] ?? '')]
    const size = doc.nodeAt(two)?.nodeSize ?? 0
    const tr = new Transform(doc).replaceWith(two + 2, two + size - 2, editorSchema.text('机关、团体养犬的，依照其他规定。')).delete(one, one + (doc.nodeAt(one)?.nodeSize ?? 0))
    expect(await send(draft, { version, steps: tr.steps })).toMatchObject({ status: 200 })
    const compared = (await (await officer.get(`/api/drafts/${draft.draftId}/comparison?from=${first}&to=working`)).json()) as { from: { label: string }; to: { label: string }; comparison: { rows: { kind: string; old: { number: string }[]; new: { number: string }[] }[] } }
    expect([compared.from.label, compared.to.label]).toEqual(['草案（一次审议稿）', '工作稿'])
    expect(compared.comparison.rows.slice(0, 2).map((row) => [row.kind, row.old[0]?.number, row.new[0]?.number])).toEqual(expect.arrayContaining([['changed', '第二条', '第一条'], ['removed', '第一条', undefined]]))
    const three = (await (await officer.get(`/api/drafts/${draft.draftId}/comparison/three?from=${draft.workingSnapshotId}&middle=${first}&to=working`)).json()) as { comparison: { rows: unknown[] } }
    expect(three.comparison.rows).toHaveLength(5)
  })

  test('is restored by new steps; what stood there is kept', async () => {
    const draft = await newDraft()
    await write(draft, 3, '误改')
    const response = await officer.post(`/api/drafts/${draft.draftId}/snapshots/${draft.sentSnapshotId}/restore`, { reason: '改错了' })
    expect(await response.json()).toMatchObject({ version: 2, steps: 1 })
    expect((await docOf(draft)).textContent).not.toContain('误改')
    const { items } = (await (await officer.get(`/api/drafts/${draft.draftId}/snapshots`)).json()) as { items: { label: string; reason: string | null }[] }
    expect(items.at(-1)).toMatchObject({ label: '恢复前', reason: expect.stringContaining('改错了') as string })
    expect((await officer.post(`/api/drafts/${draft.draftId}/snapshots/${draft.sentSnapshotId}/restore`, { reason: '再来' })).status).toBe(409)
  })

  test('leaves the house with the name of who took it, and on record', async () => {
    const draft = await newDraft()
    const txt = await officer.get(`/api/drafts/${draft.draftId}/texts/working/text.txt`)
    expect(await txt.text()).toMatch(/^未公布草案，不得外传　法规甲 2026-03-12 导出\n[\s\S]*第三条　养犬应当登记。/u)
    const docx = await officer.get(`/api/drafts/${draft.draftId}/texts/${draft.sentSnapshotId}/text.docx`)
    expect(Buffer.from(await docx.arrayBuffer()).subarray(0, 2).toString()).toBe('PK')
    const pdf = await officer.get(`/api/drafts/${draft.draftId}/comparison-table.pdf?from=${draft.sentSnapshotId}&to=working&changedOnly=false`)
    expect(Buffer.from(await pdf.arrayBuffer()).subarray(0, 4).toString()).toBe('%PDF')
    expect(await t.services.prisma.auditEntry.count({ where: { action: 'draft.export', entityId: draft.draftId } })).toBe(3)
  })
})

describe('why an article reads so', () => {
  type History = { label: string; words: string; changes: { id: string; personName: string; before: string | null; after: string | null; fromVersion: number; toVersion: number; reasonIds: string[] }[]; texts: { label: string; changed: boolean }[]; reasons: { id: string; text: string; opinion: unknown }[] }
  const history = async (draft: TestDraft, at: number): Promise<History> => (await (await officer.get(`/api/drafts/${draft.draftId}/articles/${draft.keys[at] ?? ''}/history`)).json()) as History

  test('every sitting of every person is a change; going on typing is the same one; a text that went out ends it', async () => {
    const draft = await newDraft()
    await write(draft, 1, '一')
    await write(draft, 1, '二')
    await write(draft, 1, '三', chief)
    await write(draft, 1, '四')
    await officer.post(`/api/drafts/${draft.draftId}/snapshots`, { kind: 'secondReading' })
    await write(draft, 1, '五')
    const { changes, texts, label, words } = await history(draft, 1)
    expect(changes.map(({ personName, after }) => [personName, after?.slice(0, 5)])).toEqual([['法规甲', '二一本条例'], ['法规主任', '三二一本条'], ['法规甲', '四三二一本'], ['法规甲', '五四三二一']])
    expect(changes[0]?.before).toBe('本条例适用于本市行政区域。')
    expect(texts.map((text) => [text.label, text.changed])).toEqual([['初稿', true], ['草案（一次审议稿）', false], ['草案（二次审议稿）', true]])
    expect([label, words.slice(0, 3)]).toEqual(['第二条', '五四三'])
    expect((await history(draft, 2)).changes).toEqual([])
  })

  test('an opinion is tied to the change that it asked for', async () => {
    const draft = await newDraft()
    await write(draft, 1, '全面')
    const [change] = (await history(draft, 1)).changes
    const reasons = `/api/drafts/${draft.draftId}/articles/${draft.keys[1] ?? ''}/reasons`
    expect((await officer.post(reasons, { text: '代表提出' })).status).toBe(422)
    expect((await officer.post(reasons, { text: '代表提出', changeId: change?.id, opinion: { from: '某代表', on: '2026-03-01', words: '应当全面适用' } })).status).toBe(201)
    const told = await history(draft, 1)
    expect(told.reasons).toMatchObject([{ text: '代表提出', opinion: { from: '某代表' } }])
    expect(told.changes[0]?.reasonIds).toEqual([told.reasons[0]?.id])
  })

  test('an article that was taken out and one that never was', async () => {
    const draft = await newDraft()
    const { version, doc: json } = await open(draft)
    const doc = Node.fromJSON(editorSchema, json)
    const place = placeIn(doc, draft.keys[2] ?? '')
    await send(draft, { version, steps: new Transform(doc).delete(place, place + (doc.nodeAt(place)?.nodeSize ?? 0)).steps })
    expect(await history(draft, 2)).toMatchObject({ label: null, words: null, changes: [{ before: '养犬应当登记。', after: null }] })
    expect((await officer.get(`/api/drafts/${draft.draftId}/articles/never/history`)).status).toBe(404)
  })
})

describe('beside the text', () => {
  test('a comment is answered, settled once and taken up again', async () => {
    const draft = await newDraft()
    const base = `/api/drafts/${draft.draftId}/comments`
    const { id } = (await (await officer.post(base, { text: '是否包括机关？', articleKey: draft.keys[1], quote: { exact: '本市', prefix: '适用于', suffix: '行政', start: 5 }, version: 0 })).json()) as { id: string }
    expect((await chief.post(`${base}/${id}/replies`, { text: '包括' })).status).toBe(201)
    expect(await t.services.prisma.notice.count({ where: { entityId: draft.draftId, kind: 'draft.reply', personId: personId('legislation') } })).toBe(1)
    expect((await chief.put(`${base}/${id}/resolved`, { resolved: true }, 1)).status).toBe(200)
    expect((await officer.put(`${base}/${id}/resolved`, { resolved: true }, 1)).status).toBe(412)
    const { items } = (await (await officer.get(base)).json()) as { items: { id: string; parentId: string | null; resolved: boolean; articleLabel: string | null }[] }
    expect(items.find((one) => one.id === id)).toMatchObject({ resolved: true, articleLabel: '第二条' })
    expect(items.find((one) => one.parentId === id)).toMatchObject({ articleLabel: '第二条' })
    expect((await officer.post(base, { text: '没有这一条', articleKey: 'nowhere', version: 0 })).status).toBe(422)
  })

  test('a hint is set aside with a reason, and shown again', async () => {
    const draft = await newDraft()
    const base = `/api/drafts/${draft.draftId}/ignores`
    expect((await officer.post(base, { ruleId: 'L01', articleKey: draft.keys[0], quote: '', reason: ' ' })).status).toBe(422)
    const { id } = (await (await officer.post(base, { ruleId: 'L01', articleKey: draft.keys[0], quote: '应当', reason: '引用上位法原文' })).json()) as { id: string }
    expect([(await officer.post(`${base}/${id}/undo`)).status, (await officer.post(`${base}/${id}/undo`)).status]).toEqual([200, 409])
    expect(((await (await officer.get(base)).json()) as { items: { id: string; undoneAt: string | null }[] }).items.find((one) => one.id === id)?.undoneAt).not.toBeNull()
  })
})
