import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { worksOfOne } from '../one-work.ts'
import { keepsLibrary, libraryPolicy } from '../policy.ts'

/**
 * A person says that two texts of different titles or issuers are one work (design §4a: only so). Both keep their keys
 * and addresses; their versions are read as one line. Throws `not-found`, `forbidden`, `invalid-input`, `already-done`.
 */
export async function declareSameWork(options: { services: Services; actor: Actor; workKey: string; sameAs: string; reason: string }): Promise<void> {
  const { services, actor, workKey, sameAs, reason } = options
  const readable = (key: string) => services.prisma.work.findFirst({ where: { key, versions: { some: libraryPolicy.scope(actor, 'read') } }, select: { id: true, key: true } })
  const work = await readable(workKey)
  if (work === null) throw problem('not-found')
  if (!keepsLibrary(actor)) throw problem('forbidden')
  const other = await readable(sameAs)
  if (other === null || other.id === work.id) throw problem('invalid-input', { fields: [{ path: 'sameAs', message: '请选择库中的另一件法规。' }] })
  await inTransaction(services, async ({ tx, audit, outbox }) => {
    const [own, others] = [await worksOfOne(tx, work.id), await worksOfOne(tx, other.id)]
    const root = others[0] ?? other.id
    if (own.includes(root)) throw problem('already-done', { detail: '这两件已经记为同一件法规。' })
    await tx.work.updateMany({ where: { id: { in: own } }, data: { sameAsId: root } })
    // each text may now end where one under the other name begins
    for (const { id } of await tx.version.findMany({ where: { workId: { in: [...own, ...others] } }, select: { id: true } })) outbox({ topic: 'search', entity: 'Version', entityId: id })
    audit({ actor, action: 'library.declareSameWork', entity: 'Work', entityId: work.id, detail: { sameAs: other.key, reason } })
  })
}
