/**
 * Which tokens of two passages stayed: the matching that keeps most, where a run of equal tokens must be
 * worth more than the break that it makes. So a lone 的 or 规定 between two changes does not cut them up,
 * and what is kept is kept in long runs.
 */

import { heaviestChain, type Candidate } from './order.ts'

/** A run of equal tokens: where it begins in the old and in the new list. */
export type Run = { old: number; new: number; length: number }

/** What a run between two changes costs: two characters of a word. */
export const BREAK = 4

/** Above this many cells the tokens that stand once on both sides cut the passages first; cost stays within bounds. */
const MOST_CELLS = 1_000_000

const NONE = -1_000_000
const FROM_OLD = 1
const FROM_NEW = 2
const AFTER_RUN = 4
const RUN_GOES_ON = 8

/**
 * Runs of equal tokens in order, of two lists that neither begin nor end with the same one. Tokens are equal where their
 * numbers are; `weights` is what one is worth, by number.
 */
export function matchTokens(oldTokens: Int32Array, newTokens: Int32Array, weights: ArrayLike<number>): Run[] {
  const runs: Run[] = []
  let [oldAt, newAt] = [0, 0]
  const anchors = oldTokens.length * newTokens.length <= MOST_CELLS ? [] : anchorsOf(oldTokens, newTokens)
  for (const anchor of [...anchors, { old: oldTokens.length, new: newTokens.length, length: 0 }]) {
    const [height, width] = [anchor.old - oldAt, anchor.new - newAt]
    // longer than that without a token in common that stands once: one replaces the other
    if (height > 0 && width > 0 && height * width <= MOST_CELLS) {
      for (const run of middleRuns({ oldTokens, newTokens, oldFrom: oldAt, newFrom: newAt, rows: height, columns: width, weights })) append(runs, run)
    }
    if (anchor.length > 0) append(runs, anchor)
    oldAt = anchor.old + anchor.length
    newAt = anchor.new + anchor.length
  }
  return runs
}

/** Two neighbouring tokens that stand once in each list: those in order, where one of them is kept. */
function anchorsOf(oldTokens: Int32Array, newTokens: Int32Array): Run[] {
  const [oldPairs, newPairs] = [pairsOnce(oldTokens), pairsOnce(newTokens)]
  const candidates: Candidate[] = []
  for (const [pair, old] of oldPairs) {
    const at = newPairs.get(pair) ?? -1
    if (old >= 0 && at >= 0) candidates.push({ old, new: at, worth: 1 })
  }
  return heaviestChain(candidates, newTokens.length).map((one) => ({ old: one.old, new: one.new, length: 1 }))
}

/** Where each pair of neighbours stands, -1 where it stands more than once. */
function pairsOnce(tokens: Int32Array): Map<number, number> {
  const places = new Map<number, number>()
  for (let at = 0; at + 1 < tokens.length; at++) {
    const pair = (tokens[at] ?? 0) * 4_194_304 + (tokens[at + 1] ?? 0)
    places.set(pair, places.has(pair) ? -1 : at)
  }
  return places
}

function append(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  if (last && last.old + last.length === run.old && last.new + last.length === run.new) last.length += run.length
  else runs.push(run)
}

type Middle = { oldTokens: Int32Array; newTokens: Int32Array; oldFrom: number; newFrom: number; rows: number; columns: number; weights: ArrayLike<number> }

/** Room for the reckoning, kept from one passage to the next. */
let lines = [new Int32Array(256), new Int32Array(256), new Int32Array(256), new Int32Array(256)] as const
let allWays = new Uint8Array(16_384)

function makeRoom(width: number, cells: number): void {
  if (width > lines[0].length) lines = [new Int32Array(width * 2), new Int32Array(width * 2), new Int32Array(width * 2), new Int32Array(width * 2)]
  if (cells > allWays.length) allWays = new Uint8Array(cells * 2)
}

/**
 * Two scores for each pair of prefixes: `kept` where the last tokens of both are matched, `free` in general.
 * A run that touches the beginning or the end breaks nothing and costs nothing.
 */
function middleRuns({ oldTokens, newTokens, oldFrom, newFrom, rows, columns, weights }: Middle): Run[] {
  const width = columns + 1
  makeRoom(width, (rows + 1) * width)
  const ways = allWays
  let [kept, free, keptBefore, freeBefore] = lines
  kept.fill(NONE, 0, width)
  free.fill(0, 0, width)
  for (let j = 1; j <= columns; j++) ways[j] = FROM_NEW
  for (let i = 1; i <= rows; i++) {
    ;[kept, keptBefore, free, freeBefore] = [keptBefore, kept, freeBefore, free]
    const token = oldTokens[oldFrom + i - 1] ?? -1
    const weight = weights[token] ?? 0
    kept[0] = NONE
    free[0] = 0
    ways[i * width] = FROM_OLD
    let left = 0
    let leftKept = NONE
    for (let j = 1; j <= columns; j++) {
      const cell = i * width + j
      const up = freeBefore[j] ?? 0
      let best = up
      let way = FROM_OLD
      if (left > best) {
        best = left
        way = FROM_NEW
      }
      const upKept = keptBefore[j] ?? NONE
      if (upKept > best) {
        best = upKept
        way = FROM_OLD | AFTER_RUN
      }
      if (leftKept > best) {
        best = leftKept
        way = FROM_NEW | AFTER_RUN
      }
      let run = NONE
      if (token === newTokens[newFrom + j - 1]) {
        const goesOn = keptBefore[j - 1] ?? NONE
        const opens = (freeBefore[j - 1] ?? 0) - (i === 1 && j === 1 ? 0 : BREAK)
        if (goesOn >= opens) {
          run = goesOn + weight
          way |= RUN_GOES_ON
        } else run = opens + weight
      }
      kept[j] = run
      free[j] = best
      ways[cell] = way
      left = best
      leftKept = run
    }
  }
  const endsInRun = (kept[columns] ?? NONE) + BREAK > (free[columns] ?? 0)
  return readBack(ways, rows, columns, endsInRun).map((run) => ({ old: oldFrom + run.old, new: newFrom + run.new, length: run.length }))
}

function readBack(ways: Uint8Array, rows: number, columns: number, endsInRun: boolean): Run[] {
  const runs: Run[] = []
  let inRun = endsInRun
  let [i, j] = [rows, columns]
  while (i > 0 || j > 0) {
    const way = ways[i * (columns + 1) + j] ?? 0
    if (inRun) {
      inRun = (way & RUN_GOES_ON) !== 0
      i--
      j--
      const last = runs.at(-1)
      if (last && last.old === i + 1 && last.new === j + 1) {
        last.old--
        last.new--
        last.length++
      } else runs.push({ old: i, new: j, length: 1 })
    } else {
      inRun = (way & AFTER_RUN) !== 0
      if ((way & FROM_OLD) !== 0) i--
      else j--
    }
  }
  return runs.reverse()
}
