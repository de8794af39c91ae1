import { html } from 'hono/html'
import type { PrismaClient } from '../../../prisma/generated/client.ts'
import { dateInWords, daysBetween } from '../dates.ts'
import { crumbs, type Frame, type Markup, portalPage } from '../page.ts'
import { type HearingKind, hearingKindLabels } from './hearing-words.ts'
import { type ListedHearing, publicHearing, type ShownHearing } from './public-hearings.ts'

export const hearingTitle = (h: { kind: HearingKind; title: string }): string => `《${h.title.replace(/（草案.*）$/u, '')}（草案）》${hearingKindLabels[h.kind]}`

const standingWords = (h: ListedHearing, today: string): Markup => {
  switch (h.standing) {
    case 'open': return html`<span class="st ok">正在报名，还有 ${daysBetween(today, h.applyTo)} 天</span>`
    case 'closed': return html`<span class="st">报名已截止，${daysBetween(today, h.heldOn) === 0 ? '今天举行' : html`${daysBetween(today, h.heldOn)} 天后举行`}</span>`
    case 'past': return html`<span class="st mut">已经举行</span>`
    case 'cancelled': return html`<span class="st no">已取消</span>`
    // never read from the public door
    case 'revoked': return html``
    default: {
      const never: never = h.standing
      return never
    }
  }
}

export const hearingRows = (listed: readonly ListedHearing[], today: string): Markup =>
  html`<table class="cat"><thead><tr><th scope="col">会议</th><th scope="col">机关</th><th scope="col">举行</th><th scope="col">报名截止</th><th scope="col">情况</th></tr></thead><tbody>${listed.map(
    (h) => html`<tr><td><a href="/hearings/${h.id}">${hearingTitle(h)}</a></td><td>${h.organ}</td><td class="n">${h.heldOn}</td><td class="n">${h.applyTo}</td><td>${standingWords(h, today)}</td></tr>`,
  )}</tbody></table>`

const lines = (words: string): Markup => html`${words.split('\n').filter((line) => line.trim() !== '').map((line) => html`<p>${line}</p>`)}`

function correctionsMarkup(h: ShownHearing): Markup {
  if (h.corrections.length === 0) return html``
  return html`<section class="apart" aria-labelledby="corrections"><h2 id="corrections">更正</h2>${h.corrections.map(
    (c) => html`<p>${dateInWords(c.on)}更正。原因：${c.reason}</p><ul>${c.changes.map((one) => html`<li>${one.field}：原为“${one.before === '' ? '无' : one.before}”，现为“${one.after === '' ? '无' : one.after}”</li>`)}</ul>`,
  )}</section>`
}

/** One announcement: when, where, on what, how to apply; corrections with what it said before; after its day that it is past. */
export async function hearingPage(options: { prisma: PrismaClient; frame: Frame; id: string }): Promise<Markup | null> {
  const { prisma, frame, id } = options
  const h = await publicHearing(prisma, { id, today: frame.today })
  if (h === null) return null
  const f = h.facts
  const people = h.kind === 'hearing' ? '陈述人' : '参加人'
  const result = html`<p><a class="u" href="/hearings/${h.id}/result">查询我的报名结果</a></p>`
  const rows: [string, Markup][] = [
    ['公告机关', html`${h.organ}`],
    ['时间', html`${dateInWords(f.heldOn)}　${f.hours}`],
    ['地点', html`${f.place}`],
    ['情况', standingWords(h, frame.today)],
    ['事项', lines(f.matter)],
    ['人数', html`${people} ${f.participants} 人，${f.observers === 0 ? '不设旁听' : html`旁听 ${f.observers} 人`}`],
    ['怎样参加', html`${lines(f.conditions)}`],
    ['报名', h.standing === 'open' ? html`<p>到${dateInWords(f.applyTo)}（含当日）截止。</p><p><a class="btn" href="/hearings/${h.id}/apply">网上报名</a></p>${lines(f.howTo)}` : html`报名到${dateInWords(f.applyTo)}，${h.standing === 'cancelled' ? '会议取消，不再报名' : '已经截止'}`],
    ...(h.standing === 'open' || h.standing === 'cancelled' ? [] : [['参加人', html`<p>${h.chosen === null ? '还没有告知' : html`${dateInWords(h.chosen.on)}告知：${people} ${h.chosen.speak} 人${f.observers === 0 ? '' : html`，旁听 ${h.chosen.observe} 人`}`}</p>${result}`] as [string, Markup]]),
    ...(f.placeRules === '' ? [] : [['依据和要求', lines(f.placeRules)] as [string, Markup]]),
    ...(h.hasNotice ? [['公告原文', html`<a class="u" href="/hearings/${h.id}/notice">签发的公告</a>${h.corrections.length === 0 ? '' : html` <span class="hint">签发以后有更正，以本页为准</span>`}`] as [string, Markup]] : []),
    ['草案文本', h.consultationId === null ? html`没有公开，由主办机关送达${people}` : html`<a class="u" href="/consultations/${h.consultationId}">公开征求意见的草案和说明</a>`],
    ['公告日期', html`${dateInWords(h.announcedOn)}`],
  ]
  const cancelled = h.cancelledOn === null ? '' : html`<p class="here" role="note">${dateInWords(h.cancelledOn)}公告：这次会议取消。${h.cancelledReason}</p>`
  const body = html`<main id="main" class="wrap catalogue">${crumbs({ label: '公开征求意见', href: '/consultations' }, { label: hearingTitle(h) })}
<h1>${hearingTitle(h)}</h1>${cancelled}
<dl class="record">${rows.map(([term, words]) => html`<dt>${term}</dt><dd>${words}</dd>`)}</dl>
${correctionsMarkup(h)}</main>`
  return portalPage(frame, { title: hearingTitle(h), section: 'plans', body })
}
