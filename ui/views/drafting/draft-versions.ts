import { html, nothing, type TemplateResult } from 'lit'
import type { Comparison, ThreeComparison } from '../../../law/compare/index.ts'
import { answer, type ApiProblem, api, asProblem, Submission } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import '../../components/comparison/law-compare.ts'
import '../../components/lf-dialog.ts'
import '../../components/lf-field.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'

const words = messages.drafting
type Snapshots = components['schemas']['DraftSnapshots']
type Kind = keyof typeof words.snapshotKinds
type Shown = { title: string; labels: readonly string[]; two: Comparison | null; three: ThreeComparison | null; table: string }

const kinds = ['working', 'submission', 'firstReading', 'consultation', 'secondReading', 'thirdReading', 'voting'] as const satisfies readonly Kind[]
/** The texts of the readings in their order; one that went out for opinions stands beside them. */
const readings = ['submission', 'firstReading', 'secondReading', 'thirdReading', 'voting'] as const satisfies readonly Kind[]

/** 各稿: what was kept, a new one, and any two or three beside each other. Event `dialog-closed`. */
export class DraftVersions extends LightElement {
  static override properties = { draftId: { attribute: false }, mayKeep: { type: Boolean, attribute: 'may-keep' }, suggestions: { attribute: false }, list: { state: true }, picked: { state: true }, shown: { state: true }, problem: { state: true }, keeping: { state: true }, said: { state: true } }
  declare draftId: string
  declare mayKeep: boolean
  /** how many suggestions of the working copy are undecided */
  declare suggestions: number
  declare list: Snapshots | null
  declare picked: readonly string[]
  declare shown: Shown | null
  declare problem: ApiProblem | null
  declare keeping: boolean
  declare said: string
  readonly #submission = new Submission()

  constructor() {
    super()
    this.draftId = ''
    this.mayKeep = false
    this.suggestions = 0
    this.list = null
    this.picked = []
    this.shown = null
    this.problem = null
    this.keeping = false
    this.said = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    queueMicrotask(() => void this.#load())
  }

  async #load(): Promise<void> {
    try {
      this.list = (await answer(api.GET('/api/drafts/{id}/snapshots', { params: { path: { id: this.draftId } } }))).data
      const last = this.list.items.at(-1)
      if (this.picked.length === 0) this.picked = [...(last === undefined ? [] : [last.id]), 'working']
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  /** In the order of the texts: kept ones by their number, the working copy last. */
  get #chosen(): string[] {
    const order = [...(this.list?.items ?? []).map(({ id }) => id), 'working']
    return order.filter((id) => this.picked.includes(id))
  }

  async #compare(): Promise<void> {
    const [first, second, third] = this.#chosen
    if (first === undefined || second === undefined) return
    const path = { id: this.draftId }
    try {
      if (third === undefined) {
        const { data } = await answer(api.GET('/api/drafts/{id}/comparison', { params: { path, query: { from: first, to: second } } }))
        this.shown = { title: words.compareTitle(data.from.label, data.to.label), labels: [data.from.label, data.to.label], two: data.comparison as Comparison, three: null, table: `from=${first}&to=${second}` }
      } else {
        const { data } = await answer(api.GET('/api/drafts/{id}/comparison/three', { params: { path, query: { from: first, middle: second, to: third } } }))
        this.shown = { title: words.compareTitle(`${data.from.label}、${data.middle.label}`, data.to.label), labels: [data.from.label, data.middle.label, data.to.label], two: null, three: data.comparison as ThreeComparison, table: `from=${first}&middle=${second}&to=${third}` }
      }
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  async #keep(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const data = new FormData(event.target)
    const text = (name: string): string | undefined => {
      const value = data.get(name)
      return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
    }
    const label = text('label')
    const reason = text('reason')
    const kind = kinds.find((one) => one === data.get('kind')) ?? 'working'
    const body = { kind, ...(label === undefined ? {} : { label }), ...(reason === undefined ? {} : { reason }) }
    try {
      const { data: made } = await this.#submission.send([this.draftId, body], (headers) => api.POST('/api/drafts/{id}/snapshots', { params: { path: { id: this.draftId } }, body, headers }))
      this.said = words.snapshotDone(made.label)
      this.keeping = false
      await this.#load()
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  #pick(id: string): void {
    const picked = this.picked.includes(id) ? this.picked.filter((one) => one !== id) : [...this.picked, id]
    this.picked = picked.slice(-3)
  }

  /** The text that follows those that went out; null before the first and after the last. */
  #next(list: Snapshots): Kind | null {
    const last = list.items.findLast(({ kind }) => readings.some((one) => one === kind))
    return last === undefined ? null : (readings[readings.findIndex((one) => one === last.kind) + 1] ?? null)
  }

  #keepForm(list: Snapshots): TemplateResult {
    const next = this.#next(list)
    return html`<form id="keep-text" novalidate @submit=${(event: SubmitEvent) => void this.#keep(event)}><p class="quiet small">${words.snapshotHint}</p>
      ${this.suggestions === 0 ? nothing : html`<lf-notice-bar kind="warn" text=${words.snapshotOpen(this.suggestions)}></lf-notice-bar>`}
      <lf-field label=${words.snapshotKind} hint=${next === null ? '' : words.snapshotNext(words.snapshotKinds[next])}><select name="kind">${kinds.map((kind) => html`<option value=${kind}>${words.snapshotKinds[kind]}</option>`)}</select></lf-field>
      <lf-field label=${words.snapshotLabel}><input name="label" maxlength="60"></lf-field><lf-field label=${words.snapshotReason}><input name="reason" maxlength="500"></lf-field></form>`
  }

  #rows(list: Snapshots): TemplateResult {
    const box = (id: string, label: string) => html`<input type="checkbox" aria-label=${label} .checked=${this.picked.includes(id)} @change=${() => this.#pick(id)}>`
    return html`<table class="versions"><thead><tr><th></th><th>${words.versionColumns.label}</th><th>${words.versionColumns.madeOn}</th><th>${words.versionColumns.by}</th><th>${words.versionColumns.reason}</th></tr></thead><tbody>
      ${list.items.map((one) => html`<tr><td>${box(one.id, one.label)}</td><th scope="row">${one.label}</th><td>${one.madeOn}</td><td>${one.madeByName}</td><td>${one.reason ?? ''}</td></tr>`)}
      <tr><td>${box('working', words.working)}</td><th scope="row">${words.working}</th><td></td><td></td><td></td></tr></tbody></table>`
  }

  protected override render(): TemplateResult {
    const { list, shown } = this
    const count = this.#chosen.length
    return html`<lf-dialog heading=${shown === null ? words.versions : shown.title} open wide>
      ${this.problem === null ? nothing : html`<lf-notice-bar kind="bad" text=${this.problem.told}></lf-notice-bar>`}${this.said === '' ? nothing : html`<lf-notice-bar kind="good" text=${this.said}></lf-notice-bar>`}
      ${shown === null
        ? list === null ? html`<lf-loading rows="4"></lf-loading>` : html`${list.items.length === 0 ? html`<p class="quiet">${words.versionsNone}</p>` : nothing}${this.#rows(list)}
          ${this.keeping ? this.#keepForm(list) : nothing}`
        : html`<p class="do"><button class="words" @click=${() => { this.shown = null }}>${words.backToVersions}</button><a class="words" href=${`/api/drafts/${this.draftId}/comparison-table.docx?${shown.table}`} download>${words.tableDocx}</a><a class="words" href=${`/api/drafts/${this.draftId}/comparison-table.pdf?${shown.table}`} download>${words.tablePdf}</a></p>
          <law-compare .comparison=${shown.two} .three=${shown.three} .labels=${shown.labels} mode=${shown.three === null ? 'two' : 'three'}></law-compare>`}
      ${shown !== null ? nothing : this.keeping ? html`<button slot="actions" class="btn main" form="keep-text">${words.snapshot}</button>`
        : html`${this.mayKeep ? html`<button slot="actions" class="btn" @click=${() => { this.keeping = true; this.said = '' }}>${words.snapshot}</button>` : nothing}<button slot="actions" class="btn main" ?disabled=${count < 2} @click=${() => void this.#compare()}>${words.compareChosen(count)}</button>`}</lf-dialog>`
  }
}
customElements.define('draft-versions', DraftVersions)
declare global { interface HTMLElementTagNameMap { 'draft-versions': DraftVersions } }
