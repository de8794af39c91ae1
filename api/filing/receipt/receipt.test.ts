import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { toDateColumn } from '../../platform/legal-date.ts'
import { createTestApp, type TestApp } from '../../testing/create-test-app.ts'
import { organId, personId } from '../../testing/test-organs.ts'
import { markOverdueCorrections, remindFilings } from '../reminders.ts'
import { arrived, body, entries, smallText, submitted, upload, wordFile } from '../testing/filing-steps.ts'

// files are uploaded, compared and laid out as PDF: slow where other tests run beside it
vi.setConfig({ testTimeout: 120_000 })

let t: TestApp
let serial = 100
beforeAll(async () => {
  t = await createTestApp({ today: '2026-03-12' })
})
afterEach(() => t.setToday('2026-03-12'))
afterAll(() => t.close())

const next = (title: string, promulgated?: string | null) => arrived(t, { title, documentNo: `甲政办发〔2026〕${(serial += 1)}号`, ...(promulgated === undefined ? {} : { promulgated }) })

describe('接收登记', () => {
  test('gives the next number, the receipt to print, and starts the clocks on the same day', async () => {
    const filing = await next('登记的办法')
    const reception = await t.as('reception')
    const registered = await body(await reception.post(`/api/filings/${filing.id}/register`, {}, { revision: filing.revision }))
    expect(registered).toMatchObject({ state: { id: 'registered' }, registrationNo: expect.stringMatching(/^备审-2026-\d{4}$/), receivedOn: '2026-03-12', registeredOn: '2026-03-12' })
    expect(registered.clocks.filter((c: { state: string }) => c.state === 'running').map((c: { key: string }) => c.key).toSorted()).toEqual(['distribute', 'proactiveReview'])
    const receipt = registered.papers.find((p: { kind: string }) => p.kind === 'receipt')
    const pdf = await reception.get(`/api/files/${receipt.pdfFileId}/content?inline=true`)
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const clerk = await t.as('city-clerk')
    expect((await clerk.get(`/api/files/${receipt.docxFileId}/content`)).status).toBe(200)
    expect((await body(await clerk.get(`/api/filings/${filing.id}`))).papers.map((p: { kind: string }) => p.kind)).toContain('receipt')
    expect(await t.services.prisma.notice.count({ where: { personId: personId('city-clerk'), kind: 'registered', entityId: filing.id } })).toBe(1)
  })

  test('numbers have no gaps, whoever registers at the same time and whatever is refused between', async () => {
    const filings = [await next('并行一'), await next('并行二'), await next('并行三')]
    const reception = await t.as('reception')
    const before = await t.services.prisma.filing.count({ where: { registrationNo: { startsWith: '备审-2026-' }, receiverOrganId: organId('cityCommittee') } })
    const answers = await Promise.all(filings.flatMap((f) => [1, 2].map(() => reception.post(`/api/filings/${f.id}/register`, {}, { key: newId(), revision: f.revision }))))
    expect(answers.filter((a) => a.status === 200)).toHaveLength(3)
    const lost = answers.filter((a) => a.status !== 200)
    for (const answer of lost) expect([409, 412]).toContain(answer.status)
    const numbers = (await t.services.prisma.filing.findMany({ where: { registrationNo: { startsWith: '备审-2026-' }, receiverOrganId: organId('cityCommittee') } })).map((f) => Number(f.registrationNo?.slice(-4)))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: before + 3 }, (_, i) => i + 1))
  })

  test('several at once: each by itself, what is held back says why', async () => {
    const [good, held] = [await next('批量一'), await next('批量二', null)]
    const { results } = await body(await (await t.as('reception')).post('/api/receipt/register', { filings: [good, held] }))
    expect(results).toEqual([
      { id: good.id, registrationNo: expect.stringMatching(/^备审-2026-/), refused: null },
      { id: held.id, registrationNo: null, refused: expect.stringContaining('形式审查还有要处理的问题') },
    ])
    expect((await t.services.prisma.filing.findUniqueOrThrow({ where: { id: held.id } })).state).toBe('submitted')
  })

  test('a finding that must be dealt with holds it back until the clerk says how', async () => {
    const filing = await next('缺公布日期的办法', null)
    const reception = await t.as('reception')
    const taken = await body(await reception.post(`/api/filings/${filing.id}/receive`, {}, { revision: filing.revision }))
    expect((await reception.post(`/api/filings/${filing.id}/register`, {}, { revision: taken.revision })).status).toBe(409)
    expect((await reception.post(`/api/filings/${filing.id}/findings`, { key: 'noPublicationDate:', reason: ' ' }, { revision: taken.revision })).status).toBe(422)
    const settled = await body(await reception.post(`/api/filings/${filing.id}/findings`, { key: 'noPublicationDate:', reason: '已电话核实为2026年3月1日' }, { revision: taken.revision }))
    expect(settled.check.findings.find((f: { code: string }) => f.code === 'noPublicationDate').settled).toMatchObject({ reason: '已电话核实为2026年3月1日', byName: '接收甲' })
    expect((await reception.post(`/api/filings/${filing.id}/register`, {}, { revision: settled.revision })).status).toBe(200)
  })

  test('nobody receives a filing of their own organ', async () => {
    const filing = await next('本单位的办法')
    const membership = await t.services.prisma.membership.create({ data: { id: newId(), personId: personId('reception'), organId: organId('cityGovernmentOffice'), role: 'drafter', from: toDateColumn('2018-01-01') } })
    const refused = await (await t.as('reception')).post(`/api/filings/${filing.id}/register`, {}, { revision: filing.revision })
    await t.services.prisma.membership.delete({ where: { id: membership.id } })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('不能由你接收登记')
  })
})

describe('退回补正', () => {
  test('names what to correct, sets the date, makes the notice; the maker corrects and it begins again', async () => {
    const filing = await submitted(t, { title: '补正的办法', documentNo: '甲政办发〔2026〕90号' })
    const reception = await t.as('reception')
    const clerk = await t.as('city-clerk')
    const asked = await body(await reception.post(`/api/filings/${filing.id}/correction`, { items: ['补交公平竞争审查结论', '更正施行日期'] }, { revision: filing.revision }))
    expect(asked).toMatchObject({ state: { id: 'pendingCorrection' }, correctionItems: ['补交公平竞争审查结论', '更正施行日期'], deadline: { key: 'correction', dueOn: '2026-03-27' } })
    const seen = await body(await clerk.get(`/api/filings/${filing.id}`))
    expect(seen).toMatchObject({ correctionItems: asked.correctionItems, deadline: { key: 'correction' } })
    expect(seen.papers.map((p: { kind: string }) => p.kind)).toContain('correctionNotice')
    expect(seen.actions.map((a: { key: string }) => a.key)).toContain('resubmitCorrection')

    const edited = await body(await clerk.patch(`/api/filings/${filing.id}`, { effectiveFrom: '2026-05-01', makerOrganId: organId('cityCourt') }, seen.revision))
    expect(edited).toMatchObject({ effectiveFrom: '2026-05-01', maker: { name: '甲市人民政府办公室' } })
    await clerk.post(`/api/filings/${filing.id}/materials`, { kind: 'electronicText', fileId: await upload(clerk, await wordFile(smallText('补正的办法', '二十日'))) })
    const back = await body(await clerk.post(`/api/filings/${filing.id}/resubmit`, { note: '已补正' }, { revision: edited.revision }))
    expect(back).toMatchObject({ state: { id: 'receiving' }, deadline: { key: 'formalCheck' } })
    expect(back.versionId).not.toBe(seen.versionId)
    expect(await t.services.prisma.version.findUniqueOrThrow({ where: { id: back.versionId } })).toMatchObject({ correctionOfId: seen.versionId })
    expect(await t.services.prisma.filingMaterial.count({ where: { filingId: filing.id, kind: 'electronicText' } })).toBe(2)
  })

  test('overdue after its date, once, by the clock; the maker may still correct', async () => {
    const filing = await next('逾期的办法')
    await (await t.as('reception')).post(`/api/filings/${filing.id}/correction`, { items: ['补交说明'] }, { revision: filing.revision })
    const stepsOverdue = () => t.services.prisma.caseEvent.count({ where: { filingId: filing.id, transition: 'overdue' } })
    t.setToday('2026-03-27')
    await markOverdueCorrections(t.services)
    expect(await stepsOverdue()).toBe(0)
    t.setToday('2026-03-28')
    await markOverdueCorrections(t.services)
    await markOverdueCorrections(t.services)
    expect(await stepsOverdue()).toBe(1)
    const late = await body(await (await t.as('city-clerk')).get(`/api/filings/${filing.id}`))
    expect(late).toMatchObject({ state: { id: 'overdueCorrection', label: '补正逾期' } })
    expect((await (await t.as('city-clerk')).post(`/api/filings/${filing.id}/resubmit`, {}, { revision: late.revision })).status).toBe(200)
  })
})

describe('退回', () => {
  test('needs a reason, names the right addressee, and is told to the maker with a paper', async () => {
    const filing = await next('退回的办法')
    const reception = await t.as('reception')
    expect((await reception.post(`/api/filings/${filing.id}/return`, { reason: '' }, { revision: filing.revision })).status).toBe(422)
    const returned = await body(await reception.post(`/api/filings/${filing.id}/return`, { reason: '县政府文件应当报县人大常委会', rightAddressee: '乙县人大常委会' }, { revision: filing.revision }))
    expect(returned).toMatchObject({ state: { id: 'returnedOutOfScope' }, outcome: { id: 'returnedOutOfScope', label: '不属于备案范围' }, registrationNo: null })
    const seen = await body(await (await t.as('city-clerk')).get(`/api/filings/${filing.id}`))
    expect(seen.papers.map((p: { kind: string }) => p.kind)).toContain('returnNotice')
    expect(seen.events.at(-1)).toMatchObject({ transition: 'returnOutOfScope', note: expect.stringContaining('乙县人大常委会') })
  })
})

describe('on paper', () => {
  test('the clerk enters it for the maker, on the day it came, and registers it', async () => {
    const reception = await t.as('reception')
    const fileId = await upload(reception, await wordFile(smallText('纸质的意见')))
    const { contactPhone: _phone, ...fields } = entries('纸质的意见', '甲中法发〔2026〕1号')
    const entered = await body(await reception.post('/api/receipt/paper', { ...fields, documentKind: 'courtGuidance', makerOrganId: organId('cityCourt'), receivedOn: '2026-03-10', materials: [{ kind: 'electronicText', fileId }] }))
    expect(entered).toMatchObject({ state: { id: 'receiving' }, onPaper: true, receivedOn: '2026-03-10', maker: { name: '甲市中级人民法院' }, versionId: expect.any(String), deadline: { key: 'formalCheck', startOn: '2026-03-10' } })
    expect((await (await t.as('court-clerk')).get(`/api/filings/${entered.id}`)).status).toBe(200)
    const settled = await body(await reception.post(`/api/filings/${entered.id}/materials`, { kind: 'sealedText', notApplicableReason: '纸质原件存档' }))
    expect(settled.check.findings.find((f: { material: string }) => f.material === 'sealedText')).toMatchObject({ severity: 'check' })
  })

  test.each([
    ['a date to come', { receivedOn: '2026-03-13' }, '收到日期不能晚于今天'],
    ['an unknown maker', { makerOrganId: '0199aaaa-0000-7000-8000-000000000000' }, '机关名录'],
    ['no title', { title: '' }, '文件名称'],
  ])('%s is refused with a sentence and leaves nothing behind', async (_name, wrong, sentence) => {
    const before = await t.services.prisma.filing.count()
    const refused = await (await t.as('reception')).post('/api/receipt/paper', { title: '某意见', documentNo: '甲中法发〔2026〕9号', makerOrganId: organId('cityCourt'), receivedOn: '2026-03-10', ...wrong })
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(await refused.text()).toContain(sentence)
    expect(await t.services.prisma.filing.count()).toBe(before)
  })
})

describe('lists', () => {
  test('the receipt list tells what the program found', async () => {
    const filing = await next('列表里的办法', '2026-01-02')
    const { items } = await body(await (await t.as('reception')).get('/api/receipt?limit=200'))
    const row = items.find((i: { id: string }) => i.id === filing.id)
    expect(row).toMatchObject({ state: { label: '已报送' }, mustCount: 0, clean: true })
    expect(row.findings).toEqual([expect.objectContaining({ code: 'late', message: expect.stringContaining('迟报') })])
  })

  test('the ledger says on time or late, pages by cursor without a gap, and exports what is shown', async () => {
    const clerk = await t.as('court-clerk')
    for (const [n, promulgated] of [[1, '2026-03-01'], [2, null], [3, '2026-03-01'], [4, '2026-02-01']] as const) await clerk.post('/api/filings', { title: `台账${n}`, documentNo: `甲中法发〔2026〕8${n}号`, promulgated })
    const all = await body(await clerk.get('/api/ledger?limit=200'))
    const paged: { id: string }[] = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const part = await body(await clerk.get(`/api/ledger?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`))
      paged.push(...part.items)
      cursor = part.next
    }
    expect(paged.map((i) => i.id)).toEqual(all.items.map((i: { id: string }) => i.id))
    expect(all.items[0]).toMatchObject({ title: '台账2', remark: '没有填公布日期' })
    expect(all.items.find((i: { title: string }) => i.title === '台账4')).toMatchObject({ dueOn: '2026-03-03', late: true, remark: '逾期 9 天' })
    const xlsx = await clerk.get('/api/ledger.xlsx?q=台账')
    expect([xlsx.status, xlsx.headers.get('content-type')]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'])
    expect(await body(await clerk.get('/api/ledger-summary?year=2026'))).toMatchObject({ year: 2026, filed: 1 })
  })
})

describe('reminders before the thirty days run out', () => {
  test.each([
    ['2026-04-01', 0, 'eight days before'],
    ['2026-04-02', 1, 'seven days before'],
    ['2026-04-03', 1, 'the day after, the same one'],
    ['2026-04-06', 2, 'three days before'],
    ['2026-04-09', 3, 'the last day'],
    ['2026-04-10', 4, 'the first day late'],
  ])('on %s %d notices so far (%s)', async (today, count) => {
    const clerk = await t.as('county-government-clerk')
    t.setToday('2026-03-12')
    const existing = await t.services.prisma.filing.findFirst({ where: { title: '要提醒的办法' } })
    const id = existing?.id ?? (await body(await clerk.post('/api/filings', { title: '要提醒的办法', promulgated: '2026-03-10' }))).id
    t.setToday(today)
    await remindFilings(t.services)
    await remindFilings(t.services)
    expect(await t.services.prisma.notice.count({ where: { entityId: id } })).toBe(count)
    t.setToday('2026-03-12')
  })

  test('a document that the library knows and nobody has begun to file is reminded of too', async () => {
    const workId = newId()
    const versionId = newId()
    await t.services.prisma.work.create({ data: { id: workId, key: `w${workId.slice(-8)}`, title: '没有报备的办法', issuer: '乙县人民政府', organId: organId('countyGovernment'), documentKind: 'normativeDocument', rank: 9 } })
    await t.services.prisma.version.create({ data: { id: versionId, workId, dateKey: '2026-03-01', title: '没有报备的办法', effectiveBasis: 'stated', promulgated: toDateColumn('2026-02-12'), tree: {}, text: '', textDigest: 'x', articleCount: 0 } })
    await remindFilings(t.services)
    expect(await t.services.prisma.notice.count({ where: { entityId: versionId, personId: personId('county-government-clerk') } })).toBe(1)
    expect(await body(await (await t.as('county-government-clerk')).get('/api/ledger-summary?year=2026'))).toMatchObject({ unfiled: [{ title: '没有报备的办法', dueOn: '2026-03-16' }] })
  })
})
