/** A possible pair: place in the old text, place in the new text, what it is worth. */
export type Candidate = { old: number; new: number; worth: number }

/**
 * The heaviest set of pairs in which both places rise: what kept its order.
 * Candidates with no positive worth are left out. Equal worth: the pair that comes first is kept, so the
 * result does not depend on the order of the input. Cost n log n in the number of candidates.
 */
export function heaviestChain(candidates: readonly Candidate[], newLength: number): Candidate[] {
  const sorted = candidates.filter((candidate) => candidate.worth > 0).sort((a, b) => a.old - b.old || b.new - a.new)
  const total = new Float64Array(sorted.length)
  const before = new Int32Array(sorted.length).fill(-1)
  // Fenwick tree over places of the new text: the best chain that ends at or before a place
  const best = new Int32Array(newLength + 1).fill(-1)
  let end = -1
  sorted.forEach((candidate, index) => {
    let previous = -1
    for (let place = candidate.new; place > 0; place -= place & -place) {
      const chain = best[place] ?? -1
      if (chain >= 0 && (previous < 0 || (total[chain] ?? 0) > (total[previous] ?? 0))) previous = chain
    }
    total[index] = candidate.worth + (previous >= 0 ? (total[previous] ?? 0) : 0)
    before[index] = previous
    for (let place = candidate.new + 1; place <= newLength; place += place & -place) {
      const chain = best[place] ?? -1
      if (chain < 0 || (total[index] ?? 0) > (total[chain] ?? 0)) best[place] = index
    }
    if (end < 0 || (total[index] ?? 0) > (total[end] ?? 0)) end = index
  })
  const chain: Candidate[] = []
  for (let index = end; index >= 0; index = before[index] ?? -1) {
    const candidate = sorted[index]
    if (candidate) chain.push(candidate)
  }
  return chain.reverse()
}
