import { type Alignment, ALIGNMENT_VERSION, alignArticles, alignmentFromPairs, compareTexts, type Comparison, pairsOf, withSaid } from '../../../law/compare/index.ts'
import type { LegalText } from '../../../law/text/index.ts'
import type { AlignmentCorrection } from '../../../prisma/generated/client.ts'
import type { Transaction } from '../../platform/work/transaction.ts'

/** A stored version with its text. */
export type PairSide = { id: string; text: LegalText }

/** What a person said of which articles became which, in the direction of the comparison. */
export type SaidCorrection = {
  id: string
  old: string[]
  new: string[]
  note: string | null
  byName: string
  at: string
  /** null while it holds */
  undone: { byName: string; at: string } | null
}

export type AlignedPairOfVersions = {
  alignment: Alignment
  /** the algorithm that aligned the two: that of the stored alignment where there is one */
  algorithm: string
  /** oldest first, those that were undone included */
  corrections: SaidCorrection[]
}

type Options = { tx: Transaction; from: PairSide; to: PairSide }

/**
 * Which article of one version became which of another: the alignment that was stored when the later one was, which a
 * better algorithm does not rewrite, else one made now; over both what persons said, whichever of the two they put first.
 */
export async function alignPair(options: Options): Promise<AlignedPairOfVersions> {
  const { tx, from, to } = options
  const [stored, said] = await Promise.all([storedPairs(options), tx.alignmentCorrection.findMany({ where: { OR: ofPair(from.id, to.id) }, orderBy: [{ correctedAt: 'asc' }, { id: 'asc' }] })])
  const corrections = said.map((row) => toSaid(row, row.fromVersionId !== from.id))
  const holding = corrections.filter(({ undone }) => undone === null)
  if (stored === null && holding.length === 0) return { alignment: alignArticles(from.text, to.text), algorithm: ALIGNMENT_VERSION, corrections }
  const pairs = stored?.pairs ?? pairsOf(alignArticles(from.text, to.text))
  return { alignment: alignmentFromPairs(from.text, to.text, withSaid(pairs, holding)), algorithm: stored?.algorithm ?? ALIGNMENT_VERSION, corrections }
}

/** Two versions article by article, by the alignment that holds between them. The caller has judged who may read both. */
export async function comparePair(options: Options): Promise<Omit<AlignedPairOfVersions, 'alignment'> & { comparison: Comparison }> {
  const { alignment, ...aligned } = await alignPair(options)
  return { comparison: compareTexts(options.from.text, options.to.text, alignment), ...aligned }
}

/** Either order: what became of an article is the same thing seen from the other side. */
export const ofPair = (from: string, to: string) => [{ fromVersionId: from, toVersionId: to }, { fromVersionId: to, toVersionId: from }]

async function storedPairs({ tx, from, to }: Options) {
  const rows = await tx.provisionLineage.findMany({
    // an article that stands again after it was deleted says nothing of its neighbours
    where: { OR: ofPair(from.id, to.id), relation: { not: 'restored' } }, select: { fromVersionId: true, fromEId: true, toEId: true, score: true, algorithm: true },
  })
  const [first] = rows
  if (first === undefined) return null
  const turned = first.fromVersionId !== from.id
  return {
    algorithm: first.algorithm,
    pairs: rows.flatMap(({ fromEId, toEId, score }) => (toEId === null ? [] : [turned ? { old: toEId, new: fromEId, score } : { old: fromEId, new: toEId, score }])),
  }
}

const toSaid = (row: AlignmentCorrection, turned: boolean): SaidCorrection => ({
  id: row.id, old: turned ? row.toEIds : row.fromEIds, new: turned ? row.fromEIds : row.toEIds, note: row.note, byName: row.correctedByName, at: row.correctedAt.toISOString(),
  undone: row.undoneAt === null ? null : { byName: row.undoneByName ?? '', at: row.undoneAt.toISOString() },
})
