import { html, nothing, type TemplateResult } from 'lit'
import { api, asProblem, Submission } from '../../api/client.ts'
import { LightElement } from '../../components/light-element.ts'
import { timeInTable } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import { opinionFiles } from './opinion-files.ts'
import { type CommitteeTask, shownDeadline, type Workbench } from './workbench-data.ts'

const words = messages.review.opinions

/** What committees said, notes of those who review, and what suggestions ask. Event: `opinions-changed`. */
export class ReviewOpinions extends LightElement {
  static override properties = { caseId: {}, tasks: { attribute: false }, notes: { attribute: false }, suggestions: { attribute: false }, sentence: { state: true } }
  declare caseId: string
  declare tasks: readonly CommitteeTask[]
  declare notes: Workbench['notes']
  declare suggestions: Workbench['suggestions']
  declare sentence: string
  readonly #submission = new Submission()
  constructor() {
    super()
    this.caseId = ''
    this.tasks = []
    this.notes = []
    this.suggestions = []
    this.sentence = ''
  }

  async #addNote(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const form = event.target
    if (!(form instanceof HTMLFormElement)) return
    const body = { text: String(new FormData(form).get('text') ?? '') }
    try {
      await this.#submission.send(body, (headers) => api.POST('/api/review/{id}/notes', { params: { path: { id: this.caseId } }, body, headers }))
      form.reset()
      this.sentence = ''
      this.dispatchEvent(new CustomEvent('opinions-changed', { bubbles: true }))
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.sentence = problem.fields[0]?.message ?? problem.told
    }
  }

  #task(task: CommitteeTask): TemplateResult {
    const deadline = shownDeadline(task.deadline)
    return html`<li><div class="task-head"><b><a href=${to(`/committee/${task.id}`)}>${task.committee.name}</a></b>${task.answer === null ? html`<lf-deadline .deadline=${deadline}></lf-deadline>` : html`<span class="quiet">${task.answeredBy} ${task.answeredAt === null ? '' : timeInTable(task.answeredAt)}${task.late ? html` <b class="soon">${words.late}</b>` : nothing}</span>`}</div>
      <p class="quiet small">${words.asked(task.sentOn)}${task.dueOn === null ? '' : `，${words.due(task.dueOn)}`}${task.letter?.pdfFileId == null ? nothing : html`　<a href="/api/files/${task.letter.pdfFileId}/content?inline=true" target="_blank" rel="noopener">${words.letter}${task.letter.number === null ? '' : ` ${task.letter.number}`}</a>`}</p>
      ${task.answer === null ? nothing : html`${task.answer.split('\n').map((line) => html`<p class="opinion">${line}</p>`)}${opinionFiles(task.files)}`}</li>`
  }

  protected override render(): TemplateResult {
    return html`<section class="part"><h2>${words.committees}</h2>${this.tasks.length === 0 ? html`<p class="quiet">${words.none}</p>` : html`<ul class="opinions">${this.tasks.map((task) => this.#task(task))}</ul>`}</section>
      ${this.suggestions.length === 0 ? nothing : html`<section class="part"><h2>${words.suggestions}</h2><ul class="opinions">${this.suggestions.map((one) => html`<li><p class="quiet small">${words.suggested(one.receiptNo, one.receivedOn)}</p><p class="opinion">${one.matters}</p><p class="opinion">${one.reasons}</p></li>`)}</ul></section>`}
      <section class="part"><h2>${words.notes}<span>${words.noteHint}</span></h2>${this.notes.length === 0 ? html`<p class="quiet">${words.noNotes}</p>` : html`<ul class="opinions">${this.notes.map((note) => html`<li><p class="quiet small">${note.by}　${timeInTable(note.at)}</p><p class="opinion">${note.text}</p></li>`)}</ul>`}
        <form class="note-form" @submit=${(event: SubmitEvent) => void this.#addNote(event)}><textarea class="control" name="text" rows="2" required aria-label=${words.noteLabel}></textarea><button class="btn short">${words.addNote}</button></form>
        ${this.sentence === '' ? nothing : html`<p class="error-summary" role="alert">${this.sentence}</p>`}</section>`
  }
}
customElements.define('review-opinions', ReviewOpinions)
declare global { interface HTMLElementTagNameMap { 'review-opinions': ReviewOpinions } }
