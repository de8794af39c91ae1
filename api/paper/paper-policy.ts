import { z } from '@hono/zod-openapi'
import type { Prisma } from '../../prisma/generated/client.ts'
import { type Actor, committeesServedAs, organsWithRole } from '../platform/policy/actor.ts'
import { NOTHING, type Policy } from '../platform/policy/policy.ts'
import type { RoleKey } from '../platform/policy/roles.ts'
import { filingOrgans } from '../procedure/index.ts'
import { isLegislationPaper, legislationPaperScope, type LegislationPaperSubject, mayOnLegislationPaper, notOfLegislation, ofLegislation } from './legislation-rights.ts'

/** `read`: the paper as it is printed. `handle`: its flow, opinions and flags, and steps that the procedure then judges. */
export type PaperAction = 'read' | 'handle'
export type PaperSubject = LegislationPaperSubject & {
  /** maker and filing office of its case; none for papers about a suggestion */
  makerOrganIds: string[]
  countersignOrganIds: string[]
}

const ISSUED = 'issued'
const handling: RoleKey[] = ['reviewer', 'reviewChief', 'councilMember', 'issuer', 'archivist']

/**
 * Papers belong to the committee that drafts them; who is asked to countersign reads the draft. A maker reads what was
 * issued and addressed to it or made by itself, and nothing else of its own case, whatever other roles its people hold.
 * Papers of legislation have rights of their own (legislation-rights.ts).
 */
export const paperPolicy: Policy<PaperAction, PaperSubject, Prisma.PaperWhereInput> = {
  can(actor, action, paper) {
    if (isLegislationPaper(paper.kind)) return mayOnLegislationPaper(actor, action, paper)
    const own = filingOrgans(actor)
    if (action === 'read' && paper.state === ISSUED && own.some((o) => o === paper.recipientOrganId || o === paper.organId)) return true
    if (own.some((o) => paper.makerOrganIds.includes(o))) return false
    if (committeesServedAs(actor, ...handling).includes(paper.organId)) return true
    return organsWithRole(actor, 'committeeMember').some((o) => paper.countersignOrganIds.includes(o))
  },
  scope(actor, action) {
    const own = filingOrgans(actor)
    const grounds: Prisma.PaperWhereInput[] = []
    if (action === 'read' && own.length > 0) grounds.push({ state: ISSUED, OR: [{ recipientOrganId: { in: own } }, { organId: { in: own } }] })
    const notOwn: Prisma.PaperWhereInput = own.length === 0 ? {} : { OR: [{ filingId: null }, { filing: { makerOrganId: { notIn: own }, filedByOrganId: { notIn: own } } }] }
    const committees = committeesServedAs(actor, ...handling)
    if (committees.length > 0) grounds.push({ AND: [{ organId: { in: committees } }, notOwn] })
    const member = organsWithRole(actor, 'committeeMember')
    for (const organId of member) grounds.push({ AND: [{ countersigners: { array_contains: [{ organId }] } }, notOwn] })
    const legislation = legislationPaperScope(actor, action)
    const both: Prisma.PaperWhereInput[] = [...(grounds.length === 0 ? [] : [{ AND: [notOfLegislation, { OR: grounds }] }]), ...(legislation.length === 0 ? [] : [{ AND: [ofLegislation, { OR: legislation }] }])]
    return both.length === 0 ? NOTHING : { OR: both }
  },
}

export const countersignerSchema = z.object({ organId: z.string(), name: z.string(), by: z.string().nullable(), byName: z.string().nullable(), at: z.string().nullable(), opinion: z.string().nullable() })
export type Countersigner = z.infer<typeof countersignerSchema>
export const countersignersOf = (stored: unknown): Countersigner[] => z.array(countersignerSchema).catch([]).parse(stored)

export const paperInclude = { filing: { include: { maker: { select: { name: true } }, tasks: { select: { assigneeOrganId: true } } } }, project: { select: { id: true, title: true, organId: true, committeeOrganId: true, proposerOrganId: true } }, meeting: { select: { id: true, title: true, organId: true, committeeOrganId: true } }, steps: { orderBy: { id: 'asc' } } } as const satisfies Prisma.PaperInclude
export type PaperRow = Prisma.PaperGetPayload<{ include: typeof paperInclude }>

export const paperSubject = (paper: PaperRow): PaperSubject => ({
  kind: paper.kind, state: paper.state, organId: paper.organId, recipientOrganId: paper.recipientOrganId, createdBy: paper.createdBy,
  makerOrganIds: paper.filing === null ? [] : [paper.filing.makerOrganId, paper.filing.filedByOrganId],
  countersignOrganIds: countersignersOf(paper.countersigners).map((c) => c.organId),
  committeeOrganIds: [paper.project?.committeeOrganId, paper.meeting?.committeeOrganId, ...countersignersOf(paper.countersigners).map((c) => c.organId)].filter((id) => id != null),
})

/** Roles that this person has on this paper: those on its case, and a committee's where it was asked to countersign. */
export const mayHandle = (actor: Actor, paper: PaperRow): boolean => paperPolicy.can(actor, 'handle', paperSubject(paper))
