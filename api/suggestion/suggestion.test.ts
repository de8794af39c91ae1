import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { searchConsumer } from '../library/index.ts'
import { drainOutbox } from '../platform/jobs/drain-outbox.ts'
import { createTestApp, type TestApp, type TestClient } from '../testing/create-test-app.ts'
import { organId } from '../testing/test-organs.ts'
import { createTestWorld, type TestWorld } from '../testing/test-world.ts'

// papers are laid out with real fonts
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const TODAY = '2026-03-12'
const ORIGIN = 'http://localhost'
let t: TestApp
let reviewer: TestClient
let chief: TestClient

beforeAll(async () => {
  t = await createTestApp({ today: TODAY })
  reviewer = await t.as('reviewer')
  chief = await t.as('chief')
})
afterAll(() => t.close())

type View = { id: string; revision: number; state: string; receiptNo: string; actions: { key: string; blocked: string | null; paper: { kind: string } | null }[]; clocks: { key: string; state: string; dueOn: string | null }[]; papers: { id: string; label: string; state: string }[]; resultReason: string | null; transferTo: string | null; reasons: string }
const read = async (client: TestClient, id: string): Promise<View> => (await (await client.get(`/api/suggestions/${id}`)).json()) as View
const letter = (more: Record<string, unknown> = {}) => ({
  kind: 'suggestion', channel: 'letter', receivedOn: '2026-03-10', organId: organId('cityCommittee'), proposerName: '某来信人', proposerContact: '0000-000 0117', documentTitle: '某办法', documentMaker: '甲市人民政府', matters: '第二条罚款过高', reasons: '比省里规定的高', ...more,
})
const enter = async (more: Record<string, unknown> = {}): Promise<string> => {
  const response = await reviewer.post('/api/suggestions', letter(more))
  expect(response.status, await response.clone().text()).toBe(201)
  return ((await response.json()) as { id: string }).id
}
/** A step with the revision as it is now. */
const step = async (client: TestClient, id: string, key: string, values: Record<string, string> = {}): Promise<Response> => client.post(`/api/suggestions/${id}/steps/${key}`, { values }, { revision: (await read(reviewer, id)).revision })
const taken = async (client: TestClient, id: string, key: string, values: Record<string, string> = {}): Promise<View> => {
  const response = await step(client, id, key, values)
  expect(response.status, `${key}: ${await response.clone().text()}`).toBe(200)
  return (await response.json()) as View
}
/** A notice through its way: drafted, checked, signed and issued. */
async function issue(id: string, kind: string, signer: TestClient): Promise<void> {
  const drafted = await reviewer.post(`/api/suggestions/${id}/papers`, { kind })
  expect(drafted.status, await drafted.clone().text()).toBe(201)
  const { id: paperId } = (await drafted.json()) as { id: string }
  for (const [client, key] of [[reviewer, 'sendToCheck'], [chief, 'sendToSign'], [signer, 'issue']] as const) {
    const { revision } = (await (await client.get(`/api/papers/${paperId}`)).json()) as { revision: number }
    const moved = await client.post(`/api/papers/${paperId}/steps/${key}`, {}, { revision })
    expect(moved.status, `${key}: ${await moved.clone().text()}`).toBe(200)
  }
}
const end = (filingId: string) => t.services.prisma.filing.update({ where: { id: filingId }, data: { state: 'noProblem', outcome: 'noProblem' } })

const post = (path: string, body: FormData | URLSearchParams, headers: Record<string, string> = {}): Promise<Response> => Promise.resolve(t.app.request(path, { method: 'POST', body, headers: { origin: ORIGIN, host: 'localhost', ...headers } }))
const tokenOf = async (): Promise<string> => /name="token" value="([^"]+)"/.exec(await (await t.app.request('/suggest')).text())?.[1] ?? ''
const filledIn = (token: string, more: Record<string, string> = {}): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ token, proposerName: '周某', proposerContact: '0000-000 0132', documentTitle: '某某管理办法', matters: '第五条没有依据设定收费', reasons: '没有法律依据', ...more })) form.set(name, value)
  return form
}

describe('a citizen at the portal', () => {
  test('writes a suggestion, gets a number and a code once, and follows it', async () => {
    const form = filledIn(await tokenOf())
    form.set('files', new File(['收据的照片说明'], '收据.txt', { type: 'text/plain' }))
    const sent = await post('/suggest', form)
    const receipt = await sent.text()
    expect(sent.status, receipt).toBe(200)
    expect(sent.headers.get('cache-control')).toBe('no-store')
    const receiptNo = /建议-2026-\d{4}/.exec(receipt)?.[0] ?? ''
    const code = /id="follow-code">([^<]+)</.exec(receipt)?.[1] ?? ''
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const row = await t.services.prisma.suggestion.findFirstOrThrow({ where: { receiptNo }, include: { clocks: true } })
    expect(row.accessCodeDigest).not.toContain(code.replaceAll('-', ''))
    expect(row.fileIds).toHaveLength(1)
    expect(row.clocks.map((c) => [c.key, c.dueOn?.toISOString().slice(0, 10)]).toSorted()).toEqual([['requestReview', '2026-06-12'], ['suggestionIncomplete', '2026-03-19']])

    const followed = await post('/suggest/follow', new URLSearchParams({ receiptNo, followCode: code.toLowerCase().replaceAll('-', ' ') }))
    const html = await followed.text()
    expect(html).toContain('已收到')
    expect(html).toContain('审查建议接收回执')
    const wrong = await post('/suggest/follow', new URLSearchParams({ receiptNo, followCode: '0000-0000-0000' }))
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).not.toContain('某某管理办法')
  })

  test('a form sent twice is one suggestion, and its code is not shown again', async () => {
    const token = await tokenOf()
    const first = await (await post('/suggest', filledIn(token))).text()
    const second = await (await post('/suggest', filledIn(token))).text()
    const number = /建议-2026-\d{4}/.exec(first)?.[0]
    expect(second).toContain(number)
    expect(second).not.toContain('id="follow-code"')
  })

  test('what is missing is said at its field and nothing typed is lost', async () => {
    const answer = await post('/suggest', filledIn(await tokenOf(), { proposerContact: ' ', reasons: '', matters: '第五条<b>太重</b>' }))
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain('aria-describedby="e-proposerContact"')
    expect(html).toContain('请写明理由')
    expect(html).toContain('第五条&lt;b&gt;太重&lt;/b&gt;')
    expect(html).toContain('value="周某"')
  })

  test('a file that must not be stored is refused at the form', async () => {
    const form = filledIn(await tokenOf())
    form.set('files', new File(['机密★一年\n某某办法'], '机密文件.txt'))
    const answer = await post('/suggest', form)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('涉密')
  })

  test('a form of another site or with a made-up token is refused', async () => {
    expect((await post('/suggest', filledIn(await tokenOf()), { origin: 'https://evil.example' })).status).toBe(403)
    const made = await post('/suggest', filledIn('0190-made-up.token'))
    expect(made.status).toBe(422)
    expect(await made.text()).toContain('过期')
  })

  test('a caller who sends without end is slowed down', async () => {
    const answers: number[] = []
    for (let attempt = 0; attempt < 30; attempt += 1) answers.push((await post('/suggest/follow', new URLSearchParams({ receiptNo: 'x', followCode: 'y' }))).status)
    expect(answers.at(-1)).toBe(429)
  })
})

describe('the way of a suggestion', () => {
  test('incomplete: the proposer is told what is missing, the review clock stops and begins again', async () => {
    const id = await enter()
    const asked = await taken(reviewer, id, 'askToComplete', { missingContent: '发文字号和条款' })
    expect(asked.state).toBe('incomplete')
    expect(asked.papers.map((p) => p.label)).toEqual(['审查建议接收回执', '补充审查建议内容通知'])
    expect(asked.clocks.find((c) => c.key === 'suggestionIncomplete')?.state).toBe('met')
    expect(asked.clocks.find((c) => c.key === 'requestReview')?.state).toBe('suspended')
    const completed = await taken(reviewer, id, 'complete', { addedContent: '第五条第二款' })
    expect(completed.state).toBe('received')
    expect(completed.reasons).toContain('第五条第二款')
    expect(completed.clocks.find((c) => c.key === 'requestReview')?.state).toBe('running')
  })

  test('not started: the chief decides with a reason, the notice is signed, and the step is taken at its issue', async () => {
    const id = await enter()
    await taken(reviewer, id, 'accept')
    expect((await step(reviewer, id, 'decideNotToStart', { notStartReason: 'alreadyChanged' })).status).toBe(403)
    expect((await step(chief, id, 'decideNotToStart', { notStartReason: 'because' })).status).toBe(422)
    const decided = await taken(chief, id, 'decideNotToStart', { notStartReason: 'alreadyChanged', explanation: '二月已经修改' })
    expect(decided.resultReason).toBe('所涉条文已经修改或者废止：二月已经修改')
    expect(decided.clocks.find((c) => c.key === 'notStartNotice')?.state).toBe('running')
    await issue(id, 'suggestionNotStartedNotice', chief)
    const told = await read(reviewer, id)
    expect(told.state).toBe('answered')
    expect(told.clocks.find((c) => c.key === 'notStartNotice')?.state).toBe('met')
    const again = await taken(reviewer, id, 'reopen', { newReasons: '修改以后仍然收费' })
    expect(again.state).toBe('received')
    expect(again.reasons).toContain('修改以后仍然收费')
  })

  test('out of scope: transferred with a letter that does not name the proposer', async () => {
    const id = await enter()
    const found = await taken(reviewer, id, 'foundOutOfScope', { targetBody: 'countyGovernmentDocument' })
    expect(found.transferTo).toBe('该级人大常委会')
    await issue(id, 'transferLetter', chief)
    const done = await read(reviewer, id)
    expect(done.state).toBe('transferred')
    const paper = await t.services.prisma.paper.findFirstOrThrow({ where: { suggestionId: id, kind: 'transferLetter' } })
    expect(JSON.stringify(paper.content)).not.toContain('某来信人')
    expect(paper.number).toMatch(/〔2026〕\d+号/)
    expect((await taken(reviewer, id, 'close')).state).toBe('closed')
  })

  test('reviewed: linked to its case, which is then reviewed on suggestion; answered when the review has ended', async () => {
    const world = await createTestWorld(t.services)
    const id = await enter()
    await taken(reviewer, id, 'accept')
    expect((await step(reviewer, id, 'startReview')).status).toBe(409)
    const linked = await reviewer.post(`/api/suggestions/${id}/link`, { filingId: world.filingId }, { revision: (await read(reviewer, id)).revision })
    expect(linked.status).toBe(200)
    await taken(reviewer, id, 'startReview')
    expect((await t.services.prisma.filing.findUniqueOrThrow({ where: { id: world.filingId } })).mode).toBe('suggestion')
    expect((await step(reviewer, id, 'recordResult', { result: '没有发现问题' })).status).toBe(409)
    await end(world.filingId)
    await taken(reviewer, id, 'recordResult', { result: '没有发现同上位法抵触' })
    expect((await reviewer.post(`/api/suggestions/${id}/papers`, { kind: 'requestAnswer' })).status).toBe(409)
    await issue(id, 'suggestionAnswer', chief)
    expect((await read(reviewer, id)).state).toBe('answered')
    const answer = await t.services.prisma.paper.findFirstOrThrow({ where: { suggestionId: id, kind: 'suggestionAnswer' } })
    expect(JSON.stringify(answer.content)).toContain('没有发现同上位法抵触')
  })

  test('a lost update is refused and a step that was taken meanwhile is refused', async () => {
    const id = await enter()
    expect((await reviewer.post(`/api/suggestions/${id}/steps/accept`, { values: {} }, { revision: 1 })).status).toBe(412)
    await taken(reviewer, id, 'accept')
    expect((await step(reviewer, id, 'accept')).status).toBe(409)
  })
})

describe('a 审查要求', () => {
  const demand = { kind: 'demand', proposerName: '甲市中级人民法院' }
  test('is an organ\'s, has a register of its own, and must be handled', async () => {
    expect((await reviewer.post('/api/suggestions', letter(demand))).status).toBe(422)
    expect((await reviewer.post('/api/suggestions', letter({ proposerOrganId: organId('cityCourt') }))).status).toBe(422)
    expect((await reviewer.post('/api/suggestions', letter({ ...demand, proposerOrganId: organId('cityUrban') }))).status).toBe(422)
    const id = await enter({ ...demand, proposerOrganId: organId('cityCourt') })
    const view = await read(chief, id)
    expect(view.receiptNo).toMatch(/^要求-2026-\d{4}$/)
    expect(view.actions.map((a) => a.key)).not.toContain('decideNotToStart')
    const refused = await step(chief, id, 'decideNotToStart', { notStartReason: 'unclear' })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('应当办理')
  })
})

describe('the proposer', () => {
  let world: TestWorld
  const secret = (): string[] => [`${world.marker}公民`, '0000-000 0116', `${world.marker}事由`]

  beforeAll(async () => {
    world = await createTestWorld(t.services)
    await t.services.prisma.outboxEntry.create({ data: { topic: 'search', entity: 'Version', entityId: world.versionId } })
    await drainOutbox(t.services, [searchConsumer])
  })

  test('is on no route that the maker, a committee, the public or another committee can read', async () => {
    const document = (await (await t.app.request('/openapi.json')).json()) as { paths: Record<string, Record<string, unknown>> }
    const parameters: Record<string, string[]> = {
      id: [world.filingId, world.suggestionId, world.taskId, world.paperId],
      workKey: [world.workKey], form: ['pdf'], kind: ['filingReport'], organId: [organId('cityCommittee')],
    }
    const addresses = Object.entries(document.paths).flatMap(([path, operations]) => {
      if (operations['get'] === undefined) return []
      const names = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1] ?? '')
      return names.reduce<string[]>((made, name) => made.flatMap((p) => (parameters[name] ?? [world.filingId]).map((value) => p.replace(`{${name}}`, value))), [path])
    })
    expect(addresses.length).toBeGreaterThan(30)
    const searches = ['/api/queue', '/api/search', '/api/library/works'].map((p) => `${p}?q=${encodeURIComponent(`${world.marker}公民`)}`)
    for (const username of ['city-clerk', 'committee', 'leader', 'county-reviewer', 'administrator', null]) {
      const client = await t.as(username)
      for (const path of [...addresses, ...searches]) {
        const response = await client.get(path)
        if (!/json|text/.test(response.headers.get('content-type') ?? '')) continue
        const answer = (await response.text()).replaceAll(encodeURIComponent(world.marker), '')
        for (const words of secret()) expect(answer, `${username ?? 'public'} ${path}`).not.toContain(words)
      }
    }
  })

  test('is not shown to a reviewer who also files for the maker', async () => {
    await t.services.prisma.suggestion.update({ where: { id: world.suggestionId }, data: { documentMaker: '甲市人民政府办公室' } })
    const person = await t.services.prisma.membership.create({
      data: { id: crypto.randomUUID(), personId: (await t.services.prisma.person.findFirstOrThrow({ where: { username: 'second-reviewer' } })).id, organId: organId('cityGovernmentOffice'), role: 'filingClerk', from: new Date('2018-01-01') },
    })
    const both = await t.as('second-reviewer')
    expect((await both.get(`/api/suggestions/${world.suggestionId}`)).status).toBe(404)
    expect(await (await both.get('/api/suggestions?limit=200')).text()).not.toContain(`${world.marker}公民`)
    await t.services.prisma.membership.delete({ where: { id: person.id } })
    expect((await both.get(`/api/suggestions/${world.suggestionId}`)).status).toBe(200)
  })
})
