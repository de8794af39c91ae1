import { html, nothing, type TemplateResult } from 'lit'
import { planKinds } from '../../../law/procedure/index.ts'
import { answer, api, asProblem, Submission } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import type { components } from '../../api/schema.d.ts'
import '../../components/lf-dialog.ts'
import '../../components/lf-field.ts'
import '../../components/lf-list-table.ts'
import { LightElement } from '../../components/light-element.ts'
import { RecordReader } from '../../components/record-reader.ts'
import { messages } from '../../messages/zh.ts'
import { go } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import './plan.css'

type Row = components['schemas']['PlanRow']
const words = messages.plan
const number = (value: number | null): string => (value === null ? '' : String(value))
const columns = [
  { key: 'title', label: words.columns.title, kind: 'title' as const, cell: (row: Row) => html`${row.title}<span class="quiet small">　${row.organ}</span>` },
  { key: 'state', label: words.columns.state, cell: (row: Row) => `${row.stateSign} ${row.stateLabel}` },
  { key: 'adoptedOn', label: words.columns.adoptedOn, cell: (row: Row) => row.adoptedOn ?? '' },
  { key: 'items', label: words.columns.items, kind: 'number' as const, cell: (row: Row) => number(row.items) },
  { key: 'late', label: words.columns.late, kind: 'number' as const, cell: (row: Row) => ((row.late ?? 0) > 0 ? html`<b class="late">! ${row.late}</b>` : number(row.late)) },
  { key: 'owing', label: words.columns.owing, kind: 'number' as const, cell: (row: Row) => ((row.owing ?? 0) > 0 ? html`<b class="late">! ${row.owing}</b>` : number(row.owing)) },
]

/** 立法规划和计划: the plans that a person may see, newest first. */
export class ViewPlans extends LightElement {
  static override properties = { creating: { state: true }, kind: { state: true }, errors: { state: true } }
  declare creating: boolean
  declare kind: (typeof planKinds)[number]
  declare errors: readonly FieldError[]
  readonly #session = new SessionReader(this)
  readonly #submission = new Submission()
  /** the plans that this person may know of: one answer, whatever the address */
  readonly #record = new RecordReader(this, { key: () => '/plans', read: async () => (await answer(api.GET('/api/plans'))).data })

  constructor() {
    super()
    this.creating = false
    this.kind = 'annual'
    this.errors = []
  }

  async #create(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const data = new FormData(event.target)
    const until = data.get('untilYear')
    const body = { kind: this.kind, year: Number(data.get('year')), untilYear: this.kind === 'fiveYear' && until !== null ? Number(until) : null, organId: null }
    try {
      const { data: made } = await this.#submission.send(body, (headers) => api.POST('/api/plans', { body, headers }))
      void go(`/plans/${made.id}`)
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = problem.fields.length > 0 ? problem.fields : [{ path: '', message: problem.told }]
    }
  }

  #dialog(): TemplateResult {
    const year = Number((this.#session.value?.today ?? '2026').slice(0, 4))
    const error = (path: string): string => this.errors.find((e) => e.path === path)?.message ?? ''
    return html`<lf-dialog heading=${words.createTitle} ?open=${this.creating} .errors=${this.errors.filter((e) => e.path === '')} @dialog-closed=${() => { this.creating = false }}>
      <form id="new-plan" novalidate @submit=${(event: SubmitEvent) => void this.#create(event)}>
        <lf-field label=${words.fields.kind} required><select name="kind" @change=${(e: Event) => { if (e.target instanceof HTMLSelectElement) { const { value } = e.target; this.kind = planKinds.find((k) => k === value) ?? 'annual' } }}>${planKinds.map((k) => html`<option value=${k} ?selected=${k === this.kind}>${words.kinds[k]}</option>`)}</select></lf-field>
        <lf-field label=${words.fields.year} required .error=${error('year')}><input name="year" type="number" min="2000" max="2100" .value=${String(year + (this.kind === 'annual' ? 1 : 0))}></lf-field>
        ${this.kind === 'fiveYear' ? html`<lf-field label=${words.fields.untilYear} required .error=${error('untilYear')}><input name="untilYear" type="number" min="2000" max="2100" .value=${String(year + 4)}></lf-field>` : nothing}</form>
      <button slot="actions" class="btn main" form="new-plan">${words.createDo}</button></lf-dialog>`
  }

  protected override render(): TemplateResult {
    const { given, problem } = this.#record
    if (problem !== null) return html`<lf-error .problem=${problem} @retry=${() => void this.#record.load()}></lf-error>`
    const rows: readonly Row[] | null = given?.items ?? null
    const mayCreate = given?.mayCreate === true
    const create = mayCreate ? html`<button class="btn main" @click=${() => { this.creating = true; this.errors = [] }}>${words.create}</button>` : nothing
    return html`<div class="page page-head plans-head"><div><h1 class="page-title">${words.title}</h1><p class="say">${words.say}</p></div>${rows === null || rows.length === 0 ? nothing : create}</div>
      ${rows === null ? html`<lf-loading rows="4"></lf-loading>`
        : rows.length === 0 ? html`<lf-empty heading=${words.none} text=${mayCreate ? words.noneHint : words.noneForYou} .action=${create}></lf-empty>`
          : html`<lf-list-table caption=${words.caption} .columns=${columns} .rows=${rows} .rowKey=${(row: Row) => row.id} .rowName=${(row: Row) => row.title} .rowPath=${(row: Row) => `/plans/${row.id}`}></lf-list-table>`}
      ${this.#dialog()}`
  }
}
customElements.define('view-plans', ViewPlans)
declare global { interface HTMLElementTagNameMap { 'view-plans': ViewPlans } }
