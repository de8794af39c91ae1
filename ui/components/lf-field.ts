import { html, nothing, type TemplateResult } from 'lit'
import { messages } from '../messages/zh.ts'
import { LightElement } from './light-element.ts'

let made = 0

/**
 * Label, star, hint and error around one native control (input, select, textarea) that stands in it:
 *   <lf-field label="发文字号" required hint="…" .error=${…}><input name="documentNumber" .value=${…}></lf-field>
 * Ties them together for screen readers (for, aria-describedby, aria-invalid). Keys are those of the control.
 */
export class LfField extends LightElement {
  static override properties = { label: {}, hint: {}, error: {}, aside: {}, required: { type: Boolean } }
  declare label: string
  declare hint: string
  declare error: string
  /** quiet words at the right of the label: 至2031-03-31, ✓ 未重号 */
  declare aside: string
  declare required: boolean
  readonly #id = `field-${(made += 1)}`

  constructor() {
    super()
    this.label = ''
    this.hint = ''
    this.error = ''
    this.aside = ''
    this.required = false
  }

  /** The control keeps its place behind our part; hint and error are shown below it by order. */
  protected override createRenderRoot(): HTMLElement {
    const part = document.createElement('div')
    part.className = 'field-part'
    this.prepend(part)
    return part
  }

  protected override updated(): void {
    const described = [this.error === '' ? '' : `${this.#id}-error`, this.hint === '' ? '' : `${this.#id}-hint`].filter((id) => id !== '').join(' ')
    const control = this.querySelector<HTMLInputElement>('input, select, textarea')
    if (!control) return
    control.id ||= this.#id
    const label = this.querySelector('label.field-name')
    label?.setAttribute('for', control.id)
    if (this.required) control.setAttribute('aria-required', 'true')
    else control.removeAttribute('aria-required')
    if (this.error === '') control.removeAttribute('aria-invalid')
    else control.setAttribute('aria-invalid', 'true')
    if (described === '') control.removeAttribute('aria-describedby')
    else control.setAttribute('aria-describedby', described)
  }

  protected override render(): TemplateResult {
    return html`<div class="field-label"><label class="field-name">${this.label}${this.required ? html`<i class="star" title=${messages.elements.field.required}>${messages.elements.field.star}</i>` : nothing}</label>
      ${this.aside === '' ? nothing : html`<span class="aside">${this.aside}</span>`}</div>
      ${this.error === '' ? nothing : html`<p class="field-error" id="${this.#id}-error">${this.error}</p>`}
      ${this.hint === '' ? nothing : html`<p class="field-hint" id="${this.#id}-hint">${this.hint}</p>`}`
  }
}
customElements.define('lf-field', LfField)
declare global { interface HTMLElementTagNameMap { 'lf-field': LfField } }
