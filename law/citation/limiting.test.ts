import { describe, expect, test } from 'vitest'
import type { DocumentForm } from './burdens.ts'
import { limitingArticles, type LimitingArticle } from './limiting.ts'

const article = (workTitle: string, text: string, rank: number): LimitingArticle => ({ workId: workTitle, workTitle, text, rank })

// invented words in the manner of the laws named
const articles = [
  article('中华人民共和国行政处罚法', '地方性法规可以设定除限制人身自由以外的行政处罚。', 2),
  article('中华人民共和国行政处罚法', '尚未制定法律、法规的，地方政府规章可以设定警告或者一定数额罚款的行政处罚。', 2),
  article('中华人民共和国行政处罚法', '其他规范性文件不得设定行政处罚。', 2),
  article('中华人民共和国行政处罚法', '行政处罚的种类：警告；罚款；责令停产停业。', 2),
  article('中华人民共和国行政许可法', '其他规范性文件一律不得设定行政许可。', 2),
  article('中华人民共和国行政许可法', '实施行政许可，不得收取任何费用。', 2),
  article('优化营商环境条例', '没有依据的，不得收取涉企保证金。', 3),
  article('行政复议法', '受理复议申请，不得收取任何费用。', 2),
  article('规范性文件管理办法', '规范性文件不得规定下列内容：设定行政许可、行政处罚、行政强制。', 6),
]

const found = (words: string, form: DocumentForm, likeness = new Map<number, number>()) =>
  limitingArticles({ words, form, likeness, articles, holders: new Map() })

describe('the provisions that limit the burdens of an article', () => {
  test.each<[DocumentForm, number]>([['regulation', 0], ['rule', 1], ['paper', 2]])('a fine in a %s is held against the power of just that form', (form, wanted) => {
    const [first] = found('对个人处五百元罚款。', form)
    expect(first).toMatchObject({ at: wanted, limits: ['penalty'], further: false })
  })

  test('each burden has its rule before any has its second', () => {
    const limits = found('未取得许可从事运输的，处五百元罚款，责令停业，并应当缴纳保证金。', 'paper')
    const [first, second, third] = limits.map((one) => one.limits[0])
    expect(new Set([first, second, third])).toEqual(new Set(['penalty', 'licence', 'fee']))
    expect(limits.slice(0, 3).every((one) => !one.further)).toBe(true)
  })

  test('one provision that limits two burdens says so', () => {
    const both = found('未取得许可从事运输的，处五百元罚款。', 'paper').find(({ at }) => at === 8)
    expect(both?.limits.toSorted()).toEqual(['licence', 'penalty'])
  })

  test('the same words in a law on another matter limit nothing, unless the article is on that matter', () => {
    const words = '应当缴纳检测费二百元。'
    expect(found(words, 'paper').map(({ at }) => at)).not.toContain(7)
    expect(found(words, 'paper', new Map([[7, 0.5]])).map(({ at }) => at)).toContain(7)
  })

  test('what is no burden has no limit', () => {
    expect(found('本市鼓励节约用水。', 'paper')).toEqual([])
  })
})
