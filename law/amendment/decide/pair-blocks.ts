/** Which 款 (or 项) of an article became which: few blocks, so every pair is looked at. */
export type BlockPair = { old: number; new: number }

const ALIKE = 0.45

const ONE_PAIR = 2

const MOST_KEPT = 5_000
const kept = new Map<string, ReadonlyMap<string, number>>()

/** How often each pair of neighbouring characters occurs; every 款 is held against many others. */
function characterPairs(words: string): ReadonlyMap<string, number> {
  const known = kept.get(words)
  if (known !== undefined) return known
  const pairs = new Map<string, number>()
  for (let at = 0; at + ONE_PAIR <= words.length; at += 1) {
    const pair = words.slice(at, at + ONE_PAIR)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(words, pairs)
  return pairs
}

/** Share of both texts that is the same, pair of characters by pair; 1 for equal ones. */
export function likeness(before: string, after: string): number {
  if (before === after) return 1
  const [one, other] = [characterPairs(before), characterPairs(after)]
  const all = before.length + after.length - ONE_PAIR
  if (all <= 0) return 0
  let shared = 0
  for (const [pair, times] of one) shared += Math.min(times, other.get(pair) ?? 0)
  return Math.min(0.999, (2 * shared) / all)
}

/** Pairs that rise on both sides with the greatest worth in all; what is worth nothing is no pair. */
export function pairInOrder(oldCount: number, newCount: number, worth: (old: number, next: number) => number): BlockPair[] {
  const worths = Array.from({ length: oldCount }, (_, i) => Array.from({ length: newCount }, (__, j) => worth(i, j)))
  const best: number[][] = Array.from({ length: oldCount + 1 }, () => Array.from({ length: newCount + 1 }, () => 0))
  const own = (i: number, j: number): number => worths[i]?.[j] ?? 0
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  for (let i = oldCount - 1; i >= 0; i -= 1) {
    const row = best[i] ?? []
    for (let j = newCount - 1; j >= 0; j -= 1) row[j] = Math.max(at(i + 1, j), at(i, j + 1), own(i, j) > 0 ? own(i, j) + at(i + 1, j + 1) : 0)
  }
  const pairs: BlockPair[] = []
  let [i, j] = [0, 0]
  while (i < oldCount && j < newCount) {
    if (own(i, j) > 0 && at(i, j) === own(i, j) + at(i + 1, j + 1)) pairs.push({ old: i++, new: j++ })
    else if (at(i, j) === at(i + 1, j)) i += 1
    else j += 1
  }
  return pairs
}

/**
 * Pairs the 款 of an article by likeness. Between two pairs, as many blocks as went and came are paired in their
 * order: a 款 that was written quite anew is still that 款.
 */
export function pairBlocks(before: readonly string[], after: readonly string[]): BlockPair[] {
  const pairs = pairInOrder(before.length, after.length, (i, j) => {
    const value = likeness(before[i] ?? '', after[j] ?? '')
    // an equal block is worth more than any two that are only similar
    return value >= ALIKE ? value + (value === 1 ? 1 : 0) : 0
  })
  return fillGaps(pairs, before.length, after.length)
}

function fillGaps(pairs: readonly BlockPair[], oldCount: number, newCount: number): BlockPair[] {
  const filled: BlockPair[] = []
  let last = { old: -1, new: -1 }
  for (const pair of [...pairs, { old: oldCount, new: newCount }]) {
    const gone = pair.old - last.old - 1
    const come = pair.new - last.new - 1
    if (gone === come) for (let n = 1; n <= gone; n += 1) filled.push({ old: last.old + n, new: last.new + n })
    if (pair.old < oldCount) filled.push(pair)
    last = pair
  }
  return filled
}
