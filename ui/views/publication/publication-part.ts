import { html, nothing, type TemplateResult } from 'lit'
import { api, asProblem, editing, Submission } from '../../api/client.ts'
import '../../components/lf-dialog.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { SessionReader } from '../../session.ts'

type Published = { id: string; revision: number; title: string; registrationNo: string | null; published: boolean }
const words = messages.suggestion.publication

/**
 * 公开: makes a filed document and its text public, or takes it back with a reason; for the review chief and the archivist.
 *   <publication-part .filing=${filing}></publication-part>
 * Events: `published` {published, revision}.
 */
export class PublicationPart extends LightElement {
  static override properties = { filing: { attribute: false }, asking: { state: true }, reason: { state: true }, sentence: { state: true }, busy: { state: true } }
  declare filing: Published | null
  declare asking: boolean
  declare reason: string
  declare sentence: string
  declare busy: boolean
  readonly #session = new SessionReader(this)
  readonly #submission = new Submission()

  constructor() {
    super()
    this.filing = null
    this.asking = false
    this.reason = ''
    this.sentence = ''
    this.busy = false
  }

  async #publish(publish: boolean): Promise<void> {
    const { filing } = this
    if (filing === null || this.busy) return
    this.busy = true
    this.sentence = ''
    const body = { publish, reason: publish ? '' : this.reason }
    try {
      const { data } = await this.#submission.send(body, (headers) => api.POST('/api/filings/{id}/publication', { params: { path: { id: filing.id } }, body, headers: { ...headers, ...editing(`"${filing.revision}"`) } }))
      this.filing = { ...filing, revision: data.revision, published: data.publishedAt !== null }
      this.asking = false
      this.dispatchEvent(new CustomEvent('published', { bubbles: true, detail: { published: data.publishedAt !== null, revision: data.revision } }))
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.sentence = problem.fields[0]?.message ?? problem.told
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { filing } = this
    const may = this.#session.hasRole('reviewChief') || this.#session.hasRole('archivist')
    if (filing === null || filing.registrationNo === null || (!may && !filing.published)) return nothing
    return html`<section class="part"><h2>${words.title}</h2><p>${filing.published ? html`${words.isPublic}　<a href="/filings/${encodeURIComponent(filing.registrationNo)}" target="_blank" rel="noopener">${words.see}</a>` : words.isInternal}</p>
      ${this.sentence === '' || this.asking ? nothing : html`<lf-notice-bar kind="bad" text=${this.sentence}></lf-notice-bar>`}
      ${!may ? nothing : filing.published ? html`<button class="btn" @click=${() => { this.sentence = ''; this.asking = true }}>${words.withdraw}</button>` : html`<button class="btn" ?disabled=${this.busy} @click=${() => void this.#publish(true)}>${words.publish}</button>`}</section>
      ${this.asking ? html`<lf-dialog heading=${words.withdraw} open .errors=${this.sentence === '' ? [] : [{ path: 'reason', message: this.sentence }]} @dialog-closed=${() => { this.asking = false }}><form><lf-field label=${words.reason} required><textarea name="reason" rows="4" .value=${this.reason} @input=${(e: Event) => { if (e.target instanceof HTMLTextAreaElement) this.reason = e.target.value }}></textarea></lf-field></form>
        <button slot="actions" class="btn main" ?disabled=${this.busy} @click=${() => void this.#publish(false)}>${words.withdraw}</button></lf-dialog>` : nothing}`
  }
}
customElements.define('publication-part', PublicationPart)
