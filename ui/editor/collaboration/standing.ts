/** What this page knows of the draft: the text that the server has, the editor over it, and what is told of both. */
import { collab, sendableSteps } from 'prosemirror-collab'
import type { Node } from 'prosemirror-model'
import { EditorState, Selection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { findKey, keyOf } from '../../../law/drafting/index.ts'
import { editorSchema } from '../../../law/text/index.ts'
import type { EditorChange } from '../editor-plugin.ts'
import { type CollaborationOptions, type CollaborationState, NOT_YET_READ } from './collaboration-state.ts'
import { Company } from './company.ts'
import type { DraftCompany, DraftView } from './draft-server.ts'

/** What of the editor is needed: tests have one without a page. */
export type View = Pick<EditorView, 'state' | 'dispatch' | 'updateState' | 'composing'> & { dom?: HTMLElement }

export class Standing {
  readonly options: CollaborationOptions
  readonly clientId: string
  readonly company: Company
  view: View | null = null
  collab = collab({ version: 0 })
  /** the document without what is unsent, at `version` */
  confirmed: Node = editorSchema.node('doc', { form: 'articles' })
  version = 0
  person = { id: '', name: '' }
  title = ''
  batch = { version: -1, id: '' }
  closed = false
  /** told before the editor begins anew with a text that was read again */
  readAgain: (draft: DraftView) => void = () => undefined
  #state: CollaborationState = NOT_YET_READ
  readonly #listeners = new Set<() => void>()

  constructor(options: CollaborationOptions) {
    this.options = options
    this.clientId = options.clientId ?? crypto.randomUUID()
    this.company = new Company({ server: options.server, clientId: this.clientId, changed: () => this.tell() })
  }

  get state(): CollaborationState {
    return this.#state
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  tell(change: Partial<CollaborationState> = {}): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }

  now = (): string => (this.options.now?.() ?? new Date()).toISOString()
  recordId = (clientId: string): string => `${this.options.draftId}:${this.person.id}:${clientId}`
  isComposing = (): boolean => this.view?.composing === true
  /** What the server has not acknowledged; null where there is nothing. */
  unsent = (): ReturnType<typeof sendableSteps> => (this.view === null ? null : sendableSteps(this.view.state))

  /** Who is there and what this person may do now. */
  stands(company: DraftCompany | DraftView): void {
    const { open, may, state, stateLabel } = company
    this.company.set(company, this.person.id)
    this.tell({ open, may, projectState: state, stateLabel })
  }

  /** The draft went on to others: this person sees what arrived last, and nothing more. */
  bar(): void {
    this.company.set({ people: [], leases: [] }, this.person.id)
    this.tell({ barred: true, may: NOT_YET_READ.may })
  }

  /** Says what became of the last round with the server. */
  settle(): void {
    this.tell({ connected: true, signedOut: false, status: this.#state.parked.length > 0 ? 'decide' : this.unsent() !== null ? 'unsent' : 'saved' })
  }

  newCollab(): typeof this.collab {
    this.collab = collab({ version: this.version, clientID: this.clientId })
    return this.collab
  }

  /** Where nothing is unsent both documents say the same: sharing their nodes, they are compared with every key at no cost. */
  share({ state: { doc } }: View): void {
    if (doc !== this.confirmed && doc.eq(this.confirmed)) this.confirmed = doc
  }

  /** The editor begins anew with the server's text: what could be undone is forgotten, the caret stays where it can. */
  showConfirmed(view: View): void {
    const before = this.collab
    const fresh = this.newCollab()
    const plugins = view.state.plugins.map((plugin) => (plugin === before ? fresh : plugin))
    this.batch = { version: -1, id: '' }
    view.updateState(EditorState.create({ doc: this.confirmed, plugins, selection: selectionIn(this.confirmed, view.state.selection) }))
    view.dom?.dispatchEvent(new CustomEvent<EditorChange>('editor-change', { bubbles: true, detail: { doc: this.confirmed, transactions: [] } }))
  }
}

/** The caret in another text: as far into the provision of the same key, so that whoever types on does not type elsewhere. */
function selectionIn(doc: Node, { $head }: Selection): Selection {
  for (let depth = $head.depth; depth > 0; depth -= 1) {
    const key = keyOf($head.node(depth))
    const found = key === '' ? null : findKey(doc, key)
    if (found !== null) return Selection.near(doc.resolve(Math.min(found.pos + $head.pos - $head.before(depth), found.pos + found.node.nodeSize - 1)), -1)
  }
  return Selection.near(doc.resolve(Math.min($head.pos, doc.content.size)))
}
