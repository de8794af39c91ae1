import { html } from 'hono/html'
import { amongRows, type Change, type ComparisonRow, type HeadingRow, linesOfChanges, standingOver } from '../../law/compare/index.ts'
import type { PrismaClient } from '../../prisma/generated/client.ts'
import { comparePair } from '../library/index.ts'
import { dateInWords } from './dates.ts'
import { compareAddress, inOrder, lawAddress, nameOf, type PublicVersion, standingClasses, standingLabels, standingOn, standingSigns, versionNamed } from './law-history.ts'
import { crumbs, type Frame, type Markup, portalPage } from './page.ts'
import { publicTree, type PublicWork } from './public-library.ts'

const markWords = { duty: '义务', amount: '金额', period: '期限', percentage: '百分比', reference: '引用' } as const
const kindWords: Record<ComparisonRow['kind'], string> = { same: '没有变', changed: '修改', added: '增加', removed: '删去' }
const kindClasses: Record<ComparisonRow['kind'], string> = { same: '', changed: '', added: 'add', removed: 'del' }

/** Two texts of one work side by side. Null where one of them is not public. */
export async function comparePage(options: { prisma: PrismaClient; frame: Frame; publicUrl: string; work: PublicWork; from: string; to: string; show?: string | undefined }): Promise<Markup | null> {
  const { prisma, frame, work } = options
  const before = versionNamed(work.versions, work.key, options.from)
  const after = versionNamed(work.versions, work.key, options.to)
  if (before === null || after === null) return null
  const [oldText, newText] = await Promise.all([publicTree(prisma, before.id), publicTree(prisma, after.id)])
  if (oldText === null || newText === null) return null
  const { comparison, algorithm, corrections } = await comparePair({ tx: prisma, from: { id: before.id, text: oldText }, to: { id: after.id, text: newText } })
  const { summary } = comparison
  const onlyNumber = comparison.rows.filter((r) => r.kind === 'same' && r.renumbered && !r.moved).length
  const base = `/law/${work.key}`
  const own = compareAddress(work.key, before, after)
  const index = comparison.rows.filter((r) => r.kind !== 'same' || r.renumbered || r.moved)
  const changedAnnexes = comparison.annexes.filter((a) => a.kind !== 'same')
  const chosen = filters.find(({ key }) => key === options.show) ?? null
  const body = arranged(comparison.rows, comparison.headings, chosen?.holds ?? null)
  const stops = body.filter(({ stop }) => stop).map(({ one }) => rowId(sidesOf(one)))
  const said = corrections.filter(({ undone }) => undone === null)
  const corrected = new Set(said.flatMap((one) => [...one.old.map((id) => `old ${id}`), ...one.new.map((id) => `new ${id}`)]))
  const isCorrected = (row: ComparisonRow): boolean => row.old.some(({ id }) => corrected.has(`old ${id}`)) || row.new.some(({ id }) => corrected.has(`new ${id}`))
  const entries = body.flatMap(({ one, stop, shown }) => {
    if (isHeading(one)) return stop ? [headingEntry(one)] : shown === 'same' ? [] : [html`<p class="ch${shown === 'ref' ? ' ref' : ''}">${headingText(one)}</p>`]
    if (!index.includes(one)) return []
    return [html`<a class="${isOnlyNumber(one) && chosen === null ? 'ref' : ''}" href="#${rowId(one)}"><span>${rowLabel(one)}</span><span class="k ${one.moved && one.kind === 'same' ? 'mv' : kindClasses[one.kind]}">${shortKind(one)}</span><span class="mk">${marksOf(one.changes).join('、')}</span></a>`]
  })
  const counted = body.filter(({ one, stop }) => (isHeading(one) ? stop : index.includes(one))).length
  const filterLinks = filters.map((filter) => ({ ...filter, count: comparison.rows.filter(filter.holds).length })).filter(({ count, key }) => count > 0 || key === chosen?.key)
  const page = html`<main id="main" class="wrap">
${crumbs({ label: after.title, href: lawAddress(after) }, { label: '比较' })}
<header class="hd1"><h1>${after.title}<small>两个文本的比较</small></h1>
<form class="pick" action="${base}/compare"><label>旧文本${versionSelect('from', work, before, frame.today)}</label><span class="sw">和</span><label>新文本${versionSelect('to', work, after, frame.today)}</label><button class="btn quiet s">比较</button></form></header>
<section class="sumline" aria-label="改动概况"><span><b>${summary.changed}</b>条修改</span><span><b>${summary.added}</b>条增加</span><span><b>${summary.removed}</b>条删去</span><span><b>${summary.moved}</b>条移动</span><span><b>${onlyNumber}</b>条只改条号</span><span><b>${summary.same - onlyNumber}</b>条没有变</span>
<div class="opt">${chosen === null ? html`<label><input type="checkbox" id="only" checked>只看有改动的</label><label><input type="checkbox" id="refs">含只改条号的</label>` : ''}<span class="modes" role="radiogroup" aria-label="排列"><label><input type="radio" name="m" id="m2" checked>并排</label>　<label><input type="radio" name="m" id="m1">合为一栏</label></span></div></section>
<nav class="show" aria-label="只看哪些改动"><span>只看</span><a href="${own}"${chosen === null ? html` aria-current="true"` : ''}>全部改动</a>${filterLinks.map(({ key, label, count }) => html`<a href="${own}?show=${key}"${chosen?.key === key ? html` aria-current="true"` : ''}>${label} ${count}</a>`)}</nav>
<p class="legend"><ins>新增的字</ins>有下划线，<del>删去的字</del>有删除线，<ins class="pm">移动的字</ins>有点线；整条移动的写明移自、移至哪一条。“义务”指应当、可以、不得这些字的变化。</p>
<div class="cg"><nav class="co" aria-label="改动目录"><h2>改了什么</h2>${entries}</nav>
<details class="co-m"><summary><b>改了什么</b><span class="hint">共 ${counted} 处</span></summary>${entries}</details>
<div><div class="cols vh2"><span></span>${columnHead(before, work, frame.today)}${columnHead(after, work, frame.today)}</div>
${counted === 0 && changedAnnexes.length === 0 && comparison.preamble?.changes.every((c) => c.op === 'equal') !== false ? html`<p class="nothing">两个文本的条文没有不同。</p>` : ''}
${chosen === null && comparison.title.some((c) => c.op !== 'equal') ? html`<article class="cols row"><div class="mkcol"><span>名称</span></div><div class="cell o"><p>${words(comparison.title, 'old')}</p></div><div class="cell nw"><p>${words(comparison.title, 'new')}</p></div><div class="cell one"><p>${words(comparison.title, 'both')}</p></div></article>` : ''}
${chosen === null && comparison.preamble !== null ? html`<article class="cols row${comparison.preamble.kind === 'same' ? ' same' : ''}"><div class="mkcol"><span>条文前的文字</span></div>${sides.map((side) => html`<div class="cell ${sideClass[side]}">${linesOfChanges(comparison.preamble?.changes ?? [], side, { old: [], new: [] }).map(({ changes }) => html`<p>${words(changes, side)}</p>`)}</div>`)}</article>` : ''}
${body.map(({ one, shown }) => (isHeading(one) ? headingMarkup(one, shown, stops) : rowMarkup(one, { stops, corrected: isCorrected(one) })))}
${chosen === null ? comparison.annexes.map((annex) => html`<article class="cols row${annex.kind === 'same' ? ' same' : ''}"><div class="mkcol"><span class="k">${kindWords[annex.kind]}</span></div>${sides.map((side) => html`<div class="cell ${sideClass[side]}"><b class="no">${(side === 'old' ? annex.old : (annex.new ?? annex.old))?.number ?? ''}</b>${linesOfChanges(annex.changes, side, { old: [], new: [] }).map(({ changes }) => html`<p>${words(changes, side)}</p>`)}</div>`)}</article>`) : ''}
<p class="how">条文的对应由程序比对（${algorithm}）${said.length === 0 ? '' : `，其中 ${said.length} 处经人工校正`}。标准文本以公报刊登的为准。</p>
</div></div></main>`
  return portalPage(frame, { title: `${after.title}：两个文本的比较`, section: 'library', body: page, canonical: `${options.publicUrl}${own}` })
}

/** What a reader may ask for alone: `?show=amount`. */
const filters: readonly { key: string; label: string; holds: (row: ComparisonRow) => boolean }[] = [
  ...(['duty', 'amount', 'period', 'percentage'] as const).map((mark) => ({ key: mark, label: markWords[mark], holds: (row: ComparisonRow) => row.changes.some((c) => c.op !== 'equal' && (c.marks?.includes(mark) ?? false)) })),
  { key: 'added', label: '增加', holds: (row) => row.kind === 'added' },
  { key: 'removed', label: '删去', holds: (row) => row.kind === 'removed' },
  { key: 'moved', label: '移动', holds: (row) => row.moved },
  { key: 'renumbered', label: '只改条号', holds: (row) => isOnlyNumber(row) },
]

type Side = 'old' | 'new' | 'both'
const sides: readonly Side[] = ['old', 'new', 'both']
const sideClass: Record<Side, string> = { old: 'o', new: 'nw', both: 'one' }

const words = (changes: readonly Change[], side: Side): Markup =>
  html`${changes.map(({ op, text, moveId }) => {
    if (op === 'equal') return text
    const moved = moveId === undefined ? '' : html` class="pm"`
    if (op === 'delete') return side === 'new' ? '' : html`<del${moved}>${text}</del>`
    return side === 'old' ? '' : html`<ins${moved}>${text}</ins>`
  })}`

/** The address of a row on the page: that of its new article, or of the old one that is gone. */
export const rowId = (row: Sides): string => (row.new[0] === undefined ? `c-old-${row.old[0]?.id ?? ''}` : `c-${row.new[0].id}`)
const isOnlyNumber = (row: ComparisonRow): boolean => row.kind === 'same' && row.renumbered && !row.moved
const labels = (articles: ComparisonRow['old']): string => articles.map((a) => (a.number === '' ? '无编号段落' : a.number)).join('、')
const rowLabel = (row: ComparisonRow): string => (row.new.length === 0 ? `原${labels(row.old)}` : labels(row.new))
const shortKind = (row: ComparisonRow): string => (row.kind === 'same' ? (row.moved ? '移动' : '条号') : kindWords[row.kind])
const marksOf = (changes: readonly Change[]): string[] => [...new Set(changes.flatMap((c) => (c.op === 'equal' ? [] : (c.marks ?? []))))].map((mark) => markWords[mark])

const isHeading = (one: ComparisonRow | HeadingRow): one is HeadingRow => 'level' in one
const headingText = (row: HeadingRow): string => (row.new ?? row.old)?.text ?? ''
const sidesOf = (one: ComparisonRow | HeadingRow): Sides => (isHeading(one) ? { old: one.old === null ? [] : [one.old], new: one.new === null ? [] : [one.new] } : one)
type Sides = { old: readonly { id: string }[]; new: readonly { id: string }[] }

/** A row in the order of the page. `shown`: always, `ref` with what only got another number, `same` only with what did not change. */
type Placed = { one: ComparisonRow | HeadingRow; stop: boolean; shown: '' | 'ref' | 'same' }

/** Articles with the headings over them: a heading is a stop where its words changed, else it is shown with what stands below it. */
function arranged(rows: readonly ComparisonRow[], headings: readonly HeadingRow[], holds: ((row: ComparisonRow) => boolean) | null): Placed[] {
  const all = amongRows<ComparisonRow, HeadingRow>(rows, headings)
  const isStop = (one: ComparisonRow | HeadingRow): boolean => (isHeading(one) ? holds === null && one.kind !== 'same' : holds === null ? one.kind !== 'same' || one.moved : holds(one))
  const levels = all.map((one) => (isHeading(one) ? one.level : null))
  const overStops = standingOver(all.map((one, at) => ({ wanted: isStop(one), level: levels[at] ?? null })))
  const overNumbers = standingOver(all.map((one, at) => ({ wanted: holds === null && one.renumbered, level: levels[at] ?? null })))
  return all.flatMap((one, at): Placed[] => {
    const stop = isStop(one)
    if (holds !== null && !stop && !overStops[at]) return []
    return [{ one, stop, shown: stop || overStops[at] ? '' : one.renumbered || overNumbers[at] ? 'ref' : 'same' }]
  })
}

const headingEntry = (row: HeadingRow): Markup =>
  html`<a class="ch" href="#${rowId(sidesOf(row))}"><span>${row.new === null ? '原' : ''}${headingText(row)}</span><span class="k ${kindClasses[row.kind]}">${kindWords[row.kind]}</span><span class="mk"></span></a>`

/** A heading once over both columns, or beside each other where it is not the same. */
function headingMarkup(row: HeadingRow, shown: Placed['shown'], stops: readonly string[]): Markup {
  const hidden = shown === '' ? '' : ` ${shown}`
  if (row.kind === 'same' && !row.renumbered) return html`<h2 class="chap${hidden}">${headingText(row)}</h2>`
  const id = rowId(sidesOf(row))
  const cell = (side: Side): Markup => {
    const gone = side === 'old' ? row.old === null : side === 'new' && row.new === null
    return html`<div class="cell ${sideClass[side]}">${gone ? html`<p class="none">${side === 'old' ? '原来没有这个标题' : '这个标题删去了'}</p>` : html`<b class="chap-words">${words(row.changes, side)}</b>`}</div>`
  }
  const told = row.kind === 'added' || row.kind === 'removed' ? html`<span class="k ${kindClasses[row.kind]}">${kindWords[row.kind]}</span>` : row.remark.split('，').map((remark) => html`<span class="k">${remark}</span>`)
  return html`<article class="cols row heading${hidden}" id="${id}"><div class="mkcol">${told}</div>${sides.map(cell)}${stepsAt(id, stops)}</article>`
}

/** From one of the rows that a reader goes through to those before and behind it; nothing at the others. */
function stepsAt(id: string, stops: readonly string[]): Markup | '' {
  const at = stops.indexOf(id)
  const [previous, next] = [stops[at - 1], stops[at + 1]]
  return at < 0 ? '' : html`<nav class="steps" aria-label="第 ${at + 1} 处，共 ${stops.length} 处"><span>${at + 1}/${stops.length}</span>${previous === undefined ? '' : html`<a href="#${previous}">上一处</a>`}${next === undefined ? '' : html`<a href="#${next}">下一处</a>`}</nav>`
}

function rowMarkup(row: ComparisonRow, options: { stops: readonly string[]; corrected: boolean }): Markup {
  const quiet = row.kind === 'same' && !row.moved
  const classes = `cols row${quiet ? (row.renumbered ? ' ref' : ' same') : ''}`
  const cell = (side: Side): Markup => {
    const articles = side === 'old' ? row.old : side === 'new' ? row.new : row.new.length === 0 ? row.old : row.new
    const lines = linesOfChanges(row.changes, side, row).map(({ changes, begins }) => html`<p>${begins === null ? '' : html`<b class="begins">${begins.side === 'old' && side === 'both' ? '原' : ''}${begins.number}</b>`}${words(changes, side)}</p>`)
    const empty = articles.length === 0
    return html`<div class="cell ${sideClass[side]}">${empty ? html`<p class="none">${side === 'old' ? '原来没有这一条' : '这一条删去了'}</p>` : html`<b class="no">${labels(articles)}${otherNumber(row, side)}</b>${row.heading === undefined || row.heading.length === 0 ? '' : html`<p>${words(row.heading, side)}</p>`}${lines}`}</div>`
  }
  const happened = row.kind === 'same' ? '' : html`<span class="k ${kindClasses[row.kind]}">${kindWords[row.kind]}</span>`
  return html`<article class="${classes}" id="${rowId(row)}"><div class="mkcol">${happened}${row.moved ? html`<span class="mv">移动</span>` : ''}${row.kind === 'changed' ? marksOf(row.changes).map((m) => html`<span>${m}</span>`) : ''}${options.corrected ? html`<span class="k">人工校正</span>` : ''}${stepsAt(rowId(row), options.stops)}</div>${cell('old')}${cell('new')}${cell('both')}</article>`
}

/** The number that an article had before, or got: 原第五条, 移至第九条. */
function otherNumber(row: ComparisonRow, side: Side): Markup | '' {
  const [own, other] = side === 'old' ? [labels(row.old), labels(row.new)] : [labels(row.new), labels(row.old)]
  if (own === other || row.old.length === 0 || row.new.length === 0) return ''
  const word = side === 'old' ? (row.moved ? '移至' : '改为') : row.moved ? '移自' : '原'
  return html`<small${row.moved ? html` class="mv"` : ''}>${word}${other}</small>`
}

const versionName = (v: PublicVersion, work: PublicWork, today: string): string =>
  `${v.effectiveFrom === null ? (v.adopted === null ? '施行日期未知' : `${v.adopted} 通过`) : `${v.effectiveFrom} 起施行`}（${standingLabels[standingOn(v, work.versions, today)]}）${v.dateKey.includes('~') ? ` ${v.dateKey.slice(v.dateKey.indexOf('~'))}` : ''}`

const versionSelect = (name: string, work: PublicWork, chosen: PublicVersion, today: string): Markup =>
  html`<select name="${name}">${inOrder(work.versions).map((v) => html`<option value="${nameOf(v, work.key)}"${v.id === chosen.id ? html` selected` : ''}>${versionName(v, work, today)}</option>`)}</select>`

function columnHead(v: PublicVersion, work: PublicWork, today: string): Markup {
  const standing = standingOn(v, work.versions, today)
  return html`<span><b>${v.effectiveFrom === null ? '施行日期未知' : `${dateInWords(v.effectiveFrom)}起施行`}</b>　<span class="st ${standingClasses[standing]}"><i class="sg" aria-hidden="true">${standingSigns[standing]}</i>${standingLabels[standing]}</span></span>`
}
