/**
 * Articles that steps put in whole: moved, or gathered under a new chapter. Such a step carries the words of the moment in
 * which it was made; what somebody else wrote in the article meanwhile is not in them and must not go with it.
 */
import type { Node } from 'prosemirror-model'
import { ReplaceStep, type Step } from 'prosemirror-transform'
import { keyOf } from '../../../law/drafting/index.ts'
import { keepUnits, sameUnit, stepForUnit, type UnitKey } from './units.ts'

const WHOLE: ReadonlySet<string> = new Set(['article', 'annex', 'chapter'])

/** Keys of the units that stand whole in the slices of these steps. */
export function broughtUnits(steps: readonly Step[]): Set<UnitKey> {
  const keys = new Set<UnitKey>()
  for (const step of steps) {
    if (!(step instanceof ReplaceStep)) continue
    const { content, openStart, openEnd } = step.slice
    content.descendants((node, pos) => {
      if (WHOLE.has(node.type.name) && keyOf(node) !== '' && pos >= openStart && pos + node.nodeSize <= content.size - openEnd) keys.add(keyOf(node))
      return node.type.name === 'chapter'
    })
  }
  return keys
}

/** Whether each of these steps takes whole provisions out or puts whole ones in: what a move is made of. */
export function onlyMoves(steps: readonly Step[], doc: Node): boolean {
  let now = doc
  return steps.every((step) => {
    if (!(step instanceof ReplaceStep) || (step.from < step.to && step.slice.size > 0) || step.slice.openStart > 0 || step.slice.openEnd > 0 || now.resolve(step.from).parent.inlineContent) return false
    now = step.apply(now).doc ?? now
    return true
  })
}

/** The steps that give units of `doc` the words that they have in `like`, where both have them; each for the document after the one before it. */
export function wordsAsIn(doc: Node, like: Node, keys: Iterable<UnitKey>): Step[] {
  const steps: Step[] = []
  let now = doc
  for (const key of keys) {
    if (sameUnit(now, like, key) !== false) continue
    const [unit] = keepUnits(like, [key])
    const step = unit === undefined ? null : stepForUnit(now, unit)
    const next = step?.apply(now).doc ?? null
    if (step === null || next === null) continue
    steps.push(step)
    now = next
  }
  return steps
}
