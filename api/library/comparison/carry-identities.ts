import type { Alignment } from '../../../law/compare/index.ts'
import { newId } from '../../platform/ids.ts'
import type { Transaction } from '../../platform/work/transaction.ts'
import { provisionIdentities } from '../provision-ids.ts'
import type { PairSide } from './align-pair.ts'

/**
 * Gives the named articles of the later version, and what stands below them, the identities that an alignment gives; an
 * identity that stood elsewhere in it leaves that place. `earlier`: what they had before a correction that is taken back.
 * Returns what each had before.
 */
export async function carryIdentities(options: { tx: Transaction; from: PairSide; to: PairSide; alignment: Alignment; articles: readonly string[]; earlier: Readonly<Record<string, string>> }): Promise<Record<string, string>> {
  const { tx, from, to, alignment, earlier } = options
  const [before, after] = await Promise.all([from, to].map(({ id }) => tx.provision.findMany({ where: { versionId: id }, select: { id: true, eId: true, articleEId: true, provisionId: true } })))
  const theirs = new Map((before ?? []).map(({ eId, provisionId }) => [eId, provisionId]))
  const known = new Set(theirs.values())
  const { ids } = provisionIdentities({ text: to.text, neighbour: { text: from.text, place: 'before', idOf: (eId) => theirs.get(eId) }, alignment })
  const rows = after ?? []
  const concerned = new Set(options.articles)
  const named = rows.filter(({ eId, articleEId }) => concerned.has(eId) || (articleEId !== null && concerned.has(articleEId)))
  // whatever else holds an identity that is now said to be another's
  const wanted = new Set(named.flatMap(({ eId }) => ids.get(eId) ?? []))
  const robbed = rows.filter((row) => !named.includes(row) && wanted.has(row.provisionId))
  const had: Record<string, string> = {}
  const free = new Set(rows.filter((row) => !named.includes(row) && !robbed.includes(row)).map(({ provisionId }) => provisionId))
  for (const row of [...named, ...robbed]) {
    const own = [ids.get(row.eId), known.has(row.provisionId) || wanted.has(row.provisionId) ? undefined : row.provisionId, earlier[row.eId]].find((id) => id !== undefined && !free.has(id))
    const provisionId = own ?? newId()
    free.add(provisionId)
    if (provisionId === row.provisionId) continue
    had[row.eId] = row.provisionId
    await tx.provision.update({ where: { id: row.id }, data: { provisionId } })
  }
  return had
}
