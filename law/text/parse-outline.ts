/** The body of a text without 条: 一、（一）1.（1）. Sections with a heading become divisions, the rest articles. */
import type { DivisionHeading, Marker } from './labels.ts'
import { closeUp } from './labels.ts'
import type { Body } from './parse-body.ts'
import { ArticleWriter, runsThrough } from './parse-body.ts'
import type { ScannedLine } from './scan.ts'
import { Quotation } from './sequence.ts'
import { firstItemAt, quotedAt, splitItems } from './split-items.ts'
import type { Article, Division, DivisionKind, Problem } from './tree.ts'

const LONGEST_HEADING = 45
const LONGEST_RUN_IN = 25
const ENDS_SENTENCE = /[。；：;:!！?？”，,、]$/
/** what an amending decision does: 将第六条修改为：…, 增加一款，作为…, 删去第九条 */
const INSTRUCTION = /修改为|增加|删去|删除|改为|作为第|合并|修改《|移至/
const LONGEST_QUOTATION = 60
const INSTRUMENT = /(?:规定|办法|意见|细则|规则|方案|规程|准则|章程|制度)(?:[（(][^（）()]*[）)])?$/
/** 编 章 节 of a text whose numbered lines are 一、 stand above these */
const KIND_DEPTH: Readonly<Record<DivisionKind, number>> = { part: -4, subpart: -3, chapter: -2, section: -1 }

class OutlineBody {
  readonly problems: Problem[] = []
  readonly articles: Article[] = []
  readonly divisions: Division[] = []
  readonly #open: { division: Division; depth: number }[] = []
  readonly #running = new Map<number, number>()
  readonly #writer = new ArticleWriter(this.problems, this.#running)
  /** level of the number that opened the current article; 0 for a bare paragraph */
  #articleLevel = 0
  readonly #last = new Map<number, number>()
  /** a further instrument has begun and its first number has not been seen */
  #begunAnew = false
  readonly #quotation = new Quotation()
  readonly #lines: readonly ScannedLine[]

  constructor(lines: readonly ScannedLine[]) {
    this.#lines = lines
  }

  run(): Body {
    for (let i = 0; i < this.#lines.length; i += 1) i = this.#place(i)
    return { divisions: this.divisions, articles: this.articles, problems: this.problems }
  }

  #place(i: number): number {
    const line = this.#lines[i]
    if (line === undefined) return i
    if (this.#isQuoted(line, i)) {
      this.#quotation.read(line.text)
      this.#writer.addParagraph(line.text, line.line)
      return i
    }
    this.#quotation.reset()
    this.#quotation.read(line.text)
    switch (line.kind) {
      case 'division':
        this.#openDivision(line.division, KIND_DEPTH[line.division.kind])
        return i
      case 'marker':
        this.#marker(line.marker, line.text, line.line, i)
        return i
      case 'table':
        if (this.#writer.article === null) this.#begin('', '', line.line, 0)
        this.#writer.addParagraph('', line.line, line.table)
        return i
      case 'article':
      case 'annex':
      case 'plain':
        return this.#plain(i)
      default: {
        const never: never = line
        return never
      }
    }
  }

  /**
   * Inside a quotation that runs over lines, numbers belong to what is quoted. The next own number ends it where it
   * heads an instruction, or where the quotation is never closed.
   */
  #isQuoted(line: ScannedLine, i: number): boolean {
    if (!this.#quotation.open || this.#writer.article === null || line.kind === 'table') return false
    if (line.kind !== 'marker') return true
    const { level, ordinal } = line.marker
    if (level > Math.max(this.#articleLevel, 1) || ordinal !== (this.#last.get(level) ?? 0) + 1) return true
    return !INSTRUCTION.test(line.text) && this.#closesAhead(i)
  }

  /** Whether the quotation that is open before line `i` is closed before the next instruction. */
  #closesAhead(i: number): boolean {
    for (let j = i; j < Math.min(this.#lines.length, i + LONGEST_QUOTATION); j += 1) {
      const line = this.#lines[j]
      if (line === undefined || (line.kind === 'marker' && INSTRUCTION.test(line.text))) return false
      let depth = line.text.startsWith('“') ? 0 : 1
      for (let c = 0; c < line.text.length; c += 1) {
        const code = line.text.charCodeAt(c)
        if (code === 0x201c) depth += 1
        else if (code === 0x201d && (depth -= 1) === 0) return true
      }
    }
    return false
  }

  #openDivision(heading: DivisionHeading, depth: number): void {
    this.#writer.end()
    while (this.#open.length > 0 && (this.#open.at(-1)?.depth ?? depth) >= depth) this.#open.pop()
    const division: Division = {
      kind: heading.kind,
      level: this.#open.length + 1,
      number: heading.number,
      heading: heading.heading,
      id: '',
      from: null,
      to: null,
      at: this.articles.length,
    }
    this.divisions.push(division)
    this.#open.push({ division, depth })
  }

  #begin(number: string, printed: string, line: number, level: number): void {
    this.articles.push(this.#writer.begin(number, printed, line))
    this.#articleLevel = level
  }

  /** A numbered paragraph ends the headed section of its own level: 七、 does not stand in 六、. */
  #closeBeside(level: number): void {
    for (let last = this.#open.at(-1); last !== undefined && last.depth >= level; last = this.#open.at(-1)) {
      last.division.until = this.articles.length
      this.#open.pop()
    }
  }

  /** A short line without a full stop is a heading; （一）指导思想。 alone on its line too, when words follow. */
  #isHeading(marker: Marker, words: string, i: number): boolean {
    if (words === '' || marker.level > 2) return false
    const next = this.#lines[i + 1]
    if (next === undefined) return false
    if (words.length <= LONGEST_HEADING && !ENDS_SENTENCE.test(words)) {
      return next.kind !== 'marker' || next.marker.level > marker.level
    }
    const runIn = words.length <= LONGEST_RUN_IN && /^[^。；，：]+。$/.test(words)
    if (marker.level !== 2 || !runIn) return false
    return next.kind === 'plain' || (next.kind === 'marker' && next.marker.level > marker.level)
  }

  #marker(marker: Marker, text: string, line: number, i: number): void {
    const words = text.slice(marker.end)
    const belongsToArticle =
      this.#writer.article !== null &&
      (this.#articleLevel > 0
        ? marker.level > this.#articleLevel
        : marker.level > 1 && (/[：:]$/.test(this.#writer.lastText) || this.#writer.hasItems))
    if (belongsToArticle) {
      for (const piece of splitItems(text, marker, this.#lines[i + 1])) this.#writer.addItem(piece.marker, piece.text, line)
      return
    }
    this.#checkSequence(marker, line)
    if (this.#isHeading(marker, words, i)) {
      const kind = marker.level === 1 ? 'chapter' : 'section'
      this.#openDivision({ kind, number: marker.printed, ordinal: marker.ordinal, heading: words }, marker.level)
      return
    }
    this.#closeBeside(marker.level)
    this.#begin(marker.number, marker.printed, line, marker.level)
    if (words === '') return
    this.#writer.addParagraph(words, line)
    const items = INSTRUCTION.test(words) ? firstItemAt(words, undefined) : -1
    if (items > 0 && quotedAt(words, items)) {
      this.problems.push({ line, code: 'suspicious-label', message: '引文里的项没有分行，照原样留在引文里。' })
    }
  }

  /** Numbers run on through the text or begin anew in each section. */
  #checkSequence(marker: Marker, line: number): void {
    const last = this.#last.get(marker.level) ?? 0
    if (this.#begunAnew && marker.level === 1) {
      this.#begunAnew = false
      this.problems.push({ line, code: 'number-repeated', message: `从“${marker.printed}”起重新编号，这里另有一件文件，请核对是否应当分开。` })
    }
    for (const level of [...this.#last.keys()]) if (level > marker.level && level > 2) this.#last.delete(level)
    this.#last.set(marker.level, marker.ordinal)
    const runsOn = runsThrough(this.#running, marker)
    if (marker.ordinal === last + 1 || runsOn) return
    if (marker.ordinal === 1 && (marker.level > 1 || this.#open.at(-1)?.division.number === '')) return
    const code = marker.ordinal <= last ? 'number-out-of-order' : 'number-gap'
    this.problems.push({ line, code, message: `编号“${marker.printed}”与前面不连续。` })
  }

  #plain(i: number): number {
    const line = this.#lines[i]
    if (line === undefined) return i
    const titleLines = this.#titleOfNextInstrument(i)
    if (titleLines > 0) {
      const heading = this.#lines.slice(i, i + titleLines).map(({ text }) => text).join('')
      this.#openDivision({ kind: 'part', number: '', ordinal: null, heading: closeUp(heading) }, KIND_DEPTH.part)
      this.#last.clear()
      this.#running.clear()
      this.#begunAnew = true
      return i + titleLines - 1
    }
    if (this.#writer.article === null || this.#articleLevel === 0) this.#begin('', '', line.line, 0)
    this.#writer.addParagraph(line.text, line.line)
    return i
  }

  /** A notice may print two instruments: the second begins with its title, and 一、 begins anew. */
  #titleOfNextInstrument(i: number): number {
    if ((this.#last.get(1) ?? 0) < 2) return 0
    let joined = ''
    let count = 0
    for (; count < 3; count += 1) {
      const line = this.#lines[i + count]
      if (line === undefined || line.kind !== 'plain' || line.text.length > LONGEST_HEADING || ENDS_SENTENCE.test(line.text)) return 0
      joined += line.text
      if (INSTRUMENT.test(joined)) break
    }
    if (!INSTRUMENT.test(joined)) return 0
    for (let j = i + count + 1; j < Math.min(this.#lines.length, i + count + 12); j += 1) {
      const line = this.#lines[j]
      if (line?.kind === 'marker' && line.marker.level === 1) return line.marker.ordinal === 1 ? count + 1 : 0
    }
    return 0
  }
}

/** Parses the body of an outline text. */
export function parseOutline(lines: readonly ScannedLine[]): Body {
  return new OutlineBody(lines).run()
}
