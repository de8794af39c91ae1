import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, asProblem } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { dateOf, type Side } from './comparison-data.ts'
import type { WorkRow } from './library-data.ts'

const words = messages.library.compare
const SHOWN = 12

/** Which text stands on one side: a version of the work, or of another work found by its title. Event: `version-picked` {address}. */
export class VersionPick extends LightElement {
  static override properties = { label: {}, named: { type: Boolean }, side: { attribute: false }, finding: { state: true }, found: { state: true }, errors: { state: true } }
  declare label: string
  /** tell the title too */
  declare named: boolean
  declare side: Side | null
  declare finding: boolean
  declare found: readonly WorkRow[] | null
  declare errors: readonly FieldError[]

  constructor() {
    super()
    this.label = ''
    this.named = false
    this.side = null
    this.finding = false
    this.found = null
    this.errors = []
  }

  #picked(address: string): void {
    this.finding = false
    this.dispatchEvent(new CustomEvent('version-picked', { detail: { address }, bubbles: true }))
  }

  async #find(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const text = String(new FormData(event.target).get('text') ?? '').trim()
    if (text === '') return
    try {
      const { data } = await answer(api.GET('/api/library/works', { params: { query: { text, limit: SHOWN } } }))
      this.found = data.items
      this.errors = []
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = [{ path: '', message: problem.told }]
    }
  }

  /** The text of another work that is shown first: that in force, else the newest. */
  async #take(key: string): Promise<void> {
    try {
      const { data } = await answer(api.GET('/api/library/works/{key}', { params: { path: { key } } }))
      const version = data.versions.findLast(({ standing }) => standing === 'inForce') ?? data.versions.at(-1)
      if (version !== undefined) this.#picked(`${version.workKey}:${version.dateKey}`)
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = [{ path: '', message: problem.told }]
    }
  }

  #dialog(): TemplateResult {
    return html`<lf-dialog heading=${words.find.title} ?open=${this.finding} .errors=${this.errors} @dialog-closed=${() => { this.finding = false }}>
      ${this.finding ? html`<form class="find-work" @submit=${(event: SubmitEvent) => void this.#find(event)}><lf-field label=${words.find.text}><input name="text" maxlength="200" autofocus></lf-field><button class="btn">${words.find.go}</button></form>
        ${this.found === null ? nothing : this.found.length === 0 ? html`<p class="quiet">${words.find.none}</p>` : html`<ul class="found-works">${this.found.map((work) => html`<li><button type="button" class="plain" @click=${() => void this.#take(work.key)}><b>${work.title}</b><span>${work.issuer}　${words.find.versions(work.versions)}</span></button></li>`)}</ul>`}` : nothing}</lf-dialog>`
  }

  protected override render(): TemplateResult | typeof nothing {
    const { side } = this
    if (side === null) return nothing
    const { standing } = messages.library
    return html`<div class="pick"><span class="pick-label">${this.label}<button type="button" class="words" aria-label="${this.label}：${words.otherWork}" @click=${() => { this.found = null; this.errors = []; this.finding = true }}>${words.otherWork}</button></span>
      ${this.named ? html`<span class="pick-title" title=${side.title}>${side.title}</span>` : nothing}
      <select class="control" aria-label="${this.label}：${words.version}" @change=${(event: Event) => { if (event.target instanceof HTMLSelectElement) this.#picked(event.target.value) }}>${side.versions.toReversed().map((version) => html`<option value=${version.address} ?selected=${version.address === side.address}>${dateOf(version)}　${standing[version.standing]}</option>`)}</select></div>${this.#dialog()}`
  }
}
customElements.define('version-pick', VersionPick)
