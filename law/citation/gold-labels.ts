/** Citations labelled by reading, held against those that are found: for the test and the benchmark. */
import { titleKey } from './law-names.ts'
import type { Place } from './places.ts'
import type { Citation } from './recognise.ts'
import type { SourcePosition } from './source-positions.ts'

type GoldTarget = { law: string; law_also?: string; articles: string[]; paragraph: number | null; item: string | null; parts?: Place[] }

/** One line of `citations-shared.jsonl`: a citation, or with `negative` words that are none; `optional` counts neither way. */
export type GoldLabel = {
  file: string
  line: number
  col: number
  text: string
  in: { article: string | null; paragraph: number | null; item: string | null; section?: string }
  target?: GoldTarget
  negative?: boolean
  why?: string
  optional?: boolean
}

export type GoldScore = { wanted: number; right: number; missed: GoldLabel[]; /** labelled as no citation, and reported */ wrong: GoldLabel[] }

/** The labels of one file, held against what was found in it: place, words and every part of the target have to be equal. */
export function scoreLabels(labels: readonly GoldLabel[], citations: readonly Citation[], positions: ReadonlyMap<Citation, SourcePosition>): GoldScore {
  const score: GoldScore = { wanted: 0, right: 0, missed: [], wrong: [] }
  for (const label of labels) {
    if (label.optional) continue
    if (label.negative || !label.target) {
      if (citations.some((citation) => overlaps(label, citation, positions.get(citation)))) score.wrong.push(label)
      continue
    }
    score.wanted += 1
    const { target } = label
    const accepted = new Set([targetKey(target), targetKey(target, target.law_also ?? target.law)])
    const found = citations.some(
      (citation) =>
        standsIn(label, citation, positions.get(citation)) &&
        (accepted.has(targetKey(citation.target)) || accepted.has(targetKey(citation.target, citation.target.lawAlso ?? citation.target.law))),
    )
    if (found) score.right += 1
    else score.missed.push(label)
  }
  return score
}

function standsIn(label: GoldLabel, citation: Citation, position: SourcePosition | undefined): boolean {
  const { article, paragraph, item, section } = citation.in
  return (
    label.text === citation.text &&
    label.line === position?.line &&
    label.col === position.col &&
    label.in.article === article &&
    label.in.paragraph === paragraph &&
    label.in.item === item &&
    label.in.section === section
  )
}

function overlaps(label: GoldLabel, citation: Citation, position: SourcePosition | undefined): boolean {
  if (position === undefined || label.line !== position.line) return false
  return label.col < position.col + citation.text.length && position.col < label.col + label.text.length
}

function targetKey(target: Pick<GoldTarget, 'law' | 'articles' | 'paragraph' | 'item' | 'parts'>, law = target.law): string {
  const parts = (target.parts ?? []).map((part) => [part.article, part.paragraph, part.item])
  return JSON.stringify([titleKey(law), target.articles, target.paragraph, target.item, parts])
}
