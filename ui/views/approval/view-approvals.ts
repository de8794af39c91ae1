import { html, type TemplateResult } from 'lit'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import { CursorList } from '../../components/cursor-list.ts'
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
  { key: 'house', label: words.columns.house, widthEm: 18, secondary: true, cell: (row) => row.house },
  { key: 'state', label: words.columns.state, widthEm: 9, cell: (row) => html`<lf-state kind=${stateKind(row.state.sign)} word=${row.state.label}></lf-state>` },
  { key: 'sentOn', label: words.columns.sentOn, kind: 'small', widthEm: 8, cell: (row) => html`<span class="on-phone">${words.columns.sentOn} </span>${row.sentOn}` },
  { key: 'dueOn', label: words.columns.dueOn, kind: 'small', widthEm: 10, cell: (row) => (row.dueOn === null ? '' : html`<span class="on-phone">${words.columns.dueOn} </span>${row.dueOn}`) },
  { key: 'result', label: words.columns.result, kind: 'small', widthEm: 12, cell: (row) => `${row.result ?? ''}${row.decidedOn === null ? '' : `　${row.decidedOn}`}` },
]

/** 报请批准: what the province received, what the city sent. With `?project=` the way of one regulation from the vote on. */
export class ViewApprovals extends LightElement {
  static override properties = { query: { attribute: false } }
  declare query: URLSearchParams
  readonly #list = new CursorList(this, (cursor) => answer(api.GET('/api/approvals', { params: { query: { limit: 50, ...(cursor === undefined ? {} : { cursor }) } } })))

  constructor() {
    super()
    this.query = new URLSearchParams()
  }
  get #project(): string {
    return this.query.get('project') ?? ''
  }
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('query') && this.#project === '' && this.#list.items === null) void this.#list.load()
  }
  protected override render(): TemplateResult {
    const { items: rows, problem } = this.#list
    if (this.#project !== '') return html`<regulation-way project=${this.#project}></regulation-way>`
    return html`<div class="page"><div class="page-head"><h1 class="page-title">${words.listTitle}</h1></div>
      ${problem !== null ? html`<lf-error .problem=${problem} @retry=${() => void this.#list.load()}></lf-error>`
        : rows === null ? html`<lf-loading rows="6"></lf-loading>`
        : rows.length === 0 ? html`<lf-empty heading=${words.none} text=${words.noneHint}></lf-empty>`
        : html`<lf-list-table caption=${words.caption} .columns=${columns} .rows=${rows} .rowKey=${(row: Row) => row.id} .rowName=${(row: Row) => row.title} .rowPath=${(row: Row) => `/approvals/${row.id}`}></lf-list-table>
          ${this.#list.rest()}`}</div>`
  }
}
customElements.define('view-approvals', ViewApprovals)
declare global { interface HTMLElementTagNameMap { 'view-approvals': ViewApprovals } }
