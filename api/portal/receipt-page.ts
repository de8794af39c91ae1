import { html } from 'hono/html'
import type { FollowedSuggestion, Submitted } from '../suggestion/index.ts'
import { dateInWords, daysBetween } from './dates.ts'
import { crumbs, type Frame, type Markup, portalPage } from './page.ts'
import { z } from 'zod'

/** What the person has after sending: the receipt to print, and the code that is shown this once. */
export function receiptPage(frame: Frame, sent: { submitted: Submitted; proposerName: string; documentTitle: string; matters: string; fileNames: string[] }): Markup {
  const { submitted } = sent
  const body = html`<main id="main" class="wrap receipt">${crumbs({ label: '审查建议', href: '/suggest' }, { label: '收件回执' })}
<section class="state"><div class="g"><article class="paper"><h1 class="vh">审查建议已收到</h1><h2>审查建议收件回执</h2><p class="no">${submitted.receiptNo}</p>
<dl><dt>建议人</dt><dd>${sent.proposerName}</dd><dt>收到日期</dt><dd>${dateInWords(frame.today)}，网上提交</dd><dt>审查对象</dt><dd>《${sent.documentTitle}》</dd><dt>建议事项</dt><dd>${sent.matters}</dd><dt>所附材料</dt><dd>${sent.fileNames.length === 0 ? '无' : sent.fileNames.join('、')}</dd></dl>
<div class="sign"><span></span><p>${frame.name.committee}<br>${dateInWords(frame.today)}${frame.demo ? html`<br>演示数据` : ''}</p></div></article>
<aside><p class="ok1" role="status">✓ 已收到你的建议</p><div class="code"><span>编号</span><b>${submitted.receiptNo}</b>${submitted.followCode === null ? html`<span>同一张表已经提交过，查询码在第一次提交时已经显示。</span>` : html`<span>查询码，只显示这一次，请抄下来或者打印</span><b id="follow-code">${submitted.followCode}</b>`}</div>
<p><a class="btn quiet" href="/suggest/follow">查询办理情况</a></p><p class="hint">丢了查询码，可以带身份证件到接收机关查询。</p></aside></div></section></main>`
  return portalPage(frame, { title: '收件回执', section: 'suggest', body, index: false })
}

const wordsSchema = z.union([z.string(), z.array(z.union([z.string(), z.looseObject({ text: z.string().optional(), placeholder: z.string().optional() })]))])
const noticeSchema = z.looseObject({
  recipient: z.string().optional(),
  body: z.array(z.looseObject({ kind: z.string(), words: wordsSchema.optional(), text: z.string().optional() })).default([]),
  signature: z.looseObject({ organ: z.string(), date: z.string() }).optional(),
})
type Notice = z.infer<typeof noticeSchema>
const plain = (words: z.infer<typeof wordsSchema>): string => (typeof words === 'string' ? words : words.map((w) => (typeof w === 'string' ? w : (w.text ?? w.placeholder ?? ''))).join(''))
const linesOf = (notice: Notice): string[] => notice.body.flatMap((b) => (b.words !== undefined ? [plain(b.words)] : b.text !== undefined ? [b.text] : []))

function noticeMarkup(notice: FollowedSuggestion['notices'][number]): Markup {
  const content = noticeSchema.catch({ body: [] }).parse(notice.content)
  return html`<li><details><summary>${notice.label}${notice.number === null ? '' : `　${notice.number}`}${notice.issuedOn === null ? '' : `　${notice.issuedOn}`}</summary><div class="quote">${content.recipient === undefined ? '' : html`<p>${content.recipient}：</p>`}${linesOf(content).map((line) => html`<p>${line}</p>`)}${content.signature === undefined ? '' : html`<p>${content.signature.organ}　${dateInWords(content.signature.date)}</p>`}</div></details></li>`
}

const lookForm = (receiptNo: string): Markup =>
  html`<form class="look" action="/suggest/follow" method="post"><label>编号<input type="text" name="receiptNo" maxlength="40" required autocomplete="off" value="${receiptNo}"></label><label>查询码<input type="text" name="followCode" maxlength="40" required autocomplete="off"></label><button class="btn quiet">查询</button></form>`

/** Following a suggestion: what was done, what comes next, the papers to the proposer. */
export function followPage(frame: Frame, asked: { receiptNo: string; found: FollowedSuggestion | null; failed: boolean }): Markup {
  const { found } = asked
  const left = found?.due == null ? null : daysBetween(frame.today, found.due.on)
  const body = html`<main id="main" class="wrap">${crumbs({ label: '审查建议', href: '/suggest' }, { label: '查询办理情况' })}
<header class="sh"><h1>查询办理情况</h1><p>凭提交时给的编号和查询码查询。</p></header>
<section class="state"><div class="g"><div>${asked.failed ? html`<div class="errors" role="alert"><h2>编号和查询码对不上</h2><p>请核对：编号如“建议-2026-0001”，查询码是提交时显示的 12 个字母和数字。</p></div>` : ''}${lookForm(asked.receiptNo)}
${found === null ? '' : html`<div class="now"><div><span class="st wait"><i class="sg" aria-hidden="true">${found.stateSign}</i>${found.stateLabel}</span><p>对《${found.documentTitle}》的${found.kindLabel}</p></div>${found.due === null || left === null ? '' : html`<p class="days">${left >= 0 ? html`还有 <b>${left}</b> 天` : html`已超过 <b>${-left}</b> 天`}</p>`}</div>
<ol class="ev">${found.due === null ? '' : html`<li class="next"><time datetime="${found.due.on}">${found.due.on} 前</time><div><b>${found.due.label}</b><span>${found.due.basis}</span></div></li>`}${found.events.map((e) => html`<li><time datetime="${e.on}">${e.on}</time><div>${e.label}${e.note === null ? '' : html`<span>${e.note}</span>`}</div></li>`)}</ol>`}</div>
${found === null ? html`<aside><p class="hint">没有查询码的，可以带身份证件到接收机关查询。</p></aside>` : html`<aside class="pair"><h2>你的建议</h2><p class="hint">${found.receiptNo}，${dateInWords(found.receivedOn)}收到</p><blockquote class="quote">${found.matters}</blockquote><h2>给你的文书</h2><ul class="papers">${found.notices.map(noticeMarkup)}</ul></aside>`}</div></section></main>`
  return portalPage(frame, { title: '查询办理情况', section: 'follow', body, index: false })
}
