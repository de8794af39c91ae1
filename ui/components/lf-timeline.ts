import { html, nothing, svg, type TemplateResult } from 'lit'
import { dayInText } from '../format.ts'
import { messages } from '../messages/zh.ts'
import { LightElement } from './light-element.ts'
import { periodLine } from './period.ts'

const LEFT = 6
const WIDTH = 360

/**
 * The line of a period: where it began, today (in ink), its end, reminders; overdue goes on dashed.
 *   <lf-timeline from="2026-02-24" end="2026-03-26" today="2026-03-12" fromWord="公布" endWord="到期" .reminders=${[…]}>
 */
export class LfTimeline extends LightElement {
  static override properties = { from: {}, end: {}, today: {}, fromWord: {}, endWord: {}, reminders: { attribute: false } }
  declare from: string
  declare end: string
  declare today: string
  declare fromWord: string
  declare endWord: string
  declare reminders: readonly string[]
  constructor() {
    super()
    this.from = ''
    this.end = ''
    this.today = ''
    this.fromWord = messages.elements.timeline.from
    this.endWord = messages.elements.timeline.end
    this.reminders = []
  }
  protected override render(): TemplateResult | typeof nothing {
    if (this.from === '' || this.end === '' || this.today === '') return nothing
    const words = messages.elements.timeline
    const line = periodLine(this)
    const x = (share: number): number => LEFT + share * WIDTH
    const [now, end] = [x(line.today), x(line.end)]
    // words of today step aside where those of the beginning or the end stand
    const anchor = line.today < 0.22 ? 'start' : line.today > 0.78 ? 'end' : 'middle'
    const roomBelow = line.today > 0.18 && Math.abs(line.today - line.end) > 0.18
    const late = line.overDays > 0
    return html`<svg viewBox="0 0 372 62" role="img" aria-label=${words.label(this.from, this.fromWord, line.day, this.end, this.endWord, line.overDays)}>
      ${svg`<line class="whole" x1=${LEFT} x2=${end} y1="30" y2="30"/>
      <line class="passed" x1=${LEFT} x2=${Math.min(now, end)} y1="30" y2="30"/>
      ${late ? svg`<line class="over" x1=${end} x2=${now} y1="30" y2="30"/>` : nothing}
      ${line.reminders.map((share) => svg`<line class="remind" x1=${x(share)} x2=${x(share)} y1="26" y2="34"/>`)}
      <circle class="from" cx=${LEFT} cy="30" r="4"/><line class="end" x1=${end} x2=${end} y1="23" y2="37"/><circle class="today" cx=${now} cy="30" r="5"/>
      ${line.today < 0.22 ? nothing : svg`<text x="1" y="14">${this.fromWord}</text>`}<text x="1" y="54">${dayInText(this.from)}</text>
      <text class="strong" x=${now} y="14" text-anchor=${anchor}>${words.today(line.day)}</text>
      ${roomBelow ? svg`<text x=${now} y="54" text-anchor=${anchor}>${dayInText(this.today)}</text>` : nothing}
      ${line.today > 0.6 && !late ? nothing : svg`<text x=${late ? end : 371} y="14" text-anchor=${late ? 'middle' : 'end'}>${late ? nothing : this.endWord}</text>`}
      <text x=${late ? end : 371} y="54" text-anchor=${late ? 'middle' : 'end'}>${dayInText(this.end)}${late || line.today > 0.6 ? this.endWord : nothing}</text>`}</svg>
      ${this.reminders.length === 0 ? nothing : html`<p class="small quiet">${words.reminders(this.reminders.map(dayInText))}</p>`}`
  }
}
customElements.define('lf-timeline', LfTimeline)
declare global { interface HTMLElementTagNameMap { 'lf-timeline': LfTimeline } }
