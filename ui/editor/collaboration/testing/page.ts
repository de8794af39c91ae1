/** A draft, its authority in memory and pages that have it open: what the tests of working together are made of. */
import { EditorState } from 'prosemirror-state'
import { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { vi } from 'vitest'
import { applySteps, draftDocument, findKey, keyOf } from '../../../../law/drafting/index.ts'
import { editorSchema, parseText } from '../../../../law/text/index.ts'
import { Collaboration } from '../collaboration.ts'
import { type Batch, type DraftEvent, type DraftServer, type DraftView, type Lease, NotReached, type StepRow, StepsRefused } from '../draft-server.ts'
import type { TabLocks, UnsentRecord, UnsentStore } from '../unsent-store.ts'

export const TEXT = ['某市养犬管理条例', '第一条　为了规范养犬行为，制定本条例。', '第二条　本条例适用于本市行政区域。', '第三条　养犬应当登记。', '第四条　本条例自公布之日起施行。'].join('\n')
const MAY = { write: true, keep: true, restore: true, release: false, comment: true }

/** The authority as it is, in memory, behind a line that can be cut at either end. */
export class FakeServer implements Pick<DraftServer, 'read' | 'send' | 'since'> {
  doc: Node
  rows: StepRow[] = []
  leases: Lease[] = []
  open = true
  /** this person may no longer open the draft */
  barred = false
  /** what becomes of the next calls: `up` the request is lost, `down` the answer is */
  line: ('ok' | 'up' | 'down')[] = []
  cut = false
  /** the stream says nothing */
  mute = false
  sent: Batch[] = []
  /** how often the text was asked for or written to */
  calls = 0
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
    this.calls += 1
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
  read = (): Promise<DraftView> =>
    this.#answer(() => {
      if (this.barred) throw new StepsRefused('not-allowed', '')
      return this.view()
    })
  since = (version: number) => this.#answer(() => ({ version: this.version, gone: version > this.version, steps: this.rows.filter((row) => row.version > version) }))
  send = (batch: Batch) =>
    this.#answer(() => {
      this.sent.push(batch)
      const before = this.rows.filter((row) => row.clientId === batch.clientId && row.batch === batch.batch)
      if (before.length > 0) return { version: before.at(-1)?.version ?? 0, repeated: true }
      if (this.barred) throw new StepsRefused('not-allowed', '您不能修改')
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

export type Browser = { server: FakeServer; store: MemoryStore; tabs: Tabs }
const pages: Page[] = []
let opened = 0

/** A page with the draft open: an editor without a screen. */
export class Page {
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
        read: server.read, send: server.send, since: server.since, listen: (event, link) => server.listen(event, link), company: async () => (server.barred ? Promise.reject(new StepsRefused('not-allowed', '')) : server.view()), sayWhere: quiet, leave: () => undefined,
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

export const newBrowser = (): Browser => ({ server: new FakeServer(), store: new MemoryStore(), tabs: new Tabs() })
export const inside = (server: FakeServer, at: number): number => (findKey(server.doc, server.keys[at] ?? '')?.pos ?? Number.NaN) + 2
export const typedBy = (server: FakeServer, at: number, words: string) => (tr: Transform) => tr.insert(inside(server, at), editorSchema.text(words))
export const takenOut = (server: FakeServer, at: number) => (tr: Transform) => tr.delete(inside(server, at) - 2, inside(server, at) - 2 + (server.doc.nodeAt(inside(server, at) - 2)?.nodeSize ?? 0))

/** After each test: every page is closed. */
export function closePages(): void {
  for (const page of pages.splice(0)) page.together.close()
}
