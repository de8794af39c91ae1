import type { Transaction } from '../../platform/work/transaction.ts'

/** One provision on its way from one version to the next, as it was stored or as a person put it right. */
export type HeldLineage = { fromVersionId: string; toVersionId: string; fromEId: string; toEId: string | null; relation: string; score: number; algorithm: string }

/** What stands in the place of an algorithm where a person said it. */
export const SAID_BY_PERSON = 'person'

type Said = { fromVersionId: string; toVersionId: string; fromEIds: string[]; toEIds: string[]; relation: string }

/**
 * What became of the articles between versions: what was stored, with the corrections that hold laid over it. What was
 * stored stays as it is. Pairs of versions of which nothing was stored are not among them: compare those (comparePair).
 */
export async function heldLineage(options: { tx: Transaction; versionIds: readonly string[] }): Promise<HeldLineage[]> {
  const { tx } = options
  const within = { fromVersionId: { in: [...options.versionIds] }, toVersionId: { in: [...options.versionIds] } }
  const [stored, corrections] = await Promise.all([
    tx.provisionLineage.findMany({ where: within, select: { fromVersionId: true, toVersionId: true, fromEId: true, toEId: true, relation: true, score: true, algorithm: true } }),
    tx.alignmentCorrection.findMany({ where: { ...within, undoneAt: null }, orderBy: [{ correctedAt: 'asc' }, { id: 'asc' }] }),
  ])
  return corrections.reduce<HeldLineage[]>((rows, said) => layOver(rows, said), stored)
}

function layOver(rows: readonly HeldLineage[], said: Said): HeldLineage[] {
  const isPair = (from: string, to: string) => (row: HeldLineage): boolean => row.fromVersionId === from && row.toVersionId === to && row.relation !== 'restored'
  const straight = rows.some(isPair(said.fromVersionId, said.toVersionId))
  const [from, to, old, now] = straight ? [said.fromVersionId, said.toVersionId, said.fromEIds, said.toEIds] : [said.toVersionId, said.fromVersionId, said.toEIds, said.fromEIds]
  const ofPair = isPair(from, to)
  if (!rows.some(ofPair)) return [...rows]
  const spokenOf = (row: HeldLineage): boolean => ofPair(row) && (old.includes(row.fromEId) || (row.toEId !== null && now.includes(row.toEId)))
  const kept = rows.filter((row) => !spokenOf(row))
  const common = { fromVersionId: from, toVersionId: to, score: 1, algorithm: SAID_BY_PERSON }
  const left = [...new Set(rows.filter(spokenOf).map(({ fromEId }) => fromEId))].filter((eId) => !old.includes(eId) && !kept.some((row) => ofPair(row) && row.fromEId === eId))
  const relation = now.length > 1 ? 'split' : old.length > 1 ? 'merged' : said.relation === 'same' ? 'same' : 'changed'
  const ended = (eIds: readonly string[]): HeldLineage[] => eIds.map((fromEId) => ({ ...common, fromEId, toEId: null, relation: 'ended' }))
  return [...kept, ...ended(left), ...(now.length === 0 ? ended(old) : old.flatMap((fromEId) => now.map((toEId) => ({ ...common, fromEId, toEId, relation }))))]
}
