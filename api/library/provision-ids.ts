import { ALIGNMENT_VERSION, compareTexts, type ComparisonRow } from '../../law/compare/index.ts'
import type { LegalText } from '../../law/text/index.ts'
import { newId } from '../platform/ids.ts'

export type Lineage = { fromEId: string; toEId: string | null; relation: 'same' | 'changed' | 'split' | 'merged' | 'ended'; score: number; algorithm: string }

/** Ids of the provisions of a new version, by eId, and where each came from. */
export type ProvisionIdentities = { ids: Map<string, string>; lineage: Lineage[] }

/**
 * A provision keeps its identity through versions; its number does not belong to it (design §4a). On a split the part
 * that holds most of the text keeps the id, on a merge the largest of the old ones goes on; on a deletion it ends.
 * Paragraphs and items follow their pair in the comparison.
 */
export function provisionIdentities(options: {
  eIds: string[]
  text: LegalText
  previous: { text: LegalText; idOf: (eId: string) => string | undefined } | null
}): ProvisionIdentities {
  const { eIds, text, previous } = options
  const ids = new Map<string, string>()
  const lineage: Lineage[] = []
  if (previous !== null) {
    const given = new Set<string>()
    const follow = (fromEId: string, toEId: string) => {
      const id = previous.idOf(fromEId)
      if (id === undefined || given.has(id) || ids.has(toEId)) return
      given.add(id)
      ids.set(toEId, id)
    }
    for (const row of compareTexts(previous.text, text).rows) {
      lineage.push(...lineageOfRow(row))
      const from = longest(row.old)
      const to = longest(row.new)
      if (from !== undefined && to !== undefined) follow(from.id, to.id)
      for (const line of row.paragraphs) if (line.oldId !== undefined && line.newId !== undefined) follow(line.oldId, line.newId)
    }
  }
  for (const eId of eIds) if (!ids.has(eId)) ids.set(eId, newId())
  return { ids, lineage }
}

const longest = <T extends { text: string }>(articles: T[]): T | undefined =>
  articles.reduce<T | undefined>((best, a) => (best === undefined || a.text.length > best.text.length ? a : best), undefined)

function lineageOfRow(row: ComparisonRow): Lineage[] {
  const common = { score: row.score, algorithm: ALIGNMENT_VERSION }
  if (row.kind === 'added') return []
  if (row.kind === 'removed') return row.old.map((o) => ({ ...common, fromEId: o.id, toEId: null, relation: 'ended' as const }))
  const relation = row.new.length > 1 ? 'split' : row.old.length > 1 ? 'merged' : row.kind
  const edges = row.edges ?? row.old.flatMap((o) => row.new.map((n): [string, string] => [o.id, n.id]))
  return edges.map(([fromEId, toEId]) => ({ ...common, fromEId, toEId, relation }))
}
