import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { organId, personId } from '../testing/test-organs.ts'
import { createReviewWorld, type ReviewWorld } from './testing/review-world.ts'

let t: TestApp
let world: ReviewWorld
beforeAll(async () => {
  t = await createTestApp()
})
beforeEach(async () => {
  t.setToday('2026-03-12')
  world = await createReviewWorld(t.services, 'registered')
})
afterAll(() => t.close())

const distribute = async (more: Record<string, unknown> = {}, as = 'chief', revision = 1) =>
  (await t.as(as)).post(`/api/review/${world.filingId}/distribution`, { organIds: [organId('cityUrban'), organId('cityFinance')], ...more }, { revision })
const tasks = () => t.services.prisma.caseTask.findMany({ where: { filingId: world.filingId }, include: { clocks: true }, orderBy: { id: 'asc' } })

describe('giving a case to committees', () => {
  test('each has a task, a clock of its own, a numbered letter as docx and PDF, and is told', async () => {
    const response = await distribute()
    expect(response.status, await response.clone().text()).toBe(201)
    expect(await t.services.prisma.filing.findUnique({ where: { id: world.filingId } })).toMatchObject({ state: 'distributed', reviewerId: personId('reviewer') })
    const given = await tasks()
    expect(given.map((task) => task.clocks.map((c) => [c.key, c.state, c.dueOn?.toISOString().slice(0, 10)]))).toEqual([[['committeeOpinion', 'running', '2026-04-13']], [['committeeOpinion', 'running', '2026-04-13']]])
    const letters = await t.services.prisma.paper.findMany({ where: { filingId: world.filingId, kind: 'distributionLetter' }, orderBy: { number: 'asc' } })
    expect(letters).toHaveLength(2)
    expect(new Set(letters.map((l) => l.number)).size).toBe(2)
    for (const letter of letters) expect(letter).toMatchObject({ state: 'issued', number: expect.stringMatching(/^甲常法工函〔2026〕\d+号$/u), docxFileId: expect.any(String), pdfFileId: expect.any(String) })
    expect(await t.services.prisma.notice.count({ where: { personId: personId('committee'), entityId: { in: given.map((g) => g.id) } } })).toBe(1)
  })

  test('an earlier day may be asked for, a later one than the rule gives may not', async () => {
    expect((await distribute({ dueOn: '2026-06-01' })).status).toBe(422)
    expect((await distribute({ dueOn: '2026-03-20' })).status).toBe(201)
    expect((await tasks()).map((task) => task.dueOn?.toISOString().slice(0, 10))).toEqual(['2026-03-20', '2026-03-20'])
  })

  test('a committee that was asked and has not answered is not asked again; another may be added under way', async () => {
    await distribute({ organIds: [organId('cityUrban')] })
    expect((await distribute({ organIds: [organId('cityUrban')] }, 'chief', 2)).status).toBe(409)
    expect((await distribute({ organIds: [organId('cityFinance')] }, 'reviewer', 2)).status).toBe(201)
    expect(await tasks()).toHaveLength(2)
  })

  test.each([
    ['who drafted the document', 'second-reviewer', '参与起草'],
    ['who sent the filing in', 'chief', '办理了这份文件的报备'],
    ['who is no reviewer', 'committee', '须是本级的审查人员'],
  ])('somebody %s is not named its reviewer', async (_who, username, sentence) => {
    await t.services.prisma.filing.update({ where: { id: world.filingId }, data: { drafterIds: [personId('second-reviewer')], createdBy: personId('chief') } })
    const refused = await distribute({ reviewerId: personId(username) }, 'reviewer')
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(sentence)
    expect(await tasks()).toEqual([])
  })

  test.each([
    ['an organ that is no committee', () => ({ organIds: [organId('cityGovernment')] }), 'chief', 422],
    ['the maker', () => ({}), 'city-clerk', 403],
    ['a stale revision', () => ({}), 'chief', 412],
  ])('%s is refused', async (name, more, as, status) => {
    expect((await distribute(more(), as, name === 'a stale revision' ? 7 : 1)).status).toBe(status)
    expect(await tasks()).toEqual([])
  })
})

describe('the committee’s opinion', () => {
  const ofUrban = async () => (await tasks()).find((task) => task.assigneeOrganId === organId('cityUrban')) ?? expect.unreachable('no task of the committee')
  const answerAs = async (username: string, taskId: string, revision = 1) => (await t.as(username)).post(`/api/committee/tasks/${taskId}/answer`, { opinion: '第三条的户籍限制没有上位法依据。' }, { revision })

  test('shows document, request and flags to its committee and to nobody else’s', async () => {
    await distribute({ organIds: [organId('cityUrban')], request: '请重点审查第三条。' })
    const { id } = await ofUrban()
    expect(await (await (await t.as('committee')).get(`/api/committee/tasks/${id}`)).json()).toMatchObject({ task: { request: '请重点审查第三条。', dueOn: '2026-04-13' }, mayAnswer: true, mayExtend: false, workbench: { text: { tree: { title: '甲市城市养犬管理办法' } }, rights: { flag: true, review: false } } })
    for (const username of ['finance', 'city-clerk', 'reception', 'county-reviewer']) expect((await (await t.as(username)).get(`/api/committee/tasks/${id}`)).status, username).toBeGreaterThanOrEqual(403)
    expect(await (await (await t.as('committee')).get('/api/committee/tasks')).text()).toContain(id)
    expect(await (await (await t.as('finance')).get('/api/committee/tasks')).text()).not.toContain(id)
  })

  test('is given once, kept as a paper, tells the reviewer, and leaves the other committee’s time running', async () => {
    await distribute()
    const { id } = await ofUrban()
    expect((await answerAs('finance', id)).status).toBe(404)
    expect((await answerAs('reviewer', id)).status).toBe(403)
    expect((await answerAs('committee', id)).status).toBe(201)
    expect((await answerAs('committee', id, 2)).status).toBe(409)
    const [own, other] = [await ofUrban(), (await tasks()).find((task) => task.assigneeOrganId === organId('cityFinance'))]
    expect(own).toMatchObject({ state: 'answered', answer: '第三条的户籍限制没有上位法依据。', clocks: [{ state: 'met' }] })
    expect(other?.clocks).toMatchObject([{ state: 'running' }])
    expect(await t.services.prisma.paper.count({ where: { taskId: id, kind: 'committeeOpinion', state: 'issued' } })).toBe(1)
    expect(await t.services.prisma.notice.count({ where: { personId: personId('reviewer'), dedupeKey: `committeeOpinion:${id}` } })).toBe(1)
  })

  test('takes files byte for byte, which the review reads, and neither the maker nor another committee', async () => {
    await distribute()
    const { id } = await ofUrban()
    const bytes = new TextEncoder().encode('第三条的比较表\u0000\r\n')
    const uploaded = await (await t.as('committee')).upload('/api/files', { name: '比较表.bin', bytes })
    const file = (await uploaded.json()) as { id: string; sha256: string }
    const strange = (await (await (await t.as('city-clerk')).upload('/api/files', { name: '说明.txt', bytes: '别人的' })).json()) as { id: string }
    const give = async (fileIds: string[]) => (await t.as('committee')).post(`/api/committee/tasks/${id}/answer`, { opinion: '见附表。', fileIds }, { revision: 1 })
    expect((await give([file.id, strange.id])).status).toBe(422)
    expect((await give([file.id])).status).toBe(201)
    const page = (await (await (await t.as('reviewer')).get(`/api/committee/tasks/${id}`)).json()) as { task: { files: unknown } }
    expect(page.task.files).toEqual([{ id: file.id, name: '比较表.bin', sizeBytes: bytes.length, sha256: file.sha256 }])
    const download = async (username: string) => (await t.as(username)).get(`/api/files/${file.id}/content`)
    for (const username of ['committee', 'reviewer', 'chief']) expect(new Uint8Array(await (await download(username)).arrayBuffer()), username).toEqual(bytes)
    for (const username of ['finance', 'city-clerk', 'reception', 'county-reviewer']) expect((await download(username)).status, username).toBe(404)
  })

  test('a member raises a flag of the committee, which the chief confirms', async () => {
    await distribute({ organIds: [organId('cityUrban')] })
    const raised = await (await t.as('committee')).post(`/api/review/${world.filingId}/flags`, { passage: [{ eId: 'art_3__para_1__item_1', start: 0, exact: '具有本市户籍' }], standard: 'legality', code: 'ULTRA_VIRES', severity: 'ordinary', reason: '增设条件。', judgedOn: '2026-02-01' })
    expect(raised.status).toBe(201)
    expect((await (await t.as('chief')).post(`/api/review/${world.filingId}/flags/confirm`)).status).toBe(200)
  })

  test('time is added once by the chief, counted from the last day; what comes later still counts and is marked', async () => {
    await distribute({ organIds: [organId('cityUrban')] })
    const { id } = await ofUrban()
    const extend = async (username: string, revision: number) => (await t.as(username)).post(`/api/committee/tasks/${id}/extension`, { reason: '需要实地调研' }, { revision })
    expect((await extend('committee', 1)).status).toBe(403)
    expect(await (await extend('chief', 1)).json()).toMatchObject({ dueOn: '2026-05-13' })
    expect((await extend('chief', 2)).status).toBe(409)
    expect((await ofUrban()).clocks.map((c) => [c.key, c.state])).toEqual(expect.arrayContaining([['committeeOpinion', 'cancelled'], ['committeeOpinion.extension', 'running']]))
    t.setToday('2026-05-20')
    expect((await answerAs('committee', id, 2)).status).toBe(201)
    expect(await (await (await t.as('committee')).get('/api/committee/tasks?answered=true')).json()).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ id, late: true })]) })
  })
})
