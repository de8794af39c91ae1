import { html, nothing, type TemplateResult } from 'lit'
import type { EditorView } from 'prosemirror-view'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { counts, findIn, replaceIn, selectCurrent, step } from './find-plugin.ts'

/** Find and replace above the text. Enter goes on, Shift-Enter back, Esc closes and gives the keys back to the text. */
export class EditorFind extends LightElement {
  static override properties = { view: { attribute: false }, open: { type: Boolean, reflect: true }, said: { state: true }, words: { state: true } }
  declare view: EditorView | null
  declare open: boolean
  declare said: string
  declare words: string
  constructor() {
    super()
    this.view = null
    this.open = false
    this.said = ''
    this.words = ''
  }

  /** Opens with the selected words, the field for finding or for replacing first. */
  async show(field: 'find' | 'replace'): Promise<void> {
    const { view } = this
    if (view === null) return
    const { from, to, $from, $to } = view.state.selection
    if (from < to && $from.sameParent($to)) this.words = view.state.doc.textBetween(from, to)
    this.open = true
    await this.updateComplete
    this.#search()
    const input = this.querySelector<HTMLInputElement>(`[name=${this.words === '' ? 'find' : field}]`)
    input?.focus()
    input?.select()
  }

  close(): void {
    if (!this.open || this.view === null) return
    selectCurrent(this.view)
    findIn(this.view, '')
    this.open = false
  }

  move(by: 1 | -1): void {
    if (!this.open) void this.show('find')
    else if (this.view !== null) step(this.view, by)
    this.#count()
  }

  #search(): void {
    if (this.view !== null) findIn(this.view, this.words)
    this.#count()
  }

  #count(): void {
    if (this.view === null) return
    const { total, current } = counts(this.view)
    this.said = this.words === '' ? '' : messages.editor.find.count(current, total)
  }

  #replace(all: boolean): void {
    if (this.view === null) return
    const { replaced, kept } = replaceIn(this.view, this.querySelector<HTMLInputElement>('[name=replace]')?.value ?? '', all)
    this.#count()
    this.said = all || kept > 0 ? messages.editor.find.replaced(replaced, kept) : this.said
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing) return
    if (event.key === 'Escape') this.close()
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      if (event.target.name === 'find') this.move(event.shiftKey ? -1 : 1)
      else this.#replace(event.ctrlKey || event.metaKey)
    } else if (event.key === 'F3') this.move(event.shiftKey ? -1 : 1)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  protected override render(): TemplateResult {
    const words = messages.editor.find
    return html`<div class="draft-find" role="search" aria-label=${words.title} ?hidden=${!this.open} @keydown=${(event: KeyboardEvent) => this.#key(event)}>
      <label><span>${words.find}</span><input name="find" autocomplete="off" .value=${this.words} @input=${(event: InputEvent) => { if (event.target instanceof HTMLInputElement) { this.words = event.target.value; this.#search() } }}></label>
      <button class="btn" @click=${() => this.move(-1)}>${words.previous}</button><button class="btn" @click=${() => this.move(1)}>${words.next}</button>
      ${this.view?.editable === false ? nothing : html`<label><span>${words.replace}</span><input name="replace" autocomplete="off"></label>
      <button class="btn" @click=${() => this.#replace(false)}>${words.one}</button><button class="btn" @click=${() => this.#replace(true)}>${words.all}</button>`}
      <span class="quiet" role="status">${this.said}</span><span class="spring"></span><button class="words" @click=${() => this.close()}>${words.close}</button>
    </div>`
  }
}
customElements.define('editor-find', EditorFind)
declare global { interface HTMLElementTagNameMap { 'editor-find': EditorFind } }
