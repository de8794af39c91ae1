/** The body of a text with 条: divisions, articles, 款, 项, 目. */
import { type ArticleLabel, closeUp, type DivisionHeading, type Marker, readMarker } from './labels.ts'
import { lostHeading } from './lost-heading.ts'
import { toArticleLabel } from './numerals.ts'
import type { ScannedLine } from './scan.ts'
import { firstItemAt, quotedAt, splitItems } from './split-items.ts'
import type { Article, Division, DivisionKind, Item, Paragraph, Problem, Table } from './tree.ts'

export type Body = { divisions: Division[]; articles: Article[]; problems: Problem[] }

const RANK: Readonly<Record<DivisionKind, number>> = { part: 1, subpart: 2, chapter: 3, section: 4 }
const OPENING = new Set('（(【〔')
const HEADING_IN_BRACKETS = /^(?:【[^【】]{1,40}】|〔[^〔〕]{1,40}〕)/
const HEADING_ALONE = /^[（(][^（）()]{1,30}[）)]$/
const NO_HEADING = /^[（(](?:删去|删除|废止|略|已废止)[）)]$/
const LOST_WORD = /^[（(][^（）()一二三四五六七八九十\d]{1,6}[）)][^\s]/
const SENTENCE_END = new Set('。；：！？”’）】》〉…;:!?)〕」』，、,.·－—')
/** a formula ends without a full stop */
const FORMULA = /[＝=]/
/** an item may be headed (（一）按址投递) with its words in the lines below; lines that were broken are longer */
const ITEM_HEADING = /^[\u4e00-\u9fff]{2,16}$/
const FULL_STOP = /[。；：！？”’;:]$/
const ENDS_WORDS = /[。；：;:]/
const WIDE_SPACE = /[；;。]\s{2,}[（(]/
const FOOTNOTE = /^[①-⑳]/
const SENTENCE_CLOSED = /[。；！？”）;]$/
const LABEL_LIKE = /^[第笫].{1,10}条/

/** Opens divisions one inside the other; shared by the two forms of text. */
export class DivisionStack {
  readonly divisions: Division[] = []
  readonly #open: Division[] = []
  readonly #lastOrdinal = new Map<string, number>()
  readonly #problems: Problem[]
  /** a number is missing among 编, 章, 节 */
  hasGap = false

  constructor(problems: Problem[]) {
    this.#problems = problems
  }

  /** 编 章 节 by rank; `rank` decides what is closed. An unnumbered 附则 stands beside the outermost division. */
  open(heading: DivisionHeading, at: number, line: number): Division {
    const outermost = this.#open[0]
    const rank = heading.ordinal === null && outermost !== undefined ? RANK[outermost.kind] : RANK[heading.kind]
    while (this.#open.length > 0 && RANK[this.#open.at(-1)?.kind ?? 'part'] >= rank) this.#open.pop()
    const kind = heading.ordinal === null && outermost !== undefined ? outermost.kind : heading.kind
    const level = this.#open.length + 1
    this.#check(heading, kind, line)
    const division: Division = { kind, level, number: heading.number, heading: heading.heading, id: '', from: null, to: null, at }
    this.#open.push(division)
    this.divisions.push(division)
    return division
  }

  #check(heading: DivisionHeading, kind: DivisionKind, line: number): void {
    if (heading.ordinal === null) return
    const last = this.#lastOrdinal.get(kind) ?? 0
    // 章 may run on through 编 or begin anew in each; 节 begin anew in each 章
    if (heading.ordinal !== last + 1 && heading.ordinal !== 1) {
      this.hasGap = true
      this.#problems.push({ line, code: 'number-gap', message: `“${heading.number}”与前面的编号不连续。` })
    } else if (heading.ordinal === 1 && last > 0 && this.#open.length === 0) {
      this.#problems.push({ line, code: 'number-repeated', message: `“${heading.number}”重复出现。` })
    }
    this.#lastOrdinal.set(kind, heading.ordinal)
    for (const [other, rank] of Object.entries(RANK)) if (rank > RANK[kind] && other !== 'chapter') this.#lastOrdinal.delete(other)
  }
}

/** 1. 2. 3. may run on through 一、（一）; keeps the last of each level and says whether this one carries it on. */
export function runsThrough(running: Map<number, number>, { level, ordinal }: Marker): boolean {
  const carriesOn = level > 2 && ordinal === (running.get(level) ?? 0) + 1
  running.set(level, ordinal)
  return carriesOn
}

/** never pushed to: the first paragraph begins a list of its own */
const NO_LINES: number[] = []

/** Fills one article line by line; both forms of text use it. */
export class ArticleWriter {
  article: Article | null = null
  #paragraph: Paragraph | null = null
  #item: Item | null = null
  #itemMarker: Marker | null = null
  /** last number of each level in the current article: a list may go on after a paragraph of explanation */
  readonly #ordinals = new Map<number, number>()
  #lastText = ''
  #headed = false
  /** line of each paragraph of the current article */
  paragraphLines: number[] = NO_LINES
  readonly #problems: Problem[]
  /** last number of each level in the whole text, where numbers may run on through it (outline texts) */
  readonly #running: Map<number, number> | null

  constructor(problems: Problem[], running: Map<number, number> | null = null) {
    this.#problems = problems
    this.#running = running
  }

  begin(number: string, printed: string, line: number): Article {
    this.article = { id: '', number, heading: null, paragraphs: [], line }
    if (printed !== number) this.article.printed = printed
    this.#paragraph = null
    this.#item = null
    this.#lastText = ''
    if (this.#ordinals.size > 0) this.#ordinals.clear()
    this.paragraphLines = NO_LINES
    return this.article
  }

  end(): void {
    this.article = null
    this.#paragraph = null
    this.#item = null
    this.#lastText = ''
  }

  /** True where the last words end in mid sentence. */
  get broken(): boolean {
    return this.#lastText !== '' && !this.#headed && !FORMULA.test(this.#lastText) && !SENTENCE_END.has(this.#lastText.charAt(this.#lastText.length - 1))
  }

  get lastText(): string {
    return this.#lastText
  }

  get hasItems(): boolean {
    return this.#item !== null
  }

  addParagraph(text: string, line: number, table?: Table): void {
    if (this.article === null) return
    const paragraph: Paragraph = table === undefined ? { id: '', text, items: [] } : { id: '', text, items: [], table }
    // a list that is pushed to gets room for seventeen: too much for millions of short articles
    if (this.article.paragraphs.length === 0) {
      this.article.paragraphs = [paragraph]
      this.paragraphLines = [line]
    } else {
      this.article.paragraphs.push(paragraph)
      this.paragraphLines.push(line)
    }
    this.#paragraph = paragraph
    this.#item = null
    this.#itemMarker = null
    this.#lastText = text
    this.#headed = false
  }

  addItem(marker: Marker, text: string, line: number): void {
    if (this.#paragraph === null) this.addParagraph('', line)
    const own = this.#itemMarker
    this.#checkOrder(marker, line)
    this.#headed = ITEM_HEADING.test(text)
    if (own !== null && marker.level > own.level && this.#item !== null) {
      this.#item.subitems.push({ id: '', number: marker.printed, text })
      this.#lastText = text
      return
    }
    const item: Item = { id: '', number: marker.number, text, subitems: [] }
    if (marker.printed !== marker.number) item.printed = marker.printed
    this.#paragraph?.items.push(item)
    this.#item = item
    this.#itemMarker = marker
    this.#lastText = text
  }

  #checkOrder(marker: Marker, line: number): void {
    const last = this.#ordinals.get(marker.level) ?? 0
    this.#ordinals.set(marker.level, marker.ordinal)
    for (const level of this.#ordinals.keys()) if (level > marker.level) this.#ordinals.delete(level)
    const runsOn = this.#running !== null && runsThrough(this.#running, marker)
    if (marker.ordinal === last + 1 || marker.ordinal === 1 || runsOn) return
    const previous = last === 0 ? '它是这一层的第一个' : `前一个编号是${last}`
    this.#problems.push({ line, code: 'item-gap', message: `项的编号“${marker.printed}”不连续：${previous}。` })
  }
}

class ArticleBody {
  readonly problems: Problem[] = []
  readonly articles: Article[] = []
  readonly stack = new DivisionStack(this.problems)
  readonly #writer = new ArticleWriter(this.problems)
  #previous: ArticleLabel | null = null
  readonly #lines: readonly ScannedLine[]
  readonly #itemsInBrackets: boolean
  readonly #unnumberedLines: number[] = []

  constructor(lines: readonly ScannedLine[], itemsInBrackets: boolean) {
    this.#lines = lines
    this.#itemsInBrackets = itemsInBrackets
  }

  run(): Body {
    for (let i = 0; i < this.#lines.length; i += 1) i = this.#place(i)
    // some texts head their sections without numbers: only a gap among the numbers shows that one was lost
    for (const line of this.stack.hasGap ? this.#unnumberedLines : []) {
      this.problems.push({ line, code: 'suspicious-label', message: '这一行像是丢了编号的章、节标题，按没有编号的标题编入。' })
    }
    return { divisions: this.stack.divisions, articles: this.articles, problems: this.problems }
  }

  /** Places line `i`; returns the index of the last line that was used. */
  #place(i: number): number {
    const line = this.#lines[i]
    if (line === undefined) return i
    switch (line.kind) {
      case 'division':
        return this.#division(line.division, line.line, i)
      case 'article':
        this.#article(line.label, line.text, line.line, this.#lines[i + 1])
        return i
      case 'marker':
        this.#marker(line.marker, line.text, line.line, this.#lines[i + 1])
        return i
      case 'table':
        this.#need(line.line)
        this.#writer.addParagraph('', line.line, line.table)
        return i
      case 'annex':
      case 'plain': {
        const lost = this.#lostHeading(i)
        if (lost !== null) return this.#unnumbered(lost, line.line)
        this.#plain(line.text, line.line, this.#lines[i + 1])
        return i
      }
      default: {
        const never: never = line
        return never
      }
    }
  }

  /** The heading that begins at line `i` and lost its number; null where none does. */
  #lostHeading(i: number): { heading: string; end: number } | null {
    const { article, lastText } = this.#writer
    if (article === null ? this.articles.length === 0 : !SENTENCE_CLOSED.test(lastText)) return null
    return lostHeading(this.#lines, i)
  }

  #unnumbered({ heading, end }: { heading: string; end: number }, line: number): number {
    this.#writer.end()
    this.#unnumberedLines.push(line)
    this.stack.open({ kind: 'chapter', number: '', ordinal: null, heading }, this.articles.length, line)
    return end
  }

  #division(heading: DivisionHeading, line: number, i: number): number {
    this.#writer.end()
    const division = this.stack.open(heading, this.articles.length, line)
    const next = this.#lines[i + 1]
    const after = this.#lines[i + 2]
    // the rest of a heading that is broken over two lines (监督法 2006, 第二章)
    if (
      next?.kind === 'plain' &&
      (after?.kind === 'article' || after?.kind === 'division') &&
      next.text.length <= 60 &&
      !ENDS_WORDS.test(next.text)
    ) {
      division.heading += closeUp(next.text)
      return i + 1
    }
    return i
  }

  #article(label: ArticleLabel, text: string, line: number, next: ScannedLine | undefined): void {
    this.#checkSequence(label, line)
    this.#previous = label
    const article = this.#writer.begin(label.label, label.printed, line)
    this.articles.push(article)
    if (label.printed !== label.label || !text.startsWith(label.label)) {
      this.problems.push({ line, code: 'suspicious-label', message: `条标印作“${text.slice(0, label.end).trim()}”，按“${label.label}”编入。` })
    }
    let words = text.slice(label.end).trim()
    if (OPENING.has(words.charAt(0))) words = this.#heading(article, label, words, line)
    if (words !== '') this.#plain(words, line, next)
  }

  /** Takes a heading (【…】, （…） alone on the line) from the words after a label; returns the words that are left. */
  #heading(article: Article, label: ArticleLabel, words: string, line: number): string {
    const bracketed = HEADING_IN_BRACKETS.exec(words)
    if (bracketed !== null) {
      article.heading = bracketed[0]
      return words.slice(bracketed[0].length).trim()
    }
    if (HEADING_ALONE.test(words) && !NO_HEADING.test(words)) {
      article.heading = words
      return ''
    }
    if (LOST_WORD.test(words)) {
      this.problems.push({ line, code: 'suspicious-label', message: `${label.label}的条标之后紧接括号，可能缺字。` })
    }
    return words
  }

  #checkSequence(label: ArticleLabel, line: number): void {
    const last = this.#previous
    const report = (code: Problem['code'], message: string): void => {
      this.problems.push({ line, code, message })
    }
    if (last === null) {
      if (label.number !== 1) report('number-gap', `条文从${label.label}开始，前面没有第一条。`)
      return
    }
    const sameNumber = label.number === last.number
    const before = toArticleLabel(last.number, last.inserted)
    if (sameNumber && label.inserted.length === 0) {
      report('number-repeated', `${label.label}重复出现。`)
    } else if (sameNumber) {
      const expected = label.inserted.length > last.inserted.length ? 1 : (last.inserted.at(-1) ?? 0) + 1
      if (label.inserted.at(-1) !== expected) report('number-gap', `${before}之后直接是${label.label}，编号不连续。`)
    } else if (label.number < last.number) {
      report('number-out-of-order', `${label.label}排在${before}之后，编号倒退。`)
    } else if (label.number > last.number + 1) {
      const missing = label.number - last.number - 1
      report('number-gap', `${before}之后直接是${label.label}，缺${missing === 1 ? toArticleLabel(last.number + 1) : `${missing}条`}。`)
      this.#suspectLostLabels(missing, last.number)
    }
  }

  /** The article that is missing may stand, without its label, as the last paragraphs of the one before. */
  #suspectLostLabels(missing: number, last: number): void {
    const lines = this.#writer.paragraphLines
    if (lines.length <= missing) return
    for (const [i, line] of lines.slice(lines.length - missing).entries()) {
      const message = `缺${toArticleLabel(last + 1 + i)}，这一行可能是丢了条标的条文，现编在${toArticleLabel(last)}之下。`
      this.problems.push({ line, code: 'unplaced', message })
    }
  }

  /** Before the first label of a division: keeps the words in an article without a number and says so. */
  #need(line: number): void {
    if (this.#writer.article === null) {
      this.articles.push(this.#writer.begin('', '', line))
    }
    if (this.#writer.article?.number === '') {
      this.problems.push({ line, code: 'unplaced', message: '这一行前面没有条标，无法归入任何一条，按原样保留。' })
    }
  }

  #marker(marker: Marker, text: string, line: number, next: ScannedLine | undefined): void {
    this.#need(line)
    if (this.#itemsInBrackets && marker.level === 3 && marker.ordinal === 1 && /、$/.test(marker.printed)) {
      this.problems.push({ line, code: 'suspicious-label', message: `项用“${marker.printed}”编号，通常项写作（一），目写作1.。` })
    }
    if (FOOTNOTE.test(text) && !this.#writer.hasItems && !/[：:]$/.test(this.#writer.lastText)) {
      this.problems.push({ line, code: 'unplaced', message: '这一行像是脚注，不是条文，编在上一条之后。' })
      this.#writer.addParagraph(text, line)
      return
    }
    const pieces = splitItems(text, marker, next)
    // white space between them says as clearly as a line break that they are two
    if (pieces.length > 1 && !WIDE_SPACE.test(text)) this.#reportGluedItems(line, pieces.length)
    for (const piece of pieces) this.#writer.addItem(piece.marker, piece.text, line)
  }

  #plain(text: string, line: number, next?: ScannedLine): void {
    this.#need(line)
    if (this.#writer.article?.number !== '') this.#reportBroken(text, line)
    const at = firstItemAt(text, next)
    // items that a quotation in the sentence holds are words of the sentence
    const marker = at <= 0 || quotedAt(text, at) ? null : readMarker(text.slice(at))
    const pieces = marker === null ? [] : splitItems(text.slice(at), marker, next)
    const last = pieces.at(-1)
    const goesOn = last !== undefined && next?.kind === 'marker' && next.marker.level === 2 && next.marker.ordinal === last.marker.ordinal + 1
    if (pieces.length < 2 && !goesOn) {
      this.#writer.addParagraph(text, line)
      return
    }
    this.#reportGluedItems(line, pieces.length)
    this.#writer.addParagraph(text.slice(0, at).trim(), line)
    for (const piece of pieces) this.#writer.addItem(piece.marker, piece.text, line)
  }

  /** A citation at the head of a line that was broken looks like a label (民间借贷规定 2020, line 57). */
  #reportBroken(text: string, line: number): void {
    const last = this.#writer.lastText
    if (last === '' || last.endsWith('。') || last.endsWith('；')) return
    if (LABEL_LIKE.test(text) && !FULL_STOP.test(last)) {
      const message = '这一行以“第…条”开头，但上一行没有写完，按引用处理，没有当作新的一条。'
      this.problems.push({ line, code: 'suspicious-label', message })
    } else if (this.#writer.broken) {
      this.problems.push({ line, code: 'broken-line', message: '上一行没有写完，这一行可能与上一行是同一段。' })
    }
  }

  #reportGluedItems(line: number, count: number): void {
    const message = count > 1 ? `这一行里有${count}个项，已按编号分开。` : '第一项没有另起一行，已按编号分开。'
    this.problems.push({ line, code: 'suspicious-label', message })
  }
}

/**
 * Parses the lines of a text with 条; every `article` line among them is a label.
 * @param itemsInBrackets items of this text are written （一）: 1、 is named
 */
export function parseArticles(lines: readonly ScannedLine[], itemsInBrackets: boolean): Body {
  return new ArticleBody(lines, itemsInBrackets).run()
}
