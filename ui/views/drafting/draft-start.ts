import { html, nothing, type TemplateResult } from 'lit'
import { api, asProblem, Submission } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import '../../components/lf-upload.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'

const words = messages.drafting.start
type Source = components['schemas']['DraftStart']['source']

/** A project without a draft: begin from a file or from nothing. Event `draft-started`. */
export class DraftStart extends LightElement {
  static override properties = { projectId: { attribute: false }, mayCreate: { type: Boolean, attribute: 'may-create' }, sentence: { state: true }, busy: { state: true } }
  declare projectId: string
  declare mayCreate: boolean
  declare sentence: string
  declare busy: boolean
  readonly #submission = new Submission()

  constructor() {
    super()
    this.projectId = ''
    this.mayCreate = false
    this.sentence = ''
    this.busy = false
  }

  async #begin(source: Source): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      await this.#submission.send([this.projectId, source], (headers) => api.POST('/api/projects/{id}/draft', { params: { path: { id: this.projectId } }, body: { source }, headers }))
      this.dispatchEvent(new CustomEvent('draft-started', { bubbles: true }))
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.sentence = problem.told
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="page draft-start"><h1 class="page-title">${words.title}</h1><p class="say">${this.mayCreate ? words.text : words.notYours}</p>
      ${this.sentence === '' ? nothing : html`<lf-notice-bar kind="bad" text=${this.sentence}></lf-notice-bar>`}
      ${this.mayCreate ? html`<lf-upload label=${words.file} accept=".docx,.md,.txt" @file-stored=${(event: CustomEvent<{ id: string }>) => void this.#begin({ kind: 'file', fileId: event.detail.id })}></lf-upload>
        <p class="send"><button class="btn" ?disabled=${this.busy} @click=${() => void this.#begin({ kind: 'empty' })}>${words.empty}</button></p>` : nothing}</div>`
  }
}
customElements.define('draft-start', DraftStart)
declare global { interface HTMLElementTagNameMap { 'draft-start': DraftStart } }
