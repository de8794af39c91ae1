import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tickedStandards } from '../../law/procedure/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { organId, personId } from '../testing/test-organs.ts'
import { createTestWorld, type TestWorld } from '../testing/test-world.ts'
import { cited } from './compose/compose-paper.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

const body = async (response: Response) => JSON.parse(await response.text())
type Shown = { id: string; revision: number; state: { id: string }; number: string | null; actions: { key: string; blocked: string | null }[]; passages: { key: string; words: string }[]; content: unknown; steps: { label: string; by: string; opinion: string | null }[]; replyDueOn: string | null }

/** A case in which the one flag is confirmed and the chief holds it for a problem. */
async function concernCase(state = 'concern'): Promise<TestWorld> {
  const world = await createTestWorld(t.services, state)
  await t.services.prisma.paper.delete({ where: { id: world.paperId } })
  await t.services.prisma.reviewFlag.update({ where: { id: world.flagId }, data: { state: 'confirmed', superiorTitle: '甲省市容条例', superiorLabel: '第九条', superiorQuote: '处二百元以下罚款' } })
  return world
}

async function addConstitutionalityFlag(world: TestWorld): Promise<string> {
  const id = newId()
  await t.services.prisma.reviewFlag.create({
    data: {
      id, filingId: world.filingId, number: 2, versionId: world.versionId, eId: 'art_1__para_1', articleLabel: '第一条', quote: { exact: '加强管理', prefix: '', suffix: '', start: 2 }, standard: 'constitutionality', code: 'CONST',
      judgedOn: toDateColumn('2026-02-01'), reason: `${world.marker}同宪法原则不符`, severity: 'serious', suggestion: '', state: 'confirmed', raisedBy: personId('reviewer'), raisedByName: '审查甲',
    },
  })
  return id
}

async function draft(world: TestWorld, kind: string, more: object = {}): Promise<Shown> {
  const reviewer = await t.as('reviewer')
  const created = await body(await reviewer.post('/api/papers', { filingId: world.filingId, kind, ...more }))
  if (created.id === undefined) throw new Error(JSON.stringify(created))
  return body(await reviewer.get(`/api/papers/${created.id}`))
}

async function step(username: string, paper: Shown, key: string, more: object = {}): Promise<Response> {
  return (await t.as(username)).post(`/api/papers/${paper.id}/steps/${key}`, more, { revision: paper.revision })
}
const done = async (response: Response): Promise<Shown> => {
  const given = await body(response)
  if (response.status >= 300) throw new Error(JSON.stringify(given))
  return given
}
const fill = async (username: string, paper: Shown, values: Record<string, string>): Promise<Shown> => done(await (await t.as(username)).patch(`/api/papers/${paper.id}`, { values }, paper.revision))

/** An opinion that only waits for its signature. */
async function opinionToSign(world: TestWorld, values: Record<string, string> = { councilMeeting: '3月13日第32次主任会议', replyRule: 'makerReply' }): Promise<Shown> {
  let paper = await draft(world, 'reviewOpinion')
  paper = await done(await step('reviewer', paper, 'sendToCheck'))
  paper = await done(await step('chief', paper, 'sendToCountersign', { opinion: '同意', countersignOrganIds: [organId('cityUrban')] }))
  paper = await done(await step('committee', paper, 'countersign', { opinion: '同意会签' }))
  return fill('reviewer', paper, values)
}

describe('an opinion from the confirmed flags', () => {
  test('quotes the document and the law, and leaves blank only what a person must type', async () => {
    const paper = await draft(await concernCase(), 'reviewOpinion')
    const words = JSON.stringify(paper.content)
    for (const part of ['处五百元罚款', '《甲省市容条例》第九条', '处二百元以下罚款', '建议：删去', '监督法》第三十九条的规定']) expect(words).toContain(part)
    expect(paper.passages.map((p) => p.key)).toEqual(['councilMeeting', 'replyRule'])
  })

  test('never takes a 合宪性 flag: not by itself, and not when it is named', async () => {
    const world = await concernCase()
    const constitution = await addConstitutionalityFlag(world)
    const refused = await (await t.as('reviewer')).post('/api/papers', { filingId: world.filingId, kind: 'reviewOpinion', flagIds: [world.flagId, constitution] })
    expect([refused.status, (await body(refused)).rule]).toEqual([409, 'noConstitutionalityInOpinion'])
    const paper = await draft(world, 'reviewOpinion')
    expect(JSON.stringify(paper)).not.toContain('同宪法原则不符')
    const upward = await draft(world, 'upwardReport')
    expect(JSON.stringify(upward.content)).toContain('同宪法原则不符')
    expect(JSON.stringify(upward.content)).not.toContain('处五百元罚款')
  })

  test('refuses to be sent when a 合宪性 flag was slipped into its rows', async () => {
    const world = await concernCase()
    const constitution = await addConstitutionalityFlag(world)
    const paper = await draft(world, 'reviewOpinion')
    await t.services.prisma.paper.update({ where: { id: paper.id }, data: { flagIds: [constitution] } })
    const refused = await step('reviewer', paper, 'sendToCheck')
    expect([refused.status, (await body(refused)).rule]).toEqual([409, 'noConstitutionalityInOpinion'])
  })

  test('goes 拟稿 → 核稿 → 会签 → 签发, takes its number and moves the case, its flags and its clock', async () => {
    const world = await concernCase()
    const paper = await opinionToSign(world)
    expect(paper.actions.map((a) => a.key)).toEqual([])
    const issued = await done(await step('issuer', paper, 'issue'))
    expect(issued.state.id).toBe('issued')
    expect(issued.number).toMatch(/^甲常审〔2026〕\d+号$/)
    expect(issued.replyDueOn).toBe('2026-04-13')
    expect(issued.steps.map((s) => s.label)).toEqual(['拟稿', '送核稿', '核稿', '会签', '签发'])
    const filing = await t.services.prisma.filing.findUniqueOrThrow({ where: { id: world.filingId } })
    expect([filing.state, filing.dueKey]).toEqual(['opinionIssued', 'makerReply'])
    expect((await t.services.prisma.reviewFlag.findUniqueOrThrow({ where: { id: world.flagId } })).state).toBe('putToMaker')
    const notices = await t.services.prisma.notice.findMany({ where: { personId: personId('city-clerk'), entityId: paper.id } })
    expect(notices.map((n) => n.link)).toEqual([`/app/answers/${world.filingId}`])
    const pdf = await (await t.as('city-clerk')).get(`/api/papers/${paper.id}/pdf`)
    expect(new TextDecoder('latin1').decode((await pdf.arrayBuffer()).slice(0, 5))).toBe('%PDF-')
    const docx = await (await t.as('city-clerk')).get(`/api/papers/${paper.id}/docx`)
    expect(docx.status).toBe(200)
  })
})

describe('a step that the rules do not allow', () => {
  test.each([
    ['the drafter checks his own paper', 'reviewStudy', async (p: Shown) => step('reviewer', await done(await step('reviewer', p, 'sendToCheck')), 'sendToSign'), 409, 'checkerIsNotDrafter'],
    ['a paper is issued before it was checked', 'reviewOpinion', (p: Shown) => step('issuer', p, 'issue'), 409, 'wrongState'],
    ['countersigners are not named', 'reviewOpinion', async (p: Shown) => step('chief', await done(await step('reviewer', p, 'sendToCheck')), 'sendToCountersign'), 409, 'countersignersNamed'],
    ['countersigning is skipped', 'reviewOpinion', async (p: Shown) => step('chief', await done(await step('reviewer', p, 'sendToCheck')), 'sendToSign'), 409, 'noCountersignNeeded'],
    ['it is returned without a reason', 'reviewOpinion', async (p: Shown) => step('chief', await done(await step('reviewer', p, 'sendToCheck')), 'returnFromCheck'), 409, 'missingField'],
  ])('%s', async (_name, kind, act, status, rule) => {
    const response = await act(await draft(await concernCase(), kind))
    expect([response.status, (await body(response)).rule]).toEqual([status, rule])
  })

  test('a passage is still open', async () => {
    const paper = await opinionToSign(await concernCase(), { councilMeeting: '3月13日第32次主任会议' })
    const refused = await step('issuer', paper, 'issue')
    expect([refused.status, (await body(refused)).rule]).toEqual([409, 'passagesFilled'])
  })

  test('the case is not where the paper would take it: nothing is issued and no number is lost', async () => {
    const world = await concernCase()
    const paper = await opinionToSign(world)
    await t.services.prisma.filing.update({ where: { id: world.filingId }, data: { state: 'underReview' } })
    const before = await t.services.prisma.registerCounter.findMany({ where: { kind: 'paper.甲常审' } })
    const refused = await step('issuer', paper, 'issue')
    expect([refused.status, (await body(refused)).rule]).toEqual([409, 'wrongState'])
    expect(await t.services.prisma.registerCounter.findMany({ where: { kind: 'paper.甲常审' } })).toEqual(before)
    expect((await t.services.prisma.paper.findUniqueOrThrow({ where: { id: paper.id } })).number).toBeNull()
  })

  test('a committee that was not asked countersigns', async () => {
    let paper = await done(await step('reviewer', await draft(await concernCase(), 'reviewOpinion'), 'sendToCheck'))
    paper = await done(await step('chief', paper, 'sendToCountersign', { countersignOrganIds: [organId('cityUrban'), organId('cityFinance')] }))
    paper = await done(await step('finance', paper, 'countersign'))
    expect(paper.state.id).toBe('countersigning')
    expect((await step('finance', paper, 'countersign')).status).toBe(403)
    expect((await done(await step('committee', paper, 'countersign'))).state.id).toBe('signing')
  })
})

describe('issuing', () => {
  test('two issuers at once: one issues, the other is told, one number is used', async () => {
    const world = await concernCase()
    const paper = await opinionToSign(world)
    const answers = await Promise.all([step('issuer', paper, 'issue'), step('issuer', paper, 'issue')])
    expect(answers.map((r) => r.status).sort()).toEqual([200, 412])
    expect(await t.services.prisma.paper.count({ where: { filingId: world.filingId, state: 'issued' } })).toBe(1)
  })

  test('many opinions at once take the numbers without a gap', async () => {
    const papers = await Promise.all([0, 1, 2, 3].map(async () => opinionToSign(await concernCase())))
    const issued = await Promise.all(papers.map(async (p) => done(await step('issuer', p, 'issue'))))
    const all = await t.services.prisma.paper.findMany({ where: { number: { startsWith: '甲常审' } }, select: { number: true } })
    const serials = all.map((p) => Number(/〕(\d+)号/.exec(p.number ?? '')?.[1])).sort((a, b) => a - b)
    expect(serials).toEqual(serials.map((_, at) => at + 1))
    expect(new Set(issued.map((p) => p.number)).size).toBe(4)
  })

  test('what was issued never changes: refused in the program and by the database', async () => {
    const paper = await done(await step('issuer', await opinionToSign(await concernCase()), 'issue'))
    const refused = await (await t.as('reviewer')).patch(`/api/papers/${paper.id}`, { title: '改' }, paper.revision)
    expect([refused.status, (await body(refused)).rule]).toEqual([409, 'issuedIsFixed'])
    const { prisma } = t.services
    await expect(prisma.paper.update({ where: { id: paper.id }, data: { title: '改' } })).rejects.toThrow()
    await expect(prisma.paper.update({ where: { id: paper.id }, data: { state: 'drafting' } })).rejects.toThrow()
    await expect(prisma.paperStep.deleteMany({ where: { paperId: paper.id } }).then(() => prisma.paper.delete({ where: { id: paper.id } }))).rejects.toThrow()
  })

  test('the seal is recorded once, with the stamped scan', async () => {
    const paper = await done(await step('issuer', await opinionToSign(await concernCase()), 'issue'))
    const client = await t.as('issuer')
    const scan = await body(await client.upload('/api/files', { name: '盖章.txt', bytes: '盖章扫描件' }))
    expect((await client.post(`/api/papers/${paper.id}/seal`, { fileId: null })).status).toBe(422)
    expect((await body(await client.post(`/api/papers/${paper.id}/seal`, { fileId: scan.id }))).sealed.fileId).toBe(scan.id)
    expect((await client.post(`/api/papers/${paper.id}/seal`, { fileId: scan.id })).status).toBe(409)
  })
})

describe('who reads a paper', () => {
  test('the maker reads nothing of a draft, and of an issued paper only what is printed', async () => {
    const world = await concernCase()
    const paper = await opinionToSign(world)
    const clerk = await t.as('city-clerk')
    expect((await clerk.get(`/api/papers/${paper.id}`)).status).toBe(404)
    expect((await clerk.get(`/api/papers/${paper.id}/pdf`)).status).toBe(404)
    await done(await step('issuer', paper, 'issue'))
    const seen = await (await clerk.get(`/api/papers/${paper.id}`)).text()
    for (const secret of ['审查甲', '科长甲', '同意会签', '委员甲', '签发甲']) expect(seen).not.toContain(secret)
    expect(JSON.parse(seen)).toMatchObject({ steps: [], flags: [], passages: [], countersigners: [], actions: [] })
    const study = await draft(world, 'reviewStudy')
    const waiting = await done(await step('chief', await done(await step('reviewer', study, 'sendToCheck')), 'sendToSign'))
    await done(await step('chief', await fill('reviewer', waiting, { handling: '结束审查' }), 'issue'))
    expect((await clerk.get(`/api/papers/${study.id}`)).status).toBe(404)
  })

  test('the list shows each person what waits for them', async () => {
    const world = await concernCase()
    const paper = await done(await step('reviewer', await draft(world, 'reviewOpinion'), 'sendToCheck'))
    const asked = async (username: string) => (await body(await (await t.as(username)).get('/api/papers?view=mine&limit=200'))).items.filter((p: { id: string }) => p.id === paper.id).map((p: { asked: string }) => p.asked)
    expect(await asked('chief')).toEqual(['核稿'])
    expect(await asked('reviewer')).toEqual([])
    await done(await step('chief', paper, 'sendToCountersign', { countersignOrganIds: [organId('cityUrban')] }))
    expect(await asked('committee')).toEqual(['会签'])
    expect(await asked('finance')).toEqual([])
  })

  test('a stale edit is refused, not overwritten', async () => {
    const paper = await draft(await concernCase(), 'reviewOpinion')
    await fill('reviewer', paper, { councilMeeting: '3月13日第32次主任会议' })
    expect((await (await t.as('second-reviewer')).patch(`/api/papers/${paper.id}`, { values: { councilMeeting: '别的' } }, paper.revision)).status).toBe(412)
  })
})

describe('a 提醒函', () => {
  test('without flags says what a person writes, as a sentence; its maker is told that no answer is asked', async () => {
    const world = await createTestWorld(t.services, 'underReview')
    const { prisma } = t.services
    await prisma.paper.delete({ where: { id: world.paperId } })
    await prisma.reviewFlag.update({ where: { id: world.flagId }, data: { state: 'withdrawn' } })
    await prisma.caseTask.updateMany({ where: { filingId: world.filingId }, data: { state: 'done' } })
    for (const standard of tickedStandards) await prisma.standardTick.upsert({ where: { filingId_standard: { filingId: world.filingId, standard } }, create: { id: newId(), filingId: world.filingId, standard, result: 'noProblem', by: personId('reviewer'), byName: '审查甲' }, update: {} })
    let paper = await draft(world, 'reminderLetter')
    expect(paper.passages).toMatchObject([{ key: 'reminderPoints', kind: 'longText', words: '' }])
    paper = await fill('reviewer', paper, { reminderPoints: '第二条的比例，请同上位法一致' })
    expect(paper.passages[0]?.words).toBe('第二条的比例，请同上位法一致。')
    paper = await done(await step('reviewer', paper, 'sendToCheck'))
    paper = await done(await step('chief', paper, 'sendToSign'))
    paper = await done(await step('chief', paper, 'issue'))
    expect(paper.number).toMatch(/函〔2026〕\d+号$/u)
    const told = await prisma.notice.findFirstOrThrow({ where: { personId: personId('city-clerk'), entityId: paper.id } })
    expect([told.title.startsWith('收到提醒函'), told.body]).toEqual([true, '请在实施中予以注意，不用答复。'])
  })
})

test.each([['三、', '第三条'], ['十二、（二）', '第十二条第（二）项'], ['第八条第一款', '第八条第一款']])('a paper cites %s as %s', (label, words) => {
  expect(cited(label)).toBe(words)
})
