import { html, nothing, type TemplateResult } from 'lit'
import { answer, type ApiProblem, api, asProblem, Submission } from '../../api/client.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { go } from '../../navigation.ts'
import './filing.css'
import { ledgerColumns, type LedgerItem, type LedgerSummary } from './ledger-table.ts'

const words = messages.filing
const OPEN = new Set(['pendingCorrection', 'overdueCorrection', 'questioning', 'opinionIssued', 'negotiating'])
const LISTED = 100

/** 报备: what is not sent yet, what the receiver asked for, and the large button for a new one. */
export class ViewFilings extends LightElement {
  static override properties = { items: { state: true }, summary: { state: true }, makers: { state: true }, maker: { state: true }, problem: { state: true }, sentence: { state: true }, busy: { state: true } }
  declare items: readonly LedgerItem[] | null
  declare summary: LedgerSummary | null
  declare makers: readonly { id: string; name: string }[]
  declare maker: string
  declare problem: ApiProblem | null
  declare sentence: string
  declare busy: boolean
  readonly #submission = new Submission()

  constructor() {
    super()
    this.items = null
    this.summary = null
    this.makers = []
    this.maker = ''
    this.problem = null
    this.sentence = ''
    this.busy = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  async #load(): Promise<void> {
    try {
      const [list, summary, choices] = await Promise.all([
        answer(api.GET('/api/ledger', { params: { query: { limit: LISTED } } })), answer(api.GET('/api/ledger-summary', { params: { query: {} } })), answer(api.GET('/api/filing-choices')),
      ])
      this.items = list.data.items
      this.summary = summary.data
      this.makers = choices.data.makers
      this.problem = null
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  async #create(fields: { makerOrganId?: string; title?: string; documentNo?: string; promulgated?: string } = {}): Promise<void> {
    if (this.busy) return
    this.busy = true
    const body = { ...(this.maker === '' ? {} : { makerOrganId: this.maker }), ...fields }
    try {
      const { data } = await this.#submission.send(body, (headers) => api.POST('/api/filings', { body, headers }))
      await go(`/filing/${data.id}`)
    } catch (thrown) {
      this.sentence = asProblem(thrown).told
    } finally {
      this.busy = false
    }
  }

  #table(heading: string, rows: readonly LedgerItem[]): TemplateResult | typeof nothing {
    if (rows.length === 0) return nothing
    return html`<section class="part"><h2>${heading} <span>${words.counts.listed(rows.length)}</span></h2>
      <lf-list-table caption=${heading} .columns=${ledgerColumns} .rows=${rows} .rowKey=${(row: LedgerItem) => row.id} .rowName=${(row: LedgerItem) => row.title} .rowPath=${(row: LedgerItem) => `/filing/${row.id}`}></lf-list-table></section>`
  }

  #unfiled(): TemplateResult | typeof nothing {
    const unfiled = this.summary?.unfiled ?? []
    if (unfiled.length === 0) return nothing
    return html`<section class="part"><h2>${words.unfiled.title} <span>${words.counts.listed(unfiled.length)}</span></h2><ul class="points">${unfiled.map((d) => html`<li><b aria-hidden="true">!</b><span>${d.title}<em>${[d.documentNo, words.facts.promulgated(d.promulgated), d.dueOn === null ? '' : words.unfiled.text(d.dueOn), d.remaining].filter((w) => w).join('，')}</em></span>
      <button type="button" class="plain" @click=${() => void this.#create({ title: d.title, promulgated: d.promulgated, ...(d.documentNo === null ? {} : { documentNo: d.documentNo }) })}>${words.unfiled.start}<span class="vh">${d.title}</span></button></li>`)}</ul></section>`
  }

  protected override render(): TemplateResult {
    if (this.problem !== null) return html`<lf-error .problem=${this.problem} @retry=${() => void this.#load()}></lf-error>`
    const { items, summary } = this
    if (items === null) return html`<lf-loading rows="6"></lf-loading>`
    const drafts = items.filter((i) => i.state.id === 'draft')
    const open = items.filter((i) => OPEN.has(i.state.id))
    const sent = items.filter((i) => i.state.id !== 'draft' && !OPEN.has(i.state.id)).slice(0, 10)
    return html`${this.sentence === '' ? nothing : html`<lf-notice-bar kind="bad" text=${this.sentence} closable @notice-closed=${() => { this.sentence = '' }}></lf-notice-bar>`}
      <div class="page"><div class="page-head"><h1 class="page-title" tabindex="-1">${words.title}</h1><p class="say">${words.say}　${summary === null ? '' : words.counts.ledger(summary.year, summary.due, summary.filed, summary.onTime)}</p></div>
      <div class="new-filing"><button class="btn main" ?disabled=${this.busy} @click=${() => void this.#create()}>${words.create}</button>
        ${this.makers.length < 2 ? nothing : html`<label class="option">${words.createFor} <select class="control" @change=${(e: Event) => { if (e.target instanceof HTMLSelectElement) this.maker = e.target.value }}><option value="">${words.chooseOne}</option>${this.makers.map((m) => html`<option value=${m.id}>${m.name}</option>`)}</select></label>`}</div>
      ${this.#table(words.attentionTitle, open)}
      ${drafts.length === 0 && open.length === 0 ? html`<lf-empty heading=${words.none} text=${words.noneText}></lf-empty>` : this.#table(words.draftsTitle, drafts)}
      ${this.#unfiled()}
      ${this.#table(words.sentTitle, sent)}</div>`
  }
}
customElements.define('view-filings', ViewFilings)
