import { html, nothing, type TemplateResult } from 'lit'
import { answer, type ApiProblem, api, asProblem } from '../../api/client.ts'
import type { components, paths } from '../../api/schema.d.ts'
import { LightElement } from '../../components/light-element.ts'
import { count } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { replaceQuery } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import { bars } from './bars.ts'
import './statistics.css'

const words = messages.statistics
type Figures = components['schemas']['FilingStatistics']
type Below = paths['/api/statistics/below']['get']['responses'][200]['content']['application/json']['committees']
const PROVINCE = 'provinceOfficer'

/** 统计: the figures of a year with what each is made of; below them, for those above, the numbers of the committees below. */
export class ViewStatistics extends LightElement {
  static override properties = { query: { attribute: false }, figures: { state: true }, below: { state: true }, problem: { state: true } }
  declare query: URLSearchParams
  declare figures: Figures | null
  declare below: Below | null
  declare problem: ApiProblem | null
  readonly #session = new SessionReader(this)

  constructor() {
    super()
    this.query = new URLSearchParams()
    this.figures = null
    this.below = null
    this.problem = null
  }

  get #today(): string {
    return this.#session.value?.today ?? ''
  }

  get #year(): number {
    const asked = Number(this.query.get('year'))
    return Number.isInteger(asked) && asked >= 1990 && asked <= 2100 ? asked : Number(this.#today.slice(0, 4))
  }

  /** A province's officer receives nothing here: only the numbers of those below. */
  get #onlyBelow(): boolean {
    return this.#session.value?.memberships.every(({ role }) => role === PROVINCE || role === 'administrator') ?? false
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('query')) void this.#load()
  }

  async #load(): Promise<void> {
    const year = this.#year
    const query = { params: { query: { year } } }
    try {
      const [figures, below] = await Promise.all([this.#onlyBelow ? null : answer(api.GET('/api/statistics', query)), answer(api.GET('/api/statistics/below', query))])
      if (year !== this.#year) return
      this.figures = figures?.data ?? null
      this.below = below.data.committees
      this.problem = null
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  #chooseYear(year: number): void {
    this.query = new URLSearchParams({ year: String(year) })
    replaceQuery(this.query)
  }

  #years(): TemplateResult {
    const now = Number(this.#today.slice(0, 4))
    const years = this.figures?.years ?? [now, now - 1, now - 2]
    return html`<label class="option">${words.year}<select class="control" @change=${(event: Event) => { if (event.target instanceof HTMLSelectElement) this.#chooseYear(Number(event.target.value)) }}>${[...new Set([this.#year, ...years])].toSorted((a, b) => b - a).map((year) => html`<option value=${year} ?selected=${year === this.#year}>${year}</option>`)}</select></label>`
  }

  #figure(label: string, value: string, unit: string, say: string): TemplateResult {
    return html`<div><dt>${label}</dt><dd><b>${value}</b><small>${unit}</small><span class="say">${say}</span></dd></div>`
  }

  #summary(f: Figures): TemplateResult {
    const { figures, explain, piece } = words
    const share = (part: number, whole: number): string => (whole === 0 ? '—' : String(Math.round((part * 1000) / whole) / 10))
    const parts = f.byKind.toSorted((a, b) => a.count - b.count).map(({ label, count: n }) => words.part(label, n)).join(' + ')
    return html`<dl class="figures">
        ${this.#figure(figures.received, count(f.received), piece, f.previousReceived === 0 ? explain.firstYear : explain.more(f.received - f.previousReceived))}
        ${this.#figure(figures.registered, count(f.registered), piece, explain.registered(f.returned, Math.max(0, f.received - f.registered - f.returned)))}
        ${this.#figure(figures.onTime, share(f.onTime, f.received), '%', explain.onTime(f.onTime, f.received))}
        ${this.#figure(figures.atOnce, share(f.acceptedAtOnce, f.registered), '%', explain.atOnce(f.acceptedAtOnce, f.registered))}
        ${this.#figure(figures.problems, count(f.withProblems), piece, explain.problems(f.withProblems, f.registered))}
        ${this.#figure(figures.closed, count(f.closed), piece, explain.closed(f.open))}
        ${this.#figure(figures.suggestions, count(f.suggestions.received), piece, explain.suggestions(f.suggestions.closed, f.suggestions.received - f.suggestions.closed))}
      </dl>${f.byKind.length < 2 ? nothing : html`<p class="formula">${words.formula(f.received, parts)}</p>`}`
  }

  #charts(f: Figures): TemplateResult {
    const { sections, say, columns } = words
    return html`<div class="figure-columns"><div>
        ${bars({ id: 'by-kind', heading: sections.byKind, say: say.byKind, shares: f.byKind, count: columns.count })}
        ${bars({ id: 'by-maker', heading: sections.byMaker, say: say.byMaker, shares: f.byMaker, count: columns.count })}</div><div>
        ${bars({ id: 'by-outcome', heading: sections.byOutcome, say: say.byOutcome, shares: f.byOutcome, count: columns.count })}
        ${bars({ id: 'flags', heading: sections.flags, say: say.flags, shares: f.flagsByStandard, count: columns.flags })}
        ${bars({ id: 'by-mode', heading: sections.byMode, say: say.byMode, shares: f.byMode, count: columns.count })}</div></div>`
  }

  #lower(below: Below): TemplateResult | typeof nothing {
    if (below.length === 0) return nothing
    const c = words.belowColumns
    return html`<section class="part figures-part"><h2>${words.sections.below}<span>${words.say.below}</span></h2><table class="facts"><thead><tr><th scope="col">${c.name}</th><th scope="col" class="number">${c.received}</th><th scope="col" class="number">${c.registered}</th><th scope="col" class="number">${c.late}</th><th scope="col" class="number">${c.closed}</th></tr></thead>
      <tbody>${below.map((one) => html`<tr><th scope="row">${one.name}</th><td class="number">${one.received}</td><td class="number">${one.registered}</td><td class="number">${one.late}</td><td class="number">${one.closed}</td></tr>`)}</tbody></table></section>`
  }

  protected override render(): TemplateResult {
    const { figures, problem } = this
    const year = this.#year
    return html`<div class="page"><div class="page-head"><h1 class="page-title">${words.heading(year)}</h1><p class="say">${[...(String(year) === this.#today.slice(0, 4) ? [words.to(this.#today)] : []), ...(this.#onlyBelow ? [] : [words.ownScope])].join('，')}</p><span class="spring"></span>${this.#years()}</div>
      ${problem !== null ? html`<lf-error .problem=${problem} @retry=${() => void this.#load()}></lf-error>` : this.below === null ? html`<lf-loading text=${words.loading}></lf-loading>` : html`
        ${figures === null ? nothing : figures.received === 0 ? html`<lf-empty heading=${words.none(year)} text=${words.noneHint}></lf-empty>` : html`${this.#summary(figures)}${this.#charts(figures)}`}
        ${this.#lower(this.below)}
        ${figures === null ? nothing : html`<section class="part"><h2>${words.sections.formulas}</h2><dl class="formulas">${words.formulas.map(([term, meaning]) => html`<dt>${term}</dt><dd>${meaning}</dd>`)}</dl></section>`}`}</div>`
  }
}
customElements.define('view-statistics', ViewStatistics)
