import type { Actor } from '../platform/policy/actor.ts'
import { newId } from '../platform/ids.ts'
import type { Transaction } from '../platform/work/transaction.ts'

/** Who goes on with an article within this time is still at the same change of it. */
const ONE_SITTING_MS = 10 * 60_000

type Options = {
  tx: Transaction
  draftId: string
  actor: Actor
  authorName: string | null
  at: Date
  fromVersion: number
  toVersion: number
  keys: readonly string[]
  labels: ReadonlyMap<string, string>
  before: ReadonlyMap<string, string>
  after: ReadonlyMap<string, string>
}

/**
 * What became of each touched article in words: 为何这样写 is answered from these rows. What a person goes on writing is
 * one change until somebody else writes, a snapshot is taken or they pause.
 */
export async function recordChanges(options: Options): Promise<void> {
  const { tx, draftId, actor, authorName, at, fromVersion, toVersion, keys, labels, before, after } = options
  const changed = keys.filter((key) => before.get(key) !== after.get(key))
  if (changed.length === 0) return
  const [latest, snapshot] = await Promise.all([
    tx.articleChange.findMany({ where: { draftId, articleKey: { in: changed } }, orderBy: [{ articleKey: 'asc' }, { toVersion: 'desc' }], distinct: ['articleKey'] }),
    tx.draftSnapshot.findFirst({ where: { draftId }, orderBy: { seq: 'desc' }, select: { version: true } }),
  ])
  const open = new Map(
    latest
      .filter((row) => row.personId === actor.personId && row.authorName === authorName && at.getTime() - row.at.getTime() < ONE_SITTING_MS && at >= row.at && (snapshot === null || snapshot.version < row.toVersion))
      .map((row) => [row.articleKey, row]),
  )
  const fresh: string[] = []
  for (const key of changed) {
    const row = open.get(key)
    const words = after.get(key) ?? null
    if (row === undefined) fresh.push(key)
    else if (row.before === words) await tx.articleChange.delete({ where: { id: row.id } })
    else await tx.articleChange.update({ where: { id: row.id }, data: { after: words, toVersion, at, label: labels.get(key) ?? row.label } })
  }
  await tx.articleChange.createMany({
    data: fresh.map((articleKey) => ({
      id: newId(), draftId, articleKey, label: labels.get(articleKey) ?? '', fromVersion, toVersion, personId: actor.personId, personName: actor.name, authorName,
      before: before.get(articleKey) ?? null, after: after.get(articleKey) ?? null, startedAt: at, at,
    })),
  })
}
