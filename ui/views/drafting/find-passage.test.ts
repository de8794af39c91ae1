import { describe, expect, test } from 'vitest'
import { draftDocument, keyOf } from '../../../law/drafting/index.ts'
import { parseText } from '../../../law/text/index.ts'
import { findPassage } from './find-passage.ts'

const doc = draftDocument(parseText('某市养犬管理条例\n第一条　养犬应当登记。\n第二条　违反本条例第一条的，责令改正：\n（一）未登记；\n（二）养犬扰民。'))
const keys = doc.children.filter(({ type }) => type.name === 'article').map(keyOf)

describe('words that a comment is about', () => {
  test.each([[0, '应当登记'], [1, '责令改正'], [1, '养犬扰民']])('are found in article %i: %s', (article, words) => {
    const found = findPassage(doc, keys[article] ?? '', words) ?? expect.fail(words)
    expect(doc.textBetween(found.from, found.to)).toBe(words)
  })

  test('are found beside and over a link, and over the end of a line', () => {
    for (const words of ['违反本条例第一条', '改正：未登记']) {
      const found = findPassage(doc, keys[1] ?? '', words) ?? expect.fail(words)
      expect(doc.textBetween(found.from, found.to, '')).toBe(words)
    }
  })

  test('that are gone, or of another article, are not found', () => {
    expect([findPassage(doc, keys[0] ?? '', '扰民'), findPassage(doc, 'nothing', '养犬'), findPassage(doc, keys[0] ?? '', '')]).toEqual([null, null, null])
  })
})
