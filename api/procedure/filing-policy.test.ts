import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadActor } from '../identity/index.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { organId, personId, testOrgans, testPeople } from '../testing/test-organs.ts'
import { type FilingAction, filingPolicy, filingSubject, filingSubjectSelect } from './index.ts'

const actions: FilingAction[] = ['read', 'readInternal', 'draft', 'answer', 'receive', 'review', 'direct', 'decide', 'lead', 'archive', 'statistics']
const committees = ['cityCommittee', 'countyCommittee', 'otherCountyCommittee', 'provinceCommittee']
const states = ['draft', 'submitted', 'underReview', 'closed']

let t: TestApp
let people: Actor[]
beforeAll(async () => {
  t = await createTestApp()
  people = (await Promise.all(testPeople.map((p) => loadActor({ prisma: t.services.prisma, personId: p.id, today: '2026-03-12' })))).filter((a) => a !== null)
})
afterAll(() => t.close())

const filings = fc.array(
  fc.record({
    state: fc.constantFrom(...states),
    maker: fc.constantFrom(...testOrgans.map((o) => o.key)),
    filedBy: fc.constantFrom(...testOrgans.map((o) => o.key)),
    receiver: fc.constantFrom(...committees),
    tasks: fc.array(fc.constantFrom('cityUrban', 'cityFinance', 'countyLegal'), { maxLength: 2 }),
  }),
  { minLength: 1, maxLength: 12 },
)

// people of the tests hold one role each; two of them together are somebody who holds several
const withTwo = (first: Actor, second: Actor): Actor => ({ ...first, memberships: [...first.memberships, ...second.memberships] })

test('what a person can do to one filing is exactly what their list of filings selects', async () => {
  await fc.assert(
    fc.asyncProperty(filings, fc.nat(), fc.nat(), async (given, first, second) => {
      const { prisma } = t.services
      const [one, other] = [people[first % people.length], people[second % people.length]]
      if (one === undefined || other === undefined) return
      const actor = withTwo(one, other)
      const ids = given.map(() => newId())
      await prisma.filing.createMany({
        data: given.map((f, at) => ({
          id: ids[at] ?? '', procedureVersion: '1', state: f.state, documentKind: 'normativeDocument', title: '', makerOrganId: organId(f.maker), filedByOrganId: organId(f.filedBy), receiverOrganId: organId(f.receiver), createdBy: personId('city-clerk'),
        })),
      })
      await prisma.caseTask.createMany({
        data: given.flatMap((f, at) => f.tasks.map((o) => ({ id: newId(), filingId: ids[at] ?? '', kind: 'committeeOpinion', state: 'open', assigneeOrganId: organId(o), title: '', request: '', createdBy: personId('reviewer') }))),
      })
      const rows = await prisma.filing.findMany({ where: { id: { in: ids } }, select: { id: true, ...filingSubjectSelect } })
      for (const action of actions) {
        const selected = (await prisma.filing.findMany({ where: { AND: [{ id: { in: ids } }, filingPolicy.scope(actor, action)] }, select: { id: true } })).map((f) => f.id)
        const allowed = rows.filter((row) => filingPolicy.can(actor, action, filingSubject(row))).map((row) => row.id)
        expect(selected.toSorted(), `${actor.username} ${action}`).toEqual(allowed.toSorted())
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)
