import type { Prisma } from '../../prisma/generated/client.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { type Actor, type ActorMembership, membershipsWithRole } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'

export type CommitteeCounts = { organId: string; name: string; level: string; received: number; registered: number; late: number; closed: number }

/** Levels whose figures a level may see, and how much of the region code (six figures) names the place. */
const below: Readonly<Record<string, { levels: string[]; figures: number }>> = {
  province: { levels: ['city', 'county'], figures: 2 },
  city: { levels: ['county'], figures: 4 },
}

const countingRoles = ['receptionClerk', 'reviewer', 'reviewChief', 'councilMember', 'issuer', 'archivist', 'provinceOfficer'] as const

const committeesBelow = (m: ActorMembership): Prisma.OrganWhereInput[] => {
  const seen = below[m.level]
  return seen === undefined || m.standingCommitteeId === null ? [] : [{ level: { in: seen.levels }, regionCode: { startsWith: m.regionCode.slice(0, seen.figures) } }]
}

/**
 * Figures of the standing committees below, one line each: a city reads those of its counties, a province those of its
 * cities and counties (domain §7.4, rule e). Numbers only: titles, makers and papers stay with the committee that received them.
 */
export async function countBelow(options: { services: Services; actor: Actor; year: number }): Promise<CommitteeCounts[]> {
  const { services, actor, year } = options
  const memberships = membershipsWithRole(actor, ...countingRoles)
  if (memberships.length === 0) throw problem('forbidden')
  const where = memberships.flatMap(committeesBelow)
  if (where.length === 0) return []
  const committees = await services.prisma.organ.findMany({ where: { kind: 'standingCommittee', active: true, OR: where }, orderBy: { regionCode: 'asc' }, select: { id: true, shortName: true, level: true } })
  const filings = await services.prisma.filing.findMany({
    where: { receiverOrganId: { in: committees.map((c) => c.id) }, state: { not: 'draft' }, submittedOn: { gte: toDateColumn(`${year}-01-01`), lte: toDateColumn(`${year}-12-31`) } },
    select: { receiverOrganId: true, registeredOn: true, closedOn: true, flagsOnRecord: true },
  })
  return committees.map((committee) => {
    const own = filings.filter((f) => f.receiverOrganId === committee.id)
    return {
      organId: committee.id, name: committee.shortName, level: committee.level, received: own.length, registered: own.filter((f) => f.registeredOn !== null).length,
      late: own.filter((f) => f.flagsOnRecord.includes('lateFiling')).length, closed: own.filter((f) => f.closedOn !== null).length,
    }
  })
}
