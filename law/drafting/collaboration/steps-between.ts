/** From one document to another by steps: how a snapshot is restored without rewriting what happened. */
import { Fragment, type Node, Slice } from 'prosemirror-model'
import { ReplaceStep, type Step } from 'prosemirror-transform'
import { keyOf } from '../document/index.ts'

/** More pairs of provisions than this are not looked at one by one: what lies between is replaced as a whole. */
const MOST_PAIRS = 4_000_000

/** Whether two nodes are the same thing with other content. Blocks of words are replaced whole. */
const goesOn = (a: Node, b: Node): boolean => a.sameMarkup(b) && !a.isTextblock && !a.isLeaf && (keyOf(a) !== '' || a.type.name === 'doc')

/**
 * Steps that make `to` of `from`, to be applied in their order. Provisions that stay are not touched: who wrote in them and
 * what is noted at them is found by the steps.
 */
export function stepsBetween(from: Node, to: Node): Step[] {
  // from the back, so that no step moves the place of the next one
  const steps = inside(from, to, 0, pairsOf).toReversed()
  // a change of its parts one after the other may pass through what the schema does not allow
  return leads(from, to, steps) ? steps : inside(from, to, 0, pairsInPlace).toReversed()
}

function leads(from: Node, to: Node, steps: readonly Step[]): boolean {
  try {
    return steps.reduce<Node | null>((doc, step) => (doc === null ? null : step.apply(doc).doc), from)?.eq(to) === true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

type Pair = readonly [gone: number, come: number]
type Pairs = (gone: readonly Node[], come: readonly Node[]) => readonly Pair[]

const stays = (a: Node | undefined, b: Node | undefined): boolean => a !== undefined && b !== undefined && keyOf(a) === keyOf(b) && (goesOn(a, b) || a.eq(b))

/** Provisions that go on, where none came or went between them. */
const pairsInPlace: Pairs = (gone, come) => (gone.length === come.length && gone.every((node, at) => stays(node, come[at])) ? gone.map((_, at) => [at, at]) : [])

/** The longest row of provisions that go on in the same order. */
const pairsOf: Pairs = (gone, come) => {
  if (gone.length * come.length > MOST_PAIRS) return pairsInPlace(gone, come)
  const width = come.length + 1
  const longest = new Uint16Array((gone.length + 1) * width)
  const at = (a: number, b: number): number => longest[a * width + b] ?? 0
  for (let a = gone.length - 1; a >= 0; a -= 1) {
    for (let b = come.length - 1; b >= 0; b -= 1) longest[a * width + b] = stays(gone[a], come[b]) ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1))
  }
  const pairs: Pair[] = []
  for (let a = 0, b = 0; a < gone.length && b < come.length; ) {
    if (stays(gone[a], come[b]) && at(a, b) === at(a + 1, b + 1) + 1) pairs.push([a++, b++])
    else if (at(a + 1, b) >= at(a, b + 1)) a += 1
    else b += 1
  }
  return pairs
}

const sizeOf = (nodes: readonly Node[]): number => nodes.reduce((sum, node) => sum + node.nodeSize, 0)

function inside(from: Node, to: Node, start: number, pair: Pairs): Step[] {
  const shortest = Math.min(from.childCount, to.childCount)
  let before = 0
  while (before < shortest && from.child(before).eq(to.child(before))) before += 1
  let after = 0
  while (after < shortest - before && from.child(from.childCount - 1 - after).eq(to.child(to.childCount - 1 - after))) after += 1
  const gone = from.children.slice(before, from.childCount - after)
  const come = to.children.slice(before, to.childCount - after)
  const steps: Step[] = []
  let at = start + sizeOf(from.children.slice(0, before))
  let [a, b] = [0, 0]
  for (const [nextA, nextB] of [...pair(gone, come), [gone.length, come.length] as const]) {
    const end = at + sizeOf(gone.slice(a, nextA))
    if (nextA > a || nextB > b) steps.push(new ReplaceStep(at, end, new Slice(Fragment.from(come.slice(b, nextB)), 0, 0)))
    const [node, other] = [gone[nextA], come[nextB]]
    if (node !== undefined && other !== undefined && !node.eq(other)) steps.push(...inside(node, other, end + 1, pair))
    at = end + (node?.nodeSize ?? 0)
    ;[a, b] = [nextA + 1, nextB + 1]
  }
  return steps
}
