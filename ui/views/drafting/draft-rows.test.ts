import { EditorState } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { draftDocument, findKey, numberDocument, numberUnits } from '../../../law/drafting/index.ts'
import { editorSchema, parseText } from '../../../law/text/index.ts'
import { lettersIn, outlineOf, sameRows } from './draft-rows.ts'

const TEXT = ['某市养犬管理条例', '第一章　总则', '第一条【目的】　为了规范养犬行为，制定本条例。', '第二条　本条例适用于本市。', '（一）甲；', '（二）乙。', '第二章　附则', '第三条　本条例自公布之日起施行。', '附件', '禁养犬名录'].join('\n')
const state = EditorState.create({ doc: draftDocument(parseText(TEXT)) })
const rowsOf = (doc: typeof state.doc) => outlineOf(doc, numberUnits(doc))
const inArticle = (label: string): number => {
  const found = rowsOf(state.doc).find((row) => row.label === label) ?? expect.fail(label)
  return (findKey(state.doc, found.key)?.pos ?? 0) + 2
}

describe('the outline', () => {
  test('names divisions, articles and annexes by the numbers that the text has', () => {
    expect(rowsOf(state.doc).map(({ kind, label, range }) => `${kind} ${label} ${range}`.trim())).toEqual(['division 第一章 1–2', 'article 第一条', 'article 第二条', 'division 第二章 3', 'article 第三条', 'annex 附件'])
    const [all, units] = [numberDocument(state.doc).byKey, numberUnits(state.doc).byKey]
    expect([...units].every(([key, { label, pos }]) => all.get(key)?.label === label && all.get(key)?.pos === pos)).toBe(true)
    expect(units.size).toBeLessThan(all.size)
  })

  test('stays the same list where words were typed that it does not show, and is another where it shows them', () => {
    const before = rowsOf(state.doc)
    const behind = state.apply(state.tr.insert(inArticle('第三条') + 12, editorSchema.text('另行')))
    expect(sameRows(before, rowsOf(behind.doc))).toBe(before)
    const within = state.apply(state.tr.insert(inArticle('第三条'), editorSchema.text('另行')))
    expect(sameRows(before, rowsOf(within.doc)).at(-2)?.words).toMatch(/^另行本条例/u)
  })
})

test('letters are counted without blanks, and anew where something was typed', () => {
  const count = (doc: typeof state.doc): number => [...doc.textContent.replace(/\s/gu, '')].length
  expect(lettersIn(state.doc)).toBe(count(state.doc))
  const longer = state.apply(state.tr.insert(inArticle('第一条'), editorSchema.text('另行 规定')))
  expect(lettersIn(longer.doc)).toBe(lettersIn(state.doc) + 4)
})
