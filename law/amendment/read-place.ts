/** Reads the places that an instruction names: 第五十四条第二款、第五十六条; 序言第七自然段; 第三章第七节. */
import { parseArticleLabel, readNumber, toArticleLabel, type DivisionKind } from '../text/index.ts'
import type { DivisionStep, Place, PlacePart } from './instruction.ts'
import { QUOTE, quotedLines } from './read-statements.ts'

/** `place`: named last; `listed`: all that the words just before named (第五条、第六条中的“甲”修改为“乙”，“丙”修改为“丁”). */
export type PlaceContext = { place: Place | null; listed: readonly Place[]; quotations: readonly (readonly string[])[] }
export type ReadPlaces = { places: Place[]; end: number }

export const NOWHERE: Place = { area: 'body', divisions: [], article: null, paragraph: null, item: null, subitem: null, part: null, annex: null, leadIn: null }

const NUMBER = '[零〇○一二三四五六七八九十百千两0-9０-９]{1,10}'
const LAW =
  /(?:《(?:[^《》]|《[^《》]*》){1,90}》|修改后的?){0,3}(?:本(?:法|条例|办法|规定|细则|解释|规则|决定|章程)|\p{Script=Han}{0,20}?(?:法|法典|条例|办法|规定|规则|细则|宪法)(?=原?第|序言|正文|附件|附表|名称|标题))?(?:中的?|的)?/uy
const ORIGINAL = /原(?=第)/y
const ARTICLE = new RegExp(`第(${NUMBER})条((?:之[一二三四五六七八九十]+)*)`, 'y')
const LEVEL = new RegExp(`(?:的|中的?)?第?(?:（?(${NUMBER})）?)(款|项|目)(?![式标的录])`, 'y')
const BARE_ORDINAL = new RegExp(`第（?(${NUMBER})）?(款|项|目)`, 'y')
const DIVISION = new RegExp(`第(${NUMBER})(编|分编|章|节|部分)`, 'y')
const NATURAL = new RegExp(`(?:的)?(?:第(${NUMBER})|最后一?)个?(?:自然段|段)`, 'y')
const SENTENCES = new RegExp(`(?:中)?(?:的)?(?:第(${NUMBER})句|(?:后|最后)([一两二三])?句|末句|首句)(?:话)?`, 'y')
const OPENING = /(?:的)?(?:条首部分|开始部分|开头部分|首部|开头|开始|条首)/y
const END = /(?:的)?(?:末尾|最后|结尾)(?:部分)?/y
const HEADING = /(?:的)?(?:章名|节名|编名|标题|条标|条旨|名称)/y
const GAP = new RegExp(`(?:(?![第的])[\\p{Script=Han}、]){1,24}(?=第${NUMBER}项)`, 'uy')
const LEAD_IN = new RegExp(`(?:“)?(${QUOTE}.)(?:中)(?=第|增加|，?增加)`, 'y')
const NAMED = new RegExp(`${QUOTE}.(?=中|分为)`, 'y')
const PREAMBLE = /(?:序言|引言|前言|导语|正文(?=第)|(?=第[零一二三四五六七八九十]{1,3}(?:自然)?段))/y
const TITLE = /(?:名称|标题|题目)(?=修改|改|、|中|由|“|\uE000)/y
const ANNEX = new RegExp(`(?:附件|附表|附录)(${NUMBER})?(?:《[^《》]{1,60}》)?`, 'y')
const JOINER = new RegExp(`(?:、|和|以及|及|与)(?:原)?(?=第${NUMBER}|附)`, 'y')
const COMMA = new RegExp(`，(?=第${NUMBER}条)`, 'y')
const RANGE = new RegExp(`至(?=第${NUMBER})`, 'y')
const KINDS: Readonly<Record<string, DivisionKind>> = { 编: 'part', 分编: 'subpart', 章: 'chapter', 节: 'section', 部分: 'chapter' }
const MOST_IN_A_RANGE = 2000

function sticky(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** One place, with what it leaves unsaid taken from `before` (第九条第一款、第二款). */
function readOne(text: string, from: number, before: Place | null, quotations: readonly (readonly string[])[]): { place: Place; end: number } | null {
  let at = from
  const law = sticky(LAW, text, at)
  if (law !== null) at += law[0].length
  const original = sticky(ORIGINAL, text, at)
  if (original !== null) at += 1
  const start = at
  const place: Place = { ...NOWHERE, divisions: [] }
  const title = sticky(TITLE, text, at)
  if (title !== null) return { place: { ...place, area: 'title' }, end: at + title[0].length }
  const annex = sticky(ANNEX, text, at)
  if (annex !== null) return { place: { ...place, area: 'annex', annex: annex[1] === undefined ? null : readNumber(annex[1]) }, end: at + annex[0].length }
  const preamble = sticky(PREAMBLE, text, at)
  if (preamble !== null) return readPreamble(text, at + preamble[0].length, place, preamble[0])
  for (let step = sticky(DIVISION, text, at); step !== null; step = sticky(DIVISION, text, at)) {
    const kind = KINDS[step[2] ?? '']
    const ordinal = readNumber(step[1] ?? '')
    if (kind === undefined || ordinal === null) break
    place.divisions.push({ kind, ordinal })
    at += step[0].length
  }
  const article = sticky(ARTICLE, text, at)
  if (article !== null) {
    place.article = labelOf(article)
    at += article[0].length
  }
  if (place.divisions.length > 0 && article === null) return { place: inDivision(place, before), end: headingEnd(text, at, place) }
  at = readLevels(text, at, place, before, article !== null)
  if (at === start) return null
  const lead = sticky(LEAD_IN, text, at)
  if (lead !== null) {
    place.leadIn = quotedLines(lead[1] ?? '', quotations).join('\n')
    at += lead[0].length
    at = readLevels(text, at, place, before, true)
  }
  return { place, end: readPart(text, at, place) }
}

function labelOf(match: RegExpExecArray): string | null {
  const parsed = parseArticleLabel(match[0])
  return parsed === null ? null : toArticleLabel(parsed.number, parsed.inserted)
}

function readPreamble(text: string, from: number, place: Place, word: string): { place: Place; end: number } {
  place.area = 'preamble'
  const natural = sticky(NATURAL, text, from)
  if (natural === null) return { place, end: word === '' ? from : readPart(text, from, place) }
  place.paragraph = natural[1] === undefined ? -1 : readNumber(natural[1])
  return { place, end: readPart(text, from + natural[0].length, place) }
}

/** 第七节 after 第三章 was named means that of 第三章. */
function inDivision(place: Place, before: Place | null): Place {
  const [first] = place.divisions
  const last = before?.divisions.at(-1)
  if (first === undefined || last === undefined || before === null) return place
  const order: DivisionKind[] = ['part', 'subpart', 'chapter', 'section']
  const outer = before.divisions.filter(({ kind }) => order.indexOf(kind) < order.indexOf(first.kind))
  return { ...place, divisions: [...outer, ...place.divisions] }
}

function headingEnd(text: string, at: number, place: Place): number {
  const named = sticky(NAMED, text, at)
  if (named !== null) return at + named[0].length
  const heading = sticky(HEADING, text, at)
  if (heading === null) return at
  place.part = { kind: 'heading' }
  return at + heading[0].length
}

const DEPTH: Readonly<Record<string, 1 | 2 | 3>> = { 款: 1, 项: 2, 目: 3 }

function readLevels(text: string, from: number, place: Place, before: Place | null, hasArticle: boolean): number {
  let at = from
  let depth = 0
  const gap = hasArticle ? sticky(GAP, text, at) : null
  if (gap !== null) at += gap[0].length
  for (let level = sticky(at === from && !hasArticle ? BARE_ORDINAL : LEVEL, text, at); level !== null; level = sticky(LEVEL, text, at)) {
    const ordinal = readNumber(level[1] ?? '')
    const own = DEPTH[level[2] ?? ''] ?? 0
    if (ordinal === null || own <= depth || !/第|（/.test(level[0])) break
    if (depth === 0 && !hasArticle) inherit(place, before, own)
    depth = own
    if (own === 1) place.paragraph = ordinal
    else if (own === 2) place.item = ordinal
    else place.subitem = ordinal
    at += level[0].length
  }
  return gap !== null && depth === 0 ? from : at
}

/** What a bare 第二款 or 第三项 leaves unsaid. */
function inherit(place: Place, before: Place | null, depth: number): void {
  if (before === null) return
  place.article = before.article
  if (depth >= 2) {
    place.paragraph = before.paragraph
    place.leadIn = before.leadIn
  }
  if (depth >= 3) place.item = before.item
}

function readPart(text: string, from: number, place: Place): number {
  const natural = place.area === 'body' ? sticky(NATURAL, text, from) : null
  if (natural !== null && natural[1] !== undefined && readNumber(natural[1]) === 1) {
    place.part = { kind: 'opening' }
    return from + natural[0].length
  }
  const sentences = sticky(SENTENCES, text, from)
  if (sentences !== null) {
    place.part = sentencePart(sentences)
    return from + sentences[0].length
  }
  const opening = sticky(OPENING, text, from)
  if (opening !== null && /^(?:的)?(?:修改|中)/.test(text.slice(from + opening[0].length))) {
    place.part = { kind: 'opening' }
    return from + opening[0].length
  }
  const end = sticky(END, text, from)
  return end !== null && text.startsWith('的', from + end[0].length) ? from + end[0].length : from
}

function sentencePart(match: RegExpExecArray): PlacePart {
  if (match[1] !== undefined) return { kind: 'sentence', ordinal: readNumber(match[1]) ?? 1, count: 1 }
  if (match[0].includes('首')) return { kind: 'sentence', ordinal: 1, count: 1 }
  const count = match[2] === undefined ? 1 : (readNumber(match[2]) ?? 1)
  return { kind: 'sentence', ordinal: -count, count }
}

/** Where the numbers of two places differ: a range runs between them. */
function between(from: Place, to: Place): Place[] | null {
  const fill = (a: number, b: number, make: (n: number) => Place): Place[] | null =>
    b <= a || b - a > MOST_IN_A_RANGE ? null : Array.from({ length: b - a }, (_, i) => make(a + 1 + i))
  if (to.subitem !== null && from.subitem !== null) return fill(from.subitem, to.subitem, (n) => ({ ...to, subitem: n }))
  if (to.item !== null && from.item !== null) return fill(from.item, to.item, (n) => ({ ...to, item: n }))
  if (to.paragraph !== null && from.paragraph !== null) return fill(from.paragraph, to.paragraph, (n) => ({ ...to, paragraph: n }))
  if (to.article !== null && from.article !== null) {
    const a = parseArticleLabel(from.article)
    const b = parseArticleLabel(to.article)
    if (a === null || b === null) return null
    const [x, y] = [a.inserted.at(-1), b.inserted.at(-1)]
    if (a.number === b.number && y !== undefined) return fill(x ?? 0, y, (n) => ({ ...to, article: toArticleLabel(a.number, [n]) }))
    if (y !== undefined || x !== undefined) return null
    return fill(a.number, b.number, (n) => ({ ...to, article: toArticleLabel(n) }))
  }
  const [x, y] = [from.divisions.at(-1), to.divisions.at(-1)]
  if (x === undefined || y === undefined || x.kind !== y.kind) return null
  const outer: DivisionStep[] = to.divisions.slice(0, -1)
  return fill(x.ordinal, y.ordinal, (n) => ({ ...to, divisions: [...outer, { kind: y.kind, ordinal: n }] }))
}

/**
 * The list of places that begins at `at`, ranges written out; null where none stands there.
 * `comma`: a comma may join too (第三条第一款，第五条中的…).
 */
export function readPlaces(text: string, at: number, context: PlaceContext, comma: boolean): ReadPlaces | null {
  const first = readOne(text, at, context.place, context.quotations)
  if (first === null) return null
  const places = [first.place]
  let end = first.end
  for (;;) {
    const last = places.at(-1) ?? first.place
    const range = sticky(RANGE, text, end)
    const joiner = range ?? sticky(JOINER, text, end) ?? (comma ? sticky(COMMA, text, end) : null)
    if (joiner === null) break
    const next = readOne(text, end + joiner[0].length, last, context.quotations)
    if (next === null) break
    if (range === null) places.push(next.place)
    else {
      const more = between(last, next.place)
      if (more === null) break
      places.push(...more)
    }
    end = next.end
  }
  return { places, end }
}
