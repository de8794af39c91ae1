import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { createTestWorld } from '../testing/test-world.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

describe('the record of a case', () => {
  test('tells the reviewer what may be done now, with the basis', async () => {
    const world = await createTestWorld(t.services)
    const response = await (await t.as('reviewer')).get(`/api/filings/${world.filingId}`)
    const filing = await response.json()
    expect(response.headers.get('etag')).toBe('"1"')
    expect(filing).toMatchObject({ audience: 'review', state: { id: 'underReview', label: '审查中', sign: '●' }, handling: { reviewer: { name: '审查甲' }, leader: { name: '副主任甲' } }, versionId: world.versionId })
    expect(filing.actions).toContainEqual(expect.objectContaining({ key: 'noProblem', blocked: expect.stringContaining('四项标准') }))
    expect(filing.actions.map((a: { key: string }) => a.key)).not.toContain('issueOpinion')
  })

  test('keeps from the maker who handles it, and what the reviewers think', async () => {
    const world = await createTestWorld(t.services, 'concern')
    const body = await (await (await t.as('city-clerk')).get(`/api/filings/${world.filingId}`)).text()
    const filing = JSON.parse(body)
    expect(filing).toMatchObject({ audience: 'maker', handling: null, state: { id: 'underReview', label: '审查中' } })
    for (const secret of ['副主任甲', '审查甲', `${world.marker}理由`, 'concern', '认为有问题']) expect(body).not.toContain(secret)
  })

  test.each([
    ['the maker sees its own draft', 'city-clerk', 200],
    ['the committee does not', 'reviewer', 404],
    ['nor does another maker', 'court-clerk', 404],
  ])('%s', async (_name, username, status) => {
    const world = await createTestWorld(t.services)
    expect((await (await t.as(username)).get(`/api/filings/${world.draftFilingId}`)).status).toBe(status)
  })
})
