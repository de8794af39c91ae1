import { html } from 'hono/html'
import type { PrismaClient } from '../../prisma/generated/client.ts'
import { libraryKindLabel } from '../library/index.ts'
import { consultationRows } from './consultation/consultations-page.ts'
import { publicConsultations } from './consultation/public-consultations.ts'
import { dateInWords, daysBetween } from './dates.ts'
import { catalogueTable } from './filings-page.ts'
import { hearingRows } from './hearing/hearing-pages.ts'
import { publicHearings } from './hearing/public-hearings.ts'
import { type Frame, type Markup, portalPage } from './page.ts'
import { listPublicFilings, publicFigures } from './public-filings.ts'
import { countInForce, countPublicKinds, latestPublished, type ListedVersion, soonInForce } from './public-library.ts'

const NO_FILTER = { words: '', makerId: '', year: '' }

/** The first page: the search box, what is new and what is coming, the catalogue, the figures of the year. */
export async function homePage(options: { prisma: PrismaClient; frame: Frame }): Promise<Markup> {
  const { prisma, frame } = options
  const year = frame.today.slice(0, 4)
  const [inForce, kinds, latest, soon, catalogue, figures, consultations, hearings] = await Promise.all([
    countInForce(prisma, frame.today),
    countPublicKinds(prisma),
    latestPublished(prisma, { today: frame.today, take: 5 }),
    soonInForce(prisma, { today: frame.today, take: 5 }),
    listPublicFilings(prisma, { filter: NO_FILTER, skip: 0, take: 6 }),
    publicFigures(prisma, year),
    publicConsultations(prisma, { today: frame.today, take: 5 }),
    publicHearings(prisma, { today: frame.today, take: 5 }),
  ])
  const asking = consultations.filter((c) => !c.over)
  const ahead = hearings.filter((h) => h.standing === 'open' || h.standing === 'closed')
  const body = html`<main id="main"><div class="wrap"><section class="hero"><div>
<h1>查${frame.name.place}的法规、规章和文件</h1>
<p class="sum n">现行有效 ${inForce} 件，每一条有永久地址，每一天的文本都能查到。</p>
<form class="big" id="sf" role="search" action="/search"><label class="vh" for="q">查什么</label><input id="q" type="search" name="q" maxlength="200" placeholder="事情、名称、文号"><button class="btn">搜索</button></form>
<p class="try">${examples(latest, catalogue.filings.map((f) => f.documentNo))}<label class="day">看哪一天有效的 <input type="date" name="on" value="${frame.today}" form="sf"></label></p>
</div>
<nav class="subj" aria-labelledby="by-kind"><h2 id="by-kind">按种类看</h2><ul>${[...kinds].toSorted((a, b) => b[1] - a[1]).slice(0, 6).map(([kind, count]) => html`<li><a href="/search?kind=${kind}">${libraryKindLabel(kind)}<span class="n">${count}</span></a></li>`)}</ul></nav></section>
<div class="three two-up">
<section aria-labelledby="latest"><div class="hd"><h2 id="latest">新近公布</h2></div>${latest.length === 0 ? html`<p class="more">还没有公开的文本。</p>` : html`<ul class="rows">${latest.map((v) => html`<li><a href="/law/${v.workKey}/${v.dateKey}">${v.title}</a><span class="d">${v.promulgated}</span><span class="m">${[libraryKindLabel(v.documentKind), v.documentNo].filter(Boolean).join('　')}</span></li>`)}</ul>`}</section>
<section aria-labelledby="soon"><div class="hd"><h2 id="soon">即将施行</h2></div>${soon.length === 0 ? html`<p class="more">近期没有将要施行的文本。</p>` : html`<ul class="rows">${soon.map((v) => html`<li><a href="/law/${v.workKey}/${v.dateKey}">${v.title}</a><span class="d"><b>${daysBetween(frame.today, v.effectiveFrom ?? frame.today)}</b> 天后</span><span class="m">${libraryKindLabel(v.documentKind)}　${v.effectiveFrom} 起</span></li>`)}</ul>`}</section>
<section aria-labelledby="figures"><div class="hd"><h2 id="figures">${year}年的备案审查</h2></div>${figuresMarkup(figures, Number(frame.today.slice(5, 7)))}</section>
</div>
${asking.length === 0 ? '' : html`<section class="catalogue-part" aria-labelledby="asking"><div class="hd"><h2 id="asking">正在公开征求意见</h2><span class="hint"><a class="u" href="/consultations">全部</a></span></div>${consultationRows(asking, frame.today)}</section>`}
${ahead.length === 0 ? '' : html`<section class="catalogue-part" aria-labelledby="ahead"><div class="hd"><h2 id="ahead">将要举行的听证会、论证会、座谈会</h2><span class="hint"><a class="u" href="/consultations#hearings">全部</a></span></div>${hearingRows(ahead, frame.today)}</section>`}
<section class="catalogue-part" aria-labelledby="catalogue"><div class="hd"><h2 id="catalogue">规范性文件备案目录</h2><span class="hint"><a class="u" href="/filings">全部 ${catalogue.total} 件</a></span></div>
${catalogueTable(catalogue.filings)}<p class="more">觉得哪一件同上位法抵触？<a class="u" href="/suggest">提出审查建议</a></p></section>
<p class="more hint">${dateInWords(frame.today)}</p>
</div></main>`
  return portalPage(frame, { title: '首页', section: null, body, find: false })
}

/** Queries to begin with, made of what is there: a name, an article of it, a document number. */
function examples(latest: readonly ListedVersion[], numbers: readonly string[]): Markup {
  const named = latest.find((v) => v.articleCount > 1)
  const short = named === undefined ? null : shortName(named.title)
  const number = numbers.find((n) => n !== '')
  const tries = [...(short === null ? [] : [short, `${short}第二条`]), ...(number === undefined ? [] : [number])]
  return tries.length === 0 ? html`` : html`<span>比如</span>${tries.map((words) => html`<a class="u" href="/search?q=${encodeURIComponent(words)}">${words}</a>`)}`
}

/** What people call a text: without the place in front, without 关于 and 的通知. */
const shortName = (title: string): string => {
  const inner = /^.*?关于(?:印发《?)?(.+?)》?的(?:通知|意见|通告|决定|决议)$/u.exec(title)?.[1] ?? title
  const short = inner.replace(/^[^市州县区省]{1,6}[市州县区省]/u, '')
  return short.length < 4 ? title : short
}

/** Figures of what is public, with the months as bars and as a table for those who cannot see them. */
function figuresMarkup(figures: { registered: number; closed: number; corrected: number; months: number[] }, month: number): Markup {
  const months = figures.months.slice(0, month)
  const most = Math.max(1, ...months)
  const step = 446 / Math.max(12, months.length)
  return html`<div class="fig"><div><b>${figures.registered}</b>件登记并公开</div><div><b>${figures.closed}</b>件审查办结</div><div><b>${figures.corrected}</b>件已纠正</div></div>
${figures.registered === 0 ? html`<p class="chart-none">今年还没有公开的备案文件。</p>` : html`<svg viewBox="0 0 446 118" role="img" aria-label="每月登记并公开的件数：${months.map((n, at) => `${at + 1}月${n}件`).join('，')}"><line x1="0" y1="96" x2="446" y2="96" stroke="#6b7480"/>${months.map((n, at) => {
    const height = Math.round((n / most) * 76)
    const x = Math.round(at * step) + 4
    return html`<rect x="${x}" y="${96 - height}" width="24" height="${height}" fill="#1f4e8c"/><text x="${x + 12}" y="${91 - height}" font-size="12" text-anchor="middle" fill="#1b1f24">${n}</text><text x="${x + 12}" y="113" font-size="12" text-anchor="middle" fill="#4a525c">${at + 1}月</text>`
  })}</svg>`}<p class="hint">只统计已经公开的备案文件。</p>`
}
