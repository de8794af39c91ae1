import { html, nothing, type TemplateResult } from 'lit'
import { answer, type ApiProblem, api, asProblem } from '../../api/client.ts'
import { LightElement } from '../../components/light-element.ts'
import '../../components/lf-filter-bar.ts'
import { messages } from '../../messages/zh.ts'
import { replaceQuery, to } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import '../library/library.css'
import type { SearchAnswer } from '../library/library-data.ts'

const words = messages.search
type Hit = SearchAnswer['hits'][number]
type Case = SearchAnswer['cases'][number]
const FILTERS = ['kind', 'status', 'documentKind', 'on'] as const
const statuses = ['inForce', 'notYetInForce', 'noLongerInForce', 'unknown'] as const
const standingOf = { inForce: 'inForce', notYetInForce: 'notYet', noLongerInForce: 'ended', unknown: 'unknown' } as const
const stateKind = { inForce: 'active', notYetInForce: 'waiting', noLongerInForce: 'none', unknown: 'attention' } as const
const oneOf = <T extends string>(allowed: readonly T[], value: string | null): T | undefined => allowed.find((one) => one === value)

const marked = (segments: Hit['snippet']): TemplateResult[] => segments.map(({ text, marked: mark }) => (mark ? html`<mark>${text}</mark>` : html`${text}`))

/** 检索: texts by article, and cases by their number. Search may be down without the rest standing still. */
export class ViewSearch extends LightElement {
  static override properties = { query: { attribute: false }, found: { state: true }, problem: { state: true }, kinds: { state: true }, busy: { state: true } }
  declare query: URLSearchParams
  declare found: SearchAnswer | null
  declare problem: ApiProblem | null
  declare kinds: readonly { key: string; label: string }[]
  declare busy: boolean
  readonly #session = new SessionReader(this)
  #asked = 0

  constructor() {
    super()
    this.query = new URLSearchParams()
    this.found = null
    this.problem = null
    this.kinds = []
    this.busy = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void answer(api.GET('/api/library/kinds')).then(({ data }) => { this.kinds = data.kinds }, (thrown: unknown) => { this.problem = asProblem(thrown) })
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('query')) void this.#ask()
  }

  async #ask(cursor?: string): Promise<void> {
    const q = (this.query.get('q') ?? '').trim()
    if (q === '') return
    const asked = (this.#asked += 1)
    const kind = oneOf(['work', 'provision'] as const, this.query.get('kind'))
    const status = oneOf(statuses, this.query.get('status'))
    const [documentKind, on] = [this.query.get('documentKind'), this.query.get('on')]
    this.busy = true
    try {
      const { data } = await answer(api.GET('/api/search', {
        params: { query: { q, ...(kind === undefined ? {} : { kind }), ...(status === undefined ? {} : { status }), ...(documentKind ? { documentKind } : {}), ...(on ? { on } : {}), ...(cursor === undefined ? {} : { cursor }) } },
      }))
      if (asked !== this.#asked) return
      this.found = cursor === undefined || this.found === null ? data : { ...data, cases: this.found.cases, hits: [...this.found.hits, ...data.hits] }
      this.problem = null
    } catch (thrown) {
      if (asked === this.#asked) this.problem = asProblem(thrown)
    } finally {
      if (asked === this.#asked) this.busy = false
    }
  }

  #change(values: Readonly<Record<string, string>>, q = this.query.get('q') ?? ''): void {
    const query = new URLSearchParams({ ...(q === '' ? {} : { q }), ...values })
    replaceQuery(query)
    this.query = query
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const q = String(new FormData(event.target).get('q') ?? '').trim()
    if (q !== '') this.#change(this.#values, q)
  }

  get #values(): Record<string, string> {
    return Object.fromEntries(FILTERS.flatMap((name) => (this.query.get(name) ? [[name, this.query.get(name) ?? '']] : [])))
  }

  #casePath(found: Case): string {
    if (found.internal) return `/review/${found.id}`
    return this.#session.hasRole('receptionClerk') ? `/receipt/${found.id}` : `/filing/${found.id}`
  }

  /** Hits of one version stand together under its title, in the order in which it was first found. */
  #version(hits: readonly Hit[]): TemplateResult | typeof nothing {
    const [hit] = hits
    if (hit === undefined) return nothing
    const address = (anchor: string | null): string => `/library/${hit.workKey}?version=${encodeURIComponent(hit.dateKey)}${anchor === null ? '' : `#${anchor}`}`
    return html`<li><h2><a href=${to(address(null))}>${marked(hit.titleSegments)}</a></h2>
      <div class="what"><lf-state kind=${stateKind[hit.status]} word=${messages.library.standing[standingOf[hit.status]]}></lf-state><span>${hit.validFrom === null ? messages.library.work.undated : `${hit.validFrom} ${messages.library.work.labels.effectiveFrom}`}</span><span>${hit.documentKindLabel}</span><span>${hit.issuer}</span>${hit.documentNumber === null ? nothing : html`<span>${hit.documentNumber}</span>`}${hit.public ? nothing : html`<span>${messages.library.internal}</span>`}</div>
      ${hits.filter(({ snippet }) => snippet.length > 0).map(({ anchor, number, snippet }) => html`<div class="law"><b>${anchor === null ? number : html`<a href=${to(address(anchor))}>${number}</a>`}</b><p>${marked(snippet)}</p></div>`)}</li>`
  }

  #cases(cases: readonly Case[]): TemplateResult | typeof nothing {
    if (cases.length === 0) return nothing
    return html`<section class="part found-cases"><h2>${words.cases}</h2><ul class="points">${cases.map((found) => html`<li class="fine"><b aria-hidden="true">●</b><span><a class="u" href=${to(this.#casePath(found))}>${found.title}</a><em>${found.maker}　${found.documentNo}</em></span><span>${found.registrationNo ?? ''}</span></li>`)}</ul></section>`
  }

  #results(): TemplateResult {
    const { found, problem } = this
    if (problem?.code === 'search-unavailable') {
      return html`<lf-empty heading=${words.down} text=${words.downHint} .action=${html`<button class="btn main" @click=${() => void this.#ask()}>${words.again}</button><a class="btn" href=${to('/library')}>${words.toLibrary}</a>`}></lf-empty>`
    }
    if (problem !== null) return html`<lf-error .problem=${problem} @retry=${() => void this.#ask()}></lf-error>`
    if ((this.query.get('q') ?? '') === '') return html`<lf-empty heading=${words.start} text=${words.startHint}></lf-empty>`
    if (found === null) return html`<lf-loading text=${words.searching} rows="6"></lf-loading>`
    return html`<p class="search-said" role="status"><span>${words.found(found.total)}</span><span>${words.on(found.on)}</span>${found.degraded === null ? nothing : html`<span class="soon">${found.degraded}</span>`}${found.simplified === null ? nothing : html`<span>${words.simplified(found.simplified)}</span>`}${found.alsoSearched.map((also) => html`<span>${words.also(also.from, also.to.join('、'))}</span>`)}</p>
      ${this.#cases(found.cases)}
      ${found.hits.length === 0 ? (found.cases.length > 0 ? nothing : html`<lf-empty heading=${words.none} text=${words.noneHint}></lf-empty>`) : html`<ol class="hits" aria-busy=${this.busy ? 'true' : 'false'}>${[...Map.groupBy(found.hits, (hit) => `${hit.workKey} ${hit.dateKey}`).values()].map((hits) => this.#version(hits))}</ol>`}
      ${found.next === null ? nothing : html`<div class="more-rows"><button class="btn" @click=${() => void this.#ask(found.next ?? undefined)}>${words.more}</button></div>`}`
  }

  protected override render(): TemplateResult {
    const filters = [
      { name: 'kind', label: words.filters.kind, kind: 'select' as const, options: Object.entries(words.kinds).map(([value, label]) => ({ value, label })) },
      { name: 'status', label: words.filters.status, kind: 'select' as const, options: statuses.map((value) => ({ value, label: messages.library.standing[standingOf[value]] })) },
      { name: 'documentKind', label: words.filters.documentKind, kind: 'select' as const, options: this.kinds.map(({ key, label }) => ({ value: key, label })) },
      { name: 'on', label: words.filters.on, kind: 'date' as const },
    ]
    return html`<h1 class="vh">${words.title}</h1><form class="search-box" role="search" aria-label=${words.title} @submit=${(event: SubmitEvent) => this.#submit(event)}><input type="search" name="q" aria-label=${words.label} placeholder=${words.placeholder} .value=${this.query.get('q') ?? ''} autocomplete="off"><button class="btn main">${words.go}</button></form>
      <lf-filter-bar .filters=${filters} .values=${this.#values} @filters-changed=${(event: CustomEvent<{ values: Record<string, string> }>) => this.#change(event.detail.values)}></lf-filter-bar>
      ${this.#results()}`
  }
}
customElements.define('view-search', ViewSearch)
