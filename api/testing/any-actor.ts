import fc from 'fast-check'
import type { Actor, ActorMembership } from '../platform/policy/actor.ts'
import { roleKeys } from '../platform/policy/roles.ts'
import { personId, testOrgans } from './test-organs.ts'

const CONGRESS = new Set(['standingCommittee', 'congress', 'legalAffairsCommission', 'specialCommittee', 'workingCommittee', 'generalOffice'])

/** Anybody with any roles in any organs, as loadActor would say them: for proving that a policy says the same of one and of many. */
export const anyActor: fc.Arbitrary<Actor> = fc
  .array(fc.record({ organ: fc.constantFrom(...testOrgans), role: fc.constantFrom(...roleKeys) }), { maxLength: 4 })
  .map((held) => ({
    personId: personId('nobody'), name: '某人', username: 'somebody', mustChangePassword: false,
    memberships: held.map(({ organ, role }): ActorMembership => ({
      organId: organ.id, organKind: organ.kind, organName: organ.name, organShortName: organ.name, regionCode: organ.regionCode, level: organ.level,
      parentOrganId: testOrgans.find((o) => o.key === organ.parent)?.id ?? null,
      standingCommitteeId: CONGRESS.has(organ.kind) ? (testOrgans.find((o) => o.kind === 'standingCommittee' && o.regionCode === organ.regionCode)?.id ?? null) : null,
      role,
    })),
  }))
