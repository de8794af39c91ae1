import { html, nothing, type TemplateResult } from 'lit'
import type { Remaining } from '../../law/deadline/index.ts'
import { messages } from '../messages/zh.ts'
import { FloatingSheet } from './floating.ts'
import { LightElement } from './light-element.ts'

export type ShownDeadline = {
  /** last day, `YYYY-MM-DD` */
  due: string
  remaining: Pick<Remaining, 'kind' | 'amount' | 'unit'> & { unknownCalendar?: boolean }
  /** 自登记起三个月 */
  rule: string
  /** article and law, or whose practice it follows */
  basis: string
  confirmed: boolean
  /** how it was counted */
  steps?: string
  /** stopped by a plan or an inquiry: no days are counted */
  paused?: boolean
  /** the day on which what stopped it ends and the days go on: `YYYY-MM-DD` */
  pausedUntil?: string
  /** words in the place of “到期”: 前报送, 会签到期 */
  dueWord?: string
}

const SOON_DAYS = 3

/**
 * Days left as figures that stand under each other, overdue with a word; rule, basis and whether it is confirmed on
 * hover and focus (Esc closes). `variant="block"` is the large form of the case bar.
 *   <lf-deadline .deadline=${…}></lf-deadline>
 */
export class LfDeadline extends LightElement {
  static override properties = { deadline: { attribute: false }, variant: {} }
  declare deadline: ShownDeadline | null
  declare variant: 'row' | 'block'
  readonly #sheet = new FloatingSheet(() => this.querySelector<HTMLElement>('.explained'))

  constructor() {
    super()
    this.deadline = null
    this.variant = 'row'
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#sheet.hide()
  }

  #explain(): void {
    const { deadline } = this
    if (deadline === null) return
    const words = messages.elements.deadline
    this.#sheet.show(html`<dl>
      <dt>${words.rule}</dt><dd>${deadline.rule}</dd><dt>${words.basis}</dt><dd>${deadline.basis}</dd>
      ${deadline.pausedUntil === undefined ? html`<dt>${words.due}</dt><dd>${deadline.due}</dd>` : html`<dt>${words.paused}</dt><dd>${words.resumes(deadline.pausedUntil)}</dd>`}
      ${deadline.steps === undefined ? nothing : html`<dt>${words.counted}</dt><dd>${deadline.steps}</dd>`}
      <dt>${words.status}</dt><dd>${deadline.confirmed ? words.confirmed : words.unconfirmed}</dd></dl>
      ${deadline.remaining.unknownCalendar === true ? html`<p class="soon">${words.unknownCalendar}</p>` : nothing}`)
  }

  readonly #hide = (): void => this.#sheet.hide()
  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#sheet.open) return
    event.stopPropagation()
    this.#sheet.hide()
  }

  /** Colour is only the second sign: the word says it first. */
  #tone({ paused = false, remaining }: ShownDeadline): string {
    if (paused) return 'paused'
    if (remaining.kind === 'overdue') return 'late'
    return remaining.kind === 'today' || (remaining.unit === '天' && remaining.amount < SOON_DAYS) ? 'soon' : ''
  }

  protected override render(): TemplateResult {
    const { deadline } = this
    const words = messages.elements.deadline
    if (deadline === null) return html`<span class="quiet">${this.variant === 'row' ? '' : words.none}</span>`
    const tone = this.#tone(deadline)
    const { kind, amount, unit } = deadline.remaining
    if (this.variant === 'block') {
      const figure = deadline.paused ? words.paused : kind === 'today' ? `${words.today}${deadline.dueWord === undefined ? words.due : ''}` : html`${kind === 'overdue' ? words.overdue : words.left} ${amount}<small>${unit}</small>`
      const until = deadline.pausedUntil === undefined ? `${deadline.due} ${deadline.dueWord ?? words.due}` : words.planUntil(deadline.pausedUntil)
      return html`<b class="days ${tone}">${figure}</b><span class="due">${until}</span>
        <span class="rule explained" tabindex="0" role="note" @mouseenter=${() => this.#explain()} @mouseleave=${this.#hide} @focus=${() => this.#explain()} @blur=${this.#hide} @keydown=${this.#key}>${deadline.rule}，${deadline.confirmed ? words.confirmed : words.unconfirmed}</span>`
    }
    const inside = deadline.paused
      ? html`<u>${deadline.pausedUntil === undefined ? words.paused : words.pausedUntil(deadline.pausedUntil)}</u>`
      : kind === 'today'
        ? html`${words.today}${deadline.dueWord === undefined ? html`<u>${words.due}</u>` : nothing}`
        : html`${kind === 'overdue' ? html`<i aria-hidden="true">!</i>${words.overdue}` : words.left}<b>${amount}</b><u>${unit}</u>`
    return html`<span class="days-left explained ${tone} ${kind === 'today' ? 'today' : ''}" tabindex="0" @mouseenter=${() => this.#explain()} @mouseleave=${this.#hide} @focus=${() => this.#explain()} @blur=${this.#hide} @keydown=${this.#key}>${inside}</span>`
  }
}
customElements.define('lf-deadline', LfDeadline)
declare global { interface HTMLElementTagNameMap { 'lf-deadline': LfDeadline } }
