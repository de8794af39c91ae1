import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, asProblem, type ApiProblem } from '../../api/client.ts'
import { LightElement } from '../../components/light-element.ts'
import { timeInTable } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { go, to } from '../../navigation.ts'
import { type AmendmentDraft, datedText } from './amend-data.ts'
import './amend-start-dialog.ts'
import type { VersionRow } from './library-data.ts'

const words = messages.amendment

/** On a work's page, for who keeps the library: begin a version from an amending decision, and go on with a draft. */
export class AmendDrafts extends LightElement {
  static override properties = { workKey: {}, versions: { attribute: false }, base: {}, drafts: { state: true }, problem: { state: true }, open: { state: true } }
  declare workKey: string
  declare versions: readonly VersionRow[]
  /** date of the text that is amended unless another is chosen */
  declare base: string
  declare drafts: readonly AmendmentDraft[]
  declare problem: ApiProblem | null
  declare open: boolean

  constructor() {
    super()
    this.workKey = ''
    this.versions = []
    this.base = ''
    this.drafts = []
    this.problem = null
    this.open = false
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('workKey') && this.workKey !== '') void this.#load()
  }

  async #load(): Promise<void> {
    const key = this.workKey
    try {
      const { data } = await answer(api.GET('/api/library/works/{key}/amendments', { params: { path: { key } } }))
      if (key === this.workKey) this.drafts = data.drafts
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const own = this.versions.filter(({ workKey }) => workKey === this.workKey)
    if (own.length === 0) return nothing
    return html`<section class="part"><h2>${this.drafts.length === 0 ? words.newVersion : words.drafts}</h2>
      ${this.problem === null ? nothing : html`<p class="quiet small" role="alert">${this.problem.message}</p>`}
      ${this.drafts.length === 0 ? nothing : html`<ul class="sources">${this.drafts.map((draft) => html`<li><a class="u" href=${to(`/library/${this.workKey}/amendment/${draft.id}`)}>${draft.decisionTitle}</a> <span class="quiet small">${words.onBase(datedText(draft.base))}　${words.draftBy(draft.startedBy, timeInTable(draft.changedAt))}</span></li>`)}</ul>`}
      <p><button type="button" class="btn short" @click=${() => { this.open = true }}>${words.open}</button></p></section>
      <amend-start-dialog ?open=${this.open} workKey=${this.workKey} .versions=${own} base=${this.base} @dialog-closed=${() => { this.open = false }} @amendment-started=${(event: CustomEvent<{ id: string }>) => go(`/library/${this.workKey}/amendment/${event.detail.id}`)}></amend-start-dialog>`
  }
}
customElements.define('amend-drafts', AmendDrafts)
