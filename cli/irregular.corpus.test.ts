import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { LegalText, ProblemCode, RemarkCode } from '../law/text/index.ts'
import { readLegalText } from './read-legal-text.ts'

const corpus = path.resolve(process.env['LIFA_CORPUS'] ?? '../shared/corpus')
const folder = mkdtempSync(path.join(tmpdir(), 'lifa-irregular-'))
afterAll(() => rmSync(folder, { recursive: true }))

type Row = string
type Named = { problem: ProblemCode } | { remark: RemarkCode }
const problem = (code: ProblemCode): Named => ({ problem: code })
const remark = (code: RemarkCode): Named => ({ remark: code })

/** Rows of irregular.md that can be seen in a text at hand: file, line, and what names it there. */
const SEEN: readonly (readonly [Row, string, number, Named])[] = [
  ['A1', 'chengxiangguihuafa__2019-04-23.txt', 1, remark('byte-marks')],
  ['A2', 'exhibits/xianfa__2018-03-11--gbk.txt', 1, remark('guessed-encoding')],
  ['A2', 'exhibits/zhianguanlichufafa__2012-10-26--gbk.md', 1, remark('guessed-encoding')],
  ['A3', 'beijingshijidongchetingchetiaoli__2024-03-29.md', 11, remark('invisible-lines')],
  ['A4', 'dezhoushizhidingdifangxingfaguitiaoli__2017-03-29.md', 9, remark('odd-characters')],
  ['A5', 'guangdongshengshengtai-hjxzcfzyclqgd__2022-01-01.md', 3, remark('em-spaces')],
  ['A8', 'guangzhoushigonggongzulinzhufangguanlibanfa__2024-07-26.txt', 17, remark('label-without-blank')],
  ['B3', 'wenwubaohufa__2017-11-04.md', 7, remark('note-broken')],
  ['B4', 'chongqingshicunzhenguihuajiansheguanlitiaoli__2015-05-28.md', 5, remark('note-broken')],
  ['B5', 'shanghaishiyangquanguanlitiaoli__undated.md', 1, remark('no-note')],
  ['B5', 'shanghaishicaohe-jxxjskfqzxtl__undated.md', 1, remark('no-note')],
  ['B7', 'gejirenmindai-bdhcwwyhjdf__2006-08-27.md', 3, problem('unplaced')],
  ['B7', 'gejirenmindai-bdhcwwyhjdf__2006-08-27.md', 5, problem('unplaced')],
  ['B8', 'laodongfa__1994-07-05.md', 1, problem('suspicious-title')],
  ['B9', 'duiwaimaoyifa__2016-11-07.md', 7, remark('half-width-title-marks')],
  ['B11', 'quanguorenmindai-bdhcwwyhgyxgzhrmghgdwmyfdjd__2022-12-30.md', 16, problem('suspicious-title')],
  ['C2', 'laodongfa__1994-07-05.md', 9, remark('contents-as-links')],
  ['C3', 'beijingshichengxiangguihuatiaoli__2021-09-24.md', 11, remark('spread-heading')],
  ['C3', 'chengxiangguihuafa__2019-04-23.txt', 16, remark('spread-heading')],
  ['C5', 'kaifengshiyangchenwuranfangzhitiaoli__2019-11-29.md', 249, remark('unnumbered-heading')],
  ['C5', 'minfadian__2020-05-28.md', 4529, remark('unnumbered-heading')],
  ['D2', 'xingfa__2023-12-29.md', 1129, remark('article-deleted')],
  ['D3', 'nongminzhuanyehezuoshefa__2017-12-27.md', 333, problem('suspicious-label')],
  ['D4', 'pengshuimiaozutu-jzzzxcxjsgltl__2013-05-09.md', 119, problem('suspicious-label')],
  ['D4', 'pengshuimiaozutu-jzzzxcxjsgltl__2013-05-09.md', 209, problem('suspicious-label')],
  ['D6', 'zhejiangshengcehuidilixinxitiaoli__2019-03-28.md', 9, problem('unplaced')],
  ['D6', 'zhejiangshengcehuidilixinxitiaoli__2019-03-28.md', 17, problem('unplaced')],
  ['D6', 'yantaishisenlinfanghuotiaoli__2016-09-23.md', 15, problem('unplaced')],
  ['D7', 'henanshengzhuanye-jsryjxjytl__2010-07-30.md', 89, problem('suspicious-label')],
  ['D8', 'feixingjibenguize__2007-10-18.md', 13, problem('suspicious-label')],
  ['D8', 'feixingjibenguize__2007-10-18.md', 17, problem('suspicious-label')],
  ['D8', 'feixingjibenguize__2007-10-18.md', 21, problem('suspicious-label')],
  ['D9', 'shandongshenggaosugonglujiaotonganquantiaoli__2014-05-30.md', 201, problem('suspicious-label')],
  ['D10', 'ningboshixueqianjiaoyucujintiaoli__2012-03-31.md', 91, problem('suspicious-label')],
  ['D11', 'zuigaorenminfa-ygyslmjjdajsyflrgwtdgd__2020-08-18.md', 57, problem('suspicious-label')],
  ['D12', 'laodongfa__1994-07-05.md', 25, remark('bold-labels')],
  ['D12', 'xianfa__1982-12-04.md', 26, remark('html-tags')],
  ['D13', 'xianfaxiuzhengan1993nian__1993-03-29.md', 9, problem('number-gap')],
  ['D13', 'xianfaxiuzhengan2018nian__2018-03-11.md', 7, problem('number-gap')],
  ['E5', 'shanghaishicaohe-jxxjskfqzxtl__undated.md', 161, problem('suspicious-label')],
  ['E9', 'dezhoushizhidingdifangxingfaguitiaoli__2017-03-29.md', 185, remark('half-width-marks')],
  ['E11', 'xingfa__2023-12-29.md', 2469, problem('unplaced')],
  ['F4', 'quanguorenmindai-bdhcwwyhgyxgzhrmghgfldfdjd__2022-06-24.md', 36, remark('half-width-marks')],
  ['F9', 'xianfaxiuzhengan1988nian__1988-04-12.md', 11, problem('unclosed-quotation')],
  ['G3', 'guowuyuanbangong-tgyyfwhtzggzjyxwhsydwzzwqyhjybzcwhqyfzlggddtz__2018-12-31.txt', 111, problem('number-repeated')],
  ['G6', 'zuigaorenminfa-yzgrmjcygyzxzhrmghgxfqdzmdbcgd__2002-03-15.md', 10, problem('table-in-body')],
]

const ARTICLES = ['第一条 甲。', '第二条 乙。', '第三条 丙。']
/** Rows whose texts are not at hand, in made-up words. */
const MADE_UP: readonly (readonly [Row, string, string[], number, Named])[] = [
  ['A6', 'a character of a private font', ['第一条 甲：\uE004乙。'], 1, problem('damaged-characters')],
  ['A7', 'a tab inside a heading', ['第一章 总则', '第一条 甲。', '第二章\t市人民政府的职责', '第二条 乙。'], 3, remark('odd-characters')],
  ['A7', 'a tab inside a sentence', ['第一条 甲应当乙，\t丙。'], 1, problem('blank-in-sentence')],
  ['B8', 'a title that lost 关', ['最高人民法院于适用甲若干问题的规定', ...ARTICLES], 1, problem('suspicious-title')],
  ['D5', 'a blank inside a label and none behind it', ['第一条 甲。', '第 二条采用乙。', '第三条 丙。'], 2, problem('suspicious-label')],
  ['NOT found', 'an Arabic label', ['第一条 甲。', '第2条 乙。', '第三条 丙。'], 2, problem('suspicious-label')],
  ['NOT found', 'a label in full-width digits', ['第一条 甲。', '第２条 乙。', '第三条 丙。'], 2, problem('suspicious-label')],
  ['NOT found', 'a number twice', ['第一条 甲。', '第二条 乙。', '第二条 丙。'], 3, problem('number-repeated')],
  ['NOT found', 'a character that was lost', ['第一条 甲\uFFFD乙。'], 1, problem('damaged-characters')],
  ['E3', 'brackets of two kinds', ['第一条 甲：', '(一）乙；', '（二）丙。'], 2, remark('mixed-brackets')],
  ['E8', 'all items of a quoted list on one line', ['某法修正案', '一、将第一条修改为：“有下列情形之一的：（一）甲；（二）乙。”', '二、删去第九条。'], 2, problem('suspicious-label')],
  ['H1', 'a text that was cut', ['某条例', '（2024年7月26日某会议通过）', ...ARTICLES, '第四条 丁。'], 6, remark('no-commencement')],
  ['H2', 'title and head note alone', ['某条例', '（2024年7月26日某会议通过）'], 1, problem('no-article')],
]

/** How such texts are: nothing is wrong and nothing unusual (the shapes are read; parse.corpus.test.ts counts their articles). */
const USUAL: readonly Row[] = ['B1', 'B2', 'C1', 'C4', 'C6', 'C7', 'D1', 'D14', 'E1', 'E2', 'E4', 'E6', 'E7', 'E10', 'F1', 'F2', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'G1', 'G2', 'G4', 'G5', 'G7', 'G9']
/** Seen only beside another text or the name of the file at its source. */
const ELSEWHERE: readonly Row[] = ['B6', 'B10', 'F8', 'F12', 'G8', 'H3', 'H4', 'H5']

function expectNamed(text: LegalText, line: number, named: Named): void {
  const [reports, code] = 'problem' in named ? [text.problems, named.problem] : [text.remarks, named.remark]
  expect(reports.map((one) => `${one.line} ${one.code}`)).toContain(`${line} ${code}`)
}

describe('every row of irregular.md that can be seen in a file is named at its line', () => {
  test('no row is left out', () => {
    const rows = [...readFileSync(path.join(corpus, 'irregular.md'), 'utf8').matchAll(/^\| ([A-H]\d+|NOT found) \|/gm)].map(([, row]) => row)
    const known = [...SEEN.map(([row]) => row), ...MADE_UP.map(([row]) => row), ...USUAL, ...ELSEWHERE]
    expect(rows.length).toBeGreaterThan(60)
    expect([...new Set(rows)].toSorted()).toEqual([...new Set(known)].toSorted())
  })

  test.each(SEEN)('%s: %s, line %i', async (_, file, line, named) => expectNamed(await readLegalText(path.join(corpus, file)), line, named))

  test.each(MADE_UP)('%s: %s', async (row, _, lines, line, named) => {
    const file = path.join(folder, `${row}.txt`)
    writeFileSync(file, lines.join('\n'))
    expectNamed(await readLegalText(file), line, named)
  })
})
