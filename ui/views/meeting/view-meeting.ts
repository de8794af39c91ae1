import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, type ApiProblem, asProblem, Submission } from '../../api/client.ts'
import { ask } from '../../components/ask.ts'
import { askAboutStale } from '../../components/ask-about-stale.ts'
import '../../components/lf-case-bar.ts'
import { LightElement } from '../../components/light-element.ts'
import { dateInText, timeInTable } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { go } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import { stateKind } from '../case-shown.ts'
import { step } from './meeting-acts.ts'
import './meeting-agenda.ts'
import type { AgendaChoices, AgendaItem, Meeting, MeetingTask } from './meeting-data.ts'
import './meeting-dialog.ts'
import './meeting-files.ts'
import './meeting-item.ts'
import './meeting-people.ts'
import './meeting-speeches.ts'
import { MeetingWatch } from './meeting-watch.ts'
import './meeting.css'
import type { VoteCountForm } from './vote-count.ts'

const words = messages.meeting
const parts = ['item', 'speeches', 'attendance', 'history'] as const
type Part = (typeof parts)[number]

/** 一次会议: agenda at the left, votes, speeches and attendance in the middle, files at the right. */
export class ViewMeeting extends LightElement {
  static override properties = { params: { attribute: false }, query: { attribute: false }, meeting: { state: true }, choices: { state: true }, task: { state: true }, said: { state: true }, problem: { state: true } }
  declare params: Readonly<Record<string, string>>
  declare query: URLSearchParams
  declare meeting: Meeting | null
  declare choices: AgendaChoices | null
  declare task: MeetingTask | null
  declare said: { kind: 'good' | 'bad'; text: string } | null
  declare problem: ApiProblem | null
  readonly #session = new SessionReader(this)
  readonly #submission = new Submission()
  #shown = ''
  /** somebody recorded something while a form was open here */
  #behind = false

  constructor() {
    super()
    this.params = {}
    this.query = new URLSearchParams()
    this.meeting = null
    this.choices = null
    this.task = null
    this.said = null
    this.problem = null
    this.addEventListener('meeting-task', (event) => { if (event instanceof CustomEvent) void this.#open(event.detail as MeetingTask) })
    this.addEventListener('meeting-acted', (event) => { if (event instanceof CustomEvent) void this.#acted(String(event.detail)) })
    this.addEventListener('meeting-refused', (event) => { if (event instanceof CustomEvent) void this.#refused(event.detail) })
    this.addEventListener('dialog-closed', () => { this.task = null; if (this.#behind) void this.#follow() })
    new MeetingWatch(this, { shown: () => (this.meeting === null ? null : { id: this.meeting.id, revision: this.meeting.revision }), changed: () => void this.#follow() })
  }

  get #id(): string {
    return this.params['id'] ?? ''
  }
  get #part(): Part {
    return parts.find((p) => p === this.query.get('part')) ?? 'item'
  }
  /** The item in the address, else the one that is being voted, the first without a result, the one that was voted. */
  get #item(): AgendaItem | null {
    const { meeting } = this
    if (meeting === null) return null
    const voted = meeting.votes.find((v) => v.state === 'open' || v.state === 'closed')?.agendaItemId
    return meeting.agenda.find((i) => i.id === this.query.get('item')) ?? meeting.agenda.find((i) => i.id === voted) ?? meeting.agenda.find((i) => i.result === null && i.withdrawnReason === null) ?? meeting.agenda.findLast((i) => meeting.votes.some((v) => v.agendaItemId === i.id)) ?? meeting.agenda[0] ?? null
  }

  protected override willUpdate(): void {
    if (this.#shown === this.#id) return
    this.#shown = this.#id
    this.meeting = null
    void this.#load()
  }

  async #load(): Promise<void> {
    try {
      this.meeting = (await answer(api.GET('/api/meetings/{id}', { params: { path: { id: this.#id } } }))).data
      this.problem = null
      this.#behind = false
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  /** What others recorded. A form that is open, or a count that is being typed, was filled in by what it showed: it is sent or closed first. */
  async #follow(): Promise<void> {
    this.#behind = this.task !== null || this.querySelector<VoteCountForm>('vote-count')?.typed === true
    if (!this.#behind) await this.#load()
  }

  async #open(task: MeetingTask): Promise<void> {
    if (task.kind === 'item' && this.choices === null) {
      try {
        this.choices = (await answer(api.GET('/api/meetings/{id}/agenda-choices', { params: { path: { id: this.#id } } }))).data
      } catch (thrown) {
        return this.#refused(thrown)
      }
    }
    this.task = task
  }

  async #acted(said: string): Promise<void> {
    this.task = null
    this.said = null
    await this.#load()
    // said when the page shows it: who goes on at once goes on from what is there now
    this.said = said === '' ? null : { kind: 'good', text: said }
  }

  async #refused(thrown: unknown): Promise<void> {
    const problem = asProblem(thrown)
    if (problem.kind === 'stale') {
      if ((await askAboutStale()) !== 'keep') await this.#load()
      return
    }
    // what another person did is shown by now: it need not be asked for
    this.said = { kind: 'bad', text: [problem.code === 'already-done' ? problem.advice : problem.told, ...problem.fields.map((f) => f.message)].join(' ') }
    await this.#load()
  }

  async #step(key: 'notify' | 'open' | 'close'): Promise<void> {
    const { meeting } = this
    if (meeting === null) return
    const texts = { notify: words.notifyAsk(meeting.attendance.filter((a) => a.hasAccount).length), open: words.openAsk(meeting.membersPresent, meeting.membersTotal, meeting.majority), close: words.closeAsk }
    if (!(await ask({ heading: words.steps[key] ?? '', text: texts[key], confirm: words.steps[key] ?? '', cancel: words.no }))) return
    try {
      await step(meeting, key, {}, { submission: this.#submission })
      await this.#acted('')
    } catch (thrown) {
      await this.#refused(thrown)
    }
  }

  #bar(meeting: Meeting): TemplateResult {
    const may = (key: string): boolean => meeting.steps.some((s) => s.key === key)
    // announced in the order in which they were voted; the head says when the last one ended
    const waiting = meeting.votes.filter((v) => v.state === 'closed').toSorted((a, b) => (a.closedAt ?? '').localeCompare(b.closedAt ?? ''))
    const closed = waiting.at(-1)
    const next = waiting[0]
    const open = meeting.votes.find((v) => v.state === 'open')
    const state = open !== undefined ? { kind: 'active' as const, word: `${words.voteOpen}：${open.kindLabel}` } : closed !== undefined && closed.closedAt !== null ? { kind: 'active' as const, word: words.voteClosedAt(timeInTable(closed.closedAt).slice(11)) } : { kind: stateKind(meeting.stateSign), word: meeting.stateLabel }
    const numbers = meeting.files.map((f) => f.number)
    const facts = [
      `${dateInText(meeting.startsOn)} ${meeting.startsAt}${meeting.endsOn === meeting.startsOn ? '' : `至${dateInText(meeting.endsOn)}`}`, meeting.place, ...(meeting.presiding === null ? [] : [`主持人：${meeting.presiding}`]), ...(numbers.length === 0 ? [] : [`文件 1–${Math.max(...numbers)} 号`]),
    ]
    const main = open !== undefined ? nothing : next !== undefined && meeting.may.arrange ? html`<button class="btn main" @click=${() => { this.task = { kind: 'announce', vote: next } }}>${words.announce}</button>`
      : may('notify') ? html`<button class="btn main" @click=${() => void this.#step('notify')}>${words.steps['notify']}</button>`
      : may('open') ? html`<button class="btn main" @click=${() => void this.#step('open')}>${words.steps['open']}</button>`
      : may('close') ? html`<button class="btn main" @click=${() => void this.#step('close')}>${words.steps['close']}</button>` : nothing
    const beside = html`${open !== undefined || closed?.count == null ? nothing : html`<span class="quiet small">${words.ballots(closed.count.present)}</span>`}${may('move') ? html`<button class="words" @click=${() => { this.task = { kind: 'edit' } }}>${words.edit}</button><button class="words" @click=${() => { this.task = { kind: 'move' } }}>${words.steps['move']}</button>` : nothing}${may('cancel') ? html`<button class="words grave" @click=${() => { this.task = { kind: 'cancel' } }}>${words.steps['cancel']}</button>` : nothing}`
    return html`<lf-case-bar .heading=${meeting.title} .crumbs=${[{ label: words.title, path: '/meetings' }, { label: meeting.committee ?? meeting.kindLabel }]} .facts=${facts} .state=${state} .beside=${beside}>
      <div class="actions">${meeting.files.length === 0 ? nothing : html`<a class="btn" href=${`/api/meetings/${meeting.id}/pack`} target="_blank" rel="noopener">${words.printAll}</a>`}${main}</div></lf-case-bar>`
  }

  #history(meeting: Meeting): TemplateResult {
    if (meeting.history.length === 0) return html`<p class="quiet">${words.noHistory}</p>`
    return html`<h2 class="item-title">${words.history}</h2><ol class="meeting-history">${meeting.history.map((h) => html`<li><time class="quiet">${h.on}</time><div><b>${h.actLabel}</b>　<span class="quiet">${h.by}</span>${h.note === null ? nothing : html`<p>${h.note}</p>`}${h.told === null ? nothing : html`<p class="quiet small">${words.told(h.told)}${h.withoutAccount.length === 0 ? nothing : `；${words.withoutAccount(h.withoutAccount)}`}</p>`}</div></li>`)}</ol>`
  }

  #middle(meeting: Meeting, item: AgendaItem | null): TemplateResult {
    switch (this.#part) {
      case 'item':
        return html`<meeting-item .meeting=${meeting} .item=${item}></meeting-item>`
      case 'speeches':
        return html`<meeting-speeches .meeting=${meeting} .item=${item} .person=${this.#session.value?.person.id ?? ''}></meeting-speeches>`
      case 'attendance':
        return html`<meeting-people .meeting=${meeting}></meeting-people>`
      case 'history':
        return this.#history(meeting)
      default: {
        const never: never = this.#part
        return never
      }
    }
  }

  protected override render(): TemplateResult {
    const { meeting } = this
    if (meeting === null) return this.problem === null ? html`<lf-loading rows="6"></lf-loading>` : html`<lf-error .problem=${this.problem} @retry=${() => void this.#load()}></lf-error>`
    const item = this.#item
    const part = this.#part
    const shown = parts.filter((p) => p !== 'history' || meeting.may.record)
    return html`<div class="fills-window meeting-page">${this.#bar(meeting)}
      <div class="meeting-desk"><meeting-agenda class="pane" .meeting=${meeting} item=${part === 'item' || part === 'speeches' ? (item?.id ?? '') : ''}></meeting-agenda>
        <div class="pane meeting-middle">
          ${this.said === null ? nothing : html`<lf-notice-bar kind=${this.said.kind} text=${this.said.text} closable @notice-closed=${() => { this.said = null }}></lf-notice-bar>`}
          ${meeting.cancelReason === null ? nothing : html`<lf-notice-bar kind="warn" text=${words.cancelled(meeting.cancelReason)}></lf-notice-bar>`}
          ${meeting.moved === null || meeting.cancelReason !== null || !['planned', 'notified'].includes(meeting.state) ? nothing : html`<lf-notice-bar kind="warn" text=${words.movedFrom(meeting.moved)}></lf-notice-bar>`}
          <lf-tabs label=${words.title} chosen=${part} .tabs=${shown.map((id) => ({ id, label: words.parts[id], ...(id === 'speeches' && item !== null && item.speeches > 0 ? { note: String(item.speeches) } : {}) }))} @tab-chosen=${(event: CustomEvent<{ id: string }>) => void go(`/meetings/${meeting.id}?${new URLSearchParams({ ...(item === null ? {} : { item: item.id }), part: event.detail.id }).toString()}`)}></lf-tabs>
          <div class="meeting-body" role="tabpanel" id="panel-${part}" aria-labelledby="tab-${part}">${this.#middle(meeting, item)}</div></div>
        <aside class="pane meeting-side" aria-label=${words.files}><meeting-files .meeting=${meeting} .item=${item}></meeting-files></aside></div>
      <meeting-dialog .task=${this.task} .meeting=${meeting} .choices=${this.choices} .today=${this.#session.value?.today ?? ''}></meeting-dialog></div>`
  }
}
customElements.define('view-meeting', ViewMeeting)
