import { html, nothing, type TemplateResult } from 'lit'
import { answer, api } from '../../api/client.ts'
import { CursorList } from '../../components/cursor-list.ts'
import { LightElement } from '../../components/light-element.ts'
import { dayOf } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { go } from '../../navigation.ts'
import { type CommitteeTask, shownDeadline } from '../review/workbench-data.ts'

const words = messages.review.committee

/** 交办意见: what the person's committees were asked, and what they have answered. */
export class ViewCommittee extends LightElement {
  static override properties = { query: { attribute: false } }
  declare query: URLSearchParams
  readonly #list = new CursorList(this, (cursor) => answer(api.GET('/api/committee/tasks', { params: { query: { ...(this.#answered ? { answered: 'true' as const } : {}), ...(cursor === undefined ? {} : { cursor }) } } })))
  #read = ''
  constructor() {
    super()
    this.query = new URLSearchParams()
  }
  get #answered(): boolean {
    return this.query.get('answered') === 'true'
  }
  protected override willUpdate(): void {
    const wanted = String(this.#answered)
    if (wanted === this.#read) return
    this.#read = wanted
    void this.#list.load({ anew: true })
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
      ]}></lf-list-table>${this.#list.rest()}`
  }
  protected override render(): TemplateResult {
    const { items, problem } = this.#list
    const view = (answered: boolean, label: string): TemplateResult => html`<button class="view" aria-current=${this.#answered === answered ? 'true' : nothing} @click=${() => void go(answered ? '/committee?answered=true' : '/committee')}>${label}${this.#answered === answered && items !== null ? html` <span>${this.#list.total}</span>` : nothing}</button>`
    return html`<div class="second-row">${view(false, words.open)}${view(true, words.answered)}</div><h1 class="vh" tabindex="-1">${words.title}</h1>
      ${problem !== null ? html`<lf-error .problem=${problem} @retry=${() => void this.#list.load()}></lf-error>` : items === null ? html`<lf-loading rows="6"></lf-loading>`
        : items.length === 0 ? html`<lf-empty heading=${this.#answered ? words.noneAnswered : words.none} text=${this.#answered ? '' : words.noneHint}></lf-empty>` : this.#table(items)}`
  }
}
customElements.define('view-committee', ViewCommittee)
declare global { interface HTMLElementTagNameMap { 'view-committee': ViewCommittee } }
