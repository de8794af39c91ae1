import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, asProblem } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import '../../components/lf-dialog.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'

type Found = { id: string; title: string; documentNo: string; registrationNo: string | null }
const words = messages.suggestion

/**
 * Looks for the case of a document among those of the committee, first by the `text` it is opened with: what the proposer
 * called the document. Events: `filing-chosen` {filingId}, `dialog-closed`.
 */
export class LinkDialog extends LightElement {
  static override properties = { text: {}, found: { state: true }, errors: { attribute: false } }
  declare text: string
  declare found: readonly Found[] | null
  declare errors: readonly FieldError[]

  constructor() {
    super()
    this.text = ''
    this.found = null
    this.errors = []
  }

  protected override firstUpdated(): void {
    void this.#find()
  }

  async #find(): Promise<void> {
    const text = this.text.trim()
    if (text === '') return
    try {
      const rows = await Promise.all((['open', 'done'] as const).map(async (view) => (await answer(api.GET('/api/queue', { params: { query: { view, text, limit: 20 } } }))).data.items))
      this.found = rows.flat().map(({ id, title, documentNo, registrationNo }) => ({ id, title, documentNo, registrationNo }))
      this.errors = []
    } catch (thrown) {
      this.errors = [{ path: '', message: asProblem(thrown).told }]
    }
  }

  protected override render(): TemplateResult {
    const { found } = this
    return html`<lf-dialog heading=${words.link} open .errors=${this.errors}><p class="quiet small">${words.linkHint}</p>
      <form @submit=${(event: Event) => { event.preventDefault(); void this.#find() }}><lf-field label=${words.find} hint=${words.findHint}><input name="text" type="search" .value=${this.text} @input=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.text = e.target.value }}></lf-field><button class="btn">${words.find}</button></form>
      ${found === null ? nothing : found.length === 0 ? html`<p class="quiet">${words.notFound}</p>` : html`<ul class="found-cases">${found.map((row) => html`<li><span>${row.title}<br><small class="quiet">${[row.registrationNo, row.documentNo].filter((part) => part !== null && part !== '').join('　')}</small></span><button type="button" class="btn" aria-label="${words.choose}：${row.title}" @click=${() => void this.dispatchEvent(new CustomEvent('filing-chosen', { bubbles: true, detail: { filingId: row.id } }))}>${words.choose}</button></li>`)}</ul>`}</lf-dialog>`
  }
}
customElements.define('link-dialog', LinkDialog)
