import { html, nothing, type TemplateResult } from 'lit'
import { compareTexts } from '../../../law/compare/index.ts'
import { amendedAlignment, applyAmendments } from '../../../law/drafting/amendments/index.ts'
import { answer, api, editing } from '../../api/client.ts'
import { ask } from '../../components/ask.ts'
import '../../components/comparison/law-compare.ts'
import '../../components/law-text.ts'
import '../../components/lf-case-bar.ts'
import '../../components/lf-tabs.ts'
import { RecordReader } from '../../components/record-reader.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import { shownDeadline, stateKind } from '../case-shown.ts'
import '../papers/project-papers.ts'
import { ActingElement } from './acting-element.ts'
import './amendments-part.ts'
import type { ChosenPassage } from './amendments-part.ts'
import '../library/compare.css'
import './approval.css'
import { type Amendment, type Approval, readApproval, said } from './approval-data.ts'

const words = messages.approval
/** Papers of the province: until it has decided, and by what it decided. */
const undecided = ['provincialReviewReport', 'approvalDecision', 'refusalDecision']
const papersBy: Readonly<Record<string, readonly string[]>> = { refused: ['provincialReviewReport', 'refusalDecision'], approved: ['provincialReviewReport', 'approvalDecision', 'nationalFilingReport'], approvedWithChange: ['provincialReviewReport', 'approvalDecision', 'nationalFilingReport'] }

/** One request for approval: the text and its comparison at the left; material, opinions, amendments and the decision beside it. */
export class ViewApproval extends ActingElement {
  static override properties = { params: { attribute: false }, tab: { state: true }, drafted: { state: true }, unsaved: { state: true }, chosen: { state: true }, fileId: { state: true }, result: { state: true } }
  declare params: Readonly<Record<string, string>>
  declare tab: 'text' | 'amended' | 'compare'
  /** amendments as they are typed now */
  declare drafted: readonly Amendment[]
  /** the server does not have them yet */
  declare unsaved: boolean
  declare chosen: ChosenPassage | null
  declare fileId: string | null
  /** the decision that is chosen in its form; '' until somebody chooses */
  declare result: string
  readonly #session = new SessionReader(this)
  readonly #record = new RecordReader(this, {
    key: () => this.params['id'] ?? '',
    read: async (id) => {
      const { data, etag } = await answer(api.GET('/api/approvals/{id}', { params: { path: { id } } }))
      return { approval: readApproval(data), etag: etag ?? '' }
    },
    taken: ({ approval: { amendments } }, before) => {
      if (before === null && amendments.length > 0) this.tab = 'compare'
      if (before === null) this.unsaved = false
      if (!this.unsaved) this.drafted = amendments
    },
  })

  constructor() {
    super()
    this.params = {}
    this.tab = 'text'
    this.drafted = []
    this.unsaved = false
    this.chosen = null
    this.fileId = null
    this.result = ''
  }
  get #etag(): string {
    return this.#record.given?.etag ?? ''
  }
  protected override load(): Promise<void> {
    return this.#record.load()
  }

  async #receive(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const body = { receivedOn: said(new FormData(event.target), 'on') }
    await this.act(body, words.receivedDone, (headers) => api.POST('/api/approvals/{id}/receipt', { params: { path: { id: this.#record.key } }, body, headers: { ...headers, ...editing(this.#etag) } }))
  }
  async #agenda(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const body = { on: said(new FormData(event.target), 'on') }
    await this.act(body, words.agendaDone, (headers) => api.POST('/api/approvals/{id}/agenda', { params: { path: { id: this.#record.key } }, body, headers: { ...headers, ...editing(this.#etag) } }))
  }
  async #opine(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { target } = event
    if (!(target instanceof HTMLFormElement)) return
    const form = new FormData(target)
    const body = { articleId: said(form, 'articleId') === '' ? null : said(form, 'articleId'), text: said(form, 'text') }
    if (await this.act(body, words.opined, (headers) => api.POST('/api/approvals/{id}/opinions', { params: { path: { id: this.#record.key } }, body, headers }))) target.reset()
  }
  async #answer(event: SubmitEvent, opinionId: string): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const body = { answer: said(new FormData(event.target), 'answer') }
    await this.act({ ...body, opinionId }, words.answerDone, (headers) => api.POST('/api/approvals/{id}/opinions/{opinionId}/answer', { params: { path: { id: this.#record.key, opinionId } }, body, headers }))
  }
  async #decide(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const form = new FormData(event.target)
    const result = (['approved', 'approvedWithChange', 'refused'] as const).find((r) => r === said(form, 'result')) ?? 'approved'
    const count = this.#record.given?.approval.amendments.length ?? 0
    if (!(await ask({ heading: words.results[result] ?? words.decide, text: result === 'approvedWithChange' && count > 0 ? words.confirmAmended(count) : words.confirmDecision, confirm: words.decide, cancel: words.cancel }))) return
    const reason = said(form, 'reason')
    const body = { result, decidedOn: said(form, 'decidedOn'), decisionMeeting: said(form, 'decisionMeeting'), decisionNo: said(form, 'decisionNo') === '' ? null : said(form, 'decisionNo'), reason: reason === '' ? null : reason, fileId: this.fileId }
    await this.act({ ...body, etag: this.#etag }, words.decided, (headers) => api.POST('/api/approvals/{id}/decision', { params: { path: { id: this.#record.key } }, body, headers: { ...headers, ...editing(this.#etag) } }))
  }
  async #recall(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const form = new FormData(event.target)
    const body = { reason: said(form, 'reason'), consent: said(form, 'consent') }
    await this.act({ ...body, etag: this.#etag }, words.recalled, (headers) => api.POST('/api/approvals/{id}/recall', { params: { path: { id: this.#record.key } }, body, headers: { ...headers, ...editing(this.#etag) } }))
  }

  #left(approval: Approval): TemplateResult {
    const amended = applyAmendments(approval.voted.text, approval.approved === null ? this.drafted : approval.amendments)
    const after = approval.approved?.text ?? amended.text
    const count = approval.approved === null ? this.drafted.length : approval.amendments.length
    // before the decision there is nothing amended to read unless somebody wrote an amendment
    const tab = this.tab === 'amended' && approval.approved === null && count === 0 ? 'text' : this.tab
    const tabs = [
      { id: 'text', label: approval.voted.label },
      ...(approval.approved === null && count === 0 ? [] : [{ id: 'amended', label: approval.approved?.label ?? words.amendedText }]),
      { id: 'compare', label: approval.approved === null ? words.comparing : `${words.compare}：${approval.voted.label}、${approval.approved.label}`, note: String(count) },
    ]
    return html`<lf-tabs label=${words.title} chosen=${tab} .tabs=${tabs} @tab-chosen=${(event: CustomEvent<{ id: string }>) => { this.tab = (['amended', 'compare'] as const).find((id) => id === event.detail.id) ?? 'text' }}></lf-tabs>
      <div role="tabpanel" id="panel-${tab}" aria-labelledby="tab-${tab}">${
        tab === 'compare' ? html`<law-compare .comparison=${compareTexts(approval.voted.text, after, amendedAlignment(approval.voted.text, { text: after, origins: amended.origins }))} .labels=${[approval.voted.label, words.approved]} mode="two"></law-compare>`
        : tab === 'amended' ? html`<law-text .text=${after} heading></law-text>`
        : html`<law-text .text=${approval.voted.text} heading @passage-selected=${(event: CustomEvent<{ eId: string; exact: string }>) => { this.chosen = { articleId: event.detail.eId.split('__')[0] ?? '', exact: event.detail.exact } }}></law-text>`
      }</div>`
  }
  #opinions(approval: Approval): TemplateResult {
    return html`<section class="part"><h2>${words.opinions}<span>${approval.opinions.length === 0 ? '' : words.amendmentCount(approval.opinions.length)}</span></h2>
      ${approval.opinions.length === 0 ? html`<p class="quiet">${words.noOpinions}</p>` : html`<ul class="opinions">${approval.opinions.map((o) => html`<li><p><b>${o.articleLabel ?? words.whole}</b>　${o.text}<span class="quiet small">　${o.by}　${o.on}</span></p>
        ${o.answer !== null ? html`<p class="said">${o.answer}<span class="quiet small">　${words.answered(o.answeredBy ?? '', o.answeredOn ?? '')}</span></p>` : approval.may.answer ? html`<form class="stack-form" @submit=${(event: SubmitEvent) => void this.#answer(event, o.id)}><lf-field label=${words.answerText} error=${this.error('answer')}><textarea name="answer" rows="2"></textarea></lf-field><div class="save-row"><button class="btn" ?disabled=${this.busy}>${words.answer}</button></div></form>` : html`<p class="quiet small">${words.waiting}</p>`}</li>`)}</ul>`}
      ${!approval.may.opine ? nothing : html`<details><summary>${words.opine}</summary><form class="stack-form" @submit=${(event: SubmitEvent) => void this.#opine(event)}><lf-field label=${words.opinionOn}><select name="articleId"><option value="">${words.whole}</option>${approval.voted.text.articles.map((a) => html`<option value=${a.id} ?selected=${a.id === this.chosen?.articleId}>${a.number}</option>`)}</select></lf-field><lf-field label=${words.opinionText} required error=${this.error('text')}><textarea name="text" rows="3"></textarea></lf-field><div class="save-row"><button class="btn" ?disabled=${this.busy}>${words.opine}</button></div></form></details>`}</section>`
  }
  #province(approval: Approval): TemplateResult | typeof nothing {
    const today = this.#session.value?.today ?? ''
    if (approval.may.receive) return html`<section class="part"><h2>${words.receive}</h2><p class="small quiet">${words.receiveHint}</p><form class="inline-form" @submit=${(event: SubmitEvent) => void this.#receive(event)}><lf-field label=${words.receivedOn} error=${this.error('receivedOn')}><input type="date" name="on" .value=${today} required></lf-field><button class="btn main" ?disabled=${this.busy}>${words.receive}</button></form></section>`
    return html`${approval.may.agenda ? html`<section class="part"><h2>${words.agendaTitle}</h2><form class="inline-form" @submit=${(event: SubmitEvent) => void this.#agenda(event)}><lf-field label=${words.agendaOn} error=${this.error('on')}><input type="date" name="on" .value=${today} required></lf-field><button class="btn" ?disabled=${this.busy}>${words.agenda}</button></form></section>` : nothing}
      <project-papers project=${approval.project.id} .kinds=${papersBy[approval.result ?? ''] ?? undecided}></project-papers>
      ${!approval.may.decide ? nothing : html`<section class="part"><h2>${words.decide}</h2><form class="stack-form" @submit=${(event: SubmitEvent) => void this.#decide(event)}>
        <lf-field label=${words.result}><select name="result" @change=${(event: Event) => { if (event.target instanceof HTMLSelectElement) this.result = event.target.value }}>${Object.entries(words.results).map(([value, label]) => html`<option value=${value} ?selected=${value === (approval.amendments.length > 0 ? 'approvedWithChange' : 'approved')}>${label}</option>`)}</select></lf-field>
        <lf-field label=${words.decisionMeeting} required hint=${words.decisionMeetingHint} error=${this.error('decisionMeeting')}><input name="decisionMeeting" maxlength="300"></lf-field>
        <lf-field class="w12" label=${words.decidedOn} required error=${this.error('decidedOn')}><input type="date" name="decidedOn" .value=${today}></lf-field><lf-field class="w12" label=${words.decisionNo}><input name="decisionNo" maxlength="100"></lf-field>
        <lf-field label=${words.refusalReason} ?required=${this.result === 'refused'} error=${this.error('reason')}><textarea name="reason" rows="2"></textarea></lf-field>
        <lf-upload label=${words.decisionFile} accept=".pdf,.docx,.ofd" @file-stored=${(event: CustomEvent<{ id: string }>) => { this.fileId = event.detail.id }}></lf-upload>
        ${this.unsaved ? html`<p class="warn">${words.saveFirst}</p>` : nothing}<div class="save-row"><button class="btn main" ?disabled=${this.busy || this.unsaved}>${words.decide}</button></div></form></section>`}`
  }
  #package(approval: Approval): TemplateResult {
    return html`<section class="part"><h2>${words.package}<span>${words.packageHint}</span></h2><ul class="enclosures"><li><span>${approval.voted.label}</span></li>${approval.enclosures.map((e) => html`<li><span>${e.label}</span>${e.form === 'words' ? nothing : html`<a href="/api/approvals/${approval.id}/enclosures/${e.index}/pdf">${words.download}</a>`}${e.text === null ? nothing : html`<details><summary>${words.words}</summary><p class="said">${e.text}</p></details>`}</li>`)}</ul></section>`
  }
  #outcome(approval: Approval): TemplateResult | typeof nothing {
    const parts = [
      approval.resultLabel === null ? nothing : html`<p><b>${words.decidedFacts(approval.resultLabel, approval.decidedOn ?? '', approval.decisionMeeting ?? '')}</b>${approval.decisionNo === null ? nothing : html`　${approval.decisionNo}`}</p>${approval.reason === null ? nothing : html`<p class="said">${approval.reason}</p>`}`,
      approval.recallReason === null ? nothing : html`<p class="warn">${words.recalledBecause(approval.recallReason)}</p>${approval.recallConsent === null ? nothing : html`<p class="quiet">${approval.recallConsent}</p>`}`,
    ]
    return approval.resultLabel === null && approval.recallReason === null ? nothing : html`<section class="part"><h2>${words.result}</h2>${parts}${approval.side === 'province' ? nothing : approval.papers.map((paper) => html`<p><a href=${to(`/papers/${paper.id}`)}>${paper.title}</a></p>`)}${html`<p><a class="btn" href=${to(`/approvals?project=${approval.project.id}`)}>${words.title}</a></p>`}</section>`
  }
  #recallPart(approval: Approval): TemplateResult | typeof nothing {
    if (!approval.may.recall) return nothing
    return html`<section class="part"><details><summary>${words.recall}</summary><form class="stack-form" @submit=${(event: SubmitEvent) => void this.#recall(event)}><lf-field label=${words.recallReason} required error=${this.error('reason')}><textarea name="reason" rows="3"></textarea></lf-field><lf-field label=${words.recallConsent} hint=${words.recallHint}><textarea name="consent" rows="2"></textarea></lf-field><div class="save-row"><button class="btn grave" ?disabled=${this.busy}>${words.recall}</button></div></form></details></section>`
  }

  protected override render(): TemplateResult {
    const { given, problem } = this.#record
    const approval = given?.approval ?? null
    if (problem !== null) return html`<div class="page"><lf-error .problem=${problem} @retry=${() => void this.load()}></lf-error></div>`
    if (approval === null) return html`<lf-loading rows="8"></lf-loading>`
    const facts = [approval.side === 'province' ? approval.house : approval.province, words.sent(approval.sentOn, approval.sentBy), approval.receivedOn === null ? '' : words.received(approval.receivedOn, approval.receivedBy ?? ''), approval.onAgendaOn === null ? '' : words.onAgenda(approval.onAgendaOn), approval.others.length === 0 ? '' : words.otherTimes(approval.others.length)].filter((f) => f !== '')
    const city = approval.side === 'city'
    return html`<lf-case-bar heading=${`《${approval.project.title}》`} .crumbs=${[{ label: words.listTitle, path: '/approvals' }, ...(city ? [{ label: words.toProject, path: `/projects/${approval.project.id}` }] : [])]} .facts=${facts} .deadline=${shownDeadline(approval.deadline, words.due)} .state=${{ kind: stateKind(approval.result === 'refused' ? '!' : approval.state.sign), word: approval.resultLabel ?? approval.state.label }}></lf-case-bar>
      ${this.noticeBar()}<div class="approval-desk"><div class="approval-text">${this.#left(approval)}</div>
      <aside class="approval-side" @amendments-changed=${(event: CustomEvent<{ amendments: readonly Amendment[]; unsaved: boolean }>) => { ({ amendments: this.drafted, unsaved: this.unsaved } = event.detail) }} @approval-changed=${() => void this.load()}>${this.#outcome(approval)}${this.#package(approval)}${approval.may.receive ? this.#province(approval) : nothing}${this.#opinions(approval)}
        ${city && approval.state.id !== 'decided' ? nothing : html`<amendments-part .approval=${approval} etag=${this.#etag} owner=${this.#session.value?.person.id ?? ''} .chosen=${this.chosen}></amendments-part>`}
        ${!city && !approval.may.receive ? this.#province(approval) : nothing}${this.#recallPart(approval)}</aside></div>`
  }
}
customElements.define('view-approval', ViewApproval)
declare global { interface HTMLElementTagNameMap { 'view-approval': ViewApproval } }
