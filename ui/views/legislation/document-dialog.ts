import { html, nothing, type TemplateResult } from 'lit'
import { legislationDocumentKinds } from '../../../law/procedure/index.ts'
import { api, asProblem, Submission } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import type { components } from '../../api/schema.d.ts'
import '../../components/lf-dialog.ts'
import '../../components/lf-upload.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'

export type ProjectDocument = components['schemas']['ProjectDocument']
type Uploaded = components['schemas']['UploadedFile']
const words = messages.project
const kinds = legislationDocumentKinds.filter((k) => k.made !== 'text')

/** A document given beside the steps, or in the place of an older one. Events: `document-given`, `dialog-closed`. */
export class DocumentDialog extends LightElement {
  static override properties = { projectId: {}, replaces: { attribute: false }, kind: { state: true }, fileId: { state: true }, documentNo: { state: true }, dated: { state: true }, errors: { state: true }, busy: { state: true } }
  declare projectId: string
  /** null: another document */
  declare replaces: ProjectDocument | null
  declare kind: string
  declare fileId: string | null
  declare documentNo: string
  declare dated: string
  declare errors: readonly FieldError[]
  declare busy: boolean
  readonly #submission = new Submission()

  constructor() {
    super()
    this.projectId = ''
    this.replaces = null
    this.kind = 'other'
    this.fileId = null
    this.documentNo = ''
    this.dated = ''
    this.errors = []
    this.busy = false
  }

  async #send(): Promise<void> {
    if (this.busy) return
    this.errors = this.fileId === null ? [{ path: '', message: words.step.fileFirst }] : []
    if (this.errors.length > 0) return
    this.busy = true
    const body = {
      kind: this.replaces?.kind ?? this.kind, title: null, fileId: this.fileId, notApplicableReason: null, carriedReason: null, text: null, documentNo: this.documentNo.trim() === '' ? null : this.documentNo.trim(), dated: this.dated === '' ? null : this.dated,
      replacesId: this.replaces?.form === 'file' || this.replaces?.form === 'words' || this.replaces?.form === 'excuse' ? this.replaces.id : null,
    }
    try {
      await this.#submission.send(body, (headers) => api.POST('/api/projects/{id}/documents', { params: { path: { id: this.projectId } }, body, headers }))
      this.dispatchEvent(new CustomEvent('document-given'))
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = problem.fields.length > 0 ? problem.fields : [{ path: '', message: problem.told }]
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult {
    const heading = this.replaces === null ? words.giveDocument : `${words.replace}：${this.replaces.label}`
    return html`<lf-dialog heading=${heading} open .errors=${this.errors} @dialog-closed=${() => this.dispatchEvent(new CustomEvent('dialog-closed'))}>
      <form @submit=${(e: Event) => { e.preventDefault(); void this.#send() }}>
        ${this.replaces !== null ? nothing : html`<lf-field label=${words.fields.kindOfDocument} required><select name="kind" @change=${(e: Event) => { if (e.target instanceof HTMLSelectElement) this.kind = e.target.value }}>${kinds.map((k) => html`<option value=${k.kind} ?selected=${k.kind === this.kind}>${k.label}</option>`)}</select></lf-field>`}
        <lf-upload label=${words.step.upload} @file-stored=${(e: CustomEvent<Uploaded>) => { this.fileId = e.detail.id }} @file-removed=${() => { this.fileId = null }}></lf-upload>
        <div class="fields"><lf-field class="w6" label=${words.fields.documentNo}><input name="documentNo" .value=${this.documentNo} @input=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.documentNo = e.target.value }}></lf-field>
          <lf-field class="w6" label=${words.fields.dated}><input name="dated" type="date" .value=${this.dated} @input=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.dated = e.target.value }}></lf-field></div></form>
      <button slot="actions" class="btn main" ?disabled=${this.busy} @click=${() => void this.#send()}>${heading}</button></lf-dialog>`
  }
}
customElements.define('document-dialog', DocumentDialog)
declare global { interface HTMLElementTagNameMap { 'document-dialog': DocumentDialog } }
