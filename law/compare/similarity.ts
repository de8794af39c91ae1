/**
 * How much two texts share, by pairs of characters weighted by how rare they are in both texts.
 *
 * A corpus holds the units of both sides: old ones first, then new ones. Vectors are sorted by gram, so
 * that an overlap is one walk over two arrays. Everything is counted in flat arrays: cost grows with the text.
 */

export type Vector = {
  grams: Int32Array
  counts: Int32Array
  /** sum of count × weight */
  weight: number
}

export type Corpus = {
  old: Vector[]
  new: Vector[]
  /** weight of a gram, by its number */
  idf: Float64Array
}

/** Overlap of two units as shares: of both together, of the old one, of the new one. */
export type Overlap = { both: number; ofOld: number; ofNew: number }

/**
 * Vectors of old and new units over one vocabulary. `texts` are comparable texts (normalise.ts). Grams are
 * numbered by how many units hold them, the rarest first, so that a vector begins with what says most.
 */
export function buildCorpus(oldTexts: readonly string[], newTexts: readonly string[]): Corpus {
  const texts = [...oldTexts, ...newTexts]
  const { grams, vocabulary, importance } = internGrams(texts)
  // each gram once a unit, with its count, in the order of the units
  const units = new Int32Array(grams.length)
  const counts = new Int32Array(grams.length)
  const holders = new Int32Array(vocabulary)
  const seenBy = new Int32Array(vocabulary).fill(-1)
  const seenAt = new Int32Array(vocabulary)
  let length = 0
  let read = 0
  for (let unit = 0; unit < texts.length; unit++) {
    const end = read + Math.max(0, (texts[unit] ?? '').length - 1)
    for (; read < end; read++) {
      const gram = grams[read] ?? 0
      if (seenBy[gram] === unit) {
        const at = seenAt[gram] ?? 0
        counts[at] = (counts[at] ?? 0) + 1
      } else {
        seenBy[gram] = unit
        seenAt[gram] = length
        holders[gram] = (holders[gram] ?? 0) + 1
        grams[length] = gram
        units[length] = unit
        counts[length++] = 1
      }
    }
  }
  return sortedVectors({ grams, units, counts, length, holders, importance }, oldTexts.length, texts.length)
}

/** Sums and periods: the same fine stands under many offences, and says little of which one is meant. */
const FIGURES = new Set([...'零〇一二三四五六七八九十百千万亿元0123456789'].map((character) => character.charCodeAt(0)))
const FIGURE_IMPORTANCE = 0.6

/** Every pair of neighbouring characters by number, text after text, and how much each number counts. */
function internGrams(texts: readonly string[]): { grams: Int32Array; vocabulary: number; importance: number[] } {
  let total = 0
  for (const text of texts) total += Math.max(0, text.length - 1)
  const grams = new Int32Array(total)
  let table = emptyTable(total < 2_000 ? 1_024 : 16_384)
  const importance: number[] = []
  let vocabulary = 0
  let written = 0
  for (const text of texts) {
    let before = text.charCodeAt(0)
    for (let at = 1; at < text.length; at++) {
      const next = text.charCodeAt(at)
      const key = (before << 16) | next
      before = next
      const slot = slotOf(table, key)
      let number = table.numbers[slot] ?? 0
      if (number === 0) {
        table.keys[slot] = key
        table.numbers[slot] = number = ++vocabulary
        importance.push(FIGURES.has(key >>> 16) || FIGURES.has(key & 0xffff) ? FIGURE_IMPORTANCE : 1)
        // a table that fits the cache is worth moving for
        if (vocabulary * 2 > table.keys.length) table = twiceAsLarge(table)
      }
      grams[written++] = number - 1
    }
  }
  return { grams, vocabulary, importance }
}

type GramTable = { keys: Int32Array; numbers: Int32Array }

const emptyTable = (capacity: number): GramTable => ({ keys: new Int32Array(capacity), numbers: new Int32Array(capacity) })

function slotOf({ keys, numbers }: GramTable, key: number): number {
  const last = keys.length - 1
  let slot = Math.imul(key, 0x9e3779b1)
  slot = (slot ^ (slot >>> 15)) & last
  while (numbers[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) & last
  return slot
}

function twiceAsLarge(small: GramTable): GramTable {
  const large = emptyTable(small.keys.length * 2)
  small.numbers.forEach((number, at) => {
    if (number === 0) return
    const key = small.keys[at] ?? 0
    const slot = slotOf(large, key)
    large.keys[slot] = key
    large.numbers[slot] = number
  })
  return large
}

type Entries = { grams: Int32Array; units: Int32Array; counts: Int32Array; length: number; holders: Int32Array; importance: readonly number[] }

/** Turns entries by unit into entries by rank of the gram and back: so every vector is sorted without sorting. */
function sortedVectors({ grams, units, counts, length, holders, importance }: Entries, oldCount: number, unitCount: number): Corpus {
  const ranks = ranksOf(holders, unitCount)
  const idf = new Float64Array(holders.length)
  const from = new Int32Array(holders.length + 1)
  for (let gram = 0; gram < holders.length; gram++) {
    const rank = ranks[gram] ?? 0
    const count = holders[gram] ?? 0
    idf[rank] = Math.log(1 + unitCount / count) * (importance[gram] ?? 1)
    from[rank + 1] = count
  }
  for (let rank = 0; rank < holders.length; rank++) from[rank + 1] = (from[rank + 1] ?? 0) + (from[rank] ?? 0)
  const order = new Int32Array(length)
  const sizes = new Int32Array(unitCount + 1)
  for (let at = 0; at < length; at++) {
    const rank = ranks[grams[at] ?? 0] ?? 0
    const place = from[rank] ?? 0
    order[place] = at
    from[rank] = place + 1
    sizes[(units[at] ?? 0) + 1] = (sizes[(units[at] ?? 0) + 1] ?? 0) + 1
  }
  for (let unit = 0; unit < unitCount; unit++) sizes[unit + 1] = (sizes[unit + 1] ?? 0) + (sizes[unit] ?? 0)
  const starts = sizes.slice()
  const sortedGrams = new Int32Array(length)
  const sortedCounts = new Int32Array(length)
  const weights = new Float64Array(unitCount)
  for (let place = 0; place < length; place++) {
    const at = order[place] ?? 0
    const unit = units[at] ?? 0
    const rank = ranks[grams[at] ?? 0] ?? 0
    const count = counts[at] ?? 0
    const to = starts[unit] ?? 0
    sortedGrams[to] = rank
    sortedCounts[to] = count
    starts[unit] = to + 1
    weights[unit] = (weights[unit] ?? 0) + count * (idf[rank] ?? 0)
  }
  const vectors = Array.from({ length: unitCount }, (_, unit): Vector => {
    const [start, end] = [sizes[unit] ?? 0, sizes[unit + 1] ?? 0]
    return { grams: sortedGrams.subarray(start, end), counts: sortedCounts.subarray(start, end), weight: weights[unit] ?? 0 }
  })
  return { old: vectors.slice(0, oldCount), new: vectors.slice(oldCount), idf }
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

/** Weight of what two vectors share. */
export function sharedWeight(a: Vector, b: Vector, idf: Float64Array): number {
  let shared = 0
  let i = 0
  let j = 0
  while (i < a.grams.length && j < b.grams.length) {
    const left = a.grams[i] ?? 0
    const right = b.grams[j] ?? 0
    if (left === right) {
      shared += Math.min(a.counts[i] ?? 0, b.counts[j] ?? 0) * (idf[left] ?? 0)
      i++
      j++
    } else if (left < right) i++
    else j++
  }
  return shared
}

/** Shares that an old and a new vector have in common. */
export function overlap(oldUnit: Vector, newUnit: Vector, idf: Float64Array): Overlap {
  const shared = sharedWeight(oldUnit, newUnit, idf)
  return {
    both: (2 * shared) / (oldUnit.weight + newUnit.weight || 1),
    ofOld: shared / (oldUnit.weight || 1),
    ofNew: shared / (newUnit.weight || 1),
  }
}

/**
 * What a unit shares with another beyond what a third one took already, count by count:
 * the shared weight, and the weight of the unit that was left.
 */
export function sharedBeyond(unit: Vector, taken: Vector | null, other: Vector, idf: Float64Array): { shared: number; left: number } {
  let shared = 0
  let left = 0
  let t = 0
  let o = 0
  for (let u = 0; u < unit.grams.length; u++) {
    const gram = unit.grams[u] ?? 0
    while (taken && t < taken.grams.length && (taken.grams[t] ?? 0) < gram) t++
    while (o < other.grams.length && (other.grams[o] ?? 0) < gram) o++
    const gone = taken && taken.grams[t] === gram ? (taken.counts[t] ?? 0) : 0
    const rest = (unit.counts[u] ?? 0) - gone
    if (rest <= 0) continue
    const weight = idf[gram] ?? 0
    left += rest * weight
    if (other.grams[o] === gram) shared += Math.min(rest, other.counts[o] ?? 0) * weight
  }
  return { shared, left }
}

/** Units of the new side by gram, packed: those of gram g stand from `from[g]` to `from[g + 1]`. */
type Postings = { from: Int32Array; units: Int32Array }

function postingsOf(vectors: readonly Vector[], places: readonly number[], vocabulary: number): Postings {
  const from = new Int32Array(vocabulary + 1)
  for (const place of places) countInto(from, vectors[place]?.grams)
  for (let gram = 0; gram < vocabulary; gram++) from[gram + 1] = (from[gram + 1] ?? 0) + (from[gram] ?? 0)
  const units = new Int32Array(from[vocabulary] ?? 0)
  const next = from.slice()
  for (const place of places) {
    for (const gram of vectors[place]?.grams ?? []) {
      const at = next[gram] ?? 0
      units[at] = place
      next[gram] = at + 1
    }
  }
  return { from, units }
}

function countInto(from: Int32Array, grams: Int32Array | undefined): void {
  if (!grams) return
  for (let at = 0; at < grams.length; at++) from[(grams[at] ?? 0) + 1] = (from[(grams[at] ?? 0) + 1] ?? 0) + 1
}

/**
 * For every old unit the new units that share most with it, through the rarest grams first and within a
 * budget of comparisons, so that cost grows with the number of units and not with its square.
 */
export function nearest(corpus: Corpus, oldUnits: readonly number[], newUnits: readonly number[], limit: number, budget: number): [number, number][] {
  const postings = postingsOf(corpus.new, newUnits, corpus.idf.length)
  const pairs: [number, number][] = []
  const shared = new Float64Array(corpus.new.length)
  const roots = new Float64Array(corpus.new.length)
  corpus.new.forEach((vector, at) => {
    roots[at] = vector.weight + 1
  })
  const touched = new Int32Array(corpus.new.length)
  const best = { units: new Int32Array(limit), scores: new Float64Array(limit) }
  for (const unit of oldUnits) {
    const vector = corpus.old[unit]
    if (!vector) continue
    let count = 0
    let spent = 0
    for (const gram of vector.grams) {
      const start = postings.from[gram] ?? 0
      const end = postings.from[gram + 1] ?? 0
      if (start === end) continue
      if (spent > 0 && spent + end - start > budget) break
      spent += end - start
      const weight = corpus.idf[gram] ?? 0
      for (let at = start; at < end; at++) {
        const other = postings.units[at] ?? 0
        const before = shared[other] ?? 0
        if (before === 0) touched[count++] = other
        shared[other] = before + weight
      }
    }
    let kept = 0
    for (let at = 0; at < count; at++) {
      const other = touched[at] ?? 0
      const weight = shared[other] ?? 0
      shared[other] = 0
      // the square of the score: it keeps the order
      kept = keepBest(best, kept, limit, other, (weight * weight) / ((roots[other] ?? 0) + vector.weight))
    }
    for (let at = 0; at < kept; at++) pairs.push([unit, best.units[at] ?? 0])
  }
  return pairs
}

/** Puts a unit into a short list of the best, the strongest first, equal ones by their place. */
function keepBest(best: { units: Int32Array; scores: Float64Array }, kept: number, limit: number, unit: number, score: number): number {
  const isBefore = (at: number) => score > (best.scores[at] ?? 0) || (score === best.scores[at] && unit < (best.units[at] ?? 0))
  if (kept === limit && !isBefore(limit - 1)) return kept
  let at = kept < limit ? kept : limit - 1
  while (at > 0 && isBefore(at - 1)) {
    best.units[at] = best.units[at - 1] ?? 0
    best.scores[at] = best.scores[at - 1] ?? 0
    at--
  }
  best.units[at] = unit
  best.scores[at] = score
  return kept < limit ? kept + 1 : kept
}
