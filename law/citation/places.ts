import { parseArticleLabel, readNumber, toArticleLabel, toChineseNumber } from '../text/index.ts'

/** One place meant by a citation. `article` is null for a law cited as a whole. */
export type Place = { article: string | null; paragraph: number | null; item: string | null; subitem?: string }

export type PlaceList = { parts: Place[]; end: number }

type Unit = 'article' | 'paragraph' | 'item' | 'subitem'
type Ordinal = { number: number; inserted: number[] }
type Joined = 'list' | 'range' | 'deeper'
type Next = { step: Step; joined: Joined }
type Step = { unit: Unit; ordinals: Ordinal[]; end: number }

// bounded, so that hostile input costs linear time
const NUMBER = '[零〇○一二三四五六七八九十百千两0-9０-９]{1,12}'
const MORE = '{0,40}'
const INSERTED = '(?:之[一二三四五六七八九十]+(?![款项]))*'
const UNITS: Readonly<Record<string, Unit>> = { 条: 'article', 款: 'paragraph', 项: 'item', 目: 'subitem' }
const DEPTH: Readonly<Record<Unit, number>> = { article: 0, paragraph: 1, item: 2, subitem: 3 }

const NO_ARTICLE = '[件例款目街河]|市政|道路|公路|铁路|航线|线路|生产线|信息|消息|措施|建议'
// 第一条件, 第一条道路, 第三项目, 第一款式, 第二条例 are other words
const NUMBERED = new RegExp(`第\\s*(${NUMBER}(?:\\s*[、至和]\\s*第?\\s*${NUMBER})${MORE})\\s*(条(?!${NO_ARTICLE})|款(?![式项])|项(?!目)|目(?![标的前录]))(${INSERTED})`, 'uy')
const BRACKETED = new RegExp(`第?\\s*([（(]\\s*${NUMBER}\\s*[）)](?:\\s*[、至和及或]?\\s*第?\\s*[（(]\\s*${NUMBER}\\s*[）)])${MORE})\\s*项(?!目)`, 'uy')
// 本条例六十条, 第十七条和十八条: the 第 is left out now and then
const UNMARKED = new RegExp(`(${NUMBER})\\s*(条(?!${NO_ARTICLE}))(${INSERTED})`, 'uy')
const UNMARKED_END = new RegExp(`(${NUMBER})\\s*(款(?!式)|项(?!目))`, 'uy')
const DIVISIONS = new RegExp(`(?:第\\s*${NUMBER}\\s*(?:分编|编|章|节)(?:的|中的?|规定的)?){1,4}(?=第)`, 'uy')
/** 第三百零七条之一前三款: its first three */
const FIRST_ONES = /前([二两三四五六七八九十])(款|项)/uy
const JOINER = /\s*(、|，(?=第\s*[零〇一二三四五六七八九十百千0-9]+\s*条)|和|及|以及|或者|或|与|至|到)\s*(?=[第（(零〇○一二三四五六七八九十百千0-9０-９])/uy
const BETWEEN = /\s*(?:规定的?|的|中的?)?\s*(?=[第（(])/uy

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** 一、二、三 or 一至三 or （一）至（五） as numbers. */
function readOrdinals(list: string, inserted: string): Ordinal[] {
  const ordinals: Ordinal[] = []
  let range = false
  for (const part of list.matchAll(new RegExp(`${NUMBER}|至`, 'gu'))) {
    if (part[0] === '至') {
      range = true
      continue
    }
    const number = readNumber(part[0])
    const last = ordinals.at(-1)
    if (number === null || number === 0) return []
    if (range && last) for (let between = last.number + 1; between < number && between - last.number < 500; between++) ordinals.push({ number: between, inserted: [] })
    ordinals.push({ number, inserted: [] })
    range = false
  }
  const last = ordinals.at(-1)
  if (last) last.inserted = inserted.split('之').slice(1).flatMap((part) => readNumber(part) ?? [])
  return ordinals
}

function readStep(text: string, at: number): Step | null {
  const numbered = matchAt(NUMBERED, text, at)
  if (numbered) {
    const ordinals = readOrdinals(numbered[1] ?? '', numbered[3] ?? '')
    const unit = UNITS[numbered[2] ?? '']
    return unit && ordinals.length > 0 ? { unit, ordinals, end: at + numbered[0].length } : null
  }
  const unmarked = matchAt(UNMARKED, text, at)
  if (unmarked) {
    const ordinals = readOrdinals(unmarked[1] ?? '', unmarked[3] ?? '')
    return ordinals.length > 0 ? { unit: 'article', ordinals, end: at + unmarked[0].length } : null
  }
  const bracketed = matchAt(BRACKETED, text, at)
  if (!bracketed) return null
  const ordinals = readOrdinals(bracketed[1] ?? '', '')
  return ordinals.length > 0 ? { unit: 'item', ordinals, end: at + bracketed[0].length } : null
}

function withOrdinal(base: Place, unit: Unit, ordinal: Ordinal): Place {
  switch (unit) {
    case 'article':
      return { article: toArticleLabel(ordinal.number, ordinal.inserted), paragraph: null, item: null }
    case 'paragraph':
      return { article: base.article, paragraph: ordinal.number, item: null }
    case 'item':
      return { article: base.article, paragraph: base.paragraph, item: `（${toChineseNumber(ordinal.number)}）` }
    case 'subitem':
      return { ...base, subitem: String(ordinal.number) }
    default: {
      const never: never = unit
      return never
    }
  }
}

/** Ordinals after `from` up to `to`: 第二条至第五条; a range that ends at 第十九条之一 has both 第十九条 and it. */
function rangeOf(from: Ordinal, to: Ordinal): Ordinal[] {
  const list: Ordinal[] = []
  const last = to.inserted.length > 0 ? to.number : to.number - 1
  for (let number = from.number + 1; number <= last && number - from.number < 2_000; number++) list.push({ number, inserted: [] })
  const [insertedEnd] = to.inserted
  if (insertedEnd !== undefined && to.inserted.length === 1) {
    const first = from.number === to.number ? (from.inserted[0] ?? 0) + 1 : 1
    for (let one = first; one < insertedEnd; one++) list.push({ number: to.number, inserted: [one] })
  }
  return [...list, to]
}

/**
 * Reads 第八条第二款、第三款, 第七十八条至第八十条, 第一款（一）至（五）项 … at `at`, as one connected list.
 * `base` is what the list continues from (前条, 前款, 本条), null where it stands alone.
 * 刑法第九章第三百九十八条: the division before an article is read over. Null where no place stands there.
 */
export function readPlaces(text: string, at: number, base: Place | null): PlaceList | null {
  const first = readStep(text, matchAt(DIVISIONS, text, at) ? DIVISIONS.lastIndex : at)
  if (!first) return null
  const parts: Place[] = []
  const start: Place = base ?? { article: null, paragraph: null, item: null }
  let step: Step | null = first
  let previousUnit: Unit | null = null
  let previousOrdinal: Ordinal | null = null
  let joined: Joined = 'list'
  let end = at
  while (step) {
    const last = parts.at(-1) ?? start
    if (joined === 'deeper') parts.pop()
    let ordinals = step.ordinals
    const [head, ...tail] = step.ordinals
    if (joined === 'range' && previousUnit === step.unit && previousOrdinal && head) ordinals = [...rangeOf(previousOrdinal, head), ...tail]
    for (const ordinal of ordinals) parts.push(withOrdinal(last, step.unit, ordinal))
    previousUnit = step.unit
    previousOrdinal = ordinals.at(-1) ?? null
    end = step.end
    const next: Next | null = nextStep(text, end, step.unit)
    step = next?.step ?? null
    joined = next?.joined ?? 'list'
  }
  return { parts, end }
}

/** 第一项至六项; after 、 and 或者 such words are a count (第一项或者两项以上) */
function readUnmarkedEnd(text: string, at: number): Step | null {
  const match = matchAt(UNMARKED_END, text, at)
  const unit = UNITS[match?.[2] ?? '']
  const ordinals = match ? readOrdinals(match[1] ?? '', '') : []
  return match && unit && ordinals.length > 0 ? { unit, ordinals, end: at + match[0].length } : null
}

function nextStep(text: string, at: number, unit: Unit): Next | null {
  const first = matchAt(FIRST_ONES, text, at)
  if (first && unit === 'article') {
    const count = readNumber(first[1] ?? '') ?? 0
    const ordinals = Array.from({ length: count }, (_, place) => ({ number: place + 1, inserted: [] }))
    return { step: { unit: first[2] === '款' ? 'paragraph' : 'item', ordinals, end: at + first[0].length }, joined: 'deeper' }
  }
  const between = matchAt(BETWEEN, text, at)
  if (between) {
    const step = readStep(text, at + between[0].length)
    const straight = between[0].trim() === ''
    // 第六条规定第一款 goes on; 第六条规定的第三项 may too, 第六条的第七条 does not
    if (step && DEPTH[step.unit] > DEPTH[unit] && (straight || unit === 'article')) return { step, joined: 'deeper' }
    if (step && straight) return null
  }
  const joiner = matchAt(JOINER, text, at)
  if (!joiner) return null
  const range = joiner[1] === '至' || joiner[1] === '到'
  const step = readStep(text, at + joiner[0].length) ?? (range ? readUnmarkedEnd(text, at + joiner[0].length) : null)
  if (!step) return null
  return { step, joined: range ? 'range' : 'list' }
}

/** The article before a quoted one is not in this text: its number is one less, where none is inserted (第十条之一). */
export function labelBefore(label: string, back: number): Place[] {
  const own = parseArticleLabel(label)
  return own === null || own.inserted.length > 0 || own.number <= back ? [] : [{ article: toArticleLabel(own.number - back), paragraph: null, item: null }]
}

/** Each place once, in the order in which they were named. */
export const uniquePlaces = (places: readonly Place[]): Place[] => [...new Map(places.map((one) => [`${one.article} ${one.paragraph} ${one.item}`, one])).values()]
