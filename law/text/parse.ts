/** Legal text from source blocks: nothing is dropped, what does not fit is kept and reported. */
import { completeTree } from './ids.ts'
import { readDivision } from './labels.ts'
import { readSource } from './lines.ts'
import { oddities, tablesInBody } from './oddities.ts'
import { closingStart, parseAnnexes, type Tail, unlabelledAnnexStart } from './parse-annex.ts'
import { type Body, parseArticles } from './parse-body.ts'
import { contentsEntry, DATE_ONLY, type Front, parseFront } from './parse-front.ts'
import { parseOutline } from './parse-outline.ts'
import { type Scan, type ScannedLine, scanBlocks } from './scan.ts'
import { chooseLabels, type LabelChoice, Quotation, splitGluedArticles } from './sequence.ts'
import { refuseLargeBlocks, refuseLargeText } from './size.ts'
import type { Article, Division, LegalText, Problem, Remark, SourceBlock } from './tree.ts'
import { typography } from './typography.ts'

export type ParseOptions = {
  /** title that the container or a manifest names; it decides where the printed title is looked for */
  title?: string
  /** what the reader of the file remarked; kept with the text */
  remarks?: readonly Remark[]
}

/** A decision that lists instructions (一、…) has lines that begin with 第X条 and are no articles of its own. */
function isOutline(lines: readonly ScannedLine[], accepted: readonly number[]): boolean {
  const index = accepted[0]
  if (index === undefined) return true
  const first = lines[index]
  if (first?.kind !== 'article' || first.label.number === 1) return false
  return lines.slice(0, index).some((line) => line.kind === 'marker' && line.marker.level === 1 && line.marker.ordinal === 1)
}

/** Takes in the division headings that stand right before the first article, those of the 目录 left out. */
function bodyStart(lines: readonly ScannedLine[], first: number): number {
  const ranks = { part: 1, subpart: 2, chapter: 3, section: 4 }
  let start = first
  let rank = 5
  for (let i = first - 1; i >= 0; i -= 1) {
    const line = lines[i]
    if (line?.kind !== 'division') {
      // a heading on two lines, or words whose label was lost, may stand between heading and article
      if (start === first && line?.kind !== 'annex') continue
      break
    }
    const own = ranks[line.division.kind]
    if (own >= rank || line.division.ordinal === null) break
    rank = own
    start = i
  }
  return start
}

/** The first line of an outline's body: its first heading or number, or all words after the title. */
function outlineStart(lines: readonly ScannedLine[]): number {
  const numbered = lines.findIndex((line) => line.kind === 'marker' && line.marker.level === 1 && line.marker.ordinal === 1)
  const first = numbered >= 0 ? numbered : lines.findIndex((line) => line.kind === 'marker')
  return first < 0 ? lines.findIndex(({ kind }) => kind === 'division') : bodyStart(lines, first)
}

function demote(line: ScannedLine): ScannedLine {
  return { kind: 'plain', text: line.text, line: line.line }
}

function quote(lines: ScannedLine[], index: number): void {
  const line = lines[index]
  if (line?.kind === 'division') lines[index] = demote(line)
}

function contentsProblems(front: Front, range: readonly ScannedLine[], divisions: readonly Division[]): Problem[] {
  const listed = front.contents.map((text) => readDivision(contentsEntry(text))).filter((entry) => entry !== null)
  const numberedBody = divisions.filter(({ number }) => number !== '')
  const numberedList = listed.filter(({ ordinal }) => ordinal !== null)
  if (numberedList.length === 0) return []
  const line = range.find(({ text }) => text === front.contents[0])?.line ?? 1
  for (const [i, entry] of numberedList.entries()) {
    const division = numberedBody[i]
    if (division?.number === entry.number && division.heading === entry.heading) continue
    const at = range.find(({ kind, text }) => kind === 'division' && contentsEntry(text).startsWith(entry.number))?.line ?? line
    const message = `目录中的“${entry.number} ${entry.heading}”与正文${division === undefined ? '对不上' : `的“${division.number} ${division.heading}”不一致`}。`
    return [{ line: at, code: 'contents-mismatch', message }]
  }
  if (numberedBody.length === numberedList.length) return []
  return [{ line, code: 'contents-mismatch', message: '正文的章节比目录多。' }]
}

type Parts = { form: LegalText['form']; front: Front; body: Body; closing: readonly ScannedLine[]; tail: Tail | null }

function assemble({ form, front, body, closing, tail }: Parts): LegalText {
  const closingTexts = closing.map(({ text }) => text)
  const before = tail === null ? [] : tail.before
  const text: LegalText = {
    form,
    title: front.title,
    note: front.note,
    preamble: front.preamble,
    contents: front.contents,
    notice: front.notice,
    divisions: body.divisions,
    articles: body.articles,
    annexes: tail?.annexes ?? [],
    closing: [...closingTexts, ...before, ...(tail?.after ?? [])],
    problems: [...front.problems, ...body.problems, ...(tail?.problems ?? [])],
    remarks: front.remarks,
  }
  const annexesAt = text.annexes.length === 0 ? 0 : closingTexts.length + before.length
  if (front.noteAt > 0 || front.contentsAt > 0 || annexesAt > 0) {
    text.placed = { note: front.noteAt, contents: front.contentsAt, annexes: annexesAt }
  }
  return text
}

/** a letter that hands on another text (现印发给你们): that text is the body, and the letter its notice */
const HANDS_ON = /印发给你们|印发你们|现印发|转发给你们|现予|批转|现将.{0,60}印发|(?:遵照|贯彻|参照)执行|组织实施/
const MOST_LINES_OF_SIGNATURE = 3

/** 附件 right after the signature and date of a letter that speaks for itself (批复, 通报): -1 where there is none. */
function letterAnnexStart(lines: readonly ScannedLine[]): number {
  const start = lines.findIndex(
    ({ kind }, i) => kind === 'annex' && lines.slice(Math.max(0, i - MOST_LINES_OF_SIGNATURE), i).some(({ text }) => DATE_ONLY.test(text)),
  )
  return start < 0 || lines.slice(0, start).some(({ text }) => HANDS_ON.test(text)) ? -1 : start
}

/** In an outline text 附件 begins an annex only after the first numbered line, or after a letter of its own. */
function outlineAnnexStart(lines: readonly ScannedLine[]): number {
  const ofLetter = letterAnnexStart(lines)
  if (ofLetter >= 0) return ofLetter
  const numbered = lines.findIndex(({ kind }) => kind === 'marker')
  return numbered < 0 ? -1 : lines.findIndex(({ kind }, i) => i > numbered && kind === 'annex')
}

function readOutline(scanned: readonly ScannedLine[], known: string | undefined): LegalText {
  const lines = scanned.map((line) => (line.kind === 'article' ? demote(line) : line))
  const annexStart = outlineAnnexStart(lines)
  const end = annexStart < 0 ? lines.length : annexStart
  const closingAt = closingStart(lines, 1, end)
  const start = outlineStart(lines.slice(0, closingAt))
  const front = parseFront(lines.slice(0, start < 0 ? closingAt : start), known, start < 0)
  const body = parseOutline(start < 0 ? front.rest : lines.slice(start, closingAt))
  const tail = annexStart < 0 ? null : parseAnnexes(scanned.slice(annexStart))
  return assemble({ form: 'outline', front, body, closing: lines.slice(closingAt, end), tail })
}

const LONGEST_SECTION_HEADING = 30

/** Judicial interpretations head their sections 一、关于…: such a line right before an article is a division. */
function headSections(lines: ScannedLine[]): void {
  for (let i = 0; i + 1 < lines.length; i += 1) {
    const line = lines[i]
    if (line?.kind !== 'marker' || line.marker.level !== 1 || lines[i + 1]?.kind !== 'article') continue
    const heading = line.text.slice(line.marker.end)
    if (heading === '' || heading.length > LONGEST_SECTION_HEADING || /[。；：;:，]$/.test(heading)) continue
    const { printed: number, ordinal } = line.marker
    lines[i] = { kind: 'division', text: line.text, line: line.line, division: { kind: 'chapter', number, ordinal, heading } }
  }
}

/** Gives an annex without a label one that is empty. */
function announced(lines: readonly ScannedLine[], unlabelled: boolean): readonly ScannedLine[] {
  const [first, ...rest] = lines
  if (!unlabelled || first === undefined) return lines
  return [{ kind: 'annex', text: first.text, line: first.line, annex: { label: '', title: first.text, numbered: false, colon: false } }, ...rest]
}

/** laws and regulations write their items （一）; rules of departments and notices number them as letters do */
const STATUTE = /^$|(?:(?<!办)法|条例)$/

function readArticles(scanned: readonly ScannedLine[], choice: LabelChoice, known: string | undefined): LegalText {
  const lastLabel = choice.accepted.at(-1) ?? 0
  const labelledEnd = choice.annexStart < 0 ? scanned.length : choice.annexStart
  const unlabelled = unlabelledAnnexStart(scanned, lastLabel, labelledEnd)
  const end = unlabelled < 0 ? labelledEnd : unlabelled
  const labels = new Set(choice.accepted)
  const lines = scanned.slice(0, end).map((line, i) => (line.kind === 'article' && !labels.has(i) ? demote(line) : line))
  for (const { from, to } of choice.quoted) {
    for (let i = from; i < to; i += 1) quote(lines, i)
  }
  headSections(lines)
  const start = bodyStart(lines, choice.accepted[0] ?? 0)
  const closingAt = closingStart(lines, lastLabel + 1, end)
  const front = parseFront(lines.slice(0, start), known)
  const cut = splitGluedArticles(lines.slice(0, closingAt), choice.accepted, closingAt)
  const body = parseArticles(cut.lines.slice(start), STATUTE.test(front.title))
  const tail = end === scanned.length ? null : parseAnnexes(announced(scanned.slice(end), unlabelled >= 0))
  const text = assemble({ form: 'articles', front, body, closing: lines.slice(closingAt, end), tail })
  text.problems = [...text.problems, ...cut.problems, ...contentsProblems(front, lines.slice(0, start), body.divisions)]
  text.remarks = [...text.remarks, ...oddities(scanned, choice.accepted, text, start)]
  for (const i of choice.outliers) {
    const message = '这一行以“第…条”开头，但编号与前后不连续，按引用处理，没有当作新的一条。'
    text.problems.push({ line: scanned[i]?.line ?? 1, code: 'suspicious-label', message })
  }
  return text
}

/** 修正案 whose source lost a closing mark (宪法修正案 1988, art 2): the reader cannot tell where the quotation ends. */
function unclosedQuotations(articles: readonly Article[]): Problem[] {
  const problems: Problem[] = []
  const quotation = new Quotation()
  for (const article of articles) {
    for (const paragraph of article.paragraphs) {
      quotation.read(paragraph.text)
      for (const item of paragraph.items) {
        quotation.read(item.text)
        for (const { text } of item.subitems) quotation.read(text)
      }
    }
    if (!quotation.open) continue
    quotation.reset()
    problems.push({ line: article.line, code: 'unclosed-quotation', message: '引号没有配对，引文到哪里结束请与原件核对。' })
  }
  return problems
}

/** kinds of text that are written in 条; a reply, a notice or an interpretation of one paragraph has none, nor has a list */
const HAS_ARTICLES = /^$|(?:法|条例|办法|规定|规则|细则|章程|典)(?:[（(][^（()）]*[)）])?$/

/**
 * Parses the blocks of a source into a tree.
 * Every line is placed; what a person must look at is in `problems` with its line, what is merely unusual in `remarks`
 * (report-codes.ts says which is which).
 * An empty source gives an empty tree with the problem `empty`.
 * @throws TextTooLargeError beyond 20 MB or 5.2 million lines, the only sources that are refused
 */
export function parseLegalText(blocks: readonly SourceBlock[], options: ParseOptions = {}): LegalText {
  refuseLargeBlocks(blocks)
  return parseLines(scanBlocks(blocks), options)
}

function parseLines({ lines: scanned, damaged, odd, has }: Scan, { title, remarks = [] }: ParseOptions): LegalText {
  const choice = chooseLabels(scanned)
  const outline = isOutline(scanned, choice.accepted)
  const text = outline ? readOutline(scanned, title) : readArticles(scanned, choice, title)
  const line = scanned[0]?.line ?? 1
  if (scanned.length === 0) {
    text.problems.push({ line, code: 'empty', message: '没有读到文字。' })
  } else if (outline && !scanned.some(({ kind }) => kind === 'marker' || kind === 'table') && HAS_ARTICLES.test(text.title.replace(/\s+/g, ''))) {
    const message = '没有找到条文，也没有“一、”这样的编号，全文按段落保留。'
    text.problems.push({ line, code: 'no-article', message })
  }
  text.problems.push(...odd.problems, ...tablesInBody(scanned, text))
  text.remarks = [...remarks, ...text.remarks, ...odd.remarks, ...typography(scanned, has, text)]
  for (const at of damaged) text.problems.push({ line: at, code: 'damaged-characters', message: '这一行有无法显示的字符，请与原件核对。' })
  for (const problem of unclosedQuotations(text.articles)) text.problems.push(problem)
  text.problems.sort((a, b) => a.line - b.line)
  text.remarks.sort((a, b) => a.line - b.line)
  completeTree(text)
  return text
}

/**
 * Parses plain text or Markdown; the title in a file's front matter helps to find (and to complete) the printed one.
 * @throws TextTooLargeError beyond 20 MB or 5.2 million lines
 */
export function parseText(source: string, options: ParseOptions = {}): LegalText {
  refuseLargeText(source)
  const { blocks, frontMatter, has, remarks } = readSource(source)
  const scan = scanBlocks(blocks, has)
  // the tree is built without them: they are half of what twenty megabytes of short lines take
  blocks.length = 0
  const title = options.title ?? frontMatter?.title
  return parseLines(scan, { ...(title == null ? {} : { title }), remarks: [...(options.remarks ?? []), ...remarks] })
}
