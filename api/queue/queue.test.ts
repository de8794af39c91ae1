import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { newId } from '../platform/ids.ts'
import { fromDateColumnOrNull, toDateColumn } from '../platform/legal-date.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { startClock } from '../deadline/index.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { organId, personId } from '../testing/test-organs.ts'
import { createTestWorld } from '../testing/test-world.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp({ today: '2026-03-12' })
})
afterAll(() => t.close())

type Page = { items: { id: string; title: string; dueOn: string | null; registrationNo: string | null }[]; next: string | null; total: number }
const queue = async (username: string, query: string): Promise<Page> => (await (await t.as(username)).get(`/api/queue?${query}`)).json() as Promise<Page>

async function filing(fields: { title: string; dueOn?: string | null; state?: string; reviewerId?: string | null }): Promise<string> {
  const id = newId()
  await t.services.prisma.filing.create({
    data: {
      id, procedureVersion: '1', state: fields.state ?? 'underReview', title: fields.title, documentKind: 'normativeDocument', documentNo: id, registrationNo: id, receiverOrganId: organId('cityCommittee'),
      makerOrganId: organId('cityGovernmentOffice'), filedByOrganId: organId('cityGovernmentOffice'), createdBy: personId('city-clerk'), dueOn: fields.dueOn == null ? null : toDateColumn(fields.dueOn),
      registeredOn: toDateColumn('2026-01-05'), reviewerId: fields.reviewerId ?? null,
    },
  })
  return id
}

describe('the list', () => {
  test('pages through every case once, in the order asked for, those without a due date last', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(fc.constantFrom('2026-03-01', '2026-03-12', '2026-03-12', '2026-05-01'), { nil: null }), { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('asc', 'desc'),
        async (dues, limit, direction) => {
          const marker = newId()
          const made = await Promise.all(dues.map((dueOn) => filing({ title: `分页${marker}`, dueOn })))
          const seen: { id: string; dueOn: string | null }[] = []
          let cursor: string | null = null
          do {
            const page: Page = await queue('reviewer', `text=${marker}&direction=${direction}&limit=${limit}${cursor === null ? '' : `&cursor=${cursor}`}`)
            expect(page.total).toBe(dues.length)
            seen.push(...page.items)
            cursor = page.next
          } while (cursor !== null)
          expect(seen.map((s) => s.id).toSorted()).toEqual(made.toSorted())
          const dated = seen.map((s) => s.dueOn).filter((d) => d !== null)
          expect(dated).toEqual(direction === 'asc' ? dated.toSorted() : dated.toSorted().toReversed())
          expect(seen.map((s) => s.dueOn).slice(dated.length).every((d) => d === null)).toBe(true)
        },
      ),
      { numRuns: 12 },
    )
  })

  test('a cursor of another order is refused', async () => {
    await filing({ title: '甲' })
    await filing({ title: '乙' })
    const page = await queue('reviewer', 'limit=1&sort=title')
    const response = await (await t.as('reviewer')).get(`/api/queue?limit=1&sort=dueOn&cursor=${page.next}`)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ detail: '排序已改变，请回到第一页。' })
  })

  test.each([
    ['dueSoon', ['七天内']],
    ['overdue', ['逾期']],
    ['toDistribute', ['待分送']],
    ['waiting', ['等答复']],
    ['mine', ['我的']],
    ['done', ['办结']],
  ])('the view %s holds %j', async (view, titles) => {
    const marker = newId()
    const rows: [string, Parameters<typeof filing>[0]][] = [
      ['七天内', { title: `七天内${marker}`, dueOn: '2026-03-19' }],
      ['逾期', { title: `逾期${marker}`, dueOn: '2026-03-11' }],
      ['待分送', { title: `待分送${marker}`, state: 'registered' }],
      ['等答复', { title: `等答复${marker}`, state: 'questioning' }],
      ['我的', { title: `我的${marker}`, reviewerId: personId('reviewer') }],
      ['办结', { title: `办结${marker}`, state: 'closed' }],
      ['接收', { title: `接收${marker}`, state: 'submitted' }],
    ]
    for (const [, fields] of rows) await filing(fields)
    const page = await queue('reviewer', `view=${view}&text=${marker}`)
    expect(page.items.map((i) => i.title.replace(marker, '')).toSorted()).toEqual(titles)
  })
})

describe('acts', () => {
  let world: Awaited<ReturnType<typeof createTestWorld>>
  beforeEach(async () => {
    world = await createTestWorld(t.services)
  })
  const row = () => t.services.prisma.filing.findUniqueOrThrow({ where: { id: world.filingId } })

  test('a drafter of the document cannot be given the case', async () => {
    await t.services.prisma.filing.update({ where: { id: world.filingId }, data: { drafterIds: [personId('second-reviewer')] } })
    const response = await (await t.as('chief')).post('/api/queue/assign', { cases: [{ id: world.filingId, revision: 1 }], reviewerId: personId('second-reviewer') })
    expect(await response.json()).toMatchObject({ results: [{ done: false, message: '此人参与起草了这份文件，应当回避，请另选承办人。' }] })
  })

  test('a drafter cannot be given the case by a distribution either', async () => {
    await t.services.prisma.filing.update({ where: { id: world.filingId }, data: { drafterIds: [personId('second-reviewer')], state: 'registered' } })
    const chief = await t.as('chief')
    const body = { cases: [{ id: world.filingId, revision: 1 }], organIds: [organId('cityFinance')] }
    expect(await (await chief.post('/api/queue/distribute', { ...body, reviewerId: personId('second-reviewer') })).json()).toMatchObject({ results: [{ done: false, message: '此人参与起草了这份文件，应当回避，请另选承办人。' }] })
    expect(await (await chief.post('/api/queue/distribute', { ...body, reviewerId: personId('committee') })).json()).toMatchObject({ results: [{ done: false, message: '承办人须是本级的审查人员，请另选。' }] })
    expect(await (await chief.post('/api/queue/distribute', { ...body, reviewerId: personId('reviewer') })).json()).toMatchObject({ results: [{ done: true }] })
  })

  test('the dialogs are told who keeps away, and from which case', async () => {
    const other = await createTestWorld(t.services)
    await t.services.prisma.filing.update({ where: { id: world.filingId }, data: { drafterIds: [personId('second-reviewer')], jointMakerIds: [organId('cityLegal')] } })
    const asked = `/api/queue/recusals?cases=${world.filingId},${other.filingId},${other.countyFilingId}`
    const { recusals } = (await (await (await t.as('chief')).get(asked)).json()) as { recusals: { filingId: string; personId: string; reason: string }[] }
    expect(recusals.toSorted((a, b) => (a.reason < b.reason ? -1 : 1))).toEqual([
      { filingId: world.filingId, personId: personId('second-reviewer'), reason: '参与起草了这份文件' },
      { filingId: world.filingId, personId: personId('reviewer'), reason: '是制定机关的人员' },
    ])
    expect(await (await (await t.as('city-clerk')).get(asked)).json()).toEqual({ recusals: [] })
  })

  test('of several cases each stands for itself', async () => {
    const other = await createTestWorld(t.services)
    const response = await (await t.as('chief')).post('/api/queue/assign', {
      cases: [{ id: world.filingId, revision: 1 }, { id: other.countyFilingId, revision: 1 }, { id: other.filingId, revision: 7 }],
      reviewerId: personId('second-reviewer'),
    })
    const { results } = (await response.json()) as { results: { done: boolean; message: string | null }[] }
    expect(results.map((r) => r.done)).toEqual([true, false, false])
    expect((await row()).reviewerId).toBe(personId('second-reviewer'))
    const notice = await t.services.prisma.notice.findFirst({ where: { personId: personId('second-reviewer'), entityId: world.filingId } })
    expect(notice?.title).toContain('交您承办')
  })

  test('an extension is asked by the reviewer, granted by another, and counts from the end of the first period', async () => {
    await inTransaction(t.services, async ({ tx }) => {
      await startClock(tx, { owner: { filingId: world.filingId }, organId: organId('cityCommittee'), key: 'proactiveReview', startOn: '2026-01-22' })
    })
    const before = await t.services.prisma.caseClock.findFirstOrThrow({ where: { filingId: world.filingId } })
    const asked = await (await t.as('reviewer')).post(`/api/filings/${world.filingId}/extension`, { reason: '需要征求专家意见' }, { revision: 1 })
    expect(asked.status).toBe(200)
    const bench = (await (await (await t.as('chief')).get(`/api/review/${world.filingId}`)).json()) as { pending: { extension: unknown } }
    expect(bench.pending.extension).toMatchObject({ by: '审查甲', reason: '需要征求专家意见', dueOn: fromDateColumnOrNull(before.dueOn), newDueOn: '2026-07-22', basis: '外省市条例参考' })
    const again = await (await t.as('reviewer')).post(`/api/filings/${world.filingId}/extension`, { reason: '需要征求专家意见' }, { revision: 2 })
    expect(await again.json()).toMatchObject({ status: 409, rule: 'noExtensionPending' })
    expect((await (await t.as('reviewer')).post(`/api/filings/${world.filingId}/extension/decision`, { approve: true }, { revision: 2 })).status).toBe(403)
    const decided = await (await t.as('chief')).post(`/api/filings/${world.filingId}/extension/decision`, { approve: true }, { revision: 2 })
    expect(decided.status).toBe(200)
    const after = await t.services.prisma.caseClock.findFirstOrThrow({ where: { filingId: world.filingId, state: 'running' } })
    expect(after.key).toBe('proactiveReview.extension')
    expect(after.startOn).toEqual(before.dueOn)
    expect(fromDateColumnOrNull(after.dueOn)).toBe('2026-07-22')
    const told = await t.services.prisma.notice.findFirstOrThrow({ where: { kind: 'extensionDecided', entityId: world.filingId } })
    expect(told.body).toBe('科长甲批准。延长到 2026-07-22。')
    expect(fromDateColumnOrNull((await row()).dueOn)).toBe(fromDateColumnOrNull(after.dueOn))
  })

  test('a leader has a page of the cases led', async () => {
    const leader = await t.as('leader')
    const { items } = (await (await leader.get('/api/led')).json()) as { items: { id: string }[] }
    expect(items.map((i) => i.id)).toContain(world.filingId)
    await (await t.as('chief')).put(`/api/filings/${world.filingId}/leader`, { leaderId: null }, 1)
    const after = (await (await leader.get('/api/led')).json()) as { items: { id: string }[] }
    expect(after.items.map((i) => i.id)).not.toContain(world.filingId)
  })

  test('a saved view is the own one only', async () => {
    const reviewer = await t.as('reviewer')
    const { id } = (await (await reviewer.post('/api/queue/saved-views', { name: '重大', query: { flags: 'serious' } })).json()) as { id: string }
    expect((await (await t.as('chief')).delete(`/api/queue/saved-views/${id}`)).status).toBe(404)
    const { saved } = (await (await reviewer.get('/api/queue/views')).json()) as { saved: { name: string; query: unknown }[] }
    expect(saved).toContainEqual({ id, name: '重大', query: { flags: 'serious' } })
  })
})
