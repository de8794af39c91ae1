import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { heaviestChain, type Candidate } from './order.ts'

const candidates = fc.uniqueArray(
  fc.record({ old: fc.nat({ max: 7 }), new: fc.nat({ max: 7 }), worth: fc.constantFrom(-1, 0, 0.5, 1, 1, 2) }),
  { maxLength: 12, selector: (one) => `${one.old} ${one.new}` },
)
const worthOf = (chain: readonly Candidate[]) => chain.reduce((sum, one) => sum + one.worth, 0)
const rises = (chain: readonly Candidate[]) => chain.every((one, at) => at === 0 || (one.old > (chain[at - 1]?.old ?? -1) && one.new > (chain[at - 1]?.new ?? -1)))

describe('heaviestChain', () => {
  test('rises on both sides and is worth as much as any that does', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const chain = heaviestChain(list, 8)
        expect(rises(chain)).toBe(true)
        let best = 0
        for (let choice = 0; choice < 2 ** list.length; choice++) {
          const chosen = list.filter((_, at) => (choice >> at) & 1).sort((a, b) => a.old - b.old || a.new - b.new)
          if (rises(chosen)) best = Math.max(best, worthOf(chosen))
        }
        expect(worthOf(chain)).toBeCloseTo(best)
      }),
      { numRuns: 60 },
    )
  })

  test('is the same in whatever order equal candidates come', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(candidates.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }))), ([list, shuffled]) => {
        expect(heaviestChain(shuffled, 8)).toEqual(heaviestChain(list, 8))
      }),
    )
  })
})
