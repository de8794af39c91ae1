import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { anyActor } from '../testing/any-actor.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { organId, personId, testOrgans } from '../testing/test-organs.ts'
import { mayOnSuggestion, type SuggestionAction, suggestionScope } from './policy.ts'

const actions: SuggestionAction[] = ['read', 'enter', 'link', 'handle']
const committees = ['cityCommittee', 'countyCommittee', 'otherCountyCommittee']
const makers = ['cityGovernment', 'cityGovernmentOffice', 'countyGovernment', 'countyCommittee', 'cityUrban']

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
  const { prisma } = t.services
  const at = (list: string[], n: number) => organId(list[n % list.length] ?? '')
  for (let n = 0; n < 36; n += 1) {
    const filingId = newId()
    // a suggestion may be about a case that another committee received
    await prisma.filing.create({
      data: {
        id: filingId, procedureVersion: '1', state: 'underReview', title: '办法', documentKind: 'normativeDocument', makerOrganId: at(makers, n), filedByOrganId: at(makers, n * 3), jointMakerIds: n % 4 === 0 ? [at(makers, n + 1)] : [],
        receiverOrganId: at(committees, n), drafterIds: n % 5 === 0 ? [personId('nobody')] : [], createdBy: personId('city-clerk'),
      },
    })
    await prisma.suggestion.create({
      data: {
        id: newId(), procedureVersion: '1', kind: 'suggestion', channel: 'public', receiptNo: `建议-${n}`, organId: at(committees, n * 7 + (n % 2)), state: 'received', proposerName: '某公民', proposerContact: '0000-000 0116', documentTitle: '办法',
        documentMaker: n % 3 === 0 ? (testOrgans.find((o) => o.id === at(makers, n))?.name ?? null) : null, matters: '第二条', reasons: '事由', receivedOn: toDateColumn('2026-03-01'), filingId: n % 4 === 1 ? null : filingId,
      },
    })
  }
})
afterAll(() => t.close())

test('whom one suggestion is for is whom the list gives it to', async () => {
  const { prisma } = t.services
  const filings = new Map((await prisma.filing.findMany()).map((f) => [f.id, f]))
  const all = (await prisma.suggestion.findMany()).map((s) => ({ ...s, filing: s.filingId === null ? null : (filings.get(s.filingId) ?? null) }))
  let selected = 0
  await fc.assert(
    fc.asyncProperty(anyActor, fc.constantFrom(...actions), async (actor, action) => {
      const inScope = await prisma.suggestion.findMany({ where: await suggestionScope(prisma, actor, action), select: { receiptNo: true } })
      const may = all.filter((s) => mayOnSuggestion(actor, action, s)).map((s) => s.receiptNo)
      expect(inScope.map((s) => s.receiptNo).toSorted()).toEqual(may.toSorted())
      selected += may.length
    }),
    { numRuns: 400 },
  )
  expect(selected).toBeGreaterThan(100)
}, 60_000)
