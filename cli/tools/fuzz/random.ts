/** Seeded chance: the same seed gives the same texts on every machine. */
export type Random = {
  /** 0 ≤ n < 1 */
  next(): number
  /** a whole number, 0 ≤ n < below */
  below(below: number): number
  chance(share: number): boolean
  pick<T>(from: readonly [T, ...T[]]): T
}

/** mulberry32, begun at a place that seed and index together give: neighbouring indices begin far from each other. */
export function randomOf(seed: number, index: number): Random {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(index + 1, 0x85ebca6b)) >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return { next, below, chance: (share) => next() < share, pick: (from) => from[below(from.length)] ?? from[0] }
}
