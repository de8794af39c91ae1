import { html, type TemplateResult } from 'lit'
import { answer, type ApiProblem, api, asProblem } from '../../api/client.ts'
import { CursorList } from '../../components/cursor-list.ts'
import { LightElement } from '../../components/light-element.ts'
import { listKeys } from '../../components/lf-list-table.ts'
import '../../components/lf-filter-bar.ts'
import { messages } from '../../messages/zh.ts'
import { replaceQuery } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import { ledgerColumns, type LedgerItem, type LedgerSummary } from '../filing/ledger-table.ts'

const words = messages.filing
const PAGE = 50
const YEARS_BACK = 8
/** States as the maker is told them. */
const states: readonly { value: string; label: string }[] = [
  { value: 'draft', label: '未报送' }, { value: 'submitted', label: '已报送' }, { value: 'receiving', label: '接收中' }, { value: 'pendingCorrection', label: '待补正' }, { value: 'overdueCorrection', label: '补正逾期' }, { value: 'registered', label: '已登记' },
  { value: 'underReview', label: '审查中' }, { value: 'questioning', label: '待答复' }, { value: 'negotiating', label: '沟通中' }, { value: 'suspended', label: '已中止' }, { value: 'opinionIssued', label: '待反馈意见' }, { value: 'noProblem', label: '未发现问题' },
  { value: 'resolved', label: '已修改、废止' }, { value: 'closed', label: '办结' }, { value: 'returnedOutOfScope', label: '已退回' },
]

/** 本单位台账: everything the own organ filed or is about to, with its state and whether it came in time. */
export class ViewLedger extends LightElement {
  static override properties = { query: { attribute: false }, summary: { state: true }, summaryProblem: { state: true } }
  declare query: URLSearchParams
  declare summary: LedgerSummary | null
  declare summaryProblem: ApiProblem | null
  readonly #session = new SessionReader(this)
  readonly #list = new CursorList(this, (cursor) => answer(api.GET('/api/ledger', { params: { query: { ...this.#filters, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) } } })))

  constructor() {
    super()
    this.query = new URLSearchParams()
    this.summary = null
    this.summaryProblem = null
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('query')) void this.#load()
  }

  get #filters(): { year?: number; state?: string; q?: string } {
    const [year, state, q] = [this.query.get('year'), this.query.get('state'), this.query.get('q')]
    return { ...(year ? { year: Number(year) } : {}), ...(state ? { state } : {}), ...(q ? { q } : {}) }
  }

  async #load(): Promise<void> {
    const { year } = this.#filters
    await this.#list.load()
    try {
      const { data } = await answer(api.GET('/api/ledger-summary', { params: { query: year === undefined ? {} : { year } } }))
      if (year !== this.#filters.year) return
      this.summary = data
      this.summaryProblem = null
    } catch (thrown) {
      this.summaryProblem = asProblem(thrown)
    }
  }

  #filter(values: Record<string, string>): void {
    const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''))
    replaceQuery(query)
    this.query = query
  }

  protected override render(): TemplateResult {
    const { summary } = this
    const { items, total } = this.#list
    const problem = this.#list.problem ?? this.summaryProblem
    if (problem !== null) return html`<lf-error .problem=${problem} @retry=${() => void this.#load()}></lf-error>`
    const thisYear = Number((this.#session.value?.today ?? '').slice(0, 4))
    const years = Number.isNaN(thisYear) || thisYear === 0 ? [] : Array.from({ length: YEARS_BACK }, (_, n) => String(thisYear - n)).map((y) => ({ value: y, label: `${y}年` }))
    return html`<div class="page-head page"><h1 class="page-title" tabindex="-1">${words.ledgerTitle}</h1><p class="say">${summary === null ? '' : words.counts.ledger(summary.year, summary.due, summary.filed, summary.onTime)}</p></div>
      <lf-filter-bar .filters=${[
        { name: 'year', label: words.year, kind: 'select' as const, options: years }, { name: 'state', label: words.states, kind: 'select' as const, options: states }, { name: 'q', label: words.search, kind: 'search' as const },
      ]} .values=${Object.fromEntries(this.query)} shown=${items?.length ?? 0} total=${total} @filters-changed=${(e: CustomEvent<{ values: Record<string, string> }>) => this.#filter(e.detail.values)}></lf-filter-bar>
      ${items === null ? html`<lf-loading rows="10"></lf-loading>` : items.length === 0 ? html`<lf-empty heading=${words.ledgerNone} text=${words.ledgerNoneText}></lf-empty>` : html`
        <lf-list-table caption=${words.ledgerTitle} .columns=${ledgerColumns} .rows=${items} .rowKey=${(row: LedgerItem) => row.id} .rowName=${(row: LedgerItem) => row.title} .rowPath=${(row: LedgerItem) => `/filing/${row.id}`}></lf-list-table>`}
      ${this.#list.rest()}
      <div class="action-bar" role="region" aria-label=${words.ledgerTitle}>${listKeys()}<a class="btn" href="/api/ledger.xlsx?${this.query.toString()}">${words.export}</a></div>`
  }
}
customElements.define('view-ledger', ViewLedger)
