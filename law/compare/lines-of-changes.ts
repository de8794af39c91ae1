import type { Change } from './diff-words.ts'

/** A line of a comparison as it is shown: its changes without line feeds, and the number of the article that begins with it. */
export type ShownLine = { changes: Change[]; begins: { number: string; side: 'old' | 'new' } | null }

type Numbered = { number: string; text: string }
type Side = 'old' | 'new' | 'both'

/**
 * The lines of a row on one side, or of both told in one column: a line that is gone stands by itself, two lines that
 * became one are one. Where several articles stand on a side, each line that begins one carries its number.
 */
export function linesOfChanges(changes: readonly Change[], side: Side, articles: { old: readonly Numbered[]; new: readonly Numbered[] }): ShownLine[] {
  const starts = { old: startsOf(articles.old), new: startsOf(articles.new) }
  const lines: ShownLine[] = []
  const at = { old: 0, new: 0 }
  let start = { ...at }
  let line: Change[] = []
  const end = (): void => {
    if (line.length === 0) return
    const own = side !== 'both' ? side : line.some(({ op }) => op !== 'delete') ? 'new' : 'old'
    const number = starts[own].get(start[own])
    // the same line is not begun twice
    if (number !== undefined) starts[own].delete(start[own])
    lines.push({ changes: line, begins: number === undefined ? null : { number, side: own } })
    line = []
  }
  for (const change of changes) {
    const { op, text } = change
    if ((side === 'old' && op === 'insert') || (side === 'new' && op === 'delete')) continue
    const breaks = side !== 'both' || op !== 'delete' || text.trim() !== ''
    text.split('\n').forEach((part, index) => {
      if (index > 0) {
        if (breaks) end()
        if (op !== 'insert') at.old += 1
        if (op !== 'delete') at.new += 1
      }
      if (part === '') return
      if (line.length === 0) start = { ...at }
      line.push({ ...change, text: part })
    })
  }
  end()
  return lines
}

/** The line at which each of several articles begins; a single one is named above its text. */
function startsOf(articles: readonly Numbered[]): Map<number, string> {
  const starts = new Map<number, string>()
  if (articles.length < 2) return starts
  let line = 0
  for (const { number, text } of articles) {
    starts.set(line, number)
    line += text.split('\n').length
  }
  return starts
}
