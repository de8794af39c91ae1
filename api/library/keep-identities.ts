import { type Alignment, compareTexts } from '../../law/compare/index.ts'
import { type LegalText, provisions } from '../../law/text/index.ts'
import { newId } from '../platform/ids.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { legalTextSchema } from './legal-text-schema.ts'
import { type EndedArticle, identityOf, type Lineage, lineageOf, provisionIdentities, restoreEnded } from './provision-ids.ts'
import { type OrderedVersion, versionsInOrder } from './version-order.ts'

/** Which version a new one goes on from, where that is known: the text that it corrects or that a decision amended. */
export type ComesFrom = { versionId: string; alignment?: Alignment; algorithm?: string }

/** How a new version of a work stands to those that are stored; read before it is. */
export type Neighbours = { neighbour: (OrderedVersion & { place: 'before' | 'after' }) | null; next: OrderedVersion | null; earlier: OrderedVersion[] }

/** The version that comes before by date, else the one after it: what identities are taken from; and the one that follows. */
export async function neighboursOf(options: { tx: Transaction; workId: string; dates: { effectiveFrom: string | null; adopted: string | null }; from: ComesFrom | null }): Promise<Neighbours> {
  const line = await versionsInOrder(options)
  const own = options.dates.effectiveFrom ?? options.dates.adopted
  const before = own === null ? line : line.filter((v) => v.on <= own)
  const named = line.find((v) => v.id === options.from?.versionId)
  const last = named ?? before.at(-1)
  if (last !== undefined) return { neighbour: { ...last, place: 'before' }, next: line[before.length] ?? null, earlier: before.filter((v) => v.id !== last.id) }
  const first = line[0]
  return { neighbour: first === undefined ? null : { ...first, place: 'after' }, next: null, earlier: [] }
}

/**
 * Write every provision of a stored version with its identity, and what became of the provisions of the version before it
 * in it, and of its own in the one after it. Rows lead from the earlier text to the later one, in whatever order texts were
 * stored; what was stored before is not touched.
 */
export async function keepIdentities(options: { tx: Transaction; versionId: string; text: LegalText; neighbours: Neighbours; from: ComesFrom | null }): Promise<void> {
  const { tx, versionId, text, from } = options
  const { neighbour, next, earlier } = options.neighbours
  const flat = provisions(text)
  const rows: (Lineage & { fromVersionId: string; toVersionId: string })[] = []
  let ids = new Map<string, string>()
  if (neighbour !== null) {
    const stored = await readStored(tx, neighbour.id)
    const known = from?.versionId === neighbour.id ? from : null
    const identities = provisionIdentities({
      text, neighbour: { text: stored.text, place: neighbour.place, idOf: (eId) => stored.ids.get(eId) },
      ...(known?.alignment === undefined ? {} : { alignment: known.alignment }), ...(known?.algorithm === undefined ? {} : { algorithm: known.algorithm }),
    })
    ids = identities.ids
    const way = neighbour.place === 'before' ? { fromVersionId: neighbour.id, toVersionId: versionId } : { fromVersionId: versionId, toVersionId: neighbour.id }
    rows.push(...identities.lineage.map((l) => ({ ...way, ...l })))
    const fresh = flat.filter((p) => p.kind === 'article' && !ids.has(p.eId))
    if (fresh.length > 0 && earlier.length > 0) {
      const articles = fresh.map((a) => ({ eId: a.eId, text: a.text, below: flat.filter((p) => p.articleEId === a.eId && p.eId !== a.eId).map((p) => p.eId) }))
      rows.push(...restoreEnded({ articles, ended: await endedArticles(tx, earlier, new Set(stored.ids.values())), identities }).map((l) => ({ ...l, toVersionId: versionId })))
    }
  }
  if (next !== null) {
    const later = await readStored(tx, next.id)
    rows.push(...lineageOf(compareTexts(text, later.text)).map((l) => ({ fromVersionId: versionId, toVersionId: next.id, ...l })))
  }
  await tx.provision.createMany({
    data: flat.map((p) => ({
      id: newId(), versionId, provisionId: identityOf(ids, p.eId), eId: p.eId, parentEId: p.parentEId, articleEId: p.articleEId, kind: p.kind, label: p.label,
      heading: p.heading, ordinal: p.ordinal, divisionPath: p.divisionPath, text: p.text,
    })),
  })
  await tx.provisionLineage.createMany({ data: rows.map((row) => ({ id: newId(), ...row })) })
}

async function readStored(tx: Transaction, id: string): Promise<{ text: LegalText; ids: Map<string, string> }> {
  const row = await tx.version.findUniqueOrThrow({ where: { id }, select: { tree: true, provisions: { select: { eId: true, provisionId: true } } } })
  return { text: legalTextSchema.parse(row.tree), ids: new Map(row.provisions.map((p) => [p.eId, p.provisionId])) }
}

/** Articles of earlier versions whose identity the version before does not have any more, the latest first. */
async function endedArticles(tx: Transaction, earlier: readonly OrderedVersion[], going: ReadonlySet<string>): Promise<EndedArticle[]> {
  const found = await tx.provision.findMany({ where: { versionId: { in: earlier.map((v) => v.id) }, articleEId: { not: null } }, select: { versionId: true, eId: true, articleEId: true, provisionId: true, kind: true, text: true } })
  const order = earlier.map((v) => v.id)
  return found
    .filter((p) => p.kind === 'article' && !going.has(p.provisionId))
    .map((a) => ({ versionId: a.versionId, eId: a.eId, provisionId: a.provisionId, text: a.text, below: found.filter((p) => p.versionId === a.versionId && p.articleEId === a.eId && p.eId !== a.eId) }))
    .toSorted((a, b) => order.indexOf(b.versionId) - order.indexOf(a.versionId))
}
