import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, asProblem } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import { LightElement } from '../../components/light-element.ts'
import { RecordReader } from '../../components/record-reader.ts'
import { daysBetween } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { replaceQuery } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import type { CalendarYear } from './administration-data.ts'
import './administration.css'

const words = messages.administration.calendar
type Day = CalendarYear['days'][number]
const kinds = ['rest', 'work', 'asPublished'] as const
const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1)

/** Columns from Monday: how many empty places stand before a day. */
const placeOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
const nextDay = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** 工作日历: a year at a glance; what was entered here goes before what is published. */
export class ViewCalendar extends LightElement {
  static override properties = { query: { attribute: false }, entering: { state: true }, errors: { state: true }, notice: { state: true } }
  declare query: URLSearchParams
  declare entering: string | null
  declare errors: readonly FieldError[]
  declare notice: string
  readonly #session = new SessionReader(this)
  readonly #record = new RecordReader<CalendarYear>(this, { key: () => (this.#year === 0 ? '' : String(this.#year)), read: async (year) => (await answer(api.GET('/api/administration/calendar/{year}', { params: { path: { year: Number(year) } } }))).data })

  constructor() {
    super()
    this.query = new URLSearchParams()
    this.entering = null
    this.errors = []
    this.notice = ''
  }

  get #thisYear(): number {
    return Number((this.#session.value?.today ?? '').slice(0, 4))
  }

  get #year(): number {
    const asked = Number(this.query.get('year'))
    return Number.isInteger(asked) && asked >= 1990 && asked <= 2100 ? asked : this.#thisYear
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const form = new FormData(event.target)
    const [from, to] = [String(form.get('from') ?? ''), String(form.get('to') ?? '') || String(form.get('from') ?? '')]
    const kind = kinds.find((one) => one === form.get('kind')) ?? 'rest'
    const note = String(form.get('note') ?? '').trim()
    this.errors = from === '' ? [{ path: 'from', message: words.missing }] : to < from ? [{ path: 'to', message: words.reversed }] : []
    if (this.errors.length > 0) return
    const days = Array.from({ length: Math.min(daysBetween(from, to) + 1, 366) }).reduce<string[]>((all) => [...all, all.length === 0 ? from : nextDay(all.at(-1) ?? from)], []).map((date) => ({ date, kind, note }))
    try {
      const { data } = await answer(api.PUT('/api/administration/calendar', { body: { days } }))
      this.entering = null
      this.notice = words.saved(data.saved)
      await this.#record.load()
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = problem.fields.length > 0 ? problem.fields.map(({ path, message }) => ({ path: path.endsWith('note') ? 'note' : '', message })).slice(0, 1) : [{ path: '', message: problem.told }]
    }
  }

  #day(day: Day): TemplateResult {
    const { legend } = words
    const kind = day.work === null ? legend.unknown : day.work ? legend.work : legend.rest
    const told = [day.entered === null ? kind : `${kind}（${legend.entered}）`, ...(day.note === null ? [] : [day.note])].join('，')
    return html`<td class="${day.work === null ? 'unknown' : day.work ? 'work' : 'rest'} ${day.entered === null ? '' : 'entered'} ${day.date === this.#session.value?.today ? 'today' : ''}"><button type="button" class="plain" title="${day.date} ${told}" @click=${() => { this.errors = []; this.entering = day.date }}>${Number(day.date.slice(8))}<span class="vh">${words.dayTold(told)}</span></button></td>`
  }

  #month(month: number, days: readonly Day[]): TemplateResult {
    const own = days.filter(({ date }) => Number(date.slice(5, 7)) === month)
    const before = placeOf(own[0]?.date ?? '2000-01-03')
    const weeks = Array.from({ length: Math.ceil((before + own.length) / 7) }, (_, week) => Array.from({ length: 7 }, (__, at) => own[week * 7 + at - before]))
    return html`<table class="month"><caption>${words.month(month)}</caption><thead><tr>${words.weekdays.map((day) => html`<th scope="col">${day}</th>`)}</tr></thead>
      <tbody>${weeks.map((week) => html`<tr>${week.map((day) => (day === undefined ? html`<td></td>` : this.#day(day)))}</tr>`)}</tbody></table>`
  }

  #dialog(): TemplateResult {
    const error = (path: string): string => this.errors.find((one) => one.path === path)?.message ?? ''
    return html`<lf-dialog heading=${words.enter} ?open=${this.entering !== null} .errors=${this.errors} @dialog-closed=${() => { this.entering = null }}>
      ${this.entering === null ? nothing : html`<form id="day-form" @submit=${(event: SubmitEvent) => void this.#save(event)} novalidate>
        <div class="fields"><lf-field class="w6" label=${words.from} required .error=${error('from')}><input type="date" name="from" .value=${this.entering}></lf-field><lf-field class="w6" label=${words.to} .error=${error('to')}><input type="date" name="to"></lf-field></div>
        <fieldset class="options"><legend class="field-label">${words.kind}</legend>${kinds.map((kind) => html`<label class="option"><input type="radio" name="kind" value=${kind} ?checked=${kind === 'rest'}>${words.kinds[kind]}</label>`)}</fieldset>
        <lf-field label=${words.note} required hint=${words.noteHint} .error=${error('note')}><input name="note"></lf-field></form>`}
      <button slot="actions" class="btn main" form="day-form">${words.save}</button></lf-dialog>`
  }

  protected override render(): TemplateResult {
    const { given: calendar, problem } = this.#record
    const now = this.#thisYear
    const years = [...new Set([now - 1, now, now + 1, now + 2, this.#year])].toSorted((a, b) => a - b)
    const count = (work: boolean): number => calendar?.days.filter((day) => day.work === work).length ?? 0
    return html`<div class="page"><div class="page-head"><h1 class="page-title">${words.title}</h1>
        <span class="choices" role="group" aria-label=${words.year}>${years.map((year) => html`<button type="button" aria-pressed=${year === this.#year ? 'true' : 'false'} @click=${() => { this.query = new URLSearchParams({ year: String(year) }); replaceQuery(this.query) }}>${year}</button>`)}</span>
        ${calendar === null || !calendar.known ? nothing : html`<p class="say">${words.days(count(true), count(false))}</p>`}<span class="spring"></span><button class="btn main" @click=${() => { this.errors = []; this.entering = '' }}>${words.enter}</button></div>
      ${this.notice === '' ? nothing : html`<lf-notice-bar kind="good" text=${this.notice} closable @notice-closed=${() => { this.notice = '' }}></lf-notice-bar>`}
      ${problem !== null ? html`<lf-error .problem=${problem} @retry=${() => void this.#record.load()}></lf-error>` : calendar === null ? html`<lf-loading text=${words.loading}></lf-loading>` : html`
        ${calendar.known ? html`<p class="quiet small">${words.known(calendar.source)}</p>` : html`<lf-notice-bar kind="warn" text=${words.unknown(calendar.year)}></lf-notice-bar>`}
        <ul class="calendar-legend"><li class="rest">${words.legend.rest}</li><li class="work">${words.legend.work}</li><li class="entered">${words.legend.entered}</li><li class="unknown">${words.legend.unknown}</li></ul>
        <div class="year-months">${MONTHS.map((month) => this.#month(month, calendar.days))}</div>`}</div>${this.#dialog()}`
  }
}
customElements.define('view-calendar', ViewCalendar)
