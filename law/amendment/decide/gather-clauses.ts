/** Small changes gathered as a clerk gathers them: many articles under one number, each with its own. */
import type { Clause } from './clause.ts'

/** So many small changes beside so many others go together under 对部分条文作以下修改. */
const FEWEST_SMALL = 3
const FEWEST_OTHERS = 4

/** Clauses on articles and divisions with the small ones at the end; the order is kept otherwise. */
export function gatherClauses(clauses: readonly Clause[], common: readonly Clause[]): Clause[] {
  const small = [...clauses.filter(isSmall), ...common]
  const others = clauses.filter((clause) => !isSmall(clause))
  if (small.length < FEWEST_SMALL || others.length < FEWEST_OTHERS) return [...clauses, ...common]
  return [...others, { kind: 'some-articles', clauses: small }]
}

const isSmall = (clause: Clause): boolean => clause.kind === 'article' && clause.parts.length > 0 && clause.parts.every(({ kind }) => kind === 'words')
