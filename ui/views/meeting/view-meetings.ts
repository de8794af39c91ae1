import { html, nothing, type TemplateResult } from 'lit'
import { answer, api } from '../../api/client.ts'
import { CursorList } from '../../components/cursor-list.ts'
import type { Column } from '../../components/lf-list-table.ts'
import '../../components/lf-list-table.ts'
import { LightElement } from '../../components/light-element.ts'
import { weekday } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { go, to } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import { stateKind } from '../case-shown.ts'
import type { MeetingRow } from './meeting-data.ts'
import './meeting.css'

const words = messages.meeting
const views = ['upcoming', 'past', 'month'] as const
type View = (typeof views)[number]

const columns: readonly Column<MeetingRow>[] = [
  { key: 'title', label: words.columns.title, kind: 'title', cell: (row) => row.title },
  { key: 'kind', label: words.columns.kind, widthEm: 10, kind: 'quiet', secondary: true, cell: (row) => row.kindLabel },
  { key: 'startsOn', label: words.columns.startsOn, widthEm: 14, cell: (row) => html`<span class="nowrap">${row.startsOn} ${row.startsAt} <span class="quiet">${weekday(row.startsOn)}</span></span>` },
  { key: 'place', label: words.columns.place, widthEm: 15, kind: 'quiet', secondary: true, cell: (row) => row.place },
  { key: 'items', label: words.columns.items, widthEm: 4, kind: 'number', cell: (row) => String(row.items) },
  { key: 'materials', label: words.columns.materials, widthEm: 8, kind: 'quiet', secondary: true, cell: (row) => row.materialsDueOn ?? '—' },
  { key: 'state', label: words.columns.state, widthEm: 8, cell: (row) => html`<lf-state kind=${stateKind(row.stateSign)} word=${row.stateLabel}></lf-state>` },
]

const shift = (month: string, by: number): string => {
  const [year = 2000, at = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, at - 1 + by, 1)).toISOString().slice(0, 7)
}

/** 会议: what is to be held by date, what was held newest first, and one month as a calendar. */
export class ViewMeetings extends LightElement {
  static override properties = { query: { attribute: false } }
  declare query: URLSearchParams
  readonly #session = new SessionReader(this)
  readonly #list = new CursorList(this, (cursor) => {
    const view = this.#view
    return answer(api.GET('/api/meetings', { params: { query: { view, limit: view === 'month' ? 200 : 50, ...(view === 'month' ? { month: this.#month } : {}), ...(cursor === undefined ? {} : { cursor }) } } }))
  })
  #shown = ''

  constructor() {
    super()
    this.query = new URLSearchParams()
  }

  get #view(): View {
    return views.find((view) => view === this.query.get('view')) ?? 'upcoming'
  }
  get #month(): string {
    const asked = this.query.get('month') ?? ''
    return /^\d{4}-(0[1-9]|1[0-2])$/u.test(asked) ? asked : (this.#session.value?.today ?? '2000-01').slice(0, 7)
  }

  protected override willUpdate(): void {
    const place = `${this.#view} ${this.#month}`
    if (this.#shown === place || this.#session.value === null) return
    this.#shown = place
    void this.#list.load({ anew: true })
  }

  #calendar(rows: readonly MeetingRow[]): TemplateResult {
    const month = this.#month
    const first = new Date(`${month}-01T00:00:00Z`)
    const lead = (first.getUTCDay() + 6) % 7
    const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
    const cells = Array.from({ length: Math.ceil((lead + days) / 7) * 7 }, (_, at) => at - lead + 1)
    const today = this.#session.value?.today
    return html`<div class="calendar-head"><a class="btn short" href=${to(`/meetings?view=month&month=${shift(month, -1)}`)}>${words.previousMonth}</a><b>${Number(month.slice(0, 4))}年${Number(month.slice(5))}月</b><a class="btn short" href=${to(`/meetings?view=month&month=${shift(month, 1)}`)}>${words.nextMonth}</a></div>
      <ol class="meeting-calendar">${words.weekdays.map((day) => html`<li class="weekday" aria-hidden="true">${day}</li>`)}
      ${cells.map((day) => {
        if (day < 1 || day > days) return html`<li class="outside" aria-hidden="true"></li>`
        const date = `${month}-${String(day).padStart(2, '0')}`
        const held = rows.filter((row) => row.startsOn === date)
        return html`<li class=${[date === today ? 'today' : '', held.length === 0 ? 'free' : ''].join(' ')}><time datetime=${date}>${day}</time>${held.map((row) => html`<a class=${row.state === 'cancelled' ? 'gone' : ''} href=${to(`/meetings/${row.id}`)}><small>${row.startsAt}</small> ${row.title}</a>`)}</li>`
      })}</ol>${rows.length === 0 ? html`<p class="quiet">${words.noneHint.month}</p>` : nothing}`
  }

  protected override render(): TemplateResult {
    const { items: rows, problem, page } = this.#list
    const mayPlan = this.#session.hasRole(['meetingClerk', 'legislationOfficer', 'committeeMember'])
    const counts: Record<View, number | ''> = { upcoming: page?.counts.upcoming ?? '', past: page?.counts.past ?? '', month: '' }
    return html`<nav class="second-row" aria-label=${words.title}>${views.map((view) => html`<button type="button" class="view" aria-current=${view === this.#view ? 'page' : nothing} @click=${() => void go(`/meetings?view=${view}`)}>${words.views[view]} <span>${counts[view]}</span></button>`)}</nav>
      <div class="page"><div class="page-head"><h1 class="page-title">${words.title}</h1>${mayPlan ? html`<a class="btn main" href=${to('/meetings/new')}>${words.plan}</a>` : nothing}</div>
      <p class="quiet small">${words.say}</p>
      ${problem !== null ? html`<lf-error .problem=${problem} @retry=${() => void this.#list.load()}></lf-error>`
        : rows === null ? html`<lf-loading rows="6"></lf-loading>`
        : this.#view === 'month' ? this.#calendar(rows)
        : rows.length === 0 ? html`<lf-empty heading=${words.none} text=${words.noneHint[this.#view]}></lf-empty>`
        : html`<lf-list-table caption=${words.caption} .columns=${columns} .rows=${rows} .rowKey=${(row: MeetingRow) => row.id} .rowName=${(row: MeetingRow) => row.title} .rowPath=${(row: MeetingRow) => `/meetings/${row.id}`}></lf-list-table>
          ${this.#list.rest()}`}</div>`
  }
}
customElements.define('view-meetings', ViewMeetings)
