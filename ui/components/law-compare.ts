import { html, nothing, type TemplateResult } from 'lit'
import type { Change, Comparison, ComparisonRow } from '../../law/compare/index.ts'
import { messages } from '../messages/zh.ts'
import { marginWords } from './compare-marks.ts'
import { LightElement } from './light-element.ts'

export type CompareSide = 'old' | 'new' | 'both'

/** Changes of one line as words, deletions and insertions: one side of a comparison, or both in one column. */
export function changedWords(changes: readonly Change[], side: CompareSide): TemplateResult[] {
  return changes.flatMap(({ op, text }) => {
    if (op === 'equal') return [html`${text}`]
    if (op === 'delete') return side === 'new' ? [] : [html`<del>${text}</del>`]
    return side === 'old' ? [] : [html`<ins>${text}</ins>`]
  })
}

/** The 款 and 项 of one row on one side; lines that the side does not have are left out. */
export function changedLines(row: Pick<ComparisonRow, 'paragraphs'>, side: CompareSide): TemplateResult[] {
  const absent = side === 'old' ? 'added' : side === 'new' ? 'removed' : ''
  return row.paragraphs.filter(({ kind }) => kind !== absent).map(({ changes }) => html`<p>${changedWords(changes, side)}</p>`)
}

export const rowId = (row: Pick<ComparisonRow, 'old' | 'new'>): string => `c-${row.new[0]?.id ?? ''}-${row.old[0]?.id ?? ''}`

/**
 * Two versions article by article: insertions underlined, deletions struck through, moves with 移自 and 移至, and in
 * the margin what a changed duty, amount or period means.
 *   <law-compare .comparison=${Comparison} beforeLabel="2022-01-01 起施行" afterLabel="…" mode="two|one" onlyChanged .notes=${{ [rowId]: '…' }}>
 * `plain` leaves the summary and choices out. Events: `row-chosen` {rowId, old, new}. Keys: n and p go to the next and
 * previous change.
 */
export class LawCompare extends LightElement {
  static override properties = {
    comparison: { attribute: false }, beforeLabel: {}, afterLabel: {}, mode: {}, onlyChanged: { type: Boolean }, withRenumbered: { type: Boolean }, plain: { type: Boolean }, notes: { attribute: false }, current: {},
  }
  declare comparison: Comparison | null
  declare beforeLabel: string
  declare afterLabel: string
  declare mode: 'two' | 'one'
  declare onlyChanged: boolean
  declare withRenumbered: boolean
  declare plain: boolean
  /** explanations below a row, by rowId */
  declare notes: Readonly<Record<string, string>>
  declare current: string
  constructor() {
    super()
    this.comparison = null
    this.beforeLabel = messages.elements.compare.before
    this.afterLabel = messages.elements.compare.after
    this.mode = 'two'
    this.onlyChanged = false
    this.withRenumbered = false
    this.plain = false
    this.notes = {}
    this.current = ''
  }

  /** Two columns need room: in a narrow window the two texts are told in one. */
  readonly #narrow = window.matchMedia('(max-width: 720px)')
  readonly #redraw = (): void => this.requestUpdate()

  override connectedCallback(): void {
    super.connectedCallback()
    this.#narrow.addEventListener('change', this.#redraw)
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#narrow.removeEventListener('change', this.#redraw)
  }

  get #mode(): 'two' | 'one' {
    return this.#narrow.matches ? 'one' : this.mode
  }

  /** Rows that the choices leave. */
  #rows(): ComparisonRow[] {
    const rows = this.comparison?.rows ?? []
    if (!this.onlyChanged) return rows
    return rows.filter((row) => row.kind !== 'same' || row.moved || (row.renumbered && this.withRenumbered))
  }

  /** Goes to the next (1) or previous (-1) change. */
  step(by: 1 | -1): void {
    const changed = this.#rows().filter(({ kind }) => kind !== 'same').map(rowId)
    const at = changed.indexOf(this.current)
    const next = changed[at < 0 ? (by === 1 ? 0 : changed.length - 1) : at + by]
    if (next === undefined) return
    this.current = next
    void this.updateComplete.then(() => {
      const row = this.querySelector<HTMLElement>(`#${CSS.escape(next)}`)
      row?.scrollIntoView({ block: 'start' })
      row?.focus({ preventScroll: true })
    })
  }

  #key(event: KeyboardEvent): void {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'n') this.step(1)
    if (event.key === 'p') this.step(-1)
  }

  #numbers(row: ComparisonRow, side: 'old' | 'new'): TemplateResult {
    const words = messages.elements.compare
    const labels = (list: ComparisonRow['old']): string => list.map(({ number }) => number).join('、')
    const [own, other] = side === 'old' ? [labels(row.old), labels(row.new)] : [labels(row.new), labels(row.old)]
    const moves = row.moved || row.renumbered
    return html`<b class="number">${own}${moves && other !== '' && own !== '' ? html`<small>${side === 'old' ? words.movedTo(other) : words.movedFrom(other)}</small>` : nothing}</b>`
  }

  #cell(row: ComparisonRow, side: 'old' | 'new'): TemplateResult {
    const words = messages.elements.compare
    if (row[side].length === 0) {
      return side === 'old'
        ? html`<div class="cell"><p class="absent">${words.absentBefore}</p></div>`
        : html`<div class="cell"><p class="absent gone">${words.absentAfter}</p><p class="absent">${words.goneNote}</p></div>`
    }
    return html`<div class="cell">${this.#numbers(row, side)}<div class="law">${changedLines(row, side)}</div></div>`
  }

  #row(row: ComparisonRow): TemplateResult {
    const words = messages.elements.compare
    const id = rowId(row)
    const note = this.notes[id]
    const marks = row.kind === 'changed' ? marginWords(row.changes) : []
    return html`<section class="compare-cols compare-row ${row.kind} ${id === this.current ? 'current' : ''}" id=${id} tabindex="-1" @click=${() => this.dispatchEvent(new CustomEvent('row-chosen', { detail: { rowId: id, old: row.old, new: row.new }, bubbles: true }))}>
      <div class="compare-marks">${row.kind === 'added' || row.kind === 'removed' ? html`<span class="kind">${words.kinds[row.kind]}</span>` : nothing}${row.kind === 'same' && row.renumbered ? html`<span class="kind">${words.renumberedOnly}</span>` : nothing}${row.moved ? html`<span class="moved">${words.summary.moved.slice(1)}</span>` : nothing}${marks.map((mark) => html`<span>${mark}</span>`)}</div>
      ${this.#mode === 'two' ? html`${this.#cell(row, 'old')}${this.#cell(row, 'new')}` : html`<div class="cell">${this.#numbers(row, row.new.length > 0 ? 'new' : 'old')}<div class="law">${changedLines(row, 'both')}</div></div>`}
      ${note === undefined ? nothing : html`<p class="compare-why">${words.why}　${note}</p>`}</section>`
  }

  #summary({ summary }: Comparison): TemplateResult {
    const words = messages.elements.compare
    const kinds = ['changed', 'added', 'removed', 'moved', 'renumbered', 'same'] as const
    const check = (label: string, checked: boolean, set: (on: boolean) => void): TemplateResult => html`<label class="option"><input type="checkbox" .checked=${checked} @change=${() => set(!checked)}>${label}</label>`
    return html`<div class="compare-sum">${kinds.filter((kind) => summary[kind] > 0).map((kind) => html`<span><b>${summary[kind]}</b>${words.summary[kind]}</span>`)}
      <div class="opts">${check(words.onlyChanged, this.onlyChanged, (on) => { this.onlyChanged = on })}
        ${this.onlyChanged ? check(words.withRenumbered, this.withRenumbered, (on) => { this.withRenumbered = on }) : nothing}
        ${this.#narrow.matches ? nothing : html`<span class="choices" role="group" aria-label=${words.arrangement}><button type="button" aria-pressed=${this.mode === 'two' ? 'true' : 'false'} @click=${() => { this.mode = 'two' }}>${words.sideBySide}</button><button type="button" aria-pressed=${this.mode === 'one' ? 'true' : 'false'} @click=${() => { this.mode = 'one' }}>${words.oneColumn}</button></span>`}</div></div>`
  }

  protected override render(): TemplateResult | typeof nothing {
    const { comparison } = this
    if (comparison === null) return nothing
    const words = messages.elements.compare
    const rows = this.#rows()
    const equal = comparison.rows.every(({ kind, renumbered, moved }) => kind === 'same' && !renumbered && !moved)
    return html`${this.plain ? nothing : this.#summary(comparison)}
      <div class=${this.#mode === 'one' ? 'compare-one' : ''} @keydown=${(event: KeyboardEvent) => this.#key(event)}>
        ${this.#mode === 'two' ? html`<div class="compare-cols compare-head"><span></span><span><b>${this.beforeLabel}</b></span><span><b>${this.afterLabel}</b></span></div>` : nothing}
        ${equal ? html`<p class="absent">${words.none}</p>` : rows.length === 0 ? html`<p class="absent">${words.nothingShown}</p>` : nothing}
        ${rows.map((row) => this.#row(row))}</div>`
  }
}
customElements.define('law-compare', LawCompare)
declare global { interface HTMLElementTagNameMap { 'law-compare': LawCompare } }
