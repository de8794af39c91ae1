import { z } from '@hono/zod-openapi'
import { notStartReasons, paperRoute, paperKinds, suggestionChannelLabels, suggestionProcedure, transferTargets, transitionsFrom, checkTransition } from '../../law/procedure/index.ts'
import { deadlineSchema, presentDeadline, workCalendar } from '../deadline/index.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { rolesOnCase } from '../procedure/index.ts'
import { channelOfRow, suggestionFor } from './read-suggestion.ts'
import { draftsNotice, isSignedNotice, NOT_DRAFTER, type SignedNotice } from './steps.ts'
import { gatherSuggestionFacts } from './suggestion-facts.ts'

const choice = z.object({ value: z.string(), label: z.string(), note: z.string() })

export const suggestionActionSchema = z
  .object({
    key: z.string(),
    label: z.string(),
    basis: z.string(),
    /** fields that the step asks for */
    fields: z.array(z.object({ key: z.string(), label: z.string(), required: z.boolean(), options: z.array(choice) })),
    /** the notice that must be drafted, signed and issued: the step is taken at its issue */
    paper: z.object({ kind: z.string(), label: z.string(), openPaperId: z.string().nullable() }).nullable(),
    /** why it cannot be taken now; null when it can */
    blocked: z.string().nullable(),
  })
  .openapi('SuggestionAction')

export const suggestionSchema = z
  .object({
    id: z.string(),
    revision: z.number().int(),
    kind: z.string(),
    kindLabel: z.string(),
    channel: z.string(),
    receiptNo: z.string(),
    state: z.string(),
    stateLabel: z.string(),
    stateSign: z.string(),
    receivedOn: z.string(),
    closedOn: z.string().nullable(),
    proposer: z.object({ name: z.string(), contact: z.string(), address: z.string().nullable(), organ: z.string().nullable() }),
    document: z.object({ title: z.string(), documentNo: z.string().nullable(), maker: z.string().nullable() }),
    filing: z.object({ id: z.string(), title: z.string(), registrationNo: z.string().nullable(), state: z.string() }).nullable(),
    matters: z.string(),
    reasons: z.string(),
    files: z.array(z.object({ id: z.string(), name: z.string() })),
    handler: z.string().nullable(),
    transferTo: z.string().nullable(),
    result: z.string().nullable(),
    resultReason: z.string().nullable(),
    deadline: deadlineSchema.nullable(),
    clocks: z.array(deadlineSchema),
    events: z.array(z.object({ on: z.string(), label: z.string(), by: z.string(), note: z.string().nullable() })),
    papers: z.array(z.object({ id: z.string(), label: z.string(), state: z.string(), number: z.string().nullable(), issuedOn: z.string().nullable() })),
    actions: z.array(suggestionActionSchema),
  })
  .openapi('Suggestion')

const paperLabel = (kind: string): string => { const known = paperKinds.find((k) => k === kind); return known === undefined ? kind : paperRoute(known).label }
export const stepLabel = (key: string): string => suggestionProcedure.transitions.find((t) => t.key === key)?.label ?? key

const optionsOf = (field: string): z.infer<typeof choice>[] => {
  switch (field) {
    case 'notStartReason':
      return notStartReasons.map((r) => ({ value: r.key, label: r.label, note: r.basis }))
    case 'targetBody':
      return transferTargets.map((t) => ({ value: t.key, label: t.target, note: t.matter }))
    default:
      return []
  }
}

/** A suggestion for those who handle it: with its proposer, its clocks, what happened and what this person may do now. */
export async function presentSuggestion(options: { services: Services; actor: Actor; suggestionId: string }): Promise<z.infer<typeof suggestionSchema>> {
  const { services, actor, suggestionId } = options
  const { prisma } = services
  const { row, filing } = await suggestionFor({ tx: prisma, actor, suggestionId, action: 'read' })
  const [clocks, events, papers, files, handler, organ, calendar] = await Promise.all([
    prisma.caseClock.findMany({ where: { suggestionId }, orderBy: { startOn: 'asc' } }),
    prisma.caseEvent.findMany({ where: { suggestionId }, orderBy: { id: 'asc' } }),
    prisma.paper.findMany({ where: { suggestionId }, orderBy: { createdAt: 'asc' } }),
    prisma.storedFile.findMany({ where: { id: { in: row.fileIds } }, select: { id: true, name: true } }),
    row.handlerId === null ? null : prisma.person.findUnique({ where: { id: row.handlerId }, select: { name: true } }),
    row.proposerOrganId === null ? null : prisma.organ.findUnique({ where: { id: row.proposerOrganId }, select: { name: true } }),
    workCalendar(prisma),
  ])
  const shown = clocks.map((clock) => presentDeadline(clock, { today: services.clock.today(), calendar }))
  const running = shown.filter((c) => c.state === 'running').toSorted((a, b) => ((a.dueOn ?? '') < (b.dueOn ?? '') ? -1 : 1))
  const state = suggestionProcedure.states.find((s) => s.id === row.state)
  return {
    id: row.id, revision: row.revision, kind: row.kind, kindLabel: suggestionChannelLabels[channelOfRow(row)], channel: row.channel, receiptNo: row.receiptNo,
    state: row.state, stateLabel: state?.label ?? row.state, stateSign: state?.sign ?? '●', receivedOn: fromDateColumn(row.receivedOn), closedOn: fromDateColumnOrNull(row.closedOn),
    proposer: { name: row.proposerName, contact: row.proposerContact, address: row.proposerAddress, organ: organ?.name ?? null },
    document: { title: row.documentTitle, documentNo: row.documentNo, maker: row.documentMaker },
    filing: filing === null ? null : { id: filing.id, title: filing.title, registrationNo: filing.registrationNo, state: filing.state },
    matters: row.matters, reasons: row.reasons, files, handler: handler?.name ?? null, transferTo: row.transferTo, result: row.result, resultReason: row.resultReason,
    deadline: running[0] ?? null, clocks: shown,
    events: events.map((e) => ({ on: fromDateColumn(e.on), label: stepLabel(e.transition), by: e.actorName, note: e.note })),
    papers: papers.map((p) => ({ id: p.id, label: paperLabel(p.kind), state: p.state, number: p.number, issuedOn: fromDateColumnOrNull(p.issuedOn) })),
    actions: await actionsOf({ services, actor, row, filing, papers }),
  }
}

/** The steps this person may take now, each with its fields, its paper and, where it waits for something, what. */
async function actionsOf(options: { services: Services; actor: Actor; row: Awaited<ReturnType<typeof suggestionFor>>['row']; filing: Awaited<ReturnType<typeof suggestionFor>>['filing']; papers: readonly { id: string; kind: string; state: string }[] }): Promise<z.infer<typeof suggestionActionSchema>[]> {
  const { services, actor, row, filing, papers } = options
  const state = suggestionProcedure.states.find((s) => s.id === row.state)
  if (state === undefined) return []
  const roles = rolesOnCase(actor, { receiverOrganId: row.organId, makerOrganIds: [], taskOrganIds: [] })
  const steps = transitionsFrom(suggestionProcedure, state.id, { roles: [...roles, ...(roles.includes('reviewer') ? (['reviewChief'] as const) : [])] })
  const actions: z.infer<typeof suggestionActionSchema>[] = []
  for (const step of steps) {
    const kind = step.yields !== null && isSignedNotice(step.yields) ? step.yields : null
    // a reviewer drafts the notice of a step that the chief or the issuer then takes by signing it
    if (kind === null && !step.actorRoles.some((role) => roles.includes(role))) continue
    if (step.guards.includes(row.kind === 'suggestion' ? 'onlyDemand' : 'onlySuggestion')) continue
    // a receipt goes out once
    if (step.key === 'acknowledge' && papers.some((p) => p.kind === 'suggestionReceipt')) continue
    const filled = Object.fromEntries(step.requires.map((field) => [field, '…']))
    const facts = await gatherSuggestionFacts({ tx: services.prisma, row, filing, actor, values: filled })
    const judged = checkTransition({ procedure: suggestionProcedure, state: state.id, transition: step.key, roles: step.actorRoles, facts: { ...facts, issuedPapers: kind === null ? facts.issuedPapers : [kind] } })
    const openPaperId = papers.find((p) => p.kind === kind && !['issued', 'withdrawn'].includes(p.state))?.id ?? null
    actions.push({
      key: step.key, label: step.label, basis: step.basis,
      fields: kind === null ? step.requires.map((key) => ({ key, label: suggestionProcedure.fieldLabels[key] ?? key, required: true, options: optionsOf(key) })).concat(step.key === 'decideNotToStart' ? [{ key: 'explanation', label: '说明', required: false, options: [] }] : []) : [],
      paper: kind === null ? null : { kind, label: paperRoute(kind).label, openPaperId },
      blocked: !judged.ok ? judged.message : kind === null ? null : openPaperId === null && !draftsNotice(actor, row.organId, kind) ? NOT_DRAFTER : unrecorded(kind, row),
    })
  }
  return actions
}

/** What has to be on record before a notice can be drafted. */
function unrecorded(kind: SignedNotice, row: { result: string | null; transferTo: string | null }): string | null {
  if (kind === 'transferLetter' && (row.transferTo ?? '') === '') return '请先认定不属于本级范围、选定有权机关。'
  if ((kind === 'suggestionAnswer' || kind === 'requestAnswer') && (row.result ?? '') === '') return '请先登记审查结果。'
  return null
}
