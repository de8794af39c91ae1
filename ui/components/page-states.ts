import { html, nothing, type TemplateResult } from 'lit'
import type { ApiProblem } from '../api/problem.ts'
import { messages } from '../messages/zh.ts'
import { LightElement } from './light-element.ts'

/** Nothing here yet: what would be here, why it is not, what to do. `<lf-empty heading text .action=${html`<a …>`}>` */
export class LfEmpty extends LightElement {
  static override properties = { heading: {}, text: {}, action: { attribute: false } }
  declare heading: string
  declare text: string
  declare action: TemplateResult | typeof nothing
  constructor() {
    super()
    this.heading = ''
    this.text = ''
    this.action = nothing
  }
  protected override render(): TemplateResult {
    return html`<div class="blank"><h2>${this.heading}</h2><p>${this.text}</p><div class="do">${this.action}</div></div>`
  }
}

/** Failed, forbidden, missing, offline, told from an `ApiProblem`. Event `retry` where trying again can help. */
export class LfError extends LightElement {
  static override properties = { problem: { attribute: false }, heading: {} }
  declare problem: ApiProblem | null
  declare heading: string
  constructor() {
    super()
    this.problem = null
    this.heading = ''
  }
  #heading(): string {
    const words = messages.elements.error
    switch (this.problem?.kind) {
      case 'forbidden': return words.forbidden
      case 'missing': return words.missing
      case 'offline': return words.offline
      default: return words.failed
    }
  }
  protected override render(): TemplateResult {
    const words = messages.elements.error
    const { problem } = this
    const canRetry = problem === null || ['offline', 'failed', 'too-many', 'stale', 'conflict'].includes(problem.kind)
    return html`<div class="blank" role="alert"><h2>${this.heading || this.#heading()}</h2>
      <p>${problem?.message ?? messages.problem.failed.sentence}</p><p>${problem?.advice ?? messages.problem.failed.advice}</p>
      <div class="do">${canRetry ? html`<button class="btn" @click=${() => this.dispatchEvent(new CustomEvent('retry', { bubbles: true }))}>${words.retry}</button>` : nothing}
        <button class="words" @click=${() => history.back()}>${words.back}</button></div>
      ${problem?.traceId ? html`<p class="ref">${words.reference(problem.traceId)}</p>` : nothing}</div>`
  }
}

/** Reading: words first, grey rows only where the shape is known (`rows`). */
export class LfLoading extends LightElement {
  static override properties = { text: {}, rows: { type: Number } }
  declare text: string
  declare rows: number
  constructor() {
    super()
    this.text = messages.elements.loading
    this.rows = 0
  }
  protected override render(): TemplateResult {
    return html`<div class="loading" role="status">${this.text}${this.rows === 0 ? nothing : html`<div class="skeleton" aria-hidden="true">${Array.from({ length: this.rows }, () => html`<i></i>`)}</div>`}</div>`
  }
}

/** Long work with its counts: `<lf-progress label="读取文件" done="3" total="12">`; `text` says more (bytes). */
export class LfProgress extends LightElement {
  static override properties = { label: {}, text: {}, done: { type: Number }, total: { type: Number } }
  declare label: string
  declare text: string
  declare done: number
  declare total: number
  constructor() {
    super()
    this.label = ''
    this.text = ''
    this.done = 0
    this.total = 0
  }
  protected override render(): TemplateResult {
    const { of } = messages.elements.progress
    return html`<div class="progress"><div class="counts"><span>${this.label}</span><span>${this.text || (this.total > 0 ? of(this.done, this.total) : nothing)}</span></div>
      <progress aria-label=${this.label || this.text} max=${this.total || nothing} value=${this.total > 0 ? this.done : nothing}></progress></div>`
  }
}

export type NoticeKind = 'info' | 'warn' | 'bad' | 'good'
const signs: Record<NoticeKind, string> = { info: '●', warn: '!', bad: '!', good: '✓' }

/** One line over a page: `<lf-notice-bar kind="warn" text="…" closable>`; event `notice-closed`. */
export class LfNoticeBar extends LightElement {
  static override properties = { kind: {}, text: {}, closable: { type: Boolean }, action: { attribute: false } }
  declare kind: NoticeKind
  declare text: string
  declare closable: boolean
  declare action: TemplateResult | typeof nothing
  constructor() {
    super()
    this.kind = 'info'
    this.text = ''
    this.closable = false
    this.action = nothing
  }
  protected override render(): TemplateResult {
    return html`<div class="notice ${this.kind}" role=${this.kind === 'bad' ? 'alert' : 'status'}><span class="sign" aria-hidden="true">${signs[this.kind]}</span><span class="text">${this.text}</span>${this.action}
      ${this.closable ? html`<button class="words" @click=${() => this.dispatchEvent(new CustomEvent('notice-closed', { bubbles: true }))}>${messages.elements.notice.close}</button>` : nothing}</div>`
  }
}

customElements.define('lf-empty', LfEmpty)
customElements.define('lf-error', LfError)
customElements.define('lf-loading', LfLoading)
customElements.define('lf-progress', LfProgress)
customElements.define('lf-notice-bar', LfNoticeBar)
declare global {
  interface HTMLElementTagNameMap { 'lf-empty': LfEmpty; 'lf-error': LfError; 'lf-loading': LfLoading; 'lf-progress': LfProgress; 'lf-notice-bar': LfNoticeBar }
}
