import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startClock } from '../deadline/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { organId, personId } from '../testing/test-organs.ts'
import { createTestWorld, type TestWorld } from '../testing/test-world.ts'
import { lapsePlans, planLapseJob } from './correction-plans.ts'
import { wholePosition } from './answer-problems.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

const body = async (response: Response) => JSON.parse(await response.text())
const done = async (response: Response) => {
  const given = await body(response)
  if (response.status >= 300) throw new Error(JSON.stringify(given))
  return given
}
const rule = async (response: Response) => [response.status, (await body(response)).rule]
const filingOf = (world: TestWorld) => t.services.prisma.filing.findUniqueOrThrow({ where: { id: world.filingId } })
const revision = async (world: TestWorld) => (await filingOf(world)).revision
const post = async (username: string, world: TestWorld, tail: string, given: object = {}, withRevision = false) =>
  (await t.as(username)).post(`/api/outcome/${world.filingId}${tail}`, given, withRevision ? { revision: await revision(world) } : {})
const fourTicks = { constitutionality: '', policy: '', legality: '', propriety: '' }

/** A case without flags, tasks and drafts, as a reviewer finds most of them. */
async function plainCase(state: string): Promise<TestWorld> {
  const world = await createTestWorld(t.services, state)
  await t.services.prisma.caseTask.updateMany({ where: { filingId: world.filingId }, data: { state: 'answered', answer: '没有意见' } })
  await t.services.prisma.reviewFlag.update({ where: { id: world.flagId }, data: { state: 'withdrawn' } })
  await t.services.prisma.paper.delete({ where: { id: world.paperId } })
  await t.services.prisma.correctionPlan.delete({ where: { id: world.planId } })
  return world
}

/** A case whose flag was confirmed and whose maker has the opinion. */
async function opinionCase(state = 'opinionIssued'): Promise<TestWorld & { opinionId: string }> {
  const world = await plainCase(state)
  await t.services.prisma.reviewFlag.update({ where: { id: world.flagId }, data: { state: state === 'concern' || state === 'negotiating' ? 'confirmed' : 'putToMaker' } })
  const opinionId = newId()
  if (state === 'concern' || state === 'negotiating') return { ...world, opinionId }
  await t.services.prisma.paper.create({
    data: {
      id: opinionId, organId: organId('cityCommittee'), filingId: world.filingId, kind: 'reviewOpinion', state: 'issued', title: `${world.marker}意见`, content: { title: '意见', body: [] }, recipientOrganId: organId('cityGovernmentOffice'),
      number: `甲常审〔2026〕${world.marker}号`, issuedOn: toDateColumn('2026-03-01'), flagIds: [world.flagId], createdBy: personId('reviewer'), createdByName: '审查甲',
    },
  })
  if (state === 'opinionIssued') await startClock(t.services.prisma, { owner: { filingId: world.filingId }, organId: organId('cityCommittee'), key: 'makerReply', startOn: '2026-03-01' })
  return { ...world, opinionId }
}

/** The corrected text as the library keeps it; `fine` is what became of the flagged sentence. */
async function refiled(world: TestWorld, fine: string): Promise<string> {
  const version = await t.services.prisma.version.findUniqueOrThrow({ where: { id: world.versionId } })
  const tree = JSON.parse(JSON.stringify(version.tree))
  tree.articles[1].paragraphs[0].text = fine
  const [versionId, id] = [newId(), newId()]
  await t.services.prisma.version.create({
    data: { id: versionId, workId: version.workId, dateKey: '2026-03-10', title: version.title, effectiveBasis: 'stated', effectiveFrom: toDateColumn('2026-03-10'), tree, text: fine, textDigest: versionId, articleCount: 2 },
  })
  const old = await filingOf(world)
  await t.services.prisma.filing.create({
    data: {
      id, procedureVersion: '1', state: 'submitted', title: old.title, documentNo: `${old.documentNo}改`, documentKind: old.documentKind, makerOrganId: old.makerOrganId, filedByOrganId: old.filedByOrganId, receiverOrganId: old.receiverOrganId,
      createdBy: personId('city-clerk'), versionId, supersedesId: world.filingId, submittedOn: toDateColumn('2026-03-11'),
    },
  })
  return id
}

describe('no problem', () => {
  test.each(['distributed', 'underReview'])('from %s in one act: ticks, record, the maker told, and closing offered', async (state) => {
    const world = await plainCase(state)
    const given = await done(await post('reviewer', world, '/no-problem', { ticks: fourTicks, note: '同上位法一致' }, true))
    expect((await filingOf(world)).state).toBe('noProblem')
    const paper = await t.services.prisma.paper.findUniqueOrThrow({ where: { id: given.paperId } })
    expect([paper.kind, paper.state, paper.recipientOrganId, paper.docxFileId === null, paper.pdfFileId === null]).toEqual(['reviewRecord', 'issued', null, false, false])
    expect(JSON.stringify(paper.content)).toContain('未发现问题')
    expect(await t.services.prisma.notice.count({ where: { personId: personId('city-clerk'), kind: 'noProblem', entityId: world.filingId } })).toBe(1)
    const actions = (await body(await (await t.as('reviewer')).get(`/api/filings/${world.filingId}`))).actions.map((a: { key: string }) => a.key)
    expect(actions).toContain('close')
    const closed = await done(await post('archivist', world, '/close', { note: '' }, true))
    expect((await filingOf(world)).state).toBe('closed')
    expect((await t.services.prisma.paper.findUniqueOrThrow({ where: { id: closed.paperId } })).kind).toBe('closingRecord')
    expect((await (await t.as('city-clerk')).get(`/api/papers/${given.paperId}`)).status).toBe(404)
  })

  test('is refused with the rule while a tick, a committee or a flag is missing, and leaves nothing behind', async () => {
    const world = await plainCase('underReview')
    expect(await rule(await post('reviewer', world, '/no-problem', { ticks: { legality: '' } }, true))).toEqual([409, 'fourStandardsTicked'])
    expect(await t.services.prisma.standardTick.count({ where: { filingId: world.filingId } })).toBe(0)
    await t.services.prisma.reviewFlag.update({ where: { id: world.flagId }, data: { state: 'raised' } })
    expect(await rule(await post('reviewer', world, '/no-problem', { ticks: fourTicks }, true))).toEqual([409, 'noFlagLeft'])
    await t.services.prisma.reviewFlag.update({ where: { id: world.flagId }, data: { state: 'withdrawn' } })
    await t.services.prisma.caseTask.updateMany({ where: { filingId: world.filingId }, data: { state: 'open' } })
    expect(await rule(await post('reviewer', world, '/no-problem', { ticks: fourTicks }, true))).toEqual([409, 'committeesAnswered'])
    expect((await post('reviewer', world, '/no-problem', { ticks: fourTicks, notWaitingReason: '已电话告知没有意见' }, true)).status).toBe(200)
  })

  test('is not for those who drafted the document', async () => {
    const world = await plainCase('underReview')
    await t.services.prisma.filing.update({ where: { id: world.filingId }, data: { drafterIds: [personId('reviewer')] } })
    expect(await rule(await post('reviewer', world, '/no-problem', { ticks: fourTicks }, true))).toEqual([409, 'notOwnDocument'])
  })

  test('a second one on the same revision is refused', async () => {
    const world = await plainCase('underReview')
    const answers = await Promise.all([post('reviewer', world, '/no-problem', { ticks: fourTicks }, true), post('second-reviewer', world, '/no-problem', { ticks: fourTicks }, true)])
    expect(answers.map((r) => r.status).sort()).toEqual([200, 412])
  })
})

describe('沟通 and a written plan', () => {
  const contact = { method: 'meeting', on: '2026-03-10', attendees: '市司法局', summary: '当面交换意见', negotiates: true }

  test('the first contact begins 沟通; the maker sees only what is shared', async () => {
    const world = await opinionCase('concern')
    await done(await post('reviewer', world, '/contacts', { ...contact, summary: '只在内部' }))
    expect((await filingOf(world)).state).toBe('negotiating')
    await done(await post('reviewer', world, '/contacts', { ...contact, summary: '请补充依据', sharedWithMaker: true }))
    const seen = await (await (await t.as('city-clerk')).get(`/api/answers/${world.filingId}`)).text()
    expect([seen.includes('请补充依据'), seen.includes('只在内部')]).toEqual([true, false])
  })

  test('an accepted plan stops the clocks; when its date has passed the review goes on and both sides are told', async () => {
    const world = await opinionCase()
    const planId = (await done(await post('city-clerk', world, '/plans', { text: '修改第二条', dueOn: '2026-04-20' }))).id
    expect(await rule(await post('reviewer', world, `/plans/${planId}/decision`, { accept: true }, true))).toEqual([403, undefined])
    await done(await post('chief', world, `/plans/${planId}/decision`, { accept: true }, true))
    const clock = () => t.services.prisma.caseClock.findFirstOrThrow({ where: { filingId: world.filingId, key: 'makerReply' } })
    expect([(await filingOf(world)).state, (await clock()).state]).toEqual(['suspended', 'suspended'])
    expect(await body(await (await t.as('reviewer')).get(`/api/filings/${world.filingId}`))).toMatchObject({ suspendedUntil: '2026-04-20', deadline: null })
    const inQueue = async () => (JSON.parse(await (await (await t.as('reviewer')).get('/api/queue?limit=200')).text()) as { items: { id: string; dueOn: string | null; suspendedUntil: string | null }[] }).items.find((item) => item.id === world.filingId)
    expect(await inQueue()).toMatchObject({ dueOn: '2026-04-20', suspendedUntil: '2026-04-20' })
    expect(await rule(await post('reviewer', world, '/steps/planLapsed', {}, true))).toEqual([409, 'planLapsed'])
    t.setToday('2026-04-21')
    expect(await lapsePlans(t.services)).toBeGreaterThanOrEqual(1)
    expect(await lapsePlans(t.services)).toBe(0)
    t.setToday('2026-03-12')
    expect([(await filingOf(world)).state, (await clock()).state]).toEqual(['concern', 'running'])
    expect(await inQueue()).toMatchObject({ dueOn: (await clock()).dueOn?.toISOString().slice(0, 10), suspendedUntil: null })
    const told = await t.services.prisma.notice.findMany({ where: { kind: 'planLapsed', entityId: world.filingId }, select: { personId: true } })
    expect(told.map((n) => n.personId).sort()).toEqual([personId('city-clerk'), personId('reviewer')].sort())
  })

  test('an offered plan is told to the chief, who alone may accept it, and stands on the workbench and the page of today', async () => {
    const world = await opinionCase('negotiating')
    await done(await post('city-clerk', world, '/plans', { text: '修改第二条', dueOn: '2026-04-20' }))
    const told = await t.services.prisma.notice.findMany({ where: { kind: 'planOffered', entityId: world.filingId }, select: { personId: true, link: true } })
    expect(told.map((n) => n.personId)).toEqual(expect.arrayContaining([personId('chief'), personId('reviewer')]))
    expect(new Set(told.map((n) => n.link))).toEqual(new Set([`/app/outcome/${world.filingId}/acceptPlan`]))
    const bench = await body(await (await t.as('reviewer')).get(`/api/review/${world.filingId}`))
    expect(bench.pending).toEqual({ extension: null, plan: { text: '修改第二条', dueOn: '2026-04-20', offeredOn: '2026-03-12' } })
    const today = async (username: string) => Object.values<{ kind: string; filing: { id: string } | null }[]>((await body(await (await t.as(username)).get('/api/today'))).groups).flat().filter((i) => i.filing?.id === world.filingId).map((i) => i.kind)
    expect(await today('chief')).toContain('plan')
    expect(await today('reviewer')).not.toContain('plan')
  })

  test('the maker reads where it stands: what it offered, until when the review is suspended, and what it may do after the day', async () => {
    const world = await opinionCase('negotiating')
    const planId = (await done(await post('city-clerk', world, '/plans', { text: '修改第二条', dueOn: '2026-04-20' }))).id
    const row = async () => (await body(await (await t.as('city-clerk')).get('/api/answers'))).items.find((i: { id: string }) => i.id === world.filingId)
    expect((await row()).put).toBe('处理计划，2026-04-20 前完成（等答复）')
    await done(await post('chief', world, `/plans/${planId}/decision`, { accept: true }, true))
    expect((await row()).put).toBe('处理计划，2026-04-20 前完成（已接受）')
    t.setToday('2026-04-21')
    await lapsePlans(t.services)
    t.setToday('2026-03-12')
    const put = await body(await (await t.as('city-clerk')).get(`/api/answers/${world.filingId}`))
    expect([put.state.id, put.plans[0].state, put.may]).toEqual(['underReview', 'lapsed', ['plan', 'halt', 'refile']])
  })

  test('plans are looked at when a server starts, too: one that was down on the day reopens what lapsed', () => {
    expect(planLapseJob.atStart).toBe(true)
  })

  test.each([['in the past', '2026-03-01', 422], ['today', '2026-03-12', 422]])('a plan whose date is %s is refused', async (_name, dueOn, status) => {
    expect((await post('city-clerk', await opinionCase(), '/plans', { text: '修改', dueOn })).status).toBe(status)
  })
})

describe('what the maker answers', () => {
  test('flag by flag with its position; nothing of the inside is shown to it', async () => {
    const world = await opinionCase()
    await t.services.prisma.standardTick.create({ data: { id: newId(), filingId: world.filingId, standard: 'legality', result: 'problem', note: '内部意见', by: personId('reviewer'), byName: '审查甲' } })
    const clerk = await t.as('city-clerk')
    const seen = await (await clerk.get(`/api/answers/${world.filingId}`)).text()
    for (const secret of ['审查甲', '科长甲', '内部意见', '副主任甲', '公民']) expect(seen).not.toContain(secret)
    expect(JSON.parse(seen).flags.map((f: { id: string }) => f.id)).toEqual([world.flagId])
    const empty = await post('city-clerk', world, '/answers', { text: '收到', flags: [], questions: [], fileIds: [] })
    expect([empty.status, (await body(empty)).errors[0].path]).toEqual([422, `flags.${world.flagId}`])
    await done(await post('city-clerk', world, '/answers', { text: '', flags: [{ flagId: world.flagId, text: '删去罚款', position: 'willModify' }], questions: [], fileIds: [] }))
    const flag = await t.services.prisma.reviewFlag.findUniqueOrThrow({ where: { id: world.flagId } })
    expect([flag.state, flag.makerAnswer, (await filingOf(world)).dueKey]).toEqual(['answered', '删去罚款', 'makerCorrection'])
  })

  test('a flag that was never put to it does not exist for it', async () => {
    const world = await opinionCase()
    const hidden = newId()
    const put = await t.services.prisma.reviewFlag.findUniqueOrThrow({ where: { id: world.flagId } })
    await t.services.prisma.reviewFlag.create({ data: { ...put, id: hidden, number: 2, state: 'confirmed', quote: { exact: '加强管理', prefix: '', suffix: '', start: 2 }, reason: '内部的问题', judgement: undefined } })
    expect(await (await (await t.as('city-clerk')).get(`/api/answers/${world.filingId}`)).text()).not.toContain('内部的问题')
    expect((await post('city-clerk', world, '/answers', { text: '答', flags: [{ flagId: hidden, text: '答', position: 'refused' }], questions: [], fileIds: [] })).status).toBe(422)
  })

  test('every question of an inquiry is answered before the review goes on', async () => {
    const world = await plainCase('questioning')
    await t.services.prisma.paper.create({
      data: {
        id: newId(), organId: organId('cityCommittee'), filingId: world.filingId, kind: 'inquiryLetter', state: 'issued', title: '函', content: { title: '函', body: [] }, recipientOrganId: organId('cityGovernmentOffice'), values: { questions: '依据是什么\n已收多少' },
        number: `函${world.marker}`, issuedOn: toDateColumn('2026-03-01'), createdBy: personId('reviewer'), createdByName: '审查甲',
      },
    })
    expect(await rule(await post('city-clerk', world, '/answers', { text: '', flags: [], questions: ['省条例'], fileIds: [] }))).toEqual([409, 'questionsAnswered'])
    await done(await post('city-clerk', world, '/answers', { text: '', flags: [], questions: ['省条例', '没有收'], fileIds: [] }))
    expect((await filingOf(world)).state).toBe('underReview')
  })

  test.each([
    [['willModify', 'refused'], 'refused'], [['willModify', 'explains'], 'willModify'], [['willRepeal', 'willModify'], 'willRepeal'], [['explains'], 'explains'], [[], 'explains'],
  ] as const)('%j as a whole is %s', (positions, whole) => {
    expect(wholePosition(positions)).toBe(whole)
  })
})

describe('a corrected text', () => {
  test('begins as a draft with what the old filing said; the same draft is opened again', async () => {
    const world = await opinionCase()
    const id = (await done(await post('city-clerk', world, '/refile'))).id
    const draft = await t.services.prisma.filing.findUniqueOrThrow({ where: { id } })
    expect([draft.supersedesId, draft.state, draft.title]).toEqual([world.filingId, 'draft', `${world.marker}办法`])
    expect((await done(await post('city-clerk', world, '/refile'))).id).toBe(id)
    expect(await rule(await post('reviewer', world, '/refile'))).toEqual([403, undefined])
    expect(await rule(await post('city-clerk', await plainCase('underReview'), '/refile'))).toEqual([409, 'wrongState'])
  })

  test.each([
    ['unchanged', '违反本办法的，处五百元罚款。'],
    ['changed', '违反本办法的，处二百元以下罚款。'],
    ['deleted', '加强巡查，及时劝导。'],
  ])('the flagged words are %s', async (finding, fine) => {
    const world = await opinionCase()
    const id = await refiled(world, fine)
    for (const asked of [id, world.filingId]) {
      const shown = await done(await (await t.as('reviewer')).get(`/api/outcome/${asked}/refile-comparison`))
      expect(shown.flags.map((f: { number: number; finding: string }) => [f.number, f.finding])).toEqual([[1, finding]])
      expect([shown.old.filingId, shown.new.filingId, shown.caseId]).toEqual([world.filingId, id, world.filingId])
    }
  })

  test('is settled only when a person has judged every flag; then the case is resolved and closed', async () => {
    const world = await opinionCase()
    const refiledId = await refiled(world, '违反本办法的，依照有关法律、法规处理。')
    expect(await rule(await post('reviewer', world, '/settle', { unsettled: 'putAgain' }, true))).toEqual([409, 'flagsJudged'])
    const judge = async (verdict: string) => done(await (await t.as('reviewer')).put(`/api/outcome/${world.filingId}/judgements/${world.flagId}`, { refiledId, finding: 'changed', verdict, note: '罚款已删去' }))
    await judge('unresolved')
    await judge('resolved')
    expect(await done(await post('reviewer', world, '/settle', { unsettled: 'putAgain' }, true))).toMatchObject({ resolved: true, open: 0 })
    const flag = await t.services.prisma.reviewFlag.findUniqueOrThrow({ where: { id: world.flagId } })
    expect([flag.state, flag.judgement, (await filingOf(world)).state]).toMatchObject(['resolved', { verdict: 'resolved', byName: '审查甲', finding: 'changed' }, 'resolved'])
    await done(await post('reviewer', world, '/close', {}, true))
    expect((await filingOf(world)).outcome).toBe('resolved')
  })

  test.each([['putAgain', 'putToMaker'], ['keepForOpinion', 'confirmed']] as const)('what is not settled is %s and the case stays open', async (unsettled, state) => {
    const world = await opinionCase()
    const refiledId = await refiled(world, '违反本办法的，处五百元罚款。')
    await done(await (await t.as('reviewer')).put(`/api/outcome/${world.filingId}/judgements/${world.flagId}`, { refiledId, finding: 'unchanged', verdict: 'unresolved', note: '' }))
    expect(await done(await post('reviewer', world, '/settle', { unsettled }, true))).toMatchObject({ resolved: false, open: 1 })
    expect([(await t.services.prisma.reviewFlag.findUniqueOrThrow({ where: { id: world.flagId } })).state, (await filingOf(world)).state]).toEqual([state, 'opinionIssued'])
  })

  test('without one the case is not resolved, whatever was judged', async () => {
    const world = await opinionCase()
    await done(await (await t.as('reviewer')).put(`/api/outcome/${world.filingId}/judgements/${world.flagId}`, { refiledId: null, finding: 'answered', verdict: 'resolved', note: '' }))
    expect(await rule(await post('reviewer', world, '/settle', { unsettled: 'putAgain' }, true))).toEqual([409, 'refiledOrRepealed'])
  })

  test('a repeal is named by its document and ends the matter', async () => {
    const world = await opinionCase()
    expect((await post('reviewer', world, '/steps/resolve', { outcome: 'repealed' }, true)).status).toBe(422)
    await done(await post('reviewer', world, '/steps/resolve', { outcome: 'repealed', repealDocument: '甲政办发〔2026〕30号' }, true))
    expect((await filingOf(world)).state).toBe('resolved')
  })
})

describe('towards annulment', () => {
  test('it is not proposed while the maker has time and has not refused', async () => {
    const world = await opinionCase()
    await t.services.prisma.reviewFlag.update({ where: { id: world.flagId }, data: { state: 'answered' } })
    const reviewer = await t.as('reviewer')
    const { id } = await done(await reviewer.post('/api/papers', { filingId: world.filingId, kind: 'annulmentMotion' }))
    await t.services.prisma.paper.update({ where: { id }, data: { state: 'signing', values: { councilMeeting: '3月13日第32次主任会议', annulmentGround: 'conflictsWithLaw' } } })
    const leader = await t.as('leader')
    expect(await rule(await leader.post(`/api/papers/${id}/steps/issue`, {}, { revision: 1 }))).toEqual([409, 'makerRefusedOrLate'])
    await t.services.prisma.makerReply.create({ data: { id: newId(), filingId: world.filingId, text: '不改', position: 'refused', repliedBy: personId('city-clerk'), repliedByName: '报备甲' } })
    const issued = await done(await leader.post(`/api/papers/${id}/steps/issue`, {}, { revision: 1 }))
    expect(JSON.stringify(issued.content)).toContain('监督法》第三十九条第二项“同法律、法规规定相抵触”的情形')
    expect((await filingOf(world)).state).toBe('annulmentProposed')
  })

  test('the maker is heard before the committee decides; the vote and the day set are recorded', async () => {
    const world = await opinionCase('annulmentProposed')
    const { id } = await done(await (await t.as('reviewer')).post('/api/papers', { filingId: world.filingId, kind: 'orderToFix' }))
    await t.services.prisma.paper.update({ where: { id }, data: { state: 'signing', values: { committeeMeeting: '第三十一次会议2026年3月12日', vote: '赞成31人', fixDueOn: '2026-04-30' } } })
    const issue = async () => (await t.as('issuer')).post(`/api/papers/${id}/steps/issue`, {}, { revision: 1 })
    expect(await rule(await issue())).toEqual([409, 'makerHeard'])
    // the step is offered where the decision waits for it
    expect((await body(await (await t.as('reviewer')).get(`/api/filings/${world.filingId}`))).actions.map((a: { key: string }) => a.key)).toContain('hear')
    await done(await post('reviewer', world, '/contacts', { method: 'heardAtMeeting', on: '2026-03-12', attendees: '市政府副秘书长', summary: '到会说明' }))
    expect(await t.services.prisma.caseEvent.count({ where: { filingId: world.filingId, transition: 'hear' } })).toBe(1)
    const issued = await done(await issue())
    expect(issued.number).toMatch(/^甲常发〔2026〕\d+号$/)
    const filing = await filingOf(world)
    expect([filing.state, filing.dueOn?.toISOString().slice(0, 10)]).toEqual(['orderedToFix', '2026-04-30'])
    expect((await t.services.prisma.caseEvent.findFirstOrThrow({ where: { filingId: world.filingId, transition: 'orderToFix' } })).audience).toBe('maker')
    // what the committee decided is its own word, not a reference of another place
    expect((await body(await (await t.as('reviewer')).get(`/api/filings/${world.filingId}`))).deadline).toMatchObject({ label: '常委会决定的改正期限', amount: 49, unit: 'calendarDay', basis: '常务委员会的决定', standing: '已确认' })
  })

  test('a motion that failed is recorded with its vote', async () => {
    const world = await plainCase('annulmentProposed')
    expect(await rule(await post('leader', world, '/steps/rejectMotion', { committeeMeeting: '第三十一次会议' }, true))).toEqual([409, 'missingField'])
    await done(await post('leader', world, '/steps/rejectMotion', { committeeMeeting: '第三十一次会议', vote: '赞成10人，反对20人' }, true))
    expect((await filingOf(world)).state).toBe('rejectedByCommittee')
    await done(await post('archivist', world, '/close', {}, true))
    const { items } = await body(await (await t.as('reviewer')).get('/api/queue?view=done&limit=200'))
    expect(items.find((i: { id: string }) => i.id === world.filingId)).toMatchObject({ state: { id: 'closed' }, outcome: '撤销议案未通过' })
    expect((await body(await (await t.as('city-clerk')).get(`/api/answers/${world.filingId}`))).outcome).toBe('撤销议案未通过')
  })

  test('after an annulment its maker reports what it did, which ends the period', async () => {
    const world = await opinionCase('annulled')
    await startClock(t.services.prisma, { owner: { filingId: world.filingId }, organId: organId('cityCommittee'), key: 'annulmentReport', startOn: '2026-03-12' })
    const put = async () => body(await (await t.as('city-clerk')).get(`/api/answers/${world.filingId}`))
    expect(await put()).toMatchObject({ may: ['answer', 'refile'], deadlines: [{ key: 'annulmentReport' }] })
    const nothing = { text: '', flags: [], questions: [], fileIds: [] }
    expect(await rule(await post('city-clerk', world, '/answers', nothing))).toEqual([409, 'missingField'])
    await done(await post('city-clerk', world, '/answers', { ...nothing, text: '已停止执行，收取的款项已退还。' }))
    expect(await put()).toMatchObject({ replies: [{ text: '已停止执行，收取的款项已退还。' }], deadlines: [] })
    expect((await t.services.prisma.notice.findFirstOrThrow({ where: { entityId: world.filingId, kind: 'answered' } })).title).toContain('收到撤销后的处理情况报告')
  })

  test('a provision that is halted is recorded by the maker with its day', async () => {
    const world = await opinionCase()
    await done(await post('city-clerk', world, '/steps/haltClause', { haltedProvisions: '第二条', haltedOn: '2026-03-12' }, true))
    expect((await filingOf(world)).haltNotice).toBe('第二条')
  })
})

test('a case does not close over a 合宪性 problem that was not reported upward', async () => {
  const world = await plainCase('resolved')
  await t.services.prisma.reviewFlag.update({ where: { id: world.flagId }, data: { state: 'confirmed', standard: 'constitutionality', code: 'CONST' } })
  expect(await rule(await post('archivist', world, '/close', {}, true))).toEqual([409, 'constitutionalityReported'])
})
