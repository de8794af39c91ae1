import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinParts, segmentsOf, type PassageRange } from './passages.ts'

const range = (start: number, end: number, label?: string): PassageRange => ({ eId: 'art_1__para_1', start, end, kind: 'flag', ...(label === undefined ? {} : { label }) })

describe('a line with passages', () => {
  test('one in the middle', () => {
    const segments = segmentsOf('处三百元罚款。', [range(1, 4, '2')])
    expect(segments.map(({ text, ranges, ends }) => [text, ranges.length, ends.map(({ label }) => label)])).toEqual([['处', 0, []], ['三百元', 1, ['2']], ['罚款。', 0, []]])
  })
  test('two that overlap', () => {
    expect(segmentsOf('甲乙丙丁', [range(0, 3), range(2, 4)]).map(({ text, ranges }) => [text, ranges.length])).toEqual([['甲乙', 1], ['丙', 2], ['丁', 1]])
  })
  test('one that reaches beyond the line is cut, one outside is left out', () => {
    expect(segmentsOf('甲乙', [range(1, 99), range(7, 9), range(1, 1)]).map(({ text, ranges }) => [text, ranges.length])).toEqual([['甲', 0], ['乙', 1]])
  })
  test('no character is lost or told twice, whatever the ranges', () => {
    const ranges = fc.array(fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 })).map(([start, end]) => range(start, end, 'x')), { maxLength: 8 })
    fc.assert(fc.property(fc.string({ maxLength: 50 }), ranges, (line, given) => {
      const segments = segmentsOf(line, given)
      expect(segments.map(({ text }) => text).join('')).toBe(line)
      const visible = given.filter(({ start, end }) => Math.max(0, start) < Math.min(line.length, end))
      expect(segments.flatMap(({ ends }) => ends)).toHaveLength(visible.length)
    }))
  })
})

test('a selection over two lines names the first and keeps both', () => {
  const parts = [{ eId: 'a__para_1', start: 3, end: 5, exact: '罚款' }, { eId: 'a__para_2', start: 0, end: 2, exact: '没收' }]
  expect(joinParts(parts)).toEqual({ eId: 'a__para_1', start: 3, end: 5, exact: '罚款\n没收', parts })
  expect(joinParts([{ eId: 'a', start: 0, end: 1, exact: ' ' }])).toBeNull()
})
