import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Annex } from '../text/index.ts'
import { sideOf } from './diff-words.ts'
import { smallArticle, smallText } from './small-text.ts'
import { compareThree, type ThreeComparison } from './three.ts'

const purpose = '为了加强养犬管理，保障公民人身安全，维护市容环境卫生，制定本条例。'
const registration = '养犬人应当自取得犬只之日起三十日内，向公安机关申请办理养犬登记，领取养犬登记证。'
const leash = '携带犬只外出的，应当由成年人使用长度不超过二米的犬绳牵领，主动避让老年人、残疾人、孕妇和儿童。'
const ban = '禁止携带犬只进入学校、医院、体育场馆和办公场所。'
const shops = '从事犬只销售、诊疗经营活动的，应当依法取得营业执照，遵守动物防疫规定。'

const brief = ({ rows }: ThreeComparison) =>
  rows.map((row) => `${[row.a, row.b, row.c].map((side) => side.map((one) => one.number).join('+') || '–').join(' | ')} : ${[row.ab, row.bc, row.ac].map((step) => step?.kind ?? '–').join(' ')}`)

describe('compareThree', () => {
  test('holds articles together through the second text', () => {
    const a = smallText(smallArticle('第一条', purpose), smallArticle('第二条', registration), smallArticle('第三条', shops))
    const b = smallText(smallArticle('第一条', purpose), smallArticle('第二条', leash), smallArticle('第三条', registration.replace('三十日', '十五日')), smallArticle('第四条', shops))
    const c = smallText(smallArticle('第一条', purpose), smallArticle('第二条', leash, ban), smallArticle('第三条', registration.replace('三十日', '十日')))
    expect(brief(compareThree(a, b, c))).toEqual([
      '第一条 | 第一条 | 第一条 : same same same',
      '– | 第二条 | 第二条 : added changed added',
      '第二条 | 第三条 | 第三条 : changed changed changed',
      '第三条 | 第四条 | – : same removed removed',
    ])
  })

  test('an article that the second text lacks is held against the third', () => {
    const a = smallText(smallArticle('第一条', purpose), smallArticle('第二条', ban), smallArticle('第三条', shops))
    const b = smallText(smallArticle('第一条', purpose), smallArticle('第二条', shops))
    const c = smallText(smallArticle('第一条', purpose), smallArticle('第二条', ban), smallArticle('第三条', shops))
    const comparison = compareThree(a, b, c)
    expect(brief(comparison)).toEqual(['第一条 | 第一条 | 第一条 : same same same', '第二条 | – | 第二条 : removed added same', '第三条 | 第二条 | 第三条 : same same same'])
    expect(comparison.summary.ac).toMatchObject({ same: 3, added: 0, removed: 0 })
  })

  test('articles that the third text merges stand in one row', () => {
    const a = smallText(smallArticle('第一条', leash), smallArticle('第二条', ban), smallArticle('第三条', shops))
    const b = smallText(smallArticle('第一条', leash), smallArticle('第二条', ban), smallArticle('第三条', shops))
    const c = smallText(smallArticle('第一条', leash, ban), smallArticle('第二条', shops))
    const comparison = compareThree(a, b, c)
    expect(brief(comparison)).toEqual(['第一条+第二条 | 第一条+第二条 | 第一条 : same changed changed', '第三条 | 第三条 | 第二条 : same same same'])
    expect(comparison.rows[0]?.ab?.edges).toEqual([['art_第一条', 'art_第一条'], ['art_第二条', 'art_第二条']])
  })

  test('annexes hang together through the second text, and directly where it has none', () => {
    const annex = (id: string, label: string, title: string, words: string): Annex => ({ id, label, title, blocks: [{ kind: 'line', text: words }] })
    const fees = (amount: string) => annex('annex_1', '附件1', '收费标准', `办理养犬登记每只每年收取${amount}元。`)
    const breeds = annex('annex_2', '附件2', '禁养犬名录', '藏獒、比特犬、土佐犬、巴西菲拉犬。')
    const comparison = compareThree({ ...smallText(), annexes: [fees('五百'), breeds] }, { ...smallText(), annexes: [fees('三百')] }, { ...smallText(), annexes: [fees('一百'), breeds] })
    expect(comparison.annexes.map((row) => [row.ab?.kind, row.bc?.kind, row.ac?.kind])).toEqual([['changed', 'changed', 'changed'], ['removed', 'added', 'same']])
  })

  const sentence = fc.constantFrom(purpose, registration, leash, ban, shops, '本条例自公布之日起施行。', '犬只')
  const article = fc.array(sentence, { minLength: 1, maxLength: 3 })
  const side = fc.array(article, { maxLength: 6 }).map((list) => smallText(...list.map((lines, at) => smallArticle(`第${at + 1}条`, ...lines))))

  test('every article of each text stands in exactly one row, and every step gives both its texts', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(side, side, side, (a, b, c) => {
        const { rows } = compareThree(a, b, c)
        const ids = (text: typeof a) => text.articles.map((one) => one.id).sort()
        expect(rows.flatMap((row) => row.a.map((one) => one.id)).sort()).toEqual(ids(a))
        expect(rows.flatMap((row) => row.b.map((one) => one.id)).sort()).toEqual(ids(b))
        expect(rows.flatMap((row) => row.c.map((one) => one.id)).sort()).toEqual(ids(c))
        for (const row of rows) {
          const text = (articles: typeof row.a) => articles.map((one) => one.text).join('\n')
          for (const [step, before, after] of [[row.ab, row.a, row.b], [row.bc, row.b, row.c], [row.ac, row.a, row.c]] as const) {
            expect(step === null).toBe(before.length + after.length === 0)
            expect(sideOf(step?.changes ?? [], 'old')).toBe(text(before))
            expect(sideOf(step?.changes ?? [], 'new')).toBe(text(after))
          }
        }
      }),
    )
  })
})
