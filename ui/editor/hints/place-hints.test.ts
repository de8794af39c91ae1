import { Transform } from 'prosemirror-transform'
import { expect, test } from 'vitest'
import { draftDocument, findKey, keyOf, lintText, numberDocument, textOf } from '../../../law/drafting/index.ts'
import { parseText } from '../../../law/text/index.ts'
import { danglingHints, hintsOf } from './place-hints.ts'

const doc = draftDocument(parseText('某条例\n第一条　甲。\n第二条　应该登记。\n第三条　依照本条例第二条执行。'))
const keys = doc.children.flatMap((node) => (node.type.name === 'article' ? [keyOf(node)] : []))
const hints = (of: typeof doc) => {
  const numbers = numberDocument(of)
  const text = textOf(of, numbers)
  return [...hintsOf({ doc: of, text, numbers, findings: lintText(text) }), ...danglingHints(of, numbers)]
}

test('a hint stands at its words, in its article', () => {
  const found = hints(doc).filter(({ quote }) => quote === '应该')
  expect(found.map(({ rule, articleKey, suggestion, from, to }) => [rule, articleKey, suggestion, doc.textBetween(from, to)])).toEqual([['L02', keys[1], '应当', '应该']])
})

test('a link whose article is deleted is a hint until the article is back', () => {
  const second = findKey(doc, keys[1] ?? '') ?? expect.fail()
  const without = new Transform(doc).delete(second.pos, second.pos + second.node.nodeSize).doc
  const found = hints(without).filter(({ rule }) => rule === 'L29')
  expect(found.map(({ quote, articleKey, from, to }) => [quote, articleKey, without.nodeAt(from)?.type.name, to - from])).toEqual([['本条例第二条', keys[2], 'reference', 1]])
  expect(found[0]?.message).toContain('所引条文已删除，原来写的是“本条例第二条”')
  expect(hints(doc).filter(({ rule }) => rule === 'L29')).toEqual([])
})
