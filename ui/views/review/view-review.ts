import { html, nothing, type TemplateResult } from 'lit'
import type { LegalText } from '../../../law/text/index.ts'
import { answer, api, asProblem } from '../../api/client.ts'
import type { ApiProblem } from '../../api/problem.ts'
import '../../components/law-outline.ts'
import '../../components/law-text.ts'
import '../../components/extension-dialog.ts'
import { LightElement } from '../../components/light-element.ts'
import { addShortcuts } from '../../components/lf-shortcuts.ts'
import type { SelectedPassage } from '../../components/passages.ts'
import { isWriting } from '../../components/writing.ts'
import { messages } from '../../messages/zh.ts'
import { replaceQuery, to } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import './distribution-dialog.ts'
import { marksInLines, passageRanges } from './passage-ranges.ts'
import './review-side.ts'
import './review-standards.ts'
import './workbench.css'
import './workbench-bar.ts'
import { articleIdOf, isLegalText, passageFrom, type RelatedProvision, type Workbench } from './workbench-data.ts'
import type { ChosenPassage } from './workbench-data.ts'

const words = messages.review

/**
 * 审查工作台: the text by article, beside it superior law, the previous version, other places' documents and opinions; the
 * four standards; flags from a selection of words.
 */
export class ViewReview extends LightElement {
  static override properties = {
    params: { attribute: false }, query: { attribute: false }, data: { state: true }, text: { state: true }, failed: { state: true }, current: { state: true }, selected: { state: true }, drafted: { state: true }, flag: { state: true },
    notice: { state: true }, distributing: { state: true }, extending: { state: true },
  }
  declare params: Readonly<Record<string, string>>
  declare query: URLSearchParams
  declare data: Workbench | null
  declare text: LegalText | null
  declare failed: ApiProblem | null
  declare current: string
  /** words that are selected now */
  declare selected: ChosenPassage | null
  /** words that the open form quotes */
  declare drafted: ChosenPassage | null
  declare flag: string
  declare notice: { kind: 'good' | 'warn'; text: string } | null
  declare distributing: boolean
  /** which dialog of the extension is open */
  declare extending: '' | 'request' | 'decide'
  readonly #session = new SessionReader(this)
  #etag = ''
  #read = ''
  #takeKeysAway: (() => void) | null = null
  #superior: RelatedProvision | null = null

  constructor() {
    super()
    this.params = {}
    this.query = new URLSearchParams()
    this.data = null
    this.text = null
    this.failed = null
    this.current = ''
    this.selected = null
    this.drafted = null
    this.flag = ''
    this.notice = null
    this.distributing = false
    this.extending = ''
  }

  get #id(): string {
    return this.params['id'] ?? ''
  }
  get #on(): string {
    return this.query.get('on') ?? this.data?.judgedOn ?? ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#takeKeysAway = addShortcuts({ title: words.keys.title, keys: () => words.keys.list })
    document.addEventListener('keydown', this.#key)
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#takeKeysAway?.()
    document.removeEventListener('keydown', this.#key)
  }
  protected override willUpdate(): void {
    if (this.#id === '' || this.#id === this.#read) return
    this.#read = this.#id
    void this.#load()
  }

  async #load(): Promise<void> {
    try {
      const { data, etag } = await answer(api.GET('/api/review/{id}', { params: { path: { id: this.#id } } }))
      this.#etag = etag ?? ''
      this.data = data
      const tree = data.text?.tree
      this.text = isLegalText(tree) ? tree : null
      this.failed = null
      if (this.current === '') this.#openAt(this.query.get('article') ?? this.text?.articles[0]?.id ?? '', this.query.has('article'))
    } catch (thrown) {
      this.failed = asProblem(thrown)
    }
  }

  /** Makes an article the current one; the address keeps it, so that a reload or a sent link comes back to it. */
  #openAt(article: string, show: boolean): void {
    if (article === '' || this.text?.articles.every(({ id }) => id !== article) !== false) return
    this.current = article
    if (show) void this.updateComplete.then(() => this.querySelector('law-text')?.show(article))
  }
  #go(article: string, show = true): void {
    this.#openAt(article, show)
    this.#remember('article', article)
  }
  #remember(name: string, value: string): void {
    const query = new URLSearchParams(this.query)
    if (value === '') query.delete(name)
    else query.set(name, value)
    this.query = query
    replaceQuery(query)
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (isWriting(event) || this.text === null) return
    const { articles } = this.text
    const at = articles.findIndex(({ id }) => id === this.current)
    const step = { j: 1, k: -1 }[event.key]
    if (step !== undefined) this.#go(articles[Math.max(0, Math.min(articles.length - 1, at + step))]?.id ?? '')
    else if (event.key === 'n') this.#nextFlag()
    else if (event.key === 'f') this.#beginFlag()
    else if (/^[1-4]$/u.test(event.key)) this.querySelector('review-standards')?.press(Number(event.key))
    else return
    event.preventDefault()
  }

  #nextFlag(): void {
    const flags = (this.data?.flags ?? []).filter(({ state, ranges }) => state.id !== 'withdrawn' && ranges.length > 0)
    const next = flags[(flags.findIndex(({ id }) => id === this.flag) + 1) % Math.max(1, flags.length)]
    if (next !== undefined) this.#showFlag(next.id)
  }
  #showFlag(id: string): void {
    this.flag = id === this.flag ? '' : id
    const flag = this.data?.flags.find((one) => one.id === this.flag)
    if (flag !== undefined) this.#go(flag.articleId)
  }

  #select({ detail }: CustomEvent<SelectedPassage>): void {
    if (this.text === null || this.data?.rights.flag !== true) return
    const passage = passageFrom(detail, this.text)
    if (passage === null) return void (this.notice = { kind: 'warn', text: words.flag.oneArticle })
    this.selected = passage
    if (passage.articleId !== this.current) this.#go(passage.articleId, false)
  }
  #beginFlag(): void {
    if (this.selected === null) return void (this.notice = { kind: 'warn', text: words.flag.nothingSelected })
    const superior = this.#superior
    this.querySelector('review-side')?.beginFlag(this.selected, superior === null || superior.eId === null || superior.standing === 'ended' || superior.standing === 'notYet' ? null
      : { source: 'library', versionId: superior.versionId, eId: superior.eId, title: superior.title, label: superior.label })
    this.selected = null
    document.getSelection()?.removeAllRanges()
  }

  /** A click anywhere in an article makes it the current one; its superior law is then shown unasked. */
  #pressed(event: MouseEvent): void {
    if (document.getSelection()?.isCollapsed !== false) this.selected = null
    const article = event.target instanceof Element ? event.target.closest<HTMLElement>('article[data-e-id]')?.dataset['eId'] : undefined
    if (article !== undefined && article !== this.current && document.getSelection()?.isCollapsed !== false) this.#go(article, false)
  }

  async #changed(text?: string): Promise<void> {
    if (text !== undefined) this.notice = { kind: 'good', text }
    await this.#load()
  }

  #outline(data: Workbench, text: LegalText): TemplateResult {
    const flags: Record<string, string> = {}
    for (const flag of data.flags) if (flag.state.id !== 'withdrawn') flags[flag.articleId] = [flags[flag.articleId], String(flag.number)].filter(Boolean).join('、')
    return html`<div class="left"><div class="pane"><law-outline .text=${text} .flags=${flags} current=${this.current} @article-chosen=${(event: CustomEvent<{ eId: string }>) => this.#go(event.detail.eId)}></law-outline></div>
      <review-standards .caseId=${this.#id} .standards=${data.standards} ?may=${data.rights.review} @ticked=${() => void this.#changed()} @refused=${(event: CustomEvent<{ sentence: string }>) => { this.notice = { kind: 'warn', text: event.detail.sentence } }}></review-standards></div>`
  }

  #tools(data: Workbench, text: LegalText): TemplateResult {
    const chosen = this.query.get('on')
    return html`<div class="tools"><b>${words.articles(text.articles.length, text.annexes.length)}</b>
      <span>${words.judgedBy(this.#on)}</span><lf-popover label=${words.judgedChange}><label class="judged">${words.judgedOn}<input class="control" type="date" .value=${this.#on} @change=${(event: Event) => { if (event.target instanceof HTMLInputElement && event.target.value !== '') this.#remember('on', event.target.value === data.judgedOn ? '' : event.target.value) }}></label></lf-popover>
      ${chosen === null || chosen === data.judgedOn ? nothing : html`<button class="plain soon" @click=${() => this.#remember('on', '')}>${words.judgedReset}</button>`}<span class="spring"></span>
      ${this.selected === null ? nothing : html`<button class="btn short" @click=${() => this.#beginFlag()}>${words.flag.markSelection}</button>`}
      ${data.flags.length === 0 ? nothing : html`<button class="plain" @click=${() => this.#nextFlag()}>${words.nextFlag}</button>`}
      ${data.text?.originalFileId == null ? nothing : html`<a href="/api/files/${data.text.originalFileId}/content?inline=true" target="_blank" rel="noopener">${words.original}</a>`}</div>`
  }

  #middle(data: Workbench, text: LegalText): TemplateResult {
    return html`<div class="pane text-pane">${this.#tools(data, text)}
      <law-text .text=${text} current=${this.current} .ranges=${passageRanges({ flags: data.flags, current: this.flag, drafted: this.drafted })} .marginMarks=${marksInLines(data.marginMarks)}
        @click=${(event: MouseEvent) => this.#pressed(event)} @passage-selected=${(event: CustomEvent<SelectedPassage>) => this.#select(event)} @passage-pressed=${(event: CustomEvent<{ id: string }>) => this.#showFlag(event.detail.id)} @article-chosen=${(event: CustomEvent<{ eId: string }>) => this.#go(event.detail.eId, false)}></law-text></div>`
  }

  #asked({ pending }: Workbench): string {
    return pending.extension === null ? '' : words.extension.pending(pending.extension.by, pending.extension.requestedOn, pending.extension.reason)
  }
  #change({ pending }: Workbench): string {
    return pending.extension === null ? '' : words.extension.change(pending.extension.dueOn, pending.extension.newDueOn, pending.extension.basis)
  }
  /** What was just done, and what waits for a word of the chief: whoever opens the case knows of it. */
  #bars(data: Workbench): TemplateResult[] {
    const { extension, plan } = data.pending
    return [
      ...(this.notice === null ? [] : [html`<lf-notice-bar kind=${this.notice.kind} text=${this.notice.text} closable @notice-closed=${() => { this.notice = null }}></lf-notice-bar>`]),
      ...(extension === null ? [] : [html`<lf-notice-bar class="pending" text=${`${this.#asked(data)}${/[。！？]$/u.test(extension.reason) ? '' : '。'}${words.extension.waits}`}></lf-notice-bar>`]),
      ...(plan === null ? [] : [html`<lf-notice-bar class="pending" text=${words.plan.pending(plan.offeredOn, plan.dueOn)} .action=${html`<a href=${to(`/outcome/${this.#id}/acceptPlan`)}>${words.plan.look}</a>`}></lf-notice-bar>`]),
    ]
  }

  protected override render(): TemplateResult {
    const { data, text } = this
    if (this.failed !== null && data === null) return html`<lf-error .problem=${this.failed} @retry=${() => void this.#load()}></lf-error>`
    if (data === null) return html`<lf-loading text=${words.loading}></lf-loading>`
    const label = text?.articles.find(({ id }) => id === this.current)?.number ?? ''
    const bars = this.#bars(data)
    return html`<div class="fills-window workbench ${bars.length === 0 ? '' : 'with-notice'}">
      <workbench-bar .data=${data} .etag=${this.#etag} @acted=${(event: CustomEvent<{ text: string }>) => void this.#changed(event.detail.text)} @refused=${(event: CustomEvent<{ sentence: string }>) => { this.notice = { kind: 'warn', text: event.detail.sentence } }} @distribute-pressed=${() => { this.distributing = true }} @extension-pressed=${(event: CustomEvent<{ dialog: 'request' | 'decide' }>) => { this.extending = event.detail.dialog }}></workbench-bar>
      ${bars.length === 0 ? nothing : html`<div>${bars}</div>`}
      ${text === null ? html`<lf-empty heading=${words.noText} text=${words.noTextHint}></lf-empty>` : html`<div class="desk">
        ${this.#outline(data, text)}${this.#middle(data, text)}
        <review-side class="right-side" .caseId=${this.#id} .owner=${this.#session.value?.person.id ?? ''} .data=${data} .text=${text} .etag=${this.#etag} article=${this.current} articleLabel=${label} on=${this.#on} flag=${this.flag} tab=${this.query.get('tab') ?? 'superior'}
          @tab-remembered=${(event: CustomEvent<{ id: string }>) => this.#remember('tab', event.detail.id === 'superior' ? '' : event.detail.id)} @superior-chosen=${(event: CustomEvent<{ provision: RelatedProvision | null }>) => { this.#superior = event.detail.provision }}
          @draft-changed=${(event: CustomEvent<{ passage: ChosenPassage | null }>) => { this.drafted = event.detail.passage }} @flag-chosen=${(event: CustomEvent<{ id: string }>) => this.#showFlag(event.detail.id)}
          @place-chosen=${(event: CustomEvent<{ id: string }>) => this.#go(articleIdOf(event.detail.id))} @case-changed=${(event: CustomEvent<{ text?: string }>) => void this.#changed(event.detail.text)}></review-side></div>`}
      <distribution-dialog .caseId=${this.#id} .etag=${this.#etag} ?open=${this.distributing} .committees=${data.committees} .tasks=${data.tasks} ?more=${data.filing.state.id !== 'registered'} .reviewerId=${data.filing.handling?.reviewer?.id ?? (data.rights.review ? (this.#session.value?.person.id ?? '') : '')}
        @dialog-closed=${() => { this.distributing = false }} @distributed=${() => { this.distributing = false; void this.#changed(words.distribution.sent) }}></distribution-dialog>
      <extension-request-dialog .caseId=${this.#id} .etag=${this.#etag} ?open=${this.extending === 'request'} @dialog-closed=${() => { this.extending = '' }} @extension-requested=${() => { this.extending = ''; void this.#changed(words.extension.requested) }}></extension-request-dialog>
      <extension-decision-dialog .caseId=${this.#id} .etag=${this.#etag} .heading=${data.filing.title} .asked=${this.#asked(data)} .due=${this.#change(data)} ?open=${this.extending === 'decide'} @dialog-closed=${() => { this.extending = '' }} @extension-decided=${(event: CustomEvent<{ approved: boolean }>) => { this.extending = ''; void this.#changed(event.detail.approved ? words.extension.approved : words.extension.declined) }}></extension-decision-dialog></div>`
  }
}
customElements.define('view-review', ViewReview)
declare global { interface HTMLElementTagNameMap { 'view-review': ViewReview } }
