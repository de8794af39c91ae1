/**
 * Several people at one draft, from the browser's side: one batch on its way at a time, sent again after a lost answer;
 * what the server has not acknowledged is kept in the browser before it is sent, and nothing of it is thrown away without
 * the person's word.
 *
 *   const together = new Collaboration({ draftId, server: httpServer(draftId), store: browserStore, locks: browserLocks })
 *   const { doc } = await together.open()
 *   <law-editor .doc=${doc} .plugins=${[together.plugin(), …]} ?readonly=${!together.state.may.write}>
 *   together.subscribe(() => this.requestUpdate())   // status, people, leases, what waits for a decision
 *   together.close()                                  // the page goes
 */
import { collab, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import { Node } from 'prosemirror-model'
import { EditorState, Plugin } from 'prosemirror-state'
import { Step } from 'prosemirror-transform'
import type { EditorView } from 'prosemirror-view'
import { keysInRange, touchedKeys } from '../../../law/drafting/index.ts'
import { editorSchema, type EditorNode } from '../../../law/text/index.ts'
import type { EditorChange, EditorPlugin } from '../editor-plugin.ts'
import { type CollaborationOptions, type CollaborationState, type MergeEntry, NOT_YET_READ, PARKED_SENTENCES } from './collaboration-state.ts'
import { actOf, toKept, withAct, withRows } from './acts.ts'
import { Company } from './company.ts'
import { type DraftEvent, type DraftView, type KeptStep, NotReached, type StepRow, StepsRefused } from './draft-server.ts'
import { companyPlugin } from './company-plugin.ts'
import { fitRecord, type FittedRecord, stepOf } from './fit-record.ts'
import { changedUnits, keepUnits, type KeptUnit, stepForUnit, type UnitKey, wordsInDocument } from './units.ts'
import type { ParkedReason, UnsentRecord } from './unsent-store.ts'
import { watchPage } from './watch-page.ts'

/** What of the editor is needed: tests have one without a page. */
type View = Pick<EditorView, 'state' | 'dispatch' | 'updateState' | 'composing'> & { dom?: HTMLElement }

const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 30_000] as const
const POLL_MS = 5_000
const GATHER_MS = 300

export class Collaboration {
  readonly clientId: string
  readonly company: Company
  readonly #options: CollaborationOptions
  readonly #listeners = new Set<() => void>()
  #view: View | null = null
  #collab = collab({ version: 0 })
  /** the document without what is unsent, at `#version` */
  #confirmed: Node = editorSchema.node('doc', { form: 'articles' })
  #version = 0
  #person = { id: '', name: '' }
  #title = ''
  #state: CollaborationState = NOT_YET_READ
  /** steps of earlier pages that fit, to be typed again into the editor when it is there */
  #again: KeptStep[] = []
  /** records that `#again` came from: given up once this tab has written its own */
  #inherited: string[] = []
  #batch = { version: -1, id: '' }
  #working: Promise<void> | null = null
  #wanted = false
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | null = null
  #poll: ReturnType<typeof setInterval> | null = null
  #gather: ReturnType<typeof setTimeout> | null = null
  /** records of tabs that still lived when this one began */
  #waitingFor = new Set<string>()
  #writing: Promise<void> = Promise.resolve()
  #writeIsQueued = false
  #hasRecord = false
  #stream: 'opening' | 'open' | 'lost' = 'opening'
  #stopListening: () => void = () => undefined
  #stopWatching: () => void = () => undefined
  #closed = false

  constructor(options: CollaborationOptions) {
    this.#options = options
    this.clientId = options.clientId ?? crypto.randomUUID()
    this.company = new Company({ server: options.server, clientId: this.clientId, changed: () => this.#tell() })
  }

  get state(): CollaborationState {
    return this.#state
  }
  get version(): number {
    return this.#version
  }

  /** Called whenever the state, the people or the leases change; gives back what ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  #tell(change: Partial<CollaborationState> = {}): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }

  /** Fetch the draft, and take over what earlier pages of this person could not send. Throws what the server says when it is not reached. */
  async open(): Promise<{ draft: DraftView; doc: EditorNode }> {
    const { server, locks } = this.#options
    const draft = await server.read()
    this.#confirmed = Node.fromJSON(editorSchema, draft.doc)
    this.#version = draft.version
    this.#person = draft.person
    this.#title = draft.title
    this.company.set(draft, this.#person.id)
    await locks.hold(this.clientId).catch(() => undefined)
    this.#tell({ open: draft.open, may: draft.may })
    await this.#takeOver()
    this.#listen()
    return { draft, doc: this.#confirmed.toJSON() as EditorNode }
  }

  /** For the editor. One editor at a time. */
  plugin(): EditorPlugin {
    return {
      name: 'collaboration',
      plugins: () => {
        this.#collab = collab({ version: this.#version, clientID: this.clientId })
        return [this.#collab, this.#watch(), this.#guard(), companyPlugin(this.company)]
      },
    }
  }

  /** The page goes: presence and holds are given back, what is unsent stays. */
  close(): void {
    if (this.#closed) return
    this.#closed = true
    this.#stopListening()
    this.#stopWatching()
    if (this.#retry !== null) clearTimeout(this.#retry)
    if (this.#poll !== null) clearInterval(this.#poll)
    if (this.#gather !== null) clearTimeout(this.#gather)
    this.company.leave()
    this.#view = null
  }

  /** Try now, and hear what is new: on `online`, or when the person asks. */
  async sync(): Promise<void> {
    if (this.#retry !== null) clearTimeout(this.#retry)
    this.#retry = null
    this.#wanted = true
    await this.#work()
  }

  // ── the editor ──

  #watch(): Plugin {
    return new Plugin({
      view: (view) => {
        this.attach(view)
        return { update: (now, before) => this.changed(now, before) }
      },
      props: {
        // what others wrote meanwhile is put in when the input method is done
        handleDOMEvents: { compositionend: () => (setTimeout(() => void this.sync()), false) },
      },
    })
  }

  /** The editor is there: what earlier pages left is typed again. Called by the plugin. */
  attach(view: View): void {
    this.#view = view
    queueMicrotask(() => {
      this.#typeAgain()
      void this.sync()
    })
  }

  /** The editor has another state. Called by the plugin. */
  changed(now: View, before: EditorState): void {
    if (now.state.doc !== before.doc && sendableSteps(now.state) !== null) this.#typed()
    this.company.moved(now.state, this.#version)
  }

  /** An article that somebody else holds cannot be typed into: the person is told at once, not when it is sent. */
  #guard(): Plugin {
    return new Plugin({
      filterTransaction: (transaction, state) => {
        const held = this.company.heldByOthers()
        if (!transaction.docChanged || held.size === 0 || transaction.getMeta('rebased') !== undefined) return true
        const keys = transaction.steps.flatMap((step, at) => touchedKeys(step, transaction.docs[at] ?? state.doc, transaction.docs[at + 1] ?? transaction.doc))
        const lease = keys.map((key) => held.get(key)).find((one) => one !== undefined)
        if (lease === undefined) return true
        this.company.tellHeld(lease)
        return false
      },
    })
  }

  #typeAgain(): void {
    const view = this.#view
    if (view === null || this.#again.length === 0) return
    const again = this.#again
    this.#again = []
    for (const kept of again) {
      const { step, ...act } = kept
      view.dispatch(withAct(view.state.tr.step(Step.fromJSON(editorSchema, step)), act))
    }
    this.#typed()
  }

  #typed(): void {
    if (this.#state.status === 'saved') this.#tell({ status: 'unsent' })
    void this.#keep()
    // with no line it is tried again when its time has come
    if (this.#retry !== null) return
    this.#gather ??= setTimeout(() => {
      this.#gather = null
      void this.sync()
    }, this.#options.gatherMs ?? GATHER_MS)
  }

  // ── what stays in the browser ──

  #recordId = (clientId: string): string => `${this.#options.draftId}:${this.#person.id}:${clientId}`

  /** Write down what is unsent as it is now; writes come one after the other. Never throws: a browser without room is said, not hidden. */
  #keep(): Promise<void> {
    if (this.#writeIsQueued) return this.#writing
    this.#writeIsQueued = true
    this.#writing = this.#writing.then(async () => {
      this.#writeIsQueued = false
      const view = this.#view
      if (view === null) return
      const sendable = sendableSteps(view.state)
      const { store, draftId } = this.#options
      const id = this.#recordId(this.clientId)
      const keys = sendable === null ? [] : changedUnits(this.#confirmed, view.state.doc)
      this.#tell({ unsent: sendable === null ? 0 : Math.max(1, keys.length) })
      try {
        if (sendable !== null) {
          const steps = sendable.steps.map((step, at) => toKept(step, actOf(sendable.origins[at] ?? view.state.tr)))
          await store.put({
            id, draftId, personId: this.#person.id, clientId: this.clientId, title: this.#title, version: sendable.version, steps, units: keepUnits(view.state.doc, keys, this.#confirmed), parked: null, keptAt: this.#now(),
          })
          this.#hasRecord = true
          if (!this.#state.keeps) this.#tell({ keeps: true })
        } else if (this.#hasRecord && (this.#state.keeps || this.#state.parked.length === 0)) {
          await store.delete(id)
          this.#hasRecord = false
        }
        // what this tab took over stands in its own record by now
        for (const inherited of this.#again.length === 0 ? this.#inherited.splice(0) : []) await store.delete(inherited)
      } catch {
        this.#tell({ keeps: false })
      }
    })
    return this.#writing
  }

  #now = (): string => (this.#options.now?.() ?? new Date()).toISOString()

  /** What tabs that are gone left: steps that fit are typed again, the rest waits for the person. A tab that lives keeps its own. */
  async #takeOver(): Promise<void> {
    const { store, draftId, locks } = this.#options
    const records = await store.list(draftId, this.#person.id).catch(() => {
      this.#tell({ keeps: false })
      return []
    })
    for (const record of records) {
      if (record.parked !== null || record.clientId === this.clientId || this.#inherited.includes(record.id)) continue
      if (!(await locks.claim(record.clientId).catch(() => true))) {
        this.#waitingFor.add(record.clientId)
        continue
      }
      const fitted = await this.#fit(record)
      if (fitted.kind === 'sent') await store.delete(record.id)
      else if (fitted.kind === 'fits') {
        this.#again.push(...fitted.steps)
        this.#inherited.push(record.id)
        this.#state = { ...this.#state, broughtBack: this.#state.broughtBack + 1 }
      } else await store.put({ ...record, parked: { reason: fitted.reason, sentence: PARKED_SENTENCES[fitted.reason] } })
    }
    await this.#readParked()
  }

  /** Another tab of the person has gone, and may have left something. */
  async #lookForOrphans(): Promise<void> {
    if (this.#waitingFor.size === 0 || this.#again.length > 0 || this.#view === null) return
    this.#waitingFor.clear()
    await this.sync()
    await this.#takeOver()
    this.#typeAgain()
  }

  async #fit(record: UnsentRecord): Promise<FittedRecord> {
    if (!this.#state.may.write) return { kind: 'parked', reason: this.#state.open ? 'not-allowed' : 'closed' }
    const rows = await this.#rowsSince(record.version)
    const unsent = this.#view === null ? [] : (sendableSteps(this.#view.state)?.steps ?? [])
    const ahead = [...unsent, ...this.#again.map(stepOf)]
    const doc = this.#again.map(stepOf).reduce((now, step) => step.apply(now).doc ?? now, this.#view?.state.doc ?? this.#confirmed)
    // the editor gets what is newer by itself
    return fitRecord({ record, rows: rows?.filter(({ version }) => version <= this.#version) ?? null, doc, ahead, held: this.company.heldByOthers() })
  }

  async #readParked(): Promise<void> {
    const { store, draftId } = this.#options
    const records = await store.list(draftId, this.#person.id).catch(() => null)
    if (records === null) return
    const parked = records.filter((record) => record.parked !== null && record.units.length > 0)
    this.#tell({ parked, status: parked.length > 0 ? 'decide' : this.#view !== null && sendableSteps(this.#view.state) !== null ? 'unsent' : 'saved' })
  }

  // ── the server ──

  #listen(): void {
    const { server, pollMs = POLL_MS } = this.#options
    this.#stopListening = server.listen(
      (event) => {
        if (event.kind === 'steps' ? event.version > this.#version : event.kind === 'missed') void this.sync()
        if (event.kind === 'missed' || (event.kind === 'changed' && (event.what === 'leases' || event.what === 'snapshots'))) void this.#readCompany()
        this.company.heard(event)
        for (const hear of this.#hearers) hear(event)
      },
      (open) => {
        // the first time the draft has just been read
        if (open && this.#stream === 'lost') {
          void this.sync()
          void this.#readCompany()
        }
        this.#stream = open ? 'open' : 'lost'
      },
    )
    // while the stream is down it is asked; and every so often it is said that one is still here
    this.#poll = setInterval(() => {
      if (this.#stream !== 'open') void this.sync()
      this.company.beat(this.#version)
      void this.#lookForOrphans()
    }, pollMs)
    this.#stopWatching = watchPage({ gone: () => this.company.leave(), online: () => void this.sync() })
  }

  readonly #hearers = new Set<(event: DraftEvent) => void>()
  /** Hear what the stream tells: comments, snapshots and reasons that changed, an article that is asked for. */
  hear(hearer: (event: DraftEvent) => void): () => void {
    this.#hearers.add(hearer)
    return () => void this.#hearers.delete(hearer)
  }

  async #readCompany(): Promise<void> {
    const company = await this.#options.server.company().catch(() => null)
    if (company === null || this.#closed) return
    this.company.set(company, this.#person.id)
    this.#tell({ open: company.open, may: company.may })
  }

  /** One at a time; asked meanwhile, it goes round once more. */
  #work(): Promise<void> {
    this.#working ??= this.#round().finally(() => {
      this.#working = null
      if (this.#wanted && !this.#closed && this.#retry === null) void this.#work()
    })
    return this.#working
  }

  async #round(): Promise<void> {
    while (this.#wanted && !this.#closed) {
      this.#wanted = false
      try {
        await this.#keep()
        await this.#sendAll()
        await this.#pull()
        await this.#keep()
        this.#failures = 0
        this.#settle()
      } catch (error) {
        if (error instanceof StepsRefused) await this.#park(error.reason === 'moved' ? 'clash' : error.reason, error.message)
        else if (error instanceof NotReached) this.#later(error)
        else {
          // a text that cannot be followed is read anew; what is unsent is laid beside it
          await this.#park('unfit', PARKED_SENTENCES.unfit)
          throw error
        }
      }
    }
  }

  #settle(): void {
    const left = this.#view !== null && sendableSteps(this.#view.state) !== null
    this.#tell({ connected: true, signedOut: false, status: this.#state.parked.length > 0 ? 'decide' : left ? 'unsent' : 'saved' })
  }

  #later(error: NotReached): void {
    const waits = this.#options.retryMs ?? RETRY_MS
    const wait = waits[Math.min(this.#failures, waits.length - 1)] ?? 1_000
    this.#failures += 1
    const left = this.#view !== null && sendableSteps(this.#view.state) !== null
    this.#tell({ signedOut: error.signedOut, connected: false, status: this.#state.parked.length > 0 ? 'decide' : left ? 'unsent' : this.#state.status })
    this.#retry ??= setTimeout(() => void this.sync(), wait)
  }

  async #sendAll(): Promise<void> {
    for (;;) {
      const view = this.#view
      const sendable = view === null ? null : sendableSteps(view.state)
      // the letters of a word that is being composed are nobody's to read; `compositionend` asks again
      if (view === null || sendable === null || this.#closed || this.#isComposing()) return
      // the same batch while the version is the same: the server takes it once, however often it comes
      if (this.#batch.version !== sendable.version) this.#batch = { version: sendable.version, id: crypto.randomUUID() }
      const steps = sendable.steps.map((step, at) => toKept(step, actOf(sendable.origins[at] ?? view.state.tr)))
      if (this.#state.status !== 'decide') this.#tell({ status: 'sending' })
      try {
        const { version, repeated } = await this.#options.server.send({ version: sendable.version, clientId: this.clientId, batch: this.#batch.id, steps })
        if (repeated || version !== sendable.version + steps.length) await this.#pull()
        else this.#receive(steps.map((step, at) => ({ ...step, data: step.data ?? null, authorName: step.authorName ?? null, version: sendable.version + at + 1, clientId: this.clientId, batch: this.#batch.id, personId: this.#person.id, personName: this.#person.name, at: this.#now() })))
      } catch (error) {
        if (!(error instanceof StepsRefused) || error.reason !== 'moved') throw error
        await this.#pull()
      }
      await this.#keep()
    }
  }

  #isComposing = (): boolean => this.#view?.composing === true

  async #rowsSince(version: number): Promise<StepRow[] | null> {
    const rows: StepRow[] = []
    for (;;) {
      const answer = await this.#options.server.since(version + rows.length)
      if (answer.gone) return null
      rows.push(...answer.steps)
      if (answer.steps.length === 0 || version + rows.length >= answer.version) return rows
    }
  }

  async #pull(): Promise<void> {
    // what others wrote would break the word that is being composed; `compositionend` asks again
    if (this.#isComposing() || this.#closed) return
    const rows = await this.#rowsSince(this.#version)
    if (rows === null) return this.#park('gone', PARKED_SENTENCES.gone)
    if (rows.length > 0 && !this.#isComposing()) this.#receive(rows)
  }

  /** Puts rows of the log into the editor, one's own as the acknowledgement of what is there already. */
  #receive(rows: readonly StepRow[]): void {
    const view = this.#view
    const news = rows.filter(({ version }) => version > this.#version)
    if (view === null || news.length === 0) return
    const steps = news.map(stepOf)
    const ids = news.map(({ clientId }) => clientId)
    const before = { confirmed: this.#confirmed, local: view.state.doc, waiting: sendableSteps(view.state)?.steps.length ?? 0 }
    let confirmed = this.#confirmed
    for (const step of steps) confirmed = step.apply(confirmed).doc ?? confirmed
    this.#confirmed = confirmed
    this.#version = news.at(-1)?.version ?? this.#version
    view.dispatch(withRows(receiveTransaction(view.state, steps, ids, { mapSelectionBackward: true }), news))
    const own = ids.filter((id) => id === this.clientId).length
    const after = sendableSteps(view.state)?.steps.length ?? 0
    if (after < before.waiting - own) this.#parkWhatWasLost(before)
  }

  /** Others took out what one's unsent words stood in: they are kept for the person, beside what stands there now. */
  #parkWhatWasLost(before: { confirmed: Node; local: Node }): void {
    const mine = changedUnits(before.confirmed, before.local)
    const theirs = new Set(changedUnits(before.confirmed, this.#confirmed))
    const lost = mine.filter((key) => theirs.has(key))
    void this.#putParked({ reason: 'clash', sentence: PARKED_SENTENCES.clash, units: keepUnits(before.local, lost.length > 0 ? lost : mine, before.confirmed) })
  }

  /** Everything unsent is laid beside the server's text, which the editor then shows. */
  async #park(reason: ParkedReason, sentence: string): Promise<void> {
    const view = this.#view
    if (view === null) return
    const draft = await this.#options.server.read().catch(() => null)
    // from here to the new state nothing may wait: what is typed meanwhile would be in neither
    const before = this.#confirmed
    const units = keepUnits(view.state.doc, changedUnits(before, view.state.doc), before)
    this.#version = draft?.version ?? this.#version
    this.#confirmed = draft === null ? before : Node.fromJSON(editorSchema, draft.doc)
    if (draft !== null) {
      this.company.set(draft, this.#person.id)
      this.#tell({ open: draft.open, may: draft.may })
    } else if (reason === 'not-allowed' || reason === 'closed') this.#tell({ open: false, may: { ...this.#state.may, write: false } })
    // what nobody holds and nobody else touched goes on its way: it was only in one batch with the rest
    const held = this.company.heldByOthers()
    const theirs = new Set(changedUnits(before, this.#confirmed))
    const goesOn = reason === 'held' && draft !== null && held.size > 0 ? units.filter(({ key }) => !held.has(key) && !theirs.has(key)) : []
    const waits = units.filter((unit) => !goesOn.includes(unit))
    const parked = waits.length > 0 ? this.#putParked({ reason, sentence, units: waits }) : Promise.resolve()
    this.#showConfirmed(view)
    for (const unit of goesOn) {
      const step = stepForUnit(view.state.doc, unit)
      if (step !== null) view.dispatch(view.state.tr.step(step))
    }
    // the record of the steps ends when that of the passages is there
    await parked
    await this.#keep()
    this.#settle()
  }

  async #putParked({ reason, sentence, units }: { reason: ParkedReason; sentence: string; units: KeptUnit[] }): Promise<void> {
    const record: UnsentRecord = {
      id: `${this.#recordId(this.clientId)}:${crypto.randomUUID()}`, draftId: this.#options.draftId, personId: this.#person.id, clientId: this.clientId, title: this.#title, version: this.#version, steps: [], units, parked: { reason, sentence }, keptAt: this.#now(),
    }
    this.#tell({ parked: [...this.#state.parked, record], status: 'decide' })
    await this.#options.store.put(record).catch(() => this.#tell({ keeps: false }))
  }

  /** The editor begins anew with the server's text: what could be undone is forgotten, the caret stays where it can. */
  #showConfirmed(view: View): void {
    const fresh = collab({ version: this.#version, clientID: this.clientId })
    const plugins = view.state.plugins.map((plugin) => (plugin === this.#collab ? fresh : plugin))
    this.#collab = fresh
    this.#batch = { version: -1, id: '' }
    view.updateState(EditorState.create({ doc: this.#confirmed, plugins }))
    view.dom?.dispatchEvent(new CustomEvent<EditorChange>('editor-change', { bubbles: true, detail: { doc: this.#confirmed, transactions: [] } }))
  }

  // ── what the person decides ──

  /** Each passage that waits, with what the server has in its place now. */
  entries(): MergeEntry[] {
    const doc = this.#view?.state.doc ?? this.#confirmed
    return this.#state.parked.flatMap(({ id, units, parked }) => units.map((unit) => ({ recordId: id, unit, theirs: wordsInDocument(doc, unit.key), reason: parked?.reason ?? 'clash', sentence: parked?.sentence ?? '' })))
  }

  /** Put the person's words in, as an edit of now. False where the text cannot be edited or somebody holds the article: the passage goes on waiting. */
  async takeMine(recordId: string, key: UnitKey): Promise<boolean> {
    const view = this.#view
    const unit = this.#state.parked.find(({ id }) => id === recordId)?.units.find((one) => one.key === key)
    if (view === null || unit === undefined || !this.#state.may.write) return false
    const step = stepForUnit(view.state.doc, unit)
    if (step !== null) {
      const { doc } = view.state
      view.dispatch(view.state.tr.step(step))
      if (view.state.doc === doc) return false
    }
    await this.#keep()
    await this.drop(recordId, key)
    return true
  }

  /** The person's word that the server's text is to stay: only now their passage is thrown away. */
  async drop(recordId: string, key: UnitKey): Promise<void> {
    const { store } = this.#options
    const parked = this.#state.parked.flatMap((record) => {
      if (record.id !== recordId) return [record]
      const units = record.units.filter((unit) => unit.key !== key)
      return units.length === 0 ? [] : [{ ...record, units }]
    })
    const left = parked.find(({ id }) => id === recordId)
    await (left === undefined ? store.delete(recordId) : store.put(left)).catch(() => this.#tell({ keeps: false }))
    this.#tell({ parked })
    this.#settle()
  }

  /** The article in which the caret stands, for a hold. */
  articleHere(): string | null {
    const view = this.#view
    if (view === null) return null
    const { head } = view.state.selection
    return keysInRange(view.state.doc, head, head).at(-1) ?? null
  }
}
