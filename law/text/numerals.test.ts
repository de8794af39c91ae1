import fc from 'fast-check'
import nzh from 'nzh'
import { describe, expect, test } from 'vitest'
import { parseArticleLabel, parseChineseNumber, readNumber, toArticleLabel, toChineseNumber } from './numerals.ts'

const oracle = nzh.cn

describe('toChineseNumber', () => {
  test.each([
    [0, '零'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [101, '一百零一'],
    [110, '一百一十'],
    [117, '一百一十七'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [1260, '一千二百六十'],
    [10_000, '一万'],
    [10_010, '一万零一十'],
    [20_500, '二万零五百'],
    [99_999, '九万九千九百九十九'],
    [110_001, '十一万零一'],
    [20_003_000, '二千万三千'],
  ])('writes %i as %s', (n, text) => expect(toChineseNumber(n)).toBe(text))

  test('agrees with nzh on every number', () => {
    for (let n = 0; n <= 99_999; n += 1) {
      if (toChineseNumber(n) !== oracle.encodeS(n, { tenMin: true })) throw new Error(`${n}: ${toChineseNumber(n)}`)
    }
  })

  test.each([-1, 1.5, 100_000_000, Number.NaN])('refuses %d', (n) => expect(() => toChineseNumber(n)).toThrow(RangeError))
})

describe('parseChineseNumber', () => {
  test('reads back whatever is written, with any form of zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.constantFrom('零', '〇', '○'), (n, zero) => {
        expect(parseChineseNumber(toChineseNumber(n).replaceAll('零', zero))).toBe(n)
      }),
      { numRuns: 2000 },
    )
  })

  test.each([
    ['二○○四', 2004],
    ['二〇二五', 2025],
    ['两千', 2000],
    ['一百十', 110],
    ['〇', 0],
  ])('tolerates %s', (text, n) => expect(parseChineseNumber(text)).toBe(n))

  test.each(['', '百', '千', '十十', '一百一', '一百零', '条', '一x', '十百', '一百百'])('refuses %s', (text) =>
    expect(parseChineseNumber(text)).toBeNull(),
  )
})

test.each([
  ['12', 12],
  ['１２', 12],
  ['十二', 12],
  ['1十', null],
])('readNumber reads %s', (text, n) => expect(readNumber(text)).toBe(n))

describe('article labels', () => {
  test('a label reads back to its numbers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 2 }),
        (number, inserted) => {
          expect(parseArticleLabel(toArticleLabel(number, inserted))).toEqual({ number, inserted })
        },
      ),
    )
  })

  test('every label from 1 to 9999 and 之一 to 之二十 is written and read, and no two are the same', () => {
    const labels = new Set<string>()
    for (let n = 1; n <= 9999; n += 1) {
      const own = toArticleLabel(n)
      labels.add(own)
      if (JSON.stringify(parseArticleLabel(own)) !== `{"number":${n},"inserted":[]}`) throw new Error(own)
      for (let inserted = 1; inserted <= 20; inserted += 1) {
        const label = toArticleLabel(n, [inserted])
        if (label !== `${own}之${toChineseNumber(inserted)}`) throw new Error(label)
        if (n % 97 === 0 || n < 200) {
          labels.add(label)
          if (JSON.stringify(parseArticleLabel(label)) !== `{"number":${n},"inserted":[${inserted}]}`) throw new Error(label)
        }
      }
    }
    expect(labels.size).toBe(9999 + 20 * (199 + 101))
  })

  test.each([
    ['第十七条之一', { number: 17, inserted: [1] }],
    ['第一百二十四 条', { number: 124, inserted: [] }],
    ['第12条', { number: 12, inserted: [] }],
    ['第十七条之', null],
    ['第一章', null],
    ['第条', null],
    ['第一条规定', null],
  ])('reads %s', (label, expected) => expect(parseArticleLabel(label)).toEqual(expected))
})
