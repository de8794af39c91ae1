import { html, type TemplateResult } from 'lit'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import { LightElement } from '../../components/light-element.ts'
import type { Column } from '../../components/lf-list-table.ts'
import '../../components/lf-list-table.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import { stateKind } from '../case-shown.ts'

export type LedgerItem = components['schemas']['LedgerItem']
export type LedgerSummary = components['schemas']['LedgerSummary']
const words = messages.filing

export const ledgerColumns: readonly Column<LedgerItem>[] = [
  { key: 'documentNo', label: words.columns.documentNo, widthEm: 13, kind: 'quiet', cell: (row) => row.documentNo || '—', secondary: true },
  { key: 'title', label: words.columns.title, kind: 'title', cell: (row) => row.title || words.untitled },
  { key: 'promulgated', label: words.columns.promulgated, widthEm: 7.6, kind: 'quiet', cell: (row) => row.promulgated ?? '—', secondary: true },
  { key: 'dueOn', label: words.columns.dueOn, widthEm: 7.6, kind: 'quiet', cell: (row) => row.dueOn ?? '—' },
  { key: 'submittedOn', label: words.columns.submittedOn, widthEm: 7.6, kind: 'quiet', cell: (row) => row.submittedOn ?? '—', secondary: true },
  { key: 'registrationNo', label: words.columns.registrationNo, widthEm: 9.4, kind: 'quiet', cell: (row) => row.registrationNo ?? '—', secondary: true },
  { key: 'state', label: words.columns.state, widthEm: 9, cell: (row) => html`<lf-state kind=${stateKind(row.state.sign)} word=${row.state.label}></lf-state>` },
  { key: 'remark', label: words.columns.remark, widthEm: 13, cell: (row) => html`<span class=${row.late ? 'late' : 'quiet'}>${row.remark}</span>` },
]

const SHOWN = 8

/** The newest rows of the own ledger, below the form. */
export class LedgerPart extends LightElement {
  static override properties = { current: {}, revision: { type: Number }, items: { state: true }, summary: { state: true } }
  declare current: string
  declare revision: number
  declare items: readonly LedgerItem[]
  declare summary: LedgerSummary | null
  constructor() {
    super()
    this.current = ''
    this.revision = 0
    this.items = []
    this.summary = null
  }
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('current') || changed.has('revision')) void this.#load()
  }
  /** What stands below a form never keeps the form from being used. */
  async #load(): Promise<void> {
    try {
      const [list, summary] = await Promise.all([answer(api.GET('/api/ledger', { params: { query: { limit: SHOWN } } })), answer(api.GET('/api/ledger-summary', { params: { query: {} } }))])
      this.items = list.data.items
      this.summary = summary.data
    } catch {
      this.items = []
    }
  }
  protected override render(): TemplateResult {
    const { summary } = this
    return html`<section class="own-ledger part"><h2>${words.ledgerTitle} <span>${summary === null ? '' : words.counts.ledger(summary.year, summary.due, summary.filed, summary.onTime)}　<a class="u" href=${to('/ledger')}>${words.all}</a></span></h2>
      <lf-list-table caption=${words.ledgerTitle} .columns=${ledgerColumns} .rows=${this.items} .rowKey=${(row: LedgerItem) => row.id} .rowName=${(row: LedgerItem) => row.title} .rowPath=${(row: LedgerItem) => `/filing/${row.id}`} .picked=${new Set([this.current])}></lf-list-table></section>`
  }
}
customElements.define('ledger-part', LedgerPart)
declare global { interface HTMLElementTagNameMap { 'ledger-part': LedgerPart } }
