import { html, nothing, type TemplateResult } from 'lit'
import { timeInTable } from '../format.ts'
import { messages } from '../messages/zh.ts'
import { LightElement } from './light-element.ts'

export type HistoryEntry = {
  /** what was done, two to four characters: 拟稿, 登记 */
  act: string
  by: string
  /** instant (ISO) or words where it is still to come: 签发后 */
  at: string
  said?: string
  state?: 'done' | 'now' | 'later'
}
const signs = { done: '✓', now: '●', later: '○' } as const

/** What happened, by whom, when, and what is still to come. `<lf-audit-list .entries=${…}>` */
export class LfAuditList extends LightElement {
  static override properties = { entries: { attribute: false } }
  declare entries: readonly HistoryEntry[]
  constructor() {
    super()
    this.entries = []
  }
  protected override render(): TemplateResult {
    if (this.entries.length === 0) return html`<p class="quiet">${messages.elements.audit.none}</p>`
    return html`<ol class="history">${this.entries.map(({ act, by, at, said, state = 'done' }) => html`<li class=${state}><i class="sign" aria-hidden="true">${signs[state]}</i><b>${act}</b><span class="by">${by}</span><time>${timeInTable(at)}</time>${said ? html`<p class="said">${said}</p>` : nothing}</li>`)}</ol>`
  }
}
customElements.define('lf-audit-list', LfAuditList)
declare global { interface HTMLElementTagNameMap { 'lf-audit-list': LfAuditList } }
