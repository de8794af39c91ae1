import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LegalText, parseText, plainText } from '../text/index.ts'
import { lintText } from './index.ts'

const PIECES = [
  '第一条 ', '第二条 ', '第三章 罚则', '（一）', '（二）', '1.', '\n', '。', '；', '，', '：', '、', '必须', '应该', '严禁', '但', '除', '外', '按照', '本条例', '第九条', '的规定', '或', '帐', '不足', '三人', '以上', '以下的', '十日', '天内',
  '做出决定', '其它', '所称停车场，是指', '（以下简称车场）', '《', '》', '（', '）', '500元', '罚款', '五百元至一千元', '处', '擅自停车的', '违反', '由公安局', '应当', '不得', '应当不得', '必要时', '有关部门', '适当', '2030年01月01日', '😀', '\t', 'x',
]
const arbitraryDraft = fc.array(fc.constantFrom(...PIECES), { maxLength: 120 }).map((pieces) => pieces.join(''))

function expectSound(text: LegalText): void {
  for (const { place, range, quote, message } of lintText(text, { superior: [text] })) {
    const article = text.articles.find(({ id }) => id === place.article)
    expect(article && plainText(article).slice(range.start, range.end)).toBe(quote)
    expect(quote).not.toBe('')
    expect(article?.paragraphs[place.paragraph - 1]).toBeDefined()
    expect(message).toMatch(/（依据：.+）。$/u)
  }
}

describe('on any text', () => {
  test('nothing is thrown, and a quotation is the slice of the article at its range', () => {
    fc.assert(fc.property(arbitraryDraft, (source) => expectSound(parseText(source))), { numRuns: 300 })
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (source) => expectSound(parseText(`第一条 ${source}`))), { numRuns: 100 })
  })
})

describe('hostile input costs linear time', () => {
  const spent = (source: string): number => {
    const text = parseText(source)
    const superior = [parseText('某法\n第一条 擅自占用公共道路设置地锁障碍物的，处五百元以上二千元以下罚款。')]
    const begun = performance.now()
    lintText(text, { superior })
    return performance.now() - begun
  }
  test.each([
    '，除', '《', '（', '）', '五百元', '五百元以上五百元以下的，', '五百元以上五百元以下罚款', '但', '（以下简称车场）', '本条例所称停车场，是指', '违反本条例规定的，由', '按照本条例第一条', '必要时', '任何单位', '不应', '擅自占用公共道路设置地锁障碍物的，处五千元罚款。',
    '一', '9', '，由', '办法由', '商有关部门', '依据', '\n第二条 依照本条例第九条处罚。', '\n（一）占用;', '\n第三条 本条例所称停车场，是指车场（以下简称车场）。',
  ])('%j again and again', (piece) => {
    const source = (times: number): string => `停车条例\n第一条 ${piece.repeat(times)}。`
    const [short, long] = [spent(source(5_000)), spent(source(20_000))]
    // a second is nothing for a text of such a size; a square would take many
    expect(long).toBeLessThan(Math.max(short * 10, 1_000))
  })
})
