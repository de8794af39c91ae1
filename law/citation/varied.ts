type Found = { at: number; score: number }

const MOST_REORDERED = 12
const OVERLAP_OF_WORK = 0.2
const OVERLAP_OF_OTHERS = 0.1

/**
 * The likest provisions in an order in which each one shares other words with the article than those before it, most of all
 * those of its own work: five provisions of one law that all say 燃放烟花爆竹 must not hide the one that also says what
 * the article is about. In: what was found, likest first; the work of each; the weighed words that each shares. The scores stay.
 */
export function varied(options: { found: readonly Found[]; workOf: (at: number) => string; sharedBy: (at: number) => ReadonlyMap<string, number> }): Found[] {
  const { found, workOf, sharedBy } = options
  const left = found.slice(0, MOST_REORDERED).map((one) => ({ ...one, work: workOf(one.at), shared: sharedBy(one.at), overlap: 0 }))
  const taken: Found[] = []
  while (left.length > 0) {
    const next = left.reduce((best, one) => (one.score * (1 - one.overlap) > best.score * (1 - best.overlap) ? one : best))
    left.splice(left.indexOf(next), 1)
    taken.push({ at: next.at, score: next.score })
    for (const one of left) {
      const factor = one.work === next.work ? OVERLAP_OF_WORK : OVERLAP_OF_OTHERS
      one.overlap = Math.max(one.overlap, factor * overlapOf(one.shared, next.shared))
    }
  }
  return [...taken, ...found.slice(MOST_REORDERED)]
}

/** The share of the weighed words of one that the other has too, from 0 to 1. */
function overlapOf(shared: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let [all, both] = [0, 0]
  for (const [word, weight] of shared) {
    all += weight
    if (other.has(word)) both += weight
  }
  return all === 0 ? 0 : both / all
}
