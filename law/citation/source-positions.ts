/**
 * Where the words of a tree stand in the file that it was read from. The tree holds what a reader sees; the file
 * also has labels, indents, Markdown signs and tags. Built beside the parse, so that parsing pays nothing for it.
 */
import { INLINE_MARK, type LegalText } from '../text/index.ts'
import { type CitingNode, citingNodes } from './citing-nodes.ts'
import type { Citation } from './recognise.ts'
import { firstAtLeast } from './sorted.ts'

export type SourceLine = {
  /** the number by which the tree knows the line (`article.line`) */
  number: number
  /** what is said to a reader: LF lines from 1, UTF-16 units from 0 */
  line: number
  col: number
  text: string
}

/** `line` counts LF lines from 1, `col` UTF-16 units from 0 in that line as the file has it, a BOM not counted. */
export type SourcePosition = { line: number; col: number }

/** The lines of a decoded plain text. A lone CR ends a line for the parser, not for `line`. */
export function sourceLines(text: string): SourceLine[] {
  const lines: SourceLine[] = []
  text.split('\n').forEach((whole, at) => {
    const kept = whole.endsWith('\r') ? whole.slice(0, -1) : whole
    let col = 0
    for (const piece of kept.split('\r')) {
      lines.push({ number: lines.length + 1, line: at + 1, col, text: piece })
      col += piece.length + 1
    }
  })
  return lines
}

/** What a reader sees of a line, and for each unit of it the place in the line. */
type Visible = { text: string; at: readonly number[] }

function visible(line: string): Visible | null {
  const at: number[] = []
  let text = ''
  let from = 0
  const keep = (start: number, end: number): void => {
    text += line.slice(start, end)
    for (let one = start; one < end; one++) at.push(one)
  }
  for (const mark of line.matchAll(INLINE_MARK)) {
    keep(from, mark.index)
    from = mark.index + mark[0].length
    if (mark[1] !== undefined) keep(mark.index + 1, mark.index + 1 + mark[1].length)
    if (mark[0].startsWith('&')) {
      text += ' '
      at.push(mark.index)
    }
  }
  if (from === 0) return null
  keep(from, line.length)
  return { text, at }
}

type Found = { index: number; start: number; end: number; place(offset: number): number }

// a node that is nowhere must not cost a look at the whole file
const LOOK_AHEAD = 400

/** Finds the words of one node after another; each search begins where the last one ended. */
class Finder {
  #index = 0
  #col = 0
  readonly #lines: readonly SourceLine[]
  readonly #visible = new Map<number, Visible | null>()

  constructor(lines: readonly SourceLine[]) {
    this.#lines = lines
  }

  /** Goes on from the line with a number of the parser, never backwards inside that line. */
  moveTo(number: number): void {
    if (this.#lines[this.#index]?.number === number) return
    this.#index = firstAtLeast(this.#lines.length, number, (one) => this.#lines[one]?.number ?? 0)
    this.#col = 0
  }

  /** @param atEnd the words fill their line up to its end, so that a shorter line does not pass for a piece of another */
  find(words: string, atEnd: boolean): Found | null {
    if (words === '') return null
    const last = Math.min(this.#lines.length, this.#index + LOOK_AHEAD)
    for (let index = this.#index; index < last; index++) {
      const found = this.#inLine(index, words, index === this.#index ? this.#col : 0, atEnd)
      if (!found) continue
      this.#index = index
      this.#col = found.end
      return found
    }
    return null
  }

  #inLine(index: number, words: string, from: number, atEnd: boolean): Found | null {
    const raw = this.#lines[index]?.text ?? ''
    const plain = raw.indexOf(words, from)
    if (plain >= 0 && (!atEnd || raw.trimEnd().length === plain + words.length)) {
      return { index, start: plain, end: plain + words.length, place: (offset) => plain + offset }
    }
    const seen = this.#seen(index, raw)
    if (!seen) return null
    const start = seen.text.indexOf(words, firstAtLeast(seen.at.length, from, (one) => seen.at[one] ?? 0))
    if (start < 0 || (atEnd && seen.text.trimEnd().length !== start + words.length)) return null
    const place = (offset: number): number => seen.at[start + offset] ?? raw.length
    return { index, start: place(0), end: place(words.length - 1) + 1, place }
  }

  #seen(index: number, raw: string): Visible | null {
    let seen = this.#visible.get(index)
    if (seen === undefined) {
      seen = visible(raw)
      this.#visible.set(index, seen)
    }
    return seen
  }
}

/**
 * Where each citation stands in the source, by the citation; one whose words are not found in the source as they
 * are in the tree (a line put together from several) is left out.
 */
export function locateCitations(text: LegalText, citations: readonly Citation[], lines: readonly SourceLine[]): Map<Citation, SourcePosition> {
  const byNode = new Map<string, Citation[]>()
  for (const citation of citations) {
    const known = byNode.get(citation.in.nodeId)
    if (known) known.push(citation)
    else byNode.set(citation.in.nodeId, [citation])
  }
  const positions = new Map<Citation, SourcePosition>()
  const finder = new Finder(lines)
  let article = -1
  for (const node of citingNodes(text)) {
    if (node.articleIndex !== null && node.articleIndex !== article) {
      article = node.articleIndex
      finder.moveTo(text.articles[article]?.line ?? 1)
      finder.find(text.articles[article]?.heading ?? '', false)
    }
    const found = findNode(finder, node)
    const line = found ? lines[found.index] : undefined
    if (!found || !line) continue
    for (const citation of byNode.get(node.home.nodeId) ?? []) {
      positions.set(citation, { line: line.line, col: line.col + found.place(citation.start) })
    }
  }
  return positions
}

function findNode(finder: Finder, node: CitingNode): Found | null {
  // lines outside the articles are whole lines; inside, items of one line follow each other
  return (node.articleIndex === null ? finder.find(node.text, true) : null) ?? finder.find(node.text, false)
}
