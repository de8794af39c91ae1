import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { locateQuote, quoteAnchor } from './anchor.ts'

const text = '个人携犬乘坐电梯的，处一百元以下的罚款；单位违反规定的，处一千元以上五千元以下的罚款。'
const anchorOf = (passage: string, from = 0) => {
  const start = text.indexOf(passage, from)
  return quoteAnchor(text, start, start + passage.length)
}

describe('locateQuote', () => {
  test('finds a passage at its place', () => {
    const anchor = anchorOf('处一百元以下的罚款')
    expect(locateQuote(text, anchor)).toEqual({ start: anchor.start, end: anchor.start + 9, how: 'position', similarity: 1 })
  })

  test('finds a passage that moved by its words', () => {
    const found = locateQuote(`修改后，${text}`, anchorOf('处一百元以下的罚款'))
    expect(found?.how).toBe('context')
    expect(`修改后，${text}`.slice(found?.start, found?.end)).toBe('处一百元以下的罚款')
  })

  test('of two places with the same words takes the one with the same neighbours', () => {
    const second = text.lastIndexOf('以下的罚款')
    const anchor = quoteAnchor(text, second, second + 5)
    expect(locateQuote(`前言。${text}`, anchor)?.start).toBe(second + 3)
  })

  test('finds a passage that was selected with other white space and punctuation', () => {
    const found = locateQuote(text, { exact: '个人携犬乘坐电梯的,\n 处一百元以下的罚款', prefix: '', suffix: '', start: 0 })
    expect(found?.how).toBe('context')
    expect(text.slice(found?.start, found?.end)).toBe('个人携犬乘坐电梯的，处一百元以下的罚款')
  })

  test('finds a passage of which a figure changed, and says that it is not exact', () => {
    const changed = text.replace('一百元', '二百元')
    const found = locateQuote(changed, anchorOf('个人携犬乘坐电梯的，处一百元以下的罚款'))
    expect(found?.how).toBe('fuzzy')
    expect(changed.slice(found?.start, found?.end)).toBe('个人携犬乘坐电梯的，处二百元以下的罚款')
  })

  test('finds nothing where nothing is like it', () => {
    expect(locateQuote('本条例自公布之日起施行。', anchorOf('处一百元以下的罚款'))).toBeNull()
  })

  test('every passage of a text is found in it where it stands', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('犬', '只', '的', '，', '。'), { minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(), (parts, a, b) => {
        const words = parts.join('')
        const start = a % words.length
        const end = start + 1 + (b % (words.length - start))
        expect(locateQuote(words, quoteAnchor(words, start, end))).toMatchObject({ start, end, how: 'position' })
      }),
    )
  })

  test.each([[-1, 2], [3, 3], [0, 999]])('an anchor from %i to %i outside the text is refused', (start, end) => {
    expect(() => quoteAnchor(text, start, end)).toThrow(RangeError)
  })
})
