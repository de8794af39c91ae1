/** What a draft would change in its base, line by line as a word processor keeps revisions. */
import type { Node } from 'prosemirror-model'
import { diffText } from '../../compare/index.ts'
import { heaviestChain } from '../../compare/order.ts'
import type { Table } from '../../text/index.ts'
import { authorAt, type Authored, authorOf } from './authorship.ts'
import { printedLines, type PrintedLine, type Segment } from './printed-lines.ts'
import { suggestionsBetween } from './suggestions.ts'

export type Hand = Pick<Authored, 'by' | 'at'>
type Op = 'equal' | 'insert' | 'delete'
/** `counted`: a number that is another because of what stands before it, nobody wrote it */
export type TrackedPiece = { op: Op; text: string; part: 'number' | 'heading' | 'words'; hand: Hand | 'counted' | null }
export type TrackedLine = { op: Op; role: PrintedLine['role']; pieces: readonly TrackedPiece[]; table: Table | null; hand: Hand | null }

const PARTS = ['number', 'heading', 'words'] as const

/**
 * Base and draft as one list of lines: equal and delete together are the base, equal and insert the draft, word for word.
 * A line of a moved provision is taken out in one place and put in at the other.
 */
export function trackedLines(options: { base: Node; doc: Node; authored: readonly Authored[] }): TrackedLine[] {
  const { base, doc, authored } = options
  const before = printedLines(base)
  const now = base === doc ? before : printedLines(doc)
  const places = new Map(now.map(({ key }, at) => [key, at]))
  const kept = heaviestChain(before.flatMap((line, at) => { const other = places.get(line.key); return other === undefined ? [] : [{ old: at, new: other, worth: 1 + line.segments[2].text.length }] }), now.length)
  const hands = placedBy(options)
  const byKey = new Map(now.map((line) => [line.key, line]))
  const beforeByKey = new Map(before.map((line) => [line.key, line]))
  const handOf = (line: PrintedLine): Hand | null => line.owners.flatMap((owner) => hands.get(owner) ?? [])[0] ?? null
  const removed = (line: PrintedLine): TrackedLine => {
    const there = byKey.get(line.key)
    return there === undefined ? whole(line, 'delete', handOf(line)) : moved({ op: 'delete', line, before: line, now: there, hand: handOf(line) ?? authorAt(authored, there), authored })
  }
  const inserted = (line: PrintedLine): TrackedLine => {
    const was = beforeByKey.get(line.key)
    return was === undefined ? whole(line, 'insert', authorAt(authored, line)) : moved({ op: 'insert', line, before: was, now: line, hand: handOf(line) ?? authorAt(authored, line), authored })
  }
  const lines: TrackedLine[] = []
  let [old, next] = [0, 0]
  for (const pair of [...kept, { old: before.length, new: now.length }]) {
    for (; old < pair.old; old += 1) lines.push(...before.slice(old, old + 1).map(removed))
    for (; next < pair.new; next += 1) lines.push(...now.slice(next, next + 1).map(inserted))
    const [left, right] = [before[pair.old], now[pair.new]]
    if (left !== undefined && right !== undefined) lines.push(changed(left, right, authored))
    old = pair.old + 1
    next = pair.new + 1
  }
  return lines
}

/** Who took out what the base alone has, and who moved what both have, by the key of the provision; loose lines by that of their container. */
function placedBy({ base, doc, authored }: { base: Node; doc: Node; authored: readonly Authored[] }): Map<string, Hand> {
  return new Map(suggestionsBetween(base, doc).flatMap(({ kind, key, from, to }) => {
    const hand = kind === 'removed' || kind === 'rest' || kind === 'moved' ? authorOf(authored, { kind, key, from, to }) : null
    return hand === null ? [] : [[key, hand] as const]
  }))
}

const whole = (line: PrintedLine, op: 'insert' | 'delete', hand: Hand | null): TrackedLine => ({
  op, role: line.role, table: line.table, hand, pieces: line.segments.flatMap(({ text }, at) => (text === '' ? [] : [{ op, text, part: PARTS[at] ?? 'words', hand }])),
})

/** A line that stands elsewhere now: whoever moved it took it out and put it in, save the words that somebody else wrote or deleted. */
function moved({ op, line, before, now, hand, authored }: { op: 'insert' | 'delete'; line: PrintedLine; before: PrintedLine; now: PrintedLine; hand: Hand | null; authored: readonly Authored[] }): TrackedLine {
  const pieces = changed(before, now, authored).pieces.flatMap((piece) => {
    if (piece.op !== 'equal' && piece.op !== op) return []
    return [{ ...piece, op, hand: piece.op === 'equal' || piece.hand === 'counted' ? hand : (piece.hand ?? hand) }]
  })
  return { op, role: line.role, table: line.table, hand, pieces }
}

const changed = (left: PrintedLine, right: PrintedLine, authored: readonly Authored[]): TrackedLine => ({
  op: 'equal', role: right.role, table: right.table, hand: null,
  pieces: PARTS.flatMap((part, at) => piecesOf({ part, before: left.segments[at]?.text ?? '', segment: right.segments[at] ?? { text: '', places: [] }, end: right.to - 1, authored })),
})

function piecesOf(options: { part: TrackedPiece['part']; before: string; segment: Segment; end: number; authored: readonly Authored[] }): TrackedPiece[] {
  const { part, before, segment, end, authored } = options
  if (before === segment.text) return before === '' ? [] : [{ op: 'equal', text: before, part, hand: null }]
  if (part === 'number') return ([['delete', before], ['insert', segment.text]] as const).flatMap(([op, text]) => (text === '' ? [] : [{ op, text, part, hand: 'counted' as const }]))
  let at = 0
  // letters of a link have one place: its words follow the numbers, nobody wrote them
  const linked = new Set(segment.places.filter((place, index) => place === segment.places[index + 1]))
  const handOf = (range: { from: number; to: number }): TrackedPiece['hand'] => authorAt(authored, range) ?? (linked.has(range.from) ? 'counted' : null)
  return diffText(before, segment.text).map(({ op, text }) => {
    const from = segment.places[at] ?? end
    if (op === 'delete') return { op, text, part, hand: handOf({ from, to: from }) }
    at += text.length
    return { op, text, part, hand: op === 'equal' ? null : handOf({ from, to: (segment.places[at - 1] ?? from) + 1 }) }
  })
}
