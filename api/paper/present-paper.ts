import { z } from '@hono/zod-openapi'
import { checkTransition, filingProcedure, paperProcedure, paperRoute, type PaperState, procedureRoleLabels, type ProcedureRole, standardLabels, stateOf, transitionsFrom } from '../../law/procedure/index.ts'
import { deadlineSchema, presentDeadline, workCalendar } from '../deadline/index.ts'
import { shanghaiDate } from '../platform/config/clock.ts'
import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { gatherFilingFacts, rolesOnCase, makerOrgans } from '../procedure/index.ts'
import { committeesOf } from '../review/index.ts'
import { stepCarried } from './create-paper.ts'
import { editRights } from './edit-paper.ts'
import { contentOf, paperContentSchema, paperSheetSchema, sheetOf } from './paper-content.ts'
import { paperFlags } from './paper-case.ts'
import { countersignersOf, countersignerSchema, mayHandle, type PaperRow } from './paper-policy.ts'
import { filled, type Passage, passageSchema, valuesOf } from './passages.ts'
import { maySeal } from './seal-paper.ts'
import { kindOf, ownCountersign, paperFacts, paperState, rolesOnPaper } from './read-paper.ts'

const state = z.object({ id: z.string(), label: z.string(), sign: z.string(), phase: z.string() })
const filingRef = z.object({ id: z.string(), title: z.string(), documentNo: z.string(), registrationNo: z.string().nullable(), makerName: z.string() })
const caseRef = z.object({ id: z.string(), title: z.string() })

export const paperActionSchema = z.object({ key: z.string(), label: z.string(), dangerous: z.boolean(), needsReason: z.boolean(), blocked: z.string().nullable() }).openapi('PaperAction')

export const paperSchema = z
  .object({
    id: z.string(),
    revision: z.number().int(),
    kind: z.string(),
    label: z.string(),
    state,
    title: z.string(),
    recipient: z.string().nullable(),
    number: z.string().nullable(),
    issuedOn: z.string().nullable(),
    issuedBy: z.string().nullable(),
    replyDueOn: z.string().nullable(),
    draftNo: z.number().int(),
    filing: filingRef.nullable(),
    suggestionId: z.string().nullable(),
    project: caseRef.nullable(),
    meeting: caseRef.nullable(),
    /** the plan that it sets down */
    plan: caseRef.nullable(),
    /** as it stands now, with what was typed in its places */
    content: paperContentSchema,
    /** a form or list on its own sheet, where the paper is one */
    sheet: paperSheetSchema.nullable(),
    /** the words with their blanks, for editing; null for those who only read */
    source: z.union([paperContentSchema, z.null()]),
    passages: z.array(passageSchema),
    flags: z.array(z.object({ id: z.string(), number: z.number().int(), articleLabel: z.string(), standardLabel: z.string(), codeLabel: z.string(), superior: z.string(), unverified: z.boolean() })),
    steps: z.array(z.object({ step: z.string(), label: z.string(), by: z.string(), at: z.string(), opinion: z.string().nullable() })),
    countersigners: z.array(countersignerSchema),
    /** committees that may be asked */
    committees: z.array(z.object({ id: z.string(), name: z.string() })),
    route: z.object({ checks: z.string(), countersigns: z.string(), signs: z.string(), decidedBy: z.string().nullable(), numbered: z.boolean() }),
    actions: z.array(paperActionSchema),
    mayEdit: z.object({ words: z.boolean(), passages: z.boolean() }),
    maySeal: z.boolean(),
    sealed: z.object({ fileId: z.string(), on: z.string() }).nullable(),
    deadline: z.union([deadlineSchema, z.null()]),
  })
  .openapi('Paper')
export type PaperView = z.infer<typeof paperSchema>

const stepLabels: Record<string, string> = { drafted: '拟稿', sentForChecking: '送核稿', sentForSigning: '送签发', checked: '核稿', countersigned: '会签', returned: '退回', signed: '签发', withdrawn: '作废' }
const named = (roles: readonly ProcedureRole[]): string => roles.map((r) => procedureRoleLabels[r]).join('、')

/** A paper for the person who asks: its flow and flags only for those who handle it. */
export async function presentPaper(options: { services: Services; actor: Actor; paper: PaperRow }): Promise<PaperView> {
  const { services, actor, paper } = options
  const tx: Transaction = services.prisma
  const kind = kindOf(paper)
  const route = paperRoute(kind)
  const handles = mayHandle(actor, paper)
  const { passages } = await paperFacts({ tx, actor, paper })
  const { id, label, sign, phase } = paperState(paper)
  const issued = paper.state === 'issued'
  const stored = contentOf(paper.content)
  const rights = handles ? editRights(actor, paper) : { words: false, passages: false }
  const clock = await tx.caseClock.findFirst({ where: { paperId: paper.id, state: 'running' } })
  const receiver = await tx.organ.findUniqueOrThrow({ where: { id: paper.organId }, select: { regionCode: true } })
  return {
    id: paper.id, revision: paper.revision, kind, label: route.label, state: { id, label, sign, phase }, title: paper.title, recipient: paper.recipient, number: paper.number,
    issuedOn: fromDateColumnOrNull(paper.issuedOn), issuedBy: handles ? paper.issuedByName : null, replyDueOn: fromDateColumnOrNull(paper.replyDueOn), draftNo: paper.draftNo,
    filing: paper.filing === null ? null : { id: paper.filing.id, title: paper.filing.title, documentNo: paper.filing.documentNo, registrationNo: paper.filing.registrationNo, makerName: paper.filing.maker.name },
    suggestionId: handles ? paper.suggestionId : null,
    project: paper.project === null ? null : { id: paper.project.id, title: paper.project.title }, meeting: paper.meeting === null ? null : { id: paper.meeting.id, title: paper.meeting.title },
    plan: paper.planId === null ? null : await tx.legislationPlan.findUnique({ where: { id: paper.planId }, select: { id: true, title: true } }),
    content: paperContentSchema.parse(issued ? stored : beforeIssue(filled(stored, passages), { today: services.clock.today(), demo: services.settings.demo })), sheet: sheetOf(paper.content), source: rights.words ? paperContentSchema.parse(stored) : null,
    passages: handles && !issued ? passages : [], flags: handles ? await presentFlags(tx, paper) : [],
    steps: handles ? paper.steps.map((s) => ({ step: s.step, label: stepLabels[s.step] ?? s.step, by: s.byName, at: s.at.toISOString(), opinion: s.opinion })) : [],
    countersigners: handles ? countersignersOf(paper.countersigners) : [],
    committees: handles && route.countersigns.length > 0 && !issued ? (await committeesOf(tx, receiver)).map((c) => ({ id: c.id, name: c.name })) : [],
    route: { checks: named(route.checks), countersigns: named(route.countersigns), signs: named(route.signs), decidedBy: route.decidedBy, numbered: route.numbered },
    actions: handles ? await actionsOn({ services, actor, paper, passages }) : [],
    mayEdit: rights, maySeal: handles && issued && paper.sealedAt === null && route.route === 'signed' && maySeal(actor, paper),
    sealed: paper.sealedFileId === null || paper.sealedAt === null ? null : { fileId: paper.sealedFileId, on: shanghaiDate(paper.sealedAt) },
    deadline: clock === null || !handles ? null : presentDeadline(clock, { today: services.clock.today(), calendar: await workCalendar(tx) }),
  }
}

/** A draft as it will print: the day and the number are still open, and every page says that it is a draft. */
export const beforeIssue = (content: ReturnType<typeof contentOf>, options: { today: string; demo: boolean }) => ({
  ...content,
  ...(content.signature === undefined ? {} : { signature: { ...content.signature, date: `${options.today.slice(0, 4)}年　月　日` } }),
  ...(content.printedBy === undefined ? {} : { printedBy: { ...content.printedBy, date: `${options.today.slice(0, 4)}年　月　日` } }),
  ...(options.demo ? { demo: '演示数据' } : {}),
  draft: '签发前不生效，不编号',
})

async function presentFlags(tx: Transaction, paper: PaperRow): Promise<PaperView['flags']> {
  if (paper.filingId === null || paper.flagIds.length === 0) return []
  return (await paperFlags(tx, paper.filingId, paper.flagIds)).map((f) => ({
    id: f.id, number: f.number, articleLabel: f.articleLabel, standardLabel: standardLabels[f.standard], codeLabel: f.kind.label,
    superior: f.superior === null ? '' : `《${f.superior.title}》${f.superior.label}${f.superior.versionDate === null ? '' : `（${f.superior.versionDate} 起施行）`}`, unverified: f.superior?.unverified ?? false,
  }))
}

/** Steps this person may take now; one that is not theirs is left out, one that lacks something says what. */
async function actionsOn(options: { services: Services; actor: Actor; paper: PaperRow; passages: readonly Passage[] }): Promise<z.infer<typeof paperActionSchema>[]> {
  const { services, actor, paper } = options
  const tx: Transaction = services.prisma
  const roles = rolesOnPaper(actor, paper)
  const { facts } = await paperFacts({ tx, actor, paper })
  const own = ownCountersign(actor, countersignersOf(paper.countersigners))
  const current = stateOf(paperProcedure, paper.state).id satisfies PaperState
  const rows = transitionsFrom(paperProcedure, current, { roles }).filter((row) => row.key !== 'finishCountersigning' && (current !== 'countersigning' || own !== undefined))
  const personal = new Set(['mayDraftThisPaper', 'checkedHere', 'noCheckHere', 'mayCheckThisPaper', 'mayCountersignThisPaper', 'maySignThisPaper', 'noCountersignNeeded'])
  // asked when the step is sent: the form names those who countersign, and the last one's agreement ends the round
  const byForm = new Set(['countersignersNamed', 'countersignOutstanding'])
  const needsCountersign = paperRoute(kindOf(paper)).countersigns.length > 0
  const shown = rows.filter((row) => row.key !== 'sendToCountersign' || needsCountersign)
  return Promise.all(shown.flatMap((row) => {
    const refusing = row.guards.filter((g) => !byForm.has(g)).find((g) => !paperProcedure.guards[g].holds(facts, roles))
    if (refusing !== undefined && personal.has(refusing)) return []
    const own = refusing === undefined ? null : paperProcedure.guards[refusing].message
    return [(async () => ({
      key: row.key, label: row.label, dangerous: row.dangerous ?? false, needsReason: row.requires.includes('reason'),
      blocked: own ?? (row.key === 'issue' ? await caseRefuses({ services, actor, paper }) : null),
    }))()]
  }))
}

/** Whether the step of the case that the paper carries would be refused as things stand. */
async function caseRefuses(options: { services: Services; actor: Actor; paper: PaperRow }): Promise<string | null> {
  const { services, actor, paper } = options
  if (paper.filing === null) return null
  const kind = kindOf(paper)
  const row = stepCarried(kind, paper.filing.state)
  if (row === null) return null
  const values = valuesOf(paper.values)
  const gathered = await gatherFilingFacts({ tx: services.prisma, filingId: paper.filing.id, actor, today: services.clock.today() })
  const facts = { ...gathered, issuedPapers: [...gathered.issuedPapers, kind], annulmentGround: values['annulmentGround'] ?? null, fields: Object.entries(values).flatMap(([k, v]) => (v.trim() === '' ? [] : [k])) }
  const roles = rolesOnCase(actor, { receiverOrganId: paper.organId, makerOrganIds: makerOrgans(paper.filing), taskOrganIds: [] })
  const answer = checkTransition({ procedure: filingProcedure, state: stateOf(filingProcedure, paper.filing.state).id, transition: row.key, roles, facts })
  return answer.ok ? null : answer.message
}
