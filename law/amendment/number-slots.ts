/** New numbers for a row of provisions of which some were promised theirs and the rest keep their order. */

export type Slot<Node> = {
  node: Node
  /** the number promised, null where it follows from its neighbours */
  pin: number | null
  /** stood in the text before the decision, at this place of the row */
  isOld: boolean
  /** numbers left free before it in the old text (an article lost or repealed earlier) */
  holesBefore: number
}

export type Numbered<Node> = { node: Node; number: number; /** differs from the number promised */ broken: boolean }
export type Numbering<Node> = { row: Numbered<Node>[]; /** numbers that nothing has */ missing: number[]; cost: number }

/** Old nodes whose promised numbers rise in their old order: those that did not move past each other. */
function risingRun<Node>(pinned: readonly Slot<Node>[]): Set<Slot<Node>> {
  const best: { length: number; previous: number }[] = []
  let end = -1
  for (const [i, slot] of pinned.entries()) {
    const own = { length: 1, previous: -1 }
    for (let j = 0; j < i; j += 1) {
      const other = best[j]
      if (other !== undefined && (pinned[j]?.pin ?? 0) < (slot.pin ?? 0) && other.length + 1 > own.length) {
        own.length = other.length + 1
        own.previous = j
      }
    }
    best.push(own)
    if (end < 0 || own.length > (best[end]?.length ?? 0)) end = i
  }
  const run = new Set<Slot<Node>>()
  for (let at = end; at >= 0; at = best[at]?.previous ?? -1) {
    const slot = pinned[at]
    if (slot !== undefined) run.add(slot)
  }
  return run
}

function fill<Node>(slots: readonly Slot<Node>[], anchors: ReadonlySet<Slot<Node>>, first: number): Numbering<Node> {
  const row: Numbered<Node>[] = []
  const missing: number[] = []
  const fixed = new Map<number, Slot<Node>[]>()
  const flow: Slot<Node>[] = []
  for (const slot of slots) {
    if (slot.pin !== null && !anchors.has(slot)) fixed.set(slot.pin, [...(fixed.get(slot.pin) ?? []), slot])
    else flow.push(slot)
  }
  let cost = 0
  let next = 0
  let left = slots.length
  let holes = 0
  for (let number = first; left > 0; number += 1) {
    const here = fixed.get(number)?.shift()
    if (here !== undefined) {
      row.push({ node: here.node, number, broken: false })
      left -= 1
      continue
    }
    const slot = flow[next]
    if (slot === undefined) {
      // only promises beyond the end are left
      missing.push(number)
      cost += 1
      if (missing.length > slots.length + 5000) break
      continue
    }
    if (slot.pin !== null && slot.pin > number) {
      missing.push(number)
      cost += 1
      continue
    }
    if (slot.pin === null && holes < slot.holesBefore) {
      holes += 1
      continue
    }
    const broken = slot.pin !== null && slot.pin !== number
    if (broken) cost += 1
    row.push({ node: slot.node, number, broken })
    next += 1
    left -= 1
    holes = 0
  }
  for (const rest of fixed.values()) {
    for (const slot of rest) {
      row.push({ node: slot.node, number: slot.pin ?? 0, broken: true })
      cost += 1
    }
  }
  return { row, missing, cost }
}

/** Bounds on the search for provisions that moved: beyond them the promises are kept as they are. */
const MOST_MOVED = 10
const MOST_ANCHORS = 400

/**
 * Gives every node its number. Nodes without a promise take the free numbers in their old order; an old node with a
 * promise holds its neighbours on their sides of it, unless the row closes better when it is taken as moved.
 * @param complete all promises are there; where one failed, its number is left free instead of moving others into it
 */
export function assignNumbers<Node>(slots: readonly Slot<Node>[], first: number, complete = true): Numbering<Node> {
  const anchors = risingRun(slots.filter(({ pin, isOld }) => pin !== null && isOld))
  let best = fill(slots, anchors, first)
  if (!complete) return best
  for (let dropped = 0; best.cost > 0 && dropped < MOST_MOVED && anchors.size <= MOST_ANCHORS; dropped += 1) {
    let better: { numbering: Numbering<Node>; anchor: Slot<Node> } | null = null
    for (const anchor of anchors) {
      const numbering = fill(slots, new Set([...anchors].filter((one) => one !== anchor)), first)
      if (numbering.cost < (better?.numbering.cost ?? best.cost)) better = { numbering, anchor }
    }
    if (better === null) break
    anchors.delete(better.anchor)
    best = better.numbering
  }
  // several moved past the others together: every promise is kept, the rest fills the free numbers in its order
  const free = best.cost > 0 ? fill(slots, new Set(), first) : best
  return free.cost < best.cost ? free : best
}
