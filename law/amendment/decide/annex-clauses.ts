/** What a decision says of 附件: an annex is written anew, comes or goes as a whole. */
import { type Annex, tableText } from '../../text/index.ts'
import type { Clause } from './clause.ts'
import { likeness, pairInOrder } from './pair-blocks.ts'

const ALIKE = 0.3
const WORTH_OF_LABEL = 0.5

export const annexBody = ({ blocks }: Annex): string[] => blocks.flatMap((block) => (block.kind === 'table' ? tableText(block.table).split('\n') : [block.text]))

const nameOf = ({ label }: Annex): string => label.replace(/[:：]$/, '')

function annexLines(annex: Annex): string[] {
  const head = /[：:]$|^$/.test(annex.label) || annex.title === '' ? `${annex.label}${annex.title}` : `${annex.label}　${annex.title}`
  return [head, ...annexBody(annex)]
}

/** Clauses on annexes, in their order; what goes comes first, named by the labels of the old text. */
export function annexClauses(olds: readonly Annex[], news: readonly Annex[]): Clause[] {
  const words = (annex: Annex): string => annexLines(annex).join('\n')
  const pairs = pairInOrder(olds.length, news.length, (i, j) => {
    const [before, after] = [olds[i], news[j]]
    if (before === undefined || after === undefined) return 0
    const value = likeness(words(before), words(after)) + (before.label === after.label ? WORTH_OF_LABEL : 0)
    return value >= ALIKE ? value : 0
  })
  const clauses: Clause[] = []
  const kept = { old: new Set(pairs.map((pair) => pair.old)), new: new Set(pairs.map((pair) => pair.new)) }
  for (const pair of pairs) {
    const [before, after] = [olds[pair.old], news[pair.new]]
    if (before === undefined || after === undefined || words(before) === words(after)) continue
    clauses.push({ kind: 'replace-annex', annex: nameOf(before), lines: annexLines(after) })
  }
  olds.forEach((annex, at) => {
    if (!kept.old.has(at)) clauses.push({ kind: 'delete-annex', annex: nameOf(annex) })
  })
  news.forEach((annex, at) => {
    if (!kept.new.has(at)) clauses.push({ kind: 'add-annex', label: nameOf(annex), lines: annexLines(annex) })
  })
  return clauses
}
