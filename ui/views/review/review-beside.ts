import { html, nothing, type TemplateResult } from 'lit'
import type { Comparison } from '../../../law/compare/index.ts'
import { answer, api, asProblem } from '../../api/client.ts'
import type { ApiProblem } from '../../api/problem.ts'
import '../../components/comparison/law-compare.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import { isComparison, type Workbench } from './workbench-data.ts'

type Beside = NonNullable<Workbench['previous']>

/**
 * The document beside another text, article by article: its previous version (`kind="previous"`, proposed until a person
 * confirms) or the same matter in another place (`kind="parallel"`, one of `.choices`). Event: `previous-confirmed`.
 */
export class ReviewBeside extends LightElement {
  static override properties = { caseId: {}, ownVersionId: {}, kind: {}, etag: {}, may: { type: Boolean }, choices: { attribute: false }, current: {}, beside: { state: true }, comparison: { state: true }, versionId: { state: true }, failed: { state: true }, loading: { state: true }, sentence: { state: true } }
  declare caseId: string
  /** the document's own text in the library */
  declare ownVersionId: string
  declare kind: 'previous' | 'parallel'
  declare etag: string
  declare may: boolean
  declare choices: Workbench['parallel']
  /** article of the workbench: its row is brought into view */
  declare current: string
  declare beside: Beside | null
  declare comparison: Comparison | null
  declare versionId: string
  declare failed: ApiProblem | null
  declare loading: boolean
  declare sentence: string
  #read = ''

  constructor() {
    super()
    this.caseId = ''
    this.ownVersionId = ''
    this.kind = 'previous'
    this.etag = ''
    this.may = false
    this.choices = []
    this.current = ''
    this.beside = null
    this.comparison = null
    this.versionId = ''
    this.failed = null
    this.loading = false
    this.sentence = ''
  }

  protected override willUpdate(): void {
    if (this.kind === 'parallel' && this.versionId === '') this.versionId = this.choices[0]?.versionId ?? ''
    const wanted = `${this.caseId} ${this.kind} ${this.versionId}`
    if (this.caseId === '' || wanted === this.#read || (this.kind === 'parallel' && this.versionId === '')) return
    this.#read = wanted
    void this.#load()
  }
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('current') || changed.has('comparison')) this.#bring()
  }

  /** Brings the row of the current article into view. */
  #bring(): void {
    const row = this.comparison?.rows.find((one) => one.new.some(({ id }) => id === this.current))
    // at the beginning of the text what stands above it (the choices, how the marks are read) is worth seeing too
    if (row === undefined || row === this.comparison?.rows[0]) return
    void this.updateComplete.then(() => this.querySelector(`#${CSS.escape(`c-${row.new[0]?.id ?? ''}-${row.old[0]?.id ?? ''}`)}`)?.scrollIntoView({ block: 'start' }))
  }

  async #load(): Promise<void> {
    this.loading = true
    this.failed = null
    try {
      const path = { id: this.caseId }
      const { data } = this.kind === 'previous'
        ? await answer(api.GET('/api/review/{id}/comparison/previous', { params: { path } }))
        : await answer(api.GET('/api/review/{id}/comparison/{versionId}', { params: { path: { ...path, versionId: this.versionId } } }))
      this.beside = data.beside
      this.comparison = isComparison(data.comparison) ? data.comparison : null
    } catch (thrown) {
      this.failed = asProblem(thrown)
    } finally {
      this.loading = false
    }
  }

  async #confirm(versionId: string | null): Promise<void> {
    try {
      await answer(api.PUT('/api/review/{id}/previous-version', { params: { path: { id: this.caseId } }, body: { versionId }, headers: { 'If-Match': this.etag } }))
      this.#read = ''
      this.dispatchEvent(new CustomEvent('previous-confirmed', { bubbles: true }))
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.sentence = problem.told
    }
  }

  #headOfPrevious(beside: Beside): TemplateResult {
    const words = messages.review.previous
    const confirmed = beside.why === 'confirmed'
    return html`<div class="source"><b>${beside.title}</b><span class="versions">${!this.may ? nothing : confirmed ? html`<button type="button" class="words" @click=${() => void this.#confirm(null)}>${words.undo}</button>` : html`<button type="button" class="btn short" @click=${() => void this.#confirm(beside.versionId)}>${words.confirm}</button>`}</span>
      <span class="version">${[beside.documentNo ?? '', beside.effectiveFrom === null ? '' : messages.review.effective(beside.effectiveFrom)].filter((part) => part !== '').join('　')}<b class=${confirmed ? 'inForce' : 'unknown'}>${confirmed ? '✓' : '?'} ${words.proposed[beside.why]}</b></span>
      ${confirmed ? nothing : html`<span class="version">${words.ask}</span>`}</div>`
  }
  #headOfParallel(): TemplateResult {
    const words = messages.review.parallel
    return html`<div class="candidates" role="group" aria-label=${words.list}>${this.choices.map(({ versionId, title, issuer, likeness }) => html`<button type="button" class="plain" aria-pressed=${versionId === this.versionId ? 'true' : 'false'} title="${issuer}　${words.likeness(Math.round(likeness * 100))}" @click=${() => { this.versionId = versionId }}>${title}</button>`)}</div>`
  }

  protected override render(): TemplateResult {
    const { previous, parallel } = messages.review
    if (this.failed !== null) return html`<lf-error .problem=${this.failed} @retry=${() => { this.#read = ''; this.requestUpdate() }}></lf-error>`
    if (this.kind === 'parallel' && this.choices.length === 0) return html`<p class="side-hint">${parallel.none}</p>`
    if (this.loading) return html`<lf-loading></lf-loading>`
    if (this.kind === 'previous' && this.beside === null) return html`<p class="side-hint">${previous.none}${previous.noneHint}</p>`
    const words = this.kind === 'previous' ? previous : parallel
    return html`${this.kind === 'parallel' ? this.#headOfParallel() : nothing}
      ${this.kind === 'previous' && this.beside !== null ? this.#headOfPrevious(this.beside) : nothing}
      ${this.kind === 'parallel' && this.beside !== null ? html`<div class="source"><b>${this.beside.title}</b><span class="version">${this.beside.issuer}${this.beside.effectiveFrom === null ? '' : `　${messages.review.effective(this.beside.effectiveFrom)}`}</span></div>` : nothing}
      ${this.sentence === '' ? nothing : html`<p class="error-summary" role="alert">${this.sentence}</p>`}
      ${this.comparison === null || this.beside === null || this.ownVersionId === '' ? nothing : html`<p class="small whole-comparison"><a class="u" href=${to(`/library/compare?from=${this.beside.versionId}&to=${this.ownVersionId}`)}>${messages.review.wholeComparison}</a></p>`}
      <law-compare .comparison=${this.comparison} mode="one" .labels=${[words.before, words.after]}></law-compare>`
  }
}
customElements.define('review-beside', ReviewBeside)
declare global { interface HTMLElementTagNameMap { 'review-beside': ReviewBeside } }
