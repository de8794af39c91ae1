/**
 * What is odd in how a text was typed or kept and was read all the same: named once a text and kind, with the first
 * line and the count.
 */
import { closeUp } from './labels.ts'
import { plainText } from './print.ts'
import type { ScannedLine } from './scan.ts'
import type { Article, LegalText, Problem, ProblemCode, Remark, RemarkCode, Table } from './tree.ts'

const NO_BREAK_SPACE = '\u00A0'
/** white space that web pages and tables leave behind: on a screen it looks like a plain space, in a search it is none */
export const STRAY_SPACE = /[\t\u00A0]/
const BETWEEN_WORDS = /(?<=[\u4e00-\u9fff，。；：、）”》])[^\S\n]*[\t\u00A0][^\S\n]*(?=[\u4e00-\u9fff“《（])/g
/** 总 则, 附　则: a word spread out, with whatever blank is at hand, is how headings are printed */
const SPREAD_WORD = /(?<=^|\s)\S(?:\s+\S)+$/
/** names of two organs in the title of a paper stand apart by a blank */
const TITLE_IN_TEXT = /《[^《》]*》/g
const SENTENCE = /[。；]/

type Tally = { line: number; count: number }
type Said<Code> = { code: Code; message: (found: Tally, first: string) => string }

const REMARKS: Readonly<Record<'heading-blank' | 'heading-tab' | 'brackets', Said<RemarkCode>>> = {
  'heading-blank': { code: 'odd-characters', message: ({ count }) => `标题中夹有网页的不换行空格（${count > 1 ? `共${count}个标题，这是第一个` : '一处'}），已按普通空格读出。` },
  'heading-tab': { code: 'odd-characters', message: ({ count }) => `标题中夹有制表符（${count > 1 ? `共${count}个标题，这是第一个` : '一处'}），已按普通空格读出。` },
  brackets: { code: 'mixed-brackets', message: ({ count }, first) => `项的编号“${first}”两边括号一个全角、一个半角（${count > 1 ? `共${count}处，这是第一处` : '一处'}），按全角括号编入。` },
}
const PROBLEMS: Readonly<Record<'sentence-blank' | 'sentence-tab', Said<ProblemCode>>> = {
  'sentence-blank': { code: 'blank-in-sentence', message: ({ count }) => `句子中间夹有网页的不换行空格（${count > 1 ? `共${count}处，这是第一处` : '一处'}），照原样保留，请与原件核对是否缺字。` },
  'sentence-tab': { code: 'blank-in-sentence', message: ({ count }) => `句子中间夹有制表符（${count > 1 ? `共${count}处，这是第一处` : '一处'}），照原样保留，请与原件核对是否缺字。` },
}
type Kind = keyof typeof REMARKS | keyof typeof PROBLEMS

/** Counts, line by line, what is odd within lines. */
export class OddCharacters {
  readonly #found = new Map<Kind, Tally & { first: string }>()

  /** Reads a line that holds `STRAY_SPACE`. */
  readSpaces(line: ScannedLine): void {
    if (line.kind === 'division') {
      const words = line.division.number === '' ? line.text : line.text.replace(SPREAD_WORD, '')
      this.#spaces(words, 'heading', line.line, 1)
    } else if (line.kind !== 'table' && SENTENCE.test(line.text)) {
      const from = line.kind === 'article' ? line.label.end : line.kind === 'marker' ? line.marker.end : 0
      const words = line.text.slice(from).replace(TITLE_IN_TEXT, '《》')
      this.#spaces((words.match(BETWEEN_WORDS) ?? []).join('\n'), 'sentence', line.line)
    }
  }

  /** Reads the number of an item: （一) and (一） are neither. */
  readBrackets(printed: string, line: number): void {
    const wide = printed.startsWith('（')
    if (wide !== printed.endsWith('）')) this.#add('brackets', line, 1, printed)
  }

  #spaces(words: string, where: 'heading' | 'sentence', line: number, most = Number.POSITIVE_INFINITY): void {
    const places = words.split('\n').filter((place) => STRAY_SPACE.test(place))
    const blanks = places.filter((place) => place.includes(NO_BREAK_SPACE)).length
    if (blanks > 0) this.#add(`${where}-blank`, line, Math.min(blanks, most), '')
    if (places.length > blanks) this.#add(`${where}-tab`, line, Math.min(places.length - blanks, most), '')
  }

  #add(kind: Kind, line: number, count: number, first: string): void {
    const found = this.#found.get(kind)
    if (found === undefined) this.#found.set(kind, { line, count, first })
    else found.count += count
  }

  get problems(): Problem[] {
    return this.#said(PROBLEMS)
  }

  get remarks(): Remark[] {
    return this.#said(REMARKS)
  }

  #said<Code, K extends Kind>(table: Readonly<Record<K, Said<Code>>>): { line: number; code: Code; message: string }[] {
    return [...this.#found].flatMap(([kind, found]) => {
      const said = isIn(table, kind) ? table[kind] : null
      return said === null ? [] : [{ line: found.line, code: said.code, message: said.message(found, found.first) }]
    })
  }
}

const isIn = <K extends Kind>(table: Readonly<Record<K, unknown>>, kind: Kind): kind is K => kind in table

const isBlank = (code: number): boolean => code <= 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a)
const OPENING = new Set('（(【〔[：:')
/** fewer labels without a blank are slips of the hand */
const FEWEST_LABELS = 3

/** 第一条为完善…: in half of the articles or more nothing parts the label from the words. */
function labelsWithoutBlank(lines: readonly ScannedLine[], labels: readonly number[]): Remark[] {
  let first = 0
  let count = 0
  for (const i of labels) {
    const line = lines[i]
    if (line?.kind !== 'article') continue
    const { end } = line.label
    // nearly every label has its blank
    if (isBlank(line.text.charCodeAt(end - 1))) continue
    if (end >= line.text.length || OPENING.has(line.text.charAt(end)) || OPENING.has(line.text.charAt(end - 1))) continue
    if (count === 0) first = line.line
    count += 1
  }
  if (count < FEWEST_LABELS || count * 2 < labels.length) return []
  const message = `条标与条文之间没有空格（共${count}条，这是第一条），已按条号分开。`
  return [{ line: first, code: 'label-without-blank', message }]
}

const PREFACE = /^序\s*言$/

/** 附则 or 序言 without a number in a text whose other headings have one. */
function unnumberedHeadings(lines: readonly ScannedLine[], from: number, { divisions, preamble }: LegalText): Remark[] {
  if (!divisions.some(({ number }) => number !== '')) return []
  const named = (line: number, heading: string): Remark => ({ line, code: 'unnumbered-heading', message: `“${heading}”没有编号，别的标题都有编号，照原样编入。` })
  const remarks: Remark[] = []
  // the 目录 may name it as well: the last one is the heading
  const preface = preamble.some((text) => PREFACE.test(text)) ? lines.slice(0, from).findLast(({ kind, text }) => kind === 'plain' && PREFACE.test(text)) : undefined
  if (preface !== undefined) remarks.push(named(preface.line, '序言'))
  const without = new Set(divisions.flatMap(({ number, heading }) => (number === '' ? [heading] : [])))
  for (let i = from; without.size > 0 && i < lines.length; i += 1) {
    const line = lines[i]
    if (line?.kind === 'division' && line.division.ordinal === null && without.has(line.division.heading)) remarks.push(named(line.line, line.division.heading))
  }
  return remarks
}

const SPREAD = /^\S(?:\s+\S)+$/
const SPREAD_ALONE = /^(?:目\s+[录次]|序\s+言)$/

/** 总　　则, 附 则: the characters of a heading stand apart. The 目录 repeats what the body has; it counts where the body has none. */
function spreadHeadings(lines: readonly ScannedLine[], start: number): Remark[] {
  let first: { line: number; words: string } | null = null
  let count = 0
  for (const one of lines.slice(start)) {
    if (one.kind !== 'division' || !/\s/.test(one.text)) continue
    const words = one.text.slice(one.division.number.length).trim()
    if (!SPREAD.test(words)) continue
    first ??= { line: one.line, words }
    count += 1
  }
  if (first === null) {
    const alone = lines.slice(0, start).find(({ kind, text }) => kind === 'plain' && SPREAD_ALONE.test(text))
    if (alone === undefined) return []
    first = { line: alone.line, words: alone.text }
  }
  const { line, words } = first
  return [{ line, code: 'spread-heading', message: `标题“${words}”的字之间夹有空格（${count > 1 ? `共${count}个标题，这是第一个` : '一处'}），与“${closeUp(words)}”同样看待。` }]
}

const DELETED = /^[（(](?:删去|删除|废止|已删去|已删除|已废止)[)）]$/

const LONGEST_DELETED = 6

function deletedArticles(articles: readonly Article[]): Remark[] {
  const remarks: Remark[] = []
  for (const { number, line, paragraphs } of articles) {
    const only = paragraphs[0]
    if (paragraphs.length !== 1 || only === undefined || only.text.length > LONGEST_DELETED || only.items.length > 0 || !DELETED.test(only.text)) continue
    remarks.push({ line, code: 'article-deleted', message: `${number}只有“${only.text}”，没有条文，条号照原样保留。` })
  }
  return remarks
}

/** what an organ of a place enacts, which its people's congress prints with the dates under the title */
const LOCAL_REGULATION = /^[\u4e00-\u9fff]{2,12}?(?:省|市|自治区|自治州|自治县).*条例$/

function withoutNote({ title, note, notice, preamble }: LegalText, lines: readonly ScannedLine[]): Remark[] {
  if (note !== '' || notice.length > 0 || preamble.length > 0 || !LOCAL_REGULATION.test(title)) return []
  const line = lines.find(({ kind, text }) => kind === 'plain' && title.startsWith(text))?.line ?? lines[0]?.line ?? 1
  return [{ line, code: 'no-note', message: '标题下面没有题注，何时由哪个机关通过、批准，本文本看不出来。' }]
}

const COMMENCES = /施行|实施|生效|执行|试行/
/** kinds of text that say at their end when they take effect; interpretations need not */
const HAS_COMMENCEMENT = /^(?!最高人民).*(?<!宪)(?:法|条例|办法|规定|细则)(?:[（(][^（）()]*[)）])?$/
const LAST_ARTICLES = 4

/** A text that breaks off in the middle reads like one that was whole; 国务院组织法 has no such clause. */
function withoutEnd({ title, articles, closing }: LegalText): Remark[] {
  const last = articles.at(-1)
  if (last === undefined || articles.length < LAST_ARTICLES || !HAS_COMMENCEMENT.test(title)) return []
  if (articles.slice(-LAST_ARTICLES).some((article) => COMMENCES.test(plainText(article))) || closing.some((line) => COMMENCES.test(line))) return []
  return [{ line: last.line, code: 'no-commencement', message: `正文到${last.number}为止，没有关于施行的条款，请留意文件是否完整。` }]
}

/** A table between paragraphs has neither 条 nor 款 of its own to be cited by. */
export function tablesInBody(lines: readonly ScannedLine[], { articles }: LegalText): Problem[] {
  const tables = new Set<Table>()
  for (const { paragraphs } of articles) for (const { table } of paragraphs) if (table !== undefined) tables.add(table)
  if (tables.size === 0) return []
  const line = lines.find((one) => one.kind === 'table' && tables.has(one.table))?.line ?? 1
  return [{ line, code: 'table-in-body', message: `正文中有表格${tables.size > 1 ? `（共${tables.size}个，这是第一个）` : ''}，按表格编在上一段之后，没有款、项的号。` }]
}

/**
 * What is odd about a text with 条 as a whole.
 * @param labels places among `lines` of the lines that begin an article
 * @param start place of the line at which the body begins
 */
export function oddities(lines: readonly ScannedLine[], labels: readonly number[], text: LegalText, start: number): Remark[] {
  return [
    ...withoutNote(text, lines),
    ...labelsWithoutBlank(lines, labels),
    ...unnumberedHeadings(lines, labels[0] ?? 0, text),
    ...spreadHeadings(lines, start),
    ...deletedArticles(text.articles),
    ...withoutEnd(text),
  ]
}
