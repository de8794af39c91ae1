/**
 * How much two texts share, by pairs of characters weighted by how rare they are in both texts.
 *
 * A corpus holds the units of both sides: old ones first, then new ones. Vectors are sorted by gram, so
 * that an overlap is one walk over two arrays.
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

/** Vectors of old and new units over one vocabulary. `texts` are comparable texts (normalise.ts). */
export function buildCorpus(oldTexts: readonly string[], newTexts: readonly string[]): Corpus {
  const numbers = new Map<number, number>()
  const vectors = [...oldTexts, ...newTexts].map((text) => countGrams(text, numbers))
  const frequency = new Int32Array(numbers.size)
  for (const { grams } of vectors) for (let at = 0; at < grams.length; at++) frequency[grams[at] ?? 0] = (frequency[grams[at] ?? 0] ?? 0) + 1
  const idf = Float64Array.from(frequency, (holders) => Math.log(1 + vectors.length / holders))
  for (const vector of vectors) {
    for (let at = 0; at < vector.grams.length; at++) vector.weight += (vector.counts[at] ?? 0) * (idf[vector.grams[at] ?? 0] ?? 0)
  }
  return { old: vectors.slice(0, oldTexts.length), new: vectors.slice(oldTexts.length), idf }
}

/** Pairs of characters by number, sorted, with how often each stands in the text; weighed later. */
function countGrams(text: string, numbers: Map<number, number>): Vector {
  const all = new Int32Array(Math.max(0, text.length - 1))
  for (let at = 0; at < all.length; at++) {
    const code = text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1)
    let number = numbers.get(code)
    if (number === undefined) numbers.set(code, (number = numbers.size))
    all[at] = number
  }
  all.sort()
  const counts = new Int32Array(all.length)
  let length = 0
  for (let at = 0; at < all.length; at++) {
    if (length === 0 || all[at] !== all[length - 1]) all[length++] = all[at] ?? 0
    counts[length - 1] = (counts[length - 1] ?? 0) + 1
  }
  return { grams: all.subarray(0, length), counts: counts.subarray(0, length), weight: 0 }
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

/** The numbers of a list with the fewest holders first; equal ones in the order of their numbers. */
function rarestFirst(grams: Int32Array, postings: Postings): Float64Array {
  const SPREAD = 4_194_304
  const keys = new Float64Array(grams.length)
  let length = 0
  for (const gram of grams) {
    const holders = (postings.from[gram + 1] ?? 0) - (postings.from[gram] ?? 0)
    if (holders > 0) keys[length++] = holders * SPREAD + gram
  }
  return keys
    .subarray(0, length)
    .sort()
    .map((key) => key % SPREAD)
}

/**
 * For every old unit the new units that share most with it, through the rarest grams first and within a
 * budget of comparisons, so that cost grows with the number of units and not with its square.
 */
export function nearest(corpus: Corpus, oldUnits: readonly number[], newUnits: readonly number[], limit: number, budget: number): [number, number][] {
  const postings = postingsOf(corpus.new, newUnits, corpus.idf.length)
  const pairs: [number, number][] = []
  const shared = new Float64Array(corpus.new.length)
  const touched = new Int32Array(corpus.new.length)
  const best = { units: new Int32Array(limit), scores: new Float64Array(limit) }
  for (const unit of oldUnits) {
    const vector = corpus.old[unit]
    if (!vector) continue
    let count = 0
    let spent = 0
    for (const gram of rarestFirst(vector.grams, postings)) {
      const [start, end] = [postings.from[gram] ?? 0, postings.from[gram + 1] ?? 0]
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
      const score = (shared[other] ?? 0) / Math.sqrt((corpus.new[other]?.weight ?? 0) + vector.weight + 1)
      shared[other] = 0
      kept = keepBest(best, kept, limit, other, score)
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
