import { html, svg, type TemplateResult } from 'lit'
import type { components } from '../../api/schema.d.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'

type Month = NonNullable<components['schemas']['TodayMonth']>
const words = messages.today

const WIDTH = 380
const AXIS = 64
const HIGHEST = 33
/** more days than this and the day's word no longer fits below its bar */
const ROOMY_DAYS = 12

/** Registered above the days, closed below them; the same numbers as a table for those who do not see the picture. */
export function monthPicture(month: Month, today: string, linked: boolean): TemplateResult {
  const { days } = month
  const most = Math.max(1, ...days.flatMap((d) => [d.registered, d.closed]))
  const step = WIDTH / Math.max(1, days.length)
  const width = Math.min(16, step - 4)
  const unit = Math.min(11, HIGHEST / most)
  const bars = days.map((day, at) => {
    const x = step * at + step / 2
    const [up, down] = [day.registered * unit, day.closed * unit]
    const now = day.date === today
    const word = now ? words.now : `${Number(day.date.slice(8))}${days.length > ROOMY_DAYS ? '' : words.day}`
    return svg`${day.registered === 0 ? '' : svg`<rect class="in" x=${x - width / 2} y=${50 - up} width=${width} height=${up}></rect><text x=${x} y=${46 - up}>${day.registered}</text>`}
      <text class=${now ? 'now' : 'day'} x=${x} y=${AXIS}>${word}</text>
      ${day.closed === 0 ? '' : svg`<rect class="out" x=${x - width / 2 + 0.5} y="70.5" width=${width - 1} height=${down}></rect><text x=${x} y=${82 + down}>${day.closed}</text>`}`
  })
  return html`<section class="part"><h2>${words.month(month.month)}${linked ? html`<a href=${to('/statistics')}>${words.statistics}</a>` : ''}</h2>
    <p class="month-key"><span><i class="in" aria-hidden="true"></i>${words.registered} <b>${month.registered}</b> ${words.pieces}</span><span><i aria-hidden="true"></i>${words.closed} <b>${month.closed}</b> ${words.pieces}</span><span>${words.open} <b>${month.open}</b> ${words.pieces}</span></p>
 ${month.registered + month.closed === 0 ? html`<p class="quiet small">${words.noMonth}</p>` : html`
    <svg class="month-picture" viewBox="0 0 ${WIDTH} 124" aria-hidden="true">${bars}</svg>
    <table class="facts month-table"><caption class="vh">${words.monthTable}</caption><thead><tr><th scope="col"><span class="vh">${words.day}</span></th><th scope="col">${words.registered}</th><th scope="col">${words.closed}</th></tr></thead>
      <tbody>${days.filter((d) => d.registered + d.closed > 0).map((d) => html`<tr><th scope="row">${words.dayOf(d.date)}</th><td>${d.registered}</td><td>${d.closed}</td></tr>`)}</tbody></table>`}</section>`
}
