import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, asProblem } from '../../api/client.ts'
import type { ApiProblem } from '../../api/problem.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { type CheckedBasis, readBasis } from '../filing/basis-hints.ts'
import type { Related, RelatedProvision } from './workbench-data.ts'

const words = messages.review.superior
const SHOWN_FIRST = 5
const FIRST_ARTICLE = 'art_1'

/**
 * The superior provisions that the current article should be held against, in the versions of the date that is judged.
 * Event: `superior-chosen` {provision | null} whenever another one is shown; `superior-quoted` {provision} to quote it.
 */
export class ReviewSuperior extends LightElement {
  static override properties = { caseId: {}, article: {}, articleLabel: {}, on: {}, chosen: { state: true }, related: { state: true }, other: { state: true }, failed: { state: true }, loading: { state: true }, basis: { state: true }, all: { state: true } }
  declare caseId: string
  declare article: string
  declare articleLabel: string
  declare on: string
  declare chosen: number
  declare related: Related | null
  /** the chosen provision in another version */
  declare other: RelatedProvision | null
  declare failed: ApiProblem | null
  declare loading: boolean
  declare basis: CheckedBasis | null
  declare all: boolean
  readonly #kept = new Map<string, Related>()
  #asked = ''

  constructor() {
    super()
    this.caseId = ''
    this.article = ''
    this.articleLabel = ''
    this.on = ''
    this.chosen = 0
    this.related = null
    this.other = null
    this.failed = null
    this.loading = false
    this.basis = null
    this.all = false
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (this.article !== '' && this.on !== '' && (changed.has('article') || changed.has('on') || changed.has('caseId'))) void this.#read()
    if (changed.has('caseId') && this.caseId !== '') void this.#readBasis()
  }

  async #readBasis(): Promise<void> {
    const asked = this.caseId
    const basis = await readBasis(asked)
    if (asked === this.caseId) this.basis = basis
  }

  async #read(): Promise<void> {
    const key = `${this.caseId} ${this.article} ${this.on}`
    this.#asked = key
    const kept = this.#kept.get(key)
    if (kept !== undefined) return this.#show(kept)
    this.loading = true
    this.failed = null
    try {
      const { data } = await answer(api.GET('/api/review/{id}/provisions/{eId}/related', { params: { path: { id: this.caseId, eId: this.article }, query: { on: this.on } } }))
      this.#kept.set(key, data)
      if (this.#asked === key) this.#show(data)
    } catch (thrown) {
      if (this.#asked === key) this.failed = asProblem(thrown)
    } finally {
      if (this.#asked === key) this.loading = false
    }
  }
  #show(related: Related): void {
    this.related = related
    this.loading = false
    this.failed = null
    this.all = false
    this.#choose(0)
  }
  #choose(at: number): void {
    this.chosen = at
    this.other = null
    this.dispatchEvent(new CustomEvent('superior-chosen', { detail: { provision: this.related?.related[at] ?? null }, bubbles: true }))
  }

  async #inVersion(provision: RelatedProvision, asIn: string): Promise<void> {
    if (asIn === provision.versionId || provision.eId === null) return void (this.other = null)
    try {
      this.other = (await answer(api.GET('/api/review/{id}/provisions/{eId}/superior', { params: { path: { id: this.caseId, eId: this.article }, query: { versionId: provision.versionId, superiorEId: provision.eId, asIn, on: this.on } } }))).data
    } catch (thrown) {
      this.failed = asProblem(thrown)
    }
  }

  #switcher(related: readonly RelatedProvision[]): TemplateResult {
    const rest = related.length - SHOWN_FIRST
    const shown = this.all || rest <= 0 || this.chosen >= SHOWN_FIRST ? related : related.slice(0, SHOWN_FIRST)
    return html`<div class="candidates" role="group" aria-label=${words.switcher}>${shown.map((one, at) => html`<button type="button" class="plain" aria-pressed=${at === this.chosen ? 'true' : 'false'} title="${one.title}${one.label}　${words[one.why]}" @click=${() => this.#choose(at)}>${shortTitle(one.title)} ${one.label}</button>`)}
      ${rest > 0 ? html`<button type="button" class="plain more" @click=${() => { this.all = !this.all }}>${this.all ? words.fewer : words.others(rest)}</button>` : nothing}</div>`
  }

  #provision(provision: RelatedProvision, base: RelatedProvision): TemplateResult {
    const { standing } = provision
    const year = (from: string | null): string => from?.slice(0, 4) ?? words.unknownDate
    const others = base.versions.filter(({ versionId }) => versionId !== provision.versionId)
    return html`<div class="source"><b>《${provision.title}》${provision.label}</b>
        <span class="versions">${others.map((version) => html`<button type="button" class="plain" @click=${() => void this.#inVersion(base, version.versionId)}>${version.versionId === base.versionId ? words.backTo : words.compareWith(year(version.effectiveFrom))}</button>`)}</span>
        <span class="version">${provision.effectiveFrom === null ? words.unknownDate : words.from(provision.effectiveFrom)}<b class=${standing}>${standing === 'inForce' ? '✓' : '!'} ${words.standing[standing]}</b>${provision.limits.length === 0 ? nothing : html`<span>${words.limitsWhat(provision.limits)}</span>`}${provision.sourceNote === null ? nothing : html`<span class="quiet">${provision.sourceNote}</span>`}</span></div>
      ${provision.eId === null ? html`<p class="absent">${words.absent}</p>` : html`<div class="law superior-text">${provision.lines.map((line) => html`<p>${underlined(line, provision.sharedPhrases)}</p>`)}</div>`}
      ${provision.sanctions.length === 0 ? nothing : html`<table class="sanctions"><thead><tr><th scope="col">${words.act}</th><th scope="col">${words.above}</th><th scope="col">${words.own}</th></tr></thead><tbody>${provision.sanctions.map((row) => html`<tr class=${row.differs ? 'differs' : ''}><td>${row.conduct}</td><td>${row.superior ?? words.notSaid}</td><td>${row.own ?? words.notSaid}</td></tr>`)}</tbody></table>`}
      ${provision.eId === null || provision !== base ? nothing : html`<p class="quote-it"><button type="button" class="words" @click=${() => this.dispatchEvent(new CustomEvent('superior-quoted', { detail: { provision }, bubbles: true }))}>${words.quote}</button></p>`}`
  }

  /** What was noticed about the laws that this article names; what the package names stands with the first article, where a text names its basis. */
  #basisHints(): TemplateResult[] {
    const here = (this.basis?.hints ?? []).filter(({ articleIds }) => (articleIds.length === 0 ? this.article === FIRST_ARTICLE : articleIds.includes(this.article)))
    return here.map((hint) => html`<p class="side-hint soon"><b aria-hidden="true">!</b> ${hint.sentence}${hint.articleIds.length === 0 ? messages.filing.basis.places(hint.places.join('、')) : nothing}</p>`)
  }

  protected override render(): TemplateResult {
    const { related } = this
    if (this.article === '') return html`<p class="side-hint">${words.pick}</p>`
    if (this.failed !== null) return html`<lf-error .problem=${this.failed} @retry=${() => void this.#read()}></lf-error>`
    if (this.loading || related === null) return html`<p class="side-hint" role="status">${words.reading(this.articleLabel)}</p>`
    const base = related.related[this.chosen]
    return html`${related.related.length === 0 ? nothing : this.#switcher(related.related)}
      ${related.degraded === null ? nothing : html`<p class="side-hint soon">${related.degraded}</p>`}
      ${this.#basisHints()}
      ${related.notInLibrary.length === 0 ? nothing : html`<p class="side-hint soon">${words.missing(related.notInLibrary.map((title) => `《${title}》`).join('、'))}</p>`}
      ${base === undefined ? html`<p class="side-hint">${words.none}</p>` : this.#provision(this.other ?? base, base)}`
  }
}

const shortTitle = (title: string): string => title.replace(/^中华人民共和国/u, '')

/** A line with the words underlined that stand in the article as well. */
function underlined(line: string, phrases: readonly string[]): (string | TemplateResult)[] {
  const spans: { start: number; end: number }[] = []
  for (const phrase of phrases) {
    for (let at = line.indexOf(phrase); at >= 0; at = line.indexOf(phrase, at + phrase.length)) {
      const end = at + phrase.length
      if (spans.every((span) => end <= span.start || at >= span.end)) spans.push({ start: at, end })
    }
  }
  let next = 0
  const pieces = spans.toSorted((a, b) => a.start - b.start).flatMap(({ start, end }) => {
    const before = line.slice(next, start)
    next = end
    return [before, html`<mark class="cited">${line.slice(start, end)}</mark>`]
  })
  return [...pieces, line.slice(next)]
}

customElements.define('review-superior', ReviewSuperior)
declare global { interface HTMLElementTagNameMap { 'review-superior': ReviewSuperior } }
