import { css, html, LitElement, type TemplateResult } from 'lit'

/**
 * A button that opens a small sheet with more: `<lf-popover label="期限依据">…</lf-popover>`, or an own button in
 * the slot `trigger`. Keys: Enter or Space opens, Esc or leaving closes (the browser's light dismissal).
 */
export class LfPopover extends LitElement {
  static override properties = { label: {}, wide: { type: Boolean, reflect: true } }
  declare label: string
  declare wide: boolean

  static override styles = css`
    :host { display: inline-block; }
    button { border: 0; padding: 0; background: none; font: inherit; color: var(--accent); cursor: pointer; text-decoration: underline dotted; text-underline-offset: .25em; }
    button:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
    [popover] { position: fixed; inset: auto; margin: 0; box-sizing: border-box; max-width: min(28em, calc(100vw - 24px)); max-height: 70vh; overflow: auto; padding: 12px 16px; border: 1px solid var(--line); border-radius: var(--radius); background: var(--paper); color: var(--ink); box-shadow: 0 8px 24px rgb(27 31 36 / .14); font: 400 var(--s1)/1.6 var(--ui); text-align: left; white-space: normal; }
    :host([wide]) [popover] { max-width: min(48em, calc(100vw - 24px)); }
  `

  constructor() {
    super()
    this.label = ''
    this.wide = false
  }

  #place(event: Event): void {
    const sheet = event.target
    if (!(sheet instanceof HTMLElement) || !sheet.matches(':popover-open')) return
    const at = this.getBoundingClientRect()
    const under = at.bottom + 6
    sheet.style.top = `${under + sheet.offsetHeight + 12 > innerHeight ? Math.max(12, at.top - 6 - sheet.offsetHeight) : under}px`
    sheet.style.left = `${Math.max(12, Math.min(at.left, innerWidth - sheet.offsetWidth - 12))}px`
  }

  hide(): void {
    const sheet = this.renderRoot.querySelector<HTMLElement>('[popover]')
    if (sheet?.matches(':popover-open')) sheet.hidePopover()
  }

  #toggle(event: Event): void {
    event.stopPropagation()
    this.renderRoot.querySelector<HTMLElement>('[popover]')?.togglePopover()
  }

  protected override render(): TemplateResult {
    return html`<slot name="trigger" @click=${(event: Event) => this.#toggle(event)}><button type="button" aria-haspopup="dialog">${this.label}</button></slot>
      <div popover="auto" role="group" aria-label=${this.label} @toggle=${(event: Event) => this.#place(event)}><slot></slot></div>`
  }
}
customElements.define('lf-popover', LfPopover)
declare global { interface HTMLElementTagNameMap { 'lf-popover': LfPopover } }
