import { afterAll, beforeAll, expect, test } from 'vitest'
import { toDateColumn } from '../platform/legal-date.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { createTestWorld } from '../testing/test-world.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
  const first = await createTestWorld(t.services)
  const second = await createTestWorld(t.services)
  await t.services.prisma.filing.update({ where: { id: first.filingId }, data: { flagsOnRecord: ['lateFiling'] } })
  await t.services.prisma.filing.update({ where: { id: second.filingId }, data: { state: 'closed', outcome: 'noProblem', closedOn: toDateColumn('2026-02-20') } })
})
afterAll(() => t.close())

const year = async (username: string, of: number) => (await (await t.as(username)).get(`/api/statistics?year=${of}`)).json()

test('a committee counts what it received, not what a county received, and no drafts', async () => {
  expect(await year('chief', 2026)).toMatchObject({ received: 2, registered: 2, closed: 1, open: 1, late: 1, onTime: 1, byOutcome: [{ label: '未发现问题', count: 1 }] })
  expect(await year('county-reviewer', 2026)).toMatchObject({ received: 2, closed: 0, byOutcome: [] })
  expect(await year('other-county-reviewer', 2026)).toMatchObject({ received: 0, suggestions: { received: 0 } })
})

test('a case belongs to the year in which it was submitted', async () => {
  expect(await year('chief', 2025)).toMatchObject({ received: 0, byMaker: [] })
})

test('returned cases, cases with problems and the year before are counted; every year with cases can be chosen', async () => {
  const figures = (await year('chief', 2026)) as { received: number; withProblems: number; returned: number; years: number[] }
  expect(figures).toMatchObject({ withProblems: 2, returned: 0, years: [2026], previousReceived: 0 })
  expect(await year('chief', 2027)).toMatchObject({ previousReceived: 2, years: [2027, 2026] })
})

test('a city and a province read numbers of the committees below, a county of none', async () => {
  const below = async (username: string) => (await (await t.as(username)).get('/api/statistics/below?year=2026')).json()
  expect(await below('chief')).toMatchObject({ committees: [{ name: '乙县人大常委会', received: 2, closed: 0 }, { received: 0 }] })
  const province = (await below('province')) as { committees: { level: string; received: number }[] }
  expect(province.committees.map((c) => [c.level, c.received])).toEqual([['city', 2], ['county', 2], ['county', 0]])
  expect(await below('county-reviewer')).toMatchObject({ committees: [] })
})
