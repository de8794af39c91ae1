import { html, type TemplateResult } from 'lit'
import { LightElement } from './light-element.ts'

/** ● under way, ○ waiting, ◐ suspended, ✓ done, ! late or to be looked at, — not applicable. */
export type StateKind = 'active' | 'waiting' | 'paused' | 'done' | 'late' | 'attention' | 'none'
const signs: Record<StateKind, string> = { active: '●', waiting: '○', paused: '◐', done: '✓', late: '!', attention: '!', none: '—' }

/** A state is a word with a small sign, never a coloured block: `<lf-state kind="paused" word="已中止">`. */
export class LfState extends LightElement {
  static override properties = { kind: {}, word: {} }
  declare kind: StateKind
  declare word: string
  constructor() {
    super()
    this.kind = 'active'
    this.word = ''
  }
  protected override render(): TemplateResult {
    return html`<i class="state-sign ${this.kind}" aria-hidden="true">${signs[this.kind]}</i><span class="state-word ${this.kind}">${this.word}</span>`
  }
}
customElements.define('lf-state', LfState)
declare global { interface HTMLElementTagNameMap { 'lf-state': LfState } }
