import { html, nothing, type TemplateResult } from 'lit'
import { answer, type ApiProblem, api, asProblem, Submission } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import '../../components/extension-dialog.ts'
import { LightElement } from '../../components/light-element.ts'
import { dateInText, daysBetween, weekday } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import { shownDeadline } from '../case-shown.ts'
import { shortTitle } from '../short-title.ts'
import { markRead, noticeLink, noticeTime } from '../notices/view-notices.ts'
import { monthPicture } from './month-figures.ts'
import { type First, firstThing, type Today, type TodayGiven, type TodayItem } from './today-first.ts'
import './today.css'

type Notice = components['schemas']['Notice']
type Waiting = components['schemas']['TodayWaiting']
type Told = { kind: 'good' | 'bad'; text: string; link?: string }
const words = messages.today
const NOTICES = 4
const SOON_DAYS = 3
const groups = ['overdue', 'threeDays', 'sevenDays', 'asked'] as const

/** Where a person of a role goes when nothing is asked of them today; the first that holds. */
const roleGoals: readonly (readonly [role: string, path: string, label: string])[] = [
  ['reviewer', '/queue', words.go.queue], ['reviewChief', '/queue', words.go.queue], ['receptionClerk', '/receipt', words.go.receipt], ['filingClerk', '/filing', words.go.filing], ['committeeMember', '/committee', words.go.committee],
  ['councilMember', '/led', words.go.led], ['issuer', '/papers', words.go.papers], ['archivist', '/queue', words.go.queue], ['legislationChief', '/projects', words.go.projects], ['legislationOfficer', '/projects?view=mine', words.go.projects], ['meetingClerk', '/meetings', words.go.meetings],
  ['standingMember', '/meetings', words.go.meetings], ['provinceOfficer', '/approvals', words.go.approvals], ['proposerClerk', '/projects', words.go.projects], ['drafter', '/projects', words.go.projects], ['administrator', '/administration', words.go.administration],
]

/** days after which what sets a day is told on pointing alone */
const NEAR_DAYS = 30

/** The day of a task of legislation was set by somebody or counted back from a meeting: where it is near it is told with what sets it. */
function isSet({ kind, deadline }: TodayItem): boolean {
  if (kind !== 'project' && kind !== 'task' && kind !== 'meeting') return false
  return deadline?.dueOn != null && (deadline.remaining?.kind !== 'left' || deadline.remaining.amount <= NEAR_DAYS)
}

/** 今日: what comes first, what is due, who is waited for, what was given. The first screen of everybody. */
export class ViewToday extends LightElement {
  static override properties = { data: { state: true }, notices: { state: true }, problem: { state: true }, told: { state: true }, deciding: { state: true }, busy: { state: true } }
  declare data: Today | null
  declare notices: readonly Notice[]
  declare problem: ApiProblem | null
  declare told: Told | null
  declare deciding: TodayItem | null
  declare busy: boolean
  readonly #session = new SessionReader(this)
  readonly #submission = new Submission()

  constructor() {
    super()
    this.data = null
    this.notices = []
    this.problem = null
    this.told = null
    this.deciding = null
    this.busy = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  async #load(): Promise<void> {
    try {
      const [today, notices] = await Promise.all([answer(api.GET('/api/today')), answer(api.GET('/api/notices', { params: { query: { limit: NOTICES } } }))])
      this.data = today.data
      this.notices = notices.data.items
      this.problem = null
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  async #act(work: () => Promise<Told>): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      this.told = await work()
      await this.#load()
    } catch (thrown) {
      this.told = { kind: 'bad', text: asProblem(thrown).told }
    } finally {
      this.busy = false
    }
  }

  #remind(key: string): void {
    void this.#act(async () => {
      const { data } = await this.#submission.send({ key }, (headers) => api.POST('/api/today/remind', { body: { key }, headers }))
      return { kind: 'good', text: words.reminded(data.who, data.told) }
    })
  }

  #take({ id, revision, title }: TodayGiven): void {
    void this.#act(async () => {
      const body = { cases: [{ id, revision }] }
      const { data } = await this.#submission.send(body, (headers) => api.POST('/api/queue/start', { body, headers }))
      const [result] = data.results
      if (result?.done !== true) return { kind: 'bad', text: result?.message ?? '' }
      return { kind: 'good', text: words.taken(title), link: `/review/${id}` }
    })
  }

  /** The act of an item: a reminder, a decision in place, or the way to where it is done. */
  #do(item: TodayItem, look: string, busy = this.busy): TemplateResult {
    const { act } = item
    if (act.remind !== null) {
      const key = act.remind
      const done = this.data?.waiting.find((w) => w.key === key)?.remindedToday === true
      return html`<button class=${look} ?disabled=${busy || done} @click=${() => this.#remind(key)}>${done ? words.remindedToday : act.label}</button>`
    }
    if (item.kind === 'extension') return html`<button class=${look} @click=${() => { this.deciding = item }}>${act.label}</button>`
    return html`<a class=${look === 'plain' ? '' : look} href=${to(act.link)}>${act.label}</a>`
  }

  #mainAct(first: First): TemplateResult {
    if (first.item !== null) return this.#do(first.item, 'btn main')
    const { given, waiting } = first
    if (waiting !== null) return html`<button class="btn main" ?disabled=${this.busy} @click=${() => this.#remind(waiting.key)}>${words.remind}</button>`
    if (given !== null) return html`<button class="btn main" ?disabled=${this.busy} @click=${() => this.#take(given)}>${words.take}</button>`
    const goal = roleGoals.find(([role]) => this.#session.hasRole(role))
    return html`<a class="btn main" href=${to(goal?.[1] ?? '/library')}>${goal?.[2] ?? words.go.library}</a>`
  }

  #sum(data: Today): TemplateResult {
    const one = (id: string, label: string, count: number, more = ''): TemplateResult => {
      const inside = html`<b>${count}</b><span>${label}</span>${more === '' ? nothing : html`<small>${more}</small>`}`
      const look = id === 'overdue' ? 'over' : ''
      return count === 0 ? html`<span class="none ${look}">${inside}</span>` : html`<a class=${look} href=${`#${id}`}>${inside}</a>`
    }
    const { overdue, threeDays, sevenDays, asked } = data.groups
    const labels = words.groups
    return html`<nav class="today-sum" aria-label=${words.mine}>${one('overdue', labels.overdue, overdue.length)}${one('threeDays', labels.threeDays, threeDays.length, words.until(data.threeDaysTo))}${one('sevenDays', labels.sevenDays, sevenDays.length, words.until(data.sevenDaysTo))}
      ${asked.length === 0 ? nothing : one('asked', labels.asked, asked.length)}${one('waiting', labels.waiting, data.waiting.length)}${data.given.length > 0 || this.#session.hasRole(['reviewer', 'reviewChief']) ? one('given', labels.given, data.given.length) : nothing}</nav>`
  }

  #due(id: (typeof groups)[number], items: readonly TodayItem[]): TemplateResult | typeof nothing {
    if (items.length === 0) return nothing
    return html`<section class="part" id=${id}><h2>${words.groups[id]}</h2><ul class="today-due">${items.map((item) => html`<li>
      <span class="left"><lf-deadline .deadline=${shownDeadline(item.deadline, item.kind === 'meeting' ? '' : undefined)}></lf-deadline></span><a class="t" href=${to(item.act.link)} title=${item.title}>${shortTitle(item.title)}</a><span class="m" title=${item.detail}>${item.detail}</span><span class="do">${this.#do(item, 'plain')}</span>
      ${item.note === null && !isSet(item) ? nothing : html`<span class="note">${item.note}${isSet(item) ? html`<span class="basis">${words.setFor(item.deadline?.dueOn ?? '', this.data?.today ?? '', item.deadline?.label ?? '', item.deadline?.basis ?? '', item.deadline?.standing === '已确认')}</span>` : nothing}</span>`}</li>`)}</ul></section>`
  }

  #when({ deadline, until, waitedDays }: Waiting, today: string): TemplateResult {
    const due = deadline?.dueOn ?? until
    if (due === null || due === undefined) return html`<span class="when">${waitedDays === null ? '' : words.wait.waited(waitedDays)}</span>`
    const left = daysBetween(today, due)
    if (left < 0) return html`<span class="when late">! ${words.wait.overdue(-left)}</span>`
    const word = left === 0 ? words.wait.today : left === 1 ? words.wait.tomorrow : deadline === null ? words.wait.plan(due, today) : words.wait.due(due, today)
    return html`<span class="when ${left < SOON_DAYS ? 'soon' : ''}">${word}</span>`
  }

  #waiting(data: Today): TemplateResult | typeof nothing {
    if (data.waiting.length === 0) return nothing
    return html`<section class="part" id="waiting"><h2>${words.groups.waiting}<span>${words.waitingHint}</span></h2><ul class="today-wait">${data.waiting.map((one) => html`<li>
      <span><a href=${to(one.link)} title=${one.title}>${shortTitle(one.title)}</a><em>${one.who}${one.what}</em></span>${this.#when(one, data.today)}
      <span>${!one.mayRemind ? nothing : one.remindedToday ? html`<span class="quiet">${words.remindedToday}</span>` : html`<button class="plain" aria-label=${words.remindLabel(one.who, one.title)} ?disabled=${this.busy} @click=${() => this.#remind(one.key)}>${words.remind}</button>`}</span></li>`)}</ul></section>`
  }

  #given(data: Today): TemplateResult | typeof nothing {
    if (data.given.length === 0) return nothing
    return html`<section class="part" id="given"><h2>${words.groups.given}<span>${words.givenHint}</span></h2><ul class="today-give">${data.given.map((one) => html`<li>
      <a href=${to(`/review/${one.id}`)} title=${one.title}>${shortTitle(one.title)}</a><button class="btn short" aria-label=${words.takeLabel(one.title)} ?disabled=${this.busy} @click=${() => this.#take(one)}>${words.take}</button>
      <p>${[one.by, one.on === null ? '' : words.dayOf(one.on), one.words === null ? one.detail : words.quote(one.words)].filter((part) => part !== '').join('　')}</p></li>`)}</ul></section>`
  }

  #notices(today: string): TemplateResult {
    return html`<section class="part"><h2>${words.notices}<a href=${to('/notices')}>${words.allNotices}</a></h2>${this.notices.length === 0 ? html`<p class="quiet small">${words.noNotices}</p>` : html`<ul class="today-notes">${this.notices.map((one) => {
      const title = html`${one.readAt === null ? html`<span class="new">${messages.notice.newWord}</span>` : nothing}${one.title}`
      return html`<li><time datetime=${one.createdAt}>${noticeTime(one.createdAt, today)}</time>${one.link === null ? html`<span>${title}</span>` : html`<a href=${noticeLink(one.link)} @click=${() => { if (one.readAt === null) void markRead(one.id) }}>${title}</a>`}</li>`
    })}</ul>`}</section>`
  }

  #columns(data: Today): TemplateResult {
    const nothingDue = groups.every((id) => data.groups[id].length === 0) && data.waiting.length === 0
    return html`<div class="today-columns"><div>${groups.map((id) => this.#due(id, data.groups[id]))}${this.#waiting(data)}
        ${nothingDue ? html`<lf-empty heading=${words.nothingTitle} text=${words.nothingText}></lf-empty>` : nothing}</div>
      <div>${this.#given(data)}${this.#notices(data.today)}${data.month === null ? nothing : monthPicture(data.month, data.today, this.#session.hasRole(['reviewer', 'reviewChief', 'receptionClerk', 'councilMember', 'issuer']))}</div></div>`
  }

  #decision(): TemplateResult {
    const item = this.deciding
    return html`<extension-decision-dialog ?open=${item !== null} caseId=${item?.filing?.id ?? ''} etag=${item?.filing == null ? '' : `"${item.filing.revision}"`} heading=${item?.title ?? ''} asked=${item?.detail ?? ''} @dialog-closed=${() => { this.deciding = null }}
      @extension-decided=${(event: CustomEvent<{ approved: boolean }>) => {
        this.deciding = null
        this.told = { kind: 'good', text: event.detail.approved ? messages.queue.extension.approved : messages.queue.extension.refused }
        void this.#load()
      }}></extension-decision-dialog>`
  }

  protected override render(): TemplateResult {
    const { data, told } = this
    if (this.problem !== null) return html`<lf-error .problem=${this.problem} @retry=${() => void this.#load()}></lf-error>`
    const today = data?.today ?? this.#session.value?.today ?? ''
    const first = data === null ? null : firstThing(data)
    return html`<div class="today-head"><div><h1>${dateInText(today)}　${weekday(today)}</h1><p>${first?.sentence ?? nothing}</p></div>
        <div class="today-go">${data?.resume == null ? nothing : html`<a href=${to(`/review/${data.resume.id}`)}>${words.resume(shortTitle(data.resume.title), data.resume.place)}</a>`}${first === null ? nothing : this.#mainAct(first)}</div></div>
      ${told === null ? nothing : html`<lf-notice-bar kind=${told.kind} text=${told.text} closable .action=${told.link === undefined ? nothing : html`<a href=${to(told.link)}>${words.openCase}</a>`} @notice-closed=${() => { this.told = null }}></lf-notice-bar>`}
      ${data === null ? html`<div class="page"><lf-loading rows="8"></lf-loading></div>` : html`${this.#sum(data)}${this.#columns(data)}`}${this.#decision()}`
  }
}
customElements.define('view-today', ViewToday)
declare global { interface HTMLElementTagNameMap { 'view-today': ViewToday } }
