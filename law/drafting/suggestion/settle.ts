/**
 * Settling suggestions: making one text like the other where a suggestion says so. To reject is to make the document
 * like its base there; to accept is to make the base like the document. Both are the same act with the sides changed.
 */
import { Fragment, type Node } from 'prosemirror-model'
import { type Step, Transform } from 'prosemirror-transform'
import { stepsBetween } from '../collaboration/index.ts'
import { isKeyed, keyOf } from '../document/index.ts'
import { isContainer, type Outline, outlineOf } from './outline.ts'
import { restOf } from './rest.ts'
import { runsBetween } from './runs.ts'
import { LEVEL_ATTRIBUTES, type Suggestion, suggestionsBetween } from './suggestions.ts'

/** The steps that take these suggestions back out of the document, to be applied in their order. */
export function rejectSteps(options: { base: Node; doc: Node; ids: ReadonlySet<string> }): Step[] {
  const { base, doc, ids } = options
  const wanted = suggestionsBetween(base, doc).filter(({ id }) => ids.has(id))
  const tr = new Transform(doc)
  // words as small steps, so that carets and marks of others in the same block keep their place
  for (const { key, run, from, to } of runsWanted(base, doc, wanted).toSorted((x, y) => y.from - x.from)) tr.replace(from, to, blockOf(base, key).slice(run.a.from, run.a.to))
  const structured = settleStructure({ target: tr.doc, source: base, wanted })
  for (const step of stepsBetween(tr.doc, structured)) tr.step(step)
  return tr.steps
}

/** The base as it is when these suggestions are part of it. */
export function acceptInto(options: { base: Node; doc: Node; ids: ReadonlySet<string> }): Node {
  const { base, doc, ids } = options
  const all = suggestionsBetween(base, doc)
  const wanted = all.filter(({ id }) => ids.has(id))
  if (wanted.length === all.length) return doc
  const tr = new Transform(base)
  const places = outlineOf(base).words
  const runs = runsWanted(base, doc, wanted).flatMap(({ key, run }) => {
    const at = places.get(key)
    return at === undefined ? [] : [{ key, run, from: at.pos + 1 + run.a.from, to: at.pos + 1 + run.a.to }]
  })
  for (const { key, run, from, to } of runs.toSorted((x, y) => y.from - x.from)) tr.replace(from, to, blockOf(doc, key).slice(run.b.from, run.b.to))
  return settleStructure({ target: tr.doc, source: doc, wanted })
}

function blockOf(doc: Node, key: string): Node {
  const block = outlineOf(doc).words.get(key)
  if (block === undefined) throw new RangeError(`no words ${key}`)
  return block.node
}

function runsWanted(base: Node, doc: Node, wanted: readonly Suggestion[]) {
  return wanted
    .filter(({ kind }) => kind === 'words')
    .flatMap(({ id, key, from, to }) => {
      const run = runsBetween(blockOf(base, key), blockOf(doc, key)).find(({ a, b }) => id === `words:${key}:${a.from}-${a.to}:${b.from}-${b.to}`)
      return run === undefined ? [] : [{ key, run, from, to }]
    })
}

/** A container opened for moving things about; everything else is kept as it is. */
type Twig = { node: Node; key: string; children: Twig[] | null }

const grow = (node: Node): Twig => ({ node, key: isKeyed(node) ? keyOf(node) : '', children: isContainer(node) ? node.children.map(grow) : null })

function prune(twig: Twig): Node {
  if (twig.children === null) return twig.node
  const children = twig.children.map(prune)
  const same = children.length === twig.node.childCount && children.every((child, at) => child === twig.node.child(at))
  return same ? twig.node : twig.node.copy(Fragment.fromArray(children))
}

function find(root: Twig, key: string): { twig: Twig; among: Twig[]; at: number } | null {
  for (const [at, child] of (root.children ?? []).entries()) {
    if (child.key === key && root.children !== null) return { twig: child, among: root.children, at }
    const below = find(child, key)
    if (below !== null) return below
  }
  return null
}

const containerOf = (root: Twig, key: string): Twig | null => (key === '' ? root : (find(root, key)?.twig ?? null))

/** What has to stand before what inside one container. */
const RANKS: Readonly<Record<string, number>> = { matter: 0, heading: 0, article_heading: 0, annex_title: 0, annex: 2, closing: 3 }
const rankOf = (twig: Twig): number => RANKS[twig.node.type.name] ?? 1

/** The container that the source has a provision in, brought back where it is gone. */
function homeOf(root: Twig, source: Outline, key: string): Twig[] {
  const home = source.byKey.get(key)
  if (home === undefined) throw new RangeError(`no place for ${key}`)
  const container = containerOf(root, home.parent) ?? restore(root, source, home.parent)
  if (container.children === null) throw new RangeError(`${home.parent} holds nothing`)
  return container.children
}

/** Puts a provision behind the nearest one that stands before it in the source and is there too. */
function insert(among: Twig[], source: Outline, twig: Twig): void {
  for (let before = source.byKey.get(twig.key)?.before.at(-1); before !== undefined; before = source.byKey.get(before)?.before.at(-1)) {
    const at = among.findIndex(({ key }) => key === before)
    if (at >= 0) return void among.splice(at + 1, 0, twig)
  }
  among.splice(among.filter((child) => rankOf(child) < rankOf(twig)).length, 0, twig)
}

/** Moves a provision to where the source has it. */
function move(root: Twig, source: Outline, key: string): void {
  const { parent } = source.byKey.get(key) ?? { parent: '' }
  const own = find(root, key)
  // a division that came to stand inside one of its own parts: the part goes back first
  if (own !== null && parent !== '' && find(own.twig, parent) !== null) move(root, source, parent)
  // asked for while the provision is still in its place, so that a container that is brought back does not bring it a second time
  const among = homeOf(root, source, key)
  const found = find(root, key)
  if (found === null) return
  found.among.splice(found.at, 1)
  insert(among, source, found.twig)
}

/** Brings back a provision that only the source has, without those of its children that stand elsewhere by now. */
function restore(root: Twig, source: Outline, key: string): Twig {
  const home = source.byKey.get(key)
  if (home === undefined) throw new RangeError(`no provision ${key}`)
  const among = homeOf(root, source, key)
  // a container that was brought back for it brought it along
  const there = find(root, key)
  if (there !== null) return there.twig
  const twig = grow(home.node)
  const drop = (one: Twig): void => {
    if (one.children === null) return
    one.children = one.children.filter((child) => child.key === '' || find(root, child.key) === null)
    one.children.forEach(drop)
  }
  drop(twig)
  insert(among, source, twig)
  return twig
}

/** Takes out a provision that the source does not have; what the source has of its children goes back to its place first. */
function takeOut(root: Twig, source: Outline, key: string): void {
  const found = find(root, key)
  if (found === null) return
  for (const kept of below(found.twig)) if (source.byKey.has(kept.key)) move(root, source, kept.key)
  const left = find(root, key)
  if (left !== null) left.among.splice(left.at, 1)
}

const below = (twig: Twig): Twig[] => (twig.children ?? []).flatMap((child) => (child.key === '' ? [] : [child, ...below(child)]))

function settleStructure(options: { target: Node; source: Node; wanted: readonly Suggestion[] }): Node {
  const { target, wanted } = options
  const source = outlineOf(options.source)
  const root = grow(target)
  const keysOf = (...kinds: Suggestion['kind'][]): Set<string> => new Set(wanted.flatMap(({ kind, key }) => (kinds.includes(kind) ? [key] : [])))
  const presence = keysOf('added', 'removed')
  const moves = keysOf('moved')
  // in the order of the source, so that what a provision stands behind is there before it
  for (const key of source.byKey.keys()) {
    const found = find(root, key)
    if (presence.has(key) && found === null) restore(root, source, key)
    else if (moves.has(key) && found !== null) move(root, source, key)
  }
  for (const key of presence) if (!source.byKey.has(key)) takeOut(root, source, key)
  for (const key of keysOf('level')) level(root, source, key)
  for (const key of keysOf('rest')) settleRest(root, source, key)
  return prune(root)
}

function level(root: Twig, source: Outline, key: string): void {
  const twig = find(root, key)?.twig
  const like = source.byKey.get(key)?.node
  if (twig === undefined || like === undefined) return
  const attrs = Object.fromEntries(LEVEL_ATTRIBUTES.flatMap((name) => (name in like.attrs ? [[name, like.attrs[name] as unknown]] : [])))
  twig.node = twig.node.type.create({ ...twig.node.attrs, ...attrs }, twig.node.content)
}

function settleRest(root: Twig, source: Outline, key: string): void {
  const container = containerOf(root, key)
  if (container === null || container.children === null) return
  const like = restOf(source, key)
  const own = container.children.filter((child) => child.key !== '' || isOwnHeading(child))
  const heading = own.findIndex(({ node }) => node.type.name === 'article_heading')
  if (like.heading === null && heading >= 0) own.splice(heading, 1)
  if (like.heading !== null && heading < 0) own.unshift(grow(like.heading))
  for (const [index, { node, after }] of like.blocks.entries()) {
    const twig = grow(node)
    const behind = after === null ? -1 : own.findIndex((child) => child.key === after)
    // blocks of one place follow one another
    const earlier = like.blocks.slice(0, index).filter((block) => block.after === after).length
    own.splice(behind >= 0 ? behind + 1 + earlier : own.filter((child) => rankOf(child) < rankOf(twig)).length + (rankOf(twig) === 1 || rankOf(twig) === 3 ? earlier : 0), 0, twig)
  }
  container.children = own
}

const isOwnHeading = ({ node }: Twig): boolean => ['heading', 'annex_title', 'article_heading'].includes(node.type.name)
