import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseText } from '../../law/text/index.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { fateInWords, followArticles, storeVersion } from './index.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

const scope = '为了规范公园管理，保护公园环境，满足公众游览和休憩的需要，制定本条例。'
const plan = '公园主管部门应当编制公园专项规划，报本级人民政府批准后公布实施。'
const dogs = '携带犬只进入公园的，应当使用长度不超过一米五的犬绳牵引，并即时清除犬只排泄物。'
const open = '公园应当每日开放，开放时间由公园管理机构根据季节确定，并在公园入口处公示。'
const fees = '政府投资建设的公园应当免费开放，园内的游乐项目收费应当明码标价，接受价格主管部门监督。'
const trees = '禁止在公园内攀折花木、采摘果实、损毁草坪，禁止擅自砍伐、移植公园内的树木。'
const fine = '违反本条例规定，损毁公园设施的，由城市管理部门责令恢复原状，处二百元以上一千元以下罚款。'
const press = '新闻媒体应当开展文明游园的公益宣传，对破坏公园环境的行为进行舆论监督，引导公众爱护公园。'

const numbers = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const textOf = (title: string, articles: readonly string[]) => parseText(`${title}\n\n${articles.map((words, at) => `第${numbers[at] ?? ''}条　${words}`).join('\n')}`)

async function store(options: { title: string; on: string; articles: readonly string[]; corrects?: string }) {
  const { title, on, articles, corrects } = options
  return inTransaction(t.services, (work) =>
    storeVersion({
      work, identity: { title, issuer: '甲市人民代表大会常务委员会', documentKind: 'localRegulation', rank: 4 },
      version: { text: textOf(title, articles), effectiveFrom: on, effectiveBasis: 'stated', correctionOfId: corrects ?? null, published: null }, source: null,
    }),
  )
}
const idsOf = async (versionId: string): Promise<Map<string, string>> =>
  new Map((await t.services.prisma.provision.findMany({ where: { versionId }, select: { eId: true, provisionId: true } })).map((p) => [p.eId, p.provisionId]))
const follow = async (workId: string, from: string, to: string, eIds: string[]) => {
  const followed = await followArticles({ tx: t.services.prisma, workId, from, to, eIds })
  return eIds.map((eId) => {
    const one = followed?.get(eId)
    return one === undefined ? null : fateInWords(one)
  })
}

describe('an article through three texts', () => {
  test('keeps its identity when it is renumbered, says so when it is changed, deleted, split or merged, and comes back as itself', async () => {
    const title = '甲市公园条例'
    const both = `${open}${fees}`
    const one = await store({ title, on: '2010-01-01', articles: [scope, dogs, both, trees, fine] })
    // 一 new before all but the first; 二 deleted; 三 split; 五 changed
    const two = await store({ title, on: '2015-01-01', articles: [scope, plan, open, fees, trees, fine.replace('二百元以上一千元以下', '五百元以上二千元以下')] })
    // the deleted one stands again; the split ones are one again
    const three = await store({ title, on: '2020-01-01', articles: [scope, press, plan, both, trees, dogs, fine.replace('二百元以上一千元以下', '五百元以上二千元以下')] })
    const [first, second, third] = await Promise.all([one, two, three].map((v) => idsOf(v.versionId)))
    const id = first?.get('art_1')
    expect([second?.get('art_1'), third?.get('art_1')]).toEqual([id, id])
    expect(second?.get('art_6')).toBe(first?.get('art_5'))
    expect(third?.get('art_7')).toBe(first?.get('art_5'))
    expect([...(second?.values() ?? [])]).not.toContain(first?.get('art_2'))
    expect(third?.get('art_6')).toBe(first?.get('art_2'))
    expect(third?.get('art_6__para_1')).toBe(first?.get('art_2__para_1'))
    // the greater part of a split goes on with the id
    expect(second?.get('art_4')).toBe(first?.get('art_3'))
    expect(second?.get('art_3')).not.toBe(first?.get('art_3'))
    expect(third?.get('art_4')).toBe(first?.get('art_3'))

    const all = ['art_1', 'art_2', 'art_3', 'art_4', 'art_5']
    expect(await follow(one.workId, one.versionId, two.versionId, all)).toEqual(['第一条，条号未变', '原第二条，已删去', '原第三条，分为第三条、第四条', '原第四条，现第五条', '原第五条，现第六条'])
    expect(await follow(one.workId, one.versionId, three.versionId, all)).toEqual(['第一条，条号未变', '原第二条，曾经删去，现恢复为第六条', '原第三条，并入第四条', '原第四条，现第五条', '原第五条，现第七条'])
    expect(await follow(one.workId, two.versionId, three.versionId, ['art_3', 'art_4'])).toEqual(['原第三条，并入第四条', '原第四条，并入第四条'])
    const dogsFollowed = (await followArticles({ tx: t.services.prisma, workId: one.workId, from: one.versionId, to: three.versionId, eIds: ['art_2'] }))?.get('art_2')
    expect(dogsFollowed?.steps.map((s) => [s.fromDateKey, s.toDateKey, s.fate, s.places.map((p) => p.label).join()])).toEqual([['2010-01-01', '2015-01-01', 'deleted', ''], ['2015-01-01', '2020-01-01', 'restored', '第六条']])
  })

  test('is the same whichever text was stored first, and a text that comes in between is joined on both sides', async () => {
    const title = '甲市绿化条例'
    const last = await store({ title, on: '2020-01-01', articles: [press, scope, trees] })
    const first = await store({ title, on: '2010-01-01', articles: [scope, trees] })
    const middle = await store({ title, on: '2015-01-01', articles: [scope, dogs, trees] })
    expect((await idsOf(first.versionId)).get('art_2')).toBe((await idsOf(last.versionId)).get('art_3'))
    expect(await follow(first.workId, first.versionId, last.versionId, ['art_1', 'art_2'])).toEqual(['原第一条，现第二条', '原第二条，现第三条'])
    expect(await follow(first.workId, middle.versionId, last.versionId, ['art_1', 'art_2', 'art_3'])).toEqual(['原第一条，现第二条', '原第二条，已删去', '第三条，条号未变'])
    // 后一版本 never leads back
    expect(await followArticles({ tx: t.services.prisma, workId: first.workId, from: last.versionId, to: first.versionId, eIds: ['art_1'] })).toBeNull()
  })

  test('is followed from a text that is corrected, whatever stands between by date', async () => {
    const title = '甲市园林条例'
    const flawed = await store({ title, on: '2010-01-01', articles: [scope, dogs, fine] })
    await store({ title, on: '2012-01-01', articles: [scope, trees] })
    const corrected = await store({ title, on: '2013-01-01', articles: [scope, press, dogs, fine], corrects: flawed.versionId })
    const [before, after] = [await idsOf(flawed.versionId), await idsOf(corrected.versionId)]
    expect([after.get('art_3'), after.get('art_4')]).toEqual([before.get('art_2'), before.get('art_3')])
  })

  test('goes where a person said that it went, and the step says so', async () => {
    const title = '甲市游园条例'
    const one = await store({ title, on: '2010-01-01', articles: [scope, dogs, trees] })
    const two = await store({ title, on: '2015-01-01', articles: [scope, press, fine, trees] })
    expect(await follow(one.workId, one.versionId, two.versionId, ['art_2'])).toEqual(['原第二条，已删去'])
    const said = await (await t.as('reviewer')).post('/api/library/comparison/corrections', { from: one.versionId, to: two.versionId, old: ['art_2'], new: ['art_3'], note: '处罚并入' })
    expect(said.status, await said.clone().text()).toBeLessThan(300)
    const followed = (await followArticles({ tx: t.services.prisma, workId: one.workId, from: one.versionId, to: two.versionId, eIds: ['art_2'] }))?.get('art_2')
    expect(followed === undefined ? '' : fateInWords(followed)).toBe('原第二条，现第三条')
    expect(followed?.steps.map((s) => s.algorithm)).toEqual(['person'])
    expect((await idsOf(two.versionId)).get('art_3')).toBe((await idsOf(one.versionId)).get('art_2'))
  })

  test('of another name goes on when a person said that both are one work', async () => {
    const old = await store({ title: '甲市公园管理规定', on: '2001-01-01', articles: [scope, dogs, trees] })
    const now = await store({ title: '甲市城市公园条例', on: '2021-01-01', articles: [scope, press, dogs, trees] })
    await t.services.prisma.work.update({ where: { id: old.workId }, data: { sameAsId: now.workId } })
    expect(await follow(now.workId, old.versionId, now.versionId, ['art_2', 'art_3'])).toEqual(['原第二条，现第三条', '原第三条，现第四条'])
    // and the next text takes its identities across the change of name
    const next = await store({ title: '甲市城市公园条例', on: '2022-01-01', articles: [scope, dogs, trees] })
    expect((await idsOf(next.versionId)).get('art_2')).toBe((await idsOf(now.versionId)).get('art_3'))
  })
})

describe('no identity', () => {
  test('is in two places of one text, whatever became of the articles', async () => {
    const pool = [scope, plan, dogs, open, fees, trees, fine, press, `${open}${fees}`, `${dogs}${trees}`, fine.replace('二百元', '五百元')]
    const articles = fc.array(fc.constantFrom(...pool), { minLength: 1, maxLength: 9 })
    let run = 0
    await fc.assert(
      fc.asyncProperty(fc.array(articles, { minLength: 3, maxLength: 3 }), async (texts) => {
        run += 1
        const title = `甲市第${run}号条例`
        for (const [at, own] of texts.entries()) {
          const stored = await store({ title, on: `20${10 + at}-01-01`, articles: own })
          const ids = await t.services.prisma.provision.findMany({ where: { versionId: stored.versionId }, select: { provisionId: true } })
          expect(new Set(ids.map((p) => p.provisionId)).size).toBe(ids.length)
        }
        const [first, last] = await t.services.prisma.version.findMany({ where: { work: { title } }, orderBy: { effectiveFrom: 'asc' }, select: { id: true, workId: true } }).then((all) => [all[0], all.at(-1)])
        if (first === undefined || last === undefined || first.id === last.id) return
        const eIds = (texts[0] ?? []).map((_, at) => `art_${at + 1}`)
        const followed = await followArticles({ tx: t.services.prisma, workId: first.workId, from: first.id, to: last.id, eIds })
        for (const eId of eIds) {
          const one = followed?.get(eId)
          // every article is accounted for: it stands somewhere, or it is said that it does not
          expect(one === undefined ? 'missing' : one.places.length > 0 || one.fate === 'deleted' || one.fate === 'notFound').toBe(true)
        }
      }),
      { numRuns: 25 },
    )
  })
})

test('a text of a collection is a work of its own, whose address leaves that of the law itself free', async () => {
  const said = { title: '甲市某某条例', issuer: '甲市人民代表大会常务委员会', documentKind: 'localRegulation', rank: 4 }
  const put = (identity: Parameters<typeof storeVersion>[0]['identity'], on: string) =>
    inTransaction(t.services, (work) => storeVersion({ work, identity, version: { text: textOf(said.title, [scope, fees]), effectiveFrom: on, effectiveBasis: 'stated', published: null }, source: null }))
  const excerpt = await put({ ...said, collection: '演示文本' }, '2020-01-01')
  const law = await put(said, '2020-01-01')
  expect([law.status, law.workId === excerpt.workId, law.workKey === excerpt.workKey]).toEqual(['stored', false, false])
  expect((await put({ ...said, collection: '演示文本' }, '2024-01-01')).workId).toBe(excerpt.workId)
  expect((await put(said, '2024-01-01')).workId).toBe(law.workId)
})
