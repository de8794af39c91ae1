import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { addDays, daysBetween } from '../../law/deadline/index.ts'
import { nextDue, startClock } from '../deadline/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { organId, personId } from '../testing/test-organs.ts'
import { createTestWorld, type TestWorld } from '../testing/test-world.ts'
import { groupByDay } from './gather-today.ts'
import type { Today, TodayItem } from './today-schema.ts'

const TODAY = '2026-03-12'
let t: TestApp
let world: TestWorld
beforeAll(async () => {
  t = await createTestApp({ today: TODAY })
})
afterAll(() => t.close())
beforeEach(async () => {
  await t.services.prisma.caseClock.deleteMany()
  world = await createTestWorld(t.services)
})

const todayOf = async (username: string): Promise<Today> => (await (await t.as(username)).get('/api/today')).json() as Promise<Today>
const about = (items: readonly TodayItem[], id: string): TodayItem[] => items.filter((i) => i.id === id || i.filing?.id === id)

/** Start a clock of the case so that it runs out on the given day. */
async function dueBy(key: string, dueOn: string, state?: string): Promise<void> {
  await inTransaction(t.services, async ({ tx }) => {
    await startClock(tx, { owner: { filingId: world.filingId }, organId: organId('cityCommittee'), key, startOn: '2026-01-22' })
    await tx.caseClock.updateMany({ where: { filingId: world.filingId, key }, data: { dueOn: toDateColumn(dueOn) } })
    await tx.filing.update({ where: { id: world.filingId }, data: { ...(state === undefined ? {} : { state }), ...(await nextDue(tx, { filingId: world.filingId })) } })
  })
}

describe('what is due', () => {
  test.each([
    ['2026-03-11', 'overdue'],
    ['2026-03-12', 'threeDays'],
    ['2026-03-15', 'threeDays'],
    ['2026-03-16', 'sevenDays'],
    ['2026-03-19', 'sevenDays'],
  ] as const)('a case due on %s stands under %s, with its rule', async (dueOn, group) => {
    await dueBy('proactiveReview', dueOn)
    const { groups } = await todayOf('reviewer')
    const [item] = about(groups[group], world.filingId)
    expect(item).toMatchObject({ kind: 'case', act: { label: '审查四项标准', link: `/review/${world.filingId}` }, deadline: { dueOn, key: 'proactiveReview', standing: '外省市参考·待确认' } })
  })

  test('nothing is lost or stands twice: due within a week or asked for by somebody', () => {
    const item = fc.record({ offset: fc.option(fc.integer({ min: -30, max: 60 }), { nil: null }), asked: fc.boolean() })
    fc.assert(
      fc.property(fc.array(item, { maxLength: 30 }), (given) => {
        const items = given.map(({ offset, asked }, at): TodayItem => ({
          kind: 'case', id: String(at), filing: null, title: '', detail: '', note: null, act: { label: '', link: '', remind: null }, asked,
          deadline: offset === null ? null : { key: '', label: '', startOn: TODAY, dueOn: addDays(TODAY, offset), state: 'running', amount: 1, unit: 'month', basis: '', standing: '', steps: '', calendarKnown: true, suspendedOn: null, remaining: null },
        }))
        const shown = Object.values(groupByDay(items, TODAY)).flat().map((i) => i.id).toSorted()
        const expected = items.filter((i) => i.asked || (i.deadline?.dueOn != null && daysBetween(TODAY, i.deadline.dueOn) <= 7)).map((i) => i.id).toSorted()
        expect(shown).toEqual(expected)
      }),
    )
  })

  test('a case that waits for its maker is not asked of the reviewer but of the maker', async () => {
    await dueBy('inquiryReply', '2026-03-14', 'questioning')
    const reviewer = await todayOf('reviewer')
    expect(about(Object.values(reviewer.groups).flat(), world.filingId)).toEqual([])
    expect(reviewer.waiting).toContainEqual(expect.objectContaining({ title: `${world.marker}办法`, who: '甲市人民政府办公室', what: '答复函询', mayRemind: true }))
    const clerk = await todayOf('city-clerk')
    expect(about(clerk.groups.threeDays, world.filingId)).toMatchObject([{ act: { label: '答复函询' } }])
  })

  test('the committee is asked for its opinion, another committee is not', async () => {
    expect(about((await todayOf('committee')).groups.asked, world.taskId)).toMatchObject([{ kind: 'committee', act: { label: '提出审查意见' } }])
    expect(JSON.stringify(await todayOf('finance'))).not.toContain(world.marker)
  })

  test('the chief is asked to distribute what was registered, to decide on extensions and to confirm flags', async () => {
    const { prisma } = t.services
    await dueBy('proactiveReview', '2026-04-22')
    const clock = await prisma.caseClock.findFirstOrThrow({ where: { filingId: world.filingId } })
    const request = { filingId: world.filingId, clockId: clock.id, reason: '需要调研', amount: 3, unit: 'month', state: 'requested', requestedBy: personId('reviewer'), requestedByName: '审查甲', requestedAt: new Date('2026-03-09T02:00:00Z') }
    await prisma.extensionRequest.create({ data: { id: newId(), ...request } })
    await (await t.as('reviewer')).post(`/api/review/${world.filingId}/flags/ask-confirmation`, {})
    const other = await createTestWorld(t.services, 'registered')
    const { groups } = await todayOf('chief')
    expect(about(groups.asked, world.filingId).map((i) => i.kind).toSorted()).toEqual(['confirmFlags', 'extension'])
    expect(about(groups.asked, other.filingId).map((i) => i.kind)).toEqual(['distribute'])
    await prisma.filing.update({ where: { id: world.filingId }, data: { dueOn: toDateColumn('2026-03-13') } })
    await prisma.caseClock.updateMany({ where: { filingId: world.filingId }, data: { dueOn: toDateColumn('2026-03-13') } })
    const [own] = about((await todayOf('reviewer')).groups.threeDays, world.filingId)
    expect(own).toMatchObject({ note: '延长申请已送科长甲 3 天，还没有批', act: { label: '催批延长' } })
  })

  test('a council member sees the cases led, whoever has the next word', async () => {
    await dueBy('inquiryReply', '2026-03-10', 'questioning')
    expect(about((await todayOf('leader')).groups.overdue, world.filingId)).toMatchObject([{ kind: 'led', act: { label: '看进展' } }])
    expect(about((await todayOf('issuer')).groups.overdue, world.filingId)).toEqual([])
  })

  test('a draft is due by the day on which its document has to be filed', async () => {
    expect(about((await todayOf('city-clerk')).groups.overdue, world.draftFilingId)).toMatchObject([{ kind: 'draft', deadline: { dueOn: '2026-02-04' } }])
  })
})

describe('reminding others', () => {
  test('tells the people of the committee once a day', async () => {
    const reviewer = await t.as('reviewer')
    const key = `task:${world.taskId}`
    expect(await (await reviewer.post('/api/today/remind', { key })).json()).toEqual({ told: expect.any(Number), who: '甲市人大常委会城环工委' })
    const notices = await t.services.prisma.notice.findMany({ where: { kind: 'nudge', entityId: world.filingId, personId: personId('committee') } })
    expect(notices.map((n) => n.title)).toEqual([`审查甲催办：${world.marker}办法`])
    expect((await todayOf('reviewer')).waiting.find((w) => w.key === key)?.remindedToday).toBe(true)
    const again = await reviewer.post('/api/today/remind', { key })
    expect(again.status).toBe(409)
    expect(await again.json()).toMatchObject({ detail: '今天已经催过，请明天再催，或者电话联系。' })
    t.setToday('2026-03-13')
    expect((await reviewer.post('/api/today/remind', { key })).status).toBe(200)
    t.setToday(TODAY)
  })

  test('only who waits may remind', async () => {
    expect((await (await t.as('second-reviewer')).post('/api/today/remind', { key: `task:${world.taskId}` })).status).toBe(404)
  })
})

describe('given to me', () => {
  test('a distributed case stays there until its reviewer takes it up', async () => {
    await t.services.prisma.filing.update({ where: { id: world.filingId }, data: { state: 'distributed' } })
    expect((await todayOf('reviewer')).given.map((g) => g.id)).toContain(world.filingId)
    expect((await todayOf('second-reviewer')).given.map((g) => g.id)).not.toContain(world.filingId)
    const { results } = (await (await (await t.as('reviewer')).post('/api/queue/start', { cases: [{ id: world.filingId, revision: 1 }] })).json()) as { results: { done: boolean }[] }
    expect(results).toMatchObject([{ done: true }])
    expect((await todayOf('reviewer')).given.map((g) => g.id)).not.toContain(world.filingId)
  })
})

describe('the month', () => {
  test('counts registered and closed cases by working day, and nobody counts who may not', async () => {
    await t.services.prisma.filing.updateMany({ data: { registeredOn: toDateColumn('2026-01-22'), closedOn: null } })
    await t.services.prisma.filing.update({ where: { id: world.filingId }, data: { registeredOn: toDateColumn('2026-03-09') } })
    const other = await createTestWorld(t.services, 'closed')
    await t.services.prisma.filing.update({ where: { id: other.filingId }, data: { closedOn: toDateColumn('2026-03-10') } })
    const { month } = await todayOf('chief')
    expect(month).toMatchObject({ month: '2026-03', registered: 1, closed: 1 })
    expect(month?.days.find((d) => d.date === '2026-03-09')).toEqual({ date: '2026-03-09', registered: 1, closed: 0 })
    expect(month?.days.map((d) => d.date)).not.toContain('2026-03-08')
    expect((await todayOf('city-clerk')).month).toBeNull()
    expect((await todayOf('county-reviewer')).month).toMatchObject({ registered: 0 })
  })
})
