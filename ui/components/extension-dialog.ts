import { html, nothing, type TemplateResult } from 'lit'
import { api, asProblem, Submission } from '../api/client.ts'
import type { FieldError } from '../api/problem.ts'
import { messages } from '../messages/zh.ts'
import './lf-dialog.ts'
import './lf-field.ts'
import { LightElement } from './light-element.ts'

const words = messages.queue.extension
const LEAST_LETTERS = 4

const wordsOf = (form: HTMLFormElement, name: string): string => {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value.trim() : ''
}
const errorsOf = (thrown: unknown): FieldError[] => {
  const problem = asProblem(thrown)
  return problem.fields.length > 0 ? problem.fields : [{ path: '', message: `${problem.message}${problem.advice}` }]
}

/**
 * 申请延长: the reviewer asks for more time. `caseId`, `etag` of the case as it was shown, `open`.
 * Events: `extension-requested`, `dialog-closed`.
 */
export class ExtensionRequestDialog extends LightElement {
  static override properties = { caseId: {}, etag: {}, open: { type: Boolean }, errors: { state: true }, busy: { state: true } }
  declare caseId: string
  declare etag: string
  declare open: boolean
  declare errors: FieldError[]
  declare busy: boolean
  readonly #submission = new Submission()
  constructor() {
    super()
    this.caseId = ''
    this.etag = ''
    this.open = false
    this.errors = []
    this.busy = false
  }
  async #send(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const body = { reason: wordsOf(event.target, 'reason') }
    if (body.reason.length < LEAST_LETTERS) return void (this.errors = [{ path: 'reason', message: words.reasonMissing }])
    this.busy = true
    try {
      await this.#submission.send([this.caseId, body], (headers) => api.POST('/api/filings/{id}/extension', { params: { path: { id: this.caseId } }, body, headers: { ...headers, 'If-Match': this.etag } }))
      this.errors = []
      this.dispatchEvent(new CustomEvent('extension-requested', { bubbles: true }))
    } catch (thrown) {
      this.errors = errorsOf(thrown)
    } finally {
      this.busy = false
    }
  }
  protected override render(): TemplateResult {
    return html`<lf-dialog heading=${words.request} ?open=${this.open} .errors=${this.errors}>
      <form id="extension-request" novalidate @submit=${(event: SubmitEvent) => void this.#send(event)}>
        <lf-field label=${words.reason} required hint=${words.reasonHint} .error=${this.errors.find(({ path }) => path === 'reason')?.message ?? ''}><textarea name="reason" maxlength="500"></textarea></lf-field>
        <p class="quiet small">${words.counting}</p></form>
      <button slot="actions" class="btn main" form="extension-request" ?disabled=${this.busy}>${words.send}</button></lf-dialog>`
  }
}

/**
 * 审批延长: approve or refuse with a reason. `caseId`, `etag`, `heading` (the document), `asked` (who asked and why), `due` (until when, by which rule), `open`.
 * Events: `extension-decided` {approved}, `dialog-closed`.
 */
export class ExtensionDecisionDialog extends LightElement {
  static override properties = { caseId: {}, etag: {}, heading: {}, asked: {}, due: {}, open: { type: Boolean }, errors: { state: true }, busy: { state: true } }
  declare caseId: string
  declare etag: string
  declare heading: string
  declare asked: string
  declare due: string
  declare open: boolean
  declare errors: FieldError[]
  declare busy: boolean
  readonly #submission = new Submission()
  constructor() {
    super()
    this.caseId = ''
    this.etag = ''
    this.heading = ''
    this.asked = ''
    this.due = ''
    this.open = false
    this.errors = []
    this.busy = false
  }
  async #decide(approve: boolean): Promise<void> {
    const form = this.querySelector('form')
    if (form === null || this.busy) return
    const body = { approve, reason: wordsOf(form, 'reason') }
    if (!approve && body.reason === '') return void (this.errors = [{ path: 'reason', message: words.opinionMissing }])
    this.busy = true
    try {
      await this.#submission.send([this.caseId, body], (headers) => api.POST('/api/filings/{id}/extension/decision', { params: { path: { id: this.caseId } }, body, headers: { ...headers, 'If-Match': this.etag } }))
      this.errors = []
      this.dispatchEvent(new CustomEvent('extension-decided', { detail: { approved: approve }, bubbles: true }))
    } catch (thrown) {
      this.errors = errorsOf(thrown)
    } finally {
      this.busy = false
    }
  }
  protected override render(): TemplateResult {
    return html`<lf-dialog heading=${this.heading === '' ? words.decide : `${words.decide}：${this.heading}`} ?open=${this.open} .errors=${this.errors}>
      <form id="extension-decision" novalidate @submit=${(event: SubmitEvent) => { event.preventDefault(); void this.#decide(true) }}>
        ${this.asked === '' ? nothing : html`<p>${this.asked}</p>`}${this.due === '' ? nothing : html`<p>${this.due}</p>`}
        <lf-field label=${words.opinion} hint=${words.opinionHint} .error=${this.errors.find(({ path }) => path === 'reason')?.message ?? ''}><textarea name="reason" maxlength="500"></textarea></lf-field>
        <p class="quiet small">${words.counting}</p></form>
      <button slot="actions" class="btn" type="button" ?disabled=${this.busy} @click=${() => void this.#decide(false)}>${words.refuse}</button>
      <button slot="actions" class="btn main" form="extension-decision" ?disabled=${this.busy}>${words.approve}</button></lf-dialog>`
  }
}

customElements.define('extension-request-dialog', ExtensionRequestDialog)
customElements.define('extension-decision-dialog', ExtensionDecisionDialog)
declare global { interface HTMLElementTagNameMap { 'extension-request-dialog': ExtensionRequestDialog; 'extension-decision-dialog': ExtensionDecisionDialog } }
