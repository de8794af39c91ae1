import type { Corpus } from './similarity.ts'

/** New units by gram, packed: those of gram g stand from `from[g]` to `from[g + 1]`. */
type Postings = { from: Int32Array; places: Int32Array }

function postingsOf({ oldCount, starts, grams, idf }: Corpus, newPlaces: readonly number[]): Postings {
  const from = new Int32Array(idf.length + 1)
  for (const place of newPlaces) {
    const end = starts[oldCount + place + 1] ?? 0
    for (let at = starts[oldCount + place] ?? 0; at < end; at++) from[(grams[at] ?? 0) + 1] = (from[(grams[at] ?? 0) + 1] ?? 0) + 1
  }
  for (let gram = 0; gram < idf.length; gram++) from[gram + 1] = (from[gram + 1] ?? 0) + (from[gram] ?? 0)
  const places = new Int32Array(from[idf.length] ?? 0)
  const next = from.slice()
  for (const place of newPlaces) {
    const end = starts[oldCount + place + 1] ?? 0
    for (let at = starts[oldCount + place] ?? 0; at < end; at++) {
      const gram = grams[at] ?? 0
      const to = next[gram] ?? 0
      places[to] = place
      next[gram] = to + 1
    }
  }
  return { from, places }
}

type Search = {
  corpus: Corpus
  oldUnits: readonly number[]
  newPlaces: readonly number[]
  /** so many new units at most for an old one */
  limit: number
  /** so many looks at a new unit at most for an old one */
  budget: number
}

/**
 * For every old unit, in the order given, the new units that share most with it, the nearest first: through the
 * rarest grams first and within a budget of comparisons, so that cost grows with the number of units and not
 * with its square.
 */
export function eachNearest({ corpus, oldUnits, newPlaces, limit, budget }: Search, visit: (oldUnit: number, newPlace: number) => void): void {
  const { oldCount, starts, grams, weights, idf } = corpus
  const { from, places } = postingsOf(corpus, newPlaces)
  const newCount = corpus.unitCount - oldCount
  const sizes = weights.slice(oldCount).map((weight) => weight + 1)
  const shared = new Float64Array(newCount)
  const touched = new Int32Array(newCount + 1)
  const isTouched = new Uint8Array(newCount)
  const best = { places: new Int32Array(limit), scores: new Float64Array(limit) }
  for (const unit of oldUnits) {
    let count = 0
    let spent = 0
    const gramsEnd = starts[unit + 1] ?? 0
    for (let entry = starts[unit] ?? 0; entry < gramsEnd; entry++) {
      const gram = grams[entry] ?? 0
      const start = from[gram] ?? 0
      const end = from[gram + 1] ?? 0
      if (start === end) continue
      if (spent > 0 && spent + end - start > budget) break
      spent += end - start
      const weight = idf[gram] ?? 0
      for (let at = start; at < end; at++) {
        const place = places[at] ?? 0
        // reckoned, not asked: nobody can foretell which places are new
        touched[count] = place
        count += 1 - (isTouched[place] ?? 0)
        isTouched[place] = 1
        shared[place] = (shared[place] ?? 0) + weight
      }
    }
    const own = weights[unit] ?? 0
    let kept = 0
    // what a place must reach to be among the best, a little less for what dividing rounds off
    let least = -1
    for (let at = 0; at < count; at++) {
      const place = touched[at] ?? 0
      const weight = shared[place] ?? 0
      shared[place] = 0
      isTouched[place] = 0
      // the square of the score: it keeps the order
      const size = (sizes[place] ?? 0) + own
      if (weight * weight < least * size) continue
      kept = keepBest(best, kept, limit, place, (weight * weight) / size)
      if (kept === limit) least = (best.scores[limit - 1] ?? 0) * (1 - 1e-9)
    }
    for (let at = 0; at < kept; at++) visit(unit, best.places[at] ?? 0)
  }
}

type Best = { places: Int32Array; scores: Float64Array }

const isBefore = (best: Best, at: number, place: number, score: number): boolean =>
  score > (best.scores[at] ?? 0) || (score === best.scores[at] && place < (best.places[at] ?? 0))

/** Puts a place into a short list of the best, the strongest first, equal ones by their place. */
function keepBest(best: Best, kept: number, limit: number, place: number, score: number): number {
  if (kept === limit && !isBefore(best, limit - 1, place, score)) return kept
  let at = kept < limit ? kept : limit - 1
  while (at > 0 && isBefore(best, at - 1, place, score)) {
    best.places[at] = best.places[at - 1] ?? 0
    best.scores[at] = best.scores[at - 1] ?? 0
    at--
  }
  best.places[at] = place
  best.scores[at] = score
  return kept < limit ? kept + 1 : kept
}
