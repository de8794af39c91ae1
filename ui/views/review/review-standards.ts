import { html, type TemplateResult } from 'lit'
import { answer, api, asProblem } from '../../api/client.ts'
import { LightElement } from '../../components/light-element.ts'
import { dayInText, dayOf } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import type { Workbench } from './workbench-data.ts'

const words = messages.review.standards
type Standard = Workbench['standards'][number]

/**
 * The four standards, ticked by name. One press ticks (没有问题, or 有问题 where flags stand), another takes it back. Events:
 * `ticked`, `refused` {sentence}. `press(n)` is the key 1 to 4.
 */
export class ReviewStandards extends LightElement {
  static override properties = { caseId: {}, standards: { attribute: false }, may: { type: Boolean }, busy: { state: true } }
  declare caseId: string
  declare standards: readonly Standard[]
  declare may: boolean
  declare busy: boolean
  constructor() {
    super()
    this.caseId = ''
    this.standards = []
    this.may = false
    this.busy = false
  }

  press(n: number): void {
    const standard = this.standards[n - 1]
    if (standard !== undefined && this.may) void this.#toggle(standard)
  }

  async #toggle({ standard, result, flags }: Standard): Promise<void> {
    if (this.busy) return
    this.busy = true
    const path = { id: this.caseId, standard }
    try {
      if (result === null) await answer(api.PUT('/api/review/{id}/standards/{standard}', { params: { path }, body: { result: flags > 0 ? 'problem' : 'noProblem' } }))
      else await answer(api.DELETE('/api/review/{id}/standards/{standard}', { params: { path } }))
      this.dispatchEvent(new CustomEvent('ticked', { bubbles: true }))
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.dispatchEvent(new CustomEvent('refused', { detail: { sentence: problem.told }, bubbles: true }))
    } finally {
      this.busy = false
    }
  }

  #row(standard: Standard): TemplateResult {
    const { label, result, flags, byName, at } = standard
    const problem = flags > 0 || result === 'problem'
    const sign = problem ? '!' : result === 'noProblem' ? '✓' : '○'
    const by = at === null ? '' : words.tickedBy(dayInText(dayOf(at)), byName ?? '')
    const state = flags > 0 ? words.problem(flags) : result === 'problem' ? words.problemTicked : result === 'noProblem' ? by : words.notYet
    return html`<li class=${problem ? 'has' : result === null ? 'not' : ''}><button type="button" ?disabled=${!this.may} aria-pressed=${result === null ? 'false' : 'true'} title=${result === null ? words.mark(label) : `${by}　${words.unmark(label)}`} @click=${() => void this.#toggle(standard)}>
      <i aria-hidden="true">${sign}</i><span>${label}</span><em>${state}${problem && result !== null ? html`<span aria-hidden="true"> ✓</span>` : ''}</em></button></li>`
  }

  protected override render(): TemplateResult {
    const done = this.standards.filter(({ result }) => result !== null).length
    return html`<section class="four"><h2>${words.title} <span>${words.done(done)}</span></h2><ul>${this.standards.map((standard) => this.#row(standard))}</ul></section>`
  }
}

customElements.define('review-standards', ReviewStandards)
declare global { interface HTMLElementTagNameMap { 'review-standards': ReviewStandards } }
