/**
 * What every engine must do, as tests. `engine-contract.db.test.ts` runs them on the embedded engine and, where
 * `MEILI_URL` names a server, on that.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { documentsOfVersion } from './document.ts'
import type { Asker, SearchDocument, SearchEngine, SearchQuery } from './engine.ts'
import { SearchRefused } from './engine.ts'

const TODAY = '2026-03-01'
const PUBLIC: Asker = { audience: 'public' }
const ORGAN = 'organ-of-the-draft'

type Dates = { validFrom: string | null; validTo: string | null }

function version(
  work: { key: string; title: string; documentKind?: string; rank?: number; issuer?: string; regionCode?: string },
  id: string,
  dates: Dates,
  articles: [number: string, text: string][],
  more: { documentNumber?: string; organIds?: string[]; audience?: 'public' | 'internal' } = {},
): SearchDocument[] {
  return documentsOfVersion({
    work: { documentKind: '地方性法规', rank: 5, issuer: '甲市人民代表大会常务委员会', regionCode: '990100', ...work },
    version: {
      id,
      dateKey: dates.validFrom ?? 'unknown',
      documentNumber: more.documentNumber ?? null,
      ...dates,
      audience: more.audience ?? 'public',
      ...(more.organIds === undefined ? {} : { organIds: more.organIds }),
      opening: '',
    },
    provisions: articles.map(([number, text], index) => ({ eId: `art_${index + 1}`, number, heading: '', text })),
  })
}

const DOGS = { key: 'dogs', title: '甲市养犬管理条例' }
const OLD_DOGS = version(DOGS, 'dogs-2010', { validFrom: '2010-01-01', validTo: '2020-07-01' }, [
  ['第一条', '为了加强养犬管理，制定本条例。'],
  ['第二条', '携犬出户时，应当束犬链。违反规定的，处二百元罚款。'],
])
const NEW_DOGS = version(DOGS, 'dogs-2020', { validFrom: '2020-07-01', validTo: null }, [
  ['第一条', '为了规范养犬行为，维护市容环境和公共秩序，制定本条例。'],
  ['第二条', '重点管理区内禁止饲养烈性犬和大型犬。'],
  ['第三条', '携犬出户时，应当束犬链。违反规定的，处一千元罚款。'],
])
const PARKING = version(
  { key: 'parking', title: '甲市停车场管理办法', documentKind: '规范性文件', rank: 9, issuer: '甲市人民政府' },
  'parking-2019',
  { validFrom: '2019-08-01', validTo: null },
  [
    ['第一条', '公共停车场的停车泊位应当向社会开放。'],
    ['第二条', '擅自占用停车泊位的，处五百元罚款。'],
  ],
  { documentNumber: '甲政发〔2019〕7号' },
)
const NOISE = version({ key: 'noise', title: '乙市噪声污染防治条例', regionCode: '990200', issuer: '乙市人民代表大会常务委员会' }, 'noise-2027', { validFrom: '2027-01-01', validTo: null }, [
  ['第一条', '为了防治噪声污染，制定本条例。'],
])
const UNDATED = version({ key: 'trees', title: '甲市古树名木保护办法', documentKind: '规范性文件', rank: 9 }, 'trees', { validFrom: null, validTo: null }, [
  ['第一条', '树龄五百年以上的古树实行一级保护。'],
])
const DRAFT = version(
  { key: 'draft', title: '甲市宠物医院管理规定（草案）' },
  'draft-1',
  { validFrom: null, validTo: null },
  [['第一条', '宠物医院应当如实记录狂犬病疫苗的接种。']],
  { audience: 'internal', organIds: [ORGAN] },
)
const ALL = [OLD_DOGS, NEW_DOGS, PARKING, NOISE, UNDATED, DRAFT]

async function* batches(...documents: SearchDocument[][]): AsyncGenerator<SearchDocument[]> {
  yield* documents
}

/** Runs every case on an engine with an index of its own. */
export function describeEngine(name: string, makeEngine: () => Promise<SearchEngine>): void {
  describe(name, () => {
    let engine: SearchEngine
    const ask = (text: string, more: Partial<SearchQuery> = {}) => engine.search({ text, asker: PUBLIC, onDate: TODAY, ...more })
    const ids = async (text: string, more: Partial<SearchQuery> = {}): Promise<string[]> => (await ask(text, more)).hits.map(({ id }) => id)

    beforeAll(async () => {
      engine = await makeEngine()
      await engine.setUp()
      for (const documents of ALL) await engine.index(documents)
    })

    test('setting up again changes nothing', async () => {
      await engine.setUp()
      expect(await engine.health()).toEqual({ available: true, documents: ALL.flat().length })
    })

    test('words find the article that holds them, marked in the snippet', async () => {
      const { hits, estimatedTotal, engine: answeredBy } = await ask('饲养烈性犬')
      expect(answeredBy).toBe(engine.name)
      expect(estimatedTotal).toBeGreaterThan(0)
      expect(hits[0]).toMatchObject({ id: 'dogs-2020_art_2', kind: 'provision', workKey: 'dogs', dateKey: '2020-07-01', number: '第二条', anchor: 'art_2', status: 'inForce' })
      const snippet = hits[0]?.snippet ?? []
      expect(snippet.map(({ text }) => text).join('')).toBe('重点管理区内禁止饲养烈性犬和大型犬。')
      expect(snippet.filter(({ marked }) => marked).map(({ text }) => text).join('')).toContain('烈性犬')
    })

    test('a title finds the work, also without the place and in 《》', async () => {
      expect((await ids('甲市停车场管理办法'))[0]).toBe('parking-2019')
      expect((await ids('《甲市停车场管理办法》'))[0]).toBe('parking-2019')
    })

    test.each(['甲政发〔2019〕7号', '甲政发[2019]7号', '甲政发2019 7号', '甲政发（２０１９）７号'])('the document number %s finds its document', async (text) => {
      expect(await ids(text)).toEqual(['parking-2019'])
    })

    test('the document number of another document finds nothing', async () => {
      expect(await ids('甲政发〔2019〕8号')).toEqual([])
    })

    test.each(['甲市养犬管理条例 第三条', '《甲市养犬管理条例》第3条', '甲市养犬管理条例3条'])('%s finds that article', async (text) => {
      expect((await ids(text))[0]).toBe('dogs-2020_art_3')
    })

    test('letters find the title that they spell', async () => {
      expect((await ids('jiashi tingchechang guanli banfa'))[0]).toBe('parking-2019')
    })

    test('a quoted phrase has to stand in the text', async () => {
      expect(await ids('“处五百元罚款”', { kinds: ['provision'] })).toEqual(['parking-2019_art_2'])
    })

    test('everyday words find the words of the law, and the answer says what was searched', async () => {
      const { hits, understood } = await ask('车位')
      expect(hits[0]?.workKey).toBe('parking')
      expect(understood.alsoSearched[0]).toMatchObject({ from: '车位' })
    })

    test('traditional characters find simplified ones', async () => {
      expect((await ids('飼養烈性犬'))[0]).toBe('dogs-2020_art_2')
    })

    test('what stands nowhere finds nothing', async () => {
      expect(await ask('核电站')).toMatchObject({ hits: [], estimatedTotal: 0, nextCursor: null })
    })

    test('the text in force comes before the one that it replaced', async () => {
      const found = await ids('携犬出户 束犬链', { kinds: ['provision'] })
      expect(found.indexOf('dogs-2020_art_3')).toBeLessThan(found.indexOf('dogs-2010_art_2'))
    })

    test('status is that of the date that is asked about', async () => {
      const before = await ask('束犬链', { onDate: '2015-01-01', kinds: ['provision'] })
      expect(before.hits.map(({ id, status }) => [id, status])).toEqual(
        expect.arrayContaining([
          ['dogs-2010_art_2', 'inForce'],
          ['dogs-2020_art_3', 'notYetInForce'],
        ]),
      )
    })

    test.each([
      ['inForce', ['dogs-2020', 'parking-2019']],
      ['notYetInForce', ['noise-2027']],
      ['noLongerInForce', ['dogs-2010']],
      ['unknown', ['trees']],
    ] as const)('only what is %s', async (status, expected) => {
      expect((await ids('', { status })).sort()).toEqual([...expected].sort())
    })

    test('the public sees no internal document, by no question', async () => {
      for (const text of ['宠物医院', '宠物医院管理规定', '《甲市宠物医院管理规定（草案）》', '“狂犬病疫苗”', 'chongwu yiyuan', '']) {
        expect((await ids(text)).filter((id) => id.startsWith('draft'))).toEqual([])
      }
    })

    test('an internal document is seen by its organ only', async () => {
      expect(await ids('宠物医院', { asker: { audience: 'internal', organIds: [ORGAN] } })).toContain('draft-1')
      expect(await ids('宠物医院', { asker: { audience: 'internal', organIds: ['another'] } })).not.toContain('draft-1')
      expect(await ids('宠物医院', { asker: { audience: 'internal', organIds: [] } })).not.toContain('draft-1')
      expect(await ids('烈性犬', { asker: { audience: 'internal', organIds: ['another'] } })).toContain('dogs-2020_art_2')
    })

    test('kind, issuer and region narrow the answer', async () => {
      expect((await ids('', { documentKinds: ['规范性文件'] })).sort()).toEqual(['parking-2019', 'trees'])
      expect(await ids('', { issuer: '甲市人民政府' })).toEqual(['parking-2019'])
      expect(await ids('', { regionCode: '990200' })).toEqual(['noise-2027'])
      expect(await ids('罚款', { issuer: '甲市人民政府', kinds: ['provision'] })).toEqual(['parking-2019_art_2'])
    })

    test('nothing asked lists the works, the newest first, page by page', async () => {
      const first = await ask('', { limit: 2 })
      expect(first.hits.map(({ id }) => id)).toEqual(['noise-2027', 'dogs-2020'])
      expect(first.estimatedTotal).toBe(5)
      const second = await ask('', { limit: 2, cursor: first.nextCursor ?? '' })
      expect(second.hits.map(({ id }) => id)).toEqual(['parking-2019', 'dogs-2010'])
      const third = await ask('', { limit: 2, cursor: second.nextCursor ?? '' })
      expect(third.hits.map(({ id }) => id)).toEqual(['trees'])
      expect(third.nextCursor).toBeNull()
    })

    test('hits can be sorted by date', async () => {
      const dates = (await ask('罚款', { sort: 'oldest', kinds: ['provision'] })).hits.map(({ validFrom }) => validFrom)
      expect(dates).toEqual(['2010-01-01', '2019-08-01', '2020-07-01'])
    })

    test('a cursor that no engine gave is refused', async () => {
      await expect(ask('犬', { cursor: "o1' or 1=1" })).rejects.toThrow(SearchRefused)
    })

    test.each([
      ['a quotation mark', "'"], ['a backslash', '\\'], ['a double quotation mark', '"'], ['operators', "' & | ! ( ) <-> :*"], ['wildcards', '%_'], ['NUL', '\u0000'],
      ['a tag', '<em>犬</em>'], ['5,000 characters', '犬'.repeat(5000)], ['an empty title', '《》'], ['an article without number', '第条'], ['an emoji', '😀'],
    ])('%s does no harm', async (_, text) => {
      const answer = await ask(text)
      expect(Array.isArray(answer.hits)).toBe(true)
    })

    test('a query that is too long says so', async () => {
      expect((await ask('犬'.repeat(300))).degraded?.reason).toBe('query-too-long')
    })

    describe('changes', () => {
      test('a document indexed again is replaced', async () => {
        const [work, article] = version({ key: 'smoke', title: '甲市控烟规定' }, 'smoke', { validFrom: '2021-01-01', validTo: null }, [['第一条', '禁止在电梯内吸烟。']])
        if (work === undefined || article === undefined) throw new Error('the version has two documents')
        await engine.index([work, article])
        expect(await ids('电梯')).toContain('smoke_art_1')
        await engine.index([{ ...article, text: '禁止在轿厢内吸烟。' }])
        expect(await ids('电梯')).not.toContain('smoke_art_1')
        expect(await ids('轿厢')).toContain('smoke_art_1')
        await engine.remove(['smoke_art_1'])
        expect(await ids('轿厢')).not.toContain('smoke_art_1')
        await engine.removeVersion('smoke')
        expect(await ids('控烟规定')).not.toContain('smoke')
      })

      test('a rebuild puts the new index in the place of the old one', async () => {
        await engine.rebuild(batches(NEW_DOGS, PARKING))
        expect(await engine.health()).toEqual({ available: true, documents: NEW_DOGS.length + PARKING.length })
        expect(await ids('噪声污染')).toEqual([])
        expect(await ids('烈性犬')).toContain('dogs-2020_art_2')
      })

      test('the old index answers while the new one is filled', async () => {
        const found: string[][] = []
        async function* watching(): AsyncGenerator<SearchDocument[]> {
          yield NOISE
          found.push(await ids('烈性犬'), await ids('噪声污染'))
          yield PARKING
          yield NEW_DOGS
        }
        await engine.rebuild(watching())
        expect(found[0]).toContain('dogs-2020_art_2')
        expect(found[1]).toEqual([])
        expect(await ids('噪声污染')).toContain('noise-2027_art_1')
        await engine.rebuild(batches(NEW_DOGS, PARKING))
      })

      test('a rebuild whose source fails leaves the old index as it was', async () => {
        const before = await engine.health()
        async function* failing(): AsyncGenerator<SearchDocument[]> {
          yield NOISE
          throw new Error('the rows could not be read')
        }
        await expect(engine.rebuild(failing())).rejects.toThrow('the rows could not be read')
        expect(await engine.health()).toEqual(before)
        expect(await ids('噪声污染')).toEqual([])
      })
    })
  })
}
