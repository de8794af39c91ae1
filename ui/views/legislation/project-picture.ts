import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit'
import { shortMeeting } from '../../../law/procedure/index.ts'
import type { components } from '../../api/schema.d.ts'
import { messages } from '../../messages/zh.ts'

type Timeline = components['schemas']['ProjectTimeline']
type Row = Timeline['rows'][number]
const words = messages.project.picture

const WIDTH = 1318
const NAMES = 112
const HEAD = 52
const ROW = 23
const DAY_MS = 86_400_000

const dayNumber = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS)
const shortDay = (date: string): string => date.slice(5)

/** Every day that the picture must hold. */
const daysOf = (timeline: Timeline): string[] => [
  timeline.today,
  ...timeline.halts.flatMap((halt) => [halt.from, halt.to ?? timeline.today]),
  ...timeline.rows.flatMap((row) => [
    ...(row.planned === null ? [] : [row.planned.from, row.planned.to]), ...row.actual.flatMap((a) => [a.from, a.to ?? timeline.today]), ...(row.expected === null ? [] : [row.expected.from, row.expected.to]), ...row.statutory.map((s) => s.on),
  ]),
]

/** The months that are drawn: from the month before the first day to the month after the last one, `YYYY-MM`. */
function monthsOf(days: readonly string[]): string[] {
  const sorted = days.toSorted()
  const first = sorted[0] ?? '2026-01-01'
  const last = sorted.at(-1) ?? first
  const months: string[] = []
  let year = Number(first.slice(0, 4))
  let month = Number(first.slice(5, 7))
  const end = Number(last.slice(0, 4)) * 12 + Number(last.slice(5, 7))
  for (; year * 12 + month <= end + 1 || months.length < 9; month === 12 ? ((month = 1), (year += 1)) : (month += 1)) months.push(`${year}-${String(month).padStart(2, '0')}`)
  return months
}

type Scale = (day: string) => number

const diamond = (x: number, y: number, tone: string, said: string): SVGTemplateResult => svg`<path tabindex="0" d=${`M${x} ${y - 6}l6 6-6 6-6-6z`} class=${tone}><title>${said}</title></path>`

/** What stands beside the marks of a row. */
const wordOf = (row: Row): { text: string; tone: string } | null => {
  if (row.expected !== null) return { text: `${shortDay(row.expected.to)} ${shortMeeting(row.expected.label)}`, tone: row.current ? 'nowt' : 'lt' }
  if (row.lateDays > 0 && (row.actual.length > 0 || row.current)) return { text: words.late(row.lateDays), tone: row.lateDays > 7 ? 'late' : 'lt' }
  return null
}

function marks(row: Row, y: number, x: Scale, today: string): SVGTemplateResult {
  const { planned, actual, expected } = row
  const said = (what: string, from: string, to: string): string => `${row.label}　${what}：${from === to ? from : `${from} 至 ${to}`}`
  const ends = actual.map((a) => a.to ?? today)
  const started = actual[0]?.from ?? null
  const plannedEnd = planned?.to ?? null
  const lateFrom = plannedEnd !== null && row.lateDays > 0 ? x(plannedEnd) : null
  // late before it began: a dotted line; late while it lasted: hatched
  const begun = started !== null && plannedEnd !== null && started <= plannedEnd
  const until = started === null ? (row.ahead && !row.current ? null : x(today)) : begun ? x(ends.at(-1) ?? today) : x(started)
  const width = (from: string, to: string): number => Math.max(3, x(to) - x(from))
  return svg`${planned === null ? nothing : row.kind === 'day' ? diamond(x(planned.to), y, 'pl', said(words.planned, planned.to, planned.to))
    : svg`<rect tabindex="0" x=${x(planned.from)} y=${y - 6} width=${width(planned.from, planned.to)} height="12" class="pl"><title>${said(words.planned, planned.from, planned.to)}</title></rect>`}
    ${lateFrom === null || until === null || until <= lateFrom ? nothing : begun && row.kind === 'span' ? svg`<rect x=${lateFrom} y=${y - 6} width=${until - lateFrom} height="12" fill="url(#late-hatch)" class="hat"></rect>` : svg`<line x1=${lateFrom + 7} x2=${Math.max(lateFrom + 7, until - 7)} y1=${y} y2=${y} class="dl"></line>`}
    ${actual.map((a) => (row.kind === 'day' ? diamond(x(a.from), y, 'ac', said(words.actual, a.from, a.from))
      : svg`<rect tabindex="0" x=${x(a.from)} y=${y - 3.5} width=${width(a.from, a.to ?? today)} height="7" class="ac"><title>${said(words.actual, a.from, a.to ?? words.until)}</title></rect>`))}
    ${expected === null ? nothing : expected.from === expected.to ? diamond(x(expected.to), y, 'fc', said(words.expected, expected.to, `${expected.to} ${expected.label}`))
      : svg`<rect tabindex="0" x=${x(expected.from)} y=${y - 3.5} width=${width(expected.from, expected.to)} height="7" class="fc"><title>${said(words.expected, expected.from, `${expected.to} ${expected.label}`)}</title></rect>`}
    ${row.statutory.map((s) => svg`<path tabindex="0" d=${`M${x(s.on)} ${y - 9}v18`} class="stat"><title>${`${s.on}　${s.label}。${s.basis}`}</title></path>`)}`
}

/** Where the words of a row stand: right of its last mark, left of the first where there is no room. */
function label(row: Row, y: number, x: Scale, today: string): SVGTemplateResult | typeof nothing {
  const word = wordOf(row)
  if (word === null) return nothing
  const days = [...(row.planned === null ? [] : [row.planned.to]), ...row.actual.map((a) => a.to ?? today), ...(row.expected === null ? [] : [row.expected.to]), ...row.statutory.map((s) => s.on)].map(x)
  const starts = [...(row.planned === null ? [] : [row.planned.from]), ...row.actual.map((a) => a.from), ...(row.expected === null ? [] : [row.expected.from]), ...row.statutory.map((s) => s.on)].map(x)
  const right = Math.max(...days) + 11
  const left = right + word.text.length * 12 > WIDTH
  return svg`<text x=${left ? Math.min(...starts) - 11 : right} y=${y + 4} class=${word.tone} text-anchor=${left ? 'end' : 'start'}>${word.text}</text>`
}

/** Days on which nothing was done by decision, as a band through all rows; the day on which it ended as its last line. */
const haltBand = (halt: Timeline['halts'][number], x: Scale, { today, height }: { today: string; height: number }): SVGTemplateResult => {
  const left = x(halt.from)
  const width = Math.max(3, x(halt.to ?? today) - left)
  const letters = halt.label.length * 12
  // in a band that holds it; else behind it, and before it where the picture ends
  const [at, anchor] = width > letters + 12 ? [left + 6, 'start'] : left + width + 6 + letters < WIDTH ? [left + width + 6, 'start'] : [left - 6, 'end']
  return svg`<rect tabindex="0" x=${left} y=${HEAD} width=${width} height=${height - HEAD - 4} class=${halt.end ? 'halt-end' : 'halt'}><title>${words.halt(halt.label, halt.from, halt.to)}</title></rect>
    <text x=${at} y=${height - 12} class="lt" text-anchor=${anchor}>${halt.label}</text>`
}

const TODAY_WIDTH = 116
const YEAR_WIDTH = 48

/** Where the word of today begins: over its line, or beside it where it would cover the word of a year or leave the picture. */
function todayBox(now: number, years: readonly number[]): number {
  const covers = (left: number): boolean => left < 0 || left + TODAY_WIDTH > WIDTH || years.some((year) => left < year + YEAR_WIDTH && left + TODAY_WIDTH > year)
  const places = [now - TODAY_WIDTH / 2, now - 1, now - TODAY_WIDTH + 1]
  return places.find((left) => !covers(left)) ?? Math.min(Math.max(0, now - TODAY_WIDTH / 2), WIDTH - TODAY_WIDTH)
}

/** Stages of a project in time: planned, actual, expected and statutory days; a table of the same for telephones and readers. */
export function projectPicture(timeline: Timeline, title: string): TemplateResult {
  const months = monthsOf(daysOf(timeline))
  const first = dayNumber(`${months[0] ?? '2026-01'}-01`)
  const span = months.length * 30.44
  const x: Scale = (day) => Math.round((NAMES + ((dayNumber(day) - first) / span) * (WIDTH - NAMES)) * 10) / 10
  const height = HEAD + timeline.rows.length * ROW + 8
  const now = x(timeline.today)
  const box = todayBox(now, months.filter((month, at) => at === 0 || month.endsWith('-01')).map((month) => x(`${month}-01`)))
  const halted = timeline.halts.at(-1)
  // delays are drawn as far as they are counted
  const counted = halted !== undefined && (halted.end || halted.to === null) ? halted.from : timeline.today
  const each = months.length > 26 ? 3 : 1
  return html`<div class="leg" aria-hidden="true"><span><svg width="26" height="12"><rect x=".6" y=".6" width="24" height="10.8" class="pl"></rect></svg>${words.planned}</span><span><svg width="26" height="12"><rect y="2.5" width="26" height="7" class="ac"></rect></svg>${words.actual}</span><span><svg width="26" height="12"><rect x=".6" y="2.5" width="24" height="7" class="fc"></rect></svg>${words.expected}</span><span><svg width="26" height="12"><line x1="0" x2="26" y1="6" y2="6" class="dl"></line></svg>${words.delay}</span><span><svg width="14" height="14"><path d="M7 1l6 6-6 6-6-6z" class="pl"></path></svg>${words.day}</span><span><svg width="10" height="14"><path d="M4 0v14" class="stat"></path></svg>${words.statutory}</span>${timeline.halts.length === 0 ? nothing : html`<span><svg width="26" height="12"><rect x=".6" y=".6" width="24" height="10.8" class="halt"></rect></svg>${words.halted}</span>`}<span class="hint">${words.hint}</span></div>
    <div class="chart"><svg viewBox="0 0 ${WIDTH} ${height}" role="group" aria-label=${words.label(title)}><defs><pattern id="late-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" class="hb"></rect><rect width="1.6" height="5" class="hl"></rect></pattern></defs>
      ${months.map((month, at) => {
        const newYear = at === 0 || month.endsWith('-01')
        const left = x(`${month}-01`)
        return svg`<line x1=${left} x2=${left} y1=${newYear ? 6 : 44} y2=${height - 4} class=${newYear ? 'yr' : 'gr'}></line>${at % each === 0 ? svg`<text x=${left + 5} y="40" class="mo">${words.month(Number(month.slice(5)))}</text>` : nothing}${newYear ? svg`<text x=${left + 5} y="19" class="ye">${words.year(Number(month.slice(0, 4)))}</text>` : nothing}`
      })}
      ${timeline.halts.map((halt) => haltBand(halt, x, { today: timeline.today, height }))}
      ${timeline.rows.map((row, at) => {
        const top = HEAD + at * ROW
        const y = top + 11.5
        return svg`${row.current ? svg`<rect x="0" y=${top} width=${WIDTH} height=${ROW} class="cur"></rect>` : nothing}<line x1="0" x2=${WIDTH} y1=${top + ROW} y2=${top + ROW} class="gr"></line>
          <text x="8" y=${y + 5} class=${row.current ? 'now' : row.ahead ? 'fut' : ''}>${row.label}</text>${marks(row, y, x, counted)}${label(row, y, x, counted)}`
      })}
      <line x1=${now} x2=${now} y1="22" y2=${height - 4} class="td"></line><rect x=${box} y="3" width=${TODAY_WIDTH} height="22" class="tdb"></rect><text x=${box + TODAY_WIDTH / 2} y="19" text-anchor="middle" class="tdt">${words.today(timeline.today)}</text></svg>
    <table class="tlt"><thead><tr><th>${words.stage}</th><th>${words.planned}</th><th>${words.actual}</th><th>${words.delay}</th></tr></thead><tbody>${timeline.halts.map((halt) => html`<tr><td>${halt.label}</td><td>–</td><td>${halt.from}${halt.to === halt.from ? '' : ` 至 ${halt.to ?? words.now}`}</td><td></td></tr>`)}${timeline.rows.map((row) => html`<tr aria-current=${row.current ? 'step' : nothing}><td>${row.label}</td><td>${row.planned?.to ?? '–'}</td>
      <td>${row.actual.at(-1)?.to ?? (row.actual.length > 0 ? words.until : row.expected === null ? '–' : `${words.expected} ${shortDay(row.expected.to)} ${shortMeeting(row.expected.label)}`)}</td><td class=${row.lateDays > 7 ? 'warn' : ''}>${row.lateDays > 0 && (row.actual.length > 0 || row.current) ? words.late(row.lateDays) : ''}</td></tr>`)}</tbody></table></div>`
}
