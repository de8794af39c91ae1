import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '../platform/work/transaction.ts'
import { loadActor } from '../identity/index.ts'
import { createTestApp, type TestApp, type TestClient } from '../testing/create-test-app.ts'
import { personId } from '../testing/test-organs.ts'
import { moveFlag } from './move-flag.ts'
import { createReviewWorld, type ReviewWorld } from './testing/review-world.ts'

let t: TestApp
let world: ReviewWorld
let reviewer: TestClient
let chief: TestClient
beforeAll(async () => {
  t = await createTestApp()
  reviewer = await t.as('reviewer')
  chief = await t.as('chief')
})
beforeEach(async () => {
  world = await createReviewWorld(t.services)
})
afterAll(() => t.close())

const START = '养犬人携犬外出未用犬绳牵引，或者放任犬只恐吓他人的，'.length
const QUOTE = '由公安机关处三百元以上一千元以下罚款'
const path = (rest = '') => `/api/review/${world.filingId}/flags${rest}`
const body = (more: Record<string, unknown> = {}) => ({
  passage: [{ eId: 'art_4__para_1', start: START, exact: QUOTE }], standard: 'legality', code: 'PENALTY', severity: 'serious', reason: '规范性文件不得设定行政处罚。', suggestion: '删去本条', judgedOn: '2026-02-01', ...more,
})
const raise = async (more: Record<string, unknown> = {}, as = reviewer): Promise<{ flagId: string; number: number }> => {
  const response = await as.post(path(), body(more))
  expect(response.status, await response.clone().text()).toBe(201)
  return (await response.json()) as { flagId: string; number: number }
}
const flag = (id: string) => t.services.prisma.reviewFlag.findUniqueOrThrow({ where: { id }, include: { events: true } })
const refusal = async (response: Response) => ({ status: response.status, text: await response.text() })

describe('raising a flag', () => {
  test('keeps the quoted words, the provision, the superior provision of the date and who raised it', async () => {
    const { flagId, number } = await raise({ superior: { source: 'library', versionId: world.province2026, eId: 'art_4' } })
    expect(number).toBe(1)
    expect(await flag(flagId)).toMatchObject({
      articleLabel: '第四条第一款', state: 'raised', raisedByName: '审查甲', superiorVersionId: world.province2026, superiorLabel: '第四条', superiorTitle: '甲省养犬管理条例', superiorUnverified: false,
      superiorQuote: expect.stringContaining('五十元以上二百元以下'), quote: { exact: QUOTE }, provisionId: expect.any(String), events: [{ fromState: null, toState: 'raised', actorName: '审查甲' }],
    })
    expect(await t.services.prisma.auditEntry.count({ where: { entityId: flagId, action: 'flag.raise' } })).toBe(1)
    const bench = (await (await reviewer.get(`/api/review/${world.filingId}`)).json()) as { flags: { ranges: unknown[] }[] }
    expect(bench.flags[0]?.ranges).toEqual([{ eId: 'art_4__para_1', start: START, end: START + QUOTE.length }])
    expect((await raise()).number).toBe(2)
  })

  test('is refused where the words do not stand at the address', async () => {
    const answer = await refusal(await reviewer.post(path(), body({ passage: [{ eId: 'art_4__para_1', start: START, exact: '由公安机关处三百元以上二千元以下罚款' }] })))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('和库中的原文对不上')
  })

  test('a superior provision that did not hold on the date that is judged is refused, and told which one did', async () => {
    const superior = { source: 'library', versionId: world.province2019, eId: 'art_4' }
    const answer = await refusal(await reviewer.post(path(), body({ superior })))
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('判断日 2026-02-01 有效的是《甲省养犬管理条例》2026-01-01 起施行的版本')
    expect((await reviewer.post(path(), body({ superior, judgedOn: '2025-06-01' }))).status).toBe(201)
  })

  test('words of a superior provision that the library does not have are refused', async () => {
    expect((await reviewer.post(path(), body({ superior: { source: 'library', versionId: world.province2026, eId: 'art_4', quote: '处一百万元罚款' } }))).status).toBe(422)
    expect((await reviewer.post(path(), body({ superior: { source: 'library', versionId: world.province2026, eId: 'art_99' } }))).status).toBe(422)
  })

  test('what was pasted is marked 来源未核', async () => {
    const { flagId } = await raise({ superior: { source: 'pasted', title: '某部门规章', label: '第五条', text: '不得收取费用。' } })
    expect(await flag(flagId)).toMatchObject({ superiorUnverified: true, superiorVersionId: null, superiorTitle: '某部门规章', superiorQuote: '不得收取费用。' })
  })

  test.each([
    ['a code of another standard', { standard: 'propriety' }, 422],
    ['no reason', { reason: ' ' }, 422],
    ['a severity that there is not', { severity: 'grave' }, 422],
  ])('%s is refused', async (_name, more, status) => {
    expect((await reviewer.post(path(), body(more))).status).toBe(status)
  })

  test('one who drafted the document is kept away with the rule’s sentence', async () => {
    await t.services.prisma.filing.update({ where: { id: world.filingId }, data: { drafterIds: [personId('reviewer')] } })
    const answer = await refusal(await reviewer.post(path(), body()))
    expect(answer.status).toBe(409)
    expect(answer.text).toContain('应当回避')
  })

  test('not before the review and not after its end', async () => {
    await t.services.prisma.filing.update({ where: { id: world.filingId }, data: { state: 'closed' } })
    expect((await reviewer.post(path(), body())).status).toBe(409)
  })

  test('a repeated submit raises one flag', async () => {
    const key = crypto.randomUUID()
    expect((await reviewer.post(path(), body(), { key })).status).toBe(201)
    const again = await reviewer.post(path(), body(), { key })
    expect(again.status).toBe(201)
    expect(await t.services.prisma.reviewFlag.count({ where: { filingId: world.filingId } })).toBe(1)
  })
})

describe('the life of a flag', () => {
  test('it is edited while raised; a stale edit is refused', async () => {
    const { flagId } = await raise()
    expect((await reviewer.put(path(`/${flagId}`), body({ reason: '超出省条例规定的幅度。' }), 1)).status).toBe(200)
    expect((await reviewer.put(path(`/${flagId}`), body({ reason: '另一人的修改。' }), 1)).status).toBe(412)
    expect(await flag(flagId)).toMatchObject({ reason: '超出省条例规定的幅度。', revision: 2, state: 'raised' })
    await chief.post(path(`/${flagId}/confirm`), {}, { revision: 2 })
    expect((await reviewer.put(path(`/${flagId}`), body(), 3)).status).toBe(409)
  })

  test('the chief confirms; the reviewer may not', async () => {
    const { flagId } = await raise()
    expect((await reviewer.post(path(`/${flagId}/confirm`), {}, { revision: 1 })).status).toBe(403)
    expect((await chief.post(path(`/${flagId}/confirm`), {}, { revision: 1 })).status).toBe(200)
    expect(await flag(flagId)).toMatchObject({ state: 'confirmed', events: [{ toState: 'raised' }, { fromState: 'raised', toState: 'confirmed', actorName: '科长甲' }] })
  })

  test('a raised one is withdrawn by who raised it or by the chief, a confirmed one by the chief with a reason', async () => {
    const { flagId } = await raise()
    expect((await (await t.as('second-reviewer')).post(path(`/${flagId}/withdraw`), { reason: '' }, { revision: 1 })).status).toBe(409)
    expect((await reviewer.post(path(`/${flagId}/withdraw`), { reason: '' }, { revision: 1 })).status).toBe(200)
    const second = await raise()
    await chief.post(path(`/${second.flagId}/confirm`), {}, { revision: 1 })
    expect((await reviewer.post(path(`/${second.flagId}/withdraw`), { reason: '误判' }, { revision: 2 })).status).toBe(403)
    expect((await chief.post(path(`/${second.flagId}/withdraw`), { reason: '' }, { revision: 2 })).status).toBe(409)
    expect((await chief.post(path(`/${second.flagId}/withdraw`), { reason: '误判' }, { revision: 2 })).status).toBe(200)
    expect((await flag(second.flagId)).events.at(-1)).toMatchObject({ toState: 'withdrawn', note: '误判' })
  })

  test('the chief is asked to confirm, and confirms all in one act', async () => {
    await raise()
    await raise()
    const asked = await reviewer.post(path('/ask-confirmation'))
    expect(await asked.json()).toEqual({ flags: 2, told: 1 })
    expect(await t.services.prisma.notice.findFirst({ where: { personId: personId('chief'), entityId: world.filingId } })).toMatchObject({ title: '请确认《甲市城市养犬管理办法》的 2 处标注' })
    expect(await (await chief.post(path('/confirm'))).json()).toEqual({ confirmed: 2 })
    expect((await chief.post(path('/confirm'))).status).toBe(409)
  })

  test('goes to the maker and back through the one writer of its state; 合宪性 never', async () => {
    const { services } = t
    const actor = (username: string) => loadActor({ prisma: services.prisma, personId: personId(username), today: services.clock.today() })
    const [reviewing, clerk] = [await actor('reviewer'), await actor('city-clerk')]
    if (reviewing === null || clerk === null) throw new Error('the test people are not there')
    const constitutional = await raise({ standard: 'constitutionality', code: 'CONST' })
    const { flagId } = await raise()
    await chief.post(path('/confirm'))
    const move = (step: Omit<Parameters<typeof moveFlag>[0], 'services' | 'work'>) => inTransaction(services, (work) => moveFlag({ services, work, ...step }))
    await expect(move({ actor: reviewing, flagId: constitutional.flagId, key: 'putToMaker' })).rejects.toMatchObject({ code: 'step-refused', extra: { rule: 'notConstitutionality' } })
    await move({ actor: reviewing, flagId, key: 'putToMaker' })
    await expect(move({ actor: clerk, flagId, key: 'answer', values: { answer: ' ' } })).rejects.toMatchObject({ extra: { rule: 'missingField' } })
    await move({ actor: clerk, flagId, key: 'answer', values: { answer: '同意修改。' } })
    await expect(move({ actor: reviewing, flagId, key: 'resolve', values: { resolution: 'unresolved' } })).rejects.toMatchObject({ extra: { rule: 'judgedSettled' } })
    await move({ actor: reviewing, flagId, key: 'resolve', values: { resolution: 'resolved' } })
    expect(await flag(flagId)).toMatchObject({ state: 'resolved', makerAnswer: '同意修改。' })
    expect((await flag(flagId)).events.map((e) => e.toState)).toEqual(['raised', 'confirmed', 'putToMaker', 'answered', 'resolved'])
  })
})
