import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseText } from '../../law/text/index.ts'
import { Problem } from '../platform/problem/problems.ts'
import { passageOf, rangesOf } from './passage.ts'
import { provisionLabel, provisionText } from './provision-label.ts'

const text = parseText(`测试办法

第一条 为了加强管理，制定本办法。
第二条 有下列情形之一的，处五百元罚款：
（一）遮挡号牌的；
（二）遮挡号牌并且逃逸的。
情节严重的，处五百元罚款。
第三条 本办法自公布之日起施行。`)

const lines = text.articles.flatMap((a) => a.paragraphs.flatMap((p) => [{ eId: p.id, words: p.text }, ...p.items.map((i) => ({ eId: i.id, words: i.text }))]))

describe('a marked passage', () => {
  test('any stretch of any line is found again at its place', () => {
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.nat(), fc.nat(), (at, a, b) => {
        const line = lines[at] ?? { eId: '', words: '' }
        const start = a % line.words.length
        const end = start + 1 + (b % (line.words.length - start))
        const passage = passageOf(text, [{ eId: line.eId, start, exact: line.words.slice(start, end) }])
        expect(rangesOf(text, passage.eId, passage.quote)).toEqual([{ eId: line.eId, start, end }])
      }),
    )
  })

  test('over several lines it is one quotation with the printed numbers between', () => {
    const passage = passageOf(text, [{ eId: 'art_2__para_1__item_1', start: 0, exact: '遮挡号牌的；' }, { eId: 'art_2__para_1__item_2', start: 0, exact: '遮挡号牌并且逃逸' }])
    expect(passage.quote.exact).toBe('遮挡号牌的；\n（二）遮挡号牌并且逃逸')
    expect(passage.articleLabel).toBe('第二条第一款第一项')
    expect(rangesOf(text, passage.eId, passage.quote)).toEqual([{ eId: 'art_2__para_1__item_1', start: 0, end: 6 }, { eId: 'art_2__para_1__item_2', start: 0, end: 8 }])
  })

  test.each([
    ['words that do not stand there', [{ eId: 'art_1__para_1', start: 0, exact: '为了规范管理' }]],
    ['the right words at the wrong place', [{ eId: 'art_1__para_1', start: 1, exact: '为了加强管理' }]],
    ['an address that the text does not have', [{ eId: 'art_9__para_1', start: 0, exact: '为' }]],
    ['words of two articles', [{ eId: 'art_1__para_1', start: 0, exact: '为了' }, { eId: 'art_3__para_1', start: 0, exact: '本办法' }]],
    ['nothing', []],
  ])('%s are refused', (_name, parts) => {
    expect(() => passageOf(text, parts)).toThrow(Problem)
  })
})

describe('what a provision is called', () => {
  test.each([
    ['art_1__para_1', '第一条'],
    ['art_2__para_2', '第二条第二款'],
    ['art_2__para_1__item_2', '第二条第一款第二项'],
    ['art_3', '第三条'],
  ])('%s is %s', (eId, label) => expect(provisionLabel(text, eId)).toBe(label))

  test('its words are those of the level that is named', () => {
    expect(provisionText(text, 'art_2__para_1__item_1')).toBe('遮挡号牌的；')
    expect(provisionText(text, 'art_2')).toContain('（一）遮挡号牌的；')
    expect(provisionText(text, 'art_9')).toBeNull()
  })
})
