/** A decision as statements: the words that give orders, with every quotation taken out and kept beside them. */
import { readNumber, type SourceBlock } from '../text/index.ts'
import { tableText } from '../text/index.ts'

/** 一、 is 1, （一） 2, 1. 3; 第三条 of a 修正案, which numbers its instructions so, is 1 as well. */
export type StatementMarker = { level: 1 | 2 | 3; ordinal: number }

export type Statement = {
  line: number
  /** as printed, lines joined by LF, marker included */
  text: string
  /** without marker and white space; a quotation is QUOTE and a character that says which */
  skeleton: string
  quotations: string[][]
  marker: StatementMarker | null
  /** `open`: a quotation runs into the next instruction; `to-end`: into the end of the decision */
  unclosed: 'open' | 'to-end' | null
}

export const QUOTE = '\uE000'
const FIRST_QUOTE = 0xe100
const MOST_QUOTES = 0x1700
const PRIVATE = /[\uE000-\uF8FF]/g

/** The character that stands for quotation `index` behind QUOTE. */
const quoteCharacter = (index: number): string => String.fromCharCode(FIRST_QUOTE + index)

/** The lines of the quotations that `tokens` (one or several side by side) stand for. */
export function quotedLines(tokens: string, quotations: readonly (readonly string[])[]): string[] {
  return [...tokens].flatMap((character) => (character === QUOTE ? [] : (quotations[character.charCodeAt(0) - FIRST_QUOTE] ?? [])))
}

/** The skeleton with its quotations back in it. */
export function wordsOf(skeleton: string, quotations: readonly (readonly string[])[]): string {
  return skeleton.replace(/\uE000(.)/gs, (_, character: string) => `“${(quotations[character.charCodeAt(0) - FIRST_QUOTE] ?? []).join('\n')}”`)
}

const MARKERS: readonly { pattern: RegExp; level: 1 | 2 | 3 }[] = [
  { pattern: /^([零一二三四五六七八九十百]+)[、.．]\s*/, level: 1 },
  { pattern: /^[（(]([一二三四五六七八九十百]+)[）)]\s*/, level: 2 },
  { pattern: /^([0-9０-９]{1,3})(?:[.．](?![0-9０-９])|、)\s*/, level: 3 },
]
const AMENDMENT_ARTICLE = /^第([零一二三四五六七八九十百]+)条\s+(?=\S)/
const ORDERS = /修改为|改为|增加|增写|删去|删除|合并|并入|移至|调整为|分为|单列|作为第/
const SWALLOWED = /(?:将|删去|增加)[^，。]{0,20}第[零一二三四五六七八九十百]+[条款项章节]|本(?:决定|修正案)自/
const QUOTED_ARTICLE_OPENING = /^第[零一二三四五六七八九十百]+条\s/
const CLOSING = /^(?:本决定|本修正案|本修改决定|《.{2,80}》(?:根据|依据|按照)本|根据本决定|.{0,10}现予公布)/

/** Whether words without their quotations give an order. */
export const ordersSomething = (skeleton: string): boolean => ORDERS.test(skeleton)

function readMarker(line: string, amendment: boolean): { marker: StatementMarker; end: number } | null {
  for (const { pattern, level } of MARKERS) {
    const match = pattern.exec(line)
    const ordinal = match === null ? null : readNumber(match[1] ?? '')
    if (match !== null && ordinal !== null) return { marker: { level, ordinal }, end: match[0].length }
  }
  const match = amendment ? AMENDMENT_ARTICLE.exec(line) : null
  const ordinal = match === null ? null : readNumber(match[1] ?? '')
  return match === null || ordinal === null ? null : { marker: { level: 1, ordinal }, end: match[0].length }
}

type Draft = { line: number; texts: string[]; skeleton: string; quotations: string[][]; marker: StatementMarker | null; unclosed: Statement['unclosed'] }

/** Reads lines one after another; a quotation may run over many of them. */
class StatementReader {
  readonly #amendment: boolean
  readonly #statements: Draft[] = []
  readonly #lastOfLevel = new Map<number, number>()
  #current: Draft | null = null
  #depth = 0
  /** ‘…’ open inside the quotation: “…” within them stands for ‘…’ in the law */
  #singles = 0
  /** whether the lines of the open quotation each begin with its mark, null before its second line */
  #repeats: boolean | null = null
  /** lines without quotation marks are the content that 内容如下 announced */
  #listing = false

  constructor(amendment: boolean) {
    this.#amendment = amendment
  }

  line(printed: string, line: number): void {
    const text = printed.replace(PRIVATE, '\uFFFD').trim()
    if (text === '') return
    const marked = readMarker(text, this.#amendment)
    if (this.#depth > 0) {
      if (!this.#startsNext(text, marked)) {
        this.#continue(text)
        return
      }
      if (this.#current !== null) this.#current.unclosed = 'open'
      this.#depth = 0
    }
    const current = this.#current
    if (current !== null && /^[“"]/.test(text) && (/[：:为]$/.test(current.skeleton) || current.skeleton.endsWith(QUOTE) || this.#endsInQuotation(current))) {
      current.texts.push(text)
      this.#scan(text, 0)
      return
    }
    if (this.#takesAsContent(text, marked)) return
    this.#listing = false
    this.#begin(text, line, marked)
  }

  finish(): Statement[] {
    const open = this.#depth > 0 ? this.#current : null
    // what runs to the end may have swallowed orders, or the closing clauses
    if (open !== null) open.unclosed = open.texts.slice(1).some((text) => SWALLOWED.test(text)) ? 'open' : 'to-end'
    return this.#statements.map(({ texts, skeleton, ...rest }) => ({ ...rest, text: texts.join('\n'), skeleton }))
  }

  #endsInQuotation(draft: Draft): boolean {
    return draft.skeleton.length >= 2 && draft.skeleton.charAt(draft.skeleton.length - 2) === QUOTE
  }

  #begin(text: string, line: number, marked: { marker: StatementMarker; end: number } | null): void {
    this.#current = { line, texts: [text], skeleton: '', quotations: [], marker: marked?.marker ?? null, unclosed: null }
    if (marked !== null) this.#lastOfLevel.set(marked.marker.level, marked.marker.ordinal)
    this.#statements.push(this.#current)
    this.#scan(text, marked?.end ?? 0)
  }

  /** In an open quotation: the next instruction begins all the same, so the closing mark was forgotten. */
  #startsNext(text: string, marked: { marker: StatementMarker } | null): boolean {
    if (/^[“"]/.test(text)) return false
    if (CLOSING.test(text)) return true
    if (marked === null || this.#lastOfLevel.get(marked.marker.level) !== marked.marker.ordinal - 1) return false
    return /^[^“"]*(?:修改为|改为第|增加[一二两三四五六七八九十]+[条款项目章节编]|删去(?:第|其中))/.test(text)
  }

  /** Lines without marks after 内容如下： or 修改为第六条： until the next order. */
  #takesAsContent(text: string, marked: { marker: StatementMarker } | null): boolean {
    const current = this.#current
    if (current === null) return false
    if (!this.#listing) {
      if (!/(?:内容如下|内容为|修改为|改为|规定|第[^，。；：]{1,12}[条款项章节])[：:]$/.test(current.skeleton) || !ordersSomething(current.skeleton)) return false
    }
    if (CLOSING.test(text)) return false
    const next = marked !== null && this.#lastOfLevel.get(marked.marker.level) === marked.marker.ordinal - 1
    const label = QUOTED_ARTICLE_OPENING.test(text)
    if (ordersSomething(text) && (next || /(?:相应|分别)?改为第|修改为[：:“]|修改为第/.test(text)) && !label) return false
    if (next && !label) return false
    if (!this.#listing) {
      this.#listing = true
      this.#openQuotation(current)
    }
    current.texts.push(text)
    current.quotations.at(-1)?.push(text)
    return true
  }

  #openQuotation(draft: Draft): void {
    if (draft.quotations.length >= MOST_QUOTES) return
    draft.skeleton += QUOTE + quoteCharacter(draft.quotations.length)
    draft.quotations.push([])
  }

  #continue(text: string): void {
    const current = this.#current
    if (current === null) return
    current.texts.push(text)
    const repeated = this.#isRepeat(text)
    this.#repeats ??= repeated
    current.quotations.at(-1)?.push('')
    this.#scan(text, repeated ? 1 : 0)
  }

  /**
   * Whether the mark at the head of a line repeats that of the open quotation, or opens one inside it. Some texts
   * repeat it on every line, some on none, some on those without a number.
   */
  #isRepeat(text: string): boolean {
    if (!/^[“"]/.test(text)) return false
    if (text.startsWith('"')) return true
    const opened = text.split('“').length - 2
    const closed = text.split('”').length - 1
    if (closed > opened + 1) return false
    return closed <= opened || this.#repeats !== false || /”[。；，]?$/.test(text)
  }

  #scan(text: string, from: number): void {
    const current = this.#current
    if (current === null) return
    for (let at = from; at < text.length; at += 1) {
      const character = text.charAt(at)
      const opens = character === '“' || (character === '"' && this.#depth === 0)
      const closes = character === '”' || (character === '"' && this.#depth > 0)
      if (opens) {
        this.#depth += 1
        if (this.#depth === 1) {
          this.#repeats = null
          this.#singles = 0
          this.#openQuotation(current)
          current.quotations.at(-1)?.push('')
          continue
        }
      }
      if (closes && this.#depth > 0) {
        this.#depth -= 1
        if (this.#depth === 0) continue
      }
      if (this.#depth === 0) current.skeleton += skeletonCharacter(character)
      else {
        if (character === '‘') this.#singles += 1
        else if (character === '’') this.#singles = Math.max(0, this.#singles - 1)
        append(current.quotations.at(-1), raised(character, this.#singles > 0))
      }
    }
    const lines = current.quotations.at(-1)
    const last = lines?.length ?? 0
    if (lines !== undefined && last > 0) lines[last - 1] = (lines[last - 1] ?? '').trim()
  }
}

function append(lines: string[] | undefined, character: string): void {
  if (lines === undefined || lines.length === 0) return
  lines[lines.length - 1] = (lines[lines.length - 1] ?? '') + character
}

const WIDE: Readonly<Record<string, string>> = { ':': '：', ',': '，', ';': '；', '(': '（', ')': '）' }
const skeletonCharacter = (character: string): string => (/\s/.test(character) ? '' : (WIDE[character] ?? character))

/** Marks inside a quotation stand one level higher in the law itself. */
function raised(character: string, within: boolean): string {
  if (character === '‘') return '“'
  if (character === '’') return '”'
  if (within && character === '“') return '‘'
  return within && character === '”' ? '’' : character
}

/** Cuts the blocks of a decision into statements, in their order. Nothing is left out. */
export function readStatements(blocks: readonly SourceBlock[]): Statement[] {
  const head = blocks.slice(0, 8).map((block) => (block.kind === 'line' ? block.text : '')).join('')
  const reader = new StatementReader(/修正案/.test(head))
  for (const block of blocks) {
    if (block.kind === 'line') reader.line(block.text, block.line)
    else for (const row of tableText(block.table).split('\n')) reader.line(row, block.line)
  }
  return reader.finish()
}
