import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markTerms, snippet } from './snippet.ts'

const marked = (segments: { text: string; marked: boolean }[]): string => segments.map(({ text, marked: is }) => (is ? `[${text}]` : text)).join('')

describe('marking', () => {
  test.each([
    ['没收犬只，并处罚款', ['犬只', '罚款'], '没收[犬只]，并处[罚款]'],
    ['停车泊位', ['停车', '泊位'], '[停车泊位]'],
    ['停车泊位', ['停车泊位', '停车'], '[停车泊位]'],
    ['ＬＰＲ四倍', ['lpr'], '[ＬＰＲ]四倍'],
    ['<b>犬</b>', ['犬'], '<b>[犬]</b>'],
    ['无关', ['犬'], '无关'],
  ])('%s with %j', (text, terms, expected) => {
    expect(marked(markTerms(text, terms))).toBe(expected)
  })

  test('loses and adds no character, whatever the text and the terms', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ maxLength: 4 })), (text, terms) => markTerms(text, terms).map((segment) => segment.text).join('') === text),
    )
  })
})

describe('the snippet', () => {
  test('of a short text is the text', () => {
    expect(marked(snippet('养犬人应当\n文明养犬', ['养犬']))).toBe('[养犬]人应当 文明[养犬]')
  })

  test('shows the place with most different words, from the stop before it', () => {
    const text = `${'总则规定的事项。'.repeat(30)}犬只免疫。携犬外出应当束犬链，由公安机关处罚款。${'附则规定的事项。'.repeat(30)}`
    const shown = marked(snippet(text, ['携犬', '罚款'], 60))
    expect(shown).toMatch(/^…/u)
    expect(shown).toContain('[携犬]外出应当束犬链，由公安机关处[罚款]')
    expect(shown).toMatch(/…$/u)
  })

  test('shows the beginning where no word stands in the text', () => {
    expect(snippet('第一款。'.repeat(60), ['犬'], 20).map(({ text }) => text)).toEqual(['第一款。'.repeat(5), '…'])
  })
})
