import type { PrismaClient } from '../../prisma/generated/client.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor, ActorMembership } from '../platform/policy/actor.ts'
import { isRole } from '../platform/policy/roles.ts'

const CONGRESS_ORGANS = new Set(['standingCommittee', 'congress', 'legalAffairsCommission', 'specialCommittee', 'workingCommittee', 'generalOffice'])

/**
 * The person with the memberships that hold on `today`. A disabled person is nobody.
 * Bodies of a congress (domain §7.1) work for the standing committee of their region; 专门委员会 belong to the congress,
 * so the line of parents would not lead there.
 */
export async function loadActor(options: { prisma: PrismaClient; personId: string; today: string }): Promise<Actor | null> {
  const { prisma, personId, today } = options
  const on = toDateColumn(today)
  const person = await prisma.person.findUnique({
    where: { id: personId },
    include: {
      memberships: {
        where: { from: { lte: on }, OR: [{ to: null }, { to: { gte: on } }], organ: { active: true } },
        include: { organ: true },
      },
    },
  })
  if (person === null || person.disabledAt !== null) return null
  const committees = await prisma.organ.findMany({
    where: { kind: 'standingCommittee', regionCode: { in: person.memberships.map((m) => m.organ.regionCode) } },
    select: { id: true, regionCode: true },
  })
  const memberships = person.memberships.flatMap((m): ActorMembership[] => {
    if (!isRole(m.role)) return []
    const committee = CONGRESS_ORGANS.has(m.organ.kind) ? committees.find((c) => c.regionCode === m.organ.regionCode) : undefined
    return [
      {
        organId: m.organ.id,
        organKind: m.organ.kind,
        organName: m.organ.name,
        organShortName: m.organ.shortName,
        regionCode: m.organ.regionCode,
        level: m.organ.level,
        parentOrganId: m.organ.parentId,
        standingCommitteeId: committee?.id ?? null,
        role: m.role,
      },
    ]
  })
  return { personId: person.id, name: person.name, username: person.username, mustChangePassword: person.mustChangePassword, memberships }
}
