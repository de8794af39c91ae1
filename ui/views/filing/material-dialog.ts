import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, asProblem, Submission } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import type { components } from '../../api/schema.d.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import type { PackageItem } from './filing-package.ts'

type Uploaded = components['schemas']['UploadedFile']
const words = messages.filing.package

/**
 * One material: a file, or the list of its basis, or the reason why it is not there.
 * Event: `material-saved` with the filing as it is then.
 */
export class MaterialDialog extends LightElement {
  static override properties = { filingId: {}, item: { attribute: false }, reason: { state: true }, note: { state: true }, file: { state: true }, errors: { state: true }, busy: { state: true } }
  declare filingId: string
  declare item: PackageItem | null
  declare reason: string
  declare note: string
  declare file: Uploaded | null
  declare errors: readonly FieldError[]
  declare busy: boolean
  readonly #submission = new Submission()

  constructor() {
    super()
    this.filingId = ''
    this.item = null
    this.reason = ''
    this.note = ''
    this.file = null
    this.errors = []
    this.busy = false
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('item') || this.item === null) return
    this.reason = this.item.materials.find((m) => m.notApplicableReason !== null)?.notApplicableReason ?? ''
    this.note = this.item.materials.find((m) => m.note !== null)?.note ?? ''
    this.file = null
    this.errors = []
  }

  #close(): void {
    this.item = null
    this.dispatchEvent(new CustomEvent('material-closed', { bubbles: true }))
  }

  async #save(): Promise<void> {
    const { item } = this
    if (item === null || this.busy) return
    const replaced = item.materials.find((m) => m.file !== null)?.id
    const body = {
      kind: item.kind,
      ...(this.file === null ? {} : { fileId: this.file.id, ...(replaced === undefined ? {} : { replacesId: replaced }) }),
      ...(this.file === null && this.reason.trim() !== '' ? { notApplicableReason: this.reason.trim() } : {}),
      ...(this.file === null && this.note.trim() !== '' ? { note: this.note.trim() } : {}),
    }
    this.busy = true
    try {
      const { data } = await this.#submission.send(body, (headers) => api.POST('/api/filings/{id}/materials', { params: { path: { id: this.filingId } }, body, headers }))
      this.dispatchEvent(new CustomEvent('material-saved', { detail: data, bubbles: true }))
      this.#close()
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = problem.fields.length > 0 ? problem.fields : [{ path: '', message: problem.told }]
    } finally {
      this.busy = false
    }
  }

  async #takeAway(): Promise<void> {
    const id = this.item?.materials[0]?.id
    if (id === undefined) return
    try {
      const { data } = await answer(api.DELETE('/api/filings/{id}/materials/{materialId}', { params: { path: { id: this.filingId, materialId: id } } }))
      this.dispatchEvent(new CustomEvent('material-saved', { detail: data, bubbles: true }))
      this.#close()
    } catch (thrown) {
      this.errors = [{ path: '', message: asProblem(thrown).told }]
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { item } = this
    if (item === null) return nothing
    const forms = item.accepts.filter((form) => form !== 'generated' && form !== 'entered')
    const ready = this.file !== null || this.reason.trim() !== '' || this.note.trim() !== ''
    return html`<lf-dialog heading=${words.dialog(item.label)} ?open=${true} .errors=${this.errors} @dialog-closed=${() => this.#close()}>
      <form id="material" @submit=${(e: Event) => { e.preventDefault(); void this.#save() }}>
        <p class="quiet small">${item.hint}。${words.accepts(forms.join('、'))}。${words.classified}</p>
        <lf-upload label=${item.label} accept=${forms.map((form) => `.${form}`).join(',')} @file-stored=${(e: CustomEvent<Uploaded>) => { this.file = e.detail }} @file-removed=${() => { this.file = null }}></lf-upload>
        ${this.file !== null && this.file.deletions + this.file.hiddenPassages > 0 ? html`<p class="soon">${this.file.deletions} 处修订删除、${this.file.hiddenPassages} 处隐藏文字，请确认是否为定稿。</p>` : nothing}
        ${item.kind !== 'basis' || this.file !== null ? nothing : html`<lf-field label=${words.basisLabel}><textarea name="note" .value=${this.note} @input=${(e: Event) => { if (e.target instanceof HTMLTextAreaElement) this.note = e.target.value }}></textarea></lf-field>`}
        ${this.file !== null || item.kind === 'basis' ? nothing : html`<lf-field label=${words.reasonLabel}><input name="reason" .value=${this.reason} @input=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.reason = e.target.value }}></lf-field>`}
      </form>
      ${item.materials.length === 0 ? nothing : html`<button slot="actions" type="button" class="words" @click=${() => void this.#takeAway()}>${words.takeAway}</button>`}
      <button slot="actions" class="btn main" form="material" ?disabled=${!ready || this.busy} @click=${(e: Event) => { e.preventDefault(); void this.#save() }}>${words.save}</button>
    </lf-dialog>`
  }
}
customElements.define('material-dialog', MaterialDialog)
declare global { interface HTMLElementTagNameMap { 'material-dialog': MaterialDialog } }
