import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { type Actor, committeesServedAs } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { filingPolicy, filingSubject, filingSubjectSelect } from '../procedure/index.ts'

export type Publication = { filingId: string; publishedAt: string | null; revision: number; textPublic: boolean }

/**
 * 公开: makes a filed document and its text public, or takes that back, each as a recorded act of the receiver's review
 * chief or archivist (issue: a filed document's text is public only by an explicit act). Taking it back asks for a reason.
 * Throws `not-found`, `forbidden`, `stale-edit`, `step-refused`, `invalid-input`.
 */
export async function publishFiling(options: { services: Services; actor: Actor; filingId: string; revision: number; publish: boolean; reason: string }): Promise<Publication> {
  const { services, actor, filingId, publish } = options
  const found = await services.prisma.filing.findUnique({ where: { id: filingId }, select: filingSubjectSelect })
  if (found === null || !filingPolicy.can(actor, 'read', filingSubject(found))) throw problem('not-found')
  if (!committeesServedAs(actor, 'reviewChief', 'archivist').includes(found.receiverOrganId)) throw problem('forbidden', { detail: '只有接收机关的审查负责人和档案人员可以公开备案文件。' })
  const reason = options.reason.trim()
  if (!publish && reason === '') throw problem('invalid-input', { fields: [{ path: 'reason', message: '请写明撤回公开的原因。' }] })

  return inTransaction(services, async (work) => {
    const { tx } = work
    await tx.$queryRaw`SELECT id FROM "Filing" WHERE id = ${filingId}::uuid FOR UPDATE`
    const filing = await tx.filing.findUniqueOrThrow({ where: { id: filingId }, include: { version: { select: { id: true, publishedAt: true, publishedBy: true } } } })
    if (filing.revision !== options.revision) throw problem('stale-edit')
    if (publish) {
      if (filing.publishedAt !== null) throw problem('already-done', { detail: '这件文件已经公开。' })
      if (filing.registrationNo === null) throw problem('step-refused', { detail: '还没有备案登记，不能公开。' })
      if (filing.disclosure === '不予公开') throw problem('step-refused', { detail: '报备时注明不予公开，不能公开；需要公开的，请先由制定机关更正公开属性。' })
    } else if (filing.publishedAt === null) throw problem('already-done', { detail: '这件文件没有公开。' })

    const at = publish ? services.clock.now() : null
    // a text that the library had made public before stays public when the filing is taken back
    const ofThisAct = filing.version !== null && (publish ? filing.version.publishedAt === null : filing.version.publishedAt?.getTime() === filing.publishedAt?.getTime())
    if (filing.version !== null && ofThisAct) {
      await tx.version.update({ where: { id: filing.version.id }, data: { publishedAt: at, publishedBy: publish ? actor.personId : null } })
      work.outbox({ topic: 'search', entity: 'Version', entityId: filing.version.id })
    }
    const revision = filing.revision + 1
    await tx.filing.update({ where: { id: filingId }, data: { publishedAt: at, publishedBy: publish ? actor.personId : null, revision } })
    await tx.caseEvent.create({
      data: {
        id: newId(), filingId, at: services.clock.now(), on: toDateColumn(services.clock.today()), actorId: actor.personId, actorName: actor.name, organId: actor.memberships[0]?.organId ?? null,
        transition: publish ? 'publish' : 'withdrawPublication', fromState: filing.state, toState: filing.state, note: reason === '' ? null : reason, audience: 'maker',
      },
    })
    work.audit({ actor, action: publish ? 'filing.publish' : 'filing.withdrawPublication', entity: 'Filing', entityId: filingId, organId: filing.receiverOrganId, detail: { versionId: filing.versionId, reason } })
    work.outbox({ topic: 'search', entity: 'Filing', entityId: filingId })
    return { filingId, publishedAt: at?.toISOString() ?? null, revision, textPublic: publish ? filing.version !== null : filing.version !== null && !ofThisAct && filing.version.publishedAt !== null }
  })
}
