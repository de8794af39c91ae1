import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, type ApiProblem, asProblem, editing, Submission } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import type { components } from '../../api/schema.d.ts'
import { askAboutStale } from '../../components/ask-about-stale.ts'
import '../../components/lf-dialog.ts'
import '../../components/lf-upload.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { replaceQuery, to } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import { stateKind } from '../case-shown.ts'
import './legislation.css'
import type { Choices } from './step-dialog.ts'

type Task = components['schemas']['ProjectTask']
type Uploaded = components['schemas']['UploadedFile']
const words = messages.project.tasks
const views = ['open', 'mine', 'overdue', 'done'] as const
const kinds = ['surveyFromAbove', 'draftForOpinion', 'commission', 'implementation', 'supportingRule', 'implementationReport', 'postEvaluation', 'other'] as const
type GiveForm = { kind: (typeof kinds)[number]; title: string; request: string; fromOrgan: string; documentNo: string; givenOn: string; dueOn: string; dueBasis: string; assigneeOrganId: string }

/** 交办任务: given from above or to those who draft, with their due date and their reply. */
export class ViewTasks extends LightElement {
  static override properties = { query: { attribute: false }, tasks: { state: true }, counts: { state: true }, problem: { state: true }, said: { state: true }, choices: { state: true }, giving: { state: true }, answering: { state: true }, answered: { state: true }, fileIds: { state: true }, errors: { state: true }, busy: { state: true } }
  declare query: URLSearchParams
  declare tasks: readonly Task[] | null
  declare counts: Readonly<Record<string, number>>
  declare problem: ApiProblem | null
  declare said: { kind: 'good' | 'bad'; text: string } | null
  declare choices: Choices | null
  declare giving: GiveForm | null
  declare answering: Task | null
  declare answered: { text: string; on: string }
  declare fileIds: readonly string[]
  declare errors: readonly FieldError[]
  declare busy: boolean
  readonly #session = new SessionReader(this)
  readonly #submission = new Submission()
  /** a form that was closed unsent comes back as it was: the new task, and the answer to each */
  #begun: GiveForm | null = null
  readonly #answers = new Map<string, { text: string; on: string }>()

  constructor() {
    super()
    this.query = new URLSearchParams()
    this.tasks = null
    this.counts = {}
    this.problem = null
    this.said = null
    this.choices = null
    this.giving = null
    this.answering = null
    this.answered = { text: '', on: '' }
    this.fileIds = []
    this.errors = []
    this.busy = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  get #view(): (typeof views)[number] {
    const asked = this.query.get('view')
    return views.find((v) => v === asked) ?? 'open'
  }

  async #load(): Promise<void> {
    try {
      const { data } = await answer(api.GET('/api/project-tasks', { params: { query: { view: this.#view } } }))
      this.tasks = data.items
      this.counts = data.counts
      this.problem = null
      if (this.choices === null && this.#session.hasRole(['legislationOfficer', 'legislationChief'])) this.choices = (await answer(api.GET('/api/projects/choices'))).data
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  async #run(act: () => Promise<unknown>, text: string): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.errors = []
    try {
      await act()
      if (this.giving !== null) this.#begun = null
      if (this.answering !== null) this.#answers.delete(this.answering.id)
      this.giving = null
      this.answering = null
      this.fileIds = []
      this.said = { kind: 'good', text }
      await this.#load()
    } catch (thrown) {
      const problem = asProblem(thrown)
      if (problem.kind === 'stale') {
        if ((await askAboutStale()) === 'reload') await this.#load()
      } else if (this.giving !== null || this.answering !== null) this.errors = problem.fields.length > 0 ? problem.fields : [{ path: '', message: problem.told }]
      else this.said = { kind: 'bad', text: problem.told }
    } finally {
      this.busy = false
    }
  }

  #give(form: GiveForm): Promise<void> {
    const orNull = (value: string): string | null => (value.trim() === '' ? null : value.trim())
    const body = {
      kind: form.kind, title: form.title, request: form.request, projectId: null, fromOrgan: orNull(form.fromOrgan), documentNo: orNull(form.documentNo), assigneeOrganId: orNull(form.assigneeOrganId), assigneeId: null, givenOn: form.givenOn, dueOn: orNull(form.dueOn),
      dueBasis: orNull(form.dueBasis), fileIds: [...this.fileIds],
    }
    return this.#run(() => this.#submission.send(body, (headers) => api.POST('/api/project-tasks', { body, headers })), words.given)
  }
  #answer(task: Task): Promise<void> {
    const body = { answer: this.answered.text, fileIds: [...this.fileIds], answeredOn: this.answered.on === '' ? null : this.answered.on }
    return this.#run(() => this.#submission.send(body, (headers) => api.POST('/api/project-tasks/{id}/answer', { params: { path: { id: task.id } }, body, headers: { ...headers, ...editing(`"${task.revision}"`) } })), words.answered)
  }
  #close(task: Task): Promise<void> {
    const body = { note: null }
    return this.#run(() => this.#submission.send([task.id, 'close'], (headers) => api.POST('/api/project-tasks/{id}/close', { params: { path: { id: task.id } }, body, headers: { ...headers, ...editing(`"${task.revision}"`) } })), words.closed)
  }

  /** A form begins without the files of another one. */
  #beginTask(today: string): void {
    this.errors = []
    this.fileIds = []
    this.giving = this.#begun ?? { kind: 'surveyFromAbove', title: '', request: '', fromOrgan: '', documentNo: '', givenOn: today, dueOn: '', dueBasis: '', assigneeOrganId: '' }
  }
  #beginAnswer(task: Task): void {
    this.errors = []
    this.fileIds = []
    this.answered = this.#answers.get(task.id) ?? { text: task.answer ?? '', on: this.#session.value?.today ?? '' }
    this.answering = task
  }

  #error(path: string): string {
    return this.errors.find((e) => e.path === path)?.message ?? ''
  }

  #upload(label: string): TemplateResult {
    return html`<lf-upload label=${label} multiple @file-stored=${(e: CustomEvent<Uploaded>) => { this.fileIds = [...this.fileIds, e.detail.id] }} @file-removed=${(e: CustomEvent<{ id: string }>) => { this.fileIds = this.fileIds.filter((id) => id !== e.detail.id) }}></lf-upload>`
  }

  #giveDialog(form: GiveForm): TemplateResult {
    const set = (key: Exclude<keyof GiveForm, 'kind'>) => (event: Event) => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement) this.giving = { ...form, [key]: event.target.value }
    }
    const text = (key: Exclude<keyof GiveForm, 'kind' | 'assigneeOrganId' | 'request'>, more: { type?: string; required?: boolean; className?: string; hint?: string } = {}): TemplateResult =>
      html`<lf-field class=${more.className ?? 'w6'} label=${words.fields[key]} ?required=${more.required ?? false} hint=${more.hint ?? ''} .error=${this.#error(key)}><input name=${key} type=${more.type ?? 'text'} .value=${form[key]} @input=${set(key)}></lf-field>`
    return html`<lf-dialog heading=${words.giveTitle} open .errors=${this.errors} @dialog-closed=${() => { this.#begun = this.giving; this.giving = null }}><form @submit=${(e: Event) => { e.preventDefault(); void this.#give(form) }}><div class="fields">
      <lf-field class="w12" label=${words.fields.kind}><select name="kind" @change=${(e: Event) => { if (e.target instanceof HTMLSelectElement) { const { value } = e.target; this.giving = { ...form, kind: kinds.find((k) => k === value) ?? 'other' } } }}>${kinds.map((k) => html`<option value=${k} ?selected=${k === form.kind}>${words.kinds[k]}</option>`)}</select></lf-field>
      ${text('title', { required: true, className: 'w12' })}<lf-field class="w12" label=${words.fields.request} required .error=${this.#error('request')}><textarea name="request" rows="4" .value=${form.request} @input=${set('request')}></textarea></lf-field>
      ${text('fromOrgan')}${text('documentNo')}${text('givenOn', { type: 'date', required: true })}${text('dueOn', { type: 'date', hint: words.dueHint })}${text('dueBasis')}
      <lf-field class="w6" label=${words.fields.assignee}><select name="assigneeOrganId" @change=${set('assigneeOrganId')}><option value="">${words.self}</option>${(this.choices?.drafters ?? []).map((o) => html`<option value=${o.id} ?selected=${o.id === form.assigneeOrganId}>${o.name}</option>`)}</select></lf-field></div>${this.#upload(words.fields.files)}</form>
      <button slot="actions" class="btn main" ?disabled=${this.busy} @click=${() => void this.#give(form)}>${words.give}</button></lf-dialog>`
  }

  #answerDialog(task: Task): TemplateResult {
    return html`<lf-dialog heading=${`${words.answerTitle}：${task.title}`} open .errors=${this.errors} @dialog-closed=${() => { this.#answers.set(task.id, this.answered); this.answering = null }}><form @submit=${(e: Event) => { e.preventDefault(); void this.#answer(task) }}><p class="quiet small">${task.request}</p>
      <lf-field label=${words.fields.answer} required .error=${this.#error('answer')}><textarea name="answer" rows="7" .value=${this.answered.text} @input=${(e: Event) => { if (e.target instanceof HTMLTextAreaElement) this.answered = { ...this.answered, text: e.target.value } }}></textarea></lf-field>
      <lf-field label=${words.fields.answeredOn} .error=${this.#error('answeredOn')}><input name="answeredOn" type="date" .value=${this.answered.on} @input=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.answered = { ...this.answered, on: e.target.value } }}></lf-field>${this.#upload(words.fields.files)}</form>
      <button slot="actions" class="btn main" ?disabled=${this.busy} @click=${() => void this.#answer(task)}>${words.answer}</button></lf-dialog>`
  }

  #task(task: Task): TemplateResult {
    const files = [...task.files, ...task.answerFiles]
    return html`<li><div><h2>${task.title}</h2><p class="quiet small">${[task.kindLabel, task.fromOrgan, task.documentNo, words.on(task.givenOn)].filter((part) => part !== null && part !== '').join('　')}${task.project === null ? nothing : html`　<a href=${to(`/projects/${task.project.id}`)}>${task.project.title}</a>`}</p><p class="as-typed">${task.request}</p>
        ${task.answer === null ? nothing : html`<p class="task-answer as-typed">${task.answer}<br><span class="quiet small">${words.replied(task.answeredByName ?? '', task.answeredOn ?? '')}</span></p>`}${files.length === 0 ? nothing : html`<p class="small">${files.map((f) => html`<a href=${`/api/files/${f.id}/content`}>${f.name}</a>　`)}</p>`}</div>
      <div class="task-due"><lf-state kind=${stateKind(task.stateSign)} word=${task.stateLabel}></lf-state>${task.left === null ? nothing : html`<b class=${task.left.kind === 'overdue' ? 'late' : ''}>${task.left.text}</b>`}<span class="quiet small">${task.dueOn ?? ''}　${task.dueBasis ?? ''}</span><span class="quiet small">${task.assignee ?? ''}</span>
        ${task.may.answer ? html`<button class="btn short" @click=${() => this.#beginAnswer(task)}>${words.answer}</button>` : nothing}${task.may.close ? html`<button class="words" @click=${() => void this.#close(task)}>${words.close}</button>` : nothing}</div></li>`
  }

  protected override render(): TemplateResult {
    if (this.problem !== null) return html`<div class="page"><lf-error .problem=${this.problem} @retry=${() => void this.#load()}></lf-error></div>`
    const today = this.#session.value?.today ?? ''
    const mayGive = this.#session.hasRole(['legislationOfficer', 'legislationChief'])
    return html`<div class="page page-head projects-head"><div><h1 class="page-title">${words.title}</h1><p class="say">${words.say}</p></div>${mayGive ? html`<button class="btn main" @click=${() => this.#beginTask(today)}>${words.give}</button>` : nothing}</div>
      ${this.said === null ? nothing : html`<lf-notice-bar kind=${this.said.kind} text=${this.said.text} closable @notice-closed=${() => { this.said = null }}></lf-notice-bar>`}
      <div class="project-filters"><nav aria-label=${words.title}>${views.map((view) => html`<button class="plain" aria-current=${view === this.#view ? 'page' : nothing} @click=${() => { this.query = new URLSearchParams({ view }); replaceQuery(this.query); void this.#load() }}>${words.views[view]} <span class="quiet">${this.counts[view] ?? ''}</span></button>`)}</nav></div>
      ${this.tasks === null ? html`<lf-loading rows="4"></lf-loading>` : this.tasks.length === 0 ? html`<lf-empty heading=${words.none} text=${words.noneHint}></lf-empty>` : html`<ol class="tasks">${this.tasks.map((task) => this.#task(task))}</ol>`}
      ${this.giving === null ? nothing : this.#giveDialog(this.giving)}${this.answering === null ? nothing : this.#answerDialog(this.answering)}`
  }
}
customElements.define('view-tasks', ViewTasks)
declare global { interface HTMLElementTagNameMap { 'view-tasks': ViewTasks } }
