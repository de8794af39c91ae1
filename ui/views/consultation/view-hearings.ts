import { html, nothing, type TemplateResult } from 'lit'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import { ask } from '../../components/ask.ts'
import '../../components/lf-case-bar.ts'
import { RecordReader } from '../../components/record-reader.ts'
import { messages } from '../../messages/zh.ts'
import { ActingElement } from '../approval/acting-element.ts'
import '../approval/approval.css'
import { said } from '../approval/approval-data.ts'
import './hearing-applicants.ts'
import './hearings.css'
import { factFields, factsIn, type Hearing } from './hearing-form.ts'

type Hearings = components['schemas']['ProjectHearings']
type Kind = Hearing['kind']
const words = messages.hearing
const kinds: readonly Kind[] = ['hearing', 'expertMeeting', 'seminar']
const isKind = (value: string): value is Kind => kinds.some((kind) => kind === value)

/** Hearings of a project: what the public reads of them, how it was corrected, and who applied. */
export class ViewHearings extends ActingElement {
  static override properties = { params: { attribute: false }, kind: { state: true }, correcting: { state: true }, opened: { state: true } }
  declare params: Readonly<Record<string, string>>
  declare kind: Kind
  /** the announcement whose correction is being written */
  declare correcting: string
  /** the one whose applicants are shown: names and telephones are read only when asked for */
  declare opened: string
  readonly #record = new RecordReader(this, { key: () => this.params['id'] ?? '', read: async (id) => (await answer(api.GET('/api/projects/{id}/hearings', { params: { path: { id } } }))).data })

  constructor() {
    super()
    this.params = {}
    this.kind = 'hearing'
    this.correcting = ''
    this.opened = ''
  }
  protected override load(): Promise<void> {
    return this.#record.load()
  }

  async #publish(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const form = new FormData(event.target)
    if (!(await ask({ heading: words.publish, text: words.confirmPublish, confirm: words.publish, cancel: words.keep }))) return
    const body = { ...factsIn(form), kind: this.kind, lateReason: said(form, 'lateReason') }
    if (await this.act(body, words.published, (headers) => api.POST('/api/projects/{id}/hearings', { params: { path: { id: this.#record.key } }, body, headers }))) event.target.reset()
  }
  async #correct(event: SubmitEvent, id: string): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const form = new FormData(event.target)
    if (!(await ask({ heading: words.correct, text: words.confirmCorrect, confirm: words.correct, cancel: words.keep }))) return
    const body = { ...factsIn(form), reason: said(form, 'reason') }
    if (await this.act({ id, ...body }, words.corrected, (headers) => api.POST('/api/hearings/{id}/correction', { params: { path: { id } }, body, headers }))) this.correcting = ''
  }
  async #end(event: SubmitEvent, id: string, how: 'cancel' | 'revoke'): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const body = { how, reason: said(new FormData(event.target), 'reason') }
    const [heading, text, done] = how === 'cancel' ? [words.cancelMeeting, words.confirmCancel, words.cancelled] : [words.revoke, words.confirmRevoke, words.revoked]
    if (!(await ask({ heading, text, confirm: heading, cancel: words.keep, grave: true }))) return
    await this.act({ id, ...body }, done, (headers) => api.POST('/api/hearings/{id}/ending', { params: { path: { id } }, body, headers }))
  }

  #applicants(hearing: Hearing, may: boolean): TemplateResult | typeof nothing {
    if (!may) return html`<p class="quiet">${words.applied(hearing.applied)}</p>`
    const open = this.opened === hearing.id
    return html`<p class="applied">${words.applied(hearing.applied)}${hearing.applied === 0 ? nothing : html`<button class="words" aria-expanded=${open ? 'true' : 'false'} @click=${() => { this.opened = open ? '' : hearing.id }}>${open ? words.hideApplicants : words.showApplicants}</button><a class="words" href=${`/api/hearings/${hearing.id}/applicants.xlsx`} download>${words.export}</a>`}</p>
      ${open ? html`<hearing-applicants .hearing=${hearing}></hearing-applicants>` : nothing}`
  }
  #ending(hearing: Hearing): TemplateResult | typeof nothing {
    const form = (how: 'cancel' | 'revoke', label: string, reason: string, hint: string): TemplateResult => html`<details><summary>${label}</summary><form class="stack-form" @submit=${(event: SubmitEvent) => void this.#end(event, hearing.id, how)}><lf-field label=${reason} required hint=${hint}><textarea name="reason" rows="2"></textarea></lf-field><div class="save-row"><button class="btn grave" ?disabled=${this.busy}>${label}</button></div></form></details>`
    return html`${hearing.may.cancel ? form('cancel', words.cancelMeeting, words.cancelReason, words.cancelHint) : nothing}${hearing.may.revoke ? form('revoke', words.revoke, words.revokeReason, '') : nothing}`
  }
  #correction(hearing: Hearing): TemplateResult | typeof nothing {
    if (!hearing.may.correct) return nothing
    if (this.correcting !== hearing.id) return html`<button class="btn" @click=${() => { this.correcting = hearing.id; this.fields = [] }}>${words.correct}</button>`
    return html`<form class="stack-form" novalidate @submit=${(event: SubmitEvent) => void this.#correct(event, hearing.id)}>${factFields(hearing.facts, (path) => this.error(path))}
      <lf-field label=${words.correctReason} required hint=${words.correctReasonHint} error=${this.error('reason')}><textarea name="reason" rows="2"></textarea></lf-field>
      <div class="save-row"><button type="button" class="btn" @click=${() => { this.correcting = '' }}>${words.keep}</button><button class="btn main" ?disabled=${this.busy}>${words.correct}</button></div></form>`
  }
  #announced(hearing: Hearing, may: boolean): TemplateResult {
    const { facts } = hearing
    const rows: [string, string][] = [[words.heldOn, `${facts.heldOn}　${facts.hours}`], [words.place, facts.place], [words.matter, facts.matter], [words.participants, words.people(facts.participants, facts.observers)], [words.conditions, facts.conditions], [words.applyTo, facts.applyTo], [words.howTo, facts.howTo], [words.placeRules, facts.placeRules]]
    const ended = hearing.standing === 'revoked' ? words.ending.revoked(hearing.endedReason ?? '') : hearing.standing === 'cancelled' ? words.ending.cancelled(hearing.cancelledOn ?? '', hearing.endedReason ?? '') : null
    return html`<section class="announced-hearing" data-standing=${hearing.standing}><h3>${hearing.kindLabel}　<lf-state kind=${hearing.standing === 'open' ? 'active' : hearing.standing === 'closed' ? 'waiting' : hearing.standing === 'past' ? 'done' : 'paused'} word=${words.standing[hearing.standing]}></lf-state></h3>
      <p class="quiet small">${words.by(hearing.announcedOn, hearing.by)}${hearing.standing === 'revoked' ? nothing : html`　<a href=${`/hearings/${hearing.id}`} target="_blank" rel="noopener">${words.see}</a>`}</p>
      ${ended === null ? nothing : html`<p class="warn">${ended}</p>`}
      ${this.correcting === hearing.id ? nothing : html`<dl class="published-facts">${rows.filter(([, value]) => value !== '').map(([label, value]) => html`<dt>${label}</dt><dd class="said">${value}</dd>`)}</dl>`}
      ${hearing.lateReason === null ? nothing : html`<p class="quiet small">${words.late(hearing.lateReason)}</p>`}
      ${hearing.corrections.length === 0 ? nothing : html`<h4>${words.corrections}</h4><ul class="corrections">${hearing.corrections.map((c) => html`<li><p>${c.on}　${c.by}　${c.reason}</p>${c.changes.map((one) => html`<p class="said quiet">${words.change(one.field, one.before, one.after)}</p>`)}</li>`)}</ul>`}
      ${this.#applicants(hearing, may)}
      ${hearing.days.length === 0 ? nothing : html`<details><summary>${words.days}</summary><ul class="hearing-days">${hearing.days.map((day) => html`<li><b>${day.on}</b><span>${day.label}</span><span class="quiet small">${day.basis}</span></li>`)}</ul></details>`}
      ${this.#correction(hearing)}${this.#ending(hearing)}</section>`
  }
  #new({ ready, may }: Hearings): TemplateResult {
    const offered = ready.notice !== null || this.kind !== 'hearing'
    return html`<section class="part"><h2>${words.publishTitle}</h2><p class="small quiet">${words.publishHint}</p>
      ${ready.ended ? html`<p class="quiet">${words.ended}</p>` : !may.publish ? html`<p class="quiet">${words.onlyChief}</p>` : html`<form class="stack-form" novalidate @submit=${(event: SubmitEvent) => void this.#publish(event)}>
        <lf-field class="w12" label=${words.kind} required><select name="kind" @change=${(event: Event) => { if (event.target instanceof HTMLSelectElement && isKind(event.target.value)) this.kind = event.target.value }}>${kinds.map((kind) => html`<option value=${kind} ?selected=${kind === this.kind}>${words.kinds[kind]}</option>`)}</select></lf-field>
        ${this.kind !== 'hearing' ? nothing : ready.notice === null ? html`<p class="warn">${words.noNotice}</p>` : html`<p>${words.notice(ready.notice)}　<span class="quiet">${words.proposed}</span></p>`}
        ${!offered ? nothing : html`${factFields(this.kind === 'hearing' ? ready.proposed : {}, (path) => (this.correcting === '' ? this.error(path) : ''))}
          <lf-field label=${words.lateReason} hint=${words.lateReasonHint} error=${this.error('lateReason')}><textarea name="lateReason" rows="2"></textarea></lf-field>
          <div class="save-row"><button class="btn main" ?disabled=${this.busy}>${words.publish}</button></div>`}</form>`}</section>`
  }
  protected override render(): TemplateResult {
    const { given: view, problem } = this.#record
    if (problem !== null) return html`<div class="page"><lf-error .problem=${problem} @retry=${() => void this.load()}></lf-error></div>`
    if (view === null) return html`<lf-loading rows="6"></lf-loading>`
    return html`<lf-case-bar heading=${words.title} .crumbs=${[{ label: messages.project.title, path: '/projects' }, { label: view.project.title, path: `/projects/${view.project.id}` }]}></lf-case-bar>
      <div class="page">${this.noticeBar()}<section class="part"><h2>${words.announced}</h2>${view.hearings.length === 0 ? html`<p class="quiet">${words.none}</p>` : view.hearings.map((hearing) => this.#announced(hearing, view.may.applicants))}</section>${this.correcting === '' ? this.#new(view) : nothing}</div>`
  }
}
customElements.define('view-hearings', ViewHearings)
declare global { interface HTMLElementTagNameMap { 'view-hearings': ViewHearings } }
