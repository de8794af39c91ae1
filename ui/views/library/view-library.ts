import { html, nothing, type TemplateResult } from 'lit'
import { answer, type ApiProblem, api, asProblem } from '../../api/client.ts'
import { CursorList } from '../../components/cursor-list.ts'
import { LightElement } from '../../components/light-element.ts'
import '../../components/lf-filter-bar.ts'
import type { Column } from '../../components/lf-list-table.ts'
import { messages } from '../../messages/zh.ts'
import { replaceQuery } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import './import-dialog.ts'
import './import-progress.ts'
import './library.css'
import { standingKind, type WorkRow } from './library-data.ts'

const words = messages.library
const PAGE = 50
const FILTERS = ['text', 'kind', 'issuer'] as const
const KEEPERS = ['reviewChief', 'reviewer', 'administrator', 'archivist']

const columns: readonly Column<WorkRow>[] = [
  { key: 'title', label: words.columns.title, kind: 'title', cell: (row) => html`${row.title}${row.collection === null ? nothing : html`　<span class="quiet small">${row.collection}</span>`}${row.internal ? html`　<span class="quiet small">${words.internal}</span>` : nothing}` },
  { key: 'kind', label: words.columns.kind, widthEm: 8.5, kind: 'quiet', cell: (row) => row.kindLabel, secondary: true },
  { key: 'issuer', label: words.columns.issuer, widthEm: 17, kind: 'quiet', cell: (row) => row.issuer, secondary: true },
  { key: 'documentNo', label: words.columns.documentNo, widthEm: 12, kind: 'quiet', cell: (row) => row.current?.documentNo ?? '', secondary: true },
  { key: 'effectiveFrom', label: words.columns.effectiveFrom, widthEm: 7.6, cell: (row) => row.current?.effectiveFrom ?? html`<span class="soon">${words.unknown}</span>` },
  { key: 'standing', label: words.columns.standing, widthEm: 7.6, cell: (row) => (row.current === null ? nothing : html`<lf-state kind=${standingKind[row.current.standing]} word=${words.standing[row.current.standing]}></lf-state>`) },
  { key: 'versions', label: words.columns.versions, widthEm: 4, kind: 'number', cell: (row) => row.versions },
]

/** 法规库: every text the person may read, from the highest rank, and the way in for new ones. */
export class ViewLibrary extends LightElement {
  static override properties = { query: { attribute: false }, kinds: { state: true }, kindsProblem: { state: true }, importing: { state: true } }
  declare query: URLSearchParams
  declare kinds: readonly { key: string; label: string }[]
  declare kindsProblem: ApiProblem | null
  declare importing: boolean
  readonly #session = new SessionReader(this)
  readonly #found = new CursorList(this, (cursor) => answer(api.GET('/api/library/works', { params: { query: { limit: PAGE, ...this.#values, ...(cursor === undefined ? {} : { cursor }) } } })))

  constructor() {
    super()
    this.query = new URLSearchParams()
    this.kinds = []
    this.kindsProblem = null
    this.importing = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#loadKinds()
  }

  async #loadKinds(): Promise<void> {
    try {
      this.kinds = (await answer(api.GET('/api/library/kinds'))).data.kinds
      this.kindsProblem = null
    } catch (thrown) {
      this.kindsProblem = asProblem(thrown)
    }
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('query')) void this.#found.load()
  }

  get #values(): Record<string, string> {
    return Object.fromEntries(FILTERS.flatMap((name) => (this.query.get(name) ? [[name, this.query.get(name) ?? '']] : [])))
  }

  #filter(values: Record<string, string>): void {
    const query = new URLSearchParams(values)
    const run = this.query.get('import')
    if (run !== null) query.set('import', run)
    replaceQuery(query)
    this.query = query
  }

  #showRun(id: string | null): void {
    const query = new URLSearchParams(this.query)
    if (id === null) query.delete('import')
    else query.set('import', id)
    replaceQuery(query)
    this.query = query
    this.importing = false
  }

  #list(): TemplateResult {
    const { items } = this.#found
    const problem = this.#found.problem ?? this.kindsProblem
    if (problem !== null) return html`<lf-error .problem=${problem} @retry=${() => void Promise.all([this.#loadKinds(), this.#found.load()])}></lf-error>`
    if (items === null) return html`<lf-loading text=${words.loading} rows="8"></lf-loading>`
    if (items.length === 0) return html`<lf-empty heading=${words.none} text=${Object.keys(this.#values).length === 0 ? words.emptyHint : words.noneHint}></lf-empty>`
    return html`<lf-list-table .columns=${columns} .rows=${items} .rowKey=${(row: WorkRow) => row.key} .rowName=${(row: WorkRow) => row.title} .rowPath=${(row: WorkRow) => `/library/${row.key}`} caption=${words.title}></lf-list-table>
      ${this.#found.rest()}`
  }

  protected override render(): TemplateResult {
    const run = this.query.get('import')
    const filters = [
      { name: 'text', label: words.filters.text, kind: 'search' as const },
      { name: 'kind', label: words.filters.kind, kind: 'select' as const, options: this.kinds.map(({ key, label }) => ({ value: key, label })) },
      { name: 'issuer', label: words.filters.issuer, kind: 'search' as const },
    ]
    return html`<div class="page-head library-head"><h1 class="page-title">${words.title}</h1><span class="spring"></span>
        ${this.#session.hasRole(KEEPERS) ? html`<button class="btn main" @click=${() => { this.importing = true }}>${words.import.open}</button>` : nothing}</div>
      ${run === null ? nothing : html`<div class="import-place"><import-progress run=${run} @import-finished=${() => void this.#found.load()} @import-closed=${() => this.#showRun(null)}></import-progress></div>`}
      <lf-filter-bar .filters=${filters} .values=${this.#values} shown=${this.#found.items?.length ?? -1} total=${this.#found.items === null ? -1 : this.#found.total} @filters-changed=${(event: CustomEvent<{ values: Record<string, string> }>) => this.#filter(event.detail.values)}></lf-filter-bar>
      ${this.#list()}
      <import-dialog ?open=${this.importing} .kinds=${this.kinds} @dialog-closed=${() => { this.importing = false }} @import-started=${(event: CustomEvent<{ id: string }>) => this.#showRun(event.detail.id)}></import-dialog>`
  }
}
customElements.define('view-library', ViewLibrary)
