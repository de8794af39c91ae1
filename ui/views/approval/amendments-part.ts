import { html, nothing, type TemplateResult } from 'lit'
import { api, editing } from '../../api/client.ts'
import { applyAmendments } from '../../../law/drafting/amendments/index.ts'
import { messages } from '../../messages/zh.ts'
import { DraftKeeper } from '../../draft-keeper.ts'
import { UnsavedGuard } from '../../unsaved-guard.ts'
import { z } from 'zod/mini'
import { ActingElement } from './acting-element.ts'
import type { Amendment, Approval } from './approval-data.ts'

const words = messages.approval
const kept = z.array(z.object({ articleId: z.string(), articleKey: z.string(), articleLabel: z.string(), before: z.string(), after: z.string(), reason: z.string() }))
export type ChosenPassage = { articleId: string; exact: string }

/**
 * 修改意见: each names an article, the words as they stand, the words instead, and why. What cannot be carried out is said
 * while it is typed. Events: `amendments-changed` {amendments}, `approval-changed` {approval, etag}.
 */
export class AmendmentsPart extends ActingElement {
  static override properties = { approval: { attribute: false }, etag: {}, owner: {}, chosen: { attribute: false }, rows: { state: true } }
  declare approval: Approval | null
  declare etag: string
  declare owner: string
  /** what is selected in the text beside */
  declare chosen: ChosenPassage | null
  declare rows: readonly Amendment[]
  #keeper: DraftKeeper<Amendment[]> | null = null
  #read = ''

  constructor() {
    super()
    this.approval = null
    this.etag = ''
    this.owner = ''
    this.chosen = null
    this.rows = []
    new UnsavedGuard(this, () => this.#keeper?.dirty === true)
  }
  protected override willUpdate(): void {
    const { approval } = this
    if (approval === null || this.#read === approval.id) return
    this.#read = approval.id
    this.#keeper = new DraftKeeper({ key: `amendments:${approval.id}:${approval.revision}`, owner: this.owner, read: (stored) => kept.parse(stored) })
    this.#set(this.#keeper.restore()?.value ?? approval.amendments, false)
  }
  protected override load(): Promise<void> {
    return Promise.resolve()
  }

  #set(rows: readonly Amendment[], typed = true): void {
    this.rows = rows
    if (typed) this.#keeper?.keep([...rows])
    this.dispatchEvent(new CustomEvent('amendments-changed', { bubbles: true, detail: { amendments: rows } }))
  }
  #change(at: number, change: Partial<Amendment>): void {
    this.#set(this.rows.map((row, index) => (index === at ? { ...row, ...change } : row)))
  }
  #useSelection(at: number): void {
    const article = this.approval?.voted.text.articles.find((a) => a.id === this.chosen?.articleId)
    if (this.chosen !== null && article !== undefined) this.#change(at, { articleId: article.id, articleLabel: article.number, before: this.chosen.exact })
  }
  async #save(): Promise<void> {
    const { approval } = this
    if (approval === null) return
    const body = { amendments: [...this.rows] }
    const done = await this.act({ ...body, etag: this.etag }, words.amendmentsSaved, (headers) => api.PUT('/api/approvals/{id}/amendments', { params: { path: { id: approval.id } }, body, headers: { ...headers, ...editing(this.etag) } }))
    if (!done) return
    this.#keeper?.acknowledge()
    this.dispatchEvent(new CustomEvent('approval-changed', { bubbles: true }))
  }

  #row(row: Amendment, at: number, approval: Approval, fault: string): TemplateResult {
    const text = (key: 'before' | 'after' | 'reason') => (event: Event): void => {
      if (event.target instanceof HTMLTextAreaElement) this.#change(at, { [key]: event.target.value })
    }
    return html`<li class="amendment"><div class="amendment-head"><lf-field label=${words.opinionOn}><select @change=${(event: Event) => {
      if (!(event.target instanceof HTMLSelectElement)) return
      const article = approval.voted.text.articles.find((a) => a.id === (event.target as HTMLSelectElement).value)
      if (article !== undefined) this.#change(at, { articleId: article.id, articleLabel: article.number })
    }}>${approval.voted.text.articles.map((a) => html`<option value=${a.id} ?selected=${a.id === row.articleId}>${a.number}</option>`)}</select></lf-field>
      <button type="button" class="words" ?disabled=${this.chosen === null} @click=${() => this.#useSelection(at)}>${words.useSelection}</button><button type="button" class="words grave" @click=${() => this.#set(this.rows.filter((_, index) => index !== at))}>${words.removeAmendment}</button></div>
      <lf-field label=${words.before} hint=${words.beforeHint} error=${this.error(`amendments.${at}.before`)}><textarea rows="2" .value=${row.before} @input=${text('before')}></textarea></lf-field>
      <lf-field label=${words.after} hint=${words.afterHint} error=${this.error(`amendments.${at}.after`)}><textarea rows="2" .value=${row.after} @input=${text('after')}></textarea></lf-field>
      <lf-field label=${words.reason} required error=${this.error(`amendments.${at}.reason`)}><textarea rows="2" .value=${row.reason} @input=${text('reason')}></textarea></lf-field>
      ${fault === '' ? nothing : html`<p class="warn small" role="status">${words.cannot}${fault}</p>`}</li>`
  }

  protected override render(): TemplateResult | typeof nothing {
    const { approval } = this
    if (approval === null) return nothing
    if (!approval.may.amend) {
      return html`<section class="part"><h2>${words.amendments}<span>${words.amendmentCount(approval.amendments.length)}</span></h2>${approval.amendments.length === 0 ? html`<p class="quiet">${words.noAmendments}</p>` : html`<ol class="amendments">${approval.amendments.map((a) => html`<li><b>${a.articleLabel}</b><p><del>${a.before}</del>${a.after === '' ? nothing : html` <ins>${a.after}</ins>`}</p><p class="quiet small">${a.reason}</p></li>`)}</ol>`}</section>`
    }
    const { faults } = applyAmendments(approval.voted.text, this.rows)
    const first = approval.voted.text.articles[0]
    return html`<section class="part"><h2>${words.amendments}<span>${words.amendmentCount(this.rows.length)}</span></h2>${this.noticeBar()}<p class="small quiet">${words.amendHint}</p>
      <ul class="amendments">${this.rows.map((row, at) => this.#row(row, at, approval, row.before === '' ? '' : (faults.find((f) => f.index === at)?.message ?? '')))}</ul>
      <div class="save-row"><button type="button" class="btn" @click=${() => this.#set([...this.rows, { articleId: this.chosen?.articleId ?? first?.id ?? '', articleKey: '', articleLabel: approval.voted.text.articles.find((a) => a.id === this.chosen?.articleId)?.number ?? first?.number ?? '', before: this.chosen?.exact ?? '', after: '', reason: '' }])}>${words.addAmendment}</button><button type="button" class="btn main" ?disabled=${this.busy} @click=${() => void this.#save()}>${words.saveAmendments}</button></div></section>`
  }
}
customElements.define('amendments-part', AmendmentsPart)
declare global { interface HTMLElementTagNameMap { 'amendments-part': AmendmentsPart } }
