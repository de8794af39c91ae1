import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { newId } from '../platform/ids.ts'
import { organId } from '../testing/test-organs.ts'
import { readDocument } from '../reading/index.ts'
import { toDocx, toPdf } from '../typesetting/index.ts'
import { composeProjectPaper, projectPaperKinds } from './compose/index.ts'
import { legislationCase } from './legislation-case.ts'
import { createProjectWorld, type ProjectWorld } from '../testing/project-world.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp({ today: '2026-03-12' })
})
afterAll(() => t.close())

type Shown = { id: string; revision: number; state: { id: string }; number: string | null; title: string; passages: { key: string; label: string; words: string }[]; content: { body: unknown[] }; actions: { key: string }[] }
const body = async (response: Response) => JSON.parse(await response.text())
const wordsOf = (blocks: unknown): string => JSON.stringify(blocks)

async function draft(username: string, world: ProjectWorld, kind: string): Promise<Shown> {
  const client = await t.as(username)
  const made = await body(await client.post(`/api/projects/${world.projectId}/papers`, { kind }))
  if (made.id === undefined) throw new Error(JSON.stringify(made))
  return body(await client.get(`/api/papers/${made.id}`))
}
const step = async (username: string, paper: Shown, key: string): Promise<Response> => (await t.as(username)).post(`/api/papers/${paper.id}/steps/${key}`, {}, { revision: paper.revision })
const fill = async (username: string, paper: Shown, values: Record<string, string>): Promise<Shown> => body(await (await t.as(username)).patch(`/api/papers/${paper.id}`, { values }, paper.revision))

describe('审议结果的报告', () => {
  test('tells the reading, the review, each changed article with its reason, and asks for what nobody recorded', async () => {
    const world = await createProjectWorld(t.services, { state: 'unifiedReview', adopted: false })
    const paper = await draft('legislation', world, 'deliberationResultReport')
    const words = wordsOf(paper.content.body)
    expect(paper.title).toBe(`甲市人大法制委员会关于《${world.title}（草案）》审议结果的报告`)
    for (const part of ['甲市第八届人民代表大会常务委员会第四十三次会议', '第一次审议', '2026年2月6日', '有的市民提出，登记期限太短。省条例规定的期限是三十日。', '将“七日”修改为“三十日”', '关于第五条', '鼓励领养收容的犬只。', '三章七条'])
      expect(words).toContain(part)
    // the duty that only got another number is no change
    expect(words).not.toContain('关于第六条')
    expect(paper.passages.map((p) => p.label)).toEqual(['会后开展的工作', '法制委员会会议的日期和次数', '第五条增加的理由'])
  })

  test('is signed by the law committee and by no other, and only when its meeting is named', async () => {
    const world = await createProjectWorld(t.services, { state: 'unifiedReview', adopted: false })
    let paper = await draft('legislation', world, 'deliberationResultReport')
    paper = await body(await step('legislation', paper, 'sendToCheck'))
    expect((await step('legislation', paper, 'sendToSign')).status).toBe(403)
    paper = await body(await step('legislation-chief', paper, 'sendToSign'))
    expect((await step('committee', paper, 'issue')).status).toBe(403)
    const refused = await step('law-committee', paper, 'issue')
    expect([refused.status, (await body(refused)).rule]).toEqual([409, 'passagesFilled'])
    paper = await fill('legislation', paper, Object.fromEntries(paper.passages.map((p) => [p.key, '2月6日第九次会议'])))
    const issued = await body(await step('law-committee', paper, 'issue'))
    expect([issued.state.id, issued.number]).toEqual(['issued', null])
    const pdf = await (await t.as('member')).get(`/api/papers/${paper.id}/pdf`)
    expect(pdf.status).toBe(200)
    const docx = new Uint8Array(await (await (await t.as('member')).get(`/api/papers/${paper.id}/docx`)).arrayBuffer())
    const read = await readDocument({ source: docx, fileName: '报告.docx' })
    const lines = read.status === 'read' ? read.blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : [])) : []
    for (const line of ['一、关于第三条', '“鼓励领养收容的犬只。”（二次审议稿第五条）', '以上报告和草案修改稿是否妥当，请审议。', '甲市人大法制委员会', '2026年3月12日']) expect(lines.map((l) => l.trim())).toContain(line)
    expect(lines.join('')).toContain(`甲市人大法制委员会关于《${world.title}（草案）》审议结果的报告`)
  })
})

test('the bill names the executive meeting and the opinion the committee meeting that the record has', async () => {
  const world = await createProjectWorld(t.services, { state: 'committeePreReview', adopted: false })
  const { prisma } = t.services
  const house = await prisma.project.findUniqueOrThrow({ where: { id: world.projectId }, select: { organId: true } })
  await prisma.caseEvent.create({
    data: { id: newId(), projectId: world.projectId, at: new Date(), on: new Date('2026-01-26'), actorName: '某', transition: 'passGovExecutive', fromState: 'govReview', toState: 'govExecutive', audience: 'maker', data: { values: { executiveMeeting: '市人民政府第五十一次常务会议' } } },
  })
  const meeting = { kind: 'committee', title: '委员会全体会议', place: '会议室', startsOn: new Date('2026-03-03'), endsOn: new Date('2026-03-03'), startsAt: '09:00', membersTotal: 5, state: 'closed', createdBy: newId(), createdByName: '某' }
  await prisma.meeting.create({ data: { id: newId(), ...house, ...meeting, agenda: { create: { id: newId(), order: 1, title: world.title, kind: 'committeeReview', projectId: world.projectId, result: 'agreed' } } } })
  const said = (paper: Shown, key: string) => paper.passages.find((passage) => passage.key === key)?.words
  expect(said(await draft('proposer', world, 'bill'), 'proposerMeeting')).toBe('市人民政府第五十一次常务会议')
  expect(said(await draft('committee', world, 'committeeDeliberationOpinion'), 'specialCommitteeMeeting')).toBe('2026年3月3日召开会议')
})

test.each([
  ['firstReading', ['explanatoryNote'], 'consultationNotice'], ['approved', [], 'announcement'], ['unifiedReview', ['deliberationResultReport', 'revisionReport'], 'votingTextNote'],
])('in %s, with %j there, %s is what the next step lacks and stands first', async (state, there, kind) => {
  const world = await createProjectWorld(t.services, { state, adopted: false })
  for (const one of there) await t.services.prisma.projectDocument.create({ data: { id: newId(), projectId: world.projectId, kind: one, title: '已有', text: '已有', addedBy: newId(), addedByName: '某' } })
  const { items } = await body(await (await t.as('legislation')).get(`/api/projects/${world.projectId}/papers-to-draft`))
  expect(items[0].kind).toBe(kind)
})

test.each([
  ['two years after it was suspended', [], '搁置审议满两年，没有再次列入'],
  ['when the extension is over', [{ transition: 'extendShelving', values: { reason: '省里的规定即将出台', extendedUntil: '2028-09-14' } }], '搁置审议满两年，延期审议至2028年9月14日，期满没有再次列入'],
])('the report on the end of a deliberation says why it was suspended, %s', async (_when, then, past) => {
  const world = await createProjectWorld(t.services, { state: then.length === 0 ? 'shelved' : 'extended', adopted: false })
  const { prisma } = t.services
  const event = { projectId: world.projectId, on: new Date('2026-03-12'), actorName: '某', audience: 'maker' }
  // what was before the last suspension is not told
  for (const { transition, values } of [{ transition: 'extendShelving', values: { extendedUntil: '2025-01-01' } }, { transition: 'shelve', values: { reason: '经费负担分歧较大。' } }, ...then]) {
    await prisma.caseEvent.create({ data: { ...event, id: newId(), at: new Date(), transition, data: { values } } })
  }
  const paper = await draft('legislation', world, 'terminationReport')
  expect(wordsOf(paper.content.body)).toContain(past)
  expect(paper.passages.find(({ label }) => label === '搁置审议或者暂不付表决的原因')?.words).toBe('经费负担分歧较大')
})

test('a reading that was put off is none', async () => {
  const world = await createProjectWorld(t.services, { state: 'unifiedReview', adopted: false })
  const { prisma } = t.services
  const first = await prisma.agendaItem.findFirstOrThrow({ where: { projectId: world.projectId, decides: 'holdFirstReading' }, select: { meetingId: true } })
  await prisma.agendaItem.create({ data: { id: newId(), ...first, order: 2, title: '第二次审议', kind: 'reading', projectId: world.projectId, decides: 'holdSecondReading', result: 'postponed' } })
  expect((await legislationCase(prisma, world.projectId)).readings.map(({ number }) => number)).toEqual([1])
})

test('the proposer signs its own bill, in its own house and with its own number', async () => {
  const world = await createProjectWorld(t.services, { state: 'govExecutive', adopted: false })
  let paper = await draft('proposer', world, 'bill')
  expect(paper.title).toBe(`甲市人民政府关于提请审议《${world.title}（草案）》的议案`)
  expect((await (await t.as('legislation')).get(`/api/papers/${paper.id}`)).status).toBe(404)
  paper = await fill('proposer', paper, { proposerMeeting: '1月26日市人民政府第五十一次常务会议', 作说明的人: '市城市管理局局长' })
  paper = await body(await step('proposer', paper, 'sendToSignInHouse'))
  const issued = await body(await step('proposer', paper, 'issue'))
  expect([issued.state.id, issued.number]).toEqual(['issued', '甲政函〔2026〕1号'])
  expect((await (await t.as('legislation')).get(`/api/papers/${paper.id}`)).status).toBe(200)
})

test.each([
  ['proposer', 'announcement', 403], ['committee', 'deliberationResultReport', 403], ['drafter', 'bill', 403], ['reviewer', 'bill', 404], ['county-clerk', 'bill', 404], ['province', 'approvalDecision', 404], ['nobody', 'bill', 404],
])('%s may not draft %s', async (username, kind, status) => {
  const world = await createProjectWorld(t.services, { state: 'unifiedReview', adopted: false })
  expect((await (await t.as(username)).post(`/api/projects/${world.projectId}/papers`, { kind })).status).toBe(status)
})

test('an announcement is refused while the regulation is not approved', async () => {
  const world = await createProjectWorld(t.services, { state: 'adopted', adopted: true })
  const refused = await (await t.as('legislation')).post(`/api/projects/${world.projectId}/papers`, { kind: 'announcement' })
  expect([refused.status, (await body(refused)).rule]).toEqual([409, 'notApproved'])
})

test('the request for approval tells meeting, day, size and what goes along; its draft is nothing for the province', async () => {
  const world = await createProjectWorld(t.services, { state: 'adopted', adopted: true })
  const paper = await draft('legislation', world, 'approvalRequest')
  const words = wordsOf(paper.content)
  for (const part of ['2026年2月27日', '甲市第八届人民代表大会常务委员会第四十五次会议', '三章七条', '立法法》第八十一条', '依据对照表']) expect(words).toContain(part)
  expect((await (await t.as('province')).get(`/api/papers/${paper.id}`)).status).toBe(404)
})

test('the request for approval is not ready before somebody says whom to ask, which stands in its note; a day typed as forms write it is printed as papers do', async () => {
  const world = await createProjectWorld(t.services, { state: 'adopted', adopted: true })
  const client = await t.as('legislation')
  const paper = await draft('legislation', world, 'approvalRequest')
  const read = async () => body(await client.get(`/api/papers/${paper.id}`))
  const open = (await read()).passages.filter((one: { words: string }) => one.words === '').map((one: { label: string }) => one.label)
  expect(open).toContain('联系人和电话')
  const values = { contact: '法规甲，12345678', disputes: '2026-01-08研究过的问题，意见一致' }
  expect((await client.patch(`/api/papers/${paper.id}`, { values }, (await read()).revision)).status).toBe(200)
  const filled = await read()
  expect(filled.content.note).toBe('联系人：法规甲，12345678')
  expect(wordsOf(filled.content)).toContain('2026年1月8日研究过的问题，意见一致。')
})

test('every paper of a project lays out as .docx and PDF in the pattern of official papers', async () => {
  const world = await createProjectWorld(t.services, { state: 'approved', adopted: true })
  await t.services.prisma.approvalRequest.create({
    data: {
      id: world.projectId, projectId: world.projectId, provinceOrganId: organId('provinceCommittee'), state: 'decided', snapshotId: world.snapshots.adopted ?? '', sentOn: new Date('2026-03-01'), result: 'approved', decidedOn: new Date('2026-03-10'),
      decisionMeeting: '甲省第十四届人民代表大会常务委员会第二十五次会议', createdBy: world.projectId, createdByName: '法规甲',
    },
  })
  const told = await legislationCase(t.services.prisma, world.projectId)
  for (const kind of projectPaperKinds) {
    const { content } = composeProjectPaper(kind, told)
    expect(content.body.length, kind).toBeGreaterThan(0)
    expect((await toDocx(content)).length, kind).toBeGreaterThan(2000)
  }
  const { content } = composeProjectPaper('announcement', told)
  expect(content.body[0]).toEqual({
    kind: 'paragraph',
    words: [
      `《${world.title}》已由`, '甲市第八届人民代表大会常务委员会第四十五次会议', '于', '2026年2月27日', '通过，', '甲省第十四届人民代表大会常务委员会第二十五次会议', '于', '2026年3月10日', '批准，现予公布，自', '2027年3月1日', '起施行。',
    ],
  })
  expect((await toPdf(content)).length).toBeGreaterThan(2000)
}, 60_000)

test('the comparison of two texts carries the recorded reasons; it is printed for the staff', async () => {
  const world = await createProjectWorld(t.services, { state: 'unifiedReview', adopted: false })
  const path = `/api/projects/${world.projectId}/comparison-table/docx?from=${world.snapshots.first}&to=${world.snapshots.second}`
  expect((await (await t.as('legislation')).get(path)).status).toBe(200)
  expect((await (await t.as('province')).get(path)).status).toBe(404)
  expect((await (await t.as('proposer')).get(path)).status).toBe(404)
})
