/** Title, and the words before the first article: 引言, 序言. */
import type { LegalText } from '../../text/index.ts'
import type { Clause } from './clause.ts'
import { wordEdits } from './word-edits.ts'

const PREAMBLE_HEADING = /^序\s*言$/

/** Lines of prose before the first article; a title that the source repeats and other leftovers are none. */
export const proseBefore = ({ preamble }: LegalText): string[] => preamble.filter((line) => /[。；：！]$/.test(line))

/** `exact`: whole paragraphs where the words that changed did not give the new ones. */
export function frontClauses(oldText: LegalText, newText: LegalText, exact: boolean): Clause[] {
  const clauses: Clause[] = oldText.title === newText.title ? [] : [{ kind: 'title', title: newText.title }]
  const [before, after] = [proseBefore(oldText), proseBefore(newText)]
  if (before.join('\n') === after.join('\n') || before.length === 0 || after.length === 0) return clauses
  if (!oldText.preamble.some((line) => PREAMBLE_HEADING.test(line)) || before.length !== after.length) return [...clauses, { kind: 'introduction', lines: after }]
  after.forEach((line, at) => {
    const old = before[at] ?? ''
    if (line === old) return
    const edits = exact ? null : wordEdits({ scope: old, before: old, after: line, follow: (words) => words, common: [], wording: 'replaced' })
    clauses.push({ kind: 'preamble-paragraph', paragraph: at + 1, line, edits })
  })
  return clauses
}
