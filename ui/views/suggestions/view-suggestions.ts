import { html, nothing, type TemplateResult } from 'lit'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import { CursorList } from '../../components/cursor-list.ts'
import type { Column } from '../../components/lf-list-table.ts'
import '../../components/lf-list-table.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { go, to } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import { shownDeadline, stateKind } from '../case-shown.ts'

type Row = components['schemas']['SuggestionRow']
const words = messages.suggestion
const views = ['open', 'received', 'reviewing', 'toAnswer', 'demands', 'done'] as const
type View = (typeof views)[number]

const columns: readonly Column<Row>[] = [
  { key: 'document', label: words.columns.document, kind: 'title', cell: (row) => html`${row.documentTitle}${row.documentNo === null ? nothing : html`　<span class="quiet">${row.documentNo}</span>`}` },
  { key: 'kind', label: words.columns.kind, widthEm: 6, cell: (row) => (row.kind === 'suggestion' ? row.kindLabel : html`<b>${row.kindLabel}</b>`) },
  { key: 'receiptNo', label: words.columns.receiptNo, widthEm: 9.5, kind: 'number', cell: (row) => row.receiptNo },
  { key: 'proposer', label: words.columns.proposer, widthEm: 9, secondary: true, cell: (row) => row.proposerName },
  { key: 'receivedOn', label: words.columns.receivedOn, widthEm: 7.6, kind: 'quiet', secondary: true, cell: (row) => row.receivedOn },
  { key: 'handler', label: words.columns.handler, widthEm: 5, kind: 'quiet', cell: (row) => row.handler ?? '—' },
  { key: 'deadline', label: words.columns.deadline, widthEm: 10, kind: 'days', cell: (row) => html`<lf-deadline .deadline=${shownDeadline(row.deadline)}></lf-deadline>` },
  { key: 'state', label: words.columns.state, widthEm: 8, cell: (row) => html`<lf-state kind=${stateKind(row.stateSign)} word=${row.stateLabel}></lf-state>` },
]

/** 审查建议、审查要求: what is open by due date, what is done newest first. */
export class ViewSuggestions extends LightElement {
  static override properties = { query: { attribute: false } }
  declare query: URLSearchParams
  readonly #list = new CursorList(this, (cursor) => answer(api.GET('/api/suggestions', { params: { query: { view: this.#view, limit: 50, ...(cursor === undefined ? {} : { cursor }) } } })))
  readonly #session = new SessionReader(this)
  #shown = ''

  constructor() {
    super()
    this.query = new URLSearchParams()
  }

  get #view(): View {
    return views.find((view) => view === this.query.get('view')) ?? 'open'
  }

  protected override willUpdate(): void {
    if (this.#shown === this.#view) return
    this.#shown = this.#view
    void this.#list.load({ anew: true })
  }

  protected override render(): TemplateResult {
    const { items: rows, problem, page } = this.#list
    const mayEnter = this.#session.hasRole('receptionClerk') || this.#session.hasRole('reviewer')
    return html`<nav class="second-row" aria-label=${words.title}>${views.map((view) => html`<button type="button" class="view" aria-current=${view === this.#view ? 'page' : nothing} @click=${() => void go(`/suggestions?view=${view}`)}>${words.views[view]} <span>${page?.counts[view] ?? ''}</span></button>`)}</nav>
      <div class="page"><div class="page-head"><h1 class="page-title">${words.title}</h1>${mayEnter ? html`<a class="btn" href=${to('/suggestions/new')}>${words.enter}</a>` : nothing}</div>
      <p class="quiet small">${words.say}</p>
      ${problem !== null ? html`<lf-error .problem=${problem} @retry=${() => void this.#list.load()}></lf-error>`
        : rows === null ? html`<lf-loading rows="6"></lf-loading>`
        : rows.length === 0 ? html`<lf-empty heading=${words.none} text=${words.noneHint}></lf-empty>`
        : html`<lf-list-table caption=${words.caption} .columns=${columns} .rows=${rows} .rowKey=${(row: Row) => row.id} .rowName=${(row: Row) => row.documentTitle} .rowPath=${(row: Row) => `/suggestions/${row.id}`}></lf-list-table>
          ${this.#list.rest()}`}</div>`
  }
}
customElements.define('view-suggestions', ViewSuggestions)
