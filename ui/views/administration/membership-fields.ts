import { html, nothing, type TemplateResult } from 'lit'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import type { ManagedOrgan, Role } from './administration-data.ts'

const words = messages.administration.accounts
export type MembershipDraft = { organId: string; role: string; from: string }

/** Lines of (organ, role, from) that can be added and dropped; `value` is what stands there. */
export class MembershipFields extends LightElement {
  static override properties = { organs: { attribute: false }, roles: { attribute: false }, value: { attribute: false }, today: {} }
  declare organs: readonly ManagedOrgan[]
  declare roles: readonly Role[]
  declare value: readonly MembershipDraft[]
  declare today: string

  constructor() {
    super()
    this.organs = []
    this.roles = []
    this.value = []
    this.today = ''
  }

  #set(at: number, change: Partial<MembershipDraft>): void {
    this.value = this.value.map((one, index) => (index === at ? { ...one, ...change } : one))
  }

  #line(one: MembershipDraft, at: number): TemplateResult {
    const { fields } = words
    const chosen = (event: Event): string => (event.target instanceof HTMLSelectElement || event.target instanceof HTMLInputElement ? event.target.value : '')
    return html`<div class="fields membership">
      <lf-field class="w5" label=${fields.organ}><select name="memberships.${at}.organId" @change=${(event: Event) => this.#set(at, { organId: chosen(event) })}><option value="">${words.chooseOrgan}</option>${this.organs.map(({ id, name }) => html`<option value=${id} ?selected=${id === one.organId}>${name}</option>`)}</select></lf-field>
      <lf-field class="w4" label=${fields.role}><select name="memberships.${at}.role" @change=${(event: Event) => this.#set(at, { role: chosen(event) })}><option value="">${words.chooseRole}</option>${this.roles.map(({ key, label }) => html`<option value=${key} ?selected=${key === one.role}>${label}</option>`)}</select></lf-field>
      <lf-field label=${fields.from}><input type="date" name="memberships.${at}.from" .value=${one.from} @change=${(event: Event) => this.#set(at, { from: chosen(event) })}></lf-field>
      ${this.value.length < 2 ? nothing : html`<div class="w12"><button type="button" class="words" @click=${() => { this.value = this.value.filter((_, index) => index !== at) }}>${words.dropRole}</button></div>`}</div>`
  }

  protected override render(): TemplateResult {
    return html`${this.value.map((one, at) => this.#line(one, at))}
      <p><button type="button" class="words" @click=${() => { this.value = [...this.value, { organId: this.value.at(-1)?.organId ?? '', role: '', from: this.today }] }}>${words.addRole}</button></p>`
  }
}
customElements.define('membership-fields', MembershipFields)
