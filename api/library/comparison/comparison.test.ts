import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ALIGNMENT_VERSION, type Comparison, type ThreeComparison } from '../../../law/compare/index.ts'
import { parseText } from '../../../law/text/index.ts'
import { readDocument } from '../../reading/index.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { createTestApp, type TestApp, type TestClient } from '../../testing/create-test-app.ts'
import { createTestWorld } from '../../testing/test-world.ts'
import { heldLineage, storeVersion } from '../index.ts'

let t: TestApp
let reviewer: TestClient
beforeAll(async () => {
  t = await createTestApp({ demo: true })
  reviewer = await t.as('reviewer')
})
afterAll(() => t.close())

let works = 0
const OLD = ['第一条　养犬人应当自取得犬只之日起三十日内，向公安机关申请办理养犬登记。携犬外出应当束犬链，主动避让老年人。', '第二条　公安机关可以设置犬只免疫点。', '第三条　携犬进入商场的，处二百元罚款。']
const NEW = ['第一条　养犬人应当自取得犬只之日起十五日内，向公安机关申请办理养犬登记。', '第二条　携犬外出应当束犬链，主动避让老年人。', '第三条　公安机关应当设置犬只免疫点。', '第四条　举办犬展的，报公安机关备案。']

/** A work with two public versions; the second was aligned with the first when it was stored. */
async function plantTwo(): Promise<{ key: string; from: string; to: string; ids: [string, string] }> {
  works += 1
  const identity = { title: `甲市养犬规定之${works}`, issuer: '甲市人民代表大会常务委员会', documentKind: 'municipalRegulation', rank: 5 }
  const store = (lines: readonly string[], effectiveFrom: string) =>
    inTransaction(t.services, (work) =>
      storeVersion({ work, identity, source: null, version: { text: parseText([identity.title, ...lines].join('\n')), effectiveFrom, effectiveBasis: 'stated', published: { by: null, at: new Date() } } }),
    )
  const before = await store(OLD, '2012-06-01')
  const after = await store(NEW, '2024-06-01')
  return { key: before.workKey, from: `${before.workKey}:${before.dateKey}`, to: `${after.workKey}:${after.dateKey}`, ids: [before.versionId, after.versionId] }
}

type Compared = {
  from: { title: string; versions: { address: string }[] }
  comparison: Comparison
  algorithm: string
  mayCorrect: boolean
  corrections: { id: string; byName: string; old: string[]; new: string[]; undone: { byName: string } | null }[]
}
const compare = async (from: string, to: string, client = reviewer): Promise<Compared> => (await (await client.get(`/api/library/comparison?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`)).json()) as Compared
const brief = ({ comparison }: Compared): string[] => comparison.rows.map((row) => `${row.kind} ${row.old.map((a) => a.number).join('+')}>${row.new.map((a) => a.number).join('+')}`)
const correct = async (pair: { from: string; to: string }, old: string[], now: string[], client = reviewer) => client.post('/api/library/comparison/corrections', { from: pair.from, to: pair.to, old, new: now })
const idOf = async (versionId: string, eId: string): Promise<string> => (await t.services.prisma.provision.findUniqueOrThrow({ where: { versionId_eId: { versionId, eId } } })).provisionId

describe('any two texts beside each other', () => {
  test('versions of one work or of two, by address or by id, with what there is to choose', async () => {
    const [one, two] = [await plantTwo(), await plantTwo()]
    expect((await compare(one.from, one.to)).from.versions.map(({ address }) => address)).toEqual([one.from, one.to])
    const across = await compare(one.ids[0], two.to)
    expect(across.comparison.summary.changed).toBeGreaterThan(0)
    expect(across.algorithm).toBe(ALIGNMENT_VERSION)
  })

  test('three texts go through the second one, by what a person said of each pair', async () => {
    const [one, two] = [await plantTwo(), await plantTwo()]
    await correct(one, ['art_1'], ['art_4'])
    const three = (await (await reviewer.get(`/api/library/comparison/three?from=${one.from}&middle=${one.to}&to=${two.to}`)).json()) as { comparison: ThreeComparison; algorithms: string[] }
    const row = three.comparison.rows.find(({ a }) => a.some(({ id }) => id === 'art_1'))
    expect([row?.b.map(({ number }) => number), row?.c.map(({ number }) => number)]).toEqual([['第四条'], ['第四条']])
    expect(three.algorithms).toEqual([ALIGNMENT_VERSION, ALIGNMENT_VERSION])
  })

  test('a text that one may not read is not there, on either side and on paper', async () => {
    const { from } = await plantTwo()
    const world = await createTestWorld(t.services)
    const other = await t.as('court-clerk')
    for (const path of ['comparison', 'comparison/three', 'comparison-table.docx', 'comparison-table.pdf']) {
      expect((await other.get(`/api/library/${path}?from=${from}&to=${world.versionId}&middle=${from}`)).status, path).toBe(404)
      expect((await other.get(`/api/library/${path}?from=${world.versionId}&to=${from}&middle=${from}`)).status, path).toBe(404)
    }
  })

  test('a stored alignment is not rewritten by another algorithm', async () => {
    const { from, to, ids } = await plantTwo()
    await t.services.prisma.provisionLineage.updateMany({ where: { toVersionId: ids[1] }, data: { algorithm: 'align-0', toEId: null, relation: 'ended' } })
    const compared = await compare(from, to)
    expect(compared.algorithm).toBe('align-0')
    expect(compared.comparison.summary).toMatchObject({ removed: 3, added: 4, changed: 0 })
  })
})

describe('a person sets an alignment right', () => {
  test('a split that the program did not see is said, holds in either direction, and is undone with its history kept', async () => {
    const pair = await plantTwo()
    const stored = await t.services.prisma.provisionLineage.findMany({ where: { toVersionId: pair.ids[1] }, orderBy: { id: 'asc' } })
    const program = brief(await compare(pair.from, pair.to))
    const saved = await correct(pair, ['art_1'], ['art_2', 'art_1'])
    expect(saved.status).toBe(201)
    const compared = await compare(pair.from, pair.to)
    expect(brief(compared)).toContain('changed 第一条>第一条+第二条')
    expect(compared.corrections).toMatchObject([{ old: ['art_1'], new: ['art_1', 'art_2'], undone: null }])
    expect(compared.corrections[0]?.byName).not.toBe('')
    expect(brief(await compare(pair.to, pair.from))).toContain('changed 第一条+第二条>第一条')
    expect(await heldLineage({ tx: t.services.prisma, versionIds: pair.ids })).toEqual(expect.arrayContaining([expect.objectContaining({ fromEId: 'art_1', toEId: 'art_2', relation: 'split', algorithm: 'person' })]))
    expect((await reviewer.post(`/api/library/comparison/corrections/${compared.corrections[0]?.id ?? ''}/undo`, {})).status).toBe(200)
    const again = await compare(pair.from, pair.to)
    expect(brief(again)).toEqual(program)
    expect(again.corrections).toHaveLength(1)
    expect(again.corrections[0]?.undone?.byName).not.toBe('')
    expect(await t.services.prisma.provisionLineage.findMany({ where: { toVersionId: pair.ids[1] }, orderBy: { id: 'asc' } })).toEqual(stored)
    expect((await reviewer.post(`/api/library/comparison/corrections/${compared.corrections[0]?.id ?? ''}/undo`, {})).status).toBe(409)
  })

  test('an article takes over the identity of the one it came from, and gives it back', async () => {
    const { ids, ...pair } = await plantTwo()
    const had = await Promise.all(['art_3', 'art_4', 'art_4__para_1'].map((eId) => idOf(ids[1], eId)))
    const saved = (await (await correct(pair, ['art_2'], ['art_4'])).json()) as { id: string }
    expect(await idOf(ids[1], 'art_4')).toBe(await idOf(ids[0], 'art_2'))
    expect(await idOf(ids[1], 'art_4__para_1')).toBe(await idOf(ids[0], 'art_2__para_1'))
    expect(await idOf(ids[1], 'art_3')).not.toBe(had[0])
    await reviewer.post(`/api/library/comparison/corrections/${saved.id}/undo`, {})
    expect(await Promise.all(['art_3', 'art_4', 'art_4__para_1'].map((eId) => idOf(ids[1], eId)))).toEqual(had)
  })

  test.each([
    ['it is new', [], ['art_1'], 'added >第一条'],
    ['it is gone', ['art_1'], [], 'removed 第一条>'],
    ['two became one', ['art_2', 'art_3'], ['art_3'], 'changed 第二条+第三条>第三条'],
  ] as const)('%s', async (_, old, now, row) => {
    const pair = await plantTwo()
    expect((await correct(pair, [...old], [...now])).status).toBe(201)
    expect(brief(await compare(pair.from, pair.to))).toContain(row)
    expect(new Set((await t.services.prisma.provision.findMany({ where: { versionId: pair.ids[1] } })).map((p) => p.provisionId)).size).toBe(await t.services.prisma.provision.count({ where: { versionId: pair.ids[1] } }))
  })

  test('it may be said across two works, and the portal goes by it', async () => {
    const [one, two] = [await plantTwo(), await plantTwo()]
    const had = await idOf(two.ids[1], 'art_4')
    expect((await correct({ from: one.to, to: two.to }, ['art_1'], ['art_4'])).status).toBe(201)
    expect(brief(await compare(one.to, two.to))).toContain('changed 第一条>第四条')
    expect(await idOf(two.ids[1], 'art_4')).toBe(had)
    await correct(one, ['art_1'], ['art_4'])
    const page = await (await t.app.request(`/law/${one.key}/compare/2012-06-01/2024-06-01`)).text()
    expect(page).toContain('人工校正')
  })

  test('nobody may change it but who keeps the library; what is said stays said', async () => {
    const pair = await plantTwo()
    const clerk = await t.as('city-clerk')
    expect((await correct(pair, ['art_1'], ['art_2'], clerk)).status).toBe(403)
    const { id } = (await (await correct(pair, ['art_1'], ['art_2'])).json()) as { id: string }
    expect((await clerk.post(`/api/library/comparison/corrections/${id}/undo`, {})).status).toBe(403)
    const theirs = await compare(pair.from, pair.to, clerk)
    expect(theirs.mayCorrect).toBe(false)
    expect(theirs.corrections.map(({ byName }) => byName)).toEqual([''])
    await expect(t.services.prisma.alignmentCorrection.update({ where: { id }, data: { toEIds: ['art_3'] } })).rejects.toThrow()
    await expect(t.services.prisma.alignmentCorrection.delete({ where: { id } })).rejects.toThrow()
    expect(await t.services.prisma.auditEntry.count({ where: { action: 'library.correctAlignment', entityId: pair.ids[1] } })).toBe(1)
  })

  test.each([
    [['art_99'], ['art_1']],
    [['art_1'], ['art_99']],
    [[], []],
  ])('articles that are not there are refused: %j → %j', async (old, now) => {
    expect((await correct(await plantTwo(), old, now)).status).toBe(422)
  })
})

describe('条文对照表', () => {
  const wordsOf = async (query: string, form = 'docx'): Promise<string> => {
    const read = await readDocument({ source: new Uint8Array(await (await reviewer.get(`/api/library/comparison-table.${form}?${query}`)).arrayBuffer()), fileName: `对照表.${form}` })
    if (read.status !== 'read') throw new Error(read.status)
    return JSON.stringify(read.blocks)
  }

  test('it has the texts by their dates, and only what changed where that is asked for', async () => {
    const { from, to } = await plantTwo()
    const [changed, whole] = [await wordsOf(`from=${from}&to=${to}`), await wordsOf(`from=${from}&to=${from}&changedOnly=false`)]
    expect(changed).toContain('2012-06-01起施行')
    expect(changed).toContain('2024-06-01起施行')
    expect(changed).toContain('说明')
    expect(await wordsOf(`from=${from}&to=${to}`, 'pdf')).toContain('演示数据')
    expect(whole).toContain('携犬进入商场')
    expect(await wordsOf(`from=${from}&to=${from}`)).not.toContain('携犬进入商场')
  })

  test('of three texts it has a column for each', async () => {
    const [one, two] = [await plantTwo(), await plantTwo()]
    const words = await wordsOf(`from=${one.from}&middle=${one.to}&to=${two.to}`)
    for (const { title } of [(await compare(one.from, two.to)).from]) expect(words).toContain(title)
    expect(words).toContain('2012-06-01起施行')
  })

  test.each(['docx', 'pdf'] as const)('%s is a whole file with its name', async (form) => {
    const { from, to } = await plantTwo()
    const answer = await reviewer.get(`/api/library/comparison-table.${form}?from=${from}&to=${to}&changedOnly=false`)
    expect(answer.status).toBe(200)
    expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toMatch(new RegExp(`条文对照表\\.${form}`, 'u'))
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.subarray(0, 4).toString('latin1')).toBe(form === 'docx' ? 'PK\u0003\u0004' : '%PDF')
  })
})
