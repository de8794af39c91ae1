import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, asProblem } from '../../api/client.ts'
import type { ApiProblem } from '../../api/problem.ts'
import type { components } from '../../api/schema.d.ts'
import type { Column } from '../../components/lf-list-table.ts'
import '../../components/lf-list-table.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { stateKind } from '../case-shown.ts'
import './approval.css'
import './regulation-way.ts'

type Row = components['schemas']['ApprovalRow']
const words = messages.approval

const columns: readonly Column<Row>[] = [
  { key: 'title', label: words.columns.title, kind: 'title', cell: (row) => `《${row.title}》` },
  { key: 'house', label: words.columns.house, widthEm: 14, secondary: true, cell: (row) => row.house },
  { key: 'state', label: words.columns.state, widthEm: 9, cell: (row) => html`<lf-state kind=${stateKind(row.state.sign)} word=${row.state.label}></lf-state>` },
  { key: 'sentOn', label: words.columns.sentOn, kind: 'small', widthEm: 8, cell: (row) => row.sentOn },
  { key: 'dueOn', label: words.columns.dueOn, kind: 'small', widthEm: 8, cell: (row) => row.dueOn ?? '' },
  { key: 'result', label: words.columns.result, kind: 'small', widthEm: 12, cell: (row) => `${row.result ?? ''}${row.decidedOn === null ? '' : `　${row.decidedOn}`}` },
]

/** 报请批准: what the province received, what the city sent. With `?project=` the way of one regulation from the vote on. */
export class ViewApprovals extends LightElement {
  static override properties = { query: { attribute: false }, rows: { state: true }, next: { state: true }, failed: { state: true } }
  declare query: URLSearchParams
  declare rows: readonly Row[] | null
  declare next: string | null
  declare failed: ApiProblem | null

  constructor() {
    super()
    this.query = new URLSearchParams()
    this.rows = null
    this.next = null
    this.failed = null
  }
  get #project(): string {
    return this.query.get('project') ?? ''
  }
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('query') && this.#project === '' && this.rows === null) void this.#load(null)
  }
  async #load(cursor: string | null): Promise<void> {
    try {
      const { data } = await answer(api.GET('/api/approvals', { params: { query: { limit: 50, ...(cursor === null ? {} : { cursor }) } } }))
      this.rows = cursor === null ? data.items : [...(this.rows ?? []), ...data.items]
      this.next = data.next
      this.failed = null
    } catch (thrown) {
      this.failed = asProblem(thrown)
    }
  }

  protected override render(): TemplateResult {
    const { rows } = this
    if (this.#project !== '') return html`<regulation-way project=${this.#project}></regulation-way>`
    return html`<div class="page"><div class="page-head"><h1 class="page-title">${words.listTitle}</h1></div>
      ${this.failed !== null ? html`<lf-error .problem=${this.failed} @retry=${() => void this.#load(null)}></lf-error>`
        : rows === null ? html`<lf-loading rows="6"></lf-loading>`
        : rows.length === 0 ? html`<lf-empty heading=${words.none} text=${words.noneHint}></lf-empty>`
        : html`<lf-list-table caption=${words.caption} .columns=${columns} .rows=${rows} .rowKey=${(row: Row) => row.id} .rowName=${(row: Row) => row.title} .rowPath=${(row: Row) => `/approvals/${row.id}`}></lf-list-table>
          ${this.next === null ? nothing : html`<p><button class="btn" @click=${() => void this.#load(this.next)}>${messages.elements.list.more}</button></p>`}`}</div>`
  }
}
customElements.define('view-approvals', ViewApprovals)
declare global { interface HTMLElementTagNameMap { 'view-approvals': ViewApprovals } }
