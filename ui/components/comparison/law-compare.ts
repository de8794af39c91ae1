import { html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import type { Comparison, ThreeComparison } from '../../../law/compare/index.ts'
import { messages } from '../../messages/zh.ts'
import { LightElement } from '../light-element.ts'
import { compareLegend, type Moves } from './changed-words.ts'
import { compareRow } from './compare-row.ts'
import { countTraits, type Fold, foldedRows, isStop } from './folded-rows.ts'
import { shortNumber } from './row-words.ts'
import { movesOf, type ShownRow, shownRows, shownThree, type Trait, traits } from './shown-rows.ts'

export type CompareMode = 'two' | 'one' | 'three'
const NARROW = '(max-width: 720px)'

/**
 * Two or three texts article by article, walked change by change: insertions underlined, deletions struck through, moved
 * words with 移自 and 移至, in the margin what a changed duty, amount or period means; headings stand over what changed
 * below them and are changes where their words are others; what did not change is folded.
 *   <law-compare .comparison=${Comparison} or .three=${ThreeComparison} .labels=${['2018', '2023']} mode="two|one|three"
 *     .chosen=${Set<Trait>} current="c-art_1-art_1" pageKeys .corrected=${Set<rowId>} ?mayCorrect>
 * `pageKeys`: n and j go on, p and k go back wherever the focus is; without it only inside. Events: `place-changed`
 * {current, at, of}, `chosen-changed` {chosen}, `correction-wanted` {row}.
 */
export class LawCompare extends LightElement {
  static override properties = {
    comparison: { attribute: false }, three: { attribute: false }, labels: { attribute: false }, mode: {}, chosen: { attribute: false }, current: {}, pageKeys: { type: Boolean },
    corrected: { attribute: false }, mayCorrect: { type: Boolean }, opened: { state: true }, all: { state: true },
  }
  declare comparison: Comparison | null
  declare three: ThreeComparison | null
  /** what each text is called, the oldest first */
  declare labels: readonly string[]
  declare mode: CompareMode
  declare chosen: ReadonlySet<Trait>
  declare current: string
  declare pageKeys: boolean
  /** ids of rows that a person set right */
  declare corrected: ReadonlySet<string>
  declare mayCorrect: boolean
  declare opened: ReadonlySet<string>
  declare all: boolean
  rows: readonly ShownRow[] = []
  #moves: Moves = new Map()
  #stops: readonly string[] = []
  readonly #narrow = window.matchMedia(NARROW)
  readonly #redraw = (): void => this.requestUpdate()
  readonly #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (event.target instanceof HTMLElement && event.target.closest('input:not([type=checkbox], [type=radio]), select, textarea, dialog, lf-dialog, [contenteditable=true]') !== null) return
    if (!this.pageKeys && !(event.target instanceof Node && this.contains(event.target))) return
    if (event.key === 'n' || event.key === 'j') this.step(1)
    else if (event.key === 'p' || event.key === 'k') this.step(-1)
  }
  #watch: ResizeObserver | null = null

  constructor() {
    super()
    this.comparison = null
    this.three = null
    this.labels = []
    this.mode = 'two'
    this.chosen = new Set()
    this.current = ''
    this.pageKeys = false
    this.corrected = new Set()
    this.mayCorrect = false
    this.opened = new Set()
    this.all = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#narrow.addEventListener('change', this.#redraw)
    window.addEventListener('keydown', this.#key)
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#narrow.removeEventListener('change', this.#redraw)
    window.removeEventListener('keydown', this.#key)
    this.#watch?.disconnect()
    this.#watch = null
  }

  /** Two and three columns need room: in a narrow window the texts are told in one. */
  get #shownMode(): CompareMode {
    if (this.mode === 'three') return 'three'
    return this.#narrow.matches ? 'one' : this.mode
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('comparison') || changed.has('three') || changed.has('mode')) {
      this.rows = this.mode === 'three' && this.three !== null ? shownThree(this.three) : this.comparison === null ? [] : shownRows(this.comparison)
      this.#moves = movesOf(this.rows)
      this.opened = new Set()
    }
    this.#stops = this.rows.filter((row) => isStop(row, this.chosen)).map(({ id }) => id)
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    // rows come to rest below what stays at the top of the window, however high the size of type makes it
    const top = this.querySelector<HTMLElement>('.compare-top')
    if (top !== null && this.#watch === null) {
      this.#watch = new ResizeObserver(() => this.style.setProperty('--compare-top', `${top.offsetHeight + 6}px`))
      this.#watch.observe(top)
    }
    if (changed.has('current') || changed.has('chosen') || changed.has('comparison') || changed.has('three')) {
      this.dispatchEvent(new CustomEvent('place-changed', { detail: { current: this.current, at: this.#stops.indexOf(this.current), of: this.#stops.length }, bubbles: true }))
    }
  }

  /** Goes to the next (1) or previous (-1) change: from the one where the reader is, or from what stands at the top of the window. */
  step(by: 1 | -1): void {
    const at = this.#stops.indexOf(this.current)
    const row = at < 0 ? null : this.querySelector<HTMLElement>(`#${CSS.escape(this.current)}`)
    const box = row?.getBoundingClientRect()
    const seen = box !== undefined && box.bottom > 0 && box.top < window.innerHeight
    const next = seen ? this.#stops[at + by] : this.#nearest(by)
    if (next !== undefined) this.show(next)
  }

  /** The first change below the top of the window, or the last one above it. */
  #nearest(by: 1 | -1): string | undefined {
    const top = this.querySelector<HTMLElement>('.compare-top')?.getBoundingClientRect().bottom ?? 0
    const below = this.#stops.findIndex((id) => (this.querySelector<HTMLElement>(`#${CSS.escape(id)}`)?.getBoundingClientRect().top ?? 0) >= top - 1)
    if (by === 1) return this.#stops[below < 0 ? this.#stops.length - 1 : below]
    return this.#stops[below < 0 ? this.#stops.length - 1 : Math.max(0, below - 1)]
  }

  /** Brings a row into view and makes it the one where the reader is; a fold that hides it is opened. */
  show(id: string): void {
    const fold = foldedRows(this.rows, this.chosen, this.opened).find((one) => 'fold' in one && one.rows.some((row) => row.id === id))
    if (fold !== undefined && 'fold' in fold) this.opened = new Set([...this.opened, fold.fold])
    this.current = id
    void this.updateComplete.then(() => {
      const row = this.querySelector<HTMLElement>(`#${CSS.escape(id)}`)
      row?.scrollIntoView({ block: 'start' })
      row?.focus({ preventScroll: true })
      // rows on the way had the height that was guessed for them until they came into view
      requestAnimationFrame(() => row?.scrollIntoView({ block: 'start' }))
    })
  }

  #choose(trait: Trait | null): void {
    const chosen = new Set(trait === null ? [] : this.chosen)
    if (trait !== null && !chosen.delete(trait)) chosen.add(trait)
    this.chosen = chosen
    this.opened = new Set()
    this.all = false
    this.dispatchEvent(new CustomEvent('chosen-changed', { detail: { chosen }, bubbles: true }))
  }

  #filters(): TemplateResult {
    const words = messages.elements.compare
    const counts = countTraits(this.rows)
    const whole = this.rows.filter((row) => isStop(row, new Set())).length
    const chip = (label: string, count: number, on: boolean, choose: () => void): TemplateResult => html`<button type="button" aria-pressed=${on ? 'true' : 'false'} @click=${choose}>${label} <b>${count}</b></button>`
    return html`<div class="compare-filters" role="group" aria-label=${words.filters}>${chip(words.allChanges, whole, this.chosen.size === 0, () => this.#choose(null))}
      ${traits.filter((trait) => counts[trait] > 0 || this.chosen.has(trait)).map((trait) => chip(words.traits[trait], counts[trait], this.chosen.has(trait), () => this.#choose(trait)))}</div>`
  }

  #bar(): TemplateResult {
    const words = messages.elements.compare
    const at = this.#stops.indexOf(this.current)
    const row = this.rows.find(({ id }) => id === this.current)
    const where = this.#stops.length === 0 ? words.noStops : at < 0 ? words.stops(this.#stops.length) : words.place(at + 1, this.#stops.length)
    return html`<div class="compare-bar"><span class="place" role="status"><b>${where}</b>${row === undefined || at < 0 ? nothing : html`<span class="of">${shortNumber(row)}</span>`}</span>
      <button type="button" class="btn short" ?disabled=${this.#stops.length === 0} @click=${() => this.step(-1)}>${words.previous}<kbd>p</kbd></button><button type="button" class="btn short" ?disabled=${this.#stops.length === 0} @click=${() => this.step(1)}>${words.next}<kbd>n</kbd></button>
      <label class="option whole"><input type="checkbox" .checked=${this.all} @change=${() => { this.all = !this.all }}>${words.wholeText}</label></div>`
  }

  #heads(mode: CompareMode): TemplateResult | typeof nothing {
    const words = messages.elements.compare
    const fallback = [words.before, words.after]
    if (mode === 'one') return nothing
    const labels = mode === 'three' ? this.labels : [this.labels[0] ?? fallback[0], this.labels[1] ?? fallback[1]]
    return html`<div class="compare-cols compare-head ${mode}"><span></span>${labels.map((label, at) => html`<span><b>${label}</b>${mode === 'three' && at > 0 ? html`<small>${words.against}</small>` : nothing}</span>`)}</div>`
  }

  #fold(fold: Fold): TemplateResult {
    const words = messages.elements.compare
    const numbers = fold.rows.flatMap((row) => (row.what === 'article' ? [shortNumber(row)] : [])).filter((number) => number !== '')
    const [first, last] = [numbers[0] ?? '', numbers.at(-1) ?? '']
    return html`<div class="compare-fold"><button type="button" @click=${() => { this.opened = new Set([...this.opened, fold.fold]) }}><b>${words.unfold(fold)}</b>${first === '' ? nothing : html`<span>${first === last ? first : words.range(first, last)}</span>`}</button><span class="for-print">${words.leftOut(fold.counted)}</span></div>`
  }

  protected override render(): TemplateResult | typeof nothing {
    const words = messages.elements.compare
    if (this.comparison === null && this.three === null) return nothing
    const mode = this.#shownMode
    const shown = this.all ? this.rows : foldedRows(this.rows, this.chosen, this.opened)
    const equal = this.rows.every(({ kind, renumbered, moved }) => kind === 'same' && !renumbered && !moved)
    const options = {
      mode, moves: this.#moves, current: this.current, labels: this.labels, corrected: this.corrected,
      correct: this.mayCorrect && mode !== 'three' ? (row: ShownRow) => this.dispatchEvent(new CustomEvent('correction-wanted', { detail: { row }, bubbles: true })) : null,
      choose: (row: ShownRow) => { this.current = row.id },
    }
    // a step from one change to the next lays out two rows anew, not all of a code
    const labels = this.labels.join('\n')
    const row = (one: ShownRow) => guard([one, mode, this.#moves, labels, one.id === this.current, this.corrected.has(one.id), options.correct !== null], () => compareRow(one, options))
    return html`${this.#filters()}${compareLegend()}
      <div class="compare-top">${this.#bar()}${this.#heads(mode)}</div>
      <div class="compare-body ${mode}">
        ${equal ? html`<p class="absent">${words.none}</p>` : this.#stops.length === 0 ? html`<p class="absent">${words.nothingShown}</p>` : nothing}
        ${shown.map((one) => ('fold' in one ? this.#fold(one) : row(one)))}</div>`
  }
}
customElements.define('law-compare', LawCompare)
declare global { interface HTMLElementTagNameMap { 'law-compare': LawCompare } }
