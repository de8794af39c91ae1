import type { Prisma } from '../../../prisma/generated/client.ts'
import { type Actor, membershipsWithRole } from '../../platform/policy/actor.ts'
import { NOTHING } from '../../platform/policy/policy.ts'
import type { Services } from '../../platform/services.ts'

/** The organs a clerk files for, as a condition: the same rule as `mayFileFor` (domain §2.1, last note). */
export function makersFor(actor: Actor): Prisma.OrganWhereInput {
  const grounds = membershipsWithRole(actor, 'filingClerk').flatMap((m): Prisma.OrganWhereInput[] => [
    { id: m.organId },
    ...(m.organKind === 'governmentOffice' && m.parentOrganId !== null ? [{ id: m.parentOrganId }, { parentId: m.parentOrganId }] : []),
  ])
  return grounds.length === 0 ? NOTHING : { active: true, OR: grounds }
}

/** What a new filing can be about: the makers this clerk files for and the committees that receive. */
export async function filingChoices(options: { services: Services; actor: Actor }) {
  const { prisma } = options.services
  const select = { id: true, name: true, kind: true, level: true } as const
  const [makers, receivers] = await Promise.all([
    prisma.organ.findMany({ where: makersFor(options.actor), select, orderBy: [{ level: 'asc' }, { name: 'asc' }] }),
    prisma.organ.findMany({ where: { kind: 'standingCommittee', active: true }, select, orderBy: { name: 'asc' } }),
  ])
  return { makers, receivers }
}
