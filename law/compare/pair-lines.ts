import { diffText, joinEqual, type Change } from './diff-words.ts'
import { comparableText, identityKey } from './normalise.ts'
import { heaviestChain, type Candidate } from './order.ts'
import { buildCorpus, nearest, overlap } from './similarity.ts'

/** A line with an address: a 款, 项 or 目 of an article, or a block of an annex. */
export type AddressedLine = { id: string; text: string }

export type LineRow = {
  kind: 'same' | 'changed' | 'added' | 'removed'
  oldId?: string
  newId?: string
  changes: Change[]
}

const MIN_SIMILARITY = 0.3
const NEAREST = 8
const BUDGET = 2_000

/** Pairs of lines that keep their order: equal ones first of all, then those that share most words. */
function pairInOrder(oldLines: readonly AddressedLine[], newLines: readonly AddressedLine[]): Candidate[] {
  const corpus = buildCorpus(oldLines.map((line) => comparableText(line.text)), newLines.map((line) => comparableText(line.text)))
  const candidates = new Map<string, Candidate>()
  const places = new Map<string, number[]>()
  newLines.forEach((line, at) => {
    const key = identityKey(line.text)
    places.set(key, [...(places.get(key) ?? []), at])
  })
  oldLines.forEach((line, at) => {
    for (const other of (places.get(identityKey(line.text)) ?? []).slice(0, NEAREST)) {
      candidates.set(`${at} ${other}`, { old: at, new: other, worth: 2 })
    }
  })
  for (const [at, other] of nearest(corpus, [...oldLines.keys()], [...newLines.keys()], NEAREST, BUDGET)) {
    const [left, right] = [corpus.old[at], corpus.new[other]]
    if (!left || !right || candidates.has(`${at} ${other}`)) continue
    const shared = overlap(left, right, corpus.idf)
    const worth = Math.max(shared.both, 0.6 * Math.max(shared.ofOld, shared.ofNew))
    if (worth >= MIN_SIMILARITY) candidates.set(`${at} ${other}`, { old: at, new: other, worth })
  }
  const chain = heaviestChain([...candidates.values()], newLines.length)
  const [onlyOld, onlyNew] = [oldLines[0], newLines[0]]
  if (chain.length === 0 && oldLines.length === 1 && newLines.length === 1 && onlyOld && onlyNew) {
    return [{ old: 0, new: 0, worth: 1 }]
  }
  return chain
}

/**
 * Rows of two lists of lines, in an order that keeps both. Joined, the changes of the rows give the old
 * lines and the new lines, each list joined by line feeds.
 */
export function compareLines(oldLines: readonly AddressedLine[], newLines: readonly AddressedLine[]): LineRow[] {
  const rows: LineRow[] = []
  const printed = (lines: readonly AddressedLine[], at: number) => (lines[at]?.text ?? '') + (at + 1 < lines.length ? '\n' : '')
  const remove = (at: number) => {
    const text = printed(oldLines, at)
    rows.push({ kind: 'removed', oldId: oldLines[at]?.id, changes: text ? diffText(text, '') : [] })
  }
  const add = (at: number) => {
    const text = printed(newLines, at)
    rows.push({ kind: 'added', newId: newLines[at]?.id, changes: text ? diffText('', text) : [] })
  }
  let i = 0
  let j = 0
  for (const pair of [...pairInOrder(oldLines, newLines), { old: oldLines.length, new: newLines.length }]) {
    while (i < pair.old) remove(i++)
    while (j < pair.new) add(j++)
    if (i >= oldLines.length || j >= newLines.length) continue
    const [before, after] = [oldLines[i], newLines[j]]
    if (!before || !after) continue
    const same = identityKey(before.text) === identityKey(after.text)
    rows.push({
      kind: same ? 'same' : 'changed',
      oldId: before.id,
      newId: after.id,
      changes: joinEqual([...diffText(before.text, after.text), ...lineFeed(i + 1 < oldLines.length, j + 1 < newLines.length)]),
    })
    i++
    j++
  }
  return rows
}

function lineFeed(inOld: boolean, inNew: boolean): Change[] {
  if (inOld && inNew) return [{ op: 'equal', text: '\n' }]
  if (inOld) return [{ op: 'delete', text: '\n' }]
  return inNew ? [{ op: 'insert', text: '\n' }] : []
}
