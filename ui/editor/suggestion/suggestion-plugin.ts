/**
 * 修订模式 in the editor: what the draft would change in its base, drawn over the clean text. The base moves in the order
 * of the server: what others accept, and what oneself accepted once it was taken; one's own acts show at once.
 */
import { closeHistory } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state'
import { Mapping, Step, type StepMap } from 'prosemirror-transform'
import { DecorationSet, type EditorView } from 'prosemirror-view'
import { acceptInto, type Authored, authorOf, type Authorship, authorshipAfter, NO_AUTHORSHIP, rejectSteps, stepsBetween, type Suggestion, suggestionsBetween, taken } from '../../../law/drafting/index.ts'
import { editorSchema, type EditorNode } from '../../../law/text/index.ts'
import { afterRest } from '../after-rest.ts'
import { Aside } from '../aside/aside.ts'
import { actOf, actWithoutWords, authorOfStep, rowsOf, withAct } from '../collaboration/acts.ts'
import type { EditorHandle, EditorPlugin, Shortcut } from '../editor-plugin.ts'
import { hearSelection } from '../hear-selection.ts'
import { messages } from '../../messages/zh.ts'
import { Rejections } from './rejections.ts'
import { suggestionDecorations } from './suggestion-decorations.ts'
import './suggestion.css'

export type ShownSuggestion = Suggestion & { by: string; at: string }

type State = {
  /** the base in the order of the server; null while 修订模式 is off */
  confirmed: Node | null
  /** own acts on the base that the server has not taken yet */
  pending: readonly BaseAct[]
  base: Node | null
  authorship: Authorship
  /** where they stood when they were counted */
  shown: readonly ShownSuggestion[]
  /** what was done since */
  since: readonly StepMap[]
  decorations: DecorationSet
}
/** A suggestion accepted, or 修订模式 turned on (with the text that was there) or off. */
type BaseAct = { accepted: Step } | { tracked: Node | null }
const suggestionsKey = new PluginKey<State>('suggestions')
/** Suggestions of the document as it is, counted beside the page; `true`: to be counted at once. */
const RECOUNT = 'suggestions-recount'
/** Who wrote what, where the editor began anew. */
const AUTHORS = 'suggestions-authors'
/** Quiet for so long before they are counted anew; while several people write, at the latest after so long. */
const QUIET_MS = 200
const LATEST_MS = 1_000

export type SuggestionOptions = {
  tracking: boolean
  base: EditorNode | null
  authored: readonly Authored[]
  person: { name: string }
  clientId: string
  /** told when the list is another */
  changed: (shown: readonly ShownSuggestion[], tracking: boolean) => void
}

/** A step as it came over the network; null where it no longer fits the base. */
function applied(base: Node | null, step: Step): Node | null {
  if (base === null) return null
  try {
    return step.apply(base).doc ?? base
  } catch (error) {
    if (error instanceof RangeError) return base
    throw error
  }
}

/** What the base is behind an act: 修订模式 that is on already begins nothing anew, as at the server. */
function acted(base: Node | null, act: BaseAct): Node | null {
  if ('accepted' in act) return applied(base, act.accepted)
  return act.tracked === null ? null : (base ?? act.tracked)
}

const dataOf = (data: unknown): Readonly<Record<string, unknown>> => (typeof data === 'object' && data !== null ? { ...data } : {})
/** What a row of the log, or an act on its way, does to the base; null where it does nothing. `doc` is the text behind it. */
function baseActOf({ kind, data }: { kind: string; data?: unknown }, doc: Node): BaseAct | null {
  const { baseStep, tracking } = dataOf(data)
  if (kind === 'track') return { tracked: tracking === true ? doc : null }
  return kind !== 'accept' || baseStep === undefined ? null : { accepted: Step.fromJSON(editorSchema, baseStep) }
}

/** Suggestions over the document, and what may be done with them. One for each draft that is opened. */
export class Suggestions {
  readonly #options: SuggestionOptions
  #editor: EditorHandle | null = null
  #told: { shown: readonly ShownSuggestion[]; tracking: boolean | null } = { shown: [], tracking: null }
  readonly #aside = new Aside('suggestions')
  readonly #rest = afterRest({ quietMs: QUIET_MS, latestMs: LATEST_MS, work: () => void this.#recount() })
  readonly #rejections = new Rejections()
  /** the base for an editor that begins anew; undefined: as it was */
  #anew: EditorNode | null | undefined = undefined
  /** moves of the base that take an acceptance back, the last one last */
  readonly #taken: { steps: readonly Step[]; count: number }[] = []

  constructor(options: SuggestionOptions) {
    this.#options = options
  }

  plugin(): EditorPlugin {
    return {
      name: 'suggestions',
      plugins: (editor) => {
        this.#editor = editor
        return [this.#state()]
      },
      shortcuts: this.#shortcuts(),
    }
  }

  get shown(): readonly ShownSuggestion[] {
    const state = this.#view()?.state
    return state === undefined ? [] : (suggestionsKey.getState(state)?.shown ?? [])
  }
  get tracking(): boolean {
    const state = this.#view()?.state
    const held = state === undefined ? undefined : suggestionsKey.getState(state)
    return held === undefined ? this.#options.tracking : isTracking(held)
  }
  get mayTakeBack(): number {
    return this.#taken.at(-1)?.count ?? 0
  }

  #view(): EditorView | null {
    return this.#editor?.getView() ?? null
  }

  #state(): Plugin<State> {
    const { options, plugin } = { options: this.#options, plugin: this }
    return new Plugin<State>({
      key: suggestionsKey,
      state: {
        init: (_config, { doc }) => {
          const { base, authorship } = plugin.#start(options)
          return plugin.#counted({ confirmed: base, pending: [], base, authorship, shown: [], since: [], decorations: DecorationSet.empty }, doc)
        },
        apply: (transaction, state) => plugin.#apply(transaction, state),
      },
      filterTransaction(transaction) {
        plugin.#rejections.sign(transaction)
        return true
      },
      props: { decorations: (state: EditorState) => suggestionsKey.getState(state)?.decorations },
      view: () => {
        plugin.#tell()
        return { update: (view, before) => plugin.#updated(view, before), destroy: () => plugin.#stop() }
      },
    })
  }

  /** What an editor begins with; one that begins anew has the base that the server has by now. */
  #start({ base, authored }: SuggestionOptions): Pick<State, 'base' | 'authorship'> {
    const node = (json: EditorNode | null): Node | null => (json === null ? null : editorSchema.nodeFromJSON(json))
    const view = this.#view()
    const held = view === null ? undefined : suggestionsKey.getState(view.state)
    const anew = this.#anew
    this.#anew = undefined
    // an acceptance of before may not be taken back over another base
    if (held !== undefined) this.#taken.length = 0
    if (anew !== undefined) return { base: node(anew), authorship: NO_AUTHORSHIP }
    return held === undefined ? { base: node(base), authorship: { ...NO_AUTHORSHIP, list: authored } } : { base: held.confirmed, authorship: NO_AUTHORSHIP }
  }

  /** The editor is about to begin anew with the server's text: this is what suggestions in it are measured against. */
  begin(base: EditorNode | null): void {
    this.#anew = base
  }

  /** Whose hand each place of the text is that the editor shows. */
  sign(authored: readonly Authored[]): void {
    const view = this.#view()
    view?.dispatch(view.state.tr.setMeta(AUTHORS, authored).setMeta('addToHistory', false))
  }

  #apply(transaction: Transaction, state: State): State {
    const authors = transaction.getMeta(AUTHORS) as readonly Authored[] | undefined
    if (authors !== undefined) return this.#counted({ ...state, authorship: { ...NO_AUTHORSHIP, list: authors } }, transaction.doc)
    const recount = transaction.getMeta(RECOUNT) as true | readonly Suggestion[] | undefined
    if (recount !== undefined) return recount === true ? this.#counted(state, transaction.doc) : this.#drawn(state, transaction.doc, recount)
    const rows = rowsOf(transaction)
    let next = state
    for (const row of rows) {
      const act = baseActOf(row, row.doc)
      if (act !== null) next = { ...next, confirmed: acted(next.confirmed, act), pending: row.clientId === this.#options.clientId ? next.pending.slice(1) : next.pending }
    }
    const own = rows.length > 0 ? null : baseActOf(actOf(transaction), transaction.doc)
    if (own !== null) next = { ...next, pending: [...next.pending, own] }
    const base = next.pending.reduce<Node | null>(acted, next.confirmed)
    const turned = (base === null) !== (state.base === null)
    // whose hand was in it begins with 修订模式
    if (turned) next = { ...next, authorship: NO_AUTHORSHIP }
    const at = rows.findLast(({ clientId }) => clientId === this.#options.clientId)?.at
    if (at !== undefined) next = { ...next, authorship: taken(next.authorship, at) }
    if (transaction.docChanged) next = { ...next, authorship: this.#authored(transaction, next.authorship), since: [...next.since, ...transaction.mapping.maps], decorations: next.decorations.map(transaction.mapping, transaction.doc) }
    // acts are seen at once; what is typed is counted when there is a moment
    return base === state.base ? next : this.#counted({ ...next, base }, transaction.doc)
  }

  /** Whose hand each step was: of a transaction that brings others' steps, one's own unsent ones stand before and behind them. */
  #authored(transaction: Transaction, authorship: Authorship): Authorship {
    const rebased: unknown = transaction.getMeta('rebased')
    const others = rowsOf(transaction).filter(({ clientId }) => clientId !== this.#options.clientId)
    const first = typeof rebased === 'number' ? rebased : 0
    return transaction.steps.reduce((now, step, at) => {
      const row = rebased === undefined ? undefined : others[at - first]
      // one's own get their time when the server has taken them: its clock counts, not the one of this machine
      const who = row === undefined ? { by: authorOfStep(actOf(transaction), at) ?? this.#options.person.name, at: '' } : { by: row.authorName ?? row.personName, at: row.at }
      return authorshipAfter(now, { step, doc: transaction.docs[at] ?? transaction.before, who })
    }, authorship)
  }

  #counted = (state: State, doc: Node): State => this.#drawn(state, doc, state.base === null ? [] : suggestionsBetween(state.base, doc))

  #drawn(state: State, doc: Node, found: readonly Suggestion[]): State {
    const shown = found.map((one) => ({ ...one, ...(authorOf(state.authorship.list, one) ?? { by: '', at: '' }) }))
    return { ...state, shown, since: [], decorations: state.base === null ? DecorationSet.empty : DecorationSet.create(doc, suggestionDecorations(doc, state.base, shown)) }
  }

  #updated(view: EditorView, before: EditorState): void {
    const [now, then] = [suggestionsKey.getState(view.state), suggestionsKey.getState(before)]
    if (now?.shown !== then?.shown || isTracking(now) !== isTracking(then)) this.#tell()
    if ((view.state.doc !== before.doc || now?.authorship !== then?.authorship) && isTracking(now)) this.#rest.stir()
  }

  async #recount(): Promise<void> {
    const view = this.#view()
    const base = view === null ? null : (suggestionsKey.getState(view.state)?.base ?? null)
    if (view === null || base === null) return
    if (view.composing) return this.#rest.stir()
    const answer = await this.#aside.ask(view, base)
    if (answer === null || view.isDestroyed) return
    // an act that was done meanwhile counted by itself; an input method would lose the word that it composes
    if (view.composing || suggestionsKey.getState(view.state)?.base !== base) return this.#rest.stir()
    hearSelection(view)
    const found = answer.found.map((one) => ({ ...one, from: answer.mapping.map(one.from, -1), to: answer.mapping.map(one.to, 1) }))
    view.dispatch(view.state.tr.setMeta(RECOUNT, found).setMeta('addToHistory', false))
  }

  #stop(): void {
    this.#rest.stop()
    this.#aside.stop()
  }

  #tell(): void {
    const { shown, tracking } = this
    if (tracking === this.#told.tracking && sameList(shown, this.#told.shown)) return
    this.#told = { shown, tracking }
    this.#options.changed(shown, tracking)
  }

  /** Makes these suggestions part of the base. The text stays as it is. */
  accept(ids: ReadonlySet<string>): void {
    const view = this.#view()
    const state = view === null ? undefined : suggestionsKey.getState(view.state)
    if (view === null || state === undefined || state.base === null) return
    const { base } = state
    const moved = acceptInto({ base, doc: view.state.doc, ids })
    // known before the list is told
    this.#taken.push({ steps: stepsBetween(moved, base), count: ids.size })
    this.#moveBase(view, stepsBetween(base, moved), { accepted: [...ids] })
  }

  /** Takes the last acceptance back: its suggestions are open again. */
  takeBack(): void {
    const view = this.#view()
    const last = this.#taken.pop()
    if (view === null || last === undefined) return
    this.#moveBase(view, last.steps, { takenBack: last.count })
  }

  #moveBase(view: EditorView, steps: readonly Step[], data: Record<string, unknown>): void {
    steps.forEach((step, at) => view.dispatch(actWithoutWords(view.state.tr, { kind: 'accept', data: { ...(at === 0 ? data : {}), baseStep: step.toJSON() } }).setMeta('addToHistory', false)))
  }

  /** Takes these suggestions out of the text again; an edit like others, which can be undone. */
  reject(ids: ReadonlySet<string>): void {
    const view = this.#view()
    const state = view === null ? undefined : suggestionsKey.getState(view.state)
    if (view === null || state === undefined || state.base === null) return
    const { tr } = view.state
    for (const step of rejectSteps({ base: state.base, doc: view.state.doc, ids })) tr.step(step)
    if (tr.docChanged) {
      this.#rejections.keep(tr, state.shown.filter(({ id }) => ids.has(id)))
      // one 撤销 brings it back, and nothing that was typed before
      view.dispatch(closeHistory(withAct(tr, { kind: 'edit', data: { rejected: [...ids] } })))
    }
    view.dispatch(view.state.tr.setMeta(RECOUNT, true).setMeta('addToHistory', false))
  }

  /** 修订模式 on or off. It goes off only when nothing is open, or the open changes would count as decided. */
  track(tracking: boolean): boolean {
    const view = this.#view()
    if (view === null || tracking === this.tracking) return true
    if (!tracking && suggestionsOpen(view.state) > 0) return false
    view.dispatch(actWithoutWords(view.state.tr, { kind: 'track', data: { tracking } }).setMeta('addToHistory', false))
    return true
  }

  /** Goes to the next suggestion after the caret, or the one before it. */
  go(by: 1 | -1): boolean {
    const view = this.#view()
    if (view === null) return false
    const { head } = view.state.selection
    const all = shownNow(view.state)
    const found = by === 1 ? (all.find(({ from }) => from > head) ?? all[0]) : (all.findLast(({ from }) => from < head - 1) ?? all.at(-1))
    return found === undefined ? false : this.#goTo(view, found.from)
  }

  /** Goes to a suggestion that was told. */
  show({ id }: Pick<Suggestion, 'id'>): boolean {
    const view = this.#view()
    const found = view === null ? undefined : shownNow(view.state).find((one) => one.id === id)
    return view !== null && found !== undefined && this.#goTo(view, found.from)
  }

  #goTo(view: EditorView, pos: number): boolean {
    view.dispatch(view.state.tr.setSelection(nearSelection(view.state, Math.min(pos, view.state.doc.content.size))).scrollIntoView())
    view.focus()
    return true
  }

  /** Suggestions at the caret. */
  #here(state: EditorState): ReadonlySet<string> {
    const { from, to } = state.selection
    return new Set(shownNow(state).flatMap((one) => (one.from <= to && one.to >= from && (one.kind === 'words' || one.to === one.from) ? [one.id] : [])))
  }

  #shortcuts(): Shortcut[] {
    const words = messages.drafting.suggestions
    const decide = (act: (ids: ReadonlySet<string>) => void) => (state: EditorState, dispatch?: (transaction: Transaction) => void): boolean => {
      const ids = this.#here(state)
      if (ids.size === 0) return false
      if (dispatch !== undefined) act(ids)
      return true
    }
    return [
      { id: 'next-suggestion', keys: ['F8'], says: words.next, group: 'suggestion', command: (_state, dispatch) => dispatch === undefined || this.go(1) },
      { id: 'previous-suggestion', keys: ['Shift-F8'], says: words.previous, group: 'suggestion', command: (_state, dispatch) => dispatch === undefined || this.go(-1) },
      { id: 'accept-suggestion', keys: ['Mod-Alt-y'], says: words.accept, group: 'suggestion', command: decide((ids) => this.accept(ids)) },
      { id: 'reject-suggestion', keys: ['Mod-Alt-n'], says: words.reject, group: 'suggestion', command: decide((ids) => this.reject(ids)) },
    ]
  }
}

const isTracking = (state: State | undefined): boolean => state !== undefined && state.base !== null

/** Whether a person would read the same; where they stand is asked when it is needed. */
const sameList = (a: readonly ShownSuggestion[], b: readonly ShownSuggestion[]): boolean =>
  a === b || (a.length === b.length && a.every((one, at) => SAID.every((name) => one[name] === b[at]?.[name])))
const SAID = ['id', 'by', 'at', 'article', 'inserted', 'deleted'] as const

/** The suggestions where they stand by now. */
function shownNow(state: EditorState): readonly ShownSuggestion[] {
  const { shown = [], since = [] } = suggestionsKey.getState(state) ?? {}
  if (since.length === 0) return shown
  const mapping = new Mapping([...since])
  return shown.map((one) => ({ ...one, from: mapping.map(one.from, -1), to: mapping.map(one.to, 1) }))
}

const suggestionsOpen = (state: EditorState): number => {
  const held = suggestionsKey.getState(state)
  return held === undefined || held.base === null ? 0 : suggestionsBetween(held.base, state.doc).length
}

const nearSelection = (state: EditorState, pos: number) => TextSelection.near(state.doc.resolve(pos))
