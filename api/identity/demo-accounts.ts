import { isRole, roleLabel } from '../platform/policy/roles.ts'
import type { Services } from '../platform/services.ts'
import { DEMO_PASSWORD } from './password.ts'

/** The accounts of the demonstration, for its login page; callers ask only where settings.demo holds. */
export async function demoAccounts(services: Services) {
  const people = await services.prisma.person.findMany({
    where: { disabledAt: null, memberships: { some: { to: null } } },
    include: { memberships: { where: { to: null }, include: { organ: true } } },
    orderBy: { id: 'asc' },
  })
  return people.map((p) => ({
    username: p.username,
    password: DEMO_PASSWORD,
    name: p.name,
    title: p.memberships[0]?.title ?? '',
    organName: p.memberships[0]?.organ.shortName ?? '',
    roleLabels: [...new Set(p.memberships.flatMap((m) => (isRole(m.role) ? [roleLabel(m.role)] : [])))],
  }))
}
