import { html, nothing, type TemplateResult } from 'lit'
import { answer, api } from '../../api/client.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { askFor, type Attendee, didAct, type Meeting, refused } from './meeting-data.ts'
import './vote-bar.ts'

const words = messages.meeting
const statuses = ['expected', 'present', 'leave', 'absent'] as const
type Status = (typeof statuses)[number]
const capacities = ['member', 'attending', 'deputy', 'expert'] as const
const capacityOf = (value: string) => capacities.find((c) => c === value) ?? 'attending'
const byKey: Readonly<Record<string, Status>> = { '0': 'expected', '1': 'present', '2': 'leave', '3': 'absent' }

/** 出席: one line a person, by mouse or by 1 2 3 on the line; members first. */
export class MeetingPeople extends LightElement {
  static override properties = { meeting: { attribute: false } }
  declare meeting: Meeting | null

  constructor() {
    super()
    this.meeting = null
  }

  get #open(): boolean {
    return this.meeting !== null && this.meeting.may.arrange && ['planned', 'notified', 'inSession'].includes(this.meeting.state)
  }

  async #set(people: readonly Attendee[], status: Status): Promise<void> {
    if (this.meeting === null || people.length === 0) return
    try {
      await answer(api.PUT('/api/meetings/{id}/attendance', { params: { path: { id: this.meeting.id } }, body: { entries: people.map((p) => ({ name: p.name, capacity: capacityOf(p.capacity), status })) } }))
      this.dispatchEvent(didAct(''))
    } catch (thrown) {
      this.dispatchEvent(refused(thrown))
    }
  }

  async #remove(person: Attendee): Promise<void> {
    if (this.meeting === null) return
    try {
      await answer(api.DELETE('/api/meetings/{id}/attendance/{partId}', { params: { path: { id: this.meeting.id, partId: person.id } } }))
      this.dispatchEvent(didAct(words.sent.people))
    } catch (thrown) {
      this.dispatchEvent(refused(thrown))
    }
  }

  #key(event: KeyboardEvent, person: Attendee): void {
    const status = byKey[event.key]
    const rows = [...this.querySelectorAll<HTMLElement>('.status-choice')]
    if (!(event.currentTarget instanceof HTMLElement)) return
    const at = rows.indexOf(event.currentTarget)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1 }[event.key]
    if (status !== undefined) {
      event.preventDefault()
      void this.#set([person], status)
      rows[at + 1]?.querySelector('select')?.focus()
    } else if (next !== undefined) {
      event.preventDefault()
      rows[next]?.querySelector('select')?.focus()
    }
  }

  #row(meeting: Meeting, person: Attendee): TemplateResult {
    const editable = this.#open
    return html`<li><b>${person.name}</b><span class="quiet">${person.title ?? (person.capacity === 'member' ? '' : (words.capacities[person.capacity] ?? ''))}</span><span class="quiet">${person.group ?? ''}</span>
      <span class="status-choice ${person.status}" @keydown=${(event: KeyboardEvent) => this.#key(event, person)}>${editable ? html`<select aria-label=${words.people.statusOf(person.name)} @change=${(event: Event) => { if (event.target instanceof HTMLSelectElement) { const chosen = statuses.find((s) => event.target instanceof HTMLSelectElement && s === event.target.value); if (chosen !== undefined) void this.#set([person], chosen) } }}>${statuses.map((s) => html`<option value=${s} ?selected=${s === person.status}>${words.statuses[s]}</option>`)}</select>` : words.statuses[person.status]}</span>
      <span class="quiet small">${person.hasAccount ? '' : words.people.noAccount}</span>
      ${editable && ['planned', 'notified'].includes(meeting.state) ? html`<button class="words" aria-label=${words.people.remove(person.name)} @click=${() => void this.#remove(person)}>${words.people.removeWord}</button>` : html`<span></span>`}</li>`
  }

  protected override render(): TemplateResult {
    const { meeting } = this
    if (meeting === null) return html``
    const members = meeting.attendance.filter((a) => a.capacity === 'member')
    const others = meeting.attendance.filter((a) => a.capacity !== 'member')
    const unset = members.filter((m) => m.status === 'expected')
    const unlisted = meeting.membersTotal - members.length
    const short = meeting.majority - meeting.membersPresent
    return html`<section class="vote first"><h3>${words.quorum}<span>${words.quorumSay}</span>${short > 0 ? html`<span class="res">${words.presentShort(short)}</span>` : html`<span class="res right">✓ ${words.presentNow(meeting.membersPresent)}</span>`}</h3>
      <vote-bar .present=${meeting.membersPresent} .members=${meeting.membersTotal}></vote-bar><p class="quiet small">${meeting.quorumBasis}</p></section>
      ${this.#open ? html`<p class="people-acts"><button class="btn short" @click=${() => this.dispatchEvent(askFor({ kind: 'people' }))}>${words.people.add}</button>${unset.length === 0 ? nothing : html`<button class="btn short" @click=${() => void this.#set(unset, 'present')}>${words.people.allPresent}</button>`}<span class="quiet small">${words.people.keys}</span></p>` : nothing}
      ${unlisted > 0 ? html`<p class="quiet small">${words.people.unlisted(unlisted)}</p>` : nothing}
      <h3 class="people-head">${words.members} <span class="quiet">${members.length}</span></h3><ul class="people">${members.map((p) => this.#row(meeting, p))}</ul>
      ${others.length === 0 ? nothing : html`<h3 class="people-head">${words.attending} <span class="quiet">${others.length}</span></h3><ul class="people">${others.map((p) => this.#row(meeting, p))}</ul>`}`
  }
}
customElements.define('meeting-people', MeetingPeople)
