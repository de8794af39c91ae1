import type { Prisma, PrismaClient } from '../../prisma/generated/client.ts'
import { type Actor, committeesServedAs, membershipsWithRole } from '../platform/policy/actor.ts'
import { NOTHING } from '../platform/policy/policy.ts'
import type { RoleKey } from '../platform/policy/roles.ts'
import { filingOrgans } from '../procedure/index.ts'

/** `read`: the suggestion with its proposer. `enter`: letters and demands. `link`: to the case of its document. `handle`: its steps, which the procedure then judges. */
export type SuggestionAction = 'read' | 'enter' | 'link' | 'handle'

export type SuggestionSubject = {
  organId: string
  documentMaker: string | null
  proposerOrganId: string | null
  filing: { makerOrganId: string; jointMakerIds: string[]; filedByOrganId: string; drafterIds: string[] } | null
}

const roles: Record<SuggestionAction, readonly RoleKey[]> = {
  read: ['receptionClerk', 'reviewer', 'reviewChief', 'issuer', 'archivist'],
  enter: ['receptionClerk', 'reviewer'],
  link: ['receptionClerk', 'reviewer', 'reviewChief'],
  handle: ['receptionClerk', 'reviewer', 'reviewChief', 'issuer', 'archivist'],
}

/** Names of the organs whose documents a person files: a suggestion about one of them is not for their eyes. */
const ownNames = (actor: Actor): string[] => [...new Set(membershipsWithRole(actor, 'filingClerk').map((m) => m.organName))]

/**
 * A suggestion belongs to the committee that received it. Its proposer is never shown to the maker of the document nor to
 * who drafted it, whatever other roles they hold (domain §2.4); committees that give an opinion are told the matter in
 * their task, not here.
 */
export function mayOnSuggestion(actor: Actor, action: SuggestionAction, subject: SuggestionSubject): boolean {
  if (!committeesServedAs(actor, ...roles[action]).includes(subject.organId)) return false
  if (subject.documentMaker !== null && ownNames(actor).includes(subject.documentMaker)) return false
  if (subject.filing === null) return true
  const own = filingOrgans(actor)
  return !subject.filing.drafterIds.includes(actor.personId) && ![subject.filing.makerOrganId, subject.filing.filedByOrganId, ...subject.filing.jointMakerIds].some((id) => own.includes(id))
}

/**
 * The same as a condition on the query. A suggestion names its case without a relation, so that the barred cases are read
 * first: those of every receiver, as a suggestion may be about a document that was filed elsewhere.
 */
export async function suggestionScope(prisma: Pick<PrismaClient, 'filing'>, actor: Actor, action: SuggestionAction): Promise<Prisma.SuggestionWhereInput> {
  const committees = committeesServedAs(actor, ...roles[action])
  if (committees.length === 0) return NOTHING
  const own = filingOrgans(actor)
  const names = ownNames(actor)
  const barred = await prisma.filing.findMany({
    where: { OR: [{ drafterIds: { has: actor.personId } }, { makerOrganId: { in: own } }, { filedByOrganId: { in: own } }, { jointMakerIds: { hasSome: own } }] },
    select: { id: true },
  })
  return {
    AND: [
      { organId: { in: committees } },
      names.length === 0 ? {} : { OR: [{ documentMaker: null }, { documentMaker: { notIn: names } }] },
      barred.length === 0 ? {} : { OR: [{ filingId: null }, { filingId: { notIn: barred.map((f) => f.id) } }] },
    ],
  }
}
