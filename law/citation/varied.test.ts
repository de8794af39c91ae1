import fc from 'fast-check'
import { expect, test } from 'vitest'
import { varied } from './varied.ts'

const shared = [['燃放', '烟花'], ['燃放', '烟花'], ['燃放', '劝阻', '酒店']].map((words) => new Map(words.map((word) => [word, 1])))
const sharedBy = (at: number) => shared[at] ?? new Map<string, number>()

test('a provision that shares other words goes before one of the same work that shares the same', () => {
  const found = [{ at: 0, score: 0.5 }, { at: 1, score: 0.48 }, { at: 2, score: 0.46 }]
  expect(varied({ found, workOf: () => 'a', sharedBy }).map(({ at }) => at)).toEqual([0, 2, 1])
})

test('a clear difference of likeness outweighs variety', () => {
  const found = [{ at: 0, score: 0.9 }, { at: 1, score: 0.8 }, { at: 2, score: 0.3 }]
  expect(varied({ found, workOf: () => 'a', sharedBy }).map(({ at }) => at)).toEqual([0, 1, 2])
})

test('nothing is lost, no score changes and the likest stays first', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: 0.04, max: 1, noNaN: true }), { maxLength: 30 }), (scores) => {
    const found = scores.toSorted((x, y) => y - x).map((score, at) => ({ at, score }))
    const order = varied({ found, workOf: (at) => String(at % 3), sharedBy })
    expect(order.toSorted((x, y) => x.at - y.at)).toEqual(found)
    expect(order[0]).toEqual(found[0])
  }))
})
