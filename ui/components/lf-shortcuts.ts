import { html, nothing, type TemplateResult } from 'lit'
import { messages } from '../messages/zh.ts'
import './lf-dialog.ts'
import { LightElement } from './light-element.ts'

/** With `run` a row can be pressed as well: for whoever does not know the keys by heart. */
type Row = readonly [key: string, does: string, run?: (() => void) | undefined]
export type ShortcutGroup = { title: string; /** asked when the list is opened */ keys: () => readonly Row[] }
const ofPage = new Set<ShortcutGroup>()

/** A screen tells its own keys while it is open: `connectedCallback` adds, the returned function takes them away. */
export function addShortcuts(group: ShortcutGroup): () => void {
  ofPage.add(group)
  return () => ofPage.delete(group)
}

/** All keys in one dialog; the shell opens it with `?`. */
export class LfShortcuts extends LightElement {
  static override properties = { open: { state: true } }
  declare open: boolean
  constructor() {
    super()
    this.open = false
  }
  show(): void {
    this.open = true
  }
  /** What is done stands where the caret was: the dialog gives the focus back first. */
  async #run(run: () => void): Promise<void> {
    this.open = false
    await this.updateComplete
    run()
  }
  protected override render(): TemplateResult | typeof nothing {
    if (!this.open) return nothing
    const words = messages.elements.shortcuts
    const lists = document.querySelector('lf-list-table') === null ? [] : [{ title: words.group.list, keys: () => words.keys }]
    const groups = [...ofPage, ...lists, { title: words.group.everywhere, keys: () => words.everywhere }].map(({ title, keys }) => ({ title, keys: keys() }))
    return html`<lf-dialog heading=${words.title} .open=${true} @dialog-closed=${() => { this.open = false }}>
      ${groups.map(({ title, keys }) => html`<section class="part"><h2>${title}</h2><table class="keys-table"><tbody>${keys.map(([key, does, run]) => html`<tr><th scope="row">${key.split(' ').map((one) => html`<kbd>${one}</kbd> `)}</th><td>${run === undefined ? does : html`<button class="plain" @click=${() => this.#run(run)}>${does}</button>`}</td></tr>`)}</tbody></table></section>`)}
      <p class="small quiet">${words.note}${groups.some(({ keys }) => keys.some(([, , run]) => run !== undefined)) ? words.press : ''}</p></lf-dialog>`
  }
}
customElements.define('lf-shortcuts', LfShortcuts)
declare global { interface HTMLElementTagNameMap { 'lf-shortcuts': LfShortcuts } }
