import { describe, expect, test } from 'vitest'
import { fromEditorDocument, toEditorDocument } from './editor-document.ts'
import { readSource } from './lines.ts'
import { parseLegalText, parseText } from './parse.ts'
import { PROBLEM_CODES, REMARK_CODES } from './report-codes.ts'
import type { LegalText } from './tree.ts'

const parse = (...lines: string[]): LegalText => parseText(lines.join('\n'))

test('every code is a problem or a remark, never both, and says why', () => {
  const codes = [...Object.keys(PROBLEM_CODES), ...Object.keys(REMARK_CODES)]
  expect(new Set(codes).size).toBe(codes.length)
  expect([...Object.values(PROBLEM_CODES), ...Object.values(REMARK_CODES)].every((why) => why.length > 10)).toBe(true)
})

describe('what is unusual and read without doubt is a remark, once a text and kind', () => {
  test.each<[string, string[], [number, string][]]>([
    ['a 题注 that breaks off', ['某条例', '2004年6月28日 某市人大常委会《关于修改〈某条例〉的决定》第一次修正  根据', '2005年5月27日 某市人大常委会《关于修改〈某条例〉的决定》第二次修正', '第一条 甲。'], [[2, '题注这一行写到“根据”就断了，照原样保留，下文见下一行。']]],
    ['a line of a 题注 that begins like an article', ['某条例', '2004年6月28日 某市人大常委会《关于修改〈某条例〉', '第三十一条的决定》第一次修正', '第一条 甲。'], [[3, '题注中这一行以“第…条”开头，是上一行的后半句，留在题注里，没有当作条文。']]],
    ['a regulation of a place without 题注', ['某某省甲乙条例', '第一条 甲。'], [[1, '标题下面没有题注，何时由哪个机关通过、批准，本文本看不出来。']]],
    ['headings with blanks of a web page', ['第一章\u00A0 总则', '第一条 甲。', '第二章\u00A0 附则', '第二条 乙。'], [[1, '标题中夹有网页的不换行空格（共2个标题，这是第一个），已按普通空格读出。']]],
    ['a heading with a tab', ['第一章\t总则', '第一条 甲。'], [[1, '标题中夹有制表符（一处），已按普通空格读出。']]],
    ['characters of no width within words', ['第一章 总\u200B则', '第一条 甲\u2060应当。'], [[1, '文字中夹有看不见的零宽字符（共2行，这是第一行），已略去。']]],
    ['labels that nothing parts from the words', ['第一条为了甲。', '第二条乙应当丙。', '第三条 丁。', '第四条戊。'], [[1, '条标与条文之间没有空格（共3条，这是第一条），已按条号分开。']]],
    ['附则 without the number that 第一章 has', ['第一章 总则', '第一条 甲。', '附则', '第二条 乙。'], [[3, '“附则”没有编号，别的标题都有编号，照原样编入。']]],
    ['序言 before 第一章', ['某宪章', '序言', '甲。', '第一章 总纲', '第一条 乙。'], [[2, '“序言”没有编号，别的标题都有编号，照原样编入。']]],
    ['an article that was deleted', ['第一条 甲。', '第二条 （删去）'], [[2, '第二条只有“（删去）”，没有条文，条号照原样保留。']]],
    ['brackets of two kinds', ['第一条 甲：', '（一)乙；', '(二）丙。'], [[2, '项的编号“（一)”两边括号一个全角、一个半角（共2处，这是第一处），按全角括号编入。']]],
    ['a decision with half-width commas', ['某院关于修改《某解释》的决定', '一、将第六条改为第七条,第一款修改为：“甲。”', '二、删去第九条。'], [[2, '决定里用了半角逗号（一处），照原样保留；按决定修改时与全角逗号同样看待。']]],
    ['lines of zero-width characters', ['某办法', '\u200B', '第一条 甲。', '\u200B\u200B ', '第二条 乙。'], [[2, '这一行看似空行，其实有看不见的零宽字符（共2行，这是第一行），已作空行略去。']]],
    ['em spaces', ['某办法', '\u2003\u2003第一条\u2003甲。', '\u2003\u2003乙。'], [[2, '用网页的宽空格（EM SPACE）缩进或者隔开条标（共2行，这是第一行），已按普通空格读出。']]],
    ['titles in half-width marks', ['某办法', '根据《关于修改<某法>的决定》修正', '第一条 依照《关于修改＜某办法＞的决定》。'], [[2, '书名号里的书名用了“<>”（共2处，这是第一处），照原样保留，与“〈〉”同样看待。']]],
    ['a 目录 of links', ['某法', '- [第一章 总则](#第一章-总则)', '- [第二章 附则](#第二章-附则)', '# 第一章 总则', '第一条 甲。', '# 第二章 附则', '第二条 乙。'], [[2, '目录写成网页链接（共2行，这是第一行），已只取文字。']]],
    ['spread headings, counted in the body', ['某法', '目　　录', '第一章　总　　则', '第一章　总　　则', '第一条 甲。'], [[4, '标题“总　　则”的字之间夹有空格（一处），与“总则”同样看待。']]],
    ['a spread 目录 above headings that are whole', ['某法', '目 录', '第一章 总则', '第一章 总则', '第一条 甲。'], [[2, '标题“目 录”的字之间夹有空格（一处），与“目录”同样看待。']]],
    ['labels in bold', ['**第一条** 甲。', '**第二条** 乙。'], [[1, '条标两边有加粗符号“**”（共2行，这是第一行），已略去。']]],
    ['a text that stops before it says when it takes effect', ['某办法', '第一条 甲。', '第二条 乙。', '第三条 丙。', '第四条 丁。'], [[5, '正文到第四条为止，没有关于施行的条款，请留意文件是否完整。']]],
    ['tags', ['第一条 <u>甲</u>。', '<br>　　乙。'], [[1, '文字中夹有网页标签（一行），已略去。'], [2, '段落用网页标签“<br>”隔开（一行），已按段落分开。']]],
    ['half-width marks', ['第一条 甲,乙;丙(丁)。', '(一)戊。'], [[1, '用了半角标点（共3处，这是第一处），照原样保留。']]],
  ])('%s', (_, lines, expected) => {
    const text = parse(...lines)
    expect([text.problems, text.remarks.map(({ line, message }) => [line, message])]).toEqual([[], expected])
    expect(text.remarks.every(({ code }) => code in REMARK_CODES)).toBe(true)
  })

  test.each([
    ['a spread 总 则 counts as spread, whatever the blank', ['第一章 总 \u00A0则', '第一条 甲。'], ['spread-heading']],
    ['a blank after a label or a number', ['第一条\u00A0甲：', '（一）\u00A0乙；', '（二）\t丙。'], []],
    ['names of two organs in the title of a paper', ['第一条 依照《某局\u00A0某厅关于甲的通知》执行。'], []],
    ['two labels without a blank among many with one', ['第一条甲。', '第二条 乙。', '第三条 丙。', '第四条丁。'], []],
    ['a label before a heading in brackets', ['第一条【目的】甲。', '第二条【依据】乙。', '第三条【范围】丙。'], []],
    ['headings none of which has a number', ['总则', '第一条 甲。', '附则', '第二条 乙。'], []],
    ['a draft, which has no 题注 yet', ['某某省甲乙条例（草案）', '第一条 甲。'], []],
    ['a 题注 that says 根据 and goes on', ['某某省甲乙条例', '（2004年6月28日某会议通过 根据2005年5月27日某会议《关于修改某条例的决定》修正）', '第一条 甲。'], []],
    ['numbers of items in half-width brackets', ['第一条 甲：', '(一)乙；', '(二)丙。'], []],
    ['a comment of the container', ['某法', '<!-- INFO END -->', '第一条 甲。'], []],
    ['less than and more than', ['第一条 含量<5或者>10的。'], []],
  ])('%s', (_, lines, expected) => {
    const text = parse(...lines)
    expect([text.problems, text.remarks.map(({ code }) => code)]).toEqual([[], expected])
  })
})

describe('what the reader of a file remarked', () => {
  const source = '\u2003\u2003第一条 甲。\n\u200B\n第三条 乙。'

  test('stays with the text that is parsed from its blocks', () => {
    const { blocks, remarks } = readSource(source)
    expect(remarks.map(({ line, code }) => [line, code])).toEqual([[1, 'em-spaces'], [2, 'invisible-lines']])
    const text = parseLegalText(blocks, { remarks })
    expect(text.remarks.map(({ line, code }) => [line, code])).toEqual([[1, 'em-spaces'], [2, 'invisible-lines']])
    expect(text).toEqual(parseText(source))
  })

  test('goes into the editor and comes back', () => {
    const text = parseText(source)
    expect(fromEditorDocument(JSON.parse(JSON.stringify(toEditorDocument(text))))).toEqual(text)
  })

  test('is parted from the problems of a draft that was begun when the two were one list', () => {
    const text = parseText(source)
    const { attrs, ...document } = toEditorDocument(text)
    const older = { form: attrs?.['form'], placed: attrs?.['placed'], problems: [...text.problems, ...text.remarks] }
    const read = fromEditorDocument(JSON.parse(JSON.stringify({ ...document, attrs: older })))
    expect([read.problems, read.remarks]).toEqual([text.problems, text.remarks])
  })
})
