import { html, nothing, type TemplateResult } from 'lit'
import type { Comparison } from '../../../law/compare/index.ts'
import { answer, type ApiProblem, api, asProblem, Submission } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import '../../components/law-compare.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { addressOf, isComparison, type VersionRow } from './library-data.ts'

const words = messages.library.work
const alignWords = messages.library.align

/** Any two versions of a work beside each other. Event `pair-chosen` {from, to}; keepers correct which article became which. */
export class VersionCompare extends LightElement {
  static override properties = {
    workKey: {}, versions: { attribute: false }, from: {}, to: {}, mayCorrect: { type: Boolean },
    comparison: { state: true }, problem: { state: true }, aligning: { state: true }, errors: { state: true }, saved: { state: true },
  }
  declare workKey: string
  declare versions: readonly VersionRow[]
  declare from: string
  declare to: string
  declare mayCorrect: boolean
  declare comparison: Comparison | null
  declare problem: ApiProblem | null
  declare aligning: boolean
  declare errors: readonly FieldError[]
  declare saved: boolean
  readonly #submission = new Submission()

  constructor() {
    super()
    this.workKey = ''
    this.versions = []
    this.from = ''
    this.to = ''
    this.mayCorrect = false
    this.comparison = null
    this.problem = null
    this.aligning = false
    this.errors = []
    this.saved = false
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if ((changed.has('from') || changed.has('to')) && this.from !== '' && this.to !== '') void this.#load()
  }

  async #load(): Promise<void> {
    const { workKey, from, to } = this
    this.comparison = null
    this.problem = null
    try {
      const { data } = await answer(api.GET('/api/library/works/{key}/comparison', { params: { path: { key: workKey }, query: { from, to } } }))
      if (from === this.from && to === this.to && isComparison(data.comparison)) this.comparison = data.comparison
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  #choose(side: 'from' | 'to', event: Event): void {
    if (!(event.target instanceof HTMLSelectElement)) return
    this.dispatchEvent(new CustomEvent('pair-chosen', { detail: { from: this.from, to: this.to, [side]: event.target.value }, bubbles: true }))
  }

  #label(address: string): string {
    const version = this.versions.find((one) => addressOf(one, this.workKey) === address)
    if (version === undefined) return address
    return version.effectiveFrom === null ? `${words.undated}${version.adopted === null ? '' : `（${version.adopted} ${words.labels.adopted}）`}` : `${version.effectiveFrom} ${words.labels.effectiveFrom}`
  }

  #select(side: 'from' | 'to'): TemplateResult {
    const value = this[side]
    return html`<label class="option">${side === 'from' ? words.compareFrom : words.compareTo}<select class="control" @change=${(event: Event) => this.#choose(side, event)}>${this.versions.map((version) => {
      const address = addressOf(version, this.workKey)
      return html`<option value=${address} ?selected=${address === value}>${this.#label(address)}</option>`
    })}</select></label>`
  }

  async #align(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const form = new FormData(event.target)
    const part = (address: string): { dateKey: string; key: string } => {
      const [dateKey = '', key = this.workKey] = address.split(':').toReversed()
      return { dateKey, key }
    }
    const [from, to] = [part(this.from), part(this.to)]
    const toEId = String(form.get('toEId') ?? '')
    const body = { fromKey: from.key, fromDateKey: from.dateKey, fromEId: String(form.get('fromEId') ?? ''), toEId: toEId === '' ? null : toEId }
    try {
      await this.#submission.send(body, (headers) => api.POST('/api/library/works/{key}/versions/{dateKey}/alignment', { params: { path: { key: to.key, dateKey: to.dateKey } }, body, headers }))
      this.errors = []
      this.aligning = false
      this.saved = true
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = problem.fields.length > 0 ? problem.fields : [{ path: '', message: `${problem.message}${problem.advice}` }]
    }
  }

  #dialog(): TemplateResult {
    const rows = this.comparison?.rows ?? []
    const articles = (side: 'old' | 'new'): TemplateResult[] => rows.flatMap((row) => row[side]).map(({ id, number, text }) => html`<option value=${id}>${number}　${text.slice(0, 24)}</option>`)
    return html`<lf-dialog heading=${alignWords.title} ?open=${this.aligning} .errors=${this.errors} @dialog-closed=${() => { this.aligning = false }}>
      ${this.aligning ? html`<form id="align-form" @submit=${(event: SubmitEvent) => void this.#align(event)} novalidate><p class="quiet">${alignWords.hint}</p>
        <lf-field label=${alignWords.from}><select name="fromEId">${articles('old')}</select></lf-field>
        <lf-field label=${alignWords.to}><select name="toEId"><option value="">${alignWords.ended}</option>${articles('new')}</select></lf-field></form>` : nothing}
      <button slot="actions" class="btn main" form="align-form">${alignWords.save}</button></lf-dialog>`
  }

  protected override render(): TemplateResult {
    if (this.versions.length < 2) return html`<p class="quiet">${words.onlyOne}</p>`
    return html`<div class="compare-choice">${this.#select('from')}${this.#select('to')}<span class="spring"></span>
        ${this.mayCorrect && this.comparison !== null ? html`<button type="button" class="words" @click=${() => { this.aligning = true; this.saved = false }}>${alignWords.open}</button>` : nothing}</div>
      ${this.saved ? html`<lf-notice-bar kind="good" text=${alignWords.saved}></lf-notice-bar>` : nothing}
      ${this.problem !== null ? html`<lf-error .problem=${this.problem} @retry=${() => void this.#load()}></lf-error>` : nothing}
      ${this.comparison === null && this.problem === null ? html`<lf-loading text=${words.comparing}></lf-loading>` : nothing}
      ${this.comparison === null ? nothing : html`<law-compare .comparison=${this.comparison} beforeLabel=${this.#label(this.from)} afterLabel=${this.#label(this.to)} onlyChanged></law-compare>`}
      ${this.#dialog()}`
  }
}
customElements.define('version-compare', VersionCompare)
