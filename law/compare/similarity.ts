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
  /** number of units that hold a gram */
  frequency: Int32Array
}

/** Overlap of two units as shares: of both together, of the old one, of the new one. */
export type Overlap = { both: number; ofOld: number; ofNew: number }

/** Vectors of old and new units over one vocabulary. `texts` are comparable texts (normalise.ts). */
export function buildCorpus(oldTexts: readonly string[], newTexts: readonly string[]): Corpus {
  const number = new Map<number, number>()
  const raw: Map<number, number>[] = []
  const frequency: number[] = []
  for (const text of [...oldTexts, ...newTexts]) {
    const counts = new Map<number, number>()
    for (let at = 0; at + 1 < text.length; at++) {
      const code = text.charCodeAt(at) * 65536 + text.charCodeAt(at + 1)
      let gram = number.get(code)
      if (gram === undefined) {
        gram = number.size
        number.set(code, gram)
        frequency.push(0)
      }
      const count = counts.get(gram)
      if (count === undefined) frequency[gram] = (frequency[gram] ?? 0) + 1
      counts.set(gram, (count ?? 0) + 1)
    }
    raw.push(counts)
  }
  const units = raw.length
  const idf = Float64Array.from(frequency, (holders) => Math.log(1 + units / holders))
  const vectors = raw.map((counts) => toVector(counts, idf))
  return {
    old: vectors.slice(0, oldTexts.length),
    new: vectors.slice(oldTexts.length),
    idf,
    frequency: Int32Array.from(frequency),
  }
}

function toVector(counts: ReadonlyMap<number, number>, idf: Float64Array): Vector {
  const grams = Int32Array.from(counts.keys()).sort()
  const sorted = Int32Array.from(grams, (gram) => counts.get(gram) ?? 0)
  let weight = 0
  grams.forEach((gram, at) => {
    weight += (sorted[at] ?? 0) * (idf[gram] ?? 0)
  })
  return { grams, counts: sorted, weight }
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

/**
 * For every old unit the new units that share most with it, through the rarest grams first and within a
 * budget, so that cost grows with the number of units and not with its square.
 */
export function nearest(corpus: Corpus, oldUnits: readonly number[], newUnits: readonly number[], limit: number, budget = 12_000): [number, number][] {
  const holders = new Map<number, number[]>()
  for (const unit of newUnits) {
    for (const gram of corpus.new[unit]?.grams ?? []) {
      const list = holders.get(gram)
      if (list) list.push(unit)
      else holders.set(gram, [unit])
    }
  }
  const pairs: [number, number][] = []
  const shared = new Float64Array(corpus.new.length)
  for (const unit of oldUnits) {
    const vector = corpus.old[unit]
    if (!vector) continue
    const order = Array.from(vector.grams, (gram, at) => ({ gram, count: vector.counts[at] ?? 0 }))
      .filter(({ gram }) => holders.has(gram))
      .sort((a, b) => (corpus.frequency[a.gram] ?? 0) - (corpus.frequency[b.gram] ?? 0) || a.gram - b.gram)
    const touched: number[] = []
    let spent = 0
    for (const { gram } of order) {
      const list = holders.get(gram) ?? []
      if (spent > 0 && spent + list.length > budget) break
      spent += list.length
      for (const other of list) {
        if (shared[other] === 0) touched.push(other)
        shared[other] = (shared[other] ?? 0) + (corpus.idf[gram] ?? 0)
      }
    }
    touched.sort((a, b) => {
      const weight = (at: number) => (shared[at] ?? 0) / Math.sqrt((corpus.new[at]?.weight ?? 0) + vector.weight + 1)
      return weight(b) - weight(a) || a - b
    })
    for (const other of touched.slice(0, limit)) pairs.push([unit, other])
    for (const other of touched) shared[other] = 0
  }
  return pairs
}
