import { html, nothing, type TemplateResult } from 'lit'
import type { FieldError } from '../../api/problem.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import type { QueuePeople, Recusals } from './queue-query.ts'

const words = messages.queue

export type DistributionChosen = { organIds: string[]; request: string; dueOn: string | null; reviewerId: string | null }
const errorAt = (errors: readonly FieldError[], path: string): string => errors.find((one) => one.path === path)?.message ?? ''
const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

/** Who has to keep away from every ticked case is not offered; who has to from some is, and is told so: those cases are held back. */
function reviewerOptions(people: QueuePeople, recusals: Recusals, cases: number): TemplateResult[] {
  return people.reviewers.map(({ id, name, open }) => {
    const away = recusals.filter(({ personId }) => personId === id)
    const word = away.length === 0 ? words.reviewerOption(name, open) : away.length >= cases ? words.recused(name, away[0]?.reason ?? '') : words.recusedFromSome(name, open, away.length)
    return html`<option value=${id} ?disabled=${away.length > 0 && away.length >= cases}>${word}</option>`
  })
}

/** 分送 several cases at once: committees, last day, words, reviewer. Event `distribution-chosen` with what was chosen. */
export class BatchDistribution extends LightElement {
  static override properties = { open: { type: Boolean }, cases: { type: Number }, withoutReviewer: { type: Number }, people: { attribute: false }, recusals: { attribute: false }, busy: { type: Boolean }, today: {}, errors: { state: true } }
  declare open: boolean
  declare cases: number
  declare withoutReviewer: number
  declare people: QueuePeople
  declare recusals: Recusals
  declare busy: boolean
  declare today: string
  declare errors: FieldError[]
  constructor() {
    super()
    this.open = false
    this.cases = 0
    this.withoutReviewer = 0
    this.people = { reviewers: [], leaders: [], committees: [], makers: [] }
    this.recusals = []
    this.busy = false
    this.today = ''
    this.errors = []
  }

  #choose(event: SubmitEvent): void {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const form = new FormData(event.target)
    const chosen: DistributionChosen = { organIds: form.getAll('organIds').map(String), request: textOf(form, 'request'), dueOn: textOf(form, 'dueOn') || null, reviewerId: textOf(form, 'reviewerId') || null }
    this.errors = [
      ...(chosen.organIds.length === 0 ? [{ path: 'organIds', message: words.committeesMissing }] : []),
      ...(chosen.reviewerId === null && this.withoutReviewer > 0 ? [{ path: 'reviewerId', message: words.reviewerMissing(this.withoutReviewer) }] : []),
    ]
    if (this.errors.length === 0) this.dispatchEvent(new CustomEvent('distribution-chosen', { detail: chosen, bubbles: true }))
  }

  protected override render(): TemplateResult {
    return html`<lf-dialog heading=${words.distributeTitle(this.cases)} ?open=${this.open} .errors=${this.errors}>
      <form id="batch-distribution" novalidate @submit=${(event: SubmitEvent) => this.#choose(event)}>
        <fieldset><legend class="field-label">${words.committees}</legend>${errorAt(this.errors, 'organIds') === '' ? nothing : html`<p class="field-error">${words.committeesMissing}</p>`}
          <div class="committee-list">${this.people.committees.map(({ id, name }) => html`<label class="option"><input type="checkbox" name="organIds" value=${id}>${name}</label>`)}</div></fieldset>
        <lf-field label=${words.reviewer} .error=${errorAt(this.errors, 'reviewerId')}><select name="reviewerId"><option value="">${this.withoutReviewer > 0 ? words.chooseReviewer : words.keepReviewer}</option>${reviewerOptions(this.people, this.recusals, this.cases)}</select></lf-field>
        <lf-field label=${words.dueOn} hint=${words.dueHint}><input type="date" name="dueOn" min=${this.today || nothing}></lf-field>
        <lf-field label=${words.request} hint=${words.requestHint}><textarea name="request" maxlength="2000"></textarea></lf-field>
        <p class="quiet small">${words.letters}</p></form>
      <button slot="actions" class="btn main" form="batch-distribution" ?disabled=${this.busy}>${words.distribute(this.cases)}</button></lf-dialog>`
  }
}

/** 指定承办人 for several cases. Event `reviewer-chosen` {reviewerId}. */
export class BatchAssignment extends LightElement {
  static override properties = { open: { type: Boolean }, cases: { type: Number }, people: { attribute: false }, recusals: { attribute: false }, busy: { type: Boolean }, errors: { state: true } }
  declare open: boolean
  declare cases: number
  declare people: QueuePeople
  declare recusals: Recusals
  declare busy: boolean
  declare errors: FieldError[]
  constructor() {
    super()
    this.open = false
    this.cases = 0
    this.people = { reviewers: [], leaders: [], committees: [], makers: [] }
    this.recusals = []
    this.busy = false
    this.errors = []
  }
  #choose(event: SubmitEvent): void {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const reviewerId = textOf(new FormData(event.target), 'reviewerId')
    this.errors = reviewerId === '' ? [{ path: 'reviewerId', message: words.chooseReviewer }] : []
    if (reviewerId !== '') this.dispatchEvent(new CustomEvent('reviewer-chosen', { detail: { reviewerId }, bubbles: true }))
  }
  protected override render(): TemplateResult {
    return html`<lf-dialog heading=${words.assignTitle(this.cases)} ?open=${this.open} .errors=${this.errors}>
      <form id="batch-assignment" novalidate @submit=${(event: SubmitEvent) => this.#choose(event)}>
        <lf-field label=${words.reviewer} required hint=${words.recusalHint} .error=${errorAt(this.errors, 'reviewerId')}><select name="reviewerId"><option value="">${words.chooseReviewer}</option>${reviewerOptions(this.people, this.recusals, this.cases)}</select></lf-field></form>
      <button slot="actions" class="btn main" form="batch-assignment" ?disabled=${this.busy}>${words.assign}</button></lf-dialog>`
  }
}

/** Who of 主任会议 leads a case. Event `leader-chosen` {leaderId: string | null}. */
export class LeaderDialog extends LightElement {
  static override properties = { open: { type: Boolean }, people: { attribute: false }, leaderId: {}, busy: { type: Boolean } }
  declare open: boolean
  declare people: QueuePeople
  declare leaderId: string
  declare busy: boolean
  constructor() {
    super()
    this.open = false
    this.people = { reviewers: [], leaders: [], committees: [], makers: [] }
    this.leaderId = ''
    this.busy = false
  }
  #choose(event: SubmitEvent): void {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    this.dispatchEvent(new CustomEvent('leader-chosen', { detail: { leaderId: textOf(new FormData(event.target), 'leaderId') || null }, bubbles: true }))
  }
  protected override render(): TemplateResult {
    return html`<lf-dialog heading=${words.leaderTitle} ?open=${this.open}>
      <form id="leader-choice" @submit=${(event: SubmitEvent) => this.#choose(event)}>
        <lf-field label=${words.setLeader}><select name="leaderId"><option value="">${words.noLeader}</option>${this.people.leaders.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.leaderId}>${name}</option>`)}</select></lf-field></form>
      <button slot="actions" class="btn main" form="leader-choice" ?disabled=${this.busy}>${words.saved}</button></lf-dialog>`
  }
}

customElements.define('batch-distribution', BatchDistribution)
customElements.define('batch-assignment', BatchAssignment)
customElements.define('leader-dialog', LeaderDialog)
declare global { interface HTMLElementTagNameMap { 'batch-distribution': BatchDistribution; 'batch-assignment': BatchAssignment; 'leader-dialog': LeaderDialog } }
