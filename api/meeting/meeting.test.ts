import { PDFDocument } from 'pdf-lib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { createTestApp, type TestApp, type TestClient } from '../testing/create-test-app.ts'
import { organId, personId } from '../testing/test-organs.ts'
import { loadActor } from '../identity/index.ts'
import { remindMaterials } from './remind-materials.ts'
import { leaveMeetings } from './withdraw-project.ts'

let t: TestApp
let clerk: TestClient
beforeAll(async () => {
  t = await createTestApp({ today: '2026-03-02' })
  clerk = await t.as('meeting-clerk')
})
afterAll(() => t.close())
beforeEach(() => t.setToday('2026-03-02'))

type Shown = {
  revision: number; state: string; materials: { dueOn: string }; startsOn: string; endsOn: string; membersPresent: number; membersTotal: number
  agenda: { id: string; order: number; title: string; result: string | null; withdrawnReason: string | null }[]
  attendance: { id: string; name: string; status: string; capacity: string }[]
  files: { id: string; number: number; late: boolean | null; replacedBy: number | null }[]
  votes: { id: string; state: string; sentence: string | null; result: string | null; missing: number | null; writtenIn: boolean | null; count: unknown; corrections: { reason: string; approvedBy: string; after: { for: number } }[] }[]
  history: { act: string; told: number | null; withoutAccount: string[] }[]
}
const read = async (id: string, as: TestClient = clerk): Promise<Shown> => (await as.get(`/api/meetings/${id}`)).json()
const detail = async (response: Response): Promise<string> => {
  const body: { detail?: string; errors?: { message: string }[] } = await response.json()
  return [body.detail ?? '', ...(body.errors ?? []).map((e) => e.message)].join(' ')
}
const idOf = async (response: Response): Promise<string> => {
  expect(response.status).toBe(201)
  return ((await response.json()) as { id: string }).id
}
const plan = async (over: Record<string, unknown> = {}): Promise<string> =>
  idOf(await clerk.post('/api/meetings', { kind: 'standingCommittee', title: '第某次会议', startsOn: '2026-03-20', endsOn: '2026-03-21', place: '会议厅', membersTotal: 39, ...over }))
const step = async (id: string, key: string, values: Record<string, string> = {}): Promise<Response> => clerk.post(`/api/meetings/${id}/steps/${key}`, { values }, { revision: (await read(id)).revision })

/** 39 members, of whom `present` are there. */
async function members(id: string, present: number): Promise<void> {
  const listed = (await read(id)).attendance.filter((a) => a.capacity === 'member').map((a) => a.name)
  const names = [...listed, ...Array.from({ length: 39 - listed.length }, (_, n) => `组成人员${n + 1}`)]
  const answer = await clerk.put(`/api/meetings/${id}/attendance`, { entries: names.map((name, n) => ({ name, capacity: 'member', status: n < present ? 'present' : 'leave' })) })
  expect(answer.status).toBe(200)
}

async function inSession(present = 36, titles = ['某条例（草案）的表决']): Promise<{ id: string; items: string[] }> {
  const id = await plan()
  const items: string[] = []
  for (const title of titles) items.push(await idOf(await clerk.post(`/api/meetings/${id}/agenda`, { title, kind: 'vote' })))
  expect((await step(id, 'notify')).status).toBe(200)
  await members(id, present)
  t.setToday('2026-03-20')
  expect((await step(id, 'open')).status).toBe(200)
  return { id, items }
}

const prepare = (id: string, agendaItemId: string, kind: string, subject: string, proposers: string[] = []) => clerk.post(`/api/meetings/${id}/votes`, { agendaItemId, kind, subject, proposers })
const five = ['组成人员1', '组成人员2', '组成人员3', '组成人员4', '组成人员5']
const voteStep = (id: string, voteId: string, key: string, body: { values?: Record<string, string>; count?: unknown } = {}, as: TestClient = clerk) => as.post(`/api/meetings/${id}/votes/${voteId}/steps/${key}`, { values: {}, count: null, ...body })
const count = (agreed: number, against: number, abstain: number, notVoting = 0) => ({ present: agreed + against + abstain + notVoting, for: agreed, against, abstain, notVoting })

describe('a meeting', () => {
  test('is planned with its members of that day and the day its materials are due', async () => {
    const id = await plan()
    const shown = await read(id)
    expect(shown.materials.dueOn).toBe('2026-03-13')
    expect(shown.attendance.map((a) => [a.name, a.status])).toEqual([['副主任甲', 'expected'], ['组成人员甲', 'expected']])
  })

  test('that is moved gets a new day for its materials, and everybody who was told is told again', async () => {
    const id = await plan()
    await clerk.post(`/api/meetings/${id}/agenda`, { title: '某报告', kind: 'report' })
    await clerk.put(`/api/meetings/${id}/attendance`, { entries: [{ name: '没有账号的委员', capacity: 'member' }] })
    expect((await step(id, 'move', { startsOn: '2026-03-19', reason: '场地' })).status).toBe(200)
    const { prisma } = t.services
    const noticesOf = () => prisma.notice.findMany({ where: { entityId: id }, orderBy: { id: 'asc' }, select: { kind: true, personId: true, body: true } })
    expect(await noticesOf()).toEqual([])
    expect((await step(id, 'notify')).status).toBe(200)
    expect((await noticesOf()).map((n) => n.personId).toSorted()).toEqual([personId('leader'), personId('member')].toSorted())
    const answer = await step(id, 'move', { startsOn: '2026-03-26', reason: '与上级会议冲突' })
    expect(answer.status).toBe(200)
    const shown = await read(id)
    expect([shown.startsOn, shown.endsOn, shown.materials.dueOn]).toEqual(['2026-03-26', '2026-03-27', '2026-03-19'])
    const moved = (await noticesOf()).filter((n) => n.kind === 'meeting.moved')
    expect(moved).toHaveLength(2)
    expect(moved[0]?.body).toContain('原定2026年3月19日 09:00，改为2026年3月26日')
    const said = '原定2026年3月19日 09:00，改为2026年3月26日 09:00。会议材料应于2026年3月19日前送达。原因：与上级会议冲突。'
    expect(shown.history.find((h) => h.act === 'move')).toMatchObject({ told: 2, withoutAccount: ['没有账号的委员'], note: said })
    expect(await (await (await t.as('member')).get(`/api/meetings/${id}`)).json()).toMatchObject({ moved: said, history: [] })
    expect(await detail(await step(id, 'move', { startsOn: '2026-02-26', reason: '写错了月份' }))).toContain('改期的日期已经过去')
    expect(await detail(await step(id, 'move', { startsOn: '2026-03-26', reason: '同一天' }))).toContain('没有改动')
    expect(await detail(await step(id, 'move', { startsOn: '2026-04-31', reason: '没有这一天' }))).toContain('没有这一天')
  })

  test('opens only with more than half of all members, on its day', async () => {
    const id = await plan()
    await clerk.post(`/api/meetings/${id}/agenda`, { title: '某报告', kind: 'report' })
    expect(await detail(await clerk.post(`/api/meetings/${id}/steps/open`, { values: {} }, { revision: (await read(id)).revision }))).toContain('现在是“筹备”')
    await step(id, 'notify')
    await members(id, 19)
    expect(await detail(await step(id, 'open'))).toContain('还没有到')
    t.setToday('2026-03-20')
    expect(await detail(await step(id, 'open'))).toContain('登记出席 19 人；过半数（20 人）')
    await members(id, 20)
    expect((await step(id, 'open')).status).toBe(200)
    expect(await detail(await step(id, 'close'))).toContain('还有议题没有登记结果：某报告')
  })

  test('has no more members than there are, and refuses a clerk who saw another version', async () => {
    const id = await plan({ membersTotal: 2 })
    expect(await detail(await clerk.put(`/api/meetings/${id}/attendance`, { entries: [{ name: '第三人', capacity: 'member' }] }))).toContain('名单已满')
    expect((await clerk.post(`/api/meetings/${id}/steps/cancel`, { values: { reason: '某原因' } }, { revision: 99 })).status).toBe(412)
    expect(await detail(await step(id, 'cancel'))).toContain('还要填写：原因')
    expect((await step(id, 'cancel', { reason: '没有议题' })).status).toBe(200)
    expect((await read(id)).state).toBe('cancelled')
  })
})

test('whoever planned a meeting is reminded of materials that are not delivered, once a day that the rule names', async () => {
  t.setToday('2026-03-01')
  const id = await plan({ startsOn: '2026-03-15', endsOn: '2026-03-15' })
  const told = () => t.services.prisma.notice.findMany({ where: { entityId: id, kind: { in: ['deadline', 'overdue'] } }, orderBy: { id: 'asc' }, select: { title: true, personId: true } })
  t.setToday('2026-03-03')
  await remindMaterials(t.services)
  await remindMaterials(t.services)
  expect(await told()).toEqual([{ title: '会议材料送达还有 5 天：第某次会议', personId: personId('meeting-clerk') }])
  t.setToday('2026-03-09')
  await remindMaterials(t.services)
  expect((await told()).map((n) => n.title)).toEqual(['会议材料送达还有 5 天：第某次会议', '会议材料送达逾期 1 天：第某次会议'])
  await step(id, 'cancel', { reason: '没有议题' })
  t.setToday('2026-03-10')
  await remindMaterials(t.services)
  expect(await told()).toHaveLength(2)
})

describe('the agenda', () => {
  test('is put in order before the meeting opens, without doubles, and an item goes only while nobody was told of it', async () => {
    const id = await plan()
    const [a, b, c] = await Promise.all(['甲', '乙', '丙'].map(async (title) => idOf(await clerk.post(`/api/meetings/${id}/agenda`, { title, kind: 'report' }))))
    expect((await clerk.put(`/api/meetings/${id}/agenda-order`, { itemIds: [c, a, b] })).status).toBe(200)
    expect((await read(id)).agenda.map((i) => [i.order, i.id])).toEqual([[1, c], [2, a], [3, b]])
    expect((await clerk.put(`/api/meetings/${id}/agenda-order`, { itemIds: [c, a] })).status).toBe(412)
    expect((await clerk.post(`/api/meetings/${id}/agenda/${a}/withdraw`, {})).status).toBe(200)
    expect((await read(id)).agenda.map((i) => [i.order, i.id])).toEqual([[1, c], [2, b]])
    await step(id, 'notify')
    expect(await detail(await clerk.post(`/api/meetings/${id}/agenda/${b}/withdraw`, {}))).toContain('请写明撤下的原因')
    expect((await clerk.post(`/api/meetings/${id}/agenda/${b}/withdraw`, { reason: '材料不齐' })).status).toBe(200)
    expect((await read(id)).agenda.map((i) => i.withdrawnReason)).toEqual([null, '材料不齐'])
    expect((await read(id)).history.find((h) => h.act === 'withdrawItem')).toMatchObject({ told: 2 })
  })

  test('does not take a decision that such a meeting cannot take, nor one without its project', async () => {
    const id = await plan()
    expect(await detail(await clerk.post(`/api/meetings/${id}/agenda`, { title: '某', kind: 'decision', decides: 'decideTrack' }))).toContain('不作出这样的决定')
    expect(await detail(await clerk.post(`/api/meetings/${id}/agenda`, { title: '某', kind: 'reading', decides: 'holdFirstReading' }))).toContain('请选择项目')
  })

  test('keeps an item once decided', async () => {
    const { id, items } = await inSession(36, ['某报告'])
    expect((await clerk.post(`/api/meetings/${id}/agenda/${items[0]}/decide`, { result: 'heard' })).status).toBe(200)
    expect(await detail(await clerk.post(`/api/meetings/${id}/agenda/${items[0]}/decide`, { result: 'agreed' }))).toContain('已经登记结果：已听取和审议')
    expect((await step(id, 'close')).status).toBe(200)
  })
})

describe('a vote', () => {
  test('goes amendments first, then clauses, then the whole, and an adopted amendment is written in before the whole is voted', async () => {
    const { id, items } = await inSession()
    const item = items[0] ?? ''
    const whole = await idOf(await prepare(id, item, 'whole', '条例（草案表决稿）'))
    const clause = await idOf(await prepare(id, item, 'clause', '第二十四条第二款'))
    expect(await detail(await prepare(id, item, 'amendment', '改罚款上限', five.slice(0, 4)))).toContain('须有 5 名以上组成人员联名，现在是 4 名')
    expect(await detail(await prepare(id, item, 'amendment', '改罚款上限', [...five.slice(0, 4), '外人']))).toContain('“外人”不在组成人员名单里')
    const amendment = await idOf(await prepare(id, item, 'amendment', '改罚款上限', five))
    expect(await detail(await voteStep(id, whole, 'open'))).toContain('先表决：单独表决“第二十四条第二款”、修正案“改罚款上限”')
    expect(await detail(await voteStep(id, clause, 'open'))).toContain('先表决：修正案“改罚款上限”')
    expect((await voteStep(id, amendment, 'open')).status).toBe(200)
    expect(await detail(await voteStep(id, clause, 'open'))).toContain('“改罚款上限”正在表决')
    expect(await detail(await voteStep(id, amendment, 'close', { count: { ...count(20, 14, 1), present: 36 } }))).toContain('合计 35，与出席 36 人不一致，少 1')
    expect((await voteStep(id, amendment, 'close', { count: count(20, 14, 2) })).status).toBe(200)
    expect((await voteStep(id, clause, 'open')).status).toBe(200)
    expect((await voteStep(id, clause, 'close', { count: count(19, 14, 3) })).status).toBe(200)
    const [, shownClause, shownAmendment] = (await read(id)).votes
    expect(shownClause).toMatchObject({ result: 'notPassed', missing: 1, sentence: '赞成 19 票，虽过出席人数之半，未过全体组成人员（39 人）之半，未通过。', writtenIn: null })
    expect(shownAmendment).toMatchObject({ result: 'passed', writtenIn: false })
    expect(await detail(await voteStep(id, whole, 'open'))).toContain('“改罚款上限”，请先写进表决稿')
    expect(await detail(await voteStep(id, clause, 'writeIn'))).toContain('只有通过的修正案要写进表决稿')
    expect((await voteStep(id, amendment, 'writeIn')).status).toBe(200)
    expect((await voteStep(id, whole, 'open')).status).toBe(200)
    expect((await voteStep(id, whole, 'close', { count: count(33, 1, 2) })).status).toBe(200)
    expect(await detail(await prepare(id, item, 'amendment', '又一处', five))).toContain('全案已经付表决')
    expect(await detail(await step(id, 'close'))).toContain('还有表决没有宣布结果')
    expect((await voteStep(id, whole, 'announce', { values: { announcedBy: '副主任甲' } })).status).toBe(200)
    const papers = await t.services.prisma.paper.findMany({ where: { meetingId: id, kind: 'voteResult' } })
    expect(papers.map((p) => p.state)).toEqual(['issued'])
    expect(JSON.stringify(papers[0]?.content)).toContain('赞成 33 票，超过全体组成人员（39 人）之半，通过。')
  })

  test('closed by two clerks: the second is told what the first wrote, and nothing is overwritten', async () => {
    const { id, items } = await inSession()
    const vote = await idOf(await prepare(id, items[0] ?? '', 'decision', '某决定'))
    await voteStep(id, vote, 'open')
    const both = await Promise.all([voteStep(id, vote, 'close', { count: count(30, 4, 2) }), voteStep(id, vote, 'close', { count: count(29, 5, 2) })])
    expect(both.map((r) => r.status).toSorted()).toEqual([200, 409])
    const first = both[0]?.status === 200 ? 30 : 29
    const told = await detail(both.find((r) => r.status === 409) ?? new Response('{}'))
    expect(told).toContain(`会务甲已于`)
    expect(told).toContain(`赞成 ${first}`)
    expect(told).toContain('您填写的没有保存')
    expect((await read(id)).votes[0]?.count).toMatchObject({ for: first })
    expect(await detail(await voteStep(id, vote, 'close', { count: count(first, 34 - first, 2) }))).toContain('与您填写的一致')
  })

  test('that is closed is corrected beside its figures by a reason and an approver, and the database refuses to change it', async () => {
    const { id, items } = await inSession()
    const vote = await idOf(await prepare(id, items[0] ?? '', 'decision', '某决定'))
    await voteStep(id, vote, 'open')
    expect(await detail(await voteStep(id, vote, 'correct', { values: { reason: '计票', approvedBy: '某' }, count: count(30, 4, 2) }))).toContain('只能在')
    await voteStep(id, vote, 'close', { count: count(19, 15, 2) })
    await voteStep(id, vote, 'announce', { values: { announcedBy: '副主任甲' } })
    expect(await detail(await voteStep(id, vote, 'correct', { values: { reason: '一票误计' }, count: count(20, 14, 2) }))).toContain('批准人')
    expect(await detail(await voteStep(id, vote, 'correct', { values: { reason: '一票误计', approvedBy: '会务甲' }, count: count(20, 14, 2) }))).toContain('须由他人批准')
    expect((await voteStep(id, vote, 'correct', { values: { reason: '一票误计', approvedBy: '秘书长甲' }, count: count(20, 14, 2) })).status).toBe(200)
    const [shown] = (await read(id)).votes
    expect(shown).toMatchObject({ result: 'passed', count: { for: 20 }, corrections: [{ reason: '一票误计', approvedBy: '秘书长甲', before: { for: 19 }, after: { for: 20 } }] })
    const stored = await t.services.prisma.vote.findUniqueOrThrow({ where: { id: vote } })
    expect([stored.for, stored.result]).toEqual([19, 'notPassed'])
    await expect(t.services.pool.query('UPDATE "Vote" SET "for" = 20 WHERE id = $1', [vote])).rejects.toThrow(/closed vote/u)
  })

  test('is not shown to members before it is announced', async () => {
    const { id, items } = await inSession()
    const vote = await idOf(await prepare(id, items[0] ?? '', 'decision', '某决定'))
    await voteStep(id, vote, 'open')
    await voteStep(id, vote, 'close', { count: count(30, 4, 2) })
    const member = await t.as('member')
    expect((await read(id, member)).votes[0]?.count).toBeNull()
    await voteStep(id, vote, 'announce', { values: { announcedBy: '副主任甲' } })
    expect((await read(id, member)).votes[0]?.count).toMatchObject({ for: 30 })
  })
})

describe('files', () => {
  const upload = async (name: string, bytes: Uint8Array<ArrayBuffer> | string) => ((await (await clerk.upload('/api/files', { name, bytes })).json()) as { id: string }).id

  test('are numbered without gaps by several clerks at once, and late ones are marked', async () => {
    const id = await plan()
    const fileId = await upload('材料.txt', '材料')
    const numbers = await Promise.all([1, 2, 3, 4].map(async (n) => ((await (await clerk.post(`/api/meetings/${id}/files`, { title: `材料${n}`, fileId })).json()) as { number: number }).number))
    expect(numbers.toSorted()).toEqual([1, 2, 3, 4])
    const { files } = await read(id)
    t.setToday('2026-03-14')
    expect((await clerk.post(`/api/meetings/${id}/deliveries`, { fileIds: files.slice(0, 2).map((f) => f.id), on: '2026-03-13' })).status).toBe(200)
    expect((await clerk.post(`/api/meetings/${id}/deliveries`, { fileIds: files.slice(1, 3).map((f) => f.id), on: '2026-03-14' })).status).toBe(200)
    expect((await read(id)).files.map((f) => f.late)).toEqual([false, false, true, null])
    expect(await detail(await clerk.post(`/api/meetings/${id}/deliveries`, { fileIds: [files[3]?.id], on: '2026-03-20' }))).toContain('不能晚于今天')
    const replaced = await clerk.post(`/api/meetings/${id}/files`, { title: '材料（新）', fileId, replacesId: files[0]?.id })
    expect(await replaced.json()).toEqual({ number: 5 })
    expect((await read(id)).files[0]?.replacedBy).toBe(5)
  })

  test('of somebody else, or of a project that is not on the agenda, are not taken in', async () => {
    const id = await plan()
    const foreign = ((await (await (await t.as('reception')).upload('/api/files', { name: '别人的.txt', bytes: '别人的' })).json()) as { id: string }).id
    expect((await clerk.post(`/api/meetings/${id}/files`, { title: '别人的', fileId: foreign })).status).toBe(422)
    expect((await clerk.post(`/api/meetings/${id}/files`, { title: '没有', snapshotId: newId() })).status).toBe(422)
    expect(await detail(await clerk.post(`/api/meetings/${id}/files`, { title: '空' }))).toContain('请上传一份文件')
  })

  test('print as one job in the order of their numbers; the words of what is no PDF are laid out anew', async () => {
    const id = await plan()
    const pdf = await PDFDocument.create()
    pdf.addPage()
    pdf.addPage()
    await clerk.post(`/api/meetings/${id}/agenda`, { title: '某报告', kind: 'report' })
    await clerk.post(`/api/meetings/${id}/files`, { title: '两页的报告', fileId: await upload('报告.pdf', new Uint8Array(await pdf.save())) })
    await clerk.post(`/api/meetings/${id}/files`, { title: '一份表格', fileId: await upload('表格.txt', '表格') })
    expect(await (await clerk.post(`/api/meetings/${id}/papers/meetingAgenda/keep`, {})).json()).toEqual({ number: 3 })
    const answer = await clerk.get(`/api/meetings/${id}/pack`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const pack = await PDFDocument.load(await answer.arrayBuffer())
    // cover, report, words of the third, agenda: each begins on a sheet of its own
    expect(pack.getPageCount()).toBe(7)
    expect((await (await t.as('member')).get(`/api/meetings/${id}/pack`)).status).toBe(404)
  })
})

describe('speeches', () => {
  test('are taken down by speaker and article of the text before the meeting, and put together by article', async () => {
    const { id, items } = await inSession(36, ['某条例（草案）一审'])
    const agendaItemId = items[0] ?? ''
    const projectId = await projectWithText()
    await t.services.prisma.agendaItem.update({ where: { id: agendaItemId }, data: { projectId } })
    const say = (article: string, text: string, speaker = '组成人员1', more: Record<string, unknown> = {}) => clerk.post(`/api/meetings/${id}/speeches`, { agendaItemId, speaker, article, text, group: '第一组', ...more })
    await idOf(await say('2', '建议明确期限。', '组成人员2'))
    const first = await idOf(await say('一', '建议写明目地。'))
    await idOf(await say('', '总体成熟。'))
    expect(await detail(await say('9', '某'))).toContain('“9”不是一审稿的条文')
    expect(await detail(await say('', '某', '外人'))).toContain('出席名单里没有“外人”')
    await idOf(await say('一', '建议写明目的。', '组成人员1', { replacesId: first }))
    const { items: spoken } = (await (await clerk.get(`/api/meetings/${id}/speeches`)).json()) as { items: { id: string; articleKey: string | null; articleLabel: string | null; text: string; corrected: boolean }[] }
    expect(spoken.map((s) => [s.articleLabel, s.articleKey, s.text, s.corrected])).toEqual([['第二条', 'k2', '建议明确期限。', false], ['第一条', 'k1', '建议写明目的。', true], [null, null, '总体成熟。', false]])
    const dispose = (speechId: string | undefined, body: unknown) => clerk.put(`/api/meetings/${id}/speeches/${speechId}/disposition`, body)
    expect(await detail(await dispose(spoken[0]?.id, { disposition: 'notAdopted' }))).toContain('请写明理由')
    expect((await dispose(spoken[0]?.id, { disposition: 'partly', reason: '另有规定' })).status).toBe(200)
    const draft = await idOf(await clerk.post(`/api/meetings/${id}/papers/deliberationOpinions/draft`, { itemId: agendaItemId }))
    const paper = await t.services.prisma.paper.findUniqueOrThrow({ where: { id: draft } })
    expect([paper.kind, paper.state, paper.projectId, paper.meetingId]).toEqual(['deliberationOpinions', 'drafting', projectId, id])
    const words = JSON.stringify(paper.content)
    expect(words.indexOf('总体成熟')).toBeLessThan(words.indexOf('写明目的'))
    expect(words.indexOf('写明目的')).toBeLessThan(words.indexOf('明确期限'))
    expect(words).toContain('部分采纳')
    expect(words).not.toContain('目地')
    expect(await detail(await clerk.post(`/api/meetings/${id}/papers/deliberationOpinions/draft`, { itemId: agendaItemId }))).toContain('已经有一份在办')
    const printed = await clerk.get(`/api/meetings/${id}/papers/bulletin?group=${encodeURIComponent('第一组')}&form=docx`)
    expect([printed.status, new TextDecoder('latin1').decode((await printed.arrayBuffer()).slice(0, 2))]).toEqual([200, 'PK'])
    expect((await clerk.get(`/api/meetings/${id}/papers/bulletin?group=${encodeURIComponent('第九组')}`)).status).toBe(409)
  })
})

async function projectWithText(): Promise<string> {
  const { prisma } = t.services
  const projectId = newId()
  await prisma.project.create({ data: { id: projectId, procedureVersion: '2026-1', organId: organId('cityCommittee'), state: 'onAgenda', stateSince: toDateColumn('2026-03-01'), title: '某条例', proposer: '某机关', createdBy: personId('legislation'), createdByName: '法规甲' } })
  const article = (key: string, text: string) => ({ type: 'article', attrs: { key }, content: [{ type: 'clause', content: [{ type: 'text', text }] }] })
  const doc = { type: 'doc', content: [article('k1', '为了某事。'), article('k2', '某期限。')] }
  const tree = { articles: [{ number: '第一条', paragraphs: [{ text: '为了某事。' }] }, { number: '第二条', paragraphs: [{ text: '某期限。' }] }] }
  await prisma.draft.create({
    data: {
      id: newId(), projectId, doc, createdBy: personId('legislation'),
      snapshots: { create: [{ id: newId(), seq: 1, kind: 'firstReading', label: '一审稿', version: 0, doc, tree, text: '某条例\n第一条　为了某事。\n第二条　某期限。', textDigest: 'x', madeOn: toDateColumn('2026-03-01'), madeBy: personId('legislation'), madeByName: '法规甲' }] },
    },
  })
  return projectId
}

test('an adopted amendment counts as written in only when the voting text was fixed anew after its vote', async () => {
  const { id, items } = await inSession()
  const projectId = await projectWithText()
  await t.services.prisma.agendaItem.update({ where: { id: items[0] ?? '' }, data: { projectId } })
  const draft = await t.services.prisma.draft.findUniqueOrThrow({ where: { projectId }, select: { id: true } })
  const fix = (seq: number) => t.services.prisma.draftSnapshot.create({ data: { id: newId(), draftId: draft.id, seq, kind: 'voting', label: '表决稿', version: seq, doc: {}, tree: {}, text: '某条例', textDigest: 'x', madeOn: toDateColumn('2026-03-20'), madeBy: personId('legislation'), madeByName: '法规甲' } })
  await fix(2)
  const amendment = await idOf(await prepare(id, items[0] ?? '', 'amendment', '改罚款上限', five))
  await voteStep(id, amendment, 'open')
  await voteStep(id, amendment, 'close', { count: count(30, 4, 2) })
  expect(await detail(await voteStep(id, amendment, 'writeIn'))).toContain('“表决稿”是表决修正案以前定的稿')
  await fix(3)
  expect((await voteStep(id, amendment, 'writeIn')).status).toBe(200)
  expect((await read(id)).votes[0]?.writtenIn).toBe(true)
})

describe('a project on the agenda', () => {
  test('takes its step with the meeting, and where its rules refuse the step nothing of the result is kept', async () => {
    const { id, items } = await inSession(36, ['某条例（草案）一审'])
    const projectId = await projectWithText()
    await t.services.prisma.agendaItem.update({ where: { id: items[0] ?? '' }, data: { projectId, decides: 'holdFirstReading' } })
    const refused = await clerk.post(`/api/meetings/${id}/agenda/${items[0]}/decide`, { result: 'heard' })
    expect(refused.status).toBe(409)
    expect(await detail(refused)).toContain('主任会议还没有决定审议几次')
    expect((await read(id)).agenda[0]?.result).toBeNull()
    const kinds = ['explanatoryNote', 'committeeDeliberationOpinion']
    await t.services.prisma.project.update({ where: { id: projectId }, data: { readingTrack: 2 } })
    await t.services.prisma.projectDocument.createMany({ data: kinds.map((kind) => ({ id: newId(), projectId, kind, title: kind, addedBy: personId('legislation'), addedByName: '法规甲', ...(kind === 'explanatoryNote' ? {} : { notApplicableReason: '另送' }) })) })
    const taken = await clerk.post(`/api/meetings/${id}/agenda/${items[0]}/decide`, { result: 'heard', decision: '会后征求意见' })
    expect(taken.status === 200 ? '' : await detail(taken)).toBe('')
    expect(await t.services.prisma.project.findUniqueOrThrow({ where: { id: projectId }, select: { state: true } })).toEqual({ state: 'firstReading' })
    expect(await t.services.prisma.caseEvent.findFirstOrThrow({ where: { projectId, transition: 'holdFirstReading' }, select: { data: true } })).toMatchObject({ data: { meetingId: id } })
  })

  test('that is withdrawn in the middle of a reading leaves the agenda with its votes dropped and its history kept', async () => {
    const { id, items } = await inSession(36, ['某条例（草案）一审', '另一议题'])
    const projectId = await projectWithText()
    await t.services.prisma.agendaItem.update({ where: { id: items[0] ?? '' }, data: { projectId } })
    await clerk.post(`/api/meetings/${id}/speeches`, { agendaItemId: items[0], speaker: '组成人员1', text: '某意见' })
    const vote = await idOf(await prepare(id, items[0] ?? '', 'decision', '某事'))
    const actor = await loadActor({ prisma: t.services.prisma, personId: personId('legislation-chief'), today: '2026-03-20' })
    if (actor === null) throw new Error('no such person')
    const touched = await inTransaction(t.services, (work) => leaveMeetings({ services: t.services, work, actor, project: { id: projectId, organId: organId('cityCommittee'), title: '某条例' }, key: 'withdraw', reason: '情况有变', decidingIds: [] }))
    expect(touched).toBe(1)
    const shown = await read(id)
    expect(shown.agenda.map((i) => i.withdrawnReason)).toEqual(['提案人撤回：情况有变', null])
    expect(shown.votes.find((v) => v.id === vote)?.state).toBe('dropped')
    expect(shown.history.map((h) => h.act)).toContain('projectWithdrawn')
    expect(await detail(await clerk.post(`/api/meetings/${id}/agenda/${items[0]}/decide`, { result: 'heard' }))).toContain('已经撤下：提案人撤回：情况有变')
    expect(((await (await clerk.get(`/api/meetings/${id}/speeches`)).json()) as { items: unknown[] }).items).toHaveLength(1)
    expect(await t.services.prisma.notice.count({ where: { entityId: id, title: { startsWith: '议题撤下' } } })).toBe(2)
  })
})
