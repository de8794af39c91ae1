import { html, nothing, type TemplateResult } from 'lit'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import { ask } from '../../components/ask.ts'
import '../../components/lf-case-bar.ts'
import { RecordReader } from '../../components/record-reader.ts'
import { messages } from '../../messages/zh.ts'
import { ActingElement } from '../approval/acting-element.ts'
import '../approval/approval.css'
import { said } from '../approval/approval-data.ts'

type Consultation = components['schemas']['ProjectConsultation']
const words = messages.approval.consultation
const { cancel } = messages.approval

/** 公开征求意见 of a project: what is given to the public, by whom and until when, and what became of the opinions. */
export class ViewConsultation extends ActingElement {
  static override properties = { params: { attribute: false } }
  declare params: Readonly<Record<string, string>>
  readonly #record = new RecordReader(this, { key: () => this.params['id'] ?? '', read: async (id) => (await answer(api.GET('/api/projects/{id}/consultation', { params: { path: { id } } }))).data })

  constructor() {
    super()
    this.params = {}
  }
  protected override load(): Promise<void> {
    return this.#record.load()
  }

  async #publish(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const form = new FormData(event.target)
    if (!(await ask({ heading: words.publish, text: words.confirmPublish, confirm: words.publish, cancel }))) return
    const body = { closesOn: said(form, 'closesOn'), howTo: said(form, 'howTo') }
    await this.act(body, words.published, (headers) => api.POST('/api/projects/{id}/consultation', { params: { path: { id: this.#record.key } }, body, headers }))
  }
  async #dispose(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const body = { disposition: said(new FormData(event.target), 'disposition') }
    if (!(await ask({ heading: words.publishDisposition, text: words.confirmDisposition, confirm: words.publishDisposition, cancel }))) return
    await this.act(body, words.dispositionDone, (headers) => api.POST('/api/projects/{id}/consultation/disposition', { params: { path: { id: this.#record.key } }, body, headers }))
  }
  async #revoke(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const body = { reason: said(new FormData(event.target), 'reason') }
    if (!(await ask({ heading: words.revoke, text: words.confirmRevoke, confirm: words.revoke, cancel }))) return
    await this.act(body, words.revoked, (headers) => api.POST('/api/projects/{id}/consultation/revocation', { params: { path: { id: this.#record.key } }, body, headers }))
  }

  #materials({ ready, may, project }: Consultation): TemplateResult {
    const rows: [string, string | null][] = [[words.notice, ready.notice], [words.text, ready.text], [words.explanation, ready.explanation]]
    return html`<section class="part"><h2>${words.materials}</h2><p class="small quiet">${words.materialsHint}</p>
      <ul class="conditions">${rows.map(([label, title]) => html`<li class=${title === null ? '' : 'met'}><i>${title === null ? '!' : '✓'}</i><span>${label}${title === null ? '' : `：${title}`}</span></li>`)}</ul>
      ${!may.publish
        ? html`<p class="quiet">${project.state === 'consultation' ? words.onlyChief : words.notYet}</p>`
        : ready.missing.length > 0 ? html`<p class="warn">${words.missing}${ready.missing.join('、')}</p>`
        : html`<form class="stack-form" @submit=${(event: SubmitEvent) => void this.#publish(event)}>
          <lf-field class="w12" label=${words.closesOn} required hint=${words.closesHint} error=${this.error('closesOn')}><input type="date" name="closesOn" .value=${ready.closesOn ?? ''}></lf-field>
          <lf-field label=${words.howTo} required hint=${words.howToHint} error=${this.error('howTo')}><textarea name="howTo" rows="3"></textarea></lf-field>
          <div class="save-row"><button class="btn main" ?disabled=${this.busy}>${words.publish}</button></div></form>`}</section>`
  }
  #published({ published, may }: Consultation): TemplateResult | typeof nothing {
    if (published === null) return nothing
    return html`<section class="part"><h2>${published.over ? words.over : words.running}</h2><p>${words.shownSince(published.opensOn, published.closesOn, published.by)}　<a href=${`/consultations/${published.id}`} target="_blank" rel="noopener">${words.see}</a></p><p class="quiet said">${published.howTo}</p>
      ${published.disposition === null ? nothing : html`<h2>${words.disposition}</h2><p class="said">${published.disposition}</p><p class="quiet small">${words.dispositionBy(published.dispositionBy ?? '')}</p>`}
      ${!may.dispose ? nothing : html`<h2>${words.disposition}</h2><form class="stack-form" @submit=${(event: SubmitEvent) => void this.#dispose(event)}><lf-field label=${words.disposition} required hint=${words.dispositionHint} error=${this.error('disposition')}><textarea name="disposition" rows="6"></textarea></lf-field><div class="save-row"><button class="btn main" ?disabled=${this.busy}>${words.publishDisposition}</button></div></form>`}
      ${!may.revoke ? nothing : html`<details><summary>${words.revoke}</summary><form class="stack-form" @submit=${(event: SubmitEvent) => void this.#revoke(event)}><lf-field label=${words.revokeReason} required error=${this.error('reason')}><textarea name="reason" rows="2"></textarea></lf-field><div class="save-row"><button class="btn grave" ?disabled=${this.busy}>${words.revoke}</button></div></form></details>`}</section>`
  }
  protected override render(): TemplateResult {
    const { given: view, problem } = this.#record
    if (problem !== null) return html`<div class="page"><lf-error .problem=${problem} @retry=${() => void this.load()}></lf-error></div>`
    if (view === null) return html`<lf-loading rows="6"></lf-loading>`
    return html`<lf-case-bar heading=${words.title} .crumbs=${[{ label: messages.project.title, path: '/projects' }, { label: view.project.title, path: `/projects/${view.project.id}` }]}></lf-case-bar>
      <div class="page">${this.noticeBar()}${this.#published(view)}${view.published === null || view.may.publish ? this.#materials(view) : nothing}</div>`
  }
}
customElements.define('view-consultation', ViewConsultation)
declare global { interface HTMLElementTagNameMap { 'view-consultation': ViewConsultation } }
