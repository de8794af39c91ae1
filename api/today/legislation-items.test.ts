import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { giveKinds, projectRow } from '../testing/project-row.ts'
import { organId, personId } from '../testing/test-organs.ts'
import type { Today, TodayItem } from './today-schema.ts'

const TODAY = '2026-03-12'
let t: TestApp
beforeAll(async () => {
  t = await createTestApp({ today: TODAY })
})
afterAll(() => t.close())

const todayOf = async (username: string): Promise<Today> => (await (await t.as(username)).get('/api/today')).json() as Promise<Today>
const itemsOf = async (username: string, id: string): Promise<TodayItem[]> => Object.values((await todayOf(username)).groups).flat().filter((i) => i.id === id)
const told = (items: readonly TodayItem[]) => items.map((i) => [i.act.label, i.act.link.split('/')[1], i.deadline?.dueOn ?? null, i.note])

/** A meeting of the standing committee that was called, with the project on its agenda for the first reading. */
async function readingSet(projectId: string, changes: { on?: string; files?: { deliveredOn: string | null }[]; state?: string } = {}): Promise<string> {
  const id = newId()
  const on = toDateColumn(changes.on ?? '2026-03-26')
  await t.services.prisma.meeting.create({
    data: {
      id, organId: organId('cityCommittee'), kind: 'standingCommittee', title: '第十次会议', state: changes.state ?? 'notified', startsOn: on, endsOn: on, place: '会议厅', membersTotal: 3, materialsDueOn: toDateColumn('2026-03-19'), createdBy: personId('meeting-clerk'), createdByName: '会务甲',
      attendance: { create: [{ id: newId(), name: '组成人员甲', capacity: 'member', personId: personId('member') }, { id: newId(), name: '组成人员乙', capacity: 'member', status: 'leave' }] },
    },
  })
  const itemId = newId()
  await t.services.prisma.agendaItem.create({ data: { id: itemId, meetingId: id, order: 1, title: '审议草案', kind: 'reading', projectId, decides: 'holdFirstReading' } })
  for (const [at, file] of (changes.files ?? []).entries()) await t.services.prisma.meetingFile.create({ data: { id: newId(), meetingId: id, agendaItemId: itemId, number: at + 1, title: `文件${at}`, deliveredOn: file.deliveredOn === null ? null : toDateColumn(file.deliveredOn), addedBy: personId('meeting-clerk'), addedByName: '会务甲' } })
  return id
}

describe('before a reading', () => {
  test('whoever carries the project has the meeting, its materials by the day of the rule, and the papers of the step after it by the day that was planned', async () => {
    const id = await projectRow(t.services.prisma, { state: 'onAgenda', readingTrack: 3, planned: { consultation: { from: '2026-04-01', to: '2026-05-08' } } })
    await readingSet(id, { files: [{ deliveredOn: '2026-03-11' }, { deliveredOn: null }] })
    await giveKinds(t.services.prisma, { projectId: id, kinds: ['explanatoryNote'] })
    const items = await itemsOf('legislation', id)
    expect(told(items)).toEqual([
      ['备齐会议材料', 'projects', '2026-03-19', '缺：草案（一审稿）；1 份会议文件没有送达'],
      ['看会议', 'meetings', '2026-03-26', '第十次会议：审议草案；会议文件 2 份，1 份没有送达'],
      ['准备公开征求意见', 'projects', '2026-04-01', '缺：公开征求意见公告'],
    ])
    expect(items.map((i) => [i.deadline?.label, i.deadline?.standing])).toEqual([['会议材料送达组成人员（会前）', '待确认'], ['会议日期', '已确认'], ['公开征求意见的计划日期', '已确认']])
    expect(items[0]?.deadline?.basis).toContain('第三十一条')
    // seven days off: within the week
    expect((await todayOf('legislation')).groups.sevenDays.some((i) => i.id === id)).toBe(true)
  })

  test('nothing is asked of materials that are there and delivered', async () => {
    const id = await projectRow(t.services.prisma, { state: 'onAgenda', readingTrack: 3 })
    await readingSet(id, { files: [{ deliveredOn: '2026-03-11' }] })
    await giveKinds(t.services.prisma, { projectId: id, kinds: ['explanatoryNote', 'firstReadingText'] })
    expect(told(await itemsOf('legislation', id))).toEqual([['看会议', 'meetings', '2026-03-26', '第十次会议：审议草案；会议文件 1 份，都已送达']])
  })

  test('the proposer explains the bill, members read what was delivered, and who has no part in it is told nothing', async () => {
    const id = await projectRow(t.services.prisma, { state: 'onAgenda', readingTrack: 3 })
    const meetingId = await readingSet(id, { files: [{ deliveredOn: '2026-03-11' }] })
    expect(told(await itemsOf('proposer', id))).toEqual([['准备说明', 'projects', '2026-03-26', '第十次会议审议，向会议说明草案']])
    expect(told(await itemsOf('member', meetingId))).toEqual([['看会议文件', 'meetings', '2026-03-26', '会议文件 1 份已送达']])
    for (const username of ['finance', 'province', 'city-clerk']) expect([...(await itemsOf(username, id)), ...(await itemsOf(username, meetingId))], username).toEqual([])
  })

  test('a planned day that is past stands among the overdue, also for the chief where a plan set it', async () => {
    const id = await projectRow(t.services.prisma, { state: 'surveying', planned: { surveying: { from: '2026-01-05', to: '2026-03-01' } } })
    const plan = await t.services.prisma.legislationPlan.create({ data: { id: newId(), organId: organId('cityCommittee'), kind: 'annual', year: 2026, title: '年度计划', state: 'published', createdBy: personId('legislation'), createdByName: '法规甲' } })
    await t.services.prisma.planItem.create({ data: { id: newId(), planId: plan.id, order: 1, title: '某条例', class: 'survey', proposer: '', draftingOrgan: '', dueMonth: '2026-02', projectId: id } })
    const overdue = async (username: string) => (await todayOf(username)).groups.overdue.filter((i) => i.id === id)
    expect(await overdue('legislation')).toMatchObject([{ act: { label: '完成立法调研' }, deadline: { dueOn: '2026-02-28', label: '提交调研报告', basis: expect.stringContaining('年度计划') }, note: '缺：调研报告' }])
    expect(await overdue('legislation-chief')).toMatchObject([{ act: { label: '看进展' }, detail: expect.stringContaining('承办：法规甲'), deadline: { dueOn: '2026-02-28' } }])
  })
})

describe('a meeting clerk', () => {
  test('has the call, the materials and the answers that are lacking, and the bulletin of what was said; another house has none of it', async () => {
    const id = await projectRow(t.services.prisma, { state: 'onAgenda' })
    const [planned, called, closed] = [await readingSet(id, { state: 'planned' }), await readingSet(id), await readingSet(id, { state: 'closed', on: '2026-03-02' })]
    const item = await t.services.prisma.agendaItem.findFirstOrThrow({ where: { meetingId: closed } })
    await t.services.prisma.speech.create({ data: { id: newId(), meetingId: closed, agendaItemId: item.id, order: 1, speaker: '组成人员甲', text: '同意。', recordedBy: personId('meeting-clerk'), recordedByName: '会务甲' } })
    expect(told(await itemsOf('meeting-clerk', planned))).toEqual([['发会议通知', 'meetings', '2026-03-19', '1 个议题，还没有通知组成人员'], ['送达会议材料', 'meetings', '2026-03-19', '1 个议题没有文件：审议草案']])
    expect(told(await itemsOf('meeting-clerk', called))).toEqual([['送达会议材料', 'meetings', '2026-03-19', '1 个议题没有文件：审议草案'], ['登记是否出席', 'meetings', '2026-03-26', '1 名组成人员没有登记是否出席']])
    expect(told(await itemsOf('meeting-clerk', closed))).toEqual([['印发简报', 'meetings', null, '1 条发言，简报还没有拟稿']])
    for (const username of ['legislation', 'leader', 'county-reviewer']) expect((await itemsOf(username, called)).filter((i) => i.act.label !== '看会议文件' && i.act.label !== '看议程'), username).toEqual([])
  })
})

describe('the consultation of the public', () => {
  test('is asked of those who publish it: the draft at its beginning, what became of the opinions after its end', async () => {
    const id = await projectRow(t.services.prisma, { state: 'consultation' })
    await t.services.prisma.caseEvent.create({ data: { id: newId(), projectId: id, on: toDateColumn('2026-02-01'), actorName: '法规甲', transition: 'consult', fromState: 'firstReading', toState: 'consultation' } })
    expect(told(await itemsOf('issuer', id))).toEqual([['向社会公布', 'projects', null, '草案还没有向社会公布']])
    await t.services.prisma.publicConsultation.create({ data: { id: newId(), projectId: id, organId: organId('cityCommittee'), title: '某条例', snapshotId: newId(), opensOn: toDateColumn('2026-02-01'), closesOn: toDateColumn('2026-03-05'), howTo: '寄法工委', publishedAt: new Date('2026-02-01T02:00:00Z'), publishedBy: personId('issuer'), publishedByName: '签发甲' } })
    expect(told(await itemsOf('issuer', id))).toEqual([['公布采纳情况', 'projects', null, '2026-03-05 截止，还没有公布意见采纳情况']])
    expect((await itemsOf('legislation-chief', id)).map((i) => i.act.label)).toContain('公布采纳情况')
    await t.services.prisma.publicConsultation.updateMany({ where: { projectId: id }, data: { disposition: '采纳两条' } })
    expect(await itemsOf('issuer', id)).toEqual([])
  })
})

test.each([['2028-03-13', []], ['2026-04-01', ['打开']]])('a bill that was suspended is not asked of anybody before its two years run out (%s)', async (dueOn, labels) => {
  const { prisma } = t.services
  const id = await projectRow(prisma, { state: 'shelved' })
  await prisma.caseClock.create({
    data: {
      id: newId(), projectId: id, key: 'legislation.shelving', label: '搁置审议满两年', amount: 2, unit: 'year', basis: '测试', confirmed: false, place: 'reference', steps: '', startOn: toDateColumn(TODAY), dueOn: toDateColumn(dueOn), state: 'running',
      effects: { onSuspend: 'stop', onCorrection: 'stop', onInquiry: 'stop', reminderDaysBefore: [0] },
    },
  })
  expect((await itemsOf('legislation', id)).map((i) => i.act.label)).toEqual(labels)
})

describe('what others owe', () => {
  test('a view of the province is asked there and awaited here until it comes', async () => {
    const { prisma } = t.services
    const id = await projectRow(prisma, { state: 'submitted' })
    const legislation = await t.as('legislation')
    const step = async (username: string, key: string, values: object): Promise<number> => (await (await t.as(username)).post(`/api/projects/${id}/steps/${key}`, { values }, { revision: (await prisma.project.findUniqueOrThrow({ where: { id }, select: { revision: true } })).revision })).status
    expect(await step('legislation', 'requestProvinceView', { askedOn: '2026-03-10' })).toBe(200)
    expect((await itemsOf('province', id)).map((i) => i.act.label)).toEqual(['反馈意见'])
    const waiting = (await todayOf('legislation')).waiting.find((w) => w.link === `/projects/${id}`)
    expect(waiting).toMatchObject({ what: '反馈意见', mayRemind: true, remindedToday: false })
    expect(await (await legislation.post('/api/today/remind', { key: waiting?.key ?? '' })).json()).toMatchObject({ told: 1 })
    expect(await prisma.notice.findFirst({ where: { kind: 'nudge', entity: 'Project', entityId: id, personId: personId('province') } })).toMatchObject({ link: `/app/projects/${id}` })
    expect(await step('province', 'recordProvinceView', { view: '没有意见' })).toBe(200)
    expect([await itemsOf('province', id), (await todayOf('legislation')).waiting.some((w) => w.link === `/projects/${id}`)]).toEqual([[], false])
  })

  test('a task that was given is awaited by whoever gave it, and by the chief once it is due', async () => {
    const legislation = await t.as('legislation')
    const give = async (dueOn: string, changes: object): Promise<string> => ((await (await legislation.post('/api/project-tasks', { kind: 'other', title: '外地立法资料', request: '请整理', givenOn: '2026-02-01', dueOn, ...changes })).json()) as { id: string }).id
    const [late, later, own] = [await give('2026-03-10', { assigneeOrganId: organId('cityBureau') }), await give('2026-06-01', { assigneeOrganId: organId('cityBureau') }), await give('2026-03-10', { assigneeId: personId('legislation') })]
    const waits = async (username: string): Promise<string[]> => (await todayOf(username)).waiting.map((w) => w.key)
    const key = (id: string): string => `projectTask:${id}`
    expect(await waits('legislation')).toEqual(expect.arrayContaining([key(late), key(later)]))
    expect(await waits('legislation')).not.toContain(key(own))
    const chief = await waits('legislation-chief')
    expect([chief.includes(key(late)), chief.includes(key(later)), chief.includes(key(own))]).toEqual([true, false, true])
    expect(await waits('drafter')).not.toContain(key(late))
  })
})
