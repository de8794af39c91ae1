import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, asProblem, Submission } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import { CursorList } from '../../components/cursor-list.ts'
import { LightElement } from '../../components/light-element.ts'
import '../../components/lf-filter-bar.ts'
import { type Column, listKeys } from '../../components/lf-list-table.ts'
import { messages } from '../../messages/zh.ts'
import { replaceQuery, to } from '../../navigation.ts'
import { shownDeadline, stateKind } from '../case-shown.ts'
import { findingCounts } from '../filing/filing-aside.ts'

type Item = components['schemas']['ReceiptItem']
const words = messages.receipt
const PAGE = 50
type State = keyof typeof words.states
const isState = (value: string): value is State => Object.hasOwn(words.states, value)

const columns: readonly Column<Item>[] = [
  { key: 'title', label: words.columns.title, kind: 'title', cell: (row) => row.title || messages.filing.untitled },
  { key: 'documentNo', label: words.columns.documentNo, widthEm: 13, kind: 'quiet', cell: (row) => row.documentNo || '—', secondary: true },
  { key: 'maker', label: words.columns.maker, widthEm: 13, cell: (row) => html`${row.maker.name}${row.onPaper ? html`　<span class="quiet">${words.paper}</span>` : nothing}` },
  { key: 'submittedOn', label: words.columns.submittedOn, widthEm: 7.6, kind: 'quiet', cell: (row) => row.submittedOn ?? '—', secondary: true },
  { key: 'deadline', label: words.columns.deadline, widthEm: 10.5, kind: 'days', cell: (row) => html`<lf-deadline .deadline=${shownDeadline(row.deadline)}></lf-deadline>` },
  { key: 'found', label: words.columns.found, widthEm: 15, cell: (row) => foundCell(row) },
  { key: 'state', label: words.columns.state, widthEm: 7, cell: (row) => html`<lf-state kind=${stateKind(row.state.sign)} word=${row.state.label}></lf-state>` },
]

function foundCell(row: Item): TemplateResult {
  const { must, check } = findingCounts(row.findings)
  if (must + check === 0) return html`<span class="right">✓ ${words.fine}</span>`
  return html`<span class=${must > 0 ? 'soon' : ''} title=${row.findings.map((f) => f.message).join('\n')}>${must > 0 ? '! ' : ''}${words.found(must, check)}</span>`
}

/** 接收登记: what waits for the clerk with what the program found; what is in order is registered in one act. */
export class ViewReceipt extends LightElement {
  static override properties = { query: { attribute: false }, picked: { state: true }, notice: { state: true }, busy: { state: true } }
  declare query: URLSearchParams
  declare picked: ReadonlySet<string>
  declare notice: { kind: 'good' | 'warn' | 'bad'; text: string } | null
  declare busy: boolean
  readonly #submission = new Submission()
  readonly #list = new CursorList(this, (cursor) => {
    const state = this.query.get('state') ?? ''
    return answer(api.GET('/api/receipt', { params: { query: { limit: PAGE, ...(isState(state) ? { state } : {}), ...(cursor === undefined ? {} : { cursor }) } } }))
  })

  constructor() {
    super()
    this.query = new URLSearchParams()
    this.picked = new Set()
    this.notice = null
    this.busy = false
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('query')) void this.#list.load()
  }

  async #registerPicked(): Promise<void> {
    const filings = (this.#list.items ?? []).filter((i) => this.picked.has(i.id)).map(({ id, revision }) => ({ id, revision }))
    if (filings.length === 0 || this.busy) return
    this.busy = true
    const body = { filings }
    try {
      const { data } = await this.#submission.send(body, (headers) => api.POST('/api/receipt/register', { body, headers }))
      const held = data.results.filter((r) => r.refused !== null)
      const done = data.results.length - held.length
      const name = (id: string) => this.#list.items?.find((i) => i.id === id)?.title ?? ''
      this.notice = { kind: held.length > 0 ? 'warn' : 'good', text: `${done > 0 ? words.batchDone(done) : ''}${held.length > 0 ? words.batchHeld(held.length) + held.map((h) => `《${name(h.id)}》${h.refused ?? ''}`).join('；') : ''}` }
      this.picked = new Set(held.map((h) => h.id))
      await this.#list.load()
    } catch (thrown) {
      this.notice = { kind: 'bad', text: asProblem(thrown).told }
    } finally {
      this.busy = false
    }
  }

  #filter(values: Record<string, string>): void {
    const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''))
    replaceQuery(query)
    this.query = query
  }

  protected override render(): TemplateResult {
    const { items, problem, total } = this.#list
    if (problem !== null) return html`<lf-error .problem=${problem} @retry=${() => void this.#list.load()}></lf-error>`
    return html`<div class="page-head page"><h1 class="page-title" tabindex="-1">${words.title}</h1><p class="say">${words.say}</p><span class="spring"></span><a class="btn" href=${to('/receipt/paper')}>${words.onPaper}</a></div>
      ${this.notice === null ? nothing : html`<lf-notice-bar kind=${this.notice.kind} text=${this.notice.text} closable @notice-closed=${() => { this.notice = null }}></lf-notice-bar>`}
      <lf-filter-bar .filters=${[{ name: 'state', label: words.columns.state, kind: 'select' as const, options: Object.entries(words.states).map(([value, label]) => ({ value, label })) }]} .values=${Object.fromEntries(this.query)}
        shown=${items?.length ?? 0} total=${total} @filters-changed=${(e: CustomEvent<{ values: Record<string, string> }>) => this.#filter(e.detail.values)}></lf-filter-bar>
      ${items === null ? html`<lf-loading rows="8"></lf-loading>` : items.length === 0 ? html`<lf-empty heading=${words.none} text=${words.noneText}></lf-empty>` : html`
        <lf-list-table caption=${words.title} .columns=${columns} .rows=${items} .rowKey=${(row: Item) => row.id} .rowName=${(row: Item) => row.title} .rowPath=${(row: Item) => `/receipt/${row.id}`}
          pickable .picked=${this.picked} @picked-changed=${(e: CustomEvent<{ picked: string[] }>) => { this.picked = new Set(e.detail.picked) }}></lf-list-table>`}
      ${this.#list.rest()}
      <div class="action-bar" role="region" aria-label=${messages.elements.list.batch}>${this.picked.size === 0 ? nothing : html`<span>${words.picked(this.picked.size)}</span><button class="words" @click=${() => { this.picked = new Set() }}>${words.unpick}</button>`}
        ${listKeys()}<button class="btn main" ?disabled=${this.picked.size === 0 || this.busy} @click=${() => void this.#registerPicked()}>${words.batch(this.picked.size)}</button></div>`
  }
}
customElements.define('view-receipt', ViewReceipt)
