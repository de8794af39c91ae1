import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { layOutMissingPapers } from '../../file/index.ts'
import { newId } from '../../platform/ids.ts'
import { createTestApp, type TestApp } from '../../testing/create-test-app.ts'
import { organId, personId } from '../../testing/test-organs.ts'
import { body, completeDraft, entries, sealedFile, smallText, submitted, upload, wordFile } from '../testing/filing-steps.ts'

// files are uploaded, compared and laid out as PDF: slow where other tests run beside it
vi.setConfig({ testTimeout: 120_000 })

let t: TestApp
beforeAll(async () => {
  t = await createTestApp({ today: '2026-03-12' })
})
afterAll(() => t.close())

const finding = (filing: { check: { findings: { code: string; severity: string; message: string; material: string | null }[] } }, code: string) => filing.check.findings.find((f) => f.code === code)

describe('a draft', () => {
  test('needs nothing but its maker, proposes the addressee and counts the days', async () => {
    const clerk = await t.as('city-clerk')
    const empty = await body(await clerk.post('/api/filings', {}))
    expect(empty).toMatchObject({ state: { id: 'draft', label: '未报送', sign: '○' }, receiver: { name: '甲市人大常委会' }, deadline: null, revision: 1 })
    const saved = await body(await clerk.patch(`/api/filings/${empty.id}`, { promulgated: '2026-02-24' }, 1))
    expect(saved.deadline).toMatchObject({ dueOn: '2026-03-26', remaining: { kind: 'left', amount: 14 }, standing: '外省市参考·待确认' })
  })

  test('keeps every entry of the form', async () => {
    const clerk = await t.as('city-clerk')
    const created = await body(await clerk.post('/api/filings', {}))
    const given = { ...entries('某某办法', '甲政办发〔2026〕1号'), traits: ['affectsOperators'], drafterIds: [personId('reviewer')], keywords: ['招牌'] }
    const saved = await body(await clerk.patch(`/api/filings/${created.id}`, given, 1))
    const { documentKind, drafterIds, traits, ...plain } = given
    expect(saved).toMatchObject({ ...plain, documentKind: { id: documentKind }, drafters: drafterIds.map((id) => ({ id })), traits: expect.arrayContaining(traits) })
  })

  test('keeps its joint makers in the order of the paper, knows an organ by its name, and marks one that the register lacks', async () => {
    const clerk = await t.as('city-clerk')
    const created = await body(await clerk.post('/api/filings', { makerOrganId: organId('cityGovernment') }))
    const jointMakers = [
      { organId: null, name: '某军分区' }, { organId: organId('cityCourt'), name: '随便什么' }, { organId: null, name: ' 乙县人民政府 ' },
      { organId: organId('cityGovernment'), name: '甲市人民政府' }, { organId: null, name: '某军分区' },
    ]
    const saved = await body(await clerk.patch(`/api/filings/${created.id}`, { jointMakers }, 1))
    expect(saved.jointMakers).toEqual([{ id: null, name: '某军分区' }, { id: organId('cityCourt'), name: '甲市中级人民法院' }, { id: organId('countyGovernment'), name: '乙县人民政府' }])
    expect(await t.services.prisma.filing.findUniqueOrThrow({ where: { id: created.id } })).toMatchObject({ jointMakerIds: [organId('cityCourt'), organId('countyGovernment')], jointMakersText: '某军分区、甲市中级人民法院、乙县人民政府' })
    const without = await body(await clerk.patch(`/api/filings/${created.id}`, { jointMakers: [] }, saved.revision))
    expect(without.jointMakers).toEqual([])
  })

  test.each([
    ['jointMakers', { jointMakers: [{ organId: newId(), name: '某局' }] }, '不在机关名录里'],
    ['drafterIds', { drafterIds: [newId()] }, '不在系统里'],
  ])('refuses unknown %s and says what to do', async (path, fields, sentence) => {
    const clerk = await t.as('city-clerk')
    const created = await body(await clerk.post('/api/filings', {}))
    const refused = await clerk.patch(`/api/filings/${created.id}`, fields, 1)
    expect(refused.status).toBe(422)
    expect((await body(refused)).errors).toEqual([{ path, message: expect.stringContaining(sentence) }])
  })

  test.each([
    ['city-clerk', '', ['报备甲', '提案甲', '起草甲']],
    ['city-clerk', '审', []],
    ['city-clerk', '审查', ['县审查', '丙县审查', '审查乙', '审查甲', '省审查']],
    ['city-clerk', 'second-rev', ['审查乙']],
    ['reception', '报备院', ['报备院']],
    ['reviewer', '审查', []],
  ])('%s finds who drafted by “%s”: %j', async (username, words, names) => {
    const { people } = await body(await (await t.as(username)).get(`/api/filing-people?q=${encodeURIComponent(words)}`))
    expect(people.map((p: { name: string }) => p.name).toSorted()).toEqual(names.toSorted())
    expect(people.every((p: object) => !('username' in p))).toBe(true)
  })

  test('is not overwritten by somebody who saw an older one', async () => {
    const clerk = await t.as('city-clerk')
    const created = await body(await clerk.post('/api/filings', {}))
    await clerk.patch(`/api/filings/${created.id}`, { title: '甲' }, 1)
    const late = await clerk.patch(`/api/filings/${created.id}`, { title: '乙' }, 1)
    expect(late.status).toBe(412)
    expect(await body(await clerk.get(`/api/filings/${created.id}`))).toMatchObject({ title: '甲' })
  })

  test.each(['get', 'patch', 'delete'] as const)('of another organ is not found (%s)', async (method) => {
    const created = await body(await (await t.as('city-clerk')).post('/api/filings', {}))
    const other = await t.as('court-clerk')
    const path = `/api/filings/${created.id}`
    const response = method === 'get' ? await other.get(path) : method === 'patch' ? await other.patch(path, { title: '改' }, 1) : await other.delete(path, 1)
    expect(response.status).toBe(404)
  })

  test('is deleted with what hangs on it', async () => {
    const clerk = await t.as('city-clerk')
    const draft = await completeDraft(t, { title: '要删的办法', documentNo: '甲政办发〔2026〕2号' })
    expect((await clerk.delete(`/api/filings/${draft.id}`, draft.revision)).status).toBe(200)
    expect((await clerk.get(`/api/filings/${draft.id}`)).status).toBe(404)
    expect(await t.services.prisma.filingMaterial.count({ where: { filingId: draft.id } })).toBe(0)
  })

  test('may be for the government and its departments when the general office files, and for nobody else', async () => {
    const clerk = await t.as('city-clerk')
    expect(await body(await clerk.post('/api/filings', { makerOrganId: organId('cityGovernment') }))).toMatchObject({ maker: { name: '甲市人民政府' }, filedBy: { name: '甲市人民政府办公室' } })
    const refused = await clerk.post('/api/filings', { makerOrganId: organId('cityCourt') })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('您不能替这个机关报备')
  })

  test.each([
    ['cityGovernment', 'governmentRule', '甲市人大常委会'],
    ['countyCommittee', 'resolutionDecision', '甲市人大常委会'],
    ['countyGovernment', 'normativeDocument', '乙县人大常委会'],
    ['cityCourt', 'courtGuidance', '甲市人大常委会'],
  ])('%s files a %s with %s', async (makerKey, documentKind, receiver) => {
    const clerks: Record<string, string> = { cityGovernment: 'city-clerk', countyCommittee: 'county-clerk', countyGovernment: 'county-government-clerk', cityCourt: 'court-clerk' }
    const created = await body(await (await t.as(clerks[makerKey] ?? '')).post('/api/filings', { makerOrganId: organId(makerKey), documentKind }))
    expect(created).toMatchObject({ receiver: { name: receiver }, check: { wrongLine: false } })
  })
})

describe('what the program finds in a draft', () => {
  test('says what is missing, and asks for nothing that does not apply', async () => {
    const clerk = await t.as('city-clerk')
    const created = await body(await clerk.post('/api/filings', entries('缺材料的办法', '甲政办发〔2026〕20号')))
    const missing = created.check.findings.filter((f: { code: string }) => f.code === 'missingMaterial').map((f: { material: string }) => f.material)
    expect(missing.toSorted()).toEqual(['basis', 'electronicText', 'explanation', 'legalityReview', 'sealedText'])
    const withOperators = await body(await clerk.patch(`/api/filings/${created.id}`, { traits: ['affectsOperators'] }, created.revision))
    expect(withOperators.check.findings.some((f: { material: string }) => f.material === 'fairCompetitionReview')).toBe(true)
  })

  test('a reason takes the place of a material', async () => {
    const clerk = await t.as('city-clerk')
    const created = await body(await clerk.post('/api/filings', entries('有原因的办法', '甲政办发〔2026〕21号')))
    const given = await body(await clerk.post(`/api/filings/${created.id}/materials`, { kind: 'legalityReview', notApplicableReason: '审核意见正在补办' }))
    expect(given.check.findings.find((f: { material: string }) => f.material === 'legalityReview')).toMatchObject({ severity: 'check', message: expect.stringContaining('正在补办') })
  })

  test('the same number of the same maker is a duplicate, however it is written', async () => {
    await submitted(t, { title: '第一份', documentNo: '甲政办发〔2026〕30号' })
    const again = await body(await (await t.as('city-clerk')).post('/api/filings', entries('第二份', '甲政办发[2026]第30号')))
    expect(finding(again, 'duplicate')).toMatchObject({ severity: 'must', message: expect.stringContaining('第一份') })
  })
})

describe('the sameness check', () => {
  test('compares the sealed PDF with the Word text article by article, keeps both digests, and is made again for a new file', async () => {
    const draft = await completeDraft(t, { title: '两本不同的办法', documentNo: '甲政办发〔2026〕40号', wordPeriod: '十日' })
    const clerk = await t.as('city-clerk')
    const filing = await body(await clerk.get(`/api/filings/${draft.id}`))
    expect(filing.sameness).toMatchObject({ method: 'words', unexplained: 1, differences: [{ place: '第三条', grave: true, explanation: null }] })
    expect(filing.sameness.differences[0].sealed).toContain('十五日')
    expect(filing.sameness.differences[0].word).toContain('十日')
    expect(finding(filing, 'textsDiffer')).toMatchObject({ severity: 'must' })
    expect([filing.sameness.sealedSha256, filing.sameness.wordSha256].every((d: string) => /^[0-9a-f]{64}$/.test(d))).toBe(true)

    const explained = await body(await clerk.post(`/api/filings/${draft.id}/sameness/explanations`, { index: 0, text: '以盖章本为准' }))
    expect(explained.sameness).toMatchObject({ unexplained: 0, differences: [{ explanation: { text: '以盖章本为准', byName: '报备甲' } }] })

    const corrected = await body(await clerk.post(`/api/filings/${draft.id}/materials`, { kind: 'electronicText', fileId: await upload(clerk, await wordFile(smallText('两本不同的办法'))) }))
    expect(corrected.sameness).toMatchObject({ method: 'words', differences: [] })
    expect(finding(corrected, 'textsDiffer')).toMatchObject({ severity: 'ok' })
  })

  test('a text without articles is compared as a whole', async () => {
    const clerk = await t.as('city-clerk')
    const created = await body(await clerk.post('/api/filings', entries('关于某事的通告', '甲政办发〔2026〕41号')))
    const text = (days: string) => ({ title: '关于某事的通告', lines: [`现将有关事项通告如下，请在${days}内办理。`, '特此通告。'] })
    await clerk.post(`/api/filings/${created.id}/materials`, { kind: 'sealedText', fileId: await upload(clerk, await sealedFile(text('三十日'))) })
    const filing = await body(await clerk.post(`/api/filings/${created.id}/materials`, { kind: 'electronicText', fileId: await upload(clerk, await wordFile(text('二十日'))) }))
    expect(filing.sameness.differences).toEqual([expect.objectContaining({ grave: true })])
  })
})

describe('sending', () => {
  test('numbers the report, makes report and form as docx and PDF, keeps the text inside and tells the receiving clerk', async () => {
    const { id } = await submitted(t, { title: '户外招牌管理办法', documentNo: '甲政办发〔2026〕50号' })
    const clerk = await t.as('city-clerk')
    const filing = await body(await clerk.get(`/api/filings/${id}`))
    expect(filing).toMatchObject({ state: { id: 'submitted' }, submittedOn: '2026-03-12', filingReportNo: expect.stringMatching(/^甲政办规备字〔2026〕\d+号$/), flagsOnRecord: [], deadline: { key: 'formalCheck' } })
    const version = await t.services.prisma.version.findUniqueOrThrow({ where: { id: filing.versionId }, include: { provisions: true } })
    expect(version).toMatchObject({ title: '户外招牌管理办法', publishedAt: null, articleCount: 4 })
    const papers = await t.services.prisma.paper.findMany({ where: { filingId: id }, orderBy: { kind: 'asc' } })
    expect(papers.map((p) => p.kind)).toEqual(['filingForm', 'filingReport'])
    for (const paper of papers) {
      for (const fileId of [paper.docxFileId, paper.pdfFileId]) {
        expect((await clerk.get(`/api/files/${fileId ?? ''}/content`)).status).toBe(200)
        expect((await (await t.as('reception')).get(`/api/files/${fileId ?? ''}/content`)).status).toBe(200)
        expect((await (await t.as('court-clerk')).get(`/api/files/${fileId ?? ''}/content`)).status).toBe(404)
      }
    }
    expect(await t.services.prisma.notice.count({ where: { personId: personId('reception'), entityId: id } })).toBe(1)
  })

  test('a late one is marked and taken', async () => {
    const draft = await completeDraft(t, { title: '迟报的办法', documentNo: '甲政办发〔2026〕51号' })
    const clerk = await t.as('city-clerk')
    const moved = await body(await clerk.patch(`/api/filings/${draft.id}`, { promulgated: '2026-01-05' }, draft.revision))
    const sent = await body(await clerk.post(`/api/filings/${draft.id}/submit`, {}, { revision: moved.revision }))
    expect(sent).toMatchObject({ state: { id: 'submitted' }, flagsOnRecord: ['lateFiling'], check: { late: true } })
  })

  test('a wrong line is refused with the right addressee named, sent once confirmed, and shown to the receiver', async () => {
    const draft = await completeDraft(t, { title: '报错对象的办法', documentNo: '甲政办发〔2026〕52号' })
    const clerk = await t.as('city-clerk')
    const moved = await body(await clerk.patch(`/api/filings/${draft.id}`, { receiverOrganId: organId('countyCommittee') }, draft.revision))
    expect(moved.check).toMatchObject({ wrongLine: true, rightAddressee: { name: '甲市人大常委会' } })
    const warned = await clerk.post(`/api/filings/${draft.id}/submit`, {}, { revision: moved.revision })
    expect(warned.status).toBe(409)
    expect(await body(warned)).toMatchObject({ rule: 'lineConfirmed', detail: expect.stringContaining('甲市人大常委会'), rightAddressee: { name: '甲市人大常委会' } })
    const sent = await clerk.post(`/api/filings/${draft.id}/submit`, { wrongLineConfirmed: true }, { revision: moved.revision })
    expect(sent.status).toBe(200)
    const seen = await body(await (await t.as('county-reception')).get(`/api/filings/${draft.id}`))
    expect(finding(seen, 'wrongLine')).toMatchObject({ severity: 'must' })
  })

  test('what lacks a material or an entry is held with a sentence, and nothing is numbered', async () => {
    const clerk = await t.as('city-clerk')
    const bare = await body(await clerk.post('/api/filings', {}))
    const refused = await clerk.post(`/api/filings/${bare.id}/submit`, {}, { revision: 1 })
    expect(refused.status).toBe(422)
    expect((await body(refused)).errors.map((e: { path: string }) => e.path)).toEqual(['title', 'documentNo', 'promulgated', 'contactPhone'])
    const noMaterial = await body(await clerk.post('/api/filings', entries('没有材料的办法', '甲政办发〔2026〕53号')))
    const before = await t.services.prisma.registerCounter.findMany()
    const held = await clerk.post(`/api/filings/${noMaterial.id}/submit`, {}, { revision: 1 })
    expect(held.status).toBe(409)
    expect(await held.text()).toContain('还缺材料')
    expect(await t.services.prisma.registerCounter.findMany()).toEqual(before)
    expect(await t.services.prisma.paper.count({ where: { filingId: noMaterial.id } })).toBe(0)
  })

  test('sending twice with one key sends once; with another key it says what is the case', async () => {
    const draft = await completeDraft(t, { title: '提交两次的办法', documentNo: '甲政办发〔2026〕54号' })
    const clerk = await t.as('city-clerk')
    const key = newId()
    const first = await clerk.post(`/api/filings/${draft.id}/submit`, {}, { key, revision: draft.revision })
    const second = await clerk.post(`/api/filings/${draft.id}/submit`, {}, { key, revision: draft.revision })
    expect([first.status, second.status, second.headers.get('idempotency-replayed')]).toEqual([200, 200, 'true'])
    const third = await clerk.post(`/api/filings/${draft.id}/submit`, {}, { revision: draft.revision + 1 })
    expect(third.status).toBe(409)
    expect(await third.text()).toContain('已报送')
    expect(await t.services.prisma.caseEvent.count({ where: { filingId: draft.id, transition: 'submit' } })).toBe(1)
  })

  test('what breaks off in the middle leaves the draft as it was, with no number taken', async () => {
    const draft = await completeDraft(t, { title: '中断的办法', documentNo: '甲政办发〔2026〕56号' })
    const { prisma } = t.services
    const counters = await prisma.registerCounter.findMany()
    const versions = await prisma.version.count()
    await prisma.$executeRawUnsafe(`CREATE FUNCTION "breakOff"() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken off'; END $$`)
    await prisma.$executeRawUnsafe(`CREATE TRIGGER "BreaksOff" BEFORE INSERT ON "Notice" FOR EACH ROW EXECUTE FUNCTION "breakOff"()`)
    const broken = await (await t.as('city-clerk')).post(`/api/filings/${draft.id}/submit`, {}, { revision: draft.revision })
    await prisma.$executeRawUnsafe(`DROP FUNCTION "breakOff" CASCADE`)
    expect(broken.status).toBe(500)
    expect(await prisma.filing.findUniqueOrThrow({ where: { id: draft.id } })).toMatchObject({ state: 'draft', revision: draft.revision, filingReportNo: null, versionId: null })
    expect([await prisma.registerCounter.findMany(), await prisma.version.count(), await prisma.paper.count({ where: { filingId: draft.id } })]).toEqual([counters, versions, 0])
    expect((await (await t.as('city-clerk')).post(`/api/filings/${draft.id}/submit`, {}, { revision: draft.revision })).status).toBe(200)
  })

  test('a disk that is full after the sending leaves papers that are laid out later, with their numbers', async () => {
    const draft = await completeDraft(t, { title: '后排版的办法', documentNo: '甲政办发〔2026〕57号' })
    const { prisma, files } = t.services
    const put = files.put
    const kept = put.bind(files)
    // the text itself is read before; only what is laid out cannot be kept
    files.put = (bytes, ...more) => (bytes instanceof Uint8Array ? Promise.reject(new Error('the disk is full')) : kept(bytes, ...more))
    const sent = await (await t.as('city-clerk')).post(`/api/filings/${draft.id}/submit`, {}, { revision: draft.revision })
    files.put = put
    expect(sent.status).toBe(200)
    const papers = await prisma.paper.findMany({ where: { filingId: draft.id }, orderBy: { kind: 'asc' } })
    const clerk = await t.as('city-clerk')
    const fetched = async () => Promise.all(papers.map(async (p) => (await clerk.get(`/api/files/${p.pdfFileId ?? ''}/content`)).status))
    expect(await fetched()).toEqual([404, 404])
    expect(await layOutMissingPapers(t.services)).toBe(2)
    expect(await fetched()).toEqual([200, 200])
    expect(await layOutMissingPapers(t.services)).toBe(0)
    expect((await prisma.storedFile.findMany({ where: { id: { in: papers.map((p) => p.pdfFileId ?? '') } } })).map((f) => f.name).toSorted()).toEqual(['备案报告', '备案登记表'].map((label) => `${label}${papers.find((p) => p.kind === 'filingReport' && label === '备案报告')?.number ?? ''}.pdf`).toSorted())
  })

  test('a text with no article is taken with what the program could not read', async () => {
    const clerk = await t.as('city-clerk')
    const draft = await completeDraft(t, { title: '没有条文的通告', documentNo: '甲政办发〔2026〕55号' })
    await clerk.post(`/api/filings/${draft.id}/materials`, { kind: 'electronicText', fileId: await upload(clerk, await wordFile({ title: '没有条文的通告', lines: ['请各单位遵照执行。'] })) })
    const sent = await body(await clerk.post(`/api/filings/${draft.id}/submit`, {}, { revision: draft.revision }))
    const version = await t.services.prisma.version.findUniqueOrThrow({ where: { id: sent.versionId }, include: { sources: true } })
    expect(version.text).toContain('请各单位遵照执行。')
  })
})
