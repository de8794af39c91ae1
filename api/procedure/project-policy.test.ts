import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { legislationProcedure, projectStateIds } from '../../law/procedure/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { anyActor } from '../testing/any-actor.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { organId, personId } from '../testing/test-organs.ts'
import { type ProjectAction, projectPolicy, type ProjectSubject, projectSubjectSelect, rolesOnProject } from './index.ts'
import { projectRow } from '../testing/project-row.ts'

const actions: ProjectAction[] = ['read', 'readInternal', 'act', 'manage']
const pick = <T>(list: readonly T[], at: number): T => {
  const found = list[at % list.length]
  if (found === undefined) throw new Error('an empty list')
  return found
}

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
  const { prisma } = t.services
  const parts = ['drafting', 'commissioned', 'earlyParticipant', 'committee', 'invited', 'provinceConsulted']
  for (let n = 0; n < 78; n += 1) {
    const projectId = await projectRow(prisma, {
      state: pick(projectStateIds, n), organId: organId(pick(['cityCommittee', 'cityCommittee', 'countyCommittee'], n)), proposerOrganId: organId(pick(['cityGovernment', 'cityUrban', 'cityCourt'], n * 5)),
      leadOrganId: pick([organId('cityBureau'), null, organId('cityLegal')], n * 7), committeeOrganId: pick([organId('cityUrban'), organId('cityFinance'), null], n * 11),
    })
    if (n % 2 === 0) {
      await prisma.projectMember.create({
        data: {
          id: newId(), projectId, organId: n % 4 === 0 ? null : organId(pick(['cityBureau', 'cityFinance', 'provinceCommittee', 'cityCourt'], n / 2)), personId: n % 4 === 0 ? personId('nobody') : null, name: '某单位', part: pick(parts, n / 2), from: toDateColumn('2026-01-01'),
          to: n % 10 === 0 ? toDateColumn('2026-02-01') : null, addedBy: personId('legislation'), addedByName: '法规甲',
        },
      })
    }
    if (n % 5 === 0) await prisma.approvalRequest.create({ data: { id: newId(), projectId, provinceOrganId: organId('provinceCommittee'), snapshotId: newId(), sentOn: toDateColumn('2026-03-01'), createdBy: personId('issuer'), createdByName: '签发甲' } })
  }
})
afterAll(() => t.close())

describe('the policy of projects', () => {
  test('says the same of one and of many', async () => {
    const all = await t.services.prisma.project.findMany({ select: { id: true, ...projectSubjectSelect } })
    let selected = 0
    await fc.assert(
      fc.asyncProperty(anyActor, fc.constantFrom(...actions), async (actor, action) => {
        const inScope = await t.services.prisma.project.findMany({ where: projectPolicy.scope(actor, action), select: { id: true } })
        const may = all.filter((row) => projectPolicy.can(actor, action, row)).map((row) => row.id)
        expect(inScope.map((row) => row.id).toSorted()).toEqual(may.toSorted())
        selected += may.length
      }),
      { numRuns: 200 },
    )
    expect(selected).toBeGreaterThan(500)
  }, 60_000)

  const subject = (changes: Partial<ProjectSubject> = {}): ProjectSubject => ({
    organId: organId('cityCommittee'), state: 'drafting', proposerOrganId: organId('cityGovernment'), leadOrganId: organId('cityBureau'), committeeOrganId: organId('cityUrban'), members: [], approvals: [], ...changes,
  })

  test('lets nobody outside those who prepare it know of a project before the bill is tabled', () => {
    const close = (role: string, organ: string): boolean =>
      (['legislationOfficer', 'legislationChief', 'meetingClerk', 'councilMember'].includes(role) && ['cityCommittee', 'cityLegal', 'cityOffice', 'cityUrban', 'cityFinance', 'cityLaw', 'cityCongress'].includes(organ)) ||
      (role === 'proposerClerk' && ['cityGovernment', 'cityGovernmentOffice', 'cityBureau'].includes(organ)) || (role === 'drafter' && organ === 'cityBureau') || (role === 'committeeMember' && ['cityUrban', 'cityBureau', 'cityGovernment'].includes(organ)) ||
      (['legislationOfficer', 'legislationChief'].includes(role) && organ === 'cityBureau')
    let seen = 0
    fc.assert(
      fc.property(anyActor, (actor) => {
        const may = projectPolicy.can(actor, 'read', subject())
        if (may) {
          seen += 1
          expect(actor.memberships.some((m) => close(m.role, ['cityCommittee', 'cityLegal', 'cityOffice', 'cityUrban', 'cityFinance', 'cityLaw', 'cityCongress', 'cityGovernment', 'cityGovernmentOffice', 'cityBureau'].find((key) => organId(key) === m.organId) ?? ''))).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
    expect(seen).toBeGreaterThan(50)
  })

  test('lets the province in from the request for approval, or where it was asked before', () => {
    const province = { personId: personId('province'), name: '省审查', username: 'province', mustChangePassword: false, memberships: [{ organId: organId('provinceCommittee'), organKind: 'standingCommittee', organName: '', organShortName: '', regionCode: '990000', level: 'province', parentOrganId: null, standingCommitteeId: organId('provinceCommittee'), role: 'provinceOfficer' as const }] }
    for (const state of projectStateIds) expect(projectPolicy.can(province, 'read', subject({ state }))).toBe(false)
    expect(projectPolicy.can(province, 'read', subject({ state: 'submittedForApproval', approvals: [{ provinceOrganId: organId('provinceCommittee') }] }))).toBe(true)
    expect(projectPolicy.can(province, 'read', subject({ members: [{ organId: organId('provinceCommittee'), personId: null, part: 'provinceConsulted' }] }))).toBe(true)
    expect(projectPolicy.can(province, 'readInternal', subject({ state: 'provincialReview', approvals: [{ provinceOrganId: organId('provinceCommittee') }] }))).toBe(false)
  })

  test('gives a step only to people who know of the project and may act on it', () => {
    fc.assert(
      fc.property(anyActor, fc.constantFrom(...projectStateIds), (actor, state) => {
        const project = subject({ state })
        const roles = rolesOnProject(actor, project)
        const offered = legislationProcedure.transitions.filter((row) => row.from.includes(state) && row.actorRoles.some((role) => roles.includes(role)))
        if (offered.length > 0) expect(projectPolicy.can(actor, 'act', project)).toBe(true)
        if (projectPolicy.can(actor, 'act', project)) expect(projectPolicy.can(actor, 'read', project)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
