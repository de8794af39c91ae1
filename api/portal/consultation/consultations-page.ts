import { html } from 'hono/html'
import type { PrismaClient } from '../../../prisma/generated/client.ts'
import { dateInWords, daysBetween } from '../dates.ts'
import { lawTextMarkup } from '../law-text-html.ts'
import { hearingRows } from '../hearing/hearing-pages.ts'
import { publicHearings } from '../hearing/public-hearings.ts'
import { crumbs, type Frame, type Markup, portalPage } from '../page.ts'
import { type ListedConsultation, publicConsultation, publicConsultations } from './public-consultations.ts'

const standingWords = (c: ListedConsultation, today: string): Markup =>
  c.halted !== null && !c.disposed ? html`<span class="st mut">${c.halted}，不再征求意见</span>` : c.over ? html`<span class="st mut">已结束${c.disposed ? '，采纳情况已公布' : ''}</span>` : html`<span class="st ok">正在征求，还有 ${daysBetween(today, c.closesOn)} 天</span>`

export const consultationRows = (listed: readonly ListedConsultation[], today: string): Markup =>
  html`<table class="cat"><thead><tr><th scope="col">草案</th><th scope="col">机关</th><th scope="col">公布</th><th scope="col">截止</th><th scope="col">情况</th></tr></thead><tbody>${listed.map(
    (c) => html`<tr><td><a href="/consultations/${c.id}">${c.title}（草案征求意见稿）</a></td><td>${c.organ}</td><td class="n">${c.opensOn}</td><td class="n">${c.closesOn}</td><td>${standingWords(c, today)}</td></tr>`,
  )}</tbody></table>`

/** Drafts on which the public was asked, and the hearings that were announced. */
export async function consultationsPage(options: { prisma: PrismaClient; frame: Frame }): Promise<Markup> {
  const { prisma, frame } = options
  const [listed, hearings] = await Promise.all([publicConsultations(prisma, { today: frame.today, take: 100 }), publicHearings(prisma, { today: frame.today, take: 100 })])
  const body = html`<main id="main" class="wrap catalogue">${crumbs({ label: '立法计划', href: '/plans' }, { label: '公开征求意见' })}
<h1>公开征求意见</h1>
<section class="drafts" aria-labelledby="drafts"><h2 id="drafts">征求意见的草案</h2>${listed.length === 0 ? html`<p class="more">现在没有公开征求意见的草案。</p>` : consultationRows(listed, frame.today)}</section>
<section class="apart" aria-labelledby="hearings"><h2 id="hearings">听证会、论证会、座谈会</h2>${hearings.length === 0 ? html`<p class="more">现在没有公告的会议。</p>` : hearingRows(hearings, frame.today)}</section></main>`
  return portalPage(frame, { title: '公开征求意见', section: 'plans', body })
}

const lines = (words: string): Markup => html`${words.split('\n').filter((line) => line.trim() !== '').map((line) => html`<p>${line}</p>`)}`

/** One draft with its period and the way to send an opinion; after its end with what became of the opinions. Null where none of that id is public. */
export async function consultationPage(options: { prisma: PrismaClient; frame: Frame; id: string; anchor: string | null }): Promise<Markup | null> {
  const { prisma, frame, id, anchor } = options
  const c = await publicConsultation(prisma, { id, today: frame.today })
  if (c === null) return null
  if (anchor !== null && ![...c.text.articles, ...c.text.annexes].some((part) => part.id === anchor)) return null
  const base = `/consultations/${c.id}`
  const after = c.disposition === null
    ? c.halted !== null ? html`<p class="more">这件草案${c.halted}，不再征求意见。</p>` : html`<p class="more">征求意见已于${dateInWords(c.closesOn)}结束。意见采纳情况整理以后在这里公布。</p>`
    : html`<section class="apart" aria-labelledby="disposition"><h2 id="disposition">意见采纳情况</h2>${lines(c.disposition)}</section>`
  const rows: [string, Markup][] = [
    ['公布机关', html`${c.organ}`],
    ['起止时间', html`${dateInWords(c.opensOn)}至${dateInWords(c.closesOn)}　${standingWords(c, frame.today)}`],
    ['公告', html`<a class="u" href="${base}/with/notice">公开征求意见的公告</a>`],
    ...(c.hasExplanation ? [['说明', html`<a class="u" href="${base}/with/explanation">关于草案的说明</a>`] as [string, Markup]] : []),
    ...(c.over ? [] : [['提出意见', lines(c.howTo)] as [string, Markup]]),
  ]
  const body = html`<main id="main" class="wrap catalogue">${crumbs({ label: '公开征求意见', href: '/consultations' }, { label: c.title })}
<h1>${c.title}（草案征求意见稿）</h1>
<p class="hint">这是征求意见的草案，不是已经公布的法规。</p>
<dl class="record">${rows.map(([term, words]) => html`<dt>${term}</dt><dd>${words}</dd>`)}</dl>
${c.over ? after : ''}
${c.explanationText === null || c.explanationText.trim() === '' ? '' : html`<section class="apart" aria-labelledby="explanation"><h2 id="explanation">关于草案的说明</h2>${lines(c.explanationText)}</section>`}
<section class="apart" aria-label="草案全文">${lawTextMarkup({ text: c.text, base, links: { byNode: new Map(), perArticle: new Map() }, notes: new Map(), chosen: anchor, later: new Set() })}</section></main>`
  return portalPage(frame, { title: `${c.title}（草案征求意见稿）`, section: 'plans', body })
}
