import { z } from '@hono/zod-openapi'
import { isLawCommittee, type PaperKind, paperKinds, paperRoutes } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { decodeCursor, encodeCursor } from '../platform/http/index.ts'
import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import { type Actor, committeesServedAs, membershipsWithRole, organsWithRole } from '../platform/policy/actor.ts'
import type { RoleKey } from '../platform/policy/roles.ts'
import type { Services } from '../platform/services.ts'
import { lawCommitteePapers, proposingOrgans } from './legislation-rights.ts'
import { countersignersOf, mayHandle, paperInclude, paperPolicy } from './paper-policy.ts'
import { ownCountersign, paperState } from './read-paper.ts'

/** `mine`: waiting for a step of this person. The others are states of the papers one may read. */
export const paperViews = ['mine', 'underWay', 'issued', 'all'] as const
export type PaperListView = (typeof paperViews)[number]

export const paperRowSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    label: z.string(),
    title: z.string(),
    state: z.object({ id: z.string(), label: z.string(), sign: z.string() }),
    number: z.string().nullable(),
    recipient: z.string().nullable(),
    issuedOn: z.string().nullable(),
    replyDueOn: z.string().nullable(),
    draftedBy: z.string().nullable(),
    updatedAt: z.string(),
    filing: z.object({ id: z.string(), title: z.string(), registrationNo: z.string().nullable() }).nullable(),
    project: z.object({ id: z.string(), title: z.string() }).nullable(),
    meeting: z.object({ id: z.string(), title: z.string() }).nullable(),
    /** what is asked of this person: 核稿, 会签, 签发, 修改; empty when nothing is */
    asked: z.string(),
  })
  .openapi('PaperRow')

const kindsWith = (part: 'checks' | 'signs' | 'drafts', role: RoleKey): PaperKind[] => paperRoutes.filter((r) => r.route === 'signed' && r[part].some((x) => x === role)).map((r) => r.kind)

/** Papers whose next step is this person's: by the table of who checks and signs which kind. */
function waitingFor(actor: Actor): Prisma.PaperWhereInput {
  const grounds: Prisma.PaperWhereInput[] = [{ state: 'drafting', createdBy: actor.personId }]
  for (const role of ['reviewer', 'reviewChief', 'issuer', 'councilMember', 'legislationOfficer', 'legislationChief', 'meetingClerk', 'provinceOfficer'] as const) {
    const organs = committeesServedAs(actor, role)
    if (organs.length === 0) continue
    grounds.push({ state: 'checking', organId: { in: organs }, kind: { in: kindsWith('checks', role) }, createdBy: { not: actor.personId } }, { state: 'signing', organId: { in: organs }, kind: { in: kindsWith('signs', role) } })
  }
  const proposing = proposingOrgans(actor)
  if (proposing.length > 0) grounds.push({ state: 'signing', organId: { in: proposing }, kind: { in: kindsWith('signs', 'proposerClerk') } })
  grounds.push(...waitingForCommittees(actor))
  for (const organId of organsWithRole(actor, 'committeeMember')) grounds.push({ state: 'countersigning', countersigners: { array_contains: [{ organId, by: null }] } })
  return { OR: grounds }
}

/** Papers that the members of a committee sign: those of its own matters, and of the law committee its reports. */
function waitingForCommittees(actor: Actor): Prisma.PaperWhereInput[] {
  const signed = kindsWith('signs', 'committeeMember')
  return membershipsWithRole(actor, 'committeeMember').flatMap((m): Prisma.PaperWhereInput[] => {
    if (m.standingCommitteeId === null) return []
    const waiting = { state: 'signing', organId: m.standingCommitteeId }
    const own = { ...waiting, kind: { in: signed.filter((k) => !lawCommitteePapers.includes(k)) }, OR: [{ project: { committeeOrganId: m.organId } }, { meeting: { committeeOrganId: m.organId } }] }
    return isLawCommittee({ kind: m.organKind, name: m.organName }) ? [{ ...waiting, kind: { in: signed.filter((k) => lawCommitteePapers.includes(k)) } }, own] : [own]
  })
}

const viewWhere = (view: PaperListView, actor: Actor): Prisma.PaperWhereInput => {
  switch (view) {
    case 'mine':
      return waitingFor(actor)
    case 'underWay':
      return { state: { notIn: ['issued', 'withdrawn'] } }
    case 'issued':
      return { state: 'issued' }
    case 'all':
      return {}
    default: {
      const never: never = view
      return never
    }
  }
}

/** Papers that this person may read, newest first; with how many lie in each view. */
export async function listPapers(options: { services: Services; actor: Actor; view: PaperListView; filingId?: string | undefined; projectId?: string | undefined; meetingId?: string | undefined; planId?: string | undefined; cursor?: string | undefined; limit: number }) {
  const { services, actor, view, filingId, projectId, meetingId, planId, limit } = options
  const { prisma } = services
  const scope = paperPolicy.scope(actor, 'read')
  const of = (v: PaperListView): Prisma.PaperWhereInput => ({ AND: [scope, viewWhere(v, actor), filingId === undefined ? {} : { filingId }, projectId === undefined ? {} : { projectId }, meetingId === undefined ? {} : { meetingId }, planId === undefined ? {} : { planId }] })
  const after = options.cursor === undefined ? null : String(decodeCursor(options.cursor)[0] ?? '')
  const [rows, ...counts] = await Promise.all([
    prisma.paper.findMany({ where: { AND: [of(view), after === null ? {} : { id: { lt: after } }] }, include: paperInclude, orderBy: { id: 'desc' }, take: limit + 1 }),
    ...paperViews.map((v) => prisma.paper.count({ where: of(v) })),
  ])
  const shown = rows.slice(0, limit)
  return {
    items: shown.map((paper): z.infer<typeof paperRowSchema> => {
      const { id, label, sign } = paperState(paper)
      const kind = z.enum(paperKinds).parse(paper.kind)
      const handles = mayHandle(actor, paper)
      return {
        id: paper.id, kind, label: paperRoutes.find((r) => r.kind === kind)?.label ?? kind, title: paper.title, state: { id, label, sign }, number: paper.number, recipient: paper.recipient,
        issuedOn: fromDateColumnOrNull(paper.issuedOn), replyDueOn: fromDateColumnOrNull(paper.replyDueOn), draftedBy: handles ? paper.createdByName : null, updatedAt: paper.updatedAt.toISOString(),
        filing: paper.filing === null ? null : { id: paper.filing.id, title: paper.filing.title, registrationNo: paper.filing.registrationNo },
        project: paper.project === null ? null : { id: paper.project.id, title: paper.project.title }, meeting: paper.meeting === null ? null : { id: paper.meeting.id, title: paper.meeting.title },
        asked: handles ? askedOf(actor, paper.state, countersignersOf(paper.countersigners), view) : '',
      }
    }),
    next: rows.length > limit ? encodeCursor([shown.at(-1)?.id ?? null]) : null,
    total: counts[paperViews.indexOf(view)] ?? 0,
    counts: Object.fromEntries(paperViews.map((v, at) => [v, counts[at] ?? 0])),
  }
}

function askedOf(actor: Actor, state: string, countersigners: ReturnType<typeof countersignersOf>, view: PaperListView): string {
  if (state === 'countersigning') return ownCountersign(actor, countersigners) === undefined ? '' : '会签'
  if (view !== 'mine') return ''
  return askedWords[state] ?? ''
}

const askedWords: Readonly<Record<string, string>> = { drafting: '修改，送核稿', checking: '核稿', signing: '签发' }
