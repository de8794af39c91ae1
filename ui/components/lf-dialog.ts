import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import type { FieldError } from '../api/problem.ts'
import { messages } from '../messages/zh.ts'

/**
 * A native modal dialog around what stands in it. What was typed stays when it is closed with Esc and opened again,
 * because the content is never taken away. `errors` are shown as a summary whose links lead to the fields.
 *
 *   <lf-dialog heading="退回补正" ?open=${…} .errors=${…} @dialog-closed=${…}>
 *     <form id="f">…</form>
 *     <button slot="actions" class="btn main" form="f">退回补正</button>
 *   </lf-dialog>
 *
 * Keys: Esc closes (event `dialog-closed`), Tab stays inside, focus goes back to where it was.
 */
export class LfDialog extends LitElement {
  static override properties = { heading: {}, open: { type: Boolean, reflect: true }, wide: { type: Boolean, reflect: true }, errors: { attribute: false } }
  declare heading: string
  declare open: boolean
  declare wide: boolean
  declare errors: readonly FieldError[]

  static override styles = css`
    :host { display: contents; }
    dialog { width: min(34rem, calc(100vw - 24px)); max-height: calc(100dvh - 48px); padding: 0; border: 1px solid var(--line); border-radius: var(--radius); color: var(--ink); background: var(--paper); box-shadow: 0 16px 48px rgb(27 31 36 / .22); overflow: hidden; }
    :host([wide]) dialog { width: min(64rem, calc(100vw - 24px)); }
    dialog[open] { display: flex; flex-direction: column; }
    dialog::backdrop { background: rgb(27 31 36 / .32); }
    header { display: flex; justify-content: space-between; align-items: baseline; gap: 16px; padding: 14px 24px 10px; border-bottom: 1px solid var(--line); }
    h2 { margin: 0; font: 700 var(--s4)/1.4 var(--law); }
    h2:focus { outline: none; }
    header button { border: 0; background: none; font: inherit; font-size: var(--s1); color: var(--ink-2); text-decoration: underline; text-underline-offset: .25em; cursor: pointer; white-space: nowrap; padding: 4px 0; }
    button:focus-visible, .errors:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
    .content { padding: 14px 24px 18px; overflow: auto; font-size: var(--s2); }
    .errors { margin-bottom: 12px; padding: 10px 14px; border-left: 3px solid var(--bad); background: var(--seal-soft); font-size: var(--s1); }
    .errors p { margin: 0; font-weight: 700; color: var(--bad); }
    .errors ul { margin: 4px 0 0; padding: 0; list-style: none; }
    .errors a { color: var(--bad); text-decoration: underline; cursor: pointer; }
    footer { display: flex; flex-wrap: wrap; gap: 12px; justify-content: flex-end; align-items: center; padding: 12px 24px; border-top: 1px solid var(--line-2); }
    footer:not(.filled) { display: none; }
  `

  constructor() {
    super()
    this.heading = ''
    this.open = false
    this.wide = false
    this.errors = []
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    const dialog = this.renderRoot.querySelector('dialog')
    if (!dialog) return
    if (changed.has('open')) {
      if (this.open && !dialog.open) {
        dialog.showModal()
        const first = this.querySelector<HTMLElement>('[autofocus], input:not([type=hidden]), select, textarea')
        if (first) first.focus()
        else this.renderRoot.querySelector('h2')?.focus()
      } else if (!this.open && dialog.open) dialog.close()
    }
    if (changed.has('errors') && this.errors.length > 0) this.renderRoot.querySelector<HTMLElement>('.errors')?.focus()
  }

  #closed(): void {
    if (!this.open) return
    this.open = false
    this.dispatchEvent(new CustomEvent('dialog-closed', { bubbles: true, composed: true }))
  }

  #toField(event: Event, { path }: FieldError): void {
    event.preventDefault()
    this.querySelector<HTMLElement>(`[name="${CSS.escape(path)}"], #${CSS.escape(path)}`)?.focus()
  }

  #slotted(event: Event): void {
    if (!(event.target instanceof HTMLSlotElement)) return
    event.target.parentElement?.classList.toggle('filled', event.target.assignedElements().length > 0)
  }

  protected override render(): TemplateResult {
    const words = messages.elements.dialog
    return html`<dialog aria-labelledby="heading" @close=${() => this.#closed()}>
      <header><h2 id="heading" tabindex="-1">${this.heading}</h2><button type="button" title=${words.closeKey} @click=${() => this.#closed()}>${words.close}</button></header>
      <div class="content">
        ${this.errors.length === 0 ? nothing : html`<div class="errors" role="alert" tabindex="-1"><p>${words.errors(this.errors.length)}</p>
          <ul>${this.errors.map((error) => html`<li>${error.path === '' ? error.message : html`<a href="#" @click=${(event: Event) => this.#toField(event, error)}>${error.message}</a>`}</li>`)}</ul></div>`}
        <slot></slot>
      </div>
      <footer><slot name="actions" @slotchange=${(event: Event) => this.#slotted(event)}></slot></footer>
    </dialog>`
  }
}
customElements.define('lf-dialog', LfDialog)
declare global { interface HTMLElementTagNameMap { 'lf-dialog': LfDialog } }
