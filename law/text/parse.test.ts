import { describe, expect, test } from 'vitest'
import { parseLegalText, parseText } from './parse.ts'
import { articleText, plainText, printLegalText } from './print.ts'
import type { LegalText, ProblemCode, SourceBlock } from './tree.ts'

const parse = (...lines: string[]): LegalText => parseText(lines.join('\n'))
const numbers = (text: LegalText): string[] => text.articles.map(({ number }) => number)
const problems = (text: LegalText): [number, ProblemCode][] => text.problems.map(({ line, code }) => [line, code])

describe('front of a text', () => {
  test('title, 题注 in one line, contents, preamble', () => {
    const text = parse(
      '\uFEFF',
      '某法',
      '（2007年10月28日某常务委员会第三十次会议通过　根据2015年4月24日《关于修改〈某法〉的决定》修正）',
      '目　　录',
      '第一章　总　　则',
      '第二章　附　　则',
      '为了甲，制定本法。',
      '第一章　总　　则',
      '第一条　甲。',
      '第二章　附　　则',
      '第二条　自公布之日起施行。',
    )
    expect(text.title).toBe('某法')
    expect(text.note).toMatch(/^（2007年.*修正）$/)
    expect(text.contents).toEqual(['目　　录', '第一章　总　　则', '第二章　附　　则'])
    expect(text.preamble).toEqual(['为了甲，制定本法。'])
    expect(text.divisions.map(({ id, number, heading, from, to }) => [id, number, heading, from, to])).toEqual([
      ['chp_1', '第一章', '总则', '第一条', '第一条'],
      ['chp_2', '第二章', '附则', '第二条', '第二条'],
    ])
    expect(text.problems).toEqual([])
  })

  test('题注 of one line for each event, one of them beginning with an article number', () => {
    const text = parse(
      '# 某法',
      '1982年11月19日 某会议通过',
      '1991年6月29日 某会议《关于修改<某法>第三十条',
      '第三十一条的决定》第一次修正',
      '2002年10月28日 某会议修订',
      '<!-- INFO END -->',
      '第一条 甲。',
    )
    expect(text.note.split('\n').length).toBe(4)
    expect(numbers(text)).toEqual(['第一条'])
    expect([text.problems, text.remarks.map(({ line, code }) => [line, code])]).toEqual([[], [[3, 'half-width-title-marks'], [4, 'note-broken']]])
  })

  test('a title broken over lines is joined; one that is repeated is kept and reported', () => {
    expect(parse('某政府关于推进', '某事健康发展的意见', '某发〔2018〕1号', '一、甲应当乙。').title).toBe('某政府关于推进某事健康发展的意见')
    const repeated = parse('# 某某监督法', '某某', '监督法', '2006年8月27日 某会议通过', '第一条 甲。')
    expect(repeated.preamble).toEqual(['某某', '监督法'])
    expect(repeated.note).toBe('2006年8月27日 某会议通过')
    expect(repeated.placed).toEqual({ note: 2, contents: 0, annexes: 0 })
    expect(problems(repeated)).toEqual([[2, 'unplaced'], [3, 'unplaced']])
  })

  test('a title that front matter cuts in its middle is completed', () => {
    const text = parse('---', 'title: "某常务委员会关于"', '---', '修改《某法》的决定', '（2022年12月30日', '第三十八次会议通过）', '一、删去第九条。')
    expect(text.title).toBe('某常务委员会关于修改《某法》的决定')
    expect(text.note).toBe('（2022年12月30日\n第三十八次会议通过）')
  })

  test('a notice that issues a text with 条 is the letter, the text is the body', () => {
    const text = parse(
      '某府办规〔2024〕13号',
      '某政府办公厅关于印发某管理办法的通知',
      '各区人民政府：',
      '《某管理办法》业经同意，现印发给你们，请认真贯彻执行。',
      '某政府办公厅',
      '2024年7月26日',
      '某管理办法',
      '第一章 总则',
      '第一条为完善某体系，制定本办法。',
      '第二条本办法自印发之日起施行。',
      '公开方式：主动公开',
      '某政府办公厅秘书处  2024年7月29日印发',
    )
    expect(text.title).toBe('某管理办法')
    expect(text.notice.length).toBe(6)
    expect(text.articles.map(plainText)).toEqual(['为完善某体系，制定本办法。', '本办法自印发之日起施行。'])
    expect(text.closing).toEqual(['公开方式：主动公开', '某政府办公厅秘书处  2024年7月29日印发'])
    expect(text.problems).toEqual([])
  })
})

test('a title that stands only before the letter is taken from there', () => {
  const text = parse('# 某暂行规定', '关于印发《某暂行规定》的通知', '某发〔1994〕489号', '各省：', '现印发给你们，请贯彻执行。', '某部', '一九九四年十二月六日', '1995年1月1日 执行', '第一条 甲。')
  expect(text.title).toBe('某暂行规定')
  expect(printLegalText(text).startsWith('某暂行规定\n关于印发')).toBe(true)
})

describe('articles', () => {
  test('款, 项 and 目, in any brackets and points', () => {
    const text = parse('第一条 有下列情形之一的：', '(一)甲；', '（二）乙：', '1．丙；', '2、丁；', '（三)戊。', '前款规定的，己。')
    const [first, second] = text.articles[0]?.paragraphs ?? []
    expect(first?.items.map(({ number, printed, text: words }) => [number, printed, words])).toEqual([
      ['（一）', '(一)', '甲；'],
      ['（二）', undefined, '乙：'],
      ['（三）', '（三)', '戊。'],
    ])
    expect(first?.items[1]?.subitems).toEqual([
      { id: 'art_1__para_1__item_2__subitem_1', number: '1．', text: '丙；' },
      { id: 'art_1__para_1__item_2__subitem_2', number: '2、', text: '丁；' },
    ])
    expect(second?.id).toBe('art_1__para_2')
    expect([text.problems, text.remarks.map(({ line, code }) => [line, code])]).toEqual([[], [[6, 'mixed-brackets']]])
  })

  test('inserted articles follow theirs', () => {
    const text = parse('第一条 甲。', '第一条之一 乙。', '第一条之二 丙。', '第二条 （删去）')
    expect(text.articles.map(({ id }) => id)).toEqual(['art_1', 'art_1-1', 'art_1-2', 'art_2'])
    expect(text.articles[3]?.heading).toBeNull()
    expect([text.problems, text.remarks.map(({ line, code }) => [line, code])]).toEqual([[], [[4, 'article-deleted']]])
  })

  test('a heading in brackets is no paragraph', () => {
    const text = parse('第一条（目的和依据）', '为了甲，制定本条例。', '第二条 【范围】乙。')
    expect(text.articles.map(({ heading, paragraphs }) => [heading, paragraphs.map((one) => one.text)])).toEqual([
      ['（目的和依据）', ['为了甲，制定本条例。']],
      ['【范围】', ['乙。']],
    ])
    expect(printLegalText(text)).toBe('第一条　（目的和依据）\n为了甲，制定本条例。\n第二条　【范围】乙。\n')
  })

  test('编 分编 章 节 nest, and a heading on two lines is joined', () => {
    const text = parse(
      '第一编 总则', '第一章 基本', '第一条 甲。', '第二编 物权', '第一分编 通则', '第二章 一般', '规定', '第一节 登记', '第二条 乙。', '第二分编 所有权', '第三章 所有', '第三条 丙。', '附　则', '第四条 丁。',
    )
    expect(text.divisions.map(({ id, level, heading }) => [id, level, heading])).toEqual([
      ['part_1', 1, '总则'],
      ['part_1__chp_1', 2, '基本'],
      ['part_2', 1, '物权'],
      ['part_2__subpart_1', 2, '通则'],
      ['part_2__subpart_1__chp_2', 3, '一般规定'],
      ['part_2__subpart_1__chp_2__sec_1', 4, '登记'],
      ['part_2__subpart_2', 2, '所有权'],
      ['part_2__subpart_2__chp_3', 3, '所有'],
      ['part_u1', 1, '附则'],
    ])
    expect([text.problems, text.remarks.map(({ line, code }) => [line, code])]).toEqual([[], [[13, 'unnumbered-heading'], [13, 'spread-heading']]])
  })

  test('sections headed 一、 between articles are divisions', () => {
    const text = parse('关于审理某案件的解释', '一、合同的效力', '第一条 甲：', '（一）乙。', '二、违约责任', '第二条 丙。')
    expect(text.divisions.map(({ id, number, heading, from }) => [id, number, heading, from])).toEqual([
      ['chp_1', '一、', '合同的效力', '第一条'],
      ['chp_2', '二、', '违约责任', '第二条'],
    ])
    expect(text.problems).toEqual([])
  })

  test.each<[string, string[], [number, ProblemCode][], string[]]>([
    ['a gap', ['第一条 甲。', '第三条 乙。'], [[2, 'number-gap']], ['第一条', '第三条']],
    ['a start elsewhere', ['第三条 甲。'], [[1, 'number-gap']], ['第三条']],
    ['a repetition', ['第一条 甲。', '第一条 乙。'], [[2, 'number-repeated']], ['第一条', '第一条']],
    ['a step back', ['第一条 甲。', '第二条 乙。', '第三条 丙。', '第二条 丁。'], [[4, 'number-out-of-order']], ['第一条', '第二条', '第三条', '第二条']],
    ['a gap after 之一', ['第一条 甲。', '第一条之二 乙。'], [[2, 'number-gap']], ['第一条', '第一条之二']],
    ['a wrong character', ['第一条 甲。', '笫二条 乙。'], [[2, 'suspicious-label']], ['第一条', '第二条']],
    ['a hyphen for 一', ['第三十条 甲。', '第三十－条 乙。'], [[1, 'number-gap'], [2, 'suspicious-label']], ['第三十条', '第三十一条']],
    ['white space in the label', ['第一条 甲。', '第 二 条乙。'], [[2, 'suspicious-label']], ['第一条', '第二条']],
    ['Arabic digits', ['第一条 甲。', '第2条 乙。'], [[2, 'suspicious-label']], ['第一条', '第二条']],
    ['a lost label', ['第一条 甲。', '乙。', '第三条 丙。'], [[2, 'unplaced'], [3, 'number-gap']], ['第一条', '第三条']],
    ['a reference broken over a line', ['第一条 依据《某法》第五条', '第五十二条 以及本法之规定。', '第二条 乙。'], [[2, 'suspicious-label']], ['第一条', '第二条']],
    ['a label out of all sequence', ['第一条 甲。', '第九十条 乙。', '第二条 丙。'], [[2, 'suspicious-label']], ['第一条', '第二条']],
    ['an article glued to the one before', ['第一条 甲。 第二条乙。', '第三条 丙。'], [[1, 'suspicious-label']], ['第一条', '第二条', '第三条']],
    ['an article glued on with text lost', ['第一条 甲和经营单第二条公安机关乙。', '第三条 丙。'], [[1, 'suspicious-label']], ['第一条', '第二条', '第三条']],
    ['a lost word after the label', ['第一条 （市）区教育部门。'], [[1, 'suspicious-label']], ['第一条']],
    ['a gap in the items', ['第一条 甲：', '（一）乙；', '（三）丙。'], [[3, 'item-gap']], ['第一条']],
    ['items on one line', ['第一条 甲：（一）乙；（二）丙。'], [[1, 'suspicious-label']], ['第一条']],
    ['a sentence broken over lines', ['第一条 甲应当', '乙。'], [[2, 'broken-line']], ['第一条']],
    ['words before the first label', ['第一章 总则', '甲。', '乙。', '第一条 丙。'], [[2, 'unplaced'], [3, 'unplaced']], ['', '第一条']],
    ['a private-use character', ['第一条 甲\uE004。'], [[1, 'damaged-characters']], ['第一条']],
    ['a chapter left out', ['第一章 总则', '第一条 甲。', '第三章 附则', '第二条 乙。'], [[3, 'number-gap']], ['第一条', '第二条']],
    ['contents that differ', ['目录', '第一章 总则', '第二章 处罚', '第一章 总则', '第一条 甲。', '第二章 罚则', '第二条 乙。'], [[3, 'contents-mismatch']], ['第一条', '第二条']],
  ])('%s is reported with its line', (_, lines, expected, labels) => {
    const text = parse(...lines)
    expect(problems(text)).toEqual(expected)
    expect(numbers(text)).toEqual(labels)
  })

  test.each([
    ['第五条第二款规定的，乙。'],
    ['第五条、第六条规定的，乙。'],
    ['第五条的规定适用于乙。'],
    ['第一款规定的，乙。'],
    ['附件所列的，乙。'],
    ['第五章规定的，乙。'],
    ['总则的规定适用于乙。'],
    ['（一）、（二）项规定的，乙。'],
    ['1.5万元以上的，乙。'],
  ])('“%s” at the head of a line is a paragraph', (line) => {
    const text = parse('第一条 甲。', line, '第二条 丙。')
    expect(text.articles[0]?.paragraphs.map((one) => one.text)).toEqual(['甲。', line])
    expect(text.problems).toEqual([])
  })

  test('a citation of the next article is not cut off', () => {
    const text = parse('第一条 甲依照本法第二条处罚。', '第二条 乙。')
    expect(numbers(text)).toEqual(['第一条', '第二条'])
    expect(text.problems).toEqual([])
  })

  test('articles that an amendment quotes are not its own', () => {
    const text = parse('第一条 宪法第三章增加一节：“第七节 监察', '第七节 监察', '第一百二十三条 甲。', '第一百二十四条 乙。”', '第二条 丙。')
    expect(numbers(text)).toEqual(['第一条', '第二条'])
    expect(text.articles[0]?.paragraphs.length).toBe(4)
    expect(text.divisions).toEqual([])
  })

  test('plain text and full text of an article', () => {
    const [article] = parse('第一条 甲：', '(一)乙；', '1.丙。').articles
    if (article === undefined) throw new Error('no article')
    expect(plainText(article)).toBe('甲：\n（一）乙；\n1.丙。')
    expect(articleText(article, { label: true })).toBe('第一条　甲：\n（一）乙；\n1.丙。')
    expect(articleText(article, { label: false })).toBe(plainText(article))
  })
})

describe('annexes and closing', () => {
  const table: SourceBlock = { kind: 'table', line: 4, table: { rows: [[{ text: '甲', columnSpan: 2, rowSpan: 1, header: true }]] } }

  test('an annex keeps its tables, signature and date stand before it', () => {
    const text = parseLegalText([
      ...['第一条 甲。', '第二条 本办法自公布之日起施行。', '某市人民政府', '2024年1月1日', '附件1', '乙表'].map((words, i): SourceBlock => ({ kind: 'line', text: words, line: i + 1 })),
      { ...table, line: 7 },
      { kind: 'line', text: '第一条 丙', line: 8 },
      { kind: 'line', text: '公开方式：主动公开', line: 9 },
    ])
    expect(text.annexes).toEqual([
      { id: 'annex_1', label: '附件1', title: '乙表', blocks: [{ kind: 'table', table: table.table }, { kind: 'line', text: '第一条 丙' }] },
    ])
    expect(text.closing).toEqual(['某市人民政府', '2024年1月1日', '公开方式：主动公开'])
    expect(text.placed).toEqual({ note: 0, contents: 0, annexes: 2 })
    expect(problems(text)).toEqual([[8, 'article-in-annex']])
    expect(numbers(text)).toEqual(['第一条', '第二条'])
  })

  test('a mere list of attachments is no annex', () => {
    const text = parse('一、甲应当乙。', '附件：', '1.丙表', '2.丁表', '某局', '2024年3月4日')
    expect(text.annexes).toEqual([])
    expect(text.closing).toEqual(['附件：', '1.丙表', '2.丁表', '某局', '2024年3月4日'])
  })

  test('a table in an article stands in the place of a paragraph', () => {
    const text = parse('第一条 按下表：', '| 甲 | 乙 |', '|---|---|', '| 1 | 2 |', '第二条 丙。')
    expect(text.articles[0]?.paragraphs[1]?.table?.rows.length).toBe(2)
    expect(text.problems.map(({ line, code }) => [line, code])).toEqual([[2, 'table-in-body']])
  })
})

describe('outline', () => {
  test('headed sections are divisions, numbered and bare paragraphs articles', () => {
    const text = parse(
      '某关于推进某事的意见', '某发〔2018〕1号', '各区：', '为了甲，现提出如下意见。', '一、总体要求', '（一）指导思想。', '坚持乙。', '（二）明确范围。丙应当：', '1.丁；', '2.戊。', '二、保障', '己。', '某政府', '2018年12月4日', '（此件公开发布）',
    )
    expect(text.form).toBe('outline')
    expect(text.preamble).toEqual(['某发〔2018〕1号', '各区：', '为了甲，现提出如下意见。'])
    expect(text.divisions.map(({ id, kind, number, heading, from, to }) => [id, kind, number, heading, from, to])).toEqual([
      ['chp_1', 'chapter', '一、', '总体要求', '（二）', '（二）'],
      ['chp_1__sec_1', 'section', '（一）', '指导思想。', null, null],
      ['chp_2', 'chapter', '二、', '保障', null, null],
    ])
    expect(text.articles.map(({ id }) => id)).toEqual(['chp_1__sec_1__text_1', 'chp_1__art_2', 'chp_2__text_1'])
    expect(text.articles.map(({ number, paragraphs }) => [number, paragraphs.map((one) => one.text)])).toEqual([
      ['', ['坚持乙。']],
      ['（二）', ['明确范围。丙应当：']],
      ['', ['己。']],
    ])
    expect(text.articles[1]?.paragraphs[0]?.items.map(({ number }) => number)).toEqual(['1.', '2.'])
    expect(text.closing).toEqual(['某政府', '2018年12月4日', '（此件公开发布）'])
    expect(text.problems).toEqual([])
  })

  test('an amending decision: instructions that begin with 第X条 are no articles, quoted numbers stay quoted', () => {
    const text = parse('关于修改《某法》的决定', '一、将第四条修改为：“甲。', '（一）乙；', '（二）丙。”', '第八条增加一款，作为第三款：“丁。”', '二、删去第九条。', '本决定自公布之日起施行。')
    expect(text.form).toBe('outline')
    expect(numbers(text)).toEqual(['一、', '二、'])
    expect(text.articles[0]?.paragraphs.length).toBe(4)
    expect(text.problems).toEqual([])
  })

  test('two instruments in one notice: numbering begins anew in a part of its own', () => {
    const text = parse('第一个规定', '一、关于财政', '（一）甲。', '二、关于投资', '（二）乙。', '进一步支持某某发展的规定', '为了丙，特制定以下规定：', '一、关于土地', '（一）丁。')
    expect(text.divisions.map(({ kind, number, heading }) => [kind, number, heading])).toContainEqual(['part', '', '进一步支持某某发展的规定'])
    expect(problems(text)).toEqual([[8, 'number-repeated']])
  })

  test('a break in the numbering is reported', () => {
    expect(problems(parse('某意见', '一、甲应当乙。', '三、丙应当丁。'))).toEqual([[3, 'number-gap']])
  })
})

test.each([
  ['nothing', '', 'empty'],
  ['no number at all', '甲。\n乙。', 'no-article'],
] as const)('%s is said', (_, source, code) => {
  expect(parseText(source).problems.map((problem) => problem.code)).toEqual([code])
})

test('a text of many megabytes keeps the stack', () => {
  const source = `第一条 甲：\n${'（一）乙。\n丙“\n第九条 丁\n'.repeat(60_000)}`
  const text = parseText(source)
  expect(printLegalText(text).replace(/\s/g, '').length).toBe(source.replace(/\s/g, '').length)
}, 30_000)
