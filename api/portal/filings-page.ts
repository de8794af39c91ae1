import { html } from 'hono/html'
import type { PrismaClient } from '../../prisma/generated/client.ts'
import { dateInWords } from './dates.ts'
import { crumbs, type Frame, type Markup, portalPage } from './page.ts'
import { pagesMarkup } from './pages-markup.ts'
import { catalogueChoices, type CatalogueFilter, listPublicFilings, type PublicFiling, publicFilingsNumbered } from './public-filings.ts'

const A_PAGE = 30
const addressOf = (filing: PublicFiling): string => `/filings/${encodeURIComponent(filing.registrationNo)}`
const reviewWords = (filing: PublicFiling): Markup => (filing.conclusion === null ? html`<span class="st mut"><i class="sg" aria-hidden="true">●</i>审查中</span>` : html`<span class="st ok">✓ ${filing.conclusion}</span>`)

export const catalogueTable = (filings: readonly PublicFiling[]): Markup =>
  filings.length === 0
    ? html`<p class="more">还没有公开的备案文件。</p>`
    : html`<table class="cat"><thead><tr><th scope="col">文件</th><th scope="col">制定机关</th><th scope="col">登记号</th><th scope="col">登记日期</th><th scope="col">审查</th></tr></thead><tbody>${filings.map(
        (f) => html`<tr><td><a href="${addressOf(f)}">${f.title}</a> <span class="no n">${f.documentNo}</span></td><td>${f.makerName}</td><td class="n">${f.registrationNo}</td><td class="n">${f.registeredOn ?? '未知'}</td><td>${reviewWords(f)}</td></tr>`,
      )}</tbody></table>`

/** The catalogue of filed documents that were made public. */
export async function filingsPage(options: { prisma: PrismaClient; frame: Frame; filter: CatalogueFilter; page: number }): Promise<Markup> {
  const { prisma, frame, filter, page } = options
  const [{ filings, total }, choices] = await Promise.all([listPublicFilings(prisma, { filter, skip: (page - 1) * A_PAGE, take: A_PAGE }), catalogueChoices(prisma)])
  const filtered = filter.words !== '' || filter.makerId !== '' || filter.year !== ''
  const address = (to: number): string => `/filings?${new URLSearchParams({ q: filter.words, maker: filter.makerId, year: filter.year, page: String(to) }).toString()}`
  const body = html`<main id="main" class="wrap catalogue">${crumbs({ label: '备案目录' })}
<h1>规范性文件备案目录</h1>
<form class="filters" aria-label="筛选目录" action="/filings"><label>名称、文号或登记号<input type="search" name="q" maxlength="100" value="${filter.words}"></label>
<label>制定机关<select name="maker"><option value="">全部</option>${choices.makers.map((m) => html`<option value="${m.id}"${m.id === filter.makerId ? html` selected` : ''}>${m.name}</option>`)}</select></label>
<label>登记年份<select name="year"><option value="">全部</option>${choices.years.map((y) => html`<option${y === filter.year ? html` selected` : ''}>${y}</option>`)}</select></label>
<button class="btn quiet s">筛选</button></form>
<p class="hint n">共 ${total} 件${filtered ? '符合' : ''}</p>
${total === 0 && filtered ? html`<div class="nothing"><h2>没有符合的文件</h2><p>可能还没有公开，或者筛选太窄。<a class="u" href="/filings">看全部</a></p></div>` : catalogueTable(filings)}
${pagesMarkup({ page, last: Math.max(1, Math.ceil(total / A_PAGE)), address })}
<p class="more">觉得哪一件同上位法抵触？<a class="u" href="/suggest">提出审查建议</a></p></main>`
  return portalPage(frame, { title: '备案目录', section: 'filings', body })
}

/** One filed document: what may be told of it, and the way to its text. Null where none is public under that number. */
export async function filingPage(options: { prisma: PrismaClient; frame: Frame; registrationNo: string }): Promise<Markup | null> {
  const { frame } = options
  const filings = await publicFilingsNumbered(options.prisma, options.registrationNo)
  const [first] = filings
  if (first === undefined) return null
  const body = html`<main id="main" class="wrap catalogue">${crumbs({ label: '备案目录', href: '/filings' }, { label: first.registrationNo })}
${filings.length === 1 ? html`<h1>${first.title}</h1>${recordMarkup(first)}` : html`<h1>登记号 ${first.registrationNo}</h1><p class="hint">各接收机关自己编号，这个号有 ${filings.length} 件。</p>${filings.map((f) => html`<section><h2>${f.title}</h2>${recordMarkup(f)}</section>`)}`}</main>`
  return portalPage(frame, { title: first.title, section: 'filings', body })
}

function recordMarkup(f: PublicFiling): Markup {
  const rows: [string, string | Markup][] = [
    ['文号', f.documentNo === '' ? '无' : f.documentNo],
    ['种类', f.kindLabel],
    ['制定机关', f.jointMakers === null || f.jointMakers === '' ? f.makerName : `${f.makerName}、${f.jointMakers}`],
    ['公布日期', dateInWords(f.promulgated)],
    ['施行日期', dateInWords(f.effectiveFrom)],
    ...(f.validUntil === null ? [] : [['有效期至', dateInWords(f.validUntil)] as [string, string]]),
    ['备案登记', html`${f.registrationNo}，${dateInWords(f.registeredOn)}，${f.receiverName}`],
    ['审查', f.conclusion === null ? '审查中' : html`${f.conclusion}${f.closedOn === null ? '' : `，${dateInWords(f.closedOn)}办结`}`],
    ...(f.halt === null ? [] : [['停止执行', `${dateInWords(f.halt.on)}起，${f.halt.notice}`] as [string, string]]),
    ['全文', f.text === null ? '没有公开全文' : html`<a class="u" href="${f.text}">看全文</a>`],
  ]
  return html`<dl class="record">${rows.map(([term, words]) => html`<dt>${term}</dt><dd>${words}</dd>`)}</dl><p class="more"><a class="btn quiet" href="/suggest?filing=${encodeURIComponent(f.registrationNo)}">对这件文件提出审查建议</a></p>`
}
