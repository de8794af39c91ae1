import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, type ApiProblem, asProblem } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
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
  static override properties = { query: { attribute: false }, rows: { state: true }, counts: { state: true }, next: { state: true }, failed: { state: true } }
  declare query: URLSearchParams
  declare rows: readonly Row[] | null
  declare counts: Readonly<Record<string, number>>
  declare next: string | null
  declare failed: ApiProblem | null
  readonly #session = new SessionReader(this)
  #shown = ''

  constructor() {
    super()
    this.query = new URLSearchParams()
    this.rows = null
    this.counts = {}
    this.next = null
    this.failed = null
  }

  get #view(): View {
    return views.find((view) => view === this.query.get('view')) ?? 'open'
  }

  protected override willUpdate(): void {
    if (this.#shown === this.#view) return
    this.#shown = this.#view
    this.rows = null
    void this.#load(null)
  }

  async #load(cursor: string | null): Promise<void> {
    const view = this.#view
    try {
      const { data } = await answer(api.GET('/api/suggestions', { params: { query: { view, limit: 50, ...(cursor === null ? {} : { cursor }) } } }))
      if (view !== this.#view) return
      this.rows = cursor === null ? data.items : [...(this.rows ?? []), ...data.items]
      this.counts = data.counts
      this.next = data.next
      this.failed = null
    } catch (thrown) {
      this.failed = asProblem(thrown)
    }
  }

  protected override render(): TemplateResult {
    const { rows } = this
    const mayEnter = this.#session.hasRole('receptionClerk') || this.#session.hasRole('reviewer')
    return html`<nav class="second-row" aria-label=${words.title}>${views.map((view) => html`<button type="button" class="view" aria-current=${view === this.#view ? 'page' : nothing} @click=${() => void go(`/suggestions?view=${view}`)}>${words.views[view]} <span>${this.counts[view] ?? ''}</span></button>`)}</nav>
      <div class="page"><div class="page-head"><h1 class="page-title">${words.title}</h1>${mayEnter ? html`<a class="btn" href=${to('/suggestions/new')}>${words.enter}</a>` : nothing}</div>
      <p class="quiet small">${words.say}</p>
      ${this.failed !== null ? html`<lf-error .problem=${this.failed} @retry=${() => void this.#load(null)}></lf-error>`
        : rows === null ? html`<lf-loading rows="6"></lf-loading>`
        : rows.length === 0 ? html`<lf-empty heading=${words.none} text=${words.noneHint}></lf-empty>`
        : html`<lf-list-table caption=${words.caption} .columns=${columns} .rows=${rows} .rowKey=${(row: Row) => row.id} .rowName=${(row: Row) => row.documentTitle} .rowPath=${(row: Row) => `/suggestions/${row.id}`}></lf-list-table>
          ${this.next === null ? nothing : html`<p><button class="btn" @click=${() => void this.#load(this.next)}>${messages.elements.list.more}</button></p>`}`}</div>`
  }
}
customElements.define('view-suggestions', ViewSuggestions)
