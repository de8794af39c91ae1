/** Recognisers for the numbers that stand at the head of a line: 编章节, 条, 项, 目, 附件. */
import { readNumber, toArticleLabel, toChineseNumber } from './numerals.ts'
import type { DivisionKind } from './tree.ts'

/** A `第X条` at the head of a line. `reference` says that the words after it make it a citation. */
export type ArticleLabel = {
  /** normalised: `第十七条之一` */
  label: string
  /** as printed, white space inside kept out */
  printed: string
  number: number
  inserted: readonly number[]
  /** index in the line at which the words of the article begin */
  end: number
  reference: boolean
}

const NUMERALS = '零〇○一二三四五六七八九十百千万两'
const LABEL = new RegExp(
  `[第笫]\\s*([${NUMERALS}0-9０-９－—–-](?:[${NUMERALS}0-9０-９－—–-]|\\s(?=[${NUMERALS}\\s条]))*)条((?:之[一二三四五六七八九十百]+)*)([\\s：:]*)`,
  'y',
)
const AS_REFERENCE =
  /(?:第\s*[零〇○一二三四五六七八九十百千两0-9]+\s*[条款项目]|[、，,；;。和及或至与]|以及|的|规定|所列|所称|之规定|中的|中“|前款|(?:中|之后)?(?:增加|删去|删除)[一二两三四五六七八九十]?[条款项节章“]|修改为|改为|移至|作为)/y
const AFTER_SEPARATOR =
  /(?:第\s*[零〇○一二三四五六七八九十百千两0-9]+\s*[条款项目](?!规定的)|[、，,；;。]|以及|的(?=规定|决定)|之规定|中的“|(?:增加|删去|删除)[一二两三四五六七八九十][条款项节章]|修改为：|改为第|移至第|作为第)/y

/**
 * Reads an article label at the head of `line` (or at `from`); null where none stands there.
 * Tolerates 笫 for 第, a full-width hyphen for 一, white space inside, Arabic digits.
 */
export function readArticleLabel(line: string, from = 0): ArticleLabel | null {
  const next = readExpectedLabel(line, from)
  if (next !== null) return next
  LABEL.lastIndex = from
  const match = LABEL.exec(line)
  if (match === null) return null
  const digits = match[1] ?? ''
  const number = readDigits(digits)
  if (number === null || number === 0) return null
  const inserted = match[2] === '' ? NONE : readInserted(match[2] ?? '')
  if (inserted === null) return null
  const end = from + match[0].length
  const separator = match[3] ?? ''
  const continuation = separator === '' ? AS_REFERENCE : AFTER_SEPARATOR
  continuation.lastIndex = end
  expected = number + 1
  const label = toArticleLabel(number, inserted)
  let printed = label
  if (separator.trim() !== '' || !line.startsWith(label, from)) {
    printed = match[0].slice(0, match[0].length - separator.length).replace(/\s+/g, '') + separator.trim()
  }
  return { label, printed, number, inserted, end, reference: continuation.test(line) }
}

const NONE: readonly number[] = []
/** the characters of words with which a citation goes on after a label and white space (AFTER_SEPARATOR) */
const GOES_ON = new Set('第以的之中增删修改移作')
const PLAIN_LABELS = Array.from({ length: 2000 }, (_, i) => (i === 0 ? '' : toArticleLabel(i)))
/** the number after the last one that was read: only a guess at where to look first */
let expected = 1

/**
 * `第十二条` with one white space and a word after it, the label of nearly every article, without a pattern: where
 * articles follow each other, the next label is known. Null where it is another; the pattern decides then.
 */
function readExpectedLabel(line: string, from: number): ArticleLabel | null {
  const label = PLAIN_LABELS[expected]
  if (label === undefined || !line.startsWith(label, from)) return null
  const at = from + label.length
  const separator = line.charCodeAt(at)
  if (separator !== 0x20 && separator !== 0x3000) return null
  const next = line.charCodeAt(at + 1)
  if (!(next >= 0x4e00 && next < 0xa000) || GOES_ON.has(line.charAt(at + 1))) return null
  const number = expected
  expected += 1
  return { label, printed: label, number, inserted: NONE, end: at + 1, reference: false }
}

const MOST_KEPT_NUMBERS = 5000
const keptNumbers = new Map<string, number | null>()

/** Numbers of labels repeat from text to text: read once. */
function readDigits(digits: string): number | null {
  const kept = keptNumbers.get(digits)
  if (kept !== undefined) return kept
  const number = readNumber(digits.replace(/\s+/g, '').replace(/[－—–-]/g, '一'))
  if (keptNumbers.size < MOST_KEPT_NUMBERS && digits.length < 12) keptNumbers.set(digits, number)
  return number
}

/** `之一之二` as [1, 2]; null where one of them is no number (之百). */
function readInserted(text: string): number[] | null {
  const inserted: number[] = []
  for (const part of text.split('之').slice(1)) {
    const n = readNumber(part)
    if (n === null || n === 0) return null
    inserted.push(n)
  }
  return inserted
}

export type DivisionHeading = { kind: DivisionKind; number: string; ordinal: number | null; heading: string }

const DIVISION = new RegExp(`^第\\s*([${NUMERALS}0-9０-９]+)\\s*(编|分编|章|节)(\\s*)(.*)$`)
/** A 条 stands among the first characters, before any 编 章 节: the line is no heading. */
export function isArticleAhead(line: string): boolean {
  for (let i = 1; i <= 9; i += 1) {
    const code = line.charCodeAt(i)
    if (code === 0x6761 /* 条 */) return i > 1
    if (code === 0x7ae0 /* 章 */ || code === 0x8282 /* 节 */ || code === 0x7f16 /* 编 */) return false
  }
  return false
}
const DIVISION_REFERENCE = /^(?:的|规定|中的|、|，|和第|至第|所列|所称|以及|第[^一二三四五六七八九十]*[条款项章节])/
const UNNUMBERED = /^(?:总则|附则|罚则)$/
const KINDS: ReadonlyMap<string, DivisionKind> = new Map([
  ['编', 'part'],
  ['分编', 'subpart'],
  ['章', 'chapter'],
  ['节', 'section'],
])
const LONGEST_HEADING = 70

/** Title of a division without the white space that spreads its characters (总　　则 → 总则). */
export function closeUp(text: string): string {
  if (!/\s/.test(text)) return text
  return text.replace(/(?<=[^\x21-\x7e])\s+|\s+(?=[^\x21-\x7e])/g, '')
}

/** Reads a 编 分编 章 节 heading, or an unnumbered 附则; null where the line is a sentence or something else. */
export function readDivision(line: string): DivisionHeading | null {
  if (line.length > LONGEST_HEADING || isArticleAhead(line)) return null
  const match = DIVISION.exec(line)
  if (match === null) {
    const heading = closeUp(line)
    return UNNUMBERED.test(heading) ? { kind: 'chapter', number: '', ordinal: null, heading } : null
  }
  const rest = (match[4] ?? '').trim()
  if (/[。；;]$/.test(rest) || DIVISION_REFERENCE.test(rest)) return null
  const kind = KINDS.get(match[2] ?? '')
  const ordinal = readNumber(match[1] ?? '')
  if (kind === undefined || ordinal === null) return null
  return { kind, number: `第${match[1] ?? ''}${match[2] ?? ''}`, ordinal, heading: closeUp(rest) }
}

/** Levels of numbered lines: 1 一、 2 （一） 3 1. 4 （1） or 1） 5 ① or a) */
export type MarkerLevel = 1 | 2 | 3 | 4 | 5
export type Marker = {
  level: MarkerLevel
  ordinal: number
  /** `（一）` with full-width brackets; others as printed */
  number: string
  printed: string
  /** index in the line at which the words begin */
  end: number
}

const CHINESE_POINT = /([一二三四五六七八九十百零]+)(?:、|[.．](?![0-9０-９]))\s*/y
const BRACKETED = /[（(]\s*([一二三四五六七八九十百零]+)\s*[）)]\s*/y
const BRACKETED_DIGITS = /[（(]\s*([0-9０-９]{1,3})\s*[）)]\s*/y
const DIGITS_POINT = /([0-9０-９]{1,3})(?:[.．](?![0-9０-９])|、)\s*/y
const DIGITS_BRACKET = /([0-9０-９]{1,3})[）)]\s*/y
const LETTER = /([a-z])[）)]\s*/y
/** （一）至（三）项所列…, （四）、（五）项…: a citation; 与第三方, 目的港 are words */
const REFERENCE_AFTER_MARKER =
  /[、，,]|(?:和|及|或|或者|至|与|以及)\s*(?:[（(]|第(?!三[者人方]))|[项款](?:[规所中的、，至和或]|以及)|目(?:规定|[所中、，至和或]|的(?:规定|情形|行为))/y
const CIRCLED_ONE = 0x2460

function match(pattern: RegExp, line: string): RegExpExecArray | null {
  pattern.lastIndex = 0
  return pattern.exec(line)
}

function marker(level: MarkerLevel, ordinal: number | null, found: RegExpExecArray): Marker | null {
  if (ordinal === null || ordinal === 0) return null
  const printed = found[0].trim()
  return { level, ordinal, number: printed, printed, end: found[0].length }
}

/** Reads the number of an item or a numbered paragraph at the head of a line; null where none stands there. */
export function readMarker(line: string): Marker | null {
  const first = line.charCodeAt(0)
  let read: Marker | null = null
  if (first === 0xff08 || first === 0x28) {
    let found = match(BRACKETED, line)
    if (found !== null) {
      const ordinal = readNumber(found[1] ?? '')
      read = marker(2, ordinal, found)
      if (read !== null && ordinal !== null) read.number = `（${toChineseNumber(ordinal)}）`
    } else {
      found = match(BRACKETED_DIGITS, line)
      if (found !== null) read = marker(4, readNumber(found[1] ?? ''), found)
    }
    if (read !== null) {
      REFERENCE_AFTER_MARKER.lastIndex = read.end
      if (REFERENCE_AFTER_MARKER.test(line)) return null
    }
    return read
  }
  if ((first >= 0x30 && first <= 0x39) || (first >= 0xff10 && first <= 0xff19)) {
    const point = match(DIGITS_POINT, line)
    if (point !== null) return marker(3, readNumber(point[1] ?? ''), point)
    const bracket = match(DIGITS_BRACKET, line)
    return bracket === null ? null : marker(4, readNumber(bracket[1] ?? ''), bracket)
  }
  if (first >= CIRCLED_ONE && first < CIRCLED_ONE + 20) {
    const printed = line.charAt(0)
    const end = line.length - line.slice(1).trimStart().length
    return { level: 5, ordinal: first - CIRCLED_ONE + 1, number: printed, printed, end }
  }
  if (first >= 0x61 && first <= 0x7a) {
    const letter = match(LETTER, line)
    return letter === null ? null : marker(5, first - 0x60, letter)
  }
  if (NUMERALS.includes(line.charAt(0))) {
    const found = match(CHINESE_POINT, line)
    if (found === null) return null
    // 一、二级…: an enumeration of numbers, not a numbered line
    if (NUMERALS.includes(line.charAt(found[0].length))) {
      if (/^[一二三四五六七八九十、]+[级等类次批期款项条种]/.test(line.slice(found[0].length))) return null
    }
    return marker(1, readNumber(found[1] ?? ''), found)
  }
  return null
}

const POINT_BEFORE_DIGIT = /^([0-9]{1,2})[.．](?=[0-9])/

/** `1.300总吨…` may be number 1 and 300总吨, or 1.3: the lines around decide. Null where the line does not begin so. */
export function readPointBeforeDigit(line: string): Marker | null {
  const found = POINT_BEFORE_DIGIT.exec(line)
  return found === null ? null : marker(3, readNumber(found[1] ?? ''), found)
}

export type AnnexLabel = { label: string; title: string; numbered: boolean; colon: boolean }

const ANNEX = /^(附\s*(?:件|表|录|图)?)\s*([一二三四五六七八九十]+|[0-9０-９]+)?\s*([:：]|(?=\s)|$)\s*(.*)$/

/** Reads `附件`, `附件一`, `附表2：…`, `附：` at the head of a line; null where the words go on (附件所列…). */
export function readAnnexLabel(line: string): AnnexLabel | null {
  const found = ANNEX.exec(line)
  if (found === null) return null
  const head = (found[1] ?? '').replace(/\s+/g, '')
  const colon = (found[3] ?? '') !== ''
  if (head === '附' && !colon) return null
  return {
    label: head + (found[2] ?? '') + (found[3] ?? ''),
    title: found[4] ?? '',
    numbered: found[2] !== undefined,
    colon,
  }
}
