/**
 * The piece of a text that shows why it was found. Pieces of text with a mark, never html: who shows them escapes them.
 */
import { normalise } from './query/normalise.ts'

export type Segment = { text: string; marked: boolean }

type Span = { from: number; to: number }

/** Every place of every term, long terms first, without overlaps. */
function places(plain: string, terms: string[]): Span[] {
  const spans: Span[] = []
  const taken = new Uint8Array(plain.length)
  for (const term of [...terms].sort((a, b) => b.length - a.length)) {
    if (term === '') continue
    for (let at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + term.length)) {
      if (taken[at] === 1 || taken[at + term.length - 1] === 1) continue
      taken.fill(1, at, at + term.length)
      spans.push({ from: at, to: at + term.length })
    }
  }
  return spans.sort((a, b) => a.from - b.from)
}

/** `text` in pieces, the terms marked; neighbouring marks become one. Terms are normalised words. */
export function markTerms(text: string, terms: string[]): Segment[] {
  const segments: Segment[] = []
  let at = 0
  for (const span of places(normalise(text), terms)) {
    if (span.from > at) segments.push({ text: text.slice(at, span.from), marked: false })
    const before = segments.at(-1)
    if (before !== undefined && before.marked) before.text += text.slice(span.from, span.to)
    else segments.push({ text: text.slice(span.from, span.to), marked: true })
    at = span.to
  }
  if (at < text.length) segments.push({ text: text.slice(at), marked: false })
  return segments
}

/** The window of about `length` characters that holds most different terms, begun after a stop where one is near. */
export function snippet(text: string, terms: string[], length = 120): Segment[] {
  const flat = text.replace(/\s*\n\s*/gu, ' ')
  if (flat.length <= length) return markTerms(flat, terms)
  const plain = normalise(flat)
  const spans = places(plain, terms)
  const from = beginning(plain, bestStart(plain, spans, length), spans)
  const to = Math.min(flat.length, from + length)
  const segments = markTerms(flat.slice(from, to), terms)
  if (from > 0) segments.unshift({ text: '…', marked: false })
  if (to < flat.length) segments.push({ text: '…', marked: false })
  return segments
}

/** Start of the first window with the most different terms, then the most characters of them. */
function bestStart(plain: string, spans: Span[], length: number): number {
  let best = { start: 0, different: -1, characters: -1 }
  for (const [index, span] of spans.entries()) {
    const different = new Set<string>()
    let characters = 0
    for (let next = index; next < spans.length; next += 1) {
      const inside = spans[next]
      if (inside === undefined || inside.to > span.from + length - 10) break
      different.add(plain.slice(inside.from, inside.to))
      characters += inside.to - inside.from
    }
    if (different.size > best.different || (different.size === best.different && characters > best.characters)) {
      best = { start: span.from, different: different.size, characters }
    }
  }
  return best.start
}

/** Moves a start back to just behind the last stop, by at most 20 characters and never before a window that still fits. */
function beginning(plain: string, start: number, spans: Span[]): number {
  if (spans.length === 0) return 0
  const near = Math.max(0, start - 20)
  if (near === 0) return 0
  for (let at = start; at > near; at -= 1) {
    if ('。;:,、!?'.includes(plain.charAt(at - 1))) return at
  }
  return Math.max(0, start - 8)
}
