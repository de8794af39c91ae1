import type { PrismaClient } from '../../prisma/generated/client.ts'
import { heldLineage } from '../library/index.ts'
import { inOrder, type PublicVersion } from './law-history.ts'

/** What one text did to the articles of the text before it, by address. */
export type ArticleChanges = {
  changed: Set<string>
  added: Set<string>
  /** articles of the text before that are gone */
  removed: string[]
  /** address in the text before → address in this one */
  becomes: Map<string, string>
}

type ArticleRow = { versionId: string; eId: string; label: string; provisionId: string; digest: string }

/** Articles of some texts with a digest of their words, so that long laws are not read to count changes. */
async function articleRows(prisma: PrismaClient, versionIds: string[]): Promise<ArticleRow[]> {
  return prisma.$queryRaw<ArticleRow[]>`
    SELECT p."versionId"::text AS "versionId", p."eId", p.label, p."provisionId"::text AS "provisionId", md5(regexp_replace(p.text, '\s', '', 'g')) AS digest
    FROM "Provision" p JOIN "Version" v ON v.id = p."versionId"
    WHERE p."versionId" = ANY(${versionIds}::uuid[]) AND p.kind = 'article' AND v."publishedAt" IS NOT NULL
    ORDER BY p.ordinal`
}

/**
 * Changes of each text against the one before it, by version id. The alignment that was stored with a text goes before
 * (its numbers are those of the comparison page); texts stored in another order are paired by the identity of their provisions.
 */
export async function changesOfWork(prisma: PrismaClient, versions: readonly PublicVersion[]): Promise<Map<string, ArticleChanges>> {
  const sorted = inOrder(versions)
  if (sorted.length < 2) return new Map()
  const ids = sorted.map((v) => v.id)
  const [rows, lineage] = await Promise.all([
    articleRows(prisma, ids),
    heldLineage({ tx: prisma, versionIds: ids }),
  ])
  return new Map(
    sorted.slice(1).map((version, at): [string, ArticleChanges] => {
      const before = sorted[at]?.id ?? ''
      const own = rows.filter((r) => r.versionId === version.id)
      const stored = lineage.filter((l) => l.fromVersionId === before && l.toVersionId === version.id)
      return [version.id, stored.length > 0 ? byLineage(own, stored) : byIdentity(rows.filter((r) => r.versionId === before), own)]
    }),
  )
}

function byLineage(own: readonly ArticleRow[], stored: readonly { fromEId: string; toEId: string | null; relation: string }[]): ArticleChanges {
  const reached = new Set(stored.flatMap((l) => (l.toEId === null ? [] : [l.toEId])))
  return {
    changed: new Set(stored.flatMap((l) => (l.toEId !== null && l.relation !== 'same' ? [l.toEId] : []))),
    added: new Set(own.flatMap((r) => (reached.has(r.eId) ? [] : [r.eId]))),
    removed: stored.flatMap((l) => (l.toEId === null ? [l.fromEId] : [])),
    becomes: new Map(stored.flatMap((l) => (l.toEId === null ? [] : [[l.fromEId, l.toEId] as const]))),
  }
}

function byIdentity(before: readonly ArticleRow[], own: readonly ArticleRow[]): ArticleChanges {
  const old = new Map(before.map((r) => [r.provisionId, r]))
  const now = new Map(own.map((r) => [r.provisionId, r]))
  return {
    changed: new Set(own.flatMap((r) => { const was = old.get(r.provisionId); return was !== undefined && was.digest !== r.digest ? [r.eId] : [] })),
    added: new Set(own.flatMap((r) => (old.has(r.provisionId) ? [] : [r.eId]))),
    removed: before.flatMap((r) => (now.has(r.provisionId) ? [] : [r.eId])),
    becomes: new Map(before.flatMap((r) => { const next = now.get(r.provisionId); return next === undefined ? [] : [[r.eId, next.eId] as const] })),
  }
}

/** How many articles a text changed, brought and took away. */
export const countChanges = (changes: ArticleChanges): number => changes.changed.size + changes.added.size + changes.removed.length

/** What became of the articles of an old text on the way to the text shown instead of it: their address there, and whether their words changed. Null: gone. */
export function fateOfArticles(options: { eIds: readonly string[]; from: PublicVersion; to: PublicVersion; versions: readonly PublicVersion[]; changes: ReadonlyMap<string, ArticleChanges> }): Map<string, { eId: string | null; changed: boolean }> {
  const sorted = inOrder(options.versions)
  const steps = sorted.slice(sorted.findIndex((v) => v.id === options.from.id) + 1, sorted.findIndex((v) => v.id === options.to.id) + 1)
  return new Map(
    options.eIds.map((eId) => {
      let at: string | null = eId
      let changed = false
      for (const step of steps) {
        const made = options.changes.get(step.id)
        if (made === undefined || at === null) break
        at = made.becomes.get(at) ?? null
        changed ||= at === null || made.changed.has(at)
      }
      return [eId, { eId: at, changed }]
    }),
  )
}
