/** Who put what into a draft, place by place: read off its steps in their order. */
import type { Fragment, Node } from 'prosemirror-model'
import { ReplaceStep, type Step, type StepMap } from 'prosemirror-transform'
import { isKeyed, keyOf } from '../document/index.ts'
import { headingOf } from './outline.ts'
import type { Suggestion } from './suggestions.ts'

/**
 * A stretch of the document that somebody put in, or (`from` = `to`) a place where somebody took something out.
 * `moved`: somebody brought it here, the words are of the text before. `gone`: the provision that was taken out there.
 */
export type Authored = { from: number; to: number; by: string; at: string; moved?: boolean | undefined; gone?: string | undefined }

/** `left`: provisions that were taken out, as they were and with the hands in them: one that comes back brings them along. */
export type Authorship = { list: readonly Authored[]; left: ReadonlyMap<string, readonly Left[]> }
type Left = { node: Node; hands: readonly Authored[] }

type Who = Pick<Authored, 'by' | 'at'>

/** A provision may come back as it was before it last came back. */
const MOST_STATES = 3

export const NO_AUTHORSHIP: Authorship = { list: [], left: new Map() }

/** What is kept of a stretch when `from`..`to` of the old document becomes `newFrom`..`newTo`. */
function cut(one: Authored, { from, to, newFrom, newTo }: { from: number; to: number; newFrom: number; newTo: number }): Authored[] {
  const isPlace = one.from === one.to
  const shift = newTo - to
  if (one.to < from || (one.to === from && !isPlace)) return [one]
  if (one.from > to || (one.from === to && !isPlace)) return [{ ...one, from: one.from + shift, to: one.to + shift }]
  // a place that is written over is gone; one at the beginning of the change stays before it
  if (isPlace) return one.from === from ? [{ ...one, from: newFrom, to: newFrom }] : []
  return [...(one.from < from ? [{ ...one, to: from }] : []), ...(one.to > to ? [{ ...one, from: newTo, to: one.to + shift }] : [])]
}

/** Whether everything between was put in since: when it goes again, nothing of the text before went. */
function wasPutIn(list: readonly Authored[], from: number, to: number): boolean {
  let at = from
  for (const one of list.toSorted((a, b) => a.from - b.from)) if (one.from <= at && one.to > at) at = one.to
  return to > from && at >= to
}

/** Without a time it is on its way to the server: nothing is newer. */
const isNewer = (a: Who, b: Who): boolean => b.at !== '' && (a.at === '' || a.at >= b.at)

const sameThing = (a: Authored, b: Authored): boolean => a.moved === b.moved && a.gone === b.gone
const sameHand = (a: Authored, b: Authored): boolean => a.by === b.by && a.to === b.from && a.from < a.to && b.from < b.to && sameThing(a, b)

/** In their order; stretches of one hand that touch are one, and of several that took something out at a place the last counts. */
function joined(list: readonly Authored[]): Authored[] {
  const sorted = list.toSorted((a, b) => a.from - b.from || a.to - b.to || (a.gone ?? '').localeCompare(b.gone ?? ''))
  const found: Authored[] = []
  for (const one of sorted) {
    const last = found.at(-1)
    if (last !== undefined && sameHand(last, one)) {
      last.to = one.to
      last.at = isNewer(one, last) ? one.at : last.at
    } else if (last === undefined || last.from !== one.from || last.to !== one.to || last.from !== last.to || !sameThing(last, one)) found.push({ ...one })
    else Object.assign(last, isNewer(one, last) ? one : last)
  }
  return found
}

/** The stretches after one more step, by the step's map. */
export function withStep(list: readonly Authored[], map: StepMap, who: Who): readonly Authored[] {
  let now = [...list]
  let changed = false
  map.forEach((oldFrom, oldTo, newFrom, newTo) => {
    changed = true
    // earlier ranges of the same step have moved the list already
    const passedBy = newFrom === newTo && wasPutIn(now, newFrom, newFrom + oldTo - oldFrom)
    now = now.flatMap((one) => cut(one, { from: newFrom, to: newFrom + oldTo - oldFrom, newFrom, newTo }))
    // what only passed by leaves a place to whoever took something out there before
    if (!passedBy || !now.some((one) => one.from === newFrom && one.to === newFrom)) now.push({ from: newFrom, to: newTo, ...who })
  })
  return changed ? joined(now) : now
}

type PlacedNode = { key: string; node: Node; pos: number }

const HEADINGS: ReadonlySet<string> = new Set(['heading', 'article_heading', 'annex_title'])

/** Provisions and headings that stand wholly inside a range, the outer ones first. */
function placedInside(root: Node | Fragment, from: number, to: number): PlacedNode[] {
  const found: PlacedNode[] = []
  // the smallest one is a 款 without words
  if (to - from < 2) return found
  root.nodesBetween(from, to, (node, pos, parent) => {
    const key = isKeyed(node) ? keyOf(node) : HEADINGS.has(node.type.name) && parent !== null && keyOf(parent) !== '' ? headingOf(keyOf(parent)) : ''
    if (key !== '' && pos >= from && pos + node.nodeSize <= to) found.push({ key, node, pos })
    return !node.isTextblock
  })
  return found
}

/** Without those that stand in another one of the list. */
function outermost(list: readonly PlacedNode[]): PlacedNode[] {
  let end = 0
  return list.toSorted((a, b) => a.pos - b.pos || b.node.nodeSize - a.node.nodeSize).filter(({ node, pos }) => {
    if (pos < end) return false
    end = pos + node.nodeSize
    return true
  })
}

/** What a step puts in, where it stands behind it. */
function putIn(step: Step): PlacedNode[] {
  if (!(step instanceof ReplaceStep)) return []
  const { from, slice } = step
  return placedInside(slice.content, slice.openStart, slice.openStart + slice.size).map((one) => ({ ...one, pos: one.pos - slice.openStart + from }))
}

/** The authorship of a document after one more step; `doc` is the document before it. A provision that is moved, or comes back, keeps the hands in it. */
export function authorshipAfter({ list, left }: Authorship, { step, doc, who }: { step: Step; doc: Node; who: Who }): Authorship {
  const map = step.getMap()
  const gone: PlacedNode[] = []
  map.forEach((from, to) => void gone.push(...placedInside(doc, from, to)))
  const came = putIn(step)
  const after = withStep(list, map, who)
  if (gone.length === 0 && came.length === 0) return { list: after, left }
  const remembered = new Map([...left, ...gone.map(({ key, node, pos }) => [key, [{ node, hands: handsIn(list, pos, node) }, ...(left.get(key) ?? []).filter((one) => !one.node.eq(node))].slice(0, MOST_STATES)] as const)])
  const known = ({ key, node }: PlacedNode): Left | undefined => remembered.get(key)?.find((one) => one.node.eq(node))
  const here = [...came, ...putInBefore({ step, doc, gone, came })]
  const back = new Set(here.map(({ key }) => key))
  const brought = outermost(here.filter((one) => known(one) !== undefined))
  const carried = brought.reduce<readonly Authored[]>((now, one) => carry(now, one, known(one)?.hands ?? [], who), after.filter((one) => one.gone === undefined || !back.has(one.gone)))
  return { list: joined([...carried, ...placesOf({ gone: outermost(gone.filter(({ key }) => !back.has(key))), list, map, who })]), left: remembered }
}

/** Provisions that were put in again before they were taken out: they stand at their new place already. */
function putInBefore({ step, doc, gone, came }: { step: Step; doc: Node; gone: readonly PlacedNode[]; came: readonly PlacedNode[] }): PlacedNode[] {
  const there = new Set(came.map(({ key }) => key))
  const keys = new Set(gone.flatMap(({ key }) => (there.has(key) ? [] : [key])))
  const after = keys.size === 0 ? null : step.apply(doc).doc
  return after === null ? [] : placedInside(after, 0, after.content.size).filter(({ key }) => keys.has(key))
}

/** Whose words a provision has, by places inside it: what somebody brought along is not theirs. */
const handsIn = (list: readonly Authored[], pos: number, node: Node): Authored[] => list.flatMap((one) => {
  const [from, to] = [Math.max(one.from - pos, 0), Math.min(one.to - pos, node.nodeSize)]
  if (one.moved === true || from > to || (from === to && (one.from < one.to || from === 0 || to === node.nodeSize))) return []
  return [{ ...one, from, to }]
})

/** The provision with the hands that were in it; the rest of it was brought here by `who`. */
function carry(list: readonly Authored[], { pos, node }: PlacedNode, hands: readonly Authored[], who: Who): Authored[] {
  const end = pos + node.nodeSize
  const around = list.flatMap((one): Authored[] => {
    if (one.from === one.to) return one.from > pos && one.from < end ? [] : [one]
    return [...(one.from < pos ? [{ ...one, to: Math.min(one.to, pos) }] : []), ...(one.to > end ? [{ ...one, from: Math.max(one.from, end) }] : [])]
  })
  const placed = hands.map((one) => ({ ...one, from: one.from + pos, to: one.to + pos }))
  const brought: Authored[] = []
  let at = pos
  for (const { from, to } of [...placed.filter((one) => one.from < one.to).toSorted((a, b) => a.from - b.from), { from: end, to: end }]) {
    if (from > at) brought.push({ from: at, to: from, ...who, moved: true })
    at = Math.max(at, to)
  }
  return [...around, ...placed, ...brought]
}

/** Where each provision went that was there before anybody wrote: what somebody put in and takes out again leaves nothing. */
const placesOf = ({ gone, list, map, who }: { gone: readonly PlacedNode[]; list: readonly Authored[]; map: StepMap; who: Who }): Authored[] => gone.flatMap(({ key, node, pos }) => {
  const at = map.map(pos, -1)
  const added = wasPutIn(list.filter((one) => isWritten(one) && one.to >= pos && one.from <= pos + node.nodeSize), pos, pos + node.nodeSize)
  return added ? [] : [{ from: at, to: at, ...who, gone: key }]
})

/** The best of those that are asked for: the hand that wrote most of a stretch, or took out what stood at the place. */
function bestOf(list: readonly Authored[], { from, to }: { from: number; to: number }, isAsked: (one: Authored) => boolean = () => true): Who | null {
  let best: Authored | null = null
  let most = -1
  for (const one of list) {
    if (one.to < from || one.from > to || !isAsked(one)) continue
    const shared = Math.min(one.to, to) - Math.max(one.from, from)
    // words that only touch the stretch do not tell; a place where something went does
    if (shared === 0 && one.from < one.to && from < to) continue
    if (shared > most || (shared === most && best !== null && one.at !== best.at && isNewer(one, best))) {
      most = shared
      best = one
    }
  }
  return best === null ? null : { by: best.by, at: best.at }
}

const isMoved = ({ moved }: Authored): boolean => moved === true
const isWritten = ({ moved, gone }: Authored): boolean => moved !== true && gone === undefined

/** Who stands behind words; null where no step tells. Whoever brought them here counts where nobody wrote them. */
export const authorAt = (list: readonly Authored[], range: { from: number; to: number }): Who | null => bestOf(list, range, isWritten) ?? bestOf(list, range)

/** Who stands behind a suggestion: behind a move who moved it, whoever wrote in it. */
export function authorOf(list: readonly Authored[], { kind, key, from, to }: Pick<Suggestion, 'kind' | 'key' | 'from' | 'to'>): Who | null {
  switch (kind) {
    case 'moved':
      return bestOf(list, { from, to }, isMoved) ?? borderOf(list, { from, to }) ?? authorAt(list, { from, to })
    case 'level':
      return borderOf(list, { from, to }) ?? authorAt(list, { from, to })
    case 'removed':
      return whoTookOut(list, key) ?? authorAt(list, { from, to })
    case 'words':
    case 'added':
    case 'rest':
      return authorAt(list, { from, to })
    default: {
      const never: never = kind
      throw new RangeError(`no suggestion ${String(never)}`)
    }
  }
}

function whoTookOut(list: readonly Authored[], key: string): Who | null {
  const found = list.find(({ gone }) => gone === key)
  return found === undefined ? null : { by: found.by, at: found.at }
}

/** Who set where a provision begins or ends. */
const borderOf = (list: readonly Authored[], { from, to }: { from: number; to: number }): Who | null => bestOf(list, { from, to: from + 1 }) ?? bestOf(list, { from: to - 1, to })

/** With the time at which the server took what was on its way. */
export function taken({ list, left }: Authorship, at: string): Authorship {
  const isOnTheWay = (one: Authored): boolean => one.at === ''
  const timed = (hands: readonly Authored[]): readonly Authored[] => (hands.some(isOnTheWay) ? hands.map((one) => (isOnTheWay(one) ? { ...one, at } : one)) : hands)
  const waiting = [...left].filter(([, states]) => states.some(({ hands }) => hands.some(isOnTheWay)))
  return { list: timed(list), left: waiting.length === 0 ? left : new Map([...left, ...waiting.map(([key, states]) => [key, states.map(({ node, hands }) => ({ node, hands: timed(hands) }))] as const)]) }
}
