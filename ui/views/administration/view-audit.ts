import { html, nothing, type TemplateResult } from 'lit'
import { answer, type ApiProblem, api, asProblem } from '../../api/client.ts'
import { LightElement } from '../../components/light-element.ts'
import '../../components/lf-filter-bar.ts'
import { shortDigest, timeInTable } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { replaceQuery } from '../../navigation.ts'
import type { AuditItem } from './administration-data.ts'
import './administration.css'
import { actWord, detailWords } from './audit-words.ts'

const words = messages.administration.audit

/** 操作记录: the audit chain of the own committees, newest first. */
export class ViewAudit extends LightElement {
  static override properties = { query: { attribute: false }, items: { state: true }, next: { state: true }, problem: { state: true } }
  declare query: URLSearchParams
  declare items: readonly AuditItem[] | null
  declare next: string | null
  declare problem: ApiProblem | null

  constructor() {
    super()
    this.query = new URLSearchParams()
    this.items = null
    this.next = null
    this.problem = null
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('query')) void this.#load()
  }

  async #load(before?: string): Promise<void> {
    const entityId = this.query.get('entity') ?? ''
    try {
      const { data } = await answer(api.GET('/api/administration/audit', { params: { query: { ...(entityId === '' ? {} : { entityId }), ...(before === undefined ? {} : { before }) } } }))
      this.items = before === undefined ? data.items : [...(this.items ?? []), ...data.items]
      this.next = data.next
      this.problem = null
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  #filter(entity: string): void {
    this.query = new URLSearchParams(entity === '' ? {} : { entity })
    replaceQuery(this.query)
  }

  #table(items: readonly AuditItem[]): TemplateResult {
    const { columns } = words
    return html`<div class="scrolls" tabindex="0" role="region" aria-label=${words.title}><table class="facts audit"><thead><tr><th scope="col">${columns.at}</th><th scope="col">${columns.actor}</th><th scope="col">${columns.action}</th><th scope="col">${columns.entity}</th><th scope="col">${columns.detail}</th><th scope="col">${columns.digest}</th></tr></thead>
      <tbody>${items.map((item) => html`<tr><td class="nowrap quiet">${timeInTable(item.at)}</td><td class="nowrap">${item.actor}</td><td class="nowrap">${actWord(item.action)}</td>
        <td class="nowrap"><button class="words" title=${item.entityId} @click=${() => this.#filter(item.entityId)}>${words.entities[item.entity] ?? item.entity}</button></td><td class="detail" title=${item.detail}>${detailWords(item.action, item.detail)}</td><td class="quiet" title=${item.digest}>${shortDigest(item.digest)}</td></tr>`)}</tbody></table></div>
      ${this.next === null ? nothing : html`<div class="more-rows"><button class="btn" @click=${() => void this.#load(this.next ?? undefined)}>${words.more}</button></div>`}`
  }

  protected override render(): TemplateResult {
    const entity = this.query.get('entity') ?? ''
    return html`<div class="page-head admin-head"><h1 class="page-title">${words.title}</h1><p class="say">${words.hint}</p></div>
      <lf-filter-bar .filters=${[{ name: 'entity', label: words.object, kind: 'search' as const }]} .values=${entity === '' ? {} : { entity }} @filters-changed=${(event: CustomEvent<{ values: Record<string, string> }>) => this.#filter(event.detail.values['entity'] ?? '')}></lf-filter-bar>
      <div class="page">${this.problem !== null ? html`<lf-error .problem=${this.problem} @retry=${() => void this.#load()}></lf-error>` : this.items === null ? html`<lf-loading text=${words.loading} rows="10"></lf-loading>` : this.items.length === 0 ? html`<lf-empty heading=${words.none} text=${words.noneHint}></lf-empty>` : this.#table(this.items)}</div>`
  }
}
customElements.define('view-audit', ViewAudit)
