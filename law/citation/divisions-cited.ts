/** 本法第二章第二节、第三节: the articles of the divisions that a text names of itself. */
import { type Division, type LegalText, readNumber } from '../text/index.ts'
import type { Place } from './places.ts'

const KINDS: Readonly<Record<string, Division['kind']>> = { 编: 'part', 分编: 'subpart', 章: 'chapter', 节: 'section' }
const DEPTH: Readonly<Record<Division['kind'], number>> = { part: 0, subpart: 1, chapter: 2, section: 3 }
const ONE = /第\s*([零〇一二三四五六七八九十百0-9]{1,6})\s*(分编|编|章|节)/uy
const JOINER = /\s*(、|和|及|以及|至)\s*(?=第)/uy
const MOST_NAMED = 20

type Named = { kind: Division['kind']; ordinal: number }

/**
 * Null where no division is named there, or where the text does not have all that are.
 * @param within the division that the words count in: 本章第二节
 */
export function readDivisions(text: LegalText, words: string, at: number, within: Division | null): { parts: Place[]; end: number } | null {
  const found: Division[] = []
  let path: Division[] = []
  let end = at
  let joined = 'deeper'
  for (let count = 0; count < MOST_NAMED; count++) {
    const named = readOne(words, end + joinerLength(words, end, joined))
    if (!named) break
    const above = path.filter(({ kind }) => DEPTH[kind] < DEPTH[named.kind])
    const division = childOf(text, above.at(-1) ?? within, named)
    if (!division) return null
    const last = found.at(-1)
    if (joined === 'deeper' && last !== undefined) found.pop()
    if (joined === '至' && last !== undefined) found.push(...between(text, last, division))
    found.push(division)
    path = [...above, division]
    end = named.end
    JOINER.lastIndex = end
    joined = readOne(words, end) ? 'deeper' : (JOINER.exec(words)?.[1] ?? '')
    if (joined === '') break
  }
  const labels = [...new Set(found.flatMap((division) => articlesOf(text, division)))]
  return labels.length === 0 ? null : { parts: labels.map((article) => ({ article, paragraph: null, item: null })), end }
}

function joinerLength(words: string, at: number, joined: string): number {
  JOINER.lastIndex = at
  return joined === 'deeper' ? 0 : (JOINER.exec(words)?.[0].length ?? 0)
}

function readOne(words: string, at: number): (Named & { end: number }) | null {
  ONE.lastIndex = at
  const match = ONE.exec(words)
  const ordinal = readNumber(match?.[1] ?? '')
  const kind = KINDS[match?.[2] ?? '']
  return match && ordinal !== null && kind !== undefined ? { kind, ordinal, end: at + match[0].length } : null
}

const ordinalOf = (division: Division): number | null => readNumber(/^第(.+?)(?:分编|编|章|节)$/u.exec(division.number)?.[1] ?? '')

/** The division of that number inside another one, or in the whole text; 第二节 without its 章 is none. */
function childOf(text: LegalText, above: Division | null, { kind, ordinal }: Named): Division | null {
  const inside = above === null ? text.divisions : text.divisions.filter((one) => one.id.startsWith(`${above.id}__`))
  const same = inside.filter((one) => one.kind === kind && ordinalOf(one) === ordinal)
  return same.length === 1 ? (same[0] ?? null) : null
}

/** The divisions of one level between two, both left out. */
function between(text: LegalText, first: Division, last: Division): Division[] {
  return text.divisions.filter(({ kind, at }) => kind === last.kind && at > first.at && at < last.at)
}

/** 本章, 本节, 本编: the division of that kind around an article; null where none is. */
export function divisionAround(text: LegalText, articleIndex: number, word: string): Division | null {
  const kind = KINDS[word]
  return text.divisions.findLast((one) => one.kind === kind && one.at <= articleIndex && articleIndex < endOf(text, one)) ?? null
}

function articlesOf(text: LegalText, division: Division): string[] {
  return text.articles.slice(division.at, endOf(text, division)).flatMap(({ number }) => (number === '' ? [] : [number]))
}

/** Index of the first article behind a division. */
function endOf(text: LegalText, division: Division): number {
  const place = text.divisions.indexOf(division)
  return text.divisions.find((one, at) => at > place && one.level <= division.level)?.at ?? text.articles.length
}
