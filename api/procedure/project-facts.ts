import { z } from 'zod'
import { documentOfSnapshot, documentsMissing, emptyProjectFacts, inThisRound, type ProjectFacts, readingTracks, type SingleReadingGround, singleReadingGrounds } from '../../law/procedure/index.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { papersOfItsMeetings } from './meeting-papers.ts'
import { readingSteps } from './readings-held.ts'

/** What an event of a project keeps of the step's form. */
const eventData = z.object({ values: z.record(z.string(), z.string()).default({}) })
type Event = { id: string; transition: string; toState: string | null; on: Date; data: unknown }

const valueOf = (event: Event | undefined, field: string): string | null => (event === undefined ? null : (eventData.safeParse(event.data).data?.values[field] ?? null))

const proposerKinds = ['government', 'committee', 'council', 'members'] as const
const projectKinds = ['making', 'amending', 'revising', 'repealing', 'package'] as const
const isGround = (value: string | null): value is SingleReadingGround => value !== null && Object.hasOwn(singleReadingGrounds, value)

/** Events since the last one that `begins`, that one included; all where there is none. */
const since = (events: readonly Event[], begins: (event: Event) => boolean): Event[] => events.slice(Math.max(0, events.findLastIndex(begins)))

/** What the guards of the legislative procedure read, gathered from the rows as they are in this transaction. */
export async function gatherProjectFacts(options: { tx: Transaction; projectId: string; today: string; key: string; values?: Readonly<Record<string, string>> }): Promise<ProjectFacts> {
  const { tx, projectId, today, key } = options
  const project = await tx.project.findUniqueOrThrow({
    where: { id: projectId },
    include: {
      documents: { where: { replacedById: null }, select: { id: true, kind: true, notApplicableReason: true } },
      papers: { where: { state: 'issued' }, select: { id: true, kind: true } },
      draft: { select: { snapshots: { select: { id: true, kind: true } } } },
      planItems: { where: { endedById: null, plan: { state: { in: ['adopted', 'published'] } } }, select: { plan: { select: { partyConsultedOn: true } } } },
      clocks: { where: { key: 'legislation.shelving' }, orderBy: { id: 'desc' }, take: 1, select: { dueOn: true } },
      events: { orderBy: { id: 'asc' }, select: { id: true, transition: true, toState: true, on: true, data: true } },
      approvals: { orderBy: { id: 'desc' }, take: 1, select: { amendments: true } },
    },
  })
  const { events } = project
  const ofMeetings = await tx.paper.findMany({ where: { AND: [papersOfItsMeetings(projectId), { state: 'issued' }] }, select: { id: true, kind: true } })
  const bill = since(events, (e) => e.toState === 'submitted')
  const had = (transition: string): boolean => bill.some((e) => e.transition === transition)
  const consulted = bill.findLast((e) => e.transition === 'consult')
  const consultedTo = valueOf(consulted, 'consultationTo')
  const lastReading = bill.findLastIndex((e) => readingSteps.includes(e.transition))
  const reviews = bill.flatMap((e, at) => (e.toState === 'unifiedReview' ? [at] : []))
  const executive = events.findLast((e) => ['passGovExecutive', 'returnToDrafting', 'redraftAfterRefusal'].includes(e.transition))
  const shelvedUntil = project.state === 'extended' ? valueOf(events.findLast((e) => e.transition === 'extendShelving'), 'extendedUntil') : fromDateColumnOrNull(project.clocks[0]?.dueOn ?? null)
  const track = readingTracks.find((t) => t === project.readingTrack) ?? null
  const partyOn = (matter: string, among: readonly Event[]): boolean => among.some((e) => e.transition === 'partyConsult' && valueOf(e, 'partyMatter') === matter)
  const meeting = await meetingOf(tx, projectId)
  const voteRound = events.findLast((e) => e.toState === 'submitted' || e.transition === 'reworkAfterApproval')
  const givenToVote = events.findLast((e) => e.transition === 'prepareVote')?.id ?? null
  const clauseSince = givenToVote !== null && events.some((e) => e.transition === 'voteClause' && e.id > givenToVote) ? givenToVote : null

  const facts: ProjectFacts = {
    ...emptyProjectFacts,
    fields: Object.entries(options.values ?? {}).flatMap(([field, value]) => (value.trim() === '' ? [] : [field])),
    issuedPapers: project.papers.map((p) => p.kind),
    proposerKind: z.enum(proposerKinds).parse(project.proposerKind),
    projectKind: z.enum(projectKinds).parse(project.kind),
    source: project.source,
    ...documentsOf({ ...project, papers: [...project.papers, ...ofMeetings] }, events),
    surveyed: events.some((e) => e.transition === 'startSurvey'),
    referred: had('referToCommittee'),
    evaluated: had('evaluateBeforeVote'),
    inAdoptedPlan: project.planItems.length > 0,
    partyGate: project.partyGate,
    partyConsulted: { list: partyOn('list', events) || project.planItems.some((i) => i.plan.partyConsultedOn !== null), vote: partyOn('vote', bill) },
    passedExecutive: executive?.transition === 'passGovExecutive',
    onAgenda: had('placeOnAgenda'),
    readingTrack: track,
    singleReadingGround: isGround(project.singleReadingGround) ? project.singleReadingGround : null,
    readingsHeld: bill.filter((e) => readingSteps.includes(e.transition)).length,
    unifiedReviews: { all: reviews.length, sinceReading: reviews.filter((at) => at > lastReading).length },
    consultation: { held: consulted !== undefined, running: project.state === 'consultation' && consultedTo !== null && consultedTo >= today },
    meeting: { found: meeting !== null, present: meeting?.present ?? 0, membersTotal: meeting?.membersTotal ?? 0 },
    vote: await voteOf(tx, { projectId, meetingId: meeting?.id ?? null, after: voteRound?.id ?? null, clauseSince }),
    shelvedTwoYears: shelvedUntil !== null && shelvedUntil <= today,
    province: { onAgenda: false, amendments: countOf(project.approvals[0]?.amendments) },
    effectiveDayReached: project.effectiveFrom !== null && fromDateColumn(project.effectiveFrom) <= today,
    ...recordedNow(key, options.values ?? {}, today),
  }
  return { ...facts, missing: documentsMissing(key, facts) }
}

type Held = { id: string; kind: string }

/** What counts in the round that runs, and what is there from an earlier one alone (law/procedure/legislation-rounds.ts). */
function documentsOf(
  project: { documents: readonly (Held & { notApplicableReason: string | null })[]; papers: readonly Held[]; draft: { snapshots: readonly Held[] } | null }, events: readonly Event[],
): Pick<ProjectFacts, 'documents' | 'excused' | 'earlier'> {
  const texts = (project.draft?.snapshots ?? []).flatMap(({ id, kind }) => {
    const counted = documentOfSnapshot[kind]
    return counted === undefined ? [] : [{ id, kind: counted }]
  })
  const there = [...project.documents.filter((d) => d.notApplicableReason === null), ...project.papers, ...texts]
  const reasons = project.documents.filter((d) => d.notApplicableReason !== null)
  const kindsOf = (rows: readonly Held[]): string[] => [...new Set(rows.filter((row) => inThisRound(row, events)).map((row) => row.kind))]
  const [documents, excused] = [kindsOf(there), kindsOf(reasons)]
  return { documents, excused, earlier: [...new Set([...there, ...reasons].map((row) => row.kind))].filter((kind) => !documents.includes(kind) && !excused.includes(kind)) }
}

/** A decision on the readings, or on how long the deliberation is put off, is judged by what it says, not by what was said before. */
function recordedNow(key: string, values: Readonly<Record<string, string>>, today: string): Partial<ProjectFacts> {
  if (key === 'extendShelving') return { extensionAhead: (values['extendedUntil'] ?? '') > today }
  if (key !== 'decideTrack') return {}
  const ground = values['singleReadingGround'] ?? null
  return { readingTrack: readingTracks.find((t) => String(t) === values['readingTrack']) ?? null, singleReadingGround: isGround(ground) ? ground : null }
}

const countOf = (amendments: unknown): number => (Array.isArray(amendments) ? amendments.length : 0)

type MeetingFact = { id: string; present: number; membersTotal: number }

/** The standing committee's latest meeting that has begun and has the project on its agenda. */
async function meetingOf(tx: Transaction, projectId: string): Promise<MeetingFact | null> {
  const item = await tx.agendaItem.findFirst({
    where: { projectId, withdrawnReason: null, meeting: { kind: 'standingCommittee', state: { in: ['inSession', 'closed'] } } }, orderBy: [{ meeting: { startsOn: 'desc' } }, { id: 'desc' }],
    select: { meeting: { select: { id: true, membersTotal: true, _count: { select: { attendance: { where: { capacity: 'member', status: 'present' } } } } } } },
  })
  return item === null ? null : { id: item.meeting.id, membersTotal: item.meeting.membersTotal, present: item.meeting._count.attendance }
}

const correctedSchema = z.object({ present: z.number(), for: z.number() })
const CLOSED = ['closed', 'announced']

type Voting = { projectId: string; meetingId: string | null; /** when the bill came that is voted on */ after: string | null; /** when it was given to the vote, where 主任会议 then decided to have a clause voted by itself */ clauseSince: string | null }

/** The vote on the whole text, with the figures of its newest correction, and what has to be voted before it. */
async function voteOf(tx: Transaction, { projectId, meetingId, after, clauseSince }: Voting): Promise<ProjectFacts['vote']> {
  if (meetingId === null) return emptyProjectFacts.vote
  // a vote on the bill before it was returned says nothing of the one that came in its place
  const votes = await tx.vote.findMany({ where: { projectId, meetingId, state: { not: 'dropped' }, ...(after === null ? {} : { id: { gt: after } }) }, orderBy: { id: 'asc' }, include: { corrections: { orderBy: { id: 'desc' }, take: 1 } } })
  // a clause that nobody put to its vote is open as well; one that was dropped was so with its reason
  const unasked = clauseSince !== null && (await tx.vote.count({ where: { projectId, kind: 'clause', id: { gt: clauseSince } } })) === 0 ? 1 : 0
  const open = (kind: string): number => votes.filter((v) => v.kind === kind && !CLOSED.includes(v.state)).length
  const whole = votes.findLast((v) => v.kind === 'whole')
  const corrected = correctedSchema.safeParse(whole?.corrections[0]?.after).data
  return {
    closed: whole !== undefined && CLOSED.includes(whole.state), for: corrected?.for ?? whole?.for ?? 0, present: corrected?.present ?? whole?.present ?? 0, membersTotal: whole?.membersTotal ?? 0,
    amendmentsOpen: open('amendment'), clausesOpen: open('clause') + unasked,
  }
}
