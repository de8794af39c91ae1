import { z } from '@hono/zod-openapi'
import { legislationDocumentLabel, legislationProcedure } from '../../law/procedure/index.ts'
import type { LegalText } from '../../law/text/index.ts'
import { deadlineSchema, presentDeadline, workCalendar } from '../deadline/index.ts'
import { decodeCursor, encodeCursor } from '../platform/http/index.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { type ApprovalRow, approvalScope, approvalStateLabel, approvalStates, type ApprovalSide, isApprovalState, maySend, worksOnText } from './approval-for.ts'
import { approvalResultLabels, approvalResults } from './decide-approval.ts'
import { enclosuresOf } from './enclosures.ts'
import { amendmentSchema, amendmentsOf, textOfSnapshot } from './texts.ts'

const state = z.object({ id: z.string(), label: z.string(), sign: z.string() })
const paperRef = z.object({ id: z.string(), title: z.string(), state: z.string() })

export const approvalRowSchema = z
  .object({ id: z.string(), title: z.string(), house: z.string(), province: z.string(), state, sentOn: z.string(), receivedOn: z.string().nullable(), dueOn: z.string().nullable(), result: z.string().nullable(), decidedOn: z.string().nullable() })
  .openapi('ApprovalRow')

export const approvalSchema = z
  .object({
    id: z.string(), revision: z.number().int(), side: z.enum(['city', 'province']), state,
    project: z.object({ id: z.string(), title: z.string(), state: z.string(), stateLabel: z.string() }),
    house: z.string(), province: z.string(), sentOn: z.string(), sentBy: z.string(), receivedOn: z.string().nullable(), receivedBy: z.string().nullable(), onAgendaOn: z.string().nullable(),
    deadline: z.union([deadlineSchema, z.null()]),
    result: z.string().nullable(), resultLabel: z.string().nullable(), decidedOn: z.string().nullable(), decisionMeeting: z.string().nullable(), decisionNo: z.string().nullable(), reason: z.string().nullable(), decidedBy: z.string().nullable(),
    recallReason: z.string().nullable(), recallConsent: z.string().nullable(),
    /** what was sent; numbered for downloading */
    enclosures: z.array(z.object({ index: z.number().int(), kind: z.string(), label: z.string(), title: z.string(), form: z.enum(['paper', 'file', 'words']), text: z.string().nullable() })),
    voted: z.object({ id: z.string(), label: z.string(), text: z.custom<LegalText>(() => true).openapi({ type: 'object', additionalProperties: true }) }),
    approved: z.union([z.object({ id: z.string(), label: z.string(), text: z.custom<LegalText>(() => true).openapi({ type: 'object', additionalProperties: true }) }), z.null()]),
    /** the province's own until it has decided */
    amendments: z.array(amendmentSchema),
    opinions: z.array(z.object({ id: z.string(), articleId: z.string().nullable(), articleLabel: z.string().nullable(), text: z.string(), by: z.string(), on: z.string(), answer: z.string().nullable(), answeredBy: z.string().nullable(), answeredOn: z.string().nullable() })),
    /** papers of the province that it drafts here */
    papers: z.array(paperRef.extend({ kind: z.string(), label: z.string() })),
    /** another request for the same project, the newest first */
    others: z.array(z.object({ id: z.string(), sentOn: z.string(), stateLabel: z.string() })),
    may: z.object({ receive: z.boolean(), opine: z.boolean(), answer: z.boolean(), amend: z.boolean(), agenda: z.boolean(), decide: z.boolean(), recall: z.boolean(), publish: z.boolean() }),
  })
  .openapi('Approval')
export type ApprovalView = z.infer<typeof approvalSchema>

const shownState = (id: string) => ({ id, label: approvalStateLabel(id), sign: isApprovalState(id) ? approvalStates[id].sign : '○' })
function resultLabel(result: string | null): string | null {
  const known = approvalResults.find((r) => r === result)
  return known === undefined ? null : approvalResultLabels[known]
}

/** Requests that a person may read, those that run out first in front. */
export async function listApprovals(options: { services: Services; actor: Actor; projectId?: string | undefined; cursor?: string | undefined; limit: number }): Promise<{ items: z.infer<typeof approvalRowSchema>[]; next: string | null; total: number }> {
  const { services, actor, projectId, limit } = options
  const { prisma } = services
  const where = { AND: [approvalScope(actor), ...(projectId === undefined ? [] : [{ projectId }])] }
  const skip = options.cursor === undefined ? 0 : Number(decodeCursor(options.cursor)[0] ?? 0)
  const [rows, total] = await Promise.all([
    prisma.approvalRequest.findMany({ where, include: { project: { select: { title: true, organId: true } } }, orderBy: [{ decidedOn: { sort: 'desc', nulls: 'first' } }, { dueOn: { sort: 'asc', nulls: 'first' } }, { id: 'desc' }], skip, take: limit + 1 }),
    prisma.approvalRequest.count({ where }),
  ])
  const organs = await prisma.organ.findMany({ where: { id: { in: rows.flatMap((r) => [r.provinceOrganId, r.project.organId]) } }, select: { id: true, name: true } })
  const nameOf = (id: string): string => organs.find((o) => o.id === id)?.name ?? ''
  return {
    items: rows.slice(0, limit).map((r) => ({
      id: r.id, title: r.project.title, house: nameOf(r.project.organId), province: nameOf(r.provinceOrganId), state: shownState(r.state), sentOn: fromDateColumn(r.sentOn), receivedOn: fromDateColumnOrNull(r.receivedOn), dueOn: r.state === 'received' ? fromDateColumnOrNull(r.dueOn) : null,
      result: resultLabel(r.result), decidedOn: fromDateColumnOrNull(r.decidedOn),
    })),
    next: rows.length > limit ? encodeCursor([skip + limit]) : null, total,
  }
}

/** A request for the side that asks: the province what was sent to it and its own words, the city everything but words not yet decided on. */
export async function presentApproval(options: { services: Services; actor: Actor; row: ApprovalRow; side: ApprovalSide }): Promise<ApprovalView> {
  const { services, actor, row, side } = options
  const { prisma } = services
  const today = services.clock.today()
  const [organs, voted, approved, clock, papers, others] = await Promise.all([
    prisma.organ.findMany({ where: { id: { in: [row.provinceOrganId, row.project.organId] } }, select: { id: true, name: true } }),
    textOfSnapshot(prisma, row.snapshotId),
    row.approvedSnapshotId === null ? null : textOfSnapshot(prisma, row.approvedSnapshotId),
    prisma.caseClock.findFirst({ where: { projectId: row.projectId, key: 'legislation.approval', state: 'running' }, orderBy: { id: 'desc' } }),
    prisma.paper.findMany({ where: { projectId: row.projectId, organId: row.provinceOrganId, state: side === 'province' ? { not: 'withdrawn' } : 'issued', ...(side === 'province' ? {} : { recipientOrganId: row.project.organId }) }, orderBy: { id: 'asc' }, select: { id: true, title: true, state: true, kind: true } }),
    prisma.approvalRequest.findMany({ where: { projectId: row.projectId, id: { not: row.id } }, orderBy: { id: 'desc' }, select: { id: true, sentOn: true, state: true } }),
  ])
  const enclosures = enclosuresOf(row.enclosures)
  const typed = await prisma.projectDocument.findMany({ where: { id: { in: enclosures.flatMap((e) => (e.documentId === null ? [] : [e.documentId])) } }, select: { id: true, text: true } })
  const nameOf = (id: string): string => organs.find((o) => o.id === id)?.name ?? ''
  const open = row.state === 'received'
  const mine = (of: ApprovalSide): boolean => side === of
  return {
    id: row.id, revision: row.revision, side, state: shownState(row.state),
    project: { id: row.project.id, title: row.project.title, state: row.project.state, stateLabel: legislationProcedure.states.find((s) => s.id === row.project.state)?.label ?? row.project.state },
    house: nameOf(row.project.organId), province: nameOf(row.provinceOrganId), sentOn: fromDateColumn(row.sentOn), sentBy: row.createdByName, receivedOn: fromDateColumnOrNull(row.receivedOn), receivedBy: row.receivedByName, onAgendaOn: fromDateColumnOrNull(row.onAgendaOn),
    deadline: clock === null || !open ? null : presentDeadline(clock, { today, calendar: await workCalendar(prisma) }),
    result: row.result, resultLabel: resultLabel(row.result), decidedOn: fromDateColumnOrNull(row.decidedOn), decisionMeeting: row.decisionMeeting, decisionNo: row.decisionNo, reason: row.reason, decidedBy: row.decidedByName, recallReason: row.recallReason, recallConsent: row.recallConsent,
    enclosures: enclosures.map((e, index) => ({ index, kind: e.kind, label: legislationDocumentLabel(e.kind), title: e.title, form: e.paperId !== null ? 'paper' : e.fileId !== null ? 'file' : 'words', text: e.paperId === null && e.fileId === null ? (typed.find((d) => d.id === e.documentId)?.text ?? null) : null })),
    voted: { id: voted.row.id, label: voted.row.label, text: voted.text }, approved: approved === null ? null : { id: approved.row.id, label: approved.row.label, text: approved.text },
    amendments: side === 'province' || row.state === 'decided' ? amendmentsOf(row.amendments) : [],
    opinions: row.opinions.map((o) => ({ id: o.id, articleId: o.articleKey, articleLabel: o.articleLabel, text: o.text, by: o.byName, on: fromDateColumn(o.on), answer: o.answer, answeredBy: o.answeredByName, answeredOn: fromDateColumnOrNull(o.answeredOn) })),
    papers: papers.map((p) => ({ ...p, label: legislationDocumentLabel(p.kind) })),
    others: others.map((o) => ({ id: o.id, sentOn: fromDateColumn(o.sentOn), stateLabel: approvalStateLabel(o.state) })),
    may: {
      receive: mine('province') && row.state === 'sent', opine: mine('province') && open, answer: mine('city') && open && worksOnText(actor, row.project.organId), amend: mine('province') && open, agenda: mine('province') && open && row.onAgendaOn === null,
      decide: mine('province') && open, recall: mine('city') && maySend(actor, row.project.organId) && ['sent', 'received'].includes(row.state),
      publish: mine('city') && ['approved', 'approvedWithChange'].includes(row.project.state),
    },
  }
}
