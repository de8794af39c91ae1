import { describe, expect, test } from 'vitest'
import { parseText } from '../text/index.ts'
import { recogniseCitations, type Citation } from './recognise.ts'

/** What each citation of a text means: `text → law article/款/项 …`, the words of the title left out. */
function meant(...lines: string[]): string[] {
  return recogniseCitations(parseText(lines.join('\n'))).map(brief)
}

function brief({ text, target }: Citation): string {
  const parts = target.parts ?? [{ article: target.articles[0] ?? null, paragraph: target.paragraph, item: target.item }]
  return `${text} → ${target.law} ${parts.map(({ article, paragraph, item }) => [article ?? '', paragraph ?? '', item ?? ''].join('/').replace(/\/+$/u, '')).join(' ')}`.trim()
}

const RULES = '某市养犬管理条例'
const HEAD = [RULES, '第一条 甲。', '第二条 乙。', '丙。', '第三条 下列行为：', '（一）甲；', '（二）乙。', '丙。', '第四条 丁。']

describe('bare 款 and 项', () => {
  test.each<[string, string[], string[]]>([
    ['of the article named before, after the same verb', ['第五条 违反本条例第二条第一款规定的，罚款；违反第二款规定的，警告。'], ['本条例第二条第一款 → self 第二条/1', '第二款 → self 第二条/2']],
    ['also where a full stop stands between', ['第五条 违反本条例第二条第一款规定的，罚款。违反第二款规定的，警告。'], ['本条例第二条第一款 → self 第二条/1', '第二款 → self 第二条/2']],
    ['of the article itself where it has them', ['第五条 依照本条例第二条办理。', '第一款规定的期限为十日。'], ['本条例第二条 → self 第二条', '第一款 → self 第五条/1']],
    ['in an 项, of the article that leads in', ['第五条 违反本条例第二条规定的：', '（一）违反第一款的，罚款；', '（二）违反第二款的，警告。'], ['本条例第二条 → self 第二条', '第一款 → self 第二条/1', '第二款 → self 第二条/2']],
    ['项 named in an earlier sentence, where the article has none', ['第五条 依照本条例第三条所列顺序办理。但是，第二项后于第一项发生的，先办理第二项。'], ['本条例第三条 → self 第三条', '第二项 → self 第三条//（二）', '第一项 → self 第三条//（一）', '第二项 → self 第三条//（二）']],
    ['an 项 before this one, where the lead-in names another law', ['第五条 有下列情形的，依照《动物防疫法》第八条处罚：', '（一）甲；', '（二）达到第一项标准一半的。'], ['《动物防疫法》第八条 → 动物防疫法 第八条', '第一项 → self 第五条//（一）']],
    ['项 of another law named in the sentence', ['第五条 符合《动物防疫法》第八条规定，属于第三项情形的除外。'], ['《动物防疫法》第八条 → 动物防疫法 第八条', '第三项 → 动物防疫法 第八条//（三）']],
  ])('are %s', (_, article, expected) => {
    expect(meant(...HEAD, ...article)).toEqual(expected)
  })
})

describe('words that point back', () => {
  test.each<[string, string[]]>([
    ['本条规定的期限为十日。', ['本条 → self 第五条']],
    ['除适用本条前两款的规定外，适用第二条。', ['本条前两款 → self 第五条/1 第五条/2', '第二条 → self 第二条']],
    ['放弃本款规定的权利。', ['本款 → self 第五条/3']],
    ['违反本条例第二条的，依照该条第二款处理。', ['本条例第二条 → self 第二条', '该条第二款 → self 第二条/2']],
    ['犯第二条、第三条规定之罪的，依照各该条的规定处罚。', ['第二条、第三条 → self 第二条 第三条', '各该条 → self 第二条 第三条']],
    ['依照《传染病防治法》施行，期限适用该法第八条。', ['《传染病防治法》 → 传染病防治法', '该法第八条 → 传染病防治法 第八条']],
    ['本条例适用于该条款、该项目和该条约。', []],
    ['该条规定没有前文。', []],
    ['依照上款规定办理。', ['上款 → self 第五条/2']],
    ['以上条件和以上款项。', []],
  ])('%s', (words, expected) => {
    expect(meant(...HEAD, '第五条 甲。', '乙。', words)).toEqual(expected)
  })

  test('前项 in an 项 is the one before it', () => {
    expect(meant(...HEAD, '第五条 下列行为：', '（一）盗窃；', '（二）使用以前项手段获取的物品。')).toEqual(['前项 → self 第五条/1/（一）'])
  })
})

describe('names of laws without 《》', () => {
  test.each<[string, string[]]>([
    ['明知他人实施刑法第三百条规定的行为。', ['刑法第三百条 → 刑法 第三百条']],
    ['不受民事诉讼法第八条限制。', ['民事诉讼法第八条 → 民事诉讼法 第八条']],
    ['依照中华人民共和国专利法实施细则第五条办理。', ['中华人民共和国专利法实施细则第五条 → 中华人民共和国专利法实施细则 第五条']],
    ['依照刑法分则第九章第三百条处罚。', ['刑法分则第九章第三百条 → 刑法 第三百条']],
    ['适用修正后刑法（2020年）第三条。', ['刑法（2020年）第三条 → 刑法 第三条']],
    ['根据某某行政处罚办法第九条处罚。', ['某某行政处罚办法第九条 → 某某行政处罚办法 第九条']],
    ['符合合同法第一百零八条规定。', ['合同法第一百零八条 → 合同法 第一百零八条']],
    ['依照专利合作条约第二条办理。', ['专利合作条约第二条 → 专利合作条约 第二条']],
  ])('%s', (words, expected) => {
    expect(meant(...HEAD, `第五条 ${words}`)).toEqual(expected)
  })
})

describe('numbers as they are printed', () => {
  test.each<[string, string[]]>([
    ['违反本条例三条和四条的，罚款。', ['本条例三条和四条 → self 第三条 第四条']],
    ['依照本条例第二条，第三条和第四条处理。', ['本条例第二条，第三条和第四条 → self 第二条 第三条 第四条']],
    ['依照本条例第三条第（一）（二）项处理。', ['本条例第三条第（一）（二）项 → self 第三条//（一） 第三条//（二）']],
    ['依照本条例第二条前两款处理。', ['本条例第二条前两款 → self 第二条/1 第二条/2']],
    ['有本条例第三条第一项至二项行为的。', ['本条例第三条第一项至二项 → self 第三条//（一） 第三条//（二）']],
    ['有本条例第三条第一项或者两项以上行为的。', ['本条例第三条第一项 → self 第三条//（一）']],
    ['依照本条例第二章第三条处理。', ['本条例第二章第三条 → self 第三条']],
    ['岸线至第一条市政道路之间。', []],
    ['依照附录第三条处理。', []],
    ['违反本条　例规定的。', []],
  ])('%s', (words, expected) => {
    expect(meant(...HEAD, `第五条 ${words}`)).toEqual(expected)
  })
})

describe('a bare number that the text does not have', () => {
  test('is of the law last named', () => {
    expect(meant(...HEAD, '第五条 适用《民用航空法》的规定。第一百条另有规定的除外。')).toEqual(['《民用航空法》 → 民用航空法', '第一百条 → 民用航空法 第一百条'])
  })

  test('is of the law whose quoted words hold it', () => {
    expect(meant('关于超标排放如何处罚的复函', '一、规定', '《大气污染防治法》第九十条规定：“违反本法第八条的，罚款。”', '第九十一条规定：“责令改正。”')).toEqual([
      '《大气污染防治法》第九十条 → 大气污染防治法 第九十条',
      '本法第八条 → 大气污染防治法 第八条',
      '第九十一条 → 大气污染防治法 第九十一条',
    ])
  })

  test('is of the law in the title of a court paper', () => {
    expect(meant('最高人民法院关于适用刑法分则规定的罪名的意见', '一、罪名', '盗窃罪（第264条）')).toEqual(['第264条 → 刑法 第二百六十四条'])
  })
})

describe('declared short names', () => {
  test.each<[string, string, string]>([
    ['《某省临时救助办法》（某府办〔2020〕1号）（以下简称省《办法》）', '按照省《办法》第三条办理。', '《办法》第三条 → 某省临时救助办法 第三条'],
    ['《某工程条例》（2017年废止，以下简称旧条例）', '依照旧条例第三条办理。', '旧条例第三条 → 某工程条例 第三条'],
  ])('%s', (declaration, words, expected) => {
    expect(meant(...HEAD, `第五条 根据${declaration}办理。`, `第六条 ${words}`).at(-1)).toBe(expected)
  })

  test('a number right behind the declaration belongs to the title', () => {
    expect(meant(...HEAD, '第五条 根据《某工程条例》（以下简称工程条例）第三条办理。')).toEqual(['《某工程条例》（以下简称工程条例）第三条 → 某工程条例 第三条'])
  })
})

describe('titles in 《》', () => {
  test.each<[string, string[]]>([
    ['依照《关于认可仲裁裁决的安排》和《[[海岛保护法]]》办理。', ['《关于认可仲裁裁决的安排》 → 关于认可仲裁裁决的安排', '《[[海岛保护法]]》 → 海岛保护法']],
    ['在《某市人民代表大会常务委员会公报》和《商标公告》上刊登，附《委托调查函》。', []],
    ['依照《关于认定违法行为的复函》办理。', ['《关于认定违法行为的复函》 → 关于认定违法行为的复函']],
  ])('%s', (words, expected) => {
    expect(meant(...HEAD, `第五条 ${words}`)).toEqual(expected)
  })
})

describe('amending texts', () => {
  test('a package names the law in the heading of each section', () => {
    expect(
      meant('关于修改《甲法》等二部法律的决定', '一、修改《甲法》', '1.将第二条修改为：', '“适用前条和本法第八条。”', '2.将第三条修改为：', '“甲。”', '二、修改《乙法》', '1.将第五条修改为：', '“适用本法第九条。”', '2.将第六条修改为：', '“乙。”').filter((one) => !one.startsWith('《')),
    ).toEqual(['前条 → 甲法 第一条', '本法第八条 → 甲法 第八条', '本法第九条 → 乙法 第九条'])
  })

  test('项 of a quotation are no 款; 将该条修改为 begins it at the first 款', () => {
    expect(
      meant('中华人民共和国刑法修正案', '一、在刑法第五条中增加一款作为第二款，将该条修改为：“有下列行为的：', '“（一）甲；', '“（二）乙。', '“犯前款罪的，从重处罚。”', '二、本修正案自公布之日起施行。'),
    ).toEqual(['刑法第五条 → 刑法 第五条', '前款 → 中华人民共和国刑法 第五条/1'])
  })
})
