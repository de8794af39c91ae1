import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { libraryRank, storeVersion } from '../library/index.ts'
import { parseText } from '../../law/text/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { personId } from '../testing/test-organs.ts'
import { createTestWorld, type TestWorld } from '../testing/test-world.ts'
import { body } from './testing/filing-steps.ts'

let t: TestApp
let world: TestWorld

const articles = (count: number): string => Array.from({ length: count }, (_, n) => `第${'一二三四五六七八九'[n] ?? ''}条　某项规定。`).join('\n')

async function law(title: string, on: string, count: number, more: { issuer?: string; collection?: string; effectiveTo?: string; endReason?: string } = {}): Promise<string> {
  const { issuer = '全国人民代表大会', collection, ...end } = more
  const stored = await inTransaction(t.services, (work) =>
    storeVersion({
      work, identity: { title, issuer, documentKind: 'law', rank: libraryRank('law'), collection: collection ?? null }, source: null,
      version: { text: parseText(`${title}\n\n${articles(count)}`), effectiveFrom: on, effectiveBasis: 'stated', published: { by: null, at: new Date() }, ...end },
    }),
  )
  return stored.workId
}

/** The filing of the world with this note of its basis and this text. */
async function naming(options: { note: string; text?: string; effectiveFrom?: string }): Promise<string[]> {
  const { prisma } = t.services
  await prisma.filingMaterial.deleteMany({ where: { filingId: world.filingId } })
  await prisma.filingMaterial.create({ data: { id: newId(), filingId: world.filingId, kind: 'basis', note: options.note, addedBy: personId('city-clerk') } })
  const versionId = options.text === undefined ? null : (await inTransaction(t.services, (work) =>
    storeVersion({ work, identity: { title: `某办法${newId()}`, issuer: '甲市人民政府', documentKind: 'normativeDocument', rank: 9 }, source: null, version: { text: parseText(`某办法\n\n${options.text ?? ''}`), effectiveFrom: '2026-02-01', effectiveBasis: 'stated', published: null } }))).versionId
  await prisma.filing.update({ where: { id: world.filingId }, data: { versionId, effectiveFrom: toDateColumn(options.effectiveFrom ?? '2026-02-01') } })
  const { hints } = await body(await (await t.as('reviewer')).get(`/api/filings/${world.filingId}/basis`))
  return hints.map((h: { sentence: string; places: string[] }) => `${h.sentence}${h.places.join('、')}`)
}

beforeAll(async () => {
  t = await createTestApp({ today: '2026-03-12' })
  world = await createTestWorld(t.services)
  await law('中华人民共和国某罚法', '2018-01-01', 6)
  await law('中华人民共和国某罚法', '2021-07-15', 4, { issuer: '全国人民代表大会常务委员会' })
  await law('中华人民共和国某权法', '2007-10-01', 4, { effectiveTo: '2021-01-01', endReason: '被《某法典》废止' })
  const old = await law('中华人民共和国某旧法', '2010-01-01', 4)
  const renamed = await law('中华人民共和国某新法', '2020-01-01', 4)
  await t.services.prisma.work.update({ where: { id: renamed }, data: { sameAsId: old } })
})
afterAll(() => t.close())

describe('制定依据 held against the library', () => {
  test('says nothing of a basis that stands', async () => {
    expect(await naming({ note: '1.《中华人民共和国某罚法》（2021年修订施行）\n2.《某罚法》第四条\n3. 国家有关规定', text: '第一条　根据《中华人民共和国某罚法》，制定本办法。' })).toEqual([])
  })

  test('names both texts of a law that is cited by an old one, whoever made each, and where it is cited', async () => {
    expect(await naming({ note: '《中华人民共和国某罚法》（2018年）', text: '第一条　根据《某罚法》，制定本办法。\n第二条　依照《某罚法》第五条处罚。' })).toEqual([
      '《中华人民共和国某罚法》写的是 2018 年的文本（2018-01-01 施行的文本），2026-02-01 有效的是 2021-07-15 施行的文本。制定依据',
      '《某罚法》第五条在 2026-02-01 有效的文本（2021-07-15 施行的文本）中没有，2018-01-01 施行的文本中有。第二条',
    ])
  })

  test('judges by the date of the document', async () => {
    expect(await naming({ note: '《某罚法》第五条', effectiveFrom: '2020-02-01' })).toEqual([])
  })

  test('tells a law that was repealed and one that was renamed', async () => {
    expect(await naming({ note: '《中华人民共和国某权法》\n《中华人民共和国某旧法》第二条' })).toEqual([
      '《中华人民共和国某权法》自 2021-01-01 起不再有效（被《某法典》废止），本件日期是 2026-02-01；最后的是 2007-10-01 施行的文本。制定依据',
      '《中华人民共和国某旧法》（2010-01-01 施行的文本）已经改名为《中华人民共和国某新法》（2020-01-01 施行的文本），这里用的是旧名称。制定依据',
    ])
  })

  test('reads the law itself before an excerpt of a collection, and the excerpt where the law has no text of the date', async () => {
    await law('中华人民共和国某罚法', '2016-01-01', 2, { collection: '演示文本' })
    expect(await naming({ note: '《某罚法》第三条' })).toEqual([])
    expect(await naming({ note: '《某罚法》第三条', effectiveFrom: '2017-01-01' })).toEqual(['《某罚法》第三条在 2017-01-01 有效的文本（2016-01-01 施行的文本）中没有，库中其他文本也没有。制定依据'])
  })
})
