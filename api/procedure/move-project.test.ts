import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { legislationProcedure } from '../../law/procedure/index.ts'
import { loadActor } from '../identity/index.ts'
import { verifyAudit } from '../platform/audit/verify-audit.ts'
import { newId } from '../platform/ids.ts'
import { fromDateColumn, toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { Problem } from '../platform/problem/problems.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { organId, personId } from '../testing/test-organs.ts'
import { createTestDraft } from '../testing/test-draft.ts'
import { DRAFT_CHANNEL, moveProject, type ProjectStep } from './index.ts'
import { giveDocuments, giveKinds, plenaryRow, projectRow } from '../testing/project-row.ts'

const TODAY = '2026-03-12'
let t: TestApp
beforeAll(async () => {
  t = await createTestApp({ today: TODAY })
})
afterAll(() => t.close())

async function actor(username: string): Promise<Actor> {
  const found = await loadActor({ prisma: t.services.prisma, personId: personId(username), today: TODAY })
  if (found === null) throw new Error(username)
  return found
}
type Given = { projectId: string; as: string; key: string; values?: Record<string, string> } & Partial<Pick<ProjectStep, 'on' | 'revision' | 'facts'>>

async function step({ as, revision = null, ...given }: Given) {
  const who = await actor(as)
  return inTransaction(t.services, (work) => moveProject({ services: t.services, work, actor: who, revision, ...given }))
}
const refused = async (given: Given): Promise<Problem> => {
  const answer = await step(given).catch((error: unknown) => error)
  if (answer instanceof Problem) return answer
  throw answer instanceof Error ? answer : new Error(`${given.key} was allowed`)
}
/** Values for every field that the step requires. */
const filled = (key: string): Record<string, string> =>
  Object.fromEntries((legislationProcedure.transitions.find((r) => r.key === key)?.requires ?? []).map((name) => [name, /On$|To$|Until$/u.test(name) ? '2026-05-01' : name === 'readingTrack' ? '2' : '第五次主任会议']))
const prisma = () => t.services.prisma
const row = (projectId: string) => prisma().project.findUniqueOrThrow({ where: { id: projectId }, include: { events: { orderBy: { id: 'asc' } }, clocks: { orderBy: { id: 'asc' } } } })

async function adoptedPlan(projectId: string): Promise<void> {
  const year = 2026 + (await prisma().legislationPlan.count())
  await prisma().legislationPlan.create({
    data: {
      id: newId(), organId: organId('cityCommittee'), kind: 'annual', year, title: '年度立法计划', state: 'adopted', createdBy: personId('legislation'), createdByName: '法规甲',
      items: { create: { id: newId(), order: 1, title: '养犬管理条例', class: 'deliberation', proposer: '市人民政府', draftingOrgan: '城市管理局', projectId } },
    },
  })
}

/** One step with everything it asks for. */
async function take(projectId: string, key: string, as: string, values: Record<string, string> = {}): Promise<string> {
  await giveDocuments(prisma(), { projectId, key })
  return (await step({ projectId, key, as, values: { ...filled(key), ...values } })).to
}

async function closeVote(options: { meetingId: string; itemId: string; projectId: string; for: number; members: number; present: number }): Promise<void> {
  await prisma().vote.create({
    data: {
      id: newId(), meetingId: options.meetingId, agendaItemId: options.itemId, projectId: options.projectId, order: 1, kind: 'whole', subject: '表决', membersTotal: options.members, present: options.present, for: options.for, against: 0, abstain: options.present - options.for, notVoting: 0,
      state: 'closed', result: options.for * 2 > options.members ? 'passed' : 'notPassed', closedAt: new Date('2026-03-12T08:00:00Z'), closedBy: personId('meeting-clerk'),
    },
  })
}

/** From the call for projects to a bill on the agenda. */
async function tabled(): Promise<string> {
  const projectId = await projectRow(prisma())
  await adoptedPlan(projectId)
  expect(await take(projectId, 'appraise', 'legislation')).toBe('projectAppraised')
  await take(projectId, 'partyConsult', 'legislation', { partyMatter: 'list' })
  expect(await take(projectId, 'list', 'leader')).toBe('planned')
  expect(await take(projectId, 'startDrafting', 'drafter')).toBe('drafting')
  expect(await take(projectId, 'sendForGovReview', 'drafter')).toBe('govReview')
  expect(await take(projectId, 'passGovExecutive', 'proposer')).toBe('govExecutive')
  expect(await take(projectId, 'submitBill', 'proposer')).toBe('submitted')
  expect(await take(projectId, 'placeOnAgenda', 'meeting-clerk')).toBe('onAgenda')
  return projectId
}

describe('a project moves', () => {
  test('through two readings, the vote, the approval and the publication, with its clocks, events and audit entries', async () => {
    const projectId = await tabled()
    expect((await refused({ projectId, key: 'holdFirstReading', as: 'meeting-clerk' })).extra).toMatchObject({ rule: 'trackDecided' })
    await take(projectId, 'decideTrack', 'leader', { readingTrack: '2', councilMeeting: '第五十一次主任会议' })
    await giveDocuments(prisma(), { projectId, key: 'holdFirstReading' })
    expect((await refused({ projectId, key: 'holdFirstReading', as: 'meeting-clerk' })).extra).toMatchObject({ rule: 'inMeeting' })
    const { meetingId, itemId } = await plenaryRow(prisma(), { projectId, present: 30, members: 41 })
    expect(await take(projectId, 'holdFirstReading', 'meeting-clerk')).toBe('firstReading')
    expect(await take(projectId, 'consult', 'legislation', { consultationTo: '2026-04-12' })).toBe('consultation')
    expect(fromDateColumn((await row(projectId)).dueOn ?? new Date(0))).toBe('2026-04-12')
    expect((await refused({ projectId, key: 'unifiedReview', as: 'legislation' })).extra).toMatchObject({ rule: 'consultationOver' })
    expect(await take(projectId, 'unifiedReview', 'legislation', { earlyReason: '意见已经集中' })).toBe('unifiedReview')
    expect((await refused({ projectId, key: 'prepareVote', as: 'leader', values: filled('prepareVote') })).extra).toMatchObject({ rule: 'readingsHeld' })
    expect(await take(projectId, 'holdSecondReading', 'meeting-clerk')).toBe('secondReading')
    expect(await take(projectId, 'prepareVote', 'leader')).toBe('voteReady')
    expect((await refused({ projectId, key: 'openVote', as: 'meeting-clerk' })).extra).toMatchObject({ rule: 'partyConsultedOnVote' })
    await take(projectId, 'partyConsult', 'legislation', { partyMatter: 'vote' })
    expect(await take(projectId, 'openVote', 'meeting-clerk')).toBe('voting')
    expect((await refused({ projectId, key: 'adopt', as: 'meeting-clerk' })).extra).toMatchObject({ rule: 'voteClosed' })
    await closeVote({ meetingId, itemId, projectId, for: 21, members: 41, present: 30 })
    expect(await take(projectId, 'adopt', 'meeting-clerk')).toBe('adopted')
    expect((await refused({ projectId, key: 'promulgate', as: 'issuer', values: filled('promulgate') })).extra).toMatchObject({ rule: 'wrongState', basis: expect.stringContaining('第八十一条') })
    expect(await take(projectId, 'submitForApproval', 'issuer')).toBe('submittedForApproval')
    expect((await refused({ projectId, key: 'receiveForApproval', as: 'province' })).code).toBe('forbidden')
    await prisma().approvalRequest.create({
      data: { id: newId(), projectId, provinceOrganId: organId('provinceCommittee'), snapshotId: newId(), sentOn: toDateColumn(TODAY), amendments: [{ articleKey: 'a' }], createdBy: personId('issuer'), createdByName: '签发甲' },
    })
    expect(await take(projectId, 'receiveForApproval', 'province')).toBe('provincialReview')
    expect((await row(projectId)).clocks.map((c) => [c.key, c.state])).toEqual([['legislation.consultation', 'met'], ['legislation.approval', 'running']])
    expect(fromDateColumn((await row(projectId)).dueOn ?? new Date(0))).toBe('2026-07-13')
    expect(await take(projectId, 'approveWithChange', 'province', { decisionOn: '2026-03-12' })).toBe('approvedWithChange')
    expect(await take(projectId, 'promulgate', 'issuer', { effectiveOn: '2026-05-01', gazetteIssue: '2026年第2号' })).toBe('promulgated')
    expect((await refused({ projectId, key: 'takeEffect', as: 'legislation' })).extra).toMatchObject({ rule: 'effectiveDayReached' })
    expect(await take(projectId, 'handOver', 'legislation')).toBe('promulgated')
    expect(await take(projectId, 'fileUp', 'province')).toBe('promulgated')
    const done = await row(projectId)
    expect(done.clocks.map((c) => [c.key, c.state])).toEqual([['legislation.consultation', 'met'], ['legislation.approval', 'met'], ['legislation.handOver', 'met'], ['legislation.nationalFiling', 'met']])
    expect(done).toMatchObject({ readingTrack: 2, trackDecidedBy: '第五十一次主任会议', dueOn: null })
    expect([done.adoptedOn, done.approvedOn, done.promulgatedOn, done.effectiveFrom].map((d) => (d === null ? null : fromDateColumn(d)))).toEqual(['2026-03-12', '2026-03-12', '2026-03-12', '2026-05-01'])
    // every step left its event, one after the other
    expect(done.revision).toBe(done.events.length + 1)
    for (const [at, event] of done.events.entries()) expect(event.fromState).toBe(at === 0 ? 'proposalCollected' : done.events[at - 1]?.toState)
    expect(await prisma().auditEntry.count({ where: { entity: 'Project', entityId: projectId } })).toBe(done.events.length)
    expect(await verifyAudit({ prisma: prisma(), auditKey: t.services.settings.auditKey })).toMatchObject({ ok: true })
  })

  test('keeps what was adopted as it was voted', async () => {
    const projectId = await projectRow(prisma(), { state: 'voting', readingTrack: 1, singleReadingGround: 'urgent' })
    const draftId = newId()
    await prisma().draft.create({
      data: {
        id: draftId, projectId, doc: {}, createdBy: personId('legislation'),
        snapshots: { create: { id: newId(), seq: 1, kind: 'voting', label: '表决稿', version: 7, doc: { a: 1 }, tree: { b: 2 }, text: '第一条　为了规范养犬行为，制定本条例。', textDigest: 'digest', madeOn: toDateColumn(TODAY), madeBy: personId('legislation'), madeByName: '法规甲' } },
      },
    })
    const { meetingId, itemId } = await plenaryRow(prisma(), { projectId, present: 21, members: 40 })
    await closeVote({ meetingId, itemId, projectId, for: 21, members: 40, present: 21 })
    await step({ projectId, key: 'adopt', as: 'meeting-clerk' })
    const [voted, adopted] = await prisma().draftSnapshot.findMany({ where: { draftId }, orderBy: { seq: 'asc' } })
    expect(adopted).toMatchObject({ seq: 2, kind: 'adopted', basedOnId: voted?.id, text: voted?.text, textDigest: 'digest', doc: { a: 1 }, tree: { b: 2 }, version: 7 })
  })

  test('not without a majority of all members, whatever those present think', async () => {
    const projectId = await projectRow(prisma(), { state: 'voting', readingTrack: 1, singleReadingGround: 'urgent' })
    await giveKinds(prisma(), { projectId, kinds: ['votingText'] })
    const { meetingId, itemId } = await plenaryRow(prisma(), { projectId, present: 24, members: 40 })
    await closeVote({ meetingId, itemId, projectId, for: 20, members: 40, present: 24 })
    expect(await refused({ projectId, key: 'adopt', as: 'meeting-clerk' })).toMatchObject({ code: 'step-refused', extra: { rule: 'majorityOfAll' } })
    // a correction of the recorded figures counts, not the figures that were closed
    const vote = await prisma().vote.findFirstOrThrow({ where: { projectId } })
    await prisma().voteCorrection.create({ data: { id: newId(), voteId: vote.id, before: { for: 20 }, after: { present: 24, for: 22, against: 0, abstain: 2, notVoting: 0 }, reason: '计票机误读', approvedBy: '主持人', correctedBy: personId('meeting-clerk'), correctedByName: '会务甲' } })
    expect((await step({ projectId, key: 'adopt', as: 'meeting-clerk' })).to).toBe('adopted')
  })

  test('not in a meeting without a quorum', async () => {
    const projectId = await projectRow(prisma(), { state: 'onAgenda', readingTrack: 2 })
    await giveDocuments(prisma(), { projectId, key: 'holdFirstReading' })
    await plenaryRow(prisma(), { projectId, present: 20, members: 40 })
    expect(await refused({ projectId, key: 'holdFirstReading', as: 'meeting-clerk' })).toMatchObject({ extra: { rule: 'quorum' }, detail: expect.stringContaining('不足21人') })
  })

  test('to another reading only after the law committee met in between', async () => {
    const projectId = await tabled()
    await plenaryRow(prisma(), { projectId, present: 30, members: 41 })
    await take(projectId, 'decideTrack', 'leader', { readingTrack: '3' })
    await take(projectId, 'holdFirstReading', 'meeting-clerk')
    await take(projectId, 'unifiedReview', 'legislation', { notPublishedReason: '主任会议决定不公布' })
    await take(projectId, 'holdSecondReading', 'meeting-clerk')
    await giveDocuments(prisma(), { projectId, key: 'holdThirdReading' })
    expect((await refused({ projectId, key: 'holdThirdReading', as: 'meeting-clerk' })).extra).toMatchObject({ rule: 'unifiedReviewSinceReading' })
    await take(projectId, 'unifiedReview', 'legislation')
    expect(await take(projectId, 'holdThirdReading', 'meeting-clerk')).toBe('thirdReading')
  })

  test('out of the middle of a reading when it is withdrawn, with the consent that this takes', async () => {
    const projectId = await tabled()
    await plenaryRow(prisma(), { projectId, present: 30, members: 41 })
    await take(projectId, 'decideTrack', 'leader')
    await take(projectId, 'holdFirstReading', 'meeting-clerk')
    await take(projectId, 'consult', 'legislation', { consultationTo: '2026-04-12' })
    await giveDocuments(prisma(), { projectId, key: 'withdraw' })
    expect((await refused({ projectId, key: 'withdraw', as: 'proposer', values: { reason: '情况有变' } })).extra).toMatchObject({ rule: 'withdrawalConsented' })
    expect(await take(projectId, 'withdraw', 'proposer', { reason: '情况有变', councilMeeting: '第六次主任会议', reportedAt: '第十一次会议' })).toBe('withdrawn')
    const done = await row(projectId)
    expect(done.closedOn === null ? null : fromDateColumn(done.closedOn)).toBe(TODAY)
    expect(done.clocks.every((c) => c.state === 'met')).toBe(true)
    expect((await refused({ projectId, key: 'unifiedReview', as: 'legislation' })).extra).toMatchObject({ rule: 'wrongState' })
  })

  test('out of the shelf only after two years', async () => {
    const projectId = await projectRow(prisma(), { state: 'firstReading', readingTrack: 2 })
    await take(projectId, 'shelve', 'leader')
    await giveDocuments(prisma(), { projectId, key: 'terminate' })
    expect((await refused({ projectId, key: 'terminate', as: 'leader', values: filled('terminate') })).extra).toMatchObject({ rule: 'shelvedTwoYears' })
    t.setToday('2028-03-13')
    try {
      expect((await step({ projectId, key: 'terminate', as: 'leader', values: filled('terminate') })).to).toBe('terminated')
    } finally {
      t.setToday(TODAY)
    }
  })

  test('out of an extension when the day comes that was decided, of which people are reminded', async () => {
    const projectId = await projectRow(prisma(), { state: 'firstReading', readingTrack: 2 })
    const clocks = async () => (await row(projectId)).clocks.map((c) => [c.label, c.dueOn === null ? null : fromDateColumn(c.dueOn), c.state])
    await take(projectId, 'shelve', 'leader')
    t.setToday('2028-03-13')
    try {
      const extend = { ...filled('extendShelving'), extendedUntil: '2028-03-13' }
      expect((await refused({ projectId, key: 'extendShelving', as: 'leader', values: extend })).extra).toMatchObject({ rule: 'extensionAhead' })
      await take(projectId, 'extendShelving', 'leader', { extendedUntil: '2028-09-14' })
      expect(await clocks()).toEqual([['搁置审议、暂不付表决满两年', '2028-03-13', 'met'], ['延期审议到期', '2028-09-14', 'running']])
      const { dueOn } = await row(projectId)
      expect(dueOn === null ? null : fromDateColumn(dueOn)).toBe('2028-09-14')
      await giveDocuments(prisma(), { projectId, key: 'terminate' })
      expect((await refused({ projectId, key: 'terminate', as: 'leader', values: filled('terminate') })).extra).toMatchObject({ rule: 'shelvedTwoYears' })
      t.setToday('2028-09-14')
      expect(await take(projectId, 'terminate', 'leader')).toBe('terminated')
      expect(await clocks()).toEqual([['搁置审议、暂不付表决满两年', '2028-03-13', 'met'], ['延期审议到期', '2028-09-14', 'met']])
    } finally {
      t.setToday(TODAY)
    }
  })

  test('on the agenda again, and two years begin anew when it is suspended once more', async () => {
    const projectId = await tabled()
    await plenaryRow(prisma(), { projectId, present: 30, members: 41 })
    await take(projectId, 'decideTrack', 'leader')
    await take(projectId, 'holdFirstReading', 'meeting-clerk')
    await take(projectId, 'shelve', 'leader')
    t.setToday('2027-03-12')
    try {
      expect(await take(projectId, 'relist', 'leader')).toBe('onAgenda')
      expect(await row(projectId)).toMatchObject({ dueOn: null, clocks: [{ state: 'met' }] })
      expect((await refused({ projectId, key: 'holdFirstReading', as: 'meeting-clerk' })).extra).toMatchObject({ rule: 'firstReadingIsNext' })
      expect(await take(projectId, 'unifiedReview', 'legislation', { notPublishedReason: '主任会议决定不公布' })).toBe('unifiedReview')
      await take(projectId, 'shelve', 'leader')
      t.setToday('2028-03-13')
      await giveDocuments(prisma(), { projectId, key: 'terminate' })
      expect((await refused({ projectId, key: 'terminate', as: 'leader', values: filled('terminate') })).extra).toMatchObject({ rule: 'shelvedTwoYears' })
      expect((await row(projectId)).clocks.map((c) => [c.dueOn === null ? null : fromDateColumn(c.dueOn), c.state])).toEqual([['2028-03-13', 'met'], ['2029-03-12', 'running']])
    } finally {
      t.setToday(TODAY)
    }
  })
})

test('whoever has the draft open hears of a step when it commits, and of none that was refused', async () => {
  const { projectId, draftId } = await createTestDraft(prisma(), { marker: '某市养犬管理', state: 'firstReading' })
  const listener = new pg.Client(t.services.pool.options)
  const heard: unknown[] = []
  listener.on('notification', ({ channel, payload }) => void heard.push([channel, JSON.parse(payload ?? 'null')]))
  await listener.connect()
  await listener.query(`LISTEN ${DRAFT_CHANNEL}`)
  await refused({ projectId, key: 'adopt', as: 'leader' })
  await take(projectId, 'shelve', 'leader')
  await vi.waitFor(() => expect(heard).toEqual([[DRAFT_CHANNEL, { draftId, event: { kind: 'changed', what: 'snapshots' } }]]))
  await listener.end()
})

describe('who and when', () => {
  test.each([
    ['the clerk of another organ', 'court-clerk', 'sendForGovReview', 'drafting'], ['a committee that does not have it', 'finance', 'startDrafting', 'planned'],
    ['a drafter', 'drafter', 'appraise', 'proposalCollected'], ['the province, before it was asked', 'province', 'receiveForApproval', 'submittedForApproval'], ['a member', 'member', 'openVote', 'voteReady'],
  ])('%s takes no step that is not theirs', async (_who, as, key, state) => {
    const projectId = await projectRow(prisma(), { state })
    await giveDocuments(prisma(), { projectId, key })
    expect((await refused({ projectId, key, as, values: filled(key) })).code).toBe('forbidden')
    expect((await row(projectId)).state).toBe(state)
  })

  test('of two clerks at once, one is told that somebody was first', async () => {
    const projectId = await projectRow(prisma(), { state: 'submitted' })
    await giveDocuments(prisma(), { projectId, key: 'placeOnAgenda' })
    const values = filled('placeOnAgenda')
    const answers = await Promise.allSettled([
      step({ projectId, key: 'placeOnAgenda', as: 'meeting-clerk', values, revision: 1 }), step({ projectId, key: 'returnToProposer', as: 'leader', values: filled('returnToProposer'), revision: 1 }),
    ])
    expect(answers.map((a) => a.status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const lost = answers.find((a) => a.status === 'rejected')
    expect(lost?.reason).toMatchObject({ code: 'stale-edit' })
    expect((await row(projectId)).events).toHaveLength(1)
  })

  test('without a revision both are judged one after the other', async () => {
    const projectId = await projectRow(prisma(), { state: 'submitted' })
    const answers = await Promise.allSettled([
      step({ projectId, key: 'placeOnAgenda', as: 'meeting-clerk', values: filled('placeOnAgenda') }), step({ projectId, key: 'placeOnAgenda', as: 'leader', values: filled('placeOnAgenda') }),
    ])
    expect(answers.filter((a) => a.status === 'rejected').map((a) => a.reason)).toMatchObject([{ code: 'step-refused', extra: { rule: 'wrongState' } }])
  })

  test('what a project is not in is not found', async () => {
    expect((await refused({ projectId: newId(), key: 'appraise', as: 'legislation' })).code).toBe('not-found')
  })
})
