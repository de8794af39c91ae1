/** What a decision says of whole stretches of the text: the articles that a division holds, a new annex, the text as a whole. */
import { parseText } from '../text/index.ts'
import { labelOrdinal } from '../text/index.ts'
import type { ApplyContext } from './apply-context.ts'
import { AmendmentFailure, describePlace, findDivision } from './find-place.ts'
import type { DivisionStep, Operation, QuotedLines } from './instruction.ts'
import { parseAnnexBlocks } from './read-annex.ts'
import { toWorkBlocks, toWorkText, type WorkDivision, type WorkText } from './working-text.ts'

/** 第三章内容为第十八条至第三十条; of a division that the same sentence adds, by its new number. */
export function giveExtent(context: ApplyContext, { articles, added }: Extract<Operation, { does: 'give-extent' }>): void {
  const { work, place, trace } = context
  const division = added ? findAdded(work, place.divisions) : findDivision(work, place.divisions)
  if (division === null) throw new AmendmentFailure('place-not-found', `决定没有增加${describePlace(place)}。`)
  const labels = articles.map(({ article }) => article ?? '')
  work.extents.push({ division, labels: new Set(labels) })
  trace.push({ before: added ? null : describePlace(place), after: { kind: 'division', division } })
}

/** A division that an instruction added, by the numbers that it was promised. */
export function findAdded(work: WorkText, steps: readonly DivisionStep[]): WorkDivision | null {
  const last = steps.at(-1)
  if (last === undefined) return null
  return work.divisions.findLast(({ source, gone, kind, pin }) => source === null && !gone && kind === last.kind && pin?.value === last.ordinal) ?? null
}

const isInside = (division: WorkDivision | null, around: WorkDivision): boolean => division !== null && (division === around || isInside(division.parent, around))

/** Once articles have their numbers: each stands in the division that was said to hold it, or in one inside of that. */
export function settleExtents(work: WorkText): void {
  for (const { division, labels } of work.extents) {
    for (const article of work.articles) {
      if (article.final === null || !labels.has(article.final)) continue
      if (!isInside(article.home, division)) article.home = division
      article.homeGiven = true
    }
  }
}

/** 删去第三章章名: the heading goes, what stood under it goes on under the heading before it. */
export function dropHeading(work: WorkText, division: WorkDivision): void {
  const before = work.divisions.slice(0, work.divisions.indexOf(division)).findLast(({ gone }) => !gone) ?? null
  division.gone = true
  for (const one of work.divisions) if (one.parent === division) one.parent = division.parent
  for (const article of work.articles) if (article.home === division) article.home = before
}

/** 增加附件二：“…”. */
export function insertAnnex({ work, place, trace }: ApplyContext, lines: QuotedLines): void {
  const { label, title, blocks } = parseAnnexBlocks(lines)
  if (label === '') throw new AmendmentFailure('quotation-does-not-fit', '引号中的内容没有以“附件”开头。')
  if (work.annexes.some((annex) => !annex.gone && annex.label === label)) throw new AmendmentFailure('number-clash', `文本已有${label}。`)
  const ordinal = labelOrdinal(label)
  const annex = { old: null, label, title, blocks: toWorkBlocks(blocks, true), gone: false }
  const at = ordinal === null ? -1 : work.annexes.findIndex((one) => (labelOrdinal(one.label) ?? 0) > ordinal)
  work.annexes.splice(at < 0 ? work.annexes.length : at, 0, annex)
  trace.push({ before: null, after: { kind: 'words', words: describePlace(place) } })
}

/** 将全文修改为：“…”: nothing of the old body stays; 题注 and signature do. */
export function replaceAll({ work, trace }: ApplyContext, lines: QuotedLines): void {
  const read = parseText(lines.join('\n'))
  if (read.form !== 'articles' || read.articles.length === 0 || read.title === '') throw new AmendmentFailure('quotation-does-not-fit', '引号中的内容不是一部分条的文本。')
  const fresh = toWorkText(read)
  work.title = fresh.title
  work.preamble = fresh.preamble.length === 0 ? work.preamble : fresh.preamble
  for (const article of work.articles) trace.push({ before: article.old, after: null })
  // headings keep the numbers that they are quoted with
  for (const article of fresh.articles) {
    article.source = null
    article.pin = article.label === null ? null : { value: article.label, by: -1 }
    article.homeGiven = true
    trace.push({ before: null, after: { kind: 'article', article } })
  }
  work.divisions = fresh.divisions
  work.articles = fresh.articles
  work.annexes = fresh.annexes
}
