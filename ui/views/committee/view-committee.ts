import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, asProblem } from '../../api/client.ts'
import type { ApiProblem } from '../../api/problem.ts'
import { LightElement } from '../../components/light-element.ts'
import { dayOf } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { go } from '../../navigation.ts'
import { type CommitteeTask, shownDeadline } from '../review/workbench-data.ts'

const words = messages.review.committee

/** 交办意见: what the person's committees were asked, and what they have answered. */
export class ViewCommittee extends LightElement {
  static override properties = { query: { attribute: false }, items: { state: true }, next: { state: true }, total: { state: true }, failed: { state: true } }
  declare query: URLSearchParams
  declare items: CommitteeTask[] | null
  declare next: string | null
  declare total: number
  declare failed: ApiProblem | null
  #read = ''
  constructor() {
    super()
    this.query = new URLSearchParams()
    this.items = null
    this.next = null
    this.total = 0
    this.failed = null
  }
  get #answered(): boolean {
    return this.query.get('answered') === 'true'
  }
  protected override willUpdate(): void {
    const wanted = String(this.#answered)
    if (wanted === this.#read) return
    this.#read = wanted
    this.items = null
    void this.#load(null)
  }
  async #load(cursor: string | null): Promise<void> {
    try {
      const { data } = await answer(api.GET('/api/committee/tasks', { params: { query: { ...(this.#answered ? { answered: 'true' as const } : {}), ...(cursor === null ? {} : { cursor }) } } }))
      this.items = [...(cursor === null ? [] : (this.items ?? [])), ...data.items]
      this.next = data.next
      this.total = data.total ?? data.items.length
      this.failed = null
    } catch (thrown) {
      this.failed = asProblem(thrown)
    }
  }
  #table(items: readonly CommitteeTask[]): TemplateResult {
    const { columns } = words
    const answered = this.#answered
    return html`<lf-list-table caption=${words.title} .rows=${items} .rowKey=${(row: CommitteeTask) => row.id} .rowName=${(row: CommitteeTask) => row.filing.title} .rowPath=${(row: CommitteeTask) => `/committee/${row.id}`}
      .columns=${[
        { key: 'title', label: columns.title, kind: 'title' as const, cell: (row: CommitteeTask) => row.filing.title },
        { key: 'maker', label: columns.maker, cell: (row: CommitteeTask) => row.filing.makerName },
        { key: 'sent', label: columns.sent, kind: 'small' as const, widthEm: 8, cell: (row: CommitteeTask) => row.sentOn },
        { key: 'due', label: columns.due, kind: 'days' as const, widthEm: 11, cell: (row: CommitteeTask) => answered ? html`${row.answeredAt === null ? '' : dayOf(row.answeredAt)}${row.late ? html` <b class="soon">${messages.review.opinions.late}</b>` : nothing}` : html`<lf-deadline .deadline=${shownDeadline(row.deadline)}></lf-deadline>` },
        { key: 'state', label: columns.state, widthEm: 8, cell: (row: CommitteeTask) => row.filing.state },
      ]}></lf-list-table>${this.next === null ? nothing : html`<p class="page"><button class="btn" @click=${() => void this.#load(this.next)}>${messages.elements.list.more}</button></p>`}`
  }
  protected override render(): TemplateResult {
    const view = (answered: boolean, label: string): TemplateResult => html`<button class="view" aria-current=${this.#answered === answered ? 'true' : nothing} @click=${() => void go(answered ? '/committee?answered=true' : '/committee')}>${label}${this.#answered === answered && this.items !== null ? html` <span>${this.total}</span>` : nothing}</button>`
    return html`<div class="second-row">${view(false, words.open)}${view(true, words.answered)}</div><h1 class="vh" tabindex="-1">${words.title}</h1>
      ${this.failed !== null ? html`<lf-error .problem=${this.failed} @retry=${() => void this.#load(null)}></lf-error>` : this.items === null ? html`<lf-loading rows="6"></lf-loading>`
        : this.items.length === 0 ? html`<lf-empty heading=${this.#answered ? words.noneAnswered : words.none} text=${this.#answered ? '' : words.noneHint}></lf-empty>` : this.#table(this.items)}`
  }
}
customElements.define('view-committee', ViewCommittee)
declare global { interface HTMLElementTagNameMap { 'view-committee': ViewCommittee } }
