import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseText } from '../../law/text/index.ts'
import { libraryRank, storeVersion } from '../library/index.ts'
import { newId } from '../platform/ids.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { projectRow } from '../testing/project-row.ts'
import { organId, personId } from '../testing/test-organs.ts'

const TODAY = '2026-03-12'
let t: TestApp
beforeAll(async () => {
  t = await createTestApp({ today: TODAY })
})
afterAll(() => t.close())

const body = async <T>(response: Response, status = 200): Promise<T> => {
  const text = await response.text()
  expect(response.status, text).toBe(status)
  return JSON.parse(text) as T
}
type Problem = { rule?: string; basis?: string; detail?: string; errors?: { path: string }[] }

/** A regulation that was published and stands in the public library, and is in force. */
async function published(title: string): Promise<{ projectId: string; workKey: string; dateKey: string; versionId: string }> {
  const text = parseText(`# ${title}\n\n第一条　为了规范养犬，制定本条例。\n\n第二条　养犬人应当自取得犬只之日起三十日内办理登记。\n\n第三条　本条例自2026年3月1日起施行。`)
  const stored = await inTransaction(t.services, (work) => storeVersion({
    work, identity: { title, issuer: '甲市人民代表大会常务委员会', organId: organId('cityCommittee'), documentKind: 'localRegulation', rank: libraryRank('localRegulation') }, source: null,
    version: { text, adopted: '2026-01-10', approved: '2026-02-10', promulgated: '2026-02-20', effectiveFrom: '2026-03-01', effectiveBasis: 'stated', published: { by: personId('legislation-chief'), at: t.services.clock.now() } },
  }))
  return { ...stored, projectId: await projectRow(t.services.prisma, { title, state: 'inForce', versionId: stored.versionId }) }
}
const asked = { correctedArticle: '第二条', wordsBefore: '三十日内', wordsAfter: '十五日内', reason: '同公报刊登的文本不一致', approvedBy: '秘书长甲' }
async function correct(projectId: string, values: Record<string, string>, notice = true): Promise<Response> {
  const chief = await t.as('legislation-chief')
  const { id: fileId } = await body<{ id: string }>(await chief.upload('/api/files', { name: '更正公告.txt', bytes: `更正公告 ${newId()}` }), 201)
  const { revision } = await body<{ revision: number }>(await chief.get(`/api/projects/${projectId}`))
  return chief.post(`/api/projects/${projectId}/steps/correctPublished`, { values, documents: notice ? [{ kind: 'correctionNotice', fileId }] : [] }, { revision })
}

test('a published text is not edited: a corrected one stands beside it, by one passage, with its notice, reason and approver', async () => {
  const { prisma } = t.services
  const law = await published('甲市某管理条例')
  await body(await correct(law.projectId, asked))
  const versions = await prisma.version.findMany({ where: { work: { key: law.workKey } }, orderBy: { recordedAt: 'asc' } })
  expect(versions.map((v) => [v.correctionOfId, v.text.includes('三十日内'), v.text.includes('十五日内')])).toEqual([[null, true, false], [law.versionId, false, true]])
  expect(versions[1]?.sourceNote).toContain('第二条中的“三十日内”更正为“十五日内”')
  const history = await (await (await t.as('legislation')).get(`/api/projects/${law.projectId}/history`)).text()
  for (const words of ['登记更正', '同公报刊登的文本不一致', '秘书长甲', '更正公告']) expect(history).toContain(words)
  expect(history).not.toContain('上一轮')

  const portal = async (path: string): Promise<string> => (await (await t.as(null)).get(path)).text()
  const old = await portal(`/law/${law.workKey}/${law.dateKey}`)
  for (const words of ['这份文本的文字已经更正', '更正前的文本', '三十日内']) expect(old).toContain(words)
  const now = await portal(`/law/${law.workKey}/${versions[1]?.dateKey ?? ''}`)
  expect(now).toContain('十五日内')
  expect(now).not.toContain('这份文本的文字已经更正')
  for (const words of ['已更正', '更正了 1 条']) expect(now).toContain(words)
})

test('a second correction goes on from the first, with a notice of its own', async () => {
  const { prisma } = t.services
  const law = await published('甲市另一管理条例')
  await body(await correct(law.projectId, asked))
  expect(await body<Problem>(await correct(law.projectId, { ...asked, correctedArticle: '第一条', wordsBefore: '规范养犬', wordsAfter: '规范养犬行为' }, false), 409)).toMatchObject({ rule: 'documentsIn', basis: expect.stringContaining('第八十九条') })
  await body(await correct(law.projectId, { ...asked, correctedArticle: '第一条', wordsBefore: '规范养犬', wordsAfter: '规范养犬行为' }))
  const { text } = await prisma.version.findUniqueOrThrow({ where: { id: (await prisma.project.findUniqueOrThrow({ where: { id: law.projectId } })).versionId ?? '' } })
  expect([text.includes('十五日内'), text.includes('规范养犬行为')]).toEqual([true, true])
})

test.each([
  ['without the words that stand there', { wordsBefore: '六十日内' }, 'values.wordsBefore'],
  ['in an article that is not there', { correctedArticle: '第九条' }, 'values.correctedArticle'],
  ['approved by whoever enters it', { approvedBy: '法规负责人甲' }, 'values.approvedBy'],
])('is refused %s, and nothing is kept', async (name, values, path) => {
  const law = await published(`甲市${name.length}条例`)
  const chief = await t.services.prisma.person.findFirstOrThrow({ where: { id: personId('legislation-chief') }, select: { name: true } })
  const refused = await body<Problem>(await correct(law.projectId, { ...asked, ...values, ...('approvedBy' in values ? { approvedBy: chief.name } : {}) }), 422)
  expect(refused.errors?.map((e) => e.path)).toEqual([path])
  expect(await t.services.prisma.version.count({ where: { work: { key: law.workKey } } })).toBe(1)
  expect(await t.services.prisma.projectDocument.count({ where: { projectId: law.projectId } })).toBe(0)
})
