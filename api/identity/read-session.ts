import type { Actor } from '../platform/policy/actor.ts'
import { roleLabel, roleSide } from '../platform/policy/roles.ts'
import type { Services } from '../platform/services.ts'

/** What the interface needs to know of the signed-in person. */
export async function readSession(options: { services: Services; actor: Actor }) {
  const { services, actor } = options
  return {
    person: { id: actor.personId, name: actor.name, username: actor.username, mustChangePassword: actor.mustChangePassword },
    memberships: actor.memberships.map((m) => ({
      organId: m.organId,
      organName: m.organName,
      organShortName: m.organShortName,
      organKind: m.organKind,
      standingCommitteeId: m.standingCommitteeId,
      role: m.role,
      roleLabel: roleLabel(m.role),
      side: roleSide(m.role),
    })),
    demo: services.settings.demo,
    today: services.clock.today(),
    unreadNotices: await services.prisma.notice.count({ where: { personId: actor.personId, readAt: null } }),
  }
}
