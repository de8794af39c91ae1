/**
 * Which tokens of two passages stayed: the matching that keeps most, where a run of equal tokens must be
 * worth more than the break that it makes. So a lone 的 or 规定 between two changes does not cut them up,
 * and what is kept is kept in long runs.
 */

/** A run of equal tokens: where it begins in the old and in the new list. */
export type Run = { old: number; new: number; length: number }

/** What a run between two changes costs: two characters of a word. */
export const BREAK = 4

/** Above this many cells the passages are long and strange to one another: only their longest common stretch is looked for. */
const MOST_CELLS = 4_000_000

const NONE = -1_000_000
const FROM_OLD = 1
const FROM_NEW = 2
const AFTER_RUN = 4
const RUN_GOES_ON = 8

/** Runs of equal tokens in order. Tokens are equal where their numbers are; `weights` is what one is worth, by number. */
export function matchTokens(oldTokens: Int32Array, newTokens: Int32Array, weights: ArrayLike<number>): Run[] {
  const shorter = Math.min(oldTokens.length, newTokens.length)
  let head = 0
  while (head < shorter && oldTokens[head] === newTokens[head]) head++
  let tail = 0
  while (tail < shorter - head && oldTokens[oldTokens.length - 1 - tail] === newTokens[newTokens.length - 1 - tail]) tail++
  const runs: Run[] = head > 0 ? [{ old: 0, new: 0, length: head }] : []
  const rows = oldTokens.length - head - tail
  const columns = newTokens.length - head - tail
  if (rows > 0 && columns > 0 && rows * columns <= MOST_CELLS) {
    for (const run of middleRuns(oldTokens, newTokens, head, rows, columns, weights)) append(runs, run)
  }
  if (tail > 0) append(runs, { old: oldTokens.length - tail, new: newTokens.length - tail, length: tail })
  return runs
}

function append(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  if (last && last.old + last.length === run.old && last.new + last.length === run.new) last.length += run.length
  else runs.push(run)
}

/**
 * Two scores for each pair of prefixes: `kept` where the last tokens of both are matched, `free` in general.
 * A run that touches the beginning or the end breaks nothing and costs nothing.
 */
function middleRuns(oldTokens: Int32Array, newTokens: Int32Array, offset: number, rows: number, columns: number, weights: ArrayLike<number>): Run[] {
  const width = columns + 1
  const ways = new Uint8Array((rows + 1) * width)
  let kept = new Int32Array(width).fill(NONE)
  let free = new Int32Array(width)
  let keptBefore = new Int32Array(width).fill(NONE)
  let freeBefore = new Int32Array(width)
  for (let j = 1; j <= columns; j++) ways[j] = FROM_NEW
  for (let i = 1; i <= rows; i++) {
    ;[kept, keptBefore, free, freeBefore] = [keptBefore, kept, freeBefore, free]
    const token = oldTokens[offset + i - 1] ?? -1
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
      if (token === newTokens[offset + j - 1]) {
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
  return readBack(ways, rows, columns, offset, endsInRun)
}

function readBack(ways: Uint8Array, rows: number, columns: number, offset: number, endsInRun: boolean): Run[] {
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
      if (last && last.old === offset + i + 1 && last.new === offset + j + 1) {
        last.old--
        last.new--
        last.length++
      } else runs.push({ old: offset + i, new: offset + j, length: 1 })
    } else {
      inRun = (way & AFTER_RUN) !== 0
      if ((way & FROM_OLD) !== 0) i--
      else j--
    }
  }
  return runs.reverse()
}
