import { html, nothing, type TemplateResult } from 'lit'
import { diffText } from '../../../law/compare/index.ts'
import { answer, type ApiProblem, api, asProblem, Submission } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import { changedWords } from '../../components/comparison/changed-words.ts'
import '../../components/lf-dialog.ts'
import '../../components/lf-field.ts'
import { LightElement } from '../../components/light-element.ts'
import { timeInTable } from '../../format.ts'
import { messages } from '../../messages/zh.ts'

const words = messages.drafting.why
type History = components['schemas']['ArticleHistory']

/** 为何这样写: an article through all its texts and changes, with who, which opinion and which meeting. Event `dialog-closed`. */
export class DraftWhy extends LightElement {
  static override properties = { draftId: { attribute: false }, articleKey: { attribute: false }, mayReason: { type: Boolean, attribute: 'may-reason' }, history: { state: true }, problem: { state: true }, writing: { state: true } }
  declare draftId: string
  declare articleKey: string
  declare mayReason: boolean
  declare history: History | null
  declare problem: ApiProblem | null
  declare writing: boolean
  readonly #submission = new Submission()

  constructor() {
    super()
    this.draftId = ''
    this.articleKey = ''
    this.mayReason = false
    this.history = null
    this.problem = null
    this.writing = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    queueMicrotask(() => void this.#load())
  }

  async #load(): Promise<void> {
    try {
      this.history = (await answer(api.GET('/api/drafts/{id}/articles/{articleKey}/history', { params: { path: { id: this.draftId, articleKey: this.articleKey } } }))).data
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  async #give(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const data = new FormData(event.target)
    const text = (name: string): string => {
      const value = data.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    const [kind, id = ''] = text('of').split(':')
    const body = { text: text('text'), ...(kind === 'change' ? { changeId: id } : { snapshotId: id }), ...(text('from') === '' || text('words') === '' ? {} : { opinion: { from: text('from'), on: null, words: text('words') } }) }
    try {
      await this.#submission.send([this.articleKey, body], (headers) => api.POST('/api/drafts/{id}/articles/{articleKey}/reasons', { params: { path: { id: this.draftId, articleKey: this.articleKey } }, body, headers }))
      this.writing = false
      this.problem = null
      await this.#load()
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  #body(history: History): TemplateResult {
    const texts = history.texts.filter(({ changed }) => changed)
    // who reads an early text wants to know whether the later ones say it still
    const sameIn = (seq: number, next: number): string => history.texts.filter((one) => one.seq > seq && one.seq < next && one.words !== null).map(({ label }) => label).join('、')
    return html`${history.changes.length === 0 && texts.length === 0 ? html`<p class="quiet">${words.none}</p>` : nothing}
      ${history.reasons.length === 0 ? nothing : html`<section class="part"><h2>${words.reasons}</h2><ul class="points">${history.reasons.map((one) => html`<li>${one.text}<span class="quiet">　${one.byName}　${timeInTable(one.at)}</span>${one.meeting === null ? nothing : html`<br>${one.meeting.on}　${one.meeting.title}`}${one.speech === null ? nothing : html`<br>${one.speech.speaker}`}${opinionOf(one.opinion)}</li>`)}</ul></section>`}
      ${texts.length === 0 ? nothing : html`<section class="part"><h2>${words.texts}</h2>${texts.map((one, at) => html`<h3>${one.label}　<span class="quiet">${one.madeOn}　${one.articleLabel ?? ''}</span></h3><div class="law why-text">${changedWords(diffText(at === 0 ? (one.words ?? '') : (texts[at - 1]?.words ?? ''), one.words ?? ''), 'both')}</div>${sameAgain(sameIn(one.seq, texts[at + 1]?.seq ?? Number.POSITIVE_INFINITY))}`)}</section>`}
      ${history.changes.length === 0 ? nothing : html`<section class="part"><h2>${words.changes}</h2><ol class="why-changes">${history.changes.toReversed().map((one) => html`<li><p><b>${one.authorName ?? one.personName}</b>　<time>${timeInTable(one.at)}</time>　<span class="quiet">${one.label}</span></p><div class="law why-text">${changedWords(diffText(one.before ?? '', one.after ?? ''), 'both')}</div></li>`)}</ol></section>`}`
  }

  protected override render(): TemplateResult {
    const { history } = this
    return html`<lf-dialog heading=${words.title(history?.label ?? '')} open wide>
      ${this.problem === null ? nothing : html`<lf-notice-bar kind="bad" text=${this.problem.fields[0]?.message ?? this.problem.told}></lf-notice-bar>`}
      ${history === null ? (this.problem === null ? html`<lf-loading rows="4"></lf-loading>` : nothing) : this.#body(history)}
      ${this.writing && history !== null ? html`<form id="give-reason" @submit=${(event: SubmitEvent) => void this.#give(event)}>
        <lf-field label=${words.of} required><select name="of">${history.changes.toReversed().map((one) => html`<option value=${`change:${one.id}`}>${timeInTable(one.at)}　${one.authorName ?? one.personName}</option>`)}${history.texts.filter(({ changed }) => changed).toReversed().map((one) => html`<option value=${`text:${one.id}`}>${one.label}　${one.madeOn}</option>`)}</select></lf-field>
        <lf-field label=${words.reason} required><textarea name="text" rows="3" maxlength="4000"></textarea></lf-field><lf-field label=${words.from}><input name="from" maxlength="100"></lf-field><lf-field label=${words.wordsOf}><textarea name="words" rows="2" maxlength="4000"></textarea></lf-field></form>` : nothing}
      ${this.mayReason && history !== null && (history.changes.length > 0 || history.texts.some(({ changed }) => changed)) ? (this.writing ? html`<button slot="actions" class="btn main" form="give-reason">${words.send}</button>` : html`<button slot="actions" class="btn" @click=${() => { this.writing = true }}>${words.giveReason}</button>`) : nothing}</lf-dialog>`
  }
}

const sameAgain = (labels: string): TemplateResult | typeof nothing => (labels === '' ? nothing : html`<p class="quiet">${words.sameIn(labels)}</p>`)

function opinionOf(opinion: unknown): TemplateResult | typeof nothing {
  if (typeof opinion !== 'object' || opinion === null || !('from' in opinion) || !('words' in opinion)) return nothing
  return html`<br>${String(opinion.from)}：<q>${String(opinion.words)}</q>`
}

customElements.define('draft-why', DraftWhy)
declare global { interface HTMLElementTagNameMap { 'draft-why': DraftWhy } }
