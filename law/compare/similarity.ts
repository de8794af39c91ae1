/**
 * How much two texts share, by pairs of characters weighted by how rare they are in both texts.
 *
 * A corpus holds the units of both sides: old ones first, then new ones. The grams of a unit are sorted by
 * how rare they are. Everything is counted in flat arrays: cost grows with the text.
 */

import { countGrams, type GramNumbers } from './grams.ts'
import { packTexts, type Units } from './units.ts'

export type Corpus = {
  /** the new unit at place p is unit number oldCount + p */
  oldCount: number
  unitCount: number
  /** entries of unit u stand from `starts[u]` to `starts[u + 1]`, the rarest gram first */
  starts: Int32Array
  grams: Int32Array
  counts: Int32Array
  /** of each unit: sum of count × weight */
  weights: Float64Array
  /** weight of a gram, by its number */
  idf: Float64Array
}

/** Overlap of two units as shares: of both together, of the old one, of the new one. */
export type Overlap = { both: number; ofOld: number; ofNew: number }

/** Sums and periods: the same fine stands under many offences, and says little of which one is meant. */
const FIGURES = new Set([...'零〇一二三四五六七八九十百千万亿元0123456789'].map((character) => character.charCodeAt(0)))
const FIGURE_IMPORTANCE = 0.6

/**
 * Units of both sides over one vocabulary. `texts` are comparable texts (normalise.ts). Grams are
 * numbered by how many units hold them, the rarest first, so that a unit begins with what says most.
 */
export function buildCorpus(oldTexts: readonly string[], newTexts: readonly string[]): Corpus {
  return corpusOf(packTexts([...oldTexts, ...newTexts]), oldTexts.length)
}

/** The same of units that stand in one row, the old ones first; `numbered`: their grams, where these are known. */
export function corpusOf(units: Units, oldCount: number, numbered?: GramNumbers): Corpus {
  const counted = countGrams(units, numbered)
  const unitCount = units.from.length
  const { holders, keys } = counted
  const ranks = ranksOf(holders, unitCount)
  const idf = new Float64Array(holders.length)
  const from = new Int32Array(holders.length + 1)
  for (let gram = 0; gram < holders.length; gram++) {
    const rank = ranks[gram] ?? 0
    const count = holders[gram] ?? 0
    const key = keys[gram] ?? 0
    idf[rank] = Math.log(1 + unitCount / count) * (FIGURES.has(key >>> 16) || FIGURES.has(key & 0xffff) ? FIGURE_IMPORTANCE : 1)
    from[rank + 1] = count
  }
  for (let rank = 0; rank < holders.length; rank++) from[rank + 1] = (from[rank + 1] ?? 0) + (from[rank] ?? 0)
  // entries by unit become entries by gram and then by unit again: so every unit is sorted without sorting
  const { length } = counted.grams
  const unitsByGram = new Int32Array(length)
  const countsByGram = new Int32Array(length)
  const next = from.slice()
  for (let unit = 0; unit < unitCount; unit++) {
    const end = counted.starts[unit + 1] ?? 0
    for (let at = counted.starts[unit] ?? 0; at < end; at++) {
      const rank = ranks[counted.grams[at] ?? 0] ?? 0
      const place = next[rank] ?? 0
      next[rank] = place + 1
      unitsByGram[place] = unit
      countsByGram[place] = counted.counts[at] ?? 0
    }
  }
  const grams = new Int32Array(length)
  const counts = new Int32Array(length)
  const weights = new Float64Array(unitCount)
  const written = counted.starts.slice()
  for (let rank = 0; rank < holders.length; rank++) {
    const end = from[rank + 1] ?? 0
    const weight = idf[rank] ?? 0
    for (let place = from[rank] ?? 0; place < end; place++) {
      const unit = unitsByGram[place] ?? 0
      const count = countsByGram[place] ?? 0
      const to = written[unit] ?? 0
      written[unit] = to + 1
      grams[to] = rank
      counts[to] = count
      weights[unit] = (weights[unit] ?? 0) + count * weight
    }
  }
  return { oldCount, unitCount, starts: counted.starts, grams, counts, weights, idf }
}

/** Number of each gram in the order of how many units hold it. */
function ranksOf(holders: Int32Array, most: number): Int32Array {
  const next = new Int32Array(most + 2)
  for (const count of holders) next[count + 1] = (next[count + 1] ?? 0) + 1
  for (let count = 1; count < next.length; count++) next[count] = (next[count] ?? 0) + (next[count - 1] ?? 0)
  const ranks = new Int32Array(holders.length)
  for (let gram = 0; gram < holders.length; gram++) {
    const count = holders[gram] ?? 0
    const rank = next[count] ?? 0
    ranks[gram] = rank
    next[count] = rank + 1
  }
  return ranks
}

/**
 * Weight of what an old unit and the new one at a place share. The grams of an old unit are laid out once for
 * all new ones that it is held against in a row.
 */
export function sharedIn({ oldCount, starts, grams, counts, idf }: Corpus): (oldUnit: number, newPlace: number) => number {
  const laid = new Int32Array(idf.length)
  let current = -1
  return (oldUnit, newPlace) => {
    if (oldUnit !== current) {
      if (current >= 0) for (let at = starts[current] ?? 0; at < (starts[current + 1] ?? 0); at++) laid[grams[at] ?? 0] = 0
      for (let at = starts[oldUnit] ?? 0; at < (starts[oldUnit + 1] ?? 0); at++) laid[grams[at] ?? 0] = counts[at] ?? 0
      current = oldUnit
    }
    let shared = 0
    const end = starts[oldCount + newPlace + 1] ?? 0
    for (let at = starts[oldCount + newPlace] ?? 0; at < end; at++) {
      const gram = grams[at] ?? 0
      const own = laid[gram] ?? 0
      if (own > 0) shared += Math.min(own, counts[at] ?? 0) * (idf[gram] ?? 0)
    }
    return shared
  }
}

/** Shares that an old unit and the new one at a place have in common, given the weight that they share. */
export function overlapOf(corpus: Corpus, oldUnit: number, newPlace: number, shared: number): Overlap {
  const oldWeight = corpus.weights[oldUnit] ?? 0
  const newWeight = corpus.weights[corpus.oldCount + newPlace] ?? 0
  return { both: (2 * shared) / (oldWeight + newWeight || 1), ofOld: shared / (oldWeight || 1), ofNew: shared / (newWeight || 1) }
}

/**
 * What a unit shares with another beyond what a third one took already (-1: none did), count by count:
 * the shared weight, and the weight of the unit that was left. All are numbers of units.
 */
export function sharedBeyond({ starts, grams, counts, idf }: Corpus, unit: number, taken: number, other: number): { shared: number; left: number } {
  let shared = 0
  let left = 0
  let t = taken < 0 ? 0 : (starts[taken] ?? 0)
  const takenEnd = taken < 0 ? 0 : (starts[taken + 1] ?? 0)
  let o = starts[other] ?? 0
  const otherEnd = starts[other + 1] ?? 0
  const end = starts[unit + 1] ?? 0
  for (let u = starts[unit] ?? 0; u < end; u++) {
    const gram = grams[u] ?? 0
    while (t < takenEnd && (grams[t] ?? 0) < gram) t++
    while (o < otherEnd && (grams[o] ?? 0) < gram) o++
    const gone = t < takenEnd && grams[t] === gram ? (counts[t] ?? 0) : 0
    const rest = (counts[u] ?? 0) - gone
    if (rest <= 0) continue
    const weight = idf[gram] ?? 0
    left += rest * weight
    if (o < otherEnd && grams[o] === gram) shared += Math.min(rest, counts[o] ?? 0) * weight
  }
  return { shared, left }
}
