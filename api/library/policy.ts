import type { Prisma } from '../../prisma/generated/client.ts'
import { type Actor, committeesServedAs, hasRole } from '../platform/policy/actor.ts'
import { NOTHING, type Policy } from '../platform/policy/policy.ts'
import { filingOrgans, filingPolicy, type FilingSubject } from '../procedure/index.ts'

/**
 * Rights over a text of the library. `read`: what is public is for everybody signed in; the text of a filing for those
 * who may read the filing; an internal text that belongs to none for the committees. `keep`: import and correct.
 */
export type LibraryAction = 'read' | 'keep'
export type VersionSubject = { published: boolean; filings: FilingSubject[] }

const committeeRoles = ['receptionClerk', 'reviewer', 'reviewChief', 'councilMember', 'issuer', 'archivist'] as const

/** Who may import texts and correct what is known of them. */
export const keepsLibrary = (actor: Actor): boolean => hasRole(actor, 'reviewChief', 'reviewer', 'administrator', 'archivist')

/** Who works for a standing committee in the review or the library. */
export const worksForCommittee = (actor: Actor): boolean => hasRole(actor, ...committeeRoles, 'administrator')

const readable = (actor: Actor, subject: VersionSubject): boolean =>
  subject.published || (subject.filings.length === 0 ? worksForCommittee(actor) : subject.filings.some((f) => filingPolicy.can(actor, 'read', f)))

const readableWhere = (actor: Actor): Prisma.VersionWhereInput => ({
  OR: [
    { publishedAt: { not: null } },
    { filings: { some: filingPolicy.scope(actor, 'read') } },
    ...(worksForCommittee(actor) ? [{ filings: { none: {} } }] : []),
  ],
})

export const libraryPolicy: Policy<LibraryAction, VersionSubject, Prisma.VersionWhereInput> = {
  can: (actor, action, subject) => readable(actor, subject) && (action === 'read' || keepsLibrary(actor)),
  scope: (actor, action) => (action === 'read' || keepsLibrary(actor) ? readableWhere(actor) : NOTHING),
}

/** Organs through which a person finds internal texts: those they file for, and the committees they work for. */
export const organsReadThrough = (actor: Actor): string[] => [...new Set([...filingOrgans(actor), ...committeesServedAs(actor, ...committeeRoles)])]

/** Committees for whom a person keeps the library. */
export const committeesKeptFor = (actor: Actor): string[] => committeesServedAs(actor, 'reviewChief', 'reviewer', 'administrator', 'archivist')
