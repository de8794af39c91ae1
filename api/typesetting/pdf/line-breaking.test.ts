import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { breakLines, type Glyph, type Measure } from './line-breaking.ts'

const SIZE = 10
const glyphs = (text: string): Glyph[] => [...text].map((character) => ({ character, face: 'body', width: (character.codePointAt(0) ?? 0) > 0x2000 ? SIZE : SIZE / 2, mark: null }))
const measure = (characters: number, more: Partial<Measure> = {}): Measure => ({ width: characters * SIZE, firstIndent: 0, tracking: 0, size: SIZE, align: 'justify', ...more })
const lines = (text: string, characters: number) => breakLines(glyphs(text), measure(characters)).map((line) => line.glyphs.map((glyph) => glyph.character).join(''))

describe('where a line ends', () => {
  test.each([
    ['plain text is cut at the width', '一二三四五六七', 5, ['一二三四五', '六七']],
    ['a closing mark is pressed in where marks leave room', '一，三，五。六七', 5, ['一，三，五。', '六七']],
    ['a closing mark takes a letter down where they leave none', '一二三四五六。七八', 6, ['一二三四五', '六。七八']],
    ['an opening mark goes down', '一二三四《五六》', 5, ['一二三四', '《五六》']],
    ['two marks stay together', '一二三四五》。六', 5, ['一二三四', '五》。六']],
    ['a number is whole', '一二三2026年', 4, ['一二三', '2026年']],
    ['a word longer than the line is cut at a joint', 'abc-defghijkl', 3, ['abc-', 'defghi', 'jkl']],
  ])('%s', (_name, text, width, expected) => {
    expect(lines(text, width)).toEqual(expected)
  })
})

describe('invariants of setting', () => {
  const text = fc.stringMatching(/^[一二三四五。，；》）《（“”、a-c0-3]{0,120}$/)

  test('no character is lost or moved', () => {
    fc.assert(fc.property(text, (words) => {
        expect(lines(words, 9).join('')).toBe(words)
      }))
  })

  test('no line is wider than the text, and every full line is as wide', () => {
    fc.assert(
      fc.property(text, (words) => {
        for (const line of breakLines(glyphs(words), measure(9, { firstIndent: 2 * SIZE }))) {
          const last = line.glyphs.at(-1)
          // a closing mark pressed in at the edge may hang its blank half over it
          const half = last && /[。，；》）”、]/.test(last.character) ? SIZE / 2 : 0
          expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual(9 * SIZE + half + 0.1)
        }
      }),
    )
  })

  test('no line begins with a closing mark, unless the one before has no other place to end', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^([一二三四五六七八][。，；、]?){0,60}$/), (words) => {
        for (const line of lines(words, 9).slice(1)) expect(line[0] ?? '一').not.toMatch(/[。，；、]/)
      }),
    )
  })
})
