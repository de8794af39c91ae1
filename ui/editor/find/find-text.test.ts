import { Transform } from 'prosemirror-transform'
import { expect, test } from 'vitest'
import { draftDocument, numberDocument, renderedReferences, textOf } from '../../../law/drafting/index.ts'
import { parseText } from '../../../law/text/index.ts'
import { findText, replaceMatches } from './find-text.ts'

const doc = draftDocument(parseText('某条例\n第一条　甲乙ABC，甲。\n第二条　依照第一条，甲乙abc。\n附件：\n名录\n甲\t乙\n丙\t甲乙'))
const said = renderedReferences(doc, numberDocument(doc))
const find = (query: string): ReturnType<typeof findText> => findText(doc, query, (pos) => said.get(pos)?.text ?? '')

test.each([
  ['甲', 5, 0],
  ['甲乙', 3, 0],
  ['甲乙abc', 2, 0],
  ['第一条', 1, 1],
  ['照第一', 1, 1],
  ['一条，甲', 1, 1],
  ['某条例', 1, 0],
  ['没有', 0, 0],
  ['', 0, 0],
])('“%s” stands in %i places, %i of them in a reference', (query, places, inReference) => {
  const matches = find(query)
  expect(matches.length).toBe(places)
  expect(matches.filter((one) => one.inReference).length).toBe(inReference)
})

test('replacing leaves references alone and changes nothing else', () => {
  const change = new Transform(doc)
  expect(replaceMatches(change, [...find('甲乙'), ...find('照第一条')], '某')).toBe(3)
  const text = textOf(change.doc)
  expect(text.articles.map(({ paragraphs }) => paragraphs[0]?.text)).toEqual(['某ABC，甲。', '依照第一条，某abc。'])
  expect(text.annexes[0]?.blocks[0]).toMatchObject({ table: { rows: [[{ text: '甲' }, { text: '乙' }], [{ text: '丙' }, { text: '某' }]] } })
})

test('replacing by nothing deletes', () => {
  const change = new Transform(doc)
  replaceMatches(change, find('，甲'), '')
  expect(textOf(change.doc).articles[0]?.paragraphs[0]?.text).toBe('甲乙ABC。')
})
