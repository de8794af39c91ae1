import { identityKey } from './normalise.ts'

/** A passage of an article, kept so that it can be found again when the text around it changes. */
export type QuoteAnchor = {
  exact: string
  /** what stands before and behind it, up to 32 characters */
  prefix: string
  suffix: string
  /** offset in the article's text, in UTF-16 units */
  start: number
}

/** Where a passage was found, and how: as it was kept, by its words and neighbours, or by most of its words. */
export type LocatedQuote = { start: number; end: number; how: 'position' | 'context' | 'fuzzy'; similarity: number }

const CONTEXT_LENGTH = 32
const FUZZY_MIN = 0.65
// Sellers' table has text × quotation cells; beyond this only exact places are looked for.
const MAX_CELLS = 20_000_000

/**
 * Anchor of the passage from `start` to `end` of an article's text.
 * @throws RangeError where the passage is empty or outside the text
 */
export function quoteAnchor(text: string, start: number, end: number): QuoteAnchor {
  if (start < 0 || end > text.length || start >= end) throw new RangeError(`no passage from ${start} to ${end} in a text of ${text.length}`)
  return {
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - CONTEXT_LENGTH), start),
    suffix: text.slice(end, end + CONTEXT_LENGTH),
    start,
  }
}

/** Finds an anchored passage in an article's text, or null where nothing is like it. */
export function locateQuote(text: string, anchor: QuoteAnchor): LocatedQuote | null {
  if (anchor.exact === '') return null
  return locateExact(text, anchor) ?? locateFolded(text, anchor) ?? locateFuzzy(text, anchor)
}

function locateExact(text: string, anchor: QuoteAnchor): LocatedQuote | null {
  let best: { start: number; context: number } | null = null
  for (let start = text.indexOf(anchor.exact); start >= 0; start = text.indexOf(anchor.exact, start + 1)) {
    const context = contextLength(text, start, start + anchor.exact.length, anchor)
    if (!best || context > best.context || (context === best.context && Math.abs(start - anchor.start) < Math.abs(best.start - anchor.start))) {
      best = { start, context }
    }
  }
  if (!best) return null
  return { start: best.start, end: best.start + anchor.exact.length, how: best.start === anchor.start ? 'position' : 'context', similarity: 1 }
}

/** The same words with other white space, width or quotation marks: what a browser's selection gives. */
function locateFolded(text: string, anchor: QuoteAnchor): LocatedQuote | null {
  const folded = fold(text)
  const quote = identityKey(anchor.exact)
  if (quote === '') return null
  let best: { start: number; end: number; context: number } | null = null
  for (let at = folded.key.indexOf(quote); at >= 0; at = folded.key.indexOf(quote, at + 1)) {
    const start = folded.starts[at] ?? 0
    const end = folded.ends[at + quote.length - 1] ?? start
    const context = contextLength(text, start, end, anchor)
    if (!best || context > best.context || (context === best.context && Math.abs(start - anchor.start) < Math.abs(best.start - anchor.start))) best = { start, end, context }
  }
  return best ? { start: best.start, end: best.end, how: 'context', similarity: 1 } : null
}

/** The key of a text, and for each of its characters where the one it came from begins and ends. */
function fold(text: string): { key: string; starts: number[]; ends: number[] } {
  let key = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of text) {
    const folded = identityKey(character)
    key += folded
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(at)
      ends.push(at + character.length)
    }
    at += character.length
  }
  return { key, starts, ends }
}

/** How many characters before and behind are those of the anchor. */
function contextLength(text: string, start: number, end: number, anchor: QuoteAnchor): number {
  let before = 0
  while (before < anchor.prefix.length && text[start - 1 - before] === anchor.prefix[anchor.prefix.length - 1 - before]) before++
  let after = 0
  while (after < anchor.suffix.length && text[end + after] === anchor.suffix[after]) after++
  return before + after
}

/** The stretch of text with the fewest edits against the quotation (Sellers). */
function locateFuzzy(text: string, anchor: QuoteAnchor): LocatedQuote | null {
  const quote = anchor.exact
  if (text.length * quote.length > MAX_CELLS) return null
  let cost = Int32Array.from({ length: quote.length + 1 }, (_, at) => at)
  let from = new Int32Array(quote.length + 1)
  const ends: { start: number; end: number; cost: number }[] = []
  for (let at = 1; at <= text.length; at++) {
    const nextCost = new Int32Array(quote.length + 1)
    const nextFrom = new Int32Array(quote.length + 1)
    nextFrom[0] = at
    for (let q = 1; q <= quote.length; q++) {
      const swap = (cost[q - 1] ?? 0) + (text[at - 1] === quote[q - 1] ? 0 : 1)
      const skipText = (cost[q] ?? 0) + 1
      const skipQuote = (nextCost[q - 1] ?? 0) + 1
      const least = Math.min(swap, skipText, skipQuote)
      nextCost[q] = least
      nextFrom[q] = (least === swap ? from[q - 1] : least === skipText ? from[q] : nextFrom[q - 1]) ?? 0
    }
    cost = nextCost
    from = nextFrom
    ends.push({ start: from[quote.length] ?? 0, end: at, cost: cost[quote.length] ?? 0 })
  }
  const rank = (end: { start: number; end: number; cost: number }) => end.cost - contextLength(text, end.start, end.end, anchor) / (4 * CONTEXT_LENGTH)
  let best: (typeof ends)[number] | null = null
  for (const end of ends) if (end.end > end.start && (!best || rank(end) < rank(best))) best = end
  if (!best) return null
  const similarity = 1 - best.cost / quote.length
  return similarity >= FUZZY_MIN ? { start: best.start, end: best.end, how: 'fuzzy', similarity } : null
}
