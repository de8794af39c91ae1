/** Title and introduction. */
import type { LegalText } from '../../text/index.ts'
import type { Clause } from './clause.ts'

const PREAMBLE_HEADING = /^序\s*言$/

/** Lines of prose before the first article; a title that the source repeats and other leftovers are none. */
const proseOf = ({ preamble }: LegalText): string[] => preamble.filter((line) => /[。；：！]$/.test(line))

export function frontClauses(oldText: LegalText, newText: LegalText): Clause[] {
  const clauses: Clause[] = oldText.title === newText.title ? [] : [{ kind: 'title', title: newText.title }]
  const [before, after] = [proseOf(oldText), proseOf(newText)]
  if (before.join('\n') === after.join('\n') || before.length === 0 || after.length === 0) return clauses
  if (oldText.preamble.some((line) => PREAMBLE_HEADING.test(line)) && before.length === after.length) {
    after.forEach((line, at) => {
      if (line !== before[at]) clauses.push({ kind: 'preamble-paragraph', paragraph: at + 1, line })
    })
    return clauses
  }
  return [...clauses, { kind: 'introduction', lines: after }]
}
