import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { printedEnd, printedTime } from './papers/compose.ts'
import { projectRow } from '../testing/project-row.ts'
import { createProjectWorld } from '../testing/project-world.ts'
import { createTestApp, type TestApp, type TestClient } from '../testing/create-test-app.ts'
import { personId } from '../testing/test-organs.ts'

let t: TestApp
let clerk: TestClient
beforeAll(async () => {
  t = await createTestApp({ today: '2026-03-02' })
  clerk = await t.as('meeting-clerk')
})
afterAll(() => t.close())
beforeEach(() => t.setToday('2026-03-02'))

const body = async (response: Response, status = 200) => {
  const given = JSON.parse(await response.text())
  if (response.status !== status) throw new Error(`${response.status} ${JSON.stringify(given)}`)
  return given
}
const refused = async (response: Response): Promise<[number, string]> => {
  const given = JSON.parse(await response.text())
  return [response.status, [given.detail, ...(given.errors ?? []).map((e: { message: string }) => e.message)].join(' ')]
}
const read = async (id: string) => body(await clerk.get(`/api/meetings/${id}`))
const step = async (id: string, key: string, values: Record<string, string> = {}) => clerk.post(`/api/meetings/${id}/steps/${key}`, { values }, { revision: (await read(id)).revision })
const attend = (id: string, names: readonly string[], status: string) => clerk.put(`/api/meetings/${id}/attendance`, { entries: names.map((name) => ({ name, capacity: 'member', status })) })
const plan = async (): Promise<string> => (await body(await clerk.post('/api/meetings', { kind: 'standingCommittee', title: '第某次会议', startsOn: '2026-03-20', endsOn: '2026-03-20', place: '会议厅', membersTotal: 7 }), 201)).id
const listed = async (id: string): Promise<string[]> => (await read(id)).attendance.filter((a: { capacity: string }) => a.capacity === 'member').map((a: { name: string }) => a.name)
const more = ['委员一', '委员二', '委员三', '委员四', '委员五']

/** Seven members, five of them there. */
async function inSession(): Promise<{ id: string; itemId: string; names: string[] }> {
  const id = await plan()
  const itemId = (await body(await clerk.post(`/api/meetings/${id}/agenda`, { title: '某决定（草案）', kind: 'vote' }), 201)).id
  await body(await step(id, 'notify'))
  const names = [...(await listed(id)), ...more]
  await body(await attend(id, names, 'leave'))
  await body(await attend(id, names.slice(0, 5), 'present'))
  t.setToday('2026-03-20')
  await body(await step(id, 'open'))
  return { id, itemId, names }
}
const vote = (id: string, voteId: string, key: string, input: object = {}) => clerk.post(`/api/meetings/${id}/votes/${voteId}/steps/${key}`, { values: {}, count: null, ...input })

test('a count of more people than are registered is refused until whoever came late is registered, while the vote runs', async () => {
  const { id, itemId, names } = await inSession()
  const voteId = (await body(await clerk.post(`/api/meetings/${id}/votes`, { agendaItemId: itemId, kind: 'decision', subject: '某决定' }), 201)).id
  await body(await vote(id, voteId, 'open'))
  const six = { present: 6, for: 6, against: 0, abstain: 0, notVoting: 0 }
  expect(await refused(await vote(id, voteId, 'close', { count: six }))).toEqual([409, expect.stringContaining('多于签到的组成人员 5 人')])
  expect(await refused(await attend(id, [names[0] ?? ''], 'absent'))).toEqual([409, expect.stringContaining('正在表决')])
  await body(await attend(id, [names[5] ?? ''], 'present'))
  const [shown] = (await body(await vote(id, voteId, 'close', { count: six }))).votes
  expect([shown.state, shown.count.present]).toEqual(['closed', 6])
})

test('a quorum that is lost between items stops votes and results, and the item can still be put off', async () => {
  const { id, itemId, names } = await inSession()
  const voteId = (await body(await clerk.post(`/api/meetings/${id}/votes`, { agendaItemId: itemId, kind: 'decision', subject: '某决定' }), 201)).id
  await body(await attend(id, names.slice(0, 2), 'absent'))
  expect(await refused(await vote(id, voteId, 'open'))).toEqual([409, expect.stringContaining('出席 3 人，没有过半数（4 人）')])
  expect(await refused(await clerk.post(`/api/meetings/${id}/agenda/${itemId}/decide`, { result: 'agreed' }))).toEqual([409, expect.stringContaining('不能继续审议')])
  const after = await body(await clerk.post(`/api/meetings/${id}/agenda/${itemId}/decide`, { result: 'postponed' }))
  expect(after.agenda[0].result).toBe('postponed')
})

test('what was voted while the quorum was there is recorded after it was lost', async () => {
  const { id, itemId, names } = await inSession()
  const voteId = (await body(await clerk.post(`/api/meetings/${id}/votes`, { agendaItemId: itemId, kind: 'decision', subject: '某决定' }), 201)).id
  await body(await vote(id, voteId, 'open'))
  await body(await vote(id, voteId, 'close', { count: { present: 5, for: 4, against: 1, abstain: 0, notVoting: 0 } }))
  await body(await attend(id, names.slice(0, 2), 'absent'))
  expect((await body(await clerk.post(`/api/meetings/${id}/agenda/${itemId}/decide`, { result: 'agreed' }))).agenda[0].result).toBe('agreed')
})

test('whoever carries a project on the agenda hears that its meeting is moved or cancelled', async () => {
  const id = await plan()
  const world = await createProjectWorld(t.services, { state: 'submitted', adopted: false })
  await t.services.prisma.project.update({ where: { id: world.projectId }, data: { responsibleId: personId('legislation') } })
  await body(await clerk.post(`/api/meetings/${id}/agenda`, { title: '某条例（草案）', kind: 'reading', projectId: world.projectId }), 201)
  const heard = () => t.services.prisma.notice.findMany({ where: { entityId: world.projectId, kind: 'project.meeting', personId: personId('legislation') }, orderBy: { id: 'asc' }, select: { title: true } })
  await body(await step(id, 'move', { startsOn: '2026-03-19', reason: '场地' }))
  expect(await heard()).toEqual([])
  await body(await step(id, 'notify'))
  await body(await step(id, 'move', { startsOn: '2026-03-26', reason: '场地' }))
  const late = await projectRow(t.services.prisma, { state: 'onAgenda' })
  await body(await clerk.post(`/api/meetings/${id}/agenda`, { title: '另一条例（草案）', kind: 'reading', projectId: late }), 201)
  await body(await step(id, 'cancel', { reason: '并入下次会议' }))
  // what befell the meeting before a bill came on its agenda is not that bill's history
  const acts = async (projectId: string): Promise<string[]> => (await body(await clerk.get(`/api/projects/${projectId}/history`))).items.map(({ title }: { title: string }) => title.slice(0, 4)).filter((act: string) => act.startsWith('会议'))
  expect([await acts(late), await acts(world.projectId)]).toEqual([['会议取消'], ['会议取消', '会议改期', '会议改期']])
  expect((await heard()).map(({ title }) => title.replace(/^《.*》/u, ''))).toEqual(['：会议改期', '：会议取消'])
})

test('two decisions of one meeting on a project are told as two: where it stands, and what was decided on its readings', async () => {
  const { prisma } = t.services
  const projectId = await projectRow(prisma, { state: 'submitted' })
  const { id } = await body(await clerk.post('/api/meetings', { kind: 'council', title: '第某次主任会议', startsOn: '2026-03-02', endsOn: '2026-03-02', place: '会议室', membersTotal: 3 }), 201)
  const item = async (decides: string): Promise<string> => (await body(await clerk.post(`/api/meetings/${id}/agenda`, { title: decides, kind: 'decision', projectId, decides }), 201)).id
  const [placed, track] = [await item('placeOnAgenda'), await item('decideTrack')]
  expect(await refused(await clerk.post(`/api/meetings/${id}/agenda`, { title: '再议一次', kind: 'decision', projectId, decides: 'decideTrack' }))).toEqual([422, expect.stringContaining('议程第 2 项“decideTrack”已经是这个决定')])
  await body(await step(id, 'notify'))
  await body(await attend(id, [...(await listed(id)), '委员一', '委员二'].slice(0, 3), 'present'))
  await body(await step(id, 'open'))
  await body(await clerk.post(`/api/meetings/${id}/agenda/${placed}/decide`, { result: 'agreed', values: { sessionMeeting: '第某次会议' } }))
  await body(await clerk.post(`/api/meetings/${id}/agenda/${track}/decide`, { result: 'agreed', values: { readingTrack: '3' } }))
  const heard = await prisma.notice.findMany({ where: { entityId: projectId, kind: 'project.meeting', personId: personId('legislation') }, orderBy: { id: 'asc' }, select: { title: true } })
  expect(heard.map(({ title }) => title)).toEqual(['《养犬管理条例》：列入议程', '《养犬管理条例》：决定审议次数（三次审议）'])
})

test('通知 and 出席情况 are drafted, edited, issued with a number of their own where they have one, and printed with the pack', async () => {
  const { id } = await inSession()
  const draft = async (kind: string): Promise<string> => (await body(await clerk.post(`/api/meetings/${id}/papers/${kind}/draft`, {}), 201)).id
  const notice = await draft('meetingNotice')
  const sheet = await draft('attendanceRecord')
  expect((await clerk.post(`/api/meetings/${id}/papers/meetingNotice/draft`, {})).status).toBe(409)
  const paper = async (paperId: string) => body(await clerk.get(`/api/papers/${paperId}`))
  const opened = await paper(notice)
  expect(JSON.stringify(opened.content)).toContain('定于2026年3月20日上午9时')
  await body(await clerk.patch(`/api/papers/${notice}`, { content: { ...opened.content, body: [...opened.content.body, { kind: 'paragraph', words: '请着正装。' }] } }, opened.revision))
  for (const paperId of [notice, sheet]) for (const key of ['sendToSignInHouse', 'issue']) await body(await clerk.post(`/api/papers/${paperId}/steps/${key}`, {}, { revision: (await paper(paperId)).revision }))
  const [issued, list] = [await paper(notice), await paper(sheet)]
  expect([issued.state.id, list.state.id, issued.number?.includes('办〔2026〕') ?? false, list.number]).toEqual(['issued', 'issued', true, null])
  for (const [paperId, title] of [[notice, '会议通知'], [sheet, '出席情况']]) await body(await clerk.post(`/api/meetings/${id}/files`, { title, paperId }), 201)
  const pack = await PDFDocument.load(await (await clerk.get(`/api/meetings/${id}/pack`)).arrayBuffer())
  expect(pack.getPageCount()).toBeGreaterThanOrEqual(3)
})

test.each([['09:00', '上午9时'], ['14:30', '下午2时30分'], ['12:00', '中午12时'], ['08:05', '上午8时5分']])('%s is printed as %s', (time, printed) => {
  expect(printedTime(time)).toBe(printed)
})

test('a session whose number another meeting of the term has is not planned, and the sentence says which one has it', async () => {
  const planned = (title: string, change: object = {}) => clerk.post('/api/meetings', { kind: 'council', term: 9, session: 4, title, startsOn: '2026-03-20', endsOn: '2026-03-20', place: '会议室', membersTotal: 7, ...change })
  const first = (await body(await planned('第4次主任会议'), 201)).id
  expect(await refused(await planned('第四次主任会议'))).toEqual([422, expect.stringContaining('第4次主任会议（2026-03-20）已经是这一届的第 4 次')])
  await body(await planned('第5次主任会议', { session: 5 }), 201)
  await body(await step(first, 'cancel', { reason: '与上级会议冲突' }))
  await body(await planned('第4次主任会议'), 201)
})

test.each([['2026-03-26', '2026-03-27', '27日'], ['2026-03-31', '2026-04-02', '4月2日'], ['2026-12-30', '2027-01-05', '2027年1月5日']])('a meeting from %s to %s is said to end on %s', (startsOn, endsOn, printed) => {
  expect(printedEnd(startsOn, endsOn)).toBe(printed)
})

test.each([['standingCommittee', 'voteReady', ['adopt', 'shelve']], ['standingCommittee', 'onAgenda', ['holdFirstReading']], ['council', 'shelved', ['relist', 'extendShelving', 'terminate']], ['council', 'unifiedReview', ['decideTrack', 'prepareVote', 'shelve']]])('an agenda of %s offers for a bill in %s the way on before the way out: %j', async (kind, state, possible) => {
  const projectId = await projectRow(t.services.prisma, { state })
  const meetingId = (await body(await clerk.post('/api/meetings', { kind, title: '某次会议', startsOn: '2026-03-20', endsOn: '2026-03-20', place: '会议厅', membersTotal: 7 }), 201)).id
  const { projects } = await body(await clerk.get(`/api/meetings/${meetingId}/agenda-choices`))
  expect(projects.find(({ id }: { id: string }) => id === projectId).possible).toEqual(possible)
})
