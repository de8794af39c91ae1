import { html, nothing, type TemplateResult } from 'lit'
import { api, asProblem, Submission } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import type { components } from '../../api/schema.d.ts'
import { LightElement } from '../../components/light-element.ts'
import '../../components/lf-upload.ts'
import { messages } from '../../messages/zh.ts'

type Stored = components['schemas']['UploadedFile']
const words = messages.library.import
const ACCEPTED = '.docx,.doc,.wps,.ofd,.pdf,.rtf,.txt,.md,.html,.htm'

/** Uploads texts and starts a run. Events: `import-started` {id}, `dialog-closed`. */
export class ImportDialog extends LightElement {
  static override properties = { open: { type: Boolean }, kinds: { attribute: false }, fileIds: { state: true }, errors: { state: true }, busy: { state: true } }
  declare open: boolean
  declare kinds: readonly { key: string; label: string }[]
  declare fileIds: readonly string[]
  declare errors: readonly FieldError[]
  declare busy: boolean
  readonly #submission = new Submission()

  constructor() {
    super()
    this.open = false
    this.kinds = []
    this.fileIds = []
    this.errors = []
    this.busy = false
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('open') || !this.open) return
    this.fileIds = []
    this.errors = []
  }

  async #start(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement) || this.busy) return
    if (this.fileIds.length === 0) {
      this.errors = [{ path: '', message: words.first }]
      return
    }
    const form = new FormData(event.target)
    const said = Object.fromEntries([...form].flatMap(([name, value]) => (name !== 'publish' && typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [])))
    const body = { fileIds: [...this.fileIds], publish: form.get('publish') === 'yes', ...(Object.keys(said).length === 0 ? {} : { said }) }
    this.busy = true
    try {
      const { data } = await this.#submission.send(body, (headers) => api.POST('/api/library/imports', { body, headers }))
      this.errors = []
      this.fileIds = []
      this.dispatchEvent(new CustomEvent('import-started', { detail: data, bubbles: true }))
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = problem.fields.length > 0 ? problem.fields.map(({ path, message }) => ({ path: path.replace(/^said\./, ''), message })) : [{ path: '', message: problem.told }]
    } finally {
      this.busy = false
    }
  }

  readonly #stored = (event: CustomEvent<Stored>): void => {
    this.fileIds = [...this.fileIds, event.detail.id]
    this.errors = []
  }

  readonly #removed = (event: CustomEvent<{ id: string }>): void => {
    this.fileIds = this.fileIds.filter((id) => id !== event.detail.id)
  }

  #error(path: string): string {
    return this.errors.find((one) => one.path === path)?.message ?? ''
  }

  protected override render(): TemplateResult {
    const several = this.fileIds.length > 1
    const { fields } = words
    return html`<lf-dialog heading=${words.title} wide ?open=${this.open} .errors=${this.errors} @dialog-closed=${() => { this.open = false }}>
      <form id="import-form" @submit=${(event: SubmitEvent) => void this.#start(event)} novalidate>
        <p class="quiet">${words.hint}</p>
        ${this.open ? html`<lf-upload label=${words.files} accept=${ACCEPTED} multiple @file-stored=${this.#stored} @file-removed=${this.#removed}></lf-upload>` : nothing}
        <p class="quiet">${several ? words.severalFiles : words.oneFile}</p>
        <div class="fields">
          ${several ? nothing : html`<lf-field class="w8" label=${fields.title} .error=${this.#error('title')}><input name="title" placeholder=${words.asRead}></lf-field>
            <lf-field class="w4" label=${fields.documentNo} .error=${this.#error('documentNo')}><input name="documentNo" placeholder=${words.asRead}></lf-field>`}
          <lf-field class="w6" label=${fields.issuer} .error=${this.#error('issuer')}><input name="issuer" placeholder=${words.asRead}></lf-field>
          <lf-field class="w6" label=${fields.kind} .error=${this.#error('kind')}><select name="kind"><option value="">${words.asRead}</option>${this.kinds.map(({ key, label }) => html`<option value=${key}>${label}</option>`)}</select></lf-field>
          ${several ? nothing : html`<lf-field class="w6" label=${fields.promulgated} .error=${this.#error('promulgated')}><input name="promulgated" type="date"></lf-field>
            <lf-field class="w6" label=${fields.effectiveFrom} .error=${this.#error('effectiveFrom')}><input name="effectiveFrom" type="date"></lf-field>`}
        </div>
        <fieldset class="options"><legend class="field-label">${words.publish}</legend>
          <label class="option"><input type="radio" name="publish" value="yes">${words.publishYes}</label>
          <label class="option"><input type="radio" name="publish" value="no" checked>${words.publishNo}</label></fieldset>
      </form>
      <button slot="actions" class="btn main" form="import-form" ?disabled=${this.busy}>${words.start}</button>
    </lf-dialog>`
  }
}
customElements.define('import-dialog', ImportDialog)
