import { html, nothing, type TemplateResult } from 'lit'
import { answer, type ApiProblem, api, asProblem, editing, Submission } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import { ask } from '../../components/ask.ts'
import { askAboutStale } from '../../components/ask-about-stale.ts'
import '../../components/comparison/law-compare.ts'
import '../../components/law-text.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { go, replaceQuery, to } from '../../navigation.ts'
import './amend-article-dialog.ts'
import type { Mending } from './amend-article-dialog.ts'
import './amend-side.ts'
import './amend-steps.ts'
import { placeOfRow, touchedArticle } from './amend-steps.ts'
import './amend.css'
import { type Amendment, type AmendmentChange, changeOf, comparisonOf, datedText } from './amend-data.ts'
import { isLegalText } from './library-data.ts'

const words = messages.amendment
const tabs = ['steps', 'unnamed', 'compare', 'text'] as const
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u

/** 以修改决定形成新版本: what each instruction did, before and after; nothing of the library changes until it is accepted. */
export class ViewAmendment extends LightElement {
  static override properties = {
    params: { attribute: false }, query: { attribute: false }, amendment: { state: true }, problem: { state: true }, notice: { state: true }, mending: { state: true }, settling: { state: true }, errors: { state: true }, busy: { state: true },
  }
  declare params: Readonly<Record<string, string>>
  declare query: URLSearchParams
  declare amendment: Amendment | null
  declare problem: ApiProblem | null
  declare notice: { kind: 'good' | 'bad'; text: string } | null
  declare mending: { articleId: string; indexes: readonly number[] } | null
  declare settling: number | null
  declare errors: readonly FieldError[]
  declare busy: boolean
  readonly #submission = new Submission()
  #etag = ''
  #read = ''

  constructor() {
    super()
    this.params = {}
    this.query = new URLSearchParams()
    this.amendment = null
    this.problem = null
    this.notice = null
    this.mending = null
    this.settling = null
    this.errors = []
    this.busy = false
  }

  /** id of a draft, or the date of the version that came of one */
  get #id(): string {
    return this.params['id'] ?? ''
  }

  protected override willUpdate(): void {
    if (this.#id === '' || this.#id === this.#read) return
    this.#read = this.#id
    void this.#load()
  }

  async #load(): Promise<void> {
    try {
      this.problem = null
      if (UUID.test(this.#id)) {
        const { data, etag } = await answer(api.GET('/api/library/amendments/{id}', { params: { path: { id: this.#id } } }))
        this.amendment = data
        this.#etag = etag ?? ''
      } else {
        const { data } = await answer(api.GET('/api/library/works/{key}/versions/{dateKey}/amendment', { params: { path: { key: this.params['key'] ?? '', dateKey: this.#id } } }))
        this.amendment = data.amendment
      }
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  async #change(change: AmendmentChange): Promise<boolean> {
    if (this.amendment === null || this.busy) return false
    this.busy = true
    try {
      const { data, etag } = await answer(api.PUT('/api/library/amendments/{id}', { params: { path: { id: this.amendment.id } }, body: change, headers: editing(this.#etag) }))
      this.amendment = data
      this.#etag = etag ?? ''
      this.errors = []
      this.notice = { kind: 'good', text: words.saved }
      return true
    } catch (thrown) {
      await this.#failed(asProblem(thrown))
      return false
    } finally {
      this.busy = false
    }
  }

  async #failed(problem: ApiProblem): Promise<void> {
    if (problem.kind === 'stale' && (await askAboutStale()) === 'reload') {
      this.mending = null
      await this.#load()
      return
    }
    this.errors = problem.fields.length > 0 ? problem.fields : [{ path: '', message: problem.told }]
    if (this.mending === null && this.settling === null) this.notice = { kind: 'bad', text: problem.told }
  }

  async #mend({ detail }: CustomEvent<Mending>): Promise<void> {
    if (this.amendment === null) return
    const now = changeOf(this.amendment)
    const intoNext = now.handWritten.find((h) => h.articleId === detail.articleId)?.intoNext ?? false
    const indexes = detail.settled.map(({ index }) => index)
    const stored = await this.#change({
      ...now, handWritten: [...now.handWritten.filter((h) => h.articleId !== detail.articleId), { articleId: detail.articleId, text: detail.text, intoNext }],
      settlements: [...now.settlements.filter((s) => !indexes.includes(s.index)), ...detail.settled],
    })
    if (!stored) return
    this.querySelector('amend-article-dialog')?.acknowledge()
    this.mending = null
  }

  #takeBack(articleId: string): void {
    if (this.amendment === null) return
    const now = changeOf(this.amendment)
    void this.#change({ ...now, handWritten: now.handWritten.flatMap((h) => (h.articleId !== articleId ? [h] : h.intoNext ? [{ ...h, text: null }] : [])) })
  }

  async #settle(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (this.amendment === null || this.settling === null || !(event.target instanceof HTMLFormElement)) return
    const index = this.settling
    const reason = String(new FormData(event.target).get('reason') ?? '').trim()
    const now = changeOf(this.amendment)
    if (await this.#change({ ...now, settlements: [...now.settlements.filter((s) => s.index !== index), { index, reason }] })) this.settling = null
  }

  async #accept(): Promise<void> {
    // what stands in the form is what the person means, saved or not
    const typed = this.querySelector('amend-side')?.unsaved() ?? null
    if (typed !== null && !(await this.#change(typed))) return
    const { amendment } = this
    if (amendment === null || this.busy || amendment.missing.length > 0) return
    if (!(await ask({ heading: words.acceptTitle, text: words.acceptText(amendment.effectiveFrom.value ?? ''), confirm: words.acceptSure, cancel: words.stay }))) return
    this.busy = true
    try {
      const body = { digest: amendment.digest }
      const { data } = await this.#submission.send(body, (headers) => api.POST('/api/library/amendments/{id}/accept', { params: { path: { id: amendment.id } }, body, headers: { ...headers, ...editing(this.#etag) } }))
      go(`/library/${data.workKey}?version=${encodeURIComponent(data.dateKey)}`)
    } catch (thrown) {
      await this.#failed(asProblem(thrown))
    } finally {
      this.busy = false
    }
  }

  async #drop(): Promise<void> {
    const { amendment } = this
    if (amendment === null || !(await ask({ heading: words.dropTitle, text: words.dropText, confirm: words.dropSure, cancel: words.stay, grave: true }))) return
    try {
      await this.#submission.send({ drop: amendment.id }, (headers) => api.POST('/api/library/amendments/{id}/drop', { params: { path: { id: amendment.id } }, headers: { ...headers, ...editing(this.#etag) } }))
      go(`/library/${amendment.workKey}`)
    } catch (thrown) {
      await this.#failed(asProblem(thrown))
    }
  }

  #unnamed(amendment: Amendment): TemplateResult {
    const rows = comparisonOf(amendment)?.rows ?? []
    if (amendment.report.unnamed.length === 0) return html`<p class="quiet amend-hint">${words.noUnnamed}</p>`
    const order = ['words', 'byHand', 'everywhere', 'reference', 'number'] as const
    return html`<p class="quiet amend-hint">${words.unnamedHint}</p>${order.map((what) => {
      const own = amendment.report.unnamed.filter((one) => one.what === what)
      if (own.length === 0) return nothing
      return html`<section class="part"><h2>${words.what[what]}<span>${own.length}</span></h2>${what === 'number'
        ? html`<ul class="amend-numbers">${own.map(({ oldLabels, newLabels }) => html`<li>${words.becomes(oldLabels.join('、'), newLabels.join('、'))}</li>`)}</ul>`
        : own.map((one) => rows.filter((row) => row.new.some(({ id }) => one.newIds.includes(id)) || row.old.some(({ id }) => one.oldIds.includes(id))).map((row) => html`<div class="amend-row"><p class="amend-place"><b>${placeOfRow(row)}</b></p>${touchedArticle(row)}</div>`))}</section>`
    })}`
  }

  #panel(amendment: Amendment, tab: (typeof tabs)[number]): TemplateResult {
    switch (tab) {
      case 'unnamed':
        return this.#unnamed(amendment)
      case 'compare':
        return html`<law-compare .comparison=${comparisonOf(amendment)} .labels=${[datedText(amendment.base).trim(), datedText({ effectiveFrom: amendment.effectiveFrom.value, adopted: amendment.adopted.value }).trim()]}></law-compare>`
      case 'text':
        return isLegalText(amendment.text) ? html`<law-text .text=${amendment.text} heading></law-text>` : html``
      case 'steps':
        return html`<amend-steps .amendment=${amendment} @mend-wanted=${(event: CustomEvent<{ articleId: string; indexes: number[] }>) => { this.errors = []; this.mending = event.detail }} @settle-wanted=${(event: CustomEvent<{ index: number }>) => { this.errors = []; this.settling = event.detail.index }}
          @settled-back=${(event: CustomEvent<{ index: number }>) => { const now = changeOf(amendment); void this.#change({ ...now, settlements: now.settlements.filter((s) => s.index !== event.detail.index) }) }} @mended-back=${(event: CustomEvent<{ articleId: string }>) => this.#takeBack(event.detail.articleId)}></amend-steps>`
      default: {
        const never: never = tab
        return never
      }
    }
  }

  #dialogs(amendment: Amendment): TemplateResult {
    const failed = amendment.report.instructions.filter(({ index }) => this.mending?.indexes.includes(index))
    const settled = amendment.report.instructions.find(({ index }) => index === this.settling)
    return html`<amend-article-dialog ?open=${this.mending !== null} .amendment=${amendment} articleId=${this.mending?.articleId ?? ''} .failed=${failed} .errors=${this.errors}
        @mend-wanted=${(event: CustomEvent<{ articleId: string; indexes: number[] }>) => { this.errors = []; this.mending = event.detail }} @dialog-closed=${() => { this.mending = null }} @article-mended=${(event: CustomEvent<Mending>) => void this.#mend(event)}></amend-article-dialog>
      <lf-dialog heading=${words.settleTitle} ?open=${settled !== undefined} .errors=${this.errors} @dialog-closed=${() => { this.settling = null }}>
        ${settled === undefined ? nothing : html`<form id="settle-form" @submit=${(event: SubmitEvent) => void this.#settle(event)} novalidate><p class="law">${settled.text}</p><p class="soon small">${settled.reason?.message ?? ''}</p>
          <lf-field label=${words.settleWhy} required hint=${words.settleHint}><input name="reason"></lf-field></form>`}
        <button slot="actions" class="btn main" form="settle-form">${words.settleSave}</button></lf-dialog>`
  }

  protected override render(): TemplateResult {
    const { amendment, problem } = this
    if (problem !== null) return html`<lf-error .problem=${problem} @retry=${() => void this.#load()}></lf-error>`
    if (amendment === null) return html`<lf-loading text=${words.loading}></lf-loading>`
    const tab = tabs.find((one) => one === this.query.get('tab')) ?? 'steps'
    const { instructions, unnamed } = amendment.report
    const notes: Record<(typeof tabs)[number], string> = { steps: String(instructions.length), unnamed: String(unnamed.length), compare: '', text: '' }
    const draft = amendment.state === 'draft'
    return html`<lf-case-bar heading=${amendment.workTitle} .crumbs=${[{ label: messages.library.title, path: '/library' }, { label: amendment.workTitle, path: `/library/${amendment.workKey}` }, { label: words.title }]}
        .facts=${[amendment.decision.title, words.onBase(datedText(amendment.base))]} .state=${{ kind: draft ? 'waiting' : 'done', word: words.states[draft ? 'draft' : 'accepted'] }}
        .beside=${draft ? html`<button type="button" class="words grave" @click=${() => void this.#drop()}>${words.drop}</button>` : nothing}>
        <div class="actions">${draft ? html`<button class="btn main" ?disabled=${this.busy || amendment.missing.length > 0} @click=${() => void this.#accept()}>${words.accept}</button>`
          : amendment.version === null ? nothing : html`<a class="btn main" href=${to(`/library/${amendment.version.workKey}?version=${encodeURIComponent(amendment.version.dateKey)}`)}>${words.result}</a>`}</div></lf-case-bar>
      ${this.notice === null ? nothing : html`<lf-notice-bar kind=${this.notice.kind} text=${this.notice.text} closable @notice-closed=${() => { this.notice = null }}></lf-notice-bar>`}
      ${amendment.missing.length === 0 ? nothing : html`<lf-notice-bar kind="warn" text=${`${words.missing}：${amendment.missing.join('')}`}></lf-notice-bar>`}
      <div class="with-aside"><div class="body"><lf-tabs .tabs=${tabs.map((id) => ({ id, label: words.tabs[id], ...(notes[id] === '' ? {} : { note: notes[id] }) }))} chosen=${tab} label=${words.panels} @tab-chosen=${(event: CustomEvent<{ id: string }>) => this.#show(event.detail.id)}></lf-tabs>
        <div role="tabpanel" id="panel-${tab}" aria-labelledby="tab-${tab}" tabindex="0">${this.#panel(amendment, tab)}</div></div>
        <aside><amend-side .amendment=${amendment} @change-wanted=${(event: CustomEvent<{ change: AmendmentChange }>) => void this.#change(event.detail.change)}></amend-side></aside></div>
      ${draft ? this.#dialogs(amendment) : nothing}`
  }

  #show(tab: string): void {
    const query = new URLSearchParams(this.query)
    if (tab === 'steps') query.delete('tab')
    else query.set('tab', tab)
    this.query = query
    replaceQuery(query)
  }
}
customElements.define('view-amendment', ViewAmendment)
