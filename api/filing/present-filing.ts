import { z } from '@hono/zod-openapi'
import { conclusions, documentKindFact, documentKinds, filingProcedure, isRightLine, materialKeys, outOfScopeLabels, paperRoutes, requiredMaterials, stateOf } from '../../law/procedure/index.ts'
import { type DeadlineView, deadlineSchema, presentDeadline, workCalendar } from '../deadline/index.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { intakePapers } from '../procedure/index.ts'
import { audienceOf, clockConcerns, type FilingAudience, stateFor } from './audience.ts'
import { actionsFor, caseActionSchema } from './case-actions.ts'
import { checkFiling, factsOfCheck, type FileRow, type FilingCheck, filesOf, findingSchema, traitsOf } from './check-filing.ts'
import { jointMakersOf } from './draft/participants.ts'
import type { FilingRow } from './filing-row.ts'
import { organRef } from './organ-refs.ts'
import { presentSameness, samenessSchema } from './sameness/sameness-record.ts'

const named = z.object({ id: z.string(), name: z.string() })
const labelled = z.object({ id: z.string(), label: z.string() })
const related = z.object({ id: z.string(), title: z.string(), documentNo: z.string(), registrationNo: z.string().nullable() })

export const stateSchema = z.object({ id: z.string(), label: z.string(), sign: z.string(), phase: z.string() }).openapi('CaseState')

const materialSchema = z.object({
  id: z.string(),
  file: z.object({ id: z.string(), name: z.string(), sizeBytes: z.number().int(), sha256: z.string(), format: z.string().nullable() }).nullable(),
  notApplicableReason: z.string().nullable(),
  referenceNo: z.string().nullable(),
  note: z.string().nullable(),
  addedAt: z.string(),
})

export const packageItemSchema = z
  .object({
    kind: z.enum(materialKeys),
    label: z.string(),
    hint: z.string(),
    basis: z.string(),
    accepts: z.array(z.string()),
    required: z.enum(['always', 'whenApplicable', 'optional']),
    /** whether this document needs it, by the circumstances that were ticked */
    applies: z.boolean(),
    materials: z.array(materialSchema),
  })
  .openapi('PackageItem')

const eventSchema = z.object({
  id: z.string(), at: z.string(), on: z.string(), transition: z.string(), label: z.string(), actorName: z.string(), note: z.string().nullable(), toState: z.string().nullable(),
})

export const filingSchema = z
  .object({
    id: z.string(),
    revision: z.number().int(),
    /** as whom the person reads it */
    audience: z.enum(['maker', 'reception', 'review']),
    state: stateSchema,
    registrationNo: z.string().nullable(),
    title: z.string(),
    documentNo: z.string(),
    documentKind: labelled,
    maker: named,
    /** in the order of the paper; without id: not in the register of organs */
    jointMakers: z.array(z.object({ id: z.string().nullable(), name: z.string() })),
    filedBy: named,
    receiver: named,
    wrongLineConfirmed: z.boolean(),
    filingReportNo: z.string().nullable(),
    unifiedNo: z.string().nullable(),
    draftingOrgan: z.string().nullable(),
    drafters: z.array(named),
    deliberationMeeting: z.string().nullable(),
    meetingDate: z.string().nullable(),
    promulgated: z.string().nullable(),
    effectiveFrom: z.string().nullable(),
    validUntil: z.string().nullable(),
    validityNote: z.string().nullable(),
    disclosure: z.string().nullable(),
    contactName: z.string().nullable(),
    contactPhone: z.string().nullable(),
    keywords: z.array(z.string()),
    traits: z.array(z.string()),
    missingReason: z.string().nullable(),
    flagsOnRecord: z.array(z.string()),
    onPaper: z.boolean(),
    submittedOn: z.string().nullable(),
    receivedOn: z.string().nullable(),
    registeredOn: z.string().nullable(),
    distributedOn: z.string().nullable(),
    closedOn: z.string().nullable(),
    outcome: labelled.nullable(),
    versionId: z.string().nullable(),
    previousVersionId: z.string().nullable(),
    supersedes: related.nullable(),
    supersededBy: z.array(related),
    haltedOn: z.string().nullable(),
    haltNotice: z.string().nullable(),
    published: z.boolean(),
    /** who handles the case; the maker is not told */
    handling: z.object({ mode: z.string(), reviewer: named.nullable(), leader: named.nullable() }).nullable(),
    deadline: deadlineSchema.nullable(),
    clocks: z.array(deadlineSchema),
    /** the day of the plan that stopped the clocks; null where none did */
    suspendedUntil: z.string().nullable(),
    actions: z.array(caseActionSchema),
    package: z.array(packageItemSchema),
    sameness: samenessSchema.nullable(),
    /** the formal check, until the case is registered */
    check: z
      .object({
        findings: z.array(findingSchema),
        wrongLine: z.boolean(),
        /** the addressee that the rules name; null when the document is outside every line */
        rightAddressee: z.object({ id: z.string().nullable(), name: z.string() }).nullable(),
        outOfScope: z.string().nullable(),
        lineNote: z.string(),
        lineBasis: z.string(),
        late: z.boolean(),
      })
      .nullable(),
    correctionItems: z.array(z.string()),
    /** issued papers that this audience may open */
    papers: z.array(z.object({ id: z.string(), kind: z.string(), label: z.string(), title: z.string(), number: z.string().nullable(), issuedOn: z.string().nullable(), docxFileId: z.string().nullable(), pdfFileId: z.string().nullable() })),
    events: z.array(eventSchema),
    savedAt: z.string(),
  })
  .openapi('Filing')
export type FilingView = z.infer<typeof filingSchema>

const CHECKED_STATES = new Set(['draft', 'submitted', 'receiving', 'pendingCorrection', 'overdueCorrection'])

/** The record of a case for the person who asks: what its audience may see, and what the person may do now. */
export async function presentFiling(options: { services: Services; actor: Actor; filing: FilingRow }): Promise<FilingView> {
  const { services, actor, filing } = options
  const tx: Transaction = services.prisma
  const today = services.clock.today()
  const audience = audienceOf(actor, filing)
  const files = await filesOf(tx, filing)
  const check = CHECKED_STATES.has(filing.state) ? await checkFiling({ tx, filing, files, today }) : null
  const [calendar, names, organs] = await Promise.all([workCalendar(tx), namesOf(tx, filing), tx.organ.findMany({ where: { id: filing.filedByOrganId }, select: { id: true, name: true } })])
  const organ = (id: string) => ({ id, name: organs.find((o) => o.id === id)?.name ?? '' })
  const person = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '' })
  const clocks = filing.clocks.filter((c) => clockConcerns(c.key, audience)).map((c) => presentDeadline(c, { today, calendar }))
  const kind = documentKindFact(z.enum(documentKinds).parse(filing.documentKind))
  return {
    id: filing.id, revision: filing.revision, audience, state: pickState(filing, audience), registrationNo: filing.registrationNo,
    title: filing.title, documentNo: filing.documentNo, documentKind: { id: kind.kind, label: kind.label },
    maker: pickNamed(filing.maker), jointMakers: jointMakersOf(filing).map((j) => ({ id: j.organId, name: j.name })), filedBy: organ(filing.filedByOrganId), receiver: pickNamed(filing.receiver),
    wrongLineConfirmed: filing.wrongLineConfirmed, filingReportNo: filing.filingReportNo, unifiedNo: filing.unifiedNo, draftingOrgan: filing.draftingOrgan,
    drafters: filing.drafterIds.map((id) => ({ id, name: names.get(id) ?? '' })), deliberationMeeting: filing.deliberationMeeting, meetingDate: fromDateColumnOrNull(filing.meetingDate),
    promulgated: fromDateColumnOrNull(filing.promulgated), effectiveFrom: fromDateColumnOrNull(filing.effectiveFrom), validUntil: fromDateColumnOrNull(filing.validUntil), validityNote: filing.validityNote,
    disclosure: filing.disclosure, contactName: filing.contactName, contactPhone: filing.contactPhone, keywords: filing.keywords, traits: traitsOf(filing), missingReason: filing.missingReason,
    flagsOnRecord: filing.flagsOnRecord, onPaper: filing.onPaper,
    submittedOn: fromDateColumnOrNull(filing.submittedOn), receivedOn: fromDateColumnOrNull(filing.receivedOn), registeredOn: fromDateColumnOrNull(filing.registeredOn),
    distributedOn: fromDateColumnOrNull(filing.distributedOn), closedOn: fromDateColumnOrNull(filing.closedOn), outcome: presentOutcome(filing.outcome, audience),
    versionId: filing.versionId, previousVersionId: filing.previousVersionId, supersedes: filing.supersedes, supersededBy: filing.supersededBy,
    haltedOn: fromDateColumnOrNull(filing.haltedOn), haltNotice: filing.haltNotice, published: filing.publishedAt !== null,
    handling: audience === 'maker' ? null : { mode: filing.mode, reviewer: person(filing.reviewerId), leader: person(filing.leaderId) },
    deadline: filing.state === 'draft' ? (check?.deadline ?? null) : nextRunning(clocks), clocks,
    suspendedUntil: filing.state === 'suspended' ? fromDateColumnOrNull(filing.dueOn) : null,
    actions: await actionsFor({ tx, actor, filing, today, ...(check === null ? {} : { facts: factsOfCheck(check) }) }),
    package: presentPackage(filing, files), sameness: presentSameness(filing, names), check: check === null ? null : presentCheck(check, filing),
    correctionItems: correctionItemsOf(filing), papers: presentPapers(filing, audience), events: presentEvents(filing, audience), savedAt: filing.updatedAt.toISOString(),
  }
}

const pickNamed = (o: { id: string; name: string }) => ({ id: o.id, name: o.name })
const pickState = (filing: FilingRow, audience: FilingAudience) => {
  const { id, label, sign, phase } = stateFor(filing.state, audience)
  return { id, label, sign, phase }
}

const nextRunning = (clocks: DeadlineView[]): DeadlineView | null =>
  clocks.filter((c) => c.state === 'running' && c.dueOn !== null).toSorted((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1))[0] ?? null

/** How a case ended, in the words of the statistics; a report upward is not the maker's to know. */
function presentOutcome(outcome: string | null, audience: FilingAudience): { id: string; label: string } | null {
  if (outcome === null || (audience === 'maker' && outcome === 'reportedUpward')) return null
  const { id } = stateOf(filingProcedure, outcome)
  return { id, label: conclusions[id] ?? outcome }
}

async function namesOf(tx: Transaction, filing: FilingRow): Promise<Map<string, string>> {
  const ids = [...filing.drafterIds, filing.reviewerId, filing.leaderId, ...filing.sameness.map((s) => s.checkedBy)].filter((id) => id !== null)
  return new Map((await tx.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })).map((p) => [p.id, p.name]))
}

function presentPackage(filing: FilingRow, files: ReadonlyMap<string, FileRow>): z.infer<typeof packageItemSchema>[] {
  const traits = traitsOf(filing)
  return requiredMaterials.map((r) => ({
    kind: r.key, label: r.label, hint: r.hint, basis: r.basis, accepts: [...r.accepts], required: r.required,
    applies: r.required === 'always' || (r.when !== undefined && traits.includes(r.when)),
    materials: filing.materials.filter((m) => m.kind === r.key).map((m) => {
      const file = m.fileId === null ? undefined : files.get(m.fileId)
      return {
        id: m.id, notApplicableReason: m.notApplicableReason, referenceNo: m.referenceNo, note: m.note, addedAt: m.addedAt.toISOString(),
        file: file === undefined ? null : { id: file.id, name: file.name, sizeBytes: Number(file.sizeBytes), sha256: file.sha256, format: file.format },
      }
    }),
  }))
}

function presentCheck(check: FilingCheck, filing: FilingRow): FilingView['check'] {
  const { line } = check
  const receiver = line.receiver
  return {
    findings: check.findings, wrongLine: !isRightLine(line, organRef(filing.receiver)), late: check.late,
    rightAddressee: receiver === null ? null : { id: receiver.organ?.id ?? null, name: receiver.organ?.name ?? `行政区划代码 ${receiver.regionCode} 的人大常委会` },
    outOfScope: line.outOfScope === undefined ? null : outOfScopeLabels[line.outOfScope], lineNote: line.note, lineBasis: line.basis,
  }
}

function presentPapers(filing: FilingRow, audience: FilingAudience): FilingView['papers'] {
  const makers = [filing.makerOrganId, filing.filedByOrganId]
  return filing.papers
    .filter((p) => audience === 'review' || (audience === 'reception' ? intakePapers.includes(p.kind) : makers.includes(p.organId) || (p.recipientOrganId !== null && makers.includes(p.recipientOrganId))))
    .map((p) => ({
      id: p.id, kind: p.kind, title: p.title, number: p.number, issuedOn: fromDateColumnOrNull(p.issuedOn), docxFileId: p.docxFileId, pdfFileId: p.pdfFileId,
      label: paperRoutes.find((r) => r.kind === p.kind)?.label ?? p.title,
    }))
}

const correctionSchema = z.object({ items: z.array(z.string()) })
/** What the receiver asked to be corrected last. */
function correctionItemsOf(filing: FilingRow): string[] {
  const asked = filing.events.findLast((e) => e.transition === 'requestCorrection')
  const parsed = correctionSchema.safeParse(asked?.data)
  return parsed.success ? parsed.data.items : []
}

/** Acts that are recorded in a case's history beside the steps of its procedure. */
const recordedActs: Record<string, string> = { settleFinding: '形式审查问题已处理', createDraft: '新建报备', flagLate: '迟报' }

function presentEvents(filing: FilingRow, audience: FilingAudience): FilingView['events'] {
  return filing.events
    .filter((e) => audience === 'review' || e.audience !== 'internal' || (audience === 'reception' && intakeKeys.has(e.transition)))
    .map((e) => ({
      id: e.id, at: e.at.toISOString(), on: fromDateColumn(e.on), transition: e.transition, actorName: e.actorName, note: e.note,
      label: filingProcedure.transitions.find((t) => t.key === e.transition)?.label ?? recordedActs[e.transition] ?? e.note ?? '记录',
      toState: e.toState === null ? null : stateFor(e.toState, audience).label,
    }))
}

const intakeKeys = new Set(filingProcedure.transitions.filter((t) => t.from.some((s) => ['draft', 'submitted', 'receiving', 'pendingCorrection', 'overdueCorrection'].includes(s))).map((t) => t.key).concat('settleFinding', 'distribute', 'assign'))
