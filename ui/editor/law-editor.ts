import { html, type PropertyValues, type TemplateResult } from 'lit'
import { baseKeymap } from 'prosemirror-commands'
import { history } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import type { Node } from 'prosemirror-model'
import { EditorState, type Plugin, TextSelection, type Transaction } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { type DocumentNumbers, findKey, keyOf } from '../../law/drafting/index.ts'
import { editorSchema, type EditorNode } from '../../law/text/index.ts'
import { LightElement } from '../components/light-element.ts'
import { messages } from '../messages/zh.ts'
import { addShortcuts } from '../components/lf-shortcuts.ts'
import { stepLog } from './aside/step-log.ts'
import { clipboardPlugin } from './clipboard.ts'
import { type EditorChange, type EditorHandle, type EditorPlugin, type EditorSelection, type Shortcut, SHORTCUT_GROUPS } from './editor-plugin.ts'
import './find/editor-find.ts'
import { findPlugin } from './find/find-plugin.ts'
import { selectionBeforeKeys } from './hear-selection.ts'
import { keysPlugin } from './keys-plugin.ts'
import './law-editor.css'
import { linkReferencesPlugin } from './link-references.ts'
import { numbersOf, numbersPlugin } from './numbers-plugin.ts'
import { openChapters } from './open-chapters.ts'
import { pastePlugin } from './paste/paste-plugin.ts'
import type { PasteReport } from './paste/place-blocks.ts'
import { referenceView } from './reference-view.ts'
import { editorShortcuts, keyInWords, keymapOf } from './shortcuts.ts'
import { typedNumbersPlugin } from './typed-numbers.ts'
import { typedOver } from './typed-over.ts'

/** What changes nothing, for whoever may only read. */
const READS: ReadonlySet<string> = new Set(['find', 'findNext', 'findPrevious', 'follow', 'shortcuts', 'next-suggestion', 'previous-suggestion', 'margin', 'outline'])

/**
 * The drafting editor: a document of `editorSchema` as a drafter reads it, numbers in the left column. In light DOM,
 * because input methods and selections break in a shadow root.
 *
 * `.doc` is the JSON of a document; setting it opens another one and forgets what could be undone. `.plugins` are those
 * of suggestions, comments, working together and the linter (editor-plugin.ts).
 */
export class LawEditor extends LightElement implements EditorHandle {
  static override properties = { doc: { attribute: false }, plugins: { attribute: false }, readonly: { type: Boolean }, mostArticles: { attribute: false } }
  declare doc: EditorNode | null
  declare plugins: readonly EditorPlugin[]
  declare readonly: boolean
  /** a paste that would make more of them is refused with a sentence */
  declare mostArticles: number
  #view: EditorView | null = null
  #selected = ''
  #forgetShortcuts: (() => void)[] = []
  readonly #own = editorShortcuts({
    goTo: (key) => this.goTo(key),
    find: (field) => void this.querySelector('editor-find')?.show(field),
    findNext: (by) => this.querySelector('editor-find')?.move(by),
    showShortcuts: () => this.showShortcuts(),
  })

  constructor() {
    super()
    this.doc = null
    this.plugins = []
    this.readonly = false
    this.mostArticles = Number.POSITIVE_INFINITY
  }

  get element(): HTMLElement {
    return this
  }

  getView(): EditorView | null {
    return this.#view
  }

  numbers(): DocumentNumbers {
    return numbersOf(this.#view?.state.doc ?? editorSchema.node('doc', { form: 'articles' }))
  }

  goTo(key: string): boolean {
    const view = this.#view
    const found = view === null ? null : findKey(view.state.doc, key)
    if (view === null || found === null) return false
    const selection = TextSelection.near(view.state.doc.resolve(found.pos + 1))
    view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
    view.focus()
    return true
  }

  /** Every command with its keys, those of the plugins first. */
  get shortcuts(): readonly Shortcut[] {
    return [...this.plugins.flatMap(({ shortcuts }) => shortcuts ?? []), ...this.#own]
  }

  /** Runs a command by its id, as its keys would; false where it does not apply here. */
  run(id: string): boolean {
    const view = this.#view
    const shortcut = this.shortcuts.find((one) => one.id === id)
    if (view === null || shortcut === undefined || !this.#mayRun(shortcut)) return false
    const done = shortcut.command(view.state, (transaction) => view.dispatch(transaction), view)
    view.focus()
    return done
  }

  /** The list of keys, in the dialog that `?` opens. */
  showShortcuts(): void {
    document.querySelector('lf-shortcuts')?.show()
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.doc === null) return
    if (this.#view === null) this.#open()
    else if (changed.has('doc')) this.#view.updateState(this.#stateOf(this.doc))
    else if (changed.has('plugins')) this.#view.updateState(this.#view.state.reconfigure({ plugins: this.#allPlugins() }))
    if (changed.has('plugins')) this.#listShortcuts()
    if (changed.has('readonly')) this.#view?.setProps({ editable: () => !this.readonly })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#view?.destroy()
    this.#view = null
    for (const forget of this.#forgetShortcuts) forget()
    this.#forgetShortcuts = []
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (!this.hasUpdated) return
    this.#listShortcuts()
    this.requestUpdate('doc')
  }

  #listShortcuts(): void {
    for (const forget of this.#forgetShortcuts) forget()
    const used = new Set(this.shortcuts.map(({ group }) => group))
    const groups = SHORTCUT_GROUPS.filter((group) => used.has(group))
    this.#forgetShortcuts = groups.map((group) =>
      addShortcuts({ title: messages.editor.groups[group], keys: () => this.shortcuts.filter((one) => one.group === group).map((one) => [one.keys.slice(0, 1).map(keyInWords).join(''), one.says, this.#runs(one)] as const) }),
    )
  }

  /** What pressing a line of the list does; nothing where the command does not apply at the caret. */
  #runs({ id, command }: Shortcut): (() => void) | undefined {
    const view = this.#view
    return view === null || !this.#mayRun({ id }) || !command(view.state) ? undefined : () => void this.run(id)
  }

  #mayRun({ id }: Pick<Shortcut, 'id'>): boolean {
    return !this.readonly || READS.has(id)
  }

  #stateOf(json: EditorNode): EditorState {
    return EditorState.create({ doc: editorSchema.nodeFromJSON(json), plugins: this.#allPlugins() })
  }

  #allPlugins(): Plugin[] {
    return [
      selectionBeforeKeys(),
      typedOver(),
      stepLog(),
      ...this.plugins.flatMap((one) => one.plugins(this)),
      numbersPlugin(),
      keysPlugin(),
      openChapters(),
      linkReferencesPlugin(),
      typedNumbersPlugin(),
      findPlugin(),
      pastePlugin({ tell: (report) => this.#tellPaste(report), most: () => this.mostArticles }),
      clipboardPlugin(() => this.#view),
      history(),
      keymap(keymapOf(this.shortcuts)),
      keymap(baseKeymap),
    ]
  }

  #open(): void {
    const place = this.querySelector('.draft-page')
    if (place === null || this.doc === null) return
    // plugins ask for the view as soon as they are drawn: they come with the document, after the view is known
    this.#view = new EditorView(place, {
      state: EditorState.create({ doc: editorSchema.node('doc', { form: 'articles' }) }),
      attributes: { class: 'draft law', role: 'textbox', 'aria-multiline': 'true', 'aria-label': messages.editor.label, lang: 'zh-CN', spellcheck: 'false' },
      editable: () => !this.readonly,
      nodeViews: { reference: referenceView((key) => this.goTo(key)) },
      dispatchTransaction: (transaction) => this.#dispatch(transaction),
    })
    this.#view.updateState(this.#stateOf(this.doc))
    const find = this.querySelector('editor-find')
    if (find !== null) find.view = this.#view
    this.dispatchEvent(new CustomEvent('editor-ready', { bubbles: true }))
    this.#tellSelection()
  }

  #dispatch(transaction: Transaction): void {
    const view = this.#view
    if (view === null) return
    const { state, transactions } = view.state.applyTransaction(transaction)
    view.updateState(state)
    if (transactions.some(({ docChanged }) => docChanged)) {
      this.dispatchEvent(new CustomEvent<EditorChange>('editor-change', { bubbles: true, detail: { doc: state.doc, transactions } }))
    }
    this.#tellSelection()
  }

  #tellSelection(): void {
    const view = this.#view
    if (view === null) return
    const { $head } = view.state.selection
    const inside = (name: string): string | null => {
      for (let depth = $head.depth; depth > 0; depth -= 1) {
        const node: Node = $head.node(depth)
        if (node.type.name === name) return keyOf(node)
      }
      return null
    }
    const detail: EditorSelection = { article: inside('article'), clause: inside('clause'), chapter: inside('chapter'), annex: inside('annex') }
    const selected = JSON.stringify(detail)
    if (selected === this.#selected) return
    this.#selected = selected
    this.dispatchEvent(new CustomEvent<EditorSelection>('editor-selection', { bubbles: true, detail }))
  }

  #tellPaste(report: PasteReport): void {
    this.dispatchEvent(new CustomEvent<PasteReport>('editor-paste-report', { bubbles: true, detail: report }))
  }

  protected override render(): TemplateResult {
    return html`<editor-find></editor-find><div class="draft-page"></div>`
  }
}
customElements.define('law-editor', LawEditor)
declare global {
  interface HTMLElementTagNameMap { 'law-editor': LawEditor }
  interface HTMLElementEventMap {
    'editor-change': CustomEvent<EditorChange>
    'editor-selection': CustomEvent<EditorSelection>
    'editor-paste-report': CustomEvent<PasteReport>
  }
}
