import { heaviestChain, type Candidate } from './order.ts'

/** A stretch that both texts have: where it begins in each, in UTF-16 units. */
export type Anchor = { old: number; new: number; length: number }

// Shorter clauses (的， 或者、) stand everywhere and hold nothing fast.
const SHORTEST_ANCHOR = 5
/** How many places of the same clause on the other side are looked at. */
const MOST_PLACES = 8

const ENDS = new Set(['，', '。', '；', '：', '、', '\n', '？', '！'].map((end) => end.charCodeAt(0)))

/**
 * Clauses that both texts have, in order: those at the beginning and the end first, then the heaviest chain of
 * equal ones between them. No word, number or reference reaches over the end of a clause.
 */
export function anchorClauses(oldText: string, newText: string): Anchor[] {
  const head = commonHead(oldText, newText)
  const tail = commonTail(oldText, newText, head)
  const anchors: Anchor[] = head > 0 ? [{ old: 0, new: 0, length: head }] : []
  const oldClauses = clausesOf(oldText, head, oldText.length - tail)
  const newClauses = clausesOf(newText, head, newText.length - tail)
  if (oldClauses.length > 1 && newClauses.length > 1) {
    for (const pair of chainOf(oldClauses, newClauses)) {
      const [left, right] = [oldClauses[pair.old], newClauses[pair.new]]
      if (left && right) append(anchors, { old: left.start, new: right.start, length: left.text.length })
    }
  }
  if (tail > 0) append(anchors, { old: oldText.length - tail, new: newText.length - tail, length: tail })
  return anchors
}

function append(anchors: Anchor[], anchor: Anchor): void {
  const last = anchors.at(-1)
  if (last && last.old + last.length === anchor.old && last.new + last.length === anchor.new) last.length += anchor.length
  else anchors.push(anchor)
}

/** Length of the clauses that both begin with. */
function commonHead(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length)
  let ended = 0
  for (let at = 0; at < shorter; at++) {
    const code = a.charCodeAt(at)
    if (code !== b.charCodeAt(at)) break
    if (ENDS.has(code)) ended = at + 1
  }
  return ended
}

/** Length of the clauses that both end with, behind the end of one before them. */
function commonTail(a: string, b: string, head: number): number {
  const shorter = Math.min(a.length, b.length) - head
  let begun = 0
  for (let length = 1; length <= shorter; length++) {
    const code = a.charCodeAt(a.length - length)
    if (code !== b.charCodeAt(b.length - length)) break
    if (ENDS.has(code)) begun = length - 1
  }
  return begun
}

type Clause = { text: string; start: number }

function clausesOf(text: string, from: number, to: number): Clause[] {
  const clauses: Clause[] = []
  let start = from
  for (let at = from; at < to; at++) {
    if (!ENDS.has(text.charCodeAt(at)) && at < to - 1) continue
    clauses.push({ text: text.slice(start, at + 1), start })
    start = at + 1
  }
  return clauses
}

function chainOf(oldClauses: readonly Clause[], newClauses: readonly Clause[]): Candidate[] {
  const places = new Map<string, number[]>()
  newClauses.forEach(({ text }, at) => {
    if (text.length < SHORTEST_ANCHOR) return
    const list = places.get(text)
    if (list) list.push(at)
    else places.set(text, [at])
  })
  const candidates: Candidate[] = []
  oldClauses.forEach(({ text }, at) => {
    for (const other of places.get(text)?.slice(0, MOST_PLACES) ?? []) candidates.push({ old: at, new: other, worth: text.length })
  })
  return candidates.length === 0 ? [] : heaviestChain(candidates, newClauses.length)
}
