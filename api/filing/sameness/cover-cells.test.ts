import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cell, coverCells } from './cover-cells.ts'

const cells = (...texts: string[]): Cell[] => texts.map((text, row) => ({ text, row }))
const pieces = (...texts: string[]) => texts.map((text, line) => ({ text, line }))
const openWords = (covered: ReturnType<typeof coverCells>) => covered.cells.flatMap(({ cell, gaps }) => gaps.map(({ from, to }) => cell.text.slice(from, to)))

test('cells printed whole are covered in whatever order they come', () => {
  const words = fc.array(fc.stringMatching(/^[甲乙丙丁0-9元]{1,6}$/), { minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(words.chain((texts) => fc.tuple(fc.constant(texts), fc.shuffledSubarray(texts, { minLength: texts.length, maxLength: texts.length }))), ([texts, shuffled]) => {
      const covered = coverCells(cells(...texts), pieces(...shuffled))
      expect([openWords(covered), covered.left]).toEqual([[], []])
    }),
  )
})

test('as many characters are left open as were printed less than the cells hold', () => {
  const words = fc.array(fc.stringMatching(/^[甲乙丙丁0-9元]{1,6}$/), { maxLength: 12 })
  fc.assert(
    fc.property(words, words, (texts, printed) => {
      const covered = coverCells(cells(...texts), pieces(...printed))
      const left = covered.left.map(({ text }) => text).join('').length
      expect(openWords(covered).join('').length - left).toBe(texts.join('').length - printed.join('').length)
    }),
  )
})

describe('the pieces of a table', () => {
  test.each([
    ['a wrapped cell between its neighbours', cells('底层商铺', '一层门楣以上、二层窗台以下'), pieces('一层门楣以上、二', '底层商铺', '层窗台以下'), [], []],
    ['two cells read as one', cells('避免频闪', '商业街区'), pieces('避免频商业街区', '闪'), [], []],
    ['a short piece that also stands in a longer cell', cells('以下罚款', '以下'), pieces('以下', '以下罚款'), [], []],
    ['another number, never in part', cells('3000元'), pieces('300元'), ['3000元'], ['300元']],
    ['a number is no part of a longer one', cells('1.25米'), pieces('1.2', '5米'), ['1.25米'], ['1.2', '5米']],
    ['one amount printed twice', cells('50元'), pieces('50元', '50元'), [], ['50元']],
  ])('%s', (_name, given, printed, open, left) => {
    const covered = coverCells(given, printed)
    expect([openWords(covered), covered.left.map(({ text }) => text)]).toEqual([open, left])
  })
})
