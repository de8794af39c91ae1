import { amendmentKindNames, applyAmendments, orderOfText, sayAmendment, sayFollowing } from '../../law/drafting/amendments/index.ts'
import { z } from 'zod'
import { agendaDecision, agendaResults, isLawCommittee, stepOfResult } from '../../law/procedure/index.ts'
import { toChineseNumber } from '../../law/text/index.ts'
import type { LegalText } from '../../law/text/index.ts'
import { issuingOrgans } from '../paper/index.ts'
import { legalTextSchema } from '../library/index.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../platform/legal-date.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { keysOfDocument } from './article-keys.ts'

export type Sitting = { id: string; title: string; term: number | null; session: number | null; startsOn: string; endsOn: string }
/** A text as it went out. `keys`: what each article is called in the draft, in order. */
export type FixedText = { id: string; kind: string; label: string; seq: number; madeOn: string; tree: LegalText; keys: string[]; text: string }
export type SaidReason = { articleKey: string; text: string; opinion: string | null; snapshotId: string | null }
export type Spoken = { articleKey: string | null; articleLabel: string | null; speaker: string; text: string; disposition: string | null; dispositionReason: string | null; meetingId: string }
export type Voted = { kind: string; subject: string; for: number; against: number; abstain: number; notVoting: number; membersTotal: number; present: number; meetingId: string; result: string | null }
/** 修改意见 as a decision says them: 在第三条后增加一条，作为第四条：“…” */
export type AmendmentSaid = { words: string; reason: string }
export type ApprovalSaid = { provinceOrganId: string; provinceName: string; sentOn: string; receivedOn: string | null; result: string | null; decidedOn: string | null; decisionMeeting: string | null; reason: string | null; amendments: AmendmentSaid[]; /** that numbers follow the amendments; '' where none does */ following: string }

/** A project as its papers tell it: everything from the record, nothing typed. */
export type LegislationCase = {
  id: string
  title: string
  kind: string
  state: string
  house: { id: string; name: string }
  office: string
  commission: string
  lawCommittee: string
  committee: string | null
  province: { id: string; name: string } | null
  proposer: string
  proposerKind: string
  leadOrgan: string | null
  adoptedOn: string | null
  approvedOn: string | null
  promulgatedOn: string | null
  effectiveFrom: string | null
  /** of the standing committee, in order */
  readings: { number: number; sitting: Sitting }[]
  /** 政府常务会议 that passed the draft, in the words in which it was recorded */
  executiveMeeting: string | null
  /** of the committee that had the bill, in order */
  committeeSittings: Sitting[]
  /** of the law committee, in order */
  lawCommitteeSittings: Sitting[]
  adoptedAt: Sitting | null
  texts: FixedText[]
  reasons: SaidReason[]
  speeches: Spoken[]
  votes: Voted[]
  approval: ApprovalSaid | null
  consultation: { on: string; until: string | null } | null
  /** 搁置审议 of the last time: why, and the day to which it was put off; null where it never was */
  suspension: { reason: string | null; extendedUntil: string | null } | null
  research: { kind: string; title: string; text: string; source: string | null }[]
  /** organs that were given 配套规定 to make and have not yet */
  supportingRulesAskedOf: string[]
  /** 说明, 审议结果的报告 … as files or papers, by kind */
  documentsHeld: string[]
}

const amendmentsSchema = z.array(z.object({ kind: z.enum(amendmentKindNames).default('words'), articleId: z.string(), articleLabel: z.string(), before: z.string(), after: z.string(), reason: z.string(), targetId: z.string().optional(), targetLabel: z.string().optional(), heading: z.string().optional() }))
const opinionSchema = z.looseObject({ who: z.string().optional(), from: z.string().optional(), text: z.string().optional(), words: z.string().optional() })
const consultData = z.looseObject({ values: z.looseObject({ consultationTo: z.string().optional() }).optional() })
const suspensionData = z.looseObject({ values: z.looseObject({ reason: z.string().optional(), extendedUntil: z.string().optional() }) })
const executiveData = z.looseObject({ values: z.looseObject({ executiveMeeting: z.string() }) })
const correctedSchema = z.object({ for: z.number(), against: z.number(), abstain: z.number(), notVoting: z.number(), present: z.number().optional() })
const readingSteps: Readonly<Record<string, number>> = { holdFirstReading: 1, holdSecondReading: 2, holdThirdReading: 3 }

/** A reading that was put off or sent back on its day was not held; one whose result nobody has entered yet is being held. */
function wasHeld({ decides, result }: { decides: string | null; result: string | null }): boolean {
  const row = agendaDecision(decides)
  const recorded = agendaResults.find((one) => one === result)
  return row === null || recorded === undefined || stepOfResult(row, recorded) !== null
}

/** What the papers of a project tell. Throws `not-found`. */
export async function legislationCase(tx: Transaction, projectId: string): Promise<LegislationCase> {
  const project = await tx.project.findUnique({
    where: { id: projectId },
    include: {
      agendaItems: { where: { withdrawnReason: null }, include: { meeting: true }, orderBy: { meeting: { startsOn: 'asc' } } },
      draft: { include: { snapshots: { orderBy: { seq: 'asc' } }, reasons: { orderBy: { at: 'asc' } } } },
      approvals: { orderBy: { id: 'desc' }, take: 1 },
      events: { where: { transition: { in: ['consult', 'passGovExecutive', 'shelve', 'extendShelving'] } }, orderBy: { id: 'desc' } },
      findings: { where: { replacedById: null, removedOn: null }, orderBy: { recordedAt: 'asc' } },
      papers: { where: { state: 'issued' }, select: { kind: true } },
      documents: { where: { replacedById: null, notApplicableReason: null }, select: { kind: true } },
      tasks: { where: { kind: 'supportingRule', state: { in: ['given', 'accepted'] }, assigneeOrganId: { not: null } }, select: { assigneeOrganId: true }, orderBy: { id: 'asc' } },
    },
  })
  if (project === null) throw problem('not-found')
  const organs = await issuingOrgans(tx, project.organId)
  const house = await tx.organ.findUniqueOrThrow({ where: { id: project.organId }, select: { regionCode: true } })
  const committees = await tx.organ.findMany({ where: { regionCode: house.regionCode, kind: 'specialCommittee', active: true }, select: { kind: true, name: true } })
  const [votes, speeches, province] = await Promise.all([
    tx.vote.findMany({ where: { projectId, state: { in: ['closed', 'announced'] } }, include: { corrections: { orderBy: { id: 'desc' }, take: 1 } }, orderBy: { id: 'asc' } }),
    tx.speech.findMany({ where: { projectId, replacedById: null }, orderBy: [{ recordedAt: 'asc' }, { order: 'asc' }] }),
    project.approvals[0] === undefined ? null : tx.organ.findUnique({ where: { id: project.approvals[0].provinceOrganId }, select: { id: true, name: true } }),
  ])
  const asked = await tx.organ.findMany({ where: { id: { in: project.tasks.flatMap((t) => (t.assigneeOrganId === null ? [] : [t.assigneeOrganId])) } }, orderBy: { id: 'asc' }, select: { name: true } })
  const sittingOf = (m: (typeof project.agendaItems)[number]['meeting']): Sitting => ({ id: m.id, title: m.title, term: m.term, session: m.session, startsOn: fromDateColumn(m.startsOn), endsOn: fromDateColumn(m.endsOn) })
  const held = project.agendaItems.filter((i) => ['inSession', 'closed'].includes(i.meeting.state))
  const whole = votes.findLast((v) => v.kind === 'whole' && v.result === 'passed')
  const adopting = held.find((i) => i.meetingId === whole?.meetingId) ?? null
  const approval = project.approvals[0]
  const consult = project.events.find((e) => e.transition === 'consult')
  // newest first: what was put off before the last suspension says nothing of it
  const shelvedAt = project.events.findIndex((e) => e.transition === 'shelve')
  const suspended = project.events.slice(0, shelvedAt + 1).map((e) => suspensionData.safeParse(e.data).data?.values ?? {})
  const executive = project.events.find((e) => e.transition === 'passGovExecutive')
  return {
    id: project.id, title: project.title, kind: project.kind, state: project.state, house: { id: organs.committee.id, name: organs.committee.name },
    office: organs.office ?? organs.committee.name, commission: organs.commission?.name ?? organs.committee.name, lawCommittee: committees.find(isLawCommittee)?.name ?? '法制委员会', committee: project.committee,
    province: province ?? organs.superior, proposer: project.proposer, proposerKind: project.proposerKind, leadOrgan: project.leadOrgan,
    adoptedOn: fromDateColumnOrNull(project.adoptedOn), approvedOn: fromDateColumnOrNull(project.approvedOn), promulgatedOn: fromDateColumnOrNull(project.promulgatedOn), effectiveFrom: fromDateColumnOrNull(project.effectiveFrom),
    readings: held.filter(wasHeld).flatMap((i) => { const number = readingSteps[i.decides ?? '']; return number === undefined ? [] : [{ number, sitting: sittingOf(i.meeting) }] }),
    executiveMeeting: executiveData.safeParse(executive?.data).data?.values.executiveMeeting ?? null,
    committeeSittings: held.flatMap((i) => (i.meeting.kind === 'committee' ? [sittingOf(i.meeting)] : [])),
    lawCommitteeSittings: held.flatMap((i) => (i.meeting.kind === 'lawCommittee' ? [sittingOf(i.meeting)] : [])),
    adoptedAt: adopting === null ? null : sittingOf(adopting.meeting),
    texts: (project.draft?.snapshots ?? []).map((s) => ({ id: s.id, kind: s.kind, label: s.label, seq: s.seq, madeOn: fromDateColumn(s.madeOn), tree: legalTextSchema.parse(s.tree), keys: keysOfDocument(s.doc), text: s.text })),
    reasons: (project.draft?.reasons ?? []).map((r) => ({ articleKey: r.articleKey, text: r.text, opinion: opinionWords(r.opinion), snapshotId: r.snapshotId })),
    speeches: speeches.map((s) => ({ articleKey: s.articleKey, articleLabel: s.articleLabel, speaker: s.speaker, text: s.text, disposition: s.disposition, dispositionReason: s.dispositionReason, meetingId: s.meetingId })),
    votes: votes.map((v) => {
      const said = correctedSchema.safeParse(v.corrections[0]?.after).data
      return { kind: v.kind, subject: v.subject, for: said?.for ?? v.for ?? 0, against: said?.against ?? v.against ?? 0, abstain: said?.abstain ?? v.abstain ?? 0, notVoting: said?.notVoting ?? v.notVoting ?? 0, membersTotal: v.membersTotal, present: said?.present ?? v.present, meetingId: v.meetingId, result: v.result }
    }),
    approval: approval === undefined ? null : {
      provinceOrganId: approval.provinceOrganId, provinceName: province?.name ?? '', sentOn: fromDateColumn(approval.sentOn), receivedOn: fromDateColumnOrNull(approval.receivedOn), result: approval.result, decidedOn: fromDateColumnOrNull(approval.decidedOn),
      decisionMeeting: approval.decisionMeeting, reason: approval.reason, ...amendmentsSaid(approval.amendments, project.draft?.snapshots.find((s) => s.id === approval.snapshotId)?.tree),
    },
    consultation: consult === undefined ? null : { on: fromDateColumn(consult.on), until: consultData.safeParse(consult.data).data?.values?.consultationTo ?? null },
    suspension: shelvedAt < 0 ? null : { reason: suspended.at(-1)?.reason ?? null, extendedUntil: suspended.find((values) => values.extendedUntil !== undefined)?.extendedUntil ?? null },
    research: project.findings.map((f) => ({ kind: f.kind, title: f.title, text: f.text, source: f.source })),
    supportingRulesAskedOf: asked.map((o) => o.name),
    documentsHeld: [...new Set([...project.papers.map((p) => p.kind), ...project.documents.map((d) => d.kind)])],
  }
}

/** The amendments in the order of the voted text, with the numbers that they get in it; recorded ones can always be carried out. */
function amendmentsSaid(stored: unknown, voted: unknown): Pick<ApprovalSaid, 'amendments' | 'following'> {
  const amendments = amendmentsSchema.catch([]).parse(stored)
  if (amendments.length === 0 || voted === undefined) return { amendments: [], following: '' }
  const text = legalTextSchema.parse(voted)
  const amended = applyAmendments(text, amendments)
  const said = orderOfText(text, amendments).flatMap((at) => {
    const [a, effect] = [amendments[at], amended.effects[at]]
    return a === undefined ? [] : [{ words: effect === undefined || effect === '' ? sayAmendment(a) : effect, reason: a.reason }]
  })
  return { amendments: said, following: sayFollowing(text, amended) }
}

function opinionWords(stored: unknown): string | null {
  const read = opinionSchema.safeParse(stored).data
  return read === undefined ? null : `${read.from}提出，${read.words}`
}

/** 甲市第八届人民代表大会常务委员会第四十六次会议: the name that papers and 题注 use; the meeting's own title where term or session are not recorded. */
export function sittingName(house: string, sitting: Sitting): string {
  if (sitting.term === null || sitting.session === null || !house.includes('人民代表大会常务委员会')) return sitting.title
  return `${house.replace('人民代表大会常务委员会', `第${toChineseNumber(sitting.term)}届人民代表大会常务委员会`)}第${toChineseNumber(sitting.session)}次会议`
}
