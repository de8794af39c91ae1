import { html, type PropertyValues, type TemplateResult } from 'lit'
import type { Comparison, ThreeComparison } from '../../../law/compare/index.ts'
import { answer, api, type ApiProblem, asProblem } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import '../../components/comparison/law-compare.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import '../library/compare.css'
import { isComparison, isThree } from '../library/comparison-data.ts'
import './legislation.css'

type Compared = components['schemas']['ComparedResearch']
const words = messages.project.research

/** Texts of other places and superior law beside the project's own draft, article by article. The address holds all of it: `from`, `middle`, `to`. */
export class ViewResearchCompare extends LightElement {
  static override properties = { params: { attribute: false }, query: { attribute: false }, compared: { state: true }, problem: { state: true } }
  declare params: Readonly<Record<string, string>>
  declare query: URLSearchParams
  declare compared: Compared | null
  declare problem: ApiProblem | null

  constructor() {
    super()
    this.params = {}
    this.query = new URLSearchParams()
    this.compared = null
    this.problem = null
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('query')) void this.#load()
  }

  async #load(): Promise<void> {
    const [from, middle, last] = ['from', 'middle', 'to'].map((name) => this.query.get(name))
    if (from == null || last == null) return
    this.problem = null
    try {
      this.compared = (await answer(api.GET('/api/projects/{id}/comparison', { params: { path: { id: this.params['id'] ?? '' }, query: { from, to: last, ...(middle == null ? {} : { middle }) } } }))).data
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  #head(compared: Compared | null): TemplateResult {
    const sides = compared?.sides ?? []
    const title = sides.length < 2 ? words.title : words.compareTitle(sides.slice(0, -1).map((s) => s.title).join('、'), sides.at(-1)?.label ?? '')
    return html`<div class="page page-head"><div><nav class="crumb"><a href=${to(`/projects/${this.params['id'] ?? ''}/research`)}>${words.title}</a></nav><h1 class="page-title">${title}</h1><p class="say">${words.compareSay}</p></div></div>`
  }

  protected override render(): TemplateResult {
    const { compared } = this
    if (this.problem !== null) return html`<div class="page"><lf-error .problem=${this.problem} @retry=${() => void this.#load()}></lf-error></div>`
    if (!this.query.has('from') || !this.query.has('to')) return html`${this.#head(null)}<div class="page"><lf-empty heading=${words.nothingPicked}></lf-empty></div>`
    if (compared === null) return html`<lf-loading rows="8"></lf-loading>`
    const two: Comparison | null = isComparison(compared.two) ? compared.two : null
    const three: ThreeComparison | null = isThree(compared.three) ? compared.three : null
    return html`${this.#head(compared)}<div class="page"><h2 class="vh">${words.compare}</h2><law-compare pageKeys .comparison=${two} .three=${three} .labels=${compared.sides.map((s) => s.label)} mode=${three === null ? 'two' : 'three'}></law-compare></div>`
  }
}
customElements.define('view-research-compare', ViewResearchCompare)
declare global { interface HTMLElementTagNameMap { 'view-research-compare': ViewResearchCompare } }
