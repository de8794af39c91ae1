import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { gatherProjectFacts } from '../procedure/index.ts'
import { plenaryRow, projectRow } from '../testing/project-row.ts'
import { createTestApp, type TestApp, type TestClient } from '../testing/create-test-app.ts'

const TODAY = '2026-03-02'
let t: TestApp
let clerk: TestClient
beforeAll(async () => {
  t = await createTestApp({ today: TODAY })
  clerk = await t.as('meeting-clerk')
})
afterAll(() => t.close())

type Shown = { votes: { state: string; result: string | null; count: { for: number } | null; corrections: unknown[] }[]; papers: { kind: string; id: string }[] }
const body = async <T>(response: Response, status = 200): Promise<T> => {
  const text = await response.text()
  expect(response.status, text).toBe(status)
  return JSON.parse(text) as T
}
const count = (agreed: number, against: number) => ({ present: 30, for: agreed, against, abstain: 0, notVoting: 30 - agreed - against })

/** A bill that is being voted on in session by thirty of forty-one: its whole closed with so many for it. */
async function closed(agreed: number): Promise<{ projectId: string; meetingId: string; itemId: string; correct(agreed: number): Promise<Response>; act(key: string, values?: Record<string, string>): Promise<Response> }> {
  const { prisma } = t.services
  const projectId = await projectRow(prisma, { state: 'voting' })
  const { meetingId, itemId } = await plenaryRow(prisma, { projectId, present: 30, members: 41 })
  await prisma.agendaItem.update({ where: { id: itemId }, data: { decides: 'adopt', kind: 'vote' } })
  const vote = await body<{ id: string }>(await clerk.post(`/api/meetings/${meetingId}/votes`, { agendaItemId: itemId, kind: 'whole', subject: '某条例（草案表决稿）' }), 201)
  const act = async (key: string, values: Record<string, string> = {}, figures: object | null = null) => clerk.post(`/api/meetings/${meetingId}/votes/${vote.id}/steps/${key}`, { values, count: figures })
  await body(await act('open'))
  await body(await act('close', {}, count(agreed, 3)))
  return { projectId, meetingId, itemId, act, correct: (now) => act('correct', { reason: '复核计票', approvedBy: '秘书长甲' }, count(now, 3)) }
}
const read = async (id: string, as = clerk): Promise<Shown> => body(await as.get(`/api/meetings/${id}`))
const sheets = async (meetingId: string): Promise<string[]> => (await t.services.prisma.paper.findMany({ where: { meetingId, kind: 'voteResult' }, orderBy: { id: 'asc' } })).map((paper) => JSON.stringify(paper.content))

describe('a count that is corrected', () => {
  test('after its result was announced and stays the same: the sheet of the result is made anew and tells both', async () => {
    const { meetingId, act, correct } = await closed(25)
    await body(await act('announce', { announcedBy: '某主任' }))
    await body(await correct(24))
    expect((await read(meetingId)).votes[0]).toMatchObject({ state: 'announced', result: 'passed', count: { for: 24 } })
    const [first, second] = await sheets(meetingId)
    expect(first).toContain('赞成 25 票')
    expect(second).toContain('赞成 24 票')
    expect(second).toContain('更正前为：出席30人，赞成25票')
    expect(second).toContain('复核计票')
  })

  test('so that the result is another: it is announced again, and until then members read neither', async () => {
    const { meetingId, act, correct } = await closed(21)
    await body(await act('announce', { announcedBy: '某主任' }))
    await body(await correct(20))
    expect((await read(meetingId)).votes[0]).toMatchObject({ state: 'closed', result: 'notPassed' })
    expect((await read(meetingId, await t.as('member'))).votes[0]).toMatchObject({ count: null, result: null })
    await body(await act('announce', { announcedBy: '某主任' }))
    expect((await read(meetingId, await t.as('member'))).votes[0]).toMatchObject({ result: 'notPassed', count: { for: 20 }, corrections: [{ before: { for: 21 } }] })
  })

  test('after the item was decided by it: figures may be put right, the result may not be turned', async () => {
    const { projectId, meetingId, itemId, act, correct } = await closed(20)
    await body(await act('announce', { announcedBy: '某主任' }))
    await body(await clerk.post(`/api/meetings/${meetingId}/agenda/${itemId}/decide`, { result: 'refused', decision: '未通过。', values: {} }))
    expect((await t.services.prisma.project.findUniqueOrThrow({ where: { id: projectId } })).state).toBe('notAdopted')
    const refused = await body<{ rule: string; detail: string }>(await correct(21), 409)
    expect([refused.rule, refused.detail]).toEqual(['decidedOnResult', expect.stringContaining('由“未通过”变为“通过”')])
    await body(await correct(19))
    const told = await (await (await t.as('legislation')).get(`/api/projects/${projectId}/history`)).text()
    expect(told).toContain('赞成 19，')
    expect(told).toContain('更正前：出席 30 人，赞成 20，')
  })
})

test('a vote that is closed and not announced is told in the history to those who keep the record alone', async () => {
  const { projectId, act } = await closed(25)
  await t.services.prisma.caseEvent.create({ data: { id: newId(), projectId, on: toDateColumn(TODAY), actorName: '会务甲', transition: 'placeOnAgenda', toState: 'onAgenda' } })
  const told = async (username: string): Promise<string> => (await (await t.as(username)).get(`/api/projects/${projectId}/history`)).text()
  expect(await told('legislation')).toContain('赞成 25')
  expect(await told('member')).not.toContain('赞成 25')
  await body(await act('announce', { announcedBy: '某主任' }))
  expect(await told('member')).toContain('赞成 25')
})

test('a clause that is to be voted by itself is open until it was put to its vote, or dropped with a reason', async () => {
  const { prisma } = t.services
  const projectId = await projectRow(prisma, { state: 'clauseVote' })
  const { meetingId, itemId } = await plenaryRow(prisma, { projectId, present: 30, members: 41 })
  const happened = (transition: string, toState: string) => prisma.caseEvent.create({ data: { id: newId(), projectId, on: toDateColumn(TODAY), actorName: '会务甲', transition, toState } })
  const open = async (): Promise<number> => (await gatherProjectFacts({ tx: prisma, projectId, today: TODAY, key: 'openVote' })).vote.clausesOpen
  for (const [transition, to] of [['submitBill', 'submitted'], ['prepareVote', 'voteReady']] as const) await happened(transition, to)
  expect(await open()).toBe(0)
  await happened('voteClause', 'clauseVote')
  expect(await open()).toBe(1)
  const vote = { meetingId, agendaItemId: itemId, projectId, order: 1, kind: 'clause', subject: '第二十条', membersTotal: 41, present: 30 }
  const { id } = await prisma.vote.create({ data: { id: newId(), ...vote } })
  expect(await open()).toBe(1)
  await prisma.vote.update({ where: { id }, data: { state: 'dropped' } })
  expect(await open()).toBe(0)
})
