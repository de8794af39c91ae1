/** The amended working copy back to a tree. */
import { completeTree, type Article, type Division, type LegalText, type Paragraph } from '../text/index.ts'
import { settleExtents } from './apply-extents.ts'
import type { WorkArticle, WorkDivision, WorkParagraph, WorkTable, WorkText } from './working-text.ts'

const tableOf = (table: WorkTable): { rows: { text: string; columnSpan: number; rowSpan: number; header: boolean }[][] } => ({
  rows: table.map((row) => row.map(({ cell, words }) => ({ ...cell, text: words.words }))),
})

function paragraphOf(paragraph: WorkParagraph): Paragraph {
  return {
    id: '',
    text: paragraph.words.words,
    items: paragraph.items.map((item) => {
      const number = item.source !== null && !paragraph.itemsMoved ? item.source.number : item.number.replace('(', '（').replace(')', '）')
      return {
        id: '',
        number,
        ...(item.number === number ? {} : { printed: item.number }),
        text: item.words.words,
        subitems: item.subitems.map((subitem) => ({ id: '', number: subitem.number, text: subitem.words.words })),
      }
    }),
    ...(paragraph.table === null ? {} : { table: tableOf(paragraph.table) }),
  }
}

function articleOf(article: WorkArticle): Article {
  const number = article.final ?? ''
  const printed = number === article.old ? article.source?.printed : undefined
  return {
    id: '',
    number,
    ...(printed === undefined ? {} : { printed }),
    heading: article.heading,
    paragraphs: article.paragraphs.map(paragraphOf),
    line: article.line,
  }
}

/** `settled`: something in the decision says so; else only the custom that a new article closes what stands before it. */
export type HomeProblem = { article: WorkArticle; settled: boolean; message: string }

/** Gives every article its division, so that divisions follow each other; says where that was doubtful. */
function settleHomes(work: WorkText): HomeProblem[] {
  const problems: HomeProblem[] = []
  const order = new Map<WorkDivision | null, number>([[null, -1], ...work.divisions.map((division, i): [WorkDivision, number] => [division, i])])
  const placeOf = (division: WorkDivision | null): number => order.get(division) ?? -1
  const { articles } = work
  const settled = (article: WorkArticle): boolean => (article.source !== null && article.pin === null) || article.homeGiven
  const nextHome = (i: number): number | null => {
    for (let j = i + 1; j < articles.length; j += 1) {
      const other = articles[j]
      if (other !== undefined && (other.source !== null || other.homeGiven)) return placeOf(other.home)
    }
    return null
  }
  let current = -1
  for (const [i, article] of articles.entries()) {
    if (settled(article)) {
      current = Math.max(current, placeOf(article.home))
      article.home = work.divisions[current] ?? null
      continue
    }
    const next = nextHome(i)
    const own = article.source === null ? null : placeOf(article.home)
    const fits = own !== null && own >= current && (next === null || own <= next)
    if (fits) current = own
    else if (next !== null && next > current && article.source === null) {
      const heading = afterHeadings(work, current, next, article)
      const [before, after] = [work.divisions[current], work.divisions[current + 1]]
      const label = article.final ?? ''
      problems.push(
        heading > current
          ? { article, settled: true, message: `决定没有说编入哪一部分，${label}编在${work.divisions[heading]?.final ?? ''}` }
          : { article, settled: false, message: `${label}在${before?.final ?? '第一个标题之前'}与${after?.final ?? ''}之间，决定没有说属于哪一部分，现编在前一部分的末尾。` },
      )
      current = heading
    }
    article.home = work.divisions[current] ?? null
  }
  return problems
}

/** Instructions follow the order of the text: a heading that was changed before the article came stands before it. */
function afterHeadings(work: WorkText, current: number, next: number, article: WorkArticle): number {
  const by = article.pin?.by ?? -1
  const before = work.divisions[current]
  // 分为四条，包括第四十二条至第四十五条: what comes behind them is no longer in it
  const isFull = work.extents.some(({ division, labels }) => division === before && !labels.has(article.final ?? ''))
  if (isFull) return current + 1
  const earlier = work.divisions.findLastIndex((division, i) => i > current && i <= next && division.touchedBy !== null && division.touchedBy < by)
  return earlier < 0 ? current : earlier
}

/** The tree after the decision; 题注 and signature as they were. `homes`: articles whose division is doubtful. */
export function finishText(work: WorkText): { text: LegalText; homes: HomeProblem[] } {
  const { base } = work
  settleExtents(work)
  const moved = work.extents.length > 0 || work.articles.some(({ source, pin }) => source === null || pin !== null) || work.divisions.some(({ source, pin }) => source === null || pin !== null) || work.divisions.length < base.divisions.length
  const homes = moved ? settleHomes(work) : []
  const order = new Map(work.divisions.map((division, i): [WorkDivision, number] => [division, i]))
  const divisions = work.divisions.map((division): Division => {
    const place = order.get(division) ?? 0
    const at = work.articles.findIndex(({ home }) => home !== null && (order.get(home) ?? -1) >= place)
    const { source } = division
    return { kind: division.kind, level: division.level, number: division.final ?? division.number, heading: division.heading, id: '', from: null, to: null, at: at < 0 ? work.articles.length : at, ...untilOf(work, source) }
  })
  const text: LegalText = {
    ...base,
    title: work.title,
    preamble: work.preamble.map(({ line }) => line.words),
    contents: contentsOf(work),
    divisions,
    articles: work.articles.map(articleOf),
    annexes: work.annexes
      .filter(({ gone }) => !gone)
      .map(({ label, title, blocks }) => ({ id: '', label, title, blocks: blocks.map((block) => (block.kind === 'line' ? { kind: 'line', text: block.words.words } : { kind: 'table', table: tableOf(block.table) })) })),
    problems: [],
    remarks: [],
  }
  if (base.placed !== undefined) text.placed = placedOf(work, base.placed)
  completeTree(text)
  return { text, homes }
}

/** In an outline a division may end before the next heading: it ends before the same article as it did. */
function untilOf(work: WorkText, source: Division | null): { until?: number } {
  if (source?.until === undefined) return {}
  const after = work.base.articles.slice(source.until)
  const at = after.length === 0 ? -1 : work.articles.findIndex(({ source: own }) => own !== null && after.includes(own))
  return { until: at < 0 ? work.articles.length : at }
}

function placedOf(work: WorkText, placed: NonNullable<LegalText['placed']>): NonNullable<LegalText['placed']> {
  const before = (limit: number): number => work.preamble.filter(({ old }) => old >= 0 && old < limit).length
  return { note: Math.min(before(placed.note), work.preamble.length), contents: Math.min(before(placed.contents), work.preamble.length), annexes: placed.annexes }
}

const withoutSpace = (words: string): string => words.replace(/\s+/gu, '')

/** 目录: the lines of headings that changed follow them; the rest stays as printed. */
function contentsOf(work: WorkText): string[] {
  const { base } = work
  if (base.contents.length === 0) return []
  const lines = new Map<WorkDivision, string>()
  const rest = base.contents.map((line) => ({ line, division: null as WorkDivision | null }))
  for (const source of base.divisions) {
    const entry = rest.find(({ line, division }) => division === null && withoutSpace(line).startsWith(withoutSpace(`${source.number}${source.heading}`)))
    const own = work.divisions.find((division) => division.source === source)
    if (entry === undefined) continue
    entry.division = own ?? GONE
    if (own !== undefined) lines.set(own, entry.line)
  }
  if (rest.every(({ division }) => division === null)) return [...base.contents]
  const head = rest.filter(({ division }) => division === null).map(({ line }) => line)
  const changed = work.divisions.some((division) => division.source === null || division.final !== division.source.number || division.heading !== division.source.heading) || rest.some(({ division }) => division === GONE)
  if (!changed) return [...base.contents]
  const listed = work.divisions.flatMap((division) => {
    const line = lines.get(division)
    if (line === undefined && division.source !== null) return []
    const same = division.source !== null && division.final === division.source.number && division.heading === division.source.heading
    return [same && line !== undefined ? line : `${division.final ?? division.number}　${division.heading}`]
  })
  return [...head, ...listed]
}

const GONE: WorkDivision = { source: null, kind: 'chapter', level: 0, ordinal: null, number: '', heading: '', parent: null, pin: null, touchedBy: null, gone: true, mergedInto: null, adopted: false, final: null }
