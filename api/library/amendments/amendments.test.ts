import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseText, printLegalText } from '../../../law/text/index.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { createTestApp, type TestApp, type TestClient } from '../../testing/create-test-app.ts'
import { storeVersion } from '../index.ts'
import type { AmendmentView } from './amendment-schema.ts'

let t: TestApp
let reviewer: TestClient
beforeAll(async () => {
  t = await createTestApp()
  reviewer = await t.as('reviewer')
})
afterAll(() => t.close())

const LAW = (title: string) => `${title}

（2015年3月1日甲市第四届人民代表大会常务委员会第二十次会议通过）

第一章　总则

第一条　为了加强停车管理，保障道路安全畅通，根据有关法律、行政法规，制定本条例。

第二条　本市行政区域内机动车停车场的规划、建设和管理，适用本条例。

第三条　停车场应当对社会开放，不得擅自停止使用。

第二章　管理

第四条　停车收费标准由价格主管部门会同有关部门制定，并向社会公布。

第五条　违反本条例第三条规定的，由城市管理部门责令改正，处五百元罚款。

第六条　本条例自2015年6月1日起施行。
`
const DECISION = (title: string) => `甲市人民代表大会常务委员会关于修改《${title}》的决定

（2026年1月10日甲市第五届人民代表大会常务委员会第三十次会议通过）

甲市第五届人民代表大会常务委员会第三十次会议决定对《${title}》作如下修改：

一、增加一条，作为第二条：“停车管理应当遵循统筹规划、便民利民的原则。”

二、将第五条改为第六条，其中的“五百元罚款”修改为“五百元以上二千元以下罚款”。

本决定自2026年3月1日起施行。

《${title}》根据本决定作相应修改并对条文顺序作相应调整，重新公布。
`
/** The second instruction names words that the law does not have. */
const FLAWED = (title: string) => DECISION(title).replace('其中的“五百元罚款”', '其中的“六百元罚款”')

let title = ''
let workKey = ''
let baseId = ''
let counter = 0
beforeEach(async () => {
  counter += 1
  title = `甲市停车场管理条例（第${counter}次试行）`
  const stored = await inTransaction(t.services, (work) =>
    storeVersion({
      work, identity: { title, issuer: '甲市人民代表大会常务委员会', documentKind: 'localRegulation', rank: 4 },
      version: { text: parseText(LAW(title)), adopted: '2015-03-01', effectiveFrom: '2015-06-01', effectiveBasis: 'stated', published: { by: null, at: new Date() } }, source: null,
    }),
  )
  workKey = stored.workKey
  baseId = stored.versionId
})

const upload = async (bytes: string, as = reviewer): Promise<string> => ((await (await as.upload('/api/files', { name: '修改决定.txt', bytes })).json()) as { id: string }).id
const begin = async (decision: string, as = reviewer) => as.post(`/api/library/works/${workKey}/amendments`, { baseDateKey: '2015-06-01', fileId: await upload(decision, as) })
const started = async (decision: string): Promise<AmendmentView> => {
  const response = await begin(decision)
  expect(response.status, await response.clone().text()).toBe(201)
  return read(((await response.json()) as { id: string }).id)
}
const read = async (id: string, as = reviewer): Promise<AmendmentView> => (await (await as.get(`/api/library/amendments/${id}`)).json()) as AmendmentView
const bodyOf = (a: AmendmentView, more: Record<string, unknown> = {}) => ({
  adopted: a.adopted.value, effectiveFrom: a.effectiveFrom.value, note: a.note.value, publish: a.publish,
  handWritten: a.handWritten.map(({ articleId, text, intoNext }) => ({ articleId, text, intoNext })), settlements: a.settlements.map(({ index, reason }) => ({ index, reason })), ...more,
})
const save = (a: AmendmentView, more: Record<string, unknown>) => reviewer.put(`/api/library/amendments/${a.id}`, bodyOf(a, more), a.revision)
const accept = (a: AmendmentView, as = reviewer) => as.post(`/api/library/amendments/${a.id}/accept`, { digest: a.digest }, { revision: a.revision })
const wordsOf = (a: AmendmentView): string => printLegalText(a.text)
const versions = () => t.services.prisma.version.findMany({ where: { work: { key: workKey } }, orderBy: { recordedAt: 'asc' } })

describe('a decision that is applied', { timeout: 60_000 }, () => {
  test('shows what each instruction did, what else changed and the dates it gives, and nothing is stored but the draft', async () => {
    const draft = await started(DECISION(title))
    expect(draft.report.instructions.filter((i) => i.does !== 'renumber-all').map((i) => [i.status, i.does, i.place, i.oldIds, i.newIds])).toEqual([
      ['applied', 'insert-provisions', '第二条', [], ['art_2']],
      ['applied', 'renumber', '第五条', ['art_5'], ['art_6']],
      ['applied', 'replace-words', '第五条', ['art_5'], ['art_6']],
    ])
    expect(draft.report.unnamed.map((u) => [u.oldLabels.join(), u.newLabels.join(), u.what])).toEqual([['第二条', '第三条', 'number'], ['第三条', '第四条', 'number'], ['第四条', '第五条', 'number'], ['第六条', '第七条', 'number']])
    expect(draft.report.algorithm).toMatch(/^amend-\d+, align-\d+$/u)
    expect(wordsOf(draft)).toContain('第六条　违反本条例第四条规定的，由城市管理部门责令改正，处五百元以上二千元以下罚款。')
    expect(draft).toMatchObject({
      state: 'draft', decision: { title: `甲市人民代表大会常务委员会关于修改《${title}》的决定`, fileName: '修改决定.txt' }, missing: [],
      adopted: { value: '2026-01-10', basis: 'stated' }, effectiveFrom: { value: '2026-03-01', words: '本决定自2026年3月1日起施行。', basis: 'stated' },
      note: { value: null, proposal: `（2015年3月1日甲市第四届人民代表大会常务委员会第二十次会议通过　根据2026年1月10日甲市第五届人民代表大会常务委员会第三十次会议《关于修改〈${title}〉的决定》修正）` },
    })
    expect(await versions()).toHaveLength(1)
    const drafts = (await (await reviewer.get(`/api/library/works/${workKey}/amendments`)).json()) as { drafts: { id: string }[] }
    expect(drafts.drafts.map((d) => d.id)).toEqual([draft.id])
  })

  test('becomes a version on its base, with the decision byte for byte, the report and its audit entry; the base stays', async () => {
    const before = await t.services.prisma.version.findUniqueOrThrow({ where: { id: baseId } })
    const draft = await started(DECISION(title))
    const noted = (await (await save(draft, { note: draft.note.proposal })).json()) as AmendmentView
    const accepted = await accept(noted)
    expect(accepted.status, await accepted.clone().text()).toBe(201)
    expect(await accepted.json()).toEqual({ workKey, dateKey: '2026-03-01' })
    const [, made] = await versions()
    expect(made).toMatchObject({ dateKey: '2026-03-01', effectiveBasis: 'fromDecision', publishedBy: expect.any(String), sourceNote: expect.stringContaining('在 2015-06-01 起施行的文本上形成') })
    expect(parseText(made?.text ?? '').note).toContain('《关于修改')
    expect(await t.services.prisma.version.findUniqueOrThrow({ where: { id: baseId } })).toEqual(before)
    const source = await t.services.prisma.versionSource.findFirstOrThrow({ where: { versionId: made?.id ?? '' } })
    expect(source.kind).toBe('decision')
    const file = await reviewer.get(`/api/files/${source.fileId}/content`)
    expect(await file.text()).toBe(DECISION(title))
    const lineage = await t.services.prisma.provisionLineage.findMany({ where: { fromVersionId: baseId, toVersionId: made?.id ?? '' }, orderBy: { fromEId: 'asc' } })
    expect(lineage.map((l) => `${l.fromEId}→${l.toEId ?? ''} ${l.relation}`)).toEqual(['art_1→art_1 same', 'art_2→art_3 same', 'art_3→art_4 same', 'art_4→art_5 same', 'art_5→art_6 changed', 'art_6→art_7 same'])
    expect(await t.services.prisma.auditEntry.count({ where: { action: 'library.acceptAmendment', entityId: made?.id ?? '' } })).toBe(1)
    const kept = (await (await reviewer.get(`/api/library/works/${workKey}/versions/2026-03-01/amendment`)).json()) as { amendment: AmendmentView }
    expect(kept.amendment).toMatchObject({ state: 'accepted', version: { dateKey: '2026-03-01' }, endedBy: '审查甲', report: draft.report })
    await expect(t.services.prisma.amendment.update({ where: { id: draft.id }, data: { decisionTitle: '别的决定' } })).rejects.toThrow('has ended and cannot be changed')
  })

  test('is accepted once: a repeated submit, an old revision and another text are refused', async () => {
    const draft = await started(DECISION(title))
    const changed = (await (await save(draft, { effectiveFrom: '2026-04-01' })).json()) as AmendmentView
    expect((await accept(draft)).status).toBe(412)
    expect((await reviewer.post(`/api/library/amendments/${draft.id}/accept`, { digest: '0'.repeat(64) }, { revision: changed.revision })).status).toBe(412)
    expect((await save(draft, { effectiveFrom: '2026-05-01' })).status).toBe(412)
    expect((await accept(changed)).status).toBe(201)
    expect((await accept(changed)).status).toBe(409)
    expect(await versions()).toHaveLength(2)
    // an inferred date is not said to be the decision's
    expect((await versions())[1]).toMatchObject({ dateKey: '2026-04-01', effectiveBasis: 'inferred' })
  })

  test('of a date that the library has already is not put beside it, nor over it', async () => {
    expect((await accept(await started(DECISION(title)))).status).toBe(201)
    const again = await accept(await started(DECISION(title)))
    expect([again.status, await again.text()]).toEqual([409, expect.stringContaining('库中已有这个文本（2026-03-01）')])
    const other = await accept(await started(DECISION(title).replace('二千元', '三千元')))
    expect([other.status, await other.text()]).toEqual([409, expect.stringContaining('处文字不同，没有覆盖它')])
    expect(await versions()).toHaveLength(2)
  })

  test('can be given up: nothing of the library changed, and it is not found again', async () => {
    const draft = await started(DECISION(title))
    expect((await reviewer.post(`/api/library/amendments/${draft.id}/drop`, {}, { revision: draft.revision })).status).toBe(200)
    expect((await accept(draft)).status).toBe(409)
    expect(await (await reviewer.get(`/api/library/works/${workKey}/amendments`)).json()).toEqual({ drafts: [] })
    expect(await versions()).toHaveLength(1)
  })
})

describe('an instruction that cannot be carried out', { timeout: 60_000 }, () => {
  test('is named with its reason, and nothing is accepted until a person has dealt with it', async () => {
    const draft = await started(FLAWED(title))
    const failed = draft.report.instructions.find((i) => i.status === 'failed')
    expect(failed).toMatchObject({ does: 'replace-words', reason: { code: 'words-not-found', message: expect.stringContaining('六百元罚款') } })
    expect(draft.missing).toEqual(['有 1 处没有执行的修改还没有处理：请补正条文，或者写明不影响的理由。'])
    expect([(await accept(draft)).status, await versions()]).toEqual([409, [expect.objectContaining({ id: baseId })]])

    const source = draft.articles.find((a) => a.id === 'art_6')?.source ?? ''
    const saved = await save(draft, {
      handWritten: [{ articleId: 'art_6', text: source.replace('五百元罚款', '五百元以上二千元以下罚款'), intoNext: false }], settlements: [{ index: failed?.index ?? -1, reason: '决定所引文字有误，按原意补正第六条' }],
    })
    const mended = (await saved.json()) as AmendmentView
    expect(mended.missing).toEqual([])
    expect(mended.handWritten).toMatchObject([{ articleId: 'art_6', byName: '审查甲' }])
    expect(wordsOf(mended)).toContain('处五百元以上二千元以下罚款。')
    expect((await accept(mended)).status).toBe(201)
    const kept = (await (await reviewer.get(`/api/library/works/${workKey}/versions/2026-03-01/amendment`)).json()) as { amendment: AmendmentView }
    expect(kept.amendment).toMatchObject({ handWritten: [{ articleId: 'art_6' }], settlements: [{ reason: '决定所引文字有误，按原意补正第六条', byName: '审查甲' }] })
    expect(kept.amendment.report.instructions.filter((i) => i.status === 'failed')).toHaveLength(1)
  })

  test('a person writes several articles in the place of one, takes one away, or opens the next chapter with it', async () => {
    const draft = await started(DECISION(title))
    const written = (text: string | null, articleId: string, intoNext = false) => [{ articleId, text, intoNext }]
    const two = (await (await save(draft, { handWritten: written('第七条　停车场经营者应当公示收费标准。\n第八条　本条例自2015年6月1日起施行。', 'art_7') })).json()) as AmendmentView
    expect(wordsOf(two).match(/^第[七八]条/gmu)).toEqual(['第七条', '第八条'])
    const none = (await (await save(two, { handWritten: written('', 'art_2') })).json()) as AmendmentView
    expect(wordsOf(none)).not.toContain('统筹规划')
    const next = (await (await save(none, { handWritten: written(null, 'art_4', true) })).json()) as AmendmentView
    expect(next.text.divisions.map((d) => [d.heading, d.from, d.to])).toEqual([['总则', '第一条', '第三条'], ['管理', '第四条', '第七条']])
    expect((await save(next, { handWritten: written('第一条', 'art_99') })).status).toBe(422)
    expect((await save(next, { handWritten: written('停车场应当对社会开放。', 'art_4') })).status).toBe(422)
    expect((await save(next, { settlements: [{ index: 0, reason: '已经执行的不用' }] })).status).toBe(422)
  })
})

describe('what is no decision on the law', { timeout: 60_000 }, () => {
  test.each([
    ['another law', (own: string) => DECISION('甲市绿化条例').replaceAll(own, ''), '没有提到'],
    ['no instruction', () => '甲市某通知\n\n请各单位做好春节期间停车服务工作。', '没有找到对这部法规的修改'],
  ])('is refused in a sentence: %s', async (_, decision, sentence) => {
    const response = await begin(decision(title))
    expect([response.status, await response.text()]).toEqual([422, expect.stringContaining(sentence)])
  })

  test('the part that names the law is taken of a decision on several', async () => {
    const several = `甲市人民代表大会常务委员会关于修改《甲市绿化条例》、《${title}》的决定

（2026年1月10日甲市第五届人民代表大会常务委员会第三十次会议通过）

一、对《甲市绿化条例》作出修改

（一）将第一条中的“加强”修改为“规范”。

二、对《${title}》作出修改

（一）将第四条中的“价格主管部门”修改为“发展改革部门”。

本决定自公布之日起施行。`
    const draft = await started(several)
    expect(draft.report.instructions.map((i) => [i.status, i.place])).toEqual([['applied', '第四条']])
    expect(draft.effectiveFrom).toMatchObject({ value: '2026-01-10', words: '本决定自公布之日起施行。', basis: 'inferred' })
    expect(wordsOf(draft)).toContain('发展改革部门会同')
    expect(wordsOf(draft)).toContain('为了加强停车管理')
  })

  test('a file without readable words is refused, and another person’s upload', async () => {
    const fileId = ((await (await reviewer.upload('/api/files', { name: '决定.ofd', bytes: 'OFD' })).json()) as { id: string }).id
    const unread = await reviewer.post(`/api/library/works/${workKey}/amendments`, { baseDateKey: '2015-06-01', fileId })
    expect(unread.status).toBe(422)
    const theirs = await upload(DECISION(title), await t.as('chief'))
    expect((await reviewer.post(`/api/library/works/${workKey}/amendments`, { baseDateKey: '2015-06-01', fileId: theirs })).status).toBe(422)
  })
})

describe('who may', { timeout: 60_000 }, () => {
  test('make a version is who keeps the library; another committee does not see the draft', async () => {
    const clerk = await t.as('city-clerk')
    expect((await begin(DECISION(title), clerk)).status).toBe(403)
    const draft = await started(DECISION(title))
    for (const person of ['city-clerk', 'county-reviewer', 'nobody']) {
      const as = await t.as(person)
      expect([person, (await as.get(`/api/library/amendments/${draft.id}`)).status, (await accept(draft, as)).status]).toEqual([person, 404, 404])
    }
    // a colleague of the same committee goes on with it
    expect((await accept(draft, await t.as('chief'))).status).toBe(201)
    // how it came about is for everybody who may read the version
    const kept = (await (await (await t.as('nobody')).get(`/api/library/works/${workKey}/versions/2026-03-01/amendment`)).json()) as { amendment: AmendmentView | null }
    expect(kept.amendment?.version?.dateKey).toBe('2026-03-01')
  })
})
