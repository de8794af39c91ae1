import { describe, expect, test } from 'vitest'
import { parseLegalText, parseText } from './parse.ts'
import { printLegalText } from './print.ts'
import { MOST_LINES, refuseLargeText, TextTooLargeError } from './size.ts'
import type { LegalText, ProblemCode } from './tree.ts'

const parse = (...lines: string[]): LegalText => parseText(lines.join('\n'))
const numbers = (text: LegalText): string[] => text.articles.map(({ number }) => number)
const problems = (text: LegalText): [number, ProblemCode][] => text.problems.map(({ line, code }) => [line, code])

describe('a source of more than 20 MB', () => {
  const megabyte = 1024 * 1024
  const refused = (read: () => LegalText): unknown => {
    try {
      return read().title
    } catch (error) {
      return error
    }
  }
  test.each([
    ['Chinese characters', '甲', (20 * megabyte) / 3 + 1],
    ['ASCII', 'a', 20 * megabyte + 1],
    ['characters of two units', '𠮷', 5 * megabyte + 1],
    ['many lines', '第一条 甲。\n', 2 * megabyte],
  ])('of %s is refused with what to do, as text and as blocks', (_, unit, times) => {
    const source = unit.repeat(times)
    const cell = { text: source, columnSpan: 1, rowSpan: 1, header: false }
    for (const read of [
      () => parseText(source),
      () => parseLegalText([{ kind: 'line', text: source, line: 1 }]),
      () => parseLegalText([{ kind: 'table', table: { rows: [[cell]] }, line: 1 }]),
    ]) {
      const error = refused(read)
      expect(error).toBeInstanceOf(TextTooLargeError)
      expect(String(error)).toMatch(/超过 20 MB.*请拆分/)
    }
  })

  test('is told from one of exactly 20 MB', () => {
    const source = `${'甲'.repeat((20 * megabyte) / 3 - 1)}\n`
    expect(parseText(source).articles.length).toBe(1)
  })
})

describe('a source of more lines than 20 MB hold of one Chinese character', () => {
  test.each([
    ['letters', 'a\n'],
    ['letters with CR', 'a\r'],
    ['two letters', 'ab\n'],
  ])('of %s is refused before its tree is built', (_, unit) => {
    expect(() => parseText(unit.repeat(MOST_LINES + 1))).toThrow(/525 万行，超过 524 万行.*请核对/)
  })

  test('is told from one of that many', () => {
    expect(() => refuseLargeText('甲\n'.repeat(MOST_LINES))).not.toThrow()
    expect(() => refuseLargeText(`${'a\n'.repeat(MOST_LINES)}\n \n　\n\r\n`)).not.toThrow()
    expect(() => refuseLargeText(`${'a\n'.repeat(MOST_LINES)}\n \n甲`)).toThrow(/525 万行/)
  })

  test('is refused as blocks too', () => {
    const block = { kind: 'line', text: '', line: 1 } as const
    expect(() => parseLegalText(Array.from({ length: MOST_LINES + 1 }, () => block))).toThrow(TextTooLargeError)
  })
})

describe('what looks odd and is regular', () => {
  test.each([
    ['an item with a heading of its own', ['第一条 投递方式如下：', '（一）按址投递', '邮件按照收件人地址投递。', '（二）用户领取', '凭通知单领取。']],
    ['a number before a figure', ['第一条 限额如下：', '（一）人身伤亡：', '1.300总吨至500总吨的，为五十万元；', '2.超过500总吨的，加倍。']],
    ['two items on a line with white space between', ['第一条 写明下列事项：', '（一）姓名;   （二）地址；', '（三）日期。']],
    ['a quotation that holds items', ['第一条 物质是指“下列物质：（一）甲；（二）乙；（三）丙的”所称的物质。']],
    ['a reply of one paragraph', ['某院关于某事的批复', '甲请示收悉，同意乙。']],
  ])('%s is no problem', (_, lines) => {
    const text = parse(...lines)
    expect(text.problems).toEqual([])
    expect(printLegalText(text).replace(/\s/g, '')).toBe(lines.join('').replace(/\s/g, ''))
  })

  test('such a number is that of a 目', () => {
    const [article] = parse('第一条 限额：', '（一）伤亡：', '1.300总吨的，五十万元；', '2.超过的，加倍。').articles
    expect(article?.paragraphs[0]?.items[0]?.subitems.map(({ number, text }) => [number, text])).toEqual([['1.', '300总吨的，五十万元；'], ['2.', '超过的，加倍。']])
  })
})

describe('an article or item that begins with a citation', () => {
  test('is one where its number fills a gap', () => {
    const text = parse('第一条 甲。', '第二条 第一条所称甲，包括：', '（一）乙；', '第三条 第一条、第二条规定的执行有困难的，丙。', '第四条 丁。')
    expect(numbers(text)).toEqual(['第一条', '第二条', '第三条', '第四条'])
    expect(text.problems).toEqual([])
  })

  test('is a citation where the numbers leave no gap', () => {
    const text = parse('第一条 甲依照', '第五条第二款和', '第二条、第三条的规定办理。', '第二条 乙。')
    expect(numbers(text)).toEqual(['第一条', '第二条'])
  })

  test('目的港 and 与第三方 do not make a citation of an item', () => {
    const [article] = parse('第一条 载明：', '（一）船名；', '（二）目的港；', '（三）与第三方的约定。').articles
    expect(article?.paragraphs[0]?.items.map(({ number }) => number)).toEqual(['（一）', '（二）', '（三）'])
    const [other] = parse('第一条 载明：', '（一）船名；', '（二）货名。', '（一）、（二）项所列事项应当公布。', '（一）至（二）项不适用。').articles
    expect(other?.paragraphs.length).toBe(3)
  })

  test('numbers may run on through the sections of a text without 条', () => {
    const text = parse('某某通知', '一、甲', '1.乙。', '2.丙。', '二、丁', '（一）戊', '3.己。', '（二）庚', '4.辛。')
    expect(text.problems).toEqual([])
  })
})

describe('what is reported', () => {
  test.each<[string, string[], [number, ProblemCode][]]>([
    ['a first item behind its lead-in', ['第一条 提交下列文件：（一）申请书；', '（二）身份证明。'], [[1, 'suspicious-label']]],
    ['a quotation that nobody closed', ['第一条 前言写作：“甲。', '第二条 乙。'], [[1, 'unclosed-quotation']]],
    ['a footnote', ['第一条 甲。', '① 乙。'], [[2, 'unplaced']]],
    ['a text that ought to have 条', ['某办法', '甲。', '乙。'], [[1, 'no-article']]],
  ])('%s', (_, lines, expected) => expect(problems(parse(...lines))).toEqual(expected))

  test.each<[string, string[], [number, ProblemCode][]]>([
    ['a sentence with tabs', ['第一条 甲应当乙，\t丙。'], [[1, 'blank-in-sentence']]],
    ['a sentence with blanks of a web page', ['第一条 甲\u00A0乙。丙。\u00A0丁。'], [[1, 'blank-in-sentence']]],
    ['items on one line in what a decision quotes', ['某院关于修改《某解释》的决定', '一、将第六条修改为：“有下列情形之一的：（一）甲；（二）乙。”', '二、删去第九条。'], [[2, 'suspicious-label']]],
  ])('%s, once a text and kind', (_, lines, expected) => {
    const text = parse(...lines)
    expect([problems(text), text.remarks]).toEqual([expected, []])
  })

  test('a first item behind its lead-in is an item', () => {
    const [article] = parse('第一条 提交下列文件：（一）申请书；', '（二）身份证明。').articles
    expect(article?.paragraphs.map(({ text, items }) => [text, items.map(({ number }) => number)])).toEqual([['提交下列文件：', ['（一）', '（二）']]])
  })

  test('headings that lost their number are headings, each named', () => {
    const text = parse('第一章 总则', '第一条 甲。', '监督管理', '第二条 乙：', '（一）丙。', '听取和审议人民政府和', '人民法院的报告', '第三条 丁。', '第四章 附则', '第四条 戊。')
    expect(text.divisions.map(({ number, heading, from, to }) => [number, heading, from, to])).toEqual([
      ['第一章', '总则', '第一条', '第一条'],
      ['', '监督管理', '第二条', '第二条'],
      ['', '听取和审议人民政府和人民法院的报告', '第三条', '第三条'],
      ['第四章', '附则', '第四条', '第四条'],
    ])
    expect(problems(text)).toEqual([[3, 'suspicious-label'], [6, 'suspicious-label'], [9, 'number-gap']])
  })

  test('headings without a number are headings, and nothing is wrong while the numbers around them run on', () => {
    const text = parse('第一章 总则', '第一条 甲。', '一般规定', '第二条 乙。', '第二章 附则', '第三条 丙。')
    expect(text.divisions.map(({ number, heading }) => [number, heading])).toEqual([['第一章', '总则'], ['', '一般规定'], ['第二章', '附则']])
    expect(problems(text)).toEqual([])
  })

  test.each([
    ['中国人民共和国某法', '“中国人民共和国”像是“中华人民共和国”印错'],
    ['中华人民共和某法', '“中华人民共和某”像是“中华人民共和国”印错'],
    ['某委员会关于修改《中华人名共和国某法》的决定', '“中华人名共和国”像是“中华人民共和国”印错'],
    ['最高人民法院于适用某法若干问题的规定', '“最高人民法院于”像是“最高人民法院关于”印错'],
  ])('a misprint in the title %s is named and kept', (title, message) => {
    const text = parse(title, '第一条 甲。')
    expect([text.title, problems(text)]).toEqual([title, [[1, 'suspicious-title']]])
    expect(text.problems[0]?.message).toContain(message)
  })

  test.each(['中华人民共和国某法', '关于批准《中华人民共和国和老挝人民民主共和国条约》的决定', '最高人民法院关于于某案的规定', '某人民共和国援助办法', '中国人民解放军某条例'])('%s is no misprint', (title) => {
    expect(problems(parse(title, '第一条 甲。'))).toEqual([])
  })

  test.each<[string, [number, ProblemCode][]]>([['某条例', [[3, 'suspicious-label']]], ['某办法', []], ['某规定（试行）', []]])('items 1、 in %s', (title, expected) => {
    expect(problems(parse(title, '第一条 甲：', '1、乙；', '2、丙。'))).toEqual(expected)
  })

  test('words that break off before an article are no heading', () => {
    const text = parse('第一条 甲应当在', '规定的期限内', '第二条 乙。')
    expect(text.divisions).toEqual([])
    expect(problems(text)).toEqual([[2, 'broken-line']])
  })

  test('a title that front matter and text share', () => {
    const text = parse('---', 'title: 某委员会关于', '---', '修改《某法》的决定', '一、删去第九条。')
    expect([text.title, problems(text)]).toEqual(['某委员会关于修改《某法》的决定', [[4, 'suspicious-title']]])
  })
})

describe('found by the fuzz tool', () => {
  test.each([
    ['之 with no number after it', '第一条 甲。\n第二条之百 乙。\n第二条之零丙。'],
    ['a cut title in front matter above a letter', '---\ntitle: 各区：关于\n---\n各区：\n现将办法印发给你们。\n2024年3月14日\n某办法\n第一条 甲。'],
  ])('%s loses nothing and makes nothing up', (_, source) => {
    const words = source.replace(/^---[^]*---/, '').replace(/\s/g, '')
    expect(printLegalText(parseText(source)).replace(/\s/g, '')).toBe(words)
  })
})

describe('a letter with 附件', () => {
  const letter = ['某府关于同意组建某委员会的批复', '某府函〔2024〕3号', '某局：', '同意组建某委员会。', '附件：组建方案', '某府', '2024年7月26日']
  const plan = ['附件', '某委员会组建方案', '一、任务', '甲应当乙。', '二、机构', '丙应当丁。']

  test('that speaks for itself is the text, and what follows its date an annex', () => {
    const text = parse(...letter, ...plan)
    expect(text.title).toBe('某府关于同意组建某委员会的批复')
    expect(text.annexes.map(({ label, title, blocks }) => [label, title, blocks.length])).toEqual([['附件', '某委员会组建方案', 4]])
    expect(text.notice).toEqual([])
  })

  test('that hands another text on is its notice', () => {
    const text = parse('某府关于印发某方案的通知', '各局：', '现将《某方案》印发给你们，请认真贯彻执行。', '某府', '2024年7月26日', '附件', '某方案', '一、任务', '甲应当乙。', '二、机构', '丙应当丁。')
    expect(text.title).toBe('某方案')
    expect(text.notice[0]).toBe('某府关于印发某方案的通知')
    expect(text.annexes).toEqual([])
  })
})

describe('an amending decision', () => {
  test('numbers inside a quotation belong to what is quoted, also where they carry on', () => {
    const text = parse('某院关于修改《某解释》的决定', '一、修改《某解释》', '1.将引言修改为：', '“为了甲。”', '2.将第一条修改为：', '“受理下列案件：', '1.乙；', '2.丙；', '3.丁。”', '3.删去第九条。')
    expect(text.articles.map(({ number }) => number).filter((number) => number !== '')).toEqual(['1.', '2.', '3.'])
    expect(text.problems).toEqual([])
  })
})
