import { html, nothing, type TemplateResult } from 'lit'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import { CursorList } from '../../components/cursor-list.ts'
import type { Column } from '../../components/lf-list-table.ts'
import '../../components/lf-list-table.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { go } from '../../navigation.ts'
import { stateKind } from '../case-shown.ts'

type Row = components['schemas']['PaperRow']
const words = messages.outcome.papers
const views = ['mine', 'underWay', 'issued', 'all'] as const
type View = (typeof views)[number]

const columns: readonly Column<Row>[] = [
  { key: 'title', label: words.columns.title, kind: 'title', cell: (row) => row.title },
  { key: 'asked', label: words.columns.asked, widthEm: 8, cell: (row) => (row.asked === '' ? nothing : html`<b>${row.asked}</b>`) },
  { key: 'kind', label: words.columns.kind, widthEm: 11, secondary: true, cell: (row) => row.label },
  { key: 'state', label: words.columns.state, widthEm: 7, cell: (row) => html`<lf-state kind=${stateKind(row.state.sign)} word=${row.state.label}></lf-state>` },
  { key: 'number', label: words.columns.number, kind: 'small', widthEm: 13, cell: (row) => row.number ?? '' },
  { key: 'filing', label: words.columns.filing, kind: 'small', widthEm: 10, secondary: true, cell: (row) => row.filing?.registrationNo ?? row.project?.title ?? row.meeting?.title ?? '' },
  { key: 'drafter', label: words.columns.drafter, kind: 'quiet', widthEm: 6, cell: (row) => row.draftedBy ?? '' },
  { key: 'due', label: words.columns.due, kind: 'small', widthEm: 8, cell: (row) => row.replyDueOn ?? '' },
]

/** 文书: those that wait for a step of mine, those under way, those issued. */
export class ViewPapers extends LightElement {
  static override properties = { query: { attribute: false } }
  declare query: URLSearchParams
  readonly #list = new CursorList(this, (cursor) => answer(api.GET('/api/papers', { params: { query: { view: this.#view, limit: 50, ...(cursor === undefined ? {} : { cursor }) } } })))
  #read = ''

  constructor() {
    super()
    this.query = new URLSearchParams()
  }

  get #view(): View {
    return views.find((view) => view === this.query.get('view')) ?? 'mine'
  }
  protected override willUpdate(): void {
    if (this.#read === this.#view) return
    this.#read = this.#view
    void this.#list.load({ anew: true })
  }
  protected override render(): TemplateResult {
    const { items: rows, problem, page } = this.#list
    return html`<nav class="second-row" aria-label=${words.title}>${views.map((view) => html`<button type="button" class="view" aria-current=${view === this.#view ? 'page' : nothing} @click=${() => void go(`/papers?view=${view}`)}>${words.views[view]} <span>${page?.counts[view] ?? ''}</span></button>`)}</nav>
      <div class="page"><div class="page-head"><h1 class="page-title">${words.title}</h1></div>
      ${problem !== null ? html`<lf-error .problem=${problem} @retry=${() => void this.#list.load()}></lf-error>`
        : rows === null ? html`<lf-loading rows="6"></lf-loading>`
        : rows.length === 0 ? html`<lf-empty heading=${this.#view === 'mine' ? words.noneMine : words.none} text=${words.noneHint}></lf-empty>`
        : html`<lf-list-table caption=${words.caption} .columns=${columns} .rows=${rows} .rowKey=${(row: Row) => row.id} .rowName=${(row: Row) => row.title} .rowPath=${(row: Row) => `/papers/${row.id}`}></lf-list-table>
          ${this.#list.rest()}`}</div>`
  }
}
customElements.define('view-papers', ViewPapers)
declare global { interface HTMLElementTagNameMap { 'view-papers': ViewPapers } }
