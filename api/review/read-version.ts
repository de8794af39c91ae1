import type { LegalText } from '../../law/text/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { legalTextSchema } from '../library/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { filingPolicy } from '../procedure/index.ts'

/** The tree of a stored version. Throws `not-found`. */
export async function readVersionText(tx: Transaction, versionId: string): Promise<LegalText> {
  const version = await tx.version.findUnique({ where: { id: versionId }, select: { tree: true } })
  if (version === null) throw problem('not-found')
  return legalTextSchema.parse(version.tree)
}

/**
 * Versions that a reviewer may lay beside a document: what is public, what the library holds for everybody, and texts of
 * cases whose review they may read. The unpublished document of another committee's case is none of these.
 */
export const readableVersions = (actor: Actor): Prisma.VersionWhereInput => ({
  OR: [{ publishedAt: { not: null } }, { filings: { none: {} } }, { filings: { some: filingPolicy.scope(actor, 'readInternal') } }],
})
