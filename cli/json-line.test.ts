import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonLine } from './json-line.ts'

test('the pieces together are the JSON of the record', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.option(fc.jsonValue(), { nil: undefined })), (record) => {
      expect([...jsonLine(record)].join('')).toBe(JSON.stringify(record))
    }),
  )
})

test.each([0, 1, 999, 1000, 1001, 5000])('a list of %i stays whole, in pieces of bounded length', (length) => {
  const record = { file: 'a', list: Array.from({ length }, (_, i) => ({ i })), end: null }
  const pieces = [...jsonLine(record)]
  expect(pieces.join('')).toBe(JSON.stringify(record))
  expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(20_000)
})
