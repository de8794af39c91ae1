import { z } from '@hono/zod-openapi'
import {
  agendaDecision, agendaItemKindLabels, agendaItemKinds, type AgendaResult, agendaResultLabels, agendaResults, isLawCommittee, legislationProcedure, majorityOf, meetingKind, meetingProcedure, resultSentence, stepFields, transitionsFrom, voteKindLabels, voteKinds, voteProcedure,
  voteResultLabels, votesMissing,
} from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { shanghaiDate } from '../platform/config/clock.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { gatherProjectFacts } from '../procedure/index.ts'
import { actLabels } from './act-labels.ts'
import { textOfItem } from './draft-articles.ts'
import { isLate } from './files.ts'
import { materialsDue } from './materials.ts'
import { meetingFor, meetingSubject } from './meeting-for.ts'
import type { meetingSchema } from './meeting-schema.ts'
import { movedWords } from './moved-words.ts'
import { meetingPolicy, rolesOnMeeting } from './policy.ts'
import { countOf, outcomeOf, voteCountSchema, writtenIn } from './votes.ts'

type MeetingView = z.output<typeof meetingSchema>
type ItemRow = Prisma.AgendaItemGetPayload<{ include: { project: { select: { title: true; committeeOrganId: true } } } }>
type VoteRow = Prisma.VoteGetPayload<{ include: { corrections: true } }>

/**
 * A meeting as its page shows it. Members see what was delivered to them and results that were announced; the history and
 * figures before that are for those who keep the record. Throws `not-found`.
 */
export async function presentMeeting(options: { services: Services; actor: Actor; meetingId: string }): Promise<MeetingView> {
  const { services, actor, meetingId } = options
  const tx = services.prisma
  const meeting = await meetingFor({ tx, actor, meetingId, action: 'read' })
  const subject = meetingSubject(meeting)
  const may = { arrange: meetingPolicy.can(actor, 'arrange', subject), record: meetingPolicy.can(actor, 'record', subject), readSpeeches: meetingPolicy.can(actor, 'readSpeeches', subject) }
  const [house, committee, attendance, items, files, votes, events, papers, written, speeches, lastMove] = await Promise.all([
    tx.organ.findUniqueOrThrow({ where: { id: meeting.organId }, select: { name: true } }),
    meeting.committeeOrganId === null ? null : tx.organ.findUnique({ where: { id: meeting.committeeOrganId }, select: { name: true } }),
    tx.meetingAttendance.findMany({ where: { meetingId }, orderBy: [{ order: 'asc' }, { id: 'asc' }] }),
    tx.agendaItem.findMany({ where: { meetingId }, orderBy: { order: 'asc' }, include: { project: { select: { title: true, committeeOrganId: true } } } }),
    tx.meetingFile.findMany({ where: { meetingId, ...(may.record ? {} : { deliveredOn: { not: null } }) }, orderBy: { number: 'asc' } }),
    tx.vote.findMany({ where: { meetingId }, include: { corrections: true }, orderBy: { order: 'asc' } }),
    may.record ? tx.meetingEvent.findMany({ where: { meetingId }, orderBy: { id: 'desc' }, take: 200 }) : [],
    may.record ? tx.paper.findMany({ where: { meetingId }, orderBy: { id: 'asc' }, select: { id: true, kind: true, title: true, state: true } }) : [],
    writtenIn(tx, meetingId),
    may.readSpeeches ? tx.speech.groupBy({ by: ['agendaItemId'], where: { meetingId, replacedById: null }, _count: { _all: true } }) : [],
    tx.meetingEvent.findFirst({ where: { meetingId, act: 'move' }, orderBy: { id: 'desc' }, select: { data: true, note: true } }),
  ])
  const kind = meetingKind(meeting.kind)
  const state = meetingProcedure.states.find((s) => s.id === meeting.state)
  const membersPresent = attendance.filter((a) => a.capacity === 'member' && a.status === 'present').length
  const offered = may.arrange ? await offeredRows(tx, meeting) : { organ: [], council: [], plenary: [] }
  const rule = await materialsDue(tx, { organId: meeting.organId, startsOn: fromDateColumn(meeting.startsOn) })
  return {
    id: meeting.id, revision: meeting.revision, kind: meeting.kind, kindLabel: kind.label, organ: house.name, committee: committee?.name ?? null, term: meeting.term, session: meeting.session, title: meeting.title, state: meeting.state,
    stateLabel: state?.label ?? meeting.state, stateSign: state?.sign ?? '●', startsOn: fromDateColumn(meeting.startsOn), startsAt: meeting.startsAt, endsOn: fromDateColumn(meeting.endsOn), place: meeting.place, presiding: meeting.presiding,
    membersTotal: meeting.membersTotal, majority: majorityOf(meeting.membersTotal), membersPresent, quorumBasis: kind.quorumBasis,
    materials: { dueOn: fromDateColumnOrNull(meeting.materialsDueOn), label: rule.label, basis: rule.basis, confirmed: rule.confirmed }, cancelReason: meeting.cancelReason, moved: lastMove === null ? null : movedWords(lastMove.data, lastMove.note), openedAt: meeting.openedAt?.toISOString() ?? null, closedAt: meeting.closedAt?.toISOString() ?? null,
    attendance: attendance.map((a) => ({ id: a.id, name: a.name, title: a.title, capacity: a.capacity, group: a.group, status: a.status, note: may.record ? a.note : null, hasAccount: a.personId !== null })),
    agenda: await Promise.all(items.map((item) => presentItem({ services, item, meeting, offered, membersPresent, speeches: speeches.find((s) => s.agendaItemId === item.id)?._count._all ?? 0, inner: may.record }))),
    files: files.map((file) => ({
      id: file.id, number: file.number, title: file.title, agendaItemId: file.agendaItemId, source: file.snapshotId !== null ? ('text' as const) : file.paperId !== null ? ('paper' as const) : ('file' as const), paperId: file.paperId,
      deliveredOn: fromDateColumnOrNull(file.deliveredOn), late: isLate(file, meeting), replacedBy: files.find((f) => f.id === file.replacedById)?.number ?? null, addedBy: file.addedByName,
    })),
    votes: votes.map((vote) => presentVote({ vote, told: may.record || vote.state === 'announced', inner: may.record, written })),
    papers: papers.map((p) => ({ id: p.id, kind: p.kind, title: p.title, state: p.state, issued: p.state === 'issued' })),
    history: events.map((event) => ({ id: event.id, on: fromDateColumn(event.on), by: event.actorName, act: event.act, actLabel: actLabels[event.act] ?? event.act, note: (event.act === 'move' ? movedWords(event.data, event.note) : null) ?? event.note, ...toldOf(event.data) })),
    may,
    steps: may.arrange && state !== undefined ? transitionsFrom(meetingProcedure, state.id, { roles: rolesOnMeeting(actor, meeting) }).map((t) => ({ key: t.key, label: t.label, dangerous: t.dangerous === true })) : [],
    texts: may.arrange ? await textsOnAgenda(tx, items) : [],
    issuedPapers: may.arrange ? await issuedPapers(tx, meetingId, items) : [],
  }
}

const toldSchema = z.object({ personIds: z.array(z.string()), withoutAccount: z.array(z.string()) })
const toldOf = (data: unknown): { told: number | null; withoutAccount: string[] } => {
  const told = toldSchema.safeParse(data)
  return told.success ? { told: told.data.personIds.length, withoutAccount: told.data.withoutAccount } : { told: null, withoutAccount: [] }
}

type Offered = Record<'organ' | 'council' | 'plenary', { value: string; label: string }[]>

/** What the fields of a step can name: committees of the house but the law committee, which has its own review; meetings of 主任会议 held so far, and of the standing committee that are to come. */
async function offeredRows(tx: Transaction, meeting: { organId: string; startsOn: Date }): Promise<Offered> {
  const house = await tx.organ.findUniqueOrThrow({ where: { id: meeting.organId }, select: { regionCode: true } })
  const committees = await tx.organ.findMany({ where: { regionCode: house.regionCode, kind: { in: ['specialCommittee', 'workingCommittee'] }, active: true }, orderBy: { name: 'asc' }, select: { id: true, name: true, kind: true } })
  const select = { title: true, startsOn: true } as const
  const [councils, sessions] = await Promise.all([
    tx.meeting.findMany({ where: { organId: meeting.organId, kind: 'council', state: { in: ['inSession', 'closed'] } }, orderBy: [{ startsOn: 'desc' }, { id: 'desc' }], take: 20, select }),
    tx.meeting.findMany({ where: { organId: meeting.organId, kind: 'standingCommittee', state: { not: 'cancelled' }, startsOn: { gte: meeting.startsOn } }, orderBy: { startsOn: 'asc' }, take: 20, select }),
  ])
  const named = (rows: readonly { title: string; startsOn: Date }[]) => rows.map((row) => `${row.title}（${fromDateColumn(row.startsOn)}）`).map((value) => ({ value, label: value }))
  return { organ: committees.filter((c) => !isLawCommittee(c)).map((c) => ({ value: c.id, label: c.name })), council: named(councils), plenary: named(sessions) }
}

async function textsOnAgenda(tx: Transaction, items: readonly ItemRow[]) {
  const projectIds = items.flatMap((item) => (item.projectId === null ? [] : [item.projectId]))
  const rows = await tx.draftSnapshot.findMany({ where: { draft: { projectId: { in: projectIds } } }, orderBy: [{ draftId: 'asc' }, { seq: 'desc' }], take: 60, select: { id: true, label: true, draft: { select: { project: { select: { title: true } } } } } })
  return rows.map((row) => ({ snapshotId: row.id, label: row.label, projectTitle: row.draft.project.title }))
}

async function issuedPapers(tx: Transaction, meetingId: string, items: readonly ItemRow[]) {
  const projectIds = items.flatMap((item) => (item.projectId === null ? [] : [item.projectId]))
  const numbered = await tx.meetingFile.findMany({ where: { meetingId, paperId: { not: null } }, select: { paperId: true } })
  const rows = await tx.paper.findMany({
    where: { state: 'issued', OR: [{ meetingId }, { projectId: { in: projectIds } }], id: { notIn: numbered.flatMap((f) => f.paperId ?? []) } }, orderBy: { id: 'desc' }, take: 60, select: { id: true, title: true },
  })
  return rows.map((row) => ({ paperId: row.id, title: row.title }))
}

/** What came of a text that was voted, in the words of the vote. */
const votedLabels: Readonly<Partial<Record<AgendaResult, string>>> = { agreed: voteResultLabels.passed, refused: voteResultLabels.notPassed }

async function presentItem(options: { services: Services; item: ItemRow; meeting: { kind: string; membersTotal: number }; offered: Offered; membersPresent: number; speeches: number; inner: boolean }) {
  const { services, item, meeting, offered, membersPresent, speeches, inner } = options
  const tx = services.prisma
  const row = agendaDecision(item.decides)
  const step = row === null || !inner ? undefined : legislationProcedure.transitions.find((t) => t.key === row.step)
  const text = await textOfItem(tx, item)
  const result = agendaResults.find((r) => r === item.result)
  return {
    id: item.id, order: item.order, title: item.title, kind: item.kind, kindLabel: agendaItemKindLabels[agendaItemKinds.find((k) => k === item.kind) ?? 'other'], projectId: item.projectId, projectTitle: item.project?.title ?? null,
    decides: item.decides, decidesLabel: row?.label ?? null, byVote: row?.byVote ?? false, basis: row?.basis ?? null,
    fields: step === undefined ? [] : stepFields(step).filter((f) => f.name !== 'councilMeeting' || meeting.kind !== 'council').map((f) => ({ name: f.name, label: f.label, kind: f.kind, required: f.required, hint: f.hint, choices: f.kind === 'organ' ? offered.organ : f.kind === 'meeting' ? offered[f.meetingKind === 'council' ? 'council' : 'plenary'] : f.choices.map((c) => ({ value: c.value, label: c.label })), value: f.kind === 'organ' ? (item.project?.committeeOrganId ?? null) : null })),
    result: item.result, resultLabel: result === undefined ? null : row?.byVote === true ? (votedLabels[result] ?? agendaResultLabels[result]) : agendaResultLabels[result], decision: item.decision, withdrawnReason: item.withdrawnReason, textLabel: text?.label ?? null, speeches,
    checks: row?.byVote === true && item.projectId !== null && inner ? await votingChecks({ services, projectId: item.projectId, membersPresent, membersTotal: meeting.membersTotal }) : [],
  }
}

const readingsWord = ['没有审议', '一次审议', '两次审议', '三次审议']

/** What has to be there before a text is voted, each with its day: 统一审议, 主任会议, 审次, 单独表决, 法定人数. */
async function votingChecks(options: { services: Services; projectId: string; membersPresent: number; membersTotal: number }): Promise<{ ok: boolean; words: string }[]> {
  const { services, projectId, membersPresent, membersTotal } = options
  const tx = services.prisma
  const [facts, events] = await Promise.all([
    gatherProjectFacts({ tx, projectId, today: services.clock.today(), key: 'openVote' }),
    tx.caseEvent.findMany({ where: { projectId, transition: { in: ['unifiedReview', 'prepareVote'] } }, orderBy: { id: 'desc' }, select: { transition: true, on: true } }),
  ])
  const day = (transition: string): string => {
    const found = events.find((e) => e.transition === transition)
    return found === undefined ? '' : ` ${fromDateColumn(found.on).slice(5)} `
  }
  const ready = events.some((e) => e.transition === 'prepareVote')
  const held = facts.readingsHeld
  return [
    { ok: facts.unifiedReviews.all > 0, words: facts.unifiedReviews.all > 0 ? `法制委员会${day('unifiedReview')}统一审议` : '法制委员会还没有统一审议' },
    { ok: ready, words: ready ? `主任会议${day('prepareVote')}决定付表决` : '主任会议还没有决定付表决' },
    { ok: facts.readingTrack !== null && held >= facts.readingTrack, words: facts.readingTrack !== null && held < facts.readingTrack ? `应审议${facts.readingTrack}次，已审议${held}次` : (readingsWord[held] ?? `${held}次审议`) },
    ...(facts.vote.clausesOpen > 0 ? [{ ok: false, words: '单独表决的条款还没有表决' }] : []),
    { ok: membersPresent >= majorityOf(membersTotal), words: '法定人数' },
  ]
}

function presentVote(options: { vote: VoteRow; told: boolean; inner: boolean; written: readonly string[] }) {
  const { vote, told, inner, written } = options
  const count = told ? countOf(vote) : null
  const result = told ? outcomeOf(vote) : null
  const adopted = vote.kind === 'amendment' && result === 'passed'
  return {
    id: vote.id, agendaItemId: vote.agendaItemId, order: vote.order, kind: vote.kind, kindLabel: voteKindLabels[voteKinds.find((k) => k === vote.kind) ?? 'decision'], subject: vote.subject, text: vote.text, articleLabel: vote.articleLabel,
    proposers: vote.proposers, membersTotal: vote.membersTotal, present: vote.present, majority: majorityOf(vote.membersTotal), state: vote.state, stateLabel: voteProcedure.states.find((s) => s.id === vote.state)?.label ?? vote.state,
    count, result, resultLabel: result === null ? null : voteResultLabels[result], sentence: count === null ? null : resultSentence({ count, present: count.present, membersTotal: vote.membersTotal }),
    missing: count === null ? null : votesMissing(count, vote.membersTotal), closedAt: vote.closedAt?.toISOString() ?? null, closedBy: inner ? vote.closedByName : null, announcedBy: vote.announcedBy, writtenIn: adopted ? written.includes(vote.id) : null,
    corrections: told ? vote.corrections.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((c) => ({ before: voteCountSchema.parse(c.before), after: voteCountSchema.parse(c.after), reason: c.reason, approvedBy: c.approvedBy, correctedBy: c.correctedByName, correctedOn: shanghaiDate(c.correctedAt) })) : [],
  }
}
