/**
 * Plain text and Markdown to source blocks: what a reader sees, without the marks of the container
 * (front matter, Markdown signs, HTML tags, comments), each with its line in the source.
 */
import { ContainerMarks } from './container.ts'
import type { Remark, SourceBlock, Table, TableCell } from './tree.ts'

const COMMENT = /<!--[^<>]*-->/g
const LINE_BREAK_TAG = /<\/?br\s*\/?>/gi
/** elements of HTML only: ‹GB 3095› between such signs is a name that a law cites */
const TAG =
  /<\/?(?:a|abbr|article|aside|b|big|blockquote|body|br|caption|center|cite|code|col|colgroup|dd|del|details|div|dl|dt|em|figure|figcaption|font|footer|h[1-6]|head|header|hr|html|i|img|ins|li|link|main|mark|meta|nav|o:p|ol|p|pre|q|s|section|small|span|strike|strong|style|sub|summary|sup|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul|wbr)(?:\s[^<>]*)?\/?>/gi
/** a link names an address (#第一章, https:…, a/b.md) and may have attributes ({target="_blank"}); other words in brackets are words */
const LINK = /\[([^\][]*)\]\((?:[#/.]|[a-z]+:|[\w%-]+[/.])(?:[^()\s]|\([^()]*\))*\)(?:\{[:.#]?[\w-]+(?:=[^{}]*)?\})?/gi
const BOLD = /\*\*([^*]+)\*\*/g
const CONTAINER_OPENING = /^(?:#{1,6}(?=\s|[^\s#])\s*|>\s*)+/
/** a line that is set in italics as a whole: `*目 录*`, `***目 录***` */
const EMPHASISED_LINE = /^(\*{1,3})([^*]+)\1$/
const LIST_OPENING = /^[-*+]\s+(?=\S)/
const SPACE_ENTITY = /&(?:nbsp|ensp|emsp|#160|#12288);/g
const INVISIBLE = /[\u200B\u200C\u200D\u2060\uFEFF]/g
/** `::: warning` opens a box, `:::` closes it; what follows the name of the box is its heading */
const FENCE =
  /^:{3,}(?:\s*(?:abstract|bug|caution|danger|details|example|failure|hint|important|info|note|question|quote|success|tip|warning)(?=\s|$))?\s*/
const RULE = /^(?:-{3,}|\*{3,}|(?:- ){2,}-)$/
/** a line of = under a heading of Markdown; == a heading == of a wiki */
const UNDERLINE = /^={3,}$/
const WIKI_HEADING = /^={2,6}\s*([^=]+?)\s*={2,6}$/
const TABLE_RULE = /^\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/

/** Every mark inside a line that a reader does not see; of a link (first group) the words stay, of an entity a space. */
export const INLINE_MARK = new RegExp([COMMENT, TAG, LINK, SPACE_ENTITY, INVISIBLE, /\*\*/].map(({ source }) => source).join('|'), 'gi')

/** `---` … `---` at the head of a file: its line count and the title that it names. */
export type FrontMatter = { lineCount: number; title: string | null }

function splitLines(text: string): string[] {
  return text.includes('\r') ? text.split(/\r\n|\r|\n/) : text.split('\n')
}

function readFrontMatterLines(lines: readonly string[]): FrontMatter | null {
  let first = 0
  while (first < lines.length && (lines[first] ?? '').replace(INVISIBLE, '').trim() === '') first += 1
  if ((lines[first] ?? '').replace(INVISIBLE, '').trim() !== '---') return null
  let title: string | null = null
  for (let i = first + 1; i < lines.length; i += 1) {
    const line = lines[i] ?? ''
    if (line.trim() === '---') return { lineCount: i + 1, title }
    const match = /^title\s*:\s*(.*)$/.exec(line)
    if (match !== null) title = (match[1] ?? '').trim().replace(/^(["'])(.*)\1$/, '$2')
    // front matter holds `key: value`, lists and indented lines; anything else was a rule between paragraphs
    else if (line.trim() !== '' && !/^(?:\s|-\s|[\w-]+\s*:|#)/.test(line)) return null
  }
  return null
}

/** Front matter of a Markdown file, null where there is none. */
export function readFrontMatter(text: string): FrontMatter | null {
  return readFrontMatterLines(splitLines(text))
}

function cell(text: string, header: boolean): TableCell {
  return { text, columnSpan: 1, rowSpan: 1, header }
}

function pipeCells(line: string): string[] {
  let inner = line.startsWith('|') ? line.slice(1) : line
  if (inner.endsWith('|')) inner = inner.slice(0, -1)
  return inner.split('|').map((part) => part.trim())
}

/** The pipe table that begins at `from`, null where the lines are none; `end` is the line after it. */
function readPipeTable(lines: readonly string[], from: number): { table: Table; end: number } | null {
  if (!TABLE_RULE.test((lines[from + 1] ?? '').trim())) return null
  let end = from
  const rows: string[] = []
  while (end < lines.length) {
    const line = (lines[end] ?? '').trim()
    if (!line.startsWith('|')) break
    rows.push(line)
    end += 1
  }
  if (rows.length < 2) return null
  const table: Table = { rows: [] }
  for (const [i, row] of rows.entries()) {
    if (i !== 1) table.rows.push(pipeCells(row).map((text) => cell(text, i === 0)))
  }
  return { table, end }
}

/** 第一条⇥甲应当…, （一）⇥乙: what a word processor exports for a label or a number and its indent */
const LABELLED = /^[#\s]*第[一二三四五六七八九十百千零〇]+(?:编|分编|章|节|条)|^(?:[（(]?[一二三四五六七八九十百]+[）)、.．]|[（(]?\d{1,3}[）)、.．])\t[^\t]*$/

/** Two or more neighbouring lines of cells parted by tabs (blank lines between them allowed); labels begin no table. */
function readTabTable(lines: readonly string[], from: number): { table: Table; end: number } | null {
  if (LABELLED.test((lines[from] ?? '').replace(INVISIBLE, '').trim())) return null
  const table: Table = { rows: [] }
  let end = from
  for (let i = from; i < lines.length; i += 1) {
    const line = (lines[i] ?? '').replace(INVISIBLE, '').trim()
    if (line === '') continue
    if (!line.includes('\t')) break
    table.rows.push(line.split('\t').map((text) => cell(text.trim(), false)))
    end = i + 1
  }
  return table.rows.length >= 2 ? { table, end } : null
}

export type Source = {
  blocks: SourceBlock[]
  frontMatter: FrontMatter | null
  /** what the source has at all: lines need not be looked through for the rest */
  has: SourceHas
  /** what the container of the source leaves in it */
  remarks: Remark[]
}

/** What the lines of a source may have. */
export type SourceHas = {
  /** a `SUSPECT` character */
  suspect: boolean
  /** a half-width mark that may stand for a Chinese one */
  halfWidth: boolean
  /** ‹ or › of whatever width, in which a title may stand */
  angles: boolean
}
const HALF_WIDTH = [',', ';', ':', '(']

/** characters that nobody sees or that look like a plain space, and those that no font shows (U+FFFD, private use) */
export const SUSPECT = /[\t\u00A0\u2002\u2003\u200B-\u200D\u2060\uE000-\uF8FF\uFEFF\uFFFD]/

/**
 * Cuts a text into blocks: one for every line that holds something, tables at their place.
 * LF, CRLF and CR end a line; BOM and zero-width characters are left out.
 * Lines are counted from 1 as the file has them, front matter and blank lines included.
 */
export function blocksFromText(text: string): SourceBlock[] {
  return readSource(text).blocks
}

/** Blocks and front matter of a text in one go. */
export function readSource(text: string): Source {
  const lines = splitLines(text)
  const blocks: SourceBlock[] = []
  const suspect = SUSPECT.test(text)
  const invisible = suspect && text.search(INVISIBLE) >= 0
  const tagged = text.includes('<')
  const linked = text.includes('](')
  const bold = text.includes('**')
  const marks = new ContainerMarks(text, { suspect, linked, bold })
  let angles = text.includes('＜')
  const entities = text.includes('&')
  const tabbed = text.includes('\t')
  const frontMatter = readFrontMatterLines(lines)
  let i = frontMatter?.lineCount ?? 0
  for (; i < lines.length; i += 1) {
    let line = lines[i] ?? ''
    if (!marks.none) marks.read(line, i + 1)
    if (invisible) line = line.replace(INVISIBLE, '')
    if (entities) line = line.replace(SPACE_ENTITY, ' ')
    line = line.trim()
    if (line === '') continue
    const first = line.charCodeAt(0)
    if (first < 0x80) {
      if (first === 0x7c /* | */) {
        const found = readPipeTable(lines, i)
        if (found !== null) {
          blocks.push({ kind: 'table', table: found.table, line: i + 1 })
          i = found.end - 1
          continue
        }
      } else if (first === 0x3d /* = */) {
        if (UNDERLINE.test(line)) continue
        line = line.replace(WIKI_HEADING, '$1')
      } else if (first === 0x3a /* : */) {
        line = line.replace(FENCE, '')
        if (line === '') continue
      } else if (first === 0x23 || first === 0x3e /* # > */) {
        line = line.replace(CONTAINER_OPENING, '').replace(LIST_OPENING, '')
        if (line === '') continue
      } else if (first === 0x2d || first === 0x2a || first === 0x2b /* - * + */) {
        if (RULE.test(line)) continue
        line = line.replace(LIST_OPENING, '').replace(EMPHASISED_LINE, '$2').trim()
      }
    }
    if (tabbed && line.includes('\t')) {
      const found = readTabTable(lines, i)
      if (found !== null) {
        blocks.push({ kind: 'table', table: found.table, line: i + 1 })
        i = found.end - 1
        continue
      }
    }
    if (linked && line.includes('](')) line = line.replace(LINK, '$1')
    if (bold && line.includes('**')) line = line.replace(BOLD, '$1')
    if (tagged && line.includes('<')) {
      line = line.replace(COMMENT, '')
      if (line.includes('<') && line.search(TAG) >= 0) marks.addTags(line, i + 1)
      for (const piece of line.replace(LINE_BREAK_TAG, '\n').replace(TAG, '').split('\n')) {
        const trimmed = piece.trim()
        if (trimmed === '') continue
        blocks.push({ kind: 'line', text: trimmed, line: i + 1 })
        angles ||= trimmed.includes('<')
      }
      continue
    }
    blocks.push({ kind: 'line', text: line, line: i + 1 })
  }
  const has = { suspect, halfWidth: HALF_WIDTH.some((mark) => text.includes(mark)), angles }
  return { blocks, frontMatter, has, remarks: marks.remarks }
}
