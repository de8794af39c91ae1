import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ruleInForce } from '../deadline/index.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { organId } from '../testing/test-organs.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

const city = () => organId('cityCommittee')
const rule = (organ: string) => ruleInForce(t.services.prisma, { organId: organ, key: 'correction' })

describe('deadline rules', () => {
  test('a change holds for the own committee only and keeps every earlier value', async () => {
    const administrator = await t.as('administrator')
    for (const amount of [12, 10]) {
      const saved = await administrator.put('/api/administration/deadline-rules/correction', { organId: city(), amount, unit: 'workDay', basis: '本地备案审查条例第十二条', confirmed: true })
      expect(saved.status).toBe(200)
    }
    expect(await rule(city())).toMatchObject({ amount: 10, unit: 'workDay', confirmed: true })
    expect(await rule(organId('countyCommittee'))).toMatchObject({ amount: 15, unit: 'calendarDay', confirmed: false })
    expect(await t.services.prisma.deadlineRuleSetting.count({ where: { organId: city(), key: 'correction' } })).toBe(2)
  })

  test('a rule taken from elsewhere cannot be confirmed without a local basis', async () => {
    const response = await (await t.as('administrator')).put('/api/administration/deadline-rules/correction', { organId: city(), amount: 10, unit: 'workDay', basis: '外省市条例参考', confirmed: true })
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ errors: [{ path: 'basis', message: '确认以前，请把依据改为本地规定的名称和条文。' }] })
  })

  test('a rule of another committee cannot be set', async () => {
    const response = await (await t.as('administrator')).put('/api/administration/deadline-rules/correction', { organId: organId('countyCommittee'), amount: 10, unit: 'workDay', basis: '本地条例第十二条', confirmed: false })
    expect(response.status).toBe(403)
  })
})

describe('the calendar', () => {
  test('says that a year is not known, and knows a day that was entered', async () => {
    const administrator = await t.as('administrator')
    const before = (await (await administrator.get('/api/administration/calendar/2027')).json()) as { known: boolean; days: { date: string; work: boolean | null }[] }
    expect(before.known).toBe(false)
    expect(before.days).toHaveLength(365)
    expect(before.days.find((d) => d.date === '2027-10-01')?.work).toBeNull()
    await administrator.put('/api/administration/calendar', { days: [{ date: '2027-10-01', kind: 'rest', note: '国庆节' }] })
    const after = (await (await administrator.get('/api/administration/calendar/2027')).json()) as typeof before
    expect(after.days.find((d) => d.date === '2027-10-01')).toMatchObject({ work: false, entered: 'rest', note: '国庆节' })
  })
})
