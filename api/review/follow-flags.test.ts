import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { parseText } from '../../law/text/index.ts'
import { storeVersion } from '../library/index.ts'
import { newId } from '../platform/ids.ts'
import { drainOutbox } from '../platform/jobs/index.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { createTestApp, type TestApp, type TestClient } from '../testing/create-test-app.ts'
import type { VersionFlag } from './flags-of-version.ts'
import type { Workbench } from './present-workbench.ts'
import { flagConsumer } from './tell-of-flags.ts'
import { createReviewWorld, type ReviewWorld } from './testing/review-world.ts'

let t: TestApp
let world: ReviewWorld
let reviewer: TestClient
// a library of its own for each: a later text of one test would follow those of another
beforeEach(async () => {
  t = await createTestApp()
  reviewer = await t.as('reviewer')
  world = await createReviewWorld(t.services)
})
afterEach(() => t.close())

const START = '养犬人携犬外出未用犬绳牵引，或者放任犬只恐吓他人的，'.length
const QUOTE = '由公安机关处三百元以上一千元以下罚款'
const bench = async (id: string): Promise<Workbench> => (await (await reviewer.get(`/api/review/${id}`)).json()) as Workbench
const raise = async (): Promise<string> => {
  const response = await reviewer.post(`/api/review/${world.filingId}/flags`, {
    passage: [{ eId: 'art_4__para_1', start: START, exact: QUOTE }], standard: 'legality', code: 'PENALTY', severity: 'serious', reason: '规范性文件不得设定行政处罚。', suggestion: '', judgedOn: '2026-02-01',
    superior: { source: 'library', versionId: world.province2026, eId: 'art_4' },
  })
  expect(response.status).toBe(201)
  return ((await response.json()) as { flagId: string }).flagId
}

/** The text of a version with every number from `from` on one higher and an article put in its place. */
async function textWithInserted(versionId: string, change: (text: string) => string): Promise<ReturnType<typeof parseText>> {
  const { text } = await t.services.prisma.version.findUniqueOrThrow({ where: { id: versionId }, select: { text: true } })
  const numbers = ['一', '二', '三', '四', '五', '六', '七', '八']
  const lines = change(text).split('\n').map((line) => line.replace(/^第([二三四五六])条/u, (_, n: string) => `第${numbers[numbers.indexOf(n) + 1] ?? ''}条`))
  const first = lines.findIndex((line) => line.startsWith('第三条'))
  return parseText([...lines.slice(0, first), '第二条　养犬管理实行政府主导、部门负责、基层组织参与、养犬人自律的原则，坚持管理和服务相结合。', ...lines.slice(first)].join('\n'))
}

async function storeAfter(versionId: string, options: { change?: (text: string) => string; on: string; corrects: boolean }): Promise<string> {
  const text = await textWithInserted(versionId, options.change ?? ((own) => own))
  const { workId, publishedAt } = await t.services.prisma.version.findUniqueOrThrow({ where: { id: versionId }, select: { workId: true, publishedAt: true } })
  const stored = await inTransaction(t.services, (work) =>
    storeVersion({
      work, workId, identity: { title: '', issuer: '', documentKind: '', rank: 9 },
      version: { text, effectiveFrom: options.on, effectiveBasis: 'stated', correctionOfId: options.corrects ? versionId : null, published: publishedAt === null ? null : { by: null, at: publishedAt } }, source: null,
    }),
  )
  return stored.versionId
}

async function refile(change: (text: string) => string): Promise<{ filingId: string; versionId: string }> {
  const versionId = await storeAfter(world.versionId, { change, on: '2026-02-01', corrects: true })
  const { id: _id, jointMakers, formalSettlements, ...old } = await t.services.prisma.filing.findUniqueOrThrow({ where: { id: world.filingId } })
  const filingId = newId()
  await t.services.prisma.filing.create({ data: { ...old, id: filingId, jointMakers: jointMakers ?? [], formalSettlements: formalSettlements ?? [], versionId, supersedesId: world.filingId, registrationNo: `备审-${filingId}` } })
  return { filingId, versionId }
}

describe('a flag on a document that is filed again', () => {
  test('is shown at its new place on both workbenches, and the flag itself is not touched', async () => {
    const flagId = await raise()
    const before = await t.services.prisma.reviewFlag.findUniqueOrThrow({ where: { id: flagId } })
    expect((await bench(world.filingId)).followed).toEqual([])
    const refiled = await refile((text) => text.replace('三百元以上一千元以下', '五十元以上二百元以下'))
    const old = await bench(world.filingId)
    expect(old.followed[0]).toMatchObject({
      flagId, superior: null, document: { sentence: '原第四条，现第五条', fate: 'changed', fateLabel: '有改动', words: 'changed', newExact: '由公安机关处五十元以上二百元以下罚款', places: [{ eId: 'art_5', label: '第五条', keepsIdentity: true }] },
    })
    const now = await bench(refiled.filingId)
    expect(now.carried).toMatchObject([{ flagId, filingId: world.filingId, side: 'document', label: '第四条第一款', exact: QUOTE, followed: { sentence: '原第四条，现第五条', versionId: refiled.versionId } }])
    expect(await t.services.prisma.reviewFlag.findUniqueOrThrow({ where: { id: flagId } })).toEqual(before)
  })

  test('says that its words were deleted while the article goes on', async () => {
    await raise()
    await refile((text) => text.replace('由公安机关处三百元以上一千元以下罚款；情节严重的，没收犬只，并在三年内不予办理养犬登记', '依照有关法律、法规处理'))
    expect((await bench(world.filingId)).followed[0]?.document).toMatchObject({ fate: 'changed', words: 'gone', sentence: '原第四条，现第五条' })
  })

  test('says that its article was deleted', async () => {
    await raise()
    await refile((text) => text.replace(/第四条[\s\S]*?(?=第五条)/u, ''))
    expect((await bench(world.filingId)).followed[0]?.document).toMatchObject({ fate: 'deleted', fateLabel: '已删去', sentence: '原第四条，已删去', places: [], words: 'gone', newExact: null })
  })
})

describe('a flag that rests on superior law', () => {
  test('says where the superior provision stands in a later text, step by step', async () => {
    const flagId = await raise()
    await storeAfter(world.province2026, { on: '2027-01-01', corrects: false })
    const [followed] = (await bench(world.filingId)).followed
    expect(followed).toMatchObject({ flagId, document: null, superior: { sentence: '原第四条，现第五条', fate: 'followed', words: 'kept', dateKey: '2027-01-01', title: '甲省养犬管理条例' } })
    expect(followed?.superior?.steps).toMatchObject([{ fromDateKey: expect.stringMatching(/^2026-01-01/u), toDateKey: '2027-01-01', fateLabel: '条文未变', byPerson: false }])
  })
})

describe('whoever reviews', () => {
  const notices = async (): Promise<{ title: string; body: string; link: string | null }[]> => {
    await drainOutbox(t.services, [flagConsumer])
    return t.services.prisma.notice.findMany({ where: { kind: 'flagsFollowed' }, orderBy: { id: 'asc' }, select: { title: true, body: true, link: true } })
  }

  test('is told once when a later text deletes the superior article that a flag rests on', async () => {
    await raise()
    await storeAfter(world.province2026, { change: (text) => text.replace(/第四条[\s\S]*?(?=第五条)/u, ''), on: '2027-01-01', corrects: false })
    expect(await notices()).toEqual([{ title: '标注的条文有变动：《甲省养犬管理条例》', body: expect.stringContaining('标注 1 的依据：原第四条，已删去'), link: `/review/${world.filingId}` }])
    expect(await notices()).toHaveLength(1)
  })

  test('is told when the marked article is gone from the text that is filed again', async () => {
    await raise()
    await refile((text) => text.replace(/第四条[\s\S]*?(?=第五条)/u, ''))
    expect(await notices()).toMatchObject([{ body: expect.stringContaining('标注 1：原第四条，已删去') }])
  })

  test('is not told of articles that only changed their number, nor of a flag that was withdrawn', async () => {
    const flagId = await raise()
    await storeAfter(world.province2026, { on: '2027-01-01', corrects: false })
    await t.services.prisma.reviewFlag.update({ where: { id: flagId }, data: { state: 'withdrawn' } })
    await refile((text) => text.replace(/第四条[\s\S]*?(?=第五条)/u, ''))
    expect(await notices()).toEqual([])
  })
})

describe('the flags of a version', () => {
  const flagsAt = async (as: TestClient, versionId: string): Promise<{ status: number; flags: VersionFlag[] }> => {
    const { dateKey, work } = await t.services.prisma.version.findUniqueOrThrow({ where: { id: versionId }, select: { dateKey: true, work: { select: { key: true } } } })
    const response = await as.get(`/api/library/works/${work.key}/versions/${dateKey}/flags`)
    return { status: response.status, flags: response.status === 200 ? ((await response.json()) as { flags: VersionFlag[] }).flags : [] }
  }

  test('stand at their place for those who review, and a maker or another committee is told of none', async () => {
    const flagId = await raise()
    const refiled = await refile((text) => text)
    const later = await storeAfter(world.province2026, { on: '2027-01-01', corrects: false })
    expect((await flagsAt(reviewer, world.versionId)).flags.filter((f) => f.flagId === flagId)).toMatchObject([{ side: 'document', followed: null }])
    expect((await flagsAt(reviewer, refiled.versionId)).flags.filter((f) => f.flagId === flagId)).toMatchObject([{ side: 'document', followed: { sentence: '原第四条，现第五条' } }])
    expect((await flagsAt(reviewer, later)).flags.filter((f) => f.flagId === flagId)).toMatchObject([{ side: 'superior', label: '第四条', followed: { sentence: '原第四条，现第五条' } }])
    for (const person of ['city-clerk', 'county-reviewer', 'nobody']) {
      const as = await t.as(person)
      for (const versionId of [later, refiled.versionId, world.versionId]) expect([person, await flagsAt(as, versionId)]).toEqual([person, { status: 200, flags: [] }])
    }
  })

  test('leave out what was withdrawn', async () => {
    const flagId = await raise()
    await t.services.prisma.reviewFlag.update({ where: { id: flagId }, data: { state: 'withdrawn' } })
    expect((await flagsAt(reviewer, world.versionId)).flags.filter((f) => f.flagId === flagId)).toEqual([])
  })
})
