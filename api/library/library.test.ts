import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { drainOutbox } from '../platform/jobs/index.ts'
import { loadActor } from '../identity/index.ts'
import { filingSubject, filingSubjectSelect } from '../procedure/index.ts'
import { createTestApp, type TestApp, type TestClient } from '../testing/create-test-app.ts'
import { personId, testPeople } from '../testing/test-organs.ts'
import { createTestWorld } from '../testing/test-world.ts'
import { importConsumer, legalTextSchema, searchConsumer, versionInForce } from './index.ts'
import { libraryPolicy } from './policy.ts'

let t: TestApp
let reviewer: TestClient
beforeAll(async () => {
  t = await createTestApp()
  reviewer = await t.as('reviewer')
})
afterAll(() => t.close())

const law = (title: string, options: { adopted: string; effective: string | null; fine: string }) =>
  [
    title, `（${options.adopted}甲市第五届人民代表大会常务委员会第三次会议通过）`,
    '第一条　为了规范养犬行为，维护市容环境和公共秩序，制定本条例。',
    `第二条　携犬出户不束犬链的，由公安机关处${options.fine}元罚款。`,
    ...(options.effective === null ? [] : [`第三条　本条例自${options.effective}起施行。`]),
  ].join('\n')
const OLD = law('甲市养犬管理条例', { adopted: '2012年3月1日', effective: '2012年6月1日', fine: '五十' })
const NEW = law('甲市养犬管理条例', { adopted: '2024年3月1日', effective: '2024年6月1日', fine: '二百' })
const UNDATED = law('甲市犬只收容办法', { adopted: '2015年3月1日', effective: null, fine: '一百' })

type Report = { line: number; code: string; message: string }
type Run = { total: number; done: number; stored: number; failed: number; finishedAt: string | null; results: { file: string; status: string; workKey: string; dateKey: string; unknown: string[]; message: string | null; problems: Report[]; remarks: Report[] }[] }
const runOf = async (id: string): Promise<Run> => (await (await reviewer.get(`/api/library/imports/${id}`)).json()) as Run

async function upload(name: string, bytes: string): Promise<string> {
  return ((await (await reviewer.upload('/api/files', { name, bytes })).json()) as { id: string }).id
}
async function importFiles(files: Record<string, string>, more: { said?: Record<string, string>; publish?: boolean } = {}): Promise<Run> {
  const fileIds = await Promise.all(Object.entries(files).map(([name, bytes]) => upload(name, bytes)))
  const started = await reviewer.post('/api/library/imports', { fileIds, publish: true, ...more })
  expect(started.status).toBe(202)
  const { id } = (await started.json()) as { id: string }
  await drainOutbox(t.services, [importConsumer, searchConsumer])
  return runOf(id)
}
const firstOf = (run: Run) => {
  const [first] = run.results
  if (first === undefined) throw new Error('the run has no result')
  return first
}

describe('rights over texts', () => {
  test('what one may read of one text and what a list shows agree for everybody', async () => {
    const world = await createTestWorld(t.services)
    const free = await createTestWorld(t.services)
    await t.services.prisma.filing.updateMany({ where: { id: free.filingId }, data: { versionId: null } })
    const open = await createTestWorld(t.services)
    await t.services.prisma.version.update({ where: { id: open.versionId }, data: { publishedAt: new Date() } })
    const draft = await createTestWorld(t.services, 'draft')
    for (const person of testPeople) {
      const actor = await loadActor({ prisma: t.services.prisma, personId: personId(person.username), today: '2026-03-12' })
      if (actor === null) throw new Error(person.username)
      for (const action of ['read', 'keep'] as const) {
        for (const id of [world.versionId, free.versionId, open.versionId, draft.versionId]) {
          const version = await t.services.prisma.version.findUniqueOrThrow({ where: { id }, select: { publishedAt: true, filings: { select: filingSubjectSelect } } })
          const can = libraryPolicy.can(actor, action, { published: version.publishedAt !== null, filings: version.filings.map(filingSubject) })
          const listed = await t.services.prisma.version.count({ where: { id, AND: libraryPolicy.scope(actor, action) } })
          expect([person.username, action, id, listed === 1]).toEqual([person.username, action, id, can])
        }
      }
    }
  })
})

// every file is read by a worker of its own
describe('import by upload', { timeout: 60_000 }, () => {
  test('tells file by file what was stored and what could not be found', async () => {
    const run = await importFiles({ '养犬条例.txt': NEW, '收容办法.txt': UNDATED, '说明.ofd': 'OFD' })
    expect(run).toMatchObject({ total: 3, done: 3, finishedAt: expect.any(String) })
    expect(run.results.map((r) => r.file)).toEqual(['养犬条例.txt', '收容办法.txt', '说明.ofd'])
    expect(run.results[0]).toMatchObject({ status: 'stored', dateKey: '2024-06-01' })
    expect(run.results[1]).toMatchObject({ status: 'stored', unknown: expect.arrayContaining(['施行日期']) })
  })

  test('a run that was cut off goes on at the file it had come to, and tells of none twice', async () => {
    const fileIds = [await upload('甲.txt', law('甲市公园条例', { adopted: '2020年1月1日', effective: '2020年3月1日', fine: '五' })), await upload('乙.txt', law('甲市绿化条例', { adopted: '2020年1月1日', effective: '2020年3月1日', fine: '五' }))]
    const { id } = (await (await reviewer.post('/api/library/imports', { fileIds, publish: true })).json()) as { id: string }
    const dying = { ...t.services, files: { ...t.services.files, open: (sha256: string) => (calls++ === 0 ? t.services.files.open(sha256) : Promise.reject(new Error('the machine was switched off'))) } }
    let calls = 0
    // the whole process is gone: not even the failure can be written down
    const dead = { ...dying, prisma: new Proxy(t.services.prisma, { get: (target, name, receiver) => { if (calls > 1) throw new Error('gone'); return Reflect.get(target, name, receiver) as unknown } }) }
    await expect(importConsumer.handle(dead, [{ entity: 'ImportRun', entityId: id }])).rejects.toThrow('gone')
    expect(await runOf(id)).toMatchObject({ done: 1, finishedAt: null })
    await drainOutbox(t.services, [importConsumer])
    const after = await runOf(id)
    expect(after).toMatchObject({ done: 2, stored: 2, failed: 0, finishedAt: expect.any(String) })
    expect(after.results.map((r) => [r.file, r.status])).toEqual([['甲.txt', 'stored'], ['乙.txt', 'stored']])
  })

  test('what a person says goes before what the text says, for one file only', async () => {
    const run = await importFiles({ '公告.txt': law('甲市噪声条例', { adopted: '2020年1月1日', effective: '2020年3月1日', fine: '五' }) }, { said: { issuer: '甲市人民代表大会', kind: 'localRegulation' } })
    const work = (await (await reviewer.get(`/api/library/works/${firstOf(run).workKey}`)).json()) as { issuer: string; kindLabel: string; versions: { sources: { sha256: string }[] }[] }
    expect(work).toMatchObject({ issuer: '甲市人民代表大会', kindLabel: '地方性法规' })
    expect(work.versions[0]?.sources[0]?.sha256).toMatch(/^[0-9a-f]{64}$/)
    const two = await reviewer.post('/api/library/imports', { fileIds: [await upload('一.txt', OLD), await upload('二.txt', NEW)], publish: true, said: { title: '甲市条例' } })
    expect(two.status).toBe(422)
  })

  test('what a person must look at and what is merely unusual are told apart, and the latter stays with the text', async () => {
    const lines = ['甲市河湖条例', '', '（2020年1月1日甲市第一届人民代表大会常务委员会第一次会议通过）', '\u200b', '第一条　为了保护河湖,制定本条例。', '第三条　本条例自2020年3月1日起施行。']
    const result = firstOf(await importFiles({ '河湖.txt': lines.join('\r\n') }))
    expect(result).toMatchObject({
      status: 'stored',
      problems: [{ line: 6, code: 'number-gap' }],
      remarks: [{ line: 1, code: 'byte-marks' }, { line: 4, code: 'invisible-lines' }, { line: 5, code: 'half-width-marks' }],
    })
    const { tree } = await t.services.prisma.version.findFirstOrThrow({ where: { work: { key: result.workKey } }, select: { tree: true } })
    const { remarks, ...older } = legalTextSchema.parse(tree)
    expect(remarks).toEqual(result.remarks)
    // a text that was stored before the two were told apart
    expect(legalTextSchema.parse(older).remarks).toEqual([])
  })

  test("another person's upload cannot be imported", async () => {
    const file = (await (await (await t.as('city-clerk')).upload('/api/files', { name: '甲.txt', bytes: OLD })).json()) as { id: string }
    expect((await reviewer.post('/api/library/imports', { fileIds: [file.id], publish: true })).status).toBe(422)
  })

  test('a second file of the same version is another source with its differences', async () => {
    const other = NEW.replace('处二百元', '处三百元')
    const result = firstOf(await importFiles({ '另一份.txt': other }))
    expect(result).toMatchObject({ status: 'otherText', dateKey: '2024-06-01' })
    const work = (await (await reviewer.get(`/api/library/works/${result.workKey}`)).json()) as { versions: { sources: { differences: { op: string; text: string }[] }[] }[] }
    expect(work.versions).toHaveLength(1)
    expect(work.versions[0]?.sources.map((s) => s.differences.length)).toEqual([0, 2])
    // the same bytes once more are no third source
    await importFiles({ '又一份.txt': other })
    expect(await t.services.prisma.versionSource.count({ where: { version: { work: { key: result.workKey } } } })).toBe(2)
  })
})

describe('a work', { timeout: 60_000 }, () => {
  test('shows its versions oldest first, says which is in force, and compares any two', async () => {
    const { workKey } = firstOf(await importFiles({ '旧.txt': OLD, '新.txt': NEW }))
    const work = (await (await reviewer.get(`/api/library/works/${workKey}`)).json()) as { versions: { dateKey: string; standing: string; lineage: unknown }[] }
    expect(work.versions.map((v) => [v.dateKey, v.standing])).toEqual([['2012-06-01', 'ended'], ['2024-06-01', 'inForce']])
    const compared = (await (await reviewer.get(`/api/library/comparison?from=${workKey}:2012-06-01&to=${workKey}:2024-06-01`)).json()) as { comparison: { summary: { changed: number; same: number } } }
    expect(compared.comparison.summary).toMatchObject({ changed: 2, same: 1 })
    const text = (await (await (await t.as('nobody')).get(`/api/library/works/${workKey}/versions/2024-06-01`)).json()) as { text: { articles: unknown[] } }
    expect(text.text.articles).toHaveLength(3)
  })

  test('an unknown date of effect is recorded once and its address stays', async () => {
    const { workKey, dateKey } = firstOf(await importFiles({ '收容.txt': UNDATED }))
    const path = `/api/library/works/${workKey}/versions/${dateKey}/effect`
    const body = { effectiveFrom: '2015-05-01', basis: 'stated', source: '甲市人大常委会公报 2015 年第 2 号' }
    expect((await (await t.as('city-clerk')).post(path, body)).status).toBe(403)
    expect((await reviewer.post(path, body)).status).toBe(200)
    expect(await (await reviewer.get(`/api/library/works/${workKey}/versions/${dateKey}`)).json()).toMatchObject({ dateKey, effectiveFrom: '2015-05-01', effectiveBasis: 'stated', standing: 'inForce' })
    expect((await reviewer.post(path, { ...body, effectiveFrom: '2016-05-01' })).status).toBe(409)
    expect(await t.services.prisma.auditEntry.count({ where: { action: 'library.setEffectDates' } })).toBe(1)
  })

  test('two works are one by a person’s word, keep their addresses, and the one in force is found across them', async () => {
    const before = firstOf(await importFiles({ '旧名.txt': law('甲市城市养犬规定', { adopted: '2001年1月1日', effective: '2001年3月1日', fine: '二十' }) }))
    const after = firstOf(await importFiles({ '新.txt': NEW }))
    const said = await reviewer.post(`/api/library/works/${before.workKey}/same-as`, { sameAs: after.workKey, reason: '2012 年更名的决定' })
    expect(said.status).toBe(200)
    const work = (await (await reviewer.get(`/api/library/works/${before.workKey}`)).json()) as { sameAs: { key: string }[]; versions: { workKey: string; dateKey: string; standing: string }[] }
    expect(work.versions.map((v) => [v.workKey, v.dateKey, v.standing])).toContainEqual([before.workKey, '2001-03-01', 'ended'])
    expect(work.sameAs.map((w) => w.key)).toEqual([after.workKey])
    const { id: workId } = await t.services.prisma.work.findUniqueOrThrow({ where: { key: before.workKey } })
    expect((await versionInForce({ tx: t.services.prisma, workId, on: '2026-01-01' }))?.dateKey).toBe('2024-06-01')
    expect((await versionInForce({ tx: t.services.prisma, workId, on: '2002-01-01' }))?.dateKey).toBe('2001-03-01')
    expect(await versionInForce({ tx: t.services.prisma, workId, on: '1999-01-01' })).toBeNull()
    expect((await reviewer.get(`/api/library/comparison?from=${before.workKey}:2001-03-01&to=${after.workKey}:2024-06-01`)).status).toBe(200)
  })
})

describe('search', () => {
  type Answer = { hits: { workKey: string; number: string; public: boolean }[]; cases: { registrationNo: string }[] }
  const find = async (username: string, q: string) => (await (await (await t.as(username)).get(`/api/search?q=${encodeURIComponent(q)}`)).json()) as Answer

  test('finds public articles for everybody and the text of a filing for its readers only', async () => {
    expect((await find('nobody', '不束犬链')).hits.map((h) => h.number)).toContain('第二条')
    const world = await createTestWorld(t.services)
    await t.services.prisma.outboxEntry.create({ data: { topic: 'search', entity: 'Version', entityId: world.versionId } })
    await drainOutbox(t.services, [searchConsumer])
    const sees = async (username: string) => (await find(username, `${world.marker}办法`)).hits.some((h) => h.workKey === world.workKey && !h.public)
    expect([await sees('reviewer'), await sees('city-clerk'), await sees('court-clerk'), await sees('county-reviewer'), await sees('nobody')]).toEqual([true, true, false, false, false])
  })

  test('a hit that the rows no longer allow is left out, though the index still has it', async () => {
    const world = await createTestWorld(t.services)
    await t.services.prisma.version.update({ where: { id: world.versionId }, data: { publishedAt: new Date() } })
    await t.services.prisma.outboxEntry.create({ data: { topic: 'search', entity: 'Version', entityId: world.versionId } })
    await drainOutbox(t.services, [searchConsumer])
    expect((await find('nobody', world.marker)).hits).not.toHaveLength(0)
    await t.services.prisma.version.update({ where: { id: world.versionId }, data: { publishedAt: null } })
    expect((await find('nobody', world.marker)).hits).toHaveLength(0)
  })

  test('a register number finds its case for those who may read it', async () => {
    const world = await createTestWorld(t.services)
    const number = `备审-${world.filingId}`
    expect((await find('reviewer', number)).cases).toHaveLength(1)
    expect((await find('county-reviewer', number)).cases).toHaveLength(0)
  })
})
