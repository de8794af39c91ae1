import { html, nothing, type TemplateResult } from 'lit'
import { api, asProblem, Submission } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import type { CommitteeTask, Workbench } from './workbench-data.ts'

const words = messages.review.distribution

/** 分送 or 增加分送: which committees, what is asked, by when. Events: `distributed`, `dialog-closed`. */
export class DistributionDialog extends LightElement {
  static override properties = { caseId: {}, etag: {}, open: { type: Boolean }, committees: { attribute: false }, tasks: { attribute: false }, more: { type: Boolean }, reviewerId: {}, errors: { state: true }, busy: { state: true } }
  declare caseId: string
  declare etag: string
  declare open: boolean
  declare committees: Workbench['committees']
  declare tasks: readonly CommitteeTask[]
  declare more: boolean
  /** the person, who becomes the reviewer of a case that has none */
  declare reviewerId: string
  declare errors: FieldError[]
  declare busy: boolean
  readonly #submission = new Submission()
  constructor() {
    super()
    this.caseId = ''
    this.etag = ''
    this.open = false
    this.committees = []
    this.tasks = []
    this.more = false
    this.reviewerId = ''
    this.errors = []
    this.busy = false
  }

  async #send(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const form = new FormData(event.target)
    const due = String(form.get('dueOn') ?? '')
    const body = { organIds: form.getAll('organIds').map(String), request: String(form.get('request') ?? ''), dueOn: due === '' ? null : due, reviewerId: this.reviewerId === '' ? null : this.reviewerId }
    this.busy = true
    try {
      await this.#submission.send(body, (headers) => api.POST('/api/review/{id}/distribution', { params: { path: { id: this.caseId } }, body, headers: { ...headers, 'If-Match': this.etag } }))
      this.errors = []
      this.dispatchEvent(new CustomEvent('distributed', { bubbles: true }))
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = problem.fields.length > 0 ? problem.fields : [{ path: '', message: problem.told }]
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult {
    const asked = (id: string): boolean => this.tasks.some((task) => task.committee.id === id && task.answer === null)
    const error = (path: string): string => this.errors.find((one) => one.path === path)?.message ?? ''
    return html`<lf-dialog heading=${this.more ? words.more : words.title} ?open=${this.open} .errors=${this.errors}>
      <form id="distribution" @submit=${(event: SubmitEvent) => void this.#send(event)}>
        <fieldset><legend class="field-label">${words.committees}</legend><div class="committee-choice">${this.committees.map(({ id, name }) => html`<label class="option"><input type="checkbox" name="organIds" value=${id} ?disabled=${asked(id)}>${name}${asked(id) ? html`<span class="quiet small">${words.already}</span>` : nothing}</label>`)}</div></fieldset>
        <lf-field label=${words.request} hint=${words.requestHint}><textarea name="request"></textarea></lf-field>
        <lf-field label=${words.due} hint=${words.dueHint} .error=${error('dueOn')}><input type="date" name="dueOn"></lf-field>
        <p class="quiet small">${words.letter}</p>
      </form>
      <button slot="actions" class="btn main" form="distribution" ?disabled=${this.busy}>${words.send}</button></lf-dialog>`
  }
}
customElements.define('distribution-dialog', DistributionDialog)
declare global { interface HTMLElementTagNameMap { 'distribution-dialog': DistributionDialog } }
