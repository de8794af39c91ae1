import { html, nothing, type TemplateResult } from 'lit'
import { TextSelection } from 'prosemirror-state'
import { answer, type ApiProblem, api, asProblem } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import { LightElement } from '../../components/light-element.ts'
import { Collaboration } from '../../editor/collaboration/collaboration.ts'
import type { CollaborationState } from '../../editor/collaboration/collaboration-state.ts'
import '../../editor/collaboration/draft-merge.ts'
import '../../editor/collaboration/draft-status.ts'
import { type DraftEvent, type DraftView, httpServer, NotReached, StepsRefused } from '../../editor/collaboration/draft-server.ts'
import { browserLocks, browserStore } from '../../editor/collaboration/unsent-store.ts'
import { afterRest } from '../../editor/after-rest.ts'
import type { EditorPlugin, EditorSelection, Shortcut } from '../../editor/editor-plugin.ts'
import { Hints } from '../../editor/hints/hint-plugin.ts'
import type { Hint } from '../../editor/hints/place-hints.ts'
import '../../editor/law-editor.ts'
import { whenIdle } from '../../editor/idle.ts'
import { type ShownSuggestion, Suggestions } from '../../editor/suggestion/suggestion-plugin.ts'
import { MOST_ARTICLES, numberUnits } from '../../../law/drafting/index.ts'
import { mayEditText } from '../../../law/procedure/index.ts'
import type { EditorNode } from '../../../law/text/index.ts'
import { messages } from '../../messages/zh.ts'
import type { MarginActs } from './draft-margin.ts'
import './draft-margin.ts'
import './draft-outline.ts'
import { type DraftOutlineRow, lettersIn, outlineOf, sameRows } from './draft-rows.ts'
import './draft-start.ts'
import { findPassage } from './find-passage.ts'
import './draft-tracked.ts'
import './draft-versions.ts'
import './draft-why.ts'
import './drafting.css'

const words = messages.drafting
const KEYS_OF_THE_TEXT: Readonly<Record<string, string>> = { 'Mod-f': 'find', 'Mod-h': 'replace', F3: 'findNext', 'Shift-F3': 'findPrevious', F8: 'next-suggestion', 'Shift-F8': 'previous-suggestion', F1: 'shortcuts' }
type Comment = components['schemas']['DraftComments']['items'][number]
type Ignore = components['schemas']['LintIgnores']['items'][number]
type PasteTold = { placed: number; unplaced: readonly { line: number; text: string; why: string }[] }

/** 起草工作区: outline, the text with its suggestions and hints, the margin, and what is saved. Address `/projects/:id/draft`. */
export class ViewDrafting extends LightElement {
  static override properties = {
    params: { attribute: false }, draft: { state: true }, doc: { state: true }, missing: { state: true }, problem: { state: true }, suggestions: { state: true }, hints: { state: true }, comments: { state: true }, ignores: { state: true },
    outline: { state: true }, here: { state: true }, tracking: { state: true }, said: { state: true }, open: { state: true }, pasted: { state: true }, figures: { state: true }, live: { state: true },
  }
  declare params: Readonly<Record<string, string>>
  declare draft: DraftView | null
  declare doc: EditorNode | null
  /** the project has no draft yet; whether this person may begin one */
  declare missing: { mayCreate: boolean } | null
  declare problem: ApiProblem | null
  declare suggestions: readonly ShownSuggestion[]
  declare hints: readonly Hint[]
  declare comments: readonly Comment[]
  declare ignores: readonly Ignore[]
  declare outline: readonly DraftOutlineRow[]
  declare here: string | null
  declare tracking: boolean
  declare said: { kind: 'good' | 'bad' | 'warn' | 'info'; text: string } | null
  declare open: 'versions' | 'tracked' | { why: string } | null
  declare pasted: PasteTold | null
  declare figures: { articles: number; letters: number }
  /** what the collaboration says; set anew to draw */
  declare live: number
  #together: Collaboration | null = null
  #suggestions: Suggestions | null = null
  #hints: Hints | null = null
  #plugins: readonly EditorPlugin[] = []
  /** number of the last text that was kept, as this page knows it */
  #kept: number | null = null
  /** outline and figures are read when typing rests */
  readonly #rest = afterRest({ quietMs: 300, latestMs: 1_500, work: () => void whenIdle(() => this.#recount()) })
  readonly #acts: MarginActs = this.#makeActs()

  constructor() {
    super()
    this.params = {}
    this.draft = null
    this.doc = null
    this.missing = null
    this.problem = null
    this.suggestions = []
    this.hints = []
    this.comments = []
    this.ignores = []
    this.outline = []
    this.here = null
    this.tracking = false
    this.said = null
    this.open = null
    this.pasted = null
    this.figures = { articles: 0, letters: 0 }
    this.live = 0
  }

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('keydown', this.#ofTheText)
    void this.#load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.removeEventListener('keydown', this.#ofTheText)
    this.#together?.close()
    this.#together = null
    this.#rest.stop()
  }

  async #load(): Promise<void> {
    try {
      const { data } = await answer(api.GET('/api/projects/{id}/draft', { params: { path: { id: this.params['id'] ?? '' } } }))
      if (data.id === null) {
        this.missing = { mayCreate: data.may.create }
        return
      }
      this.missing = null
      await this.#open(data.id)
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  async #open(draftId: string): Promise<void> {
    const together = new Collaboration({ draftId, server: httpServer(draftId), store: browserStore, locks: browserLocks })
    this.#together = together
    const { draft, doc } = await together.open()
    const path = { id: draftId }
    const { data: authorship } = await answer(api.GET('/api/drafts/{id}/authorship', { params: { path, query: { version: draft.version } } }))
    this.#suggestions = new Suggestions({
      tracking: draft.tracking, base: (draft.baseDoc as EditorNode | null) ?? null, authored: authorship.authored, person: draft.person, clientId: together.clientId,
      changed: (shown, tracking) => { this.suggestions = shown; this.tracking = tracking },
    })
    this.#hints = new Hints((hints) => { this.hints = hints })
    this.#plugins = [together.plugin(), this.#suggestions.plugin(), this.#hints.plugin(), { name: 'places', plugins: () => [], shortcuts: this.#places() }]
    together.subscribe(() => { this.live += 1 })
    together.hear((event) => this.#heard(event))
    together.onReadAgain((again) => {
      this.#suggestions?.begin((again.baseDoc as EditorNode | null) ?? null)
      void this.#sign(again.version).catch(() => undefined)
      // the editor tells of no change when it begins anew
      this.#rest.stir()
    })
    this.draft = draft
    this.tracking = draft.tracking
    this.doc = doc
    await Promise.all([this.#loadComments(), this.#loadIgnores(), this.#loadKept()])
  }

  /** Who wrote what in a text that was read again. */
  async #sign(version: number): Promise<void> {
    const { data } = await answer(api.GET('/api/drafts/{id}/authorship', { params: { path: { id: this.draft?.id ?? '' }, query: { version } } }))
    if (data.version === version && this.#together?.version === version) this.#suggestions?.sign(data.authored)
  }

  /** 各稿 that somebody else kept: what is written from now on is not in it. */
  async #loadKept(): Promise<void> {
    const { items } = (await answer(api.GET('/api/drafts/{id}/snapshots', { params: { path: { id: this.draft?.id ?? '' } } }))).data
    const [last, before] = [items.at(-1), this.#kept]
    this.#kept = last?.seq ?? 0
    if (before !== null && last !== undefined && last.seq > before && last.madeByName !== this.draft?.person.name) this.said = { kind: 'info', text: words.keptBy(last.madeByName, last.label) }
  }

  async #loadComments(): Promise<void> {
    if (this.draft === null) return
    this.comments = (await answer(api.GET('/api/drafts/{id}/comments', { params: { path: { id: this.draft.id } } }))).data.items
  }

  async #loadIgnores(): Promise<void> {
    if (this.draft === null) return
    this.ignores = (await answer(api.GET('/api/drafts/{id}/ignores', { params: { path: { id: this.draft.id } } }))).data.items
    this.#hints?.setIgnored(this.ignores.filter((one) => one.undoneAt === null))
  }

  get #editor() {
    return this.querySelector('law-editor')
  }

  /** Tab has its meaning in the text: whoever works by keys leaves it by these, and comes back by the same or Esc. */
  #places(): Shortcut[] {
    const to = (...places: string[]) => (_state: unknown, dispatch?: unknown): boolean => {
      const found = places.map((place) => this.querySelector<HTMLElement>(place)).find((one) => one !== null)
      if (dispatch !== undefined) found?.focus()
      return found !== undefined
    }
    return [
      { id: 'margin', keys: ['F6'], says: words.toMargin, group: 'text', command: to('draft-margin section.here button:not(.plain)', 'draft-margin button', 'draft-margin input') },
      { id: 'outline', keys: ['Shift-F6'], says: words.toOutline, group: 'text', command: to('draft-outline [aria-current]', 'draft-outline button') },
    ]
  }

  /** Keys that mean the text wherever the person is on this page: a browser's own search does not know the draft. */
  #ofTheText = (event: KeyboardEvent): void => {
    const name = `${event.ctrlKey || event.metaKey ? 'Mod-' : ''}${event.shiftKey ? 'Shift-' : ''}${event.key}`
    const id = KEYS_OF_THE_TEXT[name]
    const inText = this.#editor?.readonly === true ? '.draft-find' : 'law-editor'
    if (this.#editor === null || id === undefined || event.defaultPrevented || !(event.target instanceof Element) || event.target.closest(`${inText}, lf-dialog`) !== null) return
    event.preventDefault()
    this.#editor.run(id)
  }

  #backToText = (event: KeyboardEvent): void => {
    const view = this.#editor?.getView() ?? null
    if (view === null || !['F6', 'Escape'].includes(event.key) || event.isComposing || !(event.target instanceof Element) || event.target.closest('draft-margin, draft-outline') === null) return
    event.preventDefault()
    view.focus()
  }

  #recount(): void {
    const doc = this.#editor?.getView()?.state.doc
    if (doc === undefined) return
    const numbers = numberUnits(doc)
    this.outline = sameRows(this.outline, outlineOf(doc, numbers))
    const figures = { articles: numbers.nodes.filter(({ kind }) => kind === 'article').length, letters: lettersIn(doc) }
    if (figures.articles !== this.figures.articles || figures.letters !== this.figures.letters) this.figures = figures
  }

  /** What others did beside the text. */
  #heard(event: DraftEvent): void {
    if (event.kind === 'missed' || (event.kind === 'changed' && event.what === 'comments')) void this.#loadComments().catch(() => undefined)
    if (event.kind === 'missed' || (event.kind === 'changed' && event.what === 'ignores')) void this.#loadIgnores().catch(() => undefined)
    if (event.kind === 'missed' || (event.kind === 'changed' && event.what === 'snapshots')) void this.#loadKept().catch(() => undefined)
    if (event.kind === 'asked' && event.holderId === this.draft?.person.id) this.said = { kind: 'info', text: words.askedFor(event.byName, event.label) }
  }

  #fail(thrown: unknown): void {
    // the authority of the draft says itself why an article cannot be held
    this.said = { kind: 'bad', text: thrown instanceof StepsRefused || thrown instanceof NotReached ? thrown.message : asProblem(thrown).told }
  }

  #track(): void {
    const suggestions = this.#suggestions
    if (suggestions === null) return
    if (!suggestions.track(!this.tracking)) this.said = { kind: 'warn', text: words.trackingOpen(this.suggestions.length) }
    else if (suggestions.tracking) this.said = { kind: 'info', text: words.trackingOn }
  }

  #makeActs(): MarginActs {
    const path = () => ({ id: this.draft?.id ?? '' })
    const view = () => this.#editor?.getView() ?? null
    const company = () => this.#together?.company
    return {
      accept: (ids) => this.#suggestions?.accept(ids),
      reject: (ids) => this.#suggestions?.reject(ids),
      takeBack: () => this.#suggestions?.takeBack(),
      go: (by) => void this.#suggestions?.go(by),
      showSuggestion: (one) => void this.#suggestions?.show(one),
      showHint: (hint) => this.#hints?.show(hint),
      showWords: (key, quoted) => {
        const at = view()
        const found = at === null ? null : findPassage(at.state.doc, key, quoted)
        if (at === null || found === null) return false
        at.dispatch(at.state.tr.setSelection(TextSelection.create(at.state.doc, found.from, found.to)).scrollIntoView())
        at.focus()
        return true
      },
      goTo: (key) => void this.#editor?.goTo(key),
      why: (key) => { this.open = { why: key } },
      replace: (hint) => {
        if (this.#hints?.replace(hint) === false) this.said = { kind: 'warn', text: words.hint.moved }
      },
      take: async (key) => company()?.take(key),
      release: async (key) => company()?.release(key),
      ask: async (key) => {
        await company()?.ask(key)
        this.said = { kind: 'good', text: words.asked }
      },
      breakHold: async (key, reason) => company()?.breakHold(key, reason),
      ignore: async (hint, reason) => {
        await answer(api.POST('/api/drafts/{id}/ignores', { params: { path: path() }, body: { ruleId: hint.rule, articleKey: hint.articleKey, quote: hint.quote, reason }, headers: { 'idempotency-key': crypto.randomUUID() } }))
        await this.#loadIgnores()
      },
      restore: async (ignoreId) => {
        await answer(api.POST('/api/drafts/{id}/ignores/{ignoreId}/undo', { params: { path: { ...path(), ignoreId } }, headers: { 'idempotency-key': crypto.randomUUID() } }))
        await this.#loadIgnores()
      },
      comment: async (text) => {
        const at = view()
        const selection = at === null || at.state.selection.empty ? null : at.state.selection
        const exact = selection === null || at === null ? '' : at.state.doc.textBetween(selection.from, selection.to, '')
        await answer(api.POST('/api/drafts/{id}/comments', {
          params: { path: path() }, headers: { 'idempotency-key': crypto.randomUUID() },
          body: { text, articleKey: this.here, version: this.#together?.version ?? 0, quote: selection === null || at === null || exact === '' ? null : { exact: exact.slice(0, 500), prefix: at.state.doc.textBetween(Math.max(0, selection.from - 20), selection.from, '').slice(-20), suffix: at.state.doc.textBetween(selection.to, Math.min(at.state.doc.content.size, selection.to + 20), '').slice(0, 20), start: selection.from } },
        }))
        await this.#loadComments()
      },
      reply: async (commentId, text) => {
        await answer(api.POST('/api/drafts/{id}/comments/{commentId}/replies', { params: { path: { ...path(), commentId } }, body: { text }, headers: { 'idempotency-key': crypto.randomUUID() } }))
        await this.#loadComments()
      },
      resolve: async (comment, resolved) => {
        await answer(api.PUT('/api/drafts/{id}/comments/{commentId}/resolved', { params: { path: { ...path(), commentId: comment.id } }, body: { resolved }, headers: { 'If-Match': `"${comment.revision}"` } }))
        await this.#loadComments()
      },
    }
  }

  #head(draft: DraftView): TemplateResult {
    const state = this.#together?.state
    const others = [...new Set((this.#together?.company.people ?? []).filter(({ personId }) => personId !== draft.person.id).map(({ personName, articleKey }) => `${personName}${articleKey === null ? '' : ` ${this.outline.find(({ key }) => key === articleKey)?.label ?? ''}`}`))]
    const mayWrite = state?.may.write === true
    return html`<header class="draft-head"><div class="where"><nav class="crumb"><a href=${`/app/projects/${draft.projectId}`}>${words.crumbs}</a><span aria-hidden="true">›</span><span>${state?.stateLabel ?? draft.stateLabel}</span></nav><h1 tabindex="-1">${draft.title}</h1>
        <div class="tools-line"><span class="saved ${state?.status ?? ''}" role="status">${state === undefined ? '' : state.status === 'saved' ? `✓ ${words.status.saved}` : words.status[state.status]}</span>
          ${mayWrite ? html`<label class="switch"><input type="checkbox" role="switch" .checked=${this.tracking} @change=${(event: Event) => { this.#track(); if (event.target instanceof HTMLInputElement) event.target.checked = this.#suggestions?.tracking ?? false }}>${words.tracking}</label>` : nothing}
          <button class="words" @click=${() => { this.open = 'versions' }}>${words.versions}</button><button class="words" @click=${() => this.#editor?.run('find')}>${words.find}</button>${mayWrite ? html`<button class="words" @click=${() => this.#editor?.showShortcuts()}>${words.arrange}</button>` : nothing}
          <a class="words" href=${`/api/drafts/${draft.id}/texts/working/text.docx`} download>${words.exportDocx}</a>
          <a class="words" href=${`/api/drafts/${draft.id}/texts/working/tracked.docx`} download>${words.exportTracked}</a>${mayWrite ? html`<button class="words" @click=${() => { this.open = 'tracked' }}>${words.importTracked}</button>` : nothing}</div></div>
      <div class="company">${others.length === 0 ? html`<span class="quiet">${words.nobody}</span>` : html`<span class="quiet">${words.together}</span>${others.map((name) => html`<b>${name}</b>`)}`}</div></header>`
  }

  #notices(): TemplateResult {
    const state = this.#together?.state
    const pasted = this.pasted
    return html`${this.said === null ? nothing : html`<lf-notice-bar kind=${this.said.kind} text=${this.said.text} closable @notice-closed=${() => { this.said = null }}></lf-notice-bar>`}
      ${state === undefined || state.may.write ? nothing : html`<lf-notice-bar kind="info" text=${whyReadonly(state)}></lf-notice-bar>`}
      ${pasted === null || pasted.unplaced.length === 0 ? nothing : html`<section class="paste-report"><h2>${words.paste.title}</h2><ul>${pasted.unplaced.slice(0, 20).map((line) => html`<li>${line.line === 0 ? nothing : html`<b>${words.paste.line(line.line)}</b>　`}${line.why}${line.text === '' ? nothing : html`　<q>${line.text}</q>`}</li>`)}</ul><button class="words" @click=${() => { this.pasted = null }}>${words.why.close}</button></section>`}
      ${(state?.parked.length ?? 0) > 0 ? html`<draft-merge .together=${this.#together}></draft-merge>` : nothing}`
  }

  protected override render(): TemplateResult {
    if (this.problem !== null) return html`<lf-error .problem=${this.problem} @retry=${() => { this.problem = null; void this.#load() }}></lf-error>`
    if (this.missing !== null) return html`<draft-start .projectId=${this.params['id'] ?? ''} ?may-create=${this.missing.mayCreate} @draft-started=${() => void this.#load()}></draft-start>`
    const { draft, doc } = this
    if (draft === null || doc === null) return html`<lf-loading text=${words.loading} rows="8"></lf-loading>`
    const mayWrite = this.#together?.state.may.write === true
    const open = this.open
    return html`<div class="fills-window drafting">${this.#head(draft)}${this.#notices()}
      <div class="drafting-desk" @keydown=${this.#backToText}>
        <nav class="draft-outline" aria-label=${words.outline}><draft-outline .rows=${this.outline} .here=${this.here} .suggestions=${this.suggestions} .hints=${this.hints} .comments=${this.comments} .leases=${this.#together?.company.leases ?? []} @outline-chosen=${(event: CustomEvent<{ key: string }>) => void this.#editor?.goTo(event.detail.key)}></draft-outline></nav>
        <div class="draft-middle" role="region" aria-label=${words.text} tabindex="0"><law-editor .doc=${doc} .plugins=${this.#plugins} .mostArticles=${MOST_ARTICLES} ?readonly=${!mayWrite}
            @editor-ready=${() => this.#rest.stir(0)} @editor-change=${() => this.#rest.stir()} @editor-selection=${(event: CustomEvent<EditorSelection>) => { this.here = event.detail.article ?? event.detail.annex ?? event.detail.chapter }}
            @editor-paste-report=${(event: CustomEvent<PasteTold>) => { this.pasted = event.detail }}></law-editor></div>
        <draft-margin .suggestions=${this.suggestions} .comments=${this.comments} .hints=${this.hints} .ignores=${this.ignores} .here=${this.here} .outline=${this.outline} .leases=${this.#together?.company.leases ?? []} .personId=${draft.person.id} ?may-write=${mayWrite} ?may-release=${this.#together?.state.may.release === true} ?may-comment=${this.#together?.state.may.comment === true} .mayTakeBack=${this.#suggestions?.mayTakeBack ?? 0} .acts=${this.#acts} @margin-failed=${(event: CustomEvent<unknown>) => this.#fail(event.detail)}></draft-margin>
      </div>
      <footer class="draft-foot"><span>${words.figures(this.figures.articles, this.figures.letters)}</span><span>${words.openSuggestions(this.suggestions.length)}</span><span>${words.hints(this.hints.length)}</span><draft-status .together=${this.#together}></draft-status><button class="plain" @click=${() => this.#editor?.showShortcuts()}>${words.shortcuts}</button></footer>
      ${open === 'versions' ? html`<draft-versions .draftId=${draft.id} .suggestions=${this.suggestions.length} ?may-keep=${this.#together?.state.may.keep === true && this.#together.state.open} @dialog-closed=${() => { this.open = null }}></draft-versions>` : nothing}
      ${open === 'tracked' ? html`<draft-tracked .draftId=${draft.id} .version=${this.#together?.version ?? 0} @dialog-closed=${() => { this.open = null }}></draft-tracked>` : nothing}
      ${open !== null && typeof open === 'object' ? html`<draft-why .draftId=${draft.id} .articleKey=${open.why} ?may-reason=${this.#together?.state.may.keep === true} @dialog-closed=${() => { this.open = null }}></draft-why>` : nothing}</div>`
  }
}

/** Why the text is to be read only, in the words of the rule that closes it. */
function whyReadonly({ barred, open, projectState }: CollaborationState): string {
  if (barred) return words.barred
  const answer = mayEditText(projectState)
  return open ? words.readonly : answer.ok ? words.closed : `${answer.message}${words.stillRead}`
}

customElements.define('view-drafting', ViewDrafting)
declare global { interface HTMLElementTagNameMap { 'view-drafting': ViewDrafting } }
