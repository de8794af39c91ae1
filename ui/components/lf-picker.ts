import { html, nothing, type TemplateResult } from 'lit'
import { messages } from '../messages/zh.ts'
import { LightElement } from './light-element.ts'

/** `id` is null for what was typed and is not in the list that was searched. */
export type Picked = { id: string | null; name: string; note?: string }
export type Pickable = { id: string; name: string; note?: string }

const words = messages.elements.picker
let made = 0

/**
 * Several of a long list, found by typing, kept in their order. It stands in `lf-field`, which labels its input.
 *   <lf-field label="联合制定机关"><lf-picker .chosen=${…} .search=${(typed) => found} typed></lf-picker></lf-field>
 * `typed` also takes what the list lacks and marks it. Event `picked-changed` {picked}.
 * Keys: ↓ ↑ go through what was found, Enter takes it, Esc closes; the buttons of a chosen one move it forward or take it off.
 */
export class LfPicker extends LightElement {
  static override properties = {
    chosen: { attribute: false }, search: { attribute: false }, typed: { type: Boolean }, readonly: { type: Boolean }, ordered: { type: Boolean }, inputName: { attribute: 'input-name' }, placeholder: {}, none: {},
    found: { state: true }, open: { state: true }, current: { state: true }, text: { state: true },
  }
  declare chosen: readonly Picked[]
  declare search: (typed: string) => Promise<readonly Pickable[]> | readonly Pickable[]
  declare typed: boolean
  declare readonly: boolean
  /** their order matters: each can be moved forward */
  declare ordered: boolean
  declare inputName: string
  declare placeholder: string
  /** word for nobody, where nothing can be changed */
  declare none: string
  declare found: readonly Pickable[]
  declare open: boolean
  declare current: number
  declare text: string
  readonly #id = `picker-${(made += 1)}`
  /** counts the questions: a slow answer must not cover a later one */
  #asked = 0

  constructor() {
    super()
    this.chosen = []
    this.search = () => []
    this.typed = false
    this.readonly = false
    this.ordered = false
    this.inputName = ''
    this.placeholder = ''
    this.none = ''
    this.found = []
    this.open = false
    this.current = 0
    this.text = ''
  }

  /** The field that labels the input has looked for it before it was there. */
  protected override firstUpdated(): void {
    this.closest('lf-field')?.requestUpdate()
  }

  async #find(text: string): Promise<void> {
    this.text = text
    this.open = true
    this.current = 0
    const asked = (this.#asked += 1)
    const found = await this.search(text.trim())
    if (asked === this.#asked) this.found = found.filter(({ id }) => !this.chosen.some((one) => one.id === id))
  }

  /** What can be taken now: what was found, and last what was typed, where that is allowed and nothing is called so. */
  get #options(): readonly Picked[] {
    const name = this.text.trim()
    const known = name === '' || [...this.found, ...this.chosen].some((one) => one.name === name)
    return this.typed && !known ? [...this.found, { id: null, name }] : this.found
  }

  #give(chosen: readonly Picked[]): void {
    this.chosen = chosen
    this.dispatchEvent(new CustomEvent('picked-changed', { detail: { picked: chosen }, bubbles: true }))
  }

  #take(option: Picked): void {
    this.#give([...this.chosen, option])
    this.#close()
  }

  #close(): void {
    this.#asked += 1
    this.text = ''
    this.found = []
    this.open = false
    const input = this.querySelector('input')
    if (input) input.value = ''
  }

  #forward(at: number): void {
    const chosen = [...this.chosen]
    chosen.splice(at - 1, 0, ...chosen.splice(at, 1))
    this.#give(chosen)
  }

  #key(event: KeyboardEvent): void {
    const options = this.#options
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault()
        if (!this.open) void this.#find(this.text)
        else if (options.length > 0) this.current = (this.current + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length
        return
      case 'Enter': {
        const option = this.open ? options[this.current] : undefined
        if (event.isComposing || option === undefined) return
        event.preventDefault()
        this.#take(option)
        return
      }
      case 'Escape':
        if (!this.open) return
        event.preventDefault()
        event.stopPropagation()
        this.#close()
        return
      default:
    }
  }

  #one(one: Picked, at: number): TemplateResult {
    return html`<li><span>${one.name}${one.id === null ? html`<i class="not-listed">${words.notListed}</i>` : one.note ? html`<i>${one.note}</i>` : nothing}</span>${this.readonly ? nothing : html`
      ${this.ordered && at > 0 ? html`<button type="button" class="plain" title=${words.forward} @click=${() => this.#forward(at)}><span aria-hidden="true">‹</span><span class="vh">${words.forward}：${one.name}</span></button>` : nothing}
      <button type="button" class="plain" title=${words.takeOff} @click=${() => this.#give(this.chosen.filter((other) => other !== one))}><span aria-hidden="true">×</span><span class="vh">${words.takeOff}：${one.name}</span></button>`}</li>`
  }

  #list(): TemplateResult {
    const options = this.#options
    if (options.length === 0) return html`<p class="picker-list picker-none" role="status">${this.text.trim() === '' ? words.type : words.nothing}</p>`
    return html`<ul class="picker-list" role="listbox" id="${this.#id}-list" aria-label=${words.found}>${options.map((option, at) => html`<li role="option" id="${this.#id}-${at}" aria-selected=${at === this.current ? 'true' : 'false'}
      @mousedown=${(event: Event) => { event.preventDefault(); this.#take(option) }}>${option.id === null ? html`${words.asTyped(option.name)}<i class="not-listed">${words.notListed}</i>` : html`${option.name}${option.note ? html`<i>${option.note}</i>` : nothing}`}</li>`)}</ul>`
  }

  protected override render(): TemplateResult {
    const list = this.open && this.#options.length > 0
    return html`<div class="picker ${this.readonly ? 'fixed' : ''}">${this.chosen.length === 0 ? (this.readonly ? html`<span class="quiet">${this.none}</span>` : nothing) : html`<ul class="picked">${this.chosen.map((one, at) => this.#one(one, at))}</ul>`}
      ${this.readonly ? nothing : html`<input name=${this.inputName} role="combobox" autocomplete="off" placeholder=${this.placeholder} aria-autocomplete="list" aria-expanded=${list ? 'true' : 'false'} aria-controls=${list ? `${this.#id}-list` : nothing}
        aria-activedescendant=${list ? `${this.#id}-${this.current}` : nothing} @focus=${() => void this.#find(this.text)} @input=${(event: Event) => { if (event.target instanceof HTMLInputElement) void this.#find(event.target.value) }}
        @keydown=${(event: KeyboardEvent) => this.#key(event)} @blur=${() => this.#close()}>`}
      ${this.open ? this.#list() : nothing}</div>`
  }
}
customElements.define('lf-picker', LfPicker)
declare global { interface HTMLElementTagNameMap { 'lf-picker': LfPicker } }
