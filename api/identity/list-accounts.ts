import { fromDateColumn, fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { isRole, roleLabel } from '../platform/policy/roles.ts'
import type { Services } from '../platform/services.ts'
import { accountPolicy } from './policy.ts'

/** Accounts of the organs the administrator keeps, and those organs, with the count of open work that a leaver would have to hand over. */
export async function listAccounts(options: { services: Services; actor: Actor }) {
  const { services, actor } = options
  const people = await services.prisma.person.findMany({
    where: { memberships: { some: { organ: accountPolicy.scope(actor, 'manage') } } },
    include: { memberships: { include: { organ: true }, orderBy: { from: 'asc' } } },
    orderBy: { username: 'asc' },
  })
  const open = await services.prisma.filing.groupBy({ by: ['reviewerId'], where: { reviewerId: { not: null }, closedOn: null }, _count: true })
  const openOf = new Map(open.map((o) => [o.reviewerId, o._count]))
  const organs = await services.prisma.organ.findMany({ where: { active: true, AND: accountPolicy.scope(actor, 'manage') }, orderBy: [{ regionCode: 'asc' }, { key: 'asc' }], select: { id: true, name: true } })
  const accounts = people.map((p) => ({
    id: p.id,
    name: p.name,
    username: p.username,
    disabled: p.disabledAt !== null,
    openWork: openOf.get(p.id) ?? 0,
    memberships: p.memberships.map((m) => ({
      organId: m.organId,
      organName: m.organ.name,
      role: m.role,
      roleLabel: isRole(m.role) ? roleLabel(m.role) : m.role,
      from: fromDateColumn(m.from),
      to: fromDateColumnOrNull(m.to),
    })),
  }))
  return { accounts, organs }
}
