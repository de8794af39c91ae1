import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { filingStateIds } from '../../law/procedure/index.ts'
import { accountPolicy, administeredPrefixes } from '../identity/index.ts'
import { newId } from '../platform/ids.ts'
import { anyActor } from '../testing/any-actor.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { organId, personId, testOrgans } from '../testing/test-organs.ts'
import { type FilingAction, filingPolicy, filingSubject, filingSubjectSelect } from './index.ts'

const actions: FilingAction[] = ['read', 'readInternal', 'draft', 'answer', 'receive', 'review', 'direct', 'decide', 'lead', 'archive', 'statistics']

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
  const { prisma } = t.services
  const makers = ['cityGovernment', 'cityGovernmentOffice', 'cityCourt', 'countyGovernment', 'countyCommittee', 'cityUrban']
  const receivers = ['cityCommittee', 'countyCommittee', 'otherCountyCommittee']
  const tasks = [[], ['cityUrban'], ['cityFinance', 'cityUrban'], ['countyLegal']]
  const rows = Array.from({ length: 90 }, (_, n) => ({ id: newId(), maker: makers[n % makers.length], filer: makers[(n * 5) % makers.length], receiver: receivers[(n * 7) % receivers.length], state: n % 4 === 0 ? 'draft' : filingStateIds[n % filingStateIds.length], tasks: tasks[(n * 3) % tasks.length] ?? [] }))
  await prisma.filing.createMany({
    data: rows.map((r) => ({
      id: r.id, procedureVersion: '1', state: r.state ?? 'draft', title: '办法', documentKind: 'normativeDocument', makerOrganId: organId(r.maker ?? ''), filedByOrganId: organId(r.filer ?? ''), receiverOrganId: organId(r.receiver ?? ''),
      createdBy: personId('city-clerk'),
    })),
  })
  await prisma.caseTask.createMany({ data: rows.flatMap((r) => r.tasks.map((organ) => ({ id: newId(), filingId: r.id, kind: 'committeeOpinion', state: 'open', assigneeOrganId: organId(organ), title: '意见', request: '', createdBy: personId('reviewer') }))) })
})
afterAll(() => t.close())

describe('a policy says the same of one and of many', () => {
  test('filings: can(actor, action, filing) exactly for what scope(actor, action) selects', async () => {
    const all = await t.services.prisma.filing.findMany({ select: { id: true, ...filingSubjectSelect } })
    let selected = 0
    await fc.assert(
      fc.asyncProperty(anyActor, fc.constantFrom(...actions), async (actor, action) => {
        const inScope = await t.services.prisma.filing.findMany({ where: filingPolicy.scope(actor, action), select: { id: true } })
        const may = all.filter((row) => filingPolicy.can(actor, action, filingSubject(row))).map((row) => row.id)
        expect(inScope.map((row) => row.id).toSorted()).toEqual(may.toSorted())
        selected += may.length
      }),
      { numRuns: 250 },
    )
    // the property would hold of a policy that lets nobody do anything
    expect(selected).toBeGreaterThan(200)
  }, 60_000)

  test('organs and accounts: can(actor, organ) exactly for what scope(actor) selects', async () => {
    let selected = 0
    await fc.assert(
      fc.asyncProperty(anyActor, fc.constantFrom('manage' as const, 'readAudit' as const), async (actor, action) => {
        const inScope = await t.services.prisma.organ.findMany({ where: accountPolicy.scope(actor, action), select: { id: true } })
        const may = testOrgans.filter((organ) => accountPolicy.can(actor, action, { organ })).map((organ) => organ.id)
        expect(inScope.map((row) => row.id).toSorted()).toEqual(may.toSorted())
        if (administeredPrefixes(actor).length === 0) expect(may).toEqual([])
        selected += may.length
      }),
      { numRuns: 150 },
    )
    expect(selected).toBeGreaterThan(50)
  }, 60_000)

  test('a draft is its maker’s alone', () => {
    const draft = { state: 'draft', makerOrganId: organId('cityGovernment'), filedByOrganId: organId('cityGovernmentOffice'), receiverOrganId: organId('cityCommittee'), taskOrganIds: [organId('cityUrban')] }
    fc.assert(
      fc.property(anyActor, fc.constantFrom(...actions), (actor, action) => {
        const files = actor.memberships.some((m) => m.role === 'filingClerk' && [draft.makerOrganId, draft.filedByOrganId].includes(m.organId))
        if (!files) expect(filingPolicy.can(actor, action, draft)).toBe(false)
      }),
    )
  })

  test('the maker never reads what is internal, unless it receives as well', () => {
    const filing = { state: 'underReview', makerOrganId: organId('cityGovernment'), filedByOrganId: organId('cityGovernment'), receiverOrganId: organId('cityCommittee'), taskOrganIds: [] }
    fc.assert(
      fc.property(anyActor, (actor) => {
        const onlyMaker = actor.memberships.every((m) => m.standingCommitteeId !== filing.receiverOrganId)
        if (onlyMaker) expect(filingPolicy.can(actor, 'readInternal', filing)).toBe(false)
      }),
    )
  })
})
