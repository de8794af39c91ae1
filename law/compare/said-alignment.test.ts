import { describe, expect, test } from 'vitest'
import { alignArticles, type Alignment } from './align.ts'
import { alignmentFromPairs, pairsOf, type SaidOfArticles, withSaid } from './said-alignment.ts'
import { smallArticle, smallText } from './small-text.ts'

const leash = '携带犬只外出的，应当由成年人使用长度不超过二米的犬绳牵领，主动避让老年人、残疾人、孕妇和儿童。'
const ban = '禁止携带犬只进入学校、医院、体育场馆和办公场所。'
const shops = '从事犬只销售、诊疗经营活动的，应当依法取得营业执照，遵守动物防疫规定。'
const before = smallText(smallArticle('第一条', leash, ban), smallArticle('第二条', shops))
const after = smallText(smallArticle('第一条', leash), smallArticle('第二条', ban), smallArticle('第三条', '养犬人应当文明养犬。'))

const brief = ({ rows }: Alignment): string[] => rows.map((row) => `${row.kind} ${row.old.join('+')}>${row.new.join('+')}`.replaceAll('art_', ''))
const said = (...statements: SaidOfArticles[]): string[] => brief(alignmentFromPairs(before, after, withSaid(pairsOf(alignArticles(before, after)), statements)))

describe('an alignment that was stored or said', () => {
  test('the pairs of an alignment give its rows again', () => {
    expect(said()).toEqual(brief(alignArticles(before, after)))
  })

  test.each<[string, SaidOfArticles[], string[]]>([
    ['one article became another', [{ old: ['art_第二条'], new: ['art_第三条'] }], ['changed 第二条>第三条']],
    ['one was split', [{ old: ['art_第一条'], new: ['art_第一条', 'art_第二条'] }], ['changed 第一条>第一条+第二条']],
    ['two were merged', [{ old: ['art_第一条', 'art_第二条'], new: ['art_第一条'] }], ['changed 第一条+第二条>第一条', 'added >第二条']],
    ['it is new', [{ old: [], new: ['art_第一条'] }], ['added >第一条']],
    ['it is gone', [{ old: ['art_第一条'], new: [] }], ['removed 第一条>', 'added >第一条']],
    ['who speaks later is believed', [{ old: ['art_第二条'], new: ['art_第三条'] }, { old: ['art_第二条'], new: [] }], ['removed 第二条>', 'added >第三条']],
  ])('%s', (_, statements, rows) => {
    expect(said(...statements)).toEqual(expect.arrayContaining(rows))
  })

  test('every article stands in one row, whatever was said', () => {
    const rows = alignmentFromPairs(before, after, withSaid([], [{ old: ['art_第一条', 'art_第二条'], new: ['art_第三条', 'art_第二条'] }])).rows
    expect(rows.flatMap((row) => row.old).toSorted()).toEqual(before.articles.map(({ id }) => id).toSorted())
    expect(rows.flatMap((row) => row.new).toSorted()).toEqual(after.articles.map(({ id }) => id).toSorted())
  })

  test('a pair of an article that a text does not have is left out', () => {
    expect(brief(alignmentFromPairs(before, after, [{ old: 'art_第九条', new: 'art_第一条', score: 1 }]))).toContain('added >第一条')
  })
})
