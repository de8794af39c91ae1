/** Runs the rules of drafting technique over a text. */
import { isAmending } from '../citation/index.ts'
import type { LegalText } from '../text/index.ts'
import { draftLines } from './draft-lines.ts'
import { numberRules } from './number-rules.ts'
import { punctuationRules } from './punctuation-rules.ts'
import type { Draft, DraftingBasis, DraftingFinding, DraftingRule, Hit } from './rule.ts'
import { structureRules } from './structure-rules.ts'
import { superiorRules } from './superior-rules.ts'
import { termRules } from './term-rules.ts'
import { wordRules } from './word-rules.ts'

/** Every rule, in the order of its code. */
export const draftingRules: readonly DraftingRule[] = [...wordRules, ...numberRules, ...punctuationRules, ...termRules, ...structureRules, ...superiorRules]
  .sort((one, other) => Number(one.code.startsWith('C')) - Number(other.code.startsWith('C')) || (one.code < other.code ? -1 : 1))

/** 立法法第八十二条第四款 */
export const basisInWords = ({ source, item = '' }: DraftingBasis): string => `${source}${item}`

function findingOf({ code, severity, basis }: DraftingRule, { line, start, end, why, suggestion }: Hit): DraftingFinding {
  const { article, paragraph, item, nodeId } = line
  return {
    rule: code,
    severity,
    place: { article: article.id, label: article.number, paragraph, item, nodeId },
    range: { start: line.offset + start, end: line.offset + end },
    quote: line.text.slice(start, end),
    message: `${why}（依据：${basisInWords(basis)}）。`,
    ...(suggestion === undefined ? {} : { suggestion }),
  }
}

/**
 * What a drafter may want to look at again, in the order of the text. Advice only: nothing here may stop anybody, and a
 * rule that cannot judge says nothing. Title, 题注, tables and annexes are not looked at.
 * @param options.rules codes of the rules to run; all where none are given
 * @param options.superior texts in force that the draft stands under; without them the rules that need them keep silent.
 *   The same array given again is not read again
 */
export function lintText(text: LegalText, options: { rules?: readonly string[]; superior?: readonly LegalText[] } = {}): DraftingFinding[] {
  const superior = options.superior ?? []
  const draft: Draft = { text, lines: draftLines(text), amending: isAmending(text), superior }
  const order = new Map(draft.lines.map((line, at) => [line, at]))
  return draftingRules
    .filter(({ code, needsSuperior }) => (options.rules?.includes(code) ?? true) && (needsSuperior === undefined || superior.length > 0))
    .flatMap((rule) => rule.find(draft).map((hit) => ({ rule, hit })))
    .sort((one, other) => (order.get(one.hit.line) ?? 0) - (order.get(other.hit.line) ?? 0) || one.hit.start - other.hit.start)
    .map(({ rule, hit }) => findingOf(rule, hit))
}
