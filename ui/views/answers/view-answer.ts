import { html, nothing, type TemplateResult } from 'lit'
import { z } from 'zod/mini'
import { answer, api, asProblem, editing, Submission } from '../../api/client.ts'
import type { ApiProblem, FieldError } from '../../api/problem.ts'
import type { components } from '../../api/schema.d.ts'
import { ask } from '../../components/ask.ts'
import { LightElement } from '../../components/light-element.ts'
import { DraftKeeper } from '../../draft-keeper.ts'
import { dayOf, timeInTable } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { go, to } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import { shownDeadline, stateKind } from '../case-shown.ts'
import '../outcome/outcome.css'

type Put = components['schemas']['PutToMaker']
const words = messages.outcome.answers
const positions = ['willModify', 'willRepeal', 'explains', 'refused'] as const
type Position = (typeof positions)[number]
const draftSchema = z.object({ flags: z.record(z.string(), z.object({ text: z.string(), position: z.enum(positions) })), questions: z.array(z.string()), whole: z.string() })
type Draft = z.infer<typeof draftSchema>
const emptyDraft: Draft = { flags: {}, questions: [], whole: '' }

/** What was put to us about one document: each problem with our answer, the plan, the corrected text. */
export class ViewAnswer extends LightElement {
  static override properties = { params: { attribute: false }, put: { state: true }, failed: { state: true }, notice: { state: true }, fields: { state: true }, busy: { state: true }, draft: { state: true }, restoredAt: { state: true }, files: { state: true } }
  declare params: Readonly<Record<string, string>>
  declare put: Put | null
  declare failed: ApiProblem | null
  declare notice: { kind: 'good' | 'warn'; text: string } | null
  declare fields: readonly FieldError[]
  declare busy: boolean
  declare draft: Draft
  declare restoredAt: string
  declare files: readonly string[]
  readonly #session = new SessionReader(this)
  readonly #submission = new Submission()
  #keeper: DraftKeeper<Draft> | null = null
  #etag: string | null = null
  #read = ''

  constructor() {
    super()
    this.params = {}
    this.put = null
    this.failed = null
    this.notice = null
    this.fields = []
    this.busy = false
    this.draft = emptyDraft
    this.restoredAt = ''
    this.files = []
  }

  protected override willUpdate(): void {
    const id = this.params['id'] ?? ''
    if (id === '' || id === this.#read) return
    this.#read = id
    this.#keeper = new DraftKeeper({ key: `answer:${id}`, owner: this.#session.value?.person.id ?? '', read: (stored) => draftSchema.parse(stored) })
    const kept = this.#keeper.restore()
    this.draft = kept?.value ?? emptyDraft
    this.restoredAt = kept === null ? '' : timeInTable(kept.keptAt)
    void this.#load()
  }
  async #load(): Promise<void> {
    try {
      const { data, etag } = await answer(api.GET('/api/answers/{id}', { params: { path: { id: this.#read } } }))
      this.put = data
      this.#etag = etag
      this.failed = null
    } catch (thrown) {
      this.failed = asProblem(thrown)
    }
  }
  #change(draft: Draft): void {
    this.draft = draft
    this.#keeper?.keep(draft)
  }
  #own(flagId: string): { text: string; position: Position } {
    return this.draft.flags[flagId] ?? { text: '', position: 'willModify' }
  }

  async #act(content: unknown, said: string, call: (headers: Record<string, string>) => Promise<{ data?: unknown; error?: unknown; response: Response }>): Promise<unknown> {
    this.busy = true
    this.fields = []
    try {
      const { data } = await this.#submission.send(content, call)
      await this.#load()
      this.notice = { kind: 'good', text: said }
      return data ?? true
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.fields = problem.fields
      if (problem.kind === 'stale') await this.#load()
      this.notice = { kind: 'warn', text: problem.fields[0]?.message ?? problem.told }
      return null
    } finally {
      this.busy = false
    }
  }
  async #send(put: Put): Promise<void> {
    const reports = this.#reports(put)
    if (!(await ask({ heading: reports ? words.reportSend : words.confirmTitle, text: reports ? words.reportConfirm : words.confirmText, confirm: reports ? words.reportSend : words.send, cancel: words.stay }))) return
    const waiting = put.flags.filter(({ state }) => state === 'putToMaker')
    const body = { text: this.draft.whole, flags: waiting.map(({ id }) => ({ flagId: id, ...this.#own(id) })).filter(({ text }) => text.trim() !== ''), questions: put.questions.map((_, at) => this.draft.questions[at] ?? ''), fileIds: [...this.files] }
    const done = await this.#act(body, reports ? words.reported : words.sent, (headers) => api.POST('/api/outcome/{id}/answers', { params: { path: { id: this.#read } }, body, headers }))
    if (done === null) return
    this.#keeper?.acknowledge()
    this.draft = emptyDraft
    this.files = []
  }
  async #refile(): Promise<void> {
    const data = await this.#act({ refile: this.#read }, '', (headers) => api.POST('/api/outcome/{id}/refile', { params: { path: { id: this.#read } }, headers }))
    if (typeof data === 'object' && data !== null && 'id' in data) await go(`/filing/${String(data.id)}`)
  }
  async #side(event: SubmitEvent, what: 'plan' | 'halt'): Promise<void> {
    event.preventDefault()
    const { target } = event
    if (!(target instanceof HTMLFormElement)) return
    const form = new FormData(target)
    const value = (name: string): string => { const given = form.get(name); return typeof given === 'string' ? given.trim() : '' }
    const path = { id: this.#read }
    const plan = { text: value('text'), dueOn: value('dueOn'), fileIds: [] }
    const halt = { haltedProvisions: value('haltedProvisions'), haltedOn: value('haltedOn') }
    const done = what === 'plan'
      ? await this.#act(plan, words.planSent, (headers) => api.POST('/api/outcome/{id}/plans', { params: { path }, body: plan, headers }))
      : await this.#act(halt, words.haltDone, (headers) => api.POST('/api/outcome/{id}/steps/{key}', { params: { path: { ...path, key: 'haltClause' } }, body: halt, headers: { ...headers, ...editing(this.#etag) } }))
    if (done !== null) target.reset()
  }
  #error(path: string): string {
    return this.fields.find((field) => field.path === path)?.message ?? ''
  }

  #flag(flag: Put['flags'][number], answers: boolean): TemplateResult {
    const own = this.#own(flag.id)
    const set = (change: Partial<{ text: string; position: Position }>): void => this.#change({ ...this.draft, flags: { ...this.draft.flags, [flag.id]: { ...own, ...change } } })
    return html`<section class="put" id="flag-${flag.id}"><h3>${words.problem(flag.number)}　${flag.articleLabel}<span>${flag.standardLabel}，${flag.codeLabel}</span></h3>
      <div class="law"><p>${flag.quote}</p></div>
      <dl>${flag.superior === '' ? nothing : html`<dt>${words.superior}</dt><dd>${flag.superior}${flag.superiorQuote === '' ? '' : `：${flag.superiorQuote}`}</dd>`}<dt>${words.reason}</dt><dd>${flag.reason}</dd>${flag.suggestion === '' ? nothing : html`<dt>${words.suggestion}</dt><dd>${flag.suggestion}</dd>`}${flag.makerAnswer === null ? nothing : html`<dt>${words.ours}</dt><dd>${flag.makerAnswer}</dd>`}</dl>
      ${answers && flag.state === 'putToMaker' ? html`<div class="answer"><lf-field label=${words.ours} required .error=${this.#error(`flags.${flag.id}`)}><textarea rows="3" .value=${own.text} @input=${(event: Event) => { if (event.target instanceof HTMLTextAreaElement) set({ text: event.target.value }) }}></textarea></lf-field>
        <lf-field label=${words.position}><select @change=${(event: Event) => { if (event.target instanceof HTMLSelectElement) { const chosen = event.target.value; set({ position: positions.find((p) => p === chosen) ?? 'willModify' }) } }}>${positions.map((position) => html`<option value=${position} ?selected=${position === own.position}>${words.positions[position]}</option>`)}</select></lf-field></div>` : html`<p class="small quiet standing">${flag.standing}</p>`}</section>`
  }

  /** After an annulment the form is the report on what was done about it, until it is given. */
  #reports(put: Put): boolean {
    return put.state.id === 'annulled' && put.deadlines.some((deadline) => deadline?.key === 'annulmentReport')
  }
  #answerForm(put: Put): TemplateResult {
    const answers = put.may.includes('answer')
    const inquiry = answers && put.questions.length > 0 && put.deadlines.some((deadline) => deadline?.key === 'inquiryReply')
    const waiting = put.flags.some(({ state }) => state === 'putToMaker')
    const reports = this.#reports(put)
    return html`<form class="part" @submit=${(event: SubmitEvent) => { event.preventDefault(); void this.#send(put) }}>
      ${this.restoredAt === '' ? nothing : html`<p class="small soon">${words.restored(this.restoredAt)}</p>`}
      ${inquiry ? html`<h2>${words.questions}</h2>${put.questions.map((question, at) => html`<lf-field label=${question} required><textarea rows="3" .value=${this.draft.questions[at] ?? ''} @input=${(event: Event) => { if (event.target instanceof HTMLTextAreaElement) { const text = event.target.value; this.#change({ ...this.draft, questions: put.questions.map((_, place) => (place === at ? text : (this.draft.questions[place] ?? ''))) }) } }}></textarea></lf-field>`)}` : nothing}
      ${put.flags.length === 0 ? nothing : html`<h2>${words.problems}</h2>${put.flags.map((flag) => this.#flag(flag, answers))}`}
      ${answers && (waiting || inquiry || reports || (put.replies.length === 0 && put.state.id !== 'annulled')) ? html`<lf-field label=${reports ? words.report : words.whole} ?required=${reports}><textarea name="whole" rows="3" .value=${this.draft.whole} @input=${(event: Event) => { if (event.target instanceof HTMLTextAreaElement) this.#change({ ...this.draft, whole: event.target.value }) }}></textarea></lf-field>
        <lf-upload label=${words.files} multiple @file-stored=${(event: CustomEvent<{ id: string }>) => { this.files = [...this.files, event.detail.id] }} @file-removed=${(event: CustomEvent<{ id: string }>) => { this.files = this.files.filter((id) => id !== event.detail.id) }}></lf-upload>
        <p class="send"><button class="btn main" ?disabled=${this.busy}>${reports ? words.reportSend : words.send}</button></p>` : nothing}</form>`
  }
  /** Whether something is put to us in writing; where nothing is, the plan is what can be done and stands in the middle. */
  #asks(put: Put): boolean {
    return put.flags.length > 0 || put.may.includes('answer')
  }
  #planForm(put: Put): TemplateResult | typeof nothing {
    if (!put.may.includes('plan') || put.plans.some(({ state }) => state === 'offered')) return nothing
    return html`<form class="part outcome-form" novalidate @submit=${(event: SubmitEvent) => void this.#side(event, 'plan')}><h2>${words.planSend}</h2><p class="small quiet">${words.planLead}</p><lf-field label=${words.planText} required .error=${this.#error('text')}><textarea name="text" rows="4"></textarea></lf-field><lf-field label=${words.planDue} required .error=${this.#error('dueOn')}><input type="date" name="dueOn"></lf-field><p class="send"><button class="btn ${this.#asks(put) ? '' : 'main'}" ?disabled=${this.busy}>${words.planSend}</button></p></form>`
  }
  /** Where the case stands for us, in one sentence, and the paper to read where nothing is to be answered. */
  #standing(put: Put): TemplateResult | typeof nothing {
    const plan = put.plans.find(({ state }) => state === 'accepted' || state === 'lapsed')
    const offered = put.plans.find(({ state }) => state === 'offered')
    const told = words.standing[put.state.id]
    const text = put.state.id === 'closed' && put.outcome !== null ? words.ended(put.outcome) : offered !== undefined ? words.offered(offered.dueOn) : told === undefined ? '' : put.state.id === 'suspended' ? words.suspendedUntil(plan?.dueOn ?? '') : told
    const lapsed = plan?.state === 'lapsed' && put.may.length > 0 && put.state.id !== 'suspended' ? words.lapsed(plan.dueOn) : ''
    const read = this.#asks(put) ? undefined : put.papers.at(-1)
    if (text === '' && lapsed === '' && read === undefined) return nothing
    return html`<section class="stands">${lapsed === '' ? nothing : html`<p>${lapsed}</p>`}${text === '' ? nothing : html`<p>${text}</p>`}${read === undefined ? nothing : html`<p><a class="btn" href=${to(`/papers/${read.id}`)}>${words.read(read.label, read.number ?? '')}</a></p>`}</section>`
  }
  #aside(put: Put): TemplateResult {
    const list = (title: string, items: readonly TemplateResult[]): TemplateResult | typeof nothing => (items.length === 0 ? nothing : html`<section class="part"><h2>${title}</h2><ul class="side-list">${items}</ul></section>`)
    return html`<aside>${list(words.received, put.papers.map((paper) => html`<li><a href=${to(`/papers/${paper.id}`)}>${paper.label}</a><em>${paper.number ?? ''}<time>${paper.issuedOn ?? ''}</time></em></li>`))}
      ${this.#asks(put) ? this.#planForm(put) : nothing}
      ${list(words.plan, put.plans.map((plan) => html`<li>${plan.dueOn}　<b>${plan.stateLabel}</b><em>${plan.text}</em>${plan.state === 'offered' ? html`<em>${words.planWaits}</em>` : nothing}</li>`))}
      ${put.haltedOn === null ? nothing : html`<section class="part"><h2>${words.halt}</h2><p class="small">${words.halted(put.haltedOn, put.haltNotice ?? '')}</p></section>`}
      ${put.may.includes('halt') && put.haltedOn === null ? html`<form class="part outcome-form" novalidate @submit=${(event: SubmitEvent) => void this.#side(event, 'halt')}><h2>${words.halt}</h2><p class="small quiet">${words.haltLead}</p><lf-field label=${words.haltWhat} required><input name="haltedProvisions"></lf-field><lf-field label=${words.haltOn} required .error=${this.#error('haltedOn')}><input type="date" name="haltedOn"></lf-field><p class="send"><button class="btn" ?disabled=${this.busy}>${words.haltSend}</button></p></form>` : nothing}
      ${list(words.refiled, put.refiled.map((one) => html`<li>${one.title}<em>${one.registrationNo ?? ''}</em></li>`))}
      ${list(words.replies, put.replies.map((reply) => html`<li><b>${reply.positionLabel}</b><time>${dayOf(reply.repliedAt)}</time><em>${reply.text}</em></li>`))}
      ${list(words.contacts, put.contacts.map((contact) => html`<li>${contact.methodLabel}<time>${contact.on}</time><em>${contact.summary}</em></li>`))}</aside>`
  }

  protected override render(): TemplateResult {
    const { put } = this
    if (this.failed !== null) return html`<lf-error .problem=${this.failed} @retry=${() => void this.#load()}></lf-error>`
    if (put === null) return html`<lf-loading></lf-loading>`
    return html`<lf-case-bar heading=${put.title} .crumbs=${[{ label: words.title, path: '/answers' }, { label: put.registrationNo ?? '' }]} .facts=${[put.receiverName, put.documentNo].filter((fact) => fact !== '')} .deadline=${shownDeadline(put.deadlines[0] ?? null)} .state=${{ kind: stateKind(put.state.sign), word: put.state.label }}>
        <div class="actions">${put.may.includes('refile') ? html`<button class="btn main" ?disabled=${this.busy} @click=${() => void this.#refile()}>${words.refile}</button>` : nothing}</div></lf-case-bar>
      ${this.notice === null || this.notice.text === '' ? nothing : html`<lf-notice-bar kind=${this.notice.kind} text=${this.notice.text} closable @notice-closed=${() => { this.notice = null }}></lf-notice-bar>`}
      <div class="with-aside"><div class="body">${this.#standing(put)}${this.#asks(put) ? nothing : this.#planForm(put)}${this.#answerForm(put)}</div>${this.#aside(put)}</div>`
  }
}
customElements.define('view-answer', ViewAnswer)
declare global { interface HTMLElementTagNameMap { 'view-answer': ViewAnswer } }
