/** From what a formula found to the instructions that it gives. */
import { parseArticleLabel, toArticleLabel } from '../text/index.ts'
import type { Drafted, Found } from './formula.ts'
import type { Place, QuotedLines, Unit } from './instruction.ts'
import { NOWHERE } from './read-place.ts'

const first = <Value>(list: readonly Value[] | undefined): Value | undefined => list?.[0]
export const placesOf = (found: Found, at = 0): Place[] => found.places[at] ?? []
export const linesOf = (found: Found, at = 0): QuotedLines => first(found.quotations[at]) ?? []
export const isDivision = (place: Place): boolean => place.area === 'body' && place.article === null && place.divisions.length > 0 && place.item === null && place.paragraph === null
export const isHeading = (place: Place): boolean => place.area === 'title' || isDivision(place)

/** Words for words at every place; a list of old words becomes one new one, or each its own. */
export function replaceWords(places: readonly Place[], from: readonly QuotedLines[], to: readonly QuotedLines[]): Drafted[] | null {
  const pairs = from.length === to.length ? from.map((words, i) => ({ from: words, to: to[i] ?? [] })) : from.map((words) => ({ from: words, to: to[0] ?? [] }))
  if (pairs.length === 0 || (to.length > 1 && to.length !== from.length)) return null
  return places.flatMap((place) =>
    pairs.map((pair): Drafted => {
      const heading = place.area !== 'title' && isHeading(place)
      return { place, operation: heading ? { does: 'rename', heading: pair.to.join('') } : { does: 'replace-words', ...pair } }
    }),
  )
}

export function replaceProvision(places: readonly Place[], lines: QuotedLines): Drafted[] | null {
  const [place, ...rest] = places
  if (place === undefined) return null
  if (isHeading(place)) return [{ place, operation: { does: 'rename', heading: lines.join('') } }]
  return [{ place, operation: { does: 'replace-provision', rest, lines } }]
}

export function renumber(from: readonly Place[], to: readonly Place[]): Drafted[] | null {
  const [place] = from
  const [only, ...more] = to
  if (place === undefined || only === undefined) return null
  if (from.length > 1 && more.length === 0) {
    // 将第六条、第七条改为第八条 joins them; 将第六条第二款、第三款改为第八条 parts them from the first
    const whole = from.every(({ article, paragraph, item }) => article !== null && paragraph === null && item === null)
    if (whole) return merge(from, only, null)
    if (only.article === null || only.paragraph !== null || from.some(({ paragraph, item }) => paragraph === null || item !== null)) return null
    return [{ place, operation: { does: 'renumber', moves: from.map((one, i) => ({ from: one, to: i === 0 ? only : { ...only, paragraph: i + 1 } })) } }]
  }
  if (from.length !== to.length) return null
  return [{ place, operation: { does: 'renumber', moves: from.map((one, i) => ({ from: one, to: to[i] ?? one })) } }]
}

/** 将第九条第一款、第二款改为第十条，修改为：“…”: the new words stand for all of them. */
export function joinAnew(sources: readonly Place[], to: readonly Place[], lines: QuotedLines): Drafted[] | null {
  const joined = renumber(sources, to)
  const [first] = joined ?? []
  if (joined === null || first === undefined) return null
  if (first.operation.does === 'merge') return merge(sources, to[0] ?? null, lines)
  const written = replaceProvision(sources, lines)
  return written === null ? null : [...joined, ...written]
}

export function insertProvisions(found: Found, container: Place | null, as: readonly Place[], after: Place | null): Drafted[] | null {
  const unit = found.units[0]
  const count = found.numbers[0]
  if (unit === undefined || count === undefined || (as.length > 0 && as.length !== count)) return null
  if (as.length === 0 && container === null && after === null) return null
  return [{ place: container ?? NOWHERE, operation: { does: 'insert-provisions', unit, count, as: [...as], after, lines: linesOf(found) } }]
}

const RANKS: readonly Unit[] = ['part', 'subpart', 'chapter', 'section', 'article', 'paragraph', 'item', 'subitem']

/** 第六条第二款 as the place behind which a 款 comes; 第六条 as the place in which one comes. */
function placeIsOf(unit: Unit, place: Place): boolean {
  const own: Unit | null =
    place.subitem !== null ? 'subitem' : place.item !== null ? 'item' : place.paragraph !== null ? 'paragraph' : place.article !== null ? 'article' : (place.divisions.at(-1)?.kind ?? null)
  return own !== null && RANKS.indexOf(own) === RANKS.indexOf(unit)
}

export function insertAfter(found: Found, as: readonly Place[]): Drafted[] | null {
  const place = placesOf(found).at(-1)
  const unit = found.units[0]
  if (place === undefined || unit === undefined) return null
  return placeIsOf(unit, place) ? insertProvisions(found, place, as, place) : insertProvisions(found, place, as, null)
}

export const insertWords = (places: readonly Place[], found: Found, side: 'after' | 'before', from = 0): Drafted[] =>
  places.map((place) => ({ place, operation: { does: 'insert-words', words: linesOf(found, from + 1), at: { side, anchor: linesOf(found, from).join('') } } }))

export const addAt = (found: Found, side: 'start' | 'end'): Drafted[] => placesOf(found).map((place) => ({ place, operation: { does: 'insert-words', words: linesOf(found), at: { side, anchor: null } } }))

export const deleteWords = (places: readonly Place[], words: readonly QuotedLines[]): Drafted[] =>
  places.flatMap((place) => words.map((lines): Drafted => ({ place, operation: { does: 'delete-words', words: lines.join('\n') } })))

export function articleOf(lines: QuotedLines): Place | null {
  const label = parseArticleLabel(lines.join(''))
  return label === null ? null : { ...NOWHERE, article: toArticleLabel(label.number, label.inserted) }
}

export const inContext = (found: Found): Place[] => (found.context === null ? [] : [found.context])
/** 其中的“甲”: in every place that the words just before named. */
export const inListed = (found: Found): readonly Place[] => (found.listed.length > 1 ? found.listed : inContext(found))
export const keepContext = (found: Found): Place | null => found.context
export const orNull = (drafted: Drafted[]): Drafted[] | null => (drafted.length === 0 ? null : drafted)


/** 第一节“甲”，包括第七条至第九条: a new division and its articles, all by their new numbers. */
export function addDivision(as: Place | null, lines: QuotedLines, articles: readonly Place[]): Drafted[] | null {
  const unit = as?.divisions.at(-1)?.kind
  const extent = giveExtent(as, articles, true)
  if (as === null || unit === undefined || extent === null) return null
  const around: Place = { ...NOWHERE, divisions: as.divisions.slice(0, -1) }
  return [{ place: around, operation: { does: 'insert-provisions', unit, count: 1, as: [as], after: null, lines } }, ...extent]
}

export function giveExtent(place: Place | null, articles: readonly Place[], added: boolean): Drafted[] | null {
  if (place === null || !isDivision(place) || articles.some(({ article, paragraph }) => article === null || paragraph !== null)) return null
  return [{ place, operation: { does: 'give-extent', articles: [...articles], added } }]
}

export function merge(sources: readonly Place[], to: Place | null, lines: QuotedLines | null): Drafted[] | null {
  const [place] = sources
  return place === undefined || sources.length < 2 ? null : [{ place, operation: { does: 'merge', sources: [...sources], to, lines } }]
}
