import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { anyActor } from '../testing/any-actor.ts'
import { plenaryRow } from '../testing/project-row.ts'
import { createTestApp, type TestApp, type TestClient } from '../testing/create-test-app.ts'
import { organId, personId } from '../testing/test-organs.ts'
import { remindTasks } from './remind-tasks.ts'
import { taskPolicy, taskSubjectSelect } from './task-policy.ts'

const TODAY = '2026-03-12'
let t: TestApp
beforeAll(async () => {
  t = await createTestApp({ today: TODAY })
})
afterAll(() => t.close())

type Action = { key: string; main: boolean; place: string; refused: { rule: string } | null; missing: string[]; documents: { kind: string; there: boolean; mayGive: boolean }[]; fields: { name: string; required: boolean }[] }
type Shown = { id: string; revision: number; title: string; state: { id: string; label: string }; actions: Action[]; members: { id: string; name: string; part: string; to: string | null }[]; next: { label: string; dueOn: string } | null; may: Record<string, boolean>; readingTrack: { readings: number; decidedBy: string } | null }
type Problem = { type: string; detail?: string; rule?: string; basis?: string; errors?: { path: string; message: string }[] }

const json = async <T>(response: Response, status = 200): Promise<T> => {
  const text = await response.text()
  expect(response.status, text).toBe(status)
  return JSON.parse(text) as T
}
const open = async (as: TestClient, body: Record<string, unknown> = {}): Promise<string> =>
  (await json<{ id: string }>(await as.post('/api/projects', { title: '养犬管理条例', proposer: '甲市人民政府', proposerOrganId: organId('cityGovernment'), leadOrganId: organId('cityBureau'), committeeOrganId: organId('cityUrban'), ...body }), 201)).id
const read = async (as: TestClient, id: string): Promise<Shown> => json<Shown>(await as.get(`/api/projects/${id}`))
const upload = async (as: TestClient, name = '材料.txt'): Promise<string> => (await json<{ id: string }>(await as.upload('/api/files', { name, bytes: `${name} ${newId()}` }), 201)).id
const act = async (as: TestClient, id: string, key: string, input: Record<string, unknown> = {}, revision?: number): Promise<Response> => as.post(`/api/projects/${id}/steps/${key}`, input, { revision: revision ?? (await read(as, id)).revision })
/** Take a step, with a file for everything that it still asks for. */
const take = async (username: string, id: string, key: string, values: Record<string, string> = {}): Promise<Shown> => {
  const as = await t.as(username)
  const action = (await read(as, id)).actions.find((a) => a.key === key)
  const documents = await Promise.all((action?.documents ?? []).filter((d) => !d.there && d.mayGive).map(async ({ kind }) => ({ kind, fileId: await upload(as, `${kind}.txt`) })))
  return json<Shown>(await act(as, id, key, { values, documents }))
}

describe('a project over the API', () => {
  test('is opened, appraised and told step by step, each with what it asks for', async () => {
    const legislation = await t.as('legislation')
    const id = await open(legislation)
    const shown = await read(legislation, id)
    expect(shown).toMatchObject({ title: '养犬管理条例', state: { id: 'proposalCollected', label: '项目征集' }, may: { manage: true, act: true } })
    const appraise = shown.actions.find((a) => a.key === 'appraise')
    expect(appraise).toMatchObject({ main: true, place: 'project', refused: null, missing: ['立项建议书', '可行性报告（或者写明不需要的原因）', '草案建议稿（或者写明不需要的原因）'] })

    const refused = await json<Problem>(await act(legislation, id, 'appraise'), 409)
    expect(refused).toMatchObject({ rule: 'documentsIn', detail: expect.stringContaining('立项建议书') })

    const fileId = await upload(legislation, '立项建议书.txt')
    const after = await json<Shown>(await act(legislation, id, 'appraise', { documents: [{ kind: 'projectProposal', fileId, documentNo: '甲建〔2026〕1号', dated: '2026-03-02' }, { kind: 'feasibilityReport', notApplicableReason: '与建议书合并' }, { kind: 'suggestedDraft', notApplicableReason: '起草时提出' }] }))
    expect(after.state.id).toBe('projectAppraised')
    expect(after.actions.map((a) => a.key)).not.toContain('list')
    expect((await read(await t.as('legislation-chief'), id)).actions.find((a) => a.key === 'list')).toMatchObject({ refused: { rule: 'inAdoptedPlan' } })

    const documents = (await json<{ items: { kind: string; title: string; form: string; documentNo: string | null; reason: string | null }[] }>(await legislation.get(`/api/projects/${id}/documents`))).items
    expect(documents.map((d) => [d.kind, d.form]).toSorted()).toEqual([['feasibilityReport', 'excuse'], ['projectProposal', 'file'], ['suggestedDraft', 'excuse']])
    const history = (await json<{ items: { kind: string; title: string; to: string | null }[] }>(await legislation.get(`/api/projects/${id}/history`))).items
    expect(history.filter((e) => e.kind === 'step').map((e) => e.title)).toEqual(['立项论证', '立项申报'])
  })

  test('refuses in Chinese what is not filled in right, by field, and changes nothing', async () => {
    const legislation = await t.as('legislation')
    const id = await open(legislation)
    const wrong = await json<Problem>(await act(legislation, id, 'partyConsult', { values: { partyMatter: 'other', partyReply: '同意', partyRepliedOn: '三月一日' } }), 422)
    expect(wrong.errors?.map((e) => e.path)).toEqual(['values.partyMatter', 'values.partyRepliedOn'])
    expect((await json<Problem>(await act(legislation, id, 'partyConsult', { values: { partyMatter: 'list', partyReply: '同意' } }), 409)).detail).toContain('答复日期')
    expect((await json<Problem>(await act(legislation, id, 'recordResearch', { values: { finding: '走访' }, on: '2026-03-13' }), 422)).errors).toMatchObject([{ path: 'on' }])
    expect((await json<Problem>(await act(legislation, id, 'recordResearch', { values: { finding: '走访' }, on: '2026-01-01' }), 422)).errors).toMatchObject([{ path: 'on', message: expect.stringContaining('不能早于') }])
    expect((await act(legislation, id, 'noSuchStep')).status).toBe(404)
    expect((await json<Problem>(await legislation.post('/api/projects', { title: '', proposer: '' }), 422)).errors?.map((e) => e.path)).toEqual(['title', 'proposer'])
    expect((await read(legislation, id)).revision).toBe(1)
  })

  test('of two clerks at once, one is told that somebody was first', async () => {
    const [one, two] = [await t.as('legislation'), await t.as('legislation-chief')]
    const id = await open(one)
    const answers = await Promise.all([act(one, id, 'recordResearch', { values: { finding: '甲处' } }, 1), act(two, id, 'recordResearch', { values: { finding: '乙处' } }, 1)])
    expect(answers.map((a) => a.status).toSorted()).toEqual([200, 412])
    expect(await t.services.prisma.researchFinding.count({ where: { projectId: id } })).toBe(1)
  })

  test('keeps what a file replaces, and takes no text once it is voted on', async () => {
    const legislation = await t.as('legislation')
    const id = await open(legislation)
    const first = await json<{ id: string }>(await legislation.post(`/api/projects/${id}/documents`, { kind: 'projectProposal', fileId: await upload(legislation) }), 201)
    const second = await json<{ id: string }>(await legislation.post(`/api/projects/${id}/documents`, { kind: 'projectProposal', fileId: await upload(legislation), replacesId: first.id }), 201)
    expect((await json<Problem>(await legislation.post(`/api/projects/${id}/documents`, { kind: 'projectProposal', text: '又一稿', replacesId: first.id }), 422)).errors).toMatchObject([{ path: 'replacesId' }])
    const listed = async (as: TestClient) => (await json<{ items: { id: string; replaced: boolean; mayReplace: boolean }[] }>(await as.get(`/api/projects/${id}/documents`))).items
    const all = await listed(legislation)
    expect(all.filter((d) => d.mayReplace).map((d) => d.id)).toEqual([second.id])
    expect((await listed(await t.as('leader'))).some((d) => d.mayReplace)).toBe(true)
    expect(Object.fromEntries(all.map((d) => [d.id, d.replaced]))).toEqual({ [first.id]: true, [second.id]: false })
    await t.services.prisma.project.update({ where: { id }, data: { state: 'adopted' } })
    for (const kind of ['votingText', 'firstReadingText', 'adoptedText']) expect(await json<Problem>(await legislation.post(`/api/projects/${id}/documents`, { kind, text: '第一条' }), 409)).toMatchObject({ rule: 'textAdopted' })
  })

  test('opens its files to those who read that part of it, and to nobody else', async () => {
    const legislation = await t.as('legislation')
    const id = await open(legislation)
    const inner = await upload(legislation, '党委答复.txt')
    const outer = await upload(legislation, '立项建议书.txt')
    await json(await act(legislation, id, 'partyConsult', { values: { partyMatter: 'list', partyReply: '同意', partyRepliedOn: '2026-03-10' }, documents: [{ kind: 'partyReport', fileId: inner }] }))
    await json(await legislation.post(`/api/projects/${id}/documents`, { kind: 'projectProposal', fileId: outer }), 201)
    const seen = async (username: string | null): Promise<number[]> => {
      const as = await t.as(username)
      return [(await as.get(`/api/files/${inner}/content`)).status, (await as.get(`/api/files/${outer}/content`)).status]
    }
    expect(await seen('leader')).toEqual([200, 200])
    expect(await seen('drafter')).toEqual([404, 200])
    for (const username of ['member', 'province', 'court-clerk', 'county-reviewer', 'nobody']) expect(await seen(username), username).toEqual([404, 404])
    const listed = await (await (await t.as('drafter')).get(`/api/projects/${id}/documents`)).text()
    expect(listed).not.toContain('党委答复')
    const told = await (await (await t.as('drafter')).get(`/api/projects/${id}/history`)).text()
    expect(told).toContain('立项申报')
    expect(told).not.toContain('报请党委')
  })

  test('shows a commissioned drafter its projects only, as long as it takes part', async () => {
    const legislation = await t.as('legislation')
    const [mine, other] = [await open(legislation, { leadOrganId: null, leadOrgan: '某局' }), await open(legislation, { leadOrganId: null, leadOrgan: '某局' })]
    const drafter = await t.as('drafter')
    const list = async (): Promise<string[]> => (await json<{ items: { id: string }[] }>(await drafter.get('/api/projects?view=all&limit=200'))).items.map((p) => p.id).filter((p) => p === mine || p === other)
    expect(await list()).toEqual([])
    await json(await legislation.post(`/api/projects/${mine}/members`, { organId: organId('cityBureau'), part: 'commissioned' }), 201)
    expect(await list()).toEqual([mine])
    expect((await drafter.get(`/api/projects/${other}`)).status).toBe(404)
    expect((await legislation.post(`/api/projects/${mine}/members`, { organId: organId('cityBureau'), part: 'commissioned' })).status).toBe(409)
    const member = (await read(legislation, mine)).members[0]
    await json(await legislation.post(`/api/projects/${mine}/members/${member?.id ?? ''}/end`, {}))
    expect(await list()).toEqual([])
  })

  test('leaves votes and meetings to their pages', async () => {
    const clerk = await t.as('meeting-clerk')
    const id = await open(await t.as('legislation'))
    await t.services.prisma.project.update({ where: { id }, data: { state: 'voting' } })
    expect(await json<Problem>(await act(clerk, id, 'adopt'), 409)).toMatchObject({ rule: 'elsewhere', detail: expect.stringContaining('会议') })
  })

  test('records who joined early, the track with its meeting, the province that was asked, and what is late', async () => {
    const id = await open(await t.as('legislation'))
    await t.services.prisma.project.update({ where: { id }, data: { state: 'drafting', stateSince: toDateColumn('2026-03-01'), planned: { drafting: { from: '2026-01-05', to: '2026-02-28' } } } })
    await t.services.prisma.caseEvent.create({ data: { id: newId(), projectId: id, on: toDateColumn('2026-03-01'), actorName: '法规甲', transition: 'startDrafting', fromState: 'planned', toState: 'drafting' } })
    const early = await take('committee', id, 'joinEarly', { participants: '城环工委两名同志', work: '参加起草组会议' })
    expect(early.members).toMatchObject([{ name: '城环工委两名同志', part: 'earlyParticipant' }])
    const province = await t.as('province')
    expect((await province.get(`/api/projects/${id}`)).status).toBe(404)
    await take('legislation', id, 'requestProvinceView', { askedOn: '2026-03-11' })
    expect((await read(province, id)).actions.map((a) => a.key)).toEqual(['recordProvinceView'])
    expect(await json(await province.get(`/api/projects/${id}/timeline`))).toMatchObject({ explanations: null })
    expect(await read(province, id)).toMatchObject({ may: { research: false, draft: false, readInternal: false, consultation: false } })
    const timeline = await json<{ rows: { id: string; lateDays: number; current: boolean; actual: unknown[] }[] }>(await (await t.as('legislation')).get(`/api/projects/${id}/timeline`))
    expect(timeline.rows.find((r) => r.id === 'drafting')).toMatchObject({ lateDays: 12, current: true, actual: [{ from: '2026-03-01', to: null }] })

    await t.services.prisma.project.update({ where: { id }, data: { state: 'submitted' } })
    // who signs the announcement has the way to the consultation, though they do not work for the commission
    expect(await read(await t.as('issuer'), id)).toMatchObject({ may: { manage: false, consultation: true } })
    const meetingId = newId()
    await t.services.prisma.meeting.create({ data: { id: meetingId, organId: organId('cityCommittee'), kind: 'council', title: '第五十一次主任会议', startsOn: toDateColumn('2026-03-11'), endsOn: toDateColumn('2026-03-11'), place: '会议室', membersTotal: 7, createdBy: personId('meeting-clerk'), createdByName: '会务甲' } })
    const decided = await take('leader', id, 'decideTrack', { readingTrack: '2', councilMeeting: meetingId })
    expect(decided.readingTrack).toEqual({ readings: 2, decidedBy: '第五十一次主任会议（2026-03-11）', decidedOn: TODAY, ground: null })
    expect(await json<Problem>(await act(await t.as('leader'), id, 'decideTrack', { values: { readingTrack: '1', councilMeeting: meetingId } }), 409)).toMatchObject({ rule: 'singleReadingGrounded', basis: expect.stringContaining('第三十三条') })
  })

  test('is taken off the agenda when it is withdrawn in the middle of a reading; what was said stays', async () => {
    const id = await open(await t.as('legislation'))
    await t.services.prisma.project.update({ where: { id }, data: { state: 'firstReading' } })
    for (const [transition, toState] of [['submitBill', 'submitted'], ['placeOnAgenda', 'onAgenda'], ['holdFirstReading', 'firstReading']]) await t.services.prisma.caseEvent.create({ data: { id: newId(), projectId: id, on: toDateColumn(TODAY), actorName: '会务甲', transition: transition ?? '', toState: toState ?? null } })
    const { meetingId, itemId } = await plenaryRow(t.services.prisma, { projectId: id, present: 30, members: 41 })
    await t.services.prisma.speech.create({ data: { id: newId(), meetingId, agendaItemId: itemId, projectId: id, order: 1, speaker: '组成人员1', text: '第三条应当再斟酌。', recordedBy: personId('meeting-clerk'), recordedByName: '会务甲' } })
    await t.services.prisma.vote.create({ data: { id: newId(), meetingId, agendaItemId: itemId, projectId: id, order: 1, kind: 'whole', subject: '表决', membersTotal: 41, present: 30 } })
    const given = { organId: organId('cityCommittee'), projectId: id, kind: 'other', request: '请提出意见', givenOn: toDateColumn(TODAY), assigneeId: personId('legislation'), createdBy: personId('legislation-chief'), createdByName: '主任甲' }
    for (const [title, more] of [['征求意见', {}], ['已经答复的', { state: 'answered' }], ['上级交办的', { fromOrgan: '省人大常委会法工委' }]] as const) await t.services.prisma.projectTask.create({ data: { id: newId(), title, ...given, ...more } })
    // the running meeting is the one that hears the report as well
    const report = await t.services.prisma.agendaItem.create({ data: { id: newId(), meetingId, order: 2, title: '听取关于撤回的报告', kind: 'report', projectId: id } })
    const proposer = await t.as('proposer')
    expect(await json<Problem>(await act(proposer, id, 'withdraw', { values: { reason: '情况有变' } }), 409)).toMatchObject({ rule: 'withdrawalConsented' })
    const withdrawn = await take('proposer', id, 'withdraw', { reason: '情况有变', councilMeeting: '第六次主任会议', reportedAt: meetingId })
    expect(withdrawn).toMatchObject({ state: { id: 'withdrawn' }, actions: [] })
    expect(await t.services.prisma.agendaItem.findUnique({ where: { id: itemId } })).toMatchObject({ withdrawnReason: '提案人撤回：情况有变', result: null })
    expect(await t.services.prisma.agendaItem.findUnique({ where: { id: report.id } })).toMatchObject({ withdrawnReason: null })
    expect(await t.services.prisma.vote.findFirst({ where: { agendaItemId: itemId } })).toMatchObject({ state: 'dropped' })
    expect(await t.services.prisma.speech.count({ where: { agendaItemId: itemId } })).toBe(1)
    const late = await act(await t.as('legislation'), id, 'unifiedReview')
    expect(late.status).toBe(409)
    const tasks = await t.services.prisma.projectTask.findMany({ where: { projectId: id }, orderBy: { id: 'asc' } })
    expect(tasks.map((task) => [task.title, task.state, task.closeNote])).toEqual([['征求意见', 'closed', '项目已撤回：情况有变'], ['已经答复的', 'answered', null], ['上级交办的', 'given', null]])
    expect(await t.services.prisma.notice.count({ where: { entityId: tasks[0]?.id ?? '', title: '不用再办：征求意见' } })).toBe(2)
  })

  test('has the bulletin of a meeting at which somebody spoke on it, once it was issued, for those who may read it', async () => {
    const { prisma } = t.services
    const id = await open(await t.as('legislation'))
    await prisma.project.update({ where: { id }, data: { state: 'firstReading', readingTrack: 3 } })
    await prisma.caseEvent.create({ data: { id: newId(), projectId: id, on: toDateColumn(TODAY), actorName: '会务甲', transition: 'holdFirstReading', fromState: 'onAgenda', toState: 'firstReading' } })
    const { meetingId, itemId } = await plenaryRow(prisma, { projectId: id, present: 30, members: 41 })
    const paper = await prisma.paper.create({ data: { id: newId(), organId: organId('cityCommittee'), meetingId, kind: 'bulletin', state: 'signing', title: '第十次会议简报', content: {}, createdBy: personId('meeting-clerk'), createdByName: '会务甲' } })
    const legislation = await t.as('legislation')
    const asked = async (): Promise<boolean | undefined> => (await read(legislation, id)).actions.find((a) => a.key === 'unifiedReview')?.documents.find((d) => d.kind === 'bulletin')?.there
    const listed = async (username: string): Promise<string[]> => (await json<{ items: { title: string; standing: string }[] }>(await (await t.as(username)).get(`/api/projects/${id}/documents`))).items.filter((d) => d.title.includes('简报')).map((d) => d.standing)
    expect([await asked(), await listed('legislation')]).toEqual([false, []])
    await prisma.speech.create({ data: { id: newId(), meetingId, agendaItemId: itemId, projectId: id, order: 1, speaker: '组成人员1', text: '建议明确期限。', recordedBy: personId('meeting-clerk'), recordedByName: '会务甲' } })
    expect([await asked(), await listed('legislation')]).toEqual([false, ['待签发']])
    await prisma.paper.update({ where: { id: paper.id }, data: { state: 'issued' } })
    expect([await asked(), await listed('legislation'), await listed('proposer')]).toEqual([true, ['✓ 已签发'], []])
  })

  test('opens the project that amends when a regulation is to be changed', async () => {
    const id = await open(await t.as('legislation'))
    await t.services.prisma.project.update({ where: { id }, data: { state: 'inForce' } })
    await take('leader', id, 'startAmending', { reason: '上位法已修改', councilMeeting: '第六次主任会议' })
    expect(await t.services.prisma.project.findFirst({ where: { predecessorId: id } })).toMatchObject({ kind: 'amending', state: 'proposalCollected', title: '养犬管理条例' })
  })

  test('is exported as a sheet and as a paper, and the taking out is logged', async () => {
    const legislation = await t.as('legislation')
    const id = await open(legislation)
    for (const form of ['xlsx', 'docx']) {
      const response = await legislation.get(`/api/projects/${id}/history/export?form=${form}`)
      expect(response.status).toBe(200)
      expect(new TextDecoder().decode((await response.arrayBuffer()).slice(0, 2))).toBe('PK')
    }
    expect(await t.services.prisma.auditEntry.count({ where: { entityId: id, action: 'project.export' } })).toBe(2)
  })
})

describe('today', () => {
  type Today = { groups: Record<string, { kind: string; id: string; title: string; act: { label: string; link: string } }[]> }
  const items = async (username: string) => Object.values((await json<Today>(await (await t.as(username)).get('/api/today'))).groups).flat()

  test('names the next step to whose it is, and an overdue task to whom it was given', async () => {
    const legislation = await t.as('legislation')
    const id = await open(legislation, { title: '今日条例' })
    expect((await items('legislation')).find((i) => i.id === id)).toMatchObject({ act: { label: '立项论证' } })
    await t.services.prisma.project.update({ where: { id }, data: { state: 'drafting' } })
    expect((await items('drafter')).find((i) => i.id === id)).toMatchObject({ kind: 'project', act: { label: '送政府审查', link: `/projects/${id}` } })
    // the one who carries it waits: nothing is asked of them
    for (const username of ['legislation', 'finance', 'member', 'court-clerk', 'leader']) expect((await items(username)).some((i) => i.id === id), username).toBe(false)
    const task = await json<{ id: string }>(await legislation.post('/api/project-tasks', { kind: 'draftForOpinion', title: '上级草案征求意见', request: '请提意见', assigneeOrganId: organId('cityBureau'), givenOn: '2026-02-01', dueOn: '2026-03-10' }), 201)
    const overdue = (await json<Today>(await (await t.as('drafter')).get('/api/today'))).groups['overdue'] ?? []
    expect(overdue.find((i) => i.id === task.id)).toMatchObject({ kind: 'task', title: '上级草案征求意见' })
    expect((await items('finance')).some((i) => i.id === task.id)).toBe(false)
  })
})

describe('the policy of tasks', () => {
  test('says the same of one and of many', async () => {
    const { prisma } = t.services
    const organs = ['cityBureau', 'cityFinance', 'cityLegal', null]
    for (let n = 0; n < 24; n += 1) {
      const organ = organs[n % organs.length] ?? null
      await prisma.projectTask.create({ data: { id: newId(), organId: organId(n % 3 === 0 ? 'countyCommittee' : 'cityCommittee'), kind: 'other', title: '甲', request: '乙', assigneeOrganId: organ === null ? null : organId(organ), assigneeId: n % 5 === 0 ? personId('nobody') : null, givenOn: toDateColumn(TODAY), createdBy: personId('legislation'), createdByName: '法规甲' } })
    }
    const all = await prisma.projectTask.findMany({ select: { id: true, ...taskSubjectSelect } })
    let selected = 0
    await fc.assert(
      fc.asyncProperty(anyActor, fc.constantFrom('read' as const, 'answer' as const, 'close' as const), async (actor, action) => {
        const inScope = await prisma.projectTask.findMany({ where: taskPolicy.scope(actor, action), select: { id: true } })
        const may = all.filter((row) => taskPolicy.can(actor, action, row)).map((row) => row.id)
        expect(inScope.map((row) => row.id).toSorted()).toEqual(may.toSorted())
        selected += may.length
      }),
      { numRuns: 80 },
    )
    expect(selected).toBeGreaterThan(50)
  })
})

describe('tasks', () => {
  test('go to those who were asked, are answered and closed, in this order', async () => {
    const [legislation, drafter] = [await t.as('legislation'), await t.as('drafter')]
    const { id } = await json<{ id: string }>(await legislation.post('/api/project-tasks', { kind: 'surveyFromAbove', title: '扬尘污染防治调研', request: '请报送调研报告', fromOrgan: '上级法工委', assigneeOrganId: organId('cityBureau'), givenOn: '2026-02-01', dueOn: '2026-03-10' }), 201)
    expect((await json<Problem>(await legislation.post('/api/project-tasks', { kind: 'other', title: '甲', request: '乙', givenOn: '2026-02-01', dueOn: '2026-01-01' }), 422)).errors).toMatchObject([{ path: 'dueOn' }])
    const of = async (as: TestClient, view: string) => (await json<{ items: { id: string; revision: number; state: string; left: { text: string } | null; may: { answer: boolean; close: boolean } }[] }>(await as.get(`/api/project-tasks?view=${view}`))).items.find((i) => i.id === id)
    expect(await of(drafter, 'overdue')).toMatchObject({ left: { text: '逾期 2 天' }, may: { answer: true, close: false } })
    expect(await of(await t.as('proposer'), 'open')).toBeUndefined()
    expect((await legislation.post(`/api/project-tasks/${id}/close`, {}, { revision: 1 })).status).toBe(409)
    for (const answeredOn of ['2026-03-13', '2026-01-31']) expect((await json<Problem>(await drafter.post(`/api/project-tasks/${id}/answer`, { answer: '报告已送。', answeredOn }, { revision: 1 }), 422)).errors, answeredOn).toMatchObject([{ path: 'answeredOn', message: expect.stringMatching(/晚于今天|早于交办/u) }])
    await json(await drafter.post(`/api/project-tasks/${id}/answer`, { answer: '报告已送。' }, { revision: 1 }))
    expect((await drafter.post(`/api/project-tasks/${id}/answer`, { answer: '又一份。' }, { revision: 1 })).status).toBe(412)
    expect((await drafter.post(`/api/project-tasks/${id}/close`, {}, { revision: 2 })).status).toBe(403)
    await json(await legislation.post(`/api/project-tasks/${id}/close`, { note: '已转报' }, { revision: 2 }))
    expect(await of(legislation, 'done')).toMatchObject({ state: 'closed' })
  })

  test('that are answered anew keep the files of the first answer; none is given for a day to come', async () => {
    const [legislation, drafter] = [await t.as('legislation'), await t.as('drafter')]
    const given = { kind: 'other', title: '整理材料', request: '请整理', assigneeOrganId: organId('cityBureau') }
    expect((await json<Problem>(await legislation.post('/api/project-tasks', { ...given, givenOn: '2026-03-13' }), 422)).errors).toMatchObject([{ path: 'givenOn' }])
    const { id } = await json<{ id: string }>(await legislation.post('/api/project-tasks', { ...given, givenOn: '2026-03-01' }), 201)
    const fileIds = [await upload(drafter, '报告.txt')]
    await json(await drafter.post(`/api/project-tasks/${id}/answer`, { answer: '报告已送。', fileIds }, { revision: 1 }))
    await json(await drafter.post(`/api/project-tasks/${id}/answer`, { answer: '报告已送，另补一页。' }, { revision: 2 }))
    expect(await t.services.prisma.projectTask.findUniqueOrThrow({ where: { id }, select: { answer: true, answerFileIds: true } })).toEqual({ answer: '报告已送，另补一页。', answerFileIds: fileIds })
  })

  test('are brought to mind three days before they are due, on the day and once when they are late, to those who answer them', async () => {
    const legislation = await t.as('legislation')
    const { id } = await json<{ id: string }>(await legislation.post('/api/project-tasks', { kind: 'other', title: '整理资料', request: '请整理', assigneeOrganId: organId('cityBureau'), givenOn: '2026-02-01', dueOn: '2026-03-20' }), 201)
    const told = async (): Promise<string[][]> => (await t.services.prisma.notice.findMany({ where: { entityId: id, kind: { in: ['deadline', 'overdue'] } }, orderBy: { id: 'asc' }, select: { title: true, personId: true } })).map((n) => [n.title, n.personId])
    const on = async (day: string): Promise<void> => {
      t.setToday(day)
      for (const _twice of [1, 2]) await remindTasks(t.services)
    }
    await on('2026-03-16')
    expect(await told()).toEqual([])
    for (const day of ['2026-03-17', '2026-03-18', '2026-03-20', '2026-03-21', '2026-03-25']) await on(day)
    expect(await told()).toEqual(['任务还有 3 天：整理资料', '任务今天到期：整理资料', '任务逾期 1 天：整理资料'].map((title) => [title, personId('drafter')]))
    t.setToday(TODAY)
  })
})
