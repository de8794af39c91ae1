import { html } from 'hono/html'
import { hearingGroundLabels, type HearingOutcome } from '../../../law/procedure/index.ts'
import { dateInWords } from '../dates.ts'
import { crumbs, type Frame, type Markup, portalPage } from '../page.ts'
import type { FollowedApplication } from './follow-application.ts'
import { hearingTitle } from './hearing-pages.ts'
import { hearingPartLabels } from './hearing-words.ts'
import type { ShownHearing } from './public-hearings.ts'

const outcomes = (hearing: ShownHearing): Record<HearingOutcome, string> => ({ speak: `请你作为${hearing.kind === 'hearing' ? '陈述人' : '参加人'}参加`, observe: '请你旁听', notChosen: '没有选定' })

/** What one who applied reads of the own application, and of nobody else's. */
function outcomeMarkup(hearing: ShownHearing, found: FollowedApplication): Markup {
  const { told } = found
  if (hearing.standing === 'cancelled') return html`<dt>结果</dt><dd>这次会议已经取消。${hearing.cancelledReason}</dd>`
  if (told === null) return html`<dt>结果</dt><dd id="application-result">还没有告知。${hearing.standing === 'open' ? '报名截止以后确定参加人。' : ''}</dd>`
  const words = outcomes(hearing)
  const reason = told.ground === null ? '' : told.ground === 'other' ? told.note : `${hearingGroundLabels[told.ground]}${told.note === '' ? '' : `：${told.note}`}`
  return html`<dt>结果</dt><dd id="application-result"><b>${words[told.outcome]}</b>　${dateInWords(told.on)}告知${told.before === null ? '' : html`，原来告知的是“${words[told.before]}”，以现在的为准`}</dd>${reason === '' ? '' : html`<dt>理由</dt><dd>${reason}</dd>`}${
    told.outcome === 'notChosen' ? '' : html`<dt>时间</dt><dd>${dateInWords(hearing.heldOn)}　${hearing.hours}</dd><dt>地点</dt><dd>${hearing.facts.place}</dd>`}`
}

/** 查询报名结果 by number and code. */
export function applicationPage(frame: Frame, asked: { hearing: ShownHearing; number: string; found: FollowedApplication | null; failed: boolean }): Markup {
  const { hearing, found } = asked
  const body = html`<main id="main" class="wrap">${crumbs({ label: '公开征求意见', href: '/consultations' }, { label: hearingTitle(hearing), href: `/hearings/${hearing.id}` }, { label: '报名结果' })}
<header class="sh"><h1>查询报名结果</h1><p>${hearingTitle(hearing)}。凭报名时给的报名序号和查询码查询，只看得到自己的结果。</p></header>
<section class="state"><div class="g"><div>${asked.failed ? html`<div class="errors" role="alert"><h2>报名序号和查询码对不上</h2><p>请核对：报名序号是一个数，查询码是报名时显示的 12 个字母和数字。</p></div>` : ''}
<form class="look" action="/hearings/${hearing.id}/result" method="post"><label>报名序号<input type="text" name="number" inputmode="numeric" maxlength="6" required autocomplete="off" value="${asked.number}"></label><label>查询码<input type="text" name="followCode" maxlength="40" required autocomplete="off"></label><button class="btn quiet">查询</button></form>
${found === null ? '' : html`<dl class="record"><dt>报名序号</dt><dd>${found.number}</dd><dt>会议</dt><dd>${hearingTitle(hearing)}</dd><dt>报名</dt><dd>${dateInWords(found.receivedOn)}，${hearingPartLabels[found.part]}</dd>${outcomeMarkup(hearing, found)}</dl>`}
</div><aside><p class="hint">没有查询码的，请打电话问${hearing.organ}。</p><p><a class="u" href="/hearings/${hearing.id}">回到公告</a></p></aside></div></section></main>`
  return portalPage(frame, { title: '报名结果', section: 'plans', body, index: false })
}
