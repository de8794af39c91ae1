import { html, nothing, type TemplateResult } from 'lit'
import type { LegalText } from '../../../law/text/index.ts'
import { answer, api, asProblem } from '../../api/client.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import './flag-form.ts'
import './flag-list.ts'
import './review-beside.ts'
import './review-opinions.ts'
import './review-superior.ts'
import { type ChosenPassage, type ChosenSuperior, passageOfFlag, type RelatedProvision, type Workbench } from './workbench-data.ts'

const words = messages.review
const tabs = ['superior', 'previous', 'parallel', 'opinions'] as const

/**
 * The right side: what the article is held against, the flag form, the flags. `beginFlag(passage, superior)` opens the form.
 * Events: `tab-remembered` {id}, `case-changed` {text?} after something was stored, and those of its parts.
 */
export class ReviewSide extends LightElement {
  static override properties = { caseId: {}, owner: {}, data: { attribute: false }, text: { attribute: false }, etag: {}, article: {}, articleLabel: {}, on: {}, flag: {}, tab: {}, count: { state: true }, withdrawing: { state: true }, sentence: { state: true } }
  declare caseId: string
  declare owner: string
  declare data: Workbench | null
  declare text: LegalText | null
  declare etag: string
  declare article: string
  declare articleLabel: string
  declare on: string
  declare flag: string
  declare tab: string
  declare count: number
  declare withdrawing: string
  declare sentence: string

  constructor() {
    super()
    this.caseId = ''
    this.owner = ''
    this.data = null
    this.text = null
    this.etag = ''
    this.article = ''
    this.articleLabel = ''
    this.on = ''
    this.flag = ''
    this.tab = 'superior'
    this.count = 0
    this.withdrawing = ''
    this.sentence = ''
  }

  beginFlag(passage: ChosenPassage, superior: ChosenSuperior | null): void {
    this.querySelector('flag-form')?.begin(passage, superior)
  }

  #changed(text?: string): void {
    this.dispatchEvent(new CustomEvent('case-changed', { detail: text === undefined ? {} : { text }, bubbles: true }))
  }

  #act({ detail }: CustomEvent<{ id: string; act: string }>): void {
    const flag = this.data?.flags.find(({ id }) => id === detail.id)
    if (flag === undefined || this.text === null) return
    if (detail.act === 'edit') this.querySelector('flag-form')?.change(flag, passageOfFlag(flag, this.text))
    else if (detail.act === 'confirm') void this.#step(flag.id, flag.revision, null)
    else this.withdrawing = flag.id
  }
  async #step(flagId: string, revision: number, reason: string | null): Promise<void> {
    const params = { path: { id: this.caseId, flagId } }
    const headers = { 'If-Match': `"${revision}"` }
    try {
      if (reason === null) await answer(api.POST('/api/review/{id}/flags/{flagId}/confirm', { params, headers }))
      else await answer(api.POST('/api/review/{id}/flags/{flagId}/withdraw', { params, headers, body: { reason } }))
      this.withdrawing = ''
      this.sentence = ''
      this.#changed()
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.sentence = problem.told
    }
  }

  #withdrawal(): TemplateResult | typeof nothing {
    const flag = this.data?.flags.find(({ id }) => id === this.withdrawing)
    if (flag === undefined) return nothing
    const needed = flag.state.id === 'confirmed'
    return html`<lf-dialog heading=${words.flag.withdrawTitle(flag.number)} ?open=${true} .errors=${this.sentence === '' ? [] : [{ path: 'reason', message: this.sentence }]} @dialog-closed=${() => { this.withdrawing = ''; this.sentence = '' }}>
      <form id="withdrawal" @submit=${(event: SubmitEvent) => { event.preventDefault(); if (event.target instanceof HTMLFormElement) void this.#step(flag.id, flag.revision, String(new FormData(event.target).get('reason') ?? '')) }}>
        <lf-field label=${words.flag.withdrawReason} ?required=${needed}><textarea name="reason"></textarea></lf-field></form>
      <button slot="actions" class="btn grave" form="withdrawal">${words.flag.withdraw}</button></lf-dialog>`
  }

  #panel(data: Workbench): TemplateResult {
    switch (this.tab) {
      case 'previous': return html`<review-beside kind="previous" .caseId=${this.caseId} .ownVersionId=${data.text?.versionId ?? ''} .etag=${this.etag} ?may=${data.rights.review} current=${this.article} @previous-confirmed=${() => this.#changed()}></review-beside>`
      case 'parallel': return html`<review-beside kind="parallel" .caseId=${this.caseId} .ownVersionId=${data.text?.versionId ?? ''} .choices=${data.parallel} current=${this.article}></review-beside>`
      case 'opinions': return html`<review-opinions .caseId=${this.caseId} .tasks=${data.tasks} .notes=${data.notes} .suggestions=${data.suggestions} @opinions-changed=${() => this.#changed()}></review-opinions>`
      default: return html``
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { data } = this
    if (data === null) return nothing
    const notes: Record<(typeof tabs)[number], string> = {
      superior: this.count > 0 ? String(this.count) : '', previous: data.previous === null ? '' : `${(data.previous.effectiveFrom ?? data.previous.promulgated ?? '').slice(0, 4)}年`.replace(/^年$/u, ''), parallel: data.parallel.length > 0 ? String(data.parallel.length) : '',
      opinions: String(data.tasks.length + data.notes.length + data.suggestions.length || ''),
    }
    const tab = tabs.find((one) => one === this.tab) ?? 'superior'
    return html`<lf-tabs label=${words.side} .tabs=${tabs.map((id) => ({ id, label: words.tabs[id], ...(notes[id] === '' ? {} : { note: notes[id] }) }))} chosen=${tab} @tab-chosen=${(event: CustomEvent<{ id: string }>) => this.dispatchEvent(new CustomEvent('tab-remembered', { detail: event.detail, bubbles: true }))}></lf-tabs>
      <div class="pane side-pane" role="tabpanel" id="panel-${tab}" aria-labelledby="tab-${tab}" tabindex="0">
        <review-superior ?hidden=${tab !== 'superior'} .caseId=${this.caseId} article=${this.article} articleLabel=${this.articleLabel} on=${this.on} @superior-chosen=${(event: CustomEvent<{ provision: RelatedProvision | null }>) => this.#counted(event)} @superior-quoted=${(event: CustomEvent<{ provision: RelatedProvision }>) => this.#quote(event.detail.provision)}></review-superior>
        ${tab === 'superior' ? nothing : this.#panel(data)}</div>
      ${data.rights.flag ? html`<flag-form .caseId=${this.caseId} .owner=${this.owner} .judgedOn=${this.on} @flag-sent=${(event: CustomEvent<{ number: number; edited: boolean }>) => this.#changed(event.detail.edited ? words.flag.saved : words.flag.sent(event.detail.number))}></flag-form>` : html`<div></div>`}
      <div class="flags-pane"><flag-list .flags=${data.flags} .followed=${data.followed} .carried=${data.carried} current=${this.flag} @flag-act=${(event: CustomEvent<{ id: string; act: string }>) => this.#act(event)}></flag-list>
        ${this.sentence !== '' && this.withdrawing === '' ? html`<p class="error-summary" role="alert">${this.sentence}</p>` : nothing}</div>${this.#withdrawal()}`
  }

  #counted(event: CustomEvent<{ provision: RelatedProvision | null }>): void {
    this.count = this.querySelector('review-superior')?.related?.related.length ?? 0
    if (event.detail.provision === null) this.count = 0
  }
  #quote(provision: RelatedProvision): void {
    if (provision.eId !== null) this.querySelector('flag-form')?.bring({ source: 'library', versionId: provision.versionId, eId: provision.eId, title: provision.title, label: provision.label })
  }
}
customElements.define('review-side', ReviewSide)
declare global { interface HTMLElementTagNameMap { 'review-side': ReviewSide } }
