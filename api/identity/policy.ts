import type { Prisma } from '../../prisma/generated/client.ts'
import { type Actor, membershipsWithRole } from '../platform/policy/actor.ts'
import { NOTHING, type Policy } from '../platform/policy/policy.ts'

export type AccountAction = 'manage' | 'readAudit'
export type AccountSubject = { organ: { regionCode: string; level: string } }

/**
 * Accounts (domain §7.4: only administrators write). A province's or city's administrator keeps the organs of the own
 * region and of those below it: region codes are prefixes by level (2, 4 and 6 figures of six).
 */
const significant: Record<string, number> = { province: 2, city: 4, county: 6, township: 6 }
const prefixOf = (regionCode: string, level: string): string => regionCode.slice(0, significant[level] ?? regionCode.length)

export const administeredPrefixes = (actor: Actor): string[] =>
  membershipsWithRole(actor, 'administrator').map((m) => prefixOf(m.regionCode, m.level))

export const accountPolicy: Policy<AccountAction, AccountSubject, Prisma.OrganWhereInput> = {
  can: (actor, _action, subject) => administeredPrefixes(actor).some((p) => subject.organ.regionCode.startsWith(p)),
  scope: (actor) => {
    const prefixes = administeredPrefixes(actor)
    return prefixes.length === 0 ? NOTHING : { OR: prefixes.map((p) => ({ regionCode: { startsWith: p } })) }
  },
}
