import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { LegalText } from '../../../law/text/index.ts'
import { answer, type ApiProblem, api, asProblem } from '../../api/client.ts'
import '../../components/law-text.ts'
import type { LawText } from '../../components/law-text.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { replaceQuery, to } from '../../navigation.ts'
import './amend-drafts.ts'
import './effect-dialog.ts'
import './library.css'
import { addressOf, isLegalText, standingKind, type VersionRow, type Work } from './library-data.ts'
import './same-work-dialog.ts'
import './version-flags.ts'
import { versionFacts, versionSources } from './version-facts.ts'
import { versionLine } from './version-line.ts'

const words = messages.library.work

/** One work: its versions on a line, the text of the chosen one, any two beside each other, and where each text came from. */
export class ViewWork extends LightElement {
  static override properties = {
    params: { attribute: false }, query: { attribute: false }, work: { state: true }, text: { state: true }, problem: { state: true }, dialog: { state: true }, notice: { state: true },
  }
  declare params: Readonly<Record<string, string>>
  declare query: URLSearchParams
  declare work: Work | null
  declare text: LegalText | null
  declare problem: ApiProblem | null
  declare dialog: 'effect' | 'same' | null
  declare notice: string
  /** address of the version whose text is shown */
  #shown = ''

  constructor() {
    super()
    this.params = {}
    this.query = new URLSearchParams()
    this.work = null
    this.text = null
    this.problem = null
    this.dialog = null
    this.notice = ''
  }

  get #key(): string {
    return this.params['key'] ?? ''
  }

  /** The chosen version: that of the address, else the one in force, else the newest. */
  get #chosen(): VersionRow | null {
    const versions = this.work?.versions ?? []
    const asked = this.query.get('version')
    return versions.find((v) => addressOf(v, this.#key) === asked) ?? versions.findLast((v) => v.standing === 'inForce') ?? versions.findLast((v) => v.effectiveFrom !== null) ?? versions.at(-1) ?? null
  }

  protected override updated(changed: PropertyValues): void {
    const params: unknown = changed.get('params')
    if (changed.has('params') && params !== this.params && this.work?.key !== this.#key) void this.#load()
    else if (changed.has('query')) void this.#loadText()
  }

  async #load(): Promise<void> {
    try {
      this.problem = null
      const { data } = await answer(api.GET('/api/library/works/{key}', { params: { path: { key: this.#key } } }))
      this.work = data
      this.#shown = ''
      await this.#loadText()
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  async #loadText(): Promise<void> {
    const version = this.#chosen
    if (version === null) return
    const address = addressOf(version, this.#key)
    if (address !== this.#shown) {
      this.#shown = address
      this.text = null
      try {
        const { data } = await answer(api.GET('/api/library/works/{key}/versions/{dateKey}', { params: { path: { key: version.workKey, dateKey: version.dateKey } } }))
        if (this.#shown === address && isLegalText(data.text)) this.text = data.text
      } catch (thrown) {
        this.problem = asProblem(thrown)
      }
    }
    const article = location.hash.slice(1)
    if (article === '' || this.text === null) return
    await this.updateComplete
    const shown = this.querySelector<LawText>('law-text')
    await shown?.updateComplete
    shown?.show(article)
  }

  #set(values: Readonly<Record<string, string | null>>): void {
    const query = new URLSearchParams(this.query)
    for (const [name, value] of Object.entries(values)) {
      if (value === null) query.delete(name)
      else query.set(name, value)
    }
    replaceQuery(query)
    this.query = query
  }

  /** Where the chosen text is laid beside another: the one before it, else the one after it, else whatever is chosen there. */
  #compareLinks(work: Work, version: VersionRow): TemplateResult {
    // a text whose date of effect is not known stands where it was adopted
    const order = (one: VersionRow): string => one.effectiveFrom ?? one.promulgated ?? one.adopted ?? ''
    const line = work.versions.toSorted((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0))
    const at = line.indexOf(version)
    const other = line[at - 1] ?? line[at + 1]
    const address = (one: VersionRow): string => `${one.workKey}:${one.dateKey}`
    const link = (pair: readonly [VersionRow, VersionRow]): string => to(`/library/compare?from=${encodeURIComponent(address(pair[0]))}&to=${encodeURIComponent(address(pair[1]))}`)
    return html`<p class="compare-links">${other === undefined ? nothing : html`<a class="btn" href=${link(at > 0 ? [other, version] : [version, other])}>${words.compareWith(other.effectiveFrom ?? other.adopted ?? messages.library.unknown)}</a>`}<a class="u" href=${link([version, version])}>${words.compareAny}</a></p>`
  }

  readonly #recorded = (said: string): void => {
    this.dialog = null
    this.notice = said
    void this.#load()
  }

  /** The text that a decision amends unless another is chosen: that in force. */
  #base(work: Work): string {
    const own = work.versions.filter(({ workKey }) => workKey === this.#key)
    return (own.findLast(({ standing }) => standing === 'inForce') ?? own.at(-1))?.dateKey ?? ''
  }

  #aside(work: Work, version: VersionRow): TemplateResult {
    return html`<aside>
      <section class="part"><h2>${words.facts}</h2>${versionFacts(version, work.mayCorrect ? () => { this.dialog = 'effect' } : null)}</section>
      <section class="part"><h2>${words.sources}<span>${words.sourceCount(version.sources.length)}</span></h2>${versionSources(version.sources, this.text?.remarks ?? [], to(`/library/${version.workKey}/amendment/${encodeURIComponent(version.dateKey)}`))}</section>
      ${work.mayCorrect ? html`<amend-drafts workKey=${this.#key} .versions=${work.versions} base=${this.#base(work)}></amend-drafts>` : nothing}
      <version-flags workKey=${version.workKey} dateKey=${version.dateKey}></version-flags>
      ${work.sameAs.length === 0 && !work.mayCorrect ? nothing : html`<section class="part"><h2>${words.names}</h2>
        ${work.sameAs.map(({ key, title }) => html`<p>${words.otherNames}　<a href="/app/library/${key}">${title}</a></p>`)}
        ${work.mayCorrect ? html`<p><button type="button" class="words" @click=${() => { this.dialog = 'same' }}>${words.sameAs}</button></p>` : nothing}</section>`}
    </aside>`
  }

  #body(work: Work, version: VersionRow): TemplateResult {
    const address = version.public ? (id: string) => `/law/${version.workKey}/${version.dateKey}/${id}` : null
    return html`${this.#compareLinks(work, version)}${this.text === null ? html`<lf-loading text=${words.loading}></lf-loading>` : html`<law-text .text=${this.text} heading .addressOf=${address}></law-text>`}`
  }

  protected override render(): TemplateResult {
    const { work, problem } = this
    if (problem !== null) return html`<lf-error .problem=${problem} @retry=${() => void this.#load()}></lf-error>`
    const version = this.#chosen
    if (work === null || version === null) return html`<lf-loading text=${words.loading}></lf-loading>`
    const { standing } = messages.library
    const since = version.effectiveFrom === null ? words.undated : `${version.effectiveFrom} ${words.labels.effectiveFrom}`
    return html`<lf-case-bar heading=${work.title} .crumbs=${[{ label: messages.library.title, path: '/library' }, { label: work.kindLabel }]} .facts=${[work.issuer, since, ...(version.documentNo === null ? [] : [version.documentNo])]}
        .state=${{ kind: standingKind[version.standing], word: standing[version.standing] }} .beside=${version.public ? nothing : html`<span class="quiet">${messages.library.internal}</span>`}></lf-case-bar>
      ${this.notice === '' ? nothing : html`<lf-notice-bar kind="good" text=${this.notice} closable @notice-closed=${() => { this.notice = '' }}></lf-notice-bar>`}
      ${versionLine({ versions: work.versions, workKey: this.#key, chosen: addressOf(version, this.#key), choose: (address) => this.#set({ version: address }) })}
      <div class="with-aside"><div class="body">
        ${this.#body(work, version)}</div>${this.#aside(work, version)}</div>
      <effect-dialog ?open=${this.dialog === 'effect'} .version=${version} @dialog-closed=${() => { this.dialog = null }} @recorded=${() => this.#recorded(messages.library.effect.saved)}></effect-dialog>
      <same-work-dialog ?open=${this.dialog === 'same'} workKey=${this.#key} @dialog-closed=${() => { this.dialog = null }} @recorded=${() => this.#recorded(messages.library.same.saved)}></same-work-dialog>`
  }
}
customElements.define('view-work', ViewWork)
