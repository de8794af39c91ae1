import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparableText, identityKey, packKeys, packWords, sameIdentity } from './normalise.ts'
import { numberUnits, type Units } from './units.ts'

test('white space, width and kind of quotation mark have one key, numbers of references stay', () => {
  expect(identityKey('本条例所称"犬只",是指 家犬。')).toBe(identityKey('本条例所称“犬只”，是指家犬。'))
  expect(identityKey('依照第十二条处理')).not.toBe(identityKey('依照第十三条处理'))
})

test('only words are compared: references alike, usual short forms alike, no punctuation', () => {
  expect(comparableText('市人民代表大会常务委员会依照本条例第十二条、第十三条之一处理。')).toBe(comparableText('市人大常委会依照本条例第七条，第八条处理'))
})

const plainKey = (text: string) =>
  text.normalize('NFKC').replace(/[\s\u3000\u200b-\u200d\ufeff\u00ad]+/g, '').replace(/[“”„‟"＂]/g, '"').replace(/[‘’‚‛'＇]/g, "'")
const plainWords = (text: string) => {
  let words = text.normalize('NFKC').replace(/[\s\u3000\u200b-\u200d\ufeff\u00ad]+/g, '').replace(/第[零〇一二三四五六七八九十百千万0-9]+[条款项目编章节](之[一二三四五六七八九十]+)?/g, '§§')
  for (const [long, short] of [['中华人民共和国', ''], ['人民代表大会', '人大'], ['常务委员会', '常委会'], ['人民政府', '政府'], ['人民法院', '法院'], ['人民检察院', '检察院']] as const) words = words.replaceAll(long, short)
  return words.replace(/[\p{P}\p{S}]/gu, (mark) => (mark === '§' ? mark : ''))
}

test('the table gives what the rules of Unicode give, for any text', { timeout: 60_000 }, () => {
  const parts = fc.constantFrom('第', '第第', '条', '之', '人民', '法院', '人民检察院', '第十二条', '第３款', '之一', '中华人民共和国', '人民代表大会常务委员会', '人民政府', '　', '，', '“', '”', '‘', '§', '½', '㎡', 'ﬁ', 'é', 'e\u0301', '𠮷', '가', '\u200b', '犬', '①', '｢')
  fc.assert(fc.property(fc.array(fc.oneof(parts, fc.string({ unit: 'binary' })), { maxLength: 12 }).map((list) => list.join('')), (text) => {
    expect(identityKey(text)).toBe(plainKey(text))
    expect(comparableText(text)).toBe(plainWords(text))
  }), { numRuns: 200 })
})

test('two texts are the same where their keys are', { timeout: 60_000 }, () => {
  const part = fc.constantFrom('犬', '犬', '，', ',', ' ', '“', '"', 'é', 'e', '\u0301', '가', '가', '𠮷', 'ﬁ', 'fi', '①', '１', '1', '\ufeff', '㎡')
  const text = fc.array(part, { maxLength: 4 }).map((list) => list.join(''))
  expect(sameIdentity('犬只,“甲” é', '犬只，"甲"e\u0301')).toBe(true)
  fc.assert(fc.property(text, text, (one, other) => {
    expect(sameIdentity(one, other)).toBe(plainKey(one) === plainKey(other))
  }), { numRuns: 2_000 })
})

const stretch = ({ codes }: Units, from: number, to: number) => String.fromCharCode(...codes.subarray(from, to))

test('packed texts are their keys and the words of their sentences, and equal ones have one number', { timeout: 60_000 }, () => {
  const part = fc.constantFrom('犬只', '第十二条', '第３款', '人民政府', '中华人民共和国', '。', '；', '\n', '，', '“', '"', 'é', 'e\u0301', '𠮷', '가', '\uffff', '㍿', '①')
  const texts = fc.array(fc.array(part, { maxLength: 6 }).map((list) => list.join('')), { maxLength: 8 })
  fc.assert(fc.property(texts, (list) => {
    const keys = packKeys(list)
    expect(list.map((_, unit) => stretch(keys, keys.from[unit] ?? 0, keys.to[unit] ?? 0))).toEqual(list.map(plainKey))
    const numbers = numberUnits(keys)
    expect(list.map((_, unit) => numbers[unit])).toEqual(list.map((text) => list.findIndex((other) => plainKey(other) === plainKey(text))))
    const words = packWords(list)
    const { from, to, unit } = words.sentences
    const found = list.map((_, at) => [...unit.keys()].filter((place) => unit[place] === at).map((place) => stretch(words, from[place] ?? 0, to[place] ?? 0)))
    const wanted = list.map((text) => text.split(/[。；\n]/).map(plainWords).filter((sentence) => sentence !== ''))
    expect(found).toEqual(wanted)
    expect(list.map((_, at) => stretch(words, words.from[at] ?? 0, words.to[at] ?? 0))).toEqual(wanted.map((sentences) => sentences.join('')))
  }), { numRuns: 1_000 })
})
