import { html, nothing, type TemplateResult } from 'lit'
import { countFault } from '../../../law/procedure/index.ts'
import { api, asProblem, Submission } from '../../api/client.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { didAct, type Meeting, refused, type Vote } from './meeting-data.ts'

const words = messages.meeting
const fields = ['present', 'for', 'against', 'abstain', 'notVoting'] as const
type Field = (typeof fields)[number]
type Entered = Record<Field, string>

const number = (text: string): number => (/^\d+$/u.test(text.trim()) ? Number(text) : Number.NaN)

/** 登记计票 by keyboard: Enter goes on, what nobody pressed is worked out, and nothing is sent that does not add up. */
export class VoteCountForm extends LightElement {
  static override properties = { meeting: { attribute: false }, vote: { attribute: false }, entered: { state: true }, sentence: { state: true }, busy: { state: true } }
  declare meeting: Meeting | null
  declare vote: Vote | null
  declare entered: Entered
  declare sentence: string
  declare busy: boolean
  readonly #submission = new Submission()
  #of = ''

  constructor() {
    super()
    this.meeting = null
    this.vote = null
    this.entered = { present: '', for: '', against: '', abstain: '', notVoting: '' }
    this.sentence = ''
    this.busy = false
  }

  protected override willUpdate(): void {
    if (this.vote === null || this.#of === this.vote.id) return
    this.#of = this.vote.id
    this.entered = { present: String(this.vote.present), for: '', against: '', abstain: '', notVoting: '' }
  }

  /** What was typed as figures; the votes that were not cast are the rest where the other three are there. */
  get #count(): Record<Field, number> {
    const n = { present: number(this.entered.present), for: number(this.entered.for), against: number(this.entered.against), abstain: number(this.entered.abstain) }
    // more votes than people there: nobody is left over, and the sum is told as it is
    const rest = Math.max(0, n.present - n.for - n.against - n.abstain)
    return { ...n, notVoting: this.entered.notVoting.trim() === '' ? rest : number(this.entered.notVoting) }
  }

  /** Whether somebody has begun to type how it was voted. */
  get typed(): boolean {
    return (['for', 'against', 'abstain', 'notVoting'] as const).some((name) => this.entered[name].trim() !== '')
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return
    const inputs = [...this.querySelectorAll('input')]
    const next = inputs[inputs.indexOf(event.target) + 1]
    if (next === undefined) return
    event.preventDefault()
    next.focus()
    next.select()
  }

  async #send(): Promise<void> {
    const { meeting, vote } = this
    const count = this.#count
    if (meeting === null || vote === null || this.busy) return
    const fault = Object.values(count).some((n) => Number.isNaN(n)) ? words.enterCount : countFault({ count, present: count.present, membersTotal: vote.membersTotal, registered: meeting.membersPresent })
    if (fault !== null) {
      this.sentence = fault
      this.querySelector<HTMLInputElement>('input[name=for]')?.focus()
      return
    }
    this.busy = true
    this.sentence = ''
    const body = { values: {}, count }
    try {
      await this.#submission.send(body, (headers) => api.POST('/api/meetings/{id}/votes/{partId}/steps/{key}', { params: { path: { id: meeting.id, partId: vote.id, key: 'close' } }, body, headers }))
      this.dispatchEvent(didAct(words.sent.vote))
    } catch (thrown) {
      const problem = asProblem(thrown)
      // another clerk was first, or the item was taken down: the page shows how it stands, and says what was typed here
      if (problem.kind === 'conflict') this.dispatchEvent(refused(thrown))
      else this.sentence = problem.told
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult {
    const { vote } = this
    if (vote === null) return html``
    const count = this.#count
    const whole = Object.values(count).every((n) => !Number.isNaN(n))
    const cast = count.for + count.against + count.abstain + count.notVoting
    return html`<form class="count-form" aria-label=${words.enterCount} @keydown=${(event: KeyboardEvent) => this.#key(event)} @submit=${(event: Event) => { event.preventDefault(); void this.#send() }}>
      ${fields.map((name) => html`<label><span>${words.figures[name]}</span><input name=${name} inputmode="numeric" autocomplete="off" maxlength="4" .value=${this.entered[name]} placeholder=${name === 'notVoting' && whole ? String(count.notVoting) : ''} @input=${(event: Event) => { if (event.target instanceof HTMLInputElement) this.entered = { ...this.entered, [name]: event.target.value } }}></label>`)}
      <button class="btn main" ?disabled=${this.busy}>${words.closeVote}</button>
      <p class=${whole && cast === count.present && count.notVoting >= 0 ? 'right small' : 'quiet small'} aria-live="polite">${!whole ? words.countKeys : cast === count.present && count.notVoting >= 0 ? `✓ ${words.countRight(count.present)}` : words.countOff(count.for + count.against + count.abstain + Math.max(0, count.notVoting), count.present)}</p>
      ${this.sentence === '' ? nothing : html`<lf-notice-bar kind="bad" text=${this.sentence}></lf-notice-bar>`}</form>`
  }
}
customElements.define('vote-count', VoteCountForm)
