import { alignmentFromPairs, compareTexts, pairsOf, withSaid } from '../../../law/compare/index.ts'
import { newId } from '../../platform/ids.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { worksOfOne } from '../one-work.ts'
import { keepsLibrary } from '../policy.ts'
import { textOf } from '../read-work.ts'
import { alignPair, type PairSide } from './align-pair.ts'
import { addressedVersion } from './compare-versions.ts'
import { carryIdentities } from './carry-identities.ts'

const LARGEST_GROUP = 30

/**
 * A person says which articles of one version became which of another: one and one, one and several (拆分), several and
 * one (合并), none before (新增) or none after (删去). Every later comparison of the two goes by it; what was stored is not
 * rewritten, and who says otherwise later is believed. Within one work the later article takes over the identity of the
 * earlier; identities in other versions stay until a person speaks of them too (design §4a).
 * Throws `not-found`, `forbidden`, `invalid-input`.
 */
export async function correctAlignment(options: { services: Services; actor: Actor; from: string; to: string; old: string[]; new: string[]; note: string | null }): Promise<{ id: string }> {
  const { services, actor } = options
  const [from, to] = await Promise.all([addressedVersion({ services, actor, address: options.from }), addressedVersion({ services, actor, address: options.to })])
  if (!keepsLibrary(actor)) throw problem('forbidden')
  if (from.id === to.id) throw problem('invalid-input', { fields: [{ path: 'to', message: '请选择两个不同的文本。' }] })
  const before: PairSide = { id: from.id, text: await textOf(services, from.id) }
  const after: PairSide = { id: to.id, text: await textOf(services, to.id) }
  const old = inOrder(before, options.old, 'old')
  const now = inOrder(after, options.new, 'new')
  if (old.length + now.length === 0 || old.length + now.length > LARGEST_GROUP) throw problem('invalid-input', { fields: [{ path: 'new', message: '请选择要校正的条文。' }] })
  const id = newId()
  await inTransaction(services, async ({ tx, audit }) => {
    const held = await alignPair({ tx, from: before, to: after })
    const pairs = withSaid(pairsOf(held.alignment), [{ old, new: now }])
    const alignment = alignmentFromPairs(before.text, after.text, pairs)
    const comparison = compareTexts(before.text, after.text, alignment)
    const row = comparison.rows.find((one) => one.old.some((a) => old.includes(a.id)) || one.new.some((a) => now.includes(a.id)))
    const ofOneWork = (await worksOfOne(tx, to.workId)).includes(from.workId)
    const touched = [...now, ...held.alignment.rows.filter((one) => one.old.some((eId) => old.includes(eId))).flatMap((one) => one.new)]
    const identities = ofOneWork ? await carryIdentities({ tx, from: before, to: after, alignment, articles: touched, earlier: {} }) : {}
    await tx.alignmentCorrection.create({
      data: {
        id, fromVersionId: from.id, toVersionId: to.id, fromEIds: old, toEIds: now, note: options.note, algorithm: held.algorithm, identities,
        relation: now.length === 0 ? 'ended' : old.length === 0 ? 'added' : now.length > 1 ? 'split' : old.length > 1 ? 'merged' : row?.kind === 'same' ? 'same' : 'changed',
        correctedBy: actor.personId, correctedByName: actor.name, correctedAt: services.clock.now(),
      },
    })
    audit({ actor, action: 'library.correctAlignment', entity: 'Version', entityId: to.id, detail: { correction: id, from: from.id, old, new: now, note: options.note } })
  })
  return { id }
}

/** Takes a correction back: the history keeps both. Throws `not-found`, `forbidden`, `already-done`. */
export async function undoCorrection(options: { services: Services; actor: Actor; correctionId: string }): Promise<void> {
  const { services, actor, correctionId } = options
  const found = await services.prisma.alignmentCorrection.findUnique({ where: { id: correctionId } })
  if (found === null) throw problem('not-found')
  const [from, to] = await Promise.all([addressedVersion({ services, actor, address: found.fromVersionId }), addressedVersion({ services, actor, address: found.toVersionId })])
  if (!keepsLibrary(actor)) throw problem('forbidden')
  const before: PairSide = { id: from.id, text: await textOf(services, from.id) }
  const after: PairSide = { id: to.id, text: await textOf(services, to.id) }
  await inTransaction(services, async ({ tx, audit }) => {
    const undone = await tx.alignmentCorrection.updateMany({ where: { id: correctionId, undoneAt: null }, data: { undoneAt: services.clock.now(), undoneBy: actor.personId, undoneByName: actor.name } })
    if (undone.count === 0) throw problem('already-done', { detail: '这处校正已经撤销。' })
    const { alignment } = await alignPair({ tx, from: before, to: after })
    const ofOneWork = (await worksOfOne(tx, to.workId)).includes(from.workId)
    const touched = [...found.toEIds, ...alignment.rows.filter((one) => one.old.some((eId) => found.fromEIds.includes(eId))).flatMap((one) => one.new)]
    if (ofOneWork) await carryIdentities({ tx, from: before, to: after, alignment, articles: touched, earlier: identitiesOf(found.identities) })
    audit({ actor, action: 'library.undoAlignment', entity: 'Version', entityId: to.id, detail: { correction: correctionId, from: from.id, old: found.fromEIds, new: found.toEIds } })
  })
}

const identitiesOf = (stored: unknown): Record<string, string> =>
  typeof stored === 'object' && stored !== null ? Object.fromEntries(Object.entries(stored).flatMap(([eId, id]) => (typeof id === 'string' ? [[eId, id]] : []))) : {}

/** The articles asked for, each once, in the order of the text. */
function inOrder(side: PairSide, eIds: readonly string[], path: 'old' | 'new'): string[] {
  const asked = new Set(eIds)
  const known = side.text.articles.map(({ id }) => id).filter((id) => asked.delete(id))
  if (asked.size > 0) throw problem('invalid-input', { fields: [{ path, message: '所选条文不在这个文本里，请重新打开对照后再选。' }] })
  return known
}

