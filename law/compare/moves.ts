import type { Change } from './diff-words.ts'
import { markedTokens } from './tokens.ts'
import { packTexts } from './units.ts'

/** Fewer characters than this stand in two places by chance: of clauses, and of whole sentences, items and paragraphs. */
const SHORTEST_CLAUSE_WORDS = 13
const SHORTEST_SENTENCE_WORDS = 7
/** Length of the windows that are looked up. */
const WINDOW = 8
const PUNCTUATION = /[\p{P}\p{S}\s]/gu
/** Behind or before one of these a clause, item or paragraph begins and ends. */
const BREAKS = new Set('，。；：、！？,;:\n')
const STOPS = new Set('。；！？;\n')
const ITEM_NUMBER = /(?:^|\n)(?:（[^）\n]{1,4}）|\([^)\n]{1,4}\)|[0-9０-９]{1,2}[.．、])$/u

/** Something with changes: a row of a comparison. */
type Changed = { changes: Change[] }

/** A deletion or an insertion, and where its text begins in the whole of its side. */
type Piece = { row: Changed; at: number; start: number; end: number }
type Side = { text: string; pieces: Piece[] }
type Passage = { moveId: string; from: number; to: number }

/**
 * Finds what was deleted in one place and inserted in another, and gives both the same `moveId`
 * (`m1`, `m2` … in the order of the new text). A passage counts that begins and ends where a clause
 * does and has thirteen letters, or is a whole sentence, item or paragraph and has seven, and that stands exactly once
 * in each text: a phrase of the drafters' stock stands more than once. Changes are cut where a move begins or ends.
 */
export function markMoves(rows: readonly Changed[]): void {
  const gone = readSide(rows, 'delete', 'insert')
  const come = readSide(rows, 'insert', 'delete')
  if (gone.pieces.length === 0 || come.pieces.length === 0) return
  const [goneOf, comeOf] = [pieceAt(gone), pieceAt(come)]
  const goneMoves = new Map<Piece, Passage[]>()
  const comeMoves = new Map<Piece, Passage[]>()
  let [lastFrom, lastTo, count] = [-1, -1, 0]
  for (const seed of seeds(gone, come)) {
    if (seed.to < lastTo && seed.from - seed.to === lastFrom - lastTo) continue
    const [left, right] = [goneOf(seed.from), comeOf(seed.to)]
    if (!left || !right) continue
    const passage = grow(seed, gone.text, come.text, left, right)
    const trimmed = trim(passage, gone, come, left, right)
    // what is left must itself stand once: it holds the window that does
    if (trimmed && (trimmed.from > seed.from || trimmed.from + trimmed.length < seed.from + WINDOW)) continue
    ;[lastFrom, lastTo] = [passage.from + passage.length, passage.to + passage.length]
    if (!trimmed) continue
    if (overlaps(goneMoves.get(left), trimmed.from, trimmed.length) || overlaps(comeMoves.get(right), trimmed.to, trimmed.length)) continue
    const moveId = `m${++count}`
    push(goneMoves, left, { moveId, from: trimmed.from, to: trimmed.from + trimmed.length })
    push(comeMoves, right, { moveId, from: trimmed.to, to: trimmed.to + trimmed.length })
  }
  cutChanges([...goneMoves, ...comeMoves])
}

function readSide(rows: readonly Changed[], own: 'insert' | 'delete', other: 'insert' | 'delete'): Side {
  const texts: string[] = []
  const pieces: Piece[] = []
  let length = 0
  for (const row of rows) {
    row.changes.forEach((change, at) => {
      if (change.op === other) return
      if (change.op === own && change.text.length >= WINDOW) pieces.push({ row, at, start: length, end: length + change.text.length })
      texts.push(change.text)
      length += change.text.length
    })
    // words of two articles never run into each other
    texts.push('\n')
    length += 1
  }
  return { text: texts.join(''), pieces }
}

/** Which piece a place of the side's text lies in. */
function pieceAt(side: Side): (place: number) => Piece | undefined {
  return (place) => {
    let [low, high] = [0, side.pieces.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((side.pieces[middle]?.start ?? 0) <= place) low = middle
      else high = middle - 1
    }
    const piece = side.pieces[low]
    return piece && place >= piece.start && place < piece.end ? piece : undefined
  }
}

type Seed = { from: number; to: number }

/** Windows of the shortest length that stand once in each text, in what is gone and in what came; in the order of the new text. */
function seeds(gone: Side, come: Side): Seed[] {
  const [goneHashes, comeHashes] = [windowHashes(gone.text), windowHashes(come.text)]
  const came = emptyWindows(come.pieces.reduce((sum, piece) => sum + piece.end - piece.start, 0))
  for (const { start, end } of come.pieces) {
    for (let place = start; place + WINDOW <= end; place++) {
      const hash = comeHashes[place] ?? 0
      const slot = slotOf(came, hash)
      if ((came.places[slot] ?? -1) < 0) take(came, slot, hash, place)
    }
  }
  const found: Seed[] = []
  const seedAt = new Map<number, Seed>()
  for (const { start, end } of gone.pieces) {
    for (let from = start; from + WINDOW <= end; from++) {
      const to = came.places[slotOf(came, goneHashes[from] ?? 0)] ?? -1
      if (to < 0) continue
      const known = seedAt.get(to)
      if (known) known.from = from
      else {
        const seed = { from, to }
        found.push(seed)
        seedAt.set(to, seed)
      }
    }
  }
  if (found.length === 0) return found
  // few are left: they are counted in the whole texts
  const left = emptyWindows(found.length)
  for (const { to } of found) take(left, slotOf(left, comeHashes[to] ?? 0), comeHashes[to] ?? 0, to)
  const [inOld, inNew] = [countWindows(left, goneHashes), countWindows(left, comeHashes)]
  return found
    .filter(({ from, to }) => {
      const slot = slotOf(left, comeHashes[to] ?? 0)
      return inNew[slot] === 1 && inOld[slot] === 1 && gone.text.startsWith(come.text.slice(to, to + WINDOW), from)
    })
    .sort((a, b) => a.to - b.to)
}

const BASE = 0x01000193
const TOP = Array.from({ length: WINDOW - 1 }).reduce<number>((power) => Math.imul(power, BASE), 1)

/** Hash of the window that begins at each place. */
function windowHashes(text: string): Int32Array {
  const { codes } = packTexts([text])
  const hashes = new Int32Array(Math.max(0, codes.length - WINDOW + 1))
  let hash = 0
  for (let at = 0; at < codes.length; at++) {
    if (at >= WINDOW) hash = (hash - Math.imul(codes[at - WINDOW] ?? 0, TOP)) | 0
    hash = (Math.imul(hash, BASE) + (codes[at] ?? 0)) | 0
    if (at >= WINDOW - 1) hashes[at - WINDOW + 1] = hash
  }
  return hashes
}

/** Windows by their hash; the place of a free slot is -1. */
type Windows = { hashes: Int32Array; places: Int32Array; last: number }

function emptyWindows(count: number): Windows {
  let capacity = 1024
  while (capacity < count * 2) capacity *= 2
  return { hashes: new Int32Array(capacity), places: new Int32Array(capacity).fill(-1), last: capacity - 1 }
}

function slotOf({ hashes, places, last }: Windows, hash: number): number {
  let slot = (hash ^ (hash >>> 15)) & last
  while ((places[slot] ?? -1) >= 0 && hashes[slot] !== hash) slot = (slot + 1) & last
  return slot
}

function take(windows: Windows, slot: number, hash: number, place: number): void {
  windows.hashes[slot] = hash
  windows.places[slot] = place
}

/** How often each of the windows stands in a text: never, once, or more often than that. */
function countWindows(windows: Windows, hashes: Int32Array): Uint8Array {
  const counts = new Uint8Array(windows.places.length)
  for (let place = 0; place < hashes.length; place++) {
    const slot = slotOf(windows, hashes[place] ?? 0)
    if ((windows.places[slot] ?? -1) >= 0) counts[slot] = Math.min(2, (counts[slot] ?? 0) + 1)
  }
  return counts
}

type Match = { from: number; to: number; length: number }

function grow(seed: Seed, oldText: string, newText: string, left: Piece, right: Piece): Match {
  let [from, to] = [seed.from, seed.to]
  while (from > left.start && to > right.start && oldText[from - 1] === newText[to - 1]) {
    from--
    to--
  }
  let length = seed.from - from + WINDOW
  while (from + length < left.end && to + length < right.end && oldText[from + length] === newText[to + length]) length++
  return { from, to, length }
}

/** The part of a match that begins and ends where a clause does on both sides; null where too little is left. */
function trim(match: Match, gone: Side, come: Side, left: Piece, right: Piece): Match | null {
  const begins = (side: Side, piece: Piece, place: number) => place === piece.start || startsAt(side.text, place, BREAKS)
  const ends = (side: Side, piece: Piece, place: number) => place === piece.end || endsAt(side.text, place, BREAKS)
  let { from, to, length } = match
  while (length >= WINDOW && (BREAKS.has(gone.text[from] ?? '') || !begins(gone, left, from) || !begins(come, right, to))) {
    from++
    to++
    length--
  }
  while (length >= WINDOW && (gone.text[from + length - 1] === '\n' || !ends(gone, left, from + length) || !ends(come, right, to + length))) length--
  if (length < WINDOW) return null
  const words = gone.text.slice(from, from + length).replace(PUNCTUATION, '').length
  const isSentence = [gone, come].every((side, at) => startsAt(side.text, at === 0 ? from : to, STOPS) && endsAt(side.text, (at === 0 ? from : to) + length, STOPS))
  return words >= (isSentence ? SHORTEST_SENTENCE_WORDS : SHORTEST_CLAUSE_WORDS) ? { from, to, length } : null
}

const startsAt = (text: string, place: number, marks: ReadonlySet<string>): boolean =>
  marks.has(text[place - 1] ?? '\n') || ITEM_NUMBER.test(text.slice(Math.max(0, place - 8), place))

const endsAt = (text: string, place: number, marks: ReadonlySet<string>): boolean => marks.has(text[place] ?? '\n') || marks.has(text[place - 1] ?? '\n')

function overlaps(passages: readonly Passage[] | undefined, from: number, length: number): boolean {
  return passages?.some((passage) => from < passage.to && passage.from < from + length) ?? false
}

function push(map: Map<Piece, Passage[]>, piece: Piece, passage: Passage): void {
  const list = map.get(piece)
  if (list) list.push(passage)
  else map.set(piece, [passage])
}

function cutChanges(found: readonly (readonly [Piece, Passage[]])[]): void {
  const byRow = new Map<Changed, Map<number, Change[]>>()
  for (const [piece, passages] of found) {
    const change = piece.row.changes[piece.at]
    if (!change) continue
    let cuts = byRow.get(piece.row)
    if (!cuts) byRow.set(piece.row, (cuts = new Map()))
    cuts.set(piece.at, cut(change, piece.start, passages.sort((a, b) => a.from - b.from)))
  }
  for (const [row, cuts] of byRow) row.changes = row.changes.flatMap((change, at) => cuts.get(at) ?? change)
}

/** What moved has no marks: its duties and sums are those it had. */
function cut(change: Change, start: number, passages: readonly Passage[]): Change[] {
  const parts: Change[] = []
  const rest = (text: string) => {
    if (text === '') return
    const found = change.marks ? markedTokens(text) : []
    const marks = change.marks?.filter((mark) => found.some((token) => token.mark === mark)) ?? []
    parts.push({ op: change.op, text, ...(marks.length > 0 ? { marks } : {}) })
  }
  let at = 0
  for (const { moveId, from, to } of passages) {
    rest(change.text.slice(at, from - start))
    parts.push({ op: change.op, text: change.text.slice(from - start, to - start), moveId })
    at = to - start
  }
  rest(change.text.slice(at))
  return parts
}
