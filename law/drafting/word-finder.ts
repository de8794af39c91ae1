/** Finds words and forms of words line by line: most rules of the norm are about the choice of a word. */
import type { Draft, DraftLine, Hit } from './rule.ts'

/**
 * Words that a rule speaks of. Patterns are global, bounded in every repetition (hostile input costs linear time) and
 * may look behind and ahead for what makes them another word.
 */
export type WordForm = {
  pattern: RegExp
  why: string | ((match: RegExpMatchArray) => string)
  suggestion?: string | ((match: RegExpMatchArray) => string)
}

/** Every match of the forms that does not stand in a title. */
export function findWords(forms: readonly WordForm[]): (draft: Draft) => Hit[] {
  return ({ lines }) => lines.flatMap((line) => forms.flatMap((form) => hitsOf(line, form)))
}

function hitsOf(line: DraftLine, { pattern, why, suggestion }: WordForm): Hit[] {
  const hits: Hit[] = []
  for (const match of matchesOutsideTitles(line, pattern)) {
    const said = typeof suggestion === 'function' ? suggestion(match) : suggestion
    hits.push({
      line,
      start: match.index,
      end: match.index + match[0].length,
      why: typeof why === 'function' ? why(match) : why,
      ...(said === undefined ? {} : { suggestion: said }),
    })
  }
  return hits
}

/** Matches of a global pattern in the words that the drafter wrote. */
export function* matchesOutsideTitles({ text, titles }: DraftLine, pattern: RegExp): Generator<RegExpExecArray> {
  let title = 0
  for (const match of text.matchAll(pattern)) {
    for (let span = titles[title]; span !== undefined && span[1] <= match.index; span = titles[title]) title += 1
    const next = titles[title]
    if (next === undefined || match.index < next[0]) yield match
  }
}
