import { html, nothing, type TemplateResult } from 'lit'
import { messages } from '../messages/zh.ts'
import { LightElement } from './light-element.ts'
import { isWriting } from './writing.ts'

export type Filter = {
  name: string
  label: string
  kind: 'select' | 'date' | 'search'
  options?: readonly { value: string; label: string }[]
  /** word for “no condition”, 全部 where left out */
  empty?: string
}

/** Conditions of a list in one line; what is set is in the accent. Key f goes to the first. Event `filters-changed` {values}. */
export class LfFilterBar extends LightElement {
  static override properties = { filters: { attribute: false }, values: { attribute: false }, shown: { type: Number }, total: { type: Number } }
  declare filters: readonly Filter[]
  declare values: Readonly<Record<string, string>>
  declare shown: number
  declare total: number
  constructor() {
    super()
    this.filters = []
    this.values = {}
    this.shown = -1
    this.total = -1
  }
  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('keydown', this.#key)
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('keydown', this.#key)
  }
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'f' || isWriting(event)) return
    event.preventDefault()
    this.querySelector<HTMLElement>('select, input')?.focus()
  }
  #set(values: Record<string, string>): void {
    this.values = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
    this.dispatchEvent(new CustomEvent('filters-changed', { detail: { values: this.values }, bubbles: true }))
  }
  #change(name: string, event: Event): void {
    if (event.target instanceof HTMLSelectElement || event.target instanceof HTMLInputElement) this.#set({ ...this.values, [name]: event.target.value })
  }
  #control({ name, label, kind, options = [], empty = messages.elements.list.all }: Filter): TemplateResult {
    const value = this.values[name] ?? ''
    const change = (event: Event): void => this.#change(name, event)
    if (kind !== 'select') return html`<input type=${kind} aria-label=${label} .value=${value} @change=${change}>`
    return html`<select aria-label=${label} @change=${change}><option value="" ?selected=${value === ''}>${empty}</option>${options.map((option) => html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`)}</select>`
  }
  protected override render(): TemplateResult {
    const words = messages.elements.list
    const set = Object.values(this.values).some((value) => value !== '')
    return html`<div class="filters" role="group" aria-label=${words.filters}>
      ${this.filters.map((filter) => html`<span class="one ${this.values[filter.name] ? 'set' : ''}"><span aria-hidden="true">${filter.label}</span>${this.#control(filter)}</span>`)}
      <span class="spring"></span>
      <span role="status">${this.total < 0 ? nothing : words.listed(this.shown < 0 ? this.total : this.shown, this.total)}${set ? html`　<button type="button" class="plain" @click=${() => this.#set({})}>${words.clear}</button>` : nothing}</span></div>`
  }
}
customElements.define('lf-filter-bar', LfFilterBar)
declare global { interface HTMLElementTagNameMap { 'lf-filter-bar': LfFilterBar } }
