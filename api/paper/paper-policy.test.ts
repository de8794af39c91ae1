import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { anyActor } from '../testing/any-actor.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { organId, personId } from '../testing/test-organs.ts'
import { paperInclude, paperPolicy, paperSubject } from './paper-policy.ts'

const committees = ['cityCommittee', 'countyCommittee']
const makers = ['cityGovernment', 'cityGovernmentOffice', 'countyGovernment', 'countyCommittee', 'cityCourt']
const members = ['cityUrban', 'cityFinance', 'countyLegal']

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
  const at = (list: string[], n: number) => organId(list[n % list.length] ?? '')
  for (let n = 0; n < 48; n += 1) {
    const filingId = newId()
    await t.services.prisma.filing.create({
      data: {
        id: filingId, procedureVersion: '1', state: 'underReview', title: '办法', documentKind: 'normativeDocument', makerOrganId: at(makers, n), filedByOrganId: at(makers, n * 3), receiverOrganId: at(committees, n), createdBy: personId('city-clerk'),
      },
    })
    await t.services.prisma.paper.create({
      data: {
        id: newId(), organId: n % 6 === 0 ? at(makers, n) : at(committees, n), filingId: n % 5 === 0 ? null : filingId, kind: 'inquiryLetter', state: n % 3 === 0 ? 'issued' : 'countersigning', title: '函', content: { body: [] },
        recipientOrganId: n % 4 === 0 ? null : at(makers, n + (n % 2)), countersigners: n % 2 === 0 ? [{ organId: at(members, n), name: '委员会', by: null, byName: null, at: null, opinion: null }] : [],
        createdBy: personId('reviewer'), createdByName: '审查甲',
      },
    })
  }
  await legislationPapers()
})
afterAll(() => t.close())

/** Papers of projects of two houses, of the proposer and of the province, in every state. */
async function legislationPapers(): Promise<void> {
  const at = (list: string[], n: number) => organId(list[n % list.length] ?? '')
  for (let n = 0; n < 48; n += 1) {
    const projectId = newId()
    await t.services.prisma.project.create({
      data: {
        id: projectId, procedureVersion: '1', organId: organId('cityCommittee'), state: 'drafting', stateSince: toDateColumn('2026-01-05'), title: '条例', proposer: '甲市人民政府', proposerOrganId: organId('cityGovernment'),
        committeeOrganId: n % 4 === 0 ? null : at(members, n), createdBy: personId('legislation'), createdByName: '法规甲',
      },
    })
    await t.services.prisma.paper.create({
      data: {
        id: newId(), organId: at(['cityCommittee', 'cityGovernment', 'provinceCommittee', 'cityCommittee'], n), projectId: n % 7 === 0 ? null : projectId, kind: nth(['revisionReport', 'bill', 'approvalDecision', 'bulletin'], n),
        state: n % 3 === 0 ? 'issued' : 'signing', title: '文书', content: { body: [] }, recipientOrganId: n % 4 === 0 ? null : at(['cityCommittee', 'provinceCommittee', 'cityGovernment'], n), countersigners: [],
        createdBy: personId(n % 5 === 0 ? 'nobody' : 'legislation'), createdByName: '某',
      },
    })
  }
}
const nth = (list: string[], n: number): string => list[n % list.length] ?? ''

test('who may read or handle one paper is who gets it in the list', async () => {
  const all = await t.services.prisma.paper.findMany({ include: paperInclude })
  let selected = 0
  await fc.assert(
    fc.asyncProperty(anyActor, fc.constantFrom('read' as const, 'handle' as const), async (actor, action) => {
      const inScope = await t.services.prisma.paper.findMany({ where: paperPolicy.scope(actor, action), select: { id: true } })
      const may = all.filter((paper) => paperPolicy.can(actor, action, paperSubject(paper))).map((paper) => paper.id)
      expect(inScope.map((paper) => paper.id).toSorted()).toEqual(may.toSorted())
      selected += may.length
    }),
    { numRuns: 300 },
  )
  expect(selected).toBeGreaterThan(100)
}, 60_000)
