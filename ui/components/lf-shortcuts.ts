import { html, nothing, type TemplateResult } from 'lit'
import { messages } from '../messages/zh.ts'
import './lf-dialog.ts'
import { LightElement } from './light-element.ts'

export type ShortcutGroup = { title: string; keys: readonly (readonly [key: string, does: string])[] }
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
  protected override render(): TemplateResult | typeof nothing {
    if (!this.open) return nothing
    const words = messages.elements.shortcuts
    const groups: ShortcutGroup[] = [...ofPage, { title: words.group.list, keys: words.keys }, { title: words.group.everywhere, keys: words.everywhere }]
    return html`<lf-dialog heading=${words.title} .open=${true} @dialog-closed=${() => { this.open = false }}>
      ${groups.map(({ title, keys }) => html`<section class="part"><h2>${title}</h2><table class="keys-table"><tbody>${keys.map(([key, does]) => html`<tr><th scope="row">${key.split(' ').map((one) => html`<kbd>${one}</kbd> `)}</th><td>${does}</td></tr>`)}</tbody></table></section>`)}
      <p class="small quiet">${words.note}</p></lf-dialog>`
  }
}
customElements.define('lf-shortcuts', LfShortcuts)
declare global { interface HTMLElementTagNameMap { 'lf-shortcuts': LfShortcuts } }
