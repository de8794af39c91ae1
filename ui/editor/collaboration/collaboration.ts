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
import { Node } from 'prosemirror-model'
import { type EditorState, Plugin } from 'prosemirror-state'
import { keysInRange, touchedKeys } from '../../../law/drafting/index.ts'
import { editorSchema, type EditorNode } from '../../../law/text/index.ts'
import type { EditorPlugin } from '../editor-plugin.ts'
import { type CollaborationOptions, type CollaborationState, type MergeEntry, PARKED_SENTENCES } from './collaboration-state.ts'
import type { Company } from './company.ts'
import { companyPlugin } from './company-plugin.ts'
import { type DraftEvent, type DraftView, NotReached, StepsRefused } from './draft-server.ts'
import { KeptWords } from './kept-words.ts'
import { ParkedWords } from './parked-words.ts'
import { ServerLine } from './server-line.ts'
import { Standing, type View } from './standing.ts'
import type { UnitKey } from './units.ts'
import { watchPage } from './watch-page.ts'

const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 30_000] as const
const POLL_MS = 5_000
const GATHER_MS = 300

export class Collaboration {
  readonly #standing: Standing
  readonly #kept: KeptWords
  readonly #parked: ParkedWords
  readonly #line: ServerLine
  #working: Promise<void> | null = null
  #wanted = false
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | null = null
  #poll: ReturnType<typeof setInterval> | null = null
  #gather: ReturnType<typeof setTimeout> | null = null
  #stream: 'opening' | 'open' | 'lost' = 'opening'
  #stopListening: () => void = () => undefined
  #stopWatching: () => void = () => undefined
  readonly #hearers = new Set<(event: DraftEvent) => void>()

  constructor(options: CollaborationOptions) {
    const standing = new Standing(options)
    const keep = (): Promise<void> => this.#kept.keep()
    this.#standing = standing
    this.#parked = new ParkedWords({ standing, keep })
    this.#line = new ServerLine({ standing, keep, park: (reason, sentence) => this.#parked.park(reason, sentence), lost: (before) => this.#parked.parkWhatWasLost(before), overtaken: (before) => this.#parked.keepWhatOthersWrote(before) })
    standing.subscribe(() => { if (standing.state.barred) this.#fallSilent() })
    this.#kept = new KeptWords({ standing, rowsSince: this.#line.rowsSince, readParked: () => this.#parked.read(), typed: () => this.#typed() })
  }

  get clientId(): string {
    return this.#standing.clientId
  }
  get company(): Company {
    return this.#standing.company
  }
  get state(): CollaborationState {
    return this.#standing.state
  }
  get version(): number {
    return this.#standing.version
  }

  /** Called whenever the state, the people or the leases change; gives back what ends it. */
  subscribe(listener: () => void): () => void {
    return this.#standing.subscribe(listener)
  }

  /** Hear what the stream tells: comments, snapshots and reasons that changed, an article that is asked for. */
  hear(hearer: (event: DraftEvent) => void): () => void {
    this.#hearers.add(hearer)
    return () => void this.#hearers.delete(hearer)
  }

  /** What is to be done before the editor begins anew with a text that was read again: unsent words did not fit, or the server was restored. */
  onReadAgain(act: (draft: DraftView) => void): void {
    this.#standing.readAgain = act
  }

  /** Fetch the draft, and take over what earlier pages of this person could not send. Throws what the server says when it is not reached. */
  async open(): Promise<{ draft: DraftView; doc: EditorNode }> {
    const standing = this.#standing
    const { server, locks } = standing.options
    const draft = await server.read()
    standing.confirmed = Node.fromJSON(editorSchema, draft.doc)
    standing.version = draft.version
    standing.person = draft.person
    standing.title = draft.title
    standing.stands(draft)
    await locks.hold(standing.clientId).catch(() => undefined)
    await this.#kept.takeOver()
    this.#listen()
    return { draft, doc: standing.confirmed.toJSON() as EditorNode }
  }

  /** For the editor. One editor at a time. */
  plugin(): EditorPlugin {
    return { name: 'collaboration', plugins: () => [this.#standing.newCollab(), this.#watch(), this.#guard(), companyPlugin(this.company)] }
  }

  /** The page goes: presence and holds are given back, what is unsent stays. */
  close(): void {
    const standing = this.#standing
    if (standing.closed) return
    standing.closed = true
    this.#fallSilent()
    this.#stopWatching()
    standing.company.leave()
    standing.view = null
  }

  /** Nothing more is heard, asked or sent. */
  #fallSilent(): void {
    this.#stopListening()
    if (this.#retry !== null) clearTimeout(this.#retry)
    if (this.#poll !== null) clearInterval(this.#poll)
    if (this.#gather !== null) clearTimeout(this.#gather)
  }

  /** Try now, and hear what is new: on `online`, or when the person asks. */
  async sync(): Promise<void> {
    if (this.state.barred) return
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
    this.#standing.view = view
    this.#standing.share(view)
    queueMicrotask(() => {
      this.#kept.typeAgain()
      void this.sync()
    })
  }

  /** The editor has another state. Called by the plugin. */
  changed(now: View, before: EditorState): void {
    if (now.state.doc !== before.doc && this.#standing.unsent() !== null) this.#typed()
    this.company.moved(now.state, this.version)
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

  #typed(): void {
    if (this.state.status === 'saved') this.#standing.tell({ status: 'unsent' })
    void this.#kept.keep()
    // with no line it is tried again when its time has come
    if (this.#retry !== null) return
    this.#gather ??= setTimeout(() => {
      this.#gather = null
      void this.sync()
    }, this.#standing.options.gatherMs ?? GATHER_MS)
  }

  // ── the server ──

  #listen(): void {
    const { server, pollMs = POLL_MS } = this.#standing.options
    this.#stopListening = server.listen((event) => this.#heard(event), (open) => this.#linked(open))
    // while the stream is down it is asked; and every so often it is said that one is still here
    this.#poll = setInterval(() => {
      if (this.#stream !== 'open') void this.sync()
      this.company.beat(this.version)
      void this.#kept.lookForOrphans(() => this.sync())
    }, pollMs)
    this.#stopWatching = watchPage({ gone: () => this.company.leave(), online: () => void this.sync() })
  }

  #heard(event: DraftEvent): void {
    if (event.kind === 'steps' ? event.version > this.version : event.kind === 'missed') void this.sync()
    if (event.kind === 'missed' || (event.kind === 'changed' && (event.what === 'leases' || event.what === 'snapshots'))) void this.#readCompany()
    this.company.heard(event)
    for (const hear of this.#hearers) hear(event)
  }

  #linked(open: boolean): void {
    // the first time the draft has just been read
    if (open && this.#stream === 'lost') {
      void this.sync()
      void this.#readCompany()
    }
    this.#stream = open ? 'open' : 'lost'
  }

  async #readCompany(): Promise<void> {
    const standing = this.#standing
    try {
      const company = await standing.options.server.company()
      if (!standing.closed) standing.stands(company)
    } catch (error) {
      // not reached: what is known stays until the line is back
      if (!(error instanceof StepsRefused) || error.reason !== 'not-allowed' || standing.closed) return
      await this.#parked.park('not-allowed', PARKED_SENTENCES['not-allowed'])
    }
  }

  /** One at a time; asked meanwhile, it goes round once more. */
  #work(): Promise<void> {
    this.#working ??= this.#round().finally(() => {
      this.#working = null
      if (this.#wanted && !this.#standing.closed && this.#retry === null) void this.#work()
    })
    return this.#working
  }

  async #round(): Promise<void> {
    while (this.#wanted && !this.#standing.closed) {
      this.#wanted = false
      try {
        await this.#kept.keep()
        await this.#line.sendAll()
        await this.#line.pull()
        await this.#kept.keep()
        this.#failures = 0
        this.#standing.settle()
      } catch (error) {
        if (error instanceof StepsRefused) await this.#parked.park(error.reason === 'moved' ? 'clash' : error.reason, error.message)
        else if (error instanceof NotReached) this.#later(error)
        else {
          // a text that cannot be followed is read anew; what is unsent is laid beside it
          await this.#parked.park('unfit', PARKED_SENTENCES.unfit)
          throw error
        }
      }
    }
  }

  #later(error: NotReached): void {
    const waits = this.#standing.options.retryMs ?? RETRY_MS
    const wait = waits[Math.min(this.#failures, waits.length - 1)] ?? 1_000
    this.#failures += 1
    const { state } = this.#standing
    this.#standing.tell({ signedOut: error.signedOut, connected: false, status: state.parked.length > 0 ? 'decide' : this.#standing.unsent() !== null ? 'unsent' : state.status })
    this.#retry ??= setTimeout(() => void this.sync(), wait)
  }

  // ── what the person decides ──

  /** Each passage that waits, with what the server has in its place now. */
  entries(): MergeEntry[] {
    return this.#parked.entries()
  }

  /** Put the person's words in, as an edit of now. False where the text cannot be edited or somebody holds the article: the passage goes on waiting. */
  takeMine(recordId: string, key: UnitKey): Promise<boolean> {
    return this.#parked.takeMine(recordId, key)
  }

  /** The person's word that the server's text is to stay: only now their passage is thrown away. */
  drop(recordId: string, key: UnitKey): Promise<void> {
    return this.#parked.drop(recordId, key)
  }

  /** The article in which the caret stands, for a hold. */
  articleHere(): string | null {
    const { view } = this.#standing
    if (view === null) return null
    const { head } = view.state.selection
    return keysInRange(view.state.doc, head, head).at(-1) ?? null
  }
}
