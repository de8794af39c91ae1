import { html, type TemplateResult } from 'lit'
import { answer, api, asProblem } from '../../api/client.ts'
import type { ApiProblem } from '../../api/problem.ts'
import type { components } from '../../api/schema.d.ts'
import '../../components/lf-list-table.ts'
import type { Column } from '../../components/lf-list-table.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { shownDeadline, stateKind } from '../case-shown.ts'

type Row = components['schemas']['AnswerRow']
const words = messages.outcome.answers

const columns: readonly Column<Row>[] = [
  { key: 'title', label: words.columns.title, kind: 'title', cell: (row) => row.title },
  { key: 'put', label: words.columns.put, cell: (row) => row.put, secondary: true },
  { key: 'putOn', label: words.columns.putOn, kind: 'small', widthEm: 8, cell: (row) => row.putOn ?? '' },
  { key: 'due', label: words.columns.due, kind: 'days', widthEm: 11, cell: (row) => html`<lf-deadline .deadline=${shownDeadline(row.deadline)}></lf-deadline>` },
  { key: 'state', label: words.columns.state, widthEm: 9, cell: (row) => html`<lf-state kind=${stateKind(row.state.sign)} word=${row.state.label}></lf-state>` },
]

/** 送我答复: what is put to the organs this person files for, due first. */
export class ViewAnswers extends LightElement {
  static override properties = { rows: { state: true }, failed: { state: true } }
  declare rows: readonly Row[] | null
  declare failed: ApiProblem | null
  constructor() {
    super()
    this.rows = null
    this.failed = null
  }
  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }
  async #load(): Promise<void> {
    try {
      this.rows = (await answer(api.GET('/api/answers'))).data.items
      this.failed = null
    } catch (thrown) {
      this.failed = asProblem(thrown)
    }
  }
  protected override render(): TemplateResult {
    const { rows } = this
    return html`<div class="page"><div class="page-head"><h1 class="page-title">${words.title}</h1></div>
      ${this.failed !== null ? html`<lf-error .problem=${this.failed} @retry=${() => void this.#load()}></lf-error>`
        : rows === null ? html`<lf-loading rows="4"></lf-loading>`
        : rows.length === 0 ? html`<lf-empty heading=${words.none} text=${words.noneHint}></lf-empty>`
        : html`<lf-list-table caption=${words.caption} .columns=${columns} .rows=${rows} .rowKey=${(row: Row) => row.id} .rowName=${(row: Row) => row.title} .rowPath=${(row: Row) => `/answers/${row.id}`}></lf-list-table>`}</div>`
  }
}
customElements.define('view-answers', ViewAnswers)
declare global { interface HTMLElementTagNameMap { 'view-answers': ViewAnswers } }
