import { z } from '@hono/zod-openapi'
import { conclusions, filingProcedure, flagKind, flagCodes, flagProcedure, outletOf, paperRoutes, standardLabels, standards, stateOf, tickedStandards } from '../../law/procedure/index.ts'
import { deadlineSchema, presentDeadline, rulesInForce, workCalendar } from '../deadline/index.ts'
import { audienceOf, stateFor } from '../filing/index.ts'
import { contactMethodLabels, labelOf, replyPositionLabels } from '../paper/index.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../platform/legal-date.ts'
import { type Actor, organsWithRole } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { filingPolicy } from '../procedure/index.ts'
import { reviewCase } from '../review/index.ts'
import { judgementOf, judgementSchema } from './judge-flag.ts'
import { makerCase } from './outcome-case.ts'
import { putByKinds, putToMaker } from './put-to-maker.ts'

const fileSchema = z.object({ id: z.string(), name: z.string(), sizeBytes: z.number().int(), sha256: z.string() })
const contactSchema = z.object({ id: z.string(), method: z.string(), methodLabel: z.string(), on: z.string(), attendees: z.string(), summary: z.string(), result: z.string().nullable(), files: z.array(fileSchema), shared: z.boolean(), by: z.string() }).openapi('MakerContact')
const planSchema = z.object({ id: z.string(), text: z.string(), dueOn: z.string(), state: z.string(), stateLabel: z.string(), files: z.array(fileSchema), offeredAt: z.string() }).openapi('CorrectionPlan')
const replySchema = z
  .object({ id: z.string(), text: z.string(), position: z.string(), positionLabel: z.string(), files: z.array(fileSchema), repliedAt: z.string(), by: z.string(), answers: z.array(z.object({ flagId: z.string().nullable(), question: z.string().nullable(), text: z.string(), positionLabel: z.string().nullable() })) })
  .openapi('MakerReply')

const planStates: Record<string, string> = { offered: '等答复', accepted: '已接受', declined: '没有接受', lapsed: '已逾期', fulfilled: '已完成' }
const storedAnswers = z.array(z.object({ flagId: z.string().optional(), question: z.string().optional(), text: z.string(), position: z.string().optional() })).catch([])

/** Contacts, plans and replies of a case with their files. */
async function correspondence(tx: Transaction, filingId: string, onlyShared: boolean) {
  const [contacts, plans, replies] = await Promise.all([
    tx.makerContact.findMany({ where: { filingId, ...(onlyShared ? { sharedWithMaker: true } : {}) }, orderBy: [{ on: 'desc' }, { recordedAt: 'desc' }] }),
    tx.correctionPlan.findMany({ where: { filingId }, orderBy: { offeredAt: 'desc' } }),
    tx.makerReply.findMany({ where: { filingId }, orderBy: { repliedAt: 'desc' } }),
  ])
  const ids = [...contacts, ...plans, ...replies].flatMap((r) => r.fileIds)
  const files = new Map((await tx.storedFile.findMany({ where: { id: { in: ids } } })).map((f) => [f.id, { id: f.id, name: f.name, sizeBytes: Number(f.sizeBytes), sha256: f.sha256 }]))
  const filesOf = (fileIds: string[]) => fileIds.flatMap((id) => files.get(id) ?? [])
  return {
    contacts: contacts.map((c): z.infer<typeof contactSchema> => ({
      id: c.id, method: c.method, methodLabel: labelOf(contactMethodLabels, c.method), on: fromDateColumn(c.on), attendees: c.attendees, summary: c.summary, result: c.result, files: filesOf(c.fileIds), shared: c.sharedWithMaker, by: onlyShared ? '' : c.recordedByName,
    })),
    plans: plans.map((p): z.infer<typeof planSchema> => ({ id: p.id, text: p.text, dueOn: fromDateColumn(p.dueOn), state: p.state, stateLabel: planStates[p.state] ?? p.state, files: filesOf(p.fileIds), offeredAt: p.offeredAt.toISOString() })),
    replies: replies.map((r): z.infer<typeof replySchema> => ({
      id: r.id, text: r.text, position: r.position, positionLabel: labelOf(replyPositionLabels, r.position), files: filesOf(r.fileIds), repliedAt: r.repliedAt.toISOString(), by: onlyShared ? '' : r.repliedByName,
      answers: storedAnswers.parse(r.answers).map((a) => ({ flagId: a.flagId ?? null, question: a.question ?? null, text: a.text, positionLabel: a.position === undefined ? null : labelOf(replyPositionLabels, a.position) })),
    })),
  }
}

export const outcomeSchema = z
  .object({
    flags: z.array(
      z.object({
        id: z.string(), number: z.number().int(), articleLabel: z.string(), standard: z.enum(standards), standardLabel: z.string(), codeLabel: z.string(), reason: z.string(), suggestion: z.string(), superior: z.string(),
        state: z.object({ id: z.string(), label: z.string() }), outlet: z.enum(['reviewOpinion', 'upwardReport']), makerAnswer: z.string().nullable(), judgement: z.union([judgementSchema, z.null()]),
      }).openapi('OutcomeFlag'),
    ),
    ticks: z.array(z.object({ standard: z.enum(tickedStandards), label: z.string(), result: z.string().nullable(), byName: z.string().nullable(), note: z.string().nullable() })),
    committeesOutstanding: z.array(z.string()),
    contacts: z.array(contactSchema),
    plans: z.array(planSchema),
    replies: z.array(replySchema),
    papers: z.array(z.object({ id: z.string(), kind: z.string(), title: z.string(), state: z.string(), number: z.string().nullable(), issuedOn: z.string().nullable() })),
    /** the reply periods that can be chosen, with their bases */
    replyRules: z.array(z.object({ key: z.string(), amount: z.number().int(), unit: z.string(), basis: z.string() })),
    refiled: z.array(z.object({ id: z.string(), title: z.string(), registrationNo: z.string().nullable() })),
  })
  .openapi('Outcome')

/** What the forms of 处理 show of a case; for those who review it. */
export async function showOutcome(options: { services: Services; actor: Actor; filingId: string }): Promise<z.infer<typeof outcomeSchema>> {
  const { services, filingId } = options
  const filing = await reviewCase(options)
  const tx = services.prisma
  const [flags, ticks, tasks, papers, rules] = await Promise.all([
    tx.reviewFlag.findMany({ where: { filingId }, orderBy: { number: 'asc' } }),
    tx.standardTick.findMany({ where: { filingId } }),
    tx.caseTask.findMany({ where: { filingId, kind: 'committeeOpinion', state: 'open' } }),
    tx.paper.findMany({ where: { filingId, organId: filing.receiverOrganId }, orderBy: { createdAt: 'desc' } }),
    rulesInForce(tx, filing.receiverOrganId),
  ])
  const organs = await tx.organ.findMany({ where: { id: { in: tasks.flatMap((t) => (t.assigneeOrganId === null ? [] : [t.assigneeOrganId])) } }, select: { name: true } })
  return {
    flags: flags.map((f) => {
      const standard = z.enum(standards).parse(f.standard)
      const { id, label } = stateOf(flagProcedure, f.state)
      return {
        id: f.id, number: f.number, articleLabel: f.articleLabel, standard, standardLabel: standardLabels[standard], codeLabel: flagKind(z.enum(flagCodes).parse(f.code)).label, reason: f.reason, suggestion: f.suggestion,
        superior: f.superiorLabel === null ? '' : `${f.superiorTitle === null ? '' : `《${f.superiorTitle}》`}${f.superiorLabel}`, state: { id, label }, outlet: outletOf(standard), makerAnswer: f.makerAnswer, judgement: judgementOf(f.judgement),
      }
    }),
    ticks: tickedStandards.map((standard) => {
      const tick = ticks.find((t) => t.standard === standard)
      return { standard, label: standardLabels[standard], result: tick?.result ?? null, byName: tick?.byName ?? null, note: tick?.note ?? null }
    }),
    committeesOutstanding: organs.map((o) => o.name),
    ...(await correspondence(tx, filingId, false)),
    papers: papers.map((p) => ({ id: p.id, kind: p.kind, title: p.title, state: p.state, number: p.number, issuedOn: fromDateColumnOrNull(p.issuedOn) })),
    replyRules: rules.filter((r) => r.key === 'makerReply' || r.key === 'makerReply.twoMonths').map((r) => ({ key: r.key, amount: r.amount, unit: r.unit, basis: r.basis })),
    refiled: filing.supersededBy.map((s) => ({ id: s.id, title: s.title, registrationNo: s.registrationNo })),
  }
}

const makerClocks = ['inquiryReply', 'makerReply', 'makerReply.twoMonths', 'makerCorrection', 'makerReport', 'orderedFix', 'annulmentReport']
const documentSchema = z.object({ id: z.string(), title: z.string(), documentNo: z.string(), registrationNo: z.string().nullable(), receiverName: z.string(), state: z.object({ id: z.string(), label: z.string(), sign: z.string() }) })

export const answerRowSchema = z
  .object({ ...documentSchema.shape, put: z.string(), putOn: z.string().nullable(), deadline: z.union([deadlineSchema, z.null()]), open: z.boolean() })
  .openapi('AnswerRow')

/** What is put to the organs this person files for, what is due first at the top. */
export async function listAnswers(options: { services: Services; actor: Actor }): Promise<z.infer<typeof answerRowSchema>[]> {
  const { services, actor } = options
  const tx = services.prisma
  const own = organsWithRole(actor, 'filingClerk')
  const filings = await tx.filing.findMany({
    where: { AND: [filingPolicy.scope(actor, 'answer'), { OR: [{ papers: { some: { state: 'issued', kind: { in: [...putByKinds] }, recipientOrganId: { in: own } } } }, { contacts: { some: { sharedWithMaker: true } } }, { plans: { some: {} } }, { state: 'negotiating' }] }] },
    include: {
      receiver: { select: { name: true } }, clocks: { where: { state: 'running', key: { in: makerClocks } }, orderBy: { dueOn: 'asc' }, take: 1 },
      papers: { where: { state: 'issued', kind: { in: [...putByKinds] }, recipientOrganId: { in: own } }, orderBy: { issuedOn: 'desc' }, take: 1 },
      plans: { where: { state: { in: ['offered', 'accepted'] } }, orderBy: { id: 'desc' }, take: 1 },
    },
    orderBy: { updatedAt: 'desc' }, take: 300,
  })
  const calendar = await workCalendar(tx)
  const today = services.clock.today()
  const rows = filings.map((f) => {
    const { id, label, sign } = stateFor(f.state, 'maker')
    const [clock] = f.clocks
    const [paper] = f.papers
    const [plan] = f.plans
    return {
      id: f.id, title: f.title, documentNo: f.documentNo, registrationNo: f.registrationNo, receiverName: f.receiver.name, state: { id, label, sign }, put: putWords({ paper, plan: f.state === 'suspended' || paper === undefined ? plan : undefined }),
      putOn: fromDateColumnOrNull(paper?.issuedOn ?? null), deadline: clock === undefined ? null : presentDeadline(clock, { today, calendar }), open: ['questioning', 'opinionIssued', 'negotiating', 'orderedToFix', 'suspended', 'annulled'].includes(f.state),
    }
  })
  const due = (row: (typeof rows)[number]): string => `${row.open ? '0' : '1'}${row.deadline?.dueOn ?? '9999'}`
  return rows.toSorted((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0))
}

/** What was put to the maker last, by the name and number that it has there: the title of the document stands beside it. */
function putWords(put: { paper: { kind: string; title: string; number: string | null } | undefined; plan: { state: string; dueOn: Date } | undefined }): string {
  const { paper, plan } = put
  if (plan !== undefined) return `处理计划，${fromDateColumn(plan.dueOn)} 前完成（${planStates[plan.state] ?? plan.state}）`
  if (paper === undefined) return '沟通'
  const label = paperRoutes.find((r) => r.kind === paper.kind)?.label ?? paper.title
  return paper.number === null ? label : `${label} ${paper.number}`
}

export const putSchema = z
  .object({
    ...documentSchema.shape,
    revision: z.number().int(),
    papers: z.array(z.object({ id: z.string(), label: z.string(), title: z.string(), number: z.string().nullable(), issuedOn: z.string().nullable(), replyDueOn: z.string().nullable() })),
    flags: z.array(
      z.object({ id: z.string(), number: z.number().int(), state: z.string(), articleLabel: z.string(), quote: z.string(), standardLabel: z.string(), codeLabel: z.string(), superior: z.string(), superiorQuote: z.string(), reason: z.string(), suggestion: z.string(), makerAnswer: z.string().nullable(), standing: z.string() }).openapi('PutFlag'),
    ),
    questions: z.array(z.string()),
    contacts: z.array(contactSchema),
    plans: z.array(planSchema),
    replies: z.array(replySchema),
    deadlines: z.array(deadlineSchema),
    /** what can be done now: answer, plan, halt, refile */
    may: z.array(z.enum(['answer', 'plan', 'halt', 'refile'])),
    /** how the case ended, once it has */
    outcome: z.string().nullable(),
    haltedOn: z.string().nullable(),
    haltNotice: z.string().nullable(),
    refiled: z.array(z.object({ id: z.string(), title: z.string(), registrationNo: z.string().nullable() })),
  })
  .openapi('PutToMaker')

/** The end of a case in the words of the statistics; a report upward is not the maker's to know. */
function outcomeTold(outcome: string | null): string | null {
  if (outcome === null || outcome === 'reportedUpward') return null
  const { id } = stateOf(filingProcedure, outcome)
  return conclusions[id] ?? null
}

const mayIn: Record<string, ('answer' | 'plan' | 'halt' | 'refile')[]> = {
  questioning: ['answer'], opinionIssued: ['answer', 'plan', 'halt', 'refile'], negotiating: ['plan', 'halt', 'refile'], suspended: ['halt', 'refile'], orderedToFix: ['halt', 'refile'], annulmentProposed: ['halt'], annulled: ['answer', 'refile'], resolved: ['refile'],
}

/** What was put to the maker of one case, what it said, and what it may do now. Nothing of the review's inside. */
export async function showPutToMaker(options: { services: Services; actor: Actor; filingId: string }): Promise<z.infer<typeof putSchema>> {
  const { services, actor } = options
  const { filing } = await makerCase(options)
  const tx = services.prisma
  const put = await putToMaker(tx, filing)
  const { id, label, sign } = stateFor(filing.state, 'maker')
  const calendar = await workCalendar(tx)
  const today = services.clock.today()
  const maker = audienceOf(actor, filing) === 'maker'
  const letters = await correspondence(tx, filing.id, true)
  // what is wrong was told when the plan was made: after its day the maker may still do what it promised
  const lapsed = filing.state === 'concern' && letters.plans.some((plan) => plan.state === 'lapsed')
  return {
    id: filing.id, revision: filing.revision, title: filing.title, documentNo: filing.documentNo, registrationNo: filing.registrationNo, receiverName: filing.receiver.name, state: { id, label, sign },
    papers: put.papers.map(({ id: paperId, label: paperLabel, title, number, issuedOn, replyDueOn }) => ({ id: paperId, label: paperLabel, title, number, issuedOn, replyDueOn })),
    // `confirmed` again means: kept for an opinion; what the reviewers intend is not told
    flags: put.flags.map((f) => ({ ...f, state: f.state === 'confirmed' || f.state === 'answered' ? 'answered' : f.state })), questions: put.questions,
    ...letters,
    deadlines: filing.clocks.filter((c) => c.state === 'running' && makerClocks.includes(c.key)).map((c) => presentDeadline(c, { today, calendar })),
    may: (mayIn[lapsed ? 'negotiating' : filing.state] ?? []).filter((act) => act !== 'refile' || maker), outcome: outcomeTold(filing.outcome),
    haltedOn: fromDateColumnOrNull(filing.haltedOn), haltNotice: filing.haltNotice, refiled: filing.supersededBy.map((s) => ({ id: s.id, title: s.title, registrationNo: s.registrationNo })),
  }
}
