/** A document in the pieces that a person takes one by one: articles, annexes, headings of chapters, what stands around them. */
import { Fragment, type Node, Slice } from 'prosemirror-model'
import { ReplaceStep, type Step } from 'prosemirror-transform'
import { findKey, keyOf, numberUnits, wordsOf } from '../../../law/drafting/index.ts'

/** Title, 题注, 目录 and what else stands before the body; signature and date after it. */
export const MATTER = '@matter'
export const CLOSING = '@closing'

export type UnitKey = string
type Unit = { key: UnitKey; nodes: readonly Node[] }
const known = new WeakMap<Node, ReadonlyMap<UnitKey, Unit>>()

/** The pieces of a document; asked with every key, so they are read once for each. */
function unitsOf(doc: Node): ReadonlyMap<UnitKey, Unit> {
  let units = known.get(doc)
  if (units === undefined) known.set(doc, (units = readUnits(doc)))
  return units
}

function readUnits(doc: Node): ReadonlyMap<UnitKey, Unit> {
  const units = new Map<UnitKey, Unit>()
  const matter: Node[] = []
  const closing: Node[] = []
  const walk = (parent: Node): void => {
    for (const node of parent.children) {
      const { name } = node.type
      if (name === 'matter') matter.push(node)
      else if (name === 'closing') closing.push(node)
      else if (name === 'article' || name === 'annex') units.set(keyOf(node), { key: keyOf(node), nodes: [node] })
      else if (name === 'chapter') {
        if (node.firstChild !== null) units.set(keyOf(node), { key: keyOf(node), nodes: [node.firstChild] })
        walk(node)
      }
    }
  }
  walk(doc)
  units.set(MATTER, { key: MATTER, nodes: matter })
  units.set(CLOSING, { key: CLOSING, nodes: closing })
  return units
}

const same = (a: Unit | undefined, b: Unit | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && a.nodes.length === b.nodes.length && a.nodes.every((node, at) => b.nodes[at] !== undefined && node.eq(b.nodes[at])))

/** Whether a unit reads the same in both documents; null where one of them lacks it. */
export function sameUnit(a: Node, b: Node, key: UnitKey): boolean | null {
  const [one, other] = [unitsOf(a).get(key), unitsOf(b).get(key)]
  return one === undefined || other === undefined ? null : same(one, other)
}

/** Keys of the units that are other in the two documents, those that only one of them has included. */
export function changedUnits(before: Node, after: Node): UnitKey[] {
  if (before === after) return []
  const [old, now] = [unitsOf(before), unitsOf(after)]
  return [...new Set([...now.keys(), ...old.keys()])].filter((key) => !same(old.get(key), now.get(key)))
}

/** One unit as a person left it, kept so that it can be put back by hand. `nodes` is null where they took it out. */
export type KeptUnit = { key: UnitKey; label: string; words: string; nodes: object[] | null; /** the article before it, for one that the other text lacks */ after: UnitKey | null }

/** Units of a document as they are kept in the browser. */
export function keepUnits(doc: Node, keys: readonly UnitKey[], before: Node = doc): KeptUnit[] {
  const units = unitsOf(doc)
  const labels = numberUnits(doc).byKey
  const labelOf = (key: UnitKey): string => labels.get(key)?.label ?? (key === MATTER || key === CLOSING ? '' : (numberUnits(before).byKey.get(key)?.label ?? ''))
  const order = [...units.keys()]
  return keys.map((key) => {
    const unit = units.get(key)
    const at = order.indexOf(key)
    return { key, label: labelOf(key), words: wordsOfUnit(unit), nodes: unit === undefined ? null : unit.nodes.map((node) => node.toJSON() as object), after: at > 0 ? (order[at - 1] ?? null) : null }
  })
}

const wordsOfUnit = (unit: Unit | undefined): string => (unit === undefined ? '' : unit.nodes.map(wordsOf).join('\n'))

/** The words of a unit in a document, null where it is not there. */
export function wordsInDocument(doc: Node, key: UnitKey): string | null {
  const unit = unitsOf(doc).get(key)
  return unit === undefined ? null : wordsOfUnit(unit)
}

/**
 * The step that puts a kept unit into a document: in the place of the one with its key, behind the article that it followed,
 * or before the annexes. Null where there is nothing to do.
 */
export function stepForUnit(doc: Node, unit: KeptUnit): Step | null {
  const there = unitsOf(doc).get(unit.key)
  const nodes = (unit.nodes ?? []).map((json) => doc.type.schema.nodeFromJSON(json))
  const put = (from: number, to: number): Step => new ReplaceStep(from, to, new Slice(Fragment.from(nodes), 0, 0))
  const sizeOf = (those: readonly Node[]): number => those.reduce((sum, node) => sum + node.nodeSize, 0)
  if (there !== undefined && same(there, { key: unit.key, nodes })) return null
  if (unit.key === MATTER) return put(0, sizeOf(there?.nodes ?? []))
  if (unit.key === CLOSING) return put(doc.content.size - sizeOf(there?.nodes ?? []), doc.content.size)
  const found = findKey(doc, unit.key)
  if (found !== null) {
    // of a chapter only the heading is a unit; to take the chapter away is more than taking a heading back
    if (found.node.type.name === 'chapter') return nodes.length === 0 ? null : put(found.pos + 1, found.pos + 1 + (found.node.firstChild?.nodeSize ?? 0))
    return put(found.pos, found.pos + found.node.nodeSize)
  }
  const isHeading = nodes[0]?.type.name === 'heading'
  if (nodes.length === 0 || isHeading) return null
  const place = placeAfter(doc, unit.after, nodes[0]?.type.name === 'annex')
  return put(place, place)
}

function placeAfter(doc: Node, after: UnitKey | null, isAnnex: boolean): number {
  const found = after === null ? null : findKey(doc, after)
  if (found !== null && !isAnnex) {
    if (found.node.type.name === 'chapter') return found.pos + 1 + (found.node.firstChild?.nodeSize ?? 0)
    if (found.node.type.name === 'article') return found.pos + found.node.nodeSize
  }
  // the first of the text stands at its head, what followed an article that is gone at its end
  const upTo = after === null && !isAnnex ? ['matter'] : ['matter', 'chapter', 'article', ...(isAnnex ? ['annex'] : [])]
  let place = 0
  doc.forEach((node, offset) => {
    if (upTo.includes(node.type.name)) place = offset + node.nodeSize
  })
  return place
}
