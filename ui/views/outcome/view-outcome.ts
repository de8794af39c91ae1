import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, asProblem, editing, Submission } from '../../api/client.ts'
import type { ApiProblem, FieldError } from '../../api/problem.ts'
import type { components } from '../../api/schema.d.ts'
import { ask } from '../../components/ask.ts'
import { LightElement } from '../../components/light-element.ts'
import { dayOf } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { go, to } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import { caseDeadline, stateKind, stateWord } from '../case-shown.ts'
import { papersToDraft } from '../papers-to-draft.ts'
import '../publication/publication-part.ts'
import './outcome.css'
import { type PlainField, type StepForm, stepForms } from './step-forms.ts'

type Filing = components['schemas']['Filing']
type Outcome = components['schemas']['Outcome']
type Flag = Outcome['flags'][number]
const words = messages.outcome.step
const paperLabel = (kind: string): string => words.paper.labels[kind] ?? kind
const value = (form: FormData, name: string): string => {
  const given = form.get(name)
  return typeof given === 'string' ? given.trim() : ''
}

/** One page for every step of 处理: the form of the step from a table, the record of the case at the side. */
export class ViewOutcome extends LightElement {
  static override properties = { params: { attribute: false }, filing: { state: true }, outcome: { state: true }, failed: { state: true }, notice: { state: true }, fields: { state: true }, busy: { state: true }, questions: { state: true }, files: { state: true }, allTicked: { state: true }, record: { state: true } }
  declare params: Readonly<Record<string, string>>
  declare filing: Filing | null
  declare outcome: Outcome | null
  declare failed: ApiProblem | null
  declare notice: { kind: 'good' | 'warn'; text: string } | null
  declare fields: readonly FieldError[]
  declare busy: boolean
  declare questions: readonly string[]
  declare files: readonly string[]
  declare allTicked: boolean
  declare record: string | null
  readonly #session = new SessionReader(this)
  readonly #submission = new Submission()
  #etag: string | null = null
  #read = ''

  constructor() {
    super()
    this.params = {}
    this.filing = null
    this.outcome = null
    this.failed = null
    this.notice = null
    this.fields = []
    this.busy = false
    this.questions = ['']
    this.files = []
    this.allTicked = false
    this.record = null
  }

  get #id(): string { return this.params['id'] ?? '' }
  get #step(): string { return this.params['step'] ?? '' }

  protected override willUpdate(): void {
    if (this.#id === '' || this.#read === `${this.#id}/${this.#step}`) return
    this.#read = `${this.#id}/${this.#step}`
    this.notice = null
    this.record = null
    this.questions = ['']
    this.files = []
    if (stepForms[this.#step]?.kind === 'answers') return void go(`/answers/${this.#id}`, { replace: true })
    void this.#load()
  }
  async #load(): Promise<void> {
    try {
      const path = { id: this.#id }
      const [filing, outcome] = await Promise.all([answer(api.GET('/api/filings/{id}', { params: { path } })), answer(api.GET('/api/outcome/{id}', { params: { path } }))])
      this.filing = filing.data
      this.#etag = filing.etag
      this.outcome = outcome.data
      this.failed = null
    } catch (thrown) {
      this.failed = asProblem(thrown)
    }
  }

  /** Sends one act; what was typed stays in the form when it was refused. */
  async #send(content: unknown, said: string, act: (headers: Record<string, string>) => Promise<{ data?: unknown; error?: unknown; response: Response }>, after?: (data: unknown) => void): Promise<boolean> {
    this.busy = true
    this.fields = []
    try {
      const { data } = await this.#submission.send({ content, etag: this.#etag, step: this.#step }, (headers) => act({ ...headers, ...editing(this.#etag) }))
      await this.#load()
      this.notice = said === '' ? null : { kind: 'good', text: said }
      after?.(data)
      return true
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.fields = problem.fields
      if (problem.kind === 'stale') await this.#load()
      this.notice = { kind: 'warn', text: problem.kind === 'stale' ? messages.outcome.stale : (problem.fields[0]?.message ?? problem.told) }
      return false
    } finally {
      this.busy = false
    }
  }
  #error(name: string): string {
    return this.fields.find(({ path }) => path === name)?.message ?? ''
  }
  #form(submit: (form: FormData) => Promise<unknown>, content: unknown): TemplateResult {
    return html`<form class="outcome-form" novalidate @submit=${(event: SubmitEvent) => {
      event.preventDefault()
      if (event.target instanceof HTMLFormElement) void submit(new FormData(event.target))
    }}>${content}</form>`
  }
  #button(label: string): TemplateResult {
    return html`<div class="send"><button class="btn main" ?disabled=${this.busy}>${label}</button></div>`
  }

  // --- no problem ----------------------------------------------------------------------------------
  #noProblem(outcome: Outcome): TemplateResult {
    const own = words.noProblem
    const waiting = outcome.committeesOutstanding.join('、')
    return this.#form(async (form) => {
      const ticks = Object.fromEntries(outcome.ticks.flatMap(({ standard, result }) => (form.get(`tick.${standard}`) === 'on' && result !== 'noProblem' ? [[standard, '']] : [])))
      const body = { ticks, note: value(form, 'note'), notWaitingReason: value(form, 'notWaitingReason') }
      await this.#send(body, own.done, (headers) => api.POST('/api/outcome/{id}/no-problem', { params: { path: { id: this.#id } }, body, headers }), (data) => {
        if (typeof data === 'object' && data !== null && 'paperId' in data && typeof data.paperId === 'string') this.record = data.paperId
      })
    }, html`<p class="lead">${own.lead}</p>
      <section class="part"><h2>${own.ticks}<span><label class="option"><input type="checkbox" name="all" .checked=${this.allTicked} @change=${(event: Event) => { this.allTicked = event.target instanceof HTMLInputElement && event.target.checked }}>${own.all}</label></span></h2>
        <ul class="ticks">${outcome.ticks.map((tick) => html`<li><b id="standard-${tick.standard}">${tick.label}</b><label class="option"><input type="checkbox" name="tick.${tick.standard}" aria-describedby="standard-${tick.standard}" .checked=${this.allTicked || tick.result === 'noProblem'}>${own.tick}</label><span class="who">${tick.byName === null ? '' : own.ticked(tick.byName)}</span></li>`)}</ul></section>
      ${waiting === '' ? nothing : html`<lf-field label=${own.notWaiting} required hint=${own.waiting(waiting)} .error=${this.#error('notWaitingReason')}><input name="notWaitingReason"></lf-field>`}
      <lf-field label=${own.note} hint=${own.noteHint}><textarea name="note"></textarea></lf-field>${this.#button(own.send)}`)
  }

  // --- contact -------------------------------------------------------------------------------------
  #contact(): TemplateResult {
    const own = words.contact
    const today = this.#session.value?.today ?? ''
    const heard = this.#step === 'hear'
    const methods: readonly ['phone', 'meeting', 'letter', 'visit', 'formalTalk', 'seminar', 'hearing', 'heardAtMeeting'] = ['phone', 'meeting', 'letter', 'visit', 'formalTalk', 'seminar', 'hearing', 'heardAtMeeting']
    return this.#form(async (form) => {
      const body = {
        method: methods.find((method) => method === value(form, 'method')) ?? 'phone', on: value(form, 'on'), attendees: value(form, 'attendees'), summary: value(form, 'summary'), result: value(form, 'result'), fileIds: [...this.files],
        sharedWithMaker: form.get('sharedWithMaker') === 'on', negotiates: form.get('negotiates') === 'on',
      }
      if (await this.#send(body, heard ? own.heardDone : own.done, (headers) => api.POST('/api/outcome/{id}/contacts', { params: { path: { id: this.#id } }, body, headers }))) this.querySelector<HTMLFormElement>('.outcome-form')?.reset()
    }, html`<div class="fields"><lf-field class="w4" label=${own.method}><select name="method">${methods.filter((method) => !heard || method === 'heardAtMeeting').map((method) => html`<option value=${method}>${own.methods[method]}</option>`)}</select></lf-field>
        <lf-field class="w4" label=${own.on} required .error=${this.#error('on')}><input type="date" name="on" max=${today} value=${today}></lf-field><lf-field class="w12" label=${own.attendees} required .error=${this.#error('attendees')}><input name="attendees"></lf-field></div>
      ${heard ? html`<p class="small quiet">${own.heardHint}</p>` : nothing}<lf-field label=${own.summary} required .error=${this.#error('summary')}><textarea name="summary" rows="5"></textarea></lf-field>
      <lf-field label=${own.result}><textarea name="result"></textarea></lf-field>
      <div class="options"><label class="option"><input type="checkbox" name="sharedWithMaker">${own.share}</label>${this.filing?.state.id === 'concern' ? html`<label class="option"><input type="checkbox" name="negotiates" .checked=${this.#step === 'negotiate'}>${own.negotiate}</label>` : nothing}</div>
      ${this.#upload(own.files)}${this.#button(heard ? own.heardSend : own.send)}`)
  }
  #upload(label: string): TemplateResult {
    return html`<lf-upload label=${label} multiple @file-stored=${(event: CustomEvent<{ id: string }>) => { this.files = [...this.files, event.detail.id] }} @file-removed=${(event: CustomEvent<{ id: string }>) => { this.files = this.files.filter((id) => id !== event.detail.id) }}></lf-upload>`
  }

  // --- a paper that carries the step ----------------------------------------------------------------
  #usable(form: Extract<StepForm, { kind: 'paper' }>, outcome: Outcome): Flag[] {
    const standing = outcome.flags.filter(({ state }) => ['confirmed', 'putToMaker', 'answered'].includes(state.id))
    const fit = standing.filter(({ outlet }) => form.flags === 'any' || outlet === form.flags)
    return form.flags === 'none' ? [] : form.paper === 'reviewOpinion' || form.paper === 'upwardReport' ? fit.filter(({ state }) => state.id === 'confirmed') : fit
  }
  #paper(form: Extract<StepForm, { kind: 'paper' }>, outcome: Outcome): TemplateResult {
    const own = words.paper
    const label = paperLabel(form.paper)
    const open = outcome.papers.find(({ kind, state }) => kind === form.paper && state !== 'issued' && state !== 'withdrawn')
    if (open !== undefined) return html`<p class="lead">${own.open(label)}</p><div class="send"><a class="btn main" href=${to(`/papers/${open.id}`)}>${messages.outcome.open}</a></div>`
    if (!this.#session.hasRole('reviewer')) return html`<p class="lead">${own.notDrafter}</p>`
    const flags = this.#usable(form, outcome)
    const upward = form.flags === 'reviewOpinion' ? outcome.flags.filter(({ outlet, state }) => outlet === 'upwardReport' && state.id === 'confirmed') : []
    return this.#form(async (given) => {
      const flagIds = given.getAll('flag').filter((id) => typeof id === 'string')
      const kind = form.paper as components['schemas']['PaperDraft']['kind']
      const body = { filingId: this.#id, kind, ...(flags.length === 0 ? {} : { flagIds }), ...(form.questions === true ? { questions: this.questions.map((q) => q.trim()).filter((q) => q !== '') } : {}) }
      await this.#send(body, '', (headers) => api.POST('/api/papers', { body, headers }), (data) => {
        if (typeof data === 'object' && data !== null && 'id' in data) void go(`/papers/${String(data.id)}`)
      })
    }, html`<p class="lead">${own.lead(label, own.countersigned.includes(form.paper))}</p>
      ${this.#step === 'annul' || this.#step === 'annulAfterOrder' || this.#step === 'orderToFix' ? this.#unheard(outcome) : nothing}${form.questions === true ? html`${this.questions.map((question, at) => html`<lf-field label=${own.question(at + 1)} ?required=${at === 0} .error=${at === 0 ? this.#error('questions') : ''}><textarea .value=${question} @input=${(event: Event) => { if (event.target instanceof HTMLTextAreaElement) { const text = event.target.value; this.questions = this.questions.map((old, place) => (place === at ? text : old)) } }}></textarea></lf-field>`)}<p><button type="button" class="words" @click=${() => { this.questions = [...this.questions, ''] }}>${own.add}</button></p>` : nothing}
      ${form.flags === 'none' ? nothing : html`<section class="part"><h2>${own.pick}</h2>${flags.length === 0 ? html`<p class="quiet">${own.noFlags}${form.paper === 'reminderLetter' ? own.noFlagsReminder : ''}</p>` : html`<ul class="pick-flags">${flags.map((flag) => html`<li><label class="option"><input type="checkbox" name="flag" value=${flag.id} .checked=${form.paper !== 'inquiryLetter'}><span>${flag.number}　${flag.articleLabel}　${flag.standardLabel}，${flag.codeLabel}<em>${flag.reason}</em></span></label></li>`)}</ul>`}
        ${upward.map((flag) => html`<p class="small soon">${flag.number}　${flag.articleLabel}：${own.outlet}</p>`)}</section>`}${this.#button(own.draft)}`)
  }

  /** The maker is heard before the committee decides: said while the decision is drafted, not first when it is to be signed. */
  #unheard(outcome: Outcome): TemplateResult | typeof nothing {
    if (outcome.contacts.some(({ method }) => method === 'heardAtMeeting')) return nothing
    return html`<p class="small soon">${words.paper.unheard}　<a href=${to(`/outcome/${this.#id}/hear`)}>${words.paper.toHear}</a></p>`
  }

  // --- plan ----------------------------------------------------------------------------------------
  #plan(outcome: Outcome, decides: boolean): TemplateResult {
    const own = words.plan
    const offered = outcome.plans.filter(({ state }) => state === 'offered')
    const decide = async (planId: string, accept: boolean, reason: string): Promise<void> => {
      const body = { accept, reason }
      await this.#send({ planId, ...body }, accept ? own.accepted : own.declined, (headers) => api.POST('/api/outcome/{id}/plans/{planId}/decision', { params: { path: { id: this.#id, planId } }, body, headers }))
    }
    return html`<p class="lead">${own.lead}</p>${offered.length === 0 ? html`<p class="quiet">${own.none}</p>` : offered.map((plan) => this.#form(async (form) => decide(plan.id, false, value(form, 'reason')), html`<section class="part"><h2>${own.received}<span>${own.offeredOn(dayOf(plan.offeredAt))}</span></h2><p>${plan.text}</p><p><b>${own.until(plan.dueOn)}</b></p>${plan.files.map((file) => html`<p><a href="/api/files/${file.id}/content">${file.name}</a></p>`)}</section>
        ${decides ? html`<lf-field label=${own.reason} .error=${this.#error('reason')}><input name="reason"></lf-field><div class="send"><button type="button" class="btn main" ?disabled=${this.busy} @click=${() => void decide(plan.id, true, '')}>${own.accept}</button><button class="btn" ?disabled=${this.busy}>${own.decline}</button></div>` : html`<p class="quiet">${own.waits}</p>`}`))}
      ${this.#form(async (form) => {
        const body = { text: value(form, 'text'), dueOn: value(form, 'dueOn'), fileIds: [...this.files] }
        if (await this.#send(body, own.offered, (headers) => api.POST('/api/outcome/{id}/plans', { params: { path: { id: this.#id } }, body, headers }))) this.files = []
      }, html`<section class="part"><h2>${own.offer}</h2></section><lf-field label=${own.text} required .error=${this.#error('text')}><textarea name="text"></textarea></lf-field><lf-field label=${own.dueOn} required .error=${this.#error('dueOn')}><input type="date" name="dueOn"></lf-field>${this.#upload(words.contact.files)}<div class="send"><button class="btn" ?disabled=${this.busy}>${own.send}</button></div>`)}`
  }

  // --- plain steps and closing ----------------------------------------------------------------------
  #field({ name, required }: { name: PlainField; required: boolean }): TemplateResult {
    const label = words.plain[name]
    const hint = words.plain.hints[name] ?? ''
    const control = name === 'haltedOn' ? html`<input type="date" name=${name}>` : ['reason', 'note', 'haltedProvisions'].includes(name) ? html`<textarea name=${name}></textarea>` : html`<input name=${name}>`
    return html`<lf-field label=${label} ?required=${required} hint=${hint} .error=${this.#error(name)}>${control}</lf-field>`
  }
  #plain(form: Extract<StepForm, { kind: 'plain' }>, filing: Filing): TemplateResult {
    const label = filing.actions.find(({ key }) => key === form.step)?.label ?? ''
    return this.#form(async (given) => {
      const missing = form.fields.filter(({ name, required }) => required && value(given, name) === '')
      if (missing.length > 0) return void (this.fields = missing.map(({ name }) => ({ path: name, message: words.missing(words.plain[name]) })))
      if (form.grave === true && !(await ask({ heading: label, text: words.confirm, confirm: label, cancel: messages.outcome.cancel }))) return
      const body = { ...Object.fromEntries(form.fields.flatMap(({ name }) => (value(given, name) === '' ? [] : [[name, value(given, name)]]))), ...(form.repeals === true ? { outcome: 'repealed' as const } : {}) }
      await this.#send(body, messages.outcome.done, (headers) => api.POST('/api/outcome/{id}/steps/{key}', { params: { path: { id: this.#id, key: form.step } }, body, headers }))
    }, html`${form.repeals === true ? html`<p class="lead">${words.plain.modified}　<a href=${to(`/refile/${this.#id}`)}>${words.plain.toRefile}</a></p><section class="part"><h2>${words.plain.repealed}</h2></section>` : nothing}${form.fields.map((field) => this.#field(field))}${this.#button(label)}`)
  }
  #close(): TemplateResult {
    const own = words.close
    return this.#form(async (form) => {
      const body = { note: value(form, 'note') }
      await this.#send(body, own.done, (headers) => api.POST('/api/outcome/{id}/close', { params: { path: { id: this.#id } }, body, headers }), (data) => {
        if (typeof data === 'object' && data !== null && 'paperId' in data && typeof data.paperId === 'string') this.record = data.paperId
      })
    }, html`<p class="lead">${own.lead}</p><lf-field label=${own.note}><textarea name="note"></textarea></lf-field>${this.#button(own.send)}`)
  }

  #content(filing: Filing, outcome: Outcome): TemplateResult {
    const form = stepForms[this.#step]
    const action = filing.actions.find(({ key }) => key === this.#step)
    const drafting = form?.kind === 'paper' && papersToDraft(filing.state.id).some(({ step }) => step === this.#step)
    // publication is no step of the procedure: it is an act of its own in any state
    // whoever reviews may read the plan and write one down as it came on paper; the chief decides
    const planning = form?.kind === 'plan' && this.#session.hasRole('reviewer') && ['concern', 'negotiating', 'opinionIssued'].includes(filing.state.id)
    if (form === undefined || (action === undefined && !drafting && !planning && form.kind !== 'publication')) return this.record !== null ? this.#afterwards(filing) : this.notice?.kind === 'good' ? html`<div class="send"><a class="btn main" href=${to(`/review/${this.#id}`)}>${words.toReview}</a></div>` : html`<lf-empty heading=${words.notYours} text="" .action=${html`<a class="btn" href=${to(`/review/${this.#id}`)}>${words.toReview}</a>`}></lf-empty>`
    const blocked = form.kind !== 'noProblem' && form.kind !== 'paper' ? (action?.blocked ?? null) : null
    if (blocked !== null && !(form.kind === 'plain' && form.repeals === true)) return html`<lf-empty heading=${words.blocked} text=${blocked} .action=${html`<a class="btn" href=${to(`/review/${this.#id}`)}>${words.toReview}</a>`}></lf-empty>`
    switch (form.kind) {
      case 'noProblem': return this.#noProblem(outcome)
      case 'contact': return this.#contact()
      case 'plan': return this.#plan(outcome, action !== undefined)
      case 'close': return this.#close()
      case 'paper': return this.#paper(form, outcome)
      case 'plain': return this.#plain(form, filing)
      case 'answers': return html`<lf-loading></lf-loading>`
      case 'publication': return this.#publication(filing)
      default: {
        const never: never = form
        return never
      }
    }
  }
  #publication(filing: Filing): TemplateResult {
    return html`<publication-part .filing=${filing} @published=${() => void this.#load()}></publication-part>`
  }
  /** The step is done: its record, and what comes next. */
  #afterwards(filing: Filing): TemplateResult {
    const close = filing.actions.find(({ key }) => key === 'close')
    return html`<div class="outcome-form">${filing.outcome === null ? nothing : html`<p>${words.close.outcome}<b>${filing.outcome.label}</b></p>`}<div class="send"><a class="btn" href="/api/papers/${this.record ?? ''}/pdf" download>${filing.state.id === 'closed' ? words.close.record : words.noProblem.record}　${messages.outcome.papers.pdf}</a><a class="btn" href="/api/papers/${this.record ?? ''}/docx" download>${messages.outcome.papers.word}</a>${close === undefined ? html`<a class="btn main" href=${to('/queue')}>${words.toQueue}</a>` : html`<a class="btn main" href=${to(`/outcome/${filing.id}/close`)}>${close.label}</a>`}</div></div>`
  }

  #side(filing: Filing, outcome: Outcome): TemplateResult {
    const { side } = words
    const drafts = this.#session.hasRole('reviewer') ? papersToDraft(filing.state.id) : []
    const part = (title: string, items: readonly TemplateResult[]): TemplateResult | typeof nothing => (items.length === 0 ? nothing : html`<section class="part"><h2>${title}</h2><ul class="side-list">${items}</ul></section>`)
    return html`<aside>${drafts.length === 0 ? nothing : part(side.draft, [html`<li class="draft-links">${drafts.map(({ step, label }) => html`<a href=${to(`/outcome/${filing.id}/${step}`)}>${label}</a>`)}</li>`])}
      ${part(side.flags, outcome.flags.filter(({ state }) => state.id !== 'withdrawn').map((flag) => html`<li>${flag.number}　${flag.articleLabel}　<b>${flag.state.label}</b><em>${flag.standardLabel}，${flag.codeLabel}</em></li>`))}
      ${part(side.papers, outcome.papers.map((paper) => html`<li><a href=${to(`/papers/${paper.id}`)}>${paper.title}</a><em>${paper.number ?? ''}${paper.issuedOn === null ? '' : html`<time>${paper.issuedOn}</time>`}</em></li>`))}
      ${part(side.contacts, outcome.contacts.map((contact) => html`<li>${contact.methodLabel}<time>${contact.on}</time><em>${contact.attendees}：${contact.summary}</em></li>`))}
      ${part(side.plans, outcome.plans.map((plan) => html`<li>${plan.dueOn}　<b>${plan.stateLabel}</b><em>${plan.text}</em></li>`))}
      ${part(side.replies, outcome.replies.map((reply) => html`<li><b>${reply.positionLabel}</b><time>${dayOf(reply.repliedAt)}</time><em>${reply.text}</em></li>`))}
      ${this.#step === 'publication' ? nothing : this.#publication(filing)}</aside>`
  }

  protected override render(): TemplateResult {
    const { filing, outcome } = this
    if (this.failed !== null) return html`<lf-error .problem=${this.failed} @retry=${() => void this.#load()}></lf-error>`
    if (filing === null || outcome === null) return html`<lf-loading text=${words.loading}></lf-loading>`
    const form = stepForms[this.#step]
    const label = filing.actions.find(({ key }) => key === this.#step)?.label ?? (form?.kind === 'close' ? words.close.send : form?.kind === 'plan' ? words.plan.title : form?.kind === 'noProblem' ? words.noProblem.send : form?.kind === 'paper' ? paperLabel(form.paper) : form?.kind === 'publication' ? messages.suggestion.publication.title : messages.outcome.title)
    const facts = [filing.maker.name, filing.documentNo].filter((fact) => fact !== '')
    return html`<lf-case-bar heading=${filing.title} .crumbs=${[{ label: messages.outcome.queue, path: '/queue' }, { label: filing.registrationNo ?? '', path: `/review/${filing.id}` }, { label }]} .facts=${facts} .deadline=${caseDeadline(filing)} .state=${{ kind: stateKind(filing.state.sign), word: stateWord(filing) }}><div class="actions"><a class="btn" href=${to(`/review/${filing.id}`)}>${words.toReview}</a></div></lf-case-bar>
      ${this.notice === null ? nothing : html`<lf-notice-bar kind=${this.notice.kind} text=${this.notice.text} closable @notice-closed=${() => { this.notice = null }}></lf-notice-bar>`}
      <div class="with-aside"><div class="body">${form?.kind === 'publication' ? nothing : html`<section class="part"><h2>${label}<span>${filing.actions.find(({ key }) => key === this.#step)?.basis ?? ''}</span></h2></section>`}${this.#content(filing, outcome)}</div>${this.#side(filing, outcome)}</div>`
  }
}
customElements.define('view-outcome', ViewOutcome)
declare global { interface HTMLElementTagNameMap { 'view-outcome': ViewOutcome } }
