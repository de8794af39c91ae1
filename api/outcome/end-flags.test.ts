import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { flagProcedure, stateOf } from '../../law/procedure/index.ts'
import { newId } from '../platform/ids.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { createTestWorld, type TestWorld } from '../testing/test-world.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

const DOCUMENT = '甲政办发〔2026〕30号'
const openStates = ['confirmed', 'putToMaker', 'answered'] as const
const filingOf = (world: TestWorld) => t.services.prisma.filing.findUniqueOrThrow({ where: { id: world.filingId } })
const flagsOf = (world: TestWorld) => t.services.prisma.reviewFlag.findMany({ where: { filingId: world.filingId }, orderBy: { number: 'asc' }, include: { events: { orderBy: { at: 'asc' } } } })
const post = async (username: string, world: TestWorld, tail: string, given: object = {}) => (await t.as(username)).post(`/api/outcome/${world.filingId}${tail}`, given, { revision: (await filingOf(world)).revision })
const rule = async (response: Response) => [response.status, JSON.parse(await response.text()).rule]
const judgement = { refiledId: null, finding: 'answered', verdict: 'justified', note: '依据充分', by: 'reviewer', byName: '审查甲', at: '2026-03-01T00:00:00.000Z' }

/** A case with one flag in each of these states. */
async function caseWith(state: string, flagStates: readonly string[]): Promise<TestWorld> {
  const world = await createTestWorld(t.services, state)
  const { prisma } = t.services
  await prisma.caseTask.updateMany({ where: { filingId: world.filingId }, data: { state: 'answered', answer: '没有意见' } })
  await prisma.paper.delete({ where: { id: world.paperId } })
  await prisma.correctionPlan.delete({ where: { id: world.planId } })
  const first = await prisma.reviewFlag.update({ where: { id: world.flagId }, data: { state: flagStates[0] ?? 'withdrawn' } })
  for (const [at, flagState] of flagStates.slice(1).entries()) await prisma.reviewFlag.create({ data: { ...first, quote: { exact: '罚款', prefix: '', suffix: '', start: 0 }, judgement: undefined, id: newId(), number: at + 2, state: flagState } })
  return world
}

describe('a repeal', () => {
  test.each([['resolve', 'opinionIssued'], ['resolve', 'concern'], ['planFulfilled', 'suspended']])('by %s in %s resolves every open flag and says so of each', async (key, state) => {
    const world = await caseWith(state, openStates)
    expect((await post('reviewer', world, `/steps/${key}`, { outcome: 'repealed', repealDocument: DOCUMENT })).status).toBe(200)
    const flags = await flagsOf(world)
    expect(flags.map((f) => f.state)).toEqual(['resolved', 'resolved', 'resolved'])
    for (const flag of flags) {
      expect(flag.judgement).toMatchObject({ verdict: 'resolved', note: `文件已废止：${DOCUMENT}` })
      expect(flag.events.at(-1)).toMatchObject({ toState: 'resolved', note: `文件已废止：${DOCUMENT}` })
    }
    const closed = await post('archivist', world, '/close', {})
    expect(closed.status).toBe(200)
    const paper = await t.services.prisma.paper.findUniqueOrThrow({ where: { id: JSON.parse(await closed.text()).paperId } })
    expect(JSON.stringify(paper.content)).toContain(`文件已废止：${DOCUMENT}`)
  })

  test('that is refused leaves the flags as they were', async () => {
    const world = await caseWith('opinionIssued', ['putToMaker', 'raised'])
    expect(await rule(await post('reviewer', world, '/steps/resolve', { outcome: 'repealed', repealDocument: DOCUMENT }))).toEqual([409, 'rawFlagsSettled'])
    expect((await flagsOf(world)).map((f) => [f.state, f.judgement])).toEqual([['putToMaker', null], ['raised', null]])
  })

  test('does not end a 合宪性 problem, which goes upward', async () => {
    const world = await caseWith('opinionIssued', ['putToMaker', 'confirmed'])
    await t.services.prisma.reviewFlag.updateMany({ where: { filingId: world.filingId, state: 'confirmed' }, data: { standard: 'constitutionality', code: 'CONST' } })
    expect((await post('reviewer', world, '/steps/resolve', { outcome: 'repealed', repealDocument: DOCUMENT })).status).toBe(200)
    expect((await flagsOf(world)).map((f) => f.state)).toEqual(['resolved', 'confirmed'])
    expect(await rule(await post('archivist', world, '/close'))).toEqual([409, 'constitutionalityReported'])
  })

  test('that was registered with flags left open ends them when the case is closed', async () => {
    const world = await caseWith('resolved', openStates)
    await t.services.prisma.caseEvent.create({ data: { id: newId(), filingId: world.filingId, at: t.services.clock.now(), on: t.services.clock.now(), actorName: '审查甲', transition: 'resolve', fromState: 'concern', toState: 'resolved', audience: 'maker', data: { outcome: 'repealed', repealDocument: DOCUMENT } } })
    expect((await post('archivist', world, '/close')).status).toBe(200)
    expect((await flagsOf(world)).map((f) => f.state)).toEqual(['resolved', 'resolved', 'resolved'])
  })
})

describe('closing', () => {
  test.each([
    ['annulled', 'resolved', 'resolved', '文件已由常委会撤销'],
    ['rejectedByCommittee', 'endedWithCase', 'unresolved', '撤销议案未通过，文件没有撤销'],
    ['reminder', 'endedWithCase', 'unresolved', '已函告提醒，没有要求登记处理结果'],
    ['returnedOutOfScope', 'endedWithCase', 'unresolved', '不属于备案范围，不再审查'],
  ])('a case that is %s leaves no flag open', async (state, flagState, verdict, note) => {
    const world = await caseWith(state, openStates)
    const { actions } = JSON.parse(await (await (await t.as('reviewer')).get(`/api/filings/${world.filingId}`)).text())
    expect(actions.find(({ key }: { key: string }) => key === 'close')).toMatchObject({ blocked: null })
    expect((await post('archivist', world, '/close')).status).toBe(200)
    expect((await filingOf(world)).state).toBe('closed')
    for (const flag of await flagsOf(world)) {
      expect([flag.state, flag.judgement]).toMatchObject([flagState, { verdict, note }])
      expect(stateOf(flagProcedure, flag.state).final).toBe(true)
    }
  })

  test('keeps what a person judged where the motion failed', async () => {
    const world = await caseWith('rejectedByCommittee', ['answered'])
    await t.services.prisma.reviewFlag.update({ where: { id: world.flagId }, data: { judgement } })
    expect((await post('archivist', world, '/close')).status).toBe(200)
    expect((await flagsOf(world)).map((f) => [f.state, f.judgement])).toMatchObject([['endedWithCase', judgement]])
  })

  test.each([
    ['resolved', 'confirmed', 'flagsEnded'], ['resolved', 'answered', 'flagsEnded'], ['noProblem', 'putToMaker', 'flagsEnded'], ['annulled', 'raised', 'rawFlagsSettled'], ['rejectedByCommittee', 'raised', 'rawFlagsSettled'],
  ])('a case that is %s is refused over a flag that is %s', async (state, flagState, refusedBy) => {
    const world = await caseWith(state, [flagState])
    expect(await rule(await post('archivist', world, '/close'))).toEqual([409, refusedBy])
    expect([(await filingOf(world)).state, (await flagsOf(world)).map((f) => f.state)]).toEqual([state, [flagState]])
  })
})
