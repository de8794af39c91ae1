import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heaviestChain, type Candidate } from './order.ts'

const candidates = fc.uniqueArray(
  fc.record({ old: fc.nat({ max: 7 }), new: fc.nat({ max: 7 }), worth: fc.constantFrom(-1, 0, 0.5, 1, 1, 2) }),
  { maxLength: 12, selector: (one) => `${one.old} ${one.new}` },
)
const worthOf = (chain: readonly Candidate[]) => chain.reduce((sum, one) => sum + one.worth, 0)
const rises = (chain: readonly Candidate[]) => chain.every((one, at) => at === 0 || (one.old > (chain[at - 1]?.old ?? -1) && one.new > (chain[at - 1]?.new ?? -1)))

/** The worth of the best chain, from the best that ends at each candidate. */
function mostWorth(list: readonly Candidate[]): number {
  const ending: number[] = []
  const sorted = [...list].sort((a, b) => a.old - b.old || a.new - b.new)
  for (const one of sorted) {
    const before = sorted.slice(0, ending.length).map((other, at) => (other.old < one.old && other.new < one.new ? (ending[at] ?? 0) : 0))
    ending.push(one.worth + Math.max(0, ...before))
  }
  return Math.max(0, ...ending)
}

describe('heaviestChain', () => {
  test('rises on both sides and is worth as much as any that does', () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const chain = heaviestChain(list, 8)
        expect(rises(chain)).toBe(true)
        expect(worthOf(chain)).toBeCloseTo(mostWorth(list))
      }),
    )
  })

  test('is the same in whatever order equal candidates come', () => {
    fc.assert(
      fc.property(candidates.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }))), ([list, shuffled]) => {
        expect(heaviestChain(shuffled, 8)).toEqual(heaviestChain(list, 8))
      }),
    )
  })
})
