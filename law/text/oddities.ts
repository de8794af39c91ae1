/**
 * What is odd in how a text was typed or kept and was read all the same: named once a text and kind, with the first
 * line and the count. What belongs to the container of a whole source (BOM, kinds of line ends, indents, half-width
 * marks) is not named: it touches no word, and a fifth of all sound texts has some of it.
 */
import type { ScannedLine } from './scan.ts'
import type { Article, LegalText, Problem, Table } from './tree.ts'

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
type Kind = 'heading-blank' | 'heading-tab' | 'sentence-blank' | 'sentence-tab' | 'brackets'

const MESSAGES: Readonly<Record<Kind, (found: Tally, first: string) => string>> = {
  'heading-blank': ({ count }) => `标题中夹有网页的不换行空格（${count > 1 ? `共${count}个标题，这是第一个` : '一处'}），已按普通空格读出。`,
  'heading-tab': ({ count }) => `标题中夹有制表符（${count > 1 ? `共${count}个标题，这是第一个` : '一处'}），已按普通空格读出。`,
  'sentence-blank': ({ count }) => `句子中间夹有网页的不换行空格（${count > 1 ? `共${count}处，这是第一处` : '一处'}），照原样保留，请与原件核对是否缺字。`,
  'sentence-tab': ({ count }) => `句子中间夹有制表符（${count > 1 ? `共${count}处，这是第一处` : '一处'}），照原样保留，请与原件核对是否缺字。`,
  brackets: ({ count }, first) => `项的编号“${first}”两边括号一个全角、一个半角（${count > 1 ? `共${count}处，这是第一处` : '一处'}），按全角括号编入。`,
}

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
    return [...this.#found].map(([kind, found]) => ({ line: found.line, code: 'odd-characters' as const, message: MESSAGES[kind](found, found.first) }))
  }
}

const isBlank = (code: number): boolean => code <= 0x20 || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200a)
const OPENING = new Set('（(【〔[：:')
/** fewer labels without a blank are slips of the hand */
const FEWEST_LABELS = 3

/** 第一条为完善…: in half of the articles or more nothing parts the label from the words. */
function labelsWithoutBlank(lines: readonly ScannedLine[], labels: readonly number[]): Problem[] {
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
  return [{ line: first, code: 'suspicious-label', message }]
}

/** 附则 without a number in a text whose other headings have one. */
function unnumberedHeadings(lines: readonly ScannedLine[], from: number, { divisions }: LegalText): Problem[] {
  if (!divisions.some(({ number }) => number !== '') || divisions.every(({ number }) => number !== '')) return []
  const problems: Problem[] = []
  for (let i = from; i < lines.length; i += 1) {
    const line = lines[i]
    if (line?.kind !== 'division' || line.division.ordinal !== null || !divisions.some(({ number, heading }) => number === '' && heading === line.division.heading)) continue
    problems.push({ line: line.line, code: 'suspicious-label', message: `“${line.division.heading}”没有编号，别的标题都有编号，照原样编入，请与原件核对。` })
  }
  return problems
}

const DELETED = /^[（(](?:删去|删除|废止|已删去|已删除|已废止)[)）]$/

const LONGEST_DELETED = 6

function deletedArticles(articles: readonly Article[]): Problem[] {
  const problems: Problem[] = []
  for (const { number, line, paragraphs } of articles) {
    const only = paragraphs[0]
    if (paragraphs.length !== 1 || only === undefined || only.text.length > LONGEST_DELETED || only.items.length > 0 || !DELETED.test(only.text)) continue
    problems.push({ line, code: 'article-deleted', message: `${number}只有“${only.text}”，没有条文，条号照原样保留。` })
  }
  return problems
}

/** what an organ of a place enacts, which its people's congress prints with the dates under the title */
const LOCAL_REGULATION = /^[\u4e00-\u9fff]{2,12}?(?:省|市|自治区|自治州|自治县).*条例$/

function withoutNote({ title, note, notice, preamble }: LegalText, lines: readonly ScannedLine[]): Problem[] {
  if (note !== '' || notice.length > 0 || preamble.length > 0 || !LOCAL_REGULATION.test(title)) return []
  const line = lines.find(({ kind, text }) => kind === 'plain' && title.startsWith(text))?.line ?? lines[0]?.line ?? 1
  return [{ line, code: 'no-note', message: '标题下面没有题注，何时由哪个机关通过、批准，本文本看不出来。' }]
}

const DECISION = /(?:决定|修正案|决议)(?:[（(][^（）()]*[)）])?$/
const HALF_WIDTH_COMMA = /(?<=[\u4e00-\u9fff”》）]),(?=[\u4e00-\u9fff“《（])/g

/** 将第十条改为第十三条,第一款修改为: in a decision every mark is part of what it orders. */
export function commasOfDecision(lines: readonly ScannedLine[], { title }: LegalText): Problem[] {
  if (!DECISION.test(title)) return []
  let first = 0
  let count = 0
  for (const { text, line } of lines) {
    const found = text.includes(',') ? (text.match(HALF_WIDTH_COMMA)?.length ?? 0) : 0
    if (found > 0 && count === 0) first = line
    count += found
  }
  if (count === 0) return []
  return [{ line: first, code: 'odd-characters', message: `决定里用了半角逗号（${count > 1 ? `共${count}处，这是第一处` : '一处'}），照原样保留；按决定修改时与全角逗号同样看待。` }]
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
 */
export function oddities(lines: readonly ScannedLine[], labels: readonly number[], text: LegalText): Problem[] {
  return [
    ...withoutNote(text, lines),
    ...labelsWithoutBlank(lines, labels),
    ...unnumberedHeadings(lines, labels[0] ?? 0, text),
    ...deletedArticles(text.articles),
  ]
}
