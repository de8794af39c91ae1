import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectStateIds } from '../../law/procedure/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { anyActor } from '../testing/any-actor.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { organId, personId, testOrgans } from '../testing/test-organs.ts'
import { type DraftAction, draftScope, type DraftSubject, draftSubjectSelect, mayOnDraft } from './policy.ts'

const actions: DraftAction[] = ['open', 'write', 'read', 'review', 'keep', 'release']
const today = '2026-03-12'
const parts = ['drafting', 'commissioned', 'earlyParticipant', 'committee', 'invited', 'provinceConsulted']

let t: TestApp
beforeAll(async () => {
  t = await createTestApp({ today })
  const organ = (n: number) => testOrgans[n % testOrgans.length]?.id ?? ''
  for (let n = 0; n < 60; n += 1) {
    const id = newId()
    await t.services.prisma.project.create({
      data: {
        id, procedureVersion: '1', organId: organId(['cityCommittee', 'countyCommittee', 'otherCountyCommittee'][n % 3] ?? ''), state: projectStateIds[(n * 7) % projectStateIds.length] ?? '', stateSince: toDateColumn(today),
        title: '条例', proposer: '某机关', leadOrganId: n % 4 === 0 ? null : organ(n * 5), proposerOrganId: n % 3 === 0 ? null : organ(n * 3 + 1), committeeOrganId: n % 5 === 0 ? null : organ(n * 11 + 2), createdBy: personId('legislation'), createdByName: '法规甲',
        members: {
          create: [0, 1].map((m) => ({
            id: newId(), name: '某', part: parts[(n + m * 2) % parts.length] ?? '', from: toDateColumn(n % 6 === 5 ? '2026-04-01' : '2026-01-01'), to: n % 4 === 3 ? toDateColumn('2026-02-01') : n % 4 === 2 ? toDateColumn(today) : null,
            ...(m === 0 ? { organId: organ(n * 2) } : { personId: personId(n % 2 === 0 ? 'nobody' : 'drafter') }), addedBy: personId('legislation'), addedByName: '法规甲',
          })),
        },
        approvals: { create: n % 8 === 0 ? [{ id: newId(), provinceOrganId: organId('provinceCommittee'), snapshotId: newId(), sentOn: toDateColumn(today), createdBy: personId('legislation'), createdByName: '法规甲' }] : [] },
      },
    })
  }
})
afterAll(() => t.close())

test('whom one draft is open to is whom the list gives it to', async () => {
  const { prisma } = t.services
  const all = await prisma.project.findMany({ select: { id: true, ...draftSubjectSelect } })
  let selected = 0
  await fc.assert(
    fc.asyncProperty(anyActor, fc.constantFrom(...actions), async (actor, action) => {
      const inScope = await prisma.project.findMany({ where: draftScope(actor, action, today), select: { id: true } })
      const may = all.filter((project) => mayOnDraft(actor, action, project, today)).map(({ id }) => id)
      expect(inScope.map(({ id }) => id).toSorted()).toEqual(may.toSorted())
      selected += may.length
    }),
    { numRuns: 300 },
  )
  expect(selected).toBeGreaterThan(100)
}, 60_000)

/** Domain §7.4, the two rows on drafts. */
describe('rights before publication', () => {
  const actorOf = async (username: string): Promise<Actor> => {
    const { loadActor } = await import('../identity/index.ts')
    const actor = await loadActor({ prisma: t.services.prisma, personId: personId(username), today })
    if (actor === null) throw new Error(username)
    return actor
  }
  const subject = (state: string, more: Partial<DraftSubject> = {}): DraftSubject => ({ organId: organId('cityCommittee'), state, leadOrganId: organId('cityBureau'), proposerOrganId: organId('cityGovernmentOffice'), committeeOrganId: organId('cityUrban'), members: [], approvals: [], ...more })
  const member = (part: string, to: string | null = null) => ({ organId: null, personId: personId('nobody'), part, from: toDateColumn('2026-01-01'), to: to === null ? null : toDateColumn(to) })

  test.each([
    ['drafter', 'drafting', ['open', 'write', 'read', 'review', 'keep']],
    ['drafter', 'firstReading', ['read', 'review']],
    ['proposer', 'govReview', ['open', 'write', 'read', 'review', 'keep']],
    ['legislation', 'drafting', ['open', 'read', 'review']],
    ['legislation', 'unifiedReview', ['open', 'write', 'read', 'review', 'keep']],
    ['legislation-chief', 'unifiedReview', ['open', 'write', 'read', 'review', 'keep', 'release']],
    ['leader', 'drafting', ['open', 'read', 'review']],
    ['committee', 'drafting', ['read', 'review']],
    ['law-committee', 'drafting', []],
    ['law-committee', 'unifiedReview', ['read', 'review']],
    ['member', 'drafting', []],
    ['member', 'submitted', []],
    ['member', 'committeePreReview', []],
    ['member', 'onAgenda', ['read', 'review']],
    ['member', 'firstReading', ['read', 'review']],
    ['meeting-clerk', 'onAgenda', ['read', 'review']],
    ['archivist', 'drafting', []],
    ['province', 'unifiedReview', []],
    ['reviewer', 'unifiedReview', []],
    ['administrator', 'unifiedReview', []],
    ['county-reviewer', 'unifiedReview', []],
    ['city-clerk', 'drafting', []],
  ])('%s may at %s: %j', async (username, state, expected) => {
    const actor = await actorOf(username)
    expect(actions.filter((action) => mayOnDraft(actor, action, subject(state), today)).toSorted()).toEqual([...expected].toSorted())
  })

  test.each([
    ['a commissioned drafter writes', member('commissioned'), 'drafting', ['keep', 'open', 'read', 'review', 'write']],
    ['not when the commission has ended', member('commissioned', '2026-02-28'), 'drafting', []],
    ['and reads their own afterwards', member('commissioned'), 'firstReading', ['read', 'review']],
    ['who takes part early reads', member('earlyParticipant'), 'drafting', ['open', 'read', 'review']],
  ])('%s', async (_, put, state, expected) => {
    const actor = await actorOf('nobody')
    expect(actions.filter((action) => mayOnDraft(actor, action, subject(state, { members: [put] }), today)).toSorted()).toEqual(expected)
  })

  test('the province reads what it was asked to approve', async () => {
    const actor = await actorOf('province')
    const asked = subject('submittedForApproval', { approvals: [{ provinceOrganId: organId('provinceCommittee') }] })
    expect(actions.filter((action) => mayOnDraft(actor, action, asked, today))).toEqual(['read'])
  })
})
