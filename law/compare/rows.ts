import { plainText, type Article, type LegalText } from '../text/index.ts'
import type { Alignment, AlignmentRow, RowKind } from './align.ts'
import type { Edge } from './match-articles.ts'
import { sameIdentity } from './normalise.ts'
import { heaviestChain, type Candidate } from './order.ts'

type Group = { old: number[]; new: number[]; edges: Edge[] }

/** Whether the old article at a place and the new one at another say the same in the same words. */
type SameWords = (oldPlace: number, newPlace: number) => boolean

const wordsAt = ({ articles }: LegalText, place: number): string => {
  const article = articles[place]
  return article ? plainText(article) : ''
}

/** Rows from edges: articles that hang together stand in one row, in the order of the new text. */
export function alignmentRows(oldText: LegalText, newText: LegalText, edges: readonly Edge[], sameWords?: SameWords): Alignment {
  const isSame: SameWords = sameWords ?? ((oldPlace, newPlace) => sameIdentity(wordsAt(oldText, oldPlace), wordsAt(newText, newPlace)))
  const groups = connect(oldText.articles.length, newText.articles.length, edges)
  const moved = movedGroups(groups, newText.articles.length)
  const placed = groups.map((group) => ({
    group,
    row: toRow(group, oldText.articles, newText.articles, moved.has(group), isSame),
  }))
  const home = new Map<number, Group>()
  for (const group of groups) if (group.new.length > 0 && !moved.has(group)) for (const place of group.old) home.set(place, group)
  const keyed = placed.map(({ group, row }) => ({ row, key: sortKey(group, home) }))
  keyed.sort((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1] || a.key[2] - b.key[2])
  return { rows: keyed.map(({ row }) => row) }
}

/** Place in the new text; a removed article follows the row of the nearest article before it that stayed. */
function sortKey(group: Group, home: ReadonlyMap<number, Group>): [number, number, number] {
  const first = group.new[0]
  if (first !== undefined) return [first, 0, 0]
  const own = group.old[0] ?? 0
  for (let place = own - 1; place >= 0; place--) {
    const before = home.get(place)
    if (before) return [before.new[0] ?? 0, 1, own]
  }
  return [-1, 1, own]
}

function connect(oldCount: number, newCount: number, edges: readonly Edge[]): Group[] {
  const leader = Int32Array.from({ length: oldCount + newCount }, (_, at) => at)
  const find = (at: number): number => {
    let root = at
    while ((leader[root] ?? root) !== root) root = leader[root] ?? root
    leader[at] = root
    return root
  }
  for (const edge of edges) {
    const [a, b] = [find(edge.old), find(oldCount + edge.new)]
    if (a !== b) leader[Math.max(a, b)] = Math.min(a, b)
  }
  const groups = new Map<number, Group>()
  const groupOf = (at: number): Group => {
    const root = find(at)
    let group = groups.get(root)
    if (!group) groups.set(root, (group = { old: [], new: [], edges: [] }))
    return group
  }
  for (let place = 0; place < oldCount; place++) groupOf(place).old.push(place)
  for (let place = 0; place < newCount; place++) groupOf(oldCount + place).new.push(place)
  for (const edge of edges) groupOf(edge.old).edges.push(edge)
  return [...groups.values()]
}

/** Rows outside the longest run in which both sides keep their order. */
function movedGroups(groups: readonly Group[], newCount: number): Set<Group> {
  // an old article stands in one group
  const candidates = new Map<number, Group>()
  const pairs: Candidate[] = []
  for (const group of groups) {
    const main = mainEdge(group)
    if (!main) continue
    candidates.set(main.old, group)
    pairs.push({ old: main.old, new: main.new, worth: 1 })
  }
  for (const pair of heaviestChain(pairs, newCount)) candidates.delete(pair.old)
  return new Set(candidates.values())
}

function mainEdge(group: Group): Edge | undefined {
  if (group.edges.length <= 1) return group.edges[0]
  return [...group.edges].sort((a, b) => Number(b.kind === 'main') - Number(a.kind === 'main') || b.strength - a.strength || a.old - b.old || a.new - b.new)[0]
}

function toRow(group: Group, oldArticles: readonly Article[], newArticles: readonly Article[], moved: boolean, isSame: SameWords): AlignmentRow {
  const before = group.old.flatMap((place) => oldArticles[place] ?? [])
  const after = group.new.flatMap((place) => newArticles[place] ?? [])
  const labels = (articles: readonly Article[]) => articles.map((article) => article.number).join(' ')
  const row: AlignmentRow = {
    kind: kindOf(before, after, () => isSame(group.old[0] ?? 0, group.new[0] ?? 0)),
    old: before.map((article) => article.id),
    new: after.map((article) => article.id),
    renumbered: before.length > 0 && after.length > 0 && labels(before) !== labels(after),
    moved,
    score: Math.min(1, mainEdge(group)?.strength ?? 0),
  }
  if (before.length > 1 && after.length > 1) {
    row.edges = [...group.edges]
      .sort((a, b) => a.new - b.new || a.old - b.old)
      .flatMap((edge): [string, string][] => {
        const [from, to] = [oldArticles[edge.old], newArticles[edge.new]]
        return from && to ? [[from.id, to.id]] : []
      })
  }
  return row
}

function kindOf(before: readonly Article[], after: readonly Article[], isSame: () => boolean): RowKind {
  const [from, to] = [before[0], after[0]]
  if (!from) return 'added'
  if (!to) return 'removed'
  const same = before.length === 1 && after.length === 1 && sameIdentity(from.heading ?? '', to.heading ?? '') && isSame()
  return same ? 'same' : 'changed'
}
