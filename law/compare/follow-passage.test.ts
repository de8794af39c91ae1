import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { alignArticles } from './align.ts'
import { quoteAnchor } from './anchor.ts'
import { sideOf } from './diff-words.ts'
import { followPassage, PassageNotFoundError, type FollowPassageOptions } from './follow-passage.ts'
import { smallArticle, smallText } from './small-text.ts'
import { plainText, type LegalText } from '../text/index.ts'

const registration = '养犬人应当自取得犬只之日起三十日内，向公安机关申请办理养犬登记，领取养犬登记证。'
const leash = '携带犬只外出的，应当由成年人使用长度不超过二米的犬绳牵领，主动避让老年人、残疾人、孕妇和儿童。'
const fine = '未使用犬绳牵领犬只的，由公安机关责令改正，处五百元以上一千元以下的罚款；情节严重的，没收犬只，五年内不予办理养犬登记。'
const noise = '放任犬只恐吓他人的，由公安机关处三百元以上一千元以下的罚款。'
const fee = '办理养犬登记应当缴纳管理服务费，每年每只五百元。'
const shops = '从事犬只销售、诊疗经营活动的，应当依法取得营业执照，遵守动物防疫规定。'

const before = smallText(
  smallArticle('第一条', registration),
  smallArticle('第二条', leash),
  smallArticle('第三条', fine, noise),
  smallArticle('第四条', fee, shops),
)

function follow(after: LegalText, oldArticleId: string, quote: FollowPassageOptions['quote']) {
  return followPassage({ old: before, oldArticleId, quote, new: after, alignment: alignArticles(before, after) })
}

describe('followPassage', () => {
  const cases: { name: string; after: LegalText; article: string; quote: string; expected: object }[] = [
    {
      name: 'nothing was done',
      after: before,
      article: 'art_第三条', quote: '处五百元以上一千元以下的罚款',
      expected: { state: 'unchanged', newArticleId: 'art_第三条', newQuote: '处五百元以上一千元以下的罚款', contextChanged: false },
    },
    {
      name: 'the fine was lowered',
      after: smallText(smallArticle('第一条', registration), smallArticle('第二条', leash), smallArticle('第三条', fine.replace('五百元以上一千元以下', '二百元以上五百元以下'), noise), smallArticle('第四条', fee, shops)),
      article: 'art_第三条', quote: '处五百元以上一千元以下的罚款',
      expected: { state: 'changed', newArticleId: 'art_第三条', newQuote: '处二百元以上五百元以下的罚款' },
    },
    {
      name: 'a bare sum was lowered',
      after: smallText(smallArticle('第一条', registration), smallArticle('第二条', leash), smallArticle('第三条', fine, noise), smallArticle('第四条', fee.replace('五百元', '一百元'), shops)),
      article: 'art_第四条', quote: '五百元',
      expected: { state: 'changed', newArticleId: 'art_第四条', newQuote: '一百元' },
    },
    {
      name: 'the fine of the sentence beside it was lowered, not the flagged one',
      after: smallText(smallArticle('第一条', registration), smallArticle('第二条', leash), smallArticle('第三条', fine, noise.replace('三百元以上一千元以下', '二百元以上五百元以下')), smallArticle('第四条', fee, shops)),
      article: 'art_第三条', quote: '处五百元以上一千元以下的罚款',
      expected: { state: 'unchanged', newArticleId: 'art_第三条' },
    },
    {
      name: 'the end of the sentence was deleted',
      after: smallText(smallArticle('第一条', registration), smallArticle('第二条', leash), smallArticle('第三条', '未使用犬绳牵领犬只的，由公安机关责令改正，处五百元以上一千元以下的罚款。', noise), smallArticle('第四条', fee, shops)),
      article: 'art_第三条', quote: '情节严重的，没收犬只，五年内不予办理养犬登记',
      expected: { state: 'deleted', newArticleId: 'art_第三条', newQuote: null },
    },
    {
      name: 'the sentence was deleted and another fine of the same form stays',
      after: smallText(smallArticle('第一条', registration), smallArticle('第二条', leash), smallArticle('第三条', fine), smallArticle('第四条', fee, shops)),
      article: 'art_第三条', quote: noise,
      expected: { state: 'deleted', newQuote: null },
    },
    {
      name: 'the paragraph was deleted',
      after: smallText(smallArticle('第一条', registration), smallArticle('第二条', leash), smallArticle('第三条', fine, noise), smallArticle('第四条', shops)),
      article: 'art_第四条', quote: '缴纳管理服务费，每年每只五百元',
      expected: { state: 'deleted', newArticleId: 'art_第四条', newQuote: null },
    },
    {
      name: 'the whole article was deleted',
      after: smallText(smallArticle('第一条', registration), smallArticle('第二条', leash), smallArticle('第三条', fee, shops)),
      article: 'art_第三条', quote: '情节严重的，没收犬只',
      expected: { state: 'deleted', newArticleId: null, newQuote: null },
    },
    {
      name: 'the article was renumbered',
      after: smallText(smallArticle('第一条', registration), smallArticle('第二条', '养犬管理坚持政府监管、社会监督、养犬人自律的原则。'), smallArticle('第三条', leash), smallArticle('第四条', fine, noise), smallArticle('第五条', fee, shops)),
      article: 'art_第三条', quote: '处五百元以上一千元以下的罚款',
      expected: { state: 'unchanged', newArticleId: 'art_第四条', newQuote: '处五百元以上一千元以下的罚款' },
    },
    {
      name: 'the sentence moved to another article',
      after: smallText(smallArticle('第一条', registration), smallArticle('第二条', leash), smallArticle('第三条', fine), smallArticle('第四条', fee, shops, noise)),
      article: 'art_第三条', quote: noise,
      expected: { state: 'changed', newArticleId: 'art_第四条', newQuote: noise, movedElsewhere: true },
    },
    {
      name: 'the article was split',
      after: smallText(smallArticle('第一条', registration), smallArticle('第二条', leash), smallArticle('第三条', fine), smallArticle('第四条', noise), smallArticle('第五条', fee, shops)),
      article: 'art_第三条', quote: '由公安机关处三百元以上一千元以下的罚款',
      expected: { state: 'unchanged', newArticleId: 'art_第四条', newQuote: '由公安机关处三百元以上一千元以下的罚款', movedElsewhere: false },
    },
    {
      name: 'the two paragraphs changed places',
      after: smallText(smallArticle('第一条', registration), smallArticle('第二条', leash), smallArticle('第三条', noise, fine), smallArticle('第四条', fee, shops)),
      article: 'art_第三条', quote: noise,
      expected: { state: 'unchanged', newArticleId: 'art_第三条', newQuote: noise },
    },
    {
      name: 'a condition was put before the flagged words',
      after: smallText(smallArticle('第一条', registration), smallArticle('第二条', leash), smallArticle('第三条', fine.replace('责令改正，处', '责令改正，拒不改正的，处'), noise), smallArticle('第四条', fee, shops)),
      article: 'art_第三条', quote: '处五百元以上一千元以下的罚款',
      expected: { state: 'unchanged', contextChanged: true },
    },
    {
      name: 'a duty became a choice',
      after: smallText(smallArticle('第一条', registration), smallArticle('第二条', leash.replace('应当', '可以')), smallArticle('第三条', fine, noise), smallArticle('第四条', fee, shops)),
      article: 'art_第二条', quote: '应当由成年人使用长度不超过二米的犬绳牵领',
      expected: { state: 'changed', newQuote: '可以由成年人使用长度不超过二米的犬绳牵领' },
    },
    {
      name: 'a passage over two paragraphs of which one went',
      after: smallText(smallArticle('第一条', registration), smallArticle('第二条', leash), smallArticle('第三条', fine, noise), smallArticle('第四条', shops)),
      article: 'art_第四条', quote: `${fee}\n${shops}`,
      expected: { state: 'changed', newArticleId: 'art_第四条', newQuote: shops },
    },
    {
      name: 'only white space and the kind of quotation mark differ',
      after: smallText(smallArticle('第一条', registration), smallArticle('第二条', leash), smallArticle('第三条', fine.replaceAll('，', ', '), noise), smallArticle('第四条', fee, shops)),
      article: 'art_第三条', quote: '情节严重的，没收犬只',
      expected: { state: 'unchanged', newQuote: '情节严重的, 没收犬只' },
    },
  ]

  test.each(cases)('$name', ({ after, article, quote, expected }) => {
    const followed = follow(after, article, quote)
    expect(followed).toMatchObject(expected)
    expect(sideOf(followed.changes, 'old')).toBe(quote)
    expect(sideOf(followed.changes, 'new')).toBe(followed.newQuote ?? '')
  })

  test('words that stand twice are followed by their anchor', () => {
    const words = '一千元以下的罚款'
    const text = plainText(before.articles[2] ?? smallArticle('第三条'))
    const after = smallText(smallArticle('第一条', registration), smallArticle('第二条', leash), smallArticle('第三条', fine, noise.replace('一千元', '五百元')), smallArticle('第四条', fee, shops))
    const first = text.indexOf(words)
    const second = text.lastIndexOf(words)
    expect(follow(after, 'art_第三条', quoteAnchor(text, first, first + words.length)).state).toBe('unchanged')
    expect(follow(after, 'art_第三条', quoteAnchor(text, second, second + words.length))).toMatchObject({ state: 'changed', newQuote: '五百元以下的罚款' })
  })

  test('an article or passage that the old text does not have is an error, not a deletion', () => {
    expect(() => follow(before, 'art_第九条', '罚款')).toThrow(PassageNotFoundError)
    expect(() => follow(before, 'art_第一条', '处一万元罚款')).toThrow(PassageNotFoundError)
  })

  const words = fc
    .array(fc.constantFrom('养犬人', '应当', '可以', '处五百元', '罚款', '登记', '，', '。', '；', '犬绳牵领', '公安机关', '没收犬只', '情节严重的', '三十日', '第三条'), { minLength: 1, maxLength: 20 })
    .map((parts) => parts.join(''))
  const side = fc
    .array(fc.array(words, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 })
    .map((list) => smallText(...list.map((lines, at) => smallArticle(`第${at + 1}条`, ...lines))))

  test('the new words stand in the new text, and unchanged words are the flagged ones', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(side, side, fc.nat(), fc.nat(), fc.nat(), (old, after, place, from, length) => {
        const article = old.articles[place % old.articles.length]
        if (!article) return
        const text = plainText(article)
        const start = from % text.length
        const quote = text.slice(start, start + 1 + (length % (text.length - start)))
        const followed = followPassage({ old, oldArticleId: article.id, quote, new: after, alignment: alignArticles(old, after) })
        expect(followed.newQuote === null).toBe(followed.state === 'deleted')
        const now = after.articles.map(plainText).join('\n')
        for (const line of followed.newQuote?.split('\n') ?? []) expect(now).toContain(line)
        if (followed.state === 'unchanged') expect(followed.newQuote?.replaceAll('\n', '')).toBe(quote.replaceAll('\n', ''))
      }),
    )
  })
})
