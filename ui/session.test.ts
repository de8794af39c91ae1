import { expect, test } from 'vitest'
import { hasRole, type Session } from './session.ts'

const session: Session = {
  person: { id: 'p1', name: '甲', username: 'jia', mustChangePassword: false },
  memberships: [{ organId: 'o1', organName: '某委', organShortName: '某委', organKind: 'commission', standingCommitteeId: null, role: 'reviewer', roleLabel: '审查人员', side: 'committee' }],
  demo: false,
  today: '2026-03-12',
  unreadNotices: 0,
}

test.each([
  ['nobody is signed in', null, 'reviewer', undefined, false],
  ['no role is asked for', session, undefined, undefined, true],
  ['the role is held', session, 'reviewer', undefined, true],
  ['one of the roles is held', session, ['administrator', 'reviewer'], undefined, true],
  ['the role is held in that organ', session, 'reviewer', 'o1', true],
  ['the role is held in another organ', session, 'reviewer', 'o2', false],
  ['another role is held', session, 'administrator', undefined, false],
])('%s', (_name, who, roles, organId, expected) => expect(hasRole(who, roles, organId)).toBe(expected))
