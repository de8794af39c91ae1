/** How a formula is written down and held against the words of a statement. */
import { readNumber } from '../text/index.ts'
import type { Operation, Place, QuotedLines, Unit } from './instruction.ts'
import { type PlaceContext, readPlaces } from './read-place.ts'
import { QUOTE, quotedLines } from './read-statements.ts'

/** What a formula found: the places, quotations and numbers in the order of its template. */
export type Found = {
  places: Place[][]
  quotations: QuotedLines[][]
  numbers: number[]
  units: Unit[]
  titles: string[]
  /** place last named before, for 其中的… and 该条 */
  context: Place | null
  /** all places that the words just before named */
  listed: readonly Place[]
}

export type Drafted = { place: Place; operation: Operation }

/**
 * One formula of amending decisions. In `template`, {P} is a list of places by old numbers, {PC} one that a comma may
 * join, {T} one by new numbers, {Q} a quotation, {QS} a list of quotations (“甲”、“乙”), {N} a number, {U} 条款项目章节编,
 * {B} a title in 《》; all else is a regular expression on the words without white space.
 */
export type Formula = {
  name: string
  template: string
  /** a sentence that it reads, in the words of a decision */
  example: string
  /** the instructions that it gives; null where the words fit and the sense does not */
  make(found: Found): Drafted[] | null
  /** place that 其中的…, 该款 mean afterwards; unset: the last place of the first list */
  leaves?(found: Found): Place | null
}

export const UNITS: Readonly<Record<string, Unit>> = { 条: 'article', 款: 'paragraph', 项: 'item', 目: 'subitem', 编: 'part', 章: 'chapter', 节: 'section' }

type Token = 'P' | 'PC' | 'T' | 'Q' | 'QS' | 'N' | 'U' | 'B'
type Step = { token: Token } | { pattern: RegExp }

const TOKENS: ReadonlySet<string> = new Set(['P', 'PC', 'T', 'Q', 'QS', 'N', 'U', 'B'])
const isToken = (word: string): word is Token => TOKENS.has(word)
const compiled = new Map<string, Step[]>()

function stepsOf(template: string): Step[] {
  let steps = compiled.get(template)
  if (steps === undefined) {
    steps = template
      .split(/\{([A-Z]+)\}/)
      .flatMap((part, i): Step[] => {
        if (i % 2 === 1 && isToken(part)) return [{ token: part }]
        return part === '' ? [] : [{ pattern: new RegExp(part, 'uy') }]
      })
    compiled.set(template, steps)
  }
  return steps
}

const QUOTES = new RegExp(`(?:${QUOTE}.)+`, 'uy')
const QUOTE_JOINER = /(?:、|和|以及|及)(?=\uE000)/uy
const NUMBER = /[一二两三四五六七八九十0-9]{1,3}/uy
const UNIT = /[条款项目编章节]/uy
const TITLE = /《((?:[^《》]|《[^《》]*》){1,90})》/uy

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function readQuotations(text: string, from: number, quotations: readonly (readonly string[])[], list: boolean): { read: QuotedLines[]; end: number } | null {
  const read: QuotedLines[] = []
  let at = from
  for (;;) {
    const tokens = sticky(QUOTES, text, at)
    if (tokens === null) return read.length === 0 ? null : { read, end: at }
    read.push(quotedLines(tokens[0], quotations))
    at += tokens[0].length
    const joiner = list ? sticky(QUOTE_JOINER, text, at) : null
    if (joiner === null) return { read, end: at }
    at += joiner[0].length
  }
}

/** Holds `formula` against `text` at `at`; null where it does not fit. */
export function matchFormula(formula: Formula, text: string, at: number, context: PlaceContext): { found: Found; end: number } | null {
  const found: Found = { places: [], quotations: [], numbers: [], units: [], titles: [], context: context.place, listed: context.listed }
  let end = at
  for (const step of stepsOf(formula.template)) {
    if ('pattern' in step) {
      const match = sticky(step.pattern, text, end)
      if (match === null) return null
      end += match[0].length
      continue
    }
    const next = readToken(step.token, text, end, context, found)
    if (next === null) return null
    end = next
  }
  return { found, end }
}

function readToken(token: Token, text: string, at: number, context: PlaceContext, found: Found): number | null {
  switch (token) {
    case 'P':
    case 'PC':
    case 'T': {
      const place = found.places[0]?.at(-1) ?? context.place
      const read = readPlaces(text, at, { ...context, place }, token === 'PC')
      if (read === null) return null
      found.places.push(read.places)
      return read.end
    }
    case 'Q':
    case 'QS': {
      const read = readQuotations(text, at, context.quotations, token === 'QS')
      if (read === null) return null
      found.quotations.push(read.read)
      return read.end
    }
    case 'N': {
      const match = sticky(NUMBER, text, at)
      const number = match === null ? null : readNumber(match[0])
      if (match === null || number === null) return null
      found.numbers.push(number)
      return at + match[0].length
    }
    case 'U': {
      const match = sticky(UNIT, text, at)
      const unit = match === null ? undefined : UNITS[match[0]]
      if (match === null || unit === undefined) return null
      found.units.push(unit)
      return at + match[0].length
    }
    case 'B': {
      const match = sticky(TITLE, text, at)
      if (match === null) return null
      found.titles.push(match[1] ?? '')
      return at + match[0].length
    }
    default: {
      const never: never = token
      return never
    }
  }
}
