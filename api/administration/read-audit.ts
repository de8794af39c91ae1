import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { auditedCommittees } from './policy.ts'

/** Entries of the audit chain that concern the actor's committees, newest first; names come from AuditSubject while they are kept. */
export async function readAudit(options: { services: Services; actor: Actor; entityId?: string; before?: string; limit: number }) {
  const { services, actor, entityId, before, limit } = options
  const committees = auditedCommittees(actor)
  if (committees.length === 0) throw problem('forbidden')
  const rows = await services.prisma.auditEntry.findMany({
    where: {
      // acts on accounts and rules carry no organ: administrators of any committee keep them
      ...(actor.memberships.some((m) => m.role === 'administrator') ? { OR: [{ organId: { in: committees } }, { organId: null }] } : { organId: { in: committees } }),
      ...(entityId === undefined ? {} : { entityId }),
      ...(before === undefined ? {} : { sequence: { lt: BigInt(before) } }),
    },
    orderBy: { sequence: 'desc' },
    take: limit + 1,
  })
  const subjects = await services.prisma.auditSubject.findMany({ where: { digest: { in: rows.flatMap((r) => (r.actorDigest === null ? [] : [r.actorDigest])) } } })
  const nameOf = new Map(subjects.map((s) => [s.digest, s.name]))
  const shown = rows.slice(0, limit)
  return {
    items: shown.map((r) => ({
      sequence: r.sequence.toString(), at: r.at.toISOString(), actor: r.actorDigest === null ? '系统' : (nameOf.get(r.actorDigest) ?? '（已注销人员）'),
      action: r.action, entity: r.entity, entityId: r.entityId, detail: JSON.stringify(r.detail), digest: r.digest,
    })),
    next: rows.length > limit ? (shown.at(-1)?.sequence.toString() ?? null) : null,
  }
}
