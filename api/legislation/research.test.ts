import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { createTestApp, type TestApp, type TestClient } from '../testing/create-test-app.ts'
import { projectRow } from '../testing/project-row.ts'
import { createTestDraft } from '../testing/test-draft.ts'
import { personId } from '../testing/test-organs.ts'
import { createTestWorld, type TestWorld } from '../testing/test-world.ts'

let t: TestApp
let world: TestWorld
beforeAll(async () => {
  t = await createTestApp({ today: '2026-03-12' })
  world = await createTestWorld(t.services)
})
afterAll(() => t.close())

type Problem = { detail?: string; errors?: { path: string; message: string }[] }
type Finding = { id: string; title: string; text: string; replacedById: string | null; correctionReason: string | null; files: { name: string }[] }
const json = async <T>(response: Response, status = 200): Promise<T> => {
  const text = await response.text()
  expect(response.status, text).toBe(status)
  return JSON.parse(text) as T
}
const findings = async (as: TestClient, id: string): Promise<Finding[]> => (await json<{ items: Finding[] }>(await as.get(`/api/projects/${id}/findings`))).items

describe('a finding', () => {
  test('is corrected by a new one with the reason; the old one stays, and is corrected once', async () => {
    const id = await projectRow(t.services.prisma, { state: 'surveying' })
    const drafter = await t.as('drafter')
    const file = await json<{ id: string }>(await drafter.upload('/api/files', { name: '走访记录.txt', bytes: '记录' }), 201)
    const said = { kind: 'finding', title: '城南走访', text: '登记犬只三百二十只。', fileIds: [file.id] }
    expect((await json<Problem>(await drafter.post(`/api/projects/${id}/findings`, { ...said, on: '2026-03-13' }), 422)).errors).toMatchObject([{ path: 'on', message: '调研的日期不能晚于今天。' }])
    const first = await json<{ id: string }>(await drafter.post(`/api/projects/${id}/findings`, said), 201)
    const legislation = await t.as('legislation')
    const corrected = { ...said, text: '登记犬只二百三十只。', corrects: { id: first.id, reason: '数字抄错' } }
    // the file came from a colleague: it stays with the corrected one
    const second = await json<{ id: string }>(await legislation.post(`/api/projects/${id}/findings`, corrected), 201)
    expect(await findings(legislation, id)).toMatchObject([
      { id: first.id, text: '登记犬只三百二十只。', replacedById: second.id, correctionReason: null }, { id: second.id, text: '登记犬只二百三十只。', replacedById: null, correctionReason: '数字抄错', files: [{ name: '走访记录.txt' }] },
    ])
    expect((await json<Problem>(await drafter.post(`/api/projects/${id}/findings`, corrected), 422)).errors).toMatchObject([{ path: 'corrects' }])
    expect((await json<Problem>(await legislation.post(`/api/projects/${id}/findings`, { ...said, fileIds: [], corrects: { id: second.id, reason: ' ' } }), 422)).errors).toMatchObject([{ message: '请写明更正的原因' }])
    const told = await (await legislation.get(`/api/projects/${id}/history`)).text()
    for (const words of ['三百二十只', '更正调研：城南走访', '更正原因：数字抄错']) expect(told).toContain(words)
  })

  test('of another project is not corrected from here', async () => {
    const [mine, other] = [await projectRow(t.services.prisma, { state: 'surveying' }), await projectRow(t.services.prisma, { state: 'surveying' })]
    const legislation = await t.as('legislation')
    const there = await json<{ id: string }>(await legislation.post(`/api/projects/${other}/findings`, { kind: 'finding', title: '甲' }), 201)
    expect((await json<Problem>(await legislation.post(`/api/projects/${mine}/findings`, { kind: 'finding', title: '乙', corrects: { id: there.id, reason: '改' } }), 422)).errors).toMatchObject([{ path: 'corrects' }])
  })
})

describe('a text of the library', () => {
  const compare = (as: TestClient, projectId: string, ...which: string[]) => {
    const [from = '', middle = '', to] = which
    return as.get(`/api/projects/${projectId}/comparison?${new URLSearchParams(to === undefined ? { from, to: middle } : { from, middle, to }).toString()}`)
  }
  let address = ''
  beforeAll(async () => {
    const { work, dateKey } = await t.services.prisma.version.update({ where: { id: world.versionId }, data: { publishedAt: t.services.clock.now() }, include: { work: true } })
    address = `${work.key}:${dateKey}`
  })

  test('is held against the draft article by article, also between two of its texts', async () => {
    const legislation = await t.as('legislation')
    const { projectId, sentSnapshotId } = await createTestDraft(t.services.prisma, { marker: newId(), title: '统一审议中的条例', state: 'unifiedReview' })
    const two = await json<{ sides: { label: string; draft: boolean }[]; two: { rows: unknown[] }; three: null }>(await compare(legislation, projectId, address, 'working'))
    expect(two.sides.map((s) => s.draft)).toEqual([false, true])
    expect(two.sides[1]?.label).toBe('本项目草案　工作稿')
    expect(two.two.rows.length).toBeGreaterThan(0)
    const three = await json<{ sides: unknown[]; three: { rows: unknown[] } }>(await compare(legislation, projectId, address, sentSnapshotId, 'working'))
    expect([three.sides.length, three.three.rows.length > 0]).toEqual([3, true])
  })

  test('is listed once', async () => {
    const legislation = await t.as('legislation')
    const id = await projectRow(t.services.prisma, { state: 'surveying' })
    const text = { kind: 'otherPlace', title: '外地办法', address }
    expect((await legislation.post(`/api/projects/${id}/findings`, text)).status).toBe(201)
    expect((await json<Problem>(await legislation.post(`/api/projects/${id}/findings`, text), 409)).detail).toContain('已经列入')
    expect((await legislation.post(`/api/projects/${id}/findings`, { ...text, kind: 'superior' })).status).toBe(201)
  })

  test('that was listed by mistake is taken off with the reason, stays in the history, and may be listed again', async () => {
    const [legislation, drafter] = [await t.as('legislation'), await t.as('drafter')]
    const id = await projectRow(t.services.prisma, { state: 'surveying' })
    const text = { kind: 'otherPlace', title: '外地办法', address }
    const listed = await json<{ id: string }>(await drafter.post(`/api/projects/${id}/findings`, text), 201)
    const off = (findingId: string, reason: string) => legislation.post(`/api/projects/${id}/findings/${findingId}/removal`, { reason })
    expect((await json<Problem>(await off(listed.id, ' '), 422)).errors).toMatchObject([{ path: 'reason', message: '请写明移出的原因' }])
    await json(await off(listed.id, '与本条例无关'))
    expect((await json<Problem>(await off(listed.id, '再移一次'), 409)).detail).toContain('已经移出')
    expect(await json(await legislation.get(`/api/projects/${id}/findings`))).toMatchObject({ items: [{ id: listed.id, removed: { on: '2026-03-12', by: '法规甲', reason: '与本条例无关' } }] })
    const { items } = await json<{ items: { title: string; detail: string; by: string }[] }>(await legislation.get(`/api/projects/${id}/history`))
    expect(items.filter((e) => e.title.includes('外地办法'))).toMatchObject([{ title: '移出调研：外地办法', detail: '与本条例无关', by: '法规甲' }, { title: '调研：外地办法', by: '起草甲' }])
    expect((await legislation.post(`/api/projects/${id}/findings`, text)).status).toBe(201)
    const said = await json<{ id: string }>(await legislation.post(`/api/projects/${id}/findings`, { kind: 'finding', title: '走访' }), 201)
    expect((await json<Problem>(await off(said.id, '写错'), 409)).detail).toContain('写错的请更正')
    const other = await projectRow(t.services.prisma, { state: 'surveying' })
    expect((await legislation.post(`/api/projects/${other}/findings/${said.id}/removal`, { reason: '列错' })).status).toBe(404)
  })

  test('is not a way to a working copy that a person may not open', async () => {
    const { projectId, sentSnapshotId, workingSnapshotId } = await createTestDraft(t.services.prisma, { marker: newId(), title: '统一审议中的条例', state: 'unifiedReview' })
    const drafter = await t.as('drafter')
    for (const which of ['working', workingSnapshotId, newId()]) expect((await compare(drafter, projectId, address, which)).status, which).toBe(404)
    expect((await compare(drafter, projectId, address, sentSnapshotId)).status).toBe(200)
    expect((await compare(await t.as('province'), projectId, address, sentSnapshotId)).status).toBe(404)
    await t.services.prisma.version.update({ where: { id: world.versionId }, data: { publishedAt: null } })
    expect((await compare(drafter, projectId, address, sentSnapshotId)).status).toBe(404)
    expect((await compare(drafter, projectId, 'no-such-law:2020-01-01', sentSnapshotId)).status).toBe(404)
  })
})

describe('a person who takes part', () => {
  test('is chosen from those who can, sees this project only, and is taken off by a recorded act', async () => {
    const { prisma } = t.services
    const changes = { state: 'drafting', leadOrganId: null, leadOrgan: '某研究中心', proposerOrganId: null } as const
    const [mine, other] = [await projectRow(prisma, changes), await projectRow(prisma, changes)]
    const legislation = await t.as('legislation')
    const { participants } = await json<{ participants: { id: string; name: string; organ: string; parts: string[] }[] }>(await legislation.get('/api/projects/choices'))
    const drafter = participants.find((p) => p.name === '起草甲')
    expect(drafter).toMatchObject({ id: personId('drafter'), organ: '甲市城市管理局', parts: ['drafting', 'commissioned', 'earlyParticipant', 'invited'] })
    expect(participants.map((p) => p.name)).not.toContain('报备甲')
    expect((await json<Problem>(await legislation.post(`/api/projects/${mine}/members`, { personId: personId('city-clerk'), part: 'commissioned' }), 422)).errors).toMatchObject([{ path: 'personId' }])

    const as = await t.as('drafter')
    const seen = async (): Promise<string[]> => (await json<{ items: { id: string }[] }>(await as.get('/api/projects?view=all&limit=200'))).items.map((p) => p.id).filter((p) => p === mine || p === other)
    expect(await seen()).toEqual([])
    const { id: memberId } = await json<{ id: string }>(await legislation.post(`/api/projects/${mine}/members`, { personId: personId('drafter'), part: 'commissioned', note: '起草总则' }), 201)
    expect(await seen()).toEqual([mine])
    expect((await as.get(`/api/projects/${other}`)).status).toBe(404)
    const shown = await json<{ actions: { key: string }[] }>(await as.get(`/api/projects/${mine}`))
    expect(shown.actions.map((a) => a.key)).toContain('recordResearch')

    await json(await legislation.post(`/api/projects/${mine}/members/${memberId}/end`, { reason: '课题结束' }))
    expect(await seen()).toEqual([])
    expect((await as.get(`/api/projects/${mine}`)).status).toBe(404)
    expect(await prisma.projectMember.findUniqueOrThrow({ where: { id: memberId } })).toMatchObject({ endedByName: '法规甲', endReason: '课题结束' })
    const told = await (await legislation.get(`/api/projects/${mine}/history`)).text()
    for (const words of ['参加项目：起草甲', '起草总则', '不再参加：起草甲', '课题结束']) expect(told).toContain(words)
    expect((await legislation.post(`/api/projects/${mine}/members/${memberId}/end`, {})).status).toBe(404)
  })
})
