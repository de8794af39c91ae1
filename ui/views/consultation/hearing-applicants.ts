import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { countChoice, type HearingAnswer, hearingGroundLabels, hearingGrounds, hearingOutcomeLabels, hearingOutcomes, isLopsided } from '../../../law/procedure/index.ts'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import { ask } from '../../components/ask.ts'
import { RecordReader } from '../../components/record-reader.ts'
import { messages } from '../../messages/zh.ts'
import { ActingElement } from '../approval/acting-element.ts'
import { said } from '../approval/approval-data.ts'
import type { Hearing } from './hearing-form.ts'

type Applicants = components['schemas']['HearingApplicants']
type Applicant = components['schemas']['HearingApplicant']
type Choice = components['schemas']['HearingChoice']
type Chosen = Omit<HearingAnswer, 'number' | 'outcome'> & { outcome: HearingAnswer['outcome'] | '' }
const words = messages.hearing.choice
const head = messages.hearing.columns

/** Who applied to a hearing, who of them takes part and why another does not, and that they were told. Needs `.hearing`. */
export class HearingApplicants extends ActingElement {
  static override properties = { hearing: { attribute: false }, drafted: { state: true } }
  declare hearing: Hearing
  /** the answers while they are chosen, by the number of the application; null while nobody chooses */
  declare drafted: ReadonlyMap<number, Chosen> | null
  readonly #record = new RecordReader(this, { key: () => this.hearing.id, read: async (id) => (await answer(api.GET('/api/hearings/{id}/applicants', { params: { path: { id } } }))).data })

  constructor() {
    super()
    this.drafted = null
  }
  protected override willUpdate(changed: PropertyValues<this>): void {
    // what the announcement says was corrected: seats and days may be others
    if (changed.get('hearing') !== undefined && changed.get('hearing')?.id === this.hearing.id) void this.load()
  }
  protected override load(): Promise<void> {
    return this.#record.load()
  }

  #begin({ items }: Applicants): void {
    this.fields = []
    this.notice = null
    this.drafted = new Map(items.map(({ number, answer: given }) => [number, given ?? { outcome: '', ground: null, note: '' }]))
  }
  #set(number: number, change: Partial<Chosen>): void {
    const before = this.drafted?.get(number)
    if (this.drafted === null || before === undefined) return
    this.drafted = new Map([...this.drafted, [number, { ...before, ...change }]])
  }
  /** Whoever has no answer yet gets what was applied for. */
  #asApplied({ items }: Applicants): void {
    const drafted = this.drafted ?? new Map<number, Chosen>()
    this.drafted = new Map(items.map(({ number, wish }): [number, Chosen] => { const given = drafted.get(number); return [number, given === undefined || given.outcome === '' ? { outcome: wish.part, ground: null, note: '' } : given] }))
  }
  #answers(): HearingAnswer[] {
    return [...(this.drafted ?? [])].flatMap(([number, { outcome, ground, note }]) => (outcome === '' ? [] : [{ number, outcome, ground, note }]))
  }
  async #choose(event: SubmitEvent, shown: Applicants): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const form = new FormData(event.target)
    const body = { after: shown.choices[0]?.id ?? null, answers: this.#answers(), balanceReason: said(form, 'balanceReason'), lateReason: said(form, 'lateReason'), changeReason: said(form, 'changeReason') }
    if (await this.act(body, words.chosen, (headers) => api.POST('/api/hearings/{id}/choice', { params: { path: { id: this.hearing.id } }, body, headers }))) this.drafted = null
  }
  async #tell(event: SubmitEvent, choiceId: string): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const body = { choiceId, how: said(new FormData(event.target), 'how') }
    if (!(await ask({ heading: words.tell, text: words.confirmTell, confirm: words.tell, cancel: messages.hearing.keep }))) return
    await this.act(body, words.told, (headers) => api.POST('/api/hearings/{id}/telling', { params: { path: { id: this.hearing.id } }, body, headers }))
  }

  #result(one: Applicant): TemplateResult {
    const drafted = this.drafted?.get(one.number)
    if (drafted === undefined) {
      const given = one.answer
      return given === null ? html`<span class="quiet">${words.open}</span>` : html`<b>${hearingOutcomeLabels[given.outcome]}</b>${given.ground === null ? nothing : html`<p class="quiet small">${hearingGroundLabels[given.ground]}${given.note === '' ? '' : `：${given.note}`}</p>`}`
    }
    const label = (what: string): string => words.of(one.number, one.name, what)
    const wrong = this.error(`answers.${one.number}`)
    return html`<select class="control" aria-label=${label(words.result)} aria-invalid=${wrong === '' ? nothing : 'true'} @change=${(event: Event) => { if (event.target instanceof HTMLSelectElement) { const { value } = event.target; this.#set(one.number, { outcome: hearingOutcomes.find((o) => o === value) ?? '' }) } }}>
        <option value="" ?selected=${drafted.outcome === ''}>${words.pick}</option>${hearingOutcomes.filter((o) => o !== 'speak' || one.wish.part === 'speak').map((o) => html`<option value=${o} ?selected=${o === drafted.outcome}>${hearingOutcomeLabels[o]}</option>`)}</select>
      ${drafted.outcome === '' || drafted.outcome === one.wish.part ? nothing : html`<select class="control" aria-label=${label(words.ground)} @change=${(event: Event) => { if (event.target instanceof HTMLSelectElement) { const { value } = event.target; this.#set(one.number, { ground: hearingGrounds.find((g) => g === value) ?? null }) } }}>
        <option value="" ?selected=${drafted.ground === null}>${words.pickGround}</option>${hearingGrounds.map((g) => html`<option value=${g} ?selected=${g === drafted.ground}>${hearingGroundLabels[g]}</option>`)}</select>
        <input class="control" type="text" maxlength="500" aria-label=${label(words.note)} placeholder=${words.note} .value=${drafted.note} @input=${(event: Event) => { if (event.target instanceof HTMLInputElement) this.#set(one.number, { note: event.target.value }) }}>`}
      ${wrong === '' ? nothing : html`<p class="field-error">${wrong}</p>`}`
  }
  #table({ items }: Applicants): TemplateResult {
    return html`<div class="applicants" tabindex="0" role="region" aria-label=${messages.hearing.showApplicants}><table><thead><tr><th scope="col">${head.number}</th><th scope="col">${head.name}</th><th scope="col">${head.part}</th><th scope="col">${head.statement}</th><th scope="col">${words.result}</th></tr></thead>
      <tbody>${items.map((one) => html`<tr><td class="n">${one.number}</td><td><b>${one.name}</b><p class="small">${one.telephone}</p><p class="quiet small occupation">${one.occupation}</p></td><td>${one.part}${one.position === '' ? nothing : html`<p>${one.position}</p>`}<p class="quiet small">${one.receivedOn.slice(5)}</p></td><td class="statement">${one.statement}</td><td class="result">${this.#result(one)}</td></tr>`)}</tbody></table></div>`
  }
  #form(shown: Applicants): TemplateResult {
    const wishes = shown.items.map(({ number, wish }) => ({ number, ...wish }))
    const answers = this.#answers()
    const counts = countChoice(wishes, answers)
    const reason = (name: 'balanceReason' | 'lateReason' | 'changeReason', asked: boolean, hint: string): TemplateResult | typeof nothing => (asked ? html`<lf-field label=${words[name]} required hint=${hint} error=${this.error(name)}><textarea name=${name} rows="2"></textarea></lf-field>` : nothing)
    return html`<form class="stack-form" novalidate @submit=${(event: SubmitEvent) => void this.#choose(event, shown)}>
      <p class="counted" role="status">${words.counted(counts, shown.seats, shown.items.length - answers.length)}</p>
      ${this.error('answers') === '' ? nothing : html`<p class="field-error">${this.error('answers')}</p>`}
      ${reason('balanceReason', shown.balanced && isLopsided(wishes, answers), words.balanceHint)}${reason('lateReason', shown.by?.late === true, shown.by === null ? '' : words.lateHint(shown.by.on, shown.by.basis))}${reason('changeReason', shown.toldBefore, words.changeHint)}
      <div class="save-row"><button type="button" class="btn" @click=${() => this.#asApplied(shown)}>${words.asApplied}</button><span class="spring"></span><button type="button" class="btn" @click=${() => { this.drafted = null }}>${messages.hearing.keep}</button><button class="btn main" ?disabled=${this.busy}>${shown.choices.length === 0 ? words.choose : words.change}</button></div></form>`
  }
  #acts(shown: Applicants): TemplateResult {
    const [last] = shown.choices
    if (this.drafted !== null) return this.#form(shown)
    return html`${shown.blocked === null ? nothing : html`<p class="quiet">${shown.blocked}</p>`}
      ${shown.may.choose ? html`<p><button class="btn ${last === undefined ? 'main' : ''}" @click=${() => this.#begin(shown)}>${last === undefined ? words.choose : words.change}</button>${shown.by === null || last !== undefined ? nothing : html`　<span class="quiet small">${words.by(shown.by.on, shown.by.basis)}</span>`}</p>` : nothing}
      ${shown.may.tell && last !== undefined ? html`<form class="stack-form" novalidate @submit=${(event: SubmitEvent) => void this.#tell(event, last.id)}><lf-field label=${words.how} required hint=${words.howHint} error=${this.error('how')}><textarea name="how" rows="2"></textarea></lf-field><div class="save-row"><button class="btn main" ?disabled=${this.busy}>${words.tell}</button></div></form>` : nothing}`
  }
  #decision(choice: Choice): TemplateResult {
    const { telling } = choice
    const reasons = [[words.changeReason, choice.changeReason], [words.balanceReason, choice.balanceReason], [words.lateReason, choice.lateReason]] as const
    return html`<li><p>${words.decided(choice.on, choice.by, choice.counts)}</p>${choice.changes.map((c) => html`<p>${words.changed(c.number, c.name, c.before, c.after)}</p>`)}${reasons.map(([label, text]) => (text === null ? nothing : html`<p class="said quiet">${label}：${text}</p>`))}
      <p class=${telling === null ? 'warn' : ''}>${telling === null ? words.notTold : words.toldBy(telling.on, telling.by, telling.how)}</p></li>`
  }
  protected override render(): TemplateResult {
    const { given, problem } = this.#record
    if (problem !== null) return html`<lf-error .problem=${problem} @retry=${() => void this.load()}></lf-error>`
    if (given === null) return html`<lf-loading rows="4"></lf-loading>`
    // beside the buttons: a long list would push it out of sight
    return html`${given.items.length === 0 ? html`<p class="quiet">${messages.hearing.noApplicants}</p>` : this.#table(given)}${this.noticeBar()}${this.#acts(given)}
      ${given.choices.length === 0 ? nothing : html`<h4>${words.decisions}</h4><ul class="corrections decisions">${given.choices.map((choice) => this.#decision(choice))}</ul>`}`
  }
}
customElements.define('hearing-applicants', HearingApplicants)
declare global { interface HTMLElementTagNameMap { 'hearing-applicants': HearingApplicants } }
