/** What must hold of every text, however damaged. */
import { isDeepStrictEqual } from 'node:util'
import { amendText } from '../../../law/amendment/index.ts'
import { recogniseCitations } from '../../../law/citation/index.ts'
import { compareTexts, sideOf } from '../../../law/compare/index.ts'
import { blocksFromText, fromEditorDocument, type LegalText, parseLegalText, parseText, printLegalText, provisions, readFrontMatter, toEditorDocument } from '../../../law/text/index.ts'

export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise'
}

function must(holds: boolean, promise: string): asserts holds {
  if (!holds) throw new BrokenPromise(promise)
}

const bare = (text: string): string => text.replace(/[\s\u200B-\u200D\u2060]+/g, '')

/** Signs of Markdown; tags, comments, entities and the targets of links. */
const MARKS = /<[^<>\r\n]*>|\]\([^\s]*\)(?:\{[^{}\r\n]*\})?|&[a-z#0-9]+;|[#>*|:+\-[\]]/g
/** Seen by nobody, also in the middle of the target of a link: gone before the marks are looked for. */
const UNSEEN = /[\u200B-\u200D\u2060\uFEFF]/g
const withoutMarks = (text: string): string => bare(text.replace(UNSEEN, '').replace(MARKS, ''))

function isWithin(part: string, whole: string): boolean {
  let found = 0
  for (let i = 0; i < whole.length && found < part.length; i += 1) if (whole.charCodeAt(i) === part.charCodeAt(found)) found += 1
  return found === part.length
}

/** All that is no mark of a container must come through, in its order, and nothing be made up. @throws BrokenPromise */
export function checkWords(source: string, read: string): void {
  const lines = source.split(/\r\n|\r|\n/).slice(readFrontMatter(source)?.lineCount ?? 0)
  const left = lines.join('\n')
  must(isWithin(withoutMarks(left), bare(read)), 'every character of the source is read')
  must(isWithin(bare(read), bare(left)), 'nothing is read that the source does not have')
}

const wordsOf = (source: string): string =>
  blocksFromText(source)
    .map((block) => (block.kind === 'line' ? block.text : block.table.rows.flat().map(({ text }) => text).join('')))
    .join('')

function checkPrinting(source: string, text: LegalText, seen: string): void {
  const printed = printLegalText(text)
  const found = bare(printed)
  const title = bare(readFrontMatter(source)?.title ?? '')
  must(found === seen || found === title + seen, 'print gives every character back')
  const again: LegalText = JSON.parse(JSON.stringify(text))
  must(printLegalText(again) === printed, 'a tree that went through JSON prints the same')
  const lineCount = source.split(/\r\n|\r|\n/).length
  must([...text.problems, ...text.remarks].every(({ line }) => line >= 1 && line <= lineCount), 'every problem and remark names a line of the source')
  const ids = [...provisions(text).map(({ eId }) => eId), ...text.divisions.map(({ id }) => id)]
  must(new Set(ids).size === ids.length, 'every provision has an id of its own')
}

const joined = (texts: readonly { text: string }[]): string => texts.map(({ text }) => text).join('\n')

function checkComparison(before: LegalText, after: LegalText): void {
  const { rows } = compareTexts(before, after)
  for (const { old, new: now, changes } of rows) {
    must(sideOf(changes, 'old') === joined(old), 'equal and delete together are the old text')
    must(sideOf(changes, 'new') === joined(now), 'equal and insert together are the new text')
  }
  const ids = (side: 'old' | 'new'): string => rows.flatMap((row) => row[side].map(({ id }) => id)).sort().join(' ')
  must(ids('old') === before.articles.map(({ id }) => id).sort().join(' '), 'every old article stands in one row')
  must(ids('new') === after.articles.map(({ id }) => id).sort().join(' '), 'every new article stands in one row')
}

function checkCitations(text: LegalText): void {
  for (const { text: words, target } of recogniseCitations(text)) {
    must(words !== '', 'a citation has words')
    must(target.articles.every((label) => label !== ''), 'a cited article has a label')
  }
}

function checkEditing(text: LegalText): void {
  const back = fromEditorDocument(JSON.parse(JSON.stringify(toEditorDocument(text))))
  must(isDeepStrictEqual(back, text), 'the editor gives the tree back')
}

/** An instruction is carried out or named; the result is a text like any other. */
export function checkAmending(base: LegalText, decision: string): void {
  const { text, instructions } = amendText(base, decision)
  must(text.title !== '' || base.title === '', 'the amended text keeps a title')
  must(instructions.every(({ line }) => line >= 1), 'every instruction names a line of the decision')
  const printed = printLegalText(text)
  const blocks = printed.split('\n').map((line, i) => ({ kind: 'line' as const, text: line, line: i + 1 }))
  must(bare(printLegalText(parseLegalText(blocks))) === bare(printed), 'the amended text can be printed and read again')
}

/** Everything that is promised of `source`, a mutation of `original`. @throws BrokenPromise, or whatever falls over */
export function checkText(source: string, original: LegalText): LegalText {
  const text = parseText(source)
  const words = wordsOf(source)
  checkWords(source, words)
  checkPrinting(source, text, bare(words))
  checkComparison(original, text)
  checkCitations(text)
  checkEditing(text)
  return text
}
