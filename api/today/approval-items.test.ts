import { afterAll, beforeAll, expect, test } from 'vitest'
import { createProjectWorld } from '../testing/project-world.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import type { Today } from './today-schema.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp({ today: '2026-03-12' })
})
afterAll(() => t.close())

const todayOf = async (username: string): Promise<Today> => (await (await t.as(username)).get('/api/today')).json() as Promise<Today>
const items = async (username: string, projectId: string, requestId: string) => Object.values((await todayOf(username)).groups).flat().filter((i) => i.id === requestId || i.id === projectId)
const act = async (username: string, id: string, tail: string, input: object): Promise<void> => {
  const client = await t.as(username)
  const { revision } = await (await client.get(`/api/approvals/${id}`)).json() as { revision: number }
  const answer = await client.post(`/api/approvals/${id}/${tail}`, input, { revision })
  if (answer.status >= 300) throw new Error(await answer.text())
}

test('the province has what was sent to it on its first page, with its four months; the city the opinions that wait for an answer', async () => {
  const world = await createProjectWorld(t.services, { state: 'adopted', adopted: true })
  const { revision } = await t.services.prisma.project.findUniqueOrThrow({ where: { id: world.projectId }, select: { revision: true } })
  const sent = await (await t.as('legislation-chief')).post(`/api/projects/${world.projectId}/approval`, {}, { revision })
  const { id } = await sent.json() as { id: string }
  expect(await items('province', world.projectId, id)).toMatchObject([{ deadline: null, act: { label: '接收齐全的材料', link: `/approvals/${id}` } }])
  expect((await items('legislation', world.projectId, id)).filter((i) => i.id === id)).toEqual([])
  await act('province', id, 'receipt', { receivedOn: '2026-03-12' })
  expect(await items('province', world.projectId, id)).toMatchObject([{ deadline: { key: 'legislation.approval', dueOn: '2026-07-13' }, act: { label: '审查' } }])
  await act('province', id, 'opinions', { articleId: null, text: '请说明依据' })
  expect((await items('legislation', world.projectId, id)).filter((i) => i.id === id)).toMatchObject([{ detail: expect.stringContaining('1 条审查意见没有答复'), act: { label: '答复审查意见', link: `/approvals/${id}` } }])
  expect(await items('reviewer', world.projectId, id)).toEqual([])
  expect(await items('proposer', world.projectId, id)).toEqual([])
})
