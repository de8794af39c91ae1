import { html, nothing, type TemplateResult } from 'lit'
import { answer, type ApiProblem, api, asProblem } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import { followedPassage } from '../../components/followed-passage.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'

type VersionFlag = components['schemas']['VersionFlag']
const words = messages.review.followed
const SHOWN = 6

/** Open flags that touch a version, each with its place in it; nothing for whoever does not review. */
export class VersionFlags extends LightElement {
  static override properties = { workKey: {}, dateKey: {}, flags: { state: true }, all: { state: true }, problem: { state: true } }
  declare workKey: string
  declare dateKey: string
  declare flags: readonly VersionFlag[]
  declare all: boolean
  declare problem: ApiProblem | null
  constructor() {
    super()
    this.workKey = ''
    this.dateKey = ''
    this.flags = []
    this.all = false
    this.problem = null
  }
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if ((changed.has('workKey') || changed.has('dateKey')) && this.workKey !== '' && this.dateKey !== '') void this.#load()
  }
  async #load(): Promise<void> {
    const { workKey: key, dateKey } = this
    this.flags = []
    this.all = false
    this.problem = null
    try {
      const { data } = await answer(api.GET('/api/library/works/{key}/versions/{dateKey}/flags', { params: { path: { key, dateKey } } }))
      if (key === this.workKey && dateKey === this.dateKey) this.flags = data.flags
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }
  #row(flag: VersionFlag): TemplateResult {
    const of = flag.side === 'superior' ? words.superiorOf(flag.filingTitle, flag.number) : words.documentOf(flag.number)
    return html`<li><p><a class="u" href=${to(`/review/${flag.filingId}`)}>${flag.registrationNo ?? flag.filingTitle}</a>　${of}　${flag.state.label}</p>
      <p class="small">${flag.label}：<q>${flag.exact.length > 60 ? `${flag.exact.slice(0, 60)}……` : flag.exact}</q></p>
      ${flag.followed === null ? html`<p class="quiet small">${words.here}</p>` : followedPassage(flag.followed, { link: false })}</li>`
  }
  protected override render(): TemplateResult | typeof nothing {
    if (this.problem !== null) return html`<p class="quiet small" role="alert">${words.ofVersion}：${this.problem.message}</p>`
    if (this.flags.length === 0) return nothing
    const shown = this.all ? this.flags : this.flags.slice(0, SHOWN)
    return html`<section class="part"><h2>${words.ofVersion}<span>${this.flags.length}</span></h2><ul class="sources">${shown.map((flag) => this.#row(flag))}</ul>
      ${shown.length === this.flags.length ? nothing : html`<button type="button" class="words" @click=${() => { this.all = true }}>${words.more(this.flags.length - shown.length)}</button>`}</section>`
  }
}
customElements.define('version-flags', VersionFlags)
