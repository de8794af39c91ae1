import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTexts, type Comparison } from './compare.ts'
import { sideOf, type Change } from './diff-words.ts'
import { smallArticle, smallText } from './small-text.ts'

const registration = '养犬人应当自取得犬只之日起三十日内，向公安机关申请办理养犬登记，领取养犬登记证。'
const leash = '携带犬只外出的，应当由成年人使用长度不超过二米的犬绳牵领，主动避让老年人、残疾人、孕妇和儿童。'
const noise = '犬吠影响他人正常生活的，养犬人应当及时制止，不得放任不管。'
const shops = '从事犬只销售、诊疗经营活动的，应当依法取得营业执照，遵守动物防疫规定。'
const clause = '并在三个工作日内向原登记机关书面说明理由'

const moves = (comparison: Comparison): Map<string, Change[]> => {
  const found = new Map<string, Change[]>()
  for (const change of comparison.rows.flatMap((row) => row.changes)) {
    if (change.moveId) found.set(change.moveId, [...(found.get(change.moveId) ?? []), change])
  }
  return found
}
const moved = (comparison: Comparison): string[] => [...moves(comparison).values()].map((pair) => pair[0]?.text ?? '')

describe('text that was moved', () => {
  test.each([
    ['a sentence, to another article',
      smallText(smallArticle('第一条', registration + noise), smallArticle('第二条', leash), smallArticle('第三条', shops)),
      smallText(smallArticle('第一条', registration), smallArticle('第二条', leash), smallArticle('第三条', shops + noise)), noise],
    ['a 款, to another article',
      smallText(smallArticle('第一条', registration, noise), smallArticle('第二条', leash, shops)),
      smallText(smallArticle('第一条', registration), smallArticle('第二条', leash, noise, shops)), noise],
    ['a 款, within its article',
      smallText(smallArticle('第一条', noise, registration, leash)),
      smallText(smallArticle('第一条', registration, leash, noise)), noise],
    ['a sentence, within its 款',
      smallText(smallArticle('第一条', noise + registration + leash)),
      smallText(smallArticle('第一条', registration + leash + noise)), noise],
    ['a clause',
      smallText(smallArticle('第一条', `不予登记的，应当书面告知申请人，${clause}。`, leash), smallArticle('第二条', shops)),
      smallText(smallArticle('第一条', '不予登记的，应当书面告知申请人。', leash), smallArticle('第二条', `${shops.slice(0, -1)}，${clause}。`)), clause],
    ['a short 项, to another place of its list',
      smallText(smallArticle('第一条', '有下列情形之一的，不予登记：', '（一）犬只伤害过他人的；', '（二）养犬人住所不符合规定的；', '（三）犬只没有依法接受免疫的。')),
      smallText(smallArticle('第一条', '有下列情形之一的，不予登记：', '（一）养犬人住所不符合规定的；', '（二）犬只没有依法接受免疫的；', '（三）犬只伤害过他人的。')),
      '犬只伤害过他人的'],
    ['an 项 under another number',
      smallText(smallArticle('第一条', '有下列情形之一的，不予登记：', '（一）曾因虐待犬只受过行政处罚的；', '（二）住所不符合规定的。', leash), smallArticle('第二条', '有下列情形之一的，注销登记：', '（一）犬只死亡的；', '（二）养犬人放弃饲养的。')),
      smallText(smallArticle('第一条', '有下列情形之一的，不予登记：', '（一）住所不符合规定的。', leash), smallArticle('第二条', '有下列情形之一的，注销登记：', '（一）犬只死亡的；', '（二）养犬人放弃饲养的；', '（三）曾因虐待犬只受过行政处罚的。')),
      '曾因虐待犬只受过行政处罚的'],
  ])('%s, carries one moveId on both sides', (_, before, after, text) => {
    const comparison = compareTexts(before, after)
    expect(moved(comparison)).toHaveLength(1)
    expect(moved(comparison)[0]?.replace(/[。；\n]+$/u, '')).toBe(text.replace(/。$/u, ''))
    for (const pair of moves(comparison).values()) {
      expect(pair.map((change) => change.op).sort()).toEqual(['delete', 'insert'])
      expect(new Set(pair.map((change) => change.text)).size).toBe(1)
    }
  })

  test('a phrase that stands elsewhere as well, or a short one, is no move', () => {
    const stock = '由公安机关责令限期改正，给予警告。'
    const before = smallText(smallArticle('第一条', registration + stock), smallArticle('第二条', leash + stock), smallArticle('第三条', shops + '每年免疫一次。'))
    const after = smallText(smallArticle('第一条', registration), smallArticle('第二条', leash + stock + '每年免疫一次。'), smallArticle('第三条', shops + stock))
    expect(moved(compareTexts(before, after))).toEqual([])
  })

  test('a sum that moved with its sentence carries no mark', () => {
    const fine = '每年每只缴纳管理服务费五百元，由社区代收。'
    const comparison = compareTexts(
      smallText(smallArticle('第一条', registration + fine), smallArticle('第二条', shops)),
      smallText(smallArticle('第一条', registration), smallArticle('第二条', shops + fine)),
    )
    expect([...moves(comparison).values()].flat().map((change) => change.marks)).toEqual([undefined, undefined])
  })

  const sentence = fc.constantFrom(registration, leash, noise, shops, `${clause}。`, '有下列情形之一的，不予登记：', '犬只')
  const article = fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')), { minLength: 1, maxLength: 3 })
  const side = fc.array(article, { maxLength: 6 }).map((list) => smallText(...list.map((lines, at) => smallArticle(`第${at + 1}条`, ...lines))))

  test('every moveId stands on one deletion and one insertion of the same words, and no character is lost', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(side, side, (before, after) => {
        const comparison = compareTexts(before, after)
        for (const pair of moves(comparison).values()) {
          expect(pair.map((change) => change.op).sort()).toEqual(['delete', 'insert'])
          expect(pair[0]?.text).toBe(pair[1]?.text)
        }
        for (const row of comparison.rows) {
          expect(sideOf(row.changes, 'old')).toBe(row.old.map((one) => one.text).join('\n'))
          expect(sideOf(row.changes, 'new')).toBe(row.new.map((one) => one.text).join('\n'))
          expect(row.changes.every((change) => change.text !== '')).toBe(true)
        }
      }),
    )
  })
})
