import { html } from 'hono/html'
import type { LegalText } from '../../law/text/index.ts'
import type { PrismaClient } from '../../prisma/generated/client.ts'
import { libraryKindLabel } from '../library/index.ts'
import { type ArticleChanges, changesOfWork, countChanges, fateOfArticles } from './article-changes.ts'
import { linkCitations } from './citation-links.ts'
import { dateInWords, dayBefore, daysBetween } from './dates.ts'
import { lawAddress, compareAddress, endOf, inForceOn, inOrder, type PublicVersion, standingClasses, standingLabels, standingOn, standingSigns, textBefore, versionNamed } from './law-history.ts'
import { annexWords, divisionWords, lawTextMarkup, type MarginNote } from './law-text-html.ts'
import { crumbs, type Frame, type Markup, portalPage } from './page.ts'
import { publishedWithMarkup } from './published-with.ts'
import { publicSources, type PublicSource, publicTree, type PublicWork } from './public-library.ts'

/** Whether a filing stands behind the text, and how it went: only what was made public by its own act. */
export type FilingOfText = { registrationNo: string; conclusion: string | null } | null

/** The page of one text. Null where the address names no public text or no article of it. */
export async function lawPage(options: { prisma: PrismaClient; frame: Frame; publicUrl: string; work: PublicWork; dateKey: string; anchor: string | null; within: string; filing: FilingOfText }): Promise<Markup | null> {
  const { prisma, frame, work, anchor } = options
  const version = versionNamed(work.versions, work.key, options.dateKey)
  if (version === null) return null
  const text = await publicTree(prisma, version.id)
  if (text === null) return null
  const chosen = anchor === null ? null : (holderOf(text, anchor) ?? undefined)
  if (chosen === undefined) return null
  const base = `/law/${work.key}/${version.dateKey}`
  const [links, changes, sources, publishedWith] = await Promise.all([
    linkCitations({ prisma, text, version, today: frame.today }), changesOfWork(prisma, work.versions), publicSources(prisma, version.id), publishedWithMarkup(prisma, { versionId: version.id, base }),
  ])
  const standing = standingOn(version, work.versions, frame.today)
  const current = inForceOn(work.versions, frame.today)
  const old = standing === 'replaced' || standing === 'ended'
  const fate = old && current !== null && current.id !== version.id ? fateOfArticles({ eIds: text.articles.map((a) => a.id), from: version, to: current, versions: work.versions, changes }) : new Map()
  const later = new Set(text.articles.flatMap((a) => (fate.get(a.id)?.changed === true ? [a.id] : [])))
  const notes = marginNotes({ work, version, text, changes, citations: links.perArticle, fate, current })
  const address = `${options.publicUrl}${base}${anchor === null ? '' : `/${anchor}`}`
  const found = options.within === '' ? [] : text.articles.filter((a) => articleWords(a).includes(options.within))

  const body = html`<main id="main" class="wrap">
${crumbs({ label: '法规库', href: '/search' }, { label: libraryKindLabel(work.documentKind), href: `/search?kind=${work.documentKind}` })}
${printHead({ frame, work, version, address, standing: standingLabels[standing] })}
<header class="lawhead"><h1>${version.title}</h1>
<p class="stline"><span class="st ${standingClasses[standing]}"><i class="sg" aria-hidden="true">${standingSigns[standing]}</i>${version.corrected === true ? '更正前的文本' : standing === 'ended' && version.endReason !== null ? version.endReason : standingLabels[standing]}</span><span>${periodWords(version, work.versions)}</span><span>${work.issuer}</span>${version.documentNo === null ? '' : html`<span>${version.documentNo}</span>`}${version.promulgated === null ? '' : html`<span>${dateInWords(version.promulgated)}公布</span>`}</p>
${text.note === '' ? '' : html`<details class="note"><summary>通过、批准和修正经过</summary><p>${text.note}</p></details><p class="printnote">${text.note}</p>`}
${version.sourceNote === null ? '' : html`<p class="note">${version.sourceNote}</p>`}
${filingLine(options.filing)}</header>
${historyLine({ frame, work, version, changes })}
<div class="read">
<aside class="side" aria-label="目录和文本信息">${withinForm(base, options.within)}${hasContents(text) ? html`<nav aria-label="目录"><h2>目录</h2>${contents(text)}</nav>` : ''}
<div class="blk"><h2>下载这个文本</h2><p class="dl"><a href="${base}/text.docx">Word</a><a href="${base}/text.txt">纯文本</a></p></div>
${publishedWith}
<div class="blk"><h2>永久地址</h2><p class="perma">${address}</p></div></aside>
<div>${hasContents(text) ? html`<details class="toc-m"><summary><b>目录</b><span>${extentWords(text)}</span></summary>${contents(text)}</details>` : ''}
${options.within === '' ? '' : html`<div class="here" role="status">${found.length === 0 ? html`没有一条里有“${options.within}”。` : html`${found.length} 条里有“${options.within}”：${found.map((a) => html`<a href="#${a.id}">${a.number === '' ? '（无编号段落）' : a.number}</a> `)}`}</div>`}
${lawTextMarkup({ text, base, links, notes, chosen, later })}
<div class="end sources">${text.problems.length === 0 ? '' : html`<p>本文本有 ${text.problems.length} 处读出时有疑问，以原件为准。</p>`}<h2>来源</h2>${sourceList(base, sources, version)}</div>
</div></div></main>`
  return portalPage(frame, {
    title: `${version.title}${anchor === null ? '' : ` ${labelOf(text, anchor)}`}`, section: 'library', body, canonical: address, ...(old ? { bodyClass: 'old' } : {}),
    ...(old ? { before: oldWarning({ work, version, current }) } : {}),
  })
}

const articleWords = (article: LegalText['articles'][number]): string =>
  article.paragraphs.map((p) => `${p.text}${p.items.map((i) => `${i.text}${i.subitems.map((s) => s.text).join('')}`).join('')}`).join('')

/** The article or annex in which an address lies; null where the text has none. */
function holderOf(text: LegalText, anchor: string): string | null {
  const holder = anchor.split('__')[0] ?? ''
  const inside = text.articles.some((a) => a.id === holder) || text.annexes.some((a) => a.id === holder)
  if (inside) return holder
  // an outline's paragraphs stand inside a division: their id has several parts
  return text.articles.find((a) => anchor === a.id || anchor.startsWith(`${a.id}__`))?.id ?? null
}

const labelOf = (text: LegalText, anchor: string): string => {
  const holder = holderOf(text, anchor)
  return text.articles.find((a) => a.id === holder)?.number ?? text.annexes.find((a) => a.id === holder)?.label ?? ''
}

/** From when to when, in words; what is not known is said so. */
function periodWords(version: PublicVersion, versions: readonly PublicVersion[]): Markup {
  const end = endOf(version, versions)
  if (version.corrected === true) return html`<b>文字已经更正</b>，更正前的文本`
  if (version.effectiveFrom === null) return html`<b>施行日期未知</b>${version.adopted === null ? '' : `，${dateInWords(version.adopted)}通过`}`
  const basis = version.effectiveBasis === 'inferred' ? '（推定）' : ''
  return end === null ? html`<b>${dateInWords(version.effectiveFrom)}</b>起施行${basis}` : html`<b>${dateInWords(version.effectiveFrom)}至${dateInWords(dayBefore(end))}</b>有效${basis}`
}

const filingLine = (filing: FilingOfText): Markup =>
  filing === null ? html`` : html`<p class="note">备案登记号 <a class="u" href="/filings/${encodeURIComponent(filing.registrationNo)}">${filing.registrationNo}</a>${filing.conclusion === null ? '，审查中' : `，审查结论：${filing.conclusion}`}。觉得同上位法抵触？<a class="u" href="/suggest?filing=${encodeURIComponent(filing.registrationNo)}">提出审查建议</a></p>`

function printHead(options: { frame: Frame; work: PublicWork; version: PublicVersion; address: string; standing: string }): Markup {
  const { frame, work, version } = options
  return html`<div class="printhead"><div>${options.standing === standingLabels.replaced || options.standing === standingLabels.ended ? html`<p class="w">历史文本：现在不再有效</p>` : ''}<p>地址　${options.address}</p><p>文本　${periodWords(version, work.versions)}，打印时${options.standing}</p><p>打印　${dateInWords(frame.today)}。标准文本以公报刊登的为准。${frame.demo ? '演示数据，法规系虚构。' : ''}</p></div></div>`
}

function oldWarning(options: { work: PublicWork; version: PublicVersion; current: PublicVersion | null }): Markup {
  const { work, version, current } = options
  const correction = version.corrected === true ? (inOrder(work.versions).find((v) => v.corrected !== true && v.effectiveFrom === version.effectiveFrom && v.recordedAt > version.recordedAt) ?? null) : null
  if (correction !== null) return html`<section class="warn" aria-label="更正提醒"><div class="wrap"><p><strong>! 这份文本的文字已经更正</strong><span>保留在这里，供核对更正以前的文字。</span></p><div class="acts"><a class="btn quiet" href="${compareAddress(work.key, version, correction)}">更正了什么</a> <a class="btn" href="${lawAddress(correction)}">看更正后的文本</a></div></div></section>`
  const actions =
    current === null || current.id === version.id
      ? ''
      : html`<div class="acts"><a class="btn quiet" href="${compareAddress(work.key, version, current)}">改了什么</a> <a class="btn" href="${lawAddress(current)}">看现行文本</a></div>`
  const instead = current === null || current.id === version.id ? '没有现行的文本。' : `已由${dateInWords(current.effectiveFrom)}起施行的文本代替。`
  return html`<section class="warn" aria-label="时效提醒"><div class="wrap"><p><strong>! 这不是现行文本</strong><span>${periodWords(version, work.versions)}，${instead}处理当时发生的事情，仍可能要看它。</span></p>${actions}</div></section>`
}

/** Years of a text on the line of its history, as one of six widths: the portal allows no inline style. */
const widthOf = (days: number): number => Math.max(1, Math.min(6, Math.round(days / 730) + 1))

function historyLine(options: { frame: Frame; work: PublicWork; version: PublicVersion; changes: ReadonlyMap<string, ArticleChanges> }): Markup {
  const { frame, work, version, changes } = options
  const sorted = inOrder(work.versions)
  const items = sorted.map((v) => {
    const standing = standingOn(v, work.versions, frame.today)
    const before = textBefore(v, work.versions)
    const made = changes.get(v.id)
    const end = endOf(v, work.versions) ?? frame.today
    const days = v.effectiveFrom === null ? 0 : daysBetween(v.effectiveFrom, end < frame.today ? end : frame.today)
    const shown = v.id === version.id
    return html`<li class="grow-${widthOf(days)}${shown ? ' cur' : ''}${standing === 'inForce' && !shown ? ' inforce' : ''}"><a class="v" href="${lawAddress(v)}"${shown ? html` aria-current="page"` : ''}><b class="n">${v.effectiveFrom ?? '施行日期未知'}</b>${v.effectiveFrom === null && v.adopted !== null ? `${v.adopted} 通过　` : ''}<span>${v.corrected === true ? '更正前的文本' : standingLabels[standing]}</span></a>${before === null || made === undefined ? '' : html`<a class="cmp" href="${compareAddress(work.key, before, v)}">${countChanges(made) === 0 ? '没有改动条文' : `${before.corrected === true ? '更正了' : '改了'} ${countChanges(made)} 条`}</a>`}</li>`
  })
  // what has not begun stands behind today
  const coming = sorted.findIndex((v) => v.effectiveFrom !== null && v.effectiveFrom > frame.today)
  const now = coming < 0 ? items.length : coming
  return html`<section class="hist" aria-label="历次文本"><div><h2>历次文本</h2><ol class="line">${items.slice(0, now)}<li class="next">今天</li>${items.slice(now)}</ol></div>
<form class="asof" action="/law/${work.key}"><label for="on">看它在某一天的文本</label><div><input id="on" type="date" name="on" required value="${frame.today}"><button class="btn s">查看</button></div></form></section>`
}

const withinForm = (base: string, within: string): Markup =>
  html`<form class="inside" role="search" aria-label="在本文本里查" action="${base}"><label class="vh" for="in">在本文本里查</label><input id="in" type="search" name="in" maxlength="100" placeholder="在本文本里查" value="${within}"></form>`

const hasContents = (text: LegalText): boolean => text.divisions.length + text.annexes.length > 0
const contents = (text: LegalText): Markup => html`<ol>${text.divisions.map((d) => html`<li><a href="#${d.id}">${divisionWords(d)}</a></li>`)}${text.annexes.map((a) => html`<li><a href="#${a.id}">${annexWords(a)}</a></li>`)}</ol>`
/** 7 个标题，18 条，2 个附件 */
const extentWords = ({ divisions, articles, annexes }: LegalText): string => [[divisions.length, '个标题'], [articles.length, '条'], [annexes.length, '个附件']].flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}`])).join('，')

function sourceList(base: string, sources: readonly PublicSource[], version: PublicVersion): Markup {
  if (sources.length === 0) return html`<p>${version.sourceNote ?? '没有原件。'}</p>`
  return html`${sources.map(
    (s) => html`<dl><dt>${s.kind === 'decision' ? '修改决定' : '原件'}</dt><dd><a class="u" href="${base}/original/${s.fileId}">${s.name}</a>（${sizeWords(Number(s.sizeBytes))}）</dd><dt>sha256</dt><dd class="n">${s.sha256}</dd></dl>`,
  )}`
}

const sizeWords = (bytes: number): string => (bytes < 1024 ? `${bytes} 字节` : bytes < 1_048_576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`)

function marginNotes(options: {
  work: PublicWork
  version: PublicVersion
  text: LegalText
  changes: ReadonlyMap<string, ArticleChanges>
  citations: ReadonlyMap<string, number>
  fate: ReadonlyMap<string, { eId: string | null; changed: boolean }>
  current: PublicVersion | null
}): Map<string, MarginNote[]> {
  const { work, version, text, citations, fate, current } = options
  const made = options.changes.get(version.id)
  const before = textBefore(version, work.versions)
  const year = (version.effectiveFrom ?? version.adopted ?? '').slice(0, 4)
  const compare = before === null ? '' : compareAddress(work.key, before, version)
  // the text before is this one with words that were put right
  const changed = before?.corrected === true ? '已更正' : `${year} 修改`.trim()
  return new Map(
    text.articles.map((article): [string, MarginNote[]] => {
      const notes: MarginNote[] = []
      const after = fate.get(article.id)
      if (after !== undefined && current !== null) {
        if (after.eId === null) notes.push({ words: '后来删去', href: compareAddress(work.key, version, current) })
        else if (after.changed || after.eId !== article.id) notes.push({ words: after.changed ? '后来修改，看现行的' : '现在条号不同，看现行的', href: `${lawAddress(current)}/${after.eId}#${after.eId}` })
      } else if (made?.changed.has(article.id) === true) notes.push({ words: changed, href: `${compare}#c-${article.id}` })
      else if (made?.added.has(article.id) === true) notes.push({ words: `${year} 增加`.trim(), href: `${compare}#c-${article.id}` })
      const cited = citations.get(article.id) ?? 0
      if (cited > 0) notes.push({ words: `本条引用 ${cited} 处` })
      return [article.id, notes]
    }),
  )
}
