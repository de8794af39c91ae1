import { html, nothing, type TemplateResult } from 'lit'
import { toChineseNumber } from '../../../law/text/numerals.ts'
import { answer, api } from '../../api/client.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import { type AgendaItem, askFor, didAct, type Meeting, refused, resultLook, resultSign } from './meeting-data.ts'

const words = messages.meeting

/** 议程 at the left: choosing an item, and before the meeting opens adding, ordering, changing; below it who is there. */
export class MeetingAgenda extends LightElement {
  static override properties = { meeting: { attribute: false }, item: {} }
  declare meeting: Meeting | null
  declare item: string

  constructor() {
    super()
    this.meeting = null
    this.item = ''
  }

  get #open(): boolean {
    return this.meeting !== null && this.meeting.may.arrange && ['planned', 'notified'].includes(this.meeting.state)
  }

  async #move(meeting: Meeting, item: AgendaItem, by: 1 | -1): Promise<void> {
    const ids = meeting.agenda.map((one) => one.id)
    const at = ids.indexOf(item.id)
    const other = ids[at + by]
    if (other === undefined) return
    ids[at] = other
    ids[at + by] = item.id
    try {
      await answer(api.PUT('/api/meetings/{id}/agenda-order', { params: { path: { id: meeting.id } }, body: { itemIds: ids } }))
      this.dispatchEvent(didAct(words.sent.agenda))
      await this.updateComplete
      this.querySelector<HTMLElement>(`#${by === 1 ? 'down' : 'up'}-${item.id}`)?.focus()
    } catch (thrown) {
      this.dispatchEvent(refused(thrown))
    }
  }

  #note(item: AgendaItem): TemplateResult {
    if (item.withdrawnReason !== null) return html`<small>${words.withdrawn}：${item.withdrawnReason}</small>`
    if (item.resultLabel !== null) return html`<small class=${resultLook(item.result)}>${resultSign(item.result)} ${item.resultLabel}</small>`
    return html`<small>${item.decidesLabel ?? item.kindLabel}${item.speeches === 0 ? nothing : html`　${words.parts.speeches} ${item.speeches}`}</small>`
  }

  #row(meeting: Meeting, item: AgendaItem, at: number): TemplateResult {
    const path = `/meetings/${meeting.id}?item=${item.id}`
    return html`<li class=${item.withdrawnReason === null ? '' : 'gone'} aria-current=${item.id === this.item ? 'true' : nothing}><span>${toChineseNumber(at + 1)}</span><div><a href=${to(path)}>${item.title}</a>${this.#note(item)}
      ${!this.#open || item.withdrawnReason !== null ? nothing : html`<div class="item-acts">
        <button class="words" id="up-${item.id}" aria-label=${words.up(item.title)} ?disabled=${at === 0} @click=${() => void this.#move(meeting, item, -1)}>↑</button><button class="words" id="down-${item.id}" aria-label=${words.down(item.title)} ?disabled=${at === meeting.agenda.length - 1} @click=${() => void this.#move(meeting, item, 1)}>↓</button>
        <button class="words" @click=${() => this.dispatchEvent(askFor({ kind: 'item', item }))}>${words.edit}</button><button class="words" @click=${() => this.dispatchEvent(askFor({ kind: 'withdraw', item }))}>${words.withdraw}</button></div>`}</div></li>`
  }

  protected override render(): TemplateResult {
    const { meeting } = this
    if (meeting === null) return html``
    const members = meeting.attendance.filter((a) => a.capacity === 'member')
    const counted = (status: string): number => members.filter((m) => m.status === status).length
    const others = meeting.attendance.filter((a) => a.capacity !== 'member')
    const byKind = [...new Set(others.map((o) => o.capacity))].map((capacity) => `${words.capacities[capacity] ?? ''} ${others.filter((o) => o.capacity === capacity).length}`)
    return html`<nav class="agenda" aria-label=${words.agenda}><h2>${words.agenda}</h2>
      ${meeting.agenda.length === 0 ? html`<p class="quiet">${words.noAgenda}</p>` : html`<ol>${meeting.agenda.map((item, at) => this.#row(meeting, item, at))}</ol>`}
      ${this.#open ? html`<p><button class="btn short" @click=${() => this.dispatchEvent(askFor({ kind: 'item', item: null }))}>${words.addItem}</button></p>` : nothing}</nav>
      <section class="agenda" aria-label=${words.attendance}><h2>${words.attendance}</h2><ol>
        <li><span></span><div><a href=${to(`/meetings/${meeting.id}?part=attendance`)}>${words.membersCount(meeting.membersTotal)}</a><small>${words.attended(counted('present'), counted('leave') + counted('absent'), counted('expected'))}</small></div></li>
        ${others.length === 0 ? nothing : html`<li><span></span><div>${words.others(others.length)}<small>${byKind.join('　')}</small></div></li>`}</ol></section>`
  }
}
customElements.define('meeting-agenda', MeetingAgenda)
