import { html, nothing, type TemplateResult } from 'lit'
import { api, asProblem, Submission } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import '../../components/lf-dialog.ts'
import '../../components/lf-upload.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'

const words = messages.drafting.tracked
type Imported = components['schemas']['ImportedChanges']

/**
 * 并入修订: a Word file with tracked changes becomes suggestions. Articles that differ are listed before anything is written.
 * Event `dialog-closed`.
 */
export class DraftTracked extends LightElement {
  static override properties = { draftId: { attribute: false }, version: { attribute: false }, fileId: { state: true }, answer: { state: true }, sentence: { state: true }, busy: { state: true } }
  declare draftId: string
  /** the version that the editor has */
  declare version: number
  declare fileId: string | null
  declare answer: Imported | null
  declare sentence: string
  declare busy: boolean
  readonly #submission = new Submission()

  constructor() {
    super()
    this.draftId = ''
    this.version = 0
    this.fileId = null
    this.answer = null
    this.sentence = ''
    this.busy = false
  }

  async #bring(fileId: string, confirm: boolean): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.sentence = ''
    this.fileId = fileId
    const body = { fileId, version: this.version, confirm }
    try {
      const { data } = await this.#submission.send([this.draftId, body], (headers) => api.POST('/api/drafts/{id}/tracked', { params: { path: { id: this.draftId } }, body, headers }))
      this.answer = data
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.answer = null
      this.sentence = problem.told
    } finally {
      this.busy = false
    }
  }

  #said(answer: Imported): TemplateResult {
    const { written, taken, notTaken, authors } = answer
    const kind = written ? 'good' : notTaken.length > 0 ? 'warn' : 'info'
    const text = written ? words.done(taken) : taken === 0 ? words.nothing : words.differs(notTaken.length)
    return html`<lf-notice-bar kind=${kind} text=${text}></lf-notice-bar>
      ${taken === 0 ? nothing : html`<h3>${written ? words.authors : words.wouldTake(taken)}</h3><ul>${authors.map(({ name, changes, named }) => html`<li>${named ? words.author(name, changes) : words.unnamed(name, changes)}</li>`)}</ul>`}
      ${notTaken.length === 0 ? nothing : html`<h3>${written ? words.notTaken : words.different}</h3><ul>${notTaken.map(({ article, why }) => html`<li><b>${article}</b>　${why}</li>`)}</ul>`}`
  }

  protected override render(): TemplateResult {
    const { answer, fileId } = this
    const asks = answer !== null && !answer.written && answer.taken > 0
    return html`<lf-dialog heading=${words.title} open>
      <p class="quiet">${words.hint}</p>
      ${answer?.written === true ? nothing : html`<lf-upload without-report label=${words.file} accept=".docx" @file-stored=${(event: CustomEvent<{ id: string }>) => void this.#bring(event.detail.id, false)} @file-removed=${() => { this.fileId = null; this.answer = null; this.sentence = '' }}></lf-upload>`}
      <div role="status">${this.busy ? words.busy : nothing}</div>
      ${this.sentence === '' ? nothing : html`<lf-notice-bar kind="bad" text=${this.sentence}></lf-notice-bar>`}
      ${answer === null ? nothing : this.#said(answer)}
      ${answer?.written === true ? html`<button slot="actions" class="btn main" @click=${() => this.dispatchEvent(new CustomEvent('dialog-closed', { bubbles: true }))}>${words.close}</button>`
        : asks && fileId !== null ? html`<button slot="actions" class="btn main" ?disabled=${this.busy} @click=${() => void this.#bring(fileId, true)}>${words.takeRest}</button>`
        : this.sentence !== '' && fileId !== null ? html`<button slot="actions" class="btn" ?disabled=${this.busy} @click=${() => void this.#bring(fileId, false)}>${words.again}</button>` : nothing}</lf-dialog>`
  }
}
customElements.define('draft-tracked', DraftTracked)
declare global { interface HTMLElementTagNameMap { 'draft-tracked': DraftTracked } }
