import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { LegislationDocumentKind } from '../../law/procedure/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { createTestApp, type TestApp, type TestClient } from '../testing/create-test-app.ts'
import { giveKinds, plenaryRow, projectRow } from '../testing/project-row.ts'
import { createTestDraft } from '../testing/test-draft.ts'
import { organId, personId } from '../testing/test-organs.ts'
import { gatherProjectFacts } from '../procedure/index.ts'

const TODAY = '2026-03-12'
let t: TestApp
beforeAll(async () => {
  t = await createTestApp({ today: TODAY })
})
afterAll(() => t.close())

type Asked = { kind: string; there: boolean; mayCarry: boolean }
type Action = { key: string; main: boolean; missing: string[]; documents: Asked[] }
type Shown = { revision: number; state: { id: string }; actions: Action[]; readingTrack: unknown }
type Problem = { rule?: string; detail?: string; errors?: { path: string; message: string }[] }

const json = async <T>(response: Response, status = 200): Promise<T> => {
  const text = await response.text()
  expect(response.status, text).toBe(status)
  return JSON.parse(text) as T
}
const read = async (as: TestClient, id: string): Promise<Shown> => json<Shown>(await as.get(`/api/projects/${id}`))
const act = async (username: string, id: string, key: string, input: Record<string, unknown> = {}): Promise<Response> => {
  const as = await t.as(username)
  return as.post(`/api/projects/${id}/steps/${key}`, input, { revision: (await read(as, id)).revision })
}
const factsOf = (projectId: string) => gatherProjectFacts({ tx: t.services.prisma, projectId, today: TODAY, key: '' })
const bill: LegislationDocumentKind[] = ['executiveMinutes', 'bill', 'explanatoryNote', 'referenceMaterial']
const happened = async (projectId: string, transition: string, toState: string): Promise<void> => {
  await t.services.prisma.caseEvent.create({ data: { id: newId(), projectId, on: toDateColumn(TODAY), actorName: '会务甲', transition, toState } })
}

/** A bill of the government that was tabled with all its papers, returned, and waits to come again. */
async function returned(): Promise<string> {
  const id = await projectRow(t.services.prisma, { state: 'submitted' })
  await happened(id, 'passGovExecutive', 'govExecutive')
  await giveKinds(t.services.prisma, { projectId: id, kinds: bill })
  await happened(id, 'submitBill', 'submitted')
  await json(await act('leader', id, 'returnToProposer', { values: { reason: '处罚过重，请研究后再提', councilMeeting: '第六次主任会议' } }))
  return id
}

describe('a bill that was returned', () => {
  test('is not tabled again by its old papers; they stay, named as of the round before', async () => {
    const id = await returned()
    const shown = await read(await t.as('proposer'), id)
    const again = shown.actions.find((a) => a.key === 'resubmitBill')
    expect(again?.missing).toEqual(['提请审议的议案', '关于草案的说明', '参阅资料'].map((label) => `${label}（上一轮的不算，要重新提交，或者写明沿用的理由）`))
    expect(again?.documents.filter((d) => d.kind === 'bill')).toMatchObject([{ there: false, mayCarry: true }])
    expect(await json<Problem>(await act('proposer', id, 'resubmitBill'), 409)).toMatchObject({ rule: 'documentsIn', detail: expect.stringContaining('上一轮的不算') })
    const listed = await json<{ items: { kind: string; earlier: boolean; standing: string }[] }>(await (await t.as('proposer')).get(`/api/projects/${id}/documents`))
    expect(listed.items.filter((d) => d.earlier).map((d) => d.kind).toSorted()).toEqual(['bill', 'explanatoryNote', 'referenceMaterial'])
    expect(listed.items.find((d) => d.kind === 'bill')?.standing).toContain('上一轮')
  })

  test('takes what is still right over with a reason, the rest anew, and its readings are decided again', async () => {
    const id = await returned()
    await t.services.prisma.project.update({ where: { id }, data: { readingTrack: 2, trackDecidedBy: '第五次主任会议' } })
    const proposer = await t.as('proposer')
    const fileId = (await json<{ id: string }>(await proposer.upload('/api/files', { name: '议案.txt', bytes: `议案 ${newId()}` }), 201)).id
    const after = await json<Shown>(await act('proposer', id, 'resubmitBill', { documents: [{ kind: 'bill', fileId }, { kind: 'explanatoryNote', fileId }, { kind: 'referenceMaterial', carriedReason: '资料没有变化' }] }))
    expect(after).toMatchObject({ state: { id: 'submitted' }, readingTrack: null })
    const rows = await t.services.prisma.projectDocument.findMany({ where: { projectId: id, kind: 'referenceMaterial' }, orderBy: { id: 'asc' } })
    expect(rows).toMatchObject([{ carriedReason: null, replacedById: null }, { carriedReason: '资料没有变化', fileId: rows[0]?.fileId }])
    // the bill that was returned stays what it was, beside the one that came in its place
    const bills = await t.services.prisma.projectDocument.findMany({ where: { projectId: id, kind: 'bill' }, select: { replacedById: true } })
    expect(bills).toEqual([{ replacedById: null }, { replacedById: null }])
    const listed = (await json<{ items: { kind: string; earlier: boolean; mayReplace: boolean }[] }>(await proposer.get(`/api/projects/${id}/documents`))).items.filter((d) => d.kind === 'bill')
    expect(listed.map((d) => [d.earlier, d.mayReplace]).toSorted()).toEqual([[false, true], [true, false]])
    const told = await (await proposer.get(`/api/projects/${id}/history`)).text()
    expect(told).toContain('沿用：referenceMaterial')
    expect(told).toContain('资料没有变化')
  })

  test('takes nothing over that is not there, that came already, or that is a text of the draft', async () => {
    const id = await returned()
    const give = async (kind: string) => json<Problem>(await (await t.as('proposer')).post(`/api/projects/${id}/documents`, { kind, carriedReason: '没有变化' }), 422)
    for (const [kind, words] of [['conflictNote', '上一轮没有'], ['executiveMinutes', '这一轮已经有'], ['firstReadingText', '重新定稿']] as const) {
      expect((await give(kind)).errors, kind).toMatchObject([{ path: 'carriedReason', message: expect.stringContaining(words) }])
    }
  })
})

describe('a bill that does not go on', () => {
  /** under its first reading, with an item in a meeting that is held, one in a meeting to come, and a task of its own */
  async function underReading(state: string): Promise<{ id: string; items: string[]; councilId: string; councilItem: string }> {
    const { prisma } = t.services
    const id = await projectRow(prisma, { state })
    for (const [transition, to] of [['submitBill', 'submitted'], ['placeOnAgenda', 'onAgenda'], ['holdFirstReading', 'firstReading']] as const) await happened(id, transition, to)
    const held = await plenaryRow(prisma, { projectId: id, present: 30, members: 41 })
    const later = await plenaryRow(prisma, { projectId: id, present: 0, members: 41, on: '2026-04-20' })
    await prisma.meeting.update({ where: { id: later.meetingId }, data: { state: 'notified' } })
    const council = await plenaryRow(prisma, { projectId: id, present: 30, members: 41 })
    await prisma.meeting.update({ where: { id: council.meetingId }, data: { kind: 'council', title: '第六次主任会议' } })
    await prisma.vote.create({ data: { id: newId(), meetingId: held.meetingId, agendaItemId: held.itemId, projectId: id, order: 1, kind: 'whole', subject: '表决', membersTotal: 41, present: 30 } })
    await prisma.projectTask.create({ data: { id: newId(), organId: organId('cityCommittee'), projectId: id, kind: 'other', title: '整理资料', request: '整理', givenOn: toDateColumn(TODAY), assigneeId: personId('legislation'), createdBy: personId('legislation'), createdByName: '法规甲' } })
    return { id, items: [held.itemId, later.itemId], councilId: council.meetingId, councilItem: council.itemId }
  }
  const left = async (ids: readonly string[]) => (await t.services.prisma.agendaItem.findMany({ where: { id: { in: [...ids] } } })).map((i) => i.withdrawnReason)
  const shelving = { reason: '各方面意见分歧较大' }

  test.each([
    ['is suspended', 'leader', 'shelve', 'firstReading', '搁置审议：各方面意见分歧较大', 'shelved', 'given'],
    ['is given back', 'leader', 'returnToProposer', 'submitted', '退回提案人：各方面意见分歧较大', 'returnedToProposer', 'given'],
  ])('%s: it leaves the agendas but that of the meeting which decided so', async (_name, who, key, from, words, state, task) => {
    const { prisma } = t.services
    const { id, items, councilId, councilItem } = await underReading(from)
    await giveKinds(prisma, { projectId: id, kinds: ['shelvingNote'] })
    await json(await act(who, id, key, { values: { ...shelving, councilMeeting: councilId } }))
    expect(await left(items)).toEqual([words, words])
    expect(await left([councilItem])).toEqual([null])
    expect((await prisma.vote.findFirstOrThrow({ where: { projectId: id } })).state).toBe('dropped')
    expect((await prisma.project.findUniqueOrThrow({ where: { id } })).state).toBe(state)
    expect((await prisma.projectTask.findFirstOrThrow({ where: { projectId: id } })).state).toBe(task)
    // the meeting to come is no longer what is next; a suspended bill waits for its two years
    const next = (await json<{ next: { kind: string; label: string } | null }>(await (await t.as('legislation')).get(`/api/projects/${id}`))).next
    expect(next?.kind === 'meeting' && next.label !== '第六次主任会议').toBe(false)
  })

  test('is suspended by 主任会议 at its own meeting: what is on the running agenda shows it, and the proposer is told', async () => {
    const { prisma } = t.services
    const { id, items, councilId, councilItem } = await underReading('firstReading')
    await giveKinds(prisma, { projectId: id, kinds: ['shelvingNote'] })
    await prisma.agendaItem.update({ where: { id: councilItem }, data: { decides: 'shelve', kind: 'decision' } })
    const clerk = await t.as('meeting-clerk')
    await json(await clerk.post(`/api/meetings/${councilId}/agenda/${councilItem}/decide`, { result: 'agreed', values: shelving }))
    expect(await left([...items, councilItem])).toEqual(['搁置审议：各方面意见分歧较大', '搁置审议：各方面意见分歧较大', null])
    expect((await prisma.vote.findFirstOrThrow({ where: { projectId: id } })).state).toBe('dropped')
    expect(await prisma.notice.findFirst({ where: { entityId: id, personId: personId('proposer') } })).toMatchObject({ title: expect.stringContaining('搁置审议、暂不付表决：'), body: '第六次主任会议。各方面意见分歧较大' })
  })

  test('is withdrawn in the moment in which its reading is recorded: one of the two is done, the other is told', async () => {
    const { prisma } = t.services
    const [clerk, proposer] = [await t.as('meeting-clerk'), await t.as('proposer')]
    for (let round = 0; round < 3; round += 1) {
      const id = await projectRow(prisma, { state: 'onAgenda', readingTrack: 2 })
      for (const [transition, to] of [['submitBill', 'submitted'], ['placeOnAgenda', 'onAgenda']] as const) await happened(id, transition, to)
      await giveKinds(prisma, { projectId: id, kinds: ['firstReadingText', 'explanatoryNote', 'withdrawalNote'] })
      const { meetingId, itemId } = await plenaryRow(prisma, { projectId: id, present: 30, members: 41 })
      await prisma.agendaItem.update({ where: { id: itemId }, data: { decides: 'holdFirstReading' } })
      const { revision } = await read(proposer, id)
      const answers = await Promise.all([
        proposer.post(`/api/projects/${id}/steps/withdraw`, { values: { reason: '情况有变', councilMeeting: '第六次主任会议', reportedAt: meetingId } }, { revision }), clerk.post(`/api/meetings/${meetingId}/agenda/${itemId}/decide`, { result: 'heard' }),
      ])
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, expect.toSatisfy((status: number) => status === 409 || status === 412)])
      const withdrawn = answers[0]?.status === 200
      expect((await prisma.project.findUniqueOrThrow({ where: { id } })).state).toBe(withdrawn ? 'withdrawn' : 'firstReading')
      expect(await prisma.agendaItem.findUniqueOrThrow({ where: { id: itemId } })).toMatchObject(withdrawn ? { result: null, withdrawnReason: '提案人撤回：情况有变' } : { result: 'heard', withdrawnReason: null })
    }
  })

  test('comes on the agenda again: who was told of the suspension is told of the session, and the session is offered the reading that is next', async () => {
    const { prisma } = t.services
    const { id, items, councilId } = await underReading('firstReading')
    await giveKinds(prisma, { projectId: id, kinds: ['shelvingNote'] })
    await json(await act('leader', id, 'shelve', { values: { ...shelving, councilMeeting: councilId } }))
    await prisma.meeting.update({ where: { id: councilId }, data: { state: 'closed' } })
    const session = await prisma.agendaItem.findUniqueOrThrow({ where: { id: items[1] ?? '' }, select: { meetingId: true, meeting: { select: { title: true } } } })
    await json(await act('leader', id, 'relist', { values: { councilMeeting: councilId, sessionMeeting: session.meetingId } }))
    expect(await prisma.notice.findFirst({ where: { entityId: id, personId: personId('meeting-clerk') }, orderBy: { id: 'desc' } })).toMatchObject({ title: expect.stringContaining('再次列入议程：'), body: expect.stringContaining(`列入${session.meeting.title}（2026-04-20）议程。`) })
    // what fell from the session does not come back by itself
    expect(await left(items)).toEqual(['搁置审议：各方面意见分歧较大', '搁置审议：各方面意见分歧较大'])
    const clerk = await t.as('meeting-clerk')
    const { projects } = await json<{ projects: { id: string; possible: string[] }[] }>(await clerk.get(`/api/meetings/${session.meetingId}/agenda-choices`))
    expect(projects.find((project) => project.id === id)?.possible).toEqual(['holdSecondReading'])
    await json(await clerk.post(`/api/meetings/${session.meetingId}/agenda`, { title: '第二次审议', kind: 'reading', projectId: id, decides: 'holdSecondReading' }), 201)
    expect(await json(await (await t.as('legislation')).get(`/api/projects/${id}`))).toMatchObject({ state: { id: 'onAgenda' }, next: { kind: 'meeting', meetingId: session.meetingId } })
  })

  test.each([[1, 'prepareVote'], [2, 'holdSecondReading']] as const)('has been read once of %i and reviewed: its page puts %s first', async (readingTrack, main) => {
    const { id } = await underReading('firstReading')
    await t.services.prisma.project.update({ where: { id }, data: { readingTrack, singleReadingGround: readingTrack === 1 ? 'urgent' : null } })
    await json(await act('legislation', id, 'unifiedReview', { values: { notPublishedReason: '主任会议决定不公布' } }))
    const { actions } = await json<{ actions: { key: string; main: boolean }[] }>(await (await t.as('legislation-chief')).get(`/api/projects/${id}`))
    expect(actions.filter((action) => action.main).map(({ key }) => key)).toEqual([main])
  })

  test('ends after two years: its tasks end with it, and nothing is due any more', async () => {
    const { prisma } = t.services
    const { id, items, councilId } = await underReading('firstReading')
    await giveKinds(prisma, { projectId: id, kinds: ['shelvingNote', 'terminationReport'] })
    await json(await act('leader', id, 'shelve', { values: { ...shelving, councilMeeting: councilId } }))
    expect(await json<Problem>(await act('leader', id, 'terminate', { values: { reason: '不再需要', councilMeeting: councilId, reportedAt: '第十二次会议' } }), 409)).toMatchObject({ rule: 'shelvedTwoYears' })
    await prisma.caseClock.updateMany({ where: { projectId: id, key: 'legislation.shelving' }, data: { dueOn: toDateColumn('2026-03-01') } })
    await json(await act('leader', id, 'terminate', { values: { reason: '不再需要', councilMeeting: councilId, reportedAt: '第十二次会议' } }))
    expect(await left(items)).toEqual(['搁置审议：各方面意见分歧较大', '搁置审议：各方面意见分歧较大'])
    expect(await prisma.projectTask.findFirstOrThrow({ where: { projectId: id } })).toMatchObject({ state: 'closed', closeNote: '项目已终止审议：不再需要' })
    expect(await prisma.caseClock.count({ where: { projectId: id, state: 'running' } })).toBe(0)
    expect(await json(await (await t.as('legislation')).get(`/api/projects/${id}`))).toMatchObject({ state: { id: 'terminated', final: true }, actions: [] })
  })
})

describe('what the province refused', () => {
  test('is drafted, tabled and reported on anew; the research stays', async () => {
    const { prisma } = t.services
    const id = await projectRow(prisma, { state: 'refused', adoptedOn: toDateColumn('2026-02-01'), readingTrack: 3 })
    await giveKinds(prisma, { projectId: id, kinds: ['researchReport', 'submissionText', 'opinionTable', 'govReviewReport', ...bill, 'firstReadingText', 'deliberationResultReport', 'votingText', 'adoptedText', 'approvalRequest', 'refusalDecision'] })
    expect((await factsOf(id)).documents).toContain('deliberationResultReport')
    // nothing leads forward from here: taking the work up again is what whoever decides on it is asked for
    expect((await read(await t.as('leader'), id)).actions.filter((one) => one.main).map((one) => one.key)).toEqual(['redraftAfterRefusal'])
    await json(await act('leader', id, 'redraftAfterRefusal', { values: { reason: '第六条同上位法相抵触', councilMeeting: '第七次主任会议' } }))
    const facts = await factsOf(id)
    expect(facts.documents).toEqual(['researchReport'])
    expect(facts.earlier).toEqual(expect.arrayContaining(['bill', 'deliberationResultReport', 'votingText', 'adoptedText', 'approvalRequest']))
    expect(await prisma.project.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'drafting', adoptedOn: null })
    expect((await read(await t.as('drafter'), id)).actions.find((a) => a.key === 'sendForGovReview')?.missing).toEqual(expect.arrayContaining([expect.stringContaining('草案送审稿（上一轮的不算')]))
  })

  test('is not held adopted by texts and votes of before', async () => {
    const { prisma } = t.services
    const { projectId } = await createTestDraft(prisma, { marker: newId(), title: '再次审议的条例', state: 'approvedWithChange' })
    const draft = await prisma.draft.findUniqueOrThrow({ where: { projectId }, include: { snapshots: true } })
    const kept = draft.snapshots[0]
    if (kept === undefined) throw new Error('the draft has no text')
    const { id: _id, amendments: _amendments, doc, tree, ...snapshot } = kept
    await prisma.draftSnapshot.create({ data: { ...snapshot, doc: doc ?? {}, tree: tree ?? {}, id: newId(), seq: 90, kind: 'voting', label: '表决稿' } })
    await happened(projectId, 'submitBill', 'submitted')
    const { meetingId, itemId } = await plenaryRow(prisma, { projectId, present: 30, members: 41 })
    await prisma.vote.create({ data: { id: newId(), meetingId, agendaItemId: itemId, projectId, order: 1, kind: 'whole', subject: '全案', membersTotal: 41, present: 30, for: 30, state: 'closed', result: 'passed' } })
    const before = await factsOf(projectId)
    expect([before.documents.includes('votingText'), before.vote.closed]).toEqual([true, true])
    await json(await act('leader', projectId, 'reworkAfterApproval', { values: { reason: '按批准意见修改', councilMeeting: '第八次主任会议' } }))
    const after = await factsOf(projectId)
    expect([after.documents.includes('votingText'), after.earlier.includes('votingText'), after.vote.closed]).toEqual([false, true, false])
  })
})
