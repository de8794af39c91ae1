/**
 * 修订: what a draft would change in the text that it began from. Nothing is written into the document: suggestions are
 * what lies between two clean texts, read by the keys of their provisions, so that a moved article is a move and not a
 * deletion and an insertion. Whoever reads the same two texts sees the same suggestions.
 */
import type { Node } from 'prosemirror-model'
import { heaviestChain } from '../../compare/order.ts'
import { keyOf } from '../document/index.ts'
import { headingOf, inBoth, isContainer, type Outline, outlineOf } from './outline.ts'
import { restOf } from './rest.ts'
import { runsBetween, wordsIn } from './runs.ts'

export type SuggestionKind = 'words' | 'added' | 'removed' | 'moved' | 'level' | 'rest'

export type Suggestion = {
  /** the same for the same two texts */
  id: string
  kind: SuggestionKind
  /** key of the provision (its block of words for `words`, the container for `rest`) */
  key: string
  /** article, annex or chapter that it stands in: of the document, or of the base where it is gone */
  article: string
  /** what it takes out and puts in, as a person reads it */
  deleted: string
  inserted: string
  /** where it shows in the document; for what is gone the place where it stood */
  from: number
  to: number
}

const known = new WeakMap<Node, WeakMap<Node, readonly Suggestion[]>>()

/** The suggestions of a document over its base, in the order of the document. */
export function suggestionsBetween(base: Node, doc: Node): readonly Suggestion[] {
  if (base === doc) return []
  const cached = known.get(base)?.get(doc)
  if (cached !== undefined) return cached
  const a = outlineOf(base)
  const b = outlineOf(doc)
  const found = [...added(a, b), ...removed(a, b), ...moved(a, b), ...levels(a, b), ...words(a, b), ...rest(a, b)].toSorted((x, y) => x.from - y.from || x.to - y.to)
  const ofBase = known.get(base) ?? new WeakMap<Node, readonly Suggestion[]>()
  ofBase.set(doc, found)
  known.set(base, ofBase)
  return found
}

/** The words of a provision, without those of its parts that the other text has as well: they moved in or out. */
const readable = (node: Node, other: Outline): string => {
  const parts = isContainer(node) ? node.children.filter((child) => !other.byKey.has(keyOf(child))) : null
  return parts === null ? node.textBetween(0, node.content.size, '\n', (leaf) => leaf.type.spec.leafText?.(leaf) ?? '') : parts.map((part) => readable(part, other)).filter((words) => words !== '').join('\n')
}

/** Provisions that only the document has; what stands in a new one comes with it. */
const added = (a: Outline, b: Outline): Suggestion[] =>
  [...b.byKey].flatMap(([key, { node, pos, parent, article }]) => {
    if (a.byKey.has(key) || (parent !== '' && !a.byKey.has(parent))) return []
    return [{ id: `added:${key}`, kind: 'added' as const, key, article, deleted: '', inserted: readable(node, a), from: pos, to: pos + node.nodeSize }]
  })

/** Provisions that only the base has. */
const removed = (a: Outline, b: Outline): Suggestion[] =>
  [...a.byKey].flatMap(([key, { node, parent, article }]) => {
    if (b.byKey.has(key) || (parent !== '' && !b.byKey.has(parent))) return []
    const at = placeOfGone(a, b, key)
    return [{ id: `removed:${key}`, kind: 'removed' as const, key, article: b.byKey.has(article) ? article : key, deleted: readable(node, b), inserted: '', from: at, to: at }]
  })

/** After the nearest provision before it that is still there, else at the beginning of its container. */
function placeOfGone(a: Outline, b: Outline, key: string): number {
  const placed = a.byKey.get(key)
  if (placed === undefined) return 0
  for (let before = placed.before.at(-1); before !== undefined; before = a.byKey.get(before)?.before.at(-1)) {
    const there = b.byKey.get(before)
    if (there !== undefined && there.parent === placed.parent) return there.pos + there.node.nodeSize
  }
  const container = b.byKey.get(placed.parent)
  const heading = b.words.get(headingOf(placed.parent))
  if (heading !== undefined) return heading.pos + heading.node.nodeSize
  return container === undefined ? firstPlace(b) : container.pos + 1
}

function firstPlace(b: Outline): number {
  const [first] = b.children.get('') ?? []
  return (first === undefined ? undefined : b.byKey.get(first)?.pos) ?? 0
}

/** Provisions that stand in another container, or out of the order that the others kept. */
function moved(a: Outline, b: Outline): Suggestion[] {
  const found: Suggestion[] = []
  const say = (key: string): void => {
    const placed = b.byKey.get(key)
    if (placed !== undefined) found.push({ id: `moved:${key}`, kind: 'moved', key, article: placed.article, deleted: '', inserted: '', from: placed.pos, to: placed.pos + placed.node.nodeSize })
  }
  for (const [key, { parent }] of b.byKey) if ((a.byKey.get(key)?.parent ?? parent) !== parent) say(key)
  for (const [container, keys] of b.children) {
    const before = new Map((a.children.get(container) ?? []).map((key, at) => [key, at]))
    const both = keys.filter((key) => before.has(key))
    const kept = new Set(heaviestChain(both.map((key, at) => ({ old: before.get(key) ?? 0, new: at, worth: 1 })), both.length).map((pair) => both[pair.new]))
    for (const key of both) if (!kept.has(key)) say(key)
  }
  return found
}

/** What a provision is beside its words: 款 项 or 目, kind of a division, label that is not counted. */
export const LEVEL_ATTRIBUTES = ['kind', 'fixed', 'label'] as const
export const sameLevel = (a: Node, b: Node): boolean => LEVEL_ATTRIBUTES.every((name) => a.attrs[name] === b.attrs[name])

const levelWord = (node: Node): string => LEVEL_ATTRIBUTES.flatMap((name) => (typeof node.attrs[name] === 'string' ? [String(node.attrs[name])] : [])).join(' ')

const levels = (a: Outline, b: Outline): Suggestion[] =>
  [...b.byKey].flatMap(([key, { node, pos, article }]) => {
    const before = a.byKey.get(key)?.node
    if (before === undefined || sameLevel(before, node)) return []
    return [{ id: `level:${key}`, kind: 'level' as const, key, article, deleted: levelWord(before), inserted: levelWord(node), from: pos, to: pos + node.nodeSize }]
  })

const words = (a: Outline, b: Outline): Suggestion[] =>
  [...b.words].flatMap(([key, now]) => {
    const before = a.words.get(key)
    if (before === undefined) return []
    return runsBetween(before.node, now.node).map((run) => ({
      id: `words:${key}:${run.a.from}-${run.a.to}:${run.b.from}-${run.b.to}`, kind: 'words' as const, key, article: now.article, deleted: wordsIn(before.node, run.a), inserted: wordsIn(now.node, run.b),
      from: now.pos + 1 + run.b.from, to: now.pos + 1 + run.b.to,
    }))
  })

/** Blocks without keys, container by container: title and notes, tables, the lines of an annex, an article's heading that came or went. */
function rest(a: Outline, b: Outline): Suggestion[] {
  const containers = ['', ...[...b.byKey.keys()].filter((key) => b.children.has(key) && inBoth(a, b, key))]
  return containers.flatMap((key) => {
    const placed = b.byKey.get(key)
    const before = restOf(a, key)
    const now = restOf(b, key)
    if (before.same(now)) return []
    const from = now.from ?? (placed === undefined ? 0 : placed.pos + 1)
    return [{ id: `rest:${key}`, kind: 'rest' as const, key, article: placed?.article ?? '', deleted: before.words, inserted: now.words, from, to: now.to ?? from }]
  })
}
