import { newId } from '../../platform/ids.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { worksOfOne } from '../one-work.ts'
import { keptVersion } from './kept-version.ts'

const BY_PERSON = 'person'

/**
 * A person says which provision of a later version a provision became, or that it ended (`toEId` null). The later one
 * takes over its identity; identities in other versions stay as they are until a person confirms them too (design §4a).
 * Throws `not-found`, `forbidden`, `invalid-input`.
 */
export async function correctAlignment(options: { services: Services; actor: Actor; workKey: string; dateKey: string; fromWorkKey: string; fromDateKey: string; fromEId: string; toEId: string | null }): Promise<void> {
  const { services, actor, fromEId, toEId } = options
  const to = await keptVersion(options)
  const from = await keptVersion({ services, actor, workKey: options.fromWorkKey, dateKey: options.fromDateKey })
  if (from.id === to.id || !(await worksOfOne(services.prisma, to.workId)).includes(from.workId)) throw problem('invalid-input', { fields: [{ path: 'fromDateKey', message: '请选择同一件法规的另一个版本。' }] })
  const find = (versionId: string, eId: string) => services.prisma.provision.findUnique({ where: { versionId_eId: { versionId, eId } }, select: { id: true, provisionId: true } })
  const [before, after] = await Promise.all([find(from.id, fromEId), toEId === null ? null : find(to.id, toEId)])
  if (before === null) throw problem('invalid-input', { fields: [{ path: 'fromEId', message: '前一版本里没有这一条。' }] })
  if (toEId !== null && after === null) throw problem('invalid-input', { fields: [{ path: 'toEId', message: '这个版本里没有这一条。' }] })
  await inTransaction(services, async ({ tx, audit }) => {
    const of = { fromVersionId: from.id, toVersionId: to.id }
    // what the program or a person said before is kept in the audit trail
    const replaced = await tx.provisionLineage.findMany({ where: { ...of, OR: [{ fromEId }, ...(toEId === null ? [] : [{ toEId }])] } })
    await tx.provisionLineage.deleteMany({ where: { id: { in: replaced.map((r) => r.id) } } })
    await tx.provisionLineage.create({
      data: { id: newId(), ...of, fromEId, toEId, relation: toEId === null ? 'ended' : 'changed', score: 1, algorithm: BY_PERSON, confirmedBy: actor.personId },
    })
    await tx.provision.updateMany({ where: { versionId: to.id, provisionId: before.provisionId }, data: { provisionId: newId() } })
    if (after !== null) await tx.provision.update({ where: { id: after.id }, data: { provisionId: before.provisionId } })
    audit({
      actor, action: 'library.correctAlignment', entity: 'Version', entityId: to.id,
      detail: { from: from.id, fromEId, toEId, replaced: replaced.map((r) => `${r.fromEId}→${r.toEId ?? ''} ${r.relation} ${r.algorithm}`) },
    })
  })
}
