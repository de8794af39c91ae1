import { html, nothing, type TemplateResult } from 'lit'
import { answer, type ApiProblem, api, asProblem } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import type { CommitteeRules, DeadlineRule } from './administration-data.ts'
import './administration.css'

const words = messages.administration.rules
const units = ['calendarDay', 'workDay', 'month', 'year'] as const

/** 期限规则: each period with its basis, and whether this place has confirmed it. */
export class ViewRules extends LightElement {
  static override properties = { committees: { state: true }, problem: { state: true }, editing: { state: true }, errors: { state: true }, notice: { state: true } }
  declare committees: readonly CommitteeRules[] | null
  declare problem: ApiProblem | null
  declare editing: { organId: string; rule: DeadlineRule } | null
  declare errors: readonly FieldError[]
  declare notice: string

  constructor() {
    super()
    this.committees = null
    this.problem = null
    this.editing = null
    this.errors = []
    this.notice = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  async #load(): Promise<void> {
    try {
      this.committees = (await answer(api.GET('/api/administration/deadline-rules'))).data.committees
      this.problem = null
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { editing } = this
    if (!(event.target instanceof HTMLFormElement) || editing === null) return
    const form = new FormData(event.target)
    const unit = units.find((one) => one === form.get('unit')) ?? 'calendarDay'
    try {
      await answer(api.PUT('/api/administration/deadline-rules/{key}', {
        params: { path: { key: editing.rule.key } },
        body: { organId: editing.organId, amount: Number(form.get('amount')), unit, basis: String(form.get('basis') ?? '').trim(), confirmed: form.get('confirmed') === 'yes' },
      }))
      this.editing = null
      this.errors = []
      this.notice = words.saved
      await this.#load()
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = problem.fields.length > 0 ? problem.fields : [{ path: '', message: problem.told }]
    }
  }

  #table({ organId, organName, rules }: CommitteeRules): TemplateResult {
    const { columns } = words
    return html`<section class="part"><h2>${organName}</h2><div class="scrolls" tabindex="0" role="region" aria-label=${organName}><table class="facts rules"><thead><tr><th scope="col">${columns.label}</th><th scope="col" class="number">${columns.amount}</th><th scope="col">${columns.basis}</th><th scope="col">${columns.standing}</th><th scope="col">${columns.reminders}</th><td></td></tr></thead>
      <tbody>${rules.map((rule) => html`<tr><th scope="row">${rule.label}</th><td class="number nowrap"><b>${rule.amount}</b> ${words.units[rule.unit]}</td><td>${rule.basis}</td><td class="nowrap"><lf-state kind=${rule.confirmed ? 'done' : 'attention'} word=${rule.standing}></lf-state></td><td class="quiet nowrap">${words.reminders(rule.reminderDaysBefore)}</td>
        <td class="nowrap"><button class="words" aria-label=${words.editTitle(rule.label)} @click=${() => { this.errors = []; this.editing = { organId, rule } }}>${words.edit}</button></td></tr>`)}</tbody></table></div></section>`
  }

  #dialog(): TemplateResult {
    const rule = this.editing?.rule
    const error = (path: string): string => this.errors.find((one) => one.path === path)?.message ?? ''
    return html`<lf-dialog heading=${rule === undefined ? '' : words.editTitle(rule.label)} ?open=${rule !== undefined} .errors=${this.errors} @dialog-closed=${() => { this.editing = null }}>
      ${rule === undefined ? nothing : html`<form id="rule-form" @submit=${(event: SubmitEvent) => void this.#save(event)} novalidate><p class="quiet">${words.hint}</p>
        <div class="fields"><lf-field class="w6" label=${words.fields.amount} required .error=${error('amount')}><input type="number" name="amount" min="1" max="999" .value=${String(rule.amount)}></lf-field>
          <lf-field class="w6" label=${words.fields.unit}><select name="unit">${units.map((unit) => html`<option value=${unit} ?selected=${unit === rule.unit}>${words.units[unit]}</option>`)}</select></lf-field></div>
        <lf-field label=${words.fields.basis} required hint=${words.basisHint} .error=${error('basis')}><textarea name="basis" rows="3" .value=${rule.basis}></textarea></lf-field>
        <fieldset class="options"><legend class="field-label">${words.fields.confirmed}</legend><label class="option"><input type="radio" name="confirmed" value="yes" ?checked=${rule.confirmed}>${words.confirmedYes}</label><label class="option"><input type="radio" name="confirmed" value="no" ?checked=${!rule.confirmed}>${words.confirmedNo}</label></fieldset></form>`}
      <button slot="actions" class="btn main" form="rule-form">${words.save}</button></lf-dialog>`
  }

  protected override render(): TemplateResult {
    return html`<div class="page"><div class="page-head"><h1 class="page-title">${words.title}</h1><p class="say">${words.hint}</p></div>
      ${this.notice === '' ? nothing : html`<lf-notice-bar kind="good" text=${this.notice} closable @notice-closed=${() => { this.notice = '' }}></lf-notice-bar>`}
      ${this.problem !== null ? html`<lf-error .problem=${this.problem} @retry=${() => void this.#load()}></lf-error>` : this.committees === null ? html`<lf-loading text=${words.loading} rows="10"></lf-loading>` : this.committees.map((one) => this.#table(one))}</div>${this.#dialog()}`
  }
}
customElements.define('view-rules', ViewRules)
