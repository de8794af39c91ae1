import { EditorState } from 'prosemirror-state'
import { Node } from 'prosemirror-model'
import { Step, Transform } from 'prosemirror-transform'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { applySteps, draftDocument, findKey, keyOf } from '../../../law/drafting/index.ts'
import { editorSchema, parseText } from '../../../law/text/index.ts'
import { Collaboration } from './collaboration.ts'
import { type Batch, type DraftEvent, type DraftServer, type DraftView, type Lease, NotReached, refusalOf, type StepRow, StepsRefused } from './draft-server.ts'
import type { TabLocks, UnsentRecord, UnsentStore } from './unsent-store.ts'

const TEXT = ['某市养犬管理条例', '第一条　为了规范养犬行为，制定本条例。', '第二条　本条例适用于本市行政区域。', '第三条　养犬应当登记。', '第四条　本条例自公布之日起施行。'].join('\n')
const MAY = { write: true, keep: true, restore: true, release: false, comment: true }

/** The authority as it is, in memory, behind a line that can be cut at either end. */
class FakeServer implements Pick<DraftServer, 'read' | 'send' | 'since'> {
  doc: Node
  rows: StepRow[] = []
  leases: Lease[] = []
  open = true
  /** what becomes of the next calls: `up` the request is lost, `down` the answer is */
  line: ('ok' | 'up' | 'down')[] = []
  cut = false
  /** the stream says nothing */
  mute = false
  sent: Batch[] = []
  readonly #heard = new Set<(event: DraftEvent) => void>()
  readonly keys: string[] = []

  constructor() {
    this.doc = draftDocument(parseText(TEXT))
    this.doc.forEach((node) => {
      if (node.type.name === 'article') this.keys.push(keyOf(node))
    })
  }

  get version(): number {
    return this.rows.length
  }

  async #answer<T>(act: () => T): Promise<T> {
    const line = this.cut ? 'up' : (this.line.shift() ?? 'ok')
    await Promise.resolve()
    if (line === 'up') throw new NotReached('没有连上服务器')
    const given = act()
    if (line === 'down') throw new NotReached('回答没有到')
    return given
  }

  view = (person = '甲'): DraftView => ({
    id: 'draft', projectId: 'project', title: '条例', state: 'unifiedReview', stateLabel: '统一审议', version: this.version, schemaVersion: 1, doc: this.doc.toJSON() as unknown, tracking: false, baseDoc: null, baseVersion: 0,
    leases: this.leases, people: [], person: { id: person, name: person }, open: this.open, may: { ...MAY, write: this.open },
  })
  read = (): Promise<DraftView> => this.#answer(() => this.view())
  since = (version: number) => this.#answer(() => ({ version: this.version, gone: version > this.version, steps: this.rows.filter((row) => row.version > version) }))
  send = (batch: Batch) =>
    this.#answer(() => {
      this.sent.push(batch)
      const before = this.rows.filter((row) => row.clientId === batch.clientId && row.batch === batch.batch)
      if (before.length > 0) return { version: before.at(-1)?.version ?? 0, repeated: true }
      if (!this.open) throw new StepsRefused('closed', '文本已经通过')
      if (batch.version !== this.version) throw new StepsRefused('moved', '别人刚改过')
      const { doc, touched } = applySteps(this.doc, batch.steps.map(({ step }) => step))
      if (this.leases.some(({ articleKey, personId }) => personId !== '甲' && touched.flat().includes(articleKey))) throw new StepsRefused('held', '正由别人修改')
      this.doc = doc
      for (const one of batch.steps) this.rows.push({ ...one, data: one.data ?? null, authorName: null, version: this.version + 1, clientId: batch.clientId, batch: batch.batch, personId: '甲', personName: '甲', at: '' })
      this.tell({ kind: 'steps', version: this.version })
      return { version: this.version, repeated: false }
    })

  /** Somebody else writes. */
  async other(change: (tr: Transform) => Transform): Promise<void> {
    const tr = change(new Transform(this.doc))
    this.doc = tr.doc
    for (const step of tr.steps) this.rows.push({ kind: 'edit', step: step.toJSON() as object, data: null, authorName: null, version: this.version + 1, clientId: 'other-client', batch: String(this.version), personId: '乙', personName: '乙', at: '' })
    this.tell({ kind: 'steps', version: this.version })
  }

  tell(event: DraftEvent): void {
    if (!this.cut && !this.mute) for (const hear of this.#heard) hear(event)
  }
  listen(onEvent: (event: DraftEvent) => void, onLink: (open: boolean) => void): () => void {
    this.#heard.add(onEvent)
    onLink(true)
    return () => void this.#heard.delete(onEvent)
  }
}

class MemoryStore implements UnsentStore {
  readonly records = new Map<string, UnsentRecord>()
  full = false
  put = async (record: UnsentRecord): Promise<void> => {
    if (this.full) throw new DOMException('full', 'QuotaExceededError')
    this.records.set(record.id, structuredClone(record))
  }
  delete = async (id: string): Promise<void> => void this.records.delete(id)
  list = async (draftId: string, personId: string): Promise<UnsentRecord[]> => [...this.records.values()].filter((record) => record.draftId === draftId && record.personId === personId)
}

/** Locks that a closed tab gives back. */
class Tabs implements TabLocks {
  readonly living = new Set<string>()
  hold = async (clientId: string): Promise<void> => void this.living.add(clientId)
  claim = async (clientId: string): Promise<boolean> => {
    if (this.living.has(clientId)) return false
    this.living.add(clientId)
    return true
  }
}

type Browser = { server: FakeServer; store: MemoryStore; tabs: Tabs }
const pages: Page[] = []
let opened = 0

/** A page with the draft open: an editor without a screen. */
class Page {
  readonly together: Collaboration
  readonly browser: Browser
  state = EditorState.create({ schema: editorSchema, doc: editorSchema.node('doc', { form: 'articles' }) })
  composing = false

  constructor(browser: Browser) {
    this.browser = browser
    const { server } = browser
    const quiet = async (): Promise<void> => undefined
    this.together = new Collaboration({
      draftId: 'draft', clientId: `page-${String((opened += 1)).padStart(4, '0')}`, store: browser.store, locks: browser.tabs, retryMs: [60_000], pollMs: 60_000, gatherMs: 0,
      server: {
        read: server.read, send: server.send, since: server.since, listen: (event, link) => server.listen(event, link), company: async () => server.view(), sayWhere: quiet, leave: () => undefined,
        takeLease: async () => { throw new StepsRefused('held', '') }, releaseLease: quiet, askForLease: quiet, breakLease: quiet,
      },
    })
    pages.push(this)
  }

  static async open(browser: Browser): Promise<Page> {
    const page = new Page(browser)
    const { doc } = await page.together.open()
    const plugins = page.together.plugin().plugins({ getView: () => null, element: {} as HTMLElement, numbers: () => ({ nodes: [], byKey: new Map() }), goTo: () => false })
    // what draws needs a screen
    page.state = EditorState.create({ doc: Node.fromJSON(editorSchema, doc), plugins: plugins.slice(0, 3) })
    page.together.attach(page)
    await page.together.sync()
    return page
  }

  dispatch = (tr: Parameters<EditorState['apply']>[0]): void => {
    const before = this.state
    this.updateState(before.applyTransaction(tr).state)
    this.together.changed(this, before)
  }
  updateState = (state: EditorState): void => void (this.state = state)

  place(at: number, doc = this.state.doc): number {
    const found = findKey(doc, this.browser.server.keys[at] ?? '')
    if (found === null) throw new Error(`no article ${at}`)
    return found.pos
  }
  type(at: number, words: string): void {
    this.dispatch(this.state.tr.insert(this.place(at) + 2, editorSchema.text(words)))
  }
  text(): string {
    return this.state.doc.textContent
  }
  /** Everything on its way has arrived. */
  settled = (): Promise<void> =>
    vi.waitFor(() => {
      const { status } = this.together.state
      if (status !== 'saved') throw new Error(`the page is not done: ${status}`)
    }, { timeout: 3_000, interval: 2 })
  /** Killed: nothing more is said to anybody. */
  crash(): void {
    this.browser.tabs.living.delete(this.together.clientId)
    this.together.close()
  }
}

const newBrowser = (): Browser => ({ server: new FakeServer(), store: new MemoryStore(), tabs: new Tabs() })
const inside = (server: FakeServer, at: number): number => (findKey(server.doc, server.keys[at] ?? '')?.pos ?? Number.NaN) + 2
const typedBy = (server: FakeServer, at: number, words: string) => (tr: Transform) => tr.insert(inside(server, at), editorSchema.text(words))
const takenOut = (server: FakeServer, at: number) => (tr: Transform) => tr.delete(inside(server, at) - 2, inside(server, at) - 2 + (server.doc.nodeAt(inside(server, at) - 2)?.nodeSize ?? 0))

afterEach(() => {
  for (const page of pages.splice(0)) page.together.close()
})

describe('what is typed', () => {
  test('is kept before it is sent, sent, and no longer kept when it is acknowledged', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    let keptAtSending: UnsentRecord[] = []
    const send = browser.server.send
    browser.server.send = (batch) => ((keptAtSending = [...browser.store.records.values()]), send(batch))
    const again = await Page.open({ ...browser })
    again.type(1, '全面')
    await again.settled()
    expect(keptAtSending).toMatchObject([{ version: 0, steps: [{ kind: 'edit' }], units: [{ label: '第二条', words: '全面本条例适用于本市行政区域。' }] }])
    expect(browser.server.doc.textContent).toContain('全面本条例')
    expect(browser.store.records.size).toBe(0)
    await vi.waitFor(() => expect(page.text()).toContain('全面本条例'))
  })

  test('goes one batch at a time, and together with what others write', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    for (let n = 0; n < 30; n += 1) {
      page.type(n % 4, `我${n}`)
      if (n % 3 === 0) await browser.server.other(typedBy(browser.server, (n + 1) % 4, `他${n}`))
    }
    await page.settled()
    expect(page.state.doc.eq(browser.server.doc)).toBe(true)
    for (let n = 0; n < 30; n += 1) expect(page.text()).toContain(`我${n}`)
    expect(browser.server.rows).toHaveLength(40)
    expect(browser.server.sent.every(({ steps }) => steps.length > 0)).toBe(true)
  })

  test('is taken once though the answer was lost', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.server.line = ['down']
    browser.server.mute = true
    page.type(0, '一次')
    await vi.waitFor(() => expect(page.together.state).toMatchObject({ status: 'unsent', connected: false }))
    page.type(0, '再写')
    await page.together.sync()
    await page.settled()
    expect(browser.server.doc.textContent.match(/一次/gu)).toHaveLength(1)
    expect(page.state.doc.eq(browser.server.doc)).toBe(true)
    expect(browser.server.sent.slice(0, 2).map(({ batch }) => batch)).toEqual([browser.server.sent[0]?.batch, browser.server.sent[0]?.batch])
  })

  test('stays here without a line, however long, and goes when it is back', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.server.cut = true
    page.type(0, '离线一')
    page.type(2, '离线二')
    await vi.waitFor(() => expect(page.together.state).toMatchObject({ status: 'unsent', unsent: 2, connected: false }))
    await browser.server.other(typedBy(browser.server, 0, '在线'))
    expect([...browser.store.records.values()]).toMatchObject([{ steps: [{}, {}], units: [{ label: '第一条' }, { label: '第三条' }] }])
    browser.server.cut = false
    await page.together.sync()
    await page.settled()
    expect(page.state.doc.eq(browser.server.doc)).toBe(true)
    for (const words of ['离线一', '离线二', '在线']) expect(browser.server.doc.textContent).toContain(words)
  })

  test('is said to be here only where the browser has no room for a copy', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.store.full = true
    page.type(0, '无处留存')
    await vi.waitFor(() => expect(page.together.state.keeps).toBe(false))
    await page.settled()
    expect(browser.server.doc.textContent).toContain('无处留存')
  })

  test('is not disturbed while an input method composes', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    page.composing = true
    await browser.server.other(typedBy(browser.server, 1, '他人'))
    await page.together.sync()
    expect(page.text()).not.toContain('他人')
    page.composing = false
    await page.together.sync()
    expect(page.text()).toContain('他人')
  })
})

describe('what a page left that was killed', () => {
  const leave = async (browser: Browser, ...words: string[]): Promise<void> => {
    const page = await Page.open(browser)
    browser.server.cut = true
    for (const [at, one] of words.entries()) page.type(at, one)
    await vi.waitFor(() => expect([...browser.store.records.values()][0]?.steps).toHaveLength(words.length))
    page.crash()
    browser.server.cut = false
  }

  test('is typed again by the next one and sent', async () => {
    const browser = newBrowser()
    await leave(browser, '昨天', '夜里')
    const page = await Page.open(browser)
    expect(page.together.state.broughtBack).toBe(1)
    await page.settled()
    expect(browser.server.doc.textContent).toMatch(/昨天为了[\s\S]*夜里本条例/u)
    expect(browser.store.records.size).toBe(0)
  })

  test('follows a text that went on meanwhile', async () => {
    const browser = newBrowser()
    await leave(browser, '昨天')
    await browser.server.other(takenOut(browser.server, 2))
    await browser.server.other(typedBy(browser.server, 0, '新'))
    const page = await Page.open(browser)
    await page.settled()
    expect(browser.server.doc.textContent).toContain('昨天')
    expect(page.state.doc.eq(browser.server.doc)).toBe(true)
  })

  test('is not typed twice when the server had taken it', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.server.line = ['down']
    browser.server.mute = true
    page.type(0, '已到')
    await vi.waitFor(() => expect(page.together.state.connected).toBe(false))
    browser.server.cut = true
    page.type(1, '未到')
    await vi.waitFor(() => expect([...browser.store.records.values()][0]?.steps).toHaveLength(2))
    page.crash()
    browser.server.cut = false
    await (await Page.open(browser)).settled()
    expect(browser.server.doc.textContent.match(/已到/gu)).toHaveLength(1)
    expect(browser.server.doc.textContent.match(/未到/gu)).toHaveLength(1)
  })

  test('is left to a tab that lives, and taken over by one tab only when it has gone', async () => {
    const browser = newBrowser()
    const first = await Page.open(browser)
    browser.server.cut = true
    first.type(0, '第一个窗口')
    await vi.waitFor(() => expect(browser.store.records.size).toBe(1))
    browser.server.cut = false
    const second = await Page.open(browser)
    expect(second.text()).not.toContain('第一个窗口')
    await first.together.sync()
    await first.settled()
    await vi.waitFor(() => expect(second.text()).toContain('第一个窗口'))
    expect(browser.server.doc.textContent.match(/第一个窗口/gu)).toHaveLength(1)
  })

  test.each<[string, (browser: Browser) => void | Promise<void>, string]>([
    ['the article was taken out', (browser) => browser.server.other(takenOut(browser.server, 0)), 'clash'],
    ['the server was restored to an earlier version', async (browser) => { browser.server.rows = [] }, 'gone'],
    ['the text was closed', (browser) => { browser.server.open = false }, 'closed'],
    ['the article is held by somebody else', (browser) => { browser.server.leases = [{ articleKey: browser.server.keys[0] ?? '', personId: '乙', personName: '乙', clientId: 'other', takenAt: '', expiresAt: '2999-01-01T00:00:00Z' }] }, 'held'],
  ])('waits for the person when %s', async (_, change, reason) => {
    const browser = newBrowser()
    await browser.server.other(typedBy(browser.server, 3, '先有'))
    await leave(browser, '昨天')
    await change(browser)
    const before = browser.server.doc
    const page = await Page.open(browser)
    expect(page.together.state.status).toBe('decide')
    expect(page.together.entries()).toMatchObject([{ reason, unit: { label: '第一条', words: '昨天为了规范养犬行为，制定本条例。' } }])
    expect(browser.server.doc.eq(before)).toBe(true)
    expect([...browser.store.records.values()]).toMatchObject([{ parked: { reason } }])
  })
})

describe('what no longer fits', () => {
  const clash = async (): Promise<{ browser: Browser; page: Page }> => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.server.cut = true
    page.type(1, '我改的')
    page.type(2, '这条无事')
    await browser.server.other(takenOut(browser.server, 1))
    browser.server.cut = false
    await page.together.sync()
    await vi.waitFor(() => expect(page.together.state.status).toBe('decide'))
    return { browser, page }
  }

  test('is laid beside the server’s text; the rest goes its way', async () => {
    const { browser, page } = await clash()
    expect(page.together.entries()).toMatchObject([{ theirs: null, reason: 'clash', unit: { label: '第二条', words: '我改的本条例适用于本市行政区域。' } }])
    await vi.waitFor(() => expect(browser.server.doc.textContent).toContain('这条无事'))
    expect([...browser.store.records.values()].filter(({ parked }) => parked !== null)).toHaveLength(1)
  })

  test('is put back as an edit when the person says so', async () => {
    const { browser, page } = await clash()
    const [entry] = page.together.entries()
    expect(await page.together.takeMine(entry?.recordId ?? '', entry?.unit.key ?? '')).toBe(true)
    await page.settled()
    expect(browser.server.doc.textContent).toMatch(/为了规范[\s\S]*我改的本条例[\s\S]*这条无事养犬/u)
    expect(browser.store.records.size).toBe(0)
  })

  test('goes only by the person’s word, and outlives the page until then', async () => {
    const { browser, page } = await clash()
    await page.together.sync()
    page.crash()
    const next = await Page.open(browser)
    expect(next.together.entries()).toHaveLength(1)
    const [entry] = next.together.entries()
    await next.together.drop(entry?.recordId ?? '', entry?.unit.key ?? '')
    expect([next.together.entries(), browser.store.records.size]).toEqual([[], 0])
    expect(browser.server.doc.textContent).not.toContain('我改的')
  })

  test('because the text was closed meanwhile: the editor shows the server’s, the words wait', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.server.open = false
    page.type(0, '晚了')
    await vi.waitFor(() => expect(page.together.state).toMatchObject({ status: 'decide', open: false, may: { write: false } }))
    expect(page.text()).not.toContain('晚了')
    expect(page.together.entries()).toMatchObject([{ reason: 'closed', theirs: '为了规范养犬行为，制定本条例。', unit: { words: '晚了为了规范养犬行为，制定本条例。' } }])
    expect(await page.together.takeMine(page.together.entries()[0]?.recordId ?? '', page.together.entries()[0]?.unit.key ?? '')).toBe(false)
  })

  test('because somebody took the article a moment before: only its words wait, what was typed elsewhere goes', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.server.leases = [{ articleKey: browser.server.keys[1] ?? '', personId: '乙', personName: '乙', clientId: 'other', takenAt: '', expiresAt: '2999-01-01T00:00:00Z' }]
    page.type(1, '我的')
    page.type(2, '别处的')
    await vi.waitFor(() => expect(page.together.state.status).toBe('decide'))
    await vi.waitFor(() => expect(browser.server.doc.textContent).toContain('别处的养犬应当登记'))
    expect(page.together.entries()).toMatchObject([{ reason: 'held', unit: { label: '第二条', words: '我的本条例适用于本市行政区域。' } }])
    expect(browser.server.doc.textContent).not.toContain('我的')
    browser.server.leases = []
    page.together.company.set({ people: [], leases: [] }, '甲')
    expect(await page.together.takeMine(page.together.entries()[0]?.recordId ?? '', browser.server.keys[1] ?? '')).toBe(true)
    await page.settled()
    expect(browser.server.doc.textContent).toContain('我的本条例')
  })

  test('what is typed while the server’s text is fetched is not lost either', async () => {
    const browser = newBrowser()
    const pages: Page[] = []
    const read = browser.server.read
    browser.server.read = async () => {
      const view = await read()
      pages[0]?.type(2, '读取时写的')
      return view
    }
    const page = await Page.open(browser)
    pages.push(page)
    browser.server.open = false
    page.type(0, '之前写的')
    await vi.waitFor(() => expect(page.together.entries()).toHaveLength(2))
    expect(page.together.entries().map(({ unit }) => unit.words.slice(0, 5))).toEqual(['之前写的为', '读取时写的'])
  })

  test('title, signature and a new article are put back where they were', async () => {
    const browser = newBrowser()
    const page = await Page.open(browser)
    browser.server.open = false
    const fresh = editorSchema.nodes.article.create({ key: 'fresh' }, editorSchema.nodes.clause.create(null, editorSchema.text('新增的一条。')))
    page.dispatch(page.state.tr.insert(page.place(1), fresh).insert(1, editorSchema.text('新')))
    await vi.waitFor(() => expect(page.together.entries()).toHaveLength(2))
    browser.server.open = true
    page.crash()
    const next = await Page.open(browser)
    for (const { recordId, unit } of next.together.entries()) expect(await next.together.takeMine(recordId, unit.key)).toBe(true)
    await next.settled()
    expect(browser.server.doc.textContent).toMatch(/^新某市[\s\S]*制定本条例。新增的一条。本条例适用/u)
  })
})

test('an article that somebody else holds is not typed into, and the person is told who', async () => {
  const browser = newBrowser()
  browser.server.leases = [{ articleKey: browser.server.keys[1] ?? '', personId: '乙', personName: '乙', clientId: 'other', takenAt: '', expiresAt: '2999-01-01T00:00:00Z' }]
  const page = await Page.open(browser)
  page.type(1, '不行')
  expect(page.text()).not.toContain('不行')
  expect(page.together.company.held?.lease.personName).toBe('乙')
  page.type(2, '可以')
  await page.settled()
  await browser.server.other(typedBy(browser.server, 1, '乙写的'))
  await vi.waitFor(() => expect(page.text()).toContain('乙写的'))
})

test.each<[number, unknown, string]>([
  [409, { reason: 'moved' }, 'moved'],
  [409, { reason: 'held', detail: '正由张某修改' }, 'held'],
  [413, {}, 'too-large'],
  [422, {}, 'unfit'],
  [404, {}, 'not-allowed'],
  [401, {}, 'wait'],
  [503, {}, 'wait'],
  [429, {}, 'wait'],
  [409, { type: '/problems/duplicate-request' }, 'wait'],
])('an answer of %i with %j means %s', (status, body, meaning) => {
  const refused = refusalOf(status, body)
  expect(refused instanceof StepsRefused ? refused.reason : refused instanceof NotReached ? 'wait' : 'failed').toBe(meaning)
})

test('a step comes back from the store as it went in', () => {
  const step = new Transform(draftDocument(parseText(TEXT))).insert(1, editorSchema.text('字')).steps[0]
  expect(Step.fromJSON(editorSchema, structuredClone(step?.toJSON())).toJSON()).toEqual(step?.toJSON())
})
