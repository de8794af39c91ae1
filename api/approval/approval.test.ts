import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { printLegalText } from '../../law/text/index.ts'
import { legalTextSchema } from '../library/index.ts'
import { giveKinds } from '../testing/project-row.ts'
import { createProjectWorld, type ProjectWorld } from '../testing/project-world.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { takeEffect } from './publication/take-effect.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp({ today: '2026-03-12' })
})
afterAll(() => t.close())

const body = async (response: Response) => JSON.parse(await response.text())
const done = async (response: Response) => {
  const given = await body(response)
  if (response.status >= 300) throw new Error(JSON.stringify(given))
  return given
}
const refusal = async (response: Response) => [response.status, (await body(response)).rule]

const revisionOf = async (world: ProjectWorld): Promise<number> => (await t.services.prisma.project.findUniqueOrThrow({ where: { id: world.projectId }, select: { revision: true } })).revision
async function submit(world: ProjectWorld, username = 'legislation-chief'): Promise<string> {
  return (await done(await (await t.as(username)).post(`/api/projects/${world.projectId}/approval`, {}, { revision: await revisionOf(world) }))).id
}
type Seen = { id: string; revision: number; deadline: { dueOn: string } | null; amendments: unknown[]; opinions: { id: string; answer: string | null }[]; voted: { text: { articles: { id: string; number: string }[] } } }
const seen = async (username: string, id: string): Promise<Seen> => done(await (await t.as(username)).get(`/api/approvals/${id}`))
async function act(username: string, id: string, tail: string, input: object, method: 'post' | 'put' = 'post'): Promise<Response> {
  const client = await t.as(username)
  const { revision } = await seen(username, id)
  return method === 'post' ? client.post(`/api/approvals/${id}/${tail}`, input, { revision }) : client.put(`/api/approvals/${id}/${tail}`, input, revision)
}
const received = async (world: ProjectWorld): Promise<string> => {
  const id = await submit(world)
  await done(await act('province', id, 'receipt', { receivedOn: '2026-03-12' }))
  return id
}
const twoAmendments = [
  { articleId: 'art_3', articleLabel: '第三条', before: '三十日内', after: '十五日内', reason: '同省条例规定的期限一致' },
  { articleId: 'art_6', articleLabel: '第六条', before: '处五百元以上二千元以下罚款', after: '处五百元以上一千元以下罚款', reason: '超出省条例规定的幅度' },
]

/** A paper of the project drafted and issued by those who do it here. */
async function issuePaper(world: ProjectWorld, kind: string, by: { drafts: string; checks: string | null; signs: string }, values: Record<string, string> = {}): Promise<string> {
  const drafter = await t.as(by.drafts)
  const { id } = await done(await drafter.post(`/api/projects/${world.projectId}/papers`, { kind }))
  const move = async (username: string, key: string) => {
    const client = await t.as(username)
    const { revision } = await body(await client.get(`/api/papers/${id}`))
    await done(await client.post(`/api/papers/${id}/steps/${key}`, {}, { revision }))
  }
  const { revision } = await body(await drafter.get(`/api/papers/${id}`))
  await done(await drafter.patch(`/api/papers/${id}`, { values }, revision))
  if (by.checks === null) await move(by.drafts, 'sendToSignInHouse')
  else {
    await move(by.drafts, 'sendToCheck')
    await move(by.checks, 'sendToSign')
  }
  await move(by.signs, 'issue')
  return id
}
const provinceSigns = { drafts: 'province', checks: null, signs: 'province' }
const citySigns = { drafts: 'legislation', checks: 'legislation-chief', signs: 'issuer' }
const meeting = '甲省第十四届人民代表大会常务委员会第二十五次会议'

async function approved(amendments: object[]): Promise<{ world: ProjectWorld; id: string }> {
  const world = await createProjectWorld(t.services, { state: 'adopted', adopted: true })
  const id = await received(world)
  if (amendments.length > 0) await done(await act('province', id, 'amendments', { amendments }, 'put'))
  await issuePaper(world, 'approvalDecision', provinceSigns, { committeeMeeting: meeting })
  await done(await act('province', id, 'decision', { result: amendments.length > 0 ? 'approvedWithChange' : 'approved', decidedOn: '2026-03-12', decisionMeeting: meeting }))
  return { world, id }
}
const textOf = async (world: ProjectWorld, kind: string): Promise<string> => (await t.services.prisma.draftSnapshot.findFirstOrThrow({ where: { kind, draft: { projectId: world.projectId } }, select: { text: true } })).text
async function publish(world: ProjectWorld, input: object = {}): Promise<Response> {
  return (await t.as('legislation-chief')).post(`/api/projects/${world.projectId}/publication`, { gazetteIssue: '2026年第2期', promulgatedOn: '2026-03-12', effectiveFrom: '2027-03-01', ...input }, { revision: await revisionOf(world) })
}

describe('what the province sees', () => {
  test('is nothing before the request was sent, and then what was sent and nothing else', async () => {
    const world = await createProjectWorld(t.services, { state: 'adopted', adopted: true })
    const province = await t.as('province')
    const paths = [`/api/projects/${world.projectId}/publication`, `/api/projects/${world.projectId}/comparison-table/pdf?from=${world.snapshots.first}&to=${world.snapshots.second}`]
    for (const path of paths) expect((await province.get(path)).status).toBe(404)
    expect(await (await province.get('/api/approvals')).text()).not.toContain(world.title)
    const id = await submit(world)
    expect(await (await province.get('/api/approvals')).text()).toContain(world.title)
    const view = await (await province.get(`/api/approvals/${id}`)).text()
    expect(JSON.parse(view).enclosures.map((e: { kind: string }) => e.kind)).toEqual(['approvalRequest', 'explanatoryNote', 'deliberationResultReport', 'basisTable'])
    expect(view).not.toContain('登记期限太短')
    for (const username of ['proposer', 'drafter', 'member', 'reviewer', 'county-reviewer', 'nobody']) expect((await (await t.as(username)).get(`/api/approvals/${id}`)).status).toBe(404)
  })
})

describe('a request for approval', () => {
  test.each([
    ['before the vote', { state: 'voting', adopted: false }, [], 'noAdoptedText'],
    ['without the table of grounds', { state: 'adopted', adopted: true }, ['basisTable'], 'packageIncomplete'],
    ['without the note', { state: 'adopted', adopted: true }, ['explanatoryNote'], 'packageIncomplete'],
    ['once it was approved', { state: 'approved', adopted: true }, [], 'wrongState'],
  ])('is refused %s', async (_name, state, without, rule) => {
    const world = await createProjectWorld(t.services, state)
    await t.services.prisma.projectDocument.deleteMany({ where: { projectId: world.projectId, kind: { in: without } } })
    const answer = await (await t.as('legislation-chief')).post(`/api/projects/${world.projectId}/approval`, {}, { revision: 1 })
    expect(await refusal(answer)).toEqual([409, rule])
  })

  test('starts four months on the day of the complete file, and cannot be received twice', async () => {
    const world = await createProjectWorld(t.services, { state: 'adopted', adopted: true })
    const id = await submit(world)
    await done(await act('province', id, 'receipt', { receivedOn: '2026-03-12' }))
    const { deadline } = await seen('legislation', id)
    expect(deadline?.dueOn).toBe('2026-07-13')
    expect(await refusal(await act('province', id, 'receipt', { receivedOn: '2026-03-12' }))).toEqual([409, 'wrongState'])
    expect((await act('legislation-chief', id, 'receipt', { receivedOn: '2026-03-12' })).status).toBe(403)
  })

  test('is answered article by article', async () => {
    const id = await received(await createProjectWorld(t.services, { state: 'adopted', adopted: true }))
    await done(await act('province', id, 'opinions', { articleId: 'art_6', text: '罚款幅度超出省条例' }))
    const [opinion] = (await seen('legislation', id)).opinions
    await done(await act('legislation', id, `opinions/${opinion?.id ?? ''}/answer`, { answer: '同意按省条例修改' }))
    expect((await act('legislation', id, `opinions/${opinion?.id ?? ''}/answer`, { answer: '再答' })).status).toBe(409)
    expect((await seen('province', id)).opinions[0]?.answer).toBe('同意按省条例修改')
  })

  test('is recalled freely before it is on the agenda above, later only with consent', async () => {
    const world = await createProjectWorld(t.services, { state: 'adopted', adopted: true })
    const id = await received(world)
    await done(await act('province', id, 'agenda', { on: '2026-03-12' }))
    expect(await refusal(await act('legislation-chief', id, 'recall', { reason: '需要再研究' }))).toEqual([409, 'recallConsented'])
    await done(await act('legislation-chief', id, 'recall', { reason: '需要再研究', consent: '省人大常委会主任会议同意' }))
    expect((await t.services.prisma.project.findUniqueOrThrow({ where: { id: world.projectId } })).state).toBe('recalled')
    expect((await t.services.prisma.caseClock.findFirstOrThrow({ where: { projectId: world.projectId, key: 'legislation.approval' } })).state).toBe('met')
    // the report that was recalled is not sent again: a new one is made, or the old one taken over with a reason
    const again = await (await t.as('legislation-chief')).post(`/api/projects/${world.projectId}/approval`, {}, { revision: await revisionOf(world) })
    expect([again.status, (await body(again)).detail]).toEqual([409, expect.stringContaining('报请批准的报告')])
    await giveKinds(t.services.prisma, { projectId: world.projectId, kinds: ['approvalRequest'] })
    await submit(world)
  })
})

describe('amendments of the province', () => {
  test('are its own until it has decided, and must be possible to carry out', async () => {
    const id = await received(await createProjectWorld(t.services, { state: 'adopted', adopted: true }))
    const wrong = await act('province', id, 'amendments', { amendments: [{ ...twoAmendments[0], before: '六十日内' }] }, 'put')
    expect([wrong.status, (await body(wrong)).errors[0].path]).toEqual([422, 'amendments.0.before'])
    await done(await act('province', id, 'amendments', { amendments: twoAmendments }, 'put'))
    expect((await seen('legislation', id)).amendments).toEqual([])
    expect((await seen('province', id)).amendments).toHaveLength(2)
    expect(await refusal(await act('province', id, 'decision', { result: 'approved', decidedOn: '2026-03-12', decisionMeeting: meeting }))).toEqual([409, 'amendmentsRecorded'])
  })

  test('make the approved text, which differs from the voted one by exactly those words', async () => {
    const { world } = await approved(twoAmendments)
    const [voted, text] = [await textOf(world, 'adopted'), await textOf(world, 'approved')]
    expect(text).toBe(voted.replace('三十日内', '十五日内').replace('处五百元以上二千元以下罚款', '处五百元以上一千元以下罚款'))
    expect((await t.services.prisma.project.findUniqueOrThrow({ where: { id: world.projectId } })).state).toBe('approvedWithChange')
    const reasons = await t.services.prisma.changeReason.findMany({ where: { snapshotId: { not: null }, draft: { projectId: world.projectId }, opinion: { path: ['from'], equals: '甲省人大常委会' } }, orderBy: { id: 'asc' } })
    expect(reasons.map((r) => r.text)).toEqual(['同省条例规定的期限一致', '超出省条例规定的幅度'])
  })

  test('nobody decides without the decision, or on amendments that were changed meanwhile', async () => {
    const id = await received(await createProjectWorld(t.services, { state: 'adopted', adopted: true }))
    expect(await refusal(await act('province', id, 'decision', { result: 'approved', decidedOn: '2026-03-12', decisionMeeting: meeting }))).toEqual([409, 'documentsIn'])
    const before = await seen('province', id)
    await done(await act('province', id, 'amendments', { amendments: twoAmendments }, 'put'))
    expect((await (await t.as('province')).post(`/api/approvals/${id}/decision`, { result: 'approvedWithChange', decidedOn: '2026-03-12', decisionMeeting: meeting }, { revision: before.revision })).status).toBe(412)
  })

  test('a refusal names its reasons and leaves no approved text', async () => {
    const world = await createProjectWorld(t.services, { state: 'adopted', adopted: true })
    const id = await received(world)
    await issuePaper(world, 'refusalDecision', provinceSigns, { committeeMeeting: meeting, 不予批准的理由: '第六条同省条例相抵触' })
    expect(await refusal(await act('province', id, 'decision', { result: 'refused', decidedOn: '2026-03-12', decisionMeeting: meeting }))).toEqual([409, 'missingField'])
    await done(await act('province', id, 'decision', { result: 'refused', decidedOn: '2026-03-12', decisionMeeting: meeting, reason: '第六条同省条例相抵触' }))
    expect(await t.services.prisma.draftSnapshot.count({ where: { kind: 'approved', draft: { projectId: world.projectId } } })).toBe(0)
  })
})

describe('publication', () => {
  test('is refused for each thing that is missing, under its own article', async () => {
    const early = await createProjectWorld(t.services, { state: 'adopted', adopted: true })
    expect(await refusal(await publish(early))).toEqual([409, 'approved'])
    const { world } = await approved([])
    const missing = await publish(world)
    const said = await body(missing)
    expect([missing.status, said.rule, said.basis]).toEqual([409, 'announcement', '《中华人民共和国立法法》第八十八条'])
    await issuePaper(world, 'announcement', citySigns)
    await t.services.prisma.projectDocument.updateMany({ where: { projectId: world.projectId, kind: 'explanatoryNote' }, data: { notApplicableReason: '无' } })
    expect(await refusal(await publish(world))).toEqual([409, 'explanation'])
    await t.services.prisma.projectDocument.updateMany({ where: { projectId: world.projectId, kind: 'explanatoryNote' }, data: { notApplicableReason: null } })
    await t.services.prisma.projectDocument.updateMany({ where: { projectId: world.projectId, kind: 'deliberationResultReport' }, data: { notApplicableReason: '无' } })
    expect(await refusal(await publish(world))).toEqual([409, 'resultReport'])
    await t.services.prisma.projectDocument.updateMany({ where: { projectId: world.projectId, kind: 'deliberationResultReport' }, data: { notApplicableReason: null } })
    expect(await refusal(await publish(world, { gazetteIssue: '' }))).toEqual([409, 'gazetteIssue'])
    const wrongDay = await publish(world, { effectiveFrom: '2026-12-01' })
    expect([wrongDay.status, (await body(wrongDay)).errors[0].path]).toEqual([422, 'effectiveFrom'])
    expect((await (await t.as('legislation')).post(`/api/projects/${world.projectId}/publication`, { gazetteIssue: '2', promulgatedOn: '2026-03-12', effectiveFrom: '2027-03-01' }, { revision: await revisionOf(world) })).status).toBe(403)
  })

  test('a text that was touched after the approval is not published', async () => {
    const { world } = await approved(twoAmendments)
    await issuePaper(world, 'announcement', citySigns)
    await t.services.prisma.approvalRequest.updateMany({ where: { projectId: world.projectId }, data: { amendments: [] } })
    expect(await refusal(await publish(world))).toEqual([409, 'exactText'])
  })

  test('puts the approved text into the public library, character for character, with its 题注; the papers stand beside it', async () => {
    const { world } = await approved(twoAmendments)
    await issuePaper(world, 'announcement', citySigns)
    const published = (await done(await publish(world))).published
    const version = await t.services.prisma.version.findFirstOrThrow({ where: { work: { key: published.workKey }, dateKey: published.dateKey } })
    const { note, ...tree } = legalTextSchema.parse(version.tree)
    expect(printLegalText({ ...tree, note: '' })).toBe(await textOf(world, 'approved'))
    expect(note).toBe(`（2026年2月27日甲市第八届人民代表大会常务委员会第四十五次会议通过　2026年3月12日${meeting}批准）`)
    const page = await (await t.as(null)).get(`/law/${published.workKey}/${published.dateKey}`)
    const html = await page.text()
    for (const part of ['十五日内', '处五百元以上一千元以下罚款', '公告', '审议结果的报告']) expect(html).toContain(part)
    expect(html).not.toContain('三十日内')
    const report = await (await t.as(null)).get(`/law/${published.workKey}/${published.dateKey}/with/result-report`)
    expect([report.status, report.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8'])
    expect((await (await t.as(null)).get(`/law/${published.workKey}/${published.dateKey}/with/announcement`)).headers.get('content-type')).toBe('application/pdf')
    expect((await (await t.as(null)).get(`/law/${published.workKey}/${published.dateKey}/with/voting`)).status).toBe(404)
    expect(await t.services.prisma.outboxEntry.count({ where: { topic: 'search', entity: 'Version', entityId: version.id } })).toBe(1)
    expect((await publish(world)).status).toBe(409)
    await expect(t.services.prisma.draftSnapshot.updateMany({ where: { kind: 'approved', draft: { projectId: world.projectId } }, data: { text: '改' } })).rejects.toThrow()
  })

  test('is followed by the hand-over, the national filing, the day of effect and the tasks', async () => {
    const { world } = await approved([])
    expect(await refusal(await (await t.as('province')).post(`/api/projects/${world.projectId}/national-filing`, { filedOn: '2026-03-12', filingNo: '' }))).toEqual([409, 'notPublished'])
    await issuePaper(world, 'announcement', citySigns)
    const after = await done(await publish(world))
    expect(after.deadlines.map((d: { key: string; deadline: { dueOn: string } }) => [d.key, d.deadline.dueOn]).toSorted()).toEqual([['legislation.handOver', '2026-03-27'], ['legislation.nationalFiling', '2026-04-13']])
    await done(await (await t.as('legislation')).post(`/api/projects/${world.projectId}/hand-over`, { handedOverOn: '2026-03-12' }))
    expect((await (await t.as('legislation')).post(`/api/projects/${world.projectId}/national-filing`, { filedOn: '2026-03-12', filingNo: '' })).status).toBe(403)
    await done(await (await t.as('province')).post(`/api/projects/${world.projectId}/national-filing`, { filedOn: '2026-03-12', filingNo: '甲常备〔2026〕3号' }))
    const followed = await done(await (await t.as('legislation')).get(`/api/projects/${world.projectId}/publication`))
    expect([followed.published.filedOn, followed.published.filingNo, followed.deadlines]).toEqual(['2026-03-12', '甲常备〔2026〕3号', []])
    expect(await takeEffect(t.services)).toBe(0)
    t.setToday('2027-03-01')
    expect(await takeEffect(t.services)).toBeGreaterThan(0)
    t.setToday('2026-03-12')
    expect((await t.services.prisma.project.findUniqueOrThrow({ where: { id: world.projectId } })).state).toBe('inForce')
  })

  test('finds the rules that the text leaves to be made, due in one year, given out by a person once', async () => {
    const { world } = await approved([{ articleId: 'art_5', articleLabel: '第五条', before: '鼓励领养收容的犬只。', after: '鼓励领养收容的犬只，具体办法由市人民政府另行制定。', reason: '明确办法' }])
    await issuePaper(world, 'announcement', citySigns)
    await done(await publish(world))
    const client = await t.as('legislation')
    const found = await done(await client.get(`/api/projects/${world.projectId}/afterlife`))
    expect(found.proposals).toMatchObject([{ articleLabel: '第五条', organ: '市人民政府', dueOn: '2028-03-01' }])
    const task = { kind: 'supportingRule', title: '领养的具体办法', request: '自施行之日起一年内制定', eId: 'art_5' }
    const late = await client.post(`/api/projects/${world.projectId}/afterlife`, { ...task, kind: 'implementation', eId: null, dueOn: '2020-01-01' })
    expect([late.status, await late.json()]).toMatchObject([422, { errors: [{ path: 'dueOn', message: '完成期限不能早于今天。' }] }])
    await done(await client.post(`/api/projects/${world.projectId}/afterlife`, task))
    expect((await client.post(`/api/projects/${world.projectId}/afterlife`, task)).status).toBe(409)
    const after = await done(await client.get(`/api/projects/${world.projectId}/afterlife`))
    expect([after.proposals, after.tasks[0].dueOn]).toEqual([[], '2028-03-01'])
  })
})
