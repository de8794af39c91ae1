import { html, nothing, type TemplateResult } from 'lit'
import { LightElement } from './light-element.ts'

export type Tab = { id: string; label: string; /** small words behind: a count, a year */ note?: string }

/**
 * A list of tabs; the page shows the panel: `<div role="tabpanel" id="panel-{id}" aria-labelledby="tab-{id}">`.
 * Keys: left and right go through them, Home and End to the ends. Event `tab-chosen` {id}.
 */
export class LfTabs extends LightElement {
  static override properties = { tabs: { attribute: false }, chosen: {}, label: {} }
  declare tabs: readonly Tab[]
  declare chosen: string
  declare label: string
  constructor() {
    super()
    this.tabs = []
    this.chosen = ''
    this.label = ''
  }
  #choose(id: string): void {
    if (id === this.chosen) return
    this.chosen = id
    this.dispatchEvent(new CustomEvent('tab-chosen', { detail: { id }, bubbles: true }))
  }
  #key(event: KeyboardEvent): void {
    const at = this.tabs.findIndex(({ id }) => id === this.chosen)
    const last = this.tabs.length - 1
    const next = { ArrowRight: at >= last ? 0 : at + 1, ArrowLeft: at <= 0 ? last : at - 1, Home: 0, End: last }[event.key]
    const tab = next === undefined ? undefined : this.tabs[next]
    if (!tab) return
    event.preventDefault()
    this.#choose(tab.id)
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('[aria-selected=true]')?.focus())
  }
  protected override render(): TemplateResult {
    return html`<div class="tabs" role="tablist" aria-label=${this.label || nothing} @keydown=${(event: KeyboardEvent) => this.#key(event)}>${this.tabs.map(({ id, label, note }) => html`<button type="button" role="tab" id="tab-${id}" aria-controls="panel-${id}" aria-selected=${id === this.chosen ? 'true' : 'false'} tabindex=${id === this.chosen ? 0 : -1} @click=${() => this.#choose(id)}>${label}${note === undefined ? nothing : html` <small>${note}</small>`}</button>`)}</div>`
  }
}
customElements.define('lf-tabs', LfTabs)
declare global { interface HTMLElementTagNameMap { 'lf-tabs': LfTabs } }
