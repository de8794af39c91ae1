import { html } from 'hono/html'
import { dateInWords } from '../dates.ts'
import { crumbs, type Frame, type Markup, portalPage } from '../page.ts'
import { hearingTitle } from './hearing-pages.ts'
import { hearingPartLabels, hearingParts, hearingPositionLabels, hearingPositions } from './hearing-words.ts'
import type { ShownHearing } from './public-hearings.ts'

export const applicationFields = ['part', 'name', 'telephone', 'occupation', 'position', 'statement'] as const
export type ApplyForm = { token: string; hearing: ShownHearing; values: Partial<Record<(typeof applicationFields)[number], string>>; errors: { path: string; message: string }[] }

/** The form of 报名: without script, with errors at the fields and everything kept that was typed. */
export function applyPage(frame: Frame, form: ApplyForm): Markup {
  const { hearing, values } = form
  const error = (name: string): string | null => form.errors.find((e) => e.path === name)?.message ?? null
  const wrong = (name: string): Markup => { const message = error(name); return message === null ? html`` : html`<span class="err" id="e-${name}">! ${message}</span>` }
  const marks = (name: string): Markup => (error(name) === null ? html`` : html` aria-invalid="true" aria-describedby="e-${name}"`)
  const text = (name: 'name' | 'telephone' | 'occupation', label: string, options: { type: string; most: number; complete: string; required: boolean; hint?: string }): Markup =>
    html`<div class="f${error(name) === null ? '' : ' bad'}"><label for="f-${name}"><span>${label}${options.required ? html` <i class="req" aria-hidden="true">*</i>` : ''}${options.hint === undefined ? '' : html`<em>${options.hint}</em>`}</span></label><input type="${options.type}" id="f-${name}" name="${name}" maxlength="${options.most}" value="${values[name] ?? ''}" autocomplete="${options.complete}"${options.required ? html` aria-required="true"` : ''}${marks(name)}>${wrong(name)}</div>`
  const choice = (name: 'part' | 'position', legend: string, offered: readonly (readonly [value: string, label: string])[]): Markup =>
    html`<fieldset class="f pick${error(name) === null ? '' : ' bad'}"${marks(name)}><legend>${legend}${name === 'part' ? html` <i class="req" aria-hidden="true">*</i>` : ''}</legend><div class="rd">${offered.map(([value, label], at) => html`<label><input type="radio" name="${name}" value="${value}"${at === 0 ? html` id="f-${name}"` : ''}${values[name] === value ? html` checked` : ''}> ${label}</label>`)}</div>${wrong(name)}</fieldset>`
  const parts = hearingParts.filter((part) => part === 'speak' || hearing.facts.observers > 0)

  const body = html`<main id="main" class="wrap">${crumbs({ label: '公开征求意见', href: '/consultations' }, { label: hearingTitle(hearing), href: `/hearings/${hearing.id}` }, { label: '报名' })}
<header class="sh"><h1>报名</h1><p>${hearingTitle(hearing)}，${dateInWords(hearing.heldOn)}　${hearing.hours}，${hearing.facts.place}。报名到${dateInWords(hearing.applyTo)}（含当日）截止。</p></header>
<section class="state"><h2>填写报名表<small>带 * 的要填</small></h2>
<div class="g"><div>${form.errors.length === 0 ? '' : html`<div class="errors" role="alert"><h2>有 ${form.errors.length} 处没有填好，已填的内容都还在</h2><ul>${form.errors.map((e) => html`<li><a href="#f-${e.path}">${e.message}</a></li>`)}</ul></div>`}
<form action="/hearings/${hearing.id}/apply" method="post"><input type="hidden" name="token" value="${form.token}">
${choice('part', '怎样参加', parts.map((part) => [part, hearingPartLabels[part]] as const))}
<div class="g2">${text('name', '姓名', { type: 'text', most: 60, complete: 'name', required: true })}${text('telephone', '电话', { type: 'tel', most: 30, complete: 'tel', required: true, hint: '通知是否参加' })}</div>
${text('occupation', '单位、职业', { type: 'text', most: 100, complete: 'organization', required: false, hint: '可以不填' })}
${choice('position', '对草案的态度（旁听的不用选）', hearingPositions.map((position) => [position, hearingPositionLabels[position]] as const))}
<div class="f${error('statement') === null ? '' : ' bad'}"><label for="f-statement"><span>主要观点和理由<em>旁听的可以不填</em></span></label><textarea id="f-statement" name="statement" rows="6" maxlength="4000"${marks('statement')}>${values.statement ?? ''}</textarea>${wrong('statement')}</div>
<p class="hint">姓名、电话只用于组织这次会议，只有承办人员能看，不公开。</p>
<div class="actbar"><p class="hint">提交后给你报名序号和查询码。</p><button class="btn">提交报名</button></div></form></div>
<aside aria-label="参加说明"><div class="blk"><h3>怎样确定参加人</h3>${hearing.facts.conditions.split('\n').map((line) => html`<p>${line}</p>`)}</div></aside></div></section></main>`
  return portalPage(frame, { title: '报名', section: 'plans', body, index: false })
}

/** What the person has after applying. */
export function appliedPage(frame: Frame, sent: { hearing: ShownHearing; number: number; followCode: string | null }): Markup {
  const { hearing, number, followCode } = sent
  const body = html`<main id="main" class="wrap catalogue">${crumbs({ label: '公开征求意见', href: '/consultations' }, { label: hearingTitle(hearing), href: `/hearings/${hearing.id}` }, { label: '报名' })}
<h1>报名已收到</h1><p class="ok1" role="status">✓ 已收到你的报名</p>
<dl class="record"><dt>报名序号</dt><dd id="applied-number">${number}</dd><dt>查询码</dt><dd>${followCode === null ? '同一张表已经提交过，查询码在第一次提交时已经显示' : html`<b id="follow-code">${followCode}</b>　只显示这一次，请抄下来或者打印`}</dd><dt>会议</dt><dd>${hearingTitle(hearing)}</dd><dt>时间</dt><dd>${dateInWords(hearing.heldOn)}　${hearing.hours}</dd><dt>地点</dt><dd>${hearing.facts.place}</dd></dl>
<p class="more">是否参加，由${hearing.organ}按公告的办法确定后通知，也可以凭报名序号和查询码查询。报名不等于参加，请等通知。</p><p><a class="btn quiet" href="/hearings/${hearing.id}">回到公告</a></p></main>`
  return portalPage(frame, { title: '报名已收到', section: 'plans', body, index: false })
}
