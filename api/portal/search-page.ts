import { html } from 'hono/html'
import type { PrismaClient } from '../../prisma/generated/client.ts'
import { type ForceStatus, type SearchAnswer, type SearchEngine, type SearchHit, SearchRefused, SearchUnavailable, type Segment, type UnderstoodQuery } from '../../search/index.ts'
import { isLibraryKind, libraryKindLabel, libraryKinds } from '../library/index.ts'
import { dateInWords } from './dates.ts'
import { inForceOn, inOrder, lawAddress, type PublicVersion, shownToday, type Standing, standingClasses, standingLabels, standingOn, standingSigns } from './law-history.ts'
import { type Frame, type Markup, portalPage } from './page.ts'
import { pagesMarkup } from './pages-markup.ts'
import { countPublicKinds, listPublicWorks, publicProvisions, publicWorks, type PublicWork } from './public-library.ts'

const HITS_A_PAGE = 50
const WORKS_A_PAGE = 30
const LONG_ARTICLE = 900

export type SearchAsked = { text: string; on: string; kinds: string[]; status: ForceStatus | null; page: number }

const statuses: [ForceStatus, string][] = [['inForce', '现行有效'], ['notYetInForce', '尚未施行'], ['noLongerInForce', '已修改、失效的旧文本'], ['unknown', '时效未知']]
export const isForceStatus = (value: string): value is ForceStatus => statuses.some(([key]) => key === value)

/** Results by work with the best article in full; without words the library itself by kind and title. */
export async function searchPage(options: { prisma: PrismaClient; search: SearchEngine; frame: Frame; asked: SearchAsked }): Promise<{ page: Markup; status: 200 | 503 }> {
  const { prisma, frame, asked } = options
  const kinds = await countPublicKinds(prisma)
  const { content, understood, status } = asked.text.trim() === '' ? await browse(options) : await results(options)
  const body = html`<main id="main" class="wrap">
<section class="qbar" aria-label="查询"><form role="search" action="/search"><label class="vh" for="q">查什么</label><input id="q" type="search" name="q" maxlength="200" value="${asked.text}" placeholder="事情、名称、文号">${asked.on === frame.today ? '' : html`<input type="hidden" name="on" value="${asked.on}">`}<button class="btn">搜索</button></form>
${understood}</section>
<div class="grid">${filterForm(asked, frame, kinds)}<div><details class="fac-m"><summary>筛选</summary>${filterForm(asked, frame, kinds, 'open')}</details>${content}</div></div></main>`
  return { page: portalPage(frame, { title: asked.text === '' ? '法规库' : `“${asked.text}”的结果`, section: 'library', body, find: false, index: false }), status }
}

const addressOf = (asked: SearchAsked, today: string, page: number): string => {
  const query = new URLSearchParams()
  if (asked.text !== '') query.set('q', asked.text)
  if (asked.on !== today) query.set('on', asked.on)
  for (const kind of asked.kinds) query.append('kind', kind)
  if (asked.status !== null) query.set('status', asked.status)
  if (page > 1) query.set('page', String(page))
  return `/search?${query.toString()}`
}

/** `kind` on a telephone stands in a drawer: its fields have other ids, the names are the same. */
const filterForm = (asked: SearchAsked, frame: Frame, kinds: ReadonlyMap<string, number>, extra = ''): Markup =>
  html`<form class="fac ${extra}" aria-label="${extra === '' ? '筛选' : '筛选（窄屏）'}" action="/search"><input type="hidden" name="q" value="${asked.text}">
<fieldset><legend>哪一天</legend><label class="ft"><span class="vh">看哪一天有效的</span><input type="date" name="on" value="${asked.on}"></label></fieldset>
${asked.text === '' ? '' : html`<fieldset><legend>效力</legend><label><input type="radio" name="status" value=""${asked.status === null ? html` checked` : ''}><span>不限</span><span></span></label>${statuses.map(([key, label]) => html`<label><input type="radio" name="status" value="${key}"${asked.status === key ? html` checked` : ''}><span>${label}</span><span></span></label>`)}</fieldset>`}
<fieldset><legend>种类</legend>${Object.keys(libraryKinds).filter((kind) => (kinds.get(kind) ?? 0) > 0).map((kind) => html`<label><input type="checkbox" name="kind" value="${kind}"${asked.kinds.includes(kind) ? html` checked` : ''}><span>${libraryKindLabel(kind)}</span><span class="n">${kinds.get(kind) ?? 0}</span></label>`)}</fieldset>
<button class="btn quiet s">按所选筛选</button></form>`

type Part = { content: Markup; understood: Markup; status: 200 | 503 }
const statusLine = (standing: Standing): Markup => html`<span class="st ${standingClasses[standing]}"><i class="sg" aria-hidden="true">${standingSigns[standing]}</i>${standingLabels[standing]}</span>`
const begins = (v: PublicVersion): string => (v.effectiveFrom === null ? '施行日期未知' : `${v.effectiveFrom} 起施行`)

async function browse({ prisma, frame, asked }: { prisma: PrismaClient; frame: Frame; asked: SearchAsked }): Promise<Part> {
  const { works, total } = await listPublicWorks(prisma, { kinds: asked.kinds.filter(isLibraryKind), skip: (asked.page - 1) * WORKS_A_PAGE, take: WORKS_A_PAGE })
  const rows = works.map((work) => {
    const version = inForceOn(work.versions, asked.on) ?? shownToday(work.versions, asked.on)
    if (version === null) return ''
    return html`<article class="res"><h2><a href="${lawAddress(version)}">${version.workKey === work.key ? work.title : version.title}</a></h2><p class="meta">${statusLine(standingOn(version, work.versions, asked.on))}<span class="n">${begins(version)}</span><span>${libraryKindLabel(work.documentKind)}</span><span>${work.issuer}</span>${work.versions.length > 1 ? html`<span>${work.versions.length} 个文本</span>` : ''}</p></article>`
  })
  const content = html`<div class="bar2"><h1 class="n">法规库，${total} 件</h1>${asked.on === frame.today ? '' : html`<span class="hint">${dateInWords(asked.on)}的时效</span>`}</div>${total === 0 ? html`<div class="nothing"><h2>这里还没有公开的文本</h2><p>文本公开后就能在这里查到。</p></div>` : rows}${pagesMarkup({ page: asked.page, last: Math.max(1, Math.ceil(total / WORKS_A_PAGE)), address: (page) => addressOf(asked, frame.today, page) })}`
  return { content, understood: html``, status: 200 }
}

async function results(options: { prisma: PrismaClient; search: SearchEngine; frame: Frame; asked: SearchAsked }): Promise<Part> {
  const { search, frame, asked } = options
  let answer: SearchAnswer
  try {
    answer = await search.search({
      text: asked.text, asker: { audience: 'public' }, onDate: asked.on, limit: HITS_A_PAGE, offset: (asked.page - 1) * HITS_A_PAGE,
      ...(asked.kinds.length === 0 ? {} : { documentKinds: asked.kinds }), ...(asked.status === null ? {} : { status: asked.status }),
    })
  } catch (error) {
    if (!(error instanceof SearchUnavailable) && !(error instanceof SearchRefused)) throw error
    const content = html`<div class="nothing"><h1>检索暂时不能用</h1><p>法规和文件没有受影响，仍可以按目录看。请过一会儿再搜“${asked.text}”。</p><ul><li><a class="u" href="/search">按种类和名称看法规库</a></li><li><a class="u" href="/filings">看备案目录</a></li></ul></div>`
    return { content, understood: html``, status: 503 }
  }
  const works = await publicWorks(options.prisma, answer.hits.map((h) => h.workKey))
  const groups = groupHits(answer.hits, works, asked.on)
  const provisions = await publicProvisions(options.prisma, groups.flatMap((g) => { const best = bestArticle(g); return best === null ? [] : [{ versionId: best.versionId, eIds: [best.anchor ?? ''] }] }))
  const rows = groups.map((group) => resultMarkup(group, provisions.find((p) => p.versionId === bestArticle(group)?.versionId && p.eId === bestArticle(group)?.anchor)?.text ?? null, asked.on))
  const last = Math.max(1, Math.ceil(answer.estimatedTotal / HITS_A_PAGE))
  const content =
    groups.length === 0
      ? html`<div class="nothing"><h1>没有找到“${asked.text}”</h1><p>${asked.on === frame.today ? '可以这样再试：' : `按${dateInWords(asked.on)}的时效没有找到，可以这样再试：`}</p><ul><li>换短一些、法规里常用的词，词之间留空格</li><li>写文件名称、文号或者“名称第几条”</li><li><a class="u" href="/search?q=${encodeURIComponent(asked.text)}">去掉筛选和日期再查</a></li><li><a class="u" href="/search">按种类和名称看法规库</a></li></ul></div>`
      : html`<div class="bar2"><h1 class="n">${groups.length} 件，约 ${answer.estimatedTotal} 处</h1><span class="hint">${asked.on === frame.today ? '' : `${dateInWords(asked.on)}的时效　`}${asked.status === null ? '' : statuses.find(([key]) => key === asked.status)?.[1]}</span></div>${rows}${pagesMarkup({ page: asked.page, last: answer.nextCursor === null ? asked.page : last, address: (page) => addressOf(asked, frame.today, page) })}`
  return { content, understood: understoodMarkup(answer.understood, answer.degraded?.message), status: 200 }
}

/** Hits of one work: those of the text to show, and the other texts that have some too. */
type Group = { work: PublicWork; version: PublicVersion; standing: Standing; hits: SearchHit[]; others: PublicVersion[] }

/** By work, in the order of the best hit. A hit whose text is no longer public is left out, whatever the index still says. */
function groupHits(hits: readonly SearchHit[], works: readonly PublicWork[], on: string): Group[] {
  // the names of a renamed law are one work
  const lineOf = (key: string): string => works.find((w) => w.key === key)?.versions.map((v) => v.workKey).toSorted()[0] ?? key
  return [...Map.groupBy(hits, (hit) => lineOf(hit.workKey)).values()].flatMap((own): Group[] => {
    const work = works.find((w) => w.key === own[0]?.workKey)
    if (work === undefined) return []
    const found = inOrder(work.versions).filter((v) => own.some((h) => h.versionId === v.id))
    const version = found.find((v) => standingOn(v, work.versions, on) === 'inForce') ?? found.find((v) => standingOn(v, work.versions, on) === 'notYet') ?? found.at(-1)
    if (version === undefined) return []
    return [{ work, version, standing: standingOn(version, work.versions, on), hits: own.filter((h) => h.versionId === version.id), others: found.filter((v) => v.id !== version.id) }]
  })
}

const bestArticle = (group: Group): SearchHit | null => group.hits.find((h) => h.kind === 'provision' && h.anchor !== null) ?? null
const segments = (parts: readonly Segment[]): Markup => html`${parts.map((s) => (s.marked ? html`<mark>${s.text}</mark>` : s.text))}`

/** The words of an article with what was found marked in them. */
function markedWords(text: string, terms: readonly string[]): Markup {
  if (terms.length === 0) return html`${text}`
  const longestFirst = [...new Set(terms)].toSorted((a, b) => b.length - a.length)
  const pattern = new RegExp(`(${longestFirst.map((t) => t.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'u')
  return html`${text.split(pattern).map((piece) => (longestFirst.includes(piece) ? html`<mark>${piece}</mark>` : piece))}`
}

function resultMarkup(group: Group, full: string | null, on: string): Markup {
  const { work, version, standing } = group
  const base = lawAddress(version)
  const best = bestArticle(group)
  const title = group.hits.find((h) => h.kind === 'work')?.titleSegments ?? best?.titleSegments
  const rest = group.hits.filter((h) => h.kind === 'provision' && h !== best).slice(0, 4)
  const opening = best === null ? group.hits.find((h) => h.snippet.length > 0) : undefined
  const terms = best === null ? [] : best.snippet.flatMap((s) => (s.marked ? [s.text] : []))
  const text = full === null ? null : full.length > LONG_ARTICLE ? `${full.slice(0, LONG_ARTICLE)}……` : full
  const link = (hit: SearchHit): string => `${base}/${hit.anchor ?? ''}#${hit.anchor ?? ''}`
  const provisionCount = group.hits.filter((h) => h.kind === 'provision').length
  return html`<article class="res"><h2><a href="${base}">${title === undefined ? work.title : segments(title)}</a></h2><p class="meta">${statusLine(standing)}<span class="n">${begins(version)}</span><span>${libraryKindLabel(work.documentKind)}</span><span>${work.issuer}</span>${version.documentNo === null ? '' : html`<span class="n">${version.documentNo}</span>`}</p>
${best === null ? (opening === undefined ? '' : html`<div class="best"><span></span><div class="tx"><p>${segments(opening.snippet)}</p></div></div>`) : html`<div class="best"><a class="no" href="${link(best)}">${best.number === '' ? '看这一段' : best.number}</a><div class="tx">${(text ?? best.snippet.map((s) => s.text).join('')).split('\n').map((line) => html`<p>${markedWords(line, terms)}</p>`)}</div></div>`}
${rest.length === 0 ? '' : html`<ul class="sub">${rest.map((hit) => html`<li><a href="${link(hit)}">${hit.number === '' ? '看这一段' : hit.number}</a><span>${segments(hit.snippet)}</span></li>`)}</ul>`}
${provisionCount > 1 || group.others.length > 0 ? html`<p class="past">${provisionCount > 1 ? html`本页列出这件文件里的 ${provisionCount} 处　` : ''}${group.others.length === 0 ? '' : html`其他文本（${group.others.map((v, at) => html`${at > 0 ? '、' : ''}<a class="u" href="${lawAddress(v)}">${v.effectiveFrom ?? '施行日期未知'}，${standingLabels[standingOn(v, work.versions, on)]}</a>`)}）也有`}</p>` : ''}</article>`
}

function understoodMarkup(understood: UnderstoodQuery, degraded: string | undefined): Markup {
  const rows: [string, string][] = [
    ...(understood.simplified === null ? [] : [['繁体字', `按“${understood.simplified}”查`] as [string, string]]),
    ...understood.titles.map((t): [string, string] => ['名称', `《${t}》`]),
    ...(understood.article === null ? [] : [['条文', understood.article.label] as [string, string]]),
    ...(understood.documentNumber === null ? [] : [['文号', understood.documentNumber.text] as [string, string]]),
    ...understood.phrases.map((p): [string, string] => ['连着的字', p]),
    ...(understood.words === '' ? [] : [['词', understood.words] as [string, string]]),
    ...(understood.pinyin === null ? [] : [['拼音', `也按名称的拼音 ${understood.pinyin} 找`] as [string, string]]),
    ...understood.alsoSearched.map(({ from, to }): [string, string] => [from, `也找 ${to.join('、')}`]),
  ]
  return html`<div class="und"><span>这样理解：</span><dl>${rows.map(([term, words]) => html`<div><dt>${term}</dt><dd>${words}</dd></div>`)}</dl>${degraded === undefined ? '' : html`<span>${degraded}</span>`}</div>`
}
