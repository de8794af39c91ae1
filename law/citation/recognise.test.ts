import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Article, LegalText } from '../text/index.ts'
import type { CitationTarget } from './citation-target.ts'
import { recogniseCitations } from './recognise.ts'

function article(number: string, ...lines: string[]): Article {
  const made: Article = { id: `art_${number}`, number, heading: null, paragraphs: [], line: 1 }
  for (const line of lines) {
    const item = /^(（[一二三四五]）)(.*)$/u.exec(line)
    const paragraph = made.paragraphs.at(-1)
    if (item && paragraph) paragraph.items.push({ id: `${paragraph.id}__item_${paragraph.items.length + 1}`, number: item[1] ?? '', text: item[2] ?? '', subitems: [] })
    else made.paragraphs.push({ id: `${made.id}__para_${made.paragraphs.length + 1}`, text: line, items: [] })
  }
  return made
}

function textOf(...articles: Article[]): LegalText {
  return { form: 'articles', title: '养犬管理条例', note: '', preamble: [], contents: [], notice: [], divisions: [], articles, annexes: [], closing: [], problems: [], remarks: [] }
}

/** Citations in the last paragraph of 第十二条, after an 第十一条 that has items. */
function cite(...lines: string[]) {
  return recogniseCitations(textOf(article('第十一条', '前文：', '（一）甲；', '（二）乙。'), article('第十二条', ...lines)))
}
const brief = (target: CitationTarget) => [target.law, target.articles.join(' '), target.paragraph, target.item].join('|')

describe('recogniseCitations', () => {
  test.each<[string, string, string]>([
    ['违反本条例第八条规定的，处罚款。', '本条例第八条', 'self|第八条||'],
    ['依照本条例第八条第二款第三项处理。', '本条例第八条第二款第三项', 'self|第八条|2|（三）'],
    ['依照本条例第二十二条第一、二、三项处理。', '本条例第二十二条第一、二、三项', 'self|第二十二条||'],
    ['依照第十七条之一处理。', '第十七条之一', 'self|第十七条之一||'],
    ['依照本条例第九条至第十一条处理。', '本条例第九条至第十一条', 'self|第九条 第十条 第十一条||'],
    ['符合本条例第二条和第八条第二款、第三款规定。', '本条例第二条和第八条第二款、第三款', 'self|第二条 第八条||'],
    ['依照《治安管理处罚法》第七十五条处罚。', '《治安管理处罚法》第七十五条', '治安管理处罚法|第七十五条||'],
    ['依照民法典第一千二百四十五条承担责任。', '民法典第一千二百四十五条', '民法典|第一千二百四十五条||'],
    ['根据《动物防疫法》，制定本条例。', '《动物防疫法》', '动物防疫法|||'],
    ['前条规定的行为。', '前条', 'self|第十一条||'],
    ['前条第二项规定的行为。', '前条第二项', 'self|第十一条||（二）'],
    ['依照第１２条第１款处理。', '第１２条第１款', 'self|第十二条|1|'],
    ['依照本条例第六条规定第一款（一）至（三）项办理。', '本条例第六条规定第一款（一）至（三）项', 'self|第六条|1|'],
  ])('%s', (words, text, target) => {
    expect(cite(words).map((one) => [one.text, brief(one.target)])).toEqual([[text, target]])
  })

  test('relative citations are resolved where they stand', () => {
    const found = cite('第一款。', '前款规定。', '前两款规定，本条第一款另有规定的除外。')
    expect(found.map((one) => [one.in.paragraph, one.text, one.target.paragraph, one.target.parts?.map((part) => part.paragraph)])).toEqual([
      [1, '第一款', 1, undefined],
      [2, '前款', 1, undefined],
      [3, '前两款', null, [1, 2]],
      [3, '本条第一款', 1, undefined],
    ])
  })

  test('offsets are those of the citation in its 款 or 项', () => {
    const [found] = recogniseCitations(textOf(article('第十一条', '有下列情形之一的：', '（一）违反本条例第八条规定。')))
    expect(found).toMatchObject({ start: 2, end: 8, in: { article: '第十一条', paragraph: 1, item: '（一）', nodeId: 'art_第十一条__para_1__item_1' } })
  })

  test('a bare 项 belongs to the place named before it in the sentence', () => {
    const found = cite('甲。', '公司依照本条第一款收购股份后，属于第一项情形的，应当注销；属于第二项、第四项情形的，应当转让。')
    expect(found.map((one) => [one.text, one.target.articles, one.target.paragraph])).toEqual([
      ['本条第一款', ['第十二条'], 1],
      ['第一项', ['第十二条'], 1],
      ['第二项、第四项', ['第十二条'], 1],
    ])
  })

  test('a declared short name stands for its title', () => {
    const found = cite('根据《中华人民共和国动物防疫法》（以下简称《防疫法》），制定本条例。', '依照《防疫法》第三十条处罚。', '依照防疫法第三十一条处罚。')
    expect(found.map((one) => brief(one.target))).toEqual([
      '中华人民共和国动物防疫法|||',
      '中华人民共和国动物防疫法|第三十条||',
      '中华人民共和国动物防疫法|第三十一条||',
    ])
  })

  test('the title inside a notice of issue is accepted as well', () => {
    expect(cite('依照《关于印发〈养犬管理办法〉的通知》办理。')[0]?.target).toMatchObject({ law: '关于印发〈养犬管理办法〉的通知', lawAlso: '养犬管理办法' })
  })

  test.each([
    '领取《养犬登记证》后，按照本条例有关规定办理。',
    '依照道路交通安全法律、法规处理。',
    '公司法定代表人应当到场。',
    '前三项污染物的排放量。',
    '第一条件是合法，第三项目是安全。',
    '以前条件不具备的。',
    '宪法和法律委员会提出意见。',
    '根据《养犬管理条例》规定执行。',
  ])('no citation: %s', (words) => {
    expect(cite(words)).toEqual([])
  })
})

describe('recogniseCitations beside the articles', () => {
  const outline = (title: string, ...paragraphs: [string, ...string[]][]): LegalText => ({
    ...textOf(...paragraphs.map(([number, ...lines]) => article(number, ...lines))), form: 'outline', title,
  })

  test('in an amending decision the quoted words are of the amended law, and labels of instructions are no citations', () => {
    const found = recogniseCitations(
      outline(
        '关于修改《养犬管理条例》的决定',
        ['一、', '将第四条改为第五条，增加二款，作为第二款、第三款：“依照前款规定登记。', '“违反前两款和本条例第八条规定的，处罚款。”'],
        ['二、', '将第六条中的“本条例第九条”修改为“本条例第十条”。'],
      ),
    )
    expect(found.map((one) => [one.in.section, one.text, brief(one.target)])).toEqual([
      ['一', '前款', '养犬管理条例|第五条|1|'],
      ['一', '前两款', '养犬管理条例|第五条||'],
      ['一', '本条例第八条', '养犬管理条例|第八条||'],
      ['二', '本条例第九条', '养犬管理条例|第九条||'],
      ['二', '本条例第十条', '养犬管理条例|第十条||'],
    ])
  })

  test('short names declared together stand for the titles before them, in their order', () => {
    const found = cite('执行《道路法》、《道路法修正案（二）》（以下分别简称《本法》、《修正案（二）》）。', '依照《修正案（二）》第三条处理。')
    expect(brief(found.at(-1)?.target ?? { law: '', articles: [], paragraph: null, item: null })).toBe('道路法修正案（二）|第三条||')
  })

  test('a bare number under the heading of a law is of that law', () => {
    const cell = (text: string) => ({ text, columnSpan: 1, rowSpan: 1, header: false })
    const text = outline('对照表', ['', '见下表：'])
    const [paragraph] = text.articles[0]?.paragraphs ?? []
    if (paragraph) paragraph.table = { rows: [[cell('刑法条文'), cell('说明')], [cell('第114条、第115条第1款'), cell('第二条')]] }
    expect(recogniseCitations(text).map((one) => [one.text, brief(one.target)])).toEqual([
      ['第114条、第115条第1款', '刑法|第一百一十四条 第一百一十五条||'],
      ['第二条', 'self|第二条||'],
    ])
  })
})

test('whatever the words, citations stand in the text in order and do not overlap', () => {
  const piece = fc.constantFrom('本条例', '第八条', '第二款', '第三项', '（一）', '至', '、', '和', '前款', '前两款', '前条', '本条', '《', '》', '《安全法》', '（以下简称《', '》）', '民法典', '第一、二、三项', '第9条', '之一', '“', '”', '。', '的', '第', '条')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (parts, amending) => {
      const words = `依照${parts.join('')}`
      const text = { ...textOf(article('第一条', words), article('第二条', words, words)), title: amending ? '关于修改《安全法》的决定' : '养犬管理条例' }
      let nodeId = ''
      let end = 0
      for (const one of recogniseCitations(text)) {
        if (one.in.nodeId !== nodeId) end = 0
        nodeId = one.in.nodeId
        expect(words.slice(one.start, one.end)).toBe(one.text)
        expect(one.start).toBeGreaterThanOrEqual(end)
        end = one.end
      }
    }),
  )
})
