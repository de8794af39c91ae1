import type { PageLine } from './page-lines.ts'

export type PdfParagraph = { text: string; page: number; lineNumber: number }

const LABEL = /^\s*(第[一二三四五六七八九十百千零〇\d]+[编章节条](之[一二三四五六七八九十]+)?([\s　]|$)|[（(][一二三四五六七八九十]+[)）]|附件|附表|目\s*录)/
const CLOSED = /[。；：！？.;:!?”』」）)]$/

const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

type Margins = { left: number; right: number; size: number; indented: boolean }

/** Where the body of the text begins and ends on the page, from the lines that fill it. */
const marginsOf = (lines: readonly PageLine[]): Margins => {
  const size = quantile(lines.map((line) => line.size), 0.5)
  const body = lines.filter((line) => Math.abs(line.size - size) < 1)
  const right = quantile(body.map((line) => line.right), 0.9)
  const full = body.filter((line) => line.right > right - size * 2)
  const left = quantile(full.map((line) => line.left), 0.1)
  const indents = body.filter((line) => line.left > left + size * 1.2 && line.left < left + size * 3.5).length
  return { left, right, size, indented: indents >= 2 && indents > body.length * 0.08 }
}

const startsParagraph = (line: PageLine, before: PageLine, margins: Margins): boolean => {
  const unit = margins.size
  if (Math.abs(line.size - before.size) > 1.5) return true
  if (line.left > margins.left + unit * 1.2) return true
  const beforeIsFull = before.right > margins.right - unit * 1.6
  if (!beforeIsFull) return true
  // a full line goes on in the next one, unless nothing is indented and a label begins after a full stop
  return !margins.indented && LABEL.test(line.text) && CLOSED.test(before.text.trim())
}

/** Chinese is joined without a space; two Latin words keep one. */
const join = (before: string, after: string): string => {
  const tail = before.trimEnd()
  const head = after.trimStart()
  return /[A-Za-z0-9,.]$/.test(tail) && /^[A-Za-z]/.test(head) ? `${tail} ${head}` : tail + head
}

/**
 * Joins printed lines to paragraphs, over the ends of pages too. A centred heading over several lines
 * stays in lines, as it is printed.
 */
export function rebuildParagraphs(lines: readonly PageLine[]): PdfParagraph[] {
  if (lines.length === 0) return []
  const margins = marginsOf(lines)
  const paragraphs: PdfParagraph[] = []
  let before: PageLine | null = null
  lines.forEach((line, index) => {
    const current = paragraphs.at(-1)
    if (before && current && !startsParagraph(line, before, margins)) current.text = join(current.text, line.text)
    else paragraphs.push({ text: line.text.trim(), page: line.page, lineNumber: index + 1 })
    before = line
  })
  return paragraphs.filter((paragraph) => paragraph.text !== '')
}
