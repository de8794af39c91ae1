import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { filingSubject, filingSubjectSelect } from '../procedure/index.ts'
import { anyActor } from '../testing/any-actor.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { organId, personId } from '../testing/test-organs.ts'
import { libraryPolicy } from './policy.ts'

const makers = ['cityGovernment', 'cityGovernmentOffice', 'countyGovernment', 'countyCommittee']
const committees = ['cityCommittee', 'countyCommittee']

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
  const { prisma } = t.services
  const at = (list: string[], n: number) => organId(list[n % list.length] ?? '')
  const workId = newId()
  await prisma.work.create({ data: { id: workId, key: 'w', title: '办法', issuer: '甲市人民政府', documentKind: 'normativeDocument', rank: 9 } })
  for (let n = 0; n < 30; n += 1) {
    const versionId = newId()
    await prisma.version.create({ data: { id: versionId, workId, dateKey: `2026-01-01~${n + 2}`, title: '办法', effectiveBasis: 'unknown', tree: {}, text: '', textDigest: String(n), articleCount: 0, publishedAt: n % 5 === 0 ? new Date() : null } })
    for (let filing = 0; filing < n % 3; filing += 1) {
      await prisma.filing.create({
        data: {
          id: newId(), procedureVersion: '1', state: (n + filing) % 4 === 0 ? 'draft' : 'underReview', title: '办法', documentKind: 'normativeDocument', makerOrganId: at(makers, n + filing), filedByOrganId: at(makers, n * 3),
          receiverOrganId: at(committees, n + filing), createdBy: personId('city-clerk'), versionId, tasks: n % 6 === 1 ? { create: [{ id: newId(), kind: 'committeeOpinion', state: 'open', assigneeOrganId: organId('cityUrban'), title: '意见', request: '', createdBy: personId('reviewer') }] } : {},
        },
      })
    }
  }
})
afterAll(() => t.close())

test('who may read or keep one version is who gets it in the list', async () => {
  const all = await t.services.prisma.version.findMany({ select: { id: true, publishedAt: true, filings: { select: filingSubjectSelect } } })
  let selected = 0
  await fc.assert(
    fc.asyncProperty(anyActor, fc.constantFrom('read' as const, 'keep' as const), async (actor, action) => {
      const inScope = await t.services.prisma.version.findMany({ where: libraryPolicy.scope(actor, action), select: { id: true } })
      const may = all.filter((v) => libraryPolicy.can(actor, action, { published: v.publishedAt !== null, filings: v.filings.map(filingSubject) })).map((v) => v.id)
      expect(inScope.map((v) => v.id).toSorted()).toEqual(may.toSorted())
      selected += may.length
    }),
    { numRuns: 200 },
  )
  expect(selected).toBeGreaterThan(100)
}, 60_000)
