import { append, emptyUnits, makeRoom, type Units } from './units.ts'

/**
 * The forms in which two texts are held against each other. None of them is ever shown.
 */

const QUOTES = /[“”„‟"＂]/g
const SINGLE_QUOTES = /[‘’‚‛'＇]/g
const BLANK = /[\s\u3000\u200b-\u200d\ufeff\u00ad]+/g
const ORDINAL = 0x7b2c // 第
const INSERTED = 0x4e4b // 之
const SECTION_SIGN = 0xa7
const NUMERALS = new Set(codesOf('零〇一二三四五六七八九十百千万0123456789'))
const UNITS = new Set(codesOf('条款项目编章节'))
const INSERTED_NUMERALS = new Set(codesOf('一二三四五六七八九十'))
const REFERENCE = /第[零〇一二三四五六七八九十百千万0-9]+[条款项目编章节](之[一二三四五六七八九十]+)?/g
const PUNCTUATION = /[\p{P}\p{S}]/gu

const USUAL_SHORT_FORMS: readonly (readonly [string, string])[] = [
  ['中华人民共和国', ''],
  ['人民代表大会', '人大'],
  ['常务委员会', '常委会'],
  ['人民政府', '政府'],
  ['人民法院', '法院'],
  ['人民检察院', '检察院'],
]
const SHORT_FORM_CODES = USUAL_SHORT_FORMS.map(([long, short]) => ({ long: codesOf(long), short: codesOf(short) }))

/**
 * Text that differs only in white space, width of punctuation and kind of quotation mark has one key.
 * Numbers of references stay: a reference that points elsewhere is a change.
 */
export function identityKey(text: string): string {
  const length = fold(text)
  if (length < 0) return text.normalize('NFKC').replace(BLANK, '').replace(QUOTES, '"').replace(SINGLE_QUOTES, "'")
  for (let at = 0; at < length; at++) buffer[at] = quoteOf(buffer[at] ?? 0)
  return bufferText(length)
}

/** Whether two texts have one key; mostly without making the keys. */
export function sameIdentity(a: string, b: string): boolean {
  if (a === b) return true
  let [left, right] = [0, 0]
  for (;;) {
    while (left < a.length && kindAt(a, left) === EMPTY) left++
    while (right < b.length && kindAt(b, right) === EMPTY) right++
    if (left >= a.length || right >= b.length) break
    if (kindAt(a, left) === HARD || kindAt(b, right) === HARD) break
    if (quoteOf(folded[a.charCodeAt(left)] ?? 0) !== quoteOf(folded[b.charCodeAt(right)] ?? 0)) break
    left++
    right++
  }
  // what follows may join with what stands before it
  if (holdsHard(a, left) || holdsHard(b, right)) return identityKey(a) === identityKey(b)
  return left >= a.length && right >= b.length
}

function holdsHard(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) if (kindAt(text, at) === HARD) return true
  return false
}

/**
 * Words alone, with every reference to a provision made the same: renumbering changes the references
 * of articles whose rule stayed, and must not make them look different.
 */
export function comparableText(text: string): string {
  const length = fold(text)
  if (length < 0) return shortened(text.normalize('NFKC').replace(BLANK, '')).replace(PUNCTUATION, (mark) => (mark === '§' ? mark : ''))
  return bufferText(dropMarks(holdsLongForm(length) ? shortenBuffer(length) : length))
}

/** Sentences of units, unit after unit: where each stands, and in which unit. */
export type Sentences = { from: Int32Array; to: Int32Array; unit: Int32Array }

const SENTENCE_END = /[。；\n]/

/** What `comparableText` gives of every sentence of every text; those of a text together are its unit. */
export function packWords(texts: readonly string[]): Units & { sentences: Sentences } {
  const units = emptyUnits(texts)
  const sentences: { from: number[]; to: number[]; unit: number[] } = { from: [], to: [], unit: [] }
  let [written, begun] = [0, 0]
  const endSentence = (unit: number): void => {
    if (written > begun) {
      sentences.from.push(begun)
      sentences.to.push(written)
      sentences.unit.push(unit)
    }
    begun = written
  }
  texts.forEach((text, unit) => {
    units.from[unit] = written
    const length = foldSentences(text)
    if (length < 0) {
      for (const sentence of text.split(SENTENCE_END)) {
        written = append(units, written, comparableText(sentence))
        endSentence(unit)
      }
    } else {
      const { codes } = makeRoom(units, written + length)
      const short = holdsLongForm(length) ? shortenBuffer(length) : length
      for (let at = 0; at < short; at++) {
        const code = buffer[at] ?? 0
        if (code === END) endSentence(unit)
        else if ((kinds[code] || learn(code)) !== MARK) codes[written++] = code
      }
      endSentence(unit)
    }
    units.to[unit] = written
  })
  return { ...units, sentences: { from: Int32Array.from(sentences.from), to: Int32Array.from(sentences.to), unit: Int32Array.from(sentences.unit) } }
}

/** The identity keys of texts. */
export function packKeys(texts: readonly string[]): Units {
  const units = emptyUnits(texts)
  let written = 0
  texts.forEach((text, unit) => {
    units.from[unit] = written
    const length = fold(text)
    if (length < 0) written = append(units, written, identityKey(text))
    else {
      const { codes } = makeRoom(units, written + length)
      for (let at = 0; at < length; at++) codes[written++] = quoteOf(buffer[at] ?? 0)
    }
    units.to[unit] = written
  })
  return units
}

function shortened(words: string): string {
  let short = words.replace(REFERENCE, '§§')
  for (const [long, usual] of USUAL_SHORT_FORMS) short = short.replaceAll(long, usual)
  return short
}

/** Does to the buffer what `shortened` does to a string; gives its new length. */
function shortenBuffer(length: number): number {
  let left = shortenReferences(length)
  for (const { long, short } of SHORT_FORM_CODES) left = replaceInBuffer(left, long, short)
  return left
}

function shortenReferences(length: number): number {
  let kept = 0
  let at = 0
  while (at < length) {
    const end = buffer[at] === ORDINAL ? endOfReference(at, length) : -1
    if (end < 0) buffer[kept++] = buffer[at++] ?? 0
    else {
      buffer[kept++] = SECTION_SIGN
      buffer[kept++] = SECTION_SIGN
      at = end
    }
  }
  return kept
}

/** Where the reference ends that begins at a place, -1 where none does. */
function endOfReference(start: number, length: number): number {
  const unit = endOfRun(start + 1, length, NUMERALS)
  if (unit === start + 1 || unit >= length || !UNITS.has(buffer[unit] ?? 0)) return -1
  if (unit + 1 >= length || buffer[unit + 1] !== INSERTED) return unit + 1
  const end = endOfRun(unit + 2, length, INSERTED_NUMERALS)
  return end > unit + 2 ? end : unit + 1
}

function endOfRun(from: number, length: number, codes: ReadonlySet<number>): number {
  let at = from
  while (at < length && codes.has(buffer[at] ?? 0)) at++
  return at
}

function replaceInBuffer(length: number, long: readonly number[], short: readonly number[]): number {
  const first = long[0]
  let kept = 0
  let at = 0
  while (at < length) {
    if (buffer[at] === first && at + long.length <= length && standsAt(at, long)) {
      for (const code of short) buffer[kept++] = code
      at += long.length
    } else buffer[kept++] = buffer[at++] ?? 0
  }
  return kept
}

function standsAt(at: number, codes: readonly number[]): boolean {
  for (let place = 1; place < codes.length; place++) if (buffer[at + place] !== codes[place]) return false
  return true
}

/** Whether the buffer may hold a reference or a name that has a short form: 第, 人民, 常务. */
function holdsLongForm(length: number): boolean {
  for (let at = 0; at < length; at++) {
    const code = buffer[at]
    if (code === ORDINAL || (code === 0x6c11 && buffer[at - 1] === 0x4eba) || (code === 0x52a1 && buffer[at - 1] === 0x5e38)) return true
  }
  return false
}

function codesOf(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
}

/** What becomes of a character: itself or another, nothing because it is blank, or something that a table cannot say. */
// 0: not looked up yet
const [LETTER, MARK, EMPTY, HARD] = [1, 2, 3, 4]
/** Stands for the end of a sentence in the buffer: no text has this code. */
const END = 0xffff
const kinds = new Uint8Array(65_536)
const folded = new Uint16Array(65_536)
let buffer = new Uint16Array(4_096)

/** Writes the text in one width and without blanks into the buffer, the end of a sentence as `END`; -1 where a character has no single form. */
function foldSentences(text: string): number {
  if (text.length > buffer.length) buffer = new Uint16Array(text.length * 2)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const kind = kinds[code] || learn(code)
    if (kind === HARD) return -1
    if (code === 0x3002 || code === 0xff1b || code === 0x0a) buffer[length++] = END
    else if (kind !== EMPTY) buffer[length++] = folded[code] ?? 0
  }
  return length
}

/** Writes the text in one width and without blanks into the buffer; -1 where a character has no single form. */
function fold(text: string): number {
  if (text.length > buffer.length) buffer = new Uint16Array(text.length * 2)
  let length = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const kind = kinds[code] || learn(code)
    if (kind === HARD) return -1
    if (kind !== EMPTY) buffer[length++] = folded[code] ?? 0
  }
  return length
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return kinds[code] || learn(code)
}

/** Looks a character up once. Halves of pairs, and letters that join with their neighbours, have no single form. */
function learn(code: number): number {
  const form = String.fromCharCode(code).normalize('NFKC')
  let kind = LETTER
  if (code === END || (code >= 0xd800 && code <= 0xdfff) || (code >= 0x1100 && code <= 0x11ff) || /\p{M}/u.test(form) || form.length !== 1) kind = form.replace(BLANK, '') === '' ? EMPTY : HARD
  else if (form.replace(BLANK, '') === '') kind = EMPTY
  else if (form !== '§' && new RegExp(PUNCTUATION.source, 'u').test(form)) kind = MARK
  kinds[code] = kind
  folded[code] = form.charCodeAt(0)
  return kind
}

const quoteOf = (code: number): number => {
  switch (code) {
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
      return 0x22
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
      return 0x27
    default:
      return code
  }
}

function dropMarks(length: number): number {
  let kept = 0
  for (let at = 0; at < length; at++) {
    const code = buffer[at] ?? 0
    if ((kinds[code] || learn(code)) !== MARK) buffer[kept++] = code
  }
  return kept
}

// no half of a pair is ever in the buffer
const decoder = new TextDecoder('utf-16le', { ignoreBOM: true })

const bufferText = (length: number): string => decoder.decode(buffer.subarray(0, length))
