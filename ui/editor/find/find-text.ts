/** Finding words in a draft: through references, which count with the words that they say now. */
import type { Node } from 'prosemirror-model'
import type { Transform } from 'prosemirror-transform'

export type Match = {
  from: number
  to: number
  /** holds words of a reference, which are computed: it is shown and not replaced */
  inReference: boolean
}

type Line = { words: string; /** where each character stands */ at: number[]; ends: number[]; computed: boolean[] }

function lineOf(block: Node, base: number, said: (pos: number) => string): Line {
  const line: Line = { words: '', at: [], ends: [], computed: [] }
  block.forEach((child, offset) => {
    const pos = base + 1 + offset
    const words = child.isText ? (child.text ?? '') : said(pos)
    for (let i = 0; i < words.length; i += 1) {
      line.at.push(child.isText ? pos + i : pos)
      line.ends.push(child.isText ? pos + i + 1 : pos + child.nodeSize)
      line.computed.push(!child.isText)
    }
    line.words += words
  })
  return line
}

/**
 * Every place in which the words stand, in the order of the text; capital and small letters are the same.
 * @param said the words of the reference at a position
 */
export function findText(doc: Node, query: string, said: (pos: number) => string): Match[] {
  const wanted = query.toLowerCase()
  if (wanted === '') return []
  const matches: Match[] = []
  doc.descendants((block, base) => {
    if (!block.isTextblock) return true
    const line = lineOf(block, base, said)
    // letters whose small form has another length would shift what follows
    const lowered = line.words.toLowerCase()
    const words = lowered.length === line.words.length ? lowered : line.words
    for (let start = words.indexOf(wanted); start >= 0; start = words.indexOf(wanted, start + wanted.length)) {
      const last = start + wanted.length - 1
      matches.push({ from: line.at[start] ?? base, to: line.ends[last] ?? base, inReference: line.computed.slice(start, last + 1).includes(true) })
    }
    return false
  })
  return matches
}

/** Replaces matches; words of references stay. Returns how many were replaced. */
export function replaceMatches(change: Transform, matches: readonly Match[], words: string): number {
  const own = matches.filter(({ inReference }) => !inReference)
  const { schema } = change.doc.type
  for (const { from, to } of own.toReversed()) {
    if (words === '') change.delete(from, to)
    else change.replaceWith(from, to, schema.text(words))
  }
  return own.length
}
