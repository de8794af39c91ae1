import { html, nothing, type TemplateResult } from 'lit'
import { majorityOf, voteCells } from '../../../law/procedure/index.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'

const words = messages.meeting
type Count = { present: number; for: number; against: number; abstain: number; notVoting: number }
/** Signs of the cells in the stylesheet: for, against, abstain, not voting, away. */
const cellClass = { for: 'f', against: 'a', abstain: 'b', notVoting: 'n', away: 'x' } as const

/** One cell a member: how a vote went, or who is there, measured against more than half of ALL members. */
export class VoteBar extends LightElement {
  static override properties = { count: { attribute: false }, present: { type: Number }, members: { type: Number }, big: { type: Boolean } }
  declare count: Count | null
  /** without a count: how many are there */
  declare present: number
  declare members: number
  declare big: boolean

  constructor() {
    super()
    this.count = null
    this.present = 0
    this.members = 1
    this.big = false
  }

  protected override updated(): void {
    this.style.setProperty('--members', String(Math.max(1, this.members)))
    this.style.setProperty('--majority', String(majorityOf(this.members) / Math.max(1, this.members)))
  }

  protected override render(): TemplateResult {
    const { count, members, present } = this
    const majority = majorityOf(members)
    const cells = count === null ? Array.from({ length: members }, (_, at) => (at < present ? 'p' : 'x')) : voteCells(count, members).map((kind) => cellClass[kind])
    const label = count === null ? words.presentLabel(members, present, majority) : words.barLabel(count.for, count.against, count.abstain, count.notVoting)
    const figures: [number, string][] = count === null
      ? [[present, words.figures.present], [Math.max(0, members - present), words.figures.away]]
      : [[count.for, words.figures.for], [count.against, words.figures.against], [count.abstain, words.figures.abstain], [count.notVoting, words.figures.notVoting]]
    return html`<div class=${this.big ? 'vote-row big' : 'vote-row'}>
      <div class="cells" role="img" aria-label=${label}>${cells.map((kind) => html`<i class=${kind}></i>`)}${members > 0 ? html`<div class="threshold"><span>${words.majority(majority)}</span></div>` : nothing}</div>
      <div class="vote-figures">${figures.map(([n, word]) => html`<span><b>${n}</b>${word}</span>`)}</div></div>`
  }
}
customElements.define('vote-bar', VoteBar)
