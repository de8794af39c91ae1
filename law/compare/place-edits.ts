import type { Run } from './match-tokens.ts'
import type { Token } from './tokens.ts'

/**
 * An insertion or deletion between equal runs can often be shown at several places: 《A法》[、《B法》]等 or
 * 《A[法》、《B]法》等. Each is slid to where clauses, sentences and brackets stay whole.
 */
export function placeEdits(oldTokens: readonly Token[], newTokens: readonly Token[], runs: readonly Run[]): Run[] {
  const placed = runs.map((run) => ({ ...run }))
  for (let at = 0; at + 1 < placed.length; at++) {
    const [before, after] = [placed[at], placed[at + 1]]
    if (!before || !after) continue
    const [oldEnd, newEnd] = [before.old + before.length, before.new + before.length]
    const [gone, come] = [after.old - oldEnd, after.new - newEnd]
    if (gone > 0 && come > 0) continue
    const [tokens, start, length] = gone > 0 ? [oldTokens, oldEnd, gone] : [newTokens, newEnd, come]
    const shift = bestShift(tokens, start, length, before.length, after.length)
    before.length += shift
    after.old += shift
    after.new += shift
    after.length -= shift
  }
  // an edit that was slid to the very end leaves no run behind it: the last one only marks the end
  return placed.filter((run, at) => run.length > 0 || at === placed.length - 1)
}

function bestShift(tokens: readonly Token[], start: number, length: number, before: number, after: number): number {
  let [best, bestWorth] = [0, worthAt(tokens, start, length)]
  const same = (a: number, b: number) => tokens[a]?.text === tokens[b]?.text
  for (let shift = -1; -shift <= before && same(start + shift, start + length + shift); shift--) {
    const worth = worthAt(tokens, start + shift, length)
    if (worth > bestWorth) [best, bestWorth] = [shift, worth]
  }
  for (let shift = 1; shift <= after && same(start + shift - 1, start + length + shift - 1); shift++) {
    const worth = worthAt(tokens, start + shift, length)
    if (worth > bestWorth) [best, bestWorth] = [shift, worth]
  }
  return best
}

const OPENING = '《（“‘(【〈'
const CLOSING = '》）”’)】〉'

/** How well an edit stands by itself: it fills whole clauses, and its brackets are its own. */
function worthAt(tokens: readonly Token[], start: number, length: number): number {
  const before = tokens[start - 1]?.text.at(-1) ?? '\n'
  const first = tokens[start]?.text[0] ?? ''
  const last = tokens[start + length - 1]?.text.at(-1) ?? ''
  const after = tokens[start + length]?.text[0] ?? '\n'
  let worth = isBalanced(tokens, start, length) ? 8 : 0
  worth += Math.min(endOf(before), endOf(last))
  worth += Math.min(endOf(first), endOf(after)) / 2
  return worth
}

function endOf(character: string): number {
  if ('。；\n'.includes(character)) return 4
  if ('，：'.includes(character)) return 3
  return character === '、' ? 2 : 0
}

function isBalanced(tokens: readonly Token[], start: number, length: number): boolean {
  let depth = 0
  for (let at = start; at < start + length; at++) {
    for (const character of tokens[at]?.text ?? '') {
      if (OPENING.includes(character)) depth++
      else if (CLOSING.includes(character) && --depth < 0) return false
    }
  }
  return depth === 0
}
