import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, asProblem, editing } from '../../api/client.ts'
import type { ApiProblem } from '../../api/problem.ts'
import { ask } from '../../components/ask.ts'
import '../../components/lf-case-bar.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import { shownDeadline } from '../case-shown.ts'
import '../papers/project-papers.ts'
import { ActingElement } from './acting-element.ts'
import './afterlife-part.ts'
import './approval.css'
import { type RegulationPublication, said } from './approval-data.ts'

const words = messages.approval
const hub = words.hub
const papersOfCity = ['approvalRequest', 'announcement', 'handOverLetter', 'supportingRuleNotice']
const papersOfProvince = ['provincialReviewReport', 'approvalDecision', 'refusalDecision', 'nationalFilingReport']
/** Where each state of a project stands on the line from the vote to the day of effect. */
const placeOf: Readonly<Record<string, number>> = { adopted: 0, recalled: 0, submittedForApproval: 1, provincialReview: 1, refused: 1, approved: 2, approvedWithChange: 2, promulgated: 3, inForce: 4, postEvaluated: 4, amending: 4, repealed: 4 }

/** The way of one regulation from the vote on: the package, the approval, the publication, the filings, what follows. */
export class RegulationWay extends ActingElement {
  static override properties = { project: {}, view: { state: true }, failed: { state: true }, gazetteFileId: { state: true } }
  declare project: string
  declare view: RegulationPublication | null
  declare failed: ApiProblem | null
  declare gazetteFileId: string | null
  readonly #session = new SessionReader(this)
  #etag: string | null = null

  constructor() {
    super()
    this.project = ''
    this.view = null
    this.failed = null
    this.gazetteFileId = null
  }
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('project') && this.project !== '') void this.load()
  }
  protected override async load(): Promise<void> {
    try {
      const { data, etag } = await answer(api.GET('/api/projects/{id}/publication', { params: { path: { id: this.project } } }))
      this.view = data
      this.#etag = etag
      this.failed = null
    } catch (thrown) {
      this.failed = asProblem(thrown)
    }
  }

  async #submit(): Promise<void> {
    if (!(await ask({ heading: hub.send, text: hub.confirmSend, confirm: hub.send, cancel: words.cancel }))) return
    await this.act({ submit: this.project, etag: this.#etag }, hub.sendDone, (headers) => api.POST('/api/projects/{id}/approval', { params: { path: { id: this.project } }, body: {}, headers: { ...headers, ...editing(this.#etag) } }))
  }
  async #publish(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const form = new FormData(event.target)
    // what cannot be published yet is not asked about: the refusal says what is missing, and under which article
    const complete = said(form, 'gazetteIssue') !== '' && this.view?.requirements.every((r) => r.met) === true
    if (complete && !(await ask({ heading: hub.publish, text: hub.confirmPublish, confirm: hub.publish, cancel: words.cancel }))) return
    const body = { gazetteIssue: said(form, 'gazetteIssue'), website: said(form, 'website'), newspaper: said(form, 'newspaper'), promulgatedOn: said(form, 'promulgatedOn'), effectiveFrom: said(form, 'effectiveFrom'), gazetteFileId: this.gazetteFileId }
    await this.act({ ...body, etag: this.#etag }, hub.published, (headers) => api.POST('/api/projects/{id}/publication', { params: { path: { id: this.project } }, body, headers: { ...headers, ...editing(this.#etag) } }))
  }
  async #record(event: SubmitEvent, what: 'handOver' | 'fileUp'): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const form = new FormData(event.target)
    const path = { id: this.project }
    if (what === 'handOver') {
      const body = { handedOverOn: said(form, 'on') }
      await this.act(body, hub.done, (headers) => api.POST('/api/projects/{id}/hand-over', { params: { path }, body, headers }))
    } else {
      const body = { filedOn: said(form, 'on'), filingNo: said(form, 'filingNo') }
      await this.act(body, hub.done, (headers) => api.POST('/api/projects/{id}/national-filing', { params: { path }, body, headers }))
    }
  }

  #way(view: RegulationPublication): TemplateResult {
    const here = placeOf[view.project.state] ?? -1
    return html`<ol class="way" aria-label=${words.title}>${hub.way.map((step, at) => html`<li class=${at < here ? 'done' : at === here ? 'now' : ''} aria-current=${at === here ? 'step' : nothing}>${step}</li>`)}</ol>`
  }
  #request(view: RegulationPublication): TemplateResult {
    return html`<section class="part"><h2>${hub.send}</h2>
      ${view.requestId === null ? nothing : html`<p><a href=${to(`/approvals/${view.requestId}`)}>${hub.request}</a></p>`}
      ${view.may.submit ? html`${view.packageMissing.length === 0 ? html`<p>${hub.ready}</p>` : html`<p class="warn">${hub.missing}：${view.packageMissing.join('、')}</p>`}<p class="small quiet">${hub.sendHint}</p><button class="btn main" ?disabled=${this.busy || view.packageMissing.length > 0} @click=${() => void this.#submit()}>${hub.send}</button>`
        : view.requestId === null ? html`<p class="quiet">${hub.notYet}</p>` : nothing}</section>`
  }
  #publication(view: RegulationPublication): TemplateResult {
    const today = this.#session.value?.today ?? ''
    const { published } = view
    if (published !== null) {
      return html`<section class="part"><h2>${hub.publish}<span>${published.promulgatedOn}</span></h2>
        <dl class="published-facts"><dt>${hub.announcement(null)}</dt><dd>${view.announcement === null ? (published.announcementNo ?? '') : html`<a href=${to(`/papers/${view.announcement.id}`)}>${published.announcementNo ?? view.announcement.title}</a>`}</dd><dt>${hub.gazetteIssue}</dt><dd>${published.gazetteIssue}</dd><dt>${hub.effectiveFrom}</dt><dd>${published.effectiveFrom}</dd>${published.website === null ? nothing : html`<dt>${hub.website}</dt><dd>${published.website}</dd>`}${published.newspaper === null ? nothing : html`<dt>${hub.newspaper}</dt><dd>${published.newspaper}</dd>`}<dt>${hub.note}</dt><dd>${view.note}</dd></dl>
        <p><a href="/law/${published.workKey}/${published.dateKey}" target="_blank" rel="noopener">${hub.seePublic}</a>　<a href=${to(`/library/${published.workKey}`)}>${hub.seeLibrary}</a></p></section>`
    }
    if (view.requirements.length === 0) return html``
    if (view.project.state === 'refused') return html`<section class="part"><h2>${words.results['refused']}</h2><p>${hub.refused}</p><p><a href=${to(`/projects/${view.project.id}`)}>${hub.toRedraft}</a></p></section>`
    const open = view.requirements.filter((r) => !r.met)
    return html`<section class="part"><h2>${hub.requirements}<span>${open.length === 0 ? hub.met : `${hub.unmet} ${open.length}`}</span></h2>
      <ul class="conditions">${view.requirements.map((r) => html`<li class=${r.met ? 'met' : ''}><i aria-hidden="true">${r.met ? '✓' : '○'}</i><span><b>${r.label}</b><span class="vh">${r.met ? hub.met : hub.unmet}</span>${r.met ? nothing : html`<br><span class="small">${r.message}</span>`}<br><span class="small quiet">${r.basis}</span></span></li>`)}</ul></section>
      ${!view.may.publish ? nothing : html`<section class="part"><h2>${hub.publish}</h2><form class="stack-form" @submit=${(event: SubmitEvent) => void this.#publish(event)}>
        <p class="small quiet">${hub.note}：${view.note}<br>${hub.noteHint}</p>
        <lf-field label=${hub.gazetteIssue} required hint=${hub.gazetteHint} error=${this.error('gazetteIssue')}><input name="gazetteIssue" maxlength="300"></lf-field>
        <lf-field class="w12" label=${hub.promulgatedOn} required error=${this.error('promulgatedOn')}><input type="date" name="promulgatedOn" .value=${today}></lf-field>
        <lf-field class="w12" label=${hub.effectiveFrom} required hint=${view.effectiveFrom === null ? '' : hub.effectiveSaid} error=${this.error('effectiveFrom')}><input type="date" name="effectiveFrom" .value=${view.effectiveFrom ?? ''}></lf-field>
        <lf-field label=${hub.website}><input name="website" maxlength="300"></lf-field><lf-field label=${hub.newspaper}><input name="newspaper" maxlength="300"></lf-field>
        <lf-upload label=${hub.gazetteFile} accept=".pdf,.docx,.ofd" @file-stored=${(event: CustomEvent<{ id: string }>) => { this.gazetteFileId = event.detail.id }}></lf-upload>
        <div class="save-row"><button class="btn main" ?disabled=${this.busy}>${hub.publish}</button></div></form></section>`}`
  }
  #after(view: RegulationPublication): TemplateResult | typeof nothing {
    const { published } = view
    if (published === null) return nothing
    const today = this.#session.value?.today ?? ''
    return html`<section class="part"><h2>${hub.after}</h2>
      ${view.deadlines.map((d) => html`<p>${d.label}　<lf-deadline .deadline=${shownDeadline(d.deadline, d.label)} variant="row"></lf-deadline></p>`)}
      ${published.handedOverOn === null ? nothing : html`<p>✓ ${hub.handedOver(published.handedOverOn)}</p>`}
      ${view.may.handOver ? html`<form class="inline-form" @submit=${(event: SubmitEvent) => void this.#record(event, 'handOver')}><lf-field label=${hub.handedOverOn} error=${this.error('handedOverOn')}><input type="date" name="on" .value=${today} required></lf-field><button class="btn" ?disabled=${this.busy}>${hub.handOver}</button></form>` : nothing}
      ${published.filedOn === null ? html`<p class="quiet">${hub.waitingFiling}</p>` : html`<p>✓ ${hub.filed(published.filedOn, published.filingNo)}</p>`}
      ${view.may.fileNationally ? html`<form class="inline-form" @submit=${(event: SubmitEvent) => void this.#record(event, 'fileUp')}><lf-field label=${hub.filedOn} error=${this.error('filedOn')}><input type="date" name="on" .value=${today} required></lf-field><lf-field label=${hub.filingNo}><input name="filingNo" maxlength="100"></lf-field><button class="btn" ?disabled=${this.busy}>${hub.fileUp}</button></form>` : nothing}</section>`
  }

  protected override render(): TemplateResult {
    const { view } = this
    if (this.failed !== null) return html`<div class="page"><lf-error .problem=${this.failed} @retry=${() => void this.load()}></lf-error></div>`
    if (view === null) return html`<lf-loading rows="8"></lf-loading>`
    const city = view.side === 'city'
    return html`<lf-case-bar heading=${`《${view.project.title}》${words.title}`} .crumbs=${city ? [{ label: messages.project.title, path: '/projects' }, { label: view.project.title, path: `/projects/${view.project.id}` }] : [{ label: words.listTitle, path: '/approvals' }]} .facts=${[]} .deadline=${null} .state=${null}></lf-case-bar>
      ${this.noticeBar()}<div class="page">${this.#way(view)}<div class="with-aside"><div class="body">${this.#request(view)}${this.#publication(view)}${this.#after(view)}${city && view.published !== null ? html`<afterlife-part project=${view.project.id}></afterlife-part>` : nothing}</div>
        <aside>${city ? html`<project-papers project=${view.project.id} .kinds=${papersOfCity}></project-papers>` : html`<project-papers project=${view.project.id} .kinds=${papersOfProvince}></project-papers>`}</aside></div></div>`
  }
}
customElements.define('regulation-way', RegulationWay)
declare global { interface HTMLElementTagNameMap { 'regulation-way': RegulationWay } }
