import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, type ApiProblem, asProblem, editing, Submission } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import type { components } from '../../api/schema.d.ts'
import { askAboutStale } from '../../components/ask-about-stale.ts'
import '../../components/lf-dialog.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { go, to } from '../../navigation.ts'
import { shownDeadline, stateKind } from '../case-shown.ts'
import './link-dialog.ts'
import './suggestions.css'

type Suggestion = components['schemas']['Suggestion']
type Action = components['schemas']['SuggestionAction']
const words = messages.suggestion

/** One suggestion: what is asked, by whom, until when, and the steps that this person may take. */
export class ViewSuggestion extends LightElement {
  static override properties = { params: { attribute: false }, suggestion: { state: true }, problem: { state: true }, notice: { state: true }, asking: { state: true }, linking: { state: true }, values: { state: true }, errors: { state: true }, busy: { state: true } }
  declare params: Record<string, string>
  declare suggestion: Suggestion | null
  declare problem: ApiProblem | null
  declare notice: { kind: 'good' | 'bad'; text: string } | null
  declare asking: Action | null
  declare linking: boolean
  declare values: Readonly<Record<string, string>>
  declare errors: readonly FieldError[]
  declare busy: boolean
  readonly #submission = new Submission()

  constructor() {
    super()
    this.params = {}
    this.suggestion = null
    this.problem = null
    this.notice = null
    this.asking = null
    this.linking = false
    this.values = {}
    this.errors = []
    this.busy = false
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('params') && this.params['id'] !== this.suggestion?.id) void this.#load()
  }

  async #load(): Promise<void> {
    try {
      this.suggestion = (await answer(api.GET('/api/suggestions/{id}', { params: { path: { id: this.params['id'] ?? '' } } }))).data
      this.problem = null
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  async #act(body: unknown, call: (headers: Record<string, string>, id: string) => Promise<{ data?: Suggestion; error?: unknown; response: Response }>, done: string): Promise<void> {
    const { suggestion } = this
    if (suggestion === null || this.busy) return
    this.busy = true
    this.errors = []
    try {
      this.suggestion = (await this.#submission.send(body, (headers) => call({ ...headers, ...editing(`"${suggestion.revision}"`) }, suggestion.id))).data
      this.asking = null
      this.linking = false
      this.notice = { kind: 'good', text: done }
    } catch (thrown) {
      await this.#failed(asProblem(thrown))
    } finally {
      this.busy = false
    }
  }

  async #failed(problem: ApiProblem): Promise<void> {
    if (problem.kind === 'stale') {
      if ((await askAboutStale()) === 'reload') await this.#load()
      return
    }
    if (this.asking !== null || this.linking) this.errors = problem.fields.length > 0 ? problem.fields : [{ path: '', message: problem.told }]
    else this.notice = { kind: 'bad', text: problem.told }
  }

  #step(action: Action): Promise<void> {
    const body = { values: { ...this.values } }
    return this.#act(body, (headers, id) => api.POST('/api/suggestions/{id}/steps/{key}', { params: { path: { id, key: action.key } }, body, headers }), words.done(action.label))
  }
  #link(filingId: string): Promise<void> {
    const body = { filingId }
    return this.#act(body, (headers, id) => api.POST('/api/suggestions/{id}/link', { params: { path: { id } }, body, headers }), words.linkedNow)
  }
  async #draft(kind: string): Promise<void> {
    const { suggestion } = this
    if (suggestion === null) return
    const body = { kind }
    try {
      const { data } = await this.#submission.send(body, (headers) => api.POST('/api/suggestions/{id}/papers', { params: { path: { id: suggestion.id } }, body, headers }))
      void go(`/papers/${data.id}`)
    } catch (thrown) {
      this.notice = { kind: 'bad', text: asProblem(thrown).told }
    }
  }

  #begin(action: Action): void {
    if (action.fields.length === 0) {
      this.values = {}
      void this.#step(action)
      return
    }
    this.errors = []
    this.values = Object.fromEntries(action.fields.map((f) => [f.key, f.key === 'result' ? (this.suggestion?.result ?? '') : '']))
    this.asking = action
  }

  #button(action: Action, main: boolean): TemplateResult {
    const { paper } = action
    if (paper !== null) {
      const label = paper.openPaperId === null ? words.draft(paper.label) : words.openDraft(paper.label)
      return paper.openPaperId === null
        ? html`<button class="btn ${main ? 'main' : ''}" ?disabled=${action.blocked !== null} title=${action.blocked ?? action.basis} @click=${() => void this.#draft(paper.kind)}>${label}</button>`
        : html`<a class="btn ${main ? 'main' : ''}" href=${to(`/papers/${paper.openPaperId}`)}>${label}</a>`
    }
    return html`<button class="btn ${main ? 'main' : ''}" ?disabled=${action.blocked !== null || this.busy} title=${action.blocked ?? action.basis} @click=${() => this.#begin(action)}>${action.label}</button>`
  }

  #bar(s: Suggestion): TemplateResult {
    const able = s.actions.filter((a) => a.blocked === null)
    // a result that is recorded waits for its answer, not for another result
    const aside = ['foundOutOfScope', 'decideNotToStart', 'reopen', 'askToComplete', ...(s.result === null ? [] : ['recordResult'])]
    const main = able.find((a) => !aside.includes(a.key))
    const order = [...s.actions.filter((a) => a !== main), ...(main === undefined ? [] : [main])]
    return html`<lf-case-bar heading=${s.document.title} .crumbs=${[{ label: words.title, path: '/suggestions' }, { label: s.receiptNo }]}
      .facts=${[s.kindLabel, s.document.documentNo ?? '', s.document.maker ?? '', `${s.receivedOn} ${words.channels[s.channel] ?? ''}`].filter((f) => f.trim() !== '')}
      .deadline=${shownDeadline(s.deadline)} .state=${{ kind: stateKind(s.stateSign), word: s.stateLabel }}><div class="actions">${order.map((a) => this.#button(a, a === main))}</div></lf-case-bar>`
  }

  #dialog(): TemplateResult | typeof nothing {
    const { asking } = this
    if (asking === null) return nothing
    const set = (key: string, event: Event) => {
      if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement) this.values = { ...this.values, [key]: event.target.value }
    }
    return html`<lf-dialog heading=${asking.label} open .errors=${this.errors} @dialog-closed=${() => { this.asking = null }}><form><p class="quiet small">${words.basis}：${asking.basis}</p>
      ${asking.fields.map((f) => html`<lf-field label=${f.label} ?required=${f.required}>${f.options.length > 0
        ? html`<select name="values.${f.key}" .value=${this.values[f.key] ?? ''} @change=${(e: Event) => set(f.key, e)}><option value="">${words.chooseOrgan}</option>${f.options.map((o) => html`<option value=${o.value}>${o.label}${o.note === '' || f.key !== 'targetBody' ? '' : `（${o.note}）`}</option>`)}</select>`
        : html`<textarea name="values.${f.key}" rows="5" .value=${this.values[f.key] ?? ''} @input=${(e: Event) => set(f.key, e)}></textarea>`}</lf-field>`)}</form>
      <button slot="actions" class="btn main" ?disabled=${this.busy} @click=${() => void this.#step(asking)}>${asking.label}</button></lf-dialog>`
  }

  #main(s: Suggestion): TemplateResult {
    return html`<section class="part"><h2>${words.sections.content}</h2><div class="said law"><p>${s.matters}</p></div><div class="said law quiet-law">${s.reasons.split('\n').filter((line) => line.trim() !== '').map((line) => html`<p>${line}</p>`)}</div>
        ${s.files.length === 0 ? nothing : html`<ul class="small">${s.files.map((f) => html`<li><a href="/api/files/${f.id}/content">${f.name}</a></li>`)}</ul>`}</section>
      ${s.result === null && s.transferTo === null && s.resultReason === null ? nothing : html`<section class="part"><h2>${words.result}</h2><dl class="pairs">${s.result === null || s.result === 'notStarted' ? nothing : html`<dt>${words.result}</dt><dd>${s.result}</dd>`}${s.resultReason === null ? nothing : html`<dt>${words.reason}</dt><dd>${s.resultReason}</dd>`}${s.transferTo === null ? nothing : html`<dt>${words.transferTo}</dt><dd>${s.transferTo}</dd>`}</dl></section>`}
      <section class="part"><h2>${words.sections.events}</h2><ol class="happened">${s.events.map((e) => html`<li><time datetime=${e.on}>${e.on}</time><span><b>${e.label}</b>　<span class="quiet">${e.by}</span>${e.note === null ? nothing : html`<br>${e.note}`}</span></li>`)}</ol></section>`
  }

  #side(s: Suggestion): TemplateResult {
    const mayLink = s.actions.some((a) => ['accept', 'startReview', 'askToComplete', 'recordResult'].includes(a.key))
    return html`<section class="part"><h2>${words.sections.document}</h2>${s.filing === null ? nothing : html`<p>${words.linked}：<a href=${to(`/review/${s.filing.id}`)}>${s.filing.registrationNo ?? s.filing.title}</a></p>`}${mayLink ? html`<button class="btn" ?disabled=${this.busy} @click=${() => { this.errors = []; this.linking = true }}>${s.filing === null ? words.link : words.relink}</button>` : nothing}</section>
      <section class="part"><h2>${words.sections.proposer}</h2><dl class="pairs"><dt>${words.columns.proposer}</dt><dd>${s.proposer.organ ?? s.proposer.name}${s.proposer.organ !== null && s.proposer.organ !== s.proposer.name ? `（${s.proposer.name}）` : ''}</dd><dt>${words.fields.proposerContact}</dt><dd>${s.proposer.contact}</dd><dt>${words.fields.proposerAddress}</dt><dd>${s.proposer.address ?? words.noContact}</dd></dl><p class="quiet small">${words.proposerHint}</p></section>
      <section class="part"><h2>${words.sections.clocks}</h2>${s.clocks.filter((c) => c?.state === 'running' || c?.state === 'suspended').map((c) => html`<p class="running-clock"><lf-deadline .deadline=${shownDeadline(c)}></lf-deadline><span>${c?.label}<br><small class="quiet">${c?.dueOn}　${c?.standing}</small></span></p>`)}</section>
      <section class="part"><h2>${words.sections.papers}</h2>${s.papers.length === 0 ? html`<p class="quiet">${words.noPapers}</p>` : html`<ul class="found-cases">${s.papers.map((p) => html`<li><span>${p.label}${p.number === null ? '' : `　${p.number}`}<br><small class="quiet">${p.issuedOn ?? ''}</small></span>${p.state === 'issued' ? html`<span><a href="/api/papers/${p.id}/docx">${words.downloadWord}</a>　<a href="/api/papers/${p.id}/pdf">${words.downloadPdf}</a></span>` : html`<a href=${to(`/papers/${p.id}`)}>${words.openDraft(p.label)}</a>`}</li>`)}</ul>`}</section>`
  }

  protected override render(): TemplateResult {
    const s = this.suggestion
    if (this.problem !== null) return html`<div class="page"><lf-error .problem=${this.problem} @retry=${() => void this.#load()}></lf-error></div>`
    if (s === null) return html`<div class="page"><lf-loading></lf-loading></div>`
    return html`${this.#bar(s)}${this.notice === null ? nothing : html`<lf-notice-bar kind=${this.notice.kind} text=${this.notice.text} closable @notice-closed=${() => { this.notice = null }}></lf-notice-bar>`}
      <div class="page suggestion-grid"><div>${this.#main(s)}</div><aside aria-label=${words.sections.proposer}>${this.#side(s)}</aside></div>
      ${this.#dialog()}${this.linking ? html`<link-dialog text=${s.document.title} .errors=${this.errors} @filing-chosen=${(e: CustomEvent<{ filingId: string }>) => void this.#link(e.detail.filingId)} @dialog-closed=${() => { this.linking = false }}></link-dialog>` : nothing}`
  }
}
customElements.define('view-suggestion', ViewSuggestion)
