import { html, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { messages } from '../../messages/zh.ts'
import { LightElement } from '../light-element.ts'
import { walkedRows } from './folded-rows.ts'
import { marginWords } from './margin-words.ts'
import { kindOf, numbersOf } from './row-words.ts'
import type { ShownRow, Trait } from './shown-rows.ts'

/** What changed, as a list to walk along, below the headings that it stands below. Event: `row-wanted` {rowId}. */
export class CompareOutline extends LightElement {
  static override properties = { rows: { attribute: false }, chosen: { attribute: false }, current: {} }
  declare rows: readonly ShownRow[]
  /** what alone is asked for */
  declare chosen: ReadonlySet<Trait>
  declare current: string
  constructor() {
    super()
    this.rows = []
    this.chosen = new Set()
    this.current = ''
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('current') && this.current !== '') this.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }

  protected override render(): TemplateResult {
    const words = messages.elements.compare
    const walked = walkedRows(this.rows, this.chosen)
    const stops = walked.filter(({ stop }) => stop).length
    const link = (row: ShownRow, content: TemplateResult): TemplateResult => html`<a href="#${row.id}" aria-current=${row.id === this.current ? 'true' : 'false'} @click=${(event: MouseEvent) => { event.preventDefault(); this.dispatchEvent(new CustomEvent('row-wanted', { detail: { rowId: row.id }, bubbles: true })) }}>${content}</a>`
    return html`<nav class="compare-outline" aria-label=${words.outline}><h2>${words.outline}<span>${words.stops(stops)}</span></h2>
      ${stops === 0 ? html`<p class="quiet">${words.noStops}</p>` : html`<ol>${walked.map(({ row, stop }) => guard([row, stop, row.id === this.current], () => {
        if (!stop) return html`<li class="over level-${row.level}">${link(row, html`<b>${numbersOf(row)}</b>`)}</li>`
        const marks = row.what === 'heading' ? row.remarks : row.kind === 'changed' ? marginWords(row.changes) : []
        return html`<li class=${row.what === 'heading' ? `heading level-${row.level}` : ''}>${link(row, html`<b>${numbersOf(row)}</b><span class="kind ${row.kind} ${row.kind === 'same' && row.moved ? 'moved' : ''}">${kindOf(row)}</span>${marks.length === 0 ? '' : html`<span class="marks">${marks.join('、')}</span>`}`)}</li>`
      }))}</ol>`}</nav>`
  }
}
customElements.define('compare-outline', CompareOutline)
declare global { interface HTMLElementTagNameMap { 'compare-outline': CompareOutline } }
