import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseText } from '../../law/text/index.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { namesDecision } from './date-from-decision.ts'
import { storeVersion } from './index.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

const DECISION = '甲市人民代表大会常务委员会关于修改《甲市公园条例》的决定'
const note = (decision: string) => `（2007年8月30日甲市第十届人民代表大会常务委员会第二次会议通过　根据2022年6月24日甲市第十三届人民代表大会常务委员会第三十五次会议《${decision}》修正）`
const amended = (decision = '关于修改〈甲市公园条例〉的决定') => parseText(`甲市公园条例\n${note(decision)}\n第一条　为了保护公园，制定本条例。\n第二条　本条例自2008年8月1日起施行。`)
const decision = parseText(`${DECISION}\n（2022年6月24日甲市第十三届人民代表大会常务委员会第三十五次会议通过）\n一、将第一条修改为：“为了保护公园，制定本条例。”\n本决定自2022年8月1日起施行。`)

const store = (text: typeof decision, effectiveFrom: string | null, said: { adopted?: string; collection?: string } = {}) =>
  inTransaction(t.services, (work) =>
    storeVersion({
      work, identity: { title: text.title, issuer: '甲市人民代表大会常务委员会', documentKind: 'localRegulation', rank: 4, ...(said.collection === undefined ? {} : { collection: said.collection }) },
      version: { text, adopted: said.adopted ?? '2022-06-24', effectiveFrom, effectiveBasis: effectiveFrom === null ? 'unknown' : 'stated', published: null }, source: null,
    }),
  )
const dates = async (id: string) => {
  const { effectiveFrom, effectiveBasis, dateKey } = await t.services.prisma.version.findUniqueOrThrow({ where: { id } })
  return [effectiveFrom?.toISOString().slice(0, 10) ?? null, effectiveBasis, dateKey]
}

test.each([
  ['in inner marks', note('关于修改〈甲市公园条例〉的决定'), DECISION, true],
  ['in marks that a file lost', note('关于修改<甲市公园条例>的决定'), DECISION, true],
  ['one of a package', note('关于修改〈甲市公园条例〉等七件法规的决定'), '甲市人民代表大会常务委员会关于修改《甲市公园条例》等七件法规的决定', true],
  ['the decision on another regulation', note('关于修改〈甲市公园条例〉的决定'), '甲市人民代表大会常务委员会关于修改《甲市绿化条例》的决定', false],
  ['a decision that repeals', note('关于废止〈甲市公园条例〉的决定'), '甲市人民代表大会常务委员会关于废止《甲市公园条例》的决定', false],
])('a 题注 names, or does not, %s', (_name, words, title, expected) => expect(namesDecision(words, title)).toBe(expected))

describe('an amended text, which repeats the date of effect of its first version', () => {
  test('has the date of its decision, when the decision came after it, and keeps its address', async () => {
    const { versionId } = await store(amended(), null)
    expect(await dates(versionId)).toEqual([null, 'unknown', 'adopted-2022-06-24'])
    await store(decision, '2022-08-01')
    expect(await dates(versionId)).toEqual(['2022-08-01', 'fromDecision', 'adopted-2022-06-24'])
    expect(await t.services.prisma.auditEntry.findFirst({ where: { action: 'library.setEffectDates', entityId: versionId } })).toMatchObject({ detail: { effectiveFrom: '2022-08-01', source: DECISION } })
  })

  test('and when the decision is there already; a second file of it is no other version', async () => {
    const other = parseText(amended().title + '\n' + note('关于修改〈甲市公园条例〉的决定') + '\n第一条　为了保护和管理公园，制定本条例。\n第二条　本条例自2008年8月1日起施行。')
    const stored = await store(other, null)
    expect(stored).toMatchObject({ status: 'otherText', effectiveFrom: '2022-08-01', dateKey: 'adopted-2022-06-24' })
  })

  test.each([
    ['of another day', amended(), { adopted: '2022-06-25', collection: '第一库' }, '第一库'],
    ['that its 题注 does not name', amended('关于修改〈甲市公园条例〉第三条的决定'), { collection: '第二库' }, '第二库'],
    ['of another collection', amended(), { collection: '演示文本' }, '第三库'],
  ])('takes no date from a decision %s', async (_name, text, said, collection) => {
    await store(decision, '2022-08-01', { collection })
    const { versionId } = await store(text, null, said)
    expect((await dates(versionId)).slice(0, 2)).toEqual([null, 'unknown'])
  })
})
