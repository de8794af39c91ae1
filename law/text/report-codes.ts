/**
 * What the reading of a text may name, code by code, with the reason why it is the one or the other.
 *
 * A **problem** wants a person: the reading could be wrong, or the source is damaged. A **remark** is unusual and was
 * read without doubt: it is named so that nothing is done in silence, and nobody has to do anything about it.
 */
export const PROBLEM_CODES = {
  empty: 'nothing was read: the wrong file, or a scan',
  'no-article': 'a text of a kind that has 条, and none was found',
  'number-gap': 'a 条, 章 or 节 may be lost, or its label',
  'number-repeated': 'two 条 or 章 of one number, or a second instrument in the file',
  'number-out-of-order': 'a label that goes back may be a citation',
  'article-in-annex': 'the 条 of an annex may be the text that was meant',
  'suspicious-label': 'a label or number that was read other than printed, cut out of a line, or not taken for one',
  'suspicious-title': 'the title is misprinted or was put together',
  'item-gap': 'a 项 or 目 may be lost, or its number',
  'contents-mismatch': 'a chapter may be lost, or the 目录 is of another version',
  unplaced: 'words that found no place of their own',
  'unclosed-quotation': 'where the quotation ends is not known',
  'broken-line': 'one 款 may have become two',
  'tracked-change': 'whether the change was meant to be accepted is not known',
  'hidden-text': 'whether the words were meant to be read is not known',
  'damaged-characters': 'characters are lost, or shown by a private font only',
  'blank-in-sentence': 'a character may be lost where a sentence has a blank of a web page or a tab',
  'table-in-body': 'a table has neither 款 nor 项 to be cited by',
} as const

export const REMARK_CODES = {
  'no-note': 'the text is whole; it only does not say who adopted it and when',
  'no-commencement': 'some laws have no such clause; where a file was cut, nothing of what is there is read otherwise',
  'note-broken': 'the lines stay together in the 题注; its dates are read over the break',
  'article-deleted': 'a stub keeps the numbers of the articles after it, as 刑法第一百九十九条 does',
  'unnumbered-heading': '附则 and 序言 are headings by their name; no number is missing among the others',
  'label-without-blank': 'numbers that follow each other tell the labels',
  'odd-characters': 'blanks of a web page and tabs in a heading are blanks',
  'mixed-brackets': 'the number of the 项 is beyond doubt, （一) as much as （一）',
  'spread-heading': '总　则 and 总则 are one heading',
  'half-width-marks': 'width changes no word; kept as printed',
  'half-width-title-marks': '<…> within 《…》 names the same law as 〈…〉; kept as printed',
  'invisible-lines': 'lines of zero-width characters show nothing',
  'em-spaces': 'an indent, or the blank after a label',
  'contents-as-links': 'the words of a link are the entry of the 目录',
  'bold-labels': 'the marks of Markdown are not part of the label',
  'html-tags': 'tags are not part of the words; <br> parts lines',
  'byte-marks': 'how a file marks its encoding and ends its lines touches no word',
  'guessed-encoding': 'read without a damaged character; one that was damaged is a problem of its own',
} as const

export type ProblemCode = keyof typeof PROBLEM_CODES
export type RemarkCode = keyof typeof REMARK_CODES

export const isProblemCode = (code: unknown): code is ProblemCode => typeof code === 'string' && Object.hasOwn(PROBLEM_CODES, code)
export const isRemarkCode = (code: unknown): code is RemarkCode => typeof code === 'string' && Object.hasOwn(REMARK_CODES, code)

type Report<Code extends string> = { line: number; code: Code; message: string }
export const isProblem = <Other extends string>(report: Report<ProblemCode | Other>): report is Report<ProblemCode> => isProblemCode(report.code)
export const isRemark = <Other extends string>(report: Report<RemarkCode | Other>): report is Report<RemarkCode> => isRemarkCode(report.code)
