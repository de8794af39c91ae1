import { html, nothing, type TemplateResult } from 'lit'
import { type ComparisonRow, linesOfChanges } from '../../../law/compare/index.ts'
import { changedLine, compareLegend } from '../../components/comparison/changed-words.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { type Amendment, groupsOf, type Instruction, type InstructionGroup, toldInstructions, type ToldInstruction } from './amend-data.ts'

const words = messages.amendment

/** 原第五条，现第六条; 新增 and 删去 where it has one side only. */
export function placeOfRow(row: Pick<ComparisonRow, 'old' | 'new'>): string {
  const [old, now] = [row.old, row.new].map((side) => side.map(({ number }) => number).join('、'))
  if (old === '') return `${now}　${words.added}`
  if (now === '') return `${old}　${words.removed}`
  return words.becomes(old ?? '', now ?? '')
}

/** An article by words, before and after in one column; what stayed is counted, not printed. */
export function touchedArticle(row: ComparisonRow): TemplateResult {
  const lines = linesOfChanges(row.changes, 'both', row)
  const changed = lines.filter(({ changes }) => changes.some(({ op }) => op !== 'equal'))
  const rest = lines.length - changed.length
  return html`<div class="law">${changed.length === 0 ? html`<p class="quiet">${words.onlyNumber}</p>` : changed.map((line) => changedLine(line, 'both'))}${changed.length > 0 && rest > 0 ? html`<p class="quiet small">${words.unchanged(rest)}</p>` : nothing}</div>`
}

/**
 * What each instruction of a decision did: its words, its place, whether it was carried out, and the articles that it
 * touched by words. Events: `mend-wanted` {articleId, indexes}, `settle-wanted` {index}, `settled-back` {index}, `mended-back` {articleId}.
 */
export class AmendSteps extends LightElement {
  static override properties = { amendment: { attribute: false }, onlyFailed: { state: true } }
  declare amendment: Amendment | null
  declare onlyFailed: boolean
  constructor() {
    super()
    this.amendment = null
    this.onlyFailed = false
  }

  #tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }))
  }

  #instruction(amendment: Amendment, { one, places, notes }: ToldInstruction): TemplateResult {
    const settled = amendment.settlements.find(({ index }) => index === one.index)
    const failed = one.status === 'failed'
    const draft = amendment.state === 'draft'
    return html`<li class=${failed ? (settled === undefined ? 'failed' : 'settled') : 'applied'}>
      <span class="amend-state"><b aria-hidden="true">${failed ? (settled === undefined ? '!' : '◐') : '✓'}</b>${failed ? (settled === undefined ? words.failed : words.settled) : words.applied}${places.length === 0 ? nothing : html`　<span class="quiet">${places.join('、')}</span>`}</span>
      <p class="amend-said law">${one.text}</p>
      ${notes.map((note) => html`<p class="quiet small">${note}</p>`)}
      ${failed ? html`<p class="soon">${one.reason?.message ?? ''}</p>` : nothing}
      ${settled === undefined ? nothing : html`<p class="small">${words.settledAs(settled.reason, settled.byName)}${draft ? html`　<button type="button" class="words" @click=${() => this.#tell('settled-back', { index: one.index })}>${words.unsettle}</button>` : nothing}</p>`}
      ${failed && draft && settled === undefined ? html`<p><button type="button" class="btn short" @click=${() => this.#tell('mend-wanted', { articleId: this.#guess(amendment, one), indexes: [one.index] })}>${words.mend}</button>　<button type="button" class="words" @click=${() => this.#tell('settle-wanted', { index: one.index })}>${words.settle}</button></p>` : nothing}</li>`
  }

  /** The article that an instruction speaks of, in the text as it is now. */
  #guess(amendment: Amendment, one: Instruction): string {
    const label = /第[零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?/u.exec(one.place)?.[0]
    const row = groupsOf(amendment).flatMap(({ rows }) => rows).find(({ row: { old } }) => old.some(({ number }) => number === label))
    return row?.row.new[0]?.id ?? amendment.articles.find(({ number }) => number === label)?.id ?? ''
  }

  #row(amendment: Amendment, row: ComparisonRow): TemplateResult {
    const ids = row.new.map(({ id }) => id)
    const written = amendment.handWritten.find((h) => h.text !== null && ids.includes(h.articleId))
    const [first] = amendment.articles.filter(({ id }) => ids.includes(id))
    return html`<div class="amend-row"><p class="amend-place"><b>${placeOfRow(row)}</b>
        ${written === undefined ? nothing : html`<span class="soon">${words.mendedBy(written.byName, written.at.slice(0, 10))}</span>${amendment.state === 'draft' ? html`<button type="button" class="words" @click=${() => this.#tell('mended-back', { articleId: written.articleId })}>${words.mendBack}</button>` : nothing}`}
        ${amendment.state === 'draft' && first !== undefined ? html`<button type="button" class="words" @click=${() => this.#tell('mend-wanted', { articleId: first.id, indexes: [] })}>${words.mend}</button>` : nothing}</p>
      ${touchedArticle(row)}</div>`
  }

  #group(amendment: Amendment, group: InstructionGroup): TemplateResult {
    return html`<li class="amend-group"><div class="amend-orders"><p class="quiet small">${words.line(group.line)}</p><ul>${toldInstructions(group.instructions).map((told) => this.#instruction(amendment, told))}</ul></div>
      <div class="amend-rows">${group.rows.length === 0 ? html`<p class="quiet">${group.instructions.some(({ place }) => place === '全文') ? nothing : words.noArticle}</p>` : group.rows.map(({ row, shownAt }) => (shownAt === null ? this.#row(amendment, row) : html`<details class="amend-row"><summary class="small">${placeOfRow(row)}　${words.shownAt(shownAt)}</summary>${touchedArticle(row)}</details>`))}</div></li>`
  }

  protected override render(): TemplateResult | typeof nothing {
    const { amendment } = this
    if (amendment === null) return nothing
    const { instructions } = amendment.report
    const failed = instructions.filter(({ status }) => status === 'failed').length
    const groups = groupsOf(amendment).filter((group) => !this.onlyFailed || group.instructions.some(({ status }) => status === 'failed'))
    return html`<div class="amend-head"><b>${words.counts(instructions.length - failed, failed)}</b>
        ${failed === 0 ? nothing : html`<button type="button" class="words" aria-pressed=${this.onlyFailed ? 'true' : 'false'} @click=${() => { this.onlyFailed = !this.onlyFailed }}>${this.onlyFailed ? words.all : words.onlyFailed}</button>`}<span class="spring"></span>${compareLegend()}</div>
      <ol class="amend-groups">${groups.map((group) => this.#group(amendment, group))}</ol>`
  }
}
customElements.define('amend-steps', AmendSteps)
declare global { interface HTMLElementTagNameMap { 'amend-steps': AmendSteps } }
