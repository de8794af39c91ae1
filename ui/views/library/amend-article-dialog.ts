import { html, nothing, type TemplateResult } from 'lit'
import { LightElement } from '../../components/light-element.ts'
import type { FieldError } from '../../api/problem.ts'
import { messages } from '../../messages/zh.ts'
import type { Amendment, Instruction } from './amend-data.ts'

const words = messages.amendment

export type Mending = { articleId: string; text: string; settled: { index: number; reason: string }[] }

/** 人工补正 of one article, with why. Events: `article-mended` {articleId, text, settled}, `dialog-closed`. */
export class AmendArticleDialog extends LightElement {
  static override properties = { amendment: { attribute: false }, articleId: {}, failed: { attribute: false }, open: { type: Boolean }, errors: { attribute: false }, missing: { state: true } }
  declare amendment: Amendment | null
  /** the article that is open at first; '' where the person chooses */
  declare articleId: string
  /** instructions that the correction settles */
  declare failed: readonly Instruction[]
  declare open: boolean
  declare errors: readonly FieldError[]
  declare missing: string

  constructor() {
    super()
    this.amendment = null
    this.articleId = ''
    this.failed = []
    this.open = false
    this.errors = []
    this.missing = ''
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('open') && this.open) this.missing = ''
  }

  #source(articleId: string): string {
    return this.amendment?.handWritten.find((h) => h.articleId === articleId)?.text ?? this.amendment?.articles.find(({ id }) => id === articleId)?.source ?? ''
  }

  #save(event: SubmitEvent): void {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const form = new FormData(event.target)
    const reason = String(form.get('reason') ?? '').trim()
    if (this.failed.length > 0 && reason.length < 2) {
      this.missing = words.mendWhyHint
      return
    }
    const detail: Mending = { articleId: String(form.get('article') ?? this.articleId), text: String(form.get('text') ?? ''), settled: this.failed.map(({ index }) => ({ index, reason })) }
    this.dispatchEvent(new CustomEvent('article-mended', { detail, bubbles: true }))
  }

  protected override render(): TemplateResult {
    const { amendment } = this
    const chosen = this.articleId === '' ? (amendment?.articles[0]?.id ?? '') : this.articleId
    const label = amendment?.articles.find(({ id }) => id === chosen)?.number ?? ''
    return html`<lf-dialog heading=${words.mendOf(label)} wide ?open=${this.open} .errors=${this.errors} @dialog-closed=${() => { this.open = false }}>
      ${this.open && amendment !== null ? html`<form id="mend-form" @submit=${(event: SubmitEvent) => this.#save(event)} novalidate>
        ${this.failed.map((one) => html`<p class="amend-said law">${one.text}</p><p class="soon small">${one.reason?.message ?? ''}</p>`)}
        <p class="quiet">${words.mendHint}</p>
        <lf-field label=${words.mendArticle}><select name="article" @change=${(event: Event) => { if (event.target instanceof HTMLSelectElement) this.articleId = event.target.value }}>${amendment.articles.map(({ id, number, source }) => html`<option value=${id} ?selected=${id === chosen}>${source.slice(0, 26) || number}</option>`)}</select></lf-field>
        <lf-field label=${words.mendText}><textarea name="text" rows="9" class="law" .value=${this.#source(chosen)}></textarea></lf-field>
        ${this.failed.length === 0 ? nothing : html`<lf-field label=${words.mendWhy} required hint=${words.mendWhyHint} .error=${this.missing}><input name="reason"></lf-field>`}</form>` : nothing}
      <button slot="actions" class="btn main" form="mend-form">${words.mendSave}</button></lf-dialog>`
  }
}
customElements.define('amend-article-dialog', AmendArticleDialog)
declare global { interface HTMLElementTagNameMap { 'amend-article-dialog': AmendArticleDialog } }
