import { html, type TemplateResult } from 'lit'
import { messages } from '../../messages/zh.ts'
import { LightElement } from '../light-element.ts'
import { marginWords } from './margin-words.ts'
import { kindOf, numbersOf } from './row-words.ts'
import type { ShownRow } from './shown-rows.ts'

/** What changed, as a list to walk along. Event: `row-wanted` {rowId}. */
export class CompareOutline extends LightElement {
  static override properties = { rows: { attribute: false }, current: {} }
  declare rows: readonly ShownRow[]
  declare current: string
  constructor() {
    super()
    this.rows = []
    this.current = ''
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('current') && this.current !== '') this.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }

  protected override render(): TemplateResult {
    const words = messages.elements.compare
    return html`<nav class="compare-outline" aria-label=${words.outline}><h2>${words.outline}<span>${words.stops(this.rows.length)}</span></h2>
      ${this.rows.length === 0 ? html`<p class="quiet">${words.noStops}</p>` : html`<ol>${this.rows.map((row) => {
        const marks = row.kind === 'changed' ? marginWords(row.changes) : []
        return html`<li><a href="#${row.id}" aria-current=${row.id === this.current ? 'true' : 'false'} @click=${(event: MouseEvent) => { event.preventDefault(); this.dispatchEvent(new CustomEvent('row-wanted', { detail: { rowId: row.id }, bubbles: true })) }}>
          <b>${numbersOf(row)}</b><span class="kind ${row.kind} ${row.kind === 'same' && row.moved ? 'moved' : ''}">${kindOf(row)}</span>${marks.length === 0 ? '' : html`<span class="marks">${marks.join('、')}</span>`}</a></li>`
      })}</ol>`}</nav>`
  }
}
customElements.define('compare-outline', CompareOutline)
declare global { interface HTMLElementTagNameMap { 'compare-outline': CompareOutline } }
