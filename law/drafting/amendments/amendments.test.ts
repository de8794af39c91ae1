import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EditorNode, parseText, printLegalText } from '../../text/index.ts'
import { draftDocument, textOf } from '../document/index.ts'
import { amendedDocument } from './amended-document.ts'
import { applyAmendments } from './apply-amendments.ts'
import { differsByExactly } from './exact-difference.ts'
import { type RecordedAmendment, wordsOfArticle } from './recorded-amendment.ts'

const voted = parseText(`某市犬只管理条例
第一章　总则
第一条　为了规范养犬行为，制定本条例。
第二章　收容
第二条　犬只收容期间发生的费用，由养犬人按照公布的标准承担。
前款规定的费用不得重复收取。
第三条　有下列情形之一的，按照本条例第二条办理：
（一）犬只走失的；
（二）犬只被遗弃的。
第四条　违反本条例第二条规定的，处五百元罚款；情节严重的，处二千元罚款。
第五条　本条例自2027年3月1日起施行。`)
const amendment = (articleId: string, before: string, after: string): RecordedAmendment => ({ kind: 'words', articleId, articleLabel: voted.articles.find((a) => a.id === articleId)?.number ?? articleId, before, after, reason: '同上位法一致' })
const whole = (id: string): string => wordsOfArticle(voted.articles.find((a) => a.id === id) ?? { id, number: '', heading: null, paragraphs: [], line: 0 })

describe('amendments to a voted text', () => {
  test('change the words that they name and nothing else', () => {
    const said = [amendment('art_2', '按照公布的标准承担', '据实承担'), amendment('art_4', '处五百元罚款；', '处二百元罚款；')]
    const { text, faults } = applyAmendments(voted, said)
    expect(faults).toEqual([])
    expect(printLegalText(text)).toBe(printLegalText(voted).replace('按照公布的标准承担', '据实承担').replace('处五百元罚款；', '处二百元罚款；'))
    expect(differsByExactly(voted, text, said)).toBe(true)
  })

  test('may write an article anew, with 款 and 项, under its number', () => {
    const said = [amendment('art_3', whole('art_3'), '有下列情形之一的，按照本条例第二条办理：\n（一）犬只走失的；\n（二）犬只被遗弃的；\n（三）犬只无人看管的。')]
    const { text, faults } = applyAmendments(voted, said)
    expect(faults).toEqual([])
    expect(text.articles[2]?.paragraphs[0]?.items.map((i) => i.text)).toEqual(['犬只走失的；', '犬只被遗弃的；', '犬只无人看管的。'])
    expect(differsByExactly(voted, text, said)).toBe(true)
  })

  test.each<[string, RecordedAmendment[], string]>([
    ['an article that is not there', [amendment('art_9', '费用', '必要费用')], 'noArticle'],
    ['words that the article lacks', [amendment('art_2', '八百元', '五百元')], 'notFound'],
    ['words that stand there twice', [amendment('art_4', '罚款', '警告')], 'ambiguous'],
    ['words that stay as they are', [amendment('art_2', '费用', '费用')], 'noChange'],
    ['a new 款 without the whole article', [amendment('art_2', '由养犬人', '由\n养犬人')], 'unreadable'],
    ['an article that is taken away', [amendment('art_2', whole('art_2'), '')], 'unreadable'],
    ['two articles in the place of one', [amendment('art_1', whole('art_1'), '为了规范养犬行为，制定本条例。\n第二条　适用本条例。')], 'unreadable'],
    ['words that the one before took away', [amendment('art_2', '按照公布的标准承担', '据实承担'), amendment('art_2', '公布的标准', '规定')], 'overlaps'],
  ])('are refused for %s, and leave the text alone', (_name, said, code) => {
    const { text, faults } = applyAmendments(voted, said)
    expect(faults.map((f) => f.code)).toEqual([code])
    expect(text.articles[0]).toEqual(voted.articles[0])
    expect(differsByExactly(voted, text, said)).toBe(false)
  })

  test('are not all that differs where somebody changed another article, the title or a heading', () => {
    const said = [amendment('art_2', '按照公布的标准承担', '据实承担')]
    const { text } = applyAmendments(voted, said)
    const other = structuredClone(text)
    const fourth = other.articles[3]?.paragraphs[0]
    if (fourth !== undefined) fourth.text = `${fourth.text}。`
    const division = structuredClone(text)
    if (division.divisions[0] !== undefined) division.divisions[0].heading = '通则'
    expect([other, { ...text, title: '别的' }, division, voted].map((t) => differsByExactly(voted, t, said))).toEqual([false, false, false, false])
    expect(differsByExactly(voted, text, [])).toBe(false)
  })

  test('any word of an article exchanged for any other differs by exactly that', () => {
    fc.assert(
      fc.property(fc.constantFrom(...voted.articles), fc.nat(), fc.integer({ min: 2, max: 12 }), fc.stringMatching(/^[一-龥]{1,8}$/u), (article, at, length, after) => {
        const line = article.paragraphs[0]?.text ?? ''
        const before = line.slice(at % Math.max(1, line.length - 2), (at % Math.max(1, line.length - 2)) + length)
        const said = [amendment(article.id, before, after)]
        const { text, faults } = applyAmendments(voted, said)
        expect(differsByExactly(voted, text, said)).toBe(faults.length === 0)
      }),
    )
  })

  test('make a document that reads the same and in which articles keep their keys', () => {
    const before: EditorNode = draftDocument(voted).toJSON()
    const made = applyAmendments(voted, [amendment('art_3', whole('art_3'), '犬只走失的，按照本条例第二条办理。'), amendment('art_4', '处五百元罚款；', '处二百元罚款；')])
    const doc = amendedDocument(made, before)
    expect(printLegalText(textOf(doc))).toBe(printLegalText(made.text))
    const keys = (json: EditorNode): unknown[] => [...(json.type === 'article' ? [json.attrs?.['key']] : []), ...(json.content ?? []).flatMap(keys)]
    expect(keys(doc.toJSON())).toEqual(keys(before))
  })
})
