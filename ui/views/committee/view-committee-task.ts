import { html, nothing, type TemplateResult } from 'lit'
import { z } from 'zod/mini'
import type { LegalText } from '../../../law/text/index.ts'
import { answer, api, asProblem, Submission } from '../../api/client.ts'
import type { ApiProblem } from '../../api/problem.ts'
import { ask } from '../../components/ask.ts'
import '../../components/law-outline.ts'
import '../../components/law-text.ts'
import { LightElement } from '../../components/light-element.ts'
import type { SelectedPassage } from '../../components/passages.ts'
import { DraftKeeper } from '../../draft-keeper.ts'
import { timeInTable } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { SessionReader } from '../../session.ts'
import '../review/flag-form.ts'
import '../review/flag-list.ts'
import { opinionFiles } from '../review/opinion-files.ts'
import { marksInLines, passageRanges } from '../review/passage-ranges.ts'
import '../review/workbench.css'
import { type ChosenPassage, isLegalText, passageFrom, passageOfFlag, shownDeadline, stateKind, type Workbench } from '../review/workbench-data.ts'
import type { CommitteeTask } from '../review/workbench-data.ts'
import './committee.css'

const words = messages.review.committee
const opinions = messages.review.opinions

/** One document that a committee was asked about: the request, the text, flags from its words, and the opinion. */
export class ViewCommitteeTask extends LightElement {
  static override properties = {
    params: { attribute: false }, task: { state: true }, data: { state: true }, text: { state: true }, may: { state: true }, failed: { state: true }, current: { state: true }, drafted: { state: true }, flag: { state: true }, opinion: { state: true }, files: { state: true }, restoredAt: { state: true },
    notice: { state: true }, busy: { state: true }, extending: { state: true },
  }
  declare params: Readonly<Record<string, string>>
  declare task: CommitteeTask | null
  declare data: Workbench | null
  declare text: LegalText | null
  declare may: { answer: boolean; extend: boolean }
  declare failed: ApiProblem | null
  declare current: string
  declare drafted: ChosenPassage | null
  declare flag: string
  declare opinion: string
  declare files: readonly string[]
  declare restoredAt: string
  declare notice: { kind: 'good' | 'warn'; text: string } | null
  declare busy: boolean
  declare extending: boolean
  readonly #session = new SessionReader(this)
  readonly #submission = new Submission()
  #keeper: DraftKeeper<string> | null = null
  #etag = ''
  #read = ''

  constructor() {
    super()
    this.params = {}
    this.task = null
    this.data = null
    this.text = null
    this.may = { answer: false, extend: false }
    this.failed = null
    this.current = ''
    this.drafted = null
    this.flag = ''
    this.opinion = ''
    this.files = []
    this.restoredAt = ''
    this.notice = null
    this.busy = false
    this.extending = false
  }

  protected override willUpdate(): void {
    const id = this.params['id'] ?? ''
    if (id === '' || id === this.#read) return
    this.#read = id
    this.#keeper = new DraftKeeper({ key: `opinion:${id}`, owner: this.#session.value?.person.id ?? '', read: (stored) => z.string().parse(stored) })
    const kept = this.#keeper.restore()
    this.opinion = kept?.value ?? ''
    this.restoredAt = kept === null ? '' : timeInTable(kept.keptAt)
    void this.#load()
  }

  async #load(): Promise<void> {
    try {
      const { data, etag } = await answer(api.GET('/api/committee/tasks/{id}', { params: { path: { id: this.#read } } }))
      this.#etag = etag ?? ''
      this.task = data.task
      this.data = data.workbench
      this.may = { answer: data.mayAnswer, extend: data.mayExtend }
      const tree = data.workbench.text?.tree
      this.text = isLegalText(tree) ? tree : null
      this.failed = null
    } catch (thrown) {
      this.failed = asProblem(thrown)
    }
  }

  async #send(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(await ask({ heading: words.confirmTitle, text: words.confirmText, confirm: words.send, cancel: words.stay }))) return
    const body = { opinion: this.opinion, fileIds: [...this.files] }
    await this.#act(words.sent, async () => {
      await this.#submission.send(body, (headers) => api.POST('/api/committee/tasks/{id}/answer', { params: { path: { id: this.#read } }, body, headers: { ...headers, 'If-Match': this.#etag } }))
      this.#keeper?.acknowledge()
      this.files = []
    })
  }
  async #extend(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const body = { reason: String(new FormData(event.target).get('reason') ?? '') }
    await this.#act('', async () => {
      const { data } = await answer(api.POST('/api/committee/tasks/{id}/extension', { params: { path: { id: this.#read } }, body, headers: { 'If-Match': this.#etag } }))
      this.extending = false
      this.notice = { kind: 'good', text: opinions.extended(data.dueOn) }
    })
  }
  async #act(said: string, act: () => Promise<void>): Promise<void> {
    this.busy = true
    try {
      await act()
      await this.#load()
      if (said !== '') this.notice = { kind: 'good', text: said }
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.notice = { kind: 'warn', text: problem.fields[0]?.message ?? problem.told }
    } finally {
      this.busy = false
    }
  }

  #select({ detail }: CustomEvent<SelectedPassage>): void {
    if (this.text === null || !this.may.answer) return
    const passage = passageFrom(detail, this.text)
    if (passage === null) this.notice = { kind: 'warn', text: messages.review.flag.oneArticle }
    else this.querySelector('flag-form')?.begin(passage, null)
  }
  async #flagAct({ detail }: CustomEvent<{ id: string; act: string }>): Promise<void> {
    const flag = this.data?.flags.find(({ id }) => id === detail.id)
    if (flag === undefined || this.text === null) return
    if (detail.act === 'edit') return this.querySelector('flag-form')?.change(flag, passageOfFlag(flag, this.text))
    await this.#act('', async () => void (await answer(api.POST('/api/review/{id}/flags/{flagId}/withdraw', { params: { path: { id: this.task?.filing.id ?? '', flagId: flag.id } }, body: { reason: '' }, headers: { 'If-Match': `"${flag.revision}"` } }))))
  }

  #answer(task: CommitteeTask): TemplateResult {
    if (task.answer !== null) return html`<section class="part"><h2>${words.yourOpinion}<span>${task.answeredBy ?? ''} ${task.answeredAt === null ? '' : timeInTable(task.answeredAt)}${task.late ? `　${opinions.late}` : ''}</span></h2>${task.answer.split('\n').map((line) => html`<p class="opinion">${line}</p>`)}${opinionFiles(task.files)}</section>`
    if (!this.may.answer) return html`<section class="part"><h2>${words.opinion}<span>${opinions.waiting}</span></h2></section>`
    const late = task.deadline?.remaining?.kind === 'overdue'
    return html`<form class="part" @submit=${(event: SubmitEvent) => void this.#send(event)}><h2>${words.opinion}</h2>
      ${this.restoredAt === '' ? nothing : html`<p class="small soon">${words.restored(this.restoredAt)}</p>`}${late ? html`<p class="small soon">${words.late}</p>` : nothing}
      <lf-field label=${words.opinion} required hint=${words.opinionHint}><textarea name="opinion" rows="7" .value=${this.opinion} @input=${(event: InputEvent) => { if (event.target instanceof HTMLTextAreaElement) { this.opinion = event.target.value; this.#keeper?.keep(this.opinion) } }}></textarea></lf-field>
      <lf-upload label=${words.files} multiple @file-stored=${(event: CustomEvent<{ id: string }>) => { this.files = [...this.files, event.detail.id] }} @file-removed=${(event: CustomEvent<{ id: string }>) => { this.files = this.files.filter((id) => id !== event.detail.id) }}></lf-upload>
      <p class="send-opinion"><button class="btn main" ?disabled=${this.busy || this.opinion.trim() === ''}>${words.send}</button></p></form>`
  }

  #side(task: CommitteeTask, data: Workbench): TemplateResult {
    return html`<div class="committee-side"><section class="part"><h2>${words.request}<span>${opinions.asked(task.sentOn)}</span></h2><p class="opinion">${task.request}</p>
        ${task.letter?.pdfFileId == null ? nothing : html`<p class="small"><a href="/api/files/${task.letter.pdfFileId}/content?inline=true" target="_blank" rel="noopener">${opinions.letter}${task.letter.number === null ? '' : ` ${task.letter.number}`}</a></p>`}</section>
      ${this.#answer(task)}
      <flag-form .caseId=${task.filing.id} .owner=${this.#session.value?.person.id ?? ''} .judgedOn=${data.judgedOn} ?hidden=${!this.may.answer} @draft-changed=${(event: CustomEvent<{ passage: ChosenPassage | null }>) => { this.drafted = event.detail.passage }} @flag-sent=${() => void this.#load()}></flag-form>
      <flag-list .flags=${data.flags} current=${this.flag} @flag-chosen=${(event: CustomEvent<{ id: string }>) => this.#show(event.detail.id)} @flag-act=${(event: CustomEvent<{ id: string; act: string }>) => void this.#flagAct(event)}></flag-list></div>`
  }
  #show(id: string): void {
    this.flag = id === this.flag ? '' : id
    const flag = this.data?.flags.find((one) => one.id === this.flag)
    if (flag !== undefined) this.#go(flag.articleId)
  }
  #go(article: string): void {
    this.current = article
    this.querySelector('law-text')?.show(article)
  }

  protected override render(): TemplateResult {
    const { task, data, text } = this
    if (this.failed !== null) return html`<lf-error .problem=${this.failed} @retry=${() => void this.#load()}></lf-error>`
    if (task === null || data === null) return html`<lf-loading></lf-loading>`
    const { filing } = data
    return html`<div class="fills-window workbench ${this.notice === null ? '' : 'with-notice'}">
      <lf-case-bar heading=${filing.title} .crumbs=${[{ label: words.back, path: '/committee' }, { label: filing.registrationNo ?? '' }]} .facts=${[filing.maker.name, filing.documentNo].filter((fact) => fact !== '')} .deadline=${task.answer === null ? shownDeadline(task.deadline) : null} .state=${{ kind: stateKind(filing.state.sign), word: filing.state.label }}>
        <div class="actions">${this.may.extend ? html`<button class="btn" @click=${() => { this.extending = true }}>${opinions.extend}</button>` : nothing}</div></lf-case-bar>
      ${this.notice === null ? nothing : html`<lf-notice-bar kind=${this.notice.kind} text=${this.notice.text} closable @notice-closed=${() => { this.notice = null }}></lf-notice-bar>`}
      <div class="desk">${text === null ? html`<div></div><lf-empty heading=${messages.review.noText} text=""></lf-empty>` : html`<div class="left"><div class="pane"><law-outline .text=${text} current=${this.current} @article-chosen=${(event: CustomEvent<{ eId: string }>) => this.#go(event.detail.eId)}></law-outline></div></div>
        <div class="pane text-pane"><law-text .text=${text} current=${this.current} .ranges=${passageRanges({ flags: data.flags, current: this.flag, drafted: this.drafted })} .marginMarks=${marksInLines(data.marginMarks)} @passage-selected=${(event: CustomEvent<SelectedPassage>) => this.#select(event)} @passage-pressed=${(event: CustomEvent<{ id: string }>) => this.#show(event.detail.id)}></law-text></div>`}
        <div class="right-side committee-right"><div class="pane">${this.#side(task, data)}</div></div></div>
      <lf-dialog heading=${opinions.extend} ?open=${this.extending} @dialog-closed=${() => { this.extending = false }}><form id="extension" @submit=${(event: SubmitEvent) => void this.#extend(event)}><lf-field label=${opinions.extendReason} required><textarea name="reason" required></textarea></lf-field></form>
        <button slot="actions" class="btn main" form="extension">${opinions.extend}</button></lf-dialog></div>`
  }
}
customElements.define('view-committee-task', ViewCommitteeTask)
declare global { interface HTMLElementTagNameMap { 'view-committee-task': ViewCommitteeTask } }
