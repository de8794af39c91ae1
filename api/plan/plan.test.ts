import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { anyActor } from '../testing/any-actor.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { projectRow } from '../testing/project-row.ts'
import { organId, personId } from '../testing/test-organs.ts'
import { type PlanAction, planPolicy } from './policy.ts'
import type { PlanView } from './present-plan.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp({ today: '2026-10-16' })
})
afterAll(() => t.close())

const dogs = () => ({ title: '养犬管理条例', class: 'deliberation', proposer: '', proposerOrganId: organId('cityGovernmentOffice'), draftingOrgan: '', draftingOrganId: organId('cityBureau'), committee: '监察司法委员会', dueMonth: '2026-06' })
const dust = { title: '扬尘污染防治', class: 'survey', proposer: '城环工委', draftingOrgan: '城环工委', dueMonth: '2026-11' }

let year = 2030
async function newPlan(): Promise<string> {
  year += 1
  const created = await (await t.as('legislation')).post('/api/plans', { kind: 'annual', year })
  expect(created.status).toBe(201)
  return ((await created.json()) as { id: string }).id
}
const readAs = async (username: string, id: string): Promise<PlanView> => (await (await t.as(username)).get(`/api/plans/${id}`)).json() as Promise<PlanView>
async function act(username: string, path: string, body: unknown, revision?: number): Promise<{ status: number; plan: PlanView; detail: string; rule: string }> {
  const response = await (await t.as(username)).post(path, body, revision === undefined ? {} : { revision })
  const answer = (await response.json()) as PlanView & { detail?: string; rule?: string }
  return { status: response.status, plan: answer, detail: answer.detail ?? '', rule: answer.rule ?? '' }
}
async function adopted(): Promise<PlanView> {
  const id = await newPlan()
  let plan = (await act('legislation', `/api/plans/${id}/items`, dogs(), 1)).plan
  plan = (await act('legislation', `/api/plans/${id}/items`, dust, plan.revision)).plan
  plan = (await act('legislation-chief', `/api/plans/${id}/steps/consultParty`, { values: { consultedOn: '2025-12-10', note: '市委批复同意' } }, plan.revision)).plan
  return (await act('legislation-chief', `/api/plans/${id}/steps/adopt`, { values: { adoptedOn: '2025-12-18', adoptedBy: '第五十一次主任会议' } }, plan.revision)).plan
}

describe('a plan from its drafting to its publication', () => {
  test('items get the names of the register, and the plan is adopted, published and then changed by adjustments only', async () => {
    const plan = await adopted()
    expect(plan).toMatchObject({ state: 'adopted', adoptedOn: '2025-12-18', adoptedBy: '第五十一次主任会议', partyConsultedOn: '2025-12-10' })
    expect(plan.items.map((i) => [i.title, i.proposer, i.draftingOrgan])).toEqual([['养犬管理条例', '甲市人民政府办公室', '甲市城市管理局'], ['扬尘污染防治', '城环工委', '城环工委']])
    const again = await act('legislation', `/api/plans/${plan.id}/items`, dust, plan.revision)
    expect([again.status, again.detail]).toEqual([409, '计划已经通过，项目只能通过登记“计划调整”来改变。'])

    const [first, second] = plan.items
    const adjusted = await act('legislation-chief', `/api/plans/${plan.id}/adjustments`, {
      decidedOn: '2026-08-05', decidedBy: '第五十八次主任会议', reason: '国家标准在制定，推迟提请；扬尘立法条件成熟',
      changes: [{ kind: 'month', itemId: first?.id, dueMonth: '2026-12' }, { kind: 'class', itemId: second?.id, class: 'reserve' }, { kind: 'add', item: { ...dust, title: '城市停车管理' } }, { kind: 'end', itemId: second?.id }],
    }, plan.revision)
    expect(adjusted.status).toBe(200)
    expect(adjusted.plan.items.map((i) => [i.title, i.class, i.dueMonth, i.ended, i.added])).toEqual([
      ['养犬管理条例', 'deliberation', '2026-12', false, false], ['扬尘污染防治', 'reserve', '2026-11', true, false], ['城市停车管理', 'survey', '2026-11', false, true],
    ])
    expect(adjusted.plan.adjustments[0]?.changes.map((c) => [c.kind, c.title, c.before, c.after])).toEqual([
      ['month', '养犬管理条例', '2026-06', '2026-12'], ['class', '扬尘污染防治', 'survey', 'reserve'], ['add', '城市停车管理', null, 'survey'], ['end', '扬尘污染防治', 'survey', null],
    ])
    const published = await act('leader', `/api/plans/${plan.id}/steps/publish`, { values: {} }, adjusted.plan.revision)
    expect(published.plan).toMatchObject({ state: 'published', publishedOn: '2026-10-16' })
  })

  test('a plan lists a regulation once', async () => {
    const id = await newPlan()
    const { plan } = await act('legislation', `/api/plans/${id}/items`, dust, 1)
    const twice = await (await t.as('legislation')).post(`/api/plans/${id}/items`, dust, { revision: plan.revision })
    expect([twice.status, await twice.json()]).toMatchObject([422, { errors: [{ path: 'title', message: '计划里已经列有这个项目。' }] }])
    expect((await (await t.as('legislation')).put(`/api/plan-items/${plan.items[0]?.id}`, { ...dust, note: '重点' }, plan.revision)).status).toBe(200)
  })

  test('an item that a meeting adds says what the plan must say of it, and no meeting changes a plan before there is one', async () => {
    const plan = await adopted()
    const refused = async (change: object) => {
      const response = await (await t.as('legislation-chief')).post(`/api/plans/${plan.id}/adjustments`, { decidedOn: '2026-08-05', decidedBy: '第五十八次主任会议', reason: '条件成熟', changes: [{ kind: 'add', item: { title: '城市停车管理', class: 'deliberation' } }], ...change }, { revision: plan.revision })
      const { errors } = (await response.json()) as { errors: { path: string }[] }
      return [response.status, errors.map((e) => e.path)]
    }
    expect(await refused({})).toEqual([422, ['changes.0.item.proposer', 'changes.0.item.draftingOrgan', 'changes.0.item.dueMonth']])
    expect(await refused({ changes: [{ kind: 'add', item: dust }] })).toEqual([422, ['changes.0.item.title']])
    expect(await refused({ decidedOn: '2025-12-17', changes: [{ kind: 'add', item: { ...dust, title: '城市停车管理' } }] })).toEqual([422, ['decidedOn']])
  })

  test('an adjustment names a meeting that was held, on its day, or one in words that is not in the product; who may open it is led there', async () => {
    const plan = await adopted()
    const house = { organId: organId('cityCommittee'), place: '会议室', membersTotal: 7, createdBy: personId('meeting-clerk'), createdByName: '会务甲' }
    const meeting = async (title: string, state: string, on: string, kind = 'council'): Promise<string> => (await t.services.prisma.meeting.create({ data: { id: newId(), ...house, kind, title, state, startsOn: toDateColumn(on), endsOn: toDateColumn(on) } })).id
    const [heldId, plannedId, plenaryId] = [await meeting(`${plan.year}主任会议甲`, 'closed', '2026-08-05'), await meeting('主任会议乙', 'notified', '2026-10-20'), await meeting('常委会会议', 'closed', '2026-08-05', 'standingCommittee')]
    await t.services.prisma.agendaItem.create({ data: { id: newId(), meetingId: heldId, order: 1, title: '调整计划', kind: 'plan', planId: plan.id, result: 'agreed' } })
    const offered = (await readAs('legislation-chief', plan.id)).councilMeetings
    expect(offered.filter((m) => [heldId, plannedId, plenaryId].includes(m.id))).toMatchObject([{ id: heldId, decided: true, startsOn: '2026-08-05' }])
    expect((await readAs('legislation', plan.id)).councilMeetings).toEqual([])
    const adjust = async (given: Record<string, unknown>) => {
      const response = await (await t.as('legislation-chief')).post(`/api/plans/${plan.id}/adjustments`, { decidedOn: '2026-08-05', reason: '条件变化', changes: [{ kind: 'month', itemId: plan.items[0]?.id, dueMonth: '2026-12' }], ...given }, { revision: (await readAs('legislation-chief', plan.id)).revision })
      const answer = (await response.json()) as { errors?: { path: string }[]; rule?: string }
      return [response.status, answer.errors?.[0]?.path ?? answer.rule ?? '']
    }
    expect(await adjust({ meetingId: plannedId })).toEqual([422, 'meetingId'])
    expect(await adjust({ meetingId: plenaryId })).toEqual([422, 'meetingId'])
    expect(await adjust({ meetingId: heldId, decidedOn: '2026-08-06' })).toEqual([422, 'decidedOn'])
    expect(await adjust({ decidedBy: `${plan.year}主任会议甲` })).toEqual([422, 'decidedBy'])
    expect(await adjust({})).toEqual([422, 'decidedBy'])
    expect(await adjust({ meetingId: heldId, decidedBy: '另一个名字' })).toEqual([200, ''])
    expect(await adjust({ decidedBy: '第五十九次主任会议' })).toEqual([200, ''])
    const told = async (username: string): Promise<unknown[]> => (await readAs(username, plan.id)).adjustments.map((a) => [a.decidedBy, a.meetingId])
    expect(await told('meeting-clerk')).toEqual([[`${plan.year}主任会议甲`, heldId], ['第五十九次主任会议', null]])
    // a reviewer of the house reads the plan, and 主任会议 is not theirs to open
    expect(await told('reviewer')).toEqual([[`${plan.year}主任会议甲`, null], ['第五十九次主任会议', null]])
    const projectId = await projectRow(t.services.prisma, { state: 'planned' })
    await t.services.prisma.planItem.update({ where: { id: plan.items[0]?.id ?? '' }, data: { projectId } })
    const { items } = (await (await (await t.as('legislation')).get(`/api/projects/${projectId}/history`)).json()) as { items: { title: string; link: { kind: string; id: string } | null }[] }
    expect(items.filter((e) => e.title.startsWith('调整')).map((e) => [e.title.includes('改月份（2026-06 → 2026-12）'), e.link])).toEqual(expect.arrayContaining([[true, { kind: 'meeting', id: heldId }]]))
  })

  test.each([
    { name: 'an empty plan', items: [], party: true, rule: 'hasItems' },
    { name: 'a project to be deliberated without its month', items: [{ ...dust, class: 'deliberation', dueMonth: null }], party: true, rule: 'itemsComplete' },
    { name: 'a plan that was not reported to the Party committee', items: [dust], party: false, rule: 'partyConsulted' },
  ])('$name is not adopted, and the rule is named', async ({ items, party, rule }) => {
    const id = await newPlan()
    let { revision } = await readAs('legislation', id)
    for (const item of items) revision = (await act('legislation', `/api/plans/${id}/items`, item, revision)).plan.revision
    if (party) revision = (await act('legislation-chief', `/api/plans/${id}/steps/consultParty`, { values: { consultedOn: '2025-12-10', note: '同意' } }, revision)).plan.revision
    const refused = await act('legislation-chief', `/api/plans/${id}/steps/adopt`, { values: { adoptedOn: '2025-12-18', adoptedBy: '第五十一次主任会议' } }, revision)
    expect([refused.status, refused.rule]).toEqual([409, rule])
    expect((await readAs('legislation', id)).state).toBe('drafting')
  })

  test('two clerks who change the same plan: the second is told, nothing is overwritten', async () => {
    const id = await newPlan()
    const [one, other] = await Promise.all([act('legislation', `/api/plans/${id}/items`, dogs(), 1), act('legislation-chief', `/api/plans/${id}/items`, dust, 1)])
    expect([one.status, other.status].toSorted()).toEqual([200, 412])
    expect((await readAs('legislation', id)).items).toHaveLength(1)
  })

  test('a second plan of the same year is not begun', async () => {
    await newPlan()
    const again = await (await t.as('legislation-chief')).post('/api/plans', { kind: 'annual', year })
    expect([again.status, ((await again.json()) as { detail: string }).detail]).toEqual([409, `《${year}年度立法计划》已经建立，请打开它继续编制。`])
  })
})

describe('late items', () => {
  test('are counted against the meeting of their month, chased once a day, explained by their proposer and answered by 主任会议', async () => {
    await t.services.prisma.meeting.create({
      data: { id: newId(), organId: organId('cityCommittee'), kind: 'standingCommittee', title: '第二十一次会议', startsOn: toDateColumn('2026-06-24'), endsOn: toDateColumn('2026-06-25'), place: '会议厅', membersTotal: 39, createdBy: personId('meeting-clerk'), createdByName: '会务甲' },
    })
    const plan = await adopted()
    const item = plan.items[0]
    expect(item?.standing).toMatchObject({ kind: 'late', dueOn: '2026-05-25', days: 144, owesExplanation: true, confirmed: false })
    expect(plan.progress[0]).toMatchObject({ class: 'deliberation', listed: 1, underWay: 1, late: 1 })

    const told = await (await t.as('legislation')).post(`/api/plans/${plan.id}/reminders`, {})
    expect(await told.json()).toEqual({ items: 1, told: 2, notReached: [] })
    await (await t.as('legislation')).post(`/api/plans/${plan.id}/reminders`, {})
    expect(await t.services.prisma.notice.count({ where: { personId: personId('proposer'), entityId: plan.id } })).toBe(1)

    const explained = await act('proposer', `/api/plan-items/${item?.id}/explanations`, { text: '收容措施需要补开听证会。', documentNo: '甲政函〔2026〕41号', receivedOn: '2026-06-08' })
    expect(explained.plan.items.map((i) => i.title)).toEqual(['养犬管理条例'])
    const [explanation] = explained.plan.items[0]?.explanations ?? []
    for (const consideredOn of ['2026-10-17', '2026-06-07']) {
      const wrong = await (await t.as('leader')).post(`/api/plan-explanations/${explanation?.id}/consideration`, { consideredOn, note: '同意' })
      expect([wrong.status, await wrong.json()], consideredOn).toMatchObject([422, { errors: [{ path: 'consideredOn', message: expect.stringMatching(/晚于今天|早于收到/u) }] }])
    }
    const considered = await act('leader', `/api/plan-explanations/${explanation?.id}/consideration`, { consideredOn: '2026-06-09', note: '同意，一审改为八月会议。', newMonth: '2026-08' })
    expect(considered.plan.items[0]).toMatchObject({ standing: { kind: 'late', explained: true, owesExplanation: false }, explanations: [{ consideredNote: '同意，一审改为八月会议。' }] })
    const twice = await act('leader', `/api/plan-explanations/${explanation?.id}/consideration`, { consideredOn: '2026-06-10', note: '另一种意见' })
    expect(twice.status).toBe(409)
    const nothingLeft = await (await t.as('legislation')).post(`/api/plans/${plan.id}/reminders`, {})
    expect(nothingLeft.status).toBe(409)
  })
})

test('an explanation is owed to an adopted plan only', async () => {
  const id = await newPlan()
  const { items } = (await act('legislation', `/api/plans/${id}/items`, dogs(), 1)).plan
  const early = await act('proposer', `/api/plan-items/${items[0]?.id}/explanations`, { text: '需要补开听证会。', receivedOn: '2026-06-08' })
  expect([early.status, early.detail]).toEqual([409, '计划还没有通过，不用作逾期说明。'])
})

test('a proposer sees the own items of a plan that is not published, and all of a published one', async () => {
  const plan = await adopted()
  const mine = await readAs('drafter', plan.id)
  expect([mine.partial, mine.items.map((i) => i.title)]).toEqual([true, ['养犬管理条例']])
  expect((await (await t.as('city-clerk')).get(`/api/plans/${plan.id}`)).status).toBe(404)
  await act('leader', `/api/plans/${plan.id}/steps/publish`, { values: {} }, plan.revision)
  expect((await readAs('city-clerk', plan.id)).items).toHaveLength(2)
})

test('the province sees a plan from the day it was asked', async () => {
  const id = await newPlan()
  const { revision } = (await act('legislation', `/api/plans/${id}/items`, dust, 1)).plan
  expect((await (await t.as('province')).get(`/api/plans/${id}`)).status).toBe(404)
  const asked = await act('legislation', `/api/plans/${id}/steps/askProvince`, { values: {} }, revision)
  expect(asked.plan.state).toBe('consulting')
  expect((await readAs('province', id)).items.map((i) => i.title)).toEqual(['扬尘污染防治'])
})

test('whom one plan is for is whom the list gives it to', async () => {
  const { prisma } = t.services
  const at = (keys: string[], n: number) => organId(keys[n % keys.length] ?? '')
  for (let n = 0; n < 30; n += 1) {
    await prisma.legislationPlan.create({
      data: {
        id: newId(), organId: at(['cityCommittee', 'countyCommittee', 'otherCountyCommittee'], n), kind: 'annual', year: 4000 + n, title: `计划${n}`, state: ['drafting', 'consulting', 'adopted', 'published'][n % 4] ?? '', createdBy: personId('nobody'), createdByName: '某人',
        provinceOrganId: n % 5 === 0 ? organId('provinceCommittee') : null,
        items: { create: n % 3 === 0 ? [] : [{ id: newId(), order: 1, title: '项目', class: 'survey', proposer: '', draftingOrgan: '', proposerOrganId: n % 2 === 0 ? at(['cityGovernmentOffice', 'cityBureau', 'countyGovernment'], n) : null, draftingOrganId: n % 7 === 0 ? organId('cityCourt') : null }] },
      },
    })
  }
  const all = await prisma.legislationPlan.findMany({ include: { items: true } })
  let selected = 0
  await fc.assert(
    fc.asyncProperty(anyActor, fc.constantFrom<PlanAction>('read', 'write', 'decide'), async (actor, action) => {
      const listed = await prisma.legislationPlan.findMany({ where: planPolicy.scope(actor, action), select: { id: true } })
      const may = all.filter((p) => planPolicy.can(actor, action, p)).map((p) => p.id)
      expect(listed.map((p) => p.id).toSorted()).toEqual(may.toSorted())
      selected += may.length
    }),
    { numRuns: 300 },
  )
  expect(selected).toBeGreaterThan(100)
}, 60_000)

test('who is not of the house is told of a published plan what the public is told, and no more', async () => {
  const plan = await adopted()
  const { prisma } = t.services
  const [dogsItem] = plan.items
  const projectId = newId()
  await prisma.project.create({ data: { id: projectId, procedureVersion: '1', organId: organId('cityCommittee'), state: 'govReview', stateSince: toDateColumn('2026-09-01'), title: '养犬管理条例', proposer: '甲市人民政府', createdBy: personId('legislation'), createdByName: '法规甲' } })
  await prisma.planItem.update({ where: { id: dogsItem?.id ?? '' }, data: { projectId } })
  await act('proposer', `/api/plan-items/${dogsItem?.id}/explanations`, { text: '收容措施需要补开听证会。', receivedOn: '2026-06-08' })
  await act('leader', `/api/plans/${plan.id}/steps/publish`, { values: {} }, plan.revision)
  const seen = await readAs('city-clerk', plan.id)
  expect(seen).toMatchObject({ outside: true, partyNote: null, partyConsultedOn: null, provinceOpinion: null, incomplete: [] })
  expect(seen.items[0]).toMatchObject({ project: { id: null, stateLabel: '准备中', phase: '调研论证' }, due: null, explanations: [], standing: { kind: 'none', days: 0, owesExplanation: false } })
  expect(JSON.stringify(seen)).not.toContain('听证会')
  expect((await readAs('drafter', plan.id)).items[0]).toMatchObject({ project: { id: projectId, stateLabel: '政府审查' }, explanations: [{ text: '收容措施需要补开听证会。' }] })
  expect((await readAs('legislation', plan.id)).items[0]?.project?.stateLabel).toBe('政府审查')
})

test('the public reads a plan from its publication, and of its projects only what has reached the standing committee', async () => {
  const plan = await adopted()
  const page = async (path: string) => (await t.as(null)).get(path)
  expect((await page(`/plans/${plan.id}`)).status).toBe(404)
  await act('leader', `/api/plans/${plan.id}/steps/publish`, { values: {} }, plan.revision)
  const shown = await (await page(`/plans/${plan.id}`)).text()
  expect(shown).toContain('养犬管理条例')
  expect(shown).toContain('准备中')
  expect(await (await page('/plans')).text()).toContain(plan.title)
})

describe('the list of plans', () => {
  test('says of every plan what its page says, and nothing of what a maker does not see', async () => {
    await adopted()
    type Row = { id: string; items: number | null; late: number | null; owing: number | null }
    const rows = async (username: string): Promise<Row[]> => ((await (await (await t.as(username)).get('/api/plans')).json()) as { items: Row[] }).items
    const listed = (await rows('legislation')).filter((row) => row.items !== null)
    expect(listed.length).toBeGreaterThan(1)
    for (const row of listed) {
      const open = (await readAs('legislation', row.id)).items.filter((i) => !i.ended)
      expect(row).toMatchObject({ items: open.length, late: open.filter((i) => i.standing.kind === 'late').length, owing: open.filter((i) => i.standing.owesExplanation).length })
    }
    expect(listed.some((row) => (row.late ?? 0) > 0)).toBe(true)
    for (const row of await rows('drafter')) expect([row.items, row.late, row.owing]).toEqual([null, null, null])
  })
})

describe('the plan on paper', () => {
  type Paper = { id: string; state: { id: string }; title: string; content: { body: { kind: string; words?: unknown; text?: string; table?: { rows: { words: string }[][] } }[] } }
  const draft = async (username: string, planId: string): Promise<{ status: number; id: string; detail: string; rule: string }> => {
    const response = await (await t.as(username)).post(`/api/plans/${planId}/papers`, {})
    const answer = (await response.json()) as { id?: string; detail?: string; rule?: string }
    return { status: response.status, id: answer.id ?? '', detail: answer.detail ?? '', rule: answer.rule ?? '' }
  }

  test('is a table of each class with unit, month and who is responsible, without what was taken out', async () => {
    const plan = await adopted()
    const [first, second] = plan.items
    const changed = await act('legislation-chief', `/api/plans/${plan.id}/adjustments`, {
      decidedOn: '2026-08-05', decidedBy: '第五十八次主任会议', reason: '条件变化', changes: [{ kind: 'end', itemId: second?.id }, { kind: 'add', item: { ...dust, title: '城市停车管理', committee: '城环工委' } }, { kind: 'month', itemId: first?.id, dueMonth: '2026-12' }],
    }, plan.revision)
    expect([changed.status, changed.plan.mayDraftPaper]).toEqual([200, false])
    expect((await readAs('legislation', plan.id)).mayDraftPaper).toBe(true)
    const made = await draft('legislation', plan.id)
    expect(made.status, made.detail).toBe(201)
    const paper = (await (await (await t.as('legislation')).get(`/api/papers/${made.id}`)).json()) as Paper
    expect(paper).toMatchObject({ state: { id: 'drafting' }, title: expect.stringContaining('立法计划'), plan: { id: plan.id } })
    const { body } = paper.content
    expect(body.flatMap((b) => (b.kind === 'heading' ? [b.text] : []))).toEqual(['一、审议项目（1件）', '二、调研项目（1件）'])
    expect(body.flatMap((b) => b.table?.rows.slice(1).map((row) => row.map((c) => c.words)) ?? [])).toEqual([
      ['1', '养犬管理条例', '甲市人民政府办公室', '甲市城市管理局', '2026年12月', expect.any(String)], ['1', '城市停车管理（调整列入）', '城环工委', '城环工委', '2026年11月', '城环工委'],
    ])
    expect(body[0]?.words).toEqual(['（2025年12月18日', '第五十一次主任会议', '通过，2026年8月5日第五十八次主任会议调整）'])
    expect(JSON.stringify(body)).not.toContain('扬尘污染防治')
    const listed = (await (await (await t.as('legislation')).get(`/api/papers?view=all&planId=${plan.id}`)).json()) as { items: { id: string }[] }
    expect(listed.items.map((row) => row.id)).toEqual([made.id])
    expect((await draft('legislation', plan.id)).status).toBe(409)
  })

  test('is checked by the chief and signed by the council, with the meeting that adopted it; then the next one may be drafted', async () => {
    const plan = await adopted()
    const { id } = await draft('legislation', plan.id)
    const move = async (username: string, key: string): Promise<{ status: number; body: { state?: { id: string }; number?: string | null; detail?: string } }> => {
      const as = await t.as(username)
      const { revision } = (await (await as.get(`/api/papers/${id}`)).json()) as { revision: number }
      const response = await as.post(`/api/papers/${id}/steps/${key}`, {}, { revision })
      return { status: response.status, body: (await response.json()) as { detail?: string } }
    }
    for (const [username, key] of [['legislation', 'sendToCheck'], ['legislation-chief', 'sendToSign']] as const) expect((await move(username, key)).body.detail).toBeUndefined()
    expect((await move('leader', 'issue')).body).toMatchObject({ state: { id: 'issued' }, number: expect.stringMatching(/〔2026〕\d+号$/u) })
    expect((await draft('legislation', plan.id)).status).toBe(201)
  })

  test('is drafted by the commission and not for an empty plan', async () => {
    const empty = await newPlan()
    expect(await draft('legislation', empty)).toMatchObject({ status: 409, rule: 'itemsListed' })
    expect((await draft('leader', empty)).status).toBe(403)
    expect((await draft('drafter', empty)).status).toBe(404)
  })
})
