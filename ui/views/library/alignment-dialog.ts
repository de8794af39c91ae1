import { html, nothing, type TemplateResult } from 'lit'
import { api, asProblem, Submission } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import { numbersOf } from '../../components/comparison/row-words.ts'
import type { Place, ShownRow } from '../../components/comparison/shown-rows.ts'
import { LightElement } from '../../components/light-element.ts'
import { timeInTable } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { type Compared, type Correction, isComparison } from './comparison-data.ts'

const words = messages.library.align
type SideName = 'old' | 'new'
type Article = Place & { text: string }
const PREVIEW = 30

/**
 * A person says which articles became which: one another, a split, a merge, new, or gone; and takes back what was said.
 * `.wanted`: the row that is wrong, `'history'` for what was said before, null while closed. Events: `alignment-said`
 * {said, of}, `dialog-closed`.
 */
export class AlignmentDialog extends LightElement {
  static override properties = { wanted: { attribute: false }, compared: { attribute: false }, rows: { attribute: false }, old: { state: true }, now: { state: true }, errors: { state: true }, busy: { state: true } }
  declare wanted: ShownRow | 'history' | null
  declare compared: Compared | null
  declare rows: readonly ShownRow[]
  declare old: readonly string[]
  declare now: readonly string[]
  declare errors: readonly FieldError[]
  declare busy: boolean
  readonly #submission = new Submission()

  constructor() {
    super()
    this.wanted = null
    this.compared = null
    this.rows = []
    this.old = []
    this.now = []
    this.errors = []
    this.busy = false
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('wanted') || this.wanted === null) return
    this.errors = []
    if (this.wanted === 'history') return
    this.old = (this.wanted.places[0] ?? []).map(({ id }) => id)
    this.now = (this.wanted.places[1] ?? []).map(({ id }) => id)
  }

  /** The articles of one side, in the order of its text. */
  #articles(side: SideName): Article[] {
    const comparison = this.compared?.comparison
    if (!isComparison(comparison)) return []
    // ids carry the numbers of the text: art_17, art_17-1, art_18
    return comparison.rows.flatMap((row) => row[side]).toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }))
  }

  #set(side: SideName, ids: readonly string[]): void {
    if (side === 'old') this.old = ids
    else this.now = ids
    this.errors = []
  }

  async #send(send: () => Promise<unknown>, said: string, of: { old: readonly string[]; new: readonly string[] }): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      await send()
      this.dispatchEvent(new CustomEvent('alignment-said', { detail: { said, of }, bubbles: true }))
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = problem.fields.length > 0 ? problem.fields.map(({ message }) => ({ path: '', message })) : [{ path: '', message: problem.told }]
    } finally {
      this.busy = false
    }
  }

  #save(event: SubmitEvent): void {
    event.preventDefault()
    const { compared } = this
    if (compared === null || !(event.target instanceof HTMLFormElement)) return
    if (this.old.length + this.now.length === 0) {
      this.errors = [{ path: '', message: words.nothing }]
      return
    }
    const note = String(new FormData(event.target).get('note') ?? '').trim()
    const body = { from: compared.from.address, to: compared.to.address, old: [...this.old], new: [...this.now], note: note === '' ? null : note }
    void this.#send(() => this.#submission.send(body, (headers) => api.POST('/api/library/comparison/corrections', { body, headers })), words.saved, body)
  }

  #undo(correction: Correction): void {
    void this.#send(() => this.#submission.send({ undo: correction.id }, (headers) => api.POST('/api/library/comparison/corrections/{id}/undo', { params: { path: { id: correction.id } }, headers })), words.undone, correction)
  }

  #side(side: SideName, label: string): TemplateResult {
    const articles = this.#articles(side)
    const chosen = side === 'old' ? this.old : this.now
    const name = (article: Article): string => `${article.number === '' ? messages.elements.compare.unnumbered : article.number}　${article.text.slice(0, PREVIEW)}${article.text.length > PREVIEW ? '…' : ''}`
    return html`<fieldset class="align-side"><legend>${label}</legend>
      ${chosen.length === 0 ? html`<p class="quiet">${side === 'old' ? words.noneBefore : words.noneAfter}</p>` : html`<ul>${articles.filter(({ id }) => chosen.includes(id)).map((article) => html`<li><span class="law"><b>${article.number}</b>　${article.text}</span><button type="button" class="words" aria-label="${words.takeOut} ${article.number}" @click=${() => this.#set(side, chosen.filter((id) => id !== article.id))}>${words.takeOut}</button></li>`)}</ul>`}
      <select class="control" aria-label="${label}：${words.add}" @change=${(event: Event) => { if (event.target instanceof HTMLSelectElement && event.target.value !== '') { this.#set(side, [...chosen, event.target.value]); event.target.value = '' } }}><option value="">${words.add}</option>${articles.filter(({ id }) => !chosen.includes(id)).map((article) => html`<option value=${article.id}>${name(article)}</option>`)}</select></fieldset>`
  }

  /** What will be said, in a sentence. */
  #sentence(): string {
    const labels = (side: SideName, ids: readonly string[]): string => this.#articles(side).filter(({ id }) => ids.includes(id)).map(({ number }) => number).join('、')
    const [from, to] = [labels('old', this.old), labels('new', this.now)]
    if (this.old.length === 0 && this.now.length === 0) return ''
    if (this.old.length === 0) return words.isNew(to)
    if (this.now.length === 0) return words.isGone(from)
    if (this.old.length > 1 && this.now.length > 1) return words.isRegrouped(from, to)
    return this.now.length > 1 ? words.isSplit(from, to) : this.old.length > 1 ? words.isMerged(from, to) : words.is(from, to)
  }

  #form(row: ShownRow): TemplateResult {
    return html`<form id="align-form" @submit=${(event: SubmitEvent) => this.#save(event)} novalidate><p class="quiet">${words.hint}</p>
      <div class="align-sides">${this.#side('old', words.from)}${this.#side('new', words.to)}</div>
      ${row.places.every((places) => places.length > 0) ? html`<p class="align-short"><button type="button" class="words" @click=${() => this.#set('old', [])}>${words.saysNew}</button>　<button type="button" class="words" @click=${() => this.#set('new', [])}>${words.saysGone}</button></p>` : nothing}
      <p class="align-result" role="status">${this.#sentence()}</p>
      <lf-field label=${words.note} hint=${words.noteHint}><input name="note" maxlength="300"></lf-field></form>
      ${this.#history(this.compared?.corrections.filter((one) => this.#speaksOf(one, row)) ?? [], words.historyTitle)}`
  }

  #speaksOf(correction: Correction, row: ShownRow): boolean {
    return correction.old.some((id) => row.places[0]?.some((place) => place.id === id)) || correction.new.some((id) => row.places[1]?.some((place) => place.id === id))
  }

  #history(corrections: readonly Correction[], title: string): TemplateResult | typeof nothing {
    if (corrections.length === 0) return nothing
    const labels = (side: SideName, ids: readonly string[]): string => this.#articles(side).filter(({ id }) => ids.includes(id)).map(({ number }) => number).join('、')
    return html`<section class="part">${title === '' ? nothing : html`<h2>${title}</h2>`}<ul class="align-history">${corrections.toReversed().map((one) => html`<li><span><b>${one.old.length === 0 ? words.isNew(labels('new', one.new)) : one.new.length === 0 ? words.isGone(labels('old', one.old)) : words.is(labels('old', one.old), labels('new', one.new))}</b>${one.note === null ? nothing : html`<span>${one.note}</span>`}
      <small>${one.byName}　${timeInTable(one.at)}${one.undone === null ? '' : `　${words.undoneBy(one.undone.byName, timeInTable(one.undone.at))}`}</small></span>
      ${one.undone === null && this.compared?.mayCorrect === true ? html`<button type="button" class="words grave" ?disabled=${this.busy} @click=${() => this.#undo(one)}>${words.undo}</button>` : nothing}</li>`)}</ul></section>`
  }

  protected override render(): TemplateResult {
    const { wanted } = this
    const row = wanted === 'history' ? null : wanted
    return html`<lf-dialog wide heading=${row === null ? words.historyTitle : words.titleOf(numbersOf(row))} ?open=${wanted !== null} .errors=${this.errors} @dialog-closed=${() => this.dispatchEvent(new CustomEvent('dialog-closed', { bubbles: true }))}>
      ${wanted === null ? nothing : row === null ? this.#history(this.compared?.corrections ?? [], '') : this.#form(row)}
      ${row === null ? nothing : html`<button slot="actions" class="btn main" form="align-form" ?disabled=${this.busy}>${words.save}</button>`}</lf-dialog>`
  }
}
customElements.define('alignment-dialog', AlignmentDialog)
