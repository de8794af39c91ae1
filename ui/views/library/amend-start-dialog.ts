import { html, nothing, type TemplateResult } from 'lit'
import { api, asProblem, Submission } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import { LightElement } from '../../components/light-element.ts'
import '../../components/lf-upload.ts'
import { sendFile, type StoredFile } from '../../components/send-file.ts'
import { messages } from '../../messages/zh.ts'
import { datedText } from './amend-data.ts'
import type { VersionRow } from './library-data.ts'

const words = messages.amendment.start
const ACCEPTED = '.docx,.pdf,.rtf,.txt,.md,.html,.htm'

/** Chooses the text to amend and brings the decision. Events: `amendment-started` {id}, `dialog-closed`. */
export class AmendStartDialog extends LightElement {
  static override properties = { open: { type: Boolean }, workKey: {}, versions: { attribute: false }, base: {}, paste: { state: true }, file: { state: true }, errors: { state: true }, busy: { state: true } }
  declare open: boolean
  declare workKey: string
  /** texts under this work's own key */
  declare versions: readonly VersionRow[]
  declare base: string
  declare paste: boolean
  declare file: StoredFile | null
  declare errors: readonly FieldError[]
  declare busy: boolean
  readonly #submission = new Submission()
  #pasteKey = ''
  #pasted = ''

  constructor() {
    super()
    this.open = false
    this.workKey = ''
    this.versions = []
    this.base = ''
    this.paste = false
    this.file = null
    this.errors = []
    this.busy = false
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('open') || !this.open) return
    this.file = null
    this.paste = false
    this.errors = []
  }

  /** The decision as a file: what was pasted is sent as one, byte for byte. */
  async #decision(form: FormData): Promise<string | null> {
    if (!this.paste) return this.file?.id ?? null
    const text = String(form.get('text') ?? '').trim()
    if (text === '') return null
    // the same words sent again after a failure are not stored twice
    if (text !== this.#pasted) [this.#pasted, this.#pasteKey] = [text, crypto.randomUUID()]
    return (await sendFile({ file: new File([text], words.pasted, { type: 'text/plain' }), key: this.#pasteKey, onProgress: () => undefined }).stored).id
  }

  async #start(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement) || this.busy) return
    const form = new FormData(event.target)
    this.busy = true
    try {
      const fileId = await this.#decision(form)
      if (fileId === null) {
        this.errors = [{ path: this.paste ? 'text' : 'fileId', message: words.none }]
        return
      }
      const body = { baseDateKey: String(form.get('base') ?? this.base), fileId }
      const { data } = await this.#submission.send(body, (headers) => api.POST('/api/library/works/{key}/amendments', { params: { path: { key: this.workKey } }, body, headers }))
      this.errors = []
      this.dispatchEvent(new CustomEvent('amendment-started', { detail: data, bubbles: true }))
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = [{ path: this.paste ? 'text' : 'fileId', message: problem.told }]
    } finally {
      this.busy = false
    }
  }

  #dated(version: VersionRow): string {
    const date = datedText(version).trim()
    return version.standing === 'inForce' ? `${date}（${words.current}）` : date
  }

  protected override render(): TemplateResult {
    const error = this.errors[0]?.message ?? ''
    return html`<lf-dialog heading=${messages.amendment.title} wide ?open=${this.open} .errors=${this.errors} @dialog-closed=${() => { this.open = false }}>
      ${this.open ? html`<form id="amend-start" @submit=${(event: SubmitEvent) => void this.#start(event)} novalidate>
        <p class="quiet">${words.hint}</p>
        <div class="fields"><lf-field class="w8" label=${words.base}><select name="base">${this.versions.map((version) => html`<option value=${version.dateKey} ?selected=${version.dateKey === this.base}>${this.#dated(version)}</option>`)}</select></lf-field></div>
        <fieldset class="options"><legend class="field-label">${words.how}</legend>
          <label class="option"><input type="radio" name="how" ?checked=${!this.paste} @change=${() => { this.paste = false }}>${words.byFile}</label>
          <label class="option"><input type="radio" name="how" ?checked=${this.paste} @change=${() => { this.paste = true }}>${words.byPaste}</label></fieldset>
        ${this.paste
          ? html`<lf-field label=${words.paste} hint=${words.pasteHint} .error=${error}><textarea name="text" rows="10" class="law"></textarea></lf-field>`
          : html`<lf-upload label=${words.upload} accept=${ACCEPTED} @file-stored=${(event: CustomEvent<StoredFile>) => { this.file = event.detail; this.errors = [] }} @file-removed=${() => { this.file = null }}></lf-upload>${error === '' ? nothing : html`<p class="error-summary" role="alert">${error}</p>`}`}
      </form>` : nothing}
      <button slot="actions" class="btn main" form="amend-start" ?disabled=${this.busy}>${this.busy ? words.reading : words.go}</button></lf-dialog>`
  }
}
customElements.define('amend-start-dialog', AmendStartDialog)
