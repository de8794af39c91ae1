import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { shanghaiDate } from '../platform/config/clock.ts'
import { createTestApp, type TestApp, type TestClient } from '../testing/create-test-app.ts'
import { organId, personId } from '../testing/test-organs.ts'
import { createReviewWorld, type ReviewWorld, storeText } from './testing/review-world.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'

let t: TestApp
let world: ReviewWorld
let reviewer: TestClient
let chief: TestClient
beforeAll(async () => {
  t = await createTestApp()
  reviewer = await t.as('reviewer')
  chief = await t.as('chief')
})
afterAll(() => t.close())

const read = async <T = Record<string, unknown>>(response: Response): Promise<T> => (await response.json()) as T
const path = (rest = '') => `/api/review/${world.filingId}${rest}`

describe('the workbench', () => {
  beforeAll(async () => {
    world = await createReviewWorld(t.services)
  })

  test('gives text, date that is judged, standards, marks, the text before and the same matter elsewhere in one answer', async () => {
    const response = await reviewer.get(path())
    const bench = await read<{ text: { tree: { articles: { number: string }[] } }; standards: unknown[]; marginMarks: Record<string, { word: string }[]>; parallel: { versionId: string }[] }>(response)
    expect(response.headers.get('etag')).toBe('"1"')
    expect(bench).toMatchObject({ judgedOn: '2026-02-01', filing: { title: '甲市城市养犬管理办法', state: { id: 'underReview' } }, previous: { versionId: world.previousId, why: 'sameTitle' }, rights: { review: true, flag: true, confirm: false } })
    expect(bench.text.tree.articles).toHaveLength(6)
    expect(bench.standards).toHaveLength(4)
    expect(bench.marginMarks['art_4']?.map((m) => m.word)).toEqual(expect.arrayContaining(['罚款', '没收', '失信', '“可以”']))
    expect(bench.parallel.map((p) => p.versionId)).toContain(world.parallelId)
  })

  test('is closed to the maker, whatever other role the person holds', async () => {
    const clerk = await t.as('city-clerk')
    expect((await clerk.get(path())).status).toBe(403)
    const membership = newId()
    await t.services.prisma.membership.create({ data: { id: membership, personId: personId('city-clerk'), organId: organId('cityLegal'), role: 'reviewer', from: toDateColumn('2018-01-01') } })
    expect((await clerk.get(path())).status).toBe(403)
    await t.services.prisma.membership.delete({ where: { id: membership } })
  })
})

type RelatedAnswer = { related: { versionId: string; title: string; label: string; lines: string[]; why: string; standing: string; sanctions: { differs: boolean }[]; versions: { versionId: string }[]; eId: string; sharedPhrases: string[] }[]; notInLibrary: string[] }
const related = async (article: string, on?: string) => read<RelatedAnswer>(await reviewer.get(path(`/provisions/${article}/related${on === undefined ? '' : `?on=${on}`}`)))

describe('superior provisions', () => {
  beforeAll(async () => {
    world = await createReviewWorld(t.services)
  })

  test('the relevant ones stand among the first five, unasked, with what they share and what they attach to the act', async () => {
    const first = (await related('art_4')).related.slice(0, 5)
    expect(first.map((r) => `${r.title}${r.label}`)).toEqual(expect.arrayContaining(['甲省养犬管理条例第四条', '中华人民共和国治安管理处罚法第三条']))
    const province = first.find((r) => r.title === '甲省养犬管理条例' && r.label === '第四条')
    expect(province?.sanctions.some((s) => s.differs)).toBe(true)
    expect(province?.sharedPhrases.join()).toContain('恐吓')
  })

  test.each([
    ['2025-12-31', '二百元以上五百元以下', 'inForce'],
    ['2026-02-01', '一千元以下', 'inForce'],
    ['2012-06-01', '二百元以上五百元以下', 'notYet'],
  ])('on %s the text of that date is given: %s', async (on, fine, standing) => {
    const law = (await related('art_4', on)).related.find((r) => r.title === '中华人民共和国治安管理处罚法' && r.label === '第三条')
    expect(law?.lines.join('')).toContain(fine)
    expect(law?.standing).toBe(standing)
    expect(law?.versions).toHaveLength(2)
  })

  test('a provision is followed into another version by its identity', async () => {
    const law = (await related('art_4')).related.find((r) => r.versionId === world.security2026 && r.label === '第三条')
    const other = await read(await reviewer.get(path(`/provisions/art_4/superior?versionId=${world.security2026}&superiorEId=${law?.eId}&asIn=${world.security2013}`)))
    expect(other).toMatchObject({ versionId: world.security2013, standing: 'ended', label: '第三条', lines: [expect.stringContaining('二百元以上五百元以下')] })
  })

  test('a superior law that was renamed is one: found by its old name, shown in the text in force, followed under both', async () => {
    const rule = (fine: string) => `第一条 为了加强犬只经营管理，保护公民人身安全，制定本规定。
第二条 携犬外出未用犬绳牵引，放任犬只恐吓他人的，由公安机关责令改正，处${fine}罚款。`
    const old = await storeText(t.services, { title: '甲省犬只管理规定', issuer: '甲省人民代表大会常务委员会', kind: 'localRegulation', text: rule('十元以上五十元以下'), effectiveFrom: '2010-01-01' })
    const renamed = await storeText(t.services, { title: '甲省犬只管理和服务规定', issuer: '甲省人民代表大会常务委员会', kind: 'localRegulation', text: rule('三十元以上九十元以下'), effectiveFrom: '2025-01-01' })
    const [of, now] = await Promise.all([old, renamed].map((id) => t.services.prisma.version.findUniqueOrThrow({ where: { id }, select: { workId: true } })))
    await t.services.prisma.work.update({ where: { id: of?.workId ?? '' }, data: { sameAsId: now?.workId ?? '' } })
    const both = (await related('art_4')).related.filter((r) => r.title.startsWith('甲省犬只管理') && r.label === '第二条')
    expect(both.map((r) => [r.title, r.versionId, r.standing, r.versions.length])).toEqual([['甲省犬只管理和服务规定', renamed, 'inForce', 2]])
    const before = await read(await reviewer.get(path(`/provisions/art_4/superior?versionId=${renamed}&superiorEId=art_2&asIn=${old}`)))
    expect(before).toMatchObject({ versionId: old, label: '第二条', lines: [expect.stringContaining('十元以上五十元以下')] })
    // 判断日有效的是新名下的文本
    const flag = { passage: [{ eId: 'art_4__para_1', start: 0, exact: '养犬人携犬外出' }], standard: 'legality', code: 'PENALTY', severity: 'serious', reason: '和上位法不一致。', suggestion: '', judgedOn: '2026-02-01' }
    const refused = await reviewer.post(path('/flags'), { ...flag, superior: { source: 'library', versionId: old, eId: 'art_2' } })
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('2025-01-01 起施行的版本')])
    expect((await reviewer.post(path('/flags'), { ...flag, superior: { source: 'library', versionId: renamed, eId: 'art_2' } })).status).toBe(201)
  })

  test('what the article cites stands first, and what the library lacks is named', async () => {
    const answer = await related('art_1')
    expect(answer.notInLibrary).toEqual(['中华人民共和国消失法'])
    expect((await related('art_4')).notInLibrary).toEqual([])
  })

  test('the local law of another province is not superior to the document', async () => {
    for (const article of ['art_3', 'art_4', 'art_5']) expect((await related(article)).related.map((r) => r.title)).not.toContain('丁省养犬管理条例')
  })

  test('search being down leaves the cited law and says so', async () => {
    const { search } = t.services
    const { SearchUnavailable } = await import('../../search/index.ts')
    t.services.search = { ...search, search: () => Promise.reject(new SearchUnavailable('test', 'unreachable')) }
    try {
      const answer = await read<RelatedAnswer & { degraded: string | null }>(await reviewer.get(path('/provisions/art_5/related')))
      expect(answer.degraded).toContain('检索服务暂时不可用')
      expect(answer.related[0]).toMatchObject({ title: '甲省养犬管理条例', label: '第三条' })
    } finally {
      t.services.search = search
    }
  })

  test.each([
    ['2026-02-01', null, '一千元以下'],
    ['2012-06-01', '演示文本', '三百元以下'],
  ])('of a law that a collection holds too, the text in force on %s is shown once (of %s)', async (on, collection, fine) => {
    const excerpt = { title: '中华人民共和国治安管理处罚法', issuer: '全国人民代表大会常务委员会', kind: 'law', collection: '演示文本' }
    const article = (words: string) => `第三条 饲养动物，干扰他人正常生活的，处警告；警告后不改正的，或者放任动物恐吓他人的，处${words}罚款。`
    const before = await storeText(t.services, { ...excerpt, text: article('三百元以下'), effectiveFrom: '2006-03-01', effectiveTo: '2013-01-01' })
    await storeText(t.services, { ...excerpt, text: article('九百元以下'), effectiveFrom: '2026-01-01' })
    const law = (await related('art_4', on)).related.filter((r) => r.title === excerpt.title && r.label === '第三条')
    expect(law.map((r) => [r.standing, r.lines.join('').includes(fine)])).toEqual([['inForce', true]])
    expect(law[0]?.versionId === before).toBe(collection !== null)
  })
})

describe('texts beside the document', () => {
  beforeAll(async () => {
    world = await createReviewWorld(t.services)
  })

  test('the text before it is proposed, compared article by article, and confirmed by a person', async () => {
    const answer = await read<{ comparison: { rows: { kind: string; new: { number: string }[] }[] } }>(await reviewer.get(path('/comparison/previous')))
    expect(answer.comparison.rows.filter((r) => r.kind === 'changed').flatMap((r) => r.new.map((n) => n.number))).toEqual(expect.arrayContaining(['第四条', '第五条']))
    expect((await reviewer.put(path('/previous-version'), { versionId: world.previousId }, 1)).status).toBe(200)
    expect(await read(await reviewer.get(path()))).toMatchObject({ previous: { versionId: world.previousId, why: 'confirmed' }, filing: { revision: 2 } })
    expect((await reviewer.put(path('/previous-version'), { versionId: null }, 1)).status).toBe(412)
  })

  test('another place’s document is found and compared', async () => {
    const { items } = await read<{ items: { versionId: string }[] }>(await reviewer.get(path('/parallel')))
    expect(items[0]?.versionId).toBe(world.parallelId)
    expect(await read(await reviewer.get(path(`/comparison/${world.parallelId}`)))).toMatchObject({ beside: { title: '戊市城市养犬管理办法' }, comparison: { summary: { changed: 1 } } })
  })

  test('the unpublished document of another committee’s case is not shown beside it', async () => {
    const versionId = await storeText(t.services, { title: '乙县城市养犬管理办法', issuer: '乙县人民政府', kind: 'normativeDocument', text: '第一条 乙县养犬人应当登记。', effectiveFrom: '2026-01-01', published: false })
    await t.services.prisma.filing.create({
      data: {
        id: newId(), state: 'underReview', procedureVersion: '1', title: '乙县城市养犬管理办法', documentKind: 'normativeDocument', makerOrganId: organId('countyGovernment'), filedByOrganId: organId('countyGovernment'),
        receiverOrganId: organId('countyCommittee'), createdBy: personId('county-government-clerk'), versionId,
      },
    })
    expect((await reviewer.get(path(`/comparison/${versionId}`))).status).toBe(404)
    expect((await (await reviewer.get(path('/parallel'))).text())).not.toContain(versionId)
  })
})

describe('the four standards', () => {
  beforeEach(async () => {
    world = await createReviewWorld(t.services)
  })

  test('are ticked by name with who and when, and taken back', async () => {
    expect((await reviewer.put(path('/standards/policy'), { result: 'noProblem' })).status).toBe(200)
    const bench = await read<{ standards: { standard: string; at: string }[] }>(await reviewer.get(path()))
    const tick = bench.standards.find((s) => s.standard === 'policy')
    expect(tick).toMatchObject({ result: 'noProblem', byName: '审查甲' })
    expect(shanghaiDate(new Date(tick?.at ?? ''))).toBe('2026-03-12')
    expect((await reviewer.delete(path('/standards/policy'))).status).toBe(200)
    expect(await t.services.prisma.standardTick.count({ where: { filingId: world.filingId } })).toBe(0)
  })

  test('cannot be ticked as without problem while a flag of that standard stands', async () => {
    await reviewer.post(path('/flags'), { passage: [{ eId: 'art_5__para_1', start: 0, exact: '犬只' }], standard: 'legality', code: 'INCONSISTENT', severity: 'serious', reason: '期限缩短', judgedOn: '2026-02-01' })
    const refused = await reviewer.put(path('/standards/legality'), { result: 'noProblem' })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('合法性还有 1 处标注没有处理')
    expect((await reviewer.put(path('/standards/legality'), { result: 'problem' })).status).toBe(200)
  })

  test('are not ticked by one who drafted the document', async () => {
    await t.services.prisma.filing.update({ where: { id: world.filingId }, data: { drafterIds: [personId('reviewer')] } })
    expect((await reviewer.put(path('/standards/policy'), { result: 'noProblem' })).status).toBe(409)
    expect((await chief.put(path('/standards/policy'), { result: 'noProblem' })).status).toBe(200)
  })
})

test('the reviewer who starts a case without one becomes its reviewer', async () => {
  world = await createReviewWorld(t.services, 'distributed')
  await t.services.prisma.filing.update({ where: { id: world.filingId }, data: { reviewerId: null } })
  expect((await (await t.as('second-reviewer')).post(path('/start'), {}, { revision: 1 })).status).toBe(200)
  expect(await t.services.prisma.filing.findUnique({ where: { id: world.filingId } })).toMatchObject({ state: 'underReview', reviewerId: personId('second-reviewer') })
})

test('a note is kept for those who review, and the maker never reads it', async () => {
  world = await createReviewWorld(t.services)
  expect((await reviewer.post(path('/notes'), { text: '待查立法资料' })).status).toBe(201)
  expect(await read(await chief.get(path()))).toMatchObject({ notes: [{ by: '审查甲', text: '待查立法资料' }] })
  expect(await (await (await t.as('city-clerk')).get(`/api/filings/${world.filingId}`)).text()).not.toContain('待查立法资料')
})
