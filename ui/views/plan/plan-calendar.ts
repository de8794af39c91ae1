import { html, nothing, type TemplateResult } from 'lit'
import { planMonths } from '../../../law/procedure/index.ts'
import type { components } from '../../api/schema.d.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import { type Plan, type PlanItem, standingTone, standingWord } from './plan-words.ts'

const words = messages.plan
export type PlanMeeting = components['schemas']['PlanMeeting']

/** An item by its title, and the way to its project for who works on it. */
const named = (item: PlanItem): TemplateResult => (item.project === null || item.project.id === null ? html`${item.title}` : html`<a class="item" href=${to(`/projects/${item.project.id}`)}>${item.title}</a>`)

/** 日历: month by month, the meetings that are set and the items that are due, in the order of their days. */
export function planCalendar(plan: Plan, meetings: readonly PlanMeeting[]): TemplateResult {
  const items = plan.items.filter((i) => !i.ended && i.dueMonth !== null)
  if (items.length === 0 && meetings.length === 0) return html`<lf-empty heading=${words.calendarNone}></lf-empty>`
  const now = plan.today.slice(0, 7)
  return html`<ol class="months">${planMonths(plan.year, plan.untilYear ?? plan.year).map((month) => {
    const held = meetings.filter((m) => m.startsOn.startsWith(month))
    const due = items.filter((i) => (i.standing.dueOn ?? '').startsWith(month))
    const tabled = items.filter((i) => i.dueMonth === month && !(i.standing.dueOn ?? '').startsWith(month))
    const days = [
      ...held.map((m) => ({ on: m.startsOn, said: html`<a href=${to(`/meetings/${m.id}`)}>${m.title}</a>` })),
      ...due.map((i) => ({ on: i.standing.dueOn ?? '', said: html`<span>${named(i)}<em class=${standingTone(i)}>${standingWord(i)}</em></span>` })),
    ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    return html`<li class=${month === now ? 'now' : ''}><h2>${month.slice(0, 4) === String(plan.year) ? nothing : `${month.slice(0, 4)}年`}${words.month(month)}</h2><ul>
      ${days.map(({ on, said }) => html`<li><time>${on.slice(5)}</time>${said}</li>`)}
      ${tabled.map((i) => html`<li><time></time><span>${named(i)}<em>${i.classLabel}</em></span></li>`)}</ul></li>`
  })}</ol>`
}
