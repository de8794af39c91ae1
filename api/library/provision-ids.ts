import { type Alignment, ALIGNMENT_VERSION, type Change, compareTexts, type Comparison, type ComparisonRow, diffText, identityKey } from '../../law/compare/index.ts'
import type { LegalText } from '../../law/text/index.ts'
import { newId } from '../platform/ids.ts'

/** What became of a provision from one version to the next. `restored`: it was deleted and stands again, in the same words. */
export type LineageRelation = 'same' | 'changed' | 'split' | 'merged' | 'ended' | 'restored'
export type Lineage = { fromEId: string; toEId: string | null; relation: LineageRelation; score: number; algorithm: string }

/** Ids of the provisions of a new version, by eId, and what became of those of the earlier of the two versions in the later. */
export type ProvisionIdentities = { ids: Map<string, string>; lineage: Lineage[] }

/** The stored version that a new one takes its identities from; it stands before the new one, or after it. */
export type Neighbour = { text: LegalText; place: 'before' | 'after'; idOf: (eId: string) => string | undefined }

/**
 * A provision keeps its identity through versions; its number does not belong to it (design §4a, docs/adr/0006). On a
 * split the part that holds most of the old text keeps the id, on a merge the article of which most is left goes on; on
 * a deletion it ends. 款, 项 and annexes follow their pair in the comparison. No id is given twice.
 * `alignment`: which article became which, where that is known and need not be found (an amending decision says it).
 */
export function provisionIdentities(options: { text: LegalText; neighbour: Neighbour; alignment?: Alignment; algorithm?: string }): ProvisionIdentities {
  const { text, neighbour, alignment } = options
  const after = neighbour.place === 'before'
  const comparison = after ? compareTexts(neighbour.text, text, alignment) : compareTexts(text, neighbour.text, alignment)
  const ids = new Map<string, string>()
  const given = new Set<string>()
  const follow = (before: string, now: string): void => {
    const [theirs, own] = after ? [before, now] : [now, before]
    const id = neighbour.idOf(theirs)
    if (id === undefined || given.has(id) || ids.has(own)) return
    given.add(id)
    ids.set(own, id)
  }
  for (const [before, now] of pairsOf(comparison)) follow(before, now)
  return { ids, lineage: lineageOf(comparison, options.algorithm ?? ALIGNMENT_VERSION) }
}

/** What became of the provisions of one text in a later one. */
export const lineageOf = (comparison: Comparison, algorithm: string = ALIGNMENT_VERSION): Lineage[] => comparison.rows.flatMap((row) => lineageOfRow(row, algorithm))

/** Pairs of eIds, the surest first: of an article's parts that which holds most of its words. */
function pairsOf(comparison: Comparison): [string, string][] {
  const articles = comparison.rows.flatMap((row) => edgesOf(row).map(([before, now]) => ({ before, now, kept: keptWords(row, before, now) }))).toSorted((a, b) => b.kept - a.kept)
  const lines = comparison.rows.flatMap((row) => row.paragraphs).flatMap(pairOfLine)
  const annexes = comparison.annexes.flatMap(({ old, new: now }): [string, string][] => (old === null || now === null ? [] : [[old.id, now.id]]))
  return [...articles.map(({ before, now }): [string, string] => [before, now]), ...lines, ...annexes]
}

const pairOfLine = (line: { oldId?: string; newId?: string }): [string, string][] => (line.oldId === undefined || line.newId === undefined ? [] : [[line.oldId, line.newId]])

const edgesOf = (row: ComparisonRow): [string, string][] => row.edges ?? row.old.flatMap((o) => row.new.map((n): [string, string] => [o.id, n.id]))

/** How many characters of the old article the new one holds; a row of one and one needs no counting. */
function keptWords(row: ComparisonRow, before: string, now: string): number {
  if (row.old.length === 1 && row.new.length === 1) return Number.POSITIVE_INFINITY
  const changes = diffText(row.old.find((a) => a.id === before)?.text ?? '', row.new.find((a) => a.id === now)?.text ?? '')
  return changes.reduce((sum: number, change: Change) => sum + (change.op === 'equal' ? change.text.length : 0), 0)
}

function lineageOfRow(row: ComparisonRow, algorithm: string): Lineage[] {
  const common = { score: row.score, algorithm }
  if (row.kind === 'added') return []
  if (row.kind === 'removed') return row.old.map((o) => ({ ...common, fromEId: o.id, toEId: null, relation: 'ended' as const }))
  const edges = edgesOf(row)
  return edges.map(([fromEId, toEId]) => {
    const parts = edges.filter(([from]) => from === fromEId).length
    const sources = edges.filter(([, to]) => to === toEId).length
    return { ...common, fromEId, toEId, relation: parts > 1 ? 'split' : sources > 1 ? 'merged' : row.kind === 'same' ? 'same' : 'changed' }
  })
}

/** An article of an earlier version that had ended, with the ids of what stood below it. */
export type EndedArticle = { versionId: string; eId: string; provisionId: string; text: string; below: { eId: string; provisionId: string }[] }

// A sentence of a few words (本条例自公布之日起施行) comes again by chance.
const SHORTEST_RESTORED = 20

/**
 * New articles that stand in the very words of one that an earlier version had and a later one deleted: 恢复. They take up
 * its identity again, and that of its 款 and 项. Likeness is not enough: a new rule on the same matter is a new provision.
 */
export function restoreEnded(options: { articles: readonly { eId: string; text: string; below: string[] }[]; ended: readonly EndedArticle[]; identities: ProvisionIdentities }): (Lineage & { fromVersionId: string })[] {
  const { ids } = options.identities
  const taken = new Set(ids.values())
  const restored: (Lineage & { fromVersionId: string })[] = []
  for (const article of options.articles) {
    const key = identityKey(article.text)
    if (ids.has(article.eId) || key.length < SHORTEST_RESTORED) continue
    const before = options.ended.filter((e) => !taken.has(e.provisionId) && identityKey(e.text) === key)
    const [last] = before
    if (last === undefined || before.some((e) => e.provisionId !== last.provisionId)) continue
    const give = (eId: string, provisionId: string): void => {
      if (taken.has(provisionId) || ids.has(eId)) return
      taken.add(provisionId)
      ids.set(eId, provisionId)
    }
    give(article.eId, last.provisionId)
    for (const eId of article.below) {
      const same = last.below.find((b) => b.eId.slice(last.eId.length) === eId.slice(article.eId.length))
      if (same !== undefined) give(eId, same.provisionId)
    }
    restored.push({ fromVersionId: last.versionId, fromEId: last.eId, toEId: article.eId, relation: 'restored', score: 1, algorithm: ALIGNMENT_VERSION })
  }
  return restored
}

/** An id for each provision: that which it goes on with, else a new one. */
export const identityOf = (ids: ReadonlyMap<string, string>, eId: string): string => ids.get(eId) ?? newId()
