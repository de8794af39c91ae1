import { diffTexts, joinEqual, type Change, type TextPair } from './diff-words.ts'
import { eachNearest } from './nearest.ts'
import { comparableText, identityKey, sameIdentity } from './normalise.ts'
import { heaviestChain, type Candidate } from './order.ts'
import { buildCorpus, overlapOf, sharedIn } from './similarity.ts'

/** A line with an address: a 款, 项 or 目 of an article, or a block of an annex. */
export type AddressedLine = { id: string; text: string }

export type LineRow = {
  kind: 'same' | 'changed' | 'added' | 'removed'
  oldId?: string
  newId?: string
  changes: Change[]
}

const MIN_SIMILARITY = 0.3
/** Lines are looked at pair by pair up to here; longer lists (an annex) only near the words that are rare in them. */
const MOST_PAIRS = 2_500
const NEAREST = 8
const BUDGET = 2_000

/** Pairs of lines that keep their order: equal ones first of all, then those that share most words. */
function pairInOrder(oldLines: readonly AddressedLine[], newLines: readonly AddressedLine[]): Candidate[] {
  if (oldLines.length === 0 || newLines.length === 0) return []
  if (oldLines.length === 1 && newLines.length === 1) return [{ old: 0, new: 0, worth: 1 }]
  const candidates: Candidate[] = []
  const equalOld = new Set<number>()
  const equalNew = new Set<number>()
  const places = new Map<string, number[]>()
  newLines.forEach((line, at) => {
    const key = identityKey(line.text)
    const list = places.get(key)
    if (list) list.push(at)
    else places.set(key, [at])
  })
  oldLines.forEach((line, at) => {
    const others = places.get(identityKey(line.text)) ?? []
    for (const other of others.slice(0, NEAREST)) {
      candidates.push({ old: at, new: other, worth: 2 })
      equalOld.add(at)
      equalNew.add(other)
    }
  })
  // a line that stands on both sides has found what it is; the others look among themselves
  const restOld = [...oldLines.keys()].filter((at) => !equalOld.has(at))
  const restNew = [...newLines.keys()].filter((at) => !equalNew.has(at))
  const likeness = restOld.length * restNew.length <= MOST_PAIRS ? likenessOfAll : likenessOfNearest
  for (const candidate of likeness(oldLines, newLines, restOld, restNew)) if (candidate.worth >= MIN_SIMILARITY) candidates.push(candidate)
  return heaviestChain(candidates, newLines.length)
}

const counts = new Uint8Array(65_536)

/** Shares of the pairs of characters that lines have in common, for every two of them. */
function likenessOfAll(oldLines: readonly AddressedLine[], newLines: readonly AddressedLine[], restOld: readonly number[], restNew: readonly number[]): Candidate[] {
  const found: Candidate[] = []
  if (restNew.length === 0) return found
  for (const at of restOld) {
    const left = oldLines[at]?.text ?? ''
    for (let place = 1; place < left.length; place++) counts[gramOf(left, place)] = (counts[gramOf(left, place)] ?? 0) + 1
    for (const other of restNew) {
      const right = newLines[other]?.text ?? ''
      let shared = 0
      for (let place = 1; place < right.length; place++) {
        const gram = gramOf(right, place)
        const count = counts[gram] ?? 0
        if (count === 0) continue
        counts[gram] = count - 1
        taken[shared++] = gram
        if (shared === taken.length) taken = growing(taken)
      }
      for (let place = 0; place < shared; place++) counts[taken[place] ?? 0] = (counts[taken[place] ?? 0] ?? 0) + 1
      const [ofOld, ofNew] = [shared / Math.max(1, left.length - 1), shared / Math.max(1, right.length - 1)]
      found.push({ old: at, new: other, worth: Math.max((2 * ofOld * ofNew) / (ofOld + ofNew || 1), 0.6 * Math.max(ofOld, ofNew)) })
    }
    for (let place = 1; place < left.length; place++) counts[gramOf(left, place)] = 0
  }
  return found
}

let taken = new Uint16Array(1_024)

function growing(full: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(full.length * 2)
  larger.set(full)
  return larger
}

const gramOf = (text: string, at: number): number => (text.charCodeAt(at - 1) * 31 + text.charCodeAt(at)) & 0xffff

function likenessOfNearest(oldLines: readonly AddressedLine[], newLines: readonly AddressedLine[], restOld: readonly number[], restNew: readonly number[]): Candidate[] {
  const corpus = buildCorpus(oldLines.map((line) => comparableText(line.text)), newLines.map((line) => comparableText(line.text)))
  const sharedWith = sharedIn(corpus)
  const found: Candidate[] = []
  eachNearest({ corpus, oldUnits: restOld, newPlaces: restNew, limit: NEAREST, budget: BUDGET }, (at, other) => {
    const shared = overlapOf(corpus, at, other, sharedWith(at, other))
    found.push({ old: at, new: other, worth: Math.max(shared.both, 0.6 * Math.max(shared.ofOld, shared.ofNew)) })
  })
  return found
}

/** Two lists of lines, of which one became the other. */
export type LineLists = { old: readonly AddressedLine[]; new: readonly AddressedLine[] }

/** A row whose words have not been held against each other yet: what follows is known behind them. */
type OpenRow = { row: LineRow; words: TextPair; after: readonly Change[] }

/**
 * Rows of two lists of lines, in an order that keeps both. Joined, the changes of the rows give the old
 * lines and the new lines, each list joined by line feeds.
 */
export function compareLines(lists: readonly LineLists[]): LineRow[][] {
  const open = lists.map(openRows)
  const changes = diffTexts(open.flatMap((rows) => rows.map(({ words }) => words)))
  let next = 0
  return open.map((rows) =>
    rows.map(({ row, after }) => {
      const own = changes[next++] ?? []
      row.changes = after.length > 0 ? joinEqual([...own, ...after]) : own
      return row
    }),
  )
}

const NOTHING: readonly Change[] = []

function openRows({ old: oldLines, new: newLines }: LineLists): OpenRow[] {
  if (oldLines.length === newLines.length && oldLines.every((line, at) => line.text === newLines[at]?.text)) return unchanged(oldLines, newLines)
  const rows: OpenRow[] = []
  const printed = (lines: readonly AddressedLine[], at: number) => (lines[at]?.text ?? '') + (at + 1 < lines.length ? '\n' : '')
  let i = 0
  let j = 0
  for (const pair of [...pairInOrder(oldLines, newLines), { old: oldLines.length, new: newLines.length }]) {
    for (; i < pair.old; i++) rows.push({ row: { kind: 'removed', oldId: oldLines[i]?.id, changes: [] }, words: { old: printed(oldLines, i), new: '' }, after: NOTHING })
    for (; j < pair.new; j++) rows.push({ row: { kind: 'added', newId: newLines[j]?.id, changes: [] }, words: { old: '', new: printed(newLines, j) }, after: NOTHING })
    const [before, after] = [oldLines[i], newLines[j]]
    if (!before || !after) continue
    rows.push({
      row: { kind: sameIdentity(before.text, after.text) ? 'same' : 'changed', oldId: before.id, newId: after.id, changes: [] },
      words: { old: before.text, new: after.text },
      after: lineFeed(i + 1 < oldLines.length, j + 1 < newLines.length),
    })
    i++
    j++
  }
  return rows
}

function unchanged(oldLines: readonly AddressedLine[], newLines: readonly AddressedLine[]): OpenRow[] {
  return oldLines.map((line, at) => {
    const text = at + 1 < oldLines.length ? `${line.text}\n` : line.text
    return { row: { kind: 'same', oldId: line.id, newId: newLines[at]?.id, changes: [] }, words: { old: text, new: text }, after: NOTHING }
  })
}

function lineFeed(inOld: boolean, inNew: boolean): Change[] {
  if (inOld && inNew) return [{ op: 'equal', text: '\n' }]
  if (inOld) return [{ op: 'delete', text: '\n' }]
  return inNew ? [{ op: 'insert', text: '\n' }] : []
}
