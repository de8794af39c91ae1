import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit'
import { placeInMonths, planMonths } from '../../../law/procedure/index.ts'
import { messages } from '../../messages/zh.ts'
import { type Plan, type PlanItem, standingTone, standingWord } from './plan-words.ts'

const words = messages.plan
const WIDTH = 900
const NAMES = 232
const ROW = 25
const HEAD = 26
/** a mark on the last day is drawn whole */
const EDGE = 8
/** what the words of a line need beside their mark */
const WORD_ROOM = 120
const TITLE_LETTERS = 16

const diamond = (x: number, y: number, tone: string): SVGTemplateResult => svg`<path d=${`M${x} ${y - 6}l6 6-6 6-6-6z`} class=${tone}></path>`

/** Items with a month to be tabled in, as the picture shows them: deliberated ones, in the order of the plan. */
export const picturedItems = (plan: Plan): PlanItem[] => plan.items.filter((i) => !i.ended && i.class === 'deliberation' && i.standing.dueOn !== null)

/** Every item that has a day, as the timeline shows them: surveys by the day of their report. */
export const datedItems = (plan: Plan): PlanItem[] => plan.items.filter((i) => !i.ended && i.standing.dueOn !== null)

/** Due and actual days of items of a plan, a line each; its numbers stand in the table beside it for telephones and readers. */
export function planPicture(plan: Plan, items: readonly PlanItem[] = picturedItems(plan)): TemplateResult {
  if (items.length === 0) return html`<p class="quiet small">${words.noPicture}</p>`
  const months = planMonths(plan.year, plan.untilYear ?? plan.year)
  const x = (day: string): number => NAMES + placeInMonths(months, day) * (WIDTH - NAMES - EDGE)
  const height = HEAD + items.length * ROW + 4
  const today = plan.today >= `${months[0] ?? ''}-01` && plan.today <= `${months.at(-1) ?? ''}-31` ? x(plan.today) : null
  const each = months.length > 24 ? 12 : 1
  const label = (month: string): string => (each === 12 ? month.slice(0, 4) : words.month(month))
  return html`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label=${words.picture}>
      ${months.filter((_, at) => at % each === 0).map((month) => svg`<line x1=${x(`${month}-01`)} x2=${x(`${month}-01`)} y1="20" y2=${height} class="gr"></line><text x=${x(`${month}-01`) + 5} y="17" class="mo">${label(month)}</text>`)}
      ${today === null ? nothing : svg`<line x1=${today} x2=${today} y1="20" y2=${height} class="td"></line>`}
      ${items.map((item, at) => line(item, HEAD + at * ROW + 12, x, plan.today))}</svg>
    <table class="alt"><thead><tr><th>${words.fields.title}</th><th>${words.legend.due}</th><th>${words.legend.done}</th><th></th></tr></thead><tbody>${items.map(
      (item) => html`<tr><td>${item.title}</td><td>${item.standing.dueOn}</td><td>${item.standing.deliveredOn ?? '–'}</td><td class=${standingTone(item)}>${standingWord(item)}</td></tr>`,
    )}</tbody></table>`
}

function line(item: PlanItem, y: number, x: (day: string) => number, today: string): SVGTemplateResult {
  const { dueOn, deliveredOn, kind } = item.standing
  if (dueOn === null) return svg``
  const due = x(dueOn)
  const end = deliveredOn === null ? (kind === 'late' ? x(today) : due) : x(deliveredOn)
  // the words stand where there is room: right of the last mark, or left of it near the end of the year
  const last = Math.max(due, end)
  const first = Math.min(due, end)
  const left = last > WIDTH - 150 && first > NAMES + WORD_ROOM
  // a mark at the beginning of the year and one at its end: the words stand between them
  const at = left ? first - 12 : last > WIDTH - 150 ? first + 12 : last + 12
  const title = item.title.length > TITLE_LETTERS ? `${item.title.slice(0, TITLE_LETTERS)}…` : item.title
  return svg`<line x1="0" x2=${WIDTH} y1=${y + 12} y2=${y + 12} class="gr"></line><text x="0" y=${y + 5}>${title}</text>
    ${end > due ? svg`<line x1=${due} x2=${end} y1=${y} y2=${y} class="dl"></line>` : nothing}
    ${diamond(due, y, 'pl')}${deliveredOn === null ? nothing : diamond(x(deliveredOn), y, 'ac')}
    <text x=${at} y=${y + 4} class=${`kk ${standingTone(item)}`} text-anchor=${left ? 'end' : 'start'}>${standingWord(item)}</text>`
}
