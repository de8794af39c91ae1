import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalise, titleKey } from './index.ts'

/** Any code units, halves of pairs included. */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes))

test('normalising keeps every place where it is', () => {
  fc.assert(fc.property(anyText, (text) => normalise(text).length === text.length))
})

test('normalising twice changes nothing more', () => {
  fc.assert(fc.property(anyText, (text) => normalise(normalise(text)) === normalise(text)))
})

test.each([
  ['中华人民共和国立法法', '立法法'],
  ['立法法', '立法法'],
  ['甲市养犬管理条例（试行）', '甲市养犬管理条例试行'],
  ['中华人民共和国', '中华人民共和国'],
])('the key of %s is %s', (title, key) => {
  expect(titleKey(title)).toBe(key)
})
