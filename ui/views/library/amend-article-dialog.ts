import { html, nothing, type TemplateResult } from 'lit'
import { z } from 'zod/mini'
import { LightElement } from '../../components/light-element.ts'
import type { FieldError } from '../../api/problem.ts'
import { DraftKeeper } from '../../draft-keeper.ts'
import { timeInTable } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { SessionReader } from '../../session.ts'
import type { Amendment, Instruction } from './amend-data.ts'

const words = messages.amendment

export type Mending = { articleId: string; text: string; settled: { index: number; reason: string }[] }

const typedSchema = z.object({ articleId: z.string(), indexes: z.array(z.number()), text: z.string(), reason: z.string() })
type Typed = z.infer<typeof typedSchema>

/**
 * 人工补正 of one article, with why. What is typed survives a reload (DraftKeeper): it is offered again with
 * `mend-wanted` {articleId, indexes} as soon as the draft is read. `acknowledge()` after the server has it.
 * Events: `article-mended` {articleId, text, settled}, `dialog-closed`, `mend-wanted`.
 */
export class AmendArticleDialog extends LightElement {
  static override properties = { amendment: { attribute: false }, articleId: {}, failed: { attribute: false }, open: { type: Boolean }, errors: { attribute: false }, missing: { state: true }, typed: { state: true }, restoredAt: { state: true } }
  declare amendment: Amendment | null
  /** the article that is open at first; '' where the person chooses */
  declare articleId: string
  /** instructions that the correction settles */
  declare failed: readonly Instruction[]
  declare open: boolean
  declare errors: readonly FieldError[]
  declare missing: string
  /** what was typed for the article that is open, null where nothing was */
  declare typed: Typed | null
  declare restoredAt: string
  readonly #session = new SessionReader(this)
  #keeper: DraftKeeper<Typed> | null = null

  constructor() {
    super()
    this.amendment = null
    this.articleId = ''
    this.failed = []
    this.open = false
    this.errors = []
    this.missing = ''
    this.typed = null
    this.restoredAt = ''
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('open') && this.open) this.missing = ''
    const owner = this.#session.value?.person.id
    if (this.#keeper !== null || this.amendment === null || owner === undefined) return
    this.#keeper = new DraftKeeper({ key: `mending:${this.amendment.id}`, owner, read: (stored) => typedSchema.parse(stored) })
    const kept = this.#keeper.restore()
    if (kept === null) return
    // the article may have gone, or been put right elsewhere in the very words
    if (!this.amendment.articles.some(({ id }) => id === kept.value.articleId) || kept.value.text === this.#source(kept.value.articleId)) {
      this.#keeper.acknowledge()
      return
    }
    this.typed = kept.value
    this.restoredAt = timeInTable(kept.keptAt)
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('restoredAt') || this.restoredAt === '' || this.typed === null || this.open) return
    const { articleId, indexes } = this.typed
    this.dispatchEvent(new CustomEvent('mend-wanted', { detail: { articleId, indexes }, bubbles: true }))
  }

  /** The server has what was typed, or the person does not want it. */
  acknowledge(): void {
    this.typed = null
    this.restoredAt = ''
    this.#keeper?.acknowledge()
  }

  #keep(event: InputEvent, articleId: string): void {
    if (!(event.currentTarget instanceof HTMLFormElement)) return
    const form = new FormData(event.currentTarget)
    this.typed = { articleId, indexes: this.failed.map(({ index }) => index), text: String(form.get('text') ?? ''), reason: String(form.get('reason') ?? '') }
    this.#keeper?.keep(this.typed)
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
    const typed = this.typed?.articleId === chosen ? this.typed : null
    const label = amendment?.articles.find(({ id }) => id === chosen)?.number ?? ''
    return html`<lf-dialog heading=${words.mendOf(label)} wide ?open=${this.open} .errors=${this.errors} @dialog-closed=${() => { this.open = false }}>
      ${this.open && amendment !== null ? html`<form id="mend-form" @submit=${(event: SubmitEvent) => this.#save(event)} @input=${(event: InputEvent) => this.#keep(event, chosen)} novalidate>
        ${typed === null || this.restoredAt === '' ? nothing : html`<p class="small soon">${messages.elements.unsaved.restored(this.restoredAt)} <button type="button" class="words" @click=${() => this.acknowledge()}>${messages.elements.unsaved.discard}</button></p>`}
        ${this.failed.map((one) => html`<p class="amend-said law">${one.text}</p><p class="soon small">${one.reason?.message ?? ''}</p>`)}
        <p class="quiet">${words.mendHint}</p>
        <lf-field label=${words.mendArticle}><select name="article" @change=${(event: Event) => { if (event.target instanceof HTMLSelectElement) this.articleId = event.target.value }}>${amendment.articles.map(({ id, number, source }) => html`<option value=${id} ?selected=${id === chosen}>${source.slice(0, 26) || number}</option>`)}</select></lf-field>
        <lf-field label=${words.mendText}><textarea name="text" rows="9" class="law" .value=${typed?.text ?? this.#source(chosen)}></textarea></lf-field>
        ${this.failed.length === 0 ? nothing : html`<lf-field label=${words.mendWhy} required hint=${words.mendWhyHint} .error=${this.missing}><input name="reason" .value=${typed?.reason ?? ''}></lf-field>`}</form>` : nothing}
      <button slot="actions" class="btn main" form="mend-form">${words.mendSave}</button></lf-dialog>`
  }
}
customElements.define('amend-article-dialog', AmendArticleDialog)
declare global { interface HTMLElementTagNameMap { 'amend-article-dialog': AmendArticleDialog } }
