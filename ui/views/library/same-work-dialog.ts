import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, asProblem, Submission } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import type { WorkRow } from './library-data.ts'

const words = messages.library.same
const SHOWN = 10

/** A person says that two works are one. Events: `recorded`, `dialog-closed`. */
export class SameWorkDialog extends LightElement {
  static override properties = { open: { type: Boolean }, workKey: {}, found: { state: true }, errors: { state: true }, busy: { state: true } }
  declare open: boolean
  declare workKey: string
  declare found: readonly WorkRow[] | null
  declare errors: readonly FieldError[]
  declare busy: boolean
  readonly #submission = new Submission()

  constructor() {
    super()
    this.open = false
    this.workKey = ''
    this.found = null
    this.errors = []
    this.busy = false
  }

  #failed(thrown: unknown): void {
    const problem = asProblem(thrown)
    this.errors = problem.fields.length > 0 ? problem.fields : [{ path: '', message: problem.told }]
  }

  async #find(): Promise<void> {
    const text = this.querySelector<HTMLInputElement>('input[name=find]')?.value.trim() ?? ''
    if (text === '') return
    try {
      const { data } = await answer(api.GET('/api/library/works', { params: { query: { text, limit: SHOWN } } }))
      this.found = data.items.filter(({ key }) => key !== this.workKey)
      this.errors = []
    } catch (thrown) {
      this.#failed(thrown)
    }
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement) || this.busy) return
    const form = new FormData(event.target)
    const body = { sameAs: String(form.get('sameAs') ?? ''), reason: String(form.get('reason') ?? '').trim() }
    this.busy = true
    try {
      await this.#submission.send(body, (headers) => api.POST('/api/library/works/{key}/same-as', { params: { path: { key: this.workKey } }, body, headers }))
      this.errors = []
      this.dispatchEvent(new CustomEvent('recorded', { bubbles: true }))
    } catch (thrown) {
      this.#failed(thrown)
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult {
    const error = (path: string): string => this.errors.find((one) => one.path === path)?.message ?? ''
    const { found } = this
    return html`<lf-dialog heading=${words.title} ?open=${this.open} .errors=${this.errors} @dialog-closed=${() => { this.open = false }}>
      ${this.open ? html`<form id="same-form" @submit=${(event: SubmitEvent) => void this.#save(event)} novalidate><p class="quiet">${words.hint}</p>
        <lf-field label=${words.find}><input name="find" type="search" @keydown=${(event: KeyboardEvent) => { if (event.key === 'Enter') { event.preventDefault(); void this.#find() } }}></lf-field>
        <div><button type="button" class="btn short" @click=${() => void this.#find()}>${words.search}</button></div>
        ${found === null ? nothing : found.length === 0 ? html`<p role="status">${words.nothing}</p>` : html`<fieldset><legend class="field-label">${words.choose}</legend>${found.map(({ key, title, issuer }) => html`<div><label class="option"><input type="radio" name="sameAs" value=${key}>${title}<span class="quiet">${issuer}</span></label></div>`)}</fieldset>`}
        <lf-field label=${words.reason} required hint=${words.reasonHint} .error=${error('reason')}><input name="reason"></lf-field></form>` : nothing}
      <button slot="actions" class="btn main" form="same-form" ?disabled=${this.busy}>${words.save}</button></lf-dialog>`
  }
}
customElements.define('same-work-dialog', SameWorkDialog)
